"""Was the person there? Cues around a name that say no: the dead, the absent, the thanked, the contact, the affected."""

import re

from news.extraction.people import Mention
from news.extraction.text import key

# Straight before the name (or its office): person-wide.
_DEAD_BEFORE = re.compile(
    r"(?<!\w)(?:cố|quá cố|liệt sĩ|liệt sỹ|the late|late|anh linh|hương hồn|thân nhân|tưởng niệm|mặc niệm|tưởng "
    r"nhớ|khi ấy là|khi đó là|lúc đó là|bấy giờ là|thời đó là|lúc bấy giờ|hồi đó|thuở ấy)(?: "
    r"[\w./]+){0,6}\s*$",
    re.I,
)
_HAND_OVER = re.compile(
    r"(?<!\w)(?:ủy quyền|uỷ quyền|ủy nhiệm|uỷ nhiệm|phân công|cử|authori[sz]ed)(?: cho)?$", re.I
)
_AWAY_AFTER = re.compile(
    r"^[^.;]{0,60}?(?<!\w)(?:hy sinh|từ trần|qua đời|mất (?:năm|ngày|lúc)|bận|đi vắng|vắng mặt|vắng|không thể "
    r"(?:(?:đến |tới |về |tham )?dự|có mặt|tham gia)|(?:vừa|đã|mới) mất|mất hồi|viên tịch|tạ thế|biệt phái"
    r"|(?:hiện |đang )+(?:công tác|học tập|điều trị|định cư|sinh sống) (?:ở|tại) nước ngoài|đang điều trị|nghỉ thai sản"
    r"|không đến được|không dự|không có mặt|cáo lỗi|đi công tác|đã nghỉ hưu không"
    r"|(?:đang|hiện) đi (?:học|tập huấn|họp|phép|nước ngoài)|ủy quyền|uỷ quyền|ủy "
    r"nhiệm|uỷ nhiệm|gửi (?:thư|lẵng hoa|điện)|passed away|is on (?:a )?(?:mission|leave)|is abroad|was absent"
    r"|was unable|could not attend|sent (?:his|her|their|an? (?:letter|message|note|telegram|bouquet))"
    r"|unable to attend|who died)(?!\w)",
    re.I,
)
# What was done to somebody who is only spoken of ("đã bị tạm đình chỉ công tác").
_PUNISHED_AFTER = re.compile(
    r"^(?:, [^,.;]{1,60}(?=,))?,? ?(?:hiện |đã |vừa |mới |đang )*"
    r"bị (?:tạm )?(?:đình chỉ|kỷ luật|cách chức|khiển trách|cảnh cáo|khởi tố|bắt|giam|giữ"
    r"|truy tố|xử phạt|kết án|buộc thôi việc)(?!\w)",
    re.I,
)
# "Trong văn bản gửi Sở, ông X cho biết": written, not said at the table.
_IN_WRITING = re.compile(
    r"^\W*(?:trong|theo|tại|qua|bằng)(?: một| nội dung| bức)* (?:văn bản|công văn|thư|điện|tờ trình|báo cáo|email|thư điện tử|bài viết|đơn)"
    r"(?: [\w./]+){0,3}? (?:gửi|trả lời|phúc đáp|đề ngày|gửi tới|ban hành|hồi đáp)(?!\w)[^.;]{0,100}$",
    re.I,
)
_THEN_AFTER = re.compile(
    r"^[^.;]{0,90}?(?:(?<!\w)(?:đầu tiên|khi ấy|khi đó|lúc đó|bấy giờ|thời đó|thuở)(?!\w)|\(\d{4} ?[-–] ?\d{4}\)|ký tại)",
    re.I,
)
_PAST_AFTER = re.compile(
    r"^[^.;]{0,90}?(?:(?:từ |vào |hồi )?(?:những )?năm (?:1[89]\d\d|200\d)|in (?:1[89]\d\d|200\d))", re.I
)
# "Vắng mặt có lý do: X, Y": a list of those who did not come.
_ABSENT_LIST = re.compile(
    r"(?<!\w)(?:vắng(?: mặt)?|xin vắng|xin phép vắng|absent|apologies)(?: (?:có|không) (?:lý|lí) do)?\s*:[^;]*$",
    re.I,
)
_OBJECT_BEFORE = re.compile(
    r"(?<!\w)(?:(?:cảm ơn|cám ơn|tri ân)(?:[^.;]{0,60}(?:nhất là|đặc biệt là|trong đó có)|[^;]{2,50} và)?"
    r"|(?:gửi|chuyển) (?:lời|thư|điện|quà|lẵng hoa)(?: [\w./]+){0,5} (?:tới|đến|của|từ|cho|mời)|chia buồn(?: với| cùng)?"
    r"|lời thăm hỏi|gia đình|hộ|nhà|con|vợ|chồng|mẹ|cha|mang tên|tên|đường|phố|kính gửi|liên hệ|gặp|phóng "
    r"viên|pv|ctv|bị cáo|bị can|đối tượng|nạn nhân|bệnh nhân|vắng|sinh viên nghèo"
    r"|nhắc (?:đến|tới|lại)(?: gương| tấm gương| công lao| lời| câu)?(?: của)?|gương|tấm gương"
    r"|lời (?:căn |kể |nói )?(?:dặn |dạy |khuyên |hứa )?của"
    r"|câu (?:nói )?của|thư của|sách của|tác phẩm của|ca khúc của|bài thơ của|theo lời kể của|mời"
    r"|chúc mừng sinh nhật|kế nhiệm|thay thế|thay|tiền nhiệm|thank(?:s|ed)?(?: to)?|contact|in memory "
    r"of|tribute to|invited|succeed(?:s|ed|ing)?|congratulat\w+|(?:greetings|regards|best wishes) (?:to|of|from)|message from|letter from"
    r"|dưới thời|học trò của|hỗ trợ gia đình|trao nhà cho|tặng quà gia đình)(?:\s+(?:các|tới|đến|to"
    r"|former|gia đình))*\s*$",
    re.I,
)
# "Thừa ủy quyền của ông X, bà Y ...": the one who sent somebody stayed away.
_SENT_BY = re.compile(
    r"(?<!\w)(?:thừa (?:ủy|uỷ)(?: quyền| nhiệm)?(?: của)?|(?:ủy|uỷ) (?:quyền|nhiệm) của|thay mặt|on behalf of)\s*$",
    re.I,
)
# Only spoken of: whose child, whose flowers, whose orders of another day.
_SPOKEN_OF = re.compile(
    r"(?<!\w)(?:(?:con|em|anh|chị) (?:trai|gái)|(?:kế nhiệm|tiền nhiệm|thay thế) (?:là|của)|(?:kể|nói|viết|nhớ) về"
    r"|(?:lẵng hoa|quà|thiếp|điện mừng|ảnh|bức ảnh|tư liệu|tranh|tượng|phần mộ|quê hương)(?: \w+){0,2} của"
    r"|(?:thực hiện|căn cứ|quán triệt|nhắc lại|trên cơ sở)(?: \w+){0,3} (?:chỉ đạo|ý kiến|kết luận|lời|yêu cầu)(?: chỉ đạo)? của)"
    r"\s*$",
    re.I,
)
_APPROVED = re.compile(
    r"^ ?(?:đã )?(?:phê duyệt|ký|ban hành|thông qua|chấp thuận|cho phép|giao nhiệm vụ)(?!\w)", re.I
)
_MADE = re.compile(
    r"^ ?(?:làm chủ|sáng lập|thành lập|thiết kế|sáng tác|biên soạn|đạo diễn|viết|chủ biên)(?!\w)", re.I
)
_ELSEWHERE_AFTER = re.compile(
    r"^,? ?(?:sẽ (?:đến|tới|sang|về|dự|tham dự)|trong (?:cuốn|bài|sách|công trình|luận án|tác phẩm|hồi ký))(?!\w)",
    re.I,
)
_ANOTHER_DAY = re.compile(
    r"^\W*(?:trước đây|năm ngoái|tháng trước|tuần trước|hôm trước|trước đó,? (?:ngày|hôm|vào|tháng|năm|tuần)"
    r"|(?:trả lời|trao đổi)[^.;]{0,30} qua điện thoại)(?!\w)",
    re.I,
)
_DOCUMENT_BEFORE = re.compile(
    r"(?<!\w)(?:quyết định|công văn|kế hoạch|thông tư|văn bản|nghị quyết|tờ trình|giấy mời"
    r"|thư)(?!\w)[^.;]{0,80}?(?:do|của)\s*(?:[^\s,.;]+ ){0,12}$",
    re.I,
)
_SIGNED_AFTER = re.compile(
    r"^[^.;]{0,60}?(?<!\w)(?:ký ban hành|ký ngày|đã ký ban hành|ký,? nêu|ký,? yêu cầu)(?!\w)", re.I
)
_CONTACT_AFTER = re.compile(
    r"^[ ,:(-]{0,4}(?:[^.;]{0,60}?)(?:điện thoại|đt:|sđt|số máy|di động|hotline|email|e-mail|tel\b"
    r"|phone|\d{4}[. ]?\d{3}[. ]?\d{3})",
    re.I,
)


_RECEIVED = re.compile(
    r"(?<!\w)(?:tiếp|đón tiếp|tiếp đón|tiếp xã giao|hội kiến|tiếp và làm việc với|received|welcomed|hosted)\s*$",
    re.I,
)
_TRAVELS = re.compile(
    r"^\W*(?:(?:cùng|và|dẫn đầu|làm trưởng) (?:các thành viên )?(?:đoàn|thành viên đoàn)(?: công tác| kiểm tra| giám sát)?,? )?"
    r"(?:đã |vừa )?(?:đến |đi |về |tới |trực tiếp |dẫn đầu đoàn )*"
    r"(?:làm trưởng đoàn|dẫn đầu đoàn|kiểm tra|thăm|khảo sát|thị sát|giám sát|chúc mừng|chúc tết|visited|inspected)(?!\w)",
    re.I,
)
_THEN = re.compile(r"(?<!\w)(?:khi ấy|khi đó|lúc đó|bấy giờ|cố)(?!\w)", re.I)
_TURNS = frozenset(key(word) for word in "cố nhắc kể gương nói rằng".split())
_NEAR = 80  # characters straight before a name
_WINDOW = 45  # words looked at on either side of a name
_OTHERS = re.compile(
    r"(?<!\w)(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|[Mm]r\.|[Mm]s\.|[Dd]r\.)(?!\w)|;|, (?=[A-ZĐ][^\s,]+ [A-ZĐ])"
)


def verdict(mention: Mention) -> str:
    """ "in", "out" (for this mention), "past" (unless listed as present) or "gone" (whatever the page says elsewhere)."""
    block, begin = mention.block, max(mention.sentence[0], mention.open - _WINDOW)
    before = block.text(begin, mention.open)
    between = block.text(mention.open, mention.begin)
    if _DEAD_BEFORE.search(_clause(before)) or _THEN.search(between):
        return "gone"
    if _SENT_BY.search(before[-_NEAR:]):
        return "out"
    if _HAND_OVER.search(before[-_NEAR:]):
        return "in"
    own, after = _own_clause(mention), block.text(mention.close, min(mention.sentence[1], mention.close + 8))
    if _is_gone(own, after) or _ABSENT_LIST.search(before):
        return "gone"
    if _PAST_AFTER.match(own):
        return "past"
    if _OBJECT_BEFORE.search(before) or _CONTACT_AFTER.match(own) or _written(before):
        return "out"
    if _SPOKEN_OF.search(before[-_NEAR:]) or _ANOTHER_DAY.match(before) or _acted_on(before, after):
        return "out"
    if between.casefold().startswith("nguyên ") and re.search(r"(?:do|bởi|thời|của|cùng)\s*$", before):
        return "gone"
    return "in"


def _is_gone(own: str, after: str) -> bool:
    return bool(
        _AWAY_AFTER.match(own)
        or _THEN_AFTER.match(own)
        or _SIGNED_AFTER.match(own)
        or _PUNISHED_AFTER.match(after)
    )


def _acted_on(before: str, after: str) -> bool:
    """ "được ông X phê duyệt", "do ông X thiết kế", "ông X sẽ đến sau": what the person did or will do elsewhere."""
    approved = before.endswith("được") and _APPROVED.match(after)
    made = before.endswith("do") and _MADE.match(after)
    return bool(approved or made or _ELSEWHERE_AFTER.match(after))


def _written(before: str) -> bool:
    """The person is quoted from a paper, or only signed it."""
    return bool(_DOCUMENT_BEFORE.search(before) or _IN_WRITING.match(before))


def handed_over(mention: Mention) -> bool:
    """The person came in another's place ("ủy quyền cho bà ...")."""
    begin = max(mention.sentence[0], mention.open - 6)
    return bool(_HAND_OVER.search(mention.block.text(begin, mention.open)))


def received(person) -> bool:
    """Some sentence receives this very person ("đã tiếp Ngài X", "received Mr. X"): a guest."""
    return any(
        _RECEIVED.search(mention.block.text(max(mention.sentence[0], mention.open - 6), mention.open))
        for mention in person.mentions
    )


def travels(person) -> bool:
    """Some sentence sends this person on the visit ("ông X đi kiểm tra", "bà Y đến thăm"): a guest of those visited."""
    return any(
        _TRAVELS.match(mention.block.text(mention.close, min(mention.sentence[1], mention.close + 14)))
        for mention in person.mentions
    )


def _clause(text: str) -> str:
    return text[max(text.rfind(sign) for sign in ";:,") + 1 :]


def _own_clause(mention: Mention) -> str:
    """What is said of the person: the office and what follows, up to the next name or full stop."""
    block, end = mention.block, min(mention.sentence[1], mention.close + _WINDOW)
    stop = next(
        (n for n in range(mention.close, end) if n in block.people or block.words[n].key in _TURNS), end
    )
    said = _OTHERS.split(block.text(mention.close, stop), maxsplit=1)[0]
    return f"{block.text(mention.end, mention.close)}{'' if said[:1] in ',.;' else ' '}{said}"
