"""A marked text and what a value in it should say, in; the pieces of text that change, out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.source.dumping import entry_lines, flow, flow_entry, item_lines, value_lines
from generator.source.layout import Layout, Slot
from generator.source.marked import Marked, Node, OutOfShapeError
from generator.source.matching import matched
from generator.source.restyling import restyled
from generator.source.scalars import WIDTH, quoted
from generator.source.tree import Tree


@dataclass(frozen=True, slots=True)
class Splice:
    """A stretch of the text, and what comes in its place."""

    start: int
    end: int
    text: str


class Rebuilding:
    """Changes a text to what it should say; the value of the key `whole` is written anew."""

    def __init__(self, marked: Marked, whole: str | None = None) -> None:
        self.marked = marked
        self.source = marked.text
        self.whole = whole

    def text(self, wanted: Mapping[str, Tree]) -> str:
        """The whole text as it should be."""
        try:
            splices = self._mapping(self.marked.root, dict(wanted))
        except OutOfShapeError:
            return self.source
        return self._applied(splices, 0, len(self.source))

    def _applied(self, splices: Sequence[Splice], start: int, end: int) -> str:
        """The stretch of the text with the splices that lie in it."""
        pieces, at = [], start
        for splice in sorted(splices, key=lambda splice: splice.start):
            pieces += [self.source[at : splice.start], splice.text]
            at = splice.end
        return "".join([*pieces, self.source[at:end]])

    def _lines(self, lines: Sequence[str]) -> str:
        return self.marked.line_break.join(lines)

    def _mapping(self, node: Node, wanted: dict[str, Any]) -> list[Splice]:
        """What changes in a mapping; keys keep their order, and a new one comes behind the one before it."""
        order: list[str] = [key for key in node.keys if key in wanted]
        last: str | None = None
        for key in wanted:
            if key not in node.tree:  # type: ignore[operator]  # the tree of a mapping is one
                order.insert(order.index(last) + 1 if last is not None else 0, key)
            last = key
        kept = {key: number for number, key in enumerate(node.keys)}
        slots = [kept.get(key, key) for key in order]
        changes = {kept[key]: wanted[key] for key in order if key in kept}
        column = self.marked.column(node.heads[0])

        def made(key: Slot) -> str:
            value = wanted[str(key)]
            if node.flow:
                return flow_entry(str(key), value)
            return self._lines(entry_lines(str(key), value, column))[column:]

        return self._parts(node, slots, changes, made)

    def _sequence(self, node: Node, wanted: list[Any]) -> list[Splice]:
        """What changes in a list; what moves takes its comments along."""
        old: Any = node.tree
        pairs = matched(old, wanted, by_shape=True)
        slots: list[Slot] = [pairs.get(number, str(number)) for number in range(len(wanted))]
        changes = {old_number: wanted[number] for number, old_number in pairs.items()}
        column = self.marked.column(node.heads[0])

        def made(slot: Slot) -> str:
            item = wanted[int(slot)]
            return flow(item) if node.flow else self._lines(item_lines(item, column))[column:]

        return self._parts(node, slots, changes, made)

    def _parts(
        self, node: Node, slots: list[Slot], changes: Mapping[int, Tree], made: Callable[[Slot], str]
    ) -> list[Splice]:
        inner = {number: self._part(node, number, wanted) for number, wanted in changes.items()}
        if slots == list(range(len(node.parts))):
            return [splice for number in sorted(inner) for splice in inner[number]]
        if node.flow:
            return [self._flow(node, slots, inner, made)]
        return [self._block(node, slots, inner, made)]

    def _part(self, node: Node, number: int, wanted: Tree) -> list[Splice]:
        """What changes in a part: within it, or all of it where its layout is odd or its kind another."""
        part = node.parts[number]
        if part.tree == wanted:
            return []
        try:
            if part.parts and wanted and not self._is_whole(node, number):
                if isinstance(wanted, dict) and isinstance(part.tree, dict):
                    return self._fitting(node, number, wanted, self._mapping(part, wanted))
                if isinstance(wanted, list) and isinstance(part.tree, list):
                    return self._fitting(node, number, wanted, self._sequence(part, wanted))
        except OutOfShapeError:
            pass
        return [self._other(node, number, wanted)]

    def _is_whole(self, node: Node, number: int) -> bool:
        return node is self.marked.root and node.keys[number] == self.whole

    def _fitting(self, node: Node, number: int, wanted: Tree, splices: list[Splice]) -> list[Splice]:
        """The splices, or the part written anew where what stands between its brackets gets too long for a line."""
        part = node.parts[number]
        if not part.flow or node.flow or self.marked.line_break in self.source[part.start : part.end]:
            return splices
        written = self._applied(splices, part.start, part.end)
        fits = self.marked.column(part.start) + len(written) <= WIDTH
        return splices if fits else [self._other(node, number, wanted)]

    def _other(self, node: Node, number: int, wanted: Tree) -> Splice:
        """A part written anew behind its key or dash; a comment behind it stays on that line."""
        part, head = node.parts[number], node.heads[number]
        behind = node.colons[number] if node.colons else head
        if behind < head:
            raise OutOfShapeError
        if node.flow:
            return Splice(part.start, part.end, self._in_flow(part, wanted))
        column, used = self.marked.column(head), self.marked.column(behind) + 1
        lines = self._styled(part, wanted, column, used) or self._anew(node, wanted, column, used)
        start, end = behind + 1, max(part.end, behind + 1)
        remarks = [self._remark(start, part), self.marked.trailing(end)]
        if len(lines) > 1 or remarks[0]:
            end += len(remarks[1])
            lines = ["  ".join([lines[0], *(remark.strip() for remark in remarks if remark)]), *lines[1:]]
        return Splice(start, end, self._lines(lines))

    def _styled(self, part: Node, wanted: Tree, column: int, used: int) -> list[str] | None:
        if not isinstance(wanted, str):
            return None
        return restyled(part, self.source[part.start : part.end], wanted, column, used)

    def _anew(self, node: Node, wanted: Tree, column: int, used: int) -> list[str]:
        if node.colons:
            return value_lines(wanted, column, used)
        first, *rest = item_lines(wanted, column)
        return [first[column + 1 :], *rest]

    def _remark(self, start: int, part: Node) -> str:
        """A comment between a key and its value, or behind the sign of a block."""
        end = self.marked.line_end(part.start) if part.style in ("|", ">") else part.start
        found = self.source[start:end].partition("#")
        return found[1] + found[2].partition(self.marked.line_break)[0]

    def _in_flow(self, part: Node, wanted: Tree) -> str:
        if isinstance(wanted, str) and part.style:
            return quoted(wanted, part.style)
        return (" " if part.start == part.end and wanted is not None else "") + flow(wanted)

    def _flow(
        self, node: Node, slots: list[Slot], inner: Mapping[int, list[Splice]], made: Callable[[Slot], str]
    ) -> Splice:
        """All between two brackets; what stands between two parts that stay together stays too."""
        if self.source[node.start] not in "[{":
            raise OutOfShapeError
        ends = [max(part.end, head) for part, head in zip(node.parts, node.heads, strict=True)]
        pieces = [self.source[node.start : node.heads[0]]]
        before: Slot | None = None
        for slot in slots:
            if before is not None:
                pieces.append(self._between(node, ends, before, slot))
            if isinstance(slot, int):
                pieces.append(self._applied(inner[slot], node.heads[slot], ends[slot]))
            else:
                pieces.append(made(slot))
            before = slot
        return Splice(node.start, node.end, "".join([*pieces, self.source[ends[-1] : node.end]]))

    def _between(self, node: Node, ends: Sequence[int], before: Slot, slot: Slot) -> str:
        if isinstance(slot, int) and slot:
            old = self.source[ends[slot - 1] : node.heads[slot]]
            if before == slot - 1 or self.marked.line_break in old:
                return old
        return ", "

    def _block(
        self, node: Node, slots: list[Slot], inner: Mapping[int, list[Splice]], made: Callable[[Slot], str]
    ) -> Splice:
        chunks = self.marked.chunks(node)
        layout = Layout(self.marked, chunks, isinstance(node.tree, list))
        bodies = [
            self._applied(inner[slot], chunks[slot].head, chunks[slot].end) if isinstance(slot, int) else made(slot)
            for slot in slots
        ]
        pieces = [layout.first(slots[0], slots), bodies[0]]
        for at in range(1, len(slots)):
            pieces += [layout.between(slots, bodies, at), bodies[at]]
        return Splice(layout.start, chunks[-1].end, "".join([*pieces, layout.left(slots)]))
