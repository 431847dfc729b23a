"""Abbreviations: readers find each in the table of abbreviations, or explained beside it."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from news.desk.checks.finding import Finding
from news.desk.checks.plain import is_in_capitals
from news.models import Agency, GlossaryEntry
from news.richtext import plain_text

# "UBND", "KH&CN", "TP.HCM", "VNeID"; at least two capitals.
_SHORT = re.compile(
    r"(?<![\w.&-])(?=\w*[A-ZĐ]\w*[A-ZĐ])[A-ZĐ][A-ZĐa-zđ0-9]*(?:[.&][A-ZĐ][A-ZĐ0-9]*)*(?![\w&-])"
)
_ROMAN = re.compile(r"(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
# Understood by everybody who reads news, or no words at all.
_COMMON = set(
    "USD EUR VND VNĐ PGS GS TS ThS TSKH KS BS CN NSND NSƯT TP TX TT GDP WTO ASEAN APEC UNESCO UNICEF COVID HIV AIDS PDF QR SMS "
    "Wi-Fi WiFi TV CD DVD GPS AI IT ISO OK SĐT ĐT STT FM VTV NXB".split()
)
MOST_SHOWN = 6


def abbreviations_are_explained(document: dict) -> Iterator[Finding]:
    """One finding for all of them: a list is mended in one go."""
    used = abbreviations_of(document)
    if not used:
        return
    known = set(GlossaryEntry.objects.filter(short__in=used).values_list("short", flat=True))
    known |= set(Agency.objects.filter(abbreviation__in=used).values_list("abbreviation", flat=True))
    known |= {row["abbreviation"] for row in document["agencies"]}
    if missing := [short for short in used if short not in known]:
        shown = ", ".join(missing[:MOST_SHOWN]) + (" …" if len(missing) > MOST_SHOWN else "")
        sentence = _("Not in the table of abbreviations and not explained in the text: %(words)s.")
        yield Finding(sentence % {"words": shown}, used[missing[0]], False)


def abbreviations_of(document: dict) -> dict[str, str]:
    """Each abbreviation with the place where it stands first, without those that the text explains in brackets."""
    places = [
        ("title", document["title"]),
        ("lead", document["lead"]),
        ("body", plain_text(document["body"])),
    ]
    places += [(f"captions.{number}.text", row["text"]) for number, row in enumerate(document["captions"])]
    whole = "\n".join(text for _place, text in places)
    found: dict[str, str] = {}
    for place, text in places:
        for line in text.split("\n"):
            if not is_in_capitals(line):  # words, not abbreviations
                for short in _SHORT.findall(line):
                    found.setdefault(short, place)
    return {
        short: place
        for short, place in found.items()
        if not (set(short.split(".")) <= _COMMON or _ROMAN.fullmatch(short) or _is_explained(short, whole))
    }


def _is_explained(short: str, text: str) -> bool:
    """ "Ủy ban nhân dân (UBND)" or "UBND (Ủy ban nhân dân)"."""
    written = re.escape(short)
    pattern = rf"\w\s*\([^()]{{0,30}}?\b{written}\)|(?<!\w){written}\s*\([^()]*\w\s+\w[^()]*\)"
    return re.search(pattern, text) is not None
