"""The one exit for public text: whatever readers, feeds and machines get has passed here.

It resolves the markers of the body and blanks the names of hidden persons. Every answer to a reader is blanked once more
as a whole (news/site/blanking.py), so a text that forgot to come here names nobody; what must come here is whatever is cut,
hashed, spoken, counted or used as an address before it is sent:

- `blank(text)`: a plain text or HTML without the names; before cutting it, hashing it or giving it to narration
- `slug(text)`: the same for a part of an address
- `names_hidden(text)`: whether a text names somebody hidden; such a tag or row has no page
- `is_hidden(pk)`, `hidden_people()`: persons without a page, a row in lists, search and open data
- `withheld_files()`: keys of stored files that nobody gets
- `stamp()`: changes with every hiding and showing; for keys of whatever keeps text beyond a request
- `refresh()`: before a long piece of work outside a request
"""

import re
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from news.models import Caption, Edition
from news.richtext import plain_text
from news.site import hidden

_SPACE = r"(?:\s|&nbsp;|\u00a0|<br\s*/?>)"
_MARKER = rf"\[\[{_SPACE}*(ảnh|video){_SPACE}+(\d{{1,3}}){_SPACE}*\]\]"
MARKER = re.compile(_MARKER, re.IGNORECASE)
# A paragraph of nothing but markers is where pictures stand; a marker among words says no place.
_PLACE = re.compile(rf"<p(?:\s[^>]*)?>{_SPACE}*(?:{_MARKER}{_SPACE}*)+</p>", re.IGNORECASE)


def blank(text: str, language: str | None = None) -> str:
    """Without the names of hidden persons, in every spelling; `language` is that of the page by default."""
    return hidden.current().blank(text, language)


def slug(text: str, language: str | None = None) -> str:
    """Part of an address; the names stand in it as "dinh-huu-phi"."""
    return hidden.current().blank(text, language)


def stand_in(language: str | None = None) -> str:
    """What is printed for somebody hidden where a list had the name alone."""
    return hidden.current().stand_in(language)


def names_hidden(text: str) -> bool:
    return blank(text) != text


def is_hidden(person: int) -> bool:
    """Whether the person of this key has no page and no row anywhere."""
    return person in hidden.current().people


def hidden_people() -> frozenset[int]:
    return hidden.current().people


def withheld_files() -> frozenset[int]:
    """Keys of stored files in which a hidden name was read."""
    return hidden.current().files


def stamp() -> str:
    """Of the last hiding or showing; "" where nobody was ever hidden."""
    return hidden.current().stamp


def refresh() -> None:
    """Learn of changes at once: commands and tasks call it before a piece of work."""
    hidden.refresh()


@dataclass(frozen=True)
class Part:
    """A piece of the body in reading order: exactly one of `html`, `caption`, `video` is filled."""

    html: SafeString | str = ""
    caption: Caption | None = None
    video: dict | None = None


def body_parts(html: str, captions: list[Caption], videos: list[dict]) -> tuple[list[Part], set]:
    """The body cut at its markers, and what it placed as {("ảnh", 2), …}. Unknown and repeated markers leave nothing.

    `captions` and `videos` count from 1 in list order, as the markers do.
    """
    html = blank(html)
    items = {("ảnh", number): Part(caption=caption) for number, caption in enumerate(captions, 1)}
    items |= {("video", number): Part(video=video) for number, video in enumerate(videos, 1)}
    parts, placed, end = [], set(), 0
    for place in _PLACE.finditer(html):
        parts.append(_text(html[end : place.start()]))
        for key in _keys(place.group()):
            if key in items and key not in placed:
                parts.append(items[key])
                placed.add(key)
        end = place.end()
    parts.append(_text(html[end:]))
    return [part for part in parts if part != Part()], placed


def summary(edition: Edition, most: int = 200) -> str:
    """The lead, else the first words of the body: one line for search engines and sharing. Needs the whole edition."""
    text = edition.lead or plain_text(without_markers(edition.body))
    return shortened(blank(" ".join(text.split()), edition.language), most)


def card_lead(card: Edition, most: int = 200) -> str:
    """The lead in one line. A card is loaded without its body, so one without a lead says no more than its title."""
    return shortened(blank(" ".join(card.lead.split()), card.language), most)


def without_markers(html: str) -> str:
    return MARKER.sub("", _PLACE.sub("", html))


def shortened(text: str, most: int) -> str:
    """At most `most` characters, cut at a word."""
    if len(text) <= most:
        return text
    head = text[: most - 1]
    return f"{head.rsplit(' ', 1)[0] if ' ' in head else head}…"


def _keys(html: str) -> list[tuple[str, int]]:
    return [(word.lower(), int(number)) for word, number in MARKER.findall(html)]


def _text(html: str) -> Part:
    """The column was sanitised when it was written (news/richtext.py), so it is safe to print."""
    return Part(html=mark_safe(MARKER.sub("", html).strip()))
