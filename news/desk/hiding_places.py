"""Where a person stands in one document, and the document without the name: place by place, each found again by its key."""

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from html import unescape

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news.models import Edition, Person
from news.spellings import Name

AROUND = 60
_LISTS = {
    "delegations": gettext_lazy("Attendees"),
    "captions": gettext_lazy("Photo captions"),
    "agencies": gettext_lazy("agencies"),
    "attachments": gettext_lazy("Attachments"),
    "videos": gettext_lazy("videos"),
    "tags": gettext_lazy("Tags"),
}
_TAG = re.compile(r"<[^<>]*>?")


@dataclass(frozen=True)
class Place:
    """`key` finds it again in the document of the same version: a path, and which occurrence there."""

    key: str
    label: str
    before: str
    matched: str
    after: str
    proposal: str

    @property
    def is_link(self) -> bool:
        """No words to change: a list that says who is in the picture."""
        return self.key.endswith(".people")


def places(content: dict, person: Person, names: list[Name], stand_in: str) -> Iterator[Place]:
    """Of one document, in reading order."""
    for path, value in _strings(content):
        if _line_of(content, path, person) is None:
            yield from _occurrences(path, value, names, stand_in)
    for path, line in _lines(content, person):
        title = ", ".join(filter(None, [line["title"], line["organization"]]))
        yield Place(
            path, str(_LISTS["delegations"]), line["honorific"], line["name"], title, capfirst(stand_in)
        )
    for index, caption in enumerate(content["captions"]):
        if person.pk in caption["people"]:
            yield Place(
                f"captions.{index}.people", _("people shown"), "", str(person), caption["text"][:AROUND], ""
            )


def masked(content: dict, person: Person, names: list[Name], answers: dict[str, str]) -> dict:
    """The document with each chosen place replaced: `answers` maps keys of `places` to what stands there afterwards."""
    made = deepcopy(content)
    for path, value in _strings(content):
        spans = spans_of(value, names)
        for index, (start, end, tags) in reversed(list(enumerate(spans))):
            if (answer := answers.get(f"{path}#{index}")) is not None:
                value = value[:start] + answer + tags + value[end:]
        _put(made, path, value)
    for path, _line in _lines(content, person):
        if answers.get(path):
            _get(made, path).update(
                kind="group", person=None, agency=None, honorific="", title="", quote="", name=answers[path]
            )
    for index, caption in enumerate(made["captions"]):
        if f"captions.{index}.people" in answers:
            caption["people"] = [pk for pk in caption["people"] if pk != person.pk]
    made["tags"] = [tag for tag in made["tags"] if tag.strip()]
    return made


def _strings(value, path: str = "") -> Iterator[tuple[str, str]]:
    """(path, text) of every text in a document; what only points elsewhere is left out."""
    if isinstance(value, str) and value:
        yield path, value
    elif isinstance(value, (dict, list)):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            if key not in ("credits", "source_url", "kind", "part", "side"):
                yield from _strings(inner, f"{path}.{key}" if path else str(key))


def _lines(content: dict, person: Person) -> Iterator[tuple[str, dict]]:
    for i, side in enumerate(content["delegations"]):
        for j, line in enumerate(side["attendances"]):
            if line["person"] == person.pk:
                yield f"delegations.{i}.attendances.{j}", line


def _line_of(content: dict, path: str, person: Person) -> str | None:
    """The line of the person that a path lies in: it is replaced as a whole."""
    return next((line for line, _row in _lines(content, person) if path.startswith(f"{line}.")), None)


def _occurrences(path: str, value: str, names: list[Name], stand_in: str) -> Iterator[Place]:
    for index, (start, end, _tags) in enumerate(spans_of(value, names)):
        before, matched, after = context_of(value, start, end)
        begins = not before.strip() or before.rstrip()[-1:] in ".!?:"
        proposal = "" if path.startswith("tags.") else capfirst(stand_in) if begins else stand_in
        yield Place(f"{path}#{index}", _label(path), before, matched, after, proposal)


def spans_of(value: str, names: list[Name]) -> list[tuple[int, int, str]]:
    """(start, end, tags inside) of each place, none inside another; honorifics belong to it."""
    found = sorted(
        (p.start, -p.end, "".join(_TAG.findall(p.matched))) for name in names for p in name.places(value)
    )
    spans: list[tuple[int, int, str]] = []
    for start, end, tags in found:
        if not spans or start >= spans[-1][1]:
            spans.append((start, -end, tags))
    return spans


def context_of(text: str, start: int, end: int) -> tuple[str, str, str]:
    """The words before a place, the place, and the words after it, without tags and cut at words."""
    before, after = _words(text[max(0, start - 300) : start]), _words(text[end : end + 300])
    before = before if len(before) <= AROUND else f"…{before[-AROUND:].partition(' ')[2]}"
    after = after if len(after) <= AROUND else f"{after[:AROUND].rpartition(' ')[0]}…"
    return before, _words(text[start:end]), after


def _words(html: str) -> str:
    # The piece may begin inside a tag.
    inside = re.match(r"[^<>]*>", html)
    return " ".join(unescape(_TAG.sub(" ", html[inside.end() if inside else 0 :])).split())


def _label(path: str) -> str:
    head = path.partition(".")[0]
    return str(_LISTS[head]) if head in _LISTS else capfirst(str(Edition._meta.get_field(head).verbose_name))


def _get(content, path: str):
    for part in path.split("."):
        content = content[int(part)] if isinstance(content, list) else content[part]
    return content


def _put(content: dict, path: str, value: str) -> None:
    above, _dot, last = path.rpartition(".")
    inside = _get(content, above) if above else content
    inside[int(last) if isinstance(inside, list) else last] = value
