"""The values that rows of templates/ hold: lengths, colours, yes and no."""

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict

from generator.errors import say
from generator.page.items import Colour
from generator.page.paper import millimetres
from generator.source import refuse


class Row(BaseModel):
    """A row that somebody wrote: unknown keys are mistakes, and nothing changes after reading."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


def _points(value: object) -> object:
    """`3 mm` or a bare number of points."""
    if not isinstance(value, str):
        return value
    try:
        return millimetres(value) if value.strip().endswith("mm") else float(value.replace(",", "."))
    except ValueError:
        raise refuse(say("{value} is no length", value=value), say("write millimetres, such as 6 mm")) from None


def _colour(value: object) -> object:
    if not isinstance(value, str):
        return value
    digits = value.removeprefix("#")
    try:
        red, green, blue = bytes.fromhex(digits)
    except ValueError:
        raise refuse(say("{value} is no colour", value=value), say('write six digits, such as "#05625F"')) from None
    return Colour(red / 255, green / 255, blue / 255)


Points = Annotated[float, BeforeValidator(_points)]
Hue = Annotated[Colour, BeforeValidator(_colour)]
