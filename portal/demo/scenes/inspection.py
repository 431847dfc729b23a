"""An inspection in a processing plant: helmets, a clipboard, a conveyor of fruit running into the depth."""

from .brushes import Canvas, ellipse_points
from .colours import Blend, darker, lighter, mix, round_shade
from .figures import draw_standing
from .looks import Look, company

RATIOS = (1.25, 1.8)
FRUITS = (("#f0a53a", "#d9822b"), ("#8fb846", "#6c9433"), ("#d9534a", "#a83a38"))


def draw(c: Canvas) -> None:
    _draw_building(c)
    _draw_tanks(c)
    c.blur(1.6)
    _draw_belt(c, c.rng.choice(FRUITS))
    _draw_party(c)
    _draw_crates(c)
    c.soft([(c.w * 0.5, 0), (c.w * 0.72, 0), (c.w * 0.6, 1000), (c.w * 0.2, 1000)], "#fff7e0", 0.12, 40)
    c.vignette(0.3)


def _draw_building(c: Canvas) -> None:
    c.box(0, 0, c.w, 560, Blend("#7b909c", "#cfdbdf"))
    eye = (c.w * 0.56, 360)
    for step in range(9):
        t = 0.86**step
        left, right = eye[0] + (-100 - eye[0]) * t, eye[0] + (c.w + 100 - eye[0]) * t
        top = eye[1] - 420 * t
        tone = mix("#4d626f", "#c3d1d6", step / 9)
        c.line(
            [
                (left, eye[1] + 210 * t),
                (left, top + 80 * t),
                (eye[0], top - 20 * t),
                (right, top + 80 * t),
                (right, eye[1] + 210 * t),
            ],
            20 * t,
            tone,
        )
        if step < 6:
            lamp = top + 70 * t
            c.box(eye[0] - 130 * t, lamp, eye[0] + 130 * t, lamp + 12 * t, "#ffffff")
            c.glow(eye[0], lamp, 420 * t, 220 * t, "#ffffff", 0.5)
    c.glow(*eye, 420, 300, "#ffffff", 0.85)
    c.box(0, 545, c.w, 1000, Blend("#b9c4c4", "#76858a"))
    c.fill([(eye[0] - 40, 545), (eye[0] - 20, 545), (c.w * 0.12, 1000), (c.w * 0.02, 1000)], "#e2b53a", 0.8)
    c.soft([(c.w * 0.3, 700), (c.w, 700), (c.w, 1000), (c.w * 0.3, 1000)], "#ffffff", 0.14, 50)


def _draw_tanks(c: Canvas) -> None:
    for x, top, wide in ((0.88, 130, 190), (0.74, 230, 130), (0.655, 290, 88)):
        cx = c.w * x
        c.shadow(cx, 572, wide * 0.6, 18, 0.4, 12)
        c.box(cx - wide / 2, top, cx + wide / 2, 566, Blend("#f6fafb", "#7f959f", 0), wide * 0.18)
        c.box(cx - wide / 2, top + 90, cx + wide / 2, top + 102, "#9fb1b9")
        c.box(cx - wide * 0.12, top + 160, cx + wide * 0.12, top + 260, "#3f79a3", 6)
        c.limb([(cx, top), (cx, top - 60), (cx - wide, top - 60)], [20, 20, 20], "#a9bac2")


def _draw_belt(c: Canvas, fruit: tuple[str, str]) -> None:
    near, far = (c.w * 1.02, 1010), (c.w * 0.6, 560)
    c.fill(
        [(c.w * 0.62, 552), (c.w * 0.665, 552), (c.w * 1.3, 1000), (c.w * 0.74, 1000)],
        Blend("#3d4a52", "#58666e"),
    )
    c.fill(
        [(c.w * 0.605, 556), (c.w * 0.62, 552), (c.w * 0.74, 1000), (c.w * 0.68, 1000)],
        Blend("#d5dde0", "#93a3ab"),
    )
    for step in range(26):
        t = (step / 25) ** 1.7
        y, r = far[1] + (near[1] - far[1]) * t, 6 + 42 * t
        middle, half = c.w * (0.645 + 0.37 * t), c.w * (0.016 + 0.19 * t)
        for share in (-0.8, -0.35, 0.1, 0.55):
            x = middle + half * (share + c.rng.uniform(-0.1, 0.1))
            c.oval(x + r * 0.2, y + r * 0.5, r, r * 0.5, "#232c31", alpha=0.4)
            c.oval(x, y, r, r * 0.94, Blend(lighter(fruit[0], 0.3), fruit[1], 50))
            c.oval(x - r * 0.3, y - r * 0.34, r * 0.24, r * 0.16, "#ffffff", alpha=0.5)


def _draw_party(c: Canvas) -> None:
    people = company(c.rng, 5, "shirt")
    places = (
        (0.5, 745, 385, 0.6),
        (0.06, 800, 490, 0.5),
        (0.4, 850, 540, 0.5),
        (0.17, 880, 580, 0.5),
        (0.29, 930, 640, 0.7),
    )
    for index, ((share, feet, high, turn), look) in enumerate(zip(places, people, strict=True)):
        reach = ((-0.7, 5.6), (0.9, 5.2))
        if index == 2:
            reach = ((-1.0, 6.4), (2.5, 4.3, 4.3, 3.5))
        draw_standing(c, c.w * share, feet, high, look, turn, 0.2, reach)
        _draw_safety_wear(c, c.w * share, feet, high, look, index)
        if index in (1, 4):
            _draw_clipboard(c, c.w * share + high * 0.01, feet - high * 0.55, high * 0.15)


def _draw_safety_wear(c: Canvas, x: float, feet: float, high: float, look: Look, index: int) -> None:
    r = high / 15.4
    y = feet - high + 1.45 * r
    tone = ("#f4f4f0", "#f2c230", "#f4f4f0", "#3f86c9", "#f4f4f0")[index]
    c.blob(
        [
            (x - 1.2 * r, y - 0.46 * r),
            (x - 1.12 * r, y - 1.2 * r),
            (x - 0.5 * r, y - 1.74 * r),
            (x + 0.5 * r, y - 1.74 * r),
            (x + 1.12 * r, y - 1.2 * r),
            (x + 1.2 * r, y - 0.46 * r),
        ],
        Blend(lighter(tone, 0.3), darker(tone, 0.18), 20),
    )
    c.fill(ellipse_points(x + 0.16 * r, y - 0.5 * r, 1.36 * r, 0.24 * r), Blend(tone, darker(tone, 0.26), 20))
    c.box(x - 0.2 * r, y - 1.78 * r, x + 0.22 * r, y - 0.62 * r, lighter(tone, 0.2), 0.2 * r)
    if index in (1, 3):
        for side in (-1, 1):
            vest = [
                (x + side * 0.4 * r, y + 1.7 * r),
                (x + side * 1.0 * r, y + 1.85 * r),
                (x + side * 0.95 * r, y + 5.0 * r),
                (x + side * 0.2 * r, y + 5.0 * r),
            ]
            c.fill(vest, round_shade("#e8762c", 0.2))
            c.box(
                x + min(side * 0.24, side * 0.96) * r,
                y + 3.7 * r,
                x + max(side * 0.24, side * 0.96) * r,
                y + 4.05 * r,
                "#f3efc4",
            )


def _draw_clipboard(c: Canvas, x: float, y: float, size: float) -> None:
    c.fill(
        [
            (x - size * 0.4, y - size * 0.5),
            (x + size * 0.46, y - size * 0.42),
            (x + size * 0.38, y + size * 0.6),
            (x - size * 0.46, y + size * 0.5),
        ],
        "#8a5f3c",
    )
    c.fill(
        [
            (x - size * 0.33, y - size * 0.4),
            (x + size * 0.38, y - size * 0.34),
            (x + size * 0.31, y + size * 0.5),
            (x - size * 0.38, y + size * 0.42),
        ],
        "#fbfaf5",
    )
    for step in range(4):
        c.line(
            [
                (x - size * 0.24, y - size * 0.2 + step * size * 0.15),
                (x + size * 0.24, y - size * 0.16 + step * size * 0.15),
            ],
            size * 0.035,
            "#9fa4a8",
        )


def _draw_crates(c: Canvas) -> None:
    for x, y, size in ((0.03, 1005, 170), (0.66, 700, 70), (0.6, 660, 50)):
        cx = c.w * x
        c.shadow(cx, y, size * 0.62, size * 0.12, 0.4, size * 0.06)
        c.box(cx - size * 0.55, y - size * 0.5, cx + size * 0.55, y, round_shade("#3f7f9c", 0.3), size * 0.04)
        for step in range(3):
            c.box(
                cx - size * 0.46,
                y - size * (0.42 - 0.15 * step),
                cx + size * 0.46,
                y - size * (0.36 - 0.15 * step),
                "#28586e",
            )
