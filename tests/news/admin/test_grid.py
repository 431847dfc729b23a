"""The form fields of the lists, the names beside their keys, and how pasted lines are split."""

import json

import pytest
from django import forms
from hypothesis import example, given
from hypothesis import strategies as st

from news.admin.grid import GridField, labels, show_faults
from news.admin.pasted import split_agency, split_honorific, split_lines, split_person
from news.desk.lists import LISTS
from tests import make


def many(count: int) -> dict:
    """A document whose lists name `count` records of each kind."""
    writer = make.user("writer")
    bodies = [make.agency(parent=make.agency()) for _ in range(count)]
    people = [make.appointment(agency=body).person for body in bodies]
    file = make.stored_file()
    return make.content(
        delegations=[
            make.delegation(
                *[make.attendee(person, agency=body) for person, body in zip(people, bodies, strict=True)]
            )
        ],
        agencies=[{"agency": body.pk, "name": body.name, "abbreviation": ""} for body in bodies],
        captions=[make.caption(people=[person.pk]) for person in people],
        attachments=[make.attachment(file)],
        credits=[{"part": "text", "user": writer.pk, "person": None, "pen_name": "", "share": "100"}],
    )


@pytest.mark.django_db
@pytest.mark.parametrize("count", [1, 200])
def test_names_are_asked_for_once_a_model(count, django_assert_num_queries):
    document = many(count)
    with django_assert_num_queries(5):
        found = labels(document)
    assert {model: len(book) for model, book in found.items()} == {
        "person": count,
        "agency": count,
        "photo": count,
        "file": 1,
        "user": 1,
    }


@pytest.mark.django_db
def test_names_of_a_document_of_a_wrong_form_are_left_out():
    person = make.person("Đinh Hữu Phí")
    document = {
        "delegations": [{"attendances": [{"person": person.pk}, "x", {"person": "none"}]}, 7],
        "captions": "x",
    }
    assert labels(document)["person"].keys() == {person.pk}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_without_scripts_is_text_with_its_letters(name):
    field = GridField(name)
    form = type("Form", (forms.Form,), {name: field})(initial={name: [{"name": "Đinh Hữu Phí"}]})
    assert "&quot;name&quot;: &quot;Đinh Hữu Phí&quot;" in str(form[name])


def test_what_the_text_field_shows_comes_back_unchanged():
    rows = [{"agency": 3, "name": "Sở “Y tế” </script>", "abbreviation": ""}]
    field = GridField("agencies")
    assert field.clean(field.prepare_value(rows)) == rows
    assert not field.has_changed(rows, field.prepare_value(rows))


@pytest.mark.parametrize("text", ["{}", '"x"', "[1]", "[", "null x"])
def test_text_that_is_no_list_of_rows_is_refused(text):
    with pytest.raises(forms.ValidationError):
        GridField("captions").clean(text)


@pytest.mark.parametrize("text", ["", "null", "[]"])
def test_an_emptied_list_is_an_empty_list(text):
    assert GridField("captions").clean(text) == []


def test_faults_reach_the_grid_of_their_list():
    form = type(
        "Form", (forms.Form,), {"delegations": GridField("delegations"), "title": forms.CharField()}
    )()
    show_faults(form, {"delegations.0.attendances.2.name": ["Ghi tên."], "title": ["Thiếu."]})
    page = form["delegations"].field.widget.get_context("delegations", "[]", {})["widget"]["page"]
    assert page["faults"] == {"0.attendances.2.name": "Ghi tên."}


@pytest.mark.django_db
def test_sentences_for_the_scripts_are_in_vietnamese():
    page = GridField("captions").widget.get_context("captions", "[]", {})["widget"]["page"]
    assert page["words"]["create_person"] == "Tạo hồ sơ mới “{name}”"
    assert json.dumps(page)


LINES = {
    "Ông Trần Văn A, Giám đốc Sở": ("person", "Ông", "Trần Văn A", "Giám đốc Sở", ""),
    "- Bà Lê Thị B – Phó Giám đốc Sở KH&CN;": ("person", "Bà", "Lê Thị B", "Phó Giám đốc Sở KH&CN", ""),
    "1. Đồng chí Nguyễn Văn C - Trưởng phòng, Sở Y tế": (
        "person",
        "Đồng chí",
        "Nguyễn Văn C",
        "Trưởng phòng",
        "Sở Y tế",
    ),
    "PGS.TS. Nguyễn Văn D: Viện trưởng": ("person", "PGS.TS.", "Nguyễn Văn D", "Viện trưởng", ""),
    "Vũ Thị Hoa, Chuyên viên": ("person", "", "Vũ Thị Hoa", "Chuyên viên", ""),
    "Đoàn Văn Hậu": ("person", "", "Đoàn Văn Hậu", "", ""),
    "1\tÔng\tTrần Văn E\tGiám đốc\tSở Nội vụ": ("person", "Ông", "Trần Văn E", "Giám đốc", "Sở Nội vụ"),
    "Phòng Quản lý khoa học, công nghệ": ("unit", "", "Phòng Quản lý khoa học, công nghệ", "", ""),
    "lãnh đạo một số đơn vị": ("group", "", "lãnh đạo một số đơn vị", "", ""),
}


@pytest.mark.parametrize("text", LINES)
def test_a_line_is_split_into_its_parts(text):
    line = split_person(text)
    assert (line.kind, line.honorific, line.name, line.title, line.organization) == LINES[text]


def test_an_abbreviation_in_brackets_is_split_off():
    line = split_agency("2) Bộ Khoa học và Công nghệ (KH&CN)")
    assert (line.name, line.abbreviation) == ("Bộ Khoa học và Công nghệ", "KH&CN")


def test_a_lone_form_of_address_is_a_name():
    assert split_honorific("Bà") == ("", "Bà")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200))
@example(":A")
@example(" : , A")
@example("Bà : A")
@example("Bà :")
def test_any_text_is_split_without_an_error(text):
    for _number, line in split_lines(text, split_person) + split_lines(text, split_agency):
        assert line.name
