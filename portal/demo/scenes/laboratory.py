"""A laboratory: somebody in a white coat at a microscope, glassware and shelves behind."""

from .brushes import Canvas
from .colours import Blend, darker, lighter
from .figures import draw_bust
from .looks import some_look
from .plants import draw_plant
from .props import draw_window

RATIOS = (1.2, 1.6)
LIQUIDS = ("#3f9ec4", "#e0a33a", "#5fae74", "#c9568a", "#8c6fc4", "#d86a4a")


def draw(c: Canvas) -> None:
    c.box(0, 0, c.w, 760, Blend("#eef4f5", "#c9d9dd", 30))
    draw_window(c, c.w * 0.04, 70, c.w * 0.36, 470, 2)
    _draw_shelves(c)
    c.glow(c.w * 0.2, 260, 620, 560, "#ffffff", 0.65)
    _draw_colleague(c)
    c.blur(2.2)
    _draw_bench(c)
    _draw_scientist(c)
    _draw_glassware(c)
    c.soft([(0, 100), (c.w * 0.3, 60), (c.w * 0.75, 1000), (c.w * 0.2, 1000)], "#ffffff", 0.12, 40)
    c.vignette(0.2, "#0f2233")


def _draw_shelves(c: Canvas) -> None:
    left, right = c.w * 0.46, c.w * 0.98
    c.box(left, 60, right, 560, Blend("#d9e4e6", "#b7c8cd"), 8)
    for y in (210, 370, 530):
        x = left + 26
        while x < right - 60:
            _draw_jar(c, x, y, c.rng.uniform(60, 110), c.rng.choice((*LIQUIDS, "#f2efe6", "#7a5b3c")))
            x += c.rng.uniform(52, 74)
        c.box(left, y, right, y + 14, Blend("#fdfefe", "#a9bcc2"))


def _draw_jar(c: Canvas, x: float, y: float, high: float, tone: str) -> None:
    c.box(x - 20, y - high, x + 20, y, Blend(lighter(tone, 0.45), tone, 0), 8, 0.85)
    c.box(x - 15, y - high - 14, x + 15, y - high + 4, "#5d6f7a", 4)
    c.box(x - 15, y - high * 0.66, x + 15, y - high * 0.3, "#fbfbf7")


def _draw_colleague(c: Canvas) -> None:
    look = some_look(c.rng, "coat")
    draw_bust(c, c.w * 0.41, 400, 36, look, 0.7, 0.6, ((-0.6, 6.2), (1.9, 5.4)), depth=8.2)


def _draw_bench(c: Canvas) -> None:
    c.box(0, 660, c.w, 1000, Blend("#e9eff1", "#b5c5cb"))
    c.fill([(0, 655), (c.w, 655), (c.w, 842), (0, 842)], Blend("#fbfdfd", "#d5e0e3"))
    c.box(0, 842, c.w, 862, "#7f97a3")
    for step in range(5):
        x = c.w * step / 5
        c.box(x + 14, 884, x + c.w / 5 - 14, 1010, Blend("#dfe8ea", "#b9c9ce"), 6)
        c.box(x + c.w / 10 - 40, 905, x + c.w / 10 + 40, 915, "#8299a3", 5)


def _draw_scientist(c: Canvas) -> None:
    x, y, r = c.w * 0.7, 330, 66
    look = some_look(c.rng, "coat", woman=c.rng.random() < 0.6)
    c.shadow(x, 670, 190, 26, 0.3, 14)
    draw_bust(c, x, y, r, look, -0.55, 0.8, ((-1.9, 4.7), (0.9, 5.5)), depth=4.95)
    _draw_microscope(c, c.w * 0.53, 790, 330)


def _draw_microscope(c: Canvas, x: float, y: float, size: float) -> None:
    steel, dark = Blend("#f4f7f9", "#9fb0ba", 0), "#33424d"
    c.shadow(x + 10, y, size * 0.4, 18, 0.4, 10)
    c.box(x - size * 0.3, y - size * 0.1, x + size * 0.3, y, Blend("#4a5b67", dark), 12)
    c.limb(
        [
            (x + size * 0.2, y - size * 0.08),
            (x + size * 0.26, y - size * 0.45),
            (x + size * 0.08, y - size * 0.76),
        ],
        [46, 42, 38],
        "#7e93a1",
    )
    c.box(x - size * 0.26, y - size * 0.34, x + size * 0.16, y - size * 0.29, dark, 5)
    c.box(x - size * 0.1, y - size * 0.36, x + size * 0.06, y - size * 0.345, "#9fd6e8")
    c.limb([(x - size * 0.03, y - size * 0.42), (x - size * 0.03, y - size * 0.62)], [24, 36], "#8fa2ae")
    c.limb(
        [
            (x - size * 0.03, y - size * 0.6),
            (x + size * 0.1, y - size * 0.88),
            (x + size * 0.2, y - size * 1.02),
        ],
        [46, 42, 30],
        "#90a4b1",
    )
    c.limb([(x + size * 0.16, y - size * 0.97), (x + size * 0.24, y - size * 1.08)], [26, 32], dark)
    c.fill(
        [
            (x - size * 0.08, y - size * 0.62),
            (x + size * 0.02, y - size * 0.62),
            (x + size * 0.02, y - size * 0.56),
            (x - size * 0.08, y - size * 0.56),
        ],
        steel,
    )
    c.oval(x + size * 0.26, y - size * 0.3, 17, 17, dark)
    c.glow(x - size * 0.03, y - size * 0.3, 90, 70, "#e8fbff", 0.7)


def _draw_glassware(c: Canvas) -> None:
    tones = list(LIQUIDS)
    c.rng.shuffle(tones)
    _draw_flask(c, c.w * 0.13, 835, 190, tones[0])
    _draw_flask(c, c.w * 0.25, 815, 130, tones[1])
    _draw_rack(c, c.w * 0.34, 800, tones[2:])
    _draw_flask(c, c.w * 0.91, 835, 170, tones[3])
    draw_plant(c, c.w * 0.04, 820, 150)


def _draw_flask(c: Canvas, x: float, y: float, size: float, tone: str) -> None:
    c.shadow(x + 10, y, size * 0.4, 12, 0.3, 8)
    c.soft([(x - size * 0.2, y), (x + size * 0.2, y), (x + size * 0.4, y + 22), (x, y + 22)], tone, 0.4, 10)
    glass = [
        (x - size * 0.09, y - size),
        (x + size * 0.09, y - size),
        (x + size * 0.09, y - size * 0.62),
        (x + size * 0.38, y - size * 0.06),
        (x + size * 0.34, y),
        (x - size * 0.34, y),
        (x - size * 0.38, y - size * 0.06),
        (x - size * 0.09, y - size * 0.62),
    ]
    c.fill(glass, "#dfeef3", 0.7)
    c.line([*glass, glass[0]], 2.4, "#9db9c4")
    c.fill(
        [
            (x - size * 0.24, y - size * 0.34),
            (x + size * 0.24, y - size * 0.34),
            (x + size * 0.37, y - size * 0.07),
            (x + size * 0.33, y - 2),
            (x - size * 0.33, y - 2),
            (x - size * 0.37, y - size * 0.07),
        ],
        Blend(lighter(tone, 0.3), darker(tone, 0.1)),
        0.9,
    )
    c.oval(x, y - size * 0.34, size * 0.24, size * 0.035, lighter(tone, 0.5))
    c.box(x - size * 0.11, y - size * 1.02, x + size * 0.11, y - size * 0.97, "#b9d0d9", 4)
    c.line([(x - size * 0.07, y - size * 0.6), (x - size * 0.3, y - size * 0.1)], 4, "#ffffff", 0.7)


def _draw_rack(c: Canvas, x: float, y: float, tones: list[str]) -> None:
    c.shadow(x, y, 90, 12, 0.35, 8)
    for index, tone in enumerate(tones):
        cx = x - 66 + 44 * index
        c.box(cx - 12, y - 140, cx + 12, y - 14, "#eef7f9", 12, 0.7)
        c.box(cx - 11, y - 90 + 8 * index, cx + 11, y - 15, Blend(lighter(tone, 0.25), tone, 0), 11)
    c.box(x - 96, y - 112, x + 96, y - 94, Blend("#d9b98c", "#a98455"), 4)
    c.box(x - 96, y - 18, x + 96, y, Blend("#d9b98c", "#8f6c42"), 4)
