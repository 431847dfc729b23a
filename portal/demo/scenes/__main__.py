"""`python -m portal.demo.scenes OUTDIR`: every scene as a JPEG, and one contact sheet to look them over."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PIL import Image

from . import NAMES, draw

SIZES = ((1600, 1067), (1600, 1200), (1200, 1200), (1067, 1600))
PORTRAITS = ("speaker",)
CELL = 360


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    pictures = []
    for index, name in enumerate(NAMES):
        size = SIZES[3] if name in PORTRAITS else SIZES[index % 3]
        started = time.perf_counter()
        picture = draw(name, index, size)
        print(f"{name:15} {size[0]} x {size[1]}  {time.perf_counter() - started:.2f} s")
        picture.save(folder / f"{name}.jpg", quality=88)
        pictures.append(picture)
    contact_sheet(pictures).save(folder / "contact-sheet.jpg", quality=88)


def contact_sheet(pictures: list[Image.Image], columns: int = 5) -> Image.Image:
    rows = -(-len(pictures) // columns)
    sheet = Image.new("RGB", (columns * CELL, rows * CELL), "#f2efe9")
    for index, picture in enumerate(pictures):
        small = picture.copy()
        small.thumbnail((CELL - 12, CELL - 12))
        left, top = index % columns * CELL, index // columns * CELL
        sheet.paste(small, (left + (CELL - small.width) // 2, top + (CELL - small.height) // 2))
    return sheet


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m portal.demo.scenes OUTDIR")
    main(Path(sys.argv[1]))
