"""A colour → the operators that choose it: as sRGB for screens and office printers, or as CMYK for a press."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from generator.page.items import Colour

Paint = Callable[[Colour, bytes], bytes]
"""A colour and `rg` (to fill) or `RG` (to draw lines) → the operators that choose it (PDF 32000-1 §8.6.8)."""

NEARLY_BLACK = 0.15
"""Greys as dark as this are printed as solid black: letters in 90 % black have the edges of a screen."""


@dataclass(frozen=True, slots=True)
class Cmyk:
    """Shares of ink, each 0–1."""

    cyan: float
    magenta: float
    yellow: float
    black: float

    @property
    def total(self) -> float:
        """All ink together; print shops take 3.0 at most (300 %)."""
        return self.cyan + self.magenta + self.yellow + self.black


def cmyk(colour: Colour) -> Cmyk:
    """The inks by the plain formula of PDF 32000-1 §10.3.5, with all grey taken out and printed as black.

    So greys are black ink only, one of the colours has no ink, and the total stays below 300 %. It knows nothing of a
    paper: a print shop's own profile would give other shares.
    """
    light = max(colour.red, colour.green, colour.blue)
    if colour.red == colour.green == colour.blue:
        return Cmyk(0, 0, 0, 1 if light <= NEARLY_BLACK else 1 - light)
    return Cmyk(1 - colour.red / light, 1 - colour.green / light, 1 - colour.blue / light, 1 - light)


@cache
def in_rgb(colour: Colour, operator: bytes) -> bytes:
    """In sRGB; a grey in DeviceGray."""
    if colour.red == colour.green == colour.blue:
        return b"%.3f %s" % (colour.red, b"g" if operator == b"rg" else b"G")
    return b"%.3f %.3f %.3f %s" % (colour.red, colour.green, colour.blue, operator)


@cache
def in_cmyk(colour: Colour, operator: bytes) -> bytes:
    """In DeviceCMYK."""
    ink = cmyk(colour)
    shares = ink.cyan, ink.magenta, ink.yellow, ink.black
    return b"%.3f %.3f %.3f %.3f %s" % (*shares, b"k" if operator == b"rg" else b"K")
