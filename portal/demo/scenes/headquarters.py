"""The agency's own house: a modern front among trees, the flag above, morning light."""

from .brushes import Canvas
from .colours import Blend, darker, lighter
from .plants import draw_cloud, draw_palm, draw_tree
from .props import draw_star

RATIOS = (0.8, 1.7)
STONES = (("#f4ead6", "#cdb894"), ("#eef0ee", "#bcc6c8"), ("#f3dfc9", "#c99f7c"))


def draw(c: Canvas) -> None:
    c.box(0, 0, c.w, 760, Blend("#6fb0dc", "#eaf5f3"))
    for _ in range(4):
        draw_cloud(c, c.rng.uniform(0, c.w), c.rng.uniform(70, 300), c.rng.uniform(140, 280))
    c.box(0, 740, c.w, 1000, Blend("#7fa562", "#d9cdb6"))
    for x in (0.02, 0.16, 0.86, 1.0):
        draw_tree(c, c.w * x, 760, c.rng.uniform(300, 400))
    c.blur(2)
    light, shade = c.rng.choice(STONES)
    _draw_wing(c, light, shade)
    _draw_tower(c, light, shade)
    _draw_forecourt(c)
    _draw_flag(c, c.w * 0.23, 850)
    for x, size in ((0.06, 360), (0.95, 420)):
        draw_palm(c, c.w * x, 905, size, "#2f6b4a", "#8a745c")
    c.glow(0, 0, 1000, 800, "#fff3cc", 0.5)
    c.vignette(0.22)


def _draw_wing(c: Canvas, light: str, shade: str) -> None:
    left, right, middle = c.w * 0.12, c.w * 0.94, c.w * 0.62
    c.fill(
        [(left, 440), (middle, 400), (middle, 790), (left, 770)],
        Blend(darker(light, 0.06), darker(shade, 0.1), 0),
    )
    c.fill(
        [(middle, 400), (right, 470), (right, 765), (middle, 790)],
        Blend(darker(shade, 0.12), darker(shade, 0.34), 0),
    )
    for floor in range(4):
        for step in range(6):
            t0, t1 = (step + 0.18) / 6, (step + 0.82) / 6
            _draw_pane(
                c, left, middle, 440, 400, 770, 790, (t0, t1), (0.08 + 0.23 * floor, 0.23 + 0.23 * floor)
            )
        for step in range(4):
            t0, t1 = (step + 0.2) / 4, (step + 0.8) / 4
            _draw_pane(
                c, middle, right, 400, 470, 790, 765, (t0, t1), (0.08 + 0.23 * floor, 0.23 + 0.23 * floor)
            )
    c.fill(
        [
            (left - 14, 436),
            (middle, 394),
            (right + 14, 466),
            (right + 14, 482),
            (middle, 412),
            (left - 14, 452),
        ],
        "#fff9ec",
    )


def _draw_pane(c: Canvas, x0, x1, top0, top1, foot0, foot1, across, down) -> None:
    """A window in a wall seen at an angle: `across` and `down` are shares of the wall."""

    def spot(t: float, share: float):
        top, foot = top0 + (top1 - top0) * t, foot0 + (foot1 - foot0) * t
        return x0 + (x1 - x0) * t, top + (foot - top) * share

    corners = [
        spot(across[0], down[0]),
        spot(across[1], down[0]),
        spot(across[1], down[1]),
        spot(across[0], down[1]),
    ]
    c.fill(corners, Blend("#3f6f8f", "#a9d0de", 60))
    if c.rng.random() < 0.16:
        c.fill(corners, "#ffe9b3", 0.6)


def _draw_tower(c: Canvas, light: str, shade: str) -> None:
    left, right = c.w * 0.44, c.w * 0.66
    c.box(left, 210, right, 800, Blend(lighter(light, 0.3), shade, 0))
    c.box(left - 14, 196, right + 14, 216, "#fffaf0")
    glass = (left + 26, right - 26)
    c.box(glass[0], 300, glass[1], 640, Blend("#32617f", "#a5d2e0", 60))
    c.fill([(glass[0], 560), (glass[0], 420), (glass[1], 330), (glass[1], 450)], "#ffffff", 0.22)
    for step in range(1, 4):
        x = glass[0] + (glass[1] - glass[0]) * step / 4
        c.line([(x, 300), (x, 640)], 4, "#eef3f2")
    for step in range(1, 6):
        y = 300 + 340 * step / 6
        c.line([(glass[0], y), (glass[1], y)], 4, "#eef3f2")
    middle = (left + right) / 2
    c.oval(middle, 258, 27, 27, Blend("#d8a93f", "#96691c", 50))
    c.oval(middle, 258, 22, 22, "#8f2430")
    for step in range(3):
        c.curve(
            [
                (middle - 15, 260 + 5 * step),
                (middle - 5, 256 + 5 * step),
                (middle + 5, 260 + 5 * step),
                (middle + 15, 256 + 5 * step),
            ],
            2.2,
            "#f0cf7c",
        )
    c.box(left - 60, 660, right + 60, 684, Blend("#fffaf0", darker(shade, 0.1)))
    c.box(left - 10, 684, right + 10, 800, Blend("#2a3f4d", "#5d7f8f"))
    for share in (0, 0.33, 0.67, 1):
        x = left - 44 + (right - left + 88) * share
        c.box(x - 9, 684, x + 9, 802, Blend("#fffaf0", shade, 0))


def _draw_forecourt(c: Canvas) -> None:
    c.box(0, 796, c.w, 1000, Blend("#d9cdb6", "#a9997c"))
    c.fill([(0, 770), (c.w * 0.36, 800), (c.w * 0.2, 1000), (0, 1000)], Blend("#9cc06f", "#5f8f4c"))
    c.fill([(c.w * 0.74, 800), (c.w, 770), (c.w, 1000), (c.w * 0.9, 1000)], Blend("#8fb768", "#578547"))
    c.fill(
        [(c.w * 0.44, 800), (c.w * 0.66, 800), (c.w * 0.84, 1000), (c.w * 0.26, 1000)],
        Blend("#efe6d4", "#cdbfa2"),
    )
    for step in range(4):
        y = 800 + 8 * step
        c.box(c.w * (0.42 - 0.008 * step), y, c.w * (0.68 + 0.008 * step), y + 8, Blend("#fbf5e8", "#cfc0a2"))
    for side, base in ((-1, 0.3), (1, 0.78)):
        for step in range(14):
            x = c.w * base + side * step * c.w * 0.016
            y = 830 + step * 11
            c.oval(
                x,
                y,
                15 + step,
                12 + step * 0.7,
                c.rng.choice(("#d8504a", "#f0c14e", "#5f9158", "#4f8450", "#e58f9f")),
            )


def _draw_flag(c: Canvas, x: float, foot: float) -> None:
    c.box(x - 34, foot - 16, x + 34, foot, Blend("#efe6d4", "#b3a283"), 4)
    c.limb([(x, foot - 14), (x, foot - 560)], [9, 6], "#d9dfe2")
    c.oval(x, foot - 566, 9, 9, "#e2bd62")
    top, left = foot - 550, x + 4
    cloth = [
        (left, top),
        (left + 50, top + 10),
        (left + 105, top - 6),
        (left + 160, top + 8),
        (left + 160, top + 116),
        (left + 105, top + 102),
        (left + 50, top + 118),
        (left, top + 108),
    ]
    c.fill(cloth, Blend("#e2353c", "#b3202b", 0))
    c.fill(
        [(left + 50, top + 10), (left + 105, top - 6), (left + 105, top + 102), (left + 50, top + 118)],
        "#8f1620",
        0.2,
    )
    draw_star(c, left + 80, top + 56, 34, "#f8d43c")
