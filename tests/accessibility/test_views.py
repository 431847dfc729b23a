"""The settings page, the form without a script, and the one stylesheet that depends on a cookie."""

from types import SimpleNamespace

import pytest
from django.template import engines
from django.test import Client, RequestFactory

from accessibility.looks import LOOKS, properties
from accessibility.options import groups
from accessibility.themes import declarations

pytestmark = [pytest.mark.urls("tests.accessibility.pages"), pytest.mark.django_db]

SETTINGS = "/doc/tuy-chinh/"
STYLE = "/doc/tuy-chinh.css"


@pytest.fixture(autouse=True)
def plain_http(settings):
    settings.SECURE_SSL_REDIRECT = False


@pytest.fixture
def reader():
    return Client(enforce_csrf_checks=True)


def test_a_button_without_a_script_saves_and_goes_back_to_the_page(reader):
    answer = reader.post(SETTINGS, {"size": "larger", "return": "/bai/1/#reader"})
    assert (answer.status_code, answer["Location"]) == (303, "/bai/1/#reader")
    cookie = answer.cookies["reader"]
    assert cookie.value == "size.3"
    assert (cookie["path"], cookie["samesite"], cookie["httponly"], cookie["secure"]) == ("/", "Lax", "", "")
    assert cookie["max-age"] == 365 * 24 * 3600


def test_the_cookie_is_secure_when_the_request_is(reader):
    answer = reader.post(SETTINGS, {"theme": "dark"}, secure=True)
    assert answer.cookies["reader"]["secure"] is True


def test_buttons_pressed_one_after_another_add_up(reader):
    for form in ({"size": "larger"}, {"theme": "toggle-contrast"}, {"size": "larger"}):
        reader.post(SETTINGS, form)
    assert reader.cookies["reader"].value == "size.4~theme.contrast"


def test_coming_back_to_the_defaults_deletes_the_cookie(reader):
    reader.post(SETTINGS, {"size": "larger"})
    answer = reader.post(SETTINGS, {"size": "smaller"})
    assert answer.cookies["reader"]["max-age"] == 0


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": "http://testserver"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
    ],
)
def test_a_form_sent_from_another_site_is_refused(reader, headers):
    answer = reader.post(SETTINGS, {"size": "larger"}, headers=headers)
    assert answer.status_code == 403
    assert "reader" not in answer.cookies


@pytest.mark.parametrize(
    "headers",
    [{}, {"Origin": "http://testserver"}, {"Sec-Fetch-Site": "same-origin", "Origin": "null"}],
)
def test_a_form_of_our_own_page_is_taken(reader, headers):
    assert reader.post(SETTINGS, {"size": "larger"}, headers=headers).status_code == 303


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "javascript:alert(1)",
        "http:///evil.example",
    ],
)
def test_nobody_is_sent_to_another_site(reader, address):
    assert reader.post(SETTINGS, {"size": "3", "return": address})["Location"] == SETTINGS


def test_without_a_return_address_the_page_one_came_from_is_used(reader):
    answer = reader.post(SETTINGS, {"size": "3"}, headers={"Referer": "http://testserver/tim/?q=lúa"})
    assert answer["Location"].startswith("http://testserver/tim/?q=")


def test_the_english_form_goes_back_to_the_english_page(reader):
    assert reader.post("/en/doc/tuy-chinh/", {"size": "3"})["Location"] == "/en/doc/tuy-chinh/"


def test_other_methods_are_refused(reader):
    assert reader.put(SETTINGS).status_code == 405
    assert Client().post(STYLE).status_code == 405


def test_the_stylesheet_carries_the_saved_size_and_theme(reader):
    reader.cookies["reader"] = "size.4~theme.dark"
    css = reader.get(STYLE).content.decode()
    assert f":root:root:root{{{declarations('dark')}}}" in css
    assert ":root:root:root{font-size:155.556%}" in css
    assert "@media print{:root:root:root{font-size:122.222%}}" in css


@pytest.mark.parametrize(("key", "value"), [(key, value) for key, looks in LOOKS.items() for value in looks])
def test_the_stylesheet_carries_every_other_look(reader, key, value):
    reader.cookies["reader"] = f"{key}.{value}"
    assert reader.get(STYLE).content.decode() == f":root:root:root{{{properties(key, value)}}}\n"


def test_one_button_brings_the_usual_settings_back(reader):
    reader.cookies["reader"] = "size.4~font.andika~ruler.3"
    answer = reader.post(SETTINGS, {"reset": "all", "size": "4", "font": "andika"})
    assert answer.cookies["reader"]["max-age"] == 0


def test_the_stylesheet_of_a_reader_without_choices_is_empty(reader):
    answer = reader.get(STYLE)
    assert (answer.content, answer["Content-Type"]) == (b"", "text/css; charset=utf-8")


def test_the_stylesheet_is_kept_by_the_reader_alone_and_asked_about_each_time(reader):
    answer = reader.get(STYLE)
    assert set(answer["Cache-Control"].split(", ")) == {"private", "no-cache"}
    assert answer["Vary"] == "Cookie"
    assert "Set-Cookie" not in answer


def test_an_unchanged_stylesheet_is_not_sent_again(reader):
    reader.cookies["reader"] = "size.4"
    first = reader.get(STYLE)
    again = reader.get(STYLE, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content, again["Vary"]) == (304, b"", "Cookie")
    reader.cookies["reader"] = "size.5"
    assert reader.get(STYLE, headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_a_forged_cookie_brings_nothing_into_the_stylesheet(reader):
    reader.cookies["reader"] = "theme.dark}body{display:none"
    assert reader.get(STYLE).content == b""


@pytest.mark.parametrize("cookie", [None, "size.6~theme.contrast", "nonsense"])
def test_an_article_is_the_same_for_every_reader(reader, cookie):
    plain = Client().get("/bai/1/")
    if cookie:
        reader.cookies["reader"] = cookie
    answer = reader.get("/bai/1/")
    assert answer.content == plain.content
    assert "Cookie" not in answer.get("Vary", "")
    assert "Set-Cookie" not in answer.headers
    assert not answer.cookies


def test_the_controls_are_a_plain_form_with_the_printed_words(reader):
    page = reader.get("/bai/1/").content.decode()
    for words in (
        "Xem với cỡ chữ",
        "Chữ nhỏ",
        "Chữ to",
        "Nghe bài viết",
        "Tương phản",
        "Tùy chọn đọc",
        "Theo thiết bị",
    ):
        assert words in page
    assert '<input type="hidden" name="return" value="/bai/1/#reader">' in page
    offered = sum(len(group["options"]) for group in groups())
    assert page.split("<template")[0].count('type="radio"') == offered > 6 + 5
    assert "checked" not in page.split("<template")[0]
    assert (
        '<noscript><link rel="stylesheet" href="/doc/tuy-chinh.css"><link rel="stylesheet" href="/doc/xem-ngay.css">'
        "</noscript>" in page
    )
    assert page.index("reader-head.js") < page.index("site.css")


def test_the_controls_speak_english_on_english_pages(reader):
    page = reader.get("/en/bai/1/").content.decode()
    for words in (
        "Larger text",
        "Listen to the article",
        "High contrast",
        "/en/doc/tuy-chinh.css",
        "/en/doc/tuy-chinh/",
    ):
        assert words in page


def test_no_script_or_style_stands_in_the_page_itself(reader):
    page = reader.get("/bai/1/").content.decode()
    assert " style=" not in page
    assert " onclick=" not in page
    assert "<script>" not in page
    assert "<style" not in page


@pytest.mark.parametrize(("seconds", "said"), [(340, "6 phút"), (12, "1 phút")])
def test_beside_the_button_stands_how_long_the_recording_is(seconds, said):
    context = {"request": RequestFactory().get("/bai/1/"), "audio": SimpleNamespace(seconds=seconds)}
    page = (
        engines["django"]
        .from_string("{% load reader %}{% reader_controls recording=audio %}")
        .render(context)
    )
    assert f'<span class="reader__length" id="reader-length">{said}</span>' in page
    assert 'aria-describedby="reader-length">Nghe bài viết</button>' in page


def test_where_nobody_knows_how_long_it_takes_nothing_is_said(reader):
    page = reader.get("/bai/1/").content.decode()
    assert "reader-length" not in page
