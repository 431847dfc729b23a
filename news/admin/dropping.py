"""The drop zone of the desk: a text and its photos arrive, together or one by one, and become a draft with proposals.

With scripts each file is sent by itself (`file_view`), so that one that is refused holds nobody up; the form then names what was
taken in. Without scripts the form brings all files at once. Both end in `drop_view`.
"""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from news.admin.grid_words import WORDS
from news.admin.labels import of_photo
from news.admin.panel import change_address
from news.desk import rights
from news.desk.words import SAME, words_between
from news.files import Busy
from news.importing import dropping
from news.importing.errors import ChangesPending, ImportRefused
from news.models import Article, Photo, Proposal
from news.photos.intake import PhotoRefused, take_in

MOST_PHOTOS, MOST_SENTENCES = 60, 20
ACCEPTED = ".docx,.odt,.txt,.html,.htm,.mht,.mhtml,.zip,.doc,image/jpeg,image/png,image/webp,image/heic"
WORDS_OF_DROP = {
    "photos_kept": gettext_lazy(
        "{count} photos are uploaded and kept. Now the text: drop the Word file, or paste it."
    ),
    "reading": gettext_lazy("Everything has arrived. The text is being read."),
    "some_lost": gettext_lazy(
        "Some files did not arrive. Try them again, or close their lines to go on without them."
    ),
}
SETTLED = {"after": "accept", "before": "reject"}


def drop_page() -> dict:
    """What the drop zone needs, wherever it stands: `accepted` for its pickers, the others as static/js/grid-page.js learns."""
    return {
        "accepted": ACCEPTED,
        "words": {key: str(sentence) for key, sentence in (WORDS | WORDS_OF_DROP).items()},
        "urls": {"file": reverse("admin:news_article_drop_file")},
        "labels": {},
    }


def suggestions_address(article: Article) -> str:
    return reverse("admin:news_article_suggestions", args=[article.pk])


@require_POST
def file_view(request):
    """One file as multipart `file`. 201 {"photo": label} or {"held": key}; else {"error": sentence} with 400, 403 or 503."""
    if not request.user.has_perms(["news.add_article", "news.add_photo"]):
        return _sorry(_("You may not do this. Nothing was changed."), 403)
    file = request.FILES.get("file")
    if file is None:
        return _sorry(_("No file arrived. Choose it again."), 400)
    try:
        return JsonResponse(_taken(file, request.user), status=201)
    except (PhotoRefused, ImportRefused) as refusal:
        return _sorry(str(refusal), 400)
    except Busy as busy:
        answer = _sorry(str(busy), 503)
        answer["Retry-After"] = "5"
        return answer


def _taken(file, user) -> dict:
    if dropping.is_photo(file):
        photo = take_in(file, by=user)
        return {"id": photo.pk, "name": photo.original_name, "photo": of_photo(photo)}
    held = dropping.receive(file, by=user)
    return {"id": held.pk, "name": held.name, "held": held.pk}


def _sorry(sentence: str, status: int) -> JsonResponse:
    return JsonResponse({"error": str(sentence)}, status=status)


def drop_view(request, site_context: dict):
    """The form on a page of its own, and where all forms lead: on to the proposals, to a question, or back with sentences."""
    if not request.user.has_perms(["news.add_article", "news.add_photo"]):
        raise PermissionDenied
    if request.method != "POST":
        return _page(request, site_context)
    basket = _basket(request)
    if len(basket.held) != 1:
        for held in basket.held:
            dropping.forget(held)
        sentences = [_one_text(basket)] if basket.held or not basket.refusals else []
        return _page(request, site_context, basket, sentences)
    proposal = basket.held[0]
    proposal.photos = [photo.pk for photo in basket.photos]
    proposal.warnings = _with_rest(basket)
    proposal.save(update_fields=["photos", "warnings"])
    return _go_on(request, proposal, site_context)


def _basket(request) -> dropping.Basket:
    """What this form brought, and what it says was taken in before."""
    pasted = _pasted(request)
    basket = dropping.sort_out(request.FILES.getlist("files"), by=request.user)
    basket.refusals = [
        line[:500] for line in request.POST.getlist("refused")[:MOST_SENTENCES]
    ] + basket.refusals
    keys = {int(key) for key in request.POST.getlist("photo")[:MOST_PHOTOS] if _is_key(key)}
    basket.photos = [*Photo.objects.filter(pk__in=keys).order_by("pk"), *basket.photos]
    keys = {int(key) for key in request.POST.getlist("held")[:MOST_SENTENCES] if _is_key(key)}
    basket.held += Proposal.objects.filter(pk__in=keys, by=request.user, edition=None)
    if pasted:
        try:
            basket.held.append(dropping.hold(*pasted, by=request.user))
        except ImportRefused as refusal:
            basket.refusals.append(str(refusal))
    return basket


def _is_key(text: str) -> bool:
    return text.isdecimal() and len(text) <= 18


def _pasted(request) -> tuple[str, bytes] | None:
    """The pasted text; its html where the browser handed that over and nobody typed in the field afterwards."""
    text, html = request.POST.get("pasted", ""), request.POST.get("pasted_html", "")
    if not text.strip():
        return None
    if html.strip():
        return dropping.PASTED_PAGE, f"<html><body><article>{html}</article></body></html>".encode()
    return dropping.PASTED_TEXT, text.encode()


def _one_text(basket: dropping.Basket) -> str:
    if basket.held:
        names = ", ".join(f"“{held.name}”" for held in basket.held[:5])
        return _(
            "More than one text was given: %(names)s. Give one text with its photos; the others are articles of their own."
        ) % {"names": names}
    return _("A text is missing: add the Word file, or paste the words.")


def _with_rest(basket: dropping.Basket) -> list[str]:
    """The refusals, and that the others arrived."""
    if not basket.refusals or not basket.photos:
        return basket.refusals
    return [*basket.refusals, _kept(len(basket.photos))]


def _kept(count: int) -> str:
    return ngettext(
        "The %(count)d photo that was uploaded is kept.", "The %(count)d photos that were uploaded are kept.", count
    ) % {"count": count}  # fmt: skip


def _go_on(request, proposal: Proposal, site_context: dict, settle: str = ""):
    try:
        begun = dropping.begin(proposal, by=request.user, settle=settle)
    except ChangesPending:
        return HttpResponseRedirect(reverse("admin:news_article_drop_changes", args=[proposal.pk]))
    except ImportRefused as refusal:
        basket = dropping.Basket(
            photos=list(Photo.objects.filter(pk__in=proposal.photos)), refusals=[str(refusal)]
        )
        dropping.forget(proposal)
        return _page(request, site_context, basket)
    if begun.is_new or _is_proposed(request.user, begun.article):
        return HttpResponseRedirect(suggestions_address(begun.article))
    return _known(request, begun.article, site_context)


def _is_proposed(user, article: Article) -> bool:
    edition = article.open_edition
    return (
        bool(edition) and Proposal.objects.filter(edition=edition).exists() and rights.may_edit(user, article)
    )


def _known(request, article: Article, site_context: dict):
    """The same words are an article already; whoever wants them twice copies that one."""
    context = {**site_context, "title": _("This text is an article already"), "article": article}
    context["address"] = change_address(article)
    return TemplateResponse(request, "admin/news/drop/known.html", context)


def _page(request, site_context: dict, basket: dropping.Basket | None = None, sentences=()):
    basket = basket or dropping.Basket()
    kept = [_kept(len(basket.photos))] if basket.photos and (basket.refusals or sentences) else []
    context = {
        **site_context,
        "title": _("An article from files"),
        "drop_page": drop_page(),
        "sentences": [*basket.refusals, *sentences, *kept],
        "photos": [of_photo(photo) for photo in basket.photos],
        "pasted": request.POST.get("pasted", ""),
    }
    return TemplateResponse(request, "admin/news/drop/drop.html", context)


def changes_view(request, pk: int, site_context: dict):
    """A Word file with tracked changes waits here, with its photos, for a word about them (glossary.md, message 2)."""
    proposal = get_object_or_404(Proposal, pk=pk, by=request.user, edition=None)
    if request.method == "POST":
        choice = request.POST.get("choice")
        if choice == "cancel":
            dropping.forget(proposal)
            return HttpResponseRedirect(reverse("admin:index"))
        if choice in SETTLED:
            return _go_on(request, proposal, site_context, SETTLED[choice])
    pending = dropping.pending_of(proposal)
    if pending is None:
        return _go_on(request, proposal, site_context)
    context = {
        **site_context,
        "title": _("Which text do you want?"),
        "name": proposal.name,
        "pending": pending,
        "places": _places(proposal) if pending.changes else [],
        "kept": _kept(len(proposal.photos)) if proposal.photos else "",
    }
    return TemplateResponse(request, "admin/news/drop/changes.html", context)


def _places(proposal: Proposal) -> list:
    """Each changed line as words that stay, go and come; none where the format cannot be read both ways."""
    try:
        before, after = (dropping.text_of(proposal, settle=settle) for settle in ("reject", "accept"))
    except ImportRefused:
        return []
    return list(_lines(words_between(before, after)))


def _lines(words) -> list[list[tuple[str, str]]]:
    """The lines in which something differs."""
    lines: list[list[tuple[str, str]]] = [[]]
    for kind, text in words:
        first, *others = text.split("\n")
        lines[-1].append((kind, first))
        lines += [[(kind, other)] for other in others]
    return [line for line in lines if any(kind != SAME and text.strip() for kind, text in line)]
