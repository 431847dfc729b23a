"""How people are addressed, what they are called, and which offices they hold."""

from news.extraction.text import key
from news.extraction.words import Phrases, keys

# Forms of address and degrees as agency news prints them before a name (own list: everyday address, academic
# degrees of Luật Giáo dục đại học, ranks of the army and police, religious titles, and their English counterparts).
_DEGREES = (
    "ts ths gs pgs tskh bs bscki bsckii bsck1 bsck2 bsck bsnt cki ckii ck1 ck2 ds dscki dsckii dsck1 dsck2 đd đdcki "
    "cn ys ks kts ls vs ncs ktv nsnd nsưt ngnd ngưt ttnd ttưt"
).split()
_JOINED = [f"{first}.{second}" for first in _DEGREES for second in _DEGREES]
_JOINED += [f"{first}.{joined}" for first in ("gs", "pgs") for joined in _JOINED]
_DEGREE_LIST = ", ".join(f"{degree}, {degree}." for degree in (*_DEGREES, *_JOINED))
HONORIFICS = Phrases(
    _DEGREE_LIST
    + """
ông, bà, anh, chị, cô, chú, bác, cụ, em, cháu, thầy, cô giáo, thầy giáo, đồng chí, đ/c, ngài, quý ông
quý bà, sư cô, mế, các ông, các bà, các đồng chí, các đ/c, các thầy, các cô, hai đồng chí, hai ông
hai bà, hai anh, mr, mr., mrs, mrs., ms, ms., dr, dr., prof, prof., professor, madam, mme, sir, h.e, h.e.
his excellency, her excellency, ts, ts., ths, ths., gs, gs., pgs, pgs., tskh, tskh., bs, bs., bscki
bscki., bsckii, bsckii., bsnt., ks, ks., kts, kts., cn, cn., ls, ls., ds, ds., nsnd, nsnd., nsưt, nsưt.
ngnd, ngnd., ngưt, ngưt., th.s, th.s., gs.ts, gs.ts., pgs.ts, pgs.ts., gs.tskh, gs.tskh., pgs.tskh
pgs.tskh., ts.bs, ts.bs., ths.bs, ths.bs., ts.ls, ts.ks, gs.vs, gs.vs., gs.ts.ngnd, gs.ts.ngnd.
pgs.ts.ngưt, pgs.ts.ngưt., pgs.ts.bs, pgs.ts.bs., gs.ts.bs, gs.ts.bs., ts.kts, ts.kts., giáo sư
phó giáo sư, tiến sĩ, tiến sỹ, thạc sĩ, thạc sỹ, cử nhân, kỹ sư, kĩ sư, kiến trúc sư, luật sư, bác sĩ
bác sỹ, dược sĩ, dược sỹ, điều dưỡng, điều dưỡng viên, hộ lý, nghệ nhân, nghệ nhân ưu tú, nghệ sĩ
nghệ sỹ, nhà báo, nhà văn, nhà giáo, nhà nghiên cứu, họa sĩ, nhạc sĩ, già làng, trưởng bản
cựu chiến binh, mẹ việt nam anh hùng, anh hùng lao động, công nhân, nông dân, đại tướng, thượng tướng
trung tướng, thiếu tướng, đại tá, thượng tá, trung tá, thiếu tá, đại úy, thượng úy, trung úy, thiếu úy
chuẩn đô đốc, phó đô đốc, thượng sĩ, trung sĩ, hạ sĩ, thiếu tá qncn, linh mục, giám mục, mục sư, đại đức
thượng tọa, hòa thượng, ni sư, ni trưởng, sư thầy, tỳ kheo, chức việc, thầy thuốc ưu tú
thầy thuốc nhân dân, nhà giáo ưu tú, nhà giáo nhân dân, chuyên gia, phóng viên, học sinh, sinh viên
học viên, giảng viên, giáo hữu, phối sư, đầu sư, lễ sanh, lễ sinh, chánh trị sự, chánh phối sư, mục sư nhiệm chức
truyền đạo, nữ tu, sư ông, sư bà, sư cả, tỳ kheo ni, sa di, cư sĩ, tổng giám mục, hồng y, đức giám mục, giáo cả
hiền huynh, hiền tỷ, hiền tài, quản nhiệm, y sĩ, y sỹ, nhạc công, đạo diễn, vận động viên, dược sĩ, nghệ nhân dân gian
"""
)
# Small words inside names of other languages (Dutch, German, Romance, Malay and Arabic usage).
NAME_PARTICLES = keys("van von der den de la le del della dos das da di du bin binti ibn al el ter ten zu")
# After these nothing but a person or an office follows, however the name is spelt ("ông Ban Myung-soo").
PRONOUNS = keys("ông bà anh chị ngài cụ cô chú mr mr. mrs mrs. ms ms. dr dr.")
PRONOUNS_THAT_ARE_SURNAMES = keys("ông phó cổ")

# Family names of Viet Nam, majority and minority peoples (own list, after the common lists of the 54 peoples).
FAMILY_NAMES = keys("""
Nguyễn Trần Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đào Đoàn Vương Trịnh Trương Đinh
Lâm Phùng Mai Tô Hà Tạ Lương Thái Cao Chu Châu La Lưu Hứa Quách Quan Kiều Từ Tống Thạch Triệu Ông Âu Ấu
Ân An Bạch Bành Bá Bàn Bế Biện Bồ Bì Cà Cái Cam Cầm Cấn Cao Chế Chúc Chung Chử Chương Cổ Công Cồ Cù Cung
Cư Danh Diêm Diệp Doãn Dư Dương Đàm Đái Đan Đăng Đậu Đèo Điêu Điểu Điền Đôn Đồng Đới Đường Giang Giàng
Giáp Giản Giả Hàn Hán Hạ Hạng Hảng Hầu Hình Hoa Hùng Hứa Hướng Hồng Kha Khà Khâu Khiếu Khổng Khoàng Khuất
Khúc Khương Kiên Kim Kông Ksor Lã Lại Lang Lãnh Lao Lạc Lầu Lăng Lâu Lều Liễu Liêu Lìu Lìm Lô Lò Lộ Lộc
Lỗ Lồ Lù Luân Luyện Lục Lừ Lữ Lường Ly Lỷ Ma Mã Mạc Mạch Mạnh Mang Mao Mào Mẫn Mầu Mè Minh Mó Mông Moong
Mùa Mường Ngạc Ngân Nghi Nghị Nghiêm Ngũ Ngụy Nhan Nhâm Nhữ Niê Ninh Nông Nùng Ong Ôn Ổn Páo Phà Phàn
Pháo Phí Phó Phù Phương Phượng Phú Phúc Pờ Quàng Quản Quang Quảng Quế Quyền Rơ Ri Sa Sái Sầm Sần Si Sín
Sình Sằn Siu Sùng Tào Tăng Tất Tẩn Tẩy Thào Tháo Thang Thân Thập Thẩm Thi Thiều Thiệu Thi Thiệp Thịnh
Thòng Thông Thôi Thùy Tiêu Tiết Ti Tín Tòng Tôn Trà Trác Tráng Trần Trà Triều Triệu Trình Trang Trưng Tẩn
Tuấn Tường Tưởng Ty Uông Ung Ưng Văn Vàng Vàn Vi Viên Viêm Vĩnh Vừ Xa Xà Xung Xồng Xin Y Yên Yến Tôn H Hờ
Hoả Hỏa Cháng Chảo Chang Chẩu Chá Chíu Chìu Chương Dềnh Dìu Giàng Già Khang Kring Lèng Lèo Lềnh Lỳ Lỳ Mí
Mò Nải Nhàn Nịnh Páo Pao Phủng Phìn Phu Quan Quảng Rmah Rơ Thàng Thèn Tải Tề Tếnh Tô Trảng Trì Tsằn Vềnh
Voòng Vòng Vù Vảng Xìn Xín Cáp Cự Đàng Đạo Đạt Đổng Đức Hiên Hoắc Hữu Mộc Mục Nhiêu Nhu Ngọ
""")
MIDDLE_NAMES = keys("Thị Văn")

# Offices by their first words; what follows (a body, a field) is read by the rules in offices.py.
# Source: Nghị định 29/2024 and 24/2014, 37/2014, 107/2020 on the organisation of ministries and local bodies, party statutes,
# university and hospital charters, English letterheads of ministries.
OFFICES = Phrases("""
tổng bí thư, chủ tịch nước, thủ tướng, phó thủ tướng, phó thủ tướng thường trực, bộ trưởng, thứ trưởng
thứ trưởng thường trực, chủ tịch quốc hội, chủ tịch, phó chủ tịch, phó chủ tịch thường trực
phó chủ tịch thứ nhất, chủ tịch danh dự, quyền chủ tịch, đồng chủ tịch, bí thư, phó bí thư
phó bí thư thường trực, bí thư thứ nhất, ủy viên, ủy viên thường trực, ủy viên ban chấp hành
ủy viên ban thường vụ, tổng cục trưởng, phó tổng cục trưởng, cục trưởng, phó cục trưởng, chi cục trưởng
phó chi cục trưởng, vụ trưởng, phó vụ trưởng, hàm vụ trưởng, hàm phó vụ trưởng, viện trưởng
phó viện trưởng, viện phó, hiệu trưởng, phó hiệu trưởng, hiệu phó, hạt trưởng, phó hạt trưởng
trạm trưởng, phó trạm trưởng, đội trưởng, phó đội trưởng, đội phó, tổ trưởng, phó tổ trưởng, tổ phó
nhóm trưởng, trưởng nhóm, phó nhóm trưởng, trưởng đoàn, phó trưởng đoàn, phó đoàn, đồng trưởng đoàn
giám đốc, phó giám đốc, phó giám đốc thường trực, tổng giám đốc, phó tổng giám đốc, giám đốc điều hành
quyền giám đốc, trợ lý giám đốc, tổng biên tập, phó tổng biên tập, tổng thư ký, phó tổng thư ký, thư ký
tổng lãnh sự, phó tổng lãnh sự, đại sứ, phó đại sứ, tham tán, tham tán công sứ, tùy viên, tổng thanh tra
chánh thanh tra, phó chánh thanh tra, chánh văn phòng, phó chánh văn phòng, chánh án, phó chánh án
kế toán trưởng, kỹ sư trưởng, điều dưỡng trưởng, kiểm toán trưởng, trưởng phòng, phó trưởng phòng
phó phòng, trưởng ban, phó trưởng ban, phó ban, trưởng khoa, phó trưởng khoa, phó khoa, trưởng bộ môn
phó trưởng bộ môn, trưởng bộ phận, phó trưởng bộ phận, trưởng trạm, phó trưởng trạm, trưởng công an
phó trưởng công an, trưởng thôn, phó trưởng thôn, trưởng bản, trưởng ấp, trưởng xóm, trưởng khu phố
trưởng tiểu khu, trưởng đại diện, phó trưởng đại diện, trưởng văn phòng, trưởng văn phòng đại diện
trưởng chi nhánh, trưởng dự án, trưởng chi cục, trưởng, phó trưởng, thôn trưởng, bí thư chi bộ, chủ nhiệm
phó chủ nhiệm, chủ nhiệm khoa, chủ nhiệm bộ môn, chỉ huy trưởng, phó chỉ huy trưởng, chỉ huy phó, tư lệnh
phó tư lệnh, chính ủy, phó chính ủy, chính trị viên, chính trị viên phó, đồn trưởng, phó đồn trưởng
tham mưu trưởng, phó tham mưu trưởng, tiểu đoàn trưởng, đại đội trưởng
trung đội trưởng, trung đoàn trưởng, quản đốc, phó quản đốc, viện sĩ, chủ sở hữu
chủ hộ, chủ cơ sở, nhà sáng lập, đồng sáng lập, người sáng lập, sáng lập viên, cố vấn, cố vấn trưởng
cố vấn cao cấp, điều phối viên, điều phối viên quốc gia, thành viên, giám sát viên, kiểm sát viên
thẩm phán, đại biểu quốc hội, đại biểu, trợ lý, thư ký trưởng, người đứng đầu, nghiên cứu viên
nghiên cứu viên chính, nghiên cứu viên cao cấp, kỹ thuật viên, giảng viên, giảng viên chính
giảng viên cao cấp, giáo viên, giáo viên chủ nhiệm, chuyên viên, chuyên viên chính, chuyên viên cao cấp
phó trưởng tiểu ban, trưởng tiểu ban, điều tra viên, huấn luyện viên, báo cáo viên, tuyên truyền viên
kiểm lâm viên, quan trắc viên, dự báo viên, thẩm định viên, công chứng viên, đại diện, đại diện lãnh đạo
đại diện thường trú, phụ trách, phụ trách phòng, học viên, sinh viên, nghiên cứu sinh, học sinh, cán bộ
công chức, viên chức, nhân viên, kế toán viên, tổng công trình sư, chủ trì thiết kế, chủ trì
chủ nhiệm đề tài, chủ nhiệm dự án, chủ tọa, đồng chủ trì, chủ đầu tư, chủ vườn, chủ trang trại, nông dân
công nhân, người dân, thuyền trưởng, máy trưởng, ngư dân, tiểu thương, xã viên, chuyên gia
chuyên gia tư vấn, chuyên gia trưởng, chuyên gia cao cấp, phiên dịch, thông dịch viên
kiến trúc sư trưởng, kiến trúc sư, kỹ sư, bác sĩ, luật sư, cán sự, đảng ủy viên, thành ủy viên
tỉnh ủy viên, huyện ủy viên, quận ủy viên, hội trưởng, phó hội trưởng, chi hội trưởng, phó chi hội trưởng
trưởng chi hội, liên đoàn trưởng, tổng phụ trách, trưởng ca, ca trưởng, khối trưởng, cụm trưởng
trưởng cụm, trưởng tuyến, già làng, nghệ nhân, trưởng nhóm nghiên cứu, chủ biên, tổng chủ biên
ủy viên phản biện, ủy viên thư ký, phản biện
trụ trì, phó trụ trì, chánh xứ, phó xứ, quản xứ, chính xứ, quản hạt, cai quản, tộc trưởng
chủ doanh nghiệp, chủ cửa hàng, chủ tàu, chủ ghe, chủ rừng, thủ thư, thủ quỹ, hướng dẫn viên, biên tập viên
uvt.ư đảng, uvtư đảng, uvtw đảng, uvt.ư, uvtư, uvtw, uvbtv, uvbch, uvtv, tuv, huv, pct, phó ct, pgđ, phó gđ, pbt
tổng kiểm toán, phó tổng kiểm toán, kiểm toán viên, kiểm soát viên, thanh tra viên, đăng kiểm viên, trọng tài viên, chấp hành viên
tham mưu phó, thuyền phó, hải đội trưởng, hải đoàn trưởng, sư đoàn trưởng, lữ đoàn trưởng, xã đội trưởng, phó trung đoàn trưởng
phó lữ đoàn trưởng, phó sư đoàn trưởng, phó đại đội trưởng, phó tiểu đoàn trưởng, phó hải đội trưởng, phó đại diện thường trú
nghị sĩ, thống đốc, phó thống đốc, phó thị trưởng, phó tỉnh trưởng, quốc vụ khanh, vụ phó, cục phó, chi cục phó, đồn phó, trạm phó, hạt phó
phó thủ trưởng, chánh tòa, phó chánh tòa, tổng đại diện, giám thị, phó giám thị, giám tuyển, đốc công, hội thẩm, giám đốc quốc gia
đại diện quốc gia, cửa hàng trưởng, tổng giám mục, giám mục, linh mục quản xứ, thư ký tòa soạn, quản lý dự án, quản lý chương trình
trưởng đài, trưởng trại, trưởng ga, trưởng tàu, trưởng vùng, giám đốc kỹ thuật, giám đốc sản xuất, giám đốc kinh doanh, giám đốc nhân sự
lãnh sự, lãnh sự danh dự, công sứ, đại biện, bí thư thứ hai, quyền vụ trưởng, tổng quản lý
""")
# Callings that are offices only after a name and a comma: elsewhere the words mean a deed or a thing.
CALLINGS = Phrases(
    "quản lý, quản hạt, quản nhiệm, quản trị, quản gia, trùm trưởng, trưởng tràng, tài xế, lái xe, lái tàu, thợ cả, thợ"
    ", thợ lặn, thợ máy, thợ hàn, thợ mộc, thợ điện, thợ xây, thợ rèn, giáo vụ, văn thư, lưu trữ viên, hộ lý, cấp dưỡng, tạp vụ"
    ", điều dưỡng, dược sĩ, thuyền viên, chủ bè, chủ lò, chủ quán, chủ xưởng, chủ nhà vườn, hòa giải viên, cộng tác viên, đạo diễn"
    ", tình nguyện viên, trọng tài, bồi bàn, đầu bếp, người nuôi tôm, người trồng rừng"
    ", y tá, y sĩ, hộ sinh, bảo vệ rừng, kiểm lâm, dân quân, kế toán, thủ kho, lễ tân, thương lái, thương hồ"
)
# Posts that several people of one body hold at the same time.
MANY_HOLD = frozenset(
    key(title)
    for title in (
        "chuyên viên|chuyên viên chính|cán bộ|thành viên|nghiên cứu viên|giảng viên|nhân viên|chuyên gia|đại diện|kỹ sư"
        "|phó giám đốc|phó chủ tịch|phó cục trưởng|phó vụ trưởng|phó hiệu trưởng|phó trưởng phòng|phó viện trưởng|ủy viên"
    ).split("|")
)
# Words that may stand before an office and belong to it.
OFFICE_PREFIXES = Phrases("nguyên, nguyên là, cựu, quyền, q., hàm, tân, đồng, thường trực")
# Offices of parties and parliament whose body is the word after them, one word long.
PARTY_BODIES = Phrases("""
tỉnh ủy, thành ủy, huyện ủy, quận ủy, thị ủy, đảng ủy, đảng ủy sở, đảng bộ, chi bộ, chi ủy
ban cán sự đảng, đảng đoàn, đoàn, trung ương đảng, ban chấp hành trung ương đảng, ban thường vụ tỉnh ủy
ban thường vụ thành ủy, ban thường vụ huyện ủy, ban thường vụ, ban chấp hành, thường trực
""")
