"""Sheets and cards as rows of a table: sizes, margins, and the schemes by which cards come on a sheet."""

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from generator.page.items import MM, Size

Turning = Literal["lange zijde", "korte zijde", "enkelzijdig"]

_LENGTH = re.compile(r"(\d+(?:[.,]\d+)?)\s*mm$")


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


@dataclass(frozen=True, slots=True)
class Scheme:
    """How cards come on a sheet, in a grid in its middle; lengths in points."""

    name: str
    card: Size
    sheet: Size
    columns: int
    rows: int
    gutter: float
    bleed: float
    marks: bool
    turning: Turning

    @property
    def places(self) -> int:
        """How many cards a side holds."""
        return self.columns * self.rows
