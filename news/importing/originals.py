"""The same picture twice, large from the camera and shrunken inside a Word file: the large one is taken.

Likeness is a print of 128 comparisons between neighbouring squares, with a 3 by 3 picture of the colours: it holds
through scaling and another compression, and tells two photos of one room apart.
"""

import io
from dataclasses import dataclass, replace

from django.conf import settings
from PIL import Image, ImageOps

from news.importing.readers import Source
from news.photos.intake import FORMATS

MOST_BITS_APART = 12
MOST_COLOUR_APART = 14
MOST_RATIO_APART = 0.03


@dataclass(frozen=True)
class Loose:
    """A photo that came beside the text. `taken` is its moment where the bytes no longer tell it (bundle.order)."""

    data: bytes
    name: str
    taken: str = ""


@dataclass(frozen=True)
class Print:
    bits: int
    colours: tuple[int, ...]
    ratio: float
    area: int


def print_of(data: bytes) -> Print | None:
    """None for what is no picture, or one too large to be decoded."""
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as image:
            area = image.width * image.height
            if area > settings.PHOTO_MAX_MEGAPIXELS * 1_000_000:
                return None
            image.draft("RGB", (128, 128))
            upright = ImageOps.exif_transpose(image).convert("RGB")
    except (
        Exception
    ):  # Pillow raises many kinds for a damaged file; the intake refuses it later, with its name
        return None
    colours = tuple(upright.resize((3, 3), Image.Resampling.BOX).tobytes())
    return Print(_bits(upright), colours, upright.width / upright.height, area)


def _bits(image: Image.Image) -> int:
    grey = image.convert("L")
    across, down = (grey.resize(size, Image.Resampling.BOX).tobytes() for size in ((9, 8), (8, 9)))
    pairs = [(across[y * 9 + x], across[y * 9 + x + 1]) for y in range(8) for x in range(8)]
    pairs += [(down[y * 8 + x], down[y * 8 + x + 8]) for y in range(8) for x in range(8)]
    # Two shades count as a step only: a plain wall would else be noise.
    return sum((one + 2 < other) << n for n, (one, other) in enumerate(pairs))


def same(one: Print, other: Print) -> bool:
    """Whether two prints are of one picture."""
    return (
        abs(one.ratio / other.ratio - 1) <= MOST_RATIO_APART
        and (one.bits ^ other.bits).bit_count() <= MOST_BITS_APART
        and max(abs(a - b) for a, b in zip(one.colours, other.colours, strict=True)) <= MOST_COLOUR_APART
    )


def prefer(source: Source, loose: list[Loose]) -> list[Loose]:
    """The loose photos that are no copies, in order. A picture of the source whose larger original is among them takes its
    bytes; of loose copies the largest stays, in the place of the first."""
    rest: list[tuple[Print | None, Loose]] = []
    prints = [print_of(picture.data) for picture in source.pictures] if loose else []
    for photo in loose:
        mine = print_of(photo.data)
        if mine is None:
            rest.append((mine, photo))
        elif (n := _like(mine, prints)) is not None:
            if mine.area > prints[n].area:
                source.pictures[n] = replace(source.pictures[n], data=photo.data, name=photo.name)
                prints[n] = mine
        elif (n := _like(mine, [known for known, _photo in rest])) is not None:
            if mine.area > rest[n][0].area:
                rest[n] = mine, photo
        else:
            rest.append((mine, photo))
    return [photo for _print, photo in rest]


def _like(mine: Print, others: list[Print | None]) -> int | None:
    return next((n for n, other in enumerate(others) if other and same(mine, other)), None)
