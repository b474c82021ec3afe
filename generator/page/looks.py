"""All that decides how blocks are set: a style, colours, fonts and pictograms, with the pens that follow from them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from generator.document.style import Style, TextStyle, known
from generator.page.artwork import Artwork
from generator.page.items import (
    WHITE,
    Box,
    Colour,
    Ink,
    Rect,
    Shape,
)
from generator.page.pen import Pen, pen_of
from generator.page.text import Measure
from generator.pixels.photo import Photo

_OUTLINE = 1.5
"""How thick the outline of a plane is, in points."""
_TINT = 0.09
"""How much of the accent's colour a tint has."""


def tint_of(accent: Colour) -> Colour:
    """A little of the colour on white."""
    return Colour(*(1 - _TINT * (1 - part) for part in (accent.red, accent.green, accent.blue)))


@dataclass(frozen=True)
class Looks:
    """All that decides how blocks are set: the style, the palette with the leaf's accent, fonts, pictograms.

    `pictures` are by the names of their files. `accents` are the palettes of other accents, for what bears one of its
    own on a leaf. Planes that are `outlined` save ink; what stands on them has their colour then, under the name `wit`.
    """

    style: Style
    palette: Mapping[str, Colour]
    measure: Measure
    shapes: Mapping[str, Shape]
    language: str
    page: int = 0
    pages: int = 0
    outlined: bool = False
    pictures: Mapping[str, Artwork | Photo] = field(default_factory=dict, repr=False, compare=False)
    accents: Mapping[str, Mapping[str, Colour]] = field(default_factory=dict, repr=False, compare=False)
    _pens: dict[str, Pen] = field(default_factory=dict, init=False, repr=False, compare=False)
    _cells: dict[str, "Looks"] = field(default_factory=dict, init=False, repr=False, compare=False)
    _accented: dict[str, "Looks"] = field(default_factory=dict, init=False, repr=False, compare=False)
    _inks: dict[tuple[str, float, str], Ink] = field(default_factory=dict, init=False, repr=False, compare=False)

    def colour(self, name: str) -> Colour:
        """A colour of the palette, or `tint`: a little of the accent on white; raises UnknownLookError."""
        if name == "tint":
            return WHITE if self.outlined else tint_of(self.palette["accent"])
        return known(name, self.palette)

    def plane(self, box: Box, name: str, bled: Box | None = None) -> Rect:
        """A plane in a colour, over `bled` where that is given; or its outline within the box.

        What is lighter than a line is outlined thinly in the accent.
        """
        if not self.outlined:
            return Rect(bled or box, fill=self.colour(name))
        if name == "wit":
            return Rect(box, fill=WHITE)
        thick = _OUTLINE if self.colour(name) != WHITE else _OUTLINE / 3
        stroke = self.colour(name) if self.colour(name) != WHITE else self.colour("accent")
        return Rect(box.inset(thick / 2), stroke=stroke, width=thick)

    def accented(self, accent: str) -> "Looks":
        """The same in the colour of an accent; as it is for one that has no colour."""
        if accent not in self.accents:
            return self
        if accent not in self._accented:
            self._accented[accent] = replace(self, palette=self.accents[accent])
        return self._accented[accent]

    def in_cell(self, role: str) -> "Looks":
        """The same for a cell of a table, in which a plain paragraph and a list look as the cell does."""
        if role not in self._cells:
            text = self.style.role(role)
            roles = {**self.style.roles, "tekst": text, "lijst": replace(text, after=1.5)}
            self._cells[role] = replace(self, style=replace(self.style, roles=roles))
        return self._cells[role]

    @cached_property
    def said(self) -> "Looks":
        """The same for what somebody says aloud: plain text in italics."""
        roles = {**self.style.roles, "tekst": replace(self.style.role("tekst"), italic=True)}
        return replace(self, style=replace(self.style, roles=roles))

    @cached_property
    def smaller(self) -> tuple["Looks", ...]:
        """The same with ever smaller letters, down to the style's floor."""
        return tuple(replace(self, style=style) for style in self.style.steps() if style is not self.style)

    def ink(self, face: str, size: float, colour: str) -> Ink:
        """An ink by the name of its colour: the same one each time, so that who draws knows it again."""
        key = face, size, colour
        if key not in self._inks:
            self._inks[key] = Ink(face, size, self.colour(colour))
        return self._inks[key]

    def page_number(self, count: bool) -> str:
        """The number of the page, or the count of all."""
        return str(self.pages if count else self.page)

    def pen(self, role: str) -> Pen:
        """What letters of a role are drawn with; raises UnknownLookError."""
        pen = self._pens.get(role)
        if pen is None:
            pen = self._pens[role] = self.pen_of(self.style.role(role))
        return pen

    def pen_of(self, style: TextStyle) -> Pen:
        """What letters in a style are drawn with."""
        return pen_of(style, self.measure, self.shapes, self.ink)
