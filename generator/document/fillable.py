"""A document to write on → the same to fill in on a computer: each place to write in bears a field."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from generator.document.blocks import (
    TO_WRITE_IN,
    Area,
    Blank,
    Block,
    Box,
    Cell,
    Diagram,
    Document,
    Field,
    Heading,
    Items,
    Kind,
    Leaf,
    Lines,
    Paragraph,
    Point,
    Route,
    Row,
    Scale,
    Table,
    words_of,
)
from generator.document.style import known
from generator.slugs import dashed

LONGEST = 64
"""Letters of a field's name: Word takes no more in the title or the tag of a content control."""

_ENDS = ".?!:…"
_NUMBER = 4
"""Letters kept free for the number of a name that is there already."""


def fillable(document: Document, words: Mapping[str, Any], suffix: str = "") -> Document:
    """The document with its fields, each named after the question or the box that it answers.

    `words` are the fixed words of its language; raises UnknownLookError where they lack `in-te-vullen`. A `suffix`
    keeps the names apart from those of the same document for somebody else.
    """
    maker = _Maker(known("in-te-vullen", words), suffix)
    leaves = tuple(maker.leaf(leaf, _Asked(document.title)) for leaf in document.leaves)
    return replace(document, leaves=leaves)


@dataclass(frozen=True)
class _Asked:
    """What is asked, with the help that stands by it."""

    question: str
    help: str = ""

    @property
    def words(self) -> str:
        return f"{self.question} {self.help}".strip()

    def about(self, part: str) -> str:
        """The question, and of what in it this is the answer."""
        return f"{self.question} {part}" if self.question[-1:] in _ENDS else f"{self.question}: {part}"


class _Maker:
    """Makes the fields of one document, each under a name of its own; its headings skip no level (PDF/UA-1 §7.4.2)."""

    def __init__(self, prompts: Mapping[str, str], suffix: str) -> None:
        self._prompts = prompts
        self._suffix = f"-{suffix}" if suffix else ""
        self._taken: set[str] = set()
        self._above: list[int] = []

    def leaf(self, leaf: Leaf, asked: _Asked) -> Leaf:
        return replace(leaf, areas=tuple(self._area(area, asked) for area in leaf.areas))

    def _area(self, area: Area, asked: _Asked) -> Area:
        """A frame stands where somebody writes: on what is in it, or in its white."""
        before = len(self._taken)
        blocks = tuple(self._blocks(area.blocks, asked))
        if area.frame and len(self._taken) == before:
            field = self._text(_asked_in(area.blocks, asked), area.name)
            blocks = (*blocks, Blank(field))
        return replace(area, blocks=blocks)

    def _blocks(self, blocks: Sequence[Block], asked: _Asked) -> Iterator[Block]:
        for number, block in enumerate(blocks):
            yield self._block(block, _asked_in(blocks[:number], asked))

    def _block(self, block: Block, asked: _Asked) -> Block:
        match block:
            case Heading():
                self._above = [level for level in self._above if level < block.level] + [block.level]
                return replace(block, level=len(self._above))
            case Lines():
                return replace(block, field=self._line(block, asked))
            case Scale():
                return replace(block, field=self._choice(block, asked))
            case Route():
                return replace(block, fields=tuple(self._stops(block, asked)))
            case Items(mark="vink"):
                return replace(block, fields=tuple(self._ticks(block, asked)))
            case Items():
                return replace(block, items=tuple(tuple(self._blocks(item, asked)) for item in block.items))
            case Table():
                return replace(block, rows=tuple(self._rows(block, asked)))
            case Box():
                return replace(block, blocks=tuple(self._blocks(block.blocks, asked)))
            case Diagram(writable=True):
                middle = self._text(_asked_in(block.middle, asked)) if block.middle else None
                points = tuple(self._point(point, asked) for point in block.points)
                return replace(block, points=points, middle_field=middle)
            case _:
                return block

    def _line(self, block: Lines, asked: _Asked) -> Field:
        if block.date:
            form = self._prompts["datum"]
            return self._field("datum", f"{asked.words} ({form})", asked.question, prompt=form)
        kind: Kind = "regel" if block.count == 1 else "tekst"
        return self._field(kind, asked.words, asked.question, prompt=self._prompts["hier"])

    def _choice(self, block: Scale, asked: _Asked) -> Field:
        first, last = f"1 = {block.left}", f"{block.points} = {block.right}"
        options = (first, *(str(number) for number in range(2, block.points)), last)
        words = f"{asked.words} ({first}, {last})"
        return self._field("keuze", words, asked.question, prompt=self._prompts["kies"], options=options)

    def _stops(self, block: Route, asked: _Asked) -> Iterator[Field]:
        poles = f" ({block.low} – {block.high})" if block.low and block.high else ""
        for stop in block.stops:
            yield self._text(_Asked(asked.about(f"{stop}{poles}")), asked.question, stop)

    def _ticks(self, block: Items, asked: _Asked) -> Iterator[Field]:
        for item in block.items:
            words = _words(item)
            yield self._field("vink", asked.about(words), asked.question, words)

    def _point(self, point: Point, asked: _Asked) -> Point:
        return replace(point, field=self._text(_asked_in(point.blocks, asked)))

    def _rows(self, block: Table, asked: _Asked) -> Iterator[Row]:
        to_write_in = block.role in TO_WRITE_IN
        heads = [_words(cell.blocks) for cell in block.head.cells for _ in range(cell.span)] if block.head else []
        for number, row in enumerate(block.rows, 1):
            label = next((_words(cell.blocks) for cell in row.cells if cell.heads), str(number))
            cells: list[Cell] = []
            column = 0
            for cell in row.cells:
                head = heads[column] if heads else str(column + 1)
                column += cell.span
                if to_write_in and not cell.blocks:
                    field = self._text(_Asked(asked.about(f"{label}, {head}")), asked.question, label, head)
                    cells.append(replace(cell, blocks=(Blank(field),)))
                else:
                    cells.append(replace(cell, blocks=tuple(self._blocks(cell.blocks, asked))))
            yield replace(row, cells=tuple(cells))

    def _text(self, asked: _Asked, *parts: str) -> Field:
        return self._field("tekst", asked.words, *(parts or (asked.question,)), prompt=self._prompts["hier"])

    def _field(self, kind: Kind, words: str, *parts: str, prompt: str = "", options: tuple[str, ...] = ()) -> Field:
        """A field whose name is made of the parts; one that is there already gets a number, in its words too."""
        base = self._shortened("-".join(filter(None, map(dashed, parts))) or "veld")
        name, number = base + self._suffix, 1
        while name in self._taken:
            number += 1
            name = f"{base}-{number}{self._suffix}"
        self._taken.add(name)
        return Field(name, f"{words} ({number})" if number > 1 else words, kind, prompt, options)

    def _shortened(self, name: str) -> str:
        """The name in whole words where it is too long, with what tells it from others that begin the same."""
        room = LONGEST - _NUMBER - len(self._suffix)
        if len(name) <= room:
            return name
        mark = sha256(name.encode()).hexdigest()[:6]
        return f"{name[: room - 7].rpartition('-')[0] or name[: room - 7]}-{mark}"


def _asked_in(blocks: Sequence[Block], around: _Asked) -> _Asked:
    """What the blocks ask last: a heading with the help under it, or a line of text where there is no heading."""
    asked, headed = around, False
    for block in blocks:
        if isinstance(block, Heading):
            asked, headed = _Asked(words_of(block.content)), True
        elif isinstance(block, Paragraph) and not headed:
            asked = _Asked(words_of(block.content))
        elif isinstance(block, Paragraph) and block.role == "hulp":
            asked = replace(asked, help=f"{asked.help} {words_of(block.content)}".strip())
    return asked


def _words(blocks: Sequence[Block]) -> str:
    return " ".join(words_of(block.content) for block in blocks if isinstance(block, Heading | Paragraph))
