"""Two people changed one text: what only one of them touched is kept of both, the rest is a choice."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as some

from news.desk import document
from news.desk.merge import merged
from news.desk.merge_rows import joined

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


def captions(*numbers, **changes) -> list[dict]:
    blank = {
        "text": "",
        "alt": "",
        "is_decorative": False,
        "is_described_by_caption": False,
        "credit": "",
        "people": [],
    }
    return [{"photo": number} | blank | changes.get(f"photo{number}", {}) for number in numbers]


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "both"),
    [
        ([1, 2], [1, 2, 3], [1, 2, 4], [1, 2, 3, 4]),
        ([1, 2], [3, 1, 2], [1, 2, 4], [3, 1, 2, 4]),
        ([1, 2, 3], [1, 3], [1, 2, 3, 4], [1, 3, 4]),
        ([1, 2, 3], [3, 2, 1], [1, 2, 3, 4], [3, 4, 2, 1]),
        ([1, 2, 3], [3, 2, 1], [2, 1, 3], None),
        ([], [5], [5], [5]),
    ],
)
def test_rows_added_and_taken_out_by_either_are_joined_in_order(base, mine, theirs, both):
    found = joined("captions", captions(*base), captions(*mine), captions(*theirs))
    assert (both is None and found is None) or [row["photo"] for row in found] == both


def test_a_row_takes_from_each_the_columns_that_only_this_one_changed():
    mine, theirs = captions(1, photo1={"text": "Ảnh họp"}), captions(1, photo1={"credit": "Lan"})
    assert joined("captions", captions(1), mine, theirs) == captions(
        1, photo1={"text": "Ảnh họp", "credit": "Lan"}
    )


def test_a_row_taken_out_here_and_changed_there_is_a_contradiction():
    assert joined("captions", captions(1, 2), captions(1), captions(1, 2, photo2={"text": "Mới"})) is None
    assert (
        joined("captions", captions(1), captions(1, photo1={"text": "a"}), captions(1, photo1={"text": "b"}))
        is None
    )


def test_markers_of_the_body_follow_the_photos_of_both():
    """Mine put photo 3 first and counted it as 1; theirs added one more behind."""
    base = BASE | {"captions": captions(1, 2), "body": "<p>[[ảnh 2]]</p>"}
    mine = base | {"captions": captions(3, 1, 2), "body": "<p>[[ảnh 1]]</p><p>[[ảnh 3]]</p>"}
    theirs = base | {"captions": captions(4, 1, 2), "body": "<p>[[ảnh 3]]</p>"}
    both = merged(base, mine, theirs)
    assert both.disputed == ("body", "captions")
    kept = both.chosen(mine, ["body"], ["captions"])
    photos = [row["photo"] for row in kept["captions"]]
    assert sorted(photos) == [1, 2, 3, 4]
    shown = [photos[int(number) - 1] for number in re.findall(r"ảnh (\d)", kept["body"])]
    assert shown == [3, 2]
    other = both.chosen(mine, [], ["captions"])
    assert [photos[int(number) - 1] for number in re.findall(r"ảnh (\d)", other["body"])] == [2]


rows = some.lists(some.integers(1, 5), unique=True, max_size=5).map(lambda numbers: captions(*numbers))


@given(rows, rows, rows)
def test_joined_rows_lose_nothing_that_either_added_and_bring_nothing_back(base, mine, theirs):
    found = joined("captions", base, mine, theirs)
    if found is not None:
        old, one, other, both = ([row["photo"] for row in part] for part in (base, mine, theirs, found))
        assert len(both) == len(set(both))
        assert set(both) == {
            photo for photo in {*one, *other} if photo not in old or photo in {*one} & {*other}
        }


@given(rows, rows)
def test_who_changed_nothing_gets_what_the_other_made(base, mine):
    assert joined("captions", base, mine, base) == mine == joined("captions", base, base, mine)
