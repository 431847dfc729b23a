"""What stands around articles: people, agencies, photos, the site's own settings and pages."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from news.models import Page, Photo, SiteSettings
from tests import make
from tests.news.admin.desk_of import as_a

pytestmark = pytest.mark.django_db
PHOTOS = "/quan-tri/news/photo/"


def jpeg(name="anh.jpg", colour="navy") -> SimpleUploadedFile:
    buffer = io.BytesIO()
    Image.new("RGB", (900, 600), colour).save(buffer, "JPEG")
    return SimpleUploadedFile(name, buffer.getvalue(), "image/jpeg")


def names(client, address: str, query: str) -> list[str]:
    return [str(row) for row in client.get(address, {"q": query}).context["cl"].result_list]


def test_people_are_found_without_accents():
    make.person("Đinh Hữu Phí")
    make.person("Trần Thị Hòa")
    assert names(as_a("editor"), reverse("admin:news_person_changelist"), "dinh huu") == ["Đinh Hữu Phí"]


def test_agencies_are_found_by_former_name_and_abbreviation():
    agency = make.agency("Sở Khoa học và Công nghệ", abbreviation="KH&CN")
    agency.other_names.create(name="Ban Khoa học kỹ thuật")
    make.agency("Sở Tài chính")
    client, address = as_a("editor"), reverse("admin:news_agency_changelist")
    for query in ("so khoa hoc", "ban khoa hoc", "kh&cn"):
        assert names(client, address, query) == ["Sở Khoa học và Công nghệ"], query


def test_a_writer_creates_people_and_agencies_but_leaves_those_there_are_to_editors():
    writer, person = as_a("writer"), make.person("Tên Cũ")
    address = reverse("admin:news_person_change", args=[person.pk])
    assert writer.post(address, {"full_name": "Tên Mới"}).status_code == 403
    person.refresh_from_db()
    assert person.full_name == "Tên Cũ"


def test_changing_a_persons_record_leaves_printed_news_as_it_was():
    person = make.person("Nguyễn Văn An")
    article = make.published(delegations=[make.delegation(make.attendee(person, title="Giám đốc"))])
    data = {
        "full_name": "Nguyễn Văn Ân", "honorific": "ông", "note": "", "is_confirmed": "on",
        "appointments-TOTAL_FORMS": "0", "appointments-INITIAL_FORMS": "0",
    }  # fmt: skip
    as_a("editor").post(reverse("admin:news_person_change", args=[person.pk]), data)
    person.refresh_from_db()
    assert person.full_name == "Nguyễn Văn Ân"
    assert article.last_release.delegations.get().attendances.get().printed_name == "Nguyễn Văn An"


def test_many_photos_are_taken_in_at_once_and_a_bad_one_is_named():
    writer = as_a("writer")
    bad = SimpleUploadedFile("hong.jpg", b"no picture", "image/jpeg")
    files = [jpeg("mot.jpg"), jpeg("hai.jpg", "teal"), bad]
    page = writer.post(PHOTOS + "add/", {"files": files, "credit": "Minh Anh"}, follow=True).content.decode()
    assert set(Photo.objects.values_list("original_name", "credit")) == {
        ("mot.jpg", "Minh Anh"),
        ("hai.jpg", "Minh Anh"),
    }
    assert "hong.jpg" in page
    assert Photo.objects.first().uploaded_by == writer.user


def test_a_moved_point_to_keep_asks_for_new_pictures():
    photo = make.photo()
    data = {"title": "", "alt": "Mô tả", "credit": "", "focal_x": "0.1", "focal_y": "0.4"}
    with pytest.MonkeyPatch.context() as patch:
        asked = []
        patch.setattr("news.photos.renditions.owe", asked.append)
        address = reverse("admin:news_photo_change", args=[photo.pk])
        client = as_a("writer")
        _run_on_commit(client, address, data)
    photo.refresh_from_db()
    assert photo.focal_x == 0.1 and asked == [photo]


def _run_on_commit(client, address, data):
    from django.test import TestCase

    with TestCase.captureOnCommitCallbacks(execute=True):
        assert client.post(address, data).status_code == 302


def test_a_photo_that_an_edition_shows_is_not_deleted():
    photo, free = make.photo(), make.photo()
    make.published(captions=[make.caption(photo)])
    editor = as_a("editor")
    for row, status in ((photo, 409), (free, 302)):
        address = reverse("admin:news_photo_delete", args=[row.pk])
        assert editor.post(address, {"post": "yes"}).status_code == status
    assert list(Photo.objects.all()) == [photo]


def test_the_photo_page_says_where_it_is_used():
    photo = make.photo()
    make.draft(title="Bài có ảnh", captions=[make.caption(photo)])
    page = as_a("writer").get(reverse("admin:news_photo_change", args=[photo.pk])).content.decode()
    assert "Bài có ảnh" in page


def test_site_settings_are_one_row_made_by_the_first_save():
    administrator = as_a("administrator")
    address = reverse("admin:news_sitesettings_change", args=[1])
    assert administrator.get(reverse("admin:news_sitesettings_changelist")).url == address
    form = administrator.get(address).context["adminform"].form
    data = {bound.html_name: bound.value() or "" for bound in form} | {"agency_name": "Sở Mới"}
    administrator.post(address, data)
    assert SiteSettings.objects.get().agency_name == "Sở Mới"
    assert administrator.get(reverse("admin:news_sitesettings_add")).status_code == 403


def test_a_standing_page_is_written_with_the_editor_and_sanitised():
    administrator = as_a("administrator")
    address = reverse("admin:news_page_add")
    assert "ckeditor" in administrator.get(address).content.decode()
    data = {
        "title": "Giới thiệu",
        "slug": "gioi-thieu",
        "body": "<p>Chữ<script>x</script></p>",
        "is_public": "on",
    }
    administrator.post(address, data)
    assert Page.objects.get().body == "<p>Chữ</p>"


@pytest.mark.parametrize("name", ["page", "menuitem", "sitesettings"])
@pytest.mark.parametrize("role", ["writer", "editor", "publisher"])
def test_the_site_itself_is_the_administrators(name, role):
    assert as_a(role).get(reverse(f"admin:news_{name}_changelist"), follow=True).status_code == 403


EDITOR_PAGES = ["/quan-tri/news/article/add/", "/quan-tri/news/page/add/"]
PLAIN_PAGES = ["/quan-tri/", "/quan-tri/news/article/", "/quan-tri/news/photo/", "/quan-tri/news/person/add/"]


@pytest.mark.parametrize("address", EDITOR_PAGES + PLAIN_PAGES)
def test_only_pages_with_the_editor_allow_handlers_and_styles_in_attributes(address):
    user = make.user("writer")
    user.groups.add(*make.user("administrator").groups.all(), *make.user("editor").groups.all())
    from tests.news.admin.desk_of import signed_in

    answer = signed_in(user).get(address)
    assert answer.status_code == 200
    policy = {part.split()[0]: part.split()[1:] for part in answer["Content-Security-Policy"].split("; ")}
    assert policy["default-src"] == ["'none'"]
    assert policy["script-src"] == ["'self'"]
    has_editor = address in EDITOR_PAGES
    assert ("'unsafe-inline'" in policy["style-src"]) == has_editor
    assert ("script-src-attr" in policy) == has_editor
