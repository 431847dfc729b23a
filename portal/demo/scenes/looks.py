"""How a figure looks: skin, hair and clothes, drawn by chance from calm palettes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

SKINS = ("#f2cfae", "#e9bf98", "#dfae83", "#d6a278", "#c8946a", "#bb875c")
HAIRS = ("#201b20", "#2a2226", "#2b221f", "#3a2d29", "#191a20", "#6b6668", "#8f8b8c")
SUITS = ("#26324a", "#2f3440", "#3a3f4b", "#1f2b3d", "#4a4550", "#37424f", "#2b3a3f")
TIES = ("#8d2433", "#2f5d8c", "#7a5a2c", "#35605a", "#5b3b66", "#a8483a")
AO_DAI = ("#b3303f", "#2f6a86", "#7b4a86", "#2f7a63", "#c2703a", "#d4a13a", "#466a9c", "#a8496b", "#e6dccb")
SHIRTS = ("#f4f2ec", "#dbe7f2", "#eef2f6", "#cfdfe6", "#f3e7dc", "#c9d8cf")
JACKETS = ("#5b6b7d", "#7b4a55", "#4d5f55", "#8a7a66", "#3f4f6b", "#b59a7c")


@dataclass(frozen=True)
class Look:
    skin: str
    hair: str
    cut: str  # short, parted, thin, bob, long, bun, tail
    outfit: str  # suit, ao_dai, shirt, jacket, coat
    main: str
    accent: str
    glasses: bool = False

    @property
    def is_woman(self) -> bool:
        return self.cut in ("bob", "long", "bun", "tail")

    def wearing(self, outfit: str, main: str, accent: str | None = None) -> Look:
        return replace(self, outfit=outfit, main=main, accent=accent or self.accent)


def some_look(rng: Random, outfit: str = "", woman: bool | None = None) -> Look:
    """Anybody, or anybody in `outfit`; suits and áo dài are the default for an office."""
    woman = rng.random() < 0.45 if woman is None else woman
    outfit = outfit or (rng.choice(("ao_dai", "jacket", "jacket", "ao_dai", "shirt")) if woman else "suit")
    if outfit == "suit" and woman:
        outfit = "jacket"
    cut = rng.choice(
        ("bob", "long", "bun", "tail") if woman else ("short", "parted", "parted", "short", "thin")
    )
    hair = rng.choice(HAIRS[:5] if woman or cut != "thin" else HAIRS)
    palette = {"suit": SUITS, "ao_dai": AO_DAI, "shirt": SHIRTS, "jacket": JACKETS, "coat": ("#f3f5f6",)}[
        outfit
    ]
    accent = rng.choice(SHIRTS if outfit == "jacket" else TIES)
    return Look(rng.choice(SKINS), hair, cut, outfit, rng.choice(palette), accent, rng.random() < 0.3)


def company(rng: Random, count: int, outfit: str = "") -> list[Look]:
    """`count` people in which neighbours never wear the same colour."""
    looks: list[Look] = []
    while len(looks) < count:
        look = some_look(rng, outfit, woman=None if count < 3 else (len(looks) + rng.randrange(2)) % 3 == 1)
        if outfit in ("coat", "shirt") or not looks or looks[-1].main != look.main:
            looks.append(look)
    return looks
