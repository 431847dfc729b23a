"""Nothing moves while a page arrives, however late its letters and pictures come, nor when the player opens."""

import pytest

from tests.browser import newspaper
from tests.browser.reading import VOICES, button
from tests.sweep import shifts
from tests.sweep.shifts import DESK, LIMIT, TELEPHONE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# Sizes, themes and families of letters, each once; all on all three pages: `make sweep`.
LOOKS = [
    ("home", TELEPHONE, {"size": "6", "theme": "dark"}),
    ("home", DESK, {"size": "5", "font": "andika"}),
    ("category", TELEPHONE, {"size": "1", "theme": "contrast"}),
    ("article", TELEPHONE, {"size": "3", "theme": "paper", "font": "serif"}),
    ("article", DESK, {"size": "4", "theme": "light", "font": "lexend"}),
]


@pytest.fixture
def paths(db):
    return newspaper.fill()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_nothing_moves_while_letters_and_pictures_arrive(browser, live_server, paths, scripts):
    found = {}
    for kind, window, look in LOOKS:
        with shifts.reader(browser, live_server.url, window, scripts, **look) as page:
            figure, what = shifts.arrive(page, live_server.url + paths[kind], scripts)
        if figure >= LIMIT:
            found[kind, window["width"], str(look)] = round(figure, 4), what
    assert found == {}


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_picture_without_room_kept_for_it_is_noticed(browser, live_server, paths, scripts):
    address = live_server.url + paths["home"]
    with shifts.reader(browser, live_server.url, TELEPHONE, scripts) as page:
        page.route("**/css/site.css", _without_room)
        figure, _ = shifts.arrive(page, address, scripts)
    assert figure > LIMIT


def _without_room(route):
    answer = route.fetch()
    loose = "img { aspect-ratio: auto !important; height: auto !important; min-height: 0 !important }"
    loose += " img:not(:loading) { width: auto }"
    route.fulfill(response=answer, body=answer.text() + loose)


def test_the_player_moves_nothing_also_when_its_stylesheet_is_late(browser, live_server, paths):
    with shifts.reader(browser, live_server.url, TELEPHONE, True, size="3") as page:
        page.add_init_script("window.voicePlan = {hold: true};" + VOICES)
        page.goto(live_server.url + paths["article"], wait_until="load")
        page.wait_for_timeout(200)
        page.evaluate("window.shifted.length = 0")
        waiting = []
        page.route("**/css/player.css", lambda route: waiting.append(route))
        button(page, "Nghe bài viết").click()
        # Longer than the half second after a press in which a browser forgives what moves.
        page.wait_for_timeout(600)
        assert page.locator(".player").count() == 0
        waiting[0].continue_()
        page.wait_for_selector(".player")
        page.wait_for_timeout(200)
        assert sum(value for value, _ in page.evaluate("window.shifted")) < LIMIT
