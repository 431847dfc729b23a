"""Units of measure and money in English, behind a number and behind a stroke (`µg/m³`, `$20/month`)."""

import re

from accessibility.narration.english_numbers import decimal
from accessibility.narration.rules import lexicon

UNITS = {
    "%": "percent",
    "ppm": "parts per million",
    "km/h": "kilometres an hour",
    "mph": "miles an hour",
    "km²": "square kilometres",
    "km2": "square kilometres",
    "sq km": "square kilometres",
    "sq. km": "square kilometres",
    "sq m": "square metres",
    "sq. m": "square metres",
    "cm²": "square centimetres",
    "cm2": "square centimetres",
    "m²": "square metres",
    "m2": "square metres",
    "sq.m": "square metres",
    "pts": "points",
    "mins": "minutes",
    "sqm": "square metres",
    "cm³": "cubic centimetres",
    "cm3": "cubic centimetres",
    "m³": "cubic metres",
    "m3": "cubic metres",
    "km": "kilometres",
    "cm": "centimetres",
    "mm": "millimetres",
    "µm": "micrometres",
    "μm": "micrometres",
    "nm": "nanometres",
    "m": "metres",
    "ft": "feet",
    "kg": "kilograms",
    "mg": "milligrams",
    "µg": "micrograms",
    "μg": "micrograms",
    "g": "grams",
    "lb": "pounds",
    "lbs": "pounds",
    "ml": "millilitres",
    "mL": "millilitres",
    "l": "litres",
    "L": "litres",
    "ha": "hectares",
    "°C": "degrees Celsius",
    "ºC": "degrees Celsius",
    "°F": "degrees Fahrenheit",
    "°": "degrees",
    "TWh": "terawatt hours",
    "GWh": "gigawatt hours",
    "MWh": "megawatt hours",
    "kWh": "kilowatt hours",
    "kW": "kilowatts",
    "MW": "megawatts",
    "GW": "gigawatts",
    "kV": "kilovolts",
    "V": "volts",
    "W": "watts",
    "Hz": "hertz",
    "kHz": "kilohertz",
    "MHz": "megahertz",
    "GHz": "gigahertz",
    "dBA": "decibels",
    "dB": "decibels",
    "mmHg": "millimetres of mercury",
    "kcal": "kilocalories",
    "KB": "kilobytes",
    "MB": "megabytes",
    "GB": "gigabytes",
    "TB": "terabytes",
    "Mbps": "megabits per second",
    "Gbps": "gigabits per second",
    "hrs": "hours",
    "hr": "hours",
    "hrs.": "hours",
    "bn": "billion",
    "tn": "trillion",
    "USD": "US dollars",
    "EUR": "euros",
    "GBP": "pounds",
    "JPY": "yen",
    "VND": "Vietnamese dong",
}
UNIT = (
    "(?:\\s?(?P<unit>"
    + "|".join(re.escape(unit) for unit in sorted(UNITS, key=len, reverse=True))
    + ")(?!\\w))?"
)
# `45 million USD`, `a 10-km road`.
BARE = lexicon(["USD", "EUR", "GBP", "JPY", "VND", "km²", "m²"])
JOINED = re.compile(
    r"(?<![\w.,])(?P<whole>[0-9]{1,3}(?:,[0-9]{3})*)(?:\.(?P<part>[0-9]{1,4}))?-(?P<unit>km|kV|kW|kWh|MW|GW|kg|ha|cm|mm|m|GB|MB|MHz|GHz)(?![\w-])"
)
# Between two amounts that both carry their unit: `20°C-25°C`.
FIRST_UNIT = r"(?:\s?(?:%|°C|°F|km|cm|mm|kg|m|g|ha)(?=\s?[-–]))?"
PER = re.compile(
    r"(?:(?<=[^\W\d_])|(?<=[mM][23])|(?<=[²³%0-9]))\s?/\s?"
    r"(?P<per>ha|km²|km2|km|kg|mg|ml|m²|m2|m³|m3|l|L|kWh|kW|MW|year|month|week|day|night|hour|hr|minute|second|person|household|capita"
    r"|worker|student|tonne|ton|litre|unit|s|h)(?!\w)"
)
_LETTERS = {"hr": "hour", "s": "second", "h": "hour"}


def unit_words(unit):
    return f" {UNITS[unit]}" if unit else ""


def say_bare(match):
    return UNITS[match.group()]


def say_joined(match):
    """`a 10-km road` → a ten kilometre road."""
    return f"{decimal(match['whole'], match['part'])} {UNITS[match['unit']].removesuffix('s')}"


def say_per(match):
    """`µg/m³` → … per cubic metre."""
    per = match["per"]
    return f" per {_LETTERS.get(per) or UNITS.get(per, per).removesuffix('s')}"
