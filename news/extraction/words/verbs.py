"""Words that end a name or an office: function words and the verbs of agency news."""

from news.extraction.words import Phrases, keys

# Function words: whatever stands before them is complete.
STRONG = keys("""
đã sẽ đang vừa mới của với cùng về để cho trong tại ở từ đến do được bị theo như khi mà thì nhằm bởi vì
nên cũng đều còn là này đó đây kia ấy nếu phải không chưa chỉ rất hay hoặc qua vào lên xuống sang thay
đối trước sau giữa bằng dưới trên ngoài cần có gồm hiện nhân ngay luôn từng vẫn đều lại ra hãy xin rằng
nhưng song ngoài kể tới lên cả bao cho nhân mong chúc thưa dù tuy nhờ năm
""")
# The same words inside a compound keep their name going ("hiện đại", "nhân dân", "dự án"): word -> next words.
COMPOUNDS = {
    "nhân": keys("dân lực văn sự viên đạo quyền tạo ái giống"),
    "hiện": keys("đại"),
    "trong": keys("nước sạch"),
    "từ": keys("thiện xa"),
    "ngoài": keys("nước công"),
    "cần": keys("thơ"),
    "trên": keys("biển"),
    "dưới": keys("nước biển"),
    "giữa": keys("kỳ"),
    "bằng": keys("sáng"),
    "lại": keys("sức"),
    "cùng": keys("miền"),
    "mới": keys("nổi"),
    "sau": keys("đại thu"),
    "trước": keys("bạ"),
    "tại": keys("chức"),
    "không": keys("gian quân khí"),
    "được": keys("phẩm"),
    "đối": keys("ngoại"),
    "vào": keys("tạo"),
    "có": keys("hạn công"),
    "đi": keys("bộ lại biển"),
    "cho": keys("thuê vay"),
    "là": keys("nghiệp"),
    "cả": keys("nước"),
    "để": keys("dành"),
    "lên": keys("men"),
    "ra": keys("đa"),
    "khi": keys("tượng"),
    "theo": keys("dõi"),
    "thay": keys("thế"),
    "như": keys("quỳnh"),
    "dự": keys("án báo phòng toán thảo trữ"),
    "giao": keys("thông dịch lưu thương"),
    "ký": keys("túc sinh"),
    "mở": keys("rộng"),
    "tiếp": keys("cận thị dân công"),
    "nhận": keys("thức dạng diện"),
    "nghe": keys("nhìn"),
    "thăm": keys("dò"),
    "cử": keys("tri"),
    "làm": keys("vườn"),
    "năm": keys("châu"),
    "đón": keys("khách"),
    "trao": keys("quyền"),
}
# ... or close one ("nông thôn mới", "đổi mới", "cấp trên"): word -> words before it.
CLOSED_BY = {
    "bị": keys("thiết trang"),
    "cần": keys("hậu"),
    "cung": keys("nhà"),
    "tổ": keys("nhà"),
    "giao": keys("ngoại bàn chuyển"),
    "cấp": keys("trung cao sơ cung trợ khẩn"),
    "lập": keys("độc thành dân thiết xác"),
    "thu": keys("doanh nghiệm"),
    "dẫn": keys("hướng chỉ"),
    "đạt": keys("truyền"),
    "bàn": keys("địa"),
    "tăng": keys("gia"),
    "nhân": keys("hạt cá bệnh công pháp doanh nạn tư quân thương cử nguyên tác chứng"),
    "vừa": keys("và"),
    "hiện": keys("thực phát thể biểu xuất"),
    "do": keys("tự lý"),
    "từ": keys("điện nguyên"),
    "nên": keys("tạo"),
    "tại": keys("hiện tồn"),
    "qua": keys("thông"),
    "đối": keys("tương phản"),
    "năm": keys("hàng hằng"),
    "mới": keys("thôn đổi"),
    "trên": keys("cấp"),
    "dưới": keys("cấp"),
    "ngoài": keys("nước bên"),
    "trong": keys("bên"),
}
# A function word as the second half of these is no function word ("đăng ký", "kiểm tra", "đối ngoại", "đa dạng").
SECOND_HALF_OF = keys("người đối nội hải bệnh công nạn tư cá gia nhân việc đăng kiểm thanh điều hội")
# Verbs that open what somebody did: an office or a name is over before them.
VERBS = Phrases("""
cho biết, cho rằng, cho hay, cho thấy, cho biết thêm, phát biểu, nhấn mạnh, khẳng định, báo cáo, đề nghị
kiến nghị, đề xuất, chia sẻ, bày tỏ, đánh giá, cảm ơn, trao đổi, trình bày, giới thiệu, yêu cầu, chỉ đạo
kết luận, ghi nhận, biểu dương, chủ trì, thông báo, làm việc, phối hợp, tổ chức, tiếp đón, tiếp đoàn
tiếp nhận, đón tiếp, chào mừng, chúc mừng, tham dự, tham gia, dự, dẫn đầu, làm trưởng đoàn, làm trưởng
làm, ký, ký kết, trao, trao tặng, tặng, tặng hoa, thăm, đến, sang, nêu, nêu rõ, nói, kể, hỏi, đáp
trả lời, giải trình, giải thích, phản ánh, lo ngại, mong, mong muốn, hy vọng, hứa, cam kết, công bố
công nhận, quyết định, giao, mời, nghe, kiểm tra, khảo sát, phân tích, xác nhận, dung hòa, nhận định
nhìn nhận, thừa nhận, thẳng thắn, tiết lộ, lưu ý, gợi ý, góp ý, tham luận, thảo luận, ví von, hướng dẫn
dẫn lại, dẫn ra, nhắc, nhắc lại, nhắc tới, đồng tình, đồng ý, nhất trí, thống nhất, ủng hộ, cung cấp
quán triệt, khai mạc, bế mạc, truyền đạt, triển khai, tuyên bố, đọc, thay mặt, đại diện cho, cử
chịu trách nhiệm, hoàn thiện, hoàn tất, hoàn thành, thực hiện, tiếp tục, bàn, họp, mở, đưa, gửi, gặp
gặp gỡ, nhận, khen thưởng, bổ sung, lý giải, tán thành, tiếp thu, dâng hương, động viên, thăm hỏi
chứng kiến, thị sát, rà soát, đôn đốc, ra mắt, hội đàm, khai trương, khánh thành, bảo vệ thành công
tuyển dụng, tạm dừng, tập huấn, đón, tiếp, trả lời phỏng vấn, xem, hoan nghênh, đề cao, đặt câu hỏi
đặt vấn đề, băn khoăn, quan tâm, chốt, kêu gọi, khuyến khích, khuyên, dặn, tâm sự, bộc bạch, tổng kết
tổng hợp ý kiến, nghiệm thu, thẩm định khoản, vinh danh, tuyên dương, chính thức, lần lượt
trực tiếp kiểm tra, không né tránh, tặng quà, phấn khởi, xúc động, ban hành, phê duyệt, chấp thuận
ấn định, thăm và, thăm và làm việc, sắp, tham quan, đảm nhiệm, hỗ trợ tỉnh, nhận xét, quả quyết, cảnh báo
đặt, mong mỏi, đang, ủy quyền, ủy nhiệm, quyên góp, cắt băng, bấm nút, trao giải, trao bằng, trao giấy
trao quyết định, trao quà, khởi công, khởi động, phát động, chuẩn bị, khai giảng, bế giảng, sơ kết
tuyển sinh, kết nạp, ra đời, đăng cai, quyên, mít tinh, liên hoan, hội ngộ, giới thiệu sách, đóng góp
đăng ký tham gia, xử lý, khắc phục, cho phép, đặt mục tiêu, đạt, vận động, tuyên truyền, tạo điều kiện
hỗ trợ, giúp, giải quyết, giải đáp, tiếp thu, ghi nhận, lắng nghe, trực tiếp, gửi lời, gửi lời cảm ơn
khen, khen ngợi, tri ân, chia tay, chúc, chúc tết, dâng, viếng, dự lễ, chấm, bình chọn, xếp, đứng, dẫn
chứng nhận, cấp, thu, nộp, chi trả, bàn giao, bắt đầu, kết thúc, diễn ra, khép lại, mở đầu, khai trương
vận hành, sử dụng, áp dụng, ứng dụng phần, lập, thành lập, xây dựng kế hoạch, xây dựng mô hình, ra quân
tăng cường, đẩy mạnh, tập trung, chú trọng, nỗ lực, phấn đấu, quyết tâm, vượt, giảm, tăng, gặp khó
gặp mặt, đối thoại, đề ra, rút kinh nghiệm, nêu bật, nêu ý kiến, trăn trở, cho ý kiến, góp, hiến kế
lên tiếng, cảnh tỉnh, dẫn chứng, so sánh, ước tính, dự báo, tính toán, mô tả, minh họa, thuyết minh
thuyết trình, trả, gợi mở, nhờ, xin ý kiến, hoan hỉ, tự hào, vui mừng, phấn chấn, cùng đoàn, cùng các
kiểm điểm, xem xét, thông qua, biểu quyết, bầu, bổ nhiệm, điều động, luân chuyển, tiếp xúc, tuyển
chào đón, nhường, tổng hợp và, cân nhắc, tham mưu, chủ động, sẵn sàng, nghiêm túc, ký ban hành
ký quyết định, đồng chủ trì, đồng tổ chức, bấm, nhiệm kỳ, giai đoạn, năm học, lần thứ
long trọng, tưng bừng, trang trọng, trang nghiêm, nô nức, hân hoan
giữ chức, giữ chức vụ, giữ cương vị, giữ vị trí, thôi giữ, nghỉ hưu, nghỉ chế độ
đi, thấy, giãi bày, thổ lộ, phân trần, bức xúc, khoe, bật mí
dự họp, dự hội nghị, dự hội thảo, dự buổi, đến dự, tới dự, về dự, cùng dự, tài trợ
trúng thầu, chung tay, đồng hành, tiếp sức, hiến tặng, hiến đất
chỉ ra, chỉ rõ, làm rõ, thắc mắc, than thở, lập luận, phản biện, cam đoan, hồ hởi, tin tưởng, kỳ vọng
đồng cảm, biểu diễn, trình diễn, khánh thành, gắn biển, ngỏ ý, vui vẻ, giơ, kêu, thuật lại, điểm lại
""")
