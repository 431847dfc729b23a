"""Two people changed one text: what only one of them touched is kept of both, the rest is a choice."""

from hypothesis import given
from hypothesis import strategies as some

from news.desk import document
from news.desk.merge import merged

BASE = document.empty() | {"title": "Tin", "lead": "Cũ", "tags": ["a"]}
AGENCY = {"agency": 1, "name": "", "abbreviation": ""}


def test_what_only_one_of_two_changed_is_taken_from_each():
    both = merged(BASE, BASE | {"lead": "Của tôi"}, BASE | {"agencies": [AGENCY], "tags": []})
    assert both.document == BASE | {"lead": "Của tôi", "agencies": [AGENCY], "tags": []}
    assert (both.mine, both.disputed) == (("lead",), ())


def test_where_both_changed_the_colleagues_stands_until_somebody_chooses():
    mine = BASE | {"title": "Tin của tôi", "lead": "Của tôi"}
    both = merged(BASE, mine, BASE | {"title": "Tin của Lan"})
    assert both.document["title"] == "Tin của Lan" and both.document["lead"] == "Của tôi"
    assert both.disputed == ("title",)
    assert both.chosen(mine, ["title"])["title"] == "Tin của tôi"
    assert both.chosen(mine, [])["title"] == "Tin của Lan"


def test_the_same_change_by_both_is_no_dispute():
    both = merged(BASE, BASE | {"lead": "Mới"}, BASE | {"lead": "Mới"})
    assert (both.document["lead"], both.disputed) == ("Mới", ())


def test_the_two_days_of_an_event_are_taken_together():
    base = BASE | {"event_on": "2022-05-17"}
    mine, theirs = base | {"event_until": "2022-05-18"}, base | {"event_on": "2022-05-20"}
    both = merged(base, mine, theirs)
    assert set(both.disputed) == {"event_on", "event_until"}
    assert both.document["event_until"] is None


values = some.sampled_from(["Một", "Hai", "Ba"])
texts = some.builds(lambda lead, byline, tags: BASE | {"lead": lead, "byline": byline, "tags": sorted(tags)},
                    values, values, some.sets(values))  # fmt: skip


@given(texts, texts, texts)
def test_every_change_of_both_is_in_the_result_or_disputed(base, mine, theirs):
    both = merged(base, mine, theirs)
    for key in ("lead", "byline", "tags"):
        if key not in both.disputed:
            changed = [text[key] for text in (mine, theirs) if text[key] != base[key]]
            assert both.document[key] == (changed[0] if changed else base[key])
