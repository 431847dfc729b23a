"""The editor's guide quotes the screen: its labels are those of the catalogue, its pictures exist and stay small."""

import re
from functools import cache

import pytest
from babel.messages.pofile import read_po

from tests.pictures_admin import FOLDER, SIZES, THEMES, views
from tests.processes import ROOT

GUIDE = ROOT / "docs" / "huong-dan-bien-tap.md"
MOST_BYTES = 4_000_000


def guide() -> str:
    return GUIDE.read_text(encoding="utf-8")


@cache
def labels() -> set[str]:
    """Every Vietnamese text of the rooms, without regard to a capital, a last full stop or an ellipsis."""
    found = set()
    for room in ("news", "portal", "accessibility"):
        with (ROOT / room / "locale" / "vi" / "LC_MESSAGES" / "django.po").open("rb") as file:
            for entry in read_po(file):
                texts = entry.string if isinstance(entry.string, tuple) else (entry.string,)
                found |= {bare(text) for text in texts}
    return found | {bare(label) for label in words_of_models()}


def words_of_models() -> set[str]:
    """Words that reach the screen through Django in Vietnamese: names of models, fields and choices."""
    from django.apps import apps
    from django.utils.translation import override

    with override("vi"):
        models = [model for room in ("news", "accounts") for model in apps.get_app_config(room).get_models()]
        fields = [field for model in models for field in model._meta.fields]
        choices = [label for field in fields for _value, label in field.choices or ()]
        names = [str(model._meta.verbose_name) for model in models]
        return {*names, *(str(field.verbose_name) for field in fields), *map(str, choices)}


def bare(text: str) -> str:
    return " ".join(text.split()).casefold().rstrip("….: ")


def test_every_label_that_the_guide_quotes_stands_on_the_screen():
    quoted = {" ".join(label.split()) for label in re.findall(r"\*\*(.+?)\*\*", guide(), re.DOTALL)}
    assert len(quoted) > 60
    assert {label for label in quoted if bare(label) not in labels()} == set()


def test_every_picture_of_the_guide_exists():
    named = re.findall(r"!\[.+?\]\((.+?)\)", guide())
    assert len(named) > 10
    assert [name for name in named if not (GUIDE.parent / name).is_file()] == []


@pytest.mark.parametrize("view", [view.name for view in views("", "", "")])
def test_a_page_is_pictured_in_each_theme_and_width(view):
    wanted = {f"{view}-{theme}-{width}.png" for theme in THEMES for width in SIZES}
    assert wanted <= {path.name for path in FOLDER.glob("*.png")}


def test_the_pictures_stay_small():
    assert sum(path.stat().st_size for path in FOLDER.glob("*.png")) < MOST_BYTES


def test_the_links_inside_the_guide_lead_to_a_heading():
    # As GitHub and Forgejo make them of a heading: small letters, no signs, dashes for spaces.
    anchors = {
        re.sub(r"[^\w\- ]", "", title.casefold()).replace(" ", "-")
        for title in re.findall(r"^#+ (.+)$", guide(), re.MULTILINE)
    }
    assert [link for link in re.findall(r"\]\(#(.+?)\)", guide()) if link not in anchors] == []
