"""How a page may be looked at: theme, size of letters, width of the window, with and without scripts, and what the device asks for."""

from dataclasses import dataclass, field
from itertools import product

from accessibility.preferences import serialise
from accessibility.themes import THEMES

SIZES = ("1", "3", "6")
WIDTHS = (320, 768, 1280)


@dataclass(frozen=True)
class Dress:
    theme: str = "device"
    size: str = "2"
    width: int = 1280
    scripts: bool = True
    # What the browser is told besides, in the words of Playwright.
    device: dict = field(default_factory=dict, hash=False)

    @property
    def cookie(self) -> str:
        return serialise({"theme": self.theme, "size": self.size})

    @property
    def context(self) -> dict:
        return {"viewport": {"width": self.width, "height": 800}, "locale": "vi-VN"} | self.device

    def __str__(self) -> str:
        scripts = "with scripts" if self.scripts else "without scripts"
        told = "".join(f", {name.replace('_', ' ')} {value}" for name, value in self.device.items())
        return f"{self.theme}, size {self.size}, {self.width} px, {scripts}{told}"


def every() -> list[Dress]:
    """4 themes x 3 sizes x 3 widths x with and without scripts, and the device's own palette and wish for rest."""
    whole = [Dress(*row) for row in product(THEMES, SIZES, WIDTHS, (True, False))]
    asked = ({"forced_colors": "active"}, {"reduced_motion": "reduce"})
    return [*whole, *(Dress(scripts=scripts, device=device) for device in asked for scripts in (True, False))]


def pairs() -> list[Dress]:
    """A sample of `every()` in which each value of one choice meets each value of every other."""
    rows = every()
    owed = {pair for dress in rows for pair in _met(dress)}
    chosen = []
    while owed:
        best = max(rows, key=lambda dress: len(owed & _met(dress)))
        chosen.append(best)
        owed -= _met(best)
    return chosen


def _met(dress: Dress) -> set:
    values = [
        ("theme", dress.theme),
        ("size", dress.size),
        ("width", dress.width),
        ("scripts", dress.scripts),
    ]
    values.append(("device", str(dress.device)))
    return {(one, other) for number, one in enumerate(values) for other in values[number + 1 :]}
