"""The first view of somebody who comes for the first time is in the site's own letters, all of them asked for by the head."""

import pytest

from tests.browser import newspaper

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ASKED = """() => performance.getEntriesByType("resource").filter((one) => one.name.includes("/fonts/"))
  .map((one) => [one.name.split("/").pop(), one.initiatorType])"""
SHOWN = """() => [...document.fonts].filter((face) => face.status === "loaded")
  .map((face) => `${face.family} ${face.weight}`)"""
# What is printed in the first view; italics and other rare faces may come with the next page.
FACES = {
    "home": {"Be Vietnam Pro 400", "Be Vietnam Pro 600", "Be Vietnam Pro 700", "Literata 400"},
    "article": {
        "Be Vietnam Pro 400",
        "Be Vietnam Pro 600",
        "Be Vietnam Pro 700",
        "Literata 400",
        "Literata 600",
    },
    "category": {"Be Vietnam Pro 400", "Be Vietnam Pro 600", "Be Vietnam Pro 700"},
}


@pytest.fixture
def paths(db):
    return newspaper.fill()


@pytest.mark.parametrize("kind", FACES)
def test_the_head_asks_for_each_face_of_the_first_view(new_context, live_server, paths, kind):
    page = new_context(viewport={"width": 360, "height": 740}).new_page()
    page.goto(live_server.url + paths[kind], wait_until="load")
    asked = page.evaluate(ASKED)
    assert [name for name, by in asked if by != "link"] == []
    assert {face for face in page.evaluate(SHOWN) if "Noto" not in face and "Fallback" not in face} == FACES[
        kind
    ]
