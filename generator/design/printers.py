"""printers.yaml: the printers that somebody measured."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, PlainValidator

from generator.design.rows import Row
from generator.design.templates import Design
from generator.errors import Message, UsageError, nearest, say
from generator.page.fullest import fullest
from generator.page.items import MM
from generator.page.paper import UNPRINTABLE, millimetres
from generator.page.printer import OFFICE, Printer, Shift
from generator.source import read, refuse, validate

FILE = "printers.yaml"
"""Beside materials/ in a workspace."""
MOST_OFF = 5.0
"""Millimetres: service manuals promise 1 mm, and what is further off was measured wrong."""
MOST_MARGIN = 25.0
"""Millimetres: no office printer leaves so much white."""


def too_far(mm: float) -> tuple[Message, Message] | None:
    """What is wrong with an offset, and a way out; None where it can be."""
    if abs(mm) <= MOST_OFF:
        return None
    what = say("{mm} mm is more than a printer is ever off", mm=f"{mm:g}")
    way_out = say("at most {most} mm: measure again with `drukklaar printer test`", most=f"{MOST_OFF:g}")
    return what, way_out


def too_wide(mm: float) -> tuple[Message, Message] | None:
    """What is wrong with a margin, and a way out; None where it can be."""
    if 0 <= mm <= MOST_MARGIN:
        return None
    what = say("a printer leaves no margin of {mm} mm", mm=f"{mm:g}")
    return what, say("from 0 to {most} mm", most=f"{MOST_MARGIN:g}")


def _offset(value: object) -> float:
    """`-1.2 mm`, in points."""
    text = value.strip() if isinstance(value, str) else ""
    try:
        points = -millimetres(text[1:]) if text.startswith("-") else millimetres(text)
    except ValueError as error:
        raise refuse(say("{value} is no length", value=value), say("write millimetres, such as -1.2 mm")) from error
    if fault := too_far(points / MM):
        raise refuse(*fault)
    return points


def _margin(value: object) -> float:
    """`4.2 mm`, in points."""
    try:
        points = millimetres(value) if isinstance(value, str) else -1
    except ValueError as error:
        raise refuse(say("{value} is no length", value=value), say("write millimetres, such as 6 mm")) from error
    if fault := too_wide(points / MM):
        raise refuse(*fault)
    return points


Offset = Annotated[float, PlainValidator(_offset)]


Margin = Annotated[float, PlainValidator(_margin)]


class Off(Row):
    """How far backs are moved: to the right and down, as one looks at a back."""

    x: Offset = 0
    y: Offset = 0

    @property
    def shift(self) -> Shift:
        """The same in the terms of the page."""
        return Shift(self.x, self.y)


class PrinterRow(Row):
    """A printer that somebody measured."""

    staand: Off = Field(default_factory=Off)
    liggend: Off | None = None
    marge: Margin = UNPRINTABLE
    zijde: Literal["lange zijde", "korte zijde"] | None = None


class PrinterTable(Row):
    """printers.yaml."""

    printers: Mapping[str, PrinterRow]


def read_printers(path: Path) -> dict[str, Printer]:
    """Each printer by its name, none where there is no such file; raises GeneratorError."""
    if not path.exists():
        return {}
    table = validate(read(path, FILE), PrinterTable)
    return {name: _printer(name, row) for name, row in table.printers.items()}


def printer_named(path: Path, name: str) -> Printer:
    """The printer of this name, or one that nobody measured where no name is given.

    Raises UsageError for a name that no printer has, and GeneratorError for a file with mistakes.
    """
    if not name:
        return OFFICE
    printers = read_printers(path)
    if name not in printers:
        way_out = nearest(name, printers) or say("`drukklaar printer set {name}` makes it", name=name)
        raise UsageError(say("there is no printer named {name}", name=name), way_out)
    return printers[name]


def _printer(name: str, row: PrinterRow) -> Printer:
    return Printer(name, row.staand.shift, row.liggend.shift if row.liggend else None, row.marge, row.zijde or "")


def written(printers: Mapping[str, Printer]) -> bytes:
    """The printers as the bytes of their file."""
    rows = [row for name, printer in sorted(printers.items()) for row in _rows(name, printer)]
    return "\n".join([*_HEAD, "printers:", *rows, ""]).encode()


_HEAD = (
    "# Wat `drukklaar printer set` van je printers weet.",
    "# staand en liggend: zo ver schuift de achterkant van zo'n vel op, x naar rechts en y naar beneden.",
    "# marge: zo veel van de rand kan de printer niet bedrukken. zijde: de zijde waarover hij altijd keert.",
)


def _rows(name: str, printer: Printer) -> Iterator[str]:
    yield f"  {name}:"
    yield f"    staand: {_off(printer.upright)}"
    if printer.lying is not None:
        yield f"    liggend: {_off(printer.lying)}"
    yield f"    marge: {printer.margin / MM:g} mm"
    if printer.edge:
        yield f"    zijde: {printer.edge}"


def _off(shift: Shift) -> str:
    return f"{{x: {shift.x / MM:g} mm, y: {shift.y / MM:g} mm}}"


def suited(design: Design, printer: Printer) -> Design:
    """The design with schemes for this printer: over its edge, and as full as its margin allows."""
    schemes = {name: fullest(printer.of(scheme), printer.margin) for name, scheme in design.schemes.items()}
    return replace(design, schemes=schemes)
