"""Rice harvest: gold to the horizon, farmers in nón lá, hills in the morning haze."""

import math

from .brushes import Canvas, Point, ellipse_points, smooth
from .colours import Blend, darker, lighter, mix, round_shade
from .plants import draw_cloud, draw_palm

RATIOS = (1.25, 1.9)
SKIES = (("#8fc3dd", "#fbe7c0"), ("#7fb0d6", "#f9f1dc"), ("#f0b98a", "#fff0c9"))


def draw(c: Canvas) -> None:
    sky = c.rng.choice(SKIES)
    sun = c.w * c.rng.choice((0.68, 0.76))
    c.box(0, 0, c.w, 470, Blend(*sky))
    c.glow(sun, 300, 620, 420, "#fff6d8", 0.95)
    c.oval(sun, 285, 44, 44, "#fffbe9")
    for _ in range(4):
        draw_cloud(c, c.rng.uniform(0, c.w), c.rng.uniform(60, 190), c.rng.uniform(110, 220), "#ffffff", 0.45)
    _draw_hills(c, sky[1])
    _draw_field(c)
    _draw_harvester(c, c.w * 0.72, 505, 105)
    _draw_farmers(c)
    _draw_front_ears(c)
    c.glow(sun, 320, 900, 760, "#ffe9b0", 0.28)
    c.vignette(0.2)


def _draw_hills(c: Canvas, haze: str) -> None:
    for level, (base, high, tone) in enumerate(
        ((410, 150, "#5f8ea3"), (440, 110, "#4f7f7a"), (462, 64, "#47724f"))
    ):
        phase = c.rng.uniform(0, 6)
        ridge = [(0, 480)]
        for step in range(41):
            x = c.w * step / 40
            lift = 0.55 + 0.3 * math.sin(phase + step * 0.37) + 0.15 * math.sin(phase * 2 + step * 0.93)
            ridge.append((x, base - high * lift))
        c.fill(
            [*ridge, (c.w, 480)],
            Blend(mix(tone, haze, 0.45 - 0.14 * level), mix(tone, haze, 0.72 - 0.2 * level)),
        )
    for _ in range(16):
        x = c.rng.uniform(0, c.w)
        c.oval(
            x,
            462,
            c.rng.uniform(18, 42),
            c.rng.uniform(12, 24),
            c.rng.choice(("#4b7a4f", "#5f8c57", "#3f6b4c")),
        )
    for x in (0.07, 0.11, 0.9):
        draw_palm(c, c.w * x, 472, c.rng.uniform(110, 150))


def _draw_field(c: Canvas) -> None:
    c.box(0, 462, c.w, 1000, Blend("#e9c55c", "#c48a22"))
    vanish = (c.w * 0.4, 440)
    for step in range(-24, 34):
        x0, x1 = c.w * step / 10, c.w * (step + 0.45) / 10
        tone = mix("#f2d677", "#a8721c", 0.3 if step % 2 else 0.1)
        c.fill(
            [
                (vanish[0] + (x0 - vanish[0]) * 0.04, 464),
                (vanish[0] + (x1 - vanish[0]) * 0.04, 464),
                (x1, 1000),
                (x0, 1000),
            ],
            tone,
            0.22,
        )
    c.fill(
        [(c.w * 0.385, 464), (c.w * 0.41, 464), (c.w * 0.62, 1000), (c.w * 0.26, 1000)],
        Blend("#c6b06a", "#8d7a3f"),
        0.75,
    )
    for _ in range(1500):
        y = 470 + 500 * c.rng.random() ** 1.4
        _draw_stalk(c, c.rng.uniform(0, c.w), y)
    c.soft([(0, 458), (c.w, 458), (c.w, 474), (0, 474)], "#6d8a45", 0.8, 5)


def _draw_stalk(c: Canvas, x: float, y: float) -> None:
    depth = (y - 455) / 545
    high, lean = 7 + 46 * depth, c.rng.uniform(-0.4, 0.4)
    tone = mix("#f9e08c", "#8f6316", c.rng.random() ** 1.3)
    c.line([(x, y), (x + lean * high, y - high)], 0.8 + 2.4 * depth, tone)


def _draw_harvester(c: Canvas, x: float, y: float, size: float) -> None:
    c.shadow(x, y + 4, size * 0.9, 12, 0.4, 8)
    c.box(x - size * 0.5, y - size * 0.55, x + size * 0.5, y - size * 0.1, Blend("#d84a35", "#9c2c22"), 6)
    c.box(x - size * 0.36, y - size * 0.95, x + size * 0.04, y - size * 0.5, Blend("#cfe6ee", "#8fb4c4"), 5)
    c.box(x - size * 0.42, y - size, x + size * 0.1, y - size * 0.92, "#b93a2b", 3)
    c.box(x - size * 0.95, y - size * 0.28, x - size * 0.45, y - size * 0.02, Blend("#e3b34a", "#9b742b"), 4)
    for px in (-0.26, 0.3):
        c.oval(x + px * size, y - size * 0.06, size * 0.17, size * 0.15, "#2c2a2c")
        c.oval(x + px * size, y - size * 0.06, size * 0.07, size * 0.06, "#d8b13c")
    c.limb(
        [
            (x + size * 0.3, y - size * 0.5),
            (x + size * 0.5, y - size * 0.95),
            (x + size * 0.72, y - size * 0.9),
        ],
        [12, 11, 9],
        "#b93a2b",
    )


def _draw_farmers(c: Canvas) -> None:
    shirts = ["#7b4a86", "#2f6a86", "#a8496b", "#4d7a55", "#b5563c"]
    c.rng.shuffle(shirts)
    for (share, y, high), shirt in zip(
        ((0.58, 560, 105), (0.5, 590, 120), (0.33, 700, 250), (0.2, 760, 330)), shirts, strict=False
    ):
        draw_farmer(c, c.w * share, y, high, shirt, with_sheaf=high > 200)
        for _ in range(46):
            _draw_stalk(
                c, c.w * share + c.rng.uniform(-0.34, 0.34) * high, y + c.rng.uniform(-0.02, 0.06) * high
            )
            _draw_stalk(c, c.w * share + c.rng.uniform(-0.3, 0.3) * high, y - 0.06 * high)


def draw_farmer(c: Canvas, x: float, feet: float, high: float, shirt: str, with_sheaf: bool = True) -> None:
    """Somebody in a conical hat among the rice, with a sheaf in the arms."""
    u = high / 10
    c.shadow(x + u, feet, 3 * u, 0.7 * u, 0.4, u * 0.5)
    c.blob(
        [(x - 1.3 * u, feet - 5 * u), (x + 1.3 * u, feet - 5 * u), (x + 1.4 * u, feet), (x - 1.4 * u, feet)],
        Blend("#3a3d4a", "#24252f"),
    )
    body = smooth(
        [
            (x - 0.8 * u, feet - 6.9 * u),
            (x + 0.8 * u, feet - 6.9 * u),
            (x + 1.7 * u, feet - 5.6 * u),
            (x + 1.5 * u, feet - 3.4 * u),
            (x - 1.5 * u, feet - 3.4 * u),
            (x - 1.7 * u, feet - 5.6 * u),
        ]
    )
    c.fill(body, round_shade(shirt, 0.3))
    c.oval(x, feet - 7.75 * u, 0.74 * u, 0.95 * u, Blend("#b98458", "#dcab82"))
    c.curve(
        [(x - 0.22 * u, feet - 7.22 * u), (x, feet - 7.13 * u), (x + 0.22 * u, feet - 7.22 * u)],
        0.09 * u,
        "#8f4d3a",
    )
    if with_sheaf:
        draw_sheaf(c, x + 0.3 * u, feet - 4.9 * u, 2.3 * u)
    for side in (-1, 1):
        c.limb(
            [
                (x + side * 1.3 * u, feet - 6.7 * u),
                (x + side * 1.9 * u, feet - 5.2 * u),
                (x + side * 0.5 * u, feet - 4.5 * u),
            ],
            [0.95 * u, 0.85 * u, 0.6 * u],
            darker(shirt, 0.16),
        )
        c.oval(x + side * 0.4 * u, feet - 4.5 * u, 0.34 * u, 0.3 * u, "#c8946a")
    brim = feet - 8.1 * u
    c.fill(ellipse_points(x, brim, 2.1 * u, 0.5 * u), "#8a7340")
    c.fill(
        [
            (x - 2.1 * u, brim - 0.05 * u),
            (x, feet - 10 * u),
            (x + 2.1 * u, brim - 0.05 * u),
            *_arc(x, brim, 2.1 * u, 0.42 * u),
        ],
        Blend("#fbf0cf", "#c9a862", 10),
    )
    for step in range(1, 4):
        half = 2.1 * u * step / 4
        top = feet - 10 * u + (brim - feet + 10 * u) * step / 4
        c.curve(
            [(x - half, top), (x, top + 0.34 * u * step / 4), (x + half, top)], max(1.0, 0.05 * u), "#c4a766"
        )


def _arc(x: float, y: float, rx: float, ry: float) -> list[Point]:
    return [(x + rx * math.cos(a), y + ry * math.sin(a)) for a in (math.pi * step / 12 for step in range(13))]


def draw_sheaf(c: Canvas, x: float, y: float, size: float) -> None:
    for step in range(34):
        angle = math.radians(-90 + (step - 17) * 3.4 + c.rng.uniform(-3, 3))
        reach = size * c.rng.uniform(0.8, 1.25)
        tip = (x + reach * math.cos(angle), y + reach * math.sin(angle))
        bow = (tip[0] + size * 0.16 * (1 if tip[0] > x else -1), tip[1] + size * 0.14)
        c.line([(x, y + size * 0.5), tip, bow], size * 0.045, c.rng.choice(("#f6dc86", "#e2b94c", "#c9952f")))
    c.box(x - size * 0.2, y + size * 0.02, x + size * 0.2, y + size * 0.14, "#8d6a2b")


def _draw_front_ears(c: Canvas) -> None:
    """Ripe ears close to the eye, at the foot of the picture."""
    for _ in range(170):
        x, foot = c.rng.uniform(-20, c.w + 20), 1010
        edge = abs(x / c.w - 0.45) * 2
        high = c.rng.uniform(90, 170) + 90 * edge
        lean = c.rng.uniform(-46, 46)
        tone = mix("#f7df8d", "#a9761d", c.rng.random())
        stem = [
            (x, foot),
            (x + lean * 0.4, foot - high * 0.7),
            (x + lean, foot - high),
            (x + lean * 1.6, foot - high * 0.86),
        ]
        c.curve(stem, 3, darker(tone, 0.1))
        for step in range(5):
            t = step / 5
            gx = stem[2][0] + (stem[3][0] - stem[2][0]) * t
            gy = stem[2][1] + (stem[3][1] - stem[2][1]) * t
            c.oval(gx, gy + 5, 4.2, 8, lighter(tone, 0.12 * (step % 2)), 20 * (1 if lean < 0 else -1))
