"""What an editor does in the list of attendees: type, choose, paste, move; and that the form sends just that."""

import pytest

from news.models import Person
from tests import make
from tests.browser.grid_page import kept, people, rows, write_name

pytestmark = pytest.mark.django_db(transaction=True)


def test_three_attendees_are_entered_by_keyboard_alone(enter):
    office = make.agency("Cục Sở hữu trí tuệ", abbreviation="Cục SHTT")
    known = make.person("Đinh Hữu Phí", honorific="Ông")
    make.appointment(person=known, agency=office, title="Cục trưởng")
    page = enter()

    page.locator("[data-action=side][data-side=host]").press("Enter")
    page.keyboard.type("Về phía Cục")
    rows(page).locator("[data-field=name]").focus()
    page.keyboard.type("dinh huu")
    page.get_by_role("option", name="Đinh Hữu Phí").wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    write_name(page, "Bà Lê Thị Hạnh, Phó Cục trưởng")
    write_name(page, "Trần Văn Bình")
    page.locator("[data-item=attendance][data-standing=new]").nth(1).wait_for()

    first, second, third = people(page)
    assert kept(page, "delegations")[0]["heading"] == "Về phía Cục"
    assert (first["person"], first["honorific"], first["title"]) == (known.pk, "Ông", "Cục trưởng")
    assert (first["organization"], first["agency"]) == ("Cục Sở hữu trí tuệ", office.pk)
    assert (second["honorific"], second["name"], second["title"]) == ("Bà", "Lê Thị Hạnh", "Phó Cục trưởng")
    assert (third["name"], third["person"]) == ("Trần Văn Bình", None)


def test_the_hint_tells_namesakes_apart(enter):
    office = make.agency("Sở Y tế")
    for title in ("Giám đốc", "Chánh Văn phòng"):
        make.appointment(person=make.person("Trần Văn Bình"), agency=office, title=title)
    page = enter(delegations=[make.delegation(make.attendee())])

    rows(page).locator("[data-field=name]").fill("tran van")
    page.get_by_role("option", name="Chánh Văn phòng").click()

    chosen = Person.objects.get(appointments__title="Chánh Văn phòng")
    assert people(page)[0]["person"] == chosen.pk


def test_five_pasted_lines_become_five_rows_and_new_names_are_marked(enter):
    known = make.person("Nguyễn Thị Lan")
    page = enter()
    page.locator("[data-action=side][data-side=guest]").click()
    lines = (
        "1. Ông Trần Văn An, Giám đốc Sở Tài chính\n- Bà Nguyễn Thị Lan – Phó Giám đốc;\nPGS.TS. Lê Văn Cường\n"
        "Phòng Quản lý khoa học\nlãnh đạo một số đơn vị"
    )
    page.get_by_text("Dán nhiều dòng", exact=True).first.click()
    page.locator("#id_delegations-grid [data-pasted]").fill(lines)
    page.locator("#id_delegations-grid [data-action=paste]").click()
    rows(page).nth(4).wait_for()

    lines = people(page)
    assert [line["kind"] for line in lines] == ["person", "person", "person", "unit", "group"]
    assert [line["name"] for line in lines][:3] == ["Trần Văn An", "Nguyễn Thị Lan", "Lê Văn Cường"]
    assert [line["honorific"] for line in lines][:3] == ["Ông", "Bà", "PGS.TS."]
    assert [line["title"] for line in lines][:2] == ["Giám đốc Sở Tài chính", "Phó Giám đốc"]
    assert [line["person"] for line in lines] == [None, known.pk, None, None, None]
    marked = rows(page).filter(has_text="hồ sơ sẽ được tạo khi lưu")
    assert marked.count() == 3


def test_new_people_get_their_records_when_the_form_is_saved(enter):
    page = enter(delegations=[make.delegation(make.attendee())])
    rows(page).locator("[data-field=name]").focus()
    page.keyboard.press("Enter")
    page.keyboard.type("Ông Phạm Văn Đức")
    with page.expect_navigation():
        page.locator("[name=_save]").first.click()

    made = Person.objects.get(full_name="Phạm Văn Đức")
    assert people(page)[1]["person"] == made.pk


def test_a_person_is_created_without_leaving_the_row(enter):
    page = enter(delegations=[make.delegation(make.attendee())])
    name = rows(page).locator("[data-field=name]")
    name.fill("Võ Thị Mai")
    page.get_by_role("option", name="Võ Thị Mai").click()
    page.locator("#id_delegations-grid [data-tick]:visible").wait_for()

    made = Person.objects.get(full_name="Võ Thị Mai")
    assert people(page)[0]["person"] == made.pk
    assert name.evaluate("element => element === document.activeElement")


def test_rows_move_by_key_by_number_and_by_handle(enter):
    page = enter(
        delegations=[make.delegation(*[make.attendee(make.person(name)) for name in ("A", "B", "C")])]
    )

    def names():
        return "".join(line["name"] for line in people(page))

    rows(page).nth(2).locator("[data-field=name]").press("Alt+ArrowUp")
    assert names() == "ACB"
    assert rows(page).nth(1).locator("[data-field=name]").evaluate("el => el === document.activeElement")
    rows(page).nth(0).locator("[data-position]").fill("3")
    page.keyboard.press("Enter")
    assert names() == "CBA"
    handle, goal = rows(page).nth(2).locator("[data-handle]"), rows(page).nth(0)
    handle.scroll_into_view_if_needed()
    box = goal.bounding_box()
    handle.hover()
    page.mouse.down()
    page.mouse.move(box["x"] + 40, box["y"] + box["height"] * 0.6, steps=8)
    page.mouse.move(box["x"] + 40, box["y"] + 4, steps=4)
    page.mouse.up()
    assert names() == "ACB"


def test_somebody_listed_twice_is_pointed_out(enter):
    twin = make.person("Hoàng Minh Tuấn")
    page = enter(
        delegations=[make.delegation(make.attendee(twin)), make.delegation(make.attendee(twin), side="guest")]
    )

    assert rows(page).nth(1).locator("[data-note]").is_visible()
    assert "dòng 1" in rows(page).nth(1).locator("[data-note]").inner_text()


def test_a_removed_row_comes_back(enter):
    page = enter(
        delegations=[make.delegation(make.attendee(make.person("A")), make.attendee(make.person("B")))]
    )

    rows(page).nth(0).locator("[data-action=remove]").click()
    assert [line["name"] for line in people(page)] == ["B"]
    page.locator("#id_delegations-grid [data-action=undo]").click()
    assert [line["name"] for line in people(page)] == ["A", "B"]


def test_a_word_that_is_being_composed_keeps_its_letters(enter):
    """Gboard and IBus hold the word while it is typed: keys belong to them, and the field is not rewritten."""
    make.person("Đinh Hữu Phí")
    page = enter(delegations=[make.delegation(make.attendee())])
    name = rows(page).locator("[data-field=name]")
    name.fill("")
    name.focus()
    session = page.context.new_cdp_session(page)
    for part in ("D", "Di", "Din", "Dinh", "Đinh"):
        session.send(
            "Input.imeSetComposition", {"text": part, "selectionStart": len(part), "selectionEnd": len(part)}
        )
    page.get_by_role("option", name="Đinh Hữu Phí").wait_for()
    name.dispatch_event("keydown", {"key": "Enter", "keyCode": 229, "isComposing": True, "bubbles": True})

    assert rows(page).count() == 1
    assert name.input_value() == "Đinh"
    session.send("Input.insertText", {"text": "Đinh "})
    page.keyboard.type("Hữu Phí")
    assert people(page)[0]["name"] == "Đinh Hữu Phí"
