"""Saved and pasted pages: the article stays, the portal around it goes."""

import contextlib

import pytest

from news.importing import readers
from news.importing.drafts import import_source, import_text, understand
from news.importing.errors import ImportRefused
from tests.news.importing import word_files as word

TITLE = "Sở Công Thương tỉnh Trường Giang làm việc với Viện Năng lượng tái tạo"
LEAD = (
    "Ngày 01/6/2022, bà Đặng Thị Thu Hòa - Viện trưởng Viện Năng lượng tái tạo (NLTT) đã làm việc với Sở Công Thương "
    "tỉnh Trường Giang để trao đổi về điện mặt trời."
)
SECOND = (
    "Tham dự buổi làm việc, về phía Sở Công Thương tỉnh Trường Giang có ông Lý Văn Đạt, Giám đốc Sở; ông Cao Xuân Bách, "
    "Phó Giám đốc Sở và lãnh đạo một số đơn vị trực thuộc Sở."
)
THIRD = "Hai bên thống nhất ký kết bản ghi nhớ trong thời gian tới và giao các đơn vị chuyên môn chuẩn bị nội dung."
MENU = "<ul class='menu'><li><a href=/>Trang chủ</a><li><a href=/gt>Giới thiệu</a><li><a href=/vb>Văn bản</a></ul>"
OTHERS = "".join(
    f"<li><a href=/{n}>Hội nghị tổng kết công tác năm lần thứ {n} của ngành</a></li>" for n in range(6)
)

# The frames of four kinds of portals around the same article.
NUKEVIET = f"""<html><head><title>x</title><script>var a = "<p>rác</p>"</script></head><body><header>{MENU}</header>
<div class="breadcrumbs-wrap"><a href=/>Trang nhất</a> » <a href=/tin>Tin tức</a></div>
<div class="news_column"><h1 class="title">{TITLE}</h1><em class="time">03/06/2022 14:57</em>
<ul class="list-inline socialicon"><li>Chia sẻ Facebook</li></ul>
<div id="news-bodyhtml" class="bodytext"><p>{LEAD}</p><p>{SECOND}</p><p>{THIRD}</p></div></div>
<div class="othernews"><p>Những tin mới hơn</p><ul>{OTHERS}</ul></div><footer>Lượt truy cập: 123.456</footer></body></html>"""
LIFERAY = f"""<!doctype html><html><body class="has-sidebar"><nav>{MENU}</nav><div id="content"><div class="portlet-body">
<div class="asset-title"><h3>{TITLE}</h3></div><span class="date">03/06/2022 14:57</span>
<div class="journal-content-article"><div><p>{LEAD}</p><p>{SECOND}</p></div><p>{THIRD}</p></div>
<div class="tin-lien-quan"><h4>Tin liên quan</h4><ul>{OTHERS}</ul></div></div></div><aside>Thời tiết</aside></body></html>"""
SHAREPOINT = f"""<html><body><form action="default.aspx"><div id="s4-ribbonrow" role="navigation">Skip Ribbon Commands</div>
<table><tr><td class="leftmenu">{MENU}</td><td><h2>{TITLE}</h2><div>03/06/2022 14:57</div>
<div class="ms-rtestate-field"><div>{LEAD}<br><br>{SECOND}<br><br>{THIRD}</div></div>
<div><b>Các tin khác</b><ul>{OTHERS}</ul></div></td></tr></table><input type=hidden value=x></form></body></html>"""
HOMEMADE = f"""<html><body><div id=top>{MENU}</div><div class=box><div class=path>Trang chủ / Tin tức</div><h1>{TITLE}</h1>
<div class=d>03/06/2022 14:57</div><div class=c><p>{LEAD}</p><p>{SECOND}</p><p>{THIRD}</p></div>
<div class=share>Chia sẻ: Zalo</div></div><div><h3>Tin khác</h3>{OTHERS}</div></body></html>"""
FRAMES = {"nukeviet": NUKEVIET, "liferay": LIFERAY, "sharepoint": SHAREPOINT, "homemade": HOMEMADE}


def read(html: str, **options):
    return readers.read(html.encode(), "trang.html", **options)


def page(body: str) -> str:
    return f"<html><body><h1>{TITLE}</h1><div><p>{LEAD}</p>{body}<p>{THIRD}</p></div></body></html>"


@pytest.mark.parametrize("frame", FRAMES)
def test_the_article_is_told_from_the_portal_around_it(frame):
    source = read(FRAMES[frame])
    found = understand(source)
    assert found.title.value == TITLE
    assert found.published_at.value == "2022-06-03T14:57"
    assert [row.value for row in found.paragraphs] == [LEAD, SECOND, THIRD]
    for junk in (
        "Hội nghị tổng kết",
        "Giới thiệu",
        "Lượt truy cập",
        "Facebook",
        "Zalo",
        "Thời tiết",
        "rác",
        "Ribbon",
    ):
        assert junk not in source.plain()


def test_scripts_and_hidden_words_are_gone():
    source = read(
        page(
            "<script>alert('độc')</script><p style='display: none'>ẩn đi</p><p onclick=x()>Câu này ở lại trong bài.</p>"
        )
    )
    assert "độc" not in source.plain() and "ẩn đi" not in source.plain()
    assert not any("onclick" in line.markup() for line in source.lines)


def test_words_for_screen_readers_alone_and_controls_are_gone():
    page = HOMEMADE.replace(
        "<div class=c>",
        "<fieldset><legend>Giãn dòng</legend><p>Rộng hơn</p></fieldset><p class='visually-hidden'>Nội dung bài viết</p>"
        "<span class='sr-only'>Đăng lúc</span><div class=c>",
    )
    text = read(page).plain()
    assert LEAD in text
    assert not [
        words for words in ("Giãn dòng", "Rộng hơn", "Nội dung bài viết", "Đăng lúc") if words in text
    ]


def test_an_address_that_runs_code_is_no_link():
    source = read(
        page("<p>Xem <a href='javascript:alert(1)'>đây</a> và <a href='https://example.vn/a'>kia</a>.</p>")
    )
    markup = "".join(line.markup() for line in source.lines)
    assert "javascript" not in markup
    assert '<a href="https://example.vn/a">kia</a>' in markup


def test_pictures_that_lie_elsewhere_are_counted_and_not_fetched(monkeypatch):
    import socket

    monkeypatch.setattr(socket, "socket", None)
    source = read(page("<img src='https://example.vn/a.jpg'><img src='/uploads/b.jpg'>"))
    assert not source.pictures
    assert any("2" in warning for warning in source.warnings)


@pytest.mark.django_db
def test_a_saved_page_brings_its_pictures_and_their_captions(tmp_path):
    folder = tmp_path / "trang_files"
    folder.mkdir()
    (folder / "ảnh 1.jpg").write_bytes(word.picture(10))
    (folder / "icon.png").write_bytes(word.picture(20, 16, 16, "PNG"))
    (tmp_path.parent / "ngoai.jpg").write_bytes(word.picture(30))
    figure = "<figure><img src='./trang_files/%E1%BA%A3nh%201.jpg'><figcaption>Hai bên trao đổi.</figcaption></figure>"
    outside = "<img src='../ngoai.jpg'><img src='trang_files/icon.png'>"
    path = tmp_path / "trang.html"
    path.write_text(page(figure + outside), encoding="utf-8")
    result = import_text(path, [])
    captions = result.article.open_edition.captions.select_related("photo")
    assert [(row.photo.original_name, row.text) for row in captions] == [("ảnh 1.jpg", "Hai bên trao đổi.")]
    assert len(result.warnings) == 1


@pytest.mark.django_db
def test_a_picture_pasted_with_the_words_is_kept():
    import base64

    data = base64.b64encode(word.picture(10)).decode()
    source = read(page(f"<p><img src='data:image/jpeg;base64,{data}'></p><p><i>Toàn cảnh</i></p>"))
    assert [source.lines[picture.caption].text for picture in source.pictures] == ["Toàn cảnh"]


@pytest.mark.django_db
def test_lists_tables_and_headings_stay():
    table = "<table border=1><tr><th>Chỉ tiêu</th><th>Năm</th></tr><tr><td>Hồ sơ</td><td>12</td></tr></table>"
    html = page(f"<h2>Kết quả</h2><ul><li>Một<ul><li>Hai</li></ul></li></ul>{table}")
    body = import_source(read(html), [], name="trang").article.open_edition.body
    assert "<h2>Kết quả</h2>" in body
    assert "<ul><li>Một<ul><li>Hai</li></ul></li></ul>" in body
    assert '<th scope="col">Chỉ tiêu</th>' in body


def test_html_pasted_from_word_keeps_its_lists():
    item = "<p class=MsoListParagraph><span style='mso-list:Ignore'>·  </span>Ký bản ghi nhớ<o:p></o:p></p>"
    [line] = [line for line in read(page(item)).lines if line.part == "item"]
    assert line.text == "Ký bản ghi nhớ"


def test_a_page_says_its_own_encoding():
    html = "<html><head><meta http-equiv=Content-Type content='text/html; charset=windows-1258'></head><body><p>Hà Nội</p></body></html>"
    decomposed = html.replace("Hà Nội", "Ha\u0300 Nô\u0323i").replace("a\u0300", "à")
    assert readers.read(decomposed.encode("cp1258"), "a.html").lines[0].text == "Hà Nội"


@pytest.mark.parametrize(
    "html", ["<html><body><script>x</script></body></html>", "<div><img src=a><br></div>"]
)
def test_a_page_without_an_article_is_refused(html):
    with pytest.raises(ImportRefused, match=r"trang\.html"):
        read(html)


@pytest.mark.parametrize(
    "piece", ["<div>", "<table><tr><td>", "<ul><li>", "<b>", "<p><a href=x>", "&amp;", "<!--", "<h1>"]
)
def test_a_page_nested_without_end_is_read_or_refused_and_never_breaks(piece):
    with contextlib.suppress(ImportRefused):
        read("<html><body><p>Nội dung</p>" + piece * 20_000)
