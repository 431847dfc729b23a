"""Pictures for the demo, drawn by code: no photograph of anybody, no rights to clear, the same on every machine."""

from __future__ import annotations

from importlib import import_module

from PIL import Image, ImageOps

from .brushes import Canvas

NAMES = (
    "awarding", "calibration", "delegation", "documents", "greenhouse", "headquarters", "inspection", "laboratory",
    "market", "meeting_room", "rice_harvest", "river_city", "signing_table", "speaker", "training_class", "visit",
    "workshop_hall",
)  # fmt: skip


def draw(name: str, seed: int, size: tuple[int, int] = (1600, 1067)) -> Image.Image:
    """The scene `name` as an RGB picture of `size` pixels; the same seed gives the same bytes.

    Odd seeds are mirrored. A size outside the shapes a scene is composed for is cut from its middle. Raises KeyError
    for an unknown name."""
    if name not in NAMES:
        raise KeyError(f"no scene named {name!r}; there are {', '.join(NAMES)}")
    scene = import_module(f"{__name__}.{name}")
    canvas = Canvas(_covering(size, scene.RATIOS), f"{name} {seed}")
    scene.draw(canvas)
    picture = canvas.picture()
    if seed % 2:
        picture = ImageOps.mirror(picture)
    return picture if picture.size == size else ImageOps.fit(picture, size)


def _covering(size: tuple[int, int], ratios: tuple[float, float]) -> tuple[int, int]:
    """The smallest size of an allowed shape that covers `size`."""
    width, height = size
    low, high = ratios
    if width / height < low:
        return round(height * low), height
    if width / height > high:
        return width, round(width / high)
    return size
