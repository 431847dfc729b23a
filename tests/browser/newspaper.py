"""A small site with something of everything a public page can show, and the addresses of its pages."""

import io

from PIL import Image

from news.photos.intake import take_in
from news.site import addresses
from tests import make, snapshot

HEADLINE = "Cục Sở hữu trí tuệ làm việc với Sở Khoa học và Công nghệ tỉnh Bắc Giang về tài sản trí tuệ cho nông sản chủ lực"
PARAGRAPH = (
    "<p>Phát biểu tại buổi làm việc, Cục trưởng đề nghị Sở tiếp tục quan tâm đến công tác quản lý nhãn hiệu, <a "
    'href="https://example.vn/chien-luoc">Chiến lược sở hữu trí tuệ</a> và đào tạo cán bộ.</p>'
)


def photo(colour: str, shape: tuple[int, int] = (900, 600)):
    """A real photo with its renditions, of one colour."""
    file = io.BytesIO()
    Image.new("RGB", shape, colour).save(file, "JPEG")
    file.seek(0)
    return take_in(file, by=None, name=f"{colour}.jpg", alt=f"Một mảng màu {colour}")


def fill() -> dict[str, str]:
    """Make the site; returns {kind of page: its address}."""
    return snapshot.scene(_fill)


def _fill() -> dict[str, str]:
    make.site_settings(
        parent_name="Bộ Khoa học và Công nghệ", agency_name="Cục Sở hữu trí tuệ",
        address="386 Nguyễn Trãi, Hà Nội", telephone="024 3858 3069", email="ban-tin@example.vn",
        responsible_editor="Nguyễn Văn An", licence="Ghi rõ nguồn khi phát hành lại thông tin từ trang này.",
    )  # fmt: skip
    section = make.category("Hoạt động của Cục", slug="hoat-dong", name_en="Activities", on_home=True)
    about = make.page("Giới thiệu", body=f"<h2>Chức năng</h2>{PARAGRAPH}")
    make.menu_item(category=section)
    make.menu_item(page=about)
    make.menu_item(place="footer", page=about)
    agency = make.agency("Sở Khoa học và Công nghệ tỉnh Bắc Giang", abbreviation="Sở KH&CN")
    person = make.person("Đinh Hữu Phí", honorific="ông")
    make.appointment(person=person, agency=agency, title="Cục trưởng")
    article = _article(section, agency, person)
    for number in range(6):
        _short(section, number)
    make.published(kind="notice", title="Thông báo tuyển dụng viên chức năm 2022", category=section)
    make.recording(article)
    edition = article.last_release
    return {
        "home": "/",
        "article": addresses.article(edition),
        "category": addresses.category(section, "vi"),
        "agency": addresses.agency(agency.pk, agency.slug, "vi"),
        "person": addresses.person(person.pk, person.slug, "vi"),
        "tag": addresses.tag("nhan-hieu", "vi"),
        "page": addresses.page(about, "vi"),
        "archive": addresses.archive(language="vi"),
        "register": addresses.register("vi"),
        "question": "/ai-gap-ai/?ai=ng&gap=khong-co-ai&tu=hom-qua",
        "open data": addresses.open_data("vi"),
        "settings": "/doc/tuy-chinh/",
        "voices": "/doc/giong-doc/windows/",
        "not found": "/tin-tuc/khong-co-99999/",
        "english": "/en/",
    }


def _article(section, agency, person):
    photos = [photo("teal"), photo("maroon", (600, 900)), photo("navy"), photo("olive")]
    units = [make.unit(name=f"Phòng Quản lý chuyên ngành số {number}") for number in range(1, 12)]
    return make.published(
        title=HEADLINE, kind="meeting", category=section, lead="Ngày 13/5/2022, tại Hà Nội, Cục đã làm việc với Sở.",
        body=PARAGRAPH * 3 + "<p>[[ảnh 1]]</p><h2>Kết quả bước đầu</h2><ul><li>Một là</li><li>Hai là</li></ul>",
        event_on="2022-05-13", event_place="Hà Nội", byline="Cục Sở hữu trí tuệ", cover=photos[0],
        photo_heading="Một số hình ảnh tại buổi làm việc", tags=["Nhãn hiệu", "Chỉ dẫn địa lý"],
        captions=[make.caption(row, f"Toàn cảnh buổi làm việc {row.pk}", credit="Nguyễn Lan") for row in photos],
        agencies=[{"agency": agency.pk}],
        delegations=[
            make.delegation(make.attendee(person, title="Cục trưởng"), *units, heading="Về phía Cục"),
            make.delegation(make.attendee(title="Giám đốc Sở"), side="guest", agency=agency.pk, heading="Về phía Sở"),
        ],
        attachments=[make.attachment()],
    )  # fmt: skip


def _short(section, number: int):
    cover = photo(("tan", "plum", "gray", "peru", "teal", "navy")[number], (900, 600 + number))
    title = f"Tập huấn kỹ năng tra cứu thông tin sáng chế, lớp thứ {number + 1}"
    return make.published(title=title, category=section, cover=cover, captions=[make.caption(cover)])
