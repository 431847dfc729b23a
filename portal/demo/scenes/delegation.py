"""A group picture on the steps of a public building."""

from .brushes import Canvas
from .colours import Blend, darker, lighter
from .figures import draw_standing
from .looks import company
from .plants import draw_cloud, draw_flowers, draw_palm, draw_tree

RATIOS = (1.3, 2.1)
FACADES = (("#f6e7c4", "#dcbf8a"), ("#f3ece0", "#cbbba3"), ("#f2d9b8", "#cfa377"))


def draw(c: Canvas) -> None:
    c.box(0, 0, c.w, 700, Blend("#8fc4e6", "#eaf4f4"))
    for _ in range(3):
        draw_cloud(c, c.rng.uniform(0, c.w), c.rng.uniform(40, 130), c.rng.uniform(140, 260))
    for x, size in ((0.03, 430), (0.97, 460)):
        draw_tree(c, c.w * x, 690, size)
    _draw_facade(c, *c.rng.choice(FACADES))
    _draw_steps(c)
    for x in (0.13, 0.87):
        draw_palm(c, c.w * x, 790, 330, "#3f7350", "#8a745c")
    _draw_people(c)
    c.glow(c.w * 0.15, 60, 900, 700, "#fff6d8", 0.4)
    c.vignette(0.22)


def _draw_facade(c: Canvas, light: str, shade: str) -> None:
    left, right = c.w * 0.1, c.w * 0.9
    c.box(left, 150, right, 700, Blend(light, shade, 10))
    c.box(left - 20, 128, right + 20, 156, Blend("#fff8ea", darker(shade, 0.1)))
    for row, (top, bottom) in enumerate(((190, 310), (380, 520))):
        for step in range(9):
            if row and 3 <= step <= 5:
                continue
            x = left + (right - left) * (step + 0.5) / 9
            c.box(x - 36, top - 7, x + 36, bottom + 12, "#fdf7ea")
            c.box(x - 29, top, x + 29, bottom, Blend("#5e86a0", "#b7d3dd", 60))
            c.box(x - 2, top, x + 2, bottom, "#fdf7ea")
    middle = c.w / 2
    c.fill([(middle - 290, 360), (middle, 250), (middle + 290, 360)], Blend("#fff6e2", shade))
    c.box(middle - 290, 356, middle + 290, 384, Blend("#fffaf0", darker(shade, 0.08)))
    c.box(middle - 240, 384, middle + 240, 690, Blend(darker(shade, 0.4), darker(shade, 0.22)))
    c.box(middle - 90, 420, middle + 90, 690, Blend("#7d4a2c", "#4f2d1c"))
    for share in (-0.9, -0.45, 0.45, 0.9):
        x = middle + 260 * share
        c.box(x - 19, 384, x + 19, 694, Blend("#fffaf0", darker(shade, 0.16), 0))
    c.oval(middle, 322, 32, 32, Blend("#d8353c", "#9c1f2a", 50))
    c.oval(middle, 322, 12, 12, "#f5d25a")


def _draw_steps(c: Canvas) -> None:
    c.box(0, 690, c.w, 1000, Blend("#d3c5ab", "#a8977a"))
    for step in range(5):
        y, grow = 688 + step * 26, step * 42
        c.box(c.w * 0.16 - grow, y, c.w * 0.84 + grow, y + 26, Blend("#f3ead8", "#c6b698"))
        c.line([(c.w * 0.16 - grow, y + 25), (c.w * 0.84 + grow, y + 25)], 2, "#a39377")


def _draw_people(c: Canvas) -> None:
    back = max(6, round(c.w / 175))
    for index, look in enumerate(company(c.rng, back)):
        x = c.w * (0.14 + 0.72 * (index + 0.5) / back)
        draw_standing(c, x, 846, 425, look, 0, 0)
    front = back - 1
    for index, look in enumerate(company(c.rng, front)):
        x = c.w * (0.14 + 0.72 * (index + 1) / back)
        draw_standing(c, x, 958, 480, look, 0, 0)
    for x in (0.04, 0.96):
        draw_flowers(c, c.w * x, 985, 230, ("#d8353c", lighter("#d8353c", 0.3), "#f2c14e"))
