"""A conference seen from the back rows: the speaker stands small and bright at one third of the picture."""

from .brushes import Canvas
from .colours import Blend, darker, lighter
from .figures import draw_back, draw_standing
from .looks import company, some_look
from .plants import draw_flowers, draw_plant
from .props import draw_curtain, draw_microphone, draw_screen

RATIOS = (1.25, 1.9)
TONES = ("#1f4e79", "#7d2432", "#2a5f55")


def draw(c: Canvas) -> None:
    tone = c.rng.choice(TONES)
    _draw_hall(c)
    _draw_stage(c, tone)
    _draw_speaker(c)
    for row, (y, r, dim) in enumerate(((640, 25, 0.1), (712, 34, 0.24), (815, 48, 0.4))):
        _draw_row(c, y, r, dim, row)
    c.vignette(0.45)


def _draw_hall(c: Canvas) -> None:
    c.box(0, 0, c.w, 620, Blend("#57473f", "#8a7059"))
    c.box(0, 0, c.w, 70, Blend("#2f2826", "#473a34"))
    for step in range(7):
        x = c.w * (step + 0.5) / 7
        c.oval(x, 44, 34, 8, "#ffeec4")
        c.glow(x, 52, 130, 150, "#ffe3a6", 0.55)
    for left, right in ((0, c.w * 0.1), (c.w * 0.9, c.w)):
        for step in range(3):
            x0 = left + (right - left) * step / 3
            c.box(x0 + 4, 110, x0 + (right - left) / 3 - 4, 560, Blend("#a58262", "#6b503d"), 4)
    c.box(0, 600, c.w, 1000, Blend("#6a3f3a", "#2c1d22"))


def _draw_stage(c: Canvas, tone: str) -> None:
    draw_curtain(c, c.w * 0.1, c.w * 0.9, 90, 560, darker(tone, 0.18), 26)
    left, right = c.w * 0.36, c.w * 0.84
    c.glow(c.w * 0.6, 300, c.w * 0.42, 420, "#eaf4ff", 0.5)
    draw_screen(c, left, 128, right, 128 + (right - left) * 0.5, tone)
    c.fill(
        [(c.w * 0.08, 560), (c.w * 0.92, 560), (c.w * 0.96, 622), (c.w * 0.04, 622)],
        Blend("#c79a68", "#9a6f48"),
    )
    c.box(c.w * 0.04, 622, c.w * 0.96, 662, Blend("#5d3b2c", "#39231d"))
    for step in range(14):
        draw_flowers(c, c.w * (0.07 + 0.86 * step / 13), 634, 62)
    draw_plant(c, c.w * 0.88, 585, 190)


def _draw_speaker(c: Canvas) -> None:
    x = c.w * 0.235
    look = some_look(c.rng, c.rng.choice(("suit", "ao_dai")), woman=c.rng.random() < 0.5)
    look = look if look.outfit != "jacket" else look.wearing("ao_dai", "#2f6a86")
    c.fill([(x - 40, 70), (x + 60, 70), (x + 170, 600), (x - 150, 600)], "#fff2cf", 0.1)
    c.glow(x, 430, 210, 250, "#fff1cc", 0.75)
    draw_standing(c, x, 602, 300, look, 0.35, 0, ((-1.6, 5.6), (2.2, 4.6, 3.0, 3.3)))
    c.fill([(x - 62, 446), (x + 62, 446), (x + 50, 604), (x - 50, 604)], Blend("#a8743f", "#6b4323", 30))
    c.box(x - 70, 434, x + 70, 450, "#c89058", 4)
    c.oval(x, 520, 22, 22, "#e3bd62")
    draw_microphone(c, x - 30, 436, 46, 0.4)
    draw_flowers(c, x - 2, 448, 74)


def _draw_row(c: Canvas, y: float, r: float, dim: float, row: int) -> None:
    spacing = r * 5.6
    count = int(c.w / spacing) + 2
    for index, look in enumerate(company(c.rng, count)):
        x = (index + (0.5 if row % 2 else 0.05)) * spacing + c.rng.uniform(-0.3, 0.3) * r
        shaded = look.wearing(look.outfit, _hex(darker(look.main, dim)))
        draw_back(c, x, y + c.rng.uniform(-0.3, 0.3) * r, r, shaded, c.rng.uniform(-0.5, 0.5))
        c.box(
            x - 2.3 * r,
            y + 3.3 * r,
            x + 2.3 * r,
            y + 9 * r,
            Blend(lighter("#7a2f35", 0.05), darker("#5d2229", dim + 0.2)),
            0.5 * r,
        )
    c.soft([(0, y - r), (c.w, y - r), (c.w, 1000), (0, 1000)], "#1a1420", dim * 0.42, r)


def _hex(colour: tuple[int, int, int]) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)
