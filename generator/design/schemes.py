"""The schemas of papier.yaml: how cards come on sheets."""

from collections.abc import Iterator, Mapping
from typing import Annotated

from pydantic import BeforeValidator, PlainValidator

from generator.design.rows import Margins, Points, Row
from generator.errors import GeneratorError, Message, Problem, nearest, say
from generator.material.values import JaNee
from generator.page.fullest import fullest
from generator.page.items import MM
from generator.page.marks import LEAST_MARK, MARK_DISTANCE
from generator.page.paper import (
    UNPRINTABLE,
    Corner,
    Freedom,
    Gutter,
    Order,
    Paper,
    Scheme,
    Turning,
    free_paper,
)
from generator.source import Source, refuse

_EPSILON = 0.01
MOST_CARDS = 50
ROUNDED = 0.3 * MM
"""How far margins, cards and gutters together may differ from their sheet: makers round what they publish."""


class Gaps(Row):
    """The white between columns and between rows."""

    x: Points
    y: Points


def _both_ways(value: object) -> object:
    return {"x": value, "y": value} if isinstance(value, str) else value


def _count(value: object) -> int | None:
    """How many, or None where it follows from the room that there is."""
    if value == "auto":
        return None
    if not isinstance(value, str) or not value.isascii() or not value.isdigit():
        raise refuse(say("{value} is no number of cards", value=value), say("write a whole number, or auto"))
    if not 1 <= int(value) <= MOST_CARDS:
        raise refuse(say("{value} is no number of cards", value=value), say("from 1 to {most}", most=MOST_CARDS))
    return int(value)


Count = Annotated[int | None, PlainValidator(_count)]
NO_GAPS = Gaps.model_construct(x=0, y=0)


class SchemeRow(Row):
    """How cards come on a sheet."""

    kaart: str
    vel: str
    kolommen: Count
    rijen: Count
    tussen: Annotated[Gaps, BeforeValidator(_both_ways)] = NO_GAPS
    afloop: Points = 0
    snijtekens: JaNee = False
    keren: Turning = "lange zijde"
    volgorde: Order = "naast elkaar"
    marges: Margins | None = None


def schemes_of(rows: Mapping[str, SchemeRow], papers: Mapping[str, Paper], source: Source) -> dict[str, Scheme]:
    """Each scheme by its name; raises GeneratorError with all that can't be."""
    schemes: dict[str, Scheme] = {}
    problems: list[Problem] = []
    for name, row in rows.items():
        found = [Problem(source.place(("schemas", name, *loc)), *told) for loc, told in _unknown(row, papers)]
        if not found:
            schemes[name] = scheme = _scheme(name, row, papers)
            found = [Problem(source.place(("schemas", name, *loc)), *told) for loc, told in _faults(scheme, row)]
        problems.extend(found)
    if problems:
        raise GeneratorError(problems)
    return schemes


Told = tuple[Message, Message | None]
Fault = tuple[tuple[str, ...], Told]
"""Where in a row, what is wrong there, and a way out."""


def _unknown(row: SchemeRow, papers: Mapping[str, Paper]) -> Iterator[Fault]:
    if row.kaart not in papers and free_paper(row.kaart) is None:
        yield ("kaart",), unknown_paper(row.kaart, papers)
    if row.vel.removesuffix(" liggend") not in papers:
        yield ("vel",), unknown_paper(row.vel, papers)


def unknown_paper(name: str, papers: Mapping[str, Paper]) -> Told:
    """What is said of a name that no paper has; of one that begins as a size does, how a size is written."""
    if name[:1].isdigit():
        what = say("{name} is no size of paper", name=name)
        return what, say("write width × height, such as 80 × 110 mm")
    return say("there is no paper named {name}", name=name), nearest(name, papers)


def _scheme(name: str, row: SchemeRow, papers: Mapping[str, Paper]) -> Scheme:
    sheet = papers[row.vel.removesuffix(" liggend")]
    card = papers.get(row.kaart) or free_paper(row.kaart)
    assert card  # nothing unknown was found
    columns, rows = row.kolommen is None, row.rijen is None
    scheme = Scheme(
        name=name,
        card=card.size,
        sheet=sheet.lying.size if row.vel.endswith(" liggend") else sheet.size,
        columns=row.kolommen or 1,
        rows=row.rijen or 1,
        gutter=Gutter(row.tussen.x, row.tussen.y),
        bleed=row.afloop,
        marks=row.snijtekens,
        turning=row.keren,
        order=row.volgorde,
        corner=Corner(row.marges.links, row.marges.boven) if row.marges else None,
        free=Freedom(columns, rows, columns and rows and not row.vel.endswith(" liggend")),
    )
    return fullest(scheme, UNPRINTABLE)


def _faults(scheme: Scheme, row: SchemeRow) -> Iterator[Fault]:
    """What makes a scheme impossible: the first of what is wrong with its size, and then the rest."""
    if row.marges and (scheme.free.columns or scheme.free.rows):
        way_out = say("give kolommen and rijen, or leave marges out")
        yield ("marges",), (say("auto looks for the margins itself"), way_out)
    elif not scheme.places:
        what = say(
            "not one of these cards fits on its sheet, within the {mm} mm that a printer can't reach",
            mm=_mm(UNPRINTABLE),
        )
        yield (), (what, say("take a smaller card or a larger sheet"))
    else:
        yield from _too_large(scheme)
        yield from _uneven(scheme, row)
    if scheme.bleed and scheme.turning == "vouwen":
        yield ("afloop",), (say("at a fold nothing can run off the paper"), say("leave afloop out"))
    elif _runs_over(scheme):
        what = say("the bleed of these cards runs into the card beside it")
        yield (), (what, say("make tussen at least twice afloop"))


def _too_large(scheme: Scheme) -> Iterator[Fault]:
    """Cards that are larger than their sheet, or leave no room for the marks that are asked for."""
    sheet, grid, start = scheme.sheet, scheme.grid, scheme.start
    for word, first, last in (
        ("breed", start.x, sheet.width - start.x - grid.width),
        ("hoog", start.y, sheet.height - start.y - grid.height),
    ):
        over = 2 * scheme.bleed - first - last
        if over > _EPSILON:
            what = say("these cards are {mm} mm too large for their sheet ({word})", mm=_mm(over), word=word)
            yield (), (what, say("fewer columns or rows, or a larger sheet"))
        elif scheme.marks and min(first, last) - scheme.bleed < UNPRINTABLE + MARK_DISTANCE + LEAST_MARK - _EPSILON:
            what = say("cut marks beside these cards fall where a printer can't reach ({word})", word=word)
            yield ("snijtekens",), (what, say("fewer columns or rows, or snijtekens: nee"))


def _uneven(scheme: Scheme, row: SchemeRow) -> Iterator[Fault]:
    """Margins that, with cards and gutters, are not as long as the sheet."""
    if row.marges is None:
        return
    sheet, grid, margins = scheme.sheet, scheme.grid, row.marges
    for word, whole, side in (
        ("breed", margins.links + grid.width + margins.rechts, sheet.width),
        ("hoog", margins.boven + grid.height + margins.onder, sheet.height),
    ):
        if abs(whole - side) > ROUNDED:
            what = say(
                "margins, cards and gutters are {mm} mm together, and the sheet is {sheet} mm ({word})",
                mm=_mm(whole), sheet=_mm(side), word=word,
            )  # fmt: skip
            yield ("marges",), (what, say("measure the sheet again"))


def _runs_over(scheme: Scheme) -> bool:
    beside = scheme.columns > 1 and scheme.gutter.x < 2 * scheme.bleed - _EPSILON
    return beside or (scheme.rows > 1 and scheme.gutter.y < 2 * scheme.bleed - _EPSILON)


def _mm(points: float) -> str:
    return f"{points / MM:.1f}"
