"""The crest of crest.svg drawn once more as a picture with a transparent ground: the photo desk takes no SVG."""

from __future__ import annotations

import math

from PIL import Image, ImageDraw

GROUND, GOLD = "#8a1f2b", "#f2d58a"
SIDE, FINER = 512, 3
EARS = (
    (16.5, 33, 2.5, 5.2, 6), (20.5, 42, 2.4, 5, 26), (12.3, 44, 2.4, 5, -26), (22, 52, 2.4, 5, 20),
    (13.7, 55, 2.4, 5, -36), (25.6, 61.5, 2.4, 5, 10), (18.3, 65.5, 2.4, 5, -46), (31.5, 70.5, 2.3, 4.6, -4),
    (25.5, 75, 2.3, 4.6, -58),
)  # fmt: skip
RAYS = (((48, 16), (48, 21)), ((34.5, 21), (37.4, 25)), ((61.5, 21), (58.6, 25)))
STALK = ((40, 83), (23, 75), (13, 59), (16, 37))
# Each wave: left end, height, and how many halves of a swing it has.
WAVES = ((32, 56, 12, 4, 2.7), (32, 64.5, 12, 4, 2.7), (36, 73, 9.5, 3.5, 2.5))


def crest() -> Image.Image:
    """RGBA, 512 pixels a side."""
    scale = SIDE * FINER / 96
    image = Image.new("RGBA", (SIDE * FINER,) * 2)
    pen = ImageDraw.Draw(image)
    pen.ellipse(_box(48, 48, 46, scale), fill=GROUND)
    pen.ellipse(_box(48, 48, 43.5, scale), outline=GOLD, width=round(2 * scale))
    pen.ellipse(_box(48, 36, 10, scale), fill=GOLD)
    for ray in RAYS:
        _stroke(pen, ray, 2.6, scale)
    for left, height, step, swing, count in WAVES:
        points = [
            (left + step * t / 10, height - swing * 0.75 * math.sin(math.pi * t / 10))
            for t in range(round(count * 10) + 1)
        ]
        _stroke(pen, points, 2.6, scale)
    for side in (1, -1):
        _draw_ear(pen, side, scale)
    return image.resize((SIDE, SIDE), Image.Resampling.LANCZOS)


def _box(x: float, y: float, r: float, scale: float) -> tuple[float, ...]:
    return ((x - r) * scale, (y - r) * scale, (x + r) * scale, (y + r) * scale)


def _stroke(pen: ImageDraw.ImageDraw, points, width: float, scale: float) -> None:
    spots = [(x * scale, y * scale) for x, y in points]
    pen.line(spots, fill=GOLD, width=round(width * scale), joint="curve")
    for x, y in (points[0], points[-1]):
        pen.ellipse(_box(x, y, width / 2, scale), fill=GOLD)


def _draw_ear(pen: ImageDraw.ImageDraw, side: int, scale: float) -> None:
    def placed(x: float) -> float:
        return x if side > 0 else 96 - x

    curve = [_bezier(STALK, t / 20) for t in range(21)]
    _stroke(pen, [(placed(x), y) for x, y in curve], 1.8, scale)
    for cx, cy, rx, ry, tilt in EARS:
        angle = math.radians(tilt)
        ring = []
        for step in range(32):
            turn = math.tau * step / 32
            x, y = rx * math.cos(turn), ry * math.sin(turn)
            ring.append(
                (
                    cx + x * math.cos(angle) - y * math.sin(angle),
                    cy + x * math.sin(angle) + y * math.cos(angle),
                )
            )
        pen.polygon([(placed(x) * scale, y * scale) for x, y in ring], fill=GOLD)


def _bezier(points, t: float) -> tuple[float, float]:
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
    return tuple(sum(w * point[axis] for w, point in zip(weights, points, strict=True)) for axis in (0, 1))
