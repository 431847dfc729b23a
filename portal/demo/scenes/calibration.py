"""A balance and its weights in a metrology room; the hand that sets the last weight."""

from .brushes import Canvas
from .colours import Blend, darker, lighter, round_shade
from .figures import draw_bust
from .looks import some_look
from .props import draw_window

RATIOS = (0.75, 1.6)


def draw(c: Canvas) -> None:
    c.box(0, 0, c.w, 720, Blend("#dfe9ea", "#b5c6ca", 40))
    draw_window(c, c.w * 0.62, 60, c.w * 0.98, 420, 1)
    _draw_instruments(c)
    c.glow(c.w * 0.78, 240, 560, 480, "#ffffff", 0.6)
    c.blur(3)
    look = some_look(c.rng, "coat", woman=c.rng.random() < 0.5)
    draw_bust(c, c.w * 0.27, 290, 72, look, 0.5, 0.8, ((-1.4, 5.3), (2.6, 4.9)), depth=5.3)
    c.box(0, 668, c.w, 1000, Blend("#e7d9c4", "#b79d7c"))
    c.fill([(0, 662), (c.w, 662), (c.w, 900), (0, 900)], Blend("#f4ead9", "#d5bf9d"))
    c.box(0, 900, c.w, 922, darker("#b79d7c", 0.2))
    _draw_balance(c, c.w * 0.63, 815)
    _draw_case(c, c.w * 0.2, 862)
    c.soft([(c.w * 0.7, 0), (c.w, 0), (c.w * 0.6, 1000), (c.w * 0.2, 1000)], "#ffffff", 0.13, 50)
    c.vignette(0.25)


def _draw_instruments(c: Canvas) -> None:
    c.box(c.w * 0.02, 170, c.w * 0.55, 184, "#a9bac0")
    for step in range(5):
        x = c.w * (0.05 + 0.1 * step)
        c.box(x, 70, x + c.w * 0.075, 170, Blend("#f4f7f7", "#b9c7cc"), 8)
        c.oval(x + c.w * 0.037, 114, 27, 27, "#2f4652")
        c.oval(x + c.w * 0.037, 114, 22, 22, "#dcefe9")
        c.line([(x + c.w * 0.037, 114), (x + c.w * 0.037 + 14, 102)], 4, "#c7443c")


def _draw_balance(c: Canvas, x: float, y: float) -> None:
    brass, shine = "#c99a45", "#f5dc96"
    c.shadow(x + 14, y + 4, 190, 22, 0.45, 12)
    c.box(x - 160, y - 36, x + 160, y, Blend("#7a4a2c", "#452818"), 8)
    c.box(x - 140, y - 48, x + 140, y - 34, round_shade(brass, 0.35), 5)
    c.limb([(x, y - 46), (x, y - 430)], [30, 17], brass)
    c.line([(x - 5, y - 60), (x - 4, y - 420)], 4, shine)
    c.oval(x, y - 440, 22, 22, round_shade(shine, 0.4))
    left, right = (x - 215, y - 412), (x + 215, y - 436)
    c.limb([left, (x, y - 440), right], [9, 20, 9], brass)
    c.line([(x, y - 430), (x - 6, y - 250)], 4, "#7d5a20")
    c.box(x - 52, y - 262, x + 52, y - 232, Blend("#fffaf0", "#e2d6bb"), 5)
    for step in range(9):
        c.line([(x - 42 + step * 10.5, y - 256), (x - 42 + step * 10.5, y - 247)], 2, "#5d5140")
    for (px, py), load in ((left, True), (right, False)):
        _draw_pan(c, px, py, load)


def _draw_pan(c: Canvas, x: float, y: float, load: bool) -> None:
    dish = y + 262
    for side in (-1, 1):
        c.line([(x, y), (x + side * 92, dish)], 2.5, "#8d6a2b")
    if load:
        for offset, size in ((-38, 42), (8, 60), (50, 34)):
            _draw_weight(c, x + offset, dish + 2, size)
    else:
        c.box(x - 44, dish - 72, x + 44, dish + 4, Blend("#f7f8f8", "#a9b6bb", 0), 6)
        c.oval(x, dish - 72, 44, 9, "#ffffff")
    c.fill(
        [(x - 104, dish), (x + 104, dish), (x + 66, dish + 26), (x - 66, dish + 26)],
        Blend("#f2d68c", "#9a6f28"),
    )
    c.oval(x, dish, 104, 9, "#f8e6b0")
    if load:
        for offset, size in ((-38, 42), (8, 60), (50, 34)):
            _draw_weight(c, x + offset, dish + 2, size)


def _draw_weight(c: Canvas, x: float, y: float, size: float) -> None:
    c.box(x - size * 0.34, y - size * 0.8, x + size * 0.34, y, Blend("#f7e3a6", "#a87a2c", 0), size * 0.07)
    c.box(x - size * 0.1, y - size * 1.0, x + size * 0.1, y - size * 0.78, "#b98a3a")
    c.oval(x, y - size * 1.08, size * 0.2, size * 0.16, Blend(lighter("#d9ae5c", 0.4), "#9a6f28", 40))


def _draw_case(c: Canvas, x: float, y: float) -> None:
    c.shadow(x + 10, y + 4, 210, 24, 0.4, 12)
    c.fill([(x - 190, y - 96), (x + 190, y - 96), (x + 214, y), (x - 214, y)], Blend("#8d5a36", "#5d3820"))
    c.fill(
        [(x - 172, y - 88), (x + 172, y - 88), (x + 192, y - 12), (x - 192, y - 12)],
        Blend("#5d1f2a", "#8f3542"),
    )
    for step in range(7):
        size = 84 - 9 * step
        cx = x - 142 + step * 49 - step * step * 0.6
        c.oval(cx + 4, y - 22, size * 0.4, size * 0.13, "#3a0f18", alpha=0.6)
        _draw_weight(c, cx, y - 24, size)
