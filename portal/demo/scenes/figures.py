"""Figures: busts behind tables, people from behind, people standing. Measured in `r`, half the width of a head."""

from __future__ import annotations

import math

from .brushes import Canvas, Point, smooth
from .colours import Blend, darker, lighter, round_shade
from .heads import draw_back_hair, draw_head, draw_head_from_behind
from .looks import Look

TORSO = (
    (0, 1.5),
    (-0.5, 1.56),
    (-1.25, 1.84),
    (-1.9, 2.2),
    (-2.2, 2.9),
    (-2.16, 4.4),
    (-1.86, 6.4),
    (-1.8, 8.2),
    (0, 8.2),
)
UPPER_ARM, FOREARM = 2.6, 2.4
FORESHORTENED = 0.5  # elbows point partly at us, so they stand out half as far as they would from the side


def build_of(look: Look) -> float:
    """How broad the shoulders are, against a man in a suit."""
    if look.outfit == "coat":
        return 0.98 if not look.is_woman else 0.9
    return 0.8 if look.is_woman else 1.0


def draw_torso(c: Canvas, x, y, r, look: Look, depth: float = 8.2) -> None:
    wide = build_of(look)
    left = [(px * wide, min(py, depth)) for px, py in TORSO]
    outline = [*left, *((-px, py) for px, py in reversed(left[1:-1]))]
    points = [(x + px * r, y + py * r) for px, py in outline]
    c.fill(smooth(points, steps=5), Blend(lighter(look.main, 0.12), darker(look.main, 0.3), 15))


def draw_clothes(c: Canvas, x, y, r, look: Look, depth: float = 8) -> None:
    {
        "suit": _draw_suit,
        "ao_dai": _draw_ao_dai,
        "shirt": _draw_shirt,
        "jacket": _draw_jacket,
        "coat": _draw_coat,
    }[look.outfit](c, x, y, r, look, depth)


def _at(x, y, r, *points) -> list[Point]:
    return [(x + px * r, y + py * r) for px, py in points]


def _both(c: Canvas, x, y, r, points, colour) -> None:
    for side in (1, -1):
        c.fill([(x + side * px * r, y + py * r) for px, py in points], colour)


def _draw_collar(c: Canvas, x, y, r, cloth, drop: float = 2.15) -> None:
    _both(c, x, y, r, ((0.5, 1.36), (0.62, 1.7), (0.36, drop), (0, 1.86), (0.1, 1.78)), cloth)


def _draw_suit(c: Canvas, x, y, r, look: Look, depth: float) -> None:
    c.fill(_at(x, y, r, (-0.56, 1.6), (0.56, 1.6), (0.1, 4.3), (-0.1, 4.3)), Blend("#ffffff", "#dfe4ea"))
    c.fill(
        _at(
            x,
            y,
            r,
            (-0.16, 1.86),
            (0.16, 1.86),
            (0.11, 2.14),
            (0.24, 3.6),
            (0, 4.2),
            (-0.24, 3.6),
            (-0.11, 2.14),
        ),
        round_shade(look.accent),
    )
    _draw_collar(c, x, y, r, "#f6f7f8")
    for side, tone in ((-1, lighter(look.main, 0.2)), (1, lighter(look.main, 0.08))):
        lapel = ((0.52, 1.5), (0.98, 1.78), (1.08, 2.5), (0.84, 2.58), (0.92, 2.8), (0.04, 4.5), (0.0, 4.3))
        c.fill([(x + side * px * r, y + py * r) for px, py in lapel], tone)
    c.line(_at(x, y, r, (0, 4.4), (0.05, max(4.4, depth - 0.1))), 0.06 * r, darker(look.main, 0.4))
    if depth > 5.4:
        c.oval(x + 0.2 * r, y + 5.0 * r, 0.09 * r, 0.09 * r, darker(look.main, 0.5))


def _draw_jacket(c: Canvas, x, y, r, look: Look, depth: float) -> None:
    c.fill(
        _at(x, y, r, (-0.54, 1.6), (0.54, 1.6), (0.08, 4.1), (-0.08, 4.1)),
        Blend(look.accent, darker(look.accent, 0.12)),
    )
    c.fill(_at(x, y, r, (-0.34, 1.45), (0.34, 1.45), (0, 2.5)), darker(look.skin, 0.12))
    for side, tone in ((-1, lighter(look.main, 0.24)), (1, lighter(look.main, 0.1))):
        lapel = ((0.46, 1.5), (0.86, 1.76), (0.78, 2.9), (0.02, 4.2))
        c.fill([(x + side * px * r, y + py * r) for px, py in lapel], tone)
    c.line(_at(x, y, r, (0, 4.2), (0.03, max(4.2, depth - 0.1))), 0.06 * r, darker(look.main, 0.35))


def _draw_ao_dai(c: Canvas, x, y, r, look: Look, depth: float) -> None:
    c.fill(
        _at(x, y, r, (-0.52, 1.22), (0.52, 1.22), (0.62, 1.72), (0, 1.98), (-0.62, 1.72)),
        Blend(lighter(look.main, 0.22), look.main),
    )
    c.line(_at(x, y, r, (0, 1.3), (0, 1.9)), 0.05 * r, darker(look.main, 0.3))
    c.curve(_at(x, y, r, (0.05, 1.92), (0.9, 2.4), (1.42, 3.4)), 0.06 * r, darker(look.main, 0.28))
    for px, py, size in (
        (-0.7, 3.3, 0.26),
        (-0.3, 4.4, 0.2),
        (0.5, 3.9, 0.17),
        (-0.95, 5.2, 0.22),
        (0.55, 5.5, 0.24),
    ):
        if py + size < depth:
            _draw_blossom(c, x + px * r, y + py * r, size * r, lighter(look.main, 0.55))


def _draw_blossom(c: Canvas, x, y, size, colour) -> None:
    for step in range(5):
        angle = step * 2 * math.pi / 5 - 1.57
        c.oval(
            x + 0.62 * size * math.cos(angle),
            y + 0.62 * size * math.sin(angle),
            0.46 * size,
            0.46 * size,
            colour,
            alpha=0.75,
        )


def _draw_shirt(c: Canvas, x, y, r, look: Look, depth: float) -> None:
    c.fill(_at(x, y, r, (-0.3, 1.5), (0.3, 1.5), (0, 2.3)), darker(look.skin, 0.14))
    _draw_collar(c, x, y, r, lighter(look.main, 0.35), 2.3)
    c.line(_at(x, y, r, (0, 2.2), (0.03, depth - 0.1)), 0.05 * r, darker(look.main, 0.2))
    for step in range(4):
        c.oval(x + 0.02 * r, y + (2.7 + 0.9 * step) * r, 0.06 * r, 0.06 * r, darker(look.main, 0.3))


def _draw_coat(c: Canvas, x, y, r, look: Look, depth: float) -> None:
    c.fill(_at(x, y, r, (-0.6, 1.55), (0.6, 1.55), (0.06, 4.4), (-0.06, 4.4)), Blend("#8fb3c9", "#6d96b0"))
    _draw_collar(c, x, y, r, "#a9c6d8")
    for side, tone in ((-1, "#ffffff"), (1, "#e8edf0")):
        lapel = ((0.5, 1.5), (1.0, 1.8), (1.06, 2.6), (0.8, 2.66), (0.02, 4.6))
        c.fill([(x + side * px * r, y + py * r) for px, py in lapel], tone)
    c.line(_at(x, y, r, (0, 4.5), (0.03, max(4.5, depth - 0.1))), 0.05 * r, "#c3ccd3")
    c.line(_at(x, y, r, (0.6, 3.9), (1.25, 3.9)), 0.05 * r, "#c3ccd3")
    c.line(_at(x, y, r, (0.75, 3.4), (0.75, 3.95)), 0.09 * r, "#2f6a9c")


# Arms and hands --------------------------------------------------------------------------------------------------


def shoulder_of(x, y, r, look: Look, side: int) -> Point:
    return x + side * 1.66 * build_of(look) * r, y + 2.62 * r


def elbow_between(shoulder: Point, hand: Point, r: float, side: int) -> Point:
    """Where the elbow falls; an arm too short for its hand is drawn straight."""
    upper, fore = UPPER_ARM * r, FOREARM * r
    dx, dy = hand[0] - shoulder[0], hand[1] - shoulder[1]
    reach = math.hypot(dx, dy) or 1
    along = (upper**2 - fore**2 + reach**2) / (2 * reach)
    off = math.sqrt(max(0.0, upper**2 - along**2)) * FORESHORTENED * side
    if reach >= upper + fore:
        along, off = reach * upper / (upper + fore), 0
    return shoulder[0] + (dx * along - dy * -off) / reach, shoulder[1] + (dy * along + dx * -off) / reach


Reach = (
    tuple[float, float] | tuple[float, float, float, float]
)  # a hand, or an elbow and a hand, in r from the head
OPEN_HAND_LEFT: Reach = (-2.25, 5.0, -3.1, 3.7)
OPEN_HAND_RIGHT: Reach = (2.25, 5.0, 3.1, 3.7)


def draw_arm(c: Canvas, x, y, r, look: Look, side: int, reach: Reach) -> None:
    """From the shoulder on `side` (-1 is the left of the picture) to the hand."""
    shoulder = shoulder_of(x, y, r, look, side)
    hand = (x + reach[-2] * r, y + reach[-1] * r)
    elbow = (
        (x + reach[0] * r, y + reach[1] * r) if len(reach) == 4 else elbow_between(shoulder, hand, r, side)
    )
    slim = 0.84 if look.is_woman else 1
    draw_hand(c, *hand, r, look)
    wrist = _towards(hand, elbow, 0.1)
    if look.outfit == "suit":
        c.limb([elbow, wrist], [0.8 * r * slim, 0.62 * r], "#eef1f4")
        wrist = _towards(hand, elbow, 0.2)
    joints, widths = [shoulder, elbow, wrist], [1.14 * r * slim, 0.98 * r * slim, 0.74 * r * slim]
    c.limb(joints, [width + 0.09 * r for width in widths], darker(look.main, 0.34))
    c.limb(joints, widths, darker(look.main, 0.1 if side < 0 else 0.2))


def _towards(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def draw_hand(c: Canvas, hx, hy, r, look: Look) -> None:
    c.oval(hx, hy, 0.4 * r, 0.33 * r, round_shade(look.skin, 0.2))


# Whole figures ---------------------------------------------------------------------------------------------------


def draw_bust(
    c: Canvas, x, y, r, look: Look, turn=0.0, nod=0.0, hands: tuple[Reach, Reach] | None = None, depth=8.2
) -> None:
    """Head at (x, y), body down to `depth`, where a table begins; `hands` are the left and right of the picture."""
    draw_back_hair(c, x, y, r, look, turn)
    draw_torso(c, x, y, r, look, depth)
    draw_head(c, x, y, r, look, turn, nod)
    draw_clothes(c, x, y, r, look, depth)
    if look.cut == "long":
        _draw_locks(c, x, y, r, look)
    for side, reach in zip((-1, 1), hands or ((-1.1, depth + 0.1), (1.0, depth + 0.15)), strict=True):
        draw_arm(c, x, y, r, look, side, reach)


def _draw_locks(c: Canvas, x, y, r, look: Look) -> None:
    for side in (-1, 1):
        lock = ((0.86, 0.3), (1.16, 0.9), (1.2, 2.0), (0.96, 2.9), (0.74, 2.3), (0.86, 1.2))
        c.blob(
            [(x + side * px * r, y + py * r) for px, py in lock],
            Blend(look.hair, lighter(look.hair, 0.14), 70),
        )


def draw_back(c: Canvas, x, y, r, look: Look, turn: float = 0) -> None:
    """Somebody sitting with their back to us."""
    draw_torso(c, x, y, r, look)
    for side in (-1, 1):
        sx, sy = shoulder_of(x, y, r, look, side)
        c.limb(
            [(sx, sy), (sx + side * 0.22 * r, sy + 2.7 * r), (sx - side * 0.2 * r, sy + 5.4 * r)],
            [1.12 * r, 1.02 * r, 0.9 * r],
            darker(look.main, 0.24),
        )
    collar = "#eceff2" if look.outfit == "suit" else lighter(look.main, 0.2)
    nape = [
        (x - 0.46 * r, y + 0.9 * r),
        (x + 0.46 * r, y + 0.9 * r),
        (x + 0.56 * r, y + 1.8 * r),
        (x - 0.56 * r, y + 1.8 * r),
    ]
    c.fill(nape, Blend(darker(look.skin, 0.3), darker(look.skin, 0.12)))
    c.blob(_at(x, y, r, (-0.62, 1.62), (0, 1.5), (0.62, 1.62), (0.7, 1.9), (0, 2.04), (-0.7, 1.9)), collar)
    c.blob(
        _at(x, y, r, (-0.9, 1.78), (0, 1.74), (0.9, 1.78), (0.6, 2.2), (0, 2.3), (-0.6, 2.2)),
        lighter(look.main, 0.1),
    )
    draw_head_from_behind(c, x, y, r, look, turn)


FOLDED: tuple[Reach, Reach] = ((-0.28, 6.2), (0.28, 6.1))


def draw_standing(
    c: Canvas, x, feet, height, look: Look, turn=0.0, nod=0.0, hands: tuple[Reach, Reach] = FOLDED
) -> None:
    """From head to shoes, hands folded unless told otherwise."""
    r = height / 15.4
    y = feet - height + 1.45 * r
    c.shadow(x + 0.8 * r, feet, 3.2 * r, 0.6 * r, 0.4, 0.5 * r)
    draw_back_hair(c, x, y, r, look, turn)
    _draw_legs(c, x, y, r, look)
    draw_torso(c, x, y, r, look, depth=7.4)
    if look.outfit == "ao_dai":
        _draw_panel(c, x, y, r, look)
    draw_head(c, x, y, r, look, turn, nod)
    draw_clothes(c, x, y, r, look, depth=7.4)
    if look.cut == "long":
        _draw_locks(c, x, y, r, look)
    for side, reach in zip((-1, 1), hands, strict=True):
        draw_arm(c, x, y, r, look, side, reach)


def draw_standing_from_behind(c: Canvas, x, feet, height, look: Look, turn=0.0) -> None:
    r = height / 15.4
    y = feet - height + 1.45 * r
    c.shadow(x + 0.8 * r, feet, 3.2 * r, 0.6 * r, 0.4, 0.5 * r)
    _draw_legs(c, x, y, r, look)
    draw_back(c, x, y, r, look, turn)


def _draw_legs(c: Canvas, x, y, r, look: Look) -> None:
    cloth = {"suit": darker(look.main, 0.16), "ao_dai": "#eeeae2", "coat": "#3b4656"}.get(
        look.outfit, "#2f3542"
    )
    for side in (-1, 1):
        c.oval(x + side * 0.82 * r, y + 13.72 * r, 0.62 * r, 0.3 * r, "#1d1b20")
        c.limb(
            [(x + side * 0.78 * r, y + 7.2 * r), (x + side * 0.74 * r, y + 13.3 * r)],
            [1.5 * r, 1.0 * r],
            darker(cloth, 0.16 if side > 0 else 0),
        )


def _draw_panel(c: Canvas, x, y, r, look: Look) -> None:
    """The long front panel of the áo dài, and a strip of the one behind it."""
    c.fill(
        smooth(
            _at(x, y, r, (-1.5, 6.2), (1.5, 6.2), (1.86, 9.4), (1.7, 12.6), (-1.5, 12.6), (-1.8, 9.4)),
            steps=4,
        ),
        darker(look.main, 0.3),
    )
    c.fill(
        smooth(
            _at(x, y, r, (-1.42, 5.8), (1.42, 5.8), (1.34, 9), (1.2, 12.9), (-1.4, 12.9), (-1.5, 9)), steps=4
        ),
        round_shade(look.main),
    )
    for px, py, size in ((-0.5, 8.4, 0.3), (0.4, 9.7, 0.24), (-0.4, 11.2, 0.34), (0.5, 12.0, 0.22)):
        _draw_blossom(c, x + px * r, y + py * r, size * r, lighter(look.main, 0.55))
