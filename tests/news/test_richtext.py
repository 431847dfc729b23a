"""The editor is contained and the sanitiser is the boundary. These tests are why `ckeditor.W001` may be silenced."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.db import models
from django.utils import translation

from news.models import Edition, Page
from news.richtext import CKEDITOR_CONFIGS, HtmlField, editor_widget, plain_text, sanitise
from tests import make

ROOT = Path(settings.ROOT)
CONFIG = CKEDITOR_CONFIGS["default"]
DIRTY = '<p onclick="x()">Chữ<script>alert(1)</script><style>p{}</style><img src=x onerror=alert(1)></p>'
CLEAN = "<p>Chữ</p>"


def removed() -> set[str]:
    return set(CONFIG["removePlugins"].split(","))


def test_only_the_known_warning_is_silenced():
    assert settings.SILENCED_SYSTEM_CHECKS == ["ckeditor.W001"]


def test_the_editor_keeps_to_an_explicit_list_without_scripts_and_styles():
    allowed = CONFIG["allowedContent"]
    assert isinstance(allowed, str)
    assert not re.search(r"script|style|iframe|\bon|\{|\*|\bimg\b", allowed)
    assert "extraAllowedContent" not in CONFIG


def test_the_editor_edits_a_part_of_a_page_never_a_whole_one():
    assert not CONFIG.get("fullPage")
    assert "docprops" in removed()
    assert CONFIG["extraPlugins"] == "divarea"


@pytest.mark.parametrize("plugin", ["exportpdf", "scayt", "wsc", "preview", "iframe", "flash"])
def test_what_calls_other_servers_or_embeds_them_is_removed(plugin):
    assert plugin in removed()
    assert not any(plugin in str(button).lower() for row in CONFIG["toolbar"] for button in row)


@pytest.mark.parametrize("plugin", ["image", "uploadimage", "uploadwidget", "uploadfile", "filebrowser"])
def test_the_editor_uploads_nothing(plugin):
    assert plugin in removed()
    assert not any("upload" in key.lower() or "browse" in key.lower() for key in CONFIG)
    assert "link:upload" in CONFIG["removeDialogTabs"]


def test_the_uploader_is_not_installed():
    assert not any("uploader" in app for app in settings.INSTALLED_APPS)


def test_the_editor_never_asks_for_its_newest_version():
    with translation.override("vi"):
        widget = editor_widget()
        widget.get_context("body", "", {"id": "id_body"})
    assert widget.config["versionCheck"] is False


def test_no_dangerous_sample_of_the_editor_is_served():
    assert finders.find("ckeditor/ckeditor/samples/index.html") is None


def test_only_richtext_and_the_settings_know_the_editor():
    knowing = {
        str(path.relative_to(ROOT))
        for room in ("portal", "news", "accessibility")
        for path in (ROOT / room).rglob("*.py")
        if re.search(r"^\s*(from|import) ckeditor|[\"']ckeditor[\"']", path.read_text(), re.MULTILINE)
    }
    assert knowing == {"news/richtext.py", "portal/settings.py"}
    assert not re.search(r"import ckeditor|from ckeditor", (ROOT / "portal/settings.py").read_text())


def test_migrations_see_a_plain_text_column():
    for model, name in ((Edition, "body"), (Page, "body")):
        _name, path, _args, _options = model._meta.get_field(name).deconstruct()
        assert path == "django.db.models.TextField"
    assert issubclass(HtmlField, models.TextField)


@pytest.mark.django_db
def test_every_way_of_writing_is_sanitised():
    page = Page.objects.create(slug="mot", title="Một", body=DIRTY)
    assert page.body == CLEAN  # the object in hand is the text in the database
    page.body = DIRTY
    page.save(update_fields=["body"])
    assert Page.objects.get(pk=page.pk).body == CLEAN
    Page.objects.filter(pk=page.pk).update(body="<p>Khác</p>" + DIRTY)
    assert Page.objects.get(pk=page.pk).body == "<p>Khác</p>" + CLEAN
    [other] = Page.objects.bulk_create([Page(slug="hai", title="Hai", body=DIRTY)])
    assert Page.objects.get(slug="hai").body == CLEAN
    other = Page.objects.get(slug="hai")
    other.body = DIRTY + "<p>Ba</p>"
    Page.objects.bulk_update([other], ["body"])
    assert Page.objects.get(slug="hai").body == CLEAN + "<p>Ba</p>"


@pytest.mark.django_db
def test_an_article_written_through_the_desk_is_sanitised():
    assert make.draft(body=DIRTY).open_edition.body == CLEAN


@pytest.mark.parametrize(
    "dirty",
    [
        '<a href="javascript:alert(1)">x</a>',
        '<a href="//evil.example/x">x</a>',
        '<a href="\\\\evil.example">x</a>',
        '<a href="data:text/html,x">x</a>',
        "<svg><script>alert(1)</script></svg>x",
        "<iframe src='https://evil.example'></iframe>x",
        "x<math><mi//xlink:href='data:x,<script>alert(4)</script>'>",
        '<p style="background:url(//evil.example)">x</p>',
        "<p><!-- <script>x</script> -->x</p>",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>x</p></noscript>",
    ],
)
def test_what_could_run_or_call_out_does_not_survive(dirty):
    clean = sanitise(dirty)
    assert not re.search(r"evil|script|style|<(svg|img|iframe|math)|onerror|data:", clean, re.IGNORECASE)
    assert sanitise(clean) == clean
    assert "x" in clean


def test_what_writers_use_survives_unchanged():
    text = (
        '<h2>Kết quả</h2>\n<p>Hai bên <strong>thống nhất</strong> <a href="/tin-tuc/a-1/">kế hoạch</a>.</p>\n'
        "<p>[[ảnh 1]]</p>\n<ul><li>Một</li></ul>\n"
        '<table><thead><tr><th scope="col">Tên</th></tr></thead><tbody><tr><td colspan="2">X</td></tr></tbody></table>'
    )
    assert sanitise(text).replace(' rel="noopener"', "") == text


def test_the_words_of_a_text_keep_their_lines():
    assert plain_text("<p>Một&nbsp;hai</p><ul><li>ba</li><li>bốn</li></ul>") == "Một\xa0hai\nba\nbốn"
