"""The names of letters in Vietnamese, for abbreviations nobody has explained."""

from accessibility.narration.numbers import DIGITS

NAMES = dict(
    zip(
        "AĂÂBCDĐEÊFGHIJKLMNOÔƠPQRSTUƯVWXYZ",
        [
            "a",
            "á",
            "ớ",
            "bê",
            "xê",
            "dê",
            "đê",
            "e",
            "ê",
            "ép",
            "giê",
            "hát",
            "i",
            "gi",
            "ca",
            "e-lờ",
            "em-mờ",
            "en-nờ",
            "o",
            "ô",
            "ơ",
            "pê",
            "quy",
            "e-rờ",
            "ét-sì",
            "tê",
            "u",
            "ư",
            "vê",
            "vê-kép",
            "ích-xì",
            "i-dài",
            "dét",
        ],
        strict=True,
    )
)


def spell(abbreviation):
    """`HTX` → hát tê ích-xì; digits by name, other signs left out."""
    names = (DIGITS[int(sign)] if sign in "0123456789" else NAMES.get(sign.upper()) for sign in abbreviation)
    return " ".join(name for name in names if name)


def spell_in_english(abbreviation):
    """`DOST` → D O S T: an English voice names a letter that stands alone."""
    return " ".join(sign for sign in abbreviation if sign.isalnum())
