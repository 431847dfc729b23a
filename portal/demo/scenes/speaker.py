"""A portrait: somebody speaks at a lectern, off the centre, the hall out of focus behind."""

from .brushes import Canvas
from .colours import Blend, darker, lighter, round_shade
from .figures import draw_bust
from .looks import some_look
from .plants import draw_flowers
from .props import draw_curtain, draw_microphone

RATIOS = (0.62, 1.05)
BACKS = ("#24506e", "#6f2431", "#2a5a4d")


def draw(c: Canvas) -> None:
    tone = c.rng.choice(BACKS)
    _draw_backdrop(c, tone)
    x = c.w * 0.58
    c.glow(x - 60, 330, c.w * 0.75, 520, "#fff0d0", 0.42)
    look = (
        some_look(c.rng, "ao_dai", woman=True)
        if c.rng.random() < 0.6
        else some_look(c.rng, "suit", woman=False)
    )
    draw_bust(c, x, 345, 74, look, -0.35, 0, ((-3.0, 5.2, -2.7, 2.9), (0.9, 5.1)), depth=6.2)
    _draw_lectern(c, x)
    c.soft([(0, 0), (c.w * 0.34, 0), (c.w * 0.9, 1000), (c.w * 0.2, 1000)], "#fff3d6", 0.12, 36)
    c.vignette(0.4)


def _draw_backdrop(c: Canvas, tone: str) -> None:
    c.box(0, 0, c.w, 1000, Blend(lighter(tone, 0.16), darker(tone, 0.4), 60))
    draw_curtain(c, c.w * 0.72, c.w, 0, 1000, darker(tone, 0.1), 7)
    for y, half, thick in ((120, 0.3, 20), (168, 0.36, 32), (228, 0.22, 18)):
        c.box(c.w * 0.34 - c.w * half, y, c.w * 0.34 + c.w * half, y + thick, "#f5e7c8", thick / 2, 0.85)
    for _ in range(15):
        size = c.rng.uniform(16, 44)
        c.oval(
            c.rng.uniform(0, c.w),
            c.rng.uniform(380, 820),
            size,
            size,
            c.rng.choice(("#ffdf9c", "#fff3d6", "#f0a565")),
            alpha=0.3,
        )
    c.blur(7)


def _draw_lectern(c: Canvas, x: float) -> None:
    c.fill([(x - 235, 742), (x + 215, 742), (x + 260, 790), (x - 280, 790)], Blend("#e0b077", "#a8743f"))
    c.fill(
        [(x - 280, 790), (x + 260, 790), (x + 225, 1010), (x - 245, 1010)], Blend("#9a6536", "#5a371d", 40)
    )
    c.fill(
        [(x - 225, 826), (x + 205, 826), (x + 180, 1010), (x - 200, 1010)], Blend("#b57c47", "#744824", 40)
    )
    c.oval(x - 10, 926, 62, 62, round_shade("#d9ac4f", 0.3))
    c.oval(x - 10, 926, 50, 50, Blend("#8f2430", "#5f1520", 60))
    for step in range(3):
        top = 926 + 13 * step
        c.curve(
            [(x - 46, top), (x - 26, top - 8), (x - 8, top), (x + 10, top - 8), (x + 26, top)], 4.5, "#f0cf7c"
        )
    c.oval(x - 10, 898, 12, 12, "#f0cf7c")
    c.fill([(x - 110, 748), (x + 60, 748), (x + 76, 778), (x - 126, 778)], Blend("#ffffff", "#e6e1d6"))
    for side, lean in ((-150, 0.5), (-118, 0.55)):
        draw_microphone(c, x + side, 772, 150, lean)
    draw_flowers(c, x + 165, 800, 190)
