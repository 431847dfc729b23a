"""A month of royalties: what each maker gets, what is missing, and that a closed month stays what it was."""

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from django.core.exceptions import ValidationError
from django.db import Error, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as some

from news.desk import checks, document, royalties_closing, workflow
from news.desk.errors import NotAllowed, Refused
from news.desk.royalties import table_of
from news.desk.royalties_amounts import split, worth
from news.desk.royalties_closing import Moved, close, fingerprint, reopen, standing
from news.desk.royalties_makers import by_maker
from news.models import RoyaltyClosing, RoyaltyLine, RoyaltyRate
from portal.accounts.models import AuditEntry
from tests import make

MAY = date(2022, 5, 1)


def published(*credits, at="2022-05-17 11:30", **changes):
    return make.published(at=at, credits=list(credits), **changes)


def amounts(table) -> dict:
    return {(line.name, line.part): line.amount for line in table.lines}


def gaps(month=MAY) -> list[tuple[str, bool]]:
    return [(gap.what, gap.is_blocking) for gap in table_of(month).gaps]


# --- arithmetic ----------------------------------------------------------------------------------------------------------


@given(
    amount=some.integers(0, 10**12),
    cuts=some.lists(some.integers(1, 9999), max_size=12, unique=True).map(sorted),
)
def test_shares_of_a_hundred_per_cent_use_up_the_amount_to_the_last_dong(amount, cuts):
    edges = [0, *cuts, 10000]
    shares = [Decimal(b - a) / 100 for a, b in pairwise(edges)]
    parts = split(amount, shares)
    assert sum(parts) == amount
    assert all(abs(part - amount * share / 100) < 1 for part, share in zip(parts, shares, strict=True))


def test_a_dong_that_cannot_be_split_goes_to_the_first_of_equals():
    assert split(100_000, [Decimal("33.34"), Decimal("33.33"), Decimal("33.33")]) == [33340, 33330, 33330]
    assert split(1, [Decimal(50), Decimal(50)]) == [1, 0]


def test_the_worth_of_a_work_is_rounded_once_half_a_dong_upwards():
    assert worth(Decimal("2.5"), 1, 234_001) == 585_003
    assert worth(Decimal("0.5"), 3, 100_000) == 150_000


# --- the table -----------------------------------------------------------------------------------------------------------


pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def one_person_is_enough(db):
    """Closing by two people is in test_royalties_by_two.py."""
    make.site_settings(people_needed="one")


@pytest.fixture
def rates():
    make.royalty_base(100_000)
    return [make.royalty_rate("2"), make.royalty_rate("0.5", part="photo", is_per_photo=True)]


def test_each_maker_gets_their_share_of_coefficient_times_unit(rates):
    lan, binh = make.user(full_name="Lan"), make.person("Bình")
    published(make.credit(lan, "60"), make.credit(binh, "40", pen_name="Thái An"))
    assert amounts(table_of(MAY)) == {("Lan", "text"): 120_000, ("Bình", "text"): 80_000}
    assert gaps() == []


def test_photos_are_counted_where_the_coefficient_is_for_each(rates):
    lan = make.user(full_name="Lan")
    published(make.credit(lan, part="photo"), captions=[make.caption(), make.caption(), make.caption()])
    assert amounts(table_of(MAY)) == {("Lan", "photo"): 150_000}


def test_a_coefficient_of_the_kind_goes_before_the_one_for_all_kinds(rates):
    make.royalty_rate("5", kind="signing")
    lan = make.user(full_name="Lan")
    published(make.credit(lan), kind="signing")
    assert amounts(table_of(MAY)) == {("Lan", "text"): 500_000}


def test_what_holds_on_the_day_of_the_first_publication_counts(rates):
    make.royalty_base(200_000, from_on=date(2022, 5, 18))
    make.royalty_rate("3", from_on=date(2022, 6, 1))
    lan, binh = make.user(full_name="Lan"), make.user(full_name="Bình")
    published(make.credit(lan), at="2022-05-17 23:59")
    published(make.credit(binh), at="2022-05-18 00:00")
    assert amounts(table_of(MAY)) == {("Lan", "text"): 200_000, ("Bình", "text"): 400_000}


def test_a_month_begins_and_ends_at_midnight_in_viet_nam(rates):
    for at in ("2022-04-30 23:59", "2022-05-01 00:00", "2022-05-31 23:59", "2022-06-01 00:00"):
        published(make.credit(), at=at)
    assert table_of(MAY).articles == 2


def test_drafts_and_what_is_scheduled_for_later_do_not_count(rates):
    this_month = timezone.localdate().replace(day=1)
    make.draft(credits=[make.credit()])
    make.scheduled(at=timezone.now() + timezone.timedelta(seconds=50), credits=[make.credit()])
    published(make.credit(make.user(full_name="Lan")), at=None)
    assert [line.name for line in table_of(this_month).lines] == ["Lan"]


def test_a_correction_changes_who_is_paid_and_not_in_which_month(rates):
    lan, binh = make.user(full_name="Lan"), make.user(full_name="Bình")
    article = published(make.credit(lan))
    make.corrected(article, credits=[make.credit(lan, "50"), make.credit(binh, "50")])
    assert amounts(table_of(MAY)) == {("Lan", "text"): 100_000, ("Bình", "text"): 100_000}


def test_an_article_that_was_withdrawn_was_work_all_the_same(rates):
    workflow.withdraw(published(make.credit()), by=None, reason="x", public_reason="y")
    assert table_of(MAY).total == 200_000


def test_what_is_missing_is_named_and_says_whether_it_stands_against_closing():
    published()
    published(make.credit(share="60"))
    assert gaps() == [("base", True), ("rate", True), ("shares", True), ("credit", False)]
    sentences = " ".join(gap.sentence for gap in table_of(MAY).gaps)
    assert "17/05/2022" in sentences and "60" in sentences


def test_somebody_with_two_pen_names_is_one_line_of_the_sheet(rates):
    lan = make.user(full_name="Nguyễn Thị Lan")
    published(make.credit(lan, pen_name="Thái An"), make.credit(lan, part="photo", pen_name="Hạ Vy"))
    published(make.credit(lan), make.credit(make.person("Trần Văn An"), part="edit"))
    makers = by_maker(table_of(MAY).lines)
    assert [(row.name, row.pen_names, row.articles, row.total) for row in makers] == [
        ("Trần Văn An", "", 1, 0),
        ("Nguyễn Thị Lan", "Hạ Vy, Thái An", 2, 400_000),
    ]


def test_a_month_costs_the_same_queries_with_one_article_and_with_many(rates):
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            table_of(MAY)
        return len(asked)

    published(make.credit())
    few = queries()
    for _number in range(12):
        published(make.credit(), make.credit(make.person(), part="photo"), captions=[make.caption()])
    assert queries() == few == 5


# --- closing and reopening -----------------------------------------------------------------------------------------------


@pytest.fixture
def publisher():
    return make.user("publisher", full_name="Lê Thị Hạnh")


def closed(publisher) -> RoyaltyClosing:
    return close(MAY, by=publisher, seen=fingerprint(table_of(MAY).lines), accepts_unpaid=True)


def test_a_closed_month_keeps_its_lines_whatever_changes_later(rates, publisher):
    lan = make.user(full_name="Lan")
    article = published(make.credit(lan), title="Tiêu đề cũ")
    closing = closed(publisher)
    RoyaltyRate.objects.update(coefficient=9)
    lan.full_name = "Lan Anh"
    lan.save()
    make.corrected(article, title="Tiêu đề mới", credits=[make.credit(lan, part="photo")])
    line = closing.lines.get()
    assert (line.title, line.name, line.coefficient, line.amount) == ("Tiêu đề cũ", "Lan", 2, 200_000)
    assert (closing.total, closing.articles, closing.by_name) == (200_000, 1, "Lê Thị Hạnh")
    assert fingerprint(table_of(MAY).lines) != fingerprint(closing.lines.all())


def test_the_frozen_lines_are_those_that_were_computed(rates, publisher):
    published(
        make.credit(share="33.33"),
        make.credit(make.person(), "66.67", pen_name="An"),
        make.credit(part="photo"),
    )
    lines = table_of(MAY).lines
    assert fingerprint(closed(publisher).lines.all()) == fingerprint(lines)


def test_a_table_that_has_changed_since_it_was_looked_at_is_not_closed(rates, publisher):
    published(make.credit())
    seen = fingerprint(table_of(MAY).lines)
    published(make.credit())
    with pytest.raises(Moved):
        close(MAY, by=publisher, seen=seen)
    assert standing(MAY) is None


@pytest.mark.parametrize("gap", ["base", "rate", "shares"])
def test_a_month_that_is_not_whole_is_not_closed(publisher, gap):
    if gap != "base":
        make.royalty_base()
    if gap != "rate":
        make.royalty_rate()
    published(make.credit(share="99.99" if gap == "shares" else "100"))
    with pytest.raises(Refused):
        closed(publisher)
    assert not RoyaltyClosing.objects.exists()


def test_articles_without_a_credit_must_be_accepted_expressly(rates, publisher):
    published()
    seen = fingerprint([])
    with pytest.raises(Refused):
        close(MAY, by=publisher, seen=seen)
    assert close(MAY, by=publisher, seen=seen, accepts_unpaid=True).unpaid == 1


def test_a_month_that_is_not_over_is_not_closed(publisher):
    with pytest.raises(Refused):
        close(timezone.localdate().replace(day=1), by=publisher, seen=fingerprint([]))


def test_a_month_is_closed_once_until_it_is_reopened_with_a_reason(rates, publisher):
    published(make.credit())
    first = closed(publisher)
    with pytest.raises(Refused):
        closed(publisher)
    with pytest.raises(Refused):
        reopen(first, by=publisher, reason="  ")
    reopen(first, by=publisher, reason="Thiếu ảnh của Lan")
    with pytest.raises(Refused):
        reopen(first, by=publisher, reason="lần nữa")
    assert standing(MAY) is None
    second = closed(publisher)
    assert (second.ordinal, standing(MAY)) == (2, second)
    assert first.lines.count() == second.lines.count() == 1


@pytest.mark.parametrize("role", ["", "writer", "editor"])
def test_whoever_may_not_close_changes_nothing(rates, publisher, role):
    published(make.credit())
    somebody, closing = make.user(role), closed(publisher)
    with pytest.raises(NotAllowed):
        reopen(closing, by=somebody, reason="thử")
    with pytest.raises(NotAllowed):
        close(date(2022, 4, 1), by=somebody, seen=fingerprint([]))
    assert standing(MAY) == closing and RoyaltyClosing.objects.count() == 1


def test_a_publisher_of_one_category_does_not_reach_the_money_of_all(rates, publisher):
    category = make.category()
    make.category()
    publisher.limits = {"publisher": [category.pk]}
    publisher.save()
    assert not royalties_closing.may(publisher, royalties_closing.SEE)
    with pytest.raises(NotAllowed):
        closed(publisher)


def test_closing_and_reopening_stand_in_the_log(rates, publisher):
    published(make.credit())
    reopen(closed(publisher), by=publisher, reason="Thiếu ảnh")
    found = AuditEntry.objects.filter(model__startswith="news.Royalty").exclude(model="news.RoyaltyRate")
    models = [entry.model for entry in found.order_by("pk")]
    assert models[-2:] == ["news.RoyaltyClosing", "news.RoyaltyReopening"]
    assert found.latest("pk").changes["reason"] == [None, "Thiếu ảnh"]


def test_a_changed_coefficient_stands_in_the_log_with_before_and_after():
    rate = make.royalty_rate("2")
    rate.coefficient = Decimal("2.5")
    rate.save()
    assert AuditEntry.objects.latest("pk").changes == {"coefficient": ["2.00", "2.5"]}


def test_neither_code_nor_database_rewrites_a_closed_month(rates, publisher):
    published(make.credit())
    closing = closed(publisher)
    reopening = reopen(closing, by=publisher, reason="thử")
    line = closing.lines.get()
    for row in (closing, reopening, line):
        for verb in (row.save, row.delete, type(row).objects.all().delete):
            with pytest.raises(TypeError):
                verb()
    for table, column in (
        ("news_royaltyclosing", "total"),
        ("news_royaltyline", "amount"),
        ("news_royaltyreopening", "reason"),
    ):
        with pytest.raises(Error), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"UPDATE {table} SET {column} = {column}")
    assert RoyaltyLine.objects.get().amount == line.amount


# --- the form ------------------------------------------------------------------------------------------------------------


def test_shares_that_are_not_a_hundred_are_worth_a_look_before_publishing():
    content = make.content(credits=[make.credit(share="60"), make.credit(part="photo")])
    found = [row for row in checks.findings(document.sound(content)) if row.place.startswith("credits")]
    assert [(row.place, row.is_blocking) for row in found] == [("credits.0.share", False)]


def test_a_share_may_be_written_with_a_comma():
    article = make.draft(credits=[make.credit(share="33,33")])
    assert article.open_edition.credits.get().share == Decimal("33.33")


@pytest.mark.parametrize("share", ["0", "-1", "100,01", "nửa", "NaN"])
def test_a_share_beyond_a_hundred_per_cent_is_refused(share):
    with pytest.raises(ValidationError):
        make.draft(credits=[make.credit(share=share)])


def test_credits_keep_the_order_they_were_written_in():
    parts = ["photo", "text", "video", "edit", "translation", "photo"]
    article = make.draft(credits=[make.credit(part=part) for part in parts])
    assert [row["part"] for row in document.read(article.open_edition)["credits"]] == parts


def test_a_copy_and_the_next_edition_take_the_credits_along():
    article = published(make.credit(pen_name="Thái An"))
    copied = workflow.copy(article, by=None).open_edition
    corrected = workflow.correct(article, by=None).open_edition
    assert [row.pen_name for row in (copied.credits.get(), corrected.credits.get())] == ["Thái An"] * 2
