"""Invented news in believable Vietnamese, for trying the newsroom with many articles. Own word lists; no name is of anybody."""

from random import Random

FAMILIES = "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Kiều Mạc Tạ Cao".split()
MIDDLES = (
    "Văn Thị Hữu Đức Minh Ngọc Quang Thanh Xuân Hải Bảo Gia Khánh Diệu Thu Kim Tuấn Anh Hoài Công".split()
)
GIVEN = (
    "An Bình Chi Dũng Đạt Giang Hà Hạnh Hiền Hòa Hùng Hương Khang Khôi Lan Lâm Linh Long Mai Nam Nga Nghĩa Nhung Oanh "
    "Phong Phúc Phương Quân Quyên Sơn Tâm Thảo Thắng Thủy Tiến Trang Trí Trung Tùng Uyên Vân Việt Yến Ý"
).split()
TITLES = (
    "Giám đốc Sở", "Phó Giám đốc Sở", "Chánh Văn phòng", "Trưởng phòng", "Phó Trưởng phòng", "Chủ tịch UBND xã",
    "Phó Chủ tịch UBND phường", "Hiệu trưởng", "Viện trưởng", "Chuyên viên",
)  # fmt: skip
BODIES = (
    "Sở Nông nghiệp", "Sở Khoa học", "Sở Văn hóa", "Trung tâm Kiểm định", "Viện Nghiên cứu vùng", "Trường Cao đẳng nghề",
    "Ban Quản lý cảng cá", "Chi cục Thủy lợi", "Hội Làm vườn", "Công ty Giống cây trồng",
)  # fmt: skip
PLACES = (
    "Bình An", "Thạnh Phước", "Sông Trầu", "Núi Voi", "Đồng Lúa", "Bãi Bồi", "Vàm Xáng", "Trà Sen", "Hòa Lợi", "Tân Mỹ",
    "Gò Dầu Hạ", "Cồn Ngang", "Ba Chùa", "Suối Đá", "Láng Sen", "Phú Lộc",
)  # fmt: skip
DEEDS = (
    "làm việc với", "ký kết hợp tác cùng", "kiểm tra tại", "thăm và chúc mừng", "tập huấn cho", "khảo sát tại",
    "tiếp đoàn công tác của", "tổ chức hội thảo tại",
)  # fmt: skip
TOPICS = (
    "chuyển đổi số trong sản xuất", "truy xuất nguồn gốc nông sản", "phòng chống hạn mặn", "bảo hộ nhãn hiệu tập thể",
    "cải cách thủ tục hành chính", "an toàn thực phẩm", "đào tạo nghề cho thanh niên", "kế hoạch vụ hè thu",
    "đo lường, kiểm định cân chợ", "khởi nghiệp đổi mới sáng tạo", "phục hồi rừng ngập mặn", "dữ liệu dùng chung",
)  # fmt: skip
SENTENCES = (
    "Hai bên trao đổi về tiến độ các nhiệm vụ đã giao và những khó khăn còn lại.",
    "Các đại biểu nghe báo cáo kết quả sáu tháng đầu năm và góp ý cho kế hoạch sắp tới.",
    "Đại diện địa phương đề nghị hỗ trợ thêm về kỹ thuật và nguồn vốn.",
    "Cuộc họp thống nhất lập tổ công tác chung, họp định kỳ mỗi quý một lần.",
    "Nhiều hộ dân đã áp dụng mô hình mới và cho biết chi phí giảm rõ rệt.",
    "Sở giao phòng chuyên môn theo dõi, đôn đốc và báo cáo trước ngày 25 hằng tháng.",
    "Đoàn đã đi thăm thực tế ba điểm trình diễn và ghi nhận ý kiến của bà con.",
    "Kết quả được gửi tới các đơn vị liên quan để triển khai thống nhất.",
)


def person_name(rng: Random) -> str:
    return f"{rng.choice(FAMILIES)} {rng.choice(MIDDLES)} {rng.choice(GIVEN)}"


def agency_name(rng: Random) -> str:
    return f"{rng.choice(BODIES)} {rng.choice(PLACES)}"


def title(rng: Random) -> str:
    return f"{rng.choice(BODIES)} {rng.choice(DEEDS)} {agency_name(rng)} về {rng.choice(TOPICS)}"


def lead(rng: Random) -> str:
    return (
        f"Sáng nay, tại {rng.choice(PLACES)}, {rng.choice(SENTENCES)[0].lower()}{rng.choice(SENTENCES)[1:]}"
    )


def body(rng: Random) -> str:
    return "".join(f"<p>{' '.join(rng.sample(SENTENCES, 3))}</p>" for _paragraph in range(rng.randint(2, 4)))
