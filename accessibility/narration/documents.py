"""Numbers of legal documents: `65/2023/NĐ-CP` is said as the nghị định of the government that it is.

Kinds and issuers: Nghị định 30/2020/NĐ-CP, Phụ lục III (abbreviations of kinds of documents), and the usual signs of central bodies.
"""

import re

from accessibility.narration.letters import spell
from accessibility.narration.numbers import in_words

KINDS = {
    "NĐ": "nghị định",
    "QĐ": "quyết định",
    "TT": "thông tư",
    "TTLT": "thông tư liên tịch",
    "NQ": "nghị quyết",
    "NQLT": "nghị quyết liên tịch",
    "CT": "chỉ thị",
    "QC": "quy chế",
    "TB": "thông báo",
    "HD": "hướng dẫn",
    "CTr": "chương trình",
    "KH": "kế hoạch",
    "PA": "phương án",
    "ĐA": "đề án",
    "DA": "dự án",
    "BC": "báo cáo",
    "BB": "biên bản",
    "TTr": "tờ trình",
    "HĐ": "hợp đồng",
    "CĐ": "công điện",
    "CV": "công văn",
    "GM": "giấy mời",
    "L": "luật",
    "PL": "pháp lệnh",
    "KL": "kết luận",
    "QyĐ": "quy định",
    "GP": "giấy phép",
    "GCN": "giấy chứng nhận",
    "VBHN": "văn bản hợp nhất",
    "LCT": "lệnh công bố luật",
    "GĐN": "giấy đề nghị",
    "TM": "thư mời",
    "HDLN": "hướng dẫn liên ngành",
}
ISSUERS = {
    "CP": "Chính phủ",
    "TTg": "Thủ tướng Chính phủ",
    "CTN": "Chủ tịch nước",
    "UBTVQH": "Ủy ban Thường vụ Quốc hội",
    "QH": "Quốc hội",
    "TW": "Trung ương",
    "TƯ": "Trung ương",
    "VPCP": "Văn phòng Chính phủ",
    "UBND": "Ủy ban nhân dân",
    "HĐND": "Hội đồng nhân dân",
    "BTTTT": "Bộ Thông tin và Truyền thông",
    "BKHCN": "Bộ Khoa học và Công nghệ",
    "BTC": "Bộ Tài chính",
    "BNV": "Bộ Nội vụ",
    "BTP": "Bộ Tư pháp",
    "BYT": "Bộ Y tế",
    "BCT": "Bộ Công Thương",
    "BXD": "Bộ Xây dựng",
    "BCA": "Bộ Công an",
    "BQP": "Bộ Quốc phòng",
    "BNG": "Bộ Ngoại giao",
    "BGDĐT": "Bộ Giáo dục và Đào tạo",
    "BGTVT": "Bộ Giao thông vận tải",
    "BTNMT": "Bộ Tài nguyên và Môi trường",
    "BNNPTNT": "Bộ Nông nghiệp và Phát triển nông thôn",
    "BNNMT": "Bộ Nông nghiệp và Môi trường",
    "BLĐTBXH": "Bộ Lao động, Thương binh và Xã hội",
    "BVHTTDL": "Bộ Văn hóa, Thể thao và Du lịch",
    "BKHĐT": "Bộ Kế hoạch và Đầu tư",
    "BDTTG": "Bộ Dân tộc và Tôn giáo",
    "TTCP": "Thanh tra Chính phủ",
    "NHNN": "Ngân hàng Nhà nước",
    "KTNN": "Kiểm toán Nhà nước",
    "TANDTC": "Tòa án nhân dân tối cao",
    "VKSNDTC": "Viện Kiểm sát nhân dân tối cao",
    "MTTW": "Mặt trận Trung ương",
    "SHTT": "Cục Sở hữu trí tuệ",
    "BCĐ": "Ban Chỉ đạo",
    "BCH": "Ban Chấp hành",
    "VP": "Văn phòng",
    "VPCTN": "Văn phòng Chủ tịch nước",
    "SKHCN": "Sở Khoa học và Công nghệ",
    "STTTT": "Sở Thông tin và Truyền thông",
    "STC": "Sở Tài chính",
    "SNV": "Sở Nội vụ",
    "SYT": "Sở Y tế",
    "SXD": "Sở Xây dựng",
    "SCT": "Sở Công Thương",
    "STP": "Sở Tư pháp",
    "SGDĐT": "Sở Giáo dục và Đào tạo",
    "SNNMT": "Sở Nông nghiệp và Môi trường",
    "SVHTTDL": "Sở Văn hóa, Thể thao và Du lịch",
}

NUMBER = re.compile(
    r"(?<![\w/.,-])(?P<number>[0-9]{1,6})/(?:(?P<year>(?:19|20)[0-9]{2})/)?"
    r"(?P<signs>[A-ZĐƯ][A-Za-zĐđƯư&]{0,9}[0-9]{0,2}(?:[-–][A-ZĐƯ][A-Za-zĐđƯư&]{0,9}[0-9]{0,2}){0,4})(?!\w)"
)
_PARTY_BODIES = {
    "TW": "Trung ương",
    "TƯ": "Trung ương",
    "BCT": "Bộ Chính trị",
    "BBT": "Ban Bí thư",
    "TU": "tê u",
    "ĐU": "Đảng ủy",
    "HU": "Huyện ủy",
    "VPTW": "Văn phòng Trung ương Đảng",
    "BTCTW": "Ban Tổ chức Trung ương",
    "UBKTTW": "Ủy ban Kiểm tra Trung ương",
}
_LONGEST_KINDS = "|".join(sorted(map(re.escape, KINDS), key=len, reverse=True))
# Documents of the Party put the kind before the stroke: 52-NQ/TW.
PARTY = re.compile(
    rf"(?<![\w/.,-])(?:(?P<number>[0-9]{{1,5}})\s?[-–]\s?)?(?P<kind>{_LONGEST_KINDS})/(?P<body>{'|'.join(_PARTY_BODIES)})(?!\w)"
)
# Signs without a number: "các QĐ-UBND", "theo NĐ-CP".
SIGNS = re.compile(
    rf"(?<![\w/.,&-])(?P<kind>{_LONGEST_KINDS})-(?P<issuer>{'|'.join(sorted(ISSUERS, key=len, reverse=True))})(?![\w&/-])"
)
_TERM = re.compile(r"(?P<body>QH|UBTVQH|HĐND)(?P<term>[0-9]{1,2})$")


def say_document(match, spellings):
    """`65/2023/NĐ-CP` → nghị định số sáu mươi lăm năm … của Chính phủ; the kind is left out when the text has just said it."""
    signs = re.split("[-–]", match["signs"])
    if not match["year"] and len(signs) == 1 and signs[0] not in KINDS:
        return None
    kind = KINDS.get(signs[0], "")
    issuers = [_issuer(sign, spellings) for sign in (signs[1:] if kind else signs)]
    said = f"{in_words(match['number'])}" + (f" năm {in_words(match['year'])}" if match["year"] else "")
    return _with_kind(match, kind, said) + (f" của {', '.join(issuers)}" if issuers else "")


def say_party_document(match):
    """`52-NQ/TW` → nghị quyết số năm mươi hai của Trung ương; `NQ/TW` without a number likewise."""
    kind, body = KINDS[match["kind"]], _PARTY_BODIES[match["body"]]
    kind = "quy định" if kind == "quyết định" and "quy định" in _before(match) else kind
    said = _with_kind(match, kind, in_words(match["number"])) if match["number"] else kind
    return f"{said} của {body}"


def say_signs(match, spellings):
    """`QĐ-UBND` → quyết định của Ủy ban nhân dân."""
    return f"{KINDS[match['kind']]} của {_issuer(match['issuer'], spellings)}"


def _with_kind(match, kind, said):
    """The kind is left out when the text has just said it."""
    before = _before(match)
    short = match.groupdict().get("signs", "").partition("-")[0]
    # `theo NĐ 65/2023/NĐ-CP`: the short form before the number is said in full by the abbreviations.
    if (
        not kind
        or kind in before
        or (short in ("NĐ", "QĐ", "NQ") and before.endswith((f"{short.lower()} ", f"{short.lower()} số ")))
    ):
        return said
    return f"{kind} {said}" if before.rstrip().endswith("số") else f"{kind} số {said}"


def _before(match):
    return match.string[max(0, match.start() - 30) : match.start()].lower()


def _issuer(sign, spellings):
    if term := _TERM.match(sign):
        return f"{ISSUERS[term['body']]} khóa {in_words(term['term'])}"
    return spellings.get(sign) or ISSUERS.get(sign) or KINDS.get(sign) or spell(sign)
