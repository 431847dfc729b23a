"""Units of measure and money as Vietnamese says them, behind a number, alone, and behind a stroke (`tấn/ha`)."""

import re

from accessibility.narration.rules import lexicon

UNITS = {
    "%": "phần trăm",
    "‰": "phần nghìn",
    "ppm": "phần triệu",
    "ppb": "phần tỷ",
    "km/h": "ki-lô-mét trên giờ",
    "km²": "ki-lô-mét vuông",
    "km2": "ki-lô-mét vuông",
    "dm²": "đề-xi-mét vuông",
    "dm2": "đề-xi-mét vuông",
    "cm²": "xăng-ti-mét vuông",
    "cm2": "xăng-ti-mét vuông",
    "mm²": "mi-li-mét vuông",
    "mm2": "mi-li-mét vuông",
    "m²": "mét vuông",
    "m2": "mét vuông",
    "km³": "ki-lô-mét khối",
    "dm³": "đề-xi-mét khối",
    "dm3": "đề-xi-mét khối",
    "cm³": "xăng-ti-mét khối",
    "cm3": "xăng-ti-mét khối",
    "m³": "mét khối",
    "m3": "mét khối",
    "km": "ki-lô-mét",
    "dm": "đề-xi-mét",
    "cm": "xăng-ti-mét",
    "mm": "mi-li-mét",
    "µm": "mi-crô-mét",
    "μm": "mi-crô-mét",
    "nm": "na-nô-mét",
    "m": "mét",
    "inch": "inh",
    "ft": "phít",
    "kg": "ki-lô-gam",
    "mg": "mi-li-gam",
    "µg": "mi-crô-gam",
    "μg": "mi-crô-gam",
    "g": "gam",
    "ml": "mi-li-lít",
    "mL": "mi-li-lít",
    "l": "lít",
    "L": "lít",
    "ha": "héc-ta",
    "°C": "độ xê",
    "ºC": "độ xê",
    "˚C": "độ xê",
    "oC": "độ xê",
    "°F": "độ ép",
    "°": "độ",
    "º": "độ",
    "TWh": "tê-ra-oát giờ",
    "GWh": "gi-ga-oát giờ",
    "kWh": "ki-lô-oát giờ",
    "MWh": "mê-ga-oát giờ",
    "kWp": "ki-lô-oát đỉnh",
    "MWp": "mê-ga-oát đỉnh",
    "kW": "ki-lô-oát",
    "MW": "mê-ga-oát",
    "GW": "gi-ga-oát",
    "MVA": "mê-ga-vôn-am-pe",
    "kVA": "ki-lô-vôn-am-pe",
    "kV": "ki-lô-vôn",
    "mV": "mi-li-vôn",
    "V": "vôn",
    "W": "oát",
    "mAh": "mi-li-am-pe giờ",
    "mA": "mi-li-am-pe",
    "Ω": "ôm",
    "Hz": "héc",
    "kHz": "ki-lô-héc",
    "MHz": "mê-ga-héc",
    "GHz": "gi-ga-héc",
    "dB(A)": "đề-xi-ben",
    "dBA": "đề-xi-ben",
    "dB": "đề-xi-ben",
    "mmHg": "mi-li-mét thủy ngân",
    "hPa": "héc-tô-pát-can",
    "kPa": "ki-lô-pát-can",
    "MPa": "mê-ga-pát-can",
    "kcal": "ki-lô-ca-lo",
    "cal": "ca-lo",
    "kJ": "ki-lô-giun",
    "mmol": "mi-li-mol",
    "rpm": "vòng trên phút",
    "MP": "mê-ga-pích-xen",
    "DWT": "tấn trọng tải",
    "KB": "ki-lô-bai",
    "kB": "ki-lô-bai",
    "MB": "mê-ga-bai",
    "GB": "gi-ga-bai",
    "TB": "tê-ra-bai",
    "Mbps": "mê-ga-bít trên giây",
    "Gbps": "gi-ga-bít trên giây",
    "USD": "đô la Mỹ",
    "US$": "đô la Mỹ",
    "$": "đô la Mỹ",
    "AUD": "đô la Úc",
    "CAD": "đô la Ca-na-đa",
    "SGD": "đô la Xinh-ga-po",
    "HKD": "đô la Hồng Kông",
    "EUR": "ơ-rô",
    "€": "ơ-rô",
    "GBP": "bảng Anh",
    "£": "bảng Anh",
    "JPY": "yên Nhật",
    "¥": "yên",
    "CNY": "nhân dân tệ",
    "NDT": "nhân dân tệ",
    "KRW": "uôn",
    "THB": "bạt",
    "VNĐ": "đồng",
    "VND": "đồng",
    "vnđ": "đồng",
    "đ": "đồng",
    "₫": "đồng",
    "h": "giờ",
    "′": "phút",
}
UNIT = (
    "(?:\\s?(?P<unit>"
    + "|".join(re.escape(unit) for unit in sorted(UNITS, key=len, reverse=True))
    + ")(?!\\w))?"
)
BARE_UNIT = lexicon(
    "km² km2 m² m2 m³ m3 kWh MWh GWh MW kW kg km cm mm °C ºC mg ml ha USD EUR GBP JPY CNY NDT SGD AUD VNĐ VND".split()
)
# What may stand behind a stroke, besides units: nothing else is said as "trên".
_PER = (
    "người|hộ|năm|tháng|quý|tuần|ngày|đêm|giờ|phút|giây|lít|suất|tấn|tạ|yến|lượt|lần|đơn|vụ|sào|mẫu|công|con|cây|chuyến|lớp|đồng|"
    "chiếc|cái|chai|hộp|gói|bao|thùng|chỉ|lượng|ounce|phòng|căn|ca|buổi|tiết|học sinh|sinh viên|cháu|trẻ|bệnh nhân|lao động|vé|"
    "cổ phiếu|tín chỉ|hồ sơ|trường hợp|nhân khẩu|khẩu|héc-ta|mét|"
    "km²|km2|cm²|cm2|m²|m2|cm³|dm³|m³|m3|kWh|kW|MW|USD|VND|VNĐ|EUR|kg|km|ha|ml|dl|mg|h|s|l|L|m"
)
_MORE_PER = {"s": "giây", "h": "giờ", "dl": "đề-xi-lít", "ounce": "ao-xơ"}
# These begin with the stroke, so that the search leaps from stroke to stroke.
PER = re.compile(
    r"/(?:(?<=[^\W\d_]/)|(?<=[mM][23]/)|(?<=[²³%‰]/)|(?<=[^\W\d_]\s/)|(?<=[mM][23]\s/)|(?<=[²³%‰]\s/))"
    rf"\s?(?P<per>{_PER})(?!\w)"
)
# `112 bé trai/100 bé gái`, `5 người/1.000 dân`: so many of these for so many of those.
PER_SO_MANY = re.compile(r"/(?:(?<=[^\W\d_]/)|(?<=[^\W\d_]\s/))(?=\s?[0-9]+(?:[.,][0-9]+)*\s[^\W\d_])")
_MEASURED = re.compile(
    r"[0-9]|(?:đồng|tấn|tạ|kg|km|mét|lít|lần|lượt|người|giờ|điểm|ca|USD|VND|EUR|VNĐ|MW|kWh|m[²³23]|%)$"
)


def unit_words(unit):
    return f" {UNITS[unit]}" if unit else ""


def say_bare_unit(match):
    """`mỗi km2`: a unit without its number."""
    return UNITS[match.group()]


def say_per(match):
    """`tấn/ha`, `m3/s`, `triệu đồng/người/năm`; `ngày/tháng/năm sinh` is nothing of each."""
    if not _MEASURED.search(match.string[max(0, match.start() - 30) : match.start()]):
        return None
    per = match["per"]
    return f"trên {_MORE_PER.get(per) or UNITS.get(per, per)}"
