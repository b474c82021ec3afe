"""The values that rows of templates/ hold: lengths, colours, yes and no."""

import re
from math import nan
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainValidator

from generator.errors import say
from generator.page.items import MM, Colour
from generator.page.paper import millimetres
from generator.source import refuse

MOST_POINTS = 10_000.0
"""Longer than any paper: A0 is 3,370 points high."""
_DIGITS = re.compile("[0-9A-Fa-f]{6}")


class Row(BaseModel):
    """A row that somebody wrote: unknown keys are mistakes, and nothing changes after reading."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


def _points(value: object) -> float:
    """`3 mm` or a bare number of points."""
    if not isinstance(value, str):
        raise refuse(say("a text is expected here"), say("write millimetres, such as 6 mm"))
    text = value.strip()
    try:
        points = millimetres(text) if text.endswith("mm") else float(text.replace(",", "."))
    except ValueError:
        points = nan
    if not 0 <= points < MOST_POINTS:
        raise refuse(say("{value} is no length", value=value), say("write millimetres, such as 6 mm"))
    return points


def _millimetres(value: object) -> float:
    found = round(_points(value) / MM, 3)
    if not found:
        raise refuse(say("{value} is no length", value=value), say("write millimetres, such as 6 mm"))
    return found


def _colour(value: object) -> Colour:
    if not isinstance(value, str):
        raise refuse(say("a text is expected here"), say('write six digits, such as "#05625F"'))
    digits = value.removeprefix("#")
    if not _DIGITS.fullmatch(digits):
        raise refuse(say("{value} is no colour", value=value), say('write six digits, such as "#05625F"'))
    red, green, blue = bytes.fromhex(digits)
    return Colour(red / 255, green / 255, blue / 255)


Points = Annotated[float, PlainValidator(_points)]
Millimetres = Annotated[float, PlainValidator(_millimetres)]
Hue = Annotated[Colour, PlainValidator(_colour)]


class Sides(Row):
    """The white at each side of what stands on a paper or a sheet."""

    links: Points
    rechts: Points
    boven: Points
    onder: Points


def _all_around(value: object) -> object:
    return dict.fromkeys(("links", "rechts", "boven", "onder"), value) if isinstance(value, str) else value


Margins = Annotated[Sides, BeforeValidator(_all_around)]
"""One length for all sides, or one for each."""
