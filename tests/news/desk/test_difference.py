"""What the newsroom is told about two versions of a text: every difference, none that is not there, in words."""

import pytest
from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as some

from news.desk import document
from news.desk.difference import ADDED, CHANGED, MOVED, REMOVED, changed_fields, changes
from news.desk.words import COME, GONE, SAME, html_words, words_between


def text(**keys) -> dict:
    return document.empty() | {"title": "Tin"} | keys


def line(name: str, person: int, **keys) -> dict:
    blank = {
        "agency": None,
        "honorific": "ông",
        "title": "",
        "organization": "",
        "has_spoken": False,
        "quote": "",
    }
    return {"kind": "person", "person": person, "name": name} | blank | keys


def side(*lines, side="host", heading="Về phía Sở") -> dict:
    return {"side": side, "agency": None, "heading": heading, "attendances": list(lines)}


def caption(photo: int, text: str) -> dict:
    return {
        "photo": photo, "text": text, "alt": "", "is_decorative": False, "is_described_by_caption": True,
        "credit": "", "people": [],
    }  # fmt: skip


def told(before: dict, after: dict) -> list[tuple]:
    """(sort, list, name) of each change."""
    return [
        (one.sort, one.row or one.field, (one.item or {}).get("name") or (one.item or {}).get("text", ""))
        for one in changes(before, after)
    ]


LAN, HAI, MINH = line("Nguyễn Thị Lan", 1), line("Trần Hải", 2), line("Lê Minh", 3)


def test_only_the_words_that_differ_are_marked():
    words = words_between("Sáng nay hai bên gặp nhau.", "Chiều nay hai bên gặp nhau.")
    assert words == ((GONE, "Sáng "), (COME, "Chiều "), (SAME, "nay hai bên gặp nhau."))


words = some.text(some.sampled_from("ab ạđ.\n"), max_size=40)


@given(words, words)
def test_the_marked_words_give_back_both_texts(before, after):
    marked = words_between(before, after)
    assert "".join(piece for kind, piece in marked if kind != COME) == before
    assert "".join(piece for kind, piece in marked if kind != GONE) == after


def test_bold_type_and_another_address_of_a_link_are_differences_of_the_body():
    plain, bold = "<p>Sở họp.</p>", "<p>Sở <strong>họp</strong>.</p>"
    assert [piece for kind, piece in html_words(plain, bold) if kind != SAME] == ["<strong>", "</strong>"]
    one, other = '<p><a href="https://a.vn">x</a></p>', '<p><a href="https://b.vn">x</a></p>'
    assert changed_fields(text(body=one), text(body=other)) == ["body"]


def test_line_breaks_that_the_editor_puts_between_blocks_are_no_difference():
    assert changes(text(body="<p>a</p><p>b</p>"), text(body="<p>a</p>\n\n<p>b</p>\n")) == []


def test_an_attendee_who_came_left_or_got_another_title_is_named():
    before = text(delegations=[side(LAN, HAI)])
    after = text(delegations=[side(LAN | {"title": "Giám đốc"}, MINH)])
    assert told(before, after) == [
        (CHANGED, "attendances", "Nguyễn Thị Lan"),
        (REMOVED, "attendances", "Trần Hải"),
        (ADDED, "attendances", "Lê Minh"),
    ]
    changed = changes(before, after)[0]
    assert [(value.key, value.before, value.after) for value in changed.values] == [("title", "", "Giám đốc")]
    assert changed.owner["heading"] == "Về phía Sở"


def test_another_order_of_attendees_is_a_difference_told_once():
    assert told(text(delegations=[side(LAN, HAI, MINH)]), text(delegations=[side(MINH, LAN, HAI)])) == [
        (MOVED, "attendances", "Lê Minh")
    ]


def test_a_delegation_that_went_takes_its_lines_along():
    gone = changes(
        text(delegations=[side(LAN), side(HAI, side="guest", heading="Về phía bạn")]),
        text(delegations=[side(LAN)]),
    )
    assert [(one.sort, one.row) for one in gone] == [(REMOVED, "delegations"), (REMOVED, "attendances")]


def test_a_new_heading_is_a_change_of_the_delegation_and_not_of_its_people():
    found = changes(text(delegations=[side(LAN)]), text(delegations=[side(LAN, heading="Về phía Ủy ban")]))
    assert [(one.sort, one.row) for one in found] == [(CHANGED, "delegations")]


def test_captions_agencies_attachments_and_credits_are_compared_too():
    before = text(
        captions=[caption(1, "Toàn cảnh")], agencies=[{"agency": 1, "name": "", "abbreviation": ""}]
    )
    after = text(
        captions=[caption(1, "Toàn cảnh hội nghị")],
        attachments=[{"file": 1, "title": "Kế hoạch", "name": "ke-hoach.pdf"}],
        credits=[{"part": "text", "user": 1, "person": None, "pen_name": "", "share": "100"}],
    )
    assert [(one.sort, one.field) for one in changes(before, after)] == [
        (REMOVED, "agencies"), (CHANGED, "captions"), (ADDED, "attachments"), (ADDED, "credits"),
    ]  # fmt: skip


def test_keywords_days_and_the_category_are_compared():
    before = text(tags=["Số hóa"], event_on=None, category=1)
    after = text(tags=["Nông sản"], event_on="2022-05-17", category=2)
    assert [(one.sort, one.field) for one in changes(before, after)] == [
        (ADDED, "event_on"), (CHANGED, "category"), (REMOVED, "tags"), (ADDED, "tags"),
    ]  # fmt: skip


names = some.sampled_from(["Lan", "Hải", "Minh"])
lines = some.builds(line, names, some.integers(1, 3), title=some.sampled_from(["", "Giám đốc"]))
sides = some.builds(
    lambda rows, where: side(*rows, side=where),
    some.lists(lines, max_size=3),
    some.sampled_from(["host", "guest"]),
)
texts = some.builds(
    lambda title, body, delegations, captions, tags: text(
        title=title, body=body, delegations=delegations, captions=captions, tags=sorted(tags)
    ),
    names,
    some.sampled_from(["", "<p>a</p>", "<p><em>a</em></p>", "<p>a b</p>"]),
    some.lists(sides, max_size=2),
    some.lists(some.builds(caption, some.integers(1, 2), names), max_size=3),
    some.sets(names),
)


@limits(max_examples=300)
@given(texts, texts)
def test_nothing_is_told_of_equal_texts_and_something_of_all_others(one, other):
    assert changes(one, one) == []
    assert bool(changes(one, other)) == (one != other)


def test_long_texts_are_compared_while_a_person_waits():
    import time

    before = "\n".join(f"Đoạn {number} nói về việc {number * 7} của Sở." for number in range(3000))
    after = before.replace("7", "8")
    begun = time.process_time()
    words_between(before, after)
    assert time.process_time() - begun < 10


@pytest.mark.parametrize("people", [200])
def test_two_hundred_attendees_in_another_order_are_compared_at_once(people):
    import time

    rows = [line(f"Người {number}", number) for number in range(1, people + 1)]
    begun = time.process_time()
    found = changes(text(delegations=[side(*rows)]), text(delegations=[side(*reversed(rows))]))
    assert {one.sort for one in found} == {MOVED}
    assert time.process_time() - begun < 5
