"""Old Vietnamese encodings: found out by which reading gives Vietnamese syllables, and turned into Unicode.

Three are met in files of offices: windows-1258 (a code page of Windows, known to Python), TCVN3 and VNI. The last two
are fonts that draw Vietnamese over Western codes, so they come as bytes and, through careless conversions, as Unicode
text of Western letters.
"""

import contextlib
import re
import unicodedata

from news.fold import fold, nfc

# TCVN 5712:1993, set VN3 ("ABC"): code 0xA1 + position. Blanks are codes without a letter. Capitals with tones share
# the codes of small letters and are told by the font alone, so they come out small.
_TCVN3 = dict(
    zip(
        range(0xA1, 0xFF),
        "ĂÂÊÔƠƯĐăâêôơưđ      àảãáạ ằẳẵắ       ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ",
        strict=True,
    )
)
TCVN3 = {code: letter for code, letter in _TCVN3.items() if letter != " "}

# VNI-Windows (VNI Software): a plain vowel and a Western letter that stands for its mark. Order: á à ả ã ạ.
_ROWS = {
    "a": ("ùøûõï", "áàảãạ"), "e": ("ùøûõï", "éèẻẽẹ"), "o": ("ùøûõï", "óòỏõọ"), "u": ("ùøûõï", "úùủũụ"),
    "y": ("ùøûõ", "ýỳỷỹ"), "ô": ("ùøûõï", "ớờởỡợ"), "ö": ("ùøûõï", "ứừửữự"),
}  # fmt: skip
_HATS = {"a": ("âáàåãä", "âấầẩẫậ"), "e": ("âáàåãä", "êếềểễệ"), "o": ("âáàåãä", "ôốồổỗộ")}
_BREVE = {"a": ("êéèúüë", "ăắằẳẵặ")}
_SINGLE = dict(zip("ñôöíìæóòî", "đơưíìỉĩịỵ", strict=True))


def _vni() -> dict[str, str]:
    table = dict(_SINGLE)
    for rows in (_ROWS, _HATS, _BREVE):
        for base, (marks, letters) in rows.items():
            table |= {base + mark: letter for mark, letter in zip(marks, letters, strict=True)}
    capitals = {
        code[0].upper() + mark: letter.upper()
        for code, letter in table.items()
        for mark in ({code[1:], code[1:].upper()} if len(code) > 1 else {""})
    }
    return table | capitals


VNI = _vni()
_VNI_CODE = re.compile("|".join(sorted(VNI, key=len, reverse=True)))

_WORD = re.compile(r"[^\s\d.,;:!?()\[\]“”\"'‘’…/–—%&+*=<>|-]+")
_SYLLABLE = re.compile(
    r"(?:[bcdghklmnpqrstvx]|ch|gh|gi|kh|ngh?|nh|ph|qu|th|tr)?(?:[aeiouy]{1,3})(?:ch|ng|nh|[cmnpt])?"
)
_MARKS = set("\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323")
ENOUGH = 0.75
# Signs of Windows' Western code page where Latin-1 has control codes: quotation marks, dashes.
_WINDOWS = {code: bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(0x80, 0xA0)}


def likeness(text: str) -> tuple[float, int]:
    """(share of the words beyond ASCII that are Vietnamese syllables, how many such words). (1, 0) for ASCII alone."""
    words = [word for word in _WORD.findall(text[:50_000]) if not word.isascii()]
    return (sum(map(_is_syllable, words)) / len(words), len(words)) if words else (1.0, 0)


def _is_syllable(word: str) -> bool:
    if not set(re.sub(r"[a-zA-ZđĐ]", "", unicodedata.normalize("NFD", word))) <= _MARKS:
        return False
    return bool(_SYLLABLE.fullmatch(fold(word)))


def of_bytes(data: bytes) -> str | None:
    """The text of bytes that are no UTF-8; None where no known encoding gives Vietnamese."""
    western = data.decode("latin-1").translate(_WINDOWS)
    readings = [from_tcvn3(western), from_vni(western), western]
    with contextlib.suppress(UnicodeDecodeError):
        readings.insert(0, nfc(data.decode("cp1258")))
    best = max(readings, key=likeness)
    return best if likeness(best)[0] >= ENOUGH else None


def of_letters(text: str) -> str:
    """Text whose Western letters stand for Vietnamese ones, turned into what they stand for; any other text as it is."""
    share, words = likeness(text)
    if words < 3 or share >= 0.5:
        return text
    best = max((from_tcvn3(text), from_vni(text)), key=likeness)
    return best if likeness(best)[0] >= ENOUGH else text


def from_tcvn3(text: str) -> str:
    return text.translate(TCVN3)


def from_vni(text: str) -> str:
    return _VNI_CODE.sub(lambda code: VNI[code[0]], text)
