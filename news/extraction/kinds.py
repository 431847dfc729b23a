"""What sort of page it is, guessed from its heading and what stands above it."""

import re

_VI = [
    ("press_release", r"thông cáo báo chí|press release"),
    (
        "recruitment",
        r"tuyển dụng|tuyển (?:viên chức|công chức|nhân viên|lao động|chuyên gia)|thi tuyển|xét tuyển"
        r"|recruitment|vacancy",
    ),
    (
        "notice",
        r"^(?:thông báo|v/v|về việc|kế hoạch|lịch|mời|công khai|hướng dẫn|announcement|notice)(?!\w)"
        r"|(?<!\w)thông báo (?:về|việc|tạm|lịch|kết quả)",
    ),
    ("congrats", r"chúc mừng|chúc tết|tặng quà|(?:thăm|gặp mặt).*(?:nhân (?:dịp|ngày|kỷ niệm)|tết)"),
    ("inspection", r"kiểm tra|giám sát|thị sát|thanh tra (?=tại|công tác|việc)|khảo sát"),
    (
        "training",
        r"tập huấn|bồi dưỡng|khai giảng|lớp đào tạo|khóa đào tạo|khoá đào tạo|lớp học|training course",
    ),
    (
        "signing",
        r"(?<!\w)(?:lễ )?ký(?: kết)?(?: \w+){0,2} (?:thỏa thuận|thoả thuận|biên bản|hợp tác|kết|quy chế"
        r"|chương trình|hợp đồng|giao ước|bản ghi nhớ)|lễ ký|ký kết|sign\w* (?:of|an?|cooperation"
        r"|agreement|memorandum|mou)",
    ),
    (
        "conference",
        r"hội nghị|hội thảo|diễn đàn|tọa đàm|toạ đàm|hội nghị|conference|workshop|seminar|forum|symposium",
    ),
]
_KINDS = [(kind, re.compile(pattern, re.I)) for kind, pattern in _VI]
# "... bàn giải pháp giám sát": what was talked about, not what was done.
_TALKED = re.compile(
    r"(?<!\w)(?:bàn|trao đổi|làm việc với|họp|tiếp|giải pháp|công bố|phần mềm|tập huấn|hội nghị|hội "
    r"thảo).{0,60}(?:kiểm tra|giám sát|khảo sát|thanh tra)",
    re.I,
)
_INSIDE = re.compile(r"[ăâđêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]", re.I)


def language(text: str) -> str:
    """ "vi" when Vietnamese letters are as frequent as in Vietnamese prose, else "en"."""
    sample = text[:4000]
    letters = sum(map(str.isalpha, sample))
    return "vi" if letters == 0 or len(_INSIDE.findall(sample)) > 0.06 * letters else "en"


def guess_kind(title: str, above: str, is_document: bool, tongue: str) -> str:
    if re.search(_VI[0][1], above, re.I):
        return "press_release"
    for kind, pattern in _KINDS:
        if pattern.search(title) and not (kind == "inspection" and _TALKED.search(title)):
            return kind
    if is_document:
        return "notice"
    return "meeting_en" if tongue == "en" else "meeting"
