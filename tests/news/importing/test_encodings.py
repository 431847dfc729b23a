"""Old encodings: text of before Unicode comes out as it was meant."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.importing import readers
from news.importing.errors import ImportRefused
from news.importing.readers import encodings

TEXT = (
    "Cục trưởng Cục Sở hữu trí tuệ làm việc với đoàn đại biểu tỉnh. Hội nghị đã thảo luận về đề án phát triển tài sản trí tuệ, "
    "nhận thấy những kết quả đạt được là rất đáng khích lệ; Ông Nguyễn Mỹ Ngọc kỹ lưỡng giải thích."
)
LETTERS = "àáảãạâầấẩẫậăằắẳẵặđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"


def in_tcvn3(text: str) -> str:
    """Capitals with tones become small: their codes are those of small letters."""
    codes = {letter: chr(code) for code, letter in encodings.TCVN3.items()}
    return "".join(codes.get(c) or codes.get(c.lower()) or c for c in text)


def in_vni(text: str) -> str:
    codes = {letter: code for code, letter in encodings.VNI.items()}
    return "".join(codes.get(c, c) for c in text)


def in_1258(text: str) -> bytes:
    """The tone apart, the rest composed, as Windows writes it."""
    out = []
    for c in unicodedata.normalize("NFC", text):
        try:
            out.append(c.encode("cp1258"))
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", c)
            tone = next(m for m in parts if m in "\u0300\u0301\u0303\u0309\u0323")
            out.append(
                unicodedata.normalize("NFC", parts.replace(tone, "")).encode("cp1258") + tone.encode("cp1258")
            )
    return b"".join(out)


def read(data: bytes) -> str:
    return readers.read(data, "tin.txt").text


def test_each_letter_has_its_code_in_both_fonts():
    assert set(LETTERS) <= set(encodings.TCVN3.values())
    assert set(LETTERS + LETTERS.upper()) <= set(encodings.VNI.values())
    assert len(set(encodings.TCVN3.values())) == len(encodings.TCVN3)


@pytest.mark.parametrize("letter", LETTERS)
def test_each_letter_survives_the_way_there_and_back(letter):
    assert encodings.from_tcvn3(in_tcvn3(letter)) == letter
    assert encodings.from_vni(in_vni(letter)) == letter
    assert encodings.from_vni(in_vni(letter.upper())) == letter.upper()
    assert unicodedata.normalize("NFC", in_1258(letter).decode("cp1258")) == letter


@pytest.mark.parametrize(
    "data",
    [
        in_1258(TEXT),
        in_tcvn3(TEXT).encode("latin-1"),
        in_tcvn3(TEXT).encode(),
        in_vni(TEXT).encode("cp1252"),
        in_vni(TEXT).encode(),
        unicodedata.normalize("NFD", TEXT).encode(),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-8-sig"),
    ],
    ids=["1258", "tcvn3", "tcvn3 as unicode", "vni", "vni as unicode", "nfd", "utf-16", "utf-8 with mark"],
)
def test_a_text_comes_out_as_it_was_meant(data):
    assert read(data) == TEXT


def test_a_converted_text_says_so():
    assert readers.read(in_vni(TEXT).encode("cp1252"), "tin.txt").warnings
    assert not readers.read(TEXT.encode(), "tin.txt").warnings


@pytest.mark.parametrize(
    "text",
    [
        "Le café de la gare était fermé à cause de la fête: les élèves étaient déçus, très déçus.",
        "Die Bürger über die Straße: Größe, Öffnung, schön, früh.",
        "The “quick” brown fox – 20 °C, £5, naïve.",
        "会議は火曜日に開かれました。出席者は十二名です。",
    ],
)
def test_unicode_text_of_other_languages_is_left_alone(text):
    assert read(text.encode()) == text


def test_quotation_marks_of_windows_need_no_vietnamese():
    assert read("The “quick” brown fox – twice".encode("cp1252")) == "The “quick” brown fox – twice"


@pytest.mark.parametrize("encoding", ["shift_jis", "gbk", "koi8-r"])
def test_an_unknown_encoding_is_refused_with_what_to_do(encoding):
    text = {"koi8-r": "Заседание состоялось во вторник в здании министерства."}.get(
        encoding, "会議火曜日開会議火曜日開"
    )
    with pytest.raises(ImportRefused, match=r"UTF-8"):
        read(text.encode(encoding))


@given(st.binary(max_size=600))
def test_any_bytes_are_read_or_refused(data):
    try:
        source = readers.read(data, "tin.txt")
    except ImportRefused as refusal:
        assert "tin.txt" in str(refusal)
    else:
        assert "\x00" not in source.text
