"""What the grid is told while somebody types, and who is told."""

import io
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from news.models import Agency, AgencyName, Person, Photo, StoredFile
from tests import make

pytestmark = pytest.mark.django_db
READING = ("people", "agencies", "photos", "makers")


def address(noun: str) -> str:
    return reverse(f"admin:news_lookup_{noun}")


@pytest.fixture
def ask(client):
    """The names found for a query, asked by a writer."""
    client.force_login(make.user("writer"))

    def _ask(noun: str, query: str) -> list[str]:
        return [label["name"] for label in client.get(address(noun), {"q": query}).json()["results"]]

    return _ask


def picture(colour: str = "navy") -> SimpleUploadedFile:
    file = io.BytesIO()
    Image.new("RGB", (300, 200), colour).save(file, "JPEG")
    return SimpleUploadedFile("hop.jpg", file.getvalue(), "image/jpeg")


# --- searching -------------------------------------------------------------------------------------------------------


def test_a_person_is_found_without_marks_and_case(ask):
    make.person("Đinh Hữu Phí")
    make.person("Đinh Văn Hậu")
    assert ask("people", "dinh huu") == ["Đinh Hữu Phí"]


def test_a_person_is_found_by_the_given_name_and_before_those_that_only_hold_it(ask):
    make.person("Phí Thị Hoa")
    make.person("Đinh Hữu Phí")
    make.person("Trần Phí Long")
    assert ask("people", "phi") == ["Phí Thị Hoa", "Đinh Hữu Phí", "Trần Phí Long"]


def test_a_form_of_address_typed_before_the_name_does_not_count(ask):
    make.person("Đinh Hữu Phí")
    assert ask("people", "Ông Đinh Hữu") == ["Đinh Hữu Phí"]


def test_an_empty_query_finds_nobody(ask):
    make.person("Đinh Hữu Phí")
    assert ask("people", " ") == []
    assert ask("agencies", "") == []


def test_the_hint_is_the_post_held_today(client):
    client.force_login(make.user("writer"))
    person = make.person("Đinh Hữu Phí", note="sinh năm 1960")
    office = make.agency("Cục Sở hữu trí tuệ", abbreviation="Cục SHTT")
    make.appointment(person=person, agency=office, title="Phó Cục trưởng", until_on=date(2015, 1, 31))
    make.appointment(person=person, agency=office, title="Cục trưởng", from_on=date(2015, 2, 1))

    (label,) = client.get(address("people"), {"q": "phi"}).json()["results"]

    assert label["hint"] == "Cục trưởng – Cục SHTT · sinh năm 1960"
    assert (label["title"], label["agency"], label["organization"]) == ("Cục trưởng", office.pk, office.name)


@pytest.mark.parametrize("query", ["so huu tri", "shtt", "dhqg", "cuc sang che"])
def test_an_agency_is_found_by_name_abbreviation_and_other_names(ask, query):
    agency = make.agency("Cục Sở hữu trí tuệ", abbreviation="Cục SHTT, ĐHQG")
    AgencyName.objects.create(agency=agency, name="Cục Sáng chế")
    make.agency("Sở Y tế")
    assert ask("agencies", query) == ["Cục Sở hữu trí tuệ"]


def test_the_agency_whose_abbreviation_it_is_stands_first(ask):
    make.agency("Ban A KHCN")
    make.agency("Bộ Khoa học và Công nghệ", abbreviation="KHCN")
    assert ask("agencies", "khcn") == ["Bộ Khoa học và Công nghệ", "Ban A KHCN"]


def test_photos_are_the_latest_or_those_that_hold_every_word(ask):
    make.photo(title="Ký kết biên bản")
    make.photo(title="Ký kết thỏa thuận")
    assert ask("photos", "") == ["Ký kết thỏa thuận", "Ký kết biên bản"]
    assert ask("photos", "kết biên") == ["Ký kết biên bản"]


def test_makers_are_colleagues_before_people(client):
    client.force_login(make.user("writer", full_name="Nguyễn Thị Lan"))
    make.person("Nguyễn Thị Lan Anh")
    found = client.get(address("makers"), {"q": "thi lan"}).json()["results"]
    assert [(label["kind"], label["name"]) for label in found] == [
        ("user", "Nguyễn Thị Lan"),
        ("person", "Nguyễn Thị Lan Anh"),
    ]


@pytest.mark.parametrize("noun", READING)
def test_a_search_asks_as_often_for_twelve_as_for_one(client, noun, django_assert_num_queries):
    client.force_login(make.user("writer"))
    for _ in range(12):
        make.appointment(person=make.person("Trần Văn An"), agency=make.agency("Sở An", parent=make.agency()))
        make.photo(title="An")
    client.get(address(noun), {"q": "an"})  # the session and the rights are read once a request
    with django_assert_num_queries(6 if noun == "makers" else 5):
        assert len(client.get(address(noun), {"q": "an"}).json()["results"]) == 12


# --- creating --------------------------------------------------------------------------------------------------------


def test_a_person_is_created_with_the_form_of_address_split_off(client):
    client.force_login(make.user("writer"))
    answer = client.post(address("people"), {"full_name": "Bà  Lê Thị Hạnh"})
    person = Person.objects.get()
    assert answer.status_code == 201
    assert (person.full_name, person.honorific) == ("Lê Thị Hạnh", "Bà")
    assert answer.json()["id"] == person.pk


def test_an_agency_is_created_with_its_abbreviation(client):
    client.force_login(make.user("writer"))
    answer = client.post(address("agencies"), {"name": "Sở Y tế", "abbreviation": "SYT"})
    assert answer.json() == {
        "id": Agency.objects.get().pk,
        "name": "Sở Y tế",
        "abbreviation": "SYT",
        "hint": "SYT",
    }


def test_a_record_without_a_name_is_refused_in_words(client):
    client.force_login(make.user("writer"))
    answer = client.post(address("people"), {"full_name": " "})
    assert answer.status_code == 400
    assert answer.json()["error"]
    assert not Person.objects.exists()


def test_an_uploaded_photo_comes_back_as_a_label(client):
    writer = make.user("writer")
    client.force_login(writer)
    label = client.post(address("photos"), {"file": picture()}).json()
    photo = Photo.objects.get()
    assert (label["id"], photo.uploaded_by) == (photo.pk, writer)
    assert label["thumb"] == f"/quan-tri/anh/{photo.pk}/square-200.jpg"


def test_a_file_that_is_no_photo_is_refused_in_words(client):
    client.force_login(make.user("writer"))
    answer = client.post(address("photos"), {"file": SimpleUploadedFile("a.jpg", b"nothing")})
    assert answer.status_code == 400
    assert "a.jpg" in answer.json()["error"]


def test_a_document_is_taken_in_for_the_form(client):
    client.force_login(make.user("writer"))
    file = SimpleUploadedFile("Công văn.pdf", b"%PDF-1.4\n1 0 obj\n<< >>\nendobj\n%%EOF\n", "application/pdf")
    label = client.post(address("files"), {"file": file}).json()
    assert label["id"] == StoredFile.objects.get().pk
    assert label["hint"].startswith("PDF, ")


@pytest.mark.parametrize("noun", ["photos", "files"])
def test_an_upload_without_a_file_is_refused_in_words(client, noun):
    client.force_login(make.user("writer"))
    assert client.post(address(noun)).status_code == 400


# --- pasted lines ----------------------------------------------------------------------------------------------------


def lines(client, text: str, **keys) -> list[dict]:
    return client.post(address("lines"), {"text": text, **keys}).json()["results"]


def test_a_pasted_line_is_split_and_linked_to_the_record_of_that_name(client):
    client.force_login(make.user("writer"))
    person = make.person("Trần Văn Hòa")
    (line,) = lines(client, "Ông Trần Văn Hoà, Giám đốc Sở Tài chính")
    assert (line["honorific"], line["name"], line["title"]) == (
        "Ông",
        "Trần Văn Hoà",
        "Giám đốc Sở Tài chính",
    )
    assert (line["standing"], line["person"]["id"]) == ("known", person.pk)


def test_a_name_that_differs_in_its_marks_or_is_borne_twice_is_left_to_the_editor(client):
    client.force_login(make.user("writer"))
    make.person("Trần Văn Hoa")
    make.person("Lê Thị Mai")
    make.person("Lê Thị Mai")
    found = lines(client, "Trần Văn Hòa\nLê Thị Mai\nVũ Văn Mới")
    assert [(line["standing"], line["person"]) for line in found] == [
        ("doubtful", None),
        ("doubtful", None),
        ("new", None),
    ]


def test_lines_keep_their_numbers_when_empty_ones_are_passed_over(client):
    client.force_login(make.user("writer"))
    assert [line["line"] for line in lines(client, "A B\n\n---\nC D")] == [0, 3]


def test_an_agency_line_is_linked_by_another_name_too(client):
    client.force_login(make.user("writer"))
    agency = make.agency("Cục Sở hữu trí tuệ")
    AgencyName.objects.create(agency=agency, name="Cục Sáng chế")
    (line,) = lines(client, "- Cục Sáng chế (gọi tắt là CSC);", list="agencies")
    assert (line["agency"]["id"], line["abbreviation"]) == (agency.pk, "CSC")


def test_two_hundred_lines_ask_as_often_as_two(client, django_assert_max_num_queries):
    client.force_login(make.user("writer"))
    text = "\n".join(f"Ông {make.person().full_name}, Giám đốc, Sở {number}" for number in range(200))
    with django_assert_max_num_queries(9):
        assert len(lines(client, text)) == 200


# --- who may ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ["writer", "editor", "publisher"])
@pytest.mark.parametrize("noun", READING)
def test_the_newsroom_may_search(client, role, noun):
    client.force_login(make.user(role))
    assert client.get(address(noun)).status_code == 200


@pytest.mark.parametrize("noun", [*READING, "lines", "files"])
def test_a_colleague_without_a_role_learns_nothing(client, noun):
    make.person("Đinh Hữu Phí")
    client.force_login(make.user(""))
    method = client.post if noun in {"lines", "files"} else client.get
    answer = method(address(noun), {"q": "phi", "text": "Đinh Hữu Phí"})
    assert answer.status_code == 403
    assert set(answer.json()) == {"error"}


@pytest.mark.parametrize("noun", [*READING, "lines", "files"])
def test_a_stranger_is_told_to_sign_in_and_learns_nothing(client, noun):
    answer = client.get(address(noun), {"q": "phi"})
    assert answer.status_code == 401
    assert set(answer.json()) == {"error"}


def test_an_administrator_who_does_not_write_creates_and_uploads_nothing(client):
    client.force_login(make.user("administrator"))
    sent = {
        "people": {"full_name": "A B"},
        "agencies": {"name": "Sở"},
        "photos": {"file": picture()},
        "files": {"file": picture()},
    }
    assert {client.post(address(noun), data).status_code for noun, data in sent.items()} == {403}
    assert not (Person.objects.exists() or Agency.objects.exists() or Photo.objects.exists())


def test_a_post_from_a_foreign_page_is_refused():
    from django.test import Client

    client = Client(enforce_csrf_checks=True)
    client.force_login(make.user("writer"))
    assert client.post(address("people"), {"full_name": "A B"}).status_code == 403
    assert not Person.objects.exists()


def test_answers_are_kept_by_no_cache(client):
    client.force_login(make.user("writer"))
    assert "no-store" in client.get(address("people"), {"q": "a"})["Cache-Control"]


# --- articles ---------------------------------------------------------------------------------------------------------


def test_articles_that_readers_see_are_found_by_title_and_number_the_newest_first(client, ask):
    old, new = make.published(title="Hội nghị chuyển đổi số"), make.published(title="Chuyển đổi số ở xã")
    make.draft(title="Chuyển đổi số, bản nháp")
    make.withdrawn(title="Chuyển đổi số, đã gỡ")
    assert ask("articles", "chuyen doi") == [str(new), str(old)]
    assert ask("articles", f"#{old.number}") == [str(old)] and ask("articles", " ") == []
    found = client.get(address("articles"), {"q": "chuyen", "but": new.pk}).json()["results"]
    assert [row["id"] for row in found] == [old.number]
    assert found[0]["hint"].startswith(f"#{old.number} · ")


def test_a_search_of_articles_asks_as_often_for_twelve_as_for_one(client, django_assert_num_queries):
    client.force_login(make.user("writer"))
    for count in (1, 12):
        for _ in range(count):
            make.published(title="Tin tức")
        with django_assert_num_queries(5):
            client.get(address("articles"), {"q": "tin"})


# --- the point to keep ------------------------------------------------------------------------------------------------


def test_the_point_to_keep_is_set_for_the_photo_and_its_crops_are_owed_anew(
    client, django_capture_on_commit_callbacks
):
    client.force_login(make.user("writer"))
    photo = make.picture()
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(reverse("admin:news_lookup_focus", args=[photo.pk]), {"x": "0.25", "y": "0.9"})
    photo.refresh_from_db()
    assert answer.json() == {"focus": [0.25, 0.9]} and (photo.focal_x, photo.focal_y) == (0.25, 0.9)


@pytest.mark.parametrize(
    "sent", [{"x": "1.2", "y": "0.5"}, {"x": "nan", "y": "0.5"}, {"x": "a", "y": "b"}, {}]
)
def test_a_point_outside_the_picture_is_refused(client, sent):
    client.force_login(make.user("writer"))
    photo = make.picture()
    answer = client.post(reverse("admin:news_lookup_focus", args=[photo.pk]), sent)
    before = (photo.focal_x, photo.focal_y)
    photo.refresh_from_db()
    assert answer.status_code == 400 and (photo.focal_x, photo.focal_y) == before


@pytest.mark.parametrize(("role", "status"), [("", 403), ("administrator", 403), (None, 401)])
def test_nobody_else_moves_the_point(client, role, status):
    if role is not None:
        client.force_login(make.user(role))
    address = reverse("admin:news_lookup_focus", args=[make.picture().pk])
    assert client.post(address, {"x": "0.1", "y": "0.1"}).status_code == status
