"""What the newsroom's pages ask of the database: as often for many as for one, and no more than is written here."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from news.desk import workflow
from tests import make
from tests.news.admin.desk_of import as_a, change

pytestmark = pytest.mark.django_db
LIST = "/quan-tri/news/article/"


def asked(client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def with_attendees(count: int, by, **more):
    people = [make.attendee(agency=make.agency().pk) for _ in range(count)]
    sides = [make.delegation(*people[::2]), make.delegation(*people[1::2])]
    return make.draft(by=by, delegations=sides, **more)


def test_writing_asks_twenty_times_whether_one_attended_or_two_hundred():
    editor = as_a("editor")
    one, many = (asked(editor, change(with_attendees(count, editor.user))) for count in (1, 200))
    assert one == many <= 20


def test_photos_files_and_credits_cost_one_question_a_kind_however_many():
    editor = as_a("editor")

    def full(count):
        rows = range(count)
        return with_attendees(
            2 * count,
            editor.user,
            captions=[make.caption(text=f"Ảnh {n}", people=[make.person().pk]) for n in rows],
            attachments=[make.attachment() for _ in rows],
            videos=[make.video(file=make.film().pk) for _ in rows],
            credits=[{"part": "text", "person": make.person().pk, "share": str(100 // count)} for _ in rows],
        )

    one, many = (asked(editor, change(full(count))) for count in (1, 10))
    assert one == many <= 28


@pytest.mark.parametrize(
    "query",
    ["", "?q=tin", "?q=1", "?q=khong+co", "?co-quan=co+quan", "?tu-ngay=2020-01-01", "?language__exact=vi", "?loai=other"]
    + [f"?trang-thai={state}" for state in ("draft", "review", "scheduled", "live", "archived", "withdrawn", "binned",
                                            "returned", "unlooked")]
    + [f"?cua={whose}" for whose in ("toi", "toi-sua", "cho-toi")],
)  # fmt: skip
def test_the_list_asks_as_often_for_sixty_as_for_one(query):
    publisher = as_a("publisher")
    _one_of_each(publisher.user)
    few = asked(publisher, LIST + query)
    for _ in range(7):
        _one_of_each(publisher.user)
    assert asked(publisher, LIST + query) <= max(few, 8)


def _one_of_each(by) -> None:
    body = make.agency()

    def fresh():
        return make.draft(by=by, title="Tin của cơ quan", agencies=[{"agency": body.pk, "name": body.name}])

    workflow.submit(fresh(), by=by)
    workflow.send_back(workflow.submit(fresh(), by=by), by=None, reason="x")
    workflow.withdraw(workflow.publish(fresh(), by=None), by=None, reason="x", public_reason="y")
    workflow.archive(workflow.publish(fresh(), by=None), by=None)
    workflow.bin(fresh(), by=by)
    make.scheduled(at=make.moment("2099-01-01 08:00"))
    workflow.publish(fresh(), by=by, reason="một mình")


@pytest.mark.parametrize("role", ["editor", "writer"])
def test_a_person_asks_as_often_with_forty_attendances_as_with_one(role):
    client, person = as_a(role), make.person()
    address = f"/quan-tri/news/person/{person.pk}/change/"
    make.appointment(person=person, agency=make.agency())
    make.published(delegations=[make.delegation(make.attendee(person))])
    one = asked(client, address)
    for _ in range(40):
        make.published(delegations=[make.delegation(make.attendee(person))])
    # One of them asks whether the person is hidden from readers.
    assert asked(client, address) == one <= 9


@pytest.mark.parametrize("role", ["editor", "writer"])
def test_an_agency_asks_as_often_however_often_it_was_named(role):
    client, body = as_a(role), make.agency()
    address = f"/quan-tri/news/agency/{body.pk}/change/"
    one = asked(client, address)
    for _ in range(20):
        make.published(agencies=[{"agency": body.pk, "name": body.name}])
        make.agency(parent=body)
    assert asked(client, address) == one <= 8


@pytest.mark.parametrize("noun", ["person", "agency"])
def test_lists_of_records_ask_as_often_for_forty_as_for_one(noun):
    client, one_more = as_a("editor"), getattr(make, noun)
    one_more()
    for query in ("", "?q=a", "?is_confirmed__exact=1"):
        few = asked(client, f"/quan-tri/news/{noun}/{query}")
        for _ in range(40):
            one_more()
        assert asked(client, f"/quan-tri/news/{noun}/{query}") == few <= 8
