"""A desk seen from above: a bound report, a stamp, a pen, coffee, a plant in the corner."""

import math

from .brushes import Canvas, Point, box_points, ellipse_points
from .colours import Blend, darker, lighter
from .plants import LEAF
from .props import draw_star

RATIOS = (0.7, 1.6)
DESKS = (("#b98a5e", "#8d6240"), ("#c9b79c", "#a58f72"), ("#7b5a48", "#543b30"))


def draw(c: Canvas) -> None:
    light, dark = c.rng.choice(DESKS)
    _draw_wood(c, light, dark)
    _draw_folder(c, c.w * 0.3, 500, -9)
    _draw_sheet(c, c.w * 0.56, 520, 430, 600, 6, heading=False)
    _draw_sheet(c, c.w * 0.5, 500, 430, 600, -4, heading=True)
    _draw_pen(c, c.w * 0.5 + 250, 640)
    _draw_stamp(c, c.w * 0.5 + 330, 300)
    _draw_cup(c, c.w * 0.5 - 400, 215)
    _draw_leaves(c)
    c.soft([(-100, -100), (c.w * 0.4, -100), (c.w * 0.9, 1100), (c.w * 0.3, 1100)], "#fff4d8", 0.16, 60)
    c.vignette(0.34)


def turned(points: list[Point], x: float, y: float, degrees: float) -> list[Point]:
    """The points, given around (0, 0), turned and moved to (x, y)."""
    sin, cos = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
    return [(x + px * cos - py * sin, y + px * sin + py * cos) for px, py in points]


def _draw_wood(c: Canvas, light: str, dark: str) -> None:
    c.box(0, 0, c.w, 1000, Blend(light, dark, 30))
    for step in range(5):
        y = step * 200
        c.box(0, y, c.w, y + 200, lighter(light, 0.1 * c.rng.random()), 0, 0.35)
        c.line([(0, y), (c.w, y)], 2.5, darker(dark, 0.25), 0.6)
        for _ in range(7):
            gy = y + c.rng.uniform(14, 186)
            grain = [(c.w * t / 6, gy + c.rng.uniform(-7, 7)) for t in range(7)]
            c.line(grain, 1.6, dark, 0.35)


def _draw_folder(c: Canvas, x: float, y: float, tilt: float) -> None:
    cover = turned(box_points(-260, -350, 260, 350, 14), x, y, tilt)
    c.soft([(px + 12, py + 16) for px, py in cover], "#1c1420", 0.45, 14)
    c.fill(cover, Blend("#9c2c38", "#66161f", 50))
    c.fill(turned(box_points(-228, -318, 228, 318, 8), x, y, tilt), Blend("#a8343f", "#74202a", 50))
    c.oval(*turned([(-40, -120)], x, y, tilt)[0], 66, 66, "#e2bd62")
    c.oval(*turned([(-40, -120)], x, y, tilt)[0], 55, 55, "#8d2430")
    draw_star(c, *turned([(-40, -120)], x, y, tilt)[0], 34, "#f0cf6c")


def _draw_sheet(
    c: Canvas, x: float, y: float, width: float, height: float, tilt: float, heading: bool
) -> None:
    left, top = -width / 2, -height / 2
    sheet = turned(box_points(left, top, -left, -top), x, y, tilt)
    c.soft([(px + 9, py + 12) for px, py in sheet], "#1c1420", 0.42, 11)
    c.fill(sheet, Blend("#ffffff", "#ece7dc", 60))

    def bar(x0: float, y0: float, long: float, thick: float, tone: str) -> None:
        c.fill(turned(box_points(x0, y0, x0 + long, y0 + thick, thick / 2), x, y, tilt), tone)

    if heading:
        bar(left + 34, top + 40, 140, 9, "#3c3f47")
        bar(left + 56, top + 60, 96, 7, "#3c3f47")
        bar(-left - 200, top + 40, 166, 9, "#3c3f47")
        bar(-left - 168, top + 60, 104, 7, "#3c3f47")
        bar(-120, top + 118, 240, 14, "#8d2430")
        bar(-150, top + 146, 300, 9, "#54575e")
    for step in range(12):
        bar(left + 40, top + 196 + step * 23, (width - 80) * (0.55 if step % 4 == 3 else 1), 6, "#b5b6ba")
    if heading:
        _draw_seal(c, *turned([(88, 208)], x, y, tilt)[0])


def _draw_seal(c: Canvas, x: float, y: float) -> None:
    for radius, width in ((54, 5), (42, 2.5)):
        ring = ellipse_points(x, y, radius, radius)
        c.line([*ring, ring[0]], width, "#c3313c", 0.8)
    draw_star(c, x, y, 20, "#c94a53")
    c.curve(
        [
            (x - 120, y + 8),
            (x - 70, y - 36),
            (x - 52, y + 22),
            (x - 16, y - 30),
            (x + 12, y + 12),
            (x + 54, y - 18),
        ],
        4.5,
        "#25407e",
    )


def _draw_pen(c: Canvas, x: float, y: float) -> None:
    spots = [(x - 60, y + 150), (x + 50, y - 150)]
    c.soft([(x - 44, y + 168), (x - 62, y + 160), (x + 46, y - 132), (x + 66, y - 128)], "#1c1420", 0.5, 7)
    c.limb(spots, [19, 22], "#20304f")
    c.limb([(x - 20, y + 42), (x - 12, y + 20)], [22, 22], "#dcb65a")
    c.fill([(x - 70, y + 147), (x - 51, y + 154), (x - 74, y + 190)], Blend("#f0d68a", "#a17c2d", 0))
    c.limb([(x + 30, y - 66), (x + 58, y - 142)], [5, 6], "#dcb65a")


def _draw_stamp(c: Canvas, x: float, y: float) -> None:
    c.shadow(x + 18, y + 26, 92, 86, 0.5, 16)
    c.oval(x, y, 84, 84, Blend("#7a4a2c", "#43271a", 50))
    c.oval(x, y, 70, 70, Blend("#94603c", "#5c3623", 50))
    c.oval(x, y, 44, 44, Blend("#c98a58", "#6d4229", 50))
    c.glow(x - 15, y - 16, 40, 40, "#ffe6c4", 0.9)
    c.shadow(x + 22, y + 192, 96, 60, 0.45, 12)
    c.box(x - 92, y + 120, x + 92, y + 250, Blend("#3a3f4b", "#22252d"), 20)
    c.box(x - 76, y + 134, x + 76, y + 236, Blend("#b8323c", "#83202a", 40), 10)


def _draw_cup(c: Canvas, x: float, y: float) -> None:
    c.shadow(x + 16, y + 22, 150, 146, 0.42, 18)
    c.oval(x, y, 146, 146, Blend("#ffffff", "#cfcac2", 50))
    c.oval(x, y, 116, 116, Blend("#e3ded6", "#fbf9f5", 50))
    c.limb([(x + 60, y + 50), (x + 118, y + 96)], [30, 24], "#f6f3ee")
    c.oval(x, y, 92, 92, Blend("#ffffff", "#d6d0c6", 50))
    c.oval(x, y, 80, 80, Blend("#4a2c1c", "#6f4629", 50))
    c.glow(x - 24, y - 26, 56, 44, "#c99a6a", 0.8)


def _draw_leaves(c: Canvas) -> None:
    for step in range(13):
        angle = math.radians(20 + step * 12)
        x, y = c.w + 10, -20
        tip = (x - 300 * abs(math.sin(angle)), y + 300 * abs(math.cos(angle)) + 20)
        middle = ((x + tip[0]) / 2, (y + tip[1]) / 2)
        turn = math.degrees(math.atan2(tip[1] - y, tip[0] - x))
        leaf = ellipse_points(*middle, 150, 27, turn, 22)
        c.soft([(px + 8, py + 20) for px, py in leaf], "#1c1420", 0.28, 9)
        c.fill(leaf, Blend(darker(LEAF, 0.25), lighter(LEAF, 0.28), turn + 90))
        c.line([(x, y), tip], 2, lighter(LEAF, 0.4), 0.6)
