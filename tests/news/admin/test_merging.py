"""Duplicates in the newsroom's pages: suggested, compared, merged, undone."""

import pytest
from django.urls import reverse

from news.models import Agency, Merging, Person
from portal.accounts.models import AuditEntry
from tests import make
from tests.news.admin.desk_of import as_a

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair():
    agency = make.agency("Cục Sở hữu trí tuệ")
    kept, double = make.person("Đinh Hữu Phí"), make.person("Đinh Hữu Phí", note="Cục trưởng từ 2019")
    for person in (kept, double):
        make.appointment(person=person, agency=agency, title="Cục trưởng")
    make.published(delegations=[make.delegation(make.attendee(double))])
    return kept, double


@pytest.fixture
def editor():
    return as_a("editor")


def merge_page(row) -> str:
    return reverse(f"admin:news_{row._meta.model_name}_merge", args=[row.pk])


def test_likely_duplicates_lead_to_their_comparison(editor, pair):
    kept, double = pair
    html = editor.get(reverse("admin:news_person_duplicates")).content.decode()
    assert f"{merge_page(kept)}?voi={double.pk}" in html and "Cùng có: Cục Sở hữu trí tuệ; Cục trưởng" in html


def test_both_records_stand_side_by_side_with_the_fuller_value_proposed(editor, pair):
    kept, double = pair
    answer = editor.get(merge_page(kept), {"voi": double.pk})
    note = next(row for row in answer.context["fields"] if row["name"] == "note")
    assert (note["differs"], note["takes_right"]) == (True, True)
    assert [sum(count for _what, count in counts) for _side, counts in answer.context["sides"]] == [1, 2]


def test_the_chosen_survivor_and_values_are_kept_and_the_act_is_logged(editor, pair):
    kept, double = pair
    sent = {"other": double.pk, "survivor": kept.pk, "note": double.pk}
    answer = editor.post(merge_page(kept), sent)
    assert answer["Location"] == reverse("admin:news_person_change", args=[kept.pk])
    assert Person.objects.get(pk=kept.pk).note == "Cục trưởng từ 2019"
    entry = AuditEntry.objects.filter(model="news.Merging").latest("pk")
    assert entry.by == editor.user and entry.changes["merged"] == [None, double.pk]


def test_the_other_record_may_survive(editor, pair):
    kept, double = pair
    editor.post(merge_page(kept), {"other": double.pk, "survivor": double.pk})
    assert Person.objects.get(pk=kept.pk).merged_into == double


def test_a_merged_record_leaves_the_list_and_its_page_names_the_other(editor, pair):
    kept, double = pair
    editor.post(merge_page(kept), {"other": double.pk, "survivor": kept.pk})
    listed = editor.get(reverse("admin:news_person_changelist")).context["cl"].result_list
    assert list(listed) == [kept]
    page = editor.get(reverse("admin:news_person_change", args=[double.pk])).content.decode()
    assert reverse("admin:news_person_change", args=[kept.pk]) in page
    assert editor.get(merge_page(double)).status_code == 404


def test_a_merger_is_undone_from_the_list(editor, pair):
    kept, double = pair
    editor.post(merge_page(kept), {"other": double.pk, "survivor": kept.pk})
    address = reverse("admin:news_person_duplicates")
    assert "Hoàn tác gộp" in editor.get(address).content.decode()
    editor.post(address, {"merging": Merging.objects.get().pk})
    assert Person.objects.get(pk=double.pk).merged_into is None and double.attendances.count() == 1
    assert "Đã hoàn tác ngày" in editor.get(address).content.decode()


def test_another_spelling_is_found_without_accents(editor, pair):
    kept, _double = pair
    other = make.person("Đinh Hữu Phi")
    answer = editor.get(merge_page(kept), {"q": "huu phi"})
    assert other in [row for row, _hint in answer.context["found"]]


def test_agencies_are_merged_with_their_columns(editor):
    kept, double = (
        make.agency("Sở Khoa học"),
        make.agency("Sở Khoa học", abbreviation="KHCN", kind="department"),
    )
    sent = {"other": double.pk, "survivor": kept.pk, "abbreviation": double.pk, "kind": double.pk}
    editor.post(merge_page(kept), sent)
    row = Agency.objects.get(pk=kept.pk)
    assert (row.abbreviation, row.kind) == ("KHCN", "department")


def test_nonsense_is_not_merged(editor, pair):
    kept, _double = pair
    for other in (str(kept.pk), "0", "x", "9" * 30):
        assert editor.post(merge_page(kept), {"other": other}).status_code == 200
    assert editor.post(reverse("admin:news_person_duplicates"), {"merging": "x"}).status_code == 404
    assert not Merging.objects.exists()


@pytest.mark.parametrize("role", ["writer", "administrator"])
def test_others_may_not(role, pair):
    client, (kept, double) = as_a(role), pair
    assert client.get(merge_page(kept)).status_code == 403
    assert client.post(merge_page(kept), {"other": double.pk}).status_code == 403
