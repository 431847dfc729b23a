"""Whether a person spoke, and the sentence that says so."""

import re

from news.extraction.attendance import Person
from news.extraction.findings import Finding

_SPOKE = re.compile(
    r"(?<!\w)(?:phát biểu|cho biết|cho rằng|cho hay|nhấn mạnh|khẳng định|báo cáo|đề nghị|kiến nghị|đề "
    r"xuất|chia sẻ|bày tỏ|đánh giá|trao đổi|trình bày|giới thiệu|yêu cầu|chỉ đạo|kết luận|nêu|nói|kể"
    r"|hỏi|giải trình|phản ánh|lo ngại|hứa|cam kết|công bố|thông tin|thông báo|phân tích|xác nhận"
    r"|nhìn nhận|thừa nhận|tiết lộ|lưu ý|nhắc|mong|ví von|tổng kết|tham luận|dẫn"
    r"|said|stated|noted|explained|expressed|replied|added|asked|welcomed|proposed|stressed"
    r"|emphasi[sz]ed|presented|suggested|affirmed|raised|offered|highlighted|thanked|shared|remarked"
    r"|reported|briefed)(?!\w)",
    re.I,
)


def spoken_by(person: Person) -> Finding | None:
    """The first body sentence in which a verb of speech follows the person's name, quoted whole."""
    for mention in person.mentions:
        if mention.block.part != "body":
            continue
        begin, end = mention.sentence
        near = min(end, mention.close + 25)
        after = mention.block.text(mention.close, near)
        before = mention.block.text(begin, min(mention.open, begin + 5))
        if _SPOKE.search(after[:90]) or re.match(r"(?:phát biểu|kết luận|theo|said)(?!\w)", before, re.I):
            start, stop = mention.block.span(begin, end)
            return Finding(start, stop, mention.block.text(begin, end), "verb of speech after the name")
    return None
