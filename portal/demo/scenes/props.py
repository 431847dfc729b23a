"""Things that stand in several scenes: papers, microphones, screens, flags, windows, tables, chairs."""

from __future__ import annotations

import math

from .brushes import Canvas
from .colours import Blend, darker, lighter, round_shade


def draw_microphone(c: Canvas, x, y, size, lean: float = 0.3) -> None:
    """A table microphone on a bent neck, its foot at (x, y)."""
    c.oval(x, y, size * 0.26, size * 0.08, "#2b2d33")
    tip = (x + lean * size * 0.7, y - size)
    c.curve([(x, y), (x + lean * size * 0.1, y - size * 0.55), tip], size * 0.05, "#3c3f47")
    c.limb([tip, (tip[0] + lean * size * 0.18, tip[1] - size * 0.16)], [size * 0.11, size * 0.12], "#23252a")


def draw_paper(c: Canvas, x, y, width, depth, slant: float = 0, lines: int = 4) -> None:
    """A sheet lying on a table, seen from a low height; (x, y) is the middle of its near edge."""
    top = width * 0.86
    sheet = [
        (x - width / 2, y),
        (x + width / 2, y),
        (x + top / 2 + slant, y - depth),
        (x - top / 2 + slant, y - depth),
    ]
    c.soft([(px + 3, py + 4) for px, py in sheet], "#2a2430", 0.3, 4)
    c.fill(sheet, Blend("#ffffff", "#e9e6df", 60))
    for step in range(lines):
        t = (step + 1) / (lines + 1)
        half = (width + (top - width) * t) * 0.38
        cx, cy = x + slant * t, y - depth * t
        c.line(
            [(cx - half, cy), (cx + half * (0.9 if step % 3 else 0.4), cy)],
            max(1.2, depth * 0.045),
            "#a9a9ad",
        )


def draw_name_plate(c: Canvas, x, y, width) -> None:
    """A folded card with a printed name too far away to read."""
    high = width * 0.3
    c.fill(
        [(x - width / 2, y), (x + width / 2, y), (x + width * 0.47, y - high), (x - width * 0.47, y - high)],
        Blend("#ffffff", "#e2dfd6"),
    )
    c.line([(x - width * 0.32, y - high * 0.62), (x + width * 0.32, y - high * 0.62)], high * 0.16, "#8a2631")
    c.line([(x - width * 0.24, y - high * 0.3), (x + width * 0.24, y - high * 0.3)], high * 0.1, "#8d8d92")


def draw_bottle(c: Canvas, x, y, size, colour="#8ec3d6") -> None:
    c.box(
        x - size * 0.15,
        y - size * 0.72,
        x + size * 0.15,
        y,
        Blend(lighter(colour, 0.4), darker(colour, 0.1), 0),
        size * 0.08,
        0.8,
    )
    c.box(x - size * 0.15, y - size * 0.5, x + size * 0.15, y - size * 0.26, "#f7f7f4")
    c.box(x - size * 0.06, y - size * 0.84, x + size * 0.06, y - size * 0.7, colour, 0, 0.8)
    c.box(x - size * 0.075, y - size * 0.92, x + size * 0.075, y - size * 0.82, "#2f6fa8", size * 0.02)


def draw_laptop_front(c: Canvas, x, y, width, glow="#dcebf5") -> None:
    """An open laptop seen by the person who uses it; (x, y) is the middle of the hinge."""
    c.box(x - width / 2, y - width * 0.62, x + width / 2, y, "#23262c", width * 0.03)
    c.box(
        x - width * 0.46,
        y - width * 0.58,
        x + width * 0.46,
        y - width * 0.04,
        Blend(lighter(glow, 0.5), glow, 40),
    )
    for step, share in enumerate((0.5, 0.8, 0.65, 0.72)):
        top = y - width * (0.5 - 0.1 * step)
        c.box(x - width * 0.38, top, x + width * (0.76 * share - 0.38), top + width * 0.035, "#7d9cb5")
    c.fill(
        [
            (x - width / 2, y),
            (x + width / 2, y),
            (x + width * 0.58, y + width * 0.2),
            (x - width * 0.58, y + width * 0.2),
        ],
        Blend("#aab1b9", "#d3d8dd"),
    )


def draw_window(
    c: Canvas, x0, y0, x1, y1, bars: int = 2, sky=("#dff0f7", "#f8f4e6"), greenery: bool = True
) -> None:
    """A bright window with a hint of trees outside, blurred by the light."""
    c.box(x0 - 9, y0 - 9, x1 + 9, y1 + 9, "#f6f1e7")
    c.box(x0, y0, x1, y1, Blend(*sky))
    if greenery:
        for _ in range(9):
            cx, size = c.rng.uniform(x0, x1), c.rng.uniform(0.1, 0.2) * (y1 - y0)
            left, right = max(x0, cx - size), min(x1, cx + size)
            c.oval(
                (left + right) / 2,
                y1 - size * 0.9,
                (right - left) / 2,
                size * 0.9,
                c.rng.choice(("#b8d3b0", "#a3c5a2", "#c7dcb8")),
                alpha=0.8,
            )
    for step in range(1, bars + 1):
        cx = x0 + (x1 - x0) * step / (bars + 1)
        c.box(cx - 4, y0, cx + 4, y1, "#f4efe5")
    c.box(x0, y0 + (y1 - y0) * 0.3 - 3, x1, y0 + (y1 - y0) * 0.3 + 3, "#f4efe5")
    c.box(x0 - 16, y1 + 6, x1 + 16, y1 + 20, Blend("#fbf7ef", "#cfc5b5"))


def draw_curtain(c: Canvas, x0, x1, y0, y1, colour, folds: int) -> None:
    c.box(x0, y0, x1, y1, Blend(colour, darker(colour, 0.2)))
    step = (x1 - x0) / folds
    for index in range(folds):
        left = x0 + index * step
        c.box(left, y0, left + step * 0.52, y1, Blend(darker(colour, 0.32), lighter(colour, 0.1), 0), 0, 0.7)
        c.box(
            left + step * 0.52,
            y0,
            left + step,
            y1,
            Blend(lighter(colour, 0.1), darker(colour, 0.32), 0),
            0,
            0.7,
        )


def draw_star(c: Canvas, x, y, r, colour) -> None:
    spots = []
    for step in range(10):
        angle, reach = math.radians(-90 + 36 * step), r if step % 2 == 0 else r * 0.382
        spots.append((x + reach * math.cos(angle), y + reach * math.sin(angle)))
    c.fill(spots, colour)


def draw_hanging_flag(c: Canvas, x, y, height) -> None:
    """The national flag at rest on its stand: folds of red, a part of the star."""
    c.shadow(x, y, height * 0.1, height * 0.02, 0.4, height * 0.015)
    c.line([(x, y), (x, y - height)], height * 0.014, "#b08a3a")
    c.oval(x, y - height * 1.01, height * 0.02, height * 0.025, "#e0bd62")
    c.box(
        x - height * 0.07, y - height * 0.03, x + height * 0.07, y, Blend("#9a7a3a", "#5d4722"), height * 0.01
    )
    cloth = [
        (x, y - height * 0.97),
        (x + height * 0.17, y - height * 0.86),
        (x + height * 0.2, y - height * 0.42),
        (x + height * 0.13, y - height * 0.34),
        (x + height * 0.04, y - height * 0.38),
        (x - height * 0.03, y - height * 0.33),
        (x - height * 0.05, y - height * 0.7),
    ]
    c.blob(cloth, Blend("#e2353c", "#9c1c26", 10))
    for share in (0.03, 0.09, 0.145):
        c.curve(
            [
                (x + height * 0.03, y - height * 0.93),
                (x + height * share, y - height * 0.7),
                (x + height * (share + 0.01), y - height * 0.42),
            ],
            height * 0.012,
            "#a51f29",
        )
    draw_star(c, x + height * 0.065, y - height * 0.63, height * 0.052, "#f6cf3b")


def draw_table_flag(c: Canvas, x, y, size, colour="#d8262f", star: bool = True) -> None:
    c.oval(x, y, size * 0.16, size * 0.05, "#8a6d34")
    c.line([(x, y), (x, y - size)], size * 0.03, "#c9a85a")
    c.fill(
        [
            (x, y - size),
            (x + size * 0.6, y - size * 0.96),
            (x + size * 0.58, y - size * 0.58),
            (x, y - size * 0.6),
        ],
        Blend(colour, darker(colour, 0.22), 0),
    )
    if star:
        draw_star(c, x + size * 0.29, y - size * 0.78, size * 0.12, "#f6cf3b")


def draw_screen(c: Canvas, x0, y0, x1, y1, tone="#1f4e79") -> None:
    """A projected slide: a heading, a few lines, a chart."""
    c.shadow((x0 + x1) / 2, y1, (x1 - x0) / 2, 16, 0.3, 14)
    c.box(x0 - 8, y0 - 8, x1 + 8, y1 + 8, "#2a2c31")
    c.box(x0, y0, x1, y1, Blend("#ffffff", "#e6eef4", 50))
    width, height = x1 - x0, y1 - y0
    c.box(x0, y0, x1, y0 + height * 0.16, Blend(tone, lighter(tone, 0.18), 0))
    c.box(x0 + width * 0.05, y0 + height * 0.065, x0 + width * 0.52, y0 + height * 0.1, "#ffffff", alpha=0.9)
    for step, share in enumerate((0.32, 0.38, 0.28, 0.35)):
        top = y0 + height * (0.28 + 0.15 * step)
        c.oval(x0 + width * 0.065, top + height * 0.02, height * 0.018, height * 0.018, "#c7543c")
        c.box(x0 + width * 0.1, top, x0 + width * (0.1 + share), top + height * 0.04, "#a3adb6")
    base = y0 + height * 0.88
    for step in range(5):
        left, high = x0 + width * (0.56 + 0.078 * step), height * (0.18 + 0.1 * step + 0.04 * (step % 2))
        c.box(left, base - high, left + width * 0.05, base, Blend(lighter(tone, 0.4 - 0.07 * step), tone))
    c.line([(x0 + width * 0.54, base), (x0 + width * 0.96, base)], 2.2, "#8d949b")


def draw_chair_back(c: Canvas, x, y, width, colour="#4a3a34") -> None:
    c.box(x - width / 2, y, x + width / 2, y + width * 1.5, round_shade(colour, 0.3), width * 0.16)
    c.box(
        x - width * 0.4,
        y + width * 0.1,
        x + width * 0.4,
        y + width * 1.4,
        Blend(lighter(colour, 0.16), darker(colour, 0.1)),
        width * 0.1,
    )
