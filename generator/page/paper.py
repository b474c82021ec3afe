"""Sheets and cards as rows of a table: sizes, margins, and the schemes by which cards come on a sheet."""

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from generator.page.items import MM, Size

Turning = Literal["lange zijde", "korte zijde", "enkelzijdig", "vouwen", "eerst-voor-dan-achter"]
"""How the other side of a card is printed.

The printer turns the sheet over its long or its short edge; there is no other side; it stands beside the front, to be
folded behind it and glued; or all fronts come first, and then all backs on the stack that was laid back.
"""
Order = Literal["naast elkaar", "stapelen"]
"""Which card comes where: side by side, or so that the cut stacks laid on each other are in order."""

UNPRINTABLE = 4.2 * MM
"""What an office printer can't reach at each edge of a sheet (HP LaserJet service manuals: .166")."""
SAFE = 5 * MM
"""What print shops ask to keep white within the trim (printsimple, wimjonkers, amax)."""
LEAST_SIDE, MOST_SIDE = 30 * MM, 1200 * MM
"""Sides of a free size: smaller holds no words within its margins, larger than A0 is no paper."""

_LENGTH = re.compile(r"(\d+(?:[.,]\d+)?)\s*mm$")
_FREE = re.compile(r"(\d+(?:[.,]\d+)?)\s*[x×]\s*(\d+(?:[.,]\d+)?)\s*mm$")


@cache
def millimetres(text: str) -> float:
    """A length such as `6 mm`, in points; raises ValueError."""
    match = _LENGTH.match(text.strip())
    if not match:
        raise ValueError(text)
    return float(match[1].replace(",", ".")) * MM


@dataclass(frozen=True, slots=True)
class Paper:
    """A size with the margins of what is laid on it, all in points."""

    name: str
    size: Size
    left: float
    right: float
    top: float
    bottom: float

    @property
    def lying(self) -> "Paper":
        """The same paper with its long side along the bottom."""
        if self.size.width >= self.size.height:
            return self
        return replace(self, size=self.size.turned)

    @property
    def upright(self) -> "Paper":
        """The same paper with its short side along the bottom."""
        if self.size.width <= self.size.height:
            return self
        return replace(self, size=self.size.turned)


def free_paper(text: str) -> Paper | None:
    """Paper of a size of one's own, such as `80 × 110 mm`, with the white that is safe; None for what is no size."""
    match = _FREE.match(text.strip())
    if not match:
        return None
    size = Size(*(float(side.replace(",", ".")) * MM for side in match.groups()))
    if not LEAST_SIDE <= min(size.width, size.height) <= max(size.width, size.height) <= MOST_SIDE:
        return None
    return Paper(text, size, SAFE, SAFE, SAFE, SAFE)


@dataclass(frozen=True, slots=True)
class Gutter:
    """The white between cards: between columns (x) and between rows (y), in points."""

    x: float = 0
    y: float = 0


@dataclass(frozen=True, slots=True)
class Corner:
    """Where the first card of a front is cut, in points from the sheet's top left."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Freedom:
    """What of a scheme follows from the room that there is: columns, rows, whether the sheet stands or lies."""

    columns: bool = False
    rows: bool = False
    sheet: bool = False


@dataclass(frozen=True, slots=True)
class Scheme:
    """How cards come on a sheet: in a grid at a corner that its maker cut, or else in the middle; lengths in points."""

    name: str
    card: Size
    sheet: Size
    columns: int
    rows: int
    gutter: Gutter = Gutter()
    bleed: float = 0
    marks: bool = False
    turning: Turning = "lange zijde"
    order: Order = "naast elkaar"
    corner: Corner | None = None
    free: Freedom = Freedom()

    @property
    def places(self) -> int:
        """How many cards a side holds."""
        return self.columns * self.rows

    @property
    def place(self) -> Size:
        """What is cut out: a card, or a front with its back beside it to be folded."""
        return Size(self.card.width * (2 if self.turning == "vouwen" else 1), self.card.height)

    @property
    def grid(self) -> Size:
        """All places with what lies between them."""
        return Size(
            self.columns * self.place.width + (self.columns - 1) * self.gutter.x,
            self.rows * self.place.height + (self.rows - 1) * self.gutter.y,
        )

    @property
    def start(self) -> Corner:
        """Where the grid of a front begins."""
        middle = Corner((self.sheet.width - self.grid.width) / 2, (self.sheet.height - self.grid.height) / 2)
        return self.corner or middle

    @property
    def is_one_sided(self) -> bool:
        """Whether nothing comes on the backs of its sheets."""
        return self.turning in ("enkelzijdig", "vouwen")
