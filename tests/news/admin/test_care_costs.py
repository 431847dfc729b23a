"""What the pages that care for records ask of the database: as often for many rows as for one, or a fixed number for each text."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from news.desk import merging, succession, succession_lines
from tests import make
from tests.news.admin.desk_of import as_a

pytestmark = pytest.mark.django_db


def asked(client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_the_page_that_hides_asks_eight_times_for_each_text_however_many_places():
    administrator = as_a("administrator")
    person = make.person("Đinh Hữu Phí")
    address = reverse("admin:news_person_hide", args=[person.pk])
    counts = []
    for places in (1, 1, 20):
        lead = "Ông Đinh Hữu Phí. " * places
        make.published(lead=lead, delegations=[make.delegation(make.attendee(person))])
        counts.append(asked(administrator, address))
    assert counts[1] - counts[0] == counts[2] - counts[1] <= 9
    assert counts[0] <= 45


def test_likely_duplicates_and_mergers_cost_the_same_for_many():
    editor, address = as_a("editor"), reverse("admin:news_person_duplicates")
    counts = []
    for number in (1, 5):
        for name in range(number):
            pair = [make.person(f"Nguyễn Văn {number} {name}") for _twin in range(2)]
            for person in pair:
                make.appointment(person=person)
            merged = [make.person("Trần Thị Gộp") for _twin in range(2)]
            merging.merge(merging.PERSON, *merged, by=editor.user)
        counts.append(asked(editor, address))
    assert counts[0] == counts[1] <= 14


def test_old_addresses_cost_the_same_for_many():
    editor, address = as_a("editor"), reverse("admin:news_oldaddress_changelist")
    counts = []
    for number in (1, 12):
        for row in range(number):
            make.old_address(f"/cu-{number}?id={row}", article=make.published())
        counts.append(asked(editor, address))
    assert counts[0] == counts[1] <= 9


def test_earlier_mergers_of_agencies_cost_the_same_for_many():
    editor, address = as_a("editor"), reverse("admin:news_agency_reorganize")
    counts = []
    for number in (1, 5):
        for row in range(number):
            old = make.agency(f"Sở số {number} {row}")
            lines = succession_lines.understood(f"{old.name} → Sở mới {number} {row}; 01/03/2025", None)
            succession.apply(lines, by=editor.user)
        counts.append(asked(editor, address))
    assert counts[0] == counts[1] <= 7
