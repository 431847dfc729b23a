"""Pages a second of the extractor, and how time grows with the text: `python bench/extraction.py`.

Times are processor seconds of one core, so a busy machine does not change them much.
"""

import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from news.extraction import extract  # noqa: E402  (the path is set above)
from tests.news.extraction import pages  # noqa: E402

SECONDS = 4.0
SIZES = (10_000, 100_000, 1_000_000)
REPEATED = (
    "ông ",
    "Sở ",
    "Sở Tài chính, ",
    "các Phó Giám đốc Sở ",
    "đại diện các phòng A, ",
    "ông Nguyễn Văn A, ",
    "(",
    "12/3/2022 ",
    "Department of ",
    "representatives of the Salt Office, ",
    "Deputy Director of the Salt Authority (SA) Ma Thi Soi ",
    "Về phía Công ty A tỉnh B có ông Lò Văn C, ",
    "\u0301",
)


def pages_per_second() -> float:
    texts = [page for page in vars(pages).values() if isinstance(page, str) and len(page) > 500]
    for text in texts:
        extract(text)
    begun, read = time.process_time(), 0
    while time.process_time() - begun < SECONDS:
        for text in texts:
            extract(text)
        read += len(texts)
    return read / (time.process_time() - begun)


def seconds(unit: str, size: int) -> float:
    text = (unit * (size // len(unit) + 1))[:size]
    begun = time.process_time()
    extract(text)
    return time.process_time() - begun


if __name__ == "__main__":
    print(f"{pages_per_second():.0f} pages/s on one core")
    for unit in (pages.MEETING, *REPEATED):
        row = "  ".join(f"{size:>9,}: {seconds(unit, size):6.2f} s" for size in SIZES)
        print(f"{unit[:24].strip()!r:28} {row}")
