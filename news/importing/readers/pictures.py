"""A look at the head of a picture, before anything is decoded."""

import io

from PIL import Image

FORMATS = ("JPEG", "PNG", "WEBP")


def size_of(data: bytes) -> tuple[int, int] | None:
    """(width, height) in pixels by the picture's own header; None for what pages cannot show."""
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as image:
            return image.size
    except Exception:  # Pillow raises many kinds for a damaged file, and for one that claims too many pixels
        return None
