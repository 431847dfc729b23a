"""People: whoever a title or caption names took part, each is spelt one way, and offices are those held that day."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from news.desk.checks.finding import Differing, Finding
from news.extraction.words.people import FAMILY_NAMES
from news.fold import fold, nfc, tone_place
from news.models import Appointment, Kind, Person
from news.richtext import plain_text

_WORD = r"[A-ZÀ-ỸĐ][a-zà-ỹđ]*"
_ADDRESSED = re.compile(
    rf"\b(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|[Đđ]/c|(?:PGS|GS|TS|ThS|KS|BS)\.?)\s+((?:{_WORD}\s+){{1,4}}{_WORD})"
)
_RUN = re.compile(rf"(?<![\w.])((?:{_WORD}\s+){{2,4}}{_WORD})")
_MIDDLES = set(
    "văn thị hữu đức minh ngọc quang thanh xuân hải bảo gia khánh diệu thu kim tuấn anh hoài công đình trọng quốc mạnh "
    "hồng bích thùy duy nhật viết bá sỹ sĩ tiến thế như phương hoàng phúc việt chí đăng huy vĩnh tấn trung".split()
)
# A street, a school or a prize may carry a person's name.
_NAMED_AFTER = re.compile(
    r"(?:đường|phố|phường|xã|trường|THPT|THCS|tiểu học|giải|quỹ|cầu|công viên|quảng trường|hẻm|ngõ|chợ|bệnh viện|học bổng)\s+$",
    re.IGNORECASE,
)


def names_of(text: str) -> list[str]:
    """Names of persons in a short text, as far as the words themselves tell: after a form of address, or a family name
    with a usual middle name behind it. Rather misses one than takes a place for a person."""
    found = {match[1]: None for match in _ADDRESSED.finditer(nfc(text))}
    for match in _RUN.finditer(nfc(text)):
        words = match[1].split()
        is_name = words[0].casefold() in FAMILY_NAMES and words[1].casefold() in _MIDDLES
        if is_name and not _NAMED_AFTER.search(text[: match.start()]):
            found[match[1]] = None
    return list(found)


def named_people_took_part(document: dict) -> Iterator[Finding]:
    """Only where a list of attendees is kept at all."""
    known = [fold(line["name"]) for line in _lines(document)]
    if not known:
        return
    places = [("title", document["title"])]
    places += [(f"captions.{number}.text", row["text"]) for number, row in enumerate(document["captions"])]
    marked = _people_of_captions(document)
    for place, text in places:
        for name in names_of(text):
            if not any(_is_same_name(fold(name), other) for other in (*known, *marked)):
                yield Finding(
                    _("“%(name)s” is named here but is not among the attendees.") % {"name": name},
                    place,
                    False,
                )


def _is_same_name(name: str, other: str) -> bool:
    """A shorter form of a name counts ("Bà Hạnh" beside "Lê Thị Hạnh")."""
    return name == other or f" {other}".endswith(f" {name}") or f" {name}".startswith(f" {other} ")


def _people_of_captions(document: dict) -> list[str]:
    keys = {key for row in document["captions"] for key in row["people"]}
    return list(Person.objects.filter(pk__in=keys).values_list("folded", flat=True)) if keys else []


def names_are_spelt_one_way(document: dict) -> Iterator[Finding]:
    """The same letters with other marks, in the lists and wherever else a person is named."""
    spellings: dict[str, dict[str, str]] = defaultdict(dict)
    for place, name in _named(document):
        spellings[fold(name)].setdefault(nfc(" ".join(name.split())), place)
    for written in spellings.values():
        if len(written) > 1:
            *_others, last = written.values()
            names = ", ".join(f"“{name}”" for name in written)
            yield Finding(
                _("One person or two? Spelt in different ways: %(names)s.") % {"names": names}, last, False
            )


def _named(document: dict) -> Iterator[tuple[str, str]]:
    for place, line in _placed_lines(document):
        yield f"{place}.name", line["name"]
    texts = [("title", document["title"]), ("lead", document["lead"]), ("body", plain_text(document["body"]))]
    texts += [(f"captions.{number}.text", row["text"]) for number, row in enumerate(document["captions"])]
    yield from ((place, name) for place, text in texts for name in names_of(text))


def titles_are_those_held_that_day(document: dict) -> Iterator[Finding]:
    """Compared with the appointments of the register on the day of the event; persons without any are passed over."""
    lines = [(place, line) for place, line in _placed_lines(document) if line["person"] and line["title"]]
    if not lines:
        return
    held = held_on(day_of(document), {line["person"] for _place, line in lines})
    for place, line in lines:
        if post := differing_post(line["title"], held.get(line["person"], [])):
            about = Differing(line["person"], line["title"], post.pk)
            yield Finding(_title_differs(line, post), f"{place}.title", False, about)


def day_of(document: dict) -> date:
    """The day whose posts count: that of the event, without one today."""
    return date.fromisoformat(document["event_on"]) if document["event_on"] else timezone.localdate()


def differing_post(printed: str, posts: list[Appointment]) -> Appointment | None:
    """The first of the posts when the title agrees with none of them."""
    return posts[0] if posts and not any(_is_held(printed, post) for post in posts) else None


def held_on(day: date, people: set[int]) -> dict[int, list[Appointment]]:
    begun = Q(from_on__isnull=True) | Q(from_on__lte=day)
    lasting = Q(until_on__isnull=True) | Q(until_on__gte=day)
    found = defaultdict(list)
    for post in Appointment.objects.filter(begun, lasting, person__in=people):
        found[post.person_id].append(post)
    return found


def _is_held(printed: str, post: Appointment) -> bool:
    """A title in English is compared with the English one; where the register has none, nothing can be said."""
    if printed.isascii() and not post.title.isascii():
        return not post.title_en or agree(printed, post.title_en)
    return agree(printed, post.title)


def agree(printed: str, held: str) -> bool:
    """ "Phó Giám đốc Sở" and "Phó Giám đốc" agree; "Giám đốc" and "Phó Giám đốc" do not."""
    printed, held = (fold(tone_place(text)) for text in (printed, held))
    parts = [part.strip() for part in re.split(r"[,;–-]", printed)]
    return any(
        f"{part} ".startswith(f"{held} ") or f"{held} ".startswith(f"{part} ")
        for part in (printed, *parts)
        if part
    )


def _title_differs(line: dict, post: Appointment) -> str:
    who = " ".join(filter(None, [line["honorific"], line["name"]]))
    words = {"who": who, "printed": line["title"], "held": post.title}
    if post.from_on:
        return _(
            "The title differs: the article says of %(who)s “%(printed)s”, the register “%(held)s” since %(day)s."
        ) % (words | {"day": date_format(post.from_on, "d/m/Y")})
    return _("The title differs: the article says of %(who)s “%(printed)s”, the register “%(held)s”.") % words


# Announcements of what is to come.
_AHEAD = {Kind.NOTICE, Kind.RECRUITMENT, Kind.TRAINING, Kind.OTHER}


def the_event_is_not_to_come(document: dict, published_on: date | None = None) -> Iterator[Finding]:
    """A report of a meeting is published after it; its day lies ahead only by a slip, or because it goes out too early.

    `published_on` is the day in Viet Nam of the first publication, past or to come; without one it is today.
    """
    if not document["event_on"] or document["kind"] in _AHEAD:
        return
    day = date.fromisoformat(document["event_on"])
    if day <= (published_on or timezone.localdate()):
        return
    words = {"day": date_format(day, "d/m/Y")}
    if published_on:
        words["published"] = date_format(published_on, "d/m/Y")
        sentence = _("The day of the event, %(day)s, is after the day of publication, %(published)s.")
    else:
        sentence = _("The day of the event, %(day)s, is still to come.")
    yield Finding(sentence % words, "event_on", False)


def _placed_lines(document: dict) -> Iterator[tuple[str, dict]]:
    for group, delegation in enumerate(document["delegations"]):
        for number, line in enumerate(delegation["attendances"]):
            if line["kind"] == "person":
                yield f"delegations.{group}.attendances.{number}", line


def _lines(document: dict) -> list[dict]:
    return [line for _place, line in _placed_lines(document)]
