"""What a voice should say for a printed text, and which printed characters each changed piece stands for.

Rules take turns, the surest first; a rule may take only characters no earlier rule has taken. What no rule takes is said as printed.
"""

import re
from dataclasses import dataclass
from functools import partial

from accessibility.narration import dates, documents, quantities
from accessibility.narration.letters import spell

# General abbreviations; what the caller gives stands over them.
VIETNAMESE = {
    "TP.HCM": "Thành phố Hồ Chí Minh",
    "TP. HCM": "Thành phố Hồ Chí Minh",
    "TPHCM": "Thành phố Hồ Chí Minh",
    "TP.": "thành phố",
    "Tp.": "thành phố",
    "TP": "thành phố",
    "TX.": "thị xã",
    "UBND": "Ủy ban nhân dân",
    "HĐND": "Hội đồng nhân dân",
    "MTTQ": "Mặt trận Tổ quốc",
    "HTX": "hợp tác xã",
    "KH&CN": "khoa học và công nghệ",
    "KT-XH": "kinh tế xã hội",
    "SHTT": "sở hữu trí tuệ",
    "GS.TS": "giáo sư, tiến sĩ",
    "GS.TS.": "giáo sư, tiến sĩ",
    "PGS.TS": "phó giáo sư, tiến sĩ",
    "PGS.TS.": "phó giáo sư, tiến sĩ",
    "GS.": "giáo sư",
    "PGS.": "phó giáo sư",
    "TS.": "tiến sĩ",
    "ThS.": "thạc sĩ",
    "ThS": "thạc sĩ",
    "BS.": "bác sĩ",
    "KS.": "kỹ sư",
    "CN.": "cử nhân",
    "v.v.": "vân vân",
    "v.v": "vân vân",
    "đ/c": "đồng chí",
    "Đ/c": "Đồng chí",
    "và/hoặc": "và hoặc",
}
ENGLISH = {"No.": "number", "Nos.": "numbers", "Dept.": "department", "approx.": "approximately"}
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]

URL = re.compile(r"(?<!\w)(?:https?://|www\.)[^\s<>\"“”]*[\w/]")
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
IN_BRACKETS = re.compile(r"\(\s?(?P<short>[A-ZĐƯÂÊÔƠĂ][\w&./-]{1,20})\s?\)")
CONSONANTS = re.compile(r"(?<![\w&-])[BCDĐGHKLMNPQRSTVX]{2,6}(?![\w&])")
PER = re.compile(
    r"(?<=[^\W\d_])/(?P<per>kg|ha|người|năm|tháng|ngày|giờ|lít|km|hộ|suất|tấn|lượt|m2|m²|m3|m³)(?!\w)"
)
SLASH = re.compile(r"(?<=\w)\s?/\s?(?=\w)")
AND = re.compile(r"&")
PAUSE = re.compile(r"(?<!\s)\s{1,3}(?:[-–—](?=\s[^\W\d_])|\|)")
SILENT = re.compile(r"(?:(?<=\s)|^)[-–—•*●▪](?=\s|$)")
TWO_DIGIT_DATE = re.compile(
    r"(?<![\w/.-])(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4})(?![\w/]|[.-][0-9])"
)
CLOCK = re.compile(r"(?<![\w:])(?P<hour>[01]?[0-9]|2[0-3]):(?P<minute>[0-5][0-9])\s?(?P<half>AM|PM)(?!\w)")


HAS_DIGITS = re.compile("[0-9]")


@dataclass(frozen=True)
class Unit:
    """`spoken[spoken_start:spoken_end]` stands for `printed[start:end]`; either may be empty, but not both."""

    spoken_start: int
    spoken_end: int
    start: int
    end: int


@dataclass(frozen=True)
class Spoken:
    """`text` is what is said; between `units` (in order, apart from each other) it equals what is printed."""

    text: str
    units: tuple


class Speaker:
    """Says printed text in one language (`vi`, `en`), with the caller's spellings: `{printed: spoken}`, case-sensitive."""

    def __init__(self, language="vi", spellings=None):
        english = language == "en"
        self.spellings = {**(ENGLISH if english else VIETNAMESE), **(spellings or {})}
        self.rules = [
            (URL, _constant("web address" if english else "địa chỉ trang web")),
            (EMAIL, _constant("e-mail address" if english else "địa chỉ thư điện tử")),
            (IN_BRACKETS, self._silence_repeated),
            *(
                []
                if english
                else [(documents.NUMBER, partial(documents.say_document, spellings=self.spellings))]
            ),
            (_any_of(self.spellings), lambda match: self.spellings[match.group()]),
            *(ENGLISH_RULES if english else VIETNAMESE_RULES),
        ]

    def speak(self, text):
        """The `Spoken` of any text; nothing raises, and every offset lies inside its text."""
        taken = bytearray(len(text))
        said = []
        has_digits = HAS_DIGITS.search(text)
        for pattern, say in self.rules:
            if not has_digits and pattern in NEED_DIGITS:
                continue
            for match in pattern.finditer(text):
                start, end = match.span()
                if start == end or any(taken[start:end]):
                    continue
                words = say(match)
                if words is not None:
                    taken[start:end] = b"\1" * (end - start)
                    said.append((start, end, words))
        return _assembled(text, sorted(said))

    def _silence_repeated(self, match):
        """`sở hữu trí tuệ (SHTT)`: the short form is not said again right after the long one."""
        before = match.string[max(0, match.start() - 200) : match.start()].split()
        full = self.spellings.get(match["short"], "").lower().split()
        letters = [letter.lower() for letter in match["short"] if letter.isalpha()]
        initials = [word[0].lower() for word in before if word.lower() not in ("và", "and", "of", "the")]
        repeats = full and [word.lower() for word in before[-len(full) :]] == full
        return "" if repeats or initials[-len(letters) :] == letters else None


def speak(text, language="vi", spellings=None):
    """One text said once; to say many, keep a `Speaker`."""
    return Speaker(language, spellings).speak(text)


def _constant(words):
    return lambda match: words


def _any_of(spellings):
    """Matches the longest listed form that stands alone; a form ending in a stop may touch what follows (`TP.HCM`)."""
    forms = sorted((form for form in spellings if form), key=len, reverse=True)
    bounded = (re.escape(form) + (r"(?!\w)" if form[-1].isalnum() else "") for form in forms)
    return re.compile(r"(?<!\w)(?:" + "|".join(bounded) + ")" if forms else r"(?!)")


def _assembled(text, said):
    pieces, units, length, place = [], [], 0, 0
    for start, end, words in said:
        kept = text[place:start]
        words = _spaced(words, text[start - 1 : start], text[end : end + 1])
        pieces += [kept, words]
        length += len(kept)
        units.append(Unit(length, length + len(words), start, end))
        length += len(words)
        place = end
    return Spoken("".join([*pieces, text[place:]]), tuple(units))


def _spaced(words, before, after):
    """Words said for signs must not run into the letters beside them."""
    if not words:
        return words
    left = " " if before.isalnum() and words[0].isalnum() else ""
    right = " " if after.isalnum() and words[-1].isalnum() else ""
    return left + words + right


def _say_pause(match):
    """`Phí - Cục trưởng` pauses, `kinh tế - xã hội` does not: the difference is the capital."""
    following = match.string[match.end() : match.end() + 2].strip()
    return "," if match.group().endswith("|") or following.isupper() else None


def _say_english_date(match):
    month = int(match["month"])
    return f"{int(match['day'])} {MONTHS[month - 1]} {match['year']}" if 1 <= month <= 12 else None


def _say_english_time(match):
    """`14:57 PM`, the house's way of printing, is said as the 24-hour clock it is."""
    clock = f"{match['hour']}:{match['minute']}"
    return clock if int(match["hour"]) > 12 else f"{clock} {match['half']}"


VIETNAMESE_RULES = [
    (dates.DATE_SPAN, dates.say_date_span),
    (dates.FULL_DATE, dates.say_full_date),
    (dates.QUARTER, dates.say_quarter),
    (dates.MONTH_YEAR, dates.say_month_year),
    (dates.DAY_MONTH, dates.say_day_month),
    (dates.TIME, dates.say_time),
    (dates.FULL_HOUR, dates.say_time),
    (dates.MONTH, dates.say_month),
    (dates.SUNDAY, dates.say_sunday),
    (dates.WEEKDAY, dates.say_weekday),
    (quantities.PHONE, quantities.say_phone),
    (quantities.ORDINAL, quantities.say_ordinal),
    (quantities.RANGE, quantities.say_range),
    (quantities.ROMAN, quantities.say_roman),
    (quantities.AMOUNT, quantities.say_amount),
    (quantities.POINTED, quantities.say_pointed),
    (CONSONANTS, lambda match: spell(match.group())),
    (PER, lambda match: f" trên {quantities.UNITS.get(match['per'], match['per'])}"),
    (SLASH, _constant(" ")),
    (AND, _constant("và")),
    (PAUSE, _say_pause),
    (SILENT, _constant("")),
]
# Most sentences hold no number; two thirds of the rules need not look at them.
NEED_DIGITS = {
    pattern for pattern, say in VIETNAMESE_RULES if say.__module__ in (dates.__name__, quantities.__name__)
} - {
    dates.QUARTER,
    quantities.ROMAN,
} | {documents.NUMBER}
ENGLISH_RULES = [
    (TWO_DIGIT_DATE, _say_english_date),
    (CLOCK, _say_english_time),
    (AND, _constant("and")),
    (PAUSE, _say_pause),
    (SILENT, _constant("")),
]
