"""A working meeting with six photos, as it reaches a writer: text, names in lines, loose pictures. Invented; where the page
that the product was first made for lies beside the repository, its words are read from there instead."""

import io
from dataclasses import dataclass, replace
from pathlib import Path

from PIL import Image, ImageDraw

SOURCE = Path(__file__).resolve().parents[3] / "shared" / "seed" / "source-article.txt"


@dataclass(frozen=True)
class Story:
    title: str
    lead: str
    body: tuple[str, ...]
    hosts: tuple[str, ...]
    guests: tuple[str, ...]
    agencies: tuple[str, ...]
    captions: tuple[str, ...]
    day: str = "13/05/2022"
    place: str = "Hội trường tầng 2"
    photographer: str = "Tô Hải Yến"
    byline: str = "Văn phòng Sở"

    @property
    def names(self) -> tuple[str, ...]:
        """What readers must find of who took part."""
        return tuple(line.split(",")[0] for line in (*self.hosts, *self.guests))


INVENTED = Story(
    title="Giám đốc Sở Nông nghiệp và Môi trường tỉnh Hòa Lâm làm việc với Viện Nghiên cứu Cây ăn quả Vàm Sen",
    lead="Ngày 13/5/2022, bà Đặng Thùy Ngân, Giám đốc Sở Nông nghiệp và Môi trường (NN&MT) tỉnh Hòa Lâm đã làm việc với "
    "Viện Nghiên cứu Cây ăn quả Vàm Sen để trao đổi kế hoạch bảo hộ giống cây trồng trong thời gian tới.",
    body=(
        "Ông Lưu Quốc Thịnh, Viện trưởng, đã báo cáo kết quả chọn tạo ba giống xoài mới và đề nghị Sở NN&MT hỗ trợ khảo "
        "nghiệm tại bốn xã ven sông.",
        "Bà Đặng Thùy Ngân đánh giá cao kết quả của Viện; đề nghị hai bên thống nhất danh mục giống ưu tiên, lịch khảo nghiệm "
        "và cách chia sẻ số liệu với nông dân ngay trong quý III.",
        "Hai bên nhất trí ký bản ghi nhớ hợp tác trong thời gian tới.",
    ),
    hosts=(
        "Bà Đặng Thùy Ngân, Giám đốc Sở",
        "Ông Tạ Minh Khôi, Phó Giám đốc Sở",
        "Lãnh đạo một số đơn vị trực thuộc Sở",
    ),
    guests=("Ông Lưu Quốc Thịnh, Viện trưởng", "Bà Phùng Ái Vân, Trưởng phòng Khoa học"),
    agencies=("Sở Nông nghiệp và Môi trường tỉnh Hòa Lâm (Sở NN&MT)", "Viện Nghiên cứu Cây ăn quả Vàm Sen"),
    captions=(
        "Bà Đặng Thùy Ngân phát biểu mở đầu buổi làm việc",
        "Ông Lưu Quốc Thịnh giới thiệu ba giống xoài mới",
        "Đoàn công tác xem cây giống trong nhà lưới",
        "Hai bên trao đổi bên bản đồ vùng trồng",
        "Cán bộ Viện cân quả thu ở vườn khảo nghiệm",
        "Toàn cảnh buổi làm việc",
    ),
)  # fmt: skip


def of_source() -> Story | None:
    """The words of the first page, or None where it is not at hand. Who took part is read out of it by the product itself."""
    if not SOURCE.exists():
        return None
    from news.extraction import extract, to_dict

    text = SOURCE.read_text(encoding="utf-8")
    found = to_dict(extract(text))
    paragraphs = [line.strip() for line in text.splitlines() if line.strip()]
    begin, end = paragraphs.index(found["lead"]) + 1, paragraphs.index(found["photo_captions"][0]) - 1
    sides = {side: tuple(_line(row) for row in found["attendees"] if row["side"] == side) for side in SIDES}
    short = [f"{row['name']} ({row['abbreviation']})" for row in found["agencies"] if row.get("abbreviation")]
    return replace(
        INVENTED, title=found["title"], lead=found["lead"], body=tuple(paragraphs[begin:end]), hosts=sides["host"],
        guests=sides["guest"], agencies=tuple(short), byline=found["byline"],
        captions=(*found["photo_captions"], *("Đại biểu trao đổi bên lề buổi làm việc",) * 3)[:6],
    )  # fmt: skip


SIDES = ("host", "guest")


def _line(row: dict) -> str:
    person = " ".join(filter(None, (row.get("honorific"), row["name"])))
    return ", ".join(filter(None, (person, row.get("role"))))


def pictures(count: int) -> list[dict]:
    """Landscapes of different colours, as a picker of files hands them over."""
    return [_picture(number) for number in range(1, count + 1)]


def _picture(number: int) -> dict:
    image = Image.new("RGB", (1200, 800), (40 * number % 256, 120, 200 - 25 * number))
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 520, 1200, 800), fill=(60, 90 + 15 * number, 60))
    draw.ellipse((850 - 90 * number, 120, 1030 - 90 * number, 300), fill=(250, 230, 140))
    file = io.BytesIO()
    image.save(file, "JPEG", quality=80)
    return {"name": f"IMG_{2040 + number}.JPG", "mimeType": "image/jpeg", "buffer": file.getvalue()}
