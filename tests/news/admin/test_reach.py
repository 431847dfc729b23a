"""How far a role reaches: what stands elsewhere, and what is the whole house's, is not changed by it, also not by direct post."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accessibility.models import Narration
from news.desk import document, workflow
from news.models import Article, Category, EmergencyNotice, Photo, RoyaltyBase, RoyaltyRate
from portal.accounts.models import User
from tests import make
from tests.news.admin.desk_of import as_a, change, filled, signed_in, step
from tests.test_permissions import everything

pytestmark = pytest.mark.django_db
PHOTOS = reverse("admin:news_photo_changelist")
NARRATIONS = "/quan-tri/accessibility/narration/"


@pytest.fixture
def inside():
    return make.category("Sở hữu trí tuệ")


@pytest.fixture
def outside():
    return make.category("Đo lường")


def limited(role: str, category: Category):
    """A client signed in with a role that holds in one category."""
    return signed_in(User.objects.get(pk=make.user(role, limits={role: [category.pk]}).pk))


# --- photos that readers see ---------------------------------------------------------------------------------------------


def photo_page(photo: Photo) -> str:
    return reverse("admin:news_photo_change", args=[photo.pk])


def tries_to_change(client, photo: Photo) -> tuple:
    """What every way to change a photo leaves of it."""
    words = {"title": "Khác", "alt": "Khác", "credit": "Kẻ gian", "focal_x": "0.1", "focal_y": "0.1"}
    client.post(photo_page(photo), words)
    client.post(reverse("admin:news_lookup_focus", args=[photo.pk]), {"x": "0.1", "y": "0.1"})
    chosen = {"action": "write_credit", "index": "0", "credit": "Kẻ gian", "_selected_action": [photo.pk]}
    client.post(PHOTOS, chosen)
    photo.refresh_from_db()
    return photo.credit, photo.alt, photo.focal_x


@pytest.mark.parametrize("place", ["caption", "cover", "poster", "coming", "crest"])
def test_a_writer_changes_no_photo_that_readers_see_or_will_see(place):
    photo = make.picture(credit="Minh", alt="Cuộc họp")
    if place == "crest":
        make.site_settings(crest=photo)
    shown = {
        "caption": {"captions": [make.caption(photo)]},
        "cover": {"cover": photo.pk},
        "poster": {"videos": [make.video(file=make.film(), poster=photo)]},
        "coming": {"captions": [make.caption(photo)]},
    }.get(place)
    if shown:
        tomorrow = timezone.now() + timedelta(days=1)
        make.scheduled(at=tomorrow, **shown) if place == "coming" else make.published(**shown)
    assert tries_to_change(as_a("writer"), photo) == ("Minh", "Cuộc họp", 0.5)


def test_the_name_under_a_published_photo_is_safe_from_whoever_may_not_publish(client):
    photo = make.picture(credit="Minh")
    article = make.published(captions=[make.caption(photo, credit="")])
    tries_to_change(as_a("writer"), photo)
    page = client.get(f"/tin-tuc/{article.last_release.slug}-{article.number}/").content.decode()
    assert "Ảnh: Minh" in page and "Kẻ gian" not in page


def test_a_writer_changes_photos_of_drafts_and_of_texts_that_were_replaced():
    photo = make.picture(credit="Minh")
    make.draft(captions=[make.caption(photo)])
    make.corrected(make.published(captions=[make.caption(photo)]), captions=[])
    assert tries_to_change(as_a("writer"), photo)[0] == "Kẻ gian"


def test_an_editor_of_a_category_changes_photos_there_and_nowhere_else(inside, outside):
    here, there, both = (make.picture(credit="Minh") for _number in range(3))
    make.published(category=inside, captions=[make.caption(here), make.caption(both)])
    make.published(category=outside, captions=[make.caption(there), make.caption(both)])
    client = limited("editor", inside)
    assert [tries_to_change(client, photo)[0] for photo in (here, there, both)] == ["Kẻ gian", "Minh", "Minh"]


def test_of_many_chosen_photos_those_that_readers_see_stay_and_this_is_said():
    free, live = make.picture(), make.picture(credit="Minh")
    make.published(captions=[make.caption(live)])
    chosen = {"action": "write_credit", "index": "0", "credit": "Lan", "_selected_action": [free.pk, live.pk]}
    answer = as_a("writer").post(PHOTOS, chosen, follow=True)
    assert [str(message) for message in answer.context["messages"]] == [
        "Đã ghi tác giả “Lan” cho 1 ảnh.",
        "1 ảnh được giữ nguyên vì bạn đọc đang xem: biên tập viên mới sửa được.",
    ]
    assert [Photo.objects.get(pk=row.pk).credit for row in (free, live)] == ["Lan", "Minh"]


def test_the_page_of_such_a_photo_says_why_it_is_only_to_be_read():
    photo = make.picture()
    make.published(captions=[make.caption(photo)])
    page = as_a("writer").get(photo_page(photo)).content.decode()
    assert "Bạn đọc đang xem ảnh này" in page and 'name="alt"' not in page
    assert 'name="alt"' in as_a("editor").get(photo_page(photo)).content.decode()


# --- categories ----------------------------------------------------------------------------------------------------------


def sent(category: Category | None = None, **more) -> dict:
    row = {"name": "Mới", "name_en": "", "slug": "moi", "description": "", "description_en": "", "order": "0"}
    if category:
        row |= {"name": category.name, "slug": category.slug, "parent": category.parent_id or ""}
    return row | more


@pytest.mark.parametrize("role", ["editor", "publisher"])
def test_nobody_widens_a_role_by_moving_a_category_under_the_own_one(inside, outside, role):
    client = limited(role, inside)
    address = reverse("admin:news_category_change", args=[outside.pk])
    assert client.post(address, sent(outside, parent=inside.pk)).status_code == 403
    outside.refresh_from_db()
    assert outside.parent is None


def test_a_role_of_one_category_keeps_it_and_makes_new_ones_below_it(inside, outside):
    client, add = limited("editor", inside), reverse("admin:news_category_add")
    own = reverse("admin:news_category_change", args=[inside.pk])
    assert client.post(own, sent(inside, description="Về sáng chế")).status_code == 302
    for parent in ("", outside.pk):
        answer = client.post(add, sent(parent=parent))
        assert "chỉ có hiệu lực trong một số chuyên mục" in answer.content.decode()
    assert "chỉ có hiệu lực" in client.post(own, sent(inside, parent=outside.pk)).content.decode()
    assert client.post(add, sent(parent=inside.pk)).status_code == 302
    assert Category.objects.get(slug="moi").parent == inside
    inside.refresh_from_db()
    assert (inside.description, inside.parent) == ("Về sáng chế", None)


def test_an_editor_of_the_whole_house_orders_all_categories(inside, outside):
    address = reverse("admin:news_category_change", args=[outside.pk])
    assert as_a("editor").post(address, sent(outside, parent=inside.pk)).status_code == 302
    outside.refresh_from_db()
    assert outside.parent == inside


# --- what is the whole house's -------------------------------------------------------------------------------------------


def test_a_publisher_of_one_category_sets_no_notice_on_every_page(inside, outside):
    client, notice = limited("publisher", inside), make.emergency()
    sent_notice = {"level": "warning", "text": "Tin giả", "text_en": "", "url": ""}
    for address in (
        reverse("admin:news_emergencynotice_add"),
        reverse("admin:news_emergencynotice_change", args=[notice.pk]),
        reverse("admin:news_emergencynotice_end", args=[notice.pk]),
    ):
        assert client.post(address, sent_notice).status_code == 403
    assert EmergencyNotice.objects.get().is_running()
    add = f'href="{reverse("admin:news_emergencynotice_add")}"'
    assert add not in client.get("/quan-tri/").content.decode()
    assert add in as_a("publisher").get("/quan-tri/").content.decode()


def test_a_publisher_of_one_category_does_not_say_what_everybody_is_paid(inside, outside):
    client, rate, base = limited("publisher", inside), make.royalty_rate("2"), make.royalty_base(100_000)
    for name, row in (("royaltyrate", rate), ("royaltybase", base)):
        for address in (
            reverse(f"admin:news_{name}_add"),
            reverse(f"admin:news_{name}_change", args=[row.pk]),
            reverse(f"admin:news_{name}_changelist"),
        ):
            assert client.post(address, {"coefficient": "9", "amount": "9"}).status_code == 403
            assert client.get(address).status_code == 403
    assert (RoyaltyRate.objects.get().coefficient, RoyaltyBase.objects.get().amount) == (2, 100_000)


# --- what readers hear ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("word", ["lam-lai", "nguoi-doc", "giong-may"])
@pytest.mark.parametrize("role", ["editor", "publisher"])
def test_a_recording_is_changed_where_the_role_reaches(inside, outside, role, word):
    here, there = (make.recording(make.published(category=row)).narration for row in (inside, outside))
    client = limited(role, inside)
    assert client.post(f"{NARRATIONS}{there.pk}/{word}/").status_code == 403
    assert client.post(f"{NARRATIONS}{here.pk}/{word}/").status_code == 302
    left = Narration.objects.get(pk=there.pk)
    assert left.state == "made" and left.recording is not None
    page = client.get(f"{NARRATIONS}{there.pk}/change/").content.decode()
    assert (
        "lam-lai" not in page and "lam-lai" in client.get(f"{NARRATIONS}{here.pk}/change/").content.decode()
    )


def test_of_many_chosen_recordings_those_beyond_the_role_stay_and_this_is_said(inside, outside):
    here, there = (make.recording(make.published(category=row)).narration for row in (inside, outside))
    data = {"action": "make_again", "_selected_action": [here.pk, there.pk]}
    answer = limited("publisher", inside).post(NARRATIONS, data, follow=True)
    states = [Narration.objects.get(pk=row.pk).state for row in (here, there)]
    assert states == ["owed", "made"]
    assert "1 bản ghi được giữ nguyên" in " ".join(map(str, answer.context["messages"]))


def test_recordings_of_articles_with_a_word_are_made_again_where_the_role_reaches(inside, outside):
    entry = make.glossary_entry("KHCN", "khoa học công nghệ")
    body = "<p>Sở KHCN họp.</p>"
    here, there = (
        make.recording(make.published(category=row, body=body)).narration for row in (inside, outside)
    )
    limited("editor", inside).post(reverse("admin:news_glossaryentry_articles", args=[entry.pk]))
    assert [Narration.objects.get(pk=row.pk).state for row in (here, there)] == ["owed", "made"]


# --- articles of others, by direct post ----------------------------------------------------------------------------------


PER_ARTICLE = (
    "change",
    "autosave",
    "conflict",
    "restore",
    "leader",
    "suggestions",
    "preview",
    "frame",
    "title",
)
STEPS = (
    "submit", "send_back", "approve", "publish", "schedule", "withdraw", "archive", "feature", "bin", "correct",
    "quick_fix",
)  # fmt: skip


@pytest.mark.parametrize("role", ["writer", "editor", "publisher"])
def test_no_address_of_a_foreign_article_changes_anything(inside, outside, role):
    client = limited(role, inside)
    draft = make.draft(category=outside, by=make.user("writer"), captions=[make.caption()])
    live = make.published(category=outside)
    everyone = {"base_version": "1", "title": "Chiếm", "choice": "merge", "ban": "luu-1", "reason": "x"}
    person = make.person()
    everyone |= {"public_reason": "x", "act": "rest", "note-leader": "x", "_do": "note"}
    before = everything()
    for article in (draft, live):
        everyone["edition_pk"] = (article.open_edition or article.last_release).pk
        for name in PER_ARTICLE:
            more = [person.pk] if name == "title" else []
            client.post(reverse(f"admin:news_article_{name}", args=[article.pk, *more]), everyone)
        for name in STEPS:
            assert client.post(step(article, name), everyone).status_code == 403, name
        chosen = {"_selected_action": [article.pk], "_confirmed": "publish", "action": "step_publish"}
        client.post(reverse("admin:news_article_changelist"), chosen)
    assert everything() == before
    assert client.get(change(draft)).status_code == 200


def test_rows_that_carry_keys_of_another_article_become_rows_of_this_one_alone():
    """The lists of a form are data and no rows of the database: keys that somebody adds to them mean nothing."""
    foreign = make.draft(
        captions=[make.caption(text="Của người khác")],
        credits=[make.credit(share="40")],
        delegations=[make.delegation(make.attendee())],
    )
    edition = foreign.open_edition
    writer = make.user("writer")
    client, article = signed_in(writer), make.draft(by=writer)
    keys = {"edition": edition.pk, "edition_id": edition.pk, "order": 1, "version": 9}
    rows = {
        "captions": [make.caption(text="Chiếm") | keys | {"id": edition.captions.get().pk}],
        "credits": [make.credit(writer) | keys | {"pk": edition.credits.get().pk}],
        "delegations": [make.delegation(make.attendee()) | keys | {"id": edition.delegations.get().pk}],
    }
    before = document.read(edition)
    data = filled(client, change(article), **{name: json.dumps(row) for name, row in rows.items()})
    assert client.post(change(article), data | {"state": "released", "standing": "normal"}).status_code == 302
    assert document.read(edition) == before
    mine = workflow.refreshed(article)
    assert (mine.open_edition.captions.get().text, mine.open_edition.state) == ("Chiếm", "draft")
    assert mine.last_release is None


def test_a_copy_of_a_foreign_article_is_a_draft_without_a_category(inside, outside):
    article = make.published(title="Của Đo lường", category=outside)
    client = limited("writer", inside)
    answer = client.post(reverse("admin:news_article_copy", args=[article.pk]))
    assert answer.status_code == 302
    made = Article.objects.latest("pk")
    assert (made.open_edition.title, made.open_edition.category) == ("Của Đo lường", None)


@pytest.mark.parametrize("number", ["9" * 30, "9" * 5000])
def test_a_number_beyond_every_column_is_no_failure_of_the_server(number):
    publisher, administrator = as_a("publisher"), as_a("administrator")
    article, person = make.draft(), make.person()
    copy = {"title": "x", "edition_pk": article.open_edition.pk, "base_version": 0, "form_name": "a"}
    publisher.post(change(article), copy)
    asked = [
        (publisher, reverse("admin:news_person_duplicates"), {"merging": number}),
        (publisher, reverse("admin:news_article_conflict", args=[article.pk]), {"choice": "merge", "base_version": number}),
        (publisher, reverse("admin:news_article_restore", args=[article.pk]),
         {"ban": f"ban-{article.open_edition.pk}", "base_version": number}),
        (administrator, reverse("admin:news_person_hide", args=[person.pk]),
         {"act": "write", "reason": "x", "stand_in": "a b", "stand_in_en": "c d", "file": number, "place": f"{number}|x",
          f"version|{number}": number}),
    ]  # fmt: skip
    for client, address, data in asked:
        assert client.post(address, data).status_code < 500, address


@pytest.mark.parametrize("said", [
    b'{"edition": 1e999}', b'{"base_version": 99999999999}', b'{"count": -1}', b"[]", b'{"edition": NaN}', b"1",
])  # fmt: skip
def test_an_autosave_that_makes_no_sense_is_refused_in_words(said):
    client, article = as_a("editor"), make.draft()
    address = reverse("admin:news_article_autosave", args=[article.pk])
    answer = client.post(address, said, content_type="application/json")
    assert answer.status_code == 400 and answer.json()["error"]


def test_a_form_with_numbers_beyond_every_column_is_no_failure_of_the_server():
    writer = make.user("writer")
    client, article = signed_in(writer), make.draft(by=writer)
    numbers = dict.fromkeys(("base_version", "edition_pk", "form_count", "cover"), "9" * 17)
    answer = client.post(change(article), numbers | {"title": "x", "kind": "other"})
    assert answer.status_code in (200, 302)
