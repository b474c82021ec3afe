"""A YAML text → its nodes with what each says, and where in the text it stands with its comments."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import Any

import yaml

from generator.source.parsing import LOADER
from generator.source.tree import Tree

_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_ONLY_DASHES = re.compile(r"[ -]*")
_AFTER = re.compile(r"[ \t]*(#.*)?")


class OutOfShapeError(Exception):
    """A layout that is too odd to be changed piece by piece."""


@dataclass(frozen=True, slots=True)
class Node:
    """A value in the text from `start` up to `end`, without what follows it on its line.

    `style` is the sign of a text's quotes or block, and `flow` means between brackets. `heads` are where its keys or
    dashes stand, `colons` where each key's colon does, `parts` its values.
    """

    start: int
    end: int
    tree: Tree
    style: str = ""
    flow: bool = False
    heads: tuple[int, ...] = ()
    colons: tuple[int, ...] = ()
    parts: tuple["Node", ...] = ()

    @property
    def keys(self) -> list[str]:
        """The keys of a mapping, in the order of the text."""
        return list(self.tree) if isinstance(self.tree, dict) else []


@dataclass(frozen=True, slots=True)
class Chunk:
    """A part of a block in its lines: from `start`, where the comments above it begin, up to `end`, the end of its
    last line. Its own text begins at `head`.
    """

    start: int
    head: int
    end: int


class Marked:
    """A text that can be read, and where everything in it stands."""

    def __init__(self, text: str) -> None:
        self.text = text
        breaks = list(_BREAK.finditer(text))
        self.line_break = breaks[0].group() if breaks else "\n"
        self._starts = [0, *(found.end() for found in breaks)]
        self._ends = [*(found.start() for found in breaks), len(text)]
        tokens = list(yaml.scan(text, Loader=LOADER))
        self._dashes = [token.start_mark.index for token in tokens if isinstance(token, yaml.BlockEntryToken)]
        self._colons = [token.start_mark.index for token in tokens if isinstance(token, yaml.ValueToken)]
        self.root = self._node(yaml.compose(text, Loader=LOADER))

    def line_start(self, at: int) -> int:
        """Where the line of this letter begins."""
        return self._starts[self._line(at)]

    def line_end(self, at: int) -> int:
        """Where the line of this letter ends, before its break."""
        return self._ends[self._line(at)]

    def column(self, at: int) -> int:
        """How far from the start of its line, from 0."""
        return at - self.line_start(at)

    def _line(self, at: int) -> int:
        return bisect_right(self._starts, at) - 1

    def _node(self, node: Any) -> Node:
        start, end = node.start_mark.index, node.end_mark.index
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, start, end)
        if isinstance(node, yaml.SequenceNode):
            return self._sequence(node, start, end)
        if node.style in ("|", ">"):
            end = self._block_end(start, end)
        return Node(start, end, unicodedata.normalize("NFC", node.value), node.style or "")

    def _mapping(self, node: Any, start: int, end: int) -> Node:
        keys = [self._node(key) for key, _ in node.value]
        parts = tuple(self._value(value) for _, value in node.value)
        colons = tuple(self._before(self._colons, part.start) for part in parts)
        tree: Tree = {str(key.tree): part.tree for key, part in zip(keys, parts, strict=True)}
        if not node.flow_style:
            end = max(parts[-1].end, colons[-1] + 1)
        return Node(start, end, tree, "", bool(node.flow_style), tuple(key.start for key in keys), colons, parts)

    def _sequence(self, node: Any, start: int, end: int) -> Node:
        parts = tuple(self._node(item) for item in node.value)
        tree: Tree = [part.tree for part in parts]
        if node.flow_style:
            return Node(start, end, tree, "", True, tuple(part.start for part in parts), (), parts)
        dashes = tuple(self._before(self._dashes, part.start) for part in parts)
        return Node(start, max(parts[-1].end, dashes[-1] + 1), tree, "", False, dashes, (), parts)

    def _value(self, node: Any) -> Node:
        """What stands behind a key: nothing at all is None."""
        found = self._node(node)
        blank = isinstance(node, yaml.ScalarNode) and not node.value and not node.style
        return Node(found.start, found.end, None) if blank else found

    @staticmethod
    def _before(signs: list[int], at: int) -> int:
        """The last of the signs that stands before this place."""
        return signs[max(0, bisect_left(signs, at) - 1)] if signs else at

    def _block_end(self, start: int, end: int) -> int:
        """The end of the last line of a block scalar that says something, or of which it keeps the break."""
        if "+" not in self.text[start : self.line_end(start)].partition("#")[0]:
            return start + len(self.text[start:end].rstrip())
        return end if self.text[self.line_start(end) : end].strip(" ") else self._ends[self._line(end) - 1]

    def chunks(self, node: Node) -> list[Chunk]:
        """The parts of a block in their lines, each with the comments that go with it. Raises OutOfShapeError."""
        found: list[Chunk] = []
        for number, head in enumerate(node.heads):
            before = self.text[self.line_start(head) : head]
            if not _ONLY_DASHES.fullmatch(before) or (number and before.strip()):
                raise OutOfShapeError
            ending = max(node.parts[number].end, head + 1)
            self.trailing(ending)
            last = self.line_end(ending)
            limit = node.heads[number + 1] if number + 1 < len(node.heads) else len(self.text)
            start = head if before.strip() else self._above(head, found[-1].end if found else 0)
            found.append(Chunk(start, head, self._tail(last, self.column(head), limit)))
        return found

    def trailing(self, at: int) -> str:
        """What stands behind this place on its line: nothing or a comment. Raises OutOfShapeError."""
        rest = self.text[at : self.line_end(at)]
        if not _AFTER.fullmatch(rest):
            raise OutOfShapeError
        return rest.rstrip()

    def _above(self, head: int, floor: int) -> int:
        """Where the comments right above a line begin; those at the top of a file are about the whole of it."""
        line = self._line(head)
        while line > 0 and self._starts[line - 1] >= floor and self._says(line - 1).startswith("#"):
            line -= 1
        return self._starts[line] if line or not self._says(0).startswith("#") else self.line_start(head)

    def _tail(self, end: int, column: int, limit: int) -> int:
        """`end`, or the end of the comments below it that are set in deeper than `column`, before `limit`."""
        line = self._line(end) + 1
        while line < len(self._starts) and self._starts[line] < limit:
            said = self._says(line)
            if said and not (said.startswith("#") and self._ends[line] - self._starts[line] - len(said) > column):
                break
            end = self._ends[line] if said else end
            line += 1
        return end

    def _says(self, line: int) -> str:
        """A line without its indent."""
        return self.text[self._starts[line] : self._ends[line]].lstrip(" ")
