"""What an office or a calling says about its holder's body."""

from news.extraction.text import key


def _keys(text: str) -> frozenset[str]:
    return frozenset(key(phrase) for phrase in text.split("|"))


# The head of the body that an office implies when no body is printed ("Cục trưởng" -> a Cục). Own list, after the names of
# offices in the laws on ministries, local administration, the army, the courts, the press and universities.
IMPLIED = {
    key(office): tuple(key(head) for head in heads.split("|"))
    for office, heads in {
        "tổng cục trưởng": "tổng cục",
        "chi cục trưởng": "chi cục",
        "cục trưởng": "cục",
        "vụ trưởng": "vụ",
        "viện trưởng": "viện",
        "hiệu trưởng": "trường|học viện|đại học|trường đại học|trường cao đẳng",
        "hiệu phó": "trường|học viện|đại học|trường đại học|trường cao đẳng",
        "bộ trưởng": "bộ",
        "thứ trưởng": "bộ",
        "hạt trưởng": "hạt",
        "trạm trưởng": "trạm",
        "đội trưởng": "đội",
        "đồn trưởng": "đồn",
        "chỉ huy trưởng": "bộ chỉ huy|ban chỉ huy",
        "tư lệnh": "bộ tư lệnh|quân khu|quân đoàn",
        "tổng biên tập": "báo|tạp chí|nhà xuất bản|cơ quan báo",
        "chánh án": "tòa án|tand",
        "quản đốc": "xưởng|nhà máy",
    }.items()
}
# People who come for themselves or for their hamlet: no body of the page is theirs.
OF_NO_BODY = _keys(
    "học viên|sinh viên|học sinh|nông dân|người dân|chủ hộ|tiểu thương|ngư dân|giảng viên|già làng|nghệ nhân|đại diện"
    "|trụ trì|phó trụ trì|chánh xứ|chính xứ|quản xứ|phó xứ|tộc trưởng|trưởng bản|trưởng thôn|trưởng ấp|trưởng xóm|trưởng khu phố|công nhân"
    "|chi hội trưởng|phó chi hội trưởng"
)
ENVOYS = tuple(_keys("đại sứ|lãnh sự|công sứ|tham tán|tùy viên|đại biện|bộ trưởng|thứ trưởng"))
OFFICE_OF_CHU = tuple(_keys("chủ tịch|chủ nhiệm|chủ tọa|chủ biên|chủ trì"))
# Parts of a body that bear a body's name: divisions, and the boards of a Hội or a Tổng công ty.
DIVISION_HEADS = _keys("ban|phòng|khoa|bộ môn|tổ")
# Bodies that stand for themselves though a ministry, a department or a command is named behind them.
OF_OWN_RIGHT = _keys("cục|viện|trung|bệnh|trường|học|chi|đại|báo|tạp|bảo|nhà")
MINISTRIES = _keys("bộ|tổng cục|quân khu|bộ tư lệnh|sở|ubnd")
# Boards that are agencies by themselves or belong to another body than the one at the table.
BOARDS = _keys(
    "ban quản lý|ban chỉ huy|ban chỉ đạo|ban dân tộc|ban tôn giáo|ban điều phối|ban đại diện|ban trị sự"
)
# Bodies set up for a task or an occasion: whoever sits in them holds another office besides.
FOR_A_TASK = tuple(_keys("ban chỉ đạo|ban tổ chức|ban vận động|tổ công tác|đoàn công tác|tiểu ban"))
# Unions and party bodies inside another body: "Phó Giám đốc, Chủ tịch Công đoàn" is the bank's man.
INSIDE_OTHERS = _keys(
    "công đoàn|đoàn thanh niên|đảng bộ|chi bộ|chi hội|ban nữ công|hội cựu chiến binh|tổ chức đoàn"
)
# Parts of the body at the table when they are printed without a name of their own ("Giám đốc Nhà máy").
PARTS = _keys(
    "nhà máy|xưởng|chi nhánh|văn phòng|trung tâm|trạm|đội|ban|phòng|khoa|tổ|bộ phận|cơ sở|xí nghiệp|trại"
)
# Organs and posts that are printed as letters behind an office: "Chủ tịch HĐQT", "Phó Bí thư BCH".
ORGANS = _keys("hđqt|hđtv|hđql|bch|btv|btc|bgđ|bks|hđkh|đtn|xdcb|cntt|hcm|tphcm|tnmt|ptnt|kdtm")
# How those of a school are called: at their own school they belong to it.
OF_SCHOOLS = _keys(
    "sinh viên|học sinh|tân sinh viên|thầy|cô|em|thầy giáo|cô giáo|giáo viên|giảng viên|các em|nhà giáo"
)
SCHOOLS = _keys("trường|đại học|học viện|phân hiệu")
