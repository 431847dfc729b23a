"""The article page shows every part of an article, and only what belongs there."""

import datetime
import json
import re

import pytest

from tests import make

pytestmark = pytest.mark.django_db


def page(client, article) -> str:
    return client.get(address(article)).content.decode()


def address(article) -> str:
    edition = article.last_release
    root = "/en/news" if article.language == "en" else "/tin-tuc"
    return f"{root}/{edition.slug}-{article.number}/"


def text(html: str) -> str:
    """The words between tags, in one line."""
    return " ".join(re.sub(r'<(?:[^>"]|"[^"]*")*>', " ", html).split())


def part(html: str, heading: str) -> str:
    """The section labelled by an id, as words."""
    return text(re.search(rf'<section[^>]*aria-labelledby="{heading}".*?</section>', html, re.DOTALL)[0])


def test_date_line_title_lead_body_and_signature_stand_in_order(client):
    article = make.published(
        at="2022-05-17 11:30",
        title="Làm việc",
        lead="Mở đầu.",
        body="<p>Thân bài.</p>",
        byline="Cục Thử nghiệm",
    )
    words = text(re.search(r"<main.*</main>", page(client, article), re.DOTALL)[0])
    places = [
        words.index(w) for w in ("Làm việc", "Th 3, 17/05/2022 | 11:30 SA", "Mở đầu.", "Thân bài.", "Cục Thử")
    ]
    assert places == sorted(places)


def test_the_date_line_is_said_in_full(client):
    html = page(client, make.published(at="2022-05-17 11:30"))
    assert (
        '<time datetime="2022-05-17T11:30+07:00"><span aria-hidden="true">Th 3, 17/05/2022 | 11:30 SA</span>'
        in html
    )
    assert "Thứ Ba, ngày 17 tháng 5 năm 2022, 11 giờ 30 phút" in html


def test_day_and_place_of_the_event_are_printed(client):
    article = make.published(event_on=datetime.date(2022, 5, 13), event_place="Hải Phòng")
    assert "Ngày diễn ra: 13/05/2022 · Địa điểm: Hải Phòng" in text(page(client, article))


def test_each_delegation_is_a_column_with_titles_as_printed_that_day(client):
    person = make.person("Trần Quang Tuấn")
    body = make.agency("Sở Khoa học và Công nghệ")
    article = make.published(
        delegations=[
            make.delegation(
                make.attendee(person, name="Trần Quang Tuấn", title="Giám đốc Sở"),
                make.group(),
                heading="về phía Sở KH&CN:",
                agency=body,
            ),
            make.delegation(side="guest", heading="", agency=make.agency("Cục Sở hữu trí tuệ")),
        ]
    )
    make.appointment(person=person, agency=body, title="Phó Chủ tịch")
    words = part(page(client, article), "attendees")
    assert words == (
        "Thành phần tham dự Về phía Sở KH&amp;CN Ông Trần Quang Tuấn , Giám đốc Sở"
        " Lãnh đạo một số đơn vị Về phía Cục Sở hữu trí tuệ"
    )


def test_the_organisation_is_printed_only_where_the_column_does_not_imply_it(client):
    lines = [
        make.attendee(organization="Sở Y tế", title="Giám đốc"),
        make.attendee(organization="Báo Tuổi thơ", title="Phóng viên"),
    ]
    article = make.published(delegations=[make.delegation(*lines, heading="Về phía Sở Y tế tỉnh")])
    words = part(page(client, article), "attendees")
    assert words.count("Sở Y tế") == 1
    assert "Phóng viên , Báo Tuổi thơ" in words


def test_units_are_folded_after_eight(client):
    article = make.published(delegations=[make.delegation(*(make.unit() for _ in range(10)))])
    html = page(client, article)
    folded = re.search(r'<details class="attendees__more">.*?</details>', html, re.DOTALL)[0]
    assert folded.count("<li>") == 2
    assert "Xem thêm 2 đơn vị" in folded


def test_a_side_called_like_the_whole_list_does_not_say_it_twice(client):
    side = make.delegation(make.attendee(), heading="Thành phần tham dự")
    assert page(client, make.published(delegations=[side])).count("Thành phần tham dự") == 1


def test_the_list_of_attendees_can_be_switched_off(client):
    article = make.published(delegations=[make.delegation(make.attendee())], shows_attendees=False)
    assert "Thành phần tham dự" not in page(client, article)


def test_agencies_stand_with_the_abbreviation_printed_and_lead_to_their_page(client):
    agency = make.agency("Cục Sở hữu trí tuệ", abbreviation="CSHTT")
    article = make.published(agencies=[{"agency": agency.pk, "name": "", "abbreviation": "SHTT"}])
    html = page(client, article)
    assert part(html, "agencies") == "Cơ quan, đơn vị trong bài Cục Sở hữu trí tuệ (SHTT)"
    assert f'href="/co-quan/cuc-so-huu-tri-tue-{agency.pk}/"' in html


def test_photos_stand_where_the_editor_put_them_and_the_others_in_their_section(client):
    photos = [make.photo(), make.photo(credit="Lan"), make.photo()]
    captions = [make.caption(photo, f"Chú thích số {n}") for n, photo in enumerate(photos, 1)]
    captions[0]["credit"] = "Minh"
    article = make.published(
        captions=captions, body="<p>Trước.</p><p>[[ảnh 2]]</p><p>Sau.</p>", photo_heading="Một số hình ảnh:"
    )
    html = page(client, article)
    words = text(html)
    assert words.index("Trước.") < words.index("Chú thích số 2 Ảnh: Lan") < words.index("Sau.")
    # Each picture carries the words that stand in its place where a reader hides pictures.
    gallery = re.sub(r"Ảnh: Mô tả ảnh \d+ ", "", part(html, "gallery"))
    assert gallery == "Một số hình ảnh Chú thích số 1 Ảnh: Minh Chú thích số 3"
    assert "[[ảnh" not in html


@pytest.mark.parametrize(
    ("shape", "css"),
    [
        ((60, 40), "figure--wide"),
        ((50, 50), "figure--wide figure--square"),
        ((40, 60), "figure--wide figure--tall"),
    ],
)
def test_a_photo_in_the_text_is_as_wide_as_its_shape_allows(client, shape, css):
    caption = make.caption(make.photo(width=shape[0], height=shape[1]))
    article = make.published(captions=[caption], body="<p>[[ảnh 1]]</p>")
    assert f'<figure class="figure {css}">' in page(client, article)


@pytest.mark.parametrize(("count", "css"), [(1, "gallery gallery--one"), (2, "gallery")])
def test_one_photo_alone_in_its_section_is_shown_whole(client, count, css):
    article = make.published(captions=[make.caption() for _ in range(count)], body="<p>Tin.</p>")
    assert f'<section class="{css} article__wide"' in page(client, article)


def test_attachments_say_type_size_and_pages_before_the_click(client):
    file = make.stored_file(size=1_234_567, pages=4)
    article = make.published(attachments=[make.attachment(file, title="Kế hoạch", name="kế hoạch.pdf")])
    html = page(client, article)
    assert part(html, "attachments") == "Tệp đính kèm Kế hoạch (PDF, 1,2 MB, 4 trang)"
    attachment = article.last_release.attachments.get()
    assert f'href="/tep/{attachment.pk}/k%E1%BA%BF%20ho%E1%BA%A1ch.pdf"' in html


def test_related_are_those_that_the_editor_named_and_the_newest_of_the_category(client):
    category = make.category()
    named, other = (
        make.published(title="Tin được chọn"),
        make.published(title="Tin cùng mục", category=category),
    )
    hidden = make.draft(title="Tin chưa đăng", category=category)
    article = make.published(category=category, related=[named.number, hidden.number])
    html = page(client, article)
    assert "Tin được chọn" in part(html, "related")
    assert part(html, "more").startswith("Tin cùng chuyên mục Tin cùng mục")
    assert other.last_release.title not in part(html, "related")
    assert "Tin chưa đăng" not in html


def test_related_articles_stand_in_the_order_that_the_editor_chose(client):
    old = make.published(title="Tin cũ nhất", at="2020-01-01 08:00")
    new = make.published(title="Tin mới nhất", at="2022-01-01 08:00")
    between = make.published(title="Tin ở giữa", at="2021-01-01 08:00")
    html = part(page(client, make.published(related=[between.number, old.number, new.number])), "related")
    assert html.index("Tin ở giữa") < html.index("Tin cũ nhất") < html.index("Tin mới nhất")


def test_a_translation_is_linked_for_people_and_machines(client):
    article = make.published(title="Tin gốc")
    english = make.published(title="The news", language="en", translation_of=article)
    html = page(client, article)
    assert f'<a href="{address(english)}" hreflang="en" lang="en">English: The news</a>' in html
    assert f'<link rel="alternate" hreflang="en" href="http://testserver{address(english)}">' in html
    assert f'<link rel="alternate" hreflang="vi" href="http://testserver{address(article)}">' in html


def test_a_translation_that_is_a_draft_is_not_mentioned(client):
    article = make.published()
    make.draft(title="Coming news", language="en", translation_of=article)
    assert "Coming news" not in page(client, article)
    assert "hreflang" not in re.search(r"<main.*</main>", page(client, article), re.DOTALL)[0]


def test_a_correction_note_stands_dated_above_the_lead_and_stays_with_later_editions(client):
    article = make.published(lead="Mở đầu cũ.")
    article = make.corrected(article, lead="Mở đầu mới.", correction_note="Tên đúng là Hạnh.")
    article = make.corrected(article, lead="Mở đầu ba.")
    words = text(re.search(r"<main.*</main>", page(client, article), re.DOTALL)[0])
    assert words.index("Đính chính (") < words.index("Tên đúng là Hạnh.") < words.index("Mở đầu ba.")


def test_what_an_editor_typed_is_text_and_never_markup(client):
    nasty = "</script><script>alert(1)</script>"
    person = make.person("Nguyễn <b>Văn</b> A")
    article = make.published(
        title=nasty,
        lead=nasty,
        byline=nasty,
        source=nasty,
        event_place=nasty,
        delegations=[make.delegation(make.attendee(person, title=nasty), heading=nasty)],
        captions=[make.caption(text=nasty)],
        attachments=[make.attachment(title=nasty)],
    )
    html = page(client, article)
    assert "<script>alert" not in html
    assert "<b>Văn</b>" not in html


def test_search_engines_get_the_article_as_data_that_cannot_end_its_element(client):
    article = make.published(at="2022-05-17 11:30", title="A </script> & B", byline="Cục Thử nghiệm")
    make.site_settings(agency_name="Sở Thử nghiệm")
    found = re.search(
        r'<script type="application/ld\+json">(.*?)</script>', page(client, article), re.DOTALL
    )[1]
    data = json.loads(found)
    assert data["@type"] == "NewsArticle"
    assert data["headline"] == "A </script> & B"
    assert data["datePublished"] == "2022-05-17T11:30+07:00"
    assert data["author"]["name"] == "Cục Thử nghiệm"
    assert data["publisher"]["name"] == "Sở Thử nghiệm"


def test_the_head_names_the_page_and_its_picture(client):
    photo = make.photo()
    article = make.published(title="Tin có ảnh", lead="Mở đầu.", cover=photo)
    html = page(client, article)
    assert f'<link rel="canonical" href="http://testserver{address(article)}">' in html
    assert '<meta name="description" content="Mở đầu.">' in html
    picture = f"http://testserver/anh/{photo.sha256[:16]}/free-1600.jpg"
    assert f'<meta property="og:image" content="{picture}">' in html
    assert re.search(r"<title>Tin có ảnh – .+</title>", html)


def queries(client, asked, article) -> int:
    with asked() as captured:
        client.get(address(article))
    return len(captured.captured_queries)


def rich(count: int, **changes):
    """An article with `count` of everything that can be many."""
    named = [make.published().number for _ in range(count)]
    return make.published(
        delegations=[make.delegation(*(make.attendee() for _ in range(count)), agency=make.agency())]
        * min(count, 2),
        captions=[make.caption() for _ in range(count)],
        attachments=[make.attachment() for _ in range(count)],
        agencies=[{"agency": make.agency().pk} for _ in range(count)],
        tags=[f"Từ {n}" for n in range(count)],
        related=named,
        body="".join(f"<p>[[ảnh {n}]]</p>" for n in range(1, count, 2)),
        **changes,
    )


def test_twelve_of_everything_ask_the_database_as_little_as_one(client, django_assert_max_num_queries):
    def asked():
        return django_assert_max_num_queries(8)

    make.site_settings()
    one, twelve = rich(1), rich(12)
    translated = make.published(language="en", translation_of=twelve)
    twelve = make.corrected(twelve, correction_note="Sửa.")
    assert translated
    assert queries(client, asked, one) == queries(client, asked, twelve) <= 8
