"""Colours as plain RGB tuples, and the few ways scenes mix them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

Colour = tuple[int, int, int]


@lru_cache(maxsize=512)
def rgb(code: str) -> Colour:
    """`"#aabbcc"` as a tuple; raises ValueError on anything else."""
    if len(code) != 7 or code[0] != "#":
        raise ValueError(f"not a #rrggbb colour: {code!r}")
    return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)


def paint(colour: str | Colour) -> Colour:
    return rgb(colour) if isinstance(colour, str) else colour


def mix(first: str | Colour, second: str | Colour, share: float) -> Colour:
    """`share` 0 is all `first`, 1 all `second`."""
    a, b = paint(first), paint(second)
    return tuple(round(p + (q - p) * share) for p, q in zip(a, b, strict=True))


def lighter(colour: str | Colour, share: float = 0.2) -> Colour:
    return mix(colour, "#fff6e6", share)  # lamps and sun are warm


def darker(colour: str | Colour, share: float = 0.2) -> Colour:
    return mix(colour, "#141428", share)  # shadows are cool


@dataclass(frozen=True)
class Blend:
    """A straight gradient; `angle` in degrees, 90 runs from top to bottom and 0 from left to right."""

    start: str | Colour
    end: str | Colour
    angle: float = 90


def round_shade(colour: str | Colour, depth: float = 0.28, angle: float = 20) -> Blend:
    """Light from the upper left: the gradient that makes a flat shape look round."""
    return Blend(lighter(colour, depth * 0.45), darker(colour, depth), angle)
