"""A house style in; each pair of its colours that somebody could not tell apart well enough to read, out.

The formulas are those of WCAG 2.2 (W3C, 2023): relative luminance, contrast ratio, and success criterion 1.4.3.
"""

from collections.abc import Iterator

from generator.design.house import House
from generator.errors import Problem, say
from generator.page.items import Colour
from generator.page.looks import tint_of
from generator.source import Loc, Source

LEAST = 4.5
"""To 1, for text of any size: we grant large letters no less, since a name may become a small one on another paper."""
_INKS = ("tekst", "tweede", "link", "accent")
"""Colours of letters that stand on white and on each tint."""


def luminance(colour: Colour) -> float:
    """How light a colour is, from 0 for black to 1 for white."""
    channels = (colour.red, colour.green, colour.blue)
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """From 1 for the same colour to 21 for black and white."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def too_little(house: House, source: Source) -> Iterator[Problem]:
    """A problem at the row of each colour that has too little contrast with one on which, or under which, it lies."""
    for ink, ground, row in dict.fromkeys(_pairs(house)):
        ratio = contrast(_colour(house, ink), _colour(house, ground))
        if ratio < LEAST:
            what = say(
                "{ink} on {ground} has a contrast of {ratio}:1; below 4.5:1 many people can't read it",
                ink=ink[-1],
                ground=ground[-1],
                ratio=f"{int(ratio * 100) / 100:.2f}",
            )
            place = next((p for p in map(source.place, (row, ground)) if p.path == source.path), source.place(row))
            yield Problem(place, what, say("make one of the two darker, or the other lighter"))


def _pairs(house: House) -> Iterator[tuple[Loc, Loc, Loc]]:
    """The rows of letters and of what lies under them, where a document sets the one on the other; and who asks it."""
    white = ("kleuren", "wit")
    tints = [("kleuren", name) for name in house.kleuren if name.startswith("tint-")]
    inks = [("kleuren", name) for name in _INKS]
    accents = [("kleuren", "accent"), *(("accenten", name) for name in house.accenten)]
    yield from ((ink, ground, ink) for ink in inks for ground in (white, *tints))
    yield from ((white, accent, accent) for accent in accents)
    yield from ((accent, (*accent, "tint"), accent) for accent in accents)
    for style, looks in house.stijlen.items():
        for role, text in looks.rollen.items():
            if text.kleur not in (*_INKS, "wit"):
                yield ("kleuren", text.kleur), white, ("stijlen", style, "rollen", role, "kleur")


def _colour(house: House, row: Loc) -> Colour:
    """The colour of a row, or the tint that is made of it."""
    table, name, *tint = row
    colours = house.accenten if table == "accenten" else house.kleuren
    return tint_of(colours[str(name)]) if tint else colours[str(name)]
