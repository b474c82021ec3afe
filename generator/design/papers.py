"""papier.yaml: sheets and cards; how cards come on sheets is in schemes.py."""

from collections.abc import Iterator, Mapping

from generator.design.rows import Margins, Points, Row
from generator.design.schemes import SchemeRow
from generator.errors import Problem, say
from generator.page.items import MM, Size
from generator.page.paper import Paper
from generator.source import Source

_EPSILON = 0.01
LEAST_OVERLAP, MOST_OVERLAP, MOST_MARGIN = 6 * MM, 40 * MM, 20 * MM
"""Of tiles, in points: 3 mm is cut off of each, and as much is needed for glue."""
LEAST_ROOM = 20 * MM
"""Between margins, in points: narrower than this no word fits."""


class PaperRow(Row):
    """A row of papier.yaml."""

    breed: Points
    hoog: Points
    marges: Margins


class TileRow(Row):
    """What tiles of a poster have in common, and the margin that the printer can't reach.

    10 mm and 4.2 mm (HP LaserJet: .166") unless somebody says so: the overlap must exceed the margin.
    """

    overlap: Points = 10 * MM
    rand: Points = 4.2 * MM


class PaperTable(Row):
    """papier.yaml."""

    papieren: Mapping[str, PaperRow]
    schemas: Mapping[str, SchemeRow]
    tegels: TileRow = TileRow()


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


def odd_tiles(table: PaperTable, source: Source) -> Iterator[Problem]:
    """Tiles that overlap too little to glue, or more than a poster wants, and a margin that leaves nothing."""
    for key, value, least, most in (
        ("overlap", table.tegels.overlap, LEAST_OVERLAP, MOST_OVERLAP),
        ("rand", table.tegels.rand, 0.0, MOST_MARGIN),
    ):
        if not least - _EPSILON <= value <= most + _EPSILON:
            what = say("this must be {least} to {most} mm", least=f"{least / MM:.0f}", most=f"{most / MM:.0f}")
            yield Problem(source.place(("tegels", key)), what, say("write millimetres, such as 10 mm"))
