"""Lines that belong to the portal and not to the article: controls, breadcrumbs, menus, counters, share rows."""

import re

_CONTROLS = re.compile(
    r"(?<!\w)(?:(?:read|listen to) (?:the|this) article"
    r"|xem (?:với )?cỡ chữ|(?:tăng |giảm |kích )?(?:thước|cỡ) chữ(?: nhỏ| vừa| lớn| to)?|(?:chế )?độ tương phản(?: cao)?"
    r"|in nội dung|in trang này|in ấn|gửi cho bạn bè|gửi thư|gửi mail|sao chép(?: liên kết)?|copy(?: link)?|mặc định"
    r"|giọng (?:đọc|nam|nữ)|dừng đọc|tạm dừng|lưu tin|theo dõi(?: trên)?|google news|thích|like|viber|pinterest|telegram"
    r"|đọc bài viết|nghe bài viết|nghe đọc bài|đọc bài|nghe|tương phản"
    r"|in trang|in bài viết|in bài|bản in|gửi email|gửi bài viết|gửi bạn bè|lượt xem|lượt người xem"
    r"|lượt truy cập|lượt đọc|số lượt xem|số lần đọc"
    r"|quay lại|về trang trước|đầu trang|về đầu trang|lên đầu trang|chia sẻ|chia sẻ bài viết|facebook"
    r"|zalo|twitter|messenger|linkedin|youtube|email|print|listen|share|font size|text size|contrast"
    r"|back to top|back|save|tweet"
    r"|skip ribbon commands|skip to main content|asset publisher|web content display|đăng nhập|đăng ký"
    r"|đăng xuất|trang chủ|home|sơ đồ cổng|sitemap|rss|lưu bài|bình luận|đánh giá|gửi bình luận|a "
    r"?[-+]|a|views?|log ?in|read aloud|size|phóng to|thu nhỏ|tải về|xem thêm|in)(?!\w)\+*-*",
    re.I,
)
_SENTENCE = re.compile(r"[.;:,!?…]$|\d{4}|[;:] ")
_LETTERS = re.compile(r"[^\W\d_]")
_CRUMBS = re.compile(r"^(?:trang chủ|home|trang nhất)\s*(?:[»>/|›→]|$)", re.I)
_CRUMB_SIGNS = re.compile(r" [»›>→] ")
_MENU = re.compile(r"^[^|]{1,40}(?: ?\| ?[^|]{1,40}){2,}$")
_FILE = re.compile(
    r"^(?:[\w%().-]+ ?){1,4}\.(?:jpe?g|png|gif|webp|bmp|pdf|docx?|xlsx?|mp4|zip|rar)(?: ?\(.*\))?$", re.I
)
_REST = re.compile(
    r"^(?:(?:các )?(?:tin|bài|bài viết|tin tức|văn bản)(?: bài)? (?:khác|liên quan|cũ hơn|mới hơn"
    r"|cùng chuyên mục|đã đưa|tiếp theo|nổi bật|mới nhất|đọc nhiều)"
    r"|related (?:news|articles|posts)|other news|more news|latest news|read more|xem nhiều|đọc nhiều"
    r"|bình luận|ý kiến bạn đọc)\b",
    re.I,
)
_TAGS = re.compile(r"^(?:tags?|từ khóa|từ khoá|chủ đề|keywords?|chuyên mục|thẻ)\s*:", re.I)
_CONTACT = re.compile(
    r"^(?:(?:mọi )?(?:thông tin |vướng mắc |ý kiến )?(?:chi tiết )?(?:đề nghị |xin )?(?:vui lòng )?(?:liên hệ|liên lạc)"
    r"|địa chỉ|điện thoại|email|e-mail|đt|contact|for more information|media contact|press contact|hotline|website|tel|đường "
    r"dây nóng)\b.*[:@]|^thông tin liên hệ\b",
    re.I,
)
_ATTACHED = re.compile(
    r"^(?:tệp|file|tập tin|tài liệu|văn bản)(?: tin)? đính kèm|^(?:xem )?chi tiết .{0,80}(?:tại đây"
    r"|đính kèm)|^tải (?:về|file)|^(?:attachment|download)s?\b",
    re.I,
)
_END = re.compile(r"^\W*(?:hết|the end|end|###)?\W*$", re.I)


def undress(text: str) -> str:
    """The line without the names of the reader's controls."""
    return _CONTROLS.sub(" ", text)


def is_controls(text: str) -> bool:
    """True when controls and counters are all a line holds."""
    return len(text) <= 200 and not _LETTERS.search(undress(text))


def is_menu_row(text: str, columns: int) -> bool:
    """Three or more short pieces set apart by wide spaces: a menu or a row of controls, no sentence."""
    return columns > 2 and len(text) < 200 and len(text.split()) <= 5 * columns and not _SENTENCE.search(text)


def is_furniture(text: str, columns: int = 1) -> bool:
    if len(text) > 300:
        return False
    return bool(
        is_controls(text)
        or is_menu_row(text, columns)
        or _CRUMBS.match(text)
        or len(_CRUMB_SIGNS.findall(text)) >= 2
        or _FILE.match(text)
        or _TAGS.match(text)
        or (_MENU.match(text) and not re.search(r"\d{4}", text))
        or _END.match(text)
    )


def opens_rest(text: str) -> bool:
    """ "Các tin khác": from here on the page lists other news."""
    return len(text) < 80 and bool(_REST.match(text))


def is_contact(text: str) -> bool:
    return bool(_CONTACT.match(text) or _ATTACHED.match(text)) and len(text) < 300
