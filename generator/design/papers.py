"""papier.yaml: sheets and cards; how cards come on sheets is in schemes.py."""

from collections.abc import Iterator, Mapping

from generator.design.rows import Margins, Points, Row
from generator.design.schemes import SchemeRow
from generator.errors import Problem, say
from generator.page.items import MM, Size
from generator.page.paper import Paper
from generator.source import Source

LEAST_ROOM = 20 * MM
"""Between margins, in points: narrower than this no word fits."""


class PaperRow(Row):
    """A row of papier.yaml."""

    breed: Points
    hoog: Points
    marges: Margins


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
