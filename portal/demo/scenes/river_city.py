"""The provincial town on its river at dusk: a cable-stayed bridge, towers, lights on the water."""

from .brushes import Canvas, ellipse_points
from .colours import Blend, darker, lighter, mix
from .plants import draw_cloud, draw_palm

RATIOS = (1.3, 2.4)
SKIES = (
    ("#2f4a7a", "#f2a66b", "#1f3152"),
    ("#5f86b8", "#ffd9a8", "#3d5d80"),
    ("#3b3f73", "#f08a78", "#272b50"),
)
WATERLINE = 600


def draw(c: Canvas) -> None:
    high, low, dark = c.rng.choice(SKIES)
    c.box(0, 0, c.w, WATERLINE, Blend(high, low))
    sun = c.w * 0.3
    c.glow(sun, WATERLINE - 40, 700, 420, "#fff0cc", 0.9)
    c.oval(sun, WATERLINE - 92, 46, 46, "#fff6de")
    for _ in range(5):
        draw_cloud(
            c, c.rng.uniform(0, c.w), c.rng.uniform(70, 260), c.rng.uniform(130, 260), lighter(low, 0.4), 0.4
        )
    _draw_hills(c, mix(dark, low, 0.5))
    _draw_towers(c, mix(dark, low, 0.34), 0.62, 34)
    _draw_towers(c, mix(dark, low, 0.12), 1, 24)
    _draw_water(c, high, low, dark, sun)
    _draw_bridge(c, dark)
    _draw_boats(c, dark)
    _draw_bank(c, dark)
    c.vignette(0.3)


def _draw_hills(c: Canvas, tone) -> None:
    for base, lift in ((WATERLINE - 60, 120), (WATERLINE - 10, 80)):
        ridge = [(c.w * step / 9, base - lift * c.rng.random()) for step in range(10)]
        c.blob(
            [(-80, WATERLINE + 60), (-60, base), *ridge, (c.w + 60, base), (c.w + 80, WATERLINE + 60)],
            tone,
            0.55,
        )


def _draw_towers(c: Canvas, tone, scale: float, count: int) -> None:
    for index in range(count):
        x = c.w * (0.3 + 0.72 * (index + c.rng.random()) / count)
        peak = 1 - abs(x / c.w - 0.74) * 1.7
        width, high = (
            c.rng.uniform(26, 54),
            (40 + 250 * max(0.1, peak) * c.rng.uniform(0.5, 1)) * (1.2 - 0.2 * scale) * scale,
        )
        top = WATERLINE - high
        c.box(x, top, x + width, WATERLINE, Blend(lighter(tone, 0.1), tone, 0))
        if c.rng.random() < 0.3:
            c.box(x + width * 0.3, top - 18, x + width * 0.7, top, tone)
        rows = int(high / 13)
        for row in range(rows):
            for column in range(int(width / 11)):
                if c.rng.random() < 0.36 * scale:
                    wx, wy = x + 4 + column * 11, top + 8 + row * 13
                    c.box(wx, wy, wx + 5, wy + 6, c.rng.choice(("#ffe6a6", "#ffd27a", "#fff3cf")), alpha=0.9)


def _draw_water(c: Canvas, high: str, low: str, dark: str, sun: float) -> None:
    c.box(0, WATERLINE, c.w, 1000, Blend(mix(low, dark, 0.25), mix(high, dark, 0.6)))
    for _ in range(70):
        x, width = c.w * c.rng.uniform(0.3, 1), c.rng.uniform(6, 22)
        long = c.rng.uniform(60, 240) * (1 - abs(x / c.w - 0.74))
        c.soft(
            [(x, WATERLINE), (x + width, WATERLINE), (x + width, WATERLINE + long), (x, WATERLINE + long)],
            c.rng.choice(("#ffd890", dark, dark)),
            0.3,
            6,
        )
    for step in range(46):
        y = WATERLINE + 8 + 390 * (step / 46) ** 1.4
        half = 22 + 130 * (step / 46) * c.rng.uniform(0.4, 1)
        c.oval(sun + c.rng.uniform(-24, 24), y, half, 1.6 + 3.6 * step / 46, "#ffe9bd", alpha=0.55)
    for _ in range(150):
        y = WATERLINE + 10 + 380 * c.rng.random() ** 1.2
        size = 12 + 70 * (y - WATERLINE) / 400
        x = c.rng.uniform(0, c.w)
        c.oval(x, y, size, 1.4 + size / 26, c.rng.choice((lighter(low, 0.3), dark, high)), alpha=0.25)


def _draw_bridge(c: Canvas, dark: str) -> None:
    deck, tone = WATERLINE - 58, mix(dark, "#0f1526", 0.3)
    lamp = "#fff0c0"
    for share in (0.28, 0.56):
        x, top = c.w * share, deck - 270
        c.fill(
            [(x - 17, WATERLINE + 14), (x - 6, top), (x + 6, top), (x + 17, WATERLINE + 14)],
            Blend(lighter(tone, 0.28), tone, 0),
        )
        for step in range(1, 11):
            for side in (-1, 1):
                c.line(
                    [(x, top + 10 + step * 6), (x + side * step * c.w * 0.0136, deck)],
                    2,
                    mix(lamp, tone, 0.45),
                )
        c.glow(x, top, 46, 46, "#ffb36b", 0.9)
    c.box(-10, deck, c.w * 0.86, deck + 15, Blend(lighter(tone, 0.22), tone))
    c.box(-10, deck - 7, c.w * 0.86, deck - 4, mix(lamp, tone, 0.4))
    for share in (0.03, 0.12, 0.42, 0.7, 0.8):
        c.box(c.w * share - 9, deck + 12, c.w * share + 9, WATERLINE + 10, tone)
    for step in range(30):
        x = c.w * 0.86 * step / 30
        c.glow(x, deck - 20, 20, 20, lamp, 1)
    c.soft(
        [
            (0, WATERLINE + 20),
            (c.w * 0.84, WATERLINE + 20),
            (c.w * 0.84, WATERLINE + 42),
            (0, WATERLINE + 42),
        ],
        tone,
        0.4,
        9,
    )


def _draw_boats(c: Canvas, dark: str) -> None:
    for share, y, size in ((0.46, 668, 70), (0.17, 724, 110), (0.7, 775, 170)):
        x, hull = c.w * share, darker(dark, 0.35)
        c.soft(ellipse_points(x, y + size * 0.16, size * 0.8, size * 0.1), "#0d1424", 0.5, 8)
        c.blob(
            [
                (x - size * 0.8, y - size * 0.08),
                (x, y),
                (x + size * 0.85, y - size * 0.14),
                (x + size * 0.6, y + size * 0.13),
                (x - size * 0.55, y + size * 0.13),
            ],
            hull,
        )
        c.blob(
            [
                (x - size * 0.3, y - size * 0.02),
                (x - size * 0.26, y - size * 0.26),
                (x + size * 0.24, y - size * 0.26),
                (x + size * 0.3, y - size * 0.02),
            ],
            Blend(lighter(hull, 0.28), hull),
        )
        c.glow(x + size * 0.36, y - size * 0.14, size * 0.3, size * 0.3, "#ffd58a", 0.9)


def _draw_bank(c: Canvas, dark: str) -> None:
    tone = darker(dark, 0.5)
    c.blob(
        [(-60, 1060), (-60, 905), (c.w * 0.16, 935), (c.w * 0.34, 985), (c.w * 0.42, 1060)],
        Blend(lighter(tone, 0.12), tone),
    )
    for share, size in ((0.035, 330), (0.1, 250)):
        draw_palm(c, c.w * share, 950, size, "#16241f", "#1b1f27")
    for _ in range(30):
        c.oval(
            c.rng.uniform(-20, c.w * 0.3),
            985,
            c.rng.uniform(18, 44),
            c.rng.uniform(12, 40),
            mix(tone, "#2f4a3a", c.rng.random() * 0.5),
        )
