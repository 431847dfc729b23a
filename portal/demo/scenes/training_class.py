"""A training class: the trainer beside a projected slide, learners with laptops in two rows."""

from .brushes import Canvas
from .colours import Blend, darker, lighter
from .figures import draw_back, draw_standing
from .looks import company, some_look
from .plants import draw_plant
from .props import draw_bottle, draw_laptop_front, draw_paper, draw_screen, draw_window

RATIOS = (1.25, 1.8)
WALLS = (("#e8eef0", "#c3d0d4"), ("#f1ebdf", "#d3c6ae"), ("#e6ede4", "#bccabb"))


def draw(c: Canvas) -> None:
    wall = c.rng.choice(WALLS)
    c.box(0, 0, c.w, 600, Blend(*wall))
    c.box(0, 560, c.w, 1000, Blend("#a98d70", "#6d5643"))
    draw_window(c, c.w * 0.82, 90, c.w * 1.06, 420, 1)
    c.glow(c.w * 0.95, 260, 460, 420, "#fffaf0", 0.6)
    draw_screen(c, c.w * 0.3, 70, c.w * 0.72, 390, c.rng.choice(("#2a5f55", "#1f4e79", "#8a4b23")))
    c.glow(c.w * 0.5, 240, 620, 430, "#ffffff", 0.25)
    draw_plant(c, c.w * 0.045, 585, 240)
    _draw_trainer(c)
    _draw_row(c, 610, 36, 0)
    _draw_row(c, 800, 58, 1)
    c.vignette(0.28)


def _draw_trainer(c: Canvas) -> None:
    look = some_look(c.rng, c.rng.choice(("ao_dai", "shirt")), woman=c.rng.random() < 0.7)
    if look.outfit == "ao_dai" and not look.is_woman:
        look = look.wearing("shirt", "#dbe7f2")
    draw_standing(c, c.w * 0.2, 640, 460, look, 0.5, 0, ((-1.0, 6.0), (2.3, 3.5, 4.0, 2.1)))


def _draw_row(c: Canvas, table: float, r: float, row: int) -> None:
    spacing = r * 7.2
    start = r * (4.4 if row else 7.6)
    count = int((c.w - start) / spacing) + 1
    tone = "#d9b98c" if row else "#cfae82"
    for index in range(count):
        x = start + index * spacing
        draw_laptop_front(c, x - 0.6 * r, table + 0.1 * r, 2.9 * r)
    c.fill(
        [(-20, table), (c.w + 20, table), (c.w + 60, table + 1.5 * r), (-60, table + 1.5 * r)],
        Blend(lighter(tone, 0.25), tone),
    )
    for index in range(count):
        x = start + index * spacing
        draw_laptop_front(c, x - 0.6 * r, table + 0.4 * r, 2.9 * r)
        draw_paper(c, x + 2.3 * r, table + 1.2 * r, 1.9 * r, 0.8 * r, 0, 3)
        if index % 2:
            draw_bottle(c, x + 3.5 * r, table + 0.9 * r, 1.9 * r)
    c.box(-60, table + 1.5 * r, c.w + 60, table + 4.4 * r, Blend(darker(tone, 0.12), darker(tone, 0.4)))
    for index, look in enumerate(company(c.rng, count)):
        x = start + index * spacing + c.rng.uniform(-0.2, 0.2) * r
        c.shadow(x, table + 2.4 * r, 2.2 * r, 1.2 * r, 0.3, 0.4 * r)
        draw_back(c, x, table - 0.2 * r + c.rng.uniform(-0.2, 0.2) * r, r, look, c.rng.uniform(-0.5, 0.5))
        c.box(x - 1.7 * r, table + 3.7 * r, x + 1.7 * r, table + 7 * r, Blend("#4c7fa3", "#2f5673"), 0.5 * r)
