"""Heads: plain, friendly, no likeness of anybody. `r` is half the width of a head; all else follows from it."""

from __future__ import annotations

from .brushes import Canvas, smooth
from .colours import Blend, darker, lighter, mix
from .looks import Look

FACE = ((0, 1.24), (-0.5, 1.08), (-0.84, 0.62), (-0.97, 0), (-0.88, -0.7), (-0.5, -1.14), (0, -1.26))


def _placed(points, x: float, y: float, r: float) -> list[tuple[float, float]]:
    return [(x + px * r, y + py * r) for px, py in points]


def _mirrored(points) -> list[tuple[float, float]]:
    """An outline from its left half, first and last point on the axis."""
    return [*points, *((-px, py) for px, py in reversed(points[1:-1]))]


def draw_head(c: Canvas, x: float, y: float, r: float, look: Look, turn: float = 0, nod: float = 0) -> None:
    """Seen from the front; `turn` -1 … 1 looks left or right, `nod` 0 … 1 looks down."""
    neck = [
        (x - 0.44 * r, y + 0.6 * r),
        (x + 0.44 * r, y + 0.6 * r),
        (x + 0.52 * r, y + 1.9 * r),
        (x - 0.52 * r, y + 1.9 * r),
    ]
    c.fill(neck, Blend(darker(look.skin, 0.3), darker(look.skin, 0.12)))
    _draw_ears(c, x, y, r, look, turn)
    face = smooth(_placed(_mirrored(FACE), x, y, r))
    c.fill(face, Blend(lighter(look.skin, 0.16), darker(look.skin, 0.13), 25))
    _draw_features(c, x + 0.34 * r * turn, y + 0.16 * r * nod, r, look, turn, nod)
    _draw_fringe(c, x, y, r, look, turn, nod)


def _draw_ears(c: Canvas, x, y, r, look: Look, turn: float) -> None:
    if look.cut in ("bob", "long"):
        return
    for side in (-1, 1):
        if turn * side < 0.45:
            c.oval(x + side * 0.97 * r, y + 0.12 * r, 0.15 * r, 0.26 * r, darker(look.skin, 0.16))


def _draw_features(c: Canvas, x, y, r, look: Look, turn: float, nod: float) -> None:
    """Brows, eyes (lowered when nodding), a hint of nose and a small smile: enough to be somebody, too little to be anyone."""
    ink = mix(darker(look.skin, 0.55), look.hair, 0.5)
    soft = darker(look.skin, 0.22)
    for side in (-1, 1):
        ex = x + side * 0.4 * r * (1 - 0.18 * abs(turn) * (side * turn > 0))
        if nod > 0.4:
            c.curve(
                [(ex - 0.16 * r, y - 0.02 * r), (ex, y + 0.05 * r), (ex + 0.16 * r, y - 0.02 * r)],
                0.075 * r,
                ink,
            )
        else:
            c.oval(ex + 0.03 * r * turn, y + 0.01 * r, 0.09 * r, 0.115 * r, ink)
        c.curve(
            [(ex - 0.2 * r, y - 0.25 * r), (ex, y - 0.33 * r), (ex + 0.2 * r, y - 0.26 * r)], 0.07 * r, ink
        )
        c.soft(
            [(ex - 0.2 * r, y + 0.3 * r), (ex + 0.2 * r, y + 0.3 * r), (ex, y + 0.56 * r)],
            "#d9604c",
            0.2,
            0.16 * r,
        )
    tip = x + 0.1 * r * (1 if turn >= 0 else -1)
    c.curve([(x, y + 0.16 * r), (tip, y + 0.42 * r), (x - 0.02 * r, y + 0.46 * r)], 0.06 * r, soft)
    mouth = y + (0.74 - 0.06 * nod) * r
    lips = "#a8453f" if look.is_woman else darker(look.skin, 0.42)
    c.curve(
        [(x - 0.21 * r, mouth - 0.03 * r), (x, mouth + 0.06 * r), (x + 0.21 * r, mouth - 0.03 * r)],
        0.075 * r,
        lips,
    )
    if look.glasses:
        _draw_glasses(c, x, y, r)


def _draw_glasses(c: Canvas, x, y, r) -> None:
    for side in (-1, 1):
        cx = x + side * 0.4 * r
        ring = [
            (cx - 0.27 * r, y - 0.14 * r),
            (cx + 0.27 * r, y - 0.14 * r),
            (cx + 0.22 * r, y + 0.22 * r),
            (cx - 0.22 * r, y + 0.22 * r),
        ]
        c.fill(ring, "#ffffff", 0.16)
        c.line([*ring, ring[0]], 0.05 * r, "#3a3433")
    c.line([(x - 0.13 * r, y - 0.04 * r), (x + 0.13 * r, y - 0.04 * r)], 0.05 * r, "#3a3433")


FRINGES = {
    "short": (
        (
            (-1.0, 0.02),
            (-1.08, -0.5),
            (-0.86, -1.1),
            (-0.25, -1.42),
            (0.5, -1.38),
            (0.98, -0.98),
            (1.08, -0.4),
            (1.0, 0.02),
        ),
        ((0.86, -0.2), (0.74, -0.62), (0.2, -0.76), (-0.4, -0.7), (-0.76, -0.56), (-0.86, -0.2)),
    ),
    "parted": (
        (
            (-1.0, 0.05),
            (-1.1, -0.5),
            (-0.82, -1.16),
            (-0.3, -1.46),
            (0.42, -1.5),
            (1.0, -1.06),
            (1.1, -0.42),
            (1.0, 0.05),
        ),
        (
            (0.87, -0.16),
            (0.82, -0.5),
            (0.3, -0.6),
            (-0.2, -0.8),
            (-0.46, -1.0),
            (-0.72, -0.6),
            (-0.86, -0.16),
        ),
    ),
    "thin": (
        (
            (-1.0, 0.05),
            (-1.06, -0.4),
            (-0.86, -0.98),
            (-0.3, -1.3),
            (0.4, -1.3),
            (0.9, -0.94),
            (1.06, -0.36),
            (1.0, 0.05),
        ),
        ((0.88, -0.14), (0.8, -0.6), (0.5, -0.98), (0.0, -1.06), (-0.5, -0.98), (-0.8, -0.6), (-0.88, -0.14)),
    ),
    "bob": (
        (
            (-1.12, 0.7),
            (-1.22, -0.2),
            (-1.0, -1.0),
            (-0.3, -1.5),
            (0.5, -1.45),
            (1.05, -0.95),
            (1.22, -0.2),
            (1.12, 0.7),
        ),
        (
            (0.88, 0.6),
            (0.9, 0.0),
            (0.72, -0.5),
            (0.2, -0.66),
            (-0.4, -0.62),
            (-0.78, -0.36),
            (-0.9, 0.1),
            (-0.88, 0.6),
        ),
    ),
    "long": (
        (
            (-1.14, 0.9),
            (-1.2, -0.2),
            (-1.0, -1.0),
            (-0.4, -1.48),
            (0.3, -1.5),
            (0.98, -1.05),
            (1.2, -0.2),
            (1.14, 0.9),
        ),
        ((0.86, 0.8), (0.92, 0.0), (0.66, -0.62), (-0.22, -1.12), (-0.62, -0.66), (-0.9, 0.0), (-0.86, 0.8)),
    ),
    "bun": (
        (
            (-1.0, 0.1),
            (-1.08, -0.45),
            (-0.86, -1.08),
            (-0.3, -1.44),
            (0.4, -1.42),
            (0.9, -1.02),
            (1.08, -0.4),
            (1.0, 0.1),
        ),
        ((0.88, -0.1), (0.76, -0.6), (0.26, -0.94), (-0.3, -0.9), (-0.74, -0.58), (-0.88, -0.1)),
    ),
}
FRINGES["tail"] = FRINGES["bun"]


def _draw_fringe(c: Canvas, x, y, r, look: Look, turn: float, nod: float) -> None:
    outer, inner = FRINGES[look.cut]
    outline = _placed(outer, x, y, r)
    outline += [
        (x + (px + 0.26 * turn * (1 - abs(px) * 0.4)) * r, y + (py + 0.14 * nod) * r) for px, py in inner
    ]
    c.blob(outline, Blend(lighter(look.hair, 0.2), look.hair, 60))
    shine = [(x - 0.62 * r, y - 0.98 * r), (x - 0.3 * r, y - 1.2 * r), (x + 0.1 * r, y - 1.26 * r)]
    c.curve(shine, 0.09 * r, lighter(look.hair, 0.28))


def draw_back_hair(c: Canvas, x, y, r, look: Look, turn: float = 0) -> None:
    """What hangs behind neck and shoulders: to be drawn before the body."""
    if not look.is_woman:
        return
    shade = Blend(look.hair, darker(look.hair, 0.25))
    if look.cut == "long":
        c.blob(
            _placed(
                (
                    (-1.16, -0.4),
                    (-1.3, 0.8),
                    (-1.24, 2.2),
                    (-0.6, 2.5),
                    (0.6, 2.5),
                    (1.24, 2.2),
                    (1.3, 0.8),
                    (1.16, -0.4),
                ),
                x,
                y,
                r,
            ),
            shade,
        )
    elif look.cut == "bob":
        c.blob(
            _placed(
                (
                    (-1.16, -0.4),
                    (-1.3, 0.5),
                    (-1.12, 1.3),
                    (-0.4, 1.42),
                    (0.4, 1.42),
                    (1.12, 1.3),
                    (1.3, 0.5),
                    (1.16, -0.4),
                ),
                x,
                y,
                r,
            ),
            shade,
        )
    elif look.cut == "bun":
        c.oval(x - 0.2 * turn * r, y - 1.5 * r, 0.52 * r, 0.44 * r, shade)
    else:
        c.blob(
            _placed(
                ((0.5 - turn, -0.6), (1.1 - 1.6 * turn, 0.6), (1.0 - 1.6 * turn, 2.1), (0.5 - turn, 1.2)),
                x,
                y,
                r,
            ),
            shade,
        )


def draw_head_from_behind(c: Canvas, x, y, r, look: Look, turn: float = 0) -> None:
    """The head without its neck: hair may hang over the collar, so it is drawn after it."""
    if look.cut not in ("bob", "long"):
        for side in (-1, 1):
            c.oval(x + side * 0.98 * r, y + 0.14 * r, 0.16 * r, 0.27 * r, darker(look.skin, 0.2))
    low = {"bob": 1.35, "long": 2.5}.get(look.cut, 0.86)
    wide = 1.16 if look.cut in ("bob", "long") else 0.9
    outline = (
        (0, low),
        (-0.7 * wide, low - 0.1),
        (-1.0 * wide, 0.5),
        (-1.06, -0.3),
        (-0.8, -1.1),
        (0, -1.44),
    )
    c.blob(_placed(_mirrored(outline), x, y, r), Blend(lighter(look.hair, 0.22), darker(look.hair, 0.2), 40))
    if look.cut == "bun":
        c.oval(
            x + 0.2 * turn * r, y - 0.3 * r, 0.55 * r, 0.5 * r, Blend(lighter(look.hair, 0.3), look.hair, 50)
        )
    if look.cut == "tail":
        c.blob(
            _placed(((-0.25, -0.1), (0.25, -0.1), (0.42, 1.2), (0.1, 2.5), (-0.35, 1.3)), x, y, r),
            Blend(lighter(look.hair, 0.26), look.hair, 20),
        )
    shine = [(x - 0.7 * r, y - 0.6 * r), (x - 0.45 * r, y - 1.0 * r), (x, y - 1.18 * r)]
    c.curve(shine, 0.1 * r, lighter(look.hair, 0.3))
