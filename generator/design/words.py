"""The fixed words whose form the tool itself must know: those on tiles."""

from typing import Annotated

from pydantic import AfterValidator

from generator.design.rows import Row
from generator.errors import say
from generator.source import refuse

NAMES = ("titel", "width", "height", "count", "columns", "rows", "paper", "tile", "other")
"""What may stand in braces in the words on tiles."""


def _filled(text: str) -> str:
    """The text as it is, if it can be filled in."""
    try:
        text.format(**dict.fromkeys(NAMES, ""))
    except (LookupError, ValueError, AttributeError) as error:
        what = say("{value} is nothing that can be filled in here", value=text)
        raise refuse(what, say("possible here: {names}", names=", ".join(f"{{{name}}}" for name in NAMES))) from error
    return text


Filled = Annotated[str, AfterValidator(_filled)]


class TileLabels(Row):
    """What a plan of tiles says, and what stands on the marks."""

    titel: Filled
    samen: Filled
    stappen: tuple[Filled, ...]
    alt: Filled
    knip: Filled
    lijm: Filled
    afwerking: str
