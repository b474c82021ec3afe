"""A palette in, the same for a printer with black only or with little ink out."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.page.items import WHITE, Colour


@dataclass(frozen=True)
class Inks:
    """How colours are printed: as grey, and planes as outlines with what stands on them in their colour."""

    grey: bool = False
    outlined: bool = False

    @property
    def suffix(self) -> str:
        """What the names of files in these inks end with."""
        return "-inktzuinig" * self.outlined + "-grijs" * self.grey

    def palette(self, colours: Mapping[str, Colour]) -> Mapping[str, Colour]:
        """The palette in these inks; a tint is left white where ink is saved."""
        if self.outlined:
            colours = {name: WHITE if name.startswith("tint-") else colour for name, colour in colours.items()}
            colours = {**colours, "wit": colours["accent"]}
        return {name: greyed(colour) for name, colour in colours.items()} if self.grey else colours


PLAIN = Inks()
"""All colours as they are."""


def greyed(colour: Colour) -> Colour:
    """The grey that is just as light, so that every contrast stays what it was (WCAG 2.2, relative luminance)."""
    red, green, blue = (_linear(part) for part in (colour.red, colour.green, colour.blue))
    light = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    part = 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return Colour(*3 * (min(part, 1.0),))


def _linear(part: float) -> float:
    """An sRGB part as light (IEC 61966-2-1)."""
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
