"""An article as words alone: for braille displays, slow lines and large print. UTF-8, a paragraph a line, no ornament.

It is made of the same pieces as the page (article_page.py), so what is hidden, withheld or corrected there is so here.
"""

from collections.abc import Callable
from functools import partial
from html import escape
from itertools import count

from django.http import HttpResponse
from django.utils.translation import gettext as _

from news.models import Edition
from news.site import addresses, article_page, dateline, views
from news.site.chrome import Chrome
from news.site.public import public
from news.site.text_only_lines import Line, joined, lines_of
from news.templatetags.site import byline_of_photo, file_facts

MEDIA_TYPE = "text/plain; charset=utf-8"


@public
def article_text(request, slug: str, number: int):
    """As the article's own address answers: 200, 301 to the right slug, 410 or a redirect when withdrawn, 404."""
    edition, elsewhere = views.sought(request, number, addresses.text_only)
    if elsewhere:
        return elsewhere
    pieces = article_page.context(edition, request)
    response = HttpResponse(written(pieces, request), content_type=MEDIA_TYPE)
    # The page is what search engines are to show.
    response["Link"] = f'<{pieces["head"].address}>; rel="canonical"'
    response["X-Robots-Tag"] = "noindex"
    return response


def written(pieces: dict, request) -> str:
    """The text of the pieces of `article_page.context`, in the order of the page."""
    write = _Writer(pieces, request)
    parts = (_head, _body, _attendees, _agencies, _gallery, _files, _foot)
    lines = [line for part in parts for line in part(pieces, write)]
    return joined(lines) + "\n"


class _Writer:
    """Makes lines of HTML and of plain words, each abbreviation written out where the article uses it first."""

    def __init__(self, pieces: dict, request):
        self.explain: Callable[[str], str] = pieces["abbreviations"]
        self.absolute = partial(addresses.absolute, request)
        self.request = request
        self.photos = count(1)

    def html(self, html: str) -> list[Line]:
        return lines_of(self.explain(html), self.absolute)

    def plain(self, words: str) -> list[Line]:
        return self.html("".join(f"<p>{escape(line)}</p>" for line in words.splitlines()))


def _head(pieces: dict, write: _Writer) -> list[Line]:
    edition: Edition = pieces["edition"]
    said = [edition.title]
    if edition.article.published_at:
        said.append(dateline.spoken(edition.article.published_at, edition.language))
    if edition.event_on:
        said.append(f"{_('Day of the event:')} {dateline.period(edition.event_on, edition.event_until)}")
    if edition.event_place:
        said.append(f"{_('Place:')} {edition.event_place}")
    if edition.article.is_archived():
        said.append(_("This article is archived: it is no longer in the lists of news."))
    notes = [
        f"{_('Correction')} ({dateline.day(dateline.local_day(note.on))}): {note.text}"
        for note in pieces["notes"]
    ]
    return [Line(" ".join(words.split())) for words in said] + [
        line for note in notes for line in write.plain(note)
    ]


def _body(pieces: dict, write: _Writer) -> list[Line]:
    lines = write.plain(pieces["edition"].lead)
    for part in pieces["body"]:
        if part.caption:
            lines += _picture(part.caption, write)
        elif part.video:
            lines += _video(part.video, write)
        else:
            lines += write.html(part.html)
    return lines


def _picture(caption, write: _Writer) -> list[Line]:
    """What is printed beneath, what can be seen, who took it; nothing for a picture that says nothing."""
    if not (caption.text or caption.alt):
        return []
    number, described = next(write.photos), caption.alt if caption.alt != caption.text else ""
    told = [_("Photo %(number)d: %(words)s") % {"number": number, "words": caption.text or described}]
    if caption.text and described:
        told.append(_("Description of the photo: %(words)s") % {"words": described})
    if credit := byline_of_photo(caption):
        told.append(credit)
    lines = [line for words in told for line in write.plain(words)]
    return [*lines[:1], *_closer(lines[1:])]


def _video(video: dict, write: _Writer) -> list[Line]:
    address = write.absolute(video["src"]) if video.get("src") else video["url"]
    lines = [Line(" ".join(filter(None, [_("Video:"), video["title"], address and f"({address})"])))]
    if video["transcript"]:
        lines += [Line(f"{_('Transcript')}:"), *write.plain(video["transcript"])]
    return lines


def _attendees(pieces: dict, write: _Writer) -> list[Line]:
    lines = [Line(_("Attendees"))] if pieces["sides"] else []
    for side in pieces["sides"]:
        lines += [Line(f"{side.heading}:")] if side.heading else []
        lines += [Line(f"- {_attendee(line)}", is_close=True) for line in (*side.persons, *side.others)]
    return lines


def _attendee(line) -> str:
    name = " ".join(filter(None, [line.honorific, line.name]))
    return ", ".join(filter(None, [name, line.title, line.organization]))


def _agencies(pieces: dict, write: _Writer) -> list[Line]:
    rows = pieces["agencies"]
    named = [f"{row['name']} ({row['short']})" if row["short"] else row["name"] for row in rows]
    return _listed(_("Agencies in this article"), named)


def _gallery(pieces: dict, write: _Writer) -> list[Line]:
    told = [_picture(caption, write) for caption in pieces["gallery"]]
    films = [line for video in pieces["videos"] for line in _video(video, write)]
    heading = [Line(pieces["gallery_heading"])] if any(told) else []
    return [*heading, *(line for lines in told for line in lines), *films]


def _files(pieces: dict, write: _Writer) -> list[Line]:
    rows = pieces["attachments"]
    named = [f"{row['title']} ({file_facts(row)}): {write.absolute(row['url'])}" for row in rows]
    return _listed(_("Attachments"), named)


def _foot(pieces: dict, write: _Writer) -> list[Line]:
    edition = pieces["edition"]
    lines = write.plain(edition.byline)
    if edition.source:
        lines.append(
            Line(
                " ".join(
                    filter(
                        None, [_("Source:"), edition.source, edition.source_url and f"({edition.source_url})"]
                    )
                )
            )
        )
    agency = Chrome(write.request).agency_name
    return [*lines, *([Line(agency)] if agency else []), Line(pieces["head"].address)]


def _listed(heading: str, named: list[str]) -> list[Line]:
    return [Line(heading), *(Line(f"- {words}", is_close=True) for words in named)] if named else []


def _closer(lines: list[Line]) -> list[Line]:
    return [Line(line.text, is_close=True) for line in lines]
