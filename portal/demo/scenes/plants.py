"""What grows, and the sky over it: flowers, bouquets, pot plants, trees, palms, clouds."""

from __future__ import annotations

import math

from .brushes import Canvas, ellipse_points
from .colours import Blend, darker, lighter, mix

BOUQUETS = (
    ("#f2c14e", "#f7e3a1", "#e8893b"),
    ("#e8a0b0", "#f6dfe3", "#c8546a"),
    ("#f4efe6", "#f2c14e", "#9db98a"),
    ("#b79ad6", "#efe3f5", "#e4a8c4"),
)
LEAF = "#4f7d53"


def draw_flowers(c: Canvas, x, y, size, colours=None) -> None:
    """A low arrangement standing at (x, y), about `size` units wide."""
    colours = colours or c.rng.choice(BOUQUETS)
    c.shadow(x, y, size * 0.5, size * 0.1, 0.35, size * 0.05)
    for step in range(13):
        angle = math.pi * (1.02 + 0.96 * step / 12)
        reach = size * c.rng.uniform(0.46, 0.6)
        tip = (x + reach * math.cos(angle), y - size * 0.1 + reach * 0.8 * math.sin(angle))
        leaf = ellipse_points(
            (x + tip[0]) / 2,
            (y - size * 0.1 + tip[1]) / 2,
            reach * 0.55,
            size * 0.06,
            math.degrees(angle),
            20,
        )
        c.fill(leaf, mix(LEAF, "#2f5a45", c.rng.random()))
    for _ in range(17):
        angle, reach = c.rng.uniform(math.pi, 2 * math.pi), size * 0.4 * math.sqrt(c.rng.random())
        draw_flower(
            c,
            x + reach * math.cos(angle),
            y - size * 0.13 + reach * 0.85 * math.sin(angle),
            size * c.rng.uniform(0.07, 0.115),
            c.rng.choice(colours),
        )
    c.fill(
        [
            (x - size * 0.26, y - size * 0.12),
            (x + size * 0.26, y - size * 0.12),
            (x + size * 0.2, y),
            (x - size * 0.2, y),
        ],
        Blend("#f5f1ea", "#c9bfb2", 0),
    )


def draw_flower(c: Canvas, x, y, r, colour) -> None:
    c.oval(x, y + r * 0.15, r, r, darker(colour, 0.22))
    for step in range(6):
        angle = step * math.pi / 3
        c.fill(
            ellipse_points(
                x + 0.45 * r * math.cos(angle),
                y + 0.45 * r * math.sin(angle),
                0.52 * r,
                0.44 * r,
                math.degrees(angle),
                14,
            ),
            lighter(colour, 0.08 * (step % 3)),
        )
    c.oval(x, y, 0.3 * r, 0.3 * r, darker(colour, 0.14))


def draw_bouquet(c: Canvas, x, y, size, colours=None) -> None:
    """A bunch held at (x, y), blossoms upwards, wrapped in paper."""
    colours = colours or c.rng.choice(BOUQUETS)
    paper = lighter(colours[1], 0.3)
    c.fill(
        [
            (x - size * 0.5, y - size * 0.5),
            (x + size * 0.5, y - size * 0.55),
            (x + size * 0.1, y + size * 0.45),
            (x - size * 0.1, y + size * 0.45),
        ],
        Blend(paper, darker(paper, 0.22), 0),
    )
    for _ in range(9):
        angle = c.rng.uniform(3.3, 6.1)
        c.oval(
            x + size * 0.44 * math.cos(angle),
            y - size * 0.45 + size * 0.34 * math.sin(angle),
            size * 0.16,
            size * 0.08,
            LEAF,
            math.degrees(angle),
        )
    for _ in range(12):
        angle, reach = c.rng.uniform(0, 6.28), size * 0.36 * math.sqrt(c.rng.random())
        draw_flower(
            c,
            x + reach * math.cos(angle),
            y - size * 0.58 + 0.66 * reach * math.sin(angle),
            size * c.rng.uniform(0.12, 0.17),
            c.rng.choice(colours),
        )
    c.fill(
        [
            (x - size * 0.52, y - size * 0.42),
            (x, y - size * 0.16),
            (x + size * 0.52, y - size * 0.46),
            (x + size * 0.1, y + size * 0.45),
            (x - size * 0.1, y + size * 0.45),
        ],
        Blend(lighter(paper, 0.3), darker(paper, 0.12), 20),
    )
    c.box(x - size * 0.13, y + size * 0.1, x + size * 0.13, y + size * 0.18, colours[2])


def draw_plant(c: Canvas, x, y, size) -> None:
    """A tall leafy plant in a pot standing at (x, y)."""
    c.shadow(x, y, size * 0.26, size * 0.05, 0.4, size * 0.03)
    for step in range(15):
        angle = math.radians(-90 + (step - 7) * 11 + c.rng.uniform(-5, 5))
        reach = size * c.rng.uniform(0.5, 0.76) * (1 - abs(step - 7) * 0.03)
        cx, cy = x + reach * 0.55 * math.cos(angle), y - size * 0.3 + reach * 0.55 * math.sin(angle)
        green = mix("#2f6b4a", "#7fae6a", c.rng.random())
        c.fill(
            ellipse_points(cx, cy, reach * 0.5, size * 0.045, math.degrees(angle), 18),
            Blend(green, lighter(green, 0.22), -90),
        )
    c.fill(
        [
            (x - size * 0.17, y - size * 0.32),
            (x + size * 0.17, y - size * 0.32),
            (x + size * 0.12, y),
            (x - size * 0.12, y),
        ],
        Blend("#e9dfd2", "#a9917a", 0),
    )


def draw_tree(c: Canvas, x, y, size, greens=("#3f7350", "#5d9160", "#86b06f")) -> None:
    """A round-headed tree with its foot at (x, y)."""
    c.shadow(x + size * 0.1, y, size * 0.36, size * 0.06, 0.4, size * 0.03)
    c.limb([(x, y), (x + size * 0.02, y - size * 0.4)], [size * 0.08, size * 0.05], "#6a5140")
    for tone, spread, count in zip(greens, (0.36, 0.3, 0.2), (9, 8, 6), strict=True):
        for _ in range(count):
            angle, reach = c.rng.uniform(0, 2 * math.pi), size * spread * math.sqrt(c.rng.random())
            lift = {0.36: 0.6, 0.3: 0.66, 0.2: 0.75}[spread]
            r = size * c.rng.uniform(0.09, 0.16)
            c.oval(
                x - (0.36 - spread) * size * 0.4 + reach * math.cos(angle),
                y - lift * size + 0.8 * reach * math.sin(angle),
                r,
                r * 0.92,
                tone,
            )


def draw_palm(c: Canvas, x, y, size, tone="#2f5d4c", trunk="#77634f") -> None:
    top = (x + size * 0.08, y - size)
    c.limb([(x, y), (x + size * 0.02, y - size * 0.5), top], [size * 0.07, size * 0.05, size * 0.035], trunk)
    for step in range(9):
        angle = math.radians(-200 + 27.5 * step)
        tip = (top[0] + size * 0.42 * math.cos(angle), top[1] + size * 0.3 * math.sin(angle) + size * 0.12)
        middle = (
            top[0] + size * 0.24 * math.cos(angle),
            top[1] + size * 0.26 * math.sin(angle) - size * 0.02,
        )
        c.blob(
            [top, (middle[0], middle[1] - size * 0.03), tip, (middle[0], middle[1] + size * 0.04)],
            mix(tone, "#7da66a", 0.5 * c.rng.random()),
        )


def draw_cloud(c: Canvas, x, y, size, colour="#ffffff", alpha: float = 0.6) -> None:
    for dx, dy, r in ((-0.5, 0.02, 0.3), (-0.15, -0.12, 0.4), (0.25, -0.06, 0.36), (0.6, 0.05, 0.26)):
        c.soft(
            ellipse_points(x + dx * size, y + dy * size, r * size, r * size * 0.42),
            colour,
            alpha,
            size * 0.07,
        )
