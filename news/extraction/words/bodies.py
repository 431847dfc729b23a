"""Heads and fields of the names of bodies, levels and places."""

from news.extraction.text import key
from news.extraction.words import Phrases, keys

# Head nouns that open the name of a body when the next word is capitalised, a level or an abbreviation.
# Source: the ordinary organisation of ministries, provinces, schools, hospitals, enterprises and unions of Viet Nam.
HEADS = Phrases("""
đoàn luật sư, bộ, sở, cục, vụ, tổng cục, chi cục, viện, phân viện, trung tâm, ban, phòng, văn phòng, thanh tra
chi nhánh, công ty, công ty cổ phần, công ty cp, công ty tnhh, công ty tnhh mtv
công ty trách nhiệm hữu hạn, tổng công ty, tập đoàn, doanh nghiệp, doanh nghiệp tư nhân, nhà máy
xí nghiệp, hợp tác xã, htx, liên hiệp hợp tác xã, liên hiệp, liên hiệp hội, liên hiệp các hội, tổ hợp tác
trường, đại học, học viện, phân hiệu, bệnh viện, trạm y tế, trung tâm y tế, phòng khám, nhà thuốc, hội
hiệp hội, liên đoàn, chi hội, tổng hội, tổng liên đoàn, công đoàn, nghiệp đoàn, đoàn thanh niên
đoàn tncs, hội đồng, ủy ban, ủy hội, ubnd, hđnd, mttq, ủy ban mttq, ubmttq, công an, quân khu, bộ chỉ huy
ban chỉ huy, bộ tư lệnh, bộ tổng tham mưu, đồn biên phòng, đồn, bộ đội biên phòng, tòa án, viện kiểm sát
tand, vksnd, kho bạc, kho bạc nhà nước, ngân hàng, bảo hiểm xã hội, bhxh, bảo hiểm, quỹ, đài, báo
tạp chí, nhà xuất bản, thông tấn xã, thư viện, bảo tàng, nhà hát, vườn quốc gia, khu bảo tồn
khu công nghệ cao, trạm, hạt, đội, tổ chức, cơ quan, đại sứ quán, tổng lãnh sự quán, phái đoàn
phòng thí nghiệm, mạng lưới, câu lạc bộ, liên minh, mặt trận, trại giam, trại, cảng, cảng vụ, bql, khoa
bộ môn, tiểu ban, làng nghề, tỉnh đoàn, thành đoàn, huyện đoàn, quận đoàn, thị đoàn
đoàn đại biểu quốc hội, ldld, lđlđ, bộ phận, nhóm nghiên cứu, sư đoàn, trung đoàn, lữ đoàn, tiểu đoàn
đảng bộ, nhà văn hóa, nhà thiếu nhi, tổ chức đoàn, vnpt, viettel, trung tâm văn hóa, hội nông dân
hội liên hiệp phụ nữ, hội phụ nữ, hội cựu chiến binh, hội chữ thập đỏ, hội luật gia, hội nhà báo
hội khuyến học, hội người cao tuổi, hội đồng nhân dân, ủy ban nhân dân, viện kiểm sát nhân dân
tòa án nhân dân, cơ sở, xưởng, bưu điện, điện lực, ban đại diện, hội thánh, giáo hội, tòa giám mục, tòa thánh
tổ hợp, clb, bv, bvđk, ttyt, đh, đoàn đbqh, thuế, thuế cơ sở
liên danh, nông trường, lâm trường, hãng phim, đoàn nghệ thuật, đoàn ca múa nhạc, đoàn kinh tế - quốc phòng
đại đội, hải đội, hải đoàn, phân xưởng, liên trạm, hải quan cửa khẩu, hải quan khu công nghiệp, kiểm toán nhà nước
thi hành án dân sự, chi đoàn, xã đoàn, phường đoàn, hội sinh viên
""")
# Bodies that are whole without a field: a level may follow.
WHOLE = Phrases("""
tỉnh đoàn, thành đoàn, huyện đoàn, quận đoàn, thị đoàn, đoàn đại biểu quốc hội, đoàn thanh niên
đoàn tncs hồ chí minh, hội nông dân, hội liên hiệp phụ nữ, hội phụ nữ, hội cựu chiến binh
hội chữ thập đỏ, liên đoàn lao động, ubnd, hđnd, mttq, đoàn đbqh, ủy ban mttq, ủy ban nhân dân, hội đồng nhân dân
ủy ban mặt trận tổ quốc, ủy ban mttq việt nam, ủy ban mặt trận tổ quốc việt nam, công an, thanh tra
văn phòng ubnd, văn phòng hđnd, văn phòng hđnd - ubnd, văn phòng hđnd và ubnd, văn phòng đoàn đbqh và hđnd
văn phòng đoàn đại biểu quốc hội và hội đồng nhân dân, văn phòng đoàn đại biểu quốc hội và hđnd
văn phòng đoàn đbqh và hội đồng nhân dân, văn phòng hội đồng nhân dân và ubnd, văn phòng đoàn đbqh, hđnd và ubnd
văn phòng hội đồng nhân dân và ủy ban nhân dân
bảo hiểm xã hội, kho bạc nhà nước, bộ chỉ huy quân sự
ban chỉ huy quân sự, bộ chỉ huy bộ đội biên phòng, bộ đội biên phòng, tòa án nhân dân
viện kiểm sát nhân dân, hội khuyến học, hội người cao tuổi, hội luật gia, hội nhà báo, cục thuế
cục thống kê, ban dân tộc, ban nữ công, công đoàn cơ sở, công đoàn viên chức, cục hải quan, chi cục thuế
ngân hàng nhà nước, đoàn luật sư, hội thánh cao đài, hội thánh tin lành việt nam, giáo hội phật giáo việt nam
ủy ban đoàn kết công giáo, ủy ban đoàn kết công giáo việt nam
""")
# Boards inside a body and words after a head that make a common noun of it: never the name of an agency.
NOT_BODIES = Phrases("""
ban giám đốc, ban giám hiệu, ban lãnh đạo, ban tổ chức, ban thường vụ, ban thường trực, ban chấp hành
ban bí thư, ban chấp hành trung ương, ban chấp hành trung ương đảng, ban cán sự, ban cán sự đảng
ban giám khảo, ban thư ký, hội đồng khoa học, hội đồng tuyển dụng, hội đồng thi, hội đồng chấm
hội đồng giám khảo, hội nghị, hội thảo, hội thi, hội trường, báo cáo, công an nhân dân, quân đội nhân dân
cơ quan nhà nước, bộ luật, ban biên tập, hội đồng quản trị, hội đồng thành viên, hội đồng trường
hội đồng học viện, bộ chính trị, phòng chống, phòng cháy, phòng ngừa, phòng thủ, phòng vệ, phòng bệnh, phòng dịch
""")
# Fields of ministries and provincial departments, complete names (Nghị định 123/2016, 24/2014, 107/2020 and the 2025 reorganisation).
FIELDS = Phrases("""
tài chính, nội vụ, tư pháp, kế hoạch và đầu tư, kế hoạch - đầu tư, kế hoạch & đầu tư, công thương
nông nghiệp và phát triển nông thôn, nông nghiệp & phát triển nông thôn, nông nghiệp và ptnt
nông nghiệp & ptnt, nông nghiệp và môi trường, giao thông vận tải, xây dựng, tài nguyên và môi trường
tài nguyên & môi trường, tài nguyên môi trường, thông tin và truyền thông, thông tin & truyền thông
lao động - thương binh và xã hội, lao động thương binh và xã hội, văn hóa và thể thao, văn hóa - thể thao
văn hóa - thông tin, văn hóa - xã hội, văn hóa và thông tin, văn hóa - thể thao và du lịch
văn hóa thể thao và du lịch, du lịch, khoa học và công nghệ, khoa học & công nghệ, khoa học công nghệ
giáo dục và đào tạo, giáo dục & đào tạo, giáo dục - đào tạo, y tế, ngoại vụ, ngoại giao, quốc phòng
công an, dân tộc, dân tộc và tôn giáo, quy hoạch - kiến trúc, an toàn thực phẩm, tổ chức cán bộ
tổ chức - hành chính, hành chính - tổng hợp, kế hoạch - tài chính, kế hoạch và tài chính, pháp chế
tổ chức và hành chính, hành chính và quản trị, kế hoạch và tổng hợp, đào tạo và hợp tác quốc tế
hợp tác quốc tế, kinh tế và hạ tầng, kinh tế - hạ tầng, tài chính - kế hoạch, quản lý đô thị, kiểm lâm
thủy lợi, thú y, chăn nuôi và thú y, trồng trọt và bảo vệ thực vật, thống kê, dân tộc tỉnh, kh&cn, kh-cn
gd&đt, gd-đt, tn&mt, tnmt, nn&ptnt, nn-ptnt, tt&tt, tttt, kh&đt, gtvt, ldtbxh, lđ-tb&xh, lđtb&xh, lđ-tbxh
vh-tt&dl, vhtt&dl, vhttdl, nn&mt
""")
# "Văn hóa, Thể thao và Du lịch": a standing field that has a comma of its own.
COMMA_PAIRS = frozenset(
    (*pair.split(" , ")[0].split(), *pair.split(" , ")[1].split())
    for pair in (
        "phòng cháy , chữa cháy|cứu nạn , cứu hộ|phổ biến , giáo dục|thi đua , khen thưởng|tiêu chuẩn , "
        "đo lường|phòng ngừa , ứng phó|phòng chống , giảm nhẹ|khám bệnh , chữa bệnh|"
        "tiếp nhận , trả kết|tham nhũng , tiêu cực|tham nhũng , lãng phí|thực hành , tiết kiệm|nghiên "
        "cứu , ứng dụng|bảo tồn , phát huy|giám định , bồi thường|thu thập , lưu giữ|kiểm nghiệm , kiểm "
        "định|quan trắc , cảnh báo"
    ).split("|")
)
COMMA_FIELDS = (
    "cảnh sát phòng cháy , chữa cháy và cứu nạn , cứu hộ",
    "cảnh sát pccc và cnch",
    "an ninh mạng và phòng , chống tội phạm sử dụng công nghệ cao",  # Bộ Công an, Công an tỉnh
    "tiêu chuẩn đo lường chất lượng",
    "tiêu chuẩn - đo lường - chất lượng",
    "phối hợp phổ biến , giáo dục pháp luật",
    "văn hóa , thể thao và du lịch",
    "văn hóa , thể thao & du lịch",
    "văn hóa , thông tin",
    "lao động , thương binh và xã hội",
    "công nghiệp , nông nghiệp",
    "xúc tiến đầu tư , thương mại và du lịch",
    "xúc tiến thương mại , đầu tư và du lịch",
    "xúc tiến đầu tư , thương mại , du lịch",
    "quản lý , hỗ trợ doanh nghiệp",  # Cục Thuế, 2025
    "quản lý , hỗ trợ cá nhân , hộ kinh doanh",
    "quản lý các khu công nghiệp và chế xuất",
    "quản lý nhà và thị trường bất động sản",
)
LEVELS = Phrases(
    "tỉnh, thành phố, tp, tp., huyện, quận, thị xã, thị trấn, xã, phường, đặc khu, trung ương, liên "
    "bang, cấp tỉnh, bang, t.p"
)
# After these a level word is part of another word ("hợp tác xã", "xã hội", "xã viên", "phường hội").
NOT_LEVEL_AFTER = {
    "xã": keys("hội viên"),
    "phường": keys("hội"),
    "quận": keys("đoàn"),
    "huyện": keys("đoàn"),
    "tỉnh": keys("đoàn"),
}
# Provinces and cities whose first word is also a family name, or whose name has more than two words.
PLACES = Phrases("""
hà nội, hà giang, hà nam, hà tĩnh, hải dương, hải phòng, cao bằng, thái bình, thái nguyên, hồ chí minh
lâm đồng, an giang, kiên giang, lào cai, lai châu, lạng sơn, vĩnh phúc, vĩnh long, hà tây
bà rịa - vũng tàu, bà rịa vũng tàu, thừa thiên huế, thừa thiên - huế, phú thọ, phú yên, quảng nam
quảng ngãi, quảng ninh, quảng bình, quảng trị, yên bái, ninh bình, ninh thuận, hưng yên, trà vinh
tiền giang, hậu giang, bạc liêu, cà mau, bình dương, bình định, bình phước, bình thuận, bắc giang
bắc kạn, bắc ninh, bến tre, cần thơ, đà nẵng, đắk lắk, đắk nông, điện biên, đồng nai, đồng tháp, gia lai
hòa bình, khánh hòa, kon tum, long an, nam định, nghệ an, sơn la, sóc trăng, tây ninh, thanh hóa
tuyên quang, tp.hcm, hcm, việt nam
""")
COUNTRIES = Phrases(
    """
nhật bản, hàn quốc, trung quốc, lào, campuchia, thái lan, hoa kỳ, mỹ, anh, pháp, đức, ý, nga, úc
australia, ấn độ, singapore, malaysia, indonesia, philippines, hà lan, bỉ, thụy sĩ, thụy điển, na uy
đan mạch, phần lan, canada, cuba, israel, đài loan, liên minh châu âu, châu âu, ireland, new zealand
ba lan, séc, hungary, áo, tây ban nha, bồ đào nha, brazil, myanmar, mông cổ, chile, argentina, mexico, peru
colombia, venezuela, ecuador, uruguay, panama, ai cập, nam phi, maroc, ma-rốc, algeria, angola, nigeria, kenya, ethiopia
mozambique, tanzania, thổ nhĩ kỳ, iran, iraq, saudi arabia, ả rập xê út, qatar, kuwait, các tiểu vương quốc ả rập thống nhất
uae, oman, pakistan, bangladesh, sri lanka, nepal, brunei, đông timor, timor-leste, triều tiên, kazakhstan, uzbekistan
ukraine, belarus, bulgaria, rumani, romania, slovakia, slovenia, croatia, serbia, hy lạp, iceland, luxembourg, estonia
latvia, litva, phần lan, vương quốc anh, liên bang nga, chi-lê, bra-xin, ca-na-đa, xin-ga-po, ma-lai-xi-a, in-đô-nê-xi-a
"""
)
# Nouns of people who stand for a body without being named.
GROUP_LEADS = Phrases(
    """
đại diện, đại diện lãnh đạo, lãnh đạo, chỉ huy, đại diện chỉ huy, lãnh đạo và chỉ huy, ban lãnh đạo
thủ trưởng, trưởng các, trưởng, hạt trưởng, trạm trưởng
giám đốc, chủ tịch, bí thư, hiệu trưởng, cán bộ, chuyên viên, công chức, viên chức, thành viên
các thành viên, phó thủ trưởng, người đứng đầu, các đồng chí lãnh đạo, đồng chí lãnh đạo
đồng chí đại diện, các vị đại diện, lãnh đạo chủ chốt, đội ngũ cán bộ, các cơ quan, các đơn vị, các sở
các phòng, các ban, các vụ, các cục, các khoa, một số, toàn thể, tập thể, đông đảo, đoàn viên
thường trực, ban thường trực, chánh thanh tra, chánh văn phòng, trưởng ban, trưởng phòng, trưởng khoa, trưởng công an
chỉ huy trưởng, tổ trưởng, trưởng thôn, trưởng bản, điều dưỡng trưởng, kế toán trưởng, hộ sinh trưởng
các chi cục, các trung tâm, các hội, các trường, các xã, các huyện, các bệnh viện, các công ty, các doanh nghiệp
các hợp tác xã, các tổ chức, các đoàn thể, các ngành, các đồng chí trong
hội viên, nhóm, chủ nhiệm, các chuyên gia, chuyên gia, các nhà khoa học, nhà khoa học
phó các, các thầy cô, các thầy cô giáo, các thầy giáo, các công chức, các viên chức, các hệ thống, các chuyên viên
"""
)
# Head nouns of the divisions that a body of each kind has of its own (Nghị định 123/2016, 24/2014, 45/2014 and 150/2025 on
# ministries, departments and councils; charters of universities, hospitals, enterprises and unions; the army's provincial commands).
DIVISIONS = {
    key(owner): frozenset(key(part) for part in parts.split(", "))
    for owner, parts in {
        "bộ": "vụ, thanh tra, văn phòng, cục",
        "bộ chỉ huy": "phòng, ban, văn phòng, tiểu đoàn",
        "bộ tư lệnh": "phòng, cục, văn phòng",
        "tổng cục": "vụ, thanh tra, văn phòng, ban",
        "tổng công ty": "ban, phòng, văn phòng",
        "tập đoàn": "ban, phòng, văn phòng",
        "tổng": "vụ, thanh tra, văn phòng, phòng, ban",
        "cục": "phòng, văn phòng",
        "chi cục": "phòng, đội, hạt, trạm",
        "sở": "phòng, thanh tra, văn phòng, chi cục",
        "ban": "phòng, văn phòng",
        "trường": "khoa, phòng, bộ môn",
        "đại học": "khoa, phòng, bộ môn",
        "học viện": "khoa, phòng, bộ môn",
        "viện": "phòng, bộ môn",
        "bệnh viện": "khoa, phòng",
        "công ty": "phòng, ban, xưởng",
        "công an": "phòng, đội",
        "ngân hàng": "phòng",
        "hội": "ban, văn phòng",
        "liên đoàn": "ban, văn phòng",
        "tỉnh đoàn": "ban, văn phòng",
        "thành đoàn": "ban, văn phòng",
        "quỹ": "phòng, ban",
    }.items()
}


def divisions_of(head: str) -> frozenset[str]:
    """Divisions of a body by its head noun, else by the first words of it ("công ty cổ phần" -> those of "công ty")."""
    words = head.split()
    tries = (" ".join(words[:n]) for n in range(len(words), 0, -1))
    return next((DIVISIONS[name] for name in tries if name in DIVISIONS), frozenset())


# One head word that serves several names ("các phòng: A, B").
PLURAL_HEADS = Phrases(
    "khoa, phòng, ban, vụ, cục, viện, trung tâm, sở, bộ môn, phòng thí nghiệm, đơn vị, chi cục, công "
    "ty, trường, hội, bộ phận, tổ, đội, trạm, xã, phường, huyện, hạt, tỉnh, hợp tác xã, doanh "
    "nghiệp, bệnh viện, văn phòng, phòng chuyên môn, cơ quan, sở ngành, đoàn thể"
)
# Generic bodies in a row ("các sở, ban, ngành, quận, huyện"): a comma between them separates nothing.
GENERIC = Phrases(
    "sở, ban, ngành, bộ, đoàn thể, địa phương, huyện, thị xã, thành phố, quận, phường, xã, thị trấn, "
    "hội, đơn vị, phòng, doanh nghiệp, trường, viện, khoa, cơ quan, tổ chức, tỉnh, bộ phận, hợp tác "
    "xã, trung tâm, phòng ban, cục, vụ, thị, đặc khu, hiệp hội, chi cục, ngân hàng, trường học, bệnh "
    "viện, trạm, đội, tổ, thôn, bản, khối, hộ, ấp, khu phố"
)
