"""Where the site asks for two people, one proposes a month of royalties and another closes the very same table."""

from datetime import date

import pytest
from django.db import Error, connection, transaction

from news.desk.errors import NotAllowed, Refused
from news.desk.royalties import table_of
from news.desk.royalties_closing import (
    Moved,
    close,
    fingerprint,
    others_who_may,
    propose,
    proposed,
    reopen,
    standing,
    waiting,
)
from news.models import RoyaltyClosing, RoyaltyProposal
from portal.accounts.models import AuditEntry
from tests import make

pytestmark = pytest.mark.django_db
MAY = date(2022, 5, 1)


@pytest.fixture
def month():
    """May 2022 with one article, on a site that asks for two people."""
    make.site_settings(people_needed="two")
    make.royalty_base()
    make.royalty_rate()
    make.published(at="2022-05-17 11:30", credits=[make.credit()])


@pytest.fixture
def first():
    return make.user("publisher", full_name="Lê Thị Hạnh")


@pytest.fixture
def second():
    return make.user("administrator", full_name="Trần Văn Bình")


def seen() -> str:
    return fingerprint(table_of(MAY).lines)


def test_nobody_closes_a_month_alone(month, first):
    with pytest.raises(Refused, match="hai người"):
        close(MAY, by=first, seen=seen())
    propose(MAY, by=first, seen=seen())
    with pytest.raises(Refused, match="người khác"):
        close(MAY, by=first, seen=seen())
    assert standing(MAY) is None


def test_another_person_closes_what_was_proposed_and_both_names_stay(month, first, second):
    proposal = propose(MAY, by=first, seen=seen())
    closing = close(MAY, by=second, seen=seen())
    assert (closing.by_name, closing.proposal, closing.proposal.by_name) == (
        "Trần Văn Bình",
        proposal,
        "Lê Thị Hạnh",
    )
    assert [entry.model for entry in AuditEntry.objects.filter(model__startswith="news.RoyaltyP")] == [
        "news.RoyaltyProposal"
    ]


def test_a_proposal_is_worth_nothing_once_the_table_says_something_else(month, first, second):
    propose(MAY, by=first, seen=seen())
    make.published(at="2022-05-18 08:00", credits=[make.credit()])
    assert proposed(table_of(MAY)) is None
    with pytest.raises(Refused, match="hai người"):
        close(MAY, by=second, seen=seen())
    propose(MAY, by=second, seen=seen())
    assert close(MAY, by=first, seen=seen()).proposal.by == second


def test_a_proposal_closes_one_month_once(month, first, second):
    propose(MAY, by=first, seen=seen())
    reopen(close(MAY, by=second, seen=seen()), by=second, reason="thử")
    with pytest.raises(Refused, match="hai người"):
        close(MAY, by=second, seen=seen())


def test_the_same_table_is_proposed_once_and_only_as_it_stands(month, first, second):
    propose(MAY, by=first, seen=seen())
    with pytest.raises(Refused, match="đã có đề nghị"):
        propose(MAY, by=second, seen=seen())
    with pytest.raises(Moved):
        propose(MAY, by=second, seen="0" * 32)
    assert RoyaltyProposal.objects.count() == 1


@pytest.mark.parametrize("role", ["", "writer", "editor"])
def test_whoever_may_not_close_proposes_nothing(month, role):
    with pytest.raises(NotAllowed):
        propose(MAY, by=make.user(role), seen=seen())
    assert not RoyaltyProposal.objects.exists()


def test_what_waits_reaches_the_others_and_not_whoever_proposed_it(month, first, second):
    proposal = propose(MAY, by=first, seen=seen())
    assert waiting(second) == [proposal] and waiting(first) == waiting(make.user("editor")) == []
    assert others_who_may(first) == ["Trần Văn Bình"]
    close(MAY, by=second, seen=seen())
    assert waiting(second) == []


def test_a_site_of_one_person_closes_as_before(month, first):
    make.site_settings(people_needed="one")
    assert close(MAY, by=first, seen=seen()).proposal is None


def test_neither_code_nor_database_rewrites_a_proposal(month, first, second):
    proposal = propose(MAY, by=first, seen=seen())
    close(MAY, by=second, seen=seen())
    for verb in (proposal.save, proposal.delete, RoyaltyProposal.objects.all().delete):
        with pytest.raises(TypeError):
            verb()
    for table, column in (("news_royaltyproposal", "by_name"), ("news_royaltyclosing", "proposal_id")):
        with pytest.raises(Error), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"UPDATE {table} SET {column} = {column}")
    assert RoyaltyClosing.objects.get().proposal == proposal
