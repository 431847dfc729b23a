"""Numbers in English words: cardinals, ordinals, years as they are spoken, digits one by one."""

DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
)  # fmt: skip
_TENS = ("", "", *"twenty thirty forty fifty sixty seventy eighty ninety".split())
_GROUPS = ("", " thousand", " million", " billion", " trillion")
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
LONGEST = 15  # digits read as one number; longer ones are read digit by digit


def in_words(digits: str) -> str:
    """`"1250"` → one thousand two hundred and fifty."""
    digits = digits.lstrip("0") or "0"
    if len(digits) > LONGEST:
        return one_by_one(digits)
    number, said = int(digits), []
    if number == 0:
        return DIGITS[0]
    for power in range(4, -1, -1):
        group = number // 1000**power % 1000
        if group:
            joined = "and " if said and power == 0 and group < 100 else ""
            said.append(joined + _below_thousand(group) + _GROUPS[power])
    return " ".join(said)


def one_by_one(digits: str) -> str:
    return " ".join(DIGITS[int(digit)] for digit in digits)


def ordinal(digits: str) -> str:
    """`"21"` → twenty-first."""
    head, mark, last = _split_last(in_words(digits))
    if last in _ORDINALS:
        return head + mark + _ORDINALS[last]
    return head + mark + (last[:-1] + "ieth" if last.endswith("y") else last + "th")


def year(digits: str) -> str:
    """`"2022"` → twenty twenty-two, `"2005"` → two thousand and five, `"1900"` → nineteen hundred."""
    if len(digits) != 4 or digits.startswith("0") or digits[1:3] == "00":
        return in_words(digits)
    century, rest = in_words(digits[:2]), digits[2:]
    if rest == "00":
        return f"{century} hundred"
    return f"{century} {'oh ' if rest[0] == '0' else ''}{in_words(rest)}"


def decade(digits: str) -> str:
    """`"1990"` → nineteen nineties."""
    said = year(digits)
    return said[:-1] + "ies" if said.endswith("y") else said + "s"


def decimal(whole: str, part: str) -> str:
    """`1,250.5` → one thousand two hundred and fifty point five."""
    said = in_words(whole.replace(",", ""))
    return f"{said} point {one_by_one(part)}" if part else said


def _below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    said = [f"{DIGITS[hundreds]} hundred"] if hundreds else []
    if rest:
        said.append(_below_hundred(rest))
    return " and ".join(said)


def _below_hundred(number: int) -> str:
    if number < 20:
        return DIGITS[number] if number < 10 else _TEENS[number - 10]
    tens, ones = divmod(number, 10)
    return _TENS[tens] + (f"-{DIGITS[ones]}" if ones else "")


def _split_last(words: str) -> tuple[str, str, str]:
    place = max(words.rfind(" "), words.rfind("-"))
    return words[: max(place, 0)], words[place : place + 1] if place >= 0 else "", words[place + 1 :]
