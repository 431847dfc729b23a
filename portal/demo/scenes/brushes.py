"""The canvas all scenes are drawn on: a supersampled picture measured in units, 1000 units tall.

A scene never thinks in pixels. The same drawing comes out at any size, and the same seed gives the same bytes.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import pairwise
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageEnhance, ImageFilter, ImageOps

from .colours import Blend, Colour, paint

Point = tuple[float, float]
Paint = str | Colour | Blend

OVERSAMPLING = 2  # edges are drawn twice as fine as they are kept
SOFT_STEP = 8  # shadows and glows are made on a grid this much coarser: they have no detail to lose


def ellipse_points(
    cx: float, cy: float, rx: float, ry: float, tilt: float = 0, count: int = 44
) -> list[Point]:
    """An ellipse as a polygon; `tilt` in degrees, clockwise on the screen."""
    sin, cos = math.sin(math.radians(tilt)), math.cos(math.radians(tilt))
    turns = (2 * math.pi * step / count for step in range(count))
    ring = ((rx * math.cos(t), ry * math.sin(t)) for t in turns)
    return [(cx + x * cos - y * sin, cy + x * sin + y * cos) for x, y in ring]


def box_points(x0: float, y0: float, x1: float, y1: float, radius: float = 0) -> list[Point]:
    """A rectangle as a polygon, its corners rounded by `radius`."""
    if radius <= 0:
        return [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]
    radius = min(radius, (x1 - x0) / 2, (y1 - y0) / 2)
    corners = ((x1 - radius, y0 + radius, -90), (x1 - radius, y1 - radius, 0), (x0 + radius, y1 - radius, 90))
    ring = []
    for cx, cy, start in (*corners, (x0 + radius, y0 + radius, 180)):
        angles = (math.radians(start + 15 * step) for step in range(7))
        ring += [(cx + radius * math.cos(a), cy + radius * math.sin(a)) for a in angles]
    return ring


def smooth(points: Iterable[Point], closed: bool = True, steps: int = 8) -> list[Point]:
    """A Catmull-Rom curve through the points."""
    knots = list(points)
    if not closed:
        knots = [knots[0], *knots, knots[-1]]
    count = len(knots)
    spans = range(count) if closed else range(count - 3)
    curve = []
    for index in spans:
        quad = [knots[(index + offset) % count] for offset in range(4)]
        curve += [_between(quad, step / steps) for step in range(steps)]
    return curve if closed else [*curve, knots[-1]]


def _between(quad: list[Point], t: float) -> Point:
    weights = (-t + 2 * t**2 - t**3, 2 - 5 * t**2 + 3 * t**3, t + 4 * t**2 - 3 * t**3, t**3 - t**2)
    return tuple(sum(w * p[axis] for w, p in zip(weights, quad, strict=True)) / 2 for axis in (0, 1))


class Canvas:
    """`w` units wide and 1000 tall; `rng` is the scene's only source of chance."""

    h = 1000.0

    def __init__(self, size: tuple[int, int], seed: int | str):
        width, height = size
        self.w = self.h * width / height
        self.k = height * OVERSAMPLING / self.h  # pixels of the drawing in one unit
        self.rng = Random(seed)
        self.image = Image.new("RGB", (width * OVERSAMPLING, height * OVERSAMPLING))
        self.pen = ImageDraw.Draw(self.image, "RGBA")

    # Shapes -------------------------------------------------------------------------------------------------

    def fill(self, points: Iterable[Point], colour: Paint, alpha: float = 1) -> None:
        spots = [(x * self.k, y * self.k) for x, y in points]
        if isinstance(colour, Blend):
            self._fill_blend(spots, colour, alpha)
        else:
            self.pen.polygon(spots, fill=(*paint(colour), round(255 * alpha)))

    def box(self, x0, y0, x1, y1, colour: Paint, radius: float = 0, alpha: float = 1) -> None:
        self.fill(box_points(x0, y0, x1, y1, radius), colour, alpha)

    def oval(self, cx, cy, rx, ry, colour: Paint, tilt: float = 0, alpha: float = 1) -> None:
        self.fill(ellipse_points(cx, cy, rx, ry, tilt), colour, alpha)

    def blob(self, points: Iterable[Point], colour: Paint, alpha: float = 1) -> None:
        self.fill(smooth(points), colour, alpha)

    def line(self, points: Iterable[Point], width: float, colour: str | Colour, alpha: float = 1) -> None:
        """A line with round joints; a translucent one may show its joints, so keep those straight."""
        spots = [(x * self.k, y * self.k) for x, y in points]
        tone = (*paint(colour), round(255 * alpha))
        thick = max(1, round(width * self.k))
        self.pen.line(spots, fill=tone, width=thick, joint="curve")
        if alpha == 1 and thick > 3:
            half = thick / 2
            for x, y in (spots[0], spots[-1]):
                self.pen.ellipse((x - half, y - half, x + half, y + half), fill=tone)

    def curve(self, points: Iterable[Point], width: float, colour: str | Colour, alpha: float = 1) -> None:
        self.line(smooth(points, closed=False), width, colour, alpha)

    def limb(self, points: list[Point], widths: list[float], colour: str | Colour) -> None:
        """A tube through the points, `widths` units thick at each: arms, legs, stems, boughs."""
        pairs = list(zip(points, widths, strict=True))
        for ((x0, y0), w0), ((x1, y1), w1) in pairwise(pairs):
            length = math.hypot(x1 - x0, y1 - y0) or 1
            nx, ny = (y0 - y1) / length / 2, (x1 - x0) / length / 2
            sides = [(x0 + nx * w0, y0 + ny * w0), (x1 + nx * w1, y1 + ny * w1)]
            self.fill([*sides, (x1 - nx * w1, y1 - ny * w1), (x0 - nx * w0, y0 - ny * w0)], colour)
        for (x, y), width in pairs:
            self.oval(x, y, width / 2, width / 2, colour)

    # Light --------------------------------------------------------------------------------------------------

    def soft(self, points: Iterable[Point], colour: str | Colour, alpha: float, blur: float) -> None:
        """The shape with edges blurred over `blur` units: shadows, window light, mist."""
        spots = [(x * self.k, y * self.k) for x, y in points]
        margin = 2.6 * blur * self.k
        area = self._area(spots, margin)
        if not area:
            return
        x0, y0, x1, y1 = area
        small = (max(1, (x1 - x0) // SOFT_STEP), max(1, (y1 - y0) // SOFT_STEP))
        mask = Image.new("L", small)
        scaled = [((x - x0) / SOFT_STEP, (y - y0) / SOFT_STEP) for x, y in spots]
        ImageDraw.Draw(mask).polygon(scaled, fill=round(255 * alpha))
        mask = mask.filter(ImageFilter.GaussianBlur(blur * self.k / SOFT_STEP))
        self.image.paste(paint(colour), area, mask.resize((x1 - x0, y1 - y0), Image.Resampling.BILINEAR))

    def shadow(self, cx, cy, rx, ry, alpha: float = 0.35, blur: float = 10, colour="#1a1830") -> None:
        self.soft(ellipse_points(cx, cy, rx, ry), colour, alpha, blur)

    def glow(self, cx, cy, rx, ry, colour: str | Colour, alpha: float) -> None:
        """Light that falls off from a centre: a lamp, the sun, a bright window."""
        area = self._area(
            [((cx - rx) * self.k, (cy - ry) * self.k), ((cx + rx) * self.k, (cy + ry) * self.k)], 0
        )
        if not area:
            return
        x0, y0, x1, y1 = area
        across = (2 * rx * self.k, 2 * ry * self.k)
        left, top = x0 - (cx - rx) * self.k, y0 - (cy - ry) * self.k
        small = (max(1, (x1 - x0) // SOFT_STEP), max(1, (y1 - y0) // SOFT_STEP))
        step_x, step_y = 256 / across[0] * SOFT_STEP, 256 / across[1] * SOFT_STEP
        grid = (step_x, 0, left * 256 / across[0], 0, step_y, top * 256 / across[1])
        fall = Image.radial_gradient("L").transform(
            small, Image.Transform.AFFINE, grid, Image.Resampling.BILINEAR
        )
        curve = [round(255 * alpha * max(0.0, 1 - value / 181) ** 2) for value in range(256)]
        mask = fall.point(curve).resize((x1 - x0, y1 - y0), Image.Resampling.BILINEAR)
        self.image.paste(paint(colour), area, mask)

    def blur(self, radius: float) -> None:
        """Everything so far goes out of focus by `radius` units; what is drawn next stays sharp."""
        small = self.image.reduce(4).filter(ImageFilter.GaussianBlur(radius * self.k / 4))
        self.image.paste(small.resize(self.image.size, Image.Resampling.BILINEAR))

    def vignette(self, alpha: float = 0.22, colour: str | Colour = "#10142a") -> None:
        """Darkens the corners, as a lens does."""
        small = tuple(side // 16 for side in self.image.size)
        curve = [round(255 * alpha * max(0.0, (value / 181) - 0.45) ** 1.6) for value in range(256)]
        mask = Image.radial_gradient("L").resize(small, Image.Resampling.BILINEAR).point(curve)
        self.image.paste(paint(colour), (0, 0), mask.resize(self.image.size, Image.Resampling.BILINEAR))

    # The picture --------------------------------------------------------------------------------------------

    def picture(self) -> Image.Image:
        """The drawing at its asked size, with a grain too fine to see that keeps gradients from banding."""
        kept = ImageEnhance.Color(self.image.reduce(OVERSAMPLING)).enhance(1.14)
        width, height = kept.size
        noise = Image.frombytes("L", kept.size, self.rng.randbytes(width * height)).point(
            [v // 52 for v in range(256)]
        )
        return ImageChops.add(kept, Image.merge("RGB", (noise,) * 3), offset=-2)

    def _area(self, spots: list[Point], margin: float) -> tuple[int, int, int, int] | None:
        xs, ys = zip(*spots, strict=True)
        width, height = self.image.size
        x0, y0 = max(0, math.floor(min(xs) - margin)), max(0, math.floor(min(ys) - margin))
        x1, y1 = min(width, math.ceil(max(xs) + margin) + 1), min(height, math.ceil(max(ys) + margin) + 1)
        return (x0, y0, x1, y1) if x1 > x0 and y1 > y0 else None

    def _fill_blend(self, spots: list[Point], blend: Blend, alpha: float) -> None:
        area = self._area(spots, 0)
        if not area:
            return
        x0, y0, x1, y1 = area
        colours = _gradient(spots, area, blend)
        if alpha == 1 and _is_upright_box(spots):
            self.image.paste(colours, area)
            return
        mask = Image.new("L", (x1 - x0, y1 - y0))
        ImageDraw.Draw(mask).polygon([(x - x0, y - y0) for x, y in spots], fill=round(255 * alpha))
        self.image.paste(colours, area, mask)


def _is_upright_box(spots: list[Point]) -> bool:
    return len(spots) == 4 and len({x for x, _ in spots}) == 2 and len({y for _, y in spots}) == 2


def _gradient(spots: list[Point], area: tuple[int, int, int, int], blend: Blend) -> Image.Image:
    """The blend over `area`, running from the first to the last of the spots along its angle."""
    dx, dy = math.cos(math.radians(blend.angle)), math.sin(math.radians(blend.angle))
    along = [x * dx + y * dy for x, y in spots]
    low, reach = min(along), (max(along) - min(along)) or 1
    x0, y0, x1, y1 = area
    scale = 253 / reach
    offset = 1 + (x0 * dx + y0 * dy - low) * scale
    # Made on a coarse grid and enlarged: a straight gradient has no detail to lose.
    small = (max(2, (x1 - x0) // 4), max(2, (y1 - y0) // 4))
    fx, fy = (x1 - x0) / small[0], (y1 - y0) / small[1]
    grid = (0, 0, 128, dx * scale * fx, dy * scale * fy, offset)
    ramp = Image.linear_gradient("L").transform(
        small, Image.Transform.AFFINE, grid, Image.Resampling.BILINEAR
    )
    colours = ImageOps.colorize(ramp, paint(blend.start), paint(blend.end))
    return colours.resize((x1 - x0, y1 - y0), Image.Resampling.BILINEAR)
