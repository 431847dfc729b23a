"""An article on paper: black on white whatever the screen wears, letters as large as chosen up to a limit, nothing to press."""

import pytest

from tests import make

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BEHIND = "(selector) => getComputedStyle(document.querySelector(selector), '::after').content"
LOOK = """() => { const text = getComputedStyle(document.querySelector('.prose p')), page = getComputedStyle(document.body);
  const root = document.documentElement;
  return [text.color, page.backgroundColor, root.dataset.size, getComputedStyle(root).fontSize]; }"""


def test_paper_has_the_words_their_addresses_and_no_controls(live_server, new_context):
    make.glossary_entry("SHTT", "sở hữu trí tuệ")
    article = make.published(
        title="Họp về SHTT", body='<p>Xem <a href="https://vidu.vn/van-ban">văn bản</a>.</p>',
        agencies=[{"agency": make.agency("Cục Sở hữu trí tuệ").pk, "name": "", "abbreviation": "SHTT"}],
    )  # fmt: skip
    context = new_context()
    context.add_cookies([{"name": "reader", "value": "size.6~theme.dark", "url": live_server.url}])
    page = context.new_page()
    page.goto(f"{live_server.url}/tin-tuc/hop-ve-shtt-{article.number}/")
    page.emulate_media(media="print")
    ink, paper, size, letters = page.evaluate(LOOK)
    assert (ink, paper, size) == ("rgb(0, 0, 0)", "rgb(255, 255, 255)", "6")
    assert float(letters.removesuffix("px")) == pytest.approx(16 * 1.22222, abs=0.01)
    assert page.evaluate(BEHIND, ".prose a[href^=http]") == '" (https://vidu.vn/van-ban)"'
    assert page.evaluate(BEHIND, "h1 abbr") == '" (sở hữu trí tuệ)"'
    assert page.evaluate(BEHIND, ".agencies abbr") == "none"
    assert page.get_by_text(f"{live_server.url}/tin-tuc/tin-{article.number}/", exact=True).is_visible()
    assert (
        not page.locator("button, form, summary, audio, .reader, .share, .player")
        .locator("visible=true")
        .count()
    )
