"""Duplicates become one record and, when that was a mistake, exactly the two they were."""

import pytest
from django.apps import apps
from django.test import Client

from news.desk import document, duplicates, hiding, merging
from news.desk.errors import NotAllowed, Refused
from news.models import Agency, Hiding, Merging, Person
from tests import make

pytestmark = pytest.mark.django_db
# What points to a record and stays: the log of hidings is about the record that was hidden.
STAYS = {(Hiding, "person")}


def snapshot() -> dict:
    """Every row of the newsroom but the log of mergers."""
    found = [
        model
        for model in apps.get_app_config("news").get_models(include_auto_created=True)
        if model is not Merging
    ]
    return {model._meta.label: list(model._base_manager.order_by("pk").values()) for model in found}


@pytest.fixture
def people():
    kept, double = make.person("Đinh Hữu Phí", honorific="ông"), make.person("Đinh Hữu Phí", note="Cục SHTT")
    both = [make.caption(people=[kept.pk, double.pk]), make.caption(people=[double.pk])]
    make.published(delegations=[make.delegation(make.attendee(kept, title="Cục trưởng"))])
    make.published(delegations=[make.delegation(make.attendee(double, title="Cục trưởng"))], captions=both)
    make.draft(delegations=[make.delegation(make.attendee(double))],
               credits=[{"part": "text", "person": double.pk, "share": "100"}])  # fmt: skip
    make.appointment(person=double, title="Cục trưởng")
    return kept, double


@pytest.fixture
def agencies():
    ministry = make.agency("Bộ Khoa học và Công nghệ")
    kept = make.agency("Cục Sở hữu trí tuệ", parent=ministry)
    double = make.agency("Cục SHTT", parent=ministry, abbreviation="NOIP")
    kept.other_names.create(name="Cục SHTT Việt Nam")
    double.other_names.create(name="Cuc SHTT Viet Nam")
    make.agency("Phòng Sáng chế", parent=double)
    make.appointment(agency=double)
    named = [{"agency": kept.pk, "name": "Cục Sở hữu trí tuệ"}, {"agency": double.pk, "name": "Cục SHTT"}]
    make.published(agencies=named, delegations=[make.delegation(make.unit(double), agency=double)])
    return kept, double


def test_everything_of_the_duplicate_belongs_to_the_survivor(people):
    kept, double = people
    merging.merge(merging.PERSON, kept, double, by=None, taken=("note",))
    kept.refresh_from_db()
    assert (kept.honorific, kept.note) == ("ông", "Cục SHTT")
    assert (
        kept.attendances.count(),
        kept.appointments.count(),
        kept.captions.count(),
        kept.credits.count(),
    ) == (3, 1, 2, 1)
    assert not double.attendances.exists() and not double.captions.exists()


def test_the_old_address_leads_to_the_survivor_and_the_name_is_found_once(people):
    kept, double = people
    merging.merge(merging.PERSON, kept, double, by=None)
    answer = Client().get(f"/nhan-su/dinh-huu-phi-{double.pk}/")
    assert (answer.status_code, answer["Location"]) == (301, f"/nhan-su/dinh-huu-phi-{kept.pk}/")
    assert list(Person.objects.filter(folded="dinh huu phi")) == [kept]


@pytest.mark.parametrize("pair", ["people", "agencies"])
def test_undoing_gives_back_exactly_what_was(request, pair):
    kept, double = request.getfixturevalue(pair)
    kind = merging.PERSON if pair == "people" else merging.AGENCY
    before = snapshot()
    log = merging.merge(kind, kept, double, by=None, taken=kind.columns)
    assert snapshot() != before
    merging.undo(log, by=None)
    assert snapshot() == before


def test_what_came_after_the_merger_stays_with_the_survivor(people):
    kept, double = people
    log = merging.merge(merging.PERSON, kept, double, by=None)
    make.published(delegations=[make.delegation(make.attendee(kept))])
    kept.refresh_from_db()
    kept.note = "sửa sau"
    kept.save()
    merging.undo(log, by=None)
    kept.refresh_from_db()
    assert (kept.attendances.count(), double.attendances.count(), kept.note) == (2, 2, "sửa sau")


def test_an_edition_that_names_both_agencies_names_the_survivor_once(agencies):
    kept, double = agencies
    merging.merge(merging.AGENCY, kept, double, by=None)
    assert kept.mentions.count() == 1 and kept.units.count() == 1 and kept.delegations.count() == 1
    assert set(kept.other_names.values_list("folded", flat=True)) == {"cuc shtt viet nam", "cuc shtt"}
    assert not Agency.objects.get(pk=double.pk).folded


def test_a_text_saved_before_is_restored_with_the_survivor(people, agencies):
    kept, double = people
    body, other = agencies
    draft = make.draft(
        delegations=[make.delegation(make.attendee(double), make.unit(other), agency=other)],
        captions=[make.caption(people=[double.pk, kept.pk])],
        agencies=[
            {"agency": other.pk, "name": "Cục SHTT"},
            {"agency": body.pk, "name": "Cục Sở hữu trí tuệ"},
        ],
    )
    before = document.read(draft.open_edition)
    merging.merge(merging.PERSON, kept, double, by=None)
    merging.merge(merging.AGENCY, body, other, by=None)
    after = document.read(document.write(draft.open_edition, before, by=None))
    side = after["delegations"][0]
    assert (side["agency"], [line["person"] or line["agency"] for line in side["attendances"]]) == (
        body.pk,
        [kept.pk, body.pk],
    )
    assert after["captions"][0]["people"] == [kept.pk]
    assert [(row["agency"], row["name"]) for row in after["agencies"]] == [(body.pk, "Cục SHTT")]


def test_mergers_of_mergers_lead_to_the_last_and_are_undone_from_the_last(people):
    kept, double = people
    third = make.person("Đinh Hữu Phí")
    first = merging.merge(merging.PERSON, kept, double, by=None)
    second = merging.merge(merging.PERSON, third, kept, by=None)
    assert Person.objects.get(pk=double.pk).merged_into == third
    with pytest.raises(Refused):
        merging.undo(first, by=None)
    merging.undo(second, by=None)
    merging.undo(first, by=None)
    with pytest.raises(Refused):
        merging.undo(first, by=None)


def test_the_superior_body_may_be_the_duplicate():
    above = make.agency("Sở A")
    below = make.agency("Sở A", parent=above)
    log = merging.merge(merging.AGENCY, below, above, by=None)
    below.refresh_from_db()
    assert below.parent is None
    merging.undo(log, by=None)
    below.refresh_from_db()
    assert below.parent == above


def test_who_is_hidden_is_not_merged(people):
    kept, double = people
    words = {"stand_in": "một đại biểu", "stand_in_en": "a participant"}
    hiding.hide(double, by=None, reason="thử", spellings=[], **words)
    with pytest.raises(Refused):
        merging.merge(merging.PERSON, kept, double, by=None)


def test_only_who_keeps_records_merges(people):
    kept, double = people
    with pytest.raises(NotAllowed):
        merging.merge(merging.PERSON, kept, double, by=make.user("writer"))
    log = merging.merge(merging.PERSON, kept, double, by=make.user("editor"))
    with pytest.raises(NotAllowed):
        merging.undo(log, by=make.user("administrator"))


@pytest.mark.parametrize("kind", merging.KINDS.values(), ids=merging.KINDS)
def test_no_pointer_to_a_record_is_forgotten(kind):
    pointing = {
        (row.related_model, row.field.name)
        for row in kind.model._meta.related_objects
        if row.field.many_to_one
    }
    through = {
        (row.through, kind.name)
        for row in kind.model._meta.related_objects
        if row.many_to_many and row.through
    }
    own = {pair for pair in through if pair[0]._meta.auto_created}
    assert set(kind.pointers) == (pointing - STAYS) | own


def test_likely_duplicates_share_more_than_a_name_and_notes_tell_namesakes_apart(people):
    make.person("Trần Văn Bình", note="Sở A")
    make.person("Trần Văn Bình", note="Sở B")
    make.person("Lê Thị Hoà")
    make.person("Lê Thị Hòa")
    groups = duplicates.of_people()
    assert [[row.full_name for row in group.rows] for group in groups] == [
        ["Đinh Hữu Phí"] * 2,
        ["Lê Thị Hoà", "Lê Thị Hòa"],
    ]
    assert groups[0].shared == ["Cục trưởng"]


def test_agencies_of_one_name_or_another_s_other_name_are_suggested(agencies):
    kept, double = agencies
    kept.other_names.create(name="Cục SHTT")
    assert [[row.pk for row in group.rows] for group in duplicates.of_agencies()] == [[kept.pk, double.pk]]


def test_many_duplicates_ask_as_often_as_one(django_assert_num_queries):
    for number in range(30):
        for _double in range(2):
            make.appointment(person=make.person(f"Nguyễn Văn {number}"), title="Trưởng phòng")
    with django_assert_num_queries(4):
        assert len(duplicates.of_people()) == 30
