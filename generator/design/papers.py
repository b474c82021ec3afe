"""papier.yaml: sheets and cards, and how cards come on sheets."""

from collections.abc import Iterator, Mapping
from typing import Annotated

from pydantic import BeforeValidator, Field

from generator.design.rows import Points, Row
from generator.errors import GeneratorError, Place, Problem, nearest, say
from generator.material.values import JaNee
from generator.page.items import MM, Size
from generator.page.paper import Paper, Scheme, Turning
from generator.source import Source

_EPSILON = 0.01
LEAST_ROOM = 20 * MM
"""Between margins, in points: narrower than this no word fits."""


class Margins(Row):
    """The white round what stands on a paper."""

    links: Points
    rechts: Points
    boven: Points
    onder: Points


def _all_around(value: object) -> object:
    return dict.fromkeys(("links", "rechts", "boven", "onder"), value) if isinstance(value, str) else value


class PaperRow(Row):
    """A row of papier.yaml."""

    breed: Points
    hoog: Points
    marges: Annotated[Margins, BeforeValidator(_all_around)]


class SchemeRow(Row):
    """How cards come on a sheet."""

    kaart: str
    vel: str
    kolommen: int = Field(ge=1, le=50)
    rijen: int = Field(ge=1, le=50)
    tussen: Points = 0
    afloop: Points = 0
    snijtekens: JaNee = False
    keren: Turning = "lange zijde"


class PaperTable(Row):
    """papier.yaml."""

    papieren: Mapping[str, PaperRow]
    schemas: Mapping[str, SchemeRow]


def paper_of(name: str, row: PaperRow) -> Paper:
    """The paper that a row describes."""
    margins = row.marges
    return Paper(name, Size(row.breed, row.hoog), margins.links, margins.rechts, margins.boven, margins.onder)


def crowded(table: PaperTable, source: Source) -> Iterator[Problem]:
    """Papers whose margins leave too little to lay anything on."""
    for name, row in table.papieren.items():
        margins = row.marges
        width = row.breed - margins.links - margins.rechts
        height = row.hoog - margins.boven - margins.onder
        if min(width, height) < LEAST_ROOM:
            what = say("the margins of {name} leave too little room", name=name)
            yield Problem(source.place(("papieren", name, "marges")), what, say("make marges smaller"))


def schemes_of(table: PaperTable, papers: Mapping[str, Paper], source: Source) -> Iterator[tuple[str, Scheme]]:
    """Each scheme by its name; raises GeneratorError for one whose cards don't fit their sheet."""
    for name, row in table.schemas.items():
        for key, paper in (("kaart", row.kaart), ("vel", row.vel)):
            if paper not in papers and (key == "kaart" or paper.removesuffix(" liggend") not in papers):
                what = say("there is no paper named {name}", name=paper)
                raise GeneratorError([Problem(source.place(("schemas", name, key)), what, nearest(paper, papers))])
        scheme = _scheme(name, row, papers)
        _fits(scheme, source.place(("schemas", name)))
        yield name, scheme


def _scheme(name: str, row: SchemeRow, papers: Mapping[str, Paper]) -> Scheme:
    sheet = papers[row.vel.removesuffix(" liggend")]
    return Scheme(
        name=name,
        card=papers[row.kaart].size,
        sheet=sheet.lying.size if row.vel.endswith(" liggend") else sheet.size,
        columns=row.kolommen,
        rows=row.rijen,
        gutter=row.tussen,
        bleed=row.afloop,
        marks=row.snijtekens,
        turning=row.keren,
    )


def _fits(scheme: Scheme, place: Place) -> None:
    """Raises GeneratorError for cards that are larger than their sheet, or whose bleed runs into a neighbour."""
    for word, card, count, sheet in (
        ("breed", scheme.card.width, scheme.columns, scheme.sheet.width),
        ("hoog", scheme.card.height, scheme.rows, scheme.sheet.height),
    ):
        over = count * card + (count - 1) * scheme.gutter + 2 * scheme.bleed - sheet
        if over > _EPSILON:
            what = say("these cards are {mm} mm too large for their sheet ({word})", mm=f"{over / MM:.1f}", word=word)
            raise GeneratorError([Problem(place, what, say("fewer columns or rows, or a larger sheet"))])
    if scheme.places > 1 and scheme.gutter < 2 * scheme.bleed - _EPSILON:
        what = say("the bleed of these cards runs into the card beside it")
        raise GeneratorError([Problem(place, what, say("make tussen at least twice afloop"))])
