"""The photo library: finding, describing, crediting, and letting go of photos."""

import io
import re

import pytest
from django.contrib.auth.models import Permission
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from PIL import Image

from news.desk import document, workflow
from news.models import Photo, WorkingCopy
from news.photos import library, renditions
from tests import make
from tests.news.admin.desk_of import as_a

pytestmark = pytest.mark.django_db
LIST = reverse("admin:news_photo_changelist")
LOOKUP = reverse("admin:news_lookup_photos")


def page_of(photo: Photo, verb: str = "change") -> str:
    return reverse(f"admin:news_photo_{verb}", args=[photo.pk])


def shown(client, **asked) -> set[int]:
    return {photo.pk for photo in client.get(LIST, asked).context["cl"].result_list}


def jpeg(name: str = "anh.jpg", colour: str = "teal") -> SimpleUploadedFile:
    file = io.BytesIO()
    Image.new("RGB", (90, 60), colour).save(file, "JPEG")
    return SimpleUploadedFile(name, file.getvalue(), "image/jpeg")


# --- finding ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["hội nghị", "hoi nghi", "HOÀ BÌNH", "lan chup", "IMG_7"])
def test_a_photo_is_found_by_its_words_without_marks(words):
    client = as_a("writer")
    photo = make.photo(alt="Hội nghị tại Hòa Bình", credit="Lan chụp", original_name="IMG_77.jpg")
    make.photo(alt="Lễ ký kết")
    assert shown(client, q=words) == {photo.pk}
    assert [row["id"] for row in client.get(LOOKUP, {"q": words}).json()["results"]] == [photo.pk]


def test_a_changed_description_is_found_at_once():
    photo = make.photo(alt="Cũ")
    photo.alt = "Đường sắt"
    photo.save(update_fields=["alt"])
    assert library.found(Photo.objects.all(), "duong sat").get() == photo


def test_the_library_is_narrowed_to_mine_to_the_unused_and_to_the_undescribed():
    client = as_a("writer")
    mine, used, bare = make.photo(uploaded_by=client.user), make.photo(), make.photo(alt="")
    make.draft(captions=[make.caption(used)])
    assert shown(client, **{"cua-toi": "1"}) == {mine.pk}
    assert shown(client, **{"chua-dung": "1"}) == {mine.pk, bare.pk}
    assert shown(client, **{"chua-mo-ta": "1"}) == {bare.pk}
    assert shown(client, **{"chua-mo-ta": "1", "cua-toi": "1"}) == set()


def test_cover_poster_and_crest_are_in_use_too():
    cover, poster, crest, free = make.photo(), make.photo(), make.photo(), make.photo()
    video = {"title": "Phim", "url": "https://vtv.vn/1", "poster": poster.pk}
    article = make.draft(cover=cover, videos=[video])
    make.site_settings(crest=crest)
    assert set(library.unused(Photo.objects.all())) == {free}
    assert [use.article for use in library.uses(cover) + library.uses(poster)] == [article, article]
    assert [use.article for use in library.uses(crest)] == [None]


def test_a_library_page_costs_the_same_for_one_photo_and_for_forty():
    client = as_a("editor")
    counts = []
    for more in (1, 39):
        for _number in range(more):
            make.photo(uploaded_by=client.user)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            client.get(LIST)
        counts.append(len(asked))
    assert counts[0] == counts[1]


# --- describing and crediting ----------------------------------------------------------------------------------------


def test_the_photographer_is_written_for_all_chosen_photos_at_once():
    client = as_a("writer")
    chosen, other = [make.photo(), make.photo()], make.photo(credit="Minh")
    data = {
        "action": "write_credit",
        "index": "0",
        "credit": "Lê Văn Nam",
        "_selected_action": [row.pk for row in chosen],
    }
    client.post(LIST, data)
    assert [Photo.objects.get(pk=row.pk).credit for row in (*chosen, other)] == [
        "Lê Văn Nam",
        "Lê Văn Nam",
        "Minh",
    ]
    assert library.found(Photo.objects.all(), "le van nam").count() == 2


def test_who_may_only_look_changes_no_photo():
    client, photo = as_a(""), make.photo(credit="Minh")
    client.user.user_permissions.add(Permission.objects.get(codename="view_photo"))
    assert client.get(page_of(photo)).status_code == 200
    client.post(LIST, {"action": "write_credit", "index": "0", "credit": "X", "_selected_action": [photo.pk]})
    assert client.post(page_of(photo), {"alt": "X", "focal_x": "0.1", "focal_y": "0.1"}).status_code in (
        302,
        403,
    )
    photo.refresh_from_db()
    assert (photo.credit, photo.focal_x) == ("Minh", 0.5)


def test_a_moved_point_is_kept_and_new_crops_are_owed(django_capture_on_commit_callbacks):
    client, photo = as_a("writer"), make.picture(600, 400)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(
            page_of(photo), {"title": "", "alt": "Mới", "credit": "", "focal_x": "0.2", "focal_y": "0.8"}
        )
    photo.refresh_from_db()
    assert (photo.focal_x, photo.focal_y, photo.alt) == (0.2, 0.8, "Mới")
    assert photo.renditions["owed"] and photo.renditions["focus"] != "2080"
    renditions.make(photo)
    photo.refresh_from_db()
    assert photo.renditions["focus"] == "2080"


def test_a_point_outside_the_picture_is_refused():
    client, photo = as_a("writer"), make.photo()
    client.post(page_of(photo), {"alt": "", "focal_x": "1.5", "focal_y": "0.5"})
    photo.refresh_from_db()
    assert photo.focal_x == 0.5


def test_the_page_of_a_photo_says_where_it_is_used():
    client, photo = as_a("writer"), make.photo()
    make.published(title="Lễ ký kết tại Huế", captions=[make.caption(photo)])
    assert "Lễ ký kết tại Huế" in client.get(page_of(photo)).content.decode()


# --- letting go ------------------------------------------------------------------------------------------------------


def test_an_unused_photo_goes_with_all_its_files(django_capture_on_commit_callbacks):
    client, photo = as_a("editor"), make.picture()
    with django_capture_on_commit_callbacks(execute=True):
        client.post(page_of(photo, "delete"), {"post": "yes"})
    assert not Photo.objects.exists()
    assert not storages["private"].exists(photo.path)
    assert not storages["public"].exists(renditions.storage_path(photo, ""))


def test_a_photo_in_use_stays_and_the_page_lists_its_articles():
    client, photo = as_a("editor"), make.picture()
    make.draft(title="Lễ ký kết tại Huế", captions=[make.caption(photo)])
    answer = client.post(page_of(photo, "delete"), {"post": "yes"})
    assert answer.status_code == 409 and "Lễ ký kết tại Huế" in answer.content.decode()
    assert Photo.objects.exists() and storages["private"].exists(photo.path)


def test_a_photo_that_only_an_old_edition_shows_stays_too():
    client, photo = as_a("editor"), make.picture()
    make.corrected(make.published(captions=[make.caption(photo)]), captions=[])
    assert client.post(page_of(photo, "delete"), {"post": "yes"}).status_code == 409


def test_a_photo_that_somebody_has_just_dropped_into_an_unsaved_text_stays():
    client, photo = as_a("editor"), make.picture()
    article = make.draft(by=client.user)
    content = document.read(article.open_edition) | {"captions": [make.caption(photo)]}
    WorkingCopy.objects.create(
        edition=article.open_edition, user=client.user, document=content, base_version=1
    )
    assert client.post(page_of(photo, "delete"), {"post": "yes"}).status_code == 409


def test_a_writer_deletes_no_photo():
    client, photo = as_a("writer"), make.picture()
    assert client.post(page_of(photo, "delete"), {"post": "yes"}).status_code == 403
    assert Photo.objects.exists()


# --- uploading -------------------------------------------------------------------------------------------------------


def test_a_photo_dropped_with_its_photographer_carries_the_name():
    client = as_a("writer")
    answer = client.post(LOOKUP, {"file": jpeg(), "credit": "Lê Văn Nam"})
    assert answer.status_code == 201 and answer.json()["credit"] == "Lê Văn Nam"
    assert Photo.objects.get().uploaded_by == client.user


def test_a_busy_server_asks_the_page_to_come_again(monkeypatch):
    from news.files import Busy
    from news.photos import intake

    def busy(*_given, **_named):
        raise Busy("Máy chủ đang bận.")

    monkeypatch.setattr(intake, "take_in", busy)
    answer = as_a("writer").post(LOOKUP, {"file": jpeg()})
    assert (answer.status_code, answer["Retry-After"]) == (503, "5")
    assert answer.json()["error"] == "Máy chủ đang bận."


def test_without_scripts_a_plain_form_uploads_many_and_names_the_refused():
    client = as_a("writer")
    bad = SimpleUploadedFile("virus.jpg", b"not a picture", "image/jpeg")
    answer = client.post(
        reverse("admin:news_photo_add"),
        {"files": [jpeg(), bad, jpeg("b.jpg", "red")], "credit": ""},
        follow=True,
    )
    assert Photo.objects.count() == 2
    assert "virus.jpg" in answer.content.decode()


def test_a_caption_that_describes_the_photo_reaches_readers_without_a_second_description(client):
    photo = make.picture(600, 400)
    row = make.caption(photo, text="Hai bên ký biên bản", alt="", is_described_by_caption=True)
    article = workflow.refreshed(make.published(captions=[row]))
    text = client.get(f"/tin-tuc/{article.last_release.slug}-{article.number}/").content.decode()
    assert 'alt=""' in text and re.search(r"<figcaption[^>]*>(?:<[^>]+>)*Hai bên ký biên bản", text)
    assert 'data-photo aria-label="Ảnh lớn: Hai bên ký biên bản"' in text
