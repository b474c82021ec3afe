"""What a Word file of ours tells → what stands there now of each field, each row of the programme, and all else.

A paragraph that bears no mark, and whose words the document didn't have, was added: in a cell it belongs to what is
before it, elsewhere it is kept by itself.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from generator.document.blocks import Block, Heading, Items, Row, Table
from generator.document.told import Told
from generator.recognition.ours.carried import Carried
from generator.recognition.ours.digests import running
from generator.recognition.ours.novelty import Novelty
from generator.recognition.ours.pieces import Piece, pieces
from generator.recognition.ours.rows import FoundRow, Rows
from generator.recognition.texts import text

_HEADS = ("kop/", "feit/", "kolom/")
"""How the marks of heads start, of which the rest says what field stands under or beside them."""


@dataclass
class Found:
    """What stands in the file now: `overview` are the lines of the programme in short, `loose` what has no field."""

    fields: dict[str, list[Piece]] = field(default_factory=dict)
    rows: list[FoundRow] = field(default_factory=list)
    overview: list[FoundRow] = field(default_factory=list)
    loose: list[str] = field(default_factory=list)

    def add(self, pieces_: list[Piece], origin: str) -> None:
        """More pieces of a field, taken out of the list that they are in."""
        self.fields.setdefault(origin, []).extend(pieces_)
        pieces_.clear()

    def keep(self, pieces_: list[Piece]) -> None:
        """What was written between fields is one text, taken out of the list that it is in."""
        if pieces_:
            self.loose.append(text([piece.block for piece in pieces_]))
            pieces_.clear()


def gather(told: Told, carried: Carried) -> Found:
    """Everything that the file tells, by the fields of what it carries."""
    gatherer = _Gatherer(carried)
    gatherer.flow(told.blocks)
    for block in (*told.header, *told.footer):
        if running([block]) not in carried.kop and (words := text([block])):
            gatherer.found.loose.append(words)
    return gatherer.found


class _Gatherer:
    def __init__(self, carried: Carried) -> None:
        self.found = Found()
        self._novelty = Novelty(carried)
        self._rows = Rows(carried, self._novelty)

    def flow(self, blocks: Iterable[Block]) -> None:
        """Text outside of tables: what stands between two pieces of a field is more of it, as is a list behind one."""
        loose: list[Piece] = []
        before = head = ""
        for piece in pieces(blocks):
            if isinstance(piece.block, Table):
                self.found.keep(loose)
                before = head = ""
                self._table(piece.block)
            elif piece.origin.startswith(_HEADS):
                self.found.keep(loose)
                before, head = "", self._headed(piece)
            elif piece.origin:
                self.found.add(loose, piece.origin) if piece.origin == before else self.found.keep(loose)
                self.found.add([piece], piece.origin)
                before = head = piece.origin
            elif (new := self._novelty.of(piece)) is None:
                self.found.keep(loose)
                before = head = ""
            elif isinstance(new.block, Items) and head and not loose:
                self.found.add([new], head)
            elif isinstance(new.block, Heading) and new.block.role == "titel" and "titel" not in self.found.fields:
                self.found.add([new], "titel")
            else:
                loose.append(new)
        self.found.keep(loose)

    def _headed(self, piece: Piece) -> str:
        """What field a head names; its own words are kept only where somebody wrote others."""
        if self._novelty.of_head(piece):
            self.found.keep([piece])
        return piece.origin.partition("/")[2]

    def _table(self, table: Table) -> None:
        rows = [[pieces(cell.blocks) for cell in row.cells] for row in _all_rows(table)]
        kinds = {piece.origin.partition("/")[0] for piece in _in(rows)}
        of_programme = kinds & {"programma", "kolom", "blok"}
        for row in rows:
            if not of_programme or any(piece.origin.startswith(_HEADS) for piece in _in([row])):
                self._rows.head(row)
                self._facts(row)
            elif "blok" in kinds:
                self.found.overview += [line for line in [self._rows.line(row)] if line]
            else:
                self.found.rows += [part for part in [self._rows.row(row)] if part]

    def _facts(self, row: Sequence[Sequence[Piece]]) -> None:
        """A row with a head and what it heads; what stands beside no head is kept by itself."""
        current = ""
        loose: list[Piece] = []
        for piece in _in([row]):
            if isinstance(piece.block, Table):
                self._table(piece.block)
            elif piece.origin.startswith(_HEADS):
                current = self._headed(piece) if piece.origin.startswith("feit/") else self._headed(piece) and ""
            elif piece.origin:
                current = piece.origin
                self.found.add([piece], current)
            elif new := self._novelty.of(piece):
                self.found.add([new], current) if current else loose.append(new)
        self.found.keep(loose)


def _all_rows(table: Table) -> Iterator[Row]:
    yield from (table.head,) if table.head else ()
    yield from table.rows


def _in(rows: Iterable[Iterable[Iterable[Piece]]]) -> Iterator[Piece]:
    return (piece for row in rows for cell in row for piece in cell)
