"""On a stage: somebody hands over a framed certificate, somebody else waits with flowers."""

from .brushes import Canvas
from .colours import Blend, darker, lighter
from .figures import draw_standing
from .looks import some_look
from .plants import draw_bouquet, draw_flowers
from .props import draw_curtain, draw_hanging_flag

RATIOS = (0.95, 1.7)
CURTAINS = ("#9a2530", "#7a2a48", "#8a3b22")


def draw(c: Canvas) -> None:
    tone = c.rng.choice(CURTAINS)
    draw_curtain(c, 0, c.w, 0, 800, tone, max(14, round(c.w / 62)))
    c.box(0, 0, c.w, 90, Blend(darker(tone, 0.45), darker(tone, 0.2)))
    for step in range(9):
        x = c.w * step / 8
        c.blob(
            [(x - c.w / 15, -30), (x + c.w / 15, -30), (x + c.w / 22, 96), (x, 118), (x - c.w / 22, 96)],
            Blend(darker(tone, 0.1), darker(tone, 0.35)),
        )
    c.glow(c.w * 0.5, 380, c.w * 0.55, 560, "#ffe3b0", 0.6)
    c.box(0, 790, c.w, 1000, Blend("#c08d5c", "#7a4f32"))
    c.soft([(c.w * 0.14, 850), (c.w * 0.86, 850), (c.w * 0.96, 960), (c.w * 0.04, 960)], "#ffe9c0", 0.4, 30)
    draw_hanging_flag(c, c.w / 2 - 560 if c.w > 1200 else 60, 840, 560)
    _draw_group(c)
    for step in range(max(4, round(c.w / 240))):
        draw_flowers(c, 110 + step * (c.w - 220) / (max(4, round(c.w / 240)) - 1), 1004, 190)
    c.vignette(0.4)


def _draw_group(c: Canvas) -> None:
    middle, feet, high = c.w * 0.5, 905, 690
    r = high / 15.4
    giver = some_look(c.rng, "suit", woman=False)
    taker = some_look(c.rng, "ao_dai", woman=True)
    left, right = middle - 128, middle + 128
    draw_standing(c, right + 235, feet - 20, high * 0.95, some_look(c.rng, "suit", woman=False), -0.5, 0.1)
    if c.w > 1100:
        draw_standing(
            c,
            left - 235,
            feet - 20,
            high * 0.92,
            some_look(c.rng, "ao_dai", woman=True),
            0.5,
            0,
            ((-0.6, 6.0), (0.6, 5.9)),
        )
        draw_bouquet(c, left - 235, feet - 20 - high * 0.53, 140)
    reach = (middle - left) / r
    head = feet - high + 1.45 * r
    draw_standing(c, left, feet, high, giver, 0.6, 0, ((reach - 1.7, 4.9), (reach - 1.3, 4.1)))
    draw_standing(c, right, feet, high * 0.97, taker, -0.6, 0, ((1.3 - reach, 4.2), (1.7 - reach, 4.9)))
    _draw_certificate(c, middle, head + 4.2 * r)


def _draw_certificate(c: Canvas, x: float, y: float) -> None:
    c.shadow(x + 6, y + 12, 82, 62, 0.4, 10)
    c.box(x - 86, y - 64, x + 86, y + 64, Blend("#d9ab4c", "#8f6420", 40), 4)
    c.box(x - 74, y - 52, x + 74, y + 52, Blend("#fffdf4", "#f2e6c6", 40))
    c.box(x - 66, y - 45, x + 66, y - 42, "#c9a04c")
    c.box(x - 38, y - 30, x + 38, y - 20, "#b3303a", 4)
    for step, half in enumerate((52, 46, 50, 30)):
        c.box(x - half, y - 8 + step * 11, x + half, y - 4 + step * 11, "#8d8878", 2)
    c.oval(x + 46, y + 36, 10, 10, "#c3313c", alpha=0.85)
    c.box(x - 66, y + 42, x + 66, y + 45, lighter("#c9a04c", 0.1))
