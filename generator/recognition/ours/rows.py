"""Rows of the tables of the programme → which part each is, and what stands there of each of its fields."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.document.blocks import Box, Items
from generator.recognition.ours.carried import Carried
from generator.recognition.ours.novelty import Novelty
from generator.recognition.ours.pieces import Piece, pieces

Cells = Sequence[Sequence[Piece]]
"""What stands in each cell of a row."""

_PART = re.compile(r"programma/(\d+)/(.+)")
_LINE = re.compile(r"blok/([\d+]+)/(.+)")
_CLOSED = re.compile(r"delen|let-op|tips|varianten|werkvorm/\d+")
"""Fields behind which a new paragraph is the part's own text, and no more of the same."""

_STANDS_BOXED = re.compile(r"let-op|tips|varianten")

_COLUMNS = ("om", "duur", "onderdeel", "doel", "toelichting", "wie", "materialen")
_OF_LINES = ("om", "duur", "onderdeel", "wie")


@dataclass
class FoundRow:
    """A row: the parts of the programme that it tells, none for a new one, and what stands there of each field."""

    parts: tuple[int, ...]
    fields: dict[str, list[Piece]] = field(default_factory=dict)

    def add(self, name: str, piece: Piece) -> None:
        """One more piece of a field."""
        self.fields.setdefault(name, []).append(piece)

    def words(self, name: str) -> str:
        """What stands at a field, on one line."""
        return " ".join(piece.words for piece in self.fields.get(name, ()))


class Rows:
    """Reads the rows of the programme and of its lines in short, in the order in which they stand."""

    def __init__(self, carried: Carried, novelty: Novelty) -> None:
        self._novelty = novelty
        self._columns: Sequence[str] = _COLUMNS
        self._seen: set[int] = set()
        self._known: dict[int, dict[str, str]] = {}
        for origin, words in carried.gelezen.items():
            if match := _PART.fullmatch(origin):
                self._known.setdefault(int(match[1]), {}).update(dict.fromkeys(words, match[2]))

    def head(self, row: Cells) -> None:
        """Takes the columns from a head that names them."""
        names = [next((piece.origin for piece in cell if piece.origin.startswith("kolom/")), "") for cell in row]
        if any(names):
            self._columns = [name.removeprefix("kolom/") or "toelichting" for name in names]

    def row(self, row: Cells) -> FoundRow | None:
        """A row of the programme in detail; None for one that says nothing."""
        number, is_copy = self._part(row)
        found = FoundRow(() if number is None else (number,))
        fields = self._known.get(number, {}) if number is not None and is_copy else {}
        for column, cell in enumerate(row):
            default = self._columns[column] if column < len(self._columns) else "toelichting"
            for name, piece in self._of_cell(cell, default, fields, is_copy):
                found.add(_own_name(name, found), piece)
        return found if found.fields else None

    def line(self, row: Cells) -> FoundRow | None:
        """A line of the programme in short; None for its head, and for one that says nothing."""
        origins = [match for cell in row for piece in cell if (match := _LINE.fullmatch(piece.origin))]
        found = FoundRow(tuple(int(number) for number in origins[0][1].split("+")) if origins else ())
        for column, cell in enumerate(row):
            current = _OF_LINES[column] if column < len(_OF_LINES) else "onderdeel"
            for piece in cell:
                match = _LINE.fullmatch(piece.origin)
                current = match[2] if match else current
                told = piece if match else self._novelty.of(piece)
                if told:
                    found.add(current, told)
        return found if found.fields else None

    def _part(self, row: Cells) -> tuple[int | None, bool]:
        """Which part a row is, and whether it is one more of the same: by its marks, or else by its name."""
        marks = [match for cell in row for piece in cell if (match := _PART.fullmatch(piece.origin))]
        if marks:
            by_name = [int(match[1]) for match in marks if match[2].startswith("onderdeel")]
            number = (by_name or [Counter(int(match[1]) for match in marks).most_common(1)[0][0]])[0]
            is_copy = number in self._seen
            self._seen.add(number)
            return number, is_copy
        words = {piece.digest for cell in row for piece in cell}
        alike = [
            (len(words & set(known)), -number)
            for number, known in self._known.items()
            if any(name.startswith("onderdeel") and digest in words for digest, name in known.items())
        ]
        return (-max(alike)[1], True) if alike else (None, False)

    def _of_cell(
        self, cell: Sequence[Piece], default: str, known: Mapping[str, str], is_copy: bool
    ) -> Iterator[tuple[str, Piece]]:
        """The pieces of a cell that tell something, each with its field."""
        current = ""
        cell = [inner for piece in cell for inner in _unboxed(piece, known)]
        for place, piece in enumerate(cell):
            name = _field_of(piece, known)
            if name:
                current = name
                yield name, piece
            elif new := self._novelty.of(piece, is_copy):
                later = any(_field_of(other, known) == current for other in cell[place:])
                if not _goes_on(current, new, later):
                    current = "toelichting" if current else default
                current = current or default
                yield current, new


def _field_of(piece: Piece, known: Mapping[str, str]) -> str:
    match = _PART.fullmatch(piece.origin)
    return match[2] if match else known.get(piece.digest, "")


def _unboxed(piece: Piece, known: Mapping[str, str]) -> list[Piece]:
    """What stands in a box without a mark, where that is a field of its own; else the piece itself."""
    if piece.origin or not isinstance(piece.block, Box):
        return [piece]
    inner = [replace(other, boxed=True) for other in pieces(piece.block.blocks)]
    return inner if any(_STANDS_BOXED.fullmatch(known.get(other.digest, "")) for other in inner) else [piece]


def _goes_on(current: str, new: Piece, later: bool) -> bool:
    """Whether a new piece belongs to the field that stands before it in its cell."""
    if not current or "," in current:
        return False
    return not _CLOSED.fullmatch(current) or new.boxed or later or isinstance(new.block, Items)


def _own_name(name: str, found: FoundRow) -> str:
    """The field of a row that a column of more fields stands for."""
    if name == "onderdeel,toelichting":
        return "toelichting" if any("onderdeel" in known for known in found.fields) else "onderdeel,optioneel,wie"
    return "om" if name == "om,duur" else name
