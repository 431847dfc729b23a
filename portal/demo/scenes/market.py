"""A fair of local products: striped awnings, crates of fruit, jars of honey, people who taste and ask."""

from .brushes import Canvas
from .colours import Blend, darker, lighter, round_shade
from .figures import draw_bust, draw_standing_from_behind
from .looks import company
from .plants import draw_cloud, draw_tree

RATIOS = (1.25, 1.9)
AWNINGS = ("#c8413c", "#2f7a63", "#d98b2b", "#2f6a9c")
FRUITS = (("#f2a33c", 1.0), ("#d9483f", 0.95), ("#9cc04c", 1.05), ("#e8c443", 0.9), ("#8a3f6b", 0.8))


def draw(c: Canvas) -> None:
    c.box(0, 0, c.w, 520, Blend("#a9d4ea", "#fdf3da"))
    for _ in range(3):
        draw_cloud(c, c.rng.uniform(0, c.w), c.rng.uniform(50, 140), c.rng.uniform(120, 220))
    for step in range(6):
        draw_tree(c, c.w * (step + c.rng.random()) / 6, 500, c.rng.uniform(260, 400))
    c.box(0, 480, c.w, 1000, Blend("#e4d3b4", "#b79a74"))
    _draw_bunting(c)
    c.blur(1.8)
    tones = list(AWNINGS)
    c.rng.shuffle(tones)
    count = 3 if c.w > 1400 else 2
    for index in range(count):
        _draw_stall(c, c.w * (index + 0.5) / count, c.w / count * 0.9, tones[index])
    _draw_buyers(c)
    c.glow(c.w * 0.2, 60, 800, 620, "#fff3c9", 0.42)
    c.vignette(0.22)


def _draw_bunting(c: Canvas) -> None:
    rope = [(c.w * t / 12, 70 + 42 * (1 - abs((t % 6) - 3) / 3)) for t in range(13)]
    c.curve(rope, 3, "#8a7152")
    for index, (x, y) in enumerate(rope):
        tone = ("#d8433f", "#f0b93c", "#3f8a6b", "#3f76a8")[index % 4]
        c.fill([(x - 20, y), (x + 20, y), (x, y + 46)], Blend(tone, darker(tone, 0.2)))


def _draw_stall(c: Canvas, x: float, wide: float, tone: str) -> None:
    left, right, counter = x - wide / 2, x + wide / 2, 620
    c.shadow(x, 850, wide * 0.55, 34, 0.4, 18)
    for side in (left + 14, right - 14):
        c.limb([(side, 240), (side, 850)], [13, 13], "#8f6b48")
    c.box(left + 20, 300, right - 20, counter, Blend("#6f5a48", "#a28a6c"), alpha=0.5)
    _draw_shelf(c, left + 40, right - 40, 380)
    seller = company(c.rng, 1, c.rng.choice(("shirt", "ao_dai")))[0]
    draw_bust(
        c,
        x + c.rng.uniform(-40, 40),
        398,
        40,
        seller,
        c.rng.uniform(-0.5, 0.5),
        0,
        ((-1.5, 5.4), (1.5, 5.4)),
        depth=5.5,
    )
    c.box(left, counter, right, 850, Blend("#c79f6e", "#8a6440"))
    for step in range(7):
        c.line([(left + wide * step / 7, counter + 40), (left + wide * step / 7, 850)], 2.5, "#7d5a39")
    _draw_crates(c, left, wide, counter)
    c.box(x - wide * 0.28, 730, x + wide * 0.28, 800, Blend("#fdf8ea", "#e9dcbf"), 8)
    c.box(x - wide * 0.2, 748, x + wide * 0.1, 760, tone, 5)
    c.box(x - wide * 0.2, 772, x + wide * 0.04, 781, "#9b8f7c", 4)
    _draw_code(c, x + wide * 0.2, 765)
    _draw_awning(c, left, right, tone)


def _draw_code(c: Canvas, x: float, y: float) -> None:
    """A square code to scan for the origin of the goods; it says nothing."""
    c.box(x - 25, y - 25, x + 25, y + 25, "#ffffff")
    for row in range(7):
        for column in range(7):
            corner = (row in (0, 1, 5, 6)) and (column in (0, 1, 5, 6)) and not (row > 4 and column > 4)
            if corner or c.rng.random() < 0.45:
                c.box(x - 21 + column * 6, y - 21 + row * 6, x - 15 + column * 6, y - 15 + row * 6, "#26262b")


def _draw_shelf(c: Canvas, left: float, right: float, y: float) -> None:
    c.box(left, y + 62, right, y + 72, "#8f6b48")
    x = left + 20
    while x < right - 20:
        tone = c.rng.choice(("#e0962c", "#8d4a24", "#c9b13c", "#6d8f45"))
        c.box(x - 15, y + 8, x + 15, y + 62, Blend(lighter(tone, 0.35), tone, 0), 6)
        c.box(x - 13, y - 4, x + 13, y + 12, "#efe2c6", 4)
        c.box(x - 11, y + 26, x + 11, y + 46, "#fdf7e6")
        x += 42


def _draw_crates(c: Canvas, left: float, wide: float, counter: float) -> None:
    kinds = list(FRUITS)
    c.rng.shuffle(kinds)
    for index in range(3):
        tone, scale = kinds[index]
        x, half = left + wide * (index + 0.5) / 3, wide * 0.14
        r = 17 * scale
        c.fill(
            [
                (x - half * 0.9, counter - 30),
                (x + half * 0.9, counter - 30),
                (x + half, counter + 40),
                (x - half, counter + 40),
            ],
            Blend("#8d6a45", "#5f452c"),
        )
        for row, count in enumerate((3, 4, 5)):
            for step in range(count):
                cx = x + (step - (count - 1) / 2) * r * 1.7
                cy = counter - 46 + row * r * 0.95
                c.oval(cx, cy, r, r * 0.96, Blend(lighter(tone, 0.35), darker(tone, 0.22), 50))
                c.oval(cx + r * 0.1, cy - r * 0.8, r * 0.3, r * 0.12, "#5f8a46", -20)
        c.fill(
            [
                (x - half, counter + 4),
                (x + half, counter + 4),
                (x + half * 0.95, counter + 52),
                (x - half * 0.95, counter + 52),
            ],
            round_shade("#d2aa72", 0.25),
        )
        for lath in (16, 34):
            c.line([(x - half, counter + lath), (x + half, counter + lath)], 2.5, "#a37b49")


def _draw_awning(c: Canvas, left: float, right: float, tone: str) -> None:
    c.soft([(left, 330), (right, 330), (right, 372), (left, 372)], "#2a1c18", 0.42, 16)
    stripes = 9
    step = (right - left + 60) / stripes
    for index in range(stripes):
        x = left - 30 + index * step
        top = left + 30 + (right - left - 60) * index / stripes
        top_step = (right - left - 60) / stripes
        colour = tone if index % 2 == 0 else "#fbf3e2"
        c.fill(
            [(top, 190), (top + top_step, 190), (x + step, 310), (x, 310)],
            Blend(lighter(colour, 0.15), darker(colour, 0.12)),
        )
        flap = [
            (x, 310),
            (x + step, 310),
            (x + step, 334),
            (x + step * 0.8, 350),
            (x + step * 0.5, 356),
            (x + step * 0.2, 350),
            (x, 334),
        ]
        c.fill(flap, Blend(colour, darker(colour, 0.24)))


def _draw_buyers(c: Canvas) -> None:
    people = company(c.rng, 5, "shirt")
    spots = ((0.09, 960, 560), (0.3, 990, 590), (0.57, 965, 560), (0.65, 995, 600), (0.9, 975, 570))
    for index, ((share, feet, high), look) in enumerate(zip(spots, people, strict=True)):
        tone = ("#c2566b", "#f0ece2", "#3f7a9c", "#d9a441", "#5f8f66")[index]
        draw_standing_from_behind(
            c, c.w * share, feet, high, look.wearing("shirt", tone), c.rng.uniform(-0.6, 0.6)
        )
        if index in (1, 4):
            x, y = c.w * share + high * 0.16, feet - high * 0.36
            c.fill(
                [(x - 32, y), (x + 32, y), (x + 26, y + 84), (x - 26, y + 84)], round_shade("#c9a36b", 0.3)
            )
            c.curve([(x - 18, y), (x, y - 42), (x + 18, y)], 5, "#8d6c40")
