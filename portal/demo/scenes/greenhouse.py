"""Melons under a plastic roof: rows running into the light, a sensor post, somebody reading a tablet."""

import math

from .brushes import Canvas, ellipse_points
from .colours import Blend, lighter, mix, round_shade
from .figures import draw_standing
from .looks import some_look

RATIOS = (0.66, 1.6)


def draw(c: Canvas) -> None:
    eye = (c.w * 0.5, 400)
    _draw_roof(c, eye)
    _draw_ground(c, eye)
    for side in (-1, 1):
        _draw_rows(c, eye, side)
    c.glow(*eye, 330, 300, "#fffdf0", 0.85)
    _draw_sensor(c, c.w * 0.5 + 175, 800)
    _draw_grower(c)
    c.glow(c.w * 0.3, 0, 800, 620, "#fff8dc", 0.4)
    c.vignette(0.28, "#0f2a1c")


def _draw_roof(c: Canvas, eye) -> None:
    c.box(0, 0, c.w, 560, Blend("#c8e4ee", "#f5f6e8"))
    for step in range(10):
        t = 0.8**step
        span = c.w * 0.95 * t
        arch = [
            (eye[0] + span * math.cos(a), eye[1] + 60 * t - 560 * t * abs(math.sin(a)) ** 0.8)
            for a in (math.pi * k / 20 for k in range(21))
        ]
        tone = mix("#8fa3a6", "#eef3ee", min(1, step / 8))
        c.line(arch, 15 * t, tone)
        if step < 5:
            c.fill([*arch, (eye[0] - span, eye[1] + 60 * t)], "#ffffff", 0.1)
    for share in (0.2, 0.35, 0.5, 0.65, 0.8):
        angle = math.pi * share
        far, near = 0.1, 1.15
        line = [
            (eye[0] + c.w * 0.95 * t * math.cos(angle), eye[1] + 60 * t - 560 * t * math.sin(angle) ** 0.8)
            for t in (far, near)
        ]
        c.line(line, 4, "#a9bbbd", 0.7)


def _draw_ground(c: Canvas, eye) -> None:
    c.box(0, 440, c.w, 1000, Blend("#cfd9bd", "#8f9a74"))
    c.fill(
        [(eye[0] - 18, 430), (eye[0] + 18, 430), (eye[0] + 230, 1000), (eye[0] - 230, 1000)],
        Blend("#efe9d8", "#cabd9f"),
    )
    for side in (-1, 1):
        c.line([(eye[0] + side * 19, 430), (eye[0] + side * 240, 1000)], 7, "#43535a", 0.8)


def _draw_rows(c: Canvas, eye, side: int) -> None:
    for row in (3, 2, 1):
        for step in range(15):
            t = 0.1 + 0.95 * (step / 14) ** 1.8
            foot = (eye[0] + side * (150 + 230 * row) * t, eye[1] + 640 * t)
            high = 560 * t
            if -260 < foot[0] < c.w + 260 and t > 0.12:
                _draw_vine(c, foot, high)


def _draw_vine(c: Canvas, foot, high: float) -> None:
    x, y = foot
    haze = max(0.0, 0.7 - high / 380)
    c.line([(x, y), (x, y - high * 1.25)], max(1.0, high * 0.008), mix("#e9efe0", "#8fa58a", 0.4))
    for leaf in range(19):
        top = y - high * (0.04 + 0.053 * leaf)
        side = 1 if leaf % 2 else -1
        green = mix(mix("#2f6b3f", "#8fbb60", c.rng.random()), "#e9f1dc", haze)
        reach = high * c.rng.uniform(0.05, 0.13)
        shape = ellipse_points(
            x + side * reach, top, high * 0.085, high * 0.055, side * c.rng.uniform(5, 45), 12
        )
        c.fill(shape, green)
        if high > 300:
            c.line(
                [(x + side * reach * 0.4, top - high * 0.012), (x + side * reach * 1.6, top + high * 0.012)],
                2,
                lighter(green, 0.25),
            )
    for melon in range(2):
        mx, my, r = x + c.rng.uniform(-0.12, 0.12) * high, y - high * (0.26 + 0.3 * melon), high * 0.05
        tone = mix("#e0cc5c", "#f0eccd", haze)
        c.line([(mx, my - r), (mx, my - r * 2.2)], max(1.0, high * 0.008), "#6f8f4c")
        c.oval(mx, my, r * 0.94, r, round_shade(tone, 0.3) if high > 200 else tone)


def _draw_sensor(c: Canvas, x: float, y: float) -> None:
    c.shadow(x + 8, y, 36, 8, 0.4, 5)
    c.limb([(x, y), (x, y - 300)], [10, 10], "#b9c4c8")
    c.box(x - 38, y - 330, x + 38, y - 226, Blend("#ffffff", "#ccd6da", 30), 9)
    c.box(x - 28, y - 318, x + 28, y - 270, Blend("#1f4e63", "#2f7a8a"), 4)
    for step, high in enumerate((12, 20, 15, 27, 31)):
        c.box(x - 22 + step * 9, y - 276 - high, x - 16 + step * 9, y - 276, "#9fe3c2")
    c.oval(x - 16, y - 248, 6, 6, "#5fce7a")
    c.oval(x + 2, y - 248, 6, 6, "#f0b93c")
    c.fill(
        [(x - 54, y - 366), (x + 46, y - 392), (x + 56, y - 358), (x - 44, y - 332)],
        Blend("#27405e", "#4a7ba3", 20),
    )


def _draw_grower(c: Canvas) -> None:
    look = some_look(c.rng, "shirt").wearing(
        "shirt", c.rng.choice(("#7fa9c4", "#d9a86a", "#8fb58a", "#c98a8f"))
    )
    x, feet, high = c.w * 0.5 - 95, 962, 590
    r = high / 15.4
    draw_standing(c, x, feet, high, look, 0.35, 0.8, ((-0.5, 5.5), (1.1, 5.3)))
    y = feet - high + 1.45 * r
    c.fill(
        [
            (x - 0.7 * r, y + 4.3 * r),
            (x + 1.4 * r, y + 4.1 * r),
            (x + 1.55 * r, y + 5.5 * r),
            (x - 0.55 * r, y + 5.75 * r),
        ],
        Blend("#2c3138", "#454c55"),
    )
    brim = [
        (x - 1.5 * r, y - 0.62 * r),
        (x + 1.5 * r, y - 0.62 * r),
        (x + 1.1 * r, y - 0.95 * r),
        (x - 1.1 * r, y - 0.95 * r),
    ]
    crown = [
        (x - 1.1 * r, y - 0.8 * r),
        (x - 0.95 * r, y - 1.5 * r),
        (x, y - 1.75 * r),
        (x + 0.95 * r, y - 1.5 * r),
        (x + 1.1 * r, y - 0.8 * r),
    ]
    c.blob(crown, Blend("#f0e2bd", "#c9ac6f", 20))
    c.blob(brim, Blend("#e9d6a6", "#b3945a"))
