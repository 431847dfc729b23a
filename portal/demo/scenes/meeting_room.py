"""Two delegations at a long table: one side faces us, the other has its back to us."""

from .brushes import Canvas
from .colours import Blend, darker, lighter
from .figures import OPEN_HAND_RIGHT, draw_back, draw_bust
from .looks import company
from .plants import draw_flowers
from .props import (
    draw_bottle,
    draw_chair_back,
    draw_hanging_flag,
    draw_microphone,
    draw_name_plate,
    draw_paper,
    draw_window,
)

RATIOS = (1.25, 1.8)
WALLS = (("#efe6d6", "#a97a52"), ("#e6e9e4", "#8a6a4c"), ("#e9e2da", "#6f5140"))


def draw(c: Canvas) -> None:
    wall, wood = c.rng.choice(WALLS)
    _draw_wall(c, wall, wood)
    _draw_table(c, wood)
    _draw_far_side(c)
    _draw_table_things(c)
    _draw_near_side(c)
    c.soft([(60, 0), (420, 0), (1050, 1000), (420, 1000)], "#fff3d6", 0.13, 40)
    c.vignette()


def _draw_wall(c: Canvas, wall: str, wood: str) -> None:
    c.box(0, 0, c.w, 640, Blend(lighter(wall, 0.3), darker(wall, 0.14), 20))
    for step in range(9):
        left = c.w * 0.36 + step * c.w * 0.08
        c.box(
            left,
            60,
            left + c.w * 0.077,
            640,
            Blend(lighter(wood, 0.12 + 0.05 * (step % 2)), darker(wood, 0.18)),
        )
    c.box(c.w * 0.36, 44, c.w, 64, Blend(lighter(wood, 0.3), wood))
    draw_window(c, 50, 60, c.w * 0.29, 430)
    c.glow(c.w * 0.17, 250, 520, 480, "#fffaf0", 0.75)
    draw_hanging_flag(c, c.w * 0.93, 620, 470)
    _draw_emblem(c, c.w * 0.66, 165)


def _draw_emblem(c: Canvas, x: float, y: float) -> None:
    """A gilt wave and rice ear in a ring: the sort of sign an agency hangs in its own room."""
    c.shadow(x + 5, y + 7, 62, 62, 0.4, 8)
    c.oval(x, y, 60, 60, Blend("#f3d68a", "#b98b3a", 50))
    c.oval(x, y, 51, 51, Blend("#8f2430", "#5f1520", 60))
    for step in range(3):
        top = y + 8 + 13 * step
        c.curve(
            [
                (x - 40 + 6 * step, top),
                (x - 18, top - 9),
                (x + 4, top),
                (x + 24, top - 8),
                (x + 40 - 6 * step, top),
            ],
            4.5,
            "#f0cf7c",
        )
    c.oval(x, y - 20, 13, 13, "#f0cf7c")


def _draw_far_side(c: Canvas) -> None:
    count = max(5, round(c.w / 245))
    people = company(c.rng, count)
    speaker = c.rng.randrange(1, count - 1)
    for index, look in enumerate(people):
        x = c.w * (index + 0.5) / count
        draw_chair_back(c, x, 400, 118, "#40332f")
        turn = 0 if index == speaker else max(-0.8, min(0.8, (speaker - index) * 0.4))
        hands = ((-1.2, 6.2), OPEN_HAND_RIGHT) if index == speaker else None
        nod = 0.6 if index != speaker and c.rng.random() < 0.35 else 0
        draw_bust(c, x, 352 + c.rng.uniform(-8, 8), 39, look, turn, nod, hands, depth=5.9)


def _draw_table(c: Canvas, wood: str) -> None:
    c.box(0, 560, c.w, 1000, Blend(darker(wood, 0.35), darker(wood, 0.6)))
    top = [(40, 578), (c.w - 40, 578), (c.w + 70, 860), (-70, 860)]
    c.fill(top, Blend(lighter(wood, 0.34), darker(wood, 0.1)))
    c.soft([(c.w * 0.1, 590), (c.w * 0.34, 590), (c.w * 0.4, 860), (0, 860)], "#fff6e0", 0.2, 16)
    c.box(-70, 860, c.w + 70, 884, Blend(darker(wood, 0.1), darker(wood, 0.4)))


def _draw_table_things(c: Canvas) -> None:
    count = max(5, round(c.w / 245))
    for index in range(count):
        x = c.w * (index + 0.5) / count
        draw_paper(c, x - 10, 640, 96, 40, 4)
        draw_name_plate(c, x + 74, 652, 74)
        draw_microphone(c, x - 78, 642, 74, 0.35)
        if index % 2:
            draw_bottle(c, x + 46, 632, 60)
    for share in (0.26, 0.74):
        draw_flowers(c, c.w * share, 735, 190)


def _draw_near_side(c: Canvas) -> None:
    count = max(4, round(c.w / 330))
    for index, look in enumerate(company(c.rng, count)):
        x = c.w * (index + 0.5) / count + c.rng.uniform(-16, 16)
        c.shadow(x, 905, 150, 90, 0.35, 22)
        draw_back(c, x, 742 + c.rng.uniform(-12, 12), 60, look, c.rng.choice((-0.4, 0, 0.4)))
        draw_chair_back(c, x, 958, 230, "#2e2624")
