"""An article as words alone: the same pieces as the page, a paragraph a line, under an address of its own."""

import datetime

import pytest

from news.site.text_only_lines import joined, lines_of
from tests import make

pytestmark = pytest.mark.django_db


def address(article) -> str:
    slug = f"{article.last_release.slug}-{article.number}"
    return f"/en/news/{slug}/text-only.txt" if article.language == "en" else f"/tin-tuc/{slug}/ban-chu.txt"


def told(client, article) -> str:
    answer = client.get(address(article))
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/plain; charset=utf-8")
    return answer.content.decode()


def whole(**more):
    agency = make.agency("Sở Khoa học và Công nghệ")
    side = make.delegation(
        make.attendee(name="Trần Quang Tuấn", honorific="Ông", title="Giám đốc Sở"),
        make.group(),
        heading="Về phía Sở KH&CN:",
        agency=agency,
    )
    file = make.stored_file(size=1_234_567, pages=4)
    content = {
        "title": "Cục làm việc với Hải Phòng",
        "lead": "Sáng nay, hai bên gặp nhau.",
        "body": "<p>Đoàn tới thăm.</p><p>[[ảnh 1]]</p><ul><li>một</li><li>hai</li></ul>",
        "delegations": [side],
        "captions": [
            make.caption(make.photo(credit="Lan"), "Hai bên ký", alt="Hai người bắt tay"),
            make.caption(make.photo(), "Toàn cảnh"),
        ],
        "attachments": [make.attachment(file, title="Kế hoạch", name="ke-hoach.pdf")],
        "byline": "Văn phòng Cục",
        "source": "Báo Hải Phòng",
        "event_on": datetime.date(2022, 5, 13),
        "at": "2022-05-17 11:30",
    }
    return make.published(**content | more)


def test_the_whole_article_is_told_in_the_order_of_the_page(client):
    make.site_settings(agency_name="Cục Sở hữu trí tuệ")
    article = whole(correction_note="")
    attachment = article.last_release.attachments.get()
    assert told(client, article) == (
        "Cục làm việc với Hải Phòng\n\n"
        "Thứ Ba, ngày 17 tháng 5 năm 2022, 11 giờ 30 phút\n\n"
        "Ngày diễn ra: 13/05/2022\n\n"
        "Sáng nay, hai bên gặp nhau.\n\n"
        "Đoàn tới thăm.\n\n"
        "Ảnh 1: Hai bên ký\nMô tả ảnh: Hai người bắt tay\nẢnh: Lan\n\n"
        "- một\n- hai\n\n"
        "Thành phần tham dự\n\n"
        "Về phía Sở KH&CN:\n- Ông Trần Quang Tuấn, Giám đốc Sở\n- Lãnh đạo một số đơn vị\n\n"
        f"Ảnh\n\nẢnh 2: Toàn cảnh\nMô tả ảnh: {article.last_release.captions.last().alt}\n\n"
        "Tệp đính kèm\n"
        f"- Kế hoạch (PDF, 1,2 MB, 4 trang): http://testserver/tep/{attachment.pk}/ke-hoach.pdf\n\n"
        "Văn phòng Cục\n\nNguồn tin: Báo Hải Phòng\n\nCục Sở hữu trí tuệ\n\n"
        f"http://testserver/tin-tuc/cuc-lam-viec-voi-hai-phong-{article.number}/\n"
    )


def test_the_english_one_is_in_english(client):
    article = whole(language="en", title="Meeting in Hai Phong")
    text = told(client, article)
    assert "Tuesday, 17 May 2022, 11:30" in text and "Day of the event: 13/05/2022" in text
    assert "\nAttachments\n- " in text and f"/en/news/meeting-in-hai-phong-{article.number}/\n" in text
    assert client.get(address(article))["Content-Language"] == "en"


def test_an_abbreviation_is_written_out_where_it_is_used_first_and_only_there(client):
    make.glossary_entry("SHTT", "sở hữu trí tuệ")
    text = told(client, make.published(lead="Cục SHTT họp.", body="<p>Luật SHTT mới.</p>"))
    assert "Cục SHTT (sở hữu trí tuệ) họp." in text and "Luật SHTT mới." in text


def test_page_and_text_name_each_other(client):
    article = make.published(title="Tin mới")
    page = client.get(address(article).removesuffix("ban-chu.txt"))
    assert f'<link rel="alternate" type="text/plain" href="{address(article)}"' in page.content.decode()
    assert f'href="{address(article)}" type="text/plain">Bản chỉ có chữ</a>' in page.content.decode()
    assert page["Link"] == f'<{address(article)}>; rel="alternate"; type="text/plain"'
    text = client.get(address(article))
    own = f"http://testserver/tin-tuc/tin-moi-{article.number}/"
    assert (text["Link"], text["X-Robots-Tag"]) == (f'<{own}>; rel="canonical"', "noindex")


def test_a_wrong_slug_a_withdrawn_article_and_a_draft_answer_as_the_page_does(client):
    article = make.published(title="Tên mới")
    old = client.get(f"/tin-tuc/ten-cu-{article.number}/ban-chu.txt")
    assert (old.status_code, old["Location"]) == (301, address(article))
    gone = make.withdrawn(title="Đã gỡ")
    assert client.get(address(gone)).status_code == 410
    led = make.withdrawn(title="Chuyển", redirect_to=article)
    assert client.get(address(led))["Location"] == address(article)
    draft = make.draft(title="Nháp")
    assert client.get(f"/tin-tuc/nhap-{draft.number}/ban-chu.txt").status_code == 404


def test_it_is_the_same_for_everybody_and_kept_like_the_page(client):
    article = whole()
    answer = client.get(address(article))
    assert answer["Cache-Control"] == "public, max-age=60" and "Cookie" not in answer.get("Vary", "")
    assert client.get(address(article), headers={"If-None-Match": answer["ETag"]}).status_code == 304
    assert client.post(address(article)).status_code == 405


def test_it_asks_as_little_for_many_rows_as_for_one(client, django_assert_max_num_queries):
    make.site_settings()
    few = whole()
    many = whole(captions=[make.caption(make.photo(), "Ảnh") for _ in range(8)],
                 delegations=[make.delegation(*(make.attendee() for _ in range(12))) for _ in range(3)])  # fmt: skip
    client.get(address(few))
    with django_assert_max_num_queries(7):
        client.get(address(many))


# --- from HTML to lines ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<h2>Mục</h2><p>Một\nhai<br>ba</p>", "Mục\n\nMột hai\nba"),
        ("<p>a</p><ol start='3'><li>b<ul><li>c</li></ul></li><li><p>d</p></li></ol>", "a\n\n3. b\n  - c\n4. d"),
        (
            "<table><caption>Bảng</caption><tr><th>Tên</th><th>Số</th></tr><tr><td><p>A</p></td><td>3</td></tr>"
            "<tr><td>B</td><td></td></tr></table>",
            "Bảng\n\nTên: A; Số: 3\nTên: B",
        ),
        ("<table><tr><td>A</td><td>3</td></tr></table>", "A; 3"),
        ('<p><a href="/luu-tru/">Lưu trữ</a>, <a href="https://x.vn/">x.vn</a></p>', "Lưu trữ (https://s/luu-tru/), x.vn"),
        ('<p><a href="mailto:a@x.vn">a@x.vn</a> <a href="tel:19001000">gọi</a></p>', "a@x.vn gọi (19001000)"),
        ("<p>5 m<sup>2</sup>, CO<sub>2</sub></p><hr><p></p>", "5 m², CO₂"),
        ("<p>1 &lt; 2 &amp; 3</p>", "1 < 2 & 3"),
    ],
)  # fmt: skip
def test_html_becomes_lines(html, text):
    assert joined(lines_of(html, lambda path: f"https://s{path}")) == text
