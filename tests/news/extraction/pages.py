"""Whole pages invented for the tests: every person, place and acting body in them is made up."""

MEETING = """Th 4, 08/09/2021 | 14:57 CH

Xem với cỡ chữ Đọc bài viết Tương phản

Cục Bản quyền bản đồ làm việc với Sở Bản đồ và Viễn thám thành phố Lạc Châu

Ngày 6/9/2021, bà Kiều Lam Thảo - Cục trưởng Cục Bản quyền bản đồ (BQBĐ) đã làm việc với Sở Bản đồ và Viễn thám (BĐ&VT) thành phố Lạc Châu để trao đổi về việc quản lý bản đồ số của thành phố Lạc Châu trong thời gian tới.

Tham dự buổi làm việc, về phía Sở BĐ&VT thành phố Lạc Châu có ông Tạ Duy Khôi, Giám đốc Sở; bà Vừ Thị Máy, Phó Giám đốc Sở và lãnh đạo một số đơn vị trực thuộc Sở. Về phía Cục BQBĐ còn có đại diện các đơn vị: Phòng Chính sách và Thanh tra, Văn phòng Cục, Trung tâm Lưu trữ, Tra cứu và Phát hành, Dịch vụ bản đồ.

Mở đầu, ông Tạ Duy Khôi cho biết thành phố đã số hóa 1.240 tờ bản đồ địa hình, song mới một phần ba có siêu dữ liệu đầy đủ.

Bà Nông Ái Liên, Trưởng phòng Đo đạc chuyên ngành báo cáo kết quả kiểm kê kho bản đồ giấy; kho cũ ẩm, cần chuyển trước mùa mưa.

Kết luận, Cục trưởng Kiều Lam Thảo ghi nhận sự chủ động của Sở BĐ&VT và đề nghị hai bên trao đổi dữ liệu theo quý. Bà nhắc tới cố kỹ sư Phan Cự Lẫm, người vẽ tờ bản đồ đầu tiên của thành phố.

Một số hình ảnh trong chương trình làm việc tại Sở Bản đồ và Viễn thám thành phố Lạc Châu:

Cục trưởng Kiều Lam Thảo phát biểu tại buổi làm việc

\xa0

Toàn cảnh buổi làm việc (Ảnh: Hà Vy)

\xa0

Cục Bản quyền bản đồ./.
"""  # noqa: E501

LISTED = """Cổng thông tin điện tử huyện Nà Phiêng
Trang chủ » Tin tức » Tin trong huyện

Hội nghị triển khai kế hoạch trồng rừng năm 2023
Đăng ngày 03/01/2023 lúc 09h40    Lượt xem: 57

Chiều 28/12, UBND huyện Nà Phiêng tổ chức Hội nghị triển khai kế hoạch trồng rừng năm 2023 với sự tham gia của 14 xã.

Thành phần tham dự gồm:
- Đồng chí Lò A Chải - Phó Chủ tịch UBND huyện, chủ trì;
- Bà Phùng Mùi Say, Hạt trưởng Hạt Kiểm lâm Nà Phiêng;
- Các Phó Chủ tịch UBND xã Bản Lùng, Tà Khoang: Giàng Seo Dín, Đặng Thị Mến;
- Đại diện Hội Nông dân huyện, Huyện đoàn.

Phát biểu tại hội nghị, đồng chí Lò A Chải yêu cầu các xã chốt diện tích trước ngày 15/01. Chủ tịch UBND huyện bận họp nên gửi thư động viên.

Đồng chí Lò A Chải gửi lời cảm ơn tới ông Trịnh Đình Bão đã hiến 2 ha đất.

Quang cảnh hội nghị

Tin, ảnh: Mùa Say

Các tin khác
Hội nghị khác của huyện
"""  # noqa: E501

SIGNING = """Viện Men sứ và Trường Đại học Mỹ nghệ Bình Khê ký kết thỏa thuận hợp tác
10:05 - 21/04/2021

Sáng 20/4, tại Hội trường lớn, Trường Đại học Mỹ nghệ Bình Khê (sau đây gọi là Nhà trường) tổ chức Lễ ký kết thỏa thuận hợp tác với Viện Men sứ (VMS) về đào tạo thợ lò.

Dự lễ ký có PGS.TS. Ông Quý Bửu, Hiệu trưởng; các Phó Hiệu trưởng: TS. Cồ Minh Tuệ, ThS. Bá Thị Sương; về phía Viện Men sứ có TS. Phó Đức Thuần, Viện trưởng; trưởng các phòng: Hóa men, Lò nung. Do đi công tác, Chủ tịch Hội đồng trường Đỗ Khắc Uy vắng mặt và ủy quyền cho bà Lãnh Thị Cúc, Chánh Văn phòng Nhà trường dự.

TS. Phó Đức Thuần chia sẻ rằng thợ lò giỏi phải học ở lò. Nghệ nhân Mạc Thị Vui tặng hai đơn vị một bình men ngọc.

PGS.TS. Ông Quý Bửu và TS. Phó Đức Thuần ký thỏa thuận hợp tác

Phòng Truyền thông, Trường Đại học Mỹ nghệ Bình Khê
"""  # noqa: E501

NOTICE = """SỞ THỦY VĂN TỈNH HÀ KHÊ
Số: 12/TB-STV
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Khê, ngày 07 tháng 3 năm 2022

THÔNG BÁO
V/v tạm dừng cấp giấy phép qua mạng

Kính gửi: Các tổ chức, cá nhân nộp hồ sơ.

Sở Thủy văn tỉnh Hà Khê thông báo tạm dừng cấp giấy phép qua mạng từ ngày 12/3/2022 để nâng cấp máy chủ.

Mọi vướng mắc xin liên hệ: ông Ấu Đình Lập, Phòng Cấp phép, điện thoại 0000.111.222.

KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC
(Đã ký)
Ngô Bích Liên
"""

ENGLISH = """Sat, 04/03/2023 | 02:45 PM

Font size  Listen  Contrast

The Department of River Charts receives a delegation of the Norwick Map Trust

On 2 March 2023, Ms. Dinh Hoai An, Deputy Director General of the Department of River Charts (DRC), received a delegation of the Norwick Map Trust (NMT) led by Mr. Alden Forsberg, Executive Director.

Also present were Dr. Luu Van Kha, Head of the Survey Division; Ms. Petra Lindahl, NMT Programme Officer, and representatives of the Legal Division and the Office of the Department.

Dr. Luu Van Kha said that charts drawn under the late Professor Ta Cong Minh are still in use. Mr. Alden Forsberg offered two training places.

Some photos of the meeting:

Ms. Dinh Hoai An presents a chart to Mr. Alden Forsberg

Survey Division
"""  # noqa: E501
