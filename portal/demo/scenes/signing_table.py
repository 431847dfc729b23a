"""Two people sign at a table covered with cloth; colleagues stand behind and watch."""

from .brushes import Canvas
from .colours import Blend, darker, lighter
from .figures import draw_bust, draw_standing
from .looks import company, some_look
from .plants import draw_flowers
from .props import draw_curtain, draw_hanging_flag, draw_paper, draw_table_flag

RATIOS = (1.2, 1.6)
BACKDROPS = ("#1f5673", "#7d2230", "#2c5f57")


def draw(c: Canvas) -> None:
    tone = c.rng.choice(BACKDROPS)
    _draw_backdrop(c, tone)
    _draw_witnesses(c)
    _draw_table(c)
    _draw_signers(c)
    _draw_front(c)
    c.glow(c.w * 0.5, 200, c.w * 0.6, 500, "#fff3d8", 0.22)
    c.vignette(0.3)


def _draw_backdrop(c: Canvas, tone: str) -> None:
    draw_curtain(c, 0, c.w, 0, 760, "#8c2a33" if tone != "#7d2230" else "#9a7a4c", 22)
    left, right = c.w * 0.14, c.w * 0.86
    c.shadow(c.w / 2, 360, (right - left) / 2, 330, 0.5, 18)
    c.box(left, 40, right, 720, Blend(lighter(tone, 0.22), darker(tone, 0.25), 60))
    for step in range(7):
        y = 430 + 34 * step
        wave = [(left + (right - left) * t / 8, y + (16 if t % 2 else -12)) for t in range(9)]
        c.curve(wave, 5, lighter(tone, 0.3), 1)
    c.box(left, 640, right, 720, darker(tone, 0.2))
    for y, half, thick in ((112, 0.2, 14), (160, 0.29, 24), (204, 0.24, 24), (250, 0.12, 11)):
        c.box(c.w / 2 - c.w * half, y, c.w / 2 + c.w * half, y + thick, "#f6ead2", thick / 2, 0.92)
    c.box(0, 700, c.w, 1000, Blend("#8e6a4e", "#5b3f30"))
    draw_hanging_flag(c, c.w * 0.07, 800, 520)


def _draw_witnesses(c: Canvas) -> None:
    count = max(5, round(c.w / 200))
    for index, look in enumerate(company(c.rng, count)):
        x = c.w * (0.17 + 0.66 * (index + 0.5) / count)
        turn = 0.5 if x < c.w / 2 else -0.5
        draw_standing(c, x, 900 - 8 * (index % 2), 580, look, turn * c.rng.random(), 0.5 if index % 3 else 0)


def _draw_signers(c: Canvas) -> None:
    for x, side in ((c.w * 0.36, 1), (c.w * 0.64, -1)):
        look = (
            some_look(c.rng, "suit", woman=False)
            if side > 0 or c.rng.random() < 0.5
            else some_look(c.rng, "ao_dai", woman=True)
        )
        c.shadow(x, 600, 120, 110, 0.3, 22)
        draw_bust(c, x, 478, 46, look, 0.16 * side, 0.8, ((-1.3, 5.3), (0.8, 5.45)), depth=4.95)


CLOTH = "#f3ead9"


def _draw_table(c: Canvas) -> None:
    c.fill(
        [(c.w * 0.15, 700), (c.w * 0.85, 700), (c.w * 0.89, 790), (c.w * 0.11, 790)], Blend("#fffaf0", CLOTH)
    )
    for x in (c.w * 0.36, c.w * 0.64):
        draw_paper(c, x + 8, 778, 160, 64, 0, 5)


def _draw_front(c: Canvas) -> None:
    for x in (c.w * 0.36, c.w * 0.64):
        c.limb([(x + 27, 748), (x + 50, 708)], [5, 6], "#26304a")
    draw_table_flag(c, c.w * 0.49, 760, 110)
    _draw_hanging_cloth(c, CLOTH)
    for share in (0.2, 0.8):
        draw_flowers(c, c.w * share, 782, 150)
    for share in (0.3, 0.5, 0.7):
        draw_flowers(c, c.w * share, 992, 250)


def _draw_hanging_cloth(c: Canvas, cloth: str) -> None:
    c.shadow(c.w / 2, 985, c.w * 0.42, 26, 0.5, 16)
    left, right = c.w * 0.11, c.w * 0.89
    c.box(left, 790, right, 985, Blend(cloth, darker(cloth, 0.22)))
    count = 17
    for index in range(count):
        x0, step = left + (right - left) * index / count, (right - left) / count
        swag = [
            (x0, 790),
            (x0 + step, 790),
            (x0 + step * 0.8, 830),
            (x0 + step / 2, 842),
            (x0 + step * 0.2, 830),
        ]
        c.fill(swag, Blend("#c89b48", "#9a6f2c"))
        c.box(x0 + step * 0.1, 845, x0 + step * 0.4, 985, Blend(darker(cloth, 0.16), cloth, 0), 0, 0.7)
