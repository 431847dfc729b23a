"""Keyboard, focus, targets, motion and messages (WCAG 2.2): each criterion holds, and its check notices the fault when it is put in."""

import pytest

from tests.wcag import checks

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

HERE = """() => {
  const element = document.activeElement;
  return element === document.body ? "" : element.outerHTML.slice(0, 120) + [...document.querySelectorAll("*")].indexOf(element);
}"""
REACHABLE = """() => [...document.querySelectorAll("a[href], button, summary, input:not([type=hidden]), select, textarea")]
  .filter((element) => element.checkVisibility({ visibilityProperty: true }) && element.tabIndex >= 0 && !element.disabled)
  .filter((element) => element.type !== "radio").map((element) =>
    element.outerHTML.slice(0, 120) + [...document.querySelectorAll("*")].indexOf(element))"""
STEPS = 120


def walk(page, ask=HERE, steps=STEPS) -> list:
    """What `ask` says at each stop of the Tab key until the page is left."""
    told, first = [], None
    for _ in range(steps):
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        if not here or here == first:
            break
        first = first or here
        told.append(page.evaluate(ask))
    return told


def faults(page, ask) -> list:
    return [fault for fault in walk(page, ask) if fault]


def test_2_1_1_every_control_is_reached_by_keyboard(opened, spoil):
    page = opened("article")
    assert set(page.evaluate(REACHABLE)) - set(walk(page)) == set()
    spoiled = spoil(opened("article"), script="document.querySelector('[data-contrast]').tabIndex = -1")
    assert len(spoiled.evaluate(REACHABLE)) < len(page.evaluate(REACHABLE))


def test_2_1_2_the_keyboard_leaves_every_part_again(opened, spoil):
    page = opened("article", listening=True)
    assert len(walk(page)) < STEPS
    trap = "document.querySelector('.reader').addEventListener('keydown', (event) => event.key === 'Tab' && event.preventDefault())"
    trapped = spoil(opened("article"), script=trap)
    trapped.locator("[data-contrast]").focus()
    trapped.keyboard.press("Tab")
    assert trapped.evaluate("document.activeElement.matches('[data-contrast]')")


def test_2_1_4_no_single_key_does_anything(opened, spoil):
    state = "() => JSON.stringify({ ...document.documentElement.dataset }) + scrollY + document.activeElement.tagName"
    keys = [*"abcdefghijklmnopqrstuvwxyz0123456789", "-", "+", "/", "?"]
    page = opened("article")
    before = page.evaluate(state)
    for key in keys:
        page.keyboard.press(key)
    assert page.evaluate(state) == before
    spoil(
        page,
        script="addEventListener('keydown', (event) => event.key === 'd' && (document.documentElement.dataset.theme = 'dark'))",
    )
    page.keyboard.press("d")
    assert page.evaluate(state) != before


def test_2_3_3_nothing_moves_for_who_asks_for_rest(opened, spoil):
    moving = "() => document.getAnimations().length"
    page = opened("article", listening=True)
    assert page.evaluate(moving) == 0
    spoil(page, "@keyframes move { to { translate: 9px } } h1 { animation: move 9s infinite !important }")
    assert page.evaluate(moving) > 0


def test_2_4_1_the_first_stop_leads_to_the_text(opened, spoil):
    target = "() => document.activeElement.getAttribute('href')"
    page = opened("article")
    page.keyboard.press("Tab")
    assert page.evaluate(target).startswith("#")
    spoiled = spoil(opened("article"), script="document.querySelector('.skip').remove()")
    spoiled.keyboard.press("Tab")
    assert not (spoiled.evaluate(target) or "").startswith("#")


def test_2_4_7_the_focus_is_seen_at_every_stop(opened, spoil):
    assert faults(opened("article"), checks.RINGLESS) == []
    assert (
        faults(spoil(opened("article"), "*:focus-visible { outline: 0 !important }"), checks.RINGLESS) != []
    )


def test_2_4_11_the_player_never_covers_what_has_the_focus(opened, spoil):
    small = {"viewport": {"width": 360, "height": 640}}
    assert faults(opened("article", listening=True, **small), checks.COVERED) == []
    covering = ".player { inset: 0 !important; max-block-size: none !important }"
    assert faults(spoil(opened("article", listening=True, **small), covering), checks.COVERED) != []


def test_2_4_13_the_ring_is_two_pixels_wide_and_more(opened, spoil):
    assert faults(opened("home"), checks.RINGLESS) == []
    assert (
        faults(spoil(opened("home"), "*:focus-visible { outline-width: 1px !important }"), checks.RINGLESS)
        != []
    )


def test_2_5_3_printed_words_are_in_the_name(opened, spoil):
    page = opened("article", listening=True)
    assert page.evaluate(checks.NAMELESS) == []
    spoil(page, script="document.querySelector('[data-contrast]').setAttribute('aria-label', 'Kontrast')")
    assert page.evaluate(checks.NAMELESS) != []


def test_2_5_5_targets_are_44_pixels(opened, spoil):
    page = opened("article", listening=True, viewport={"width": 360, "height": 800})
    page.locator(".player summary").click()
    assert page.evaluate(checks.SMALL) == []
    spoil(page, "[data-contrast] { min-block-size: 0 !important; height: 20px; padding: 0 !important }")
    assert page.evaluate(checks.SMALL) != []


def test_2_5_7_nothing_needs_a_drag(opened, spoil):
    dragged = "() => document.querySelectorAll('[draggable=true], input[type=range]').length"
    page = opened("article", listening=True)
    assert page.evaluate(dragged) == 0
    spoil(page, script="document.querySelector('h1').draggable = true")
    assert page.evaluate(dragged) == 1


def test_3_2_2_a_choice_changes_neither_page_nor_focus(opened):
    page = opened("article")
    address = page.url
    page.locator("summary", has_text="Tùy chọn đọc").click()
    page.get_by_role("radio", name="Giấy").focus()
    page.keyboard.press("ArrowDown")
    assert page.url == address
    assert page.evaluate("document.activeElement.name") == "theme"


def test_3_2_6_help_stands_at_the_same_place_of_each_page(opened):
    last = "() => [...document.querySelectorAll('.footer__links a')].at(-1).textContent"
    assert {opened(kind).evaluate(last) for kind in ("article", "home", "register")} == {"Báo chỗ khó dùng"}


def test_4_1_3_one_polite_message_for_an_act_and_none_while_listening(opened, spoil):
    count = """() => { window.told = 0; new MutationObserver(() => { window.told += 1 })
      .observe(document.querySelector("[role=status]"), { childList: true, characterData: true, subtree: true }); }"""
    page = opened("article")
    page.evaluate(count)
    page.get_by_role("button", name="Chữ to", exact=True).click()
    assert page.evaluate("window.told") == 1
    listening = opened("article", listening=True)
    listening.evaluate(count)
    listening.get_by_role("button", name="Câu sau", exact=True).click()
    listening.get_by_role("button", name="Chữ to", exact=True).click()
    assert listening.evaluate("window.told") == 0
    spoil(listening, script="document.querySelector('[role=status]').textContent = 'Câu 2'")
    assert listening.evaluate("window.told") == 1
