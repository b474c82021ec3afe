"""What a printer does to a sheet: how far its backs come off, what it can't reach, over which edge it turns."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from generator.page.items import Group, Item, Page, Placed
from generator.page.paper import UNPRINTABLE, Scheme

Edge = Literal["", "lange zijde", "korte zijde"]


@dataclass(frozen=True, slots=True)
class Shift:
    """How far something is moved to the right and down, in points."""

    x: float = 0
    y: float = 0

    def __bool__(self) -> bool:
        return bool(self.x or self.y)


@dataclass(frozen=True, slots=True)
class Printer:
    """A printer as somebody measured it; lengths in points.

    `upright` moves the backs of upright sheets so that they lie behind their fronts, `lying` those of lying ones: a
    driver may turn these to either side, so that the one doesn't follow from the other. `edge` is the edge over which
    it turns whatever it is asked, and empty for one that listens.
    """

    name: str = ""
    upright: Shift = Shift()
    lying: Shift | None = None
    margin: float = UNPRINTABLE
    edge: Edge = ""

    def of(self, scheme: Scheme) -> Scheme:
        """The scheme with the edge over which this printer turns its sheets."""
        turns = scheme.turning in ("lange zijde", "korte zijde")
        return replace(scheme, turning=self.edge) if turns and self.edge else scheme

    def shift(self, scheme: Scheme) -> Shift:
        """How far the backs of a scheme are moved, as one looks at a back.

        What was measured over one edge goes the other way over the other: there the printer turns the picture.
        """
        measured = self.lying or Shift() if scheme.sheet.width > scheme.sheet.height else self.upright
        turned = (scheme.turning == "korte zijde") != (self.edge == "korte zijde")
        return Shift(-measured.x, -measured.y) if turned else measured

    def is_measured_for(self, scheme: Scheme) -> bool:
        """Whether it is known how far the backs of these sheets come off."""
        return not self.name or self.lying is not None or scheme.sheet.width <= scheme.sheet.height


OFFICE = Printer()
"""One that nobody measured: nothing is moved."""


def registered(sides: Sequence[Page], scheme: Scheme, printer: Printer) -> list[Page]:
    """The sides, front and back in turn, with each back moved so that it lies behind its front."""
    shift = printer.shift(scheme)
    if scheme.is_one_sided or not shift:
        return list(sides)
    return [moved(side, shift) if number % 2 else side for number, side in enumerate(sides)]


def moved(side: Page, shift: Shift) -> Page:
    """The side with all that stands on it moved."""
    return replace(side, items=tuple(_moved(item, shift) for item in side.items))


def _moved(item: Item, shift: Shift) -> Item:
    if isinstance(item, Group) and item.placed:
        return replace(item, placed=replace(item.placed, x=item.placed.x + shift.x, y=item.placed.y + shift.y))
    return Group((item,), None, Placed(shift.x, shift.y))
