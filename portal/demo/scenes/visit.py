"""A visit of congratulation: flowers and a handshake in a bright lobby."""

from .brushes import Canvas
from .colours import Blend, darker, lighter
from .figures import draw_standing
from .looks import company, some_look
from .plants import draw_bouquet, draw_plant
from .props import draw_window

RATIOS = (0.9, 1.6)
FLOORS = (("#d9cbb5", "#a89273"), ("#cfd6d6", "#93a3a6"), ("#d8bfa0", "#9c7c58"))


def draw(c: Canvas) -> None:
    floor = c.rng.choice(FLOORS)
    c.box(0, 0, c.w, 720, Blend("#f7f1e6", "#dccfba"))
    for step in range(3):
        left = c.w * (0.05 + 0.32 * step)
        draw_window(c, left, 70, left + c.w * 0.25, 560, 1)
    c.glow(c.w * 0.5, 300, c.w * 0.62, 520, "#ffffff", 0.5)
    c.box(0, 700, c.w, 1000, Blend(*floor))
    for step in range(6):
        c.line(
            [(c.w * (step - 1) / 4, 1000), (c.w * (0.3 + 0.4 * (step / 5)), 705)],
            2,
            darker(floor[1], 0.1),
            0.4,
        )
    for x in (0.06, 0.95):
        draw_plant(c, c.w * x, 760, 330)
    c.blur(2.4)
    _draw_company(c)
    _draw_pair(c)
    c.soft([(c.w * 0.5, 900), (c.w, 900), (c.w * 1.1, 1000), (c.w * 0.4, 1000)], "#ffffff", 0.14, 30)
    c.vignette(0.25)


def _draw_company(c: Canvas) -> None:
    spots = [(0.13, 860, 590, 0.5), (0.87, 865, 590, -0.5), (0.26, 845, 570, 0.4), (0.75, 845, 565, -0.4)]
    for (share, feet, high, turn), look in zip(spots, company(c.rng, len(spots)), strict=True):
        draw_standing(c, c.w / 2 + (share - 0.5) * max(c.w, 1150), feet, high, look, turn, 0)


def _draw_pair(c: Canvas) -> None:
    middle, feet, high = c.w * 0.5, 930, 690
    r = high / 15.4
    half = 3.35 * r
    host = some_look(c.rng, "ao_dai", woman=True)
    guest = some_look(c.rng, "suit", woman=False)
    meet = half / r
    draw_standing(c, middle - half, feet, high, guest, 0.6, 0.1, ((-0.4, 5.6), (meet - 0.35, 5.3)))
    draw_standing(c, middle + half, feet, high * 0.96, host, -0.6, 0.1, ((0.35 - meet, 4.95), (0.95, 6.0)))
    c.oval(middle, feet - high + 6.72 * r, 0.5 * r, 0.34 * r, lighter(host.skin, 0.05))
    draw_bouquet(c, middle + half + 0.95 * r, feet - high * 0.53, 145)
