"""Choosing related articles: found by title, put in order, taken out, and what the form then sends."""

import pytest

from tests import make

pytestmark = pytest.mark.django_db(transaction=True)


def sent(page) -> list[int]:
    return [int(number) for number in page.locator("#id_related").input_value().split()]


def add(page, words: str, title: str) -> None:
    page.locator("#id_related-search").fill(words)
    page.get_by_role("option", name=title).click()


def test_related_articles_are_found_ordered_and_taken_out(enter):
    first, second, third = (make.published(title=f"Hội nghị {name}") for name in ("một", "hai", "ba"))
    page = enter(related=[first.number])
    assert page.locator(".related-chosen li").inner_text().startswith("Hội nghị một")
    add(page, "hoi nghi ba", "Hội nghị ba")
    add(page, "hai", "Hội nghị hai")
    assert sent(page) == [first.number, third.number, second.number]
    up = page.locator(".related-chosen li").nth(2).get_by_role("button", name="Lên")
    up.press("Enter")
    assert sent(page) == [first.number, second.number, third.number]
    page.locator(".related-chosen li").first.get_by_role("button", name="Bỏ ra").click()
    with page.expect_navigation():
        page.locator("[name=_save]").first.click()
    assert sent(page) == [second.number, third.number]


def test_what_is_chosen_is_not_offered_again_and_a_sixth_not_at_all(enter):
    chosen = [make.published(title=f"Tin chọn {number}") for number in range(4)]
    make.published(title="Tin chọn cuối")
    page = enter(related=[row.number for row in chosen])
    page.locator("#id_related-search").fill("tin chon")
    page.get_by_role("option", name="Tin chọn cuối").wait_for()
    assert page.locator("#id_related-picker [role=option]").count() == 1
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.locator("#id_related-search").wait_for(state="hidden")
    assert len(sent(page)) == 5
