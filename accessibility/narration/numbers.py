"""Numbers in Vietnamese words, as read in the north: nghìn, lẻ, mốt, tư, lăm."""

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
GROUPS = ("", "nghìn", "triệu")
LONGEST = 15  # digits read as one number; longer ones are read digit by digit

ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def in_words(digits):
    """`"2045"` → `hai nghìn không trăm bốn mươi lăm`; more than 15 digits are read one by one."""
    digits = digits.lstrip("0") or "0"
    if len(digits) > LONGEST:
        return one_by_one(digits)
    number = int(digits)
    return DIGITS[0] if number == 0 else " ".join(_words(number))


def one_by_one(digits):
    """`"0225"` → `không hai hai năm`."""
    return " ".join(DIGITS[int(digit)] for digit in digits)


def ordinal(digits):
    """A number after *thứ*, *tháng*: the fourth is *tư*; the first is *một* here (*tháng một*)."""
    return "tư" if int(digits) == 4 else in_words(digits)


def fraction_part(digits):
    """What follows *phẩy*: `5` → năm, `25` → hai mươi lăm, `05` → không năm, three and more one by one."""
    return one_by_one(digits) if digits.startswith("0") or len(digits) > 2 else in_words(digits)


def from_roman(numeral):
    """The value of a Roman numeral up to 399, or None if it is not written as Romans did."""
    total = 0
    values = [ROMAN[letter] for letter in numeral]
    for value, following in zip(values, [*values[1:], 0], strict=True):
        total += -value if value < following else value
    return total if to_roman(total) == numeral else None


def to_roman(number):
    """`14` → `XIV`."""
    steps = (
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    )
    written = ""
    for value, letters in steps:
        written += letters * (number // value)
        number %= value
    return written


def _words(number):
    """Words of a number above zero, billions first; *tỷ* may repeat (tỷ tỷ)."""
    if number >= 10**9:
        rest = number % 10**9
        return [*_words(number // 10**9), "tỷ", *(_below_billion(rest, full=True) if rest else [])]
    return _below_billion(number, full=False)


def _below_billion(number, full):
    words = []
    for power in (2, 1, 0):
        group = number // 1000**power % 1000
        if group:
            words += _group(group, full or bool(words))
            words += [GROUPS[power]] if power else []
    return words


def _group(group, full):
    """A number of up to three digits; with `full`, the hundreds are said even when there are none."""
    hundreds, tens, ones = group // 100, group // 10 % 10, group % 10
    words = [DIGITS[hundreds], "trăm"] if hundreds or full else []
    if tens == 0:
        return words + (["lẻ"] if words and ones else []) + ([DIGITS[ones]] if ones else [])
    words += ["mười"] if tens == 1 else [DIGITS[tens], "mươi"]
    return words + ([_one_after_ten(tens, ones)] if ones else [])


def _one_after_ten(tens, ones):
    if ones == 5:
        return "lăm"
    if tens > 1 and ones in (1, 4):
        return "mốt" if ones == 1 else "tư"
    return DIGITS[ones]
