"""Photos: described for those who do not see them, and placed once where the text says so."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from news.desk.checks.finding import Finding
from news.fold import fold
from news.models import Photo
from news.richtext import plain_text

MARKER = re.compile(r"\[\[\s*(ảnh|video)\s+(\d{1,3})\s*\]\]", re.IGNORECASE)


def photos_are_described(document: dict) -> Iterator[Finding]:
    for index, caption in enumerate(document["captions"]):
        number = {"number": index + 1}
        if caption["is_described_by_caption"] and not caption["text"]:
            yield Finding(
                _("Photo %(number)d is to be described by its caption, but has none.") % number,
                f"captions.{index}.text",
            )
        elif not (caption["is_decorative"] or caption["is_described_by_caption"] or caption["alt"]):
            yield Finding(_("Photo %(number)d has no description.") % number, f"captions.{index}.alt")


def descriptions_say_what_is_seen(document: dict) -> Iterator[Finding]:
    """Whoever does not see the photo learns nothing from a file name or from the caption read twice."""
    captions = document["captions"]
    names = dict(
        Photo.objects.filter(pk__in={row["photo"] for row in captions}).values_list("pk", "original_name")
    )
    for index, caption in enumerate(captions):
        for sentence, is_blocking in _faults_of(
            caption["alt"], caption["text"], names.get(caption["photo"], "")
        ):
            yield Finding(sentence % {"number": index + 1}, f"captions.{index}.alt", is_blocking)


# "IMG_2041", "DSC 0031 (2)", "z5301122_4f", "hop-giao-ban.jpg"
_FILE_NAME = re.compile(
    r"\S+\.(?:jpe?g|png|webp|heic|heif|gif|tiff?|bmp)|(?:img|dsc[nf]?|pxl|vid|image|photo|screenshot|anh|z)[\s_-]*\d[\w\s().-]*",
    re.IGNORECASE,
)
_STARTER = re.compile(
    r"(?:ảnh|hình ảnh|bức ảnh|hình|image|photo|picture)\b(?!\s+(?:hưởng|viện))", re.IGNORECASE
)


def _faults_of(description: str, caption: str, file_name: str) -> Iterator[tuple[str, bool]]:
    """(sentence with %(number)d, is it blocking?)"""
    words = _words(description)
    if not words:
        return
    if _FILE_NAME.fullmatch(description.strip()) or words == _words(file_name.rpartition(".")[0]):
        yield _("The description of photo %(number)d is a file name. Say what is seen."), True
    elif words == _words(caption):
        yield (
            _(
                "The description of photo %(number)d repeats the caption. Say what is seen, or choose “The caption describes it”."
            ),
            True,
        )
    elif _STARTER.match(description):
        yield (
            _(
                "The description of photo %(number)d begins with “photo”, which screen readers say anyway. Begin with what is seen."
            ),
            False,
        )


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text)))


def markers_have_their_item(document: dict) -> Iterator[Finding]:
    """Each `[[ảnh 2]]` and `[[video 1]]` names an existing item and stands once."""
    names = {"ảnh": ("captions", _("photo")), "video": ("videos", _("video"))}
    seen = set()
    for word, number in MARKER.findall(plain_text(document["body"])):
        key, label = names[word.lower()]
        words = {"what": label, "number": int(number)}
        if not 1 <= int(number) <= len(document[key]):
            yield Finding(_("The text places %(what)s %(number)d, which does not exist.") % words, "body")
        elif (key, number) in seen:
            yield Finding(_("The text places %(what)s %(number)d twice.") % words, "body")
        seen.add((key, number))
