"""What the grid asks while somebody types: people, agencies, photos; records created and files taken in on the spot.

Every answer is JSON: {"results": [label, …]} or one label (news/admin/labels.py), or {"error": sentence} with 400 (not
sound), 401 (signed out) or 403 (no right).
"""

from contextlib import nullcontext
from functools import wraps

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Case, Exists, F, IntegerField, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Lower, Replace
from django.http import HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from news import files as documents
from news.admin import lines, related
from news.admin.labels import of_agency, of_file, of_person, of_photo, of_user, with_post
from news.admin.pasted import split_honorific
from news.desk import photo_rights
from news.files import parts
from news.fold import fold
from news.models import Agency, AgencyName, Person, Photo
from news.photos import intake, library, renditions

MOST = 12
MOST_PHOTOS = 24
MOST_IN_A_PART = 4 * 1024 * 1024


def urls(admin_site) -> list:
    """Addresses to stand before those of the article admin; names `news_lookup_<noun>` in the site's namespace."""
    nouns = {
        "people": ("tra-cuu/nguoi/", people),
        "agencies": ("tra-cuu/co-quan/", agencies),
        "makers": ("tra-cuu/tac-gia/", makers),
        "photos": ("tra-cuu/anh/", photos),
        "files": ("tra-cuu/tep/", files),
        "lines": ("tra-cuu/dong/", people_and_agencies),
        "articles": ("tra-cuu/bai-viet/", articles),
        "parts": ("tra-cuu/phan-tep/", file_parts),
    }
    nouns["focus"] = ("tra-cuu/anh/<int:pk>/diem-giu/", focus)
    return [
        path(address, _for_staff(admin_site, view), name=f"news_lookup_{noun}")
        for noun, (address, view) in nouns.items()
    ]


def _for_staff(admin_site, view):
    """A script cannot follow the redirect to the sign-in page, so it is told in words."""

    @wraps(view)
    def answer(request: HttpRequest, *args, **kwargs):
        if not admin_site.has_permission(request):
            return _refuse(_("You are signed out. Sign in again in another tab, then go on here."), 401)
        return view(request, *args, **kwargs)

    return never_cache(answer)


def _refuse(sentence: str, status: int) -> JsonResponse:
    return JsonResponse({"error": str(sentence)}, status=status)


def _needs(*names: str, post: str | None = None):
    """The permissions for reading and, where given, the one for posting."""

    def decorate(view):
        @wraps(view)
        def checked(request, *args, **kwargs):
            wanted = [post] if request.method == "POST" and post else names
            if not request.user.has_perms(wanted):
                return _refuse(_("You may not do this. Nothing was changed."), 403)
            return view(request, *args, **kwargs)

        return checked

    return decorate


def _results(labels) -> JsonResponse:
    return JsonResponse({"results": list(labels)})


@require_http_methods(["GET", "POST"])
@_needs("news.view_person", post="news.add_person")
def people(request):
    """GET ?q= searches names without marks; POST full_name, honorific, note creates a record."""
    if request.method == "POST":
        return _create_person(request.POST)
    _honorific, name = split_honorific(request.GET.get("q", ""))
    return _results(of_person(row) for row in with_post(_named(Person.objects, fold(name)))[:MOST])


@require_GET
@_needs("news.view_article")
def articles(request):
    """?q= searches titles and numbers of what readers can see, the newest first; ?but= leaves one article out."""
    return _results(related.found(request.GET.get("q", ""), but=request.GET.get("but", "")))


def _named(rows, query: str) -> QuerySet:
    """Rows whose folded name holds every word of the query: beginnings first, then last words (given names)."""
    if not query:
        return rows.none()
    return _ranked(rows.filter(_holds("folded", query)), query)


def _holds(column: str, query: str) -> Q:
    found = Q()
    for word in query.split()[:8]:
        found &= Q(**{f"{column}__contains": word})
    return found


def _ranked(rows: QuerySet, query: str, *first) -> QuerySet:
    rank = Case(
        When(folded=query, then=0),
        When(folded__startswith=query, then=1),
        When(folded__endswith=f" {query}", then=2),
        When(folded__contains=query, then=3),
        default=4,
        output_field=IntegerField(),
    )
    return rows.order_by(*first, rank, "folded", "pk")


def _create_person(data) -> JsonResponse:
    honorific, name = split_honorific(data.get("full_name", ""))
    person = Person(
        full_name=name,
        honorific=data.get("honorific", "").strip() or honorific,
        note=data.get("note", "").strip(),
    )
    return _create(person, lambda: of_person(with_post(Person.objects.filter(pk=person.pk)).get()))


def _create(row, label) -> JsonResponse:
    try:
        row.full_clean()
    except ValidationError as fault:
        return _refuse(" ".join(fault.messages), 400)
    row.save()
    return JsonResponse(label(), status=201)


@require_http_methods(["GET", "POST"])
@_needs("news.view_agency", post="news.add_agency")
def agencies(request):
    """GET ?q= searches name, abbreviation and other names; POST name, abbreviation creates an agency."""
    if request.method == "POST":
        agency = Agency(
            name=request.POST.get("name", ""), abbreviation=request.POST.get("abbreviation", "").strip()
        )
        return _create(agency, lambda: of_agency(agency))
    rows = _agencies(fold(request.GET.get("q", ""))).select_related("parent")
    return _results(map(of_agency, rows[:MOST]))


def _agencies(query: str) -> QuerySet:
    if not query:
        return Agency.objects.none()
    # Abbreviations are letters without marks, save đ.
    short = Lower(Replace(Replace(F("abbreviation"), Value("Đ"), Value("D")), Value("đ"), Value("d")))
    rows = Agency.objects.filter(merged_into=None).annotate(short=short)
    other = Exists(AgencyName.objects.filter(_holds("folded", query), agency=OuterRef("pk")))
    found = rows.filter(_holds("folded", query) | Q(short__contains=query) | other)
    exact = Case(When(short=query, then=0), default=1, output_field=IntegerField())
    return _ranked(found, query, exact)


@require_GET
@_needs("news.view_person", "news.view_article")
def makers(request):
    """?q= searches colleagues, then people; each label says which by its `kind`."""
    query = request.GET.get("q", "").strip()
    if not query:
        return _results([])
    # Few accounts and no folded column: compared here.
    staff = [
        user for user in get_user_model().objects.filter(is_active=True) if fold(query) in fold(str(user))
    ]
    found = with_post(_named(Person.objects, fold(query)))[:MOST]
    return _results(
        [of_user(user) | {"kind": "user"} for user in staff[:MOST]]
        + [of_person(person) | {"kind": "person"} for person in found]
    )


@require_http_methods(["GET", "POST"])
@_needs("news.view_photo", post="news.add_photo")
def photos(request):
    """GET: the latest photos, or with ?q= those whose words hold it without marks; POST file, credit takes one in."""
    if request.method == "POST":
        return _take_photo(request)
    rows = library.found(Photo.objects.all(), request.GET.get("q", ""))
    return _results(map(of_photo, rows[:MOST_PHOTOS]))


@require_POST
@_needs("news.change_photo")
def focus(request, pk: int):
    """POST x, y (shares of width and height): the point that every crop of the photo keeps, wherever it is shown."""
    photo = get_object_or_404(Photo, pk=pk)
    if not photo_rights.may_change(request.user, photo):
        return _refuse(_("Readers see this photo, so an editor changes it. Nothing was changed."), 403)
    try:
        photo.focal_x, photo.focal_y = (round(float(request.POST[name]), 3) for name in ("x", "y"))
        if not all(0 <= share <= 1 for share in (photo.focal_x, photo.focal_y)):  # NaN is not either.
            raise ValueError
    except (KeyError, ValueError):
        return _refuse(_("This was not understood."), 400)
    photo.save(update_fields=["focal_x", "focal_y"])
    transaction.on_commit(lambda: renditions.owe(photo))
    return JsonResponse({"focus": [photo.focal_x, photo.focal_y]})


def _take_photo(request) -> JsonResponse:
    credit = request.POST.get("credit", "").strip()[:150]
    return _taken(request, lambda file: of_photo(intake.take_in(file, by=request.user, credit=credit)))


def _taken(request, take) -> JsonResponse:
    """The label of the file that was sent, or why it was not kept. 503 asks the page to send it again by itself."""
    if "file" not in request.FILES and "part" not in request.POST:
        return _refuse(_("No file arrived. Choose it again."), 400)
    try:
        with _sent(request) as file:
            return JsonResponse(take(file), status=201)
    except parts.Incomplete:
        return _refuse(_("Not all of the file arrived. It is sent again."), 409)
    except (intake.PhotoRefused, documents.FileRefused) as refusal:
        return _refuse(str(refusal), 400)
    except documents.Busy as busy:
        answer = _refuse(str(busy), 503)
        answer["Retry-After"] = "5"
        return answer


def _sent(request):
    """The file of a request: in it, or come before in parts (`part` = its key, `size`, `name`)."""
    if "file" in request.FILES:
        return nullcontext(request.FILES["file"])
    size, name = request.POST.get("size", ""), request.POST.get("name", "")[:255]
    number = int(size) if size.isdecimal() and len(size) < 15 else 0
    return parts.whole(request.user, request.POST["part"], number, name)


@require_http_methods(["GET", "POST"])
@_needs("news.change_article", post="news.change_article")
def file_parts(request):
    """GET ?key=: how much of one's own file is here; POST key, offset, file (a part) appends to it. {"have": bytes}"""
    if request.method == "GET":
        return JsonResponse({"have": parts.received(request.user, request.GET.get("key", ""))})
    offset, part = request.POST.get("offset", ""), request.FILES.get("file")
    if part is None or not (offset.isdecimal() and len(offset) < 15) or part.size > MOST_IN_A_PART:
        return _refuse(_("This was not understood."), 400)
    try:
        have = parts.add(request.user, request.POST.get("key", ""), int(offset), part.read())
    except documents.FileRefused as refusal:
        return _refuse(str(refusal), 400)
    return JsonResponse({"have": have}, status=201)


@require_POST
@_needs("news.change_article")
def files(request):
    """POST file takes it in, to be attached by the form that asked; `wanted` is document, video or subtitles."""
    wanted = request.POST.get("wanted", "document")
    if wanted not in {"document", "video", "subtitles"}:
        return _refuse(_("Choose a value from the list."), 400)
    return _taken(request, lambda file: of_file(documents.take_in(file, by=request.user, wanted=wanted)))


@require_POST
@_needs("news.view_person", "news.view_agency")
def people_and_agencies(request):
    """POST text (and list=agencies): what each line holds and which records it means; changes nothing."""
    split = lines.agency_lines if request.POST.get("list") == "agencies" else lines.people_lines
    return _results(split(request.POST.get("text", "")[:100_000]))
