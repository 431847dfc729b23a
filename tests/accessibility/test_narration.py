"""HTML in; the same HTML with ids and the sentences bound to it out."""

import json
import re
import time
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessibility.narration import mark_up
from accessibility.narration.blocks import mark_blocks


class Texts(HTMLParser):
    """What a browser calls the textContent of each element with an id (well-formed HTML only)."""

    def __init__(self, html):
        super().__init__()
        self.open, self.texts = [], {}
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attributes):
        if tag not in ("br", "img"):
            self.open.append(dict(attributes).get("id"))

    def handle_endtag(self, tag):
        if self.open:
            self.open.pop()

    def handle_data(self, data):
        for name in self.open:
            if name:
                self.texts[name] = self.texts.get(name, "") + data


def printed(html, **options):
    """The printed text of each sentence, cut out of the marked page by its offsets as a script would."""
    narration = mark_up(html, **options)
    texts = Texts(narration.html).texts
    return [in_utf16(texts[row[0]], row[1], row[2]) for row in narration.sentences]


def in_utf16(text, start, end):
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


def test_each_sentence_is_found_where_it_is_printed():
    html = "<h2>Kết quả</h2><p>Ông <b>An</b> &amp; bà Bình đến. Họ về.</p><ul><li>Một</li><li>Hai</li></ul>"
    assert printed(html) == ["Kết quả", "Ông An & bà Bình đến.", "Họ về.", "Một", "Hai"]


def test_offsets_count_as_a_script_counts():
    assert printed("<p>Vui 😀 lắm. Thật 😀 mà.</p>") == ["Vui 😀 lắm.", "Thật 😀 mà."]


def test_nested_blocks_are_read_in_order_without_repeats():
    html = "<blockquote><p>Trong.</p> Ngoài.</blockquote><table><tr><td>Ô một</td><td><p>Ô hai</p></td></tr></table>"
    assert printed(html) == ["Trong.", "Ngoài.", "Ô một", "Ô hai"]


def test_a_line_break_ends_a_sentence():
    assert printed("<p>Điện thoại: có<br>Địa chỉ: có</p>") == ["Điện thoại: có", "Địa chỉ: có"]


def test_captions_are_read_and_controls_are_not():
    html = (
        "<figure><img src=a alt=x><figcaption>Toàn cảnh</figcaption></figure><form><button>Bấm</button></form>"
        '<p data-unspoken>Th 3</p><p hidden>Ẩn</p><p>Một<span aria-hidden="true"> | </span>hai</p>'
    )
    assert printed(html) == ["Toàn cảnh", "Một", "hai"]


def test_an_id_that_is_there_is_kept_and_none_is_given_twice():
    html = mark_up('<p id="doan-1">A</p><p>B</p><p id="">C</p><p class="x">D</p>').html
    ids = re.findall(r'id="([^"]*)"', html)
    assert ids[0] == "doan-1"
    assert len(set(ids)) == 4


def test_decomposed_letters_come_out_composed():
    narration = mark_up("<p>Tha\u0300nh pho\u0302\u0301</p>")
    assert "Thành phố" in narration.html
    assert printed("<p>Tha\u0300nh</p>") == ["Thành"]


def test_the_page_is_otherwise_the_same():
    html = '<p class="a" data-b=\'"\'>x &lt; y<br/>z</p><!-- c --><hr><script type="x">1 < 2 && 3</script>'
    assert mark_up(html).html.replace(' id="doan-1"', "") == html


def test_the_same_page_gives_the_same_bytes():
    html = "<p>Một. Hai.</p>"
    assert mark_up(html) == mark_up(html)
    assert mark_up(html).script == mark_up(html).script


def test_what_is_said_is_bound_to_what_is_printed():
    narration = mark_up("<p>Ngày mai. Tăng 3,5 % nữa.</p>")
    assert narration.sentences[0] == ["doan-1", 0, 9, ["Ngày mai."]]
    assert narration.sentences[1] == [
        "doan-1",
        10,
        25,
        ["Tăng ba phẩy năm phần trăm nữa."],
        [[5, 26, 15, 20]],
    ]


def test_long_sentences_are_said_in_short_chunks():
    [row] = mark_up(f"<p>{'hỗ trợ doanh nghiệp, ' * 30}hết.</p>").sentences
    assert len(row[3]) > 1
    assert max(map(len, row[3])) <= 175


def test_the_list_in_the_page_cannot_end_its_script():
    script = mark_up("<p>&lt;/script&gt;&lt;script&gt;alert(1)</p>").script
    assert script.count("</script>") == 1
    body = re.search(r">(.*)</script>", script, re.DOTALL)[1]
    assert json.loads(body)[0][0] == "doan-1"


MARKUP = st.lists(
    st.sampled_from(
        "<p> </p> <li> <ul> </ul> <b> </b> <br> <div hidden> </div> <template> </template> <script> </script> <p/ <![x &amp; &#x1F600; . A "
        "<svg> <path/> </svg> <td id=doan-1> <a aria-hidden=true> \u0301 😀 \r\n <!-- -->".split(" ")
    )
    | st.text(max_size=5),
    max_size=40,
).map("".join)


@given(MARKUP)
def test_no_markup_stops_the_page_and_every_sentence_names_a_block_in_it(html):
    narration = mark_up(html)
    for block, start, end, said, *_ in narration.sentences:
        assert f'id="{block}"' in narration.html or f"id={block}" in narration.html
        assert 0 <= start < end
        assert "".join(said).strip()


@given(st.text())
def test_any_text_at_all_is_taken(html):
    mark_up(html)


@pytest.mark.parametrize("html", ["", "không có thẻ nào", "<p>", "<p></p>", "<![endif", "<!", "<p id"])
def test_nothing_to_read_is_no_error(html):
    assert isinstance(mark_blocks(html)[0], str)


def test_a_very_long_page_takes_no_longer_for_each_of_its_words():
    html = "<p>" + "Ngày 13/5/2022, Sở KH&amp;CN tăng 3,5 %, " * 3000 + "hết.</p>"
    began = time.process_time()
    mark_up(html)
    assert time.process_time() - began < 5
