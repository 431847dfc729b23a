"""What is saved while somebody merges records or saves a neighbour: nobody waits for ever, and nothing is left behind.

On PostgreSQL the two run at once, in threads; on SQLite one after the other.
"""

import time
from threading import Barrier, Event

import pytest
from django.db import connection, transaction

from news.desk import document, hiding, merging, succession, succession_lines
from news.desk.errors import Refused
from news.models import Agency, Attendance, Hiding
from tests import make
from tests.news.admin.test_races import at_once

pytestmark = pytest.mark.django_db(transaction=True)
# Seconds that an act stays open once it has written, so that the other one meets it.
OPEN = 0.5


def saved(article, **changes) -> None:
    edition = article.open_edition
    document.write(edition, document.read(edition) | changes, by=None)


def test_two_articles_that_name_each_other_are_saved_at_one_moment():
    one, other = make.draft(), make.draft()
    both = Barrier(2)

    def save(article, related) -> None:
        with transaction.atomic():
            saved(article, related=[related.number])
            if connection.vendor != "sqlite":
                both.wait(10)

    at_once(lambda: save(one, other), lambda: save(other, one))
    assert [list(article.open_edition.related.all()) for article in (one, other)] == [[other], [one]]


@pytest.mark.parametrize("is_new", [False, True])
def test_an_article_saved_while_its_person_is_merged_names_the_record_that_is_kept(is_new):
    kept, double = make.person("Đinh Hữu Phí"), make.person("Đinh Hữu Phí")
    sides = [make.delegation(make.attendee(double))]
    first = make.draft(delegations=sides)
    article = None if is_new else first
    written = Event()

    def save() -> None:
        with transaction.atomic():
            if article:
                saved(article, lead="Mới", delegations=sides)
            else:
                make.draft(delegations=sides)
            written.set()
            if connection.vendor != "sqlite":
                time.sleep(OPEN)

    def merge() -> None:
        written.wait(10)
        merging.merge(merging.PERSON, kept, double, by=None)

    at_once(save, merge)
    assert set(Attendance.objects.values_list("person", flat=True)) == {kept.pk}


def refusal(act) -> str:
    """What the act was refused with, "" for one that was taken."""
    try:
        act()
    except Refused as refused:
        return str(refused)
    return ""


@pytest.mark.parametrize("_round", range(3))
def test_of_two_who_press_apply_one_is_told_and_the_new_body_is_made_once(_round):
    for name in ("Sở A", "Sở B"):
        make.agency(name)
    lines = [succession_lines.understood(f"{one} + {other} → Sở C; 01/03/2025", None)
             for one, other in (("Sở A", "Sở B"), ("Sở B", "Sở A"))]  # fmt: skip
    acts = [lambda read=read: refusal(lambda: succession.apply(read, by=None)) for read in lines]
    assert sorted(bool(said) for said in at_once(*acts)) == [False, True]
    assert Agency.objects.filter(name="Sở C").count() == 1


@pytest.mark.parametrize("_round", range(3))
def test_a_person_is_hidden_or_merged_but_no_hidden_record_is_a_duplicate(_round):
    kept, double = make.person("Đinh Hữu Phí"), make.person("Đinh Hữu Phí")
    words = {"stand_in": "một đại biểu", "stand_in_en": "a participant", "reason": "thử", "spellings": []}
    acts = [
        lambda: merging.merge(merging.PERSON, kept, double, by=None),
        lambda: hiding.hide(double, by=None, **words),
    ]
    said = at_once(*(lambda act=act: refusal(act) for act in acts))
    assert sorted(map(bool, said)) == [False, True]
    double.refresh_from_db()
    assert bool(double.merged_into_id) != Hiding.objects.exists()
