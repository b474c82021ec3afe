"""The parts of a block as they stand, and their new order, in; what stands before each of them then, out."""

from collections.abc import Sequence

from generator.source.marked import Chunk, Marked

Slot = int | str
"""A place in the new order: the number of an old part, or a name for a new one."""

_MANY_LINES = 5


class Layout:
    """Where the parts of a block stood, with their comments and the empty lines between them."""

    def __init__(self, marked: Marked, chunks: Sequence[Chunk], is_list: bool) -> None:
        self._source = marked.text
        self._break = marked.line_break
        self._marked = marked
        self._chunks = chunks
        self._is_list = is_list
        self._column = marked.column(chunks[0].head)
        before = self._source[marked.line_start(chunks[0].head) : chunks[0].head]
        self._begins_behind_a_dash = bool(before.strip())
        self._blank = [self._gap(number).count(self._break) > 1 for number in range(1, len(chunks))]

    @property
    def start(self) -> int:
        """Where the first part begins: behind the dash of what it lies in, or at its line."""
        first = self._chunks[0]
        return first.head - 1 if self._begins_behind_a_dash else first.start

    def first(self, slot: Slot, slots: Sequence[Slot]) -> str:
        """What stands before the part that comes first."""
        above = self._above(slot, slots)
        if self._begins_behind_a_dash:
            return f"{self._break}{above}{' ' * self._column}" if above else " "
        return above + " " * self._column

    def between(self, slots: Sequence[Slot], bodies: Sequence[str], at: int) -> str:
        """What stands before the part that comes as number `at`; `bodies` are the texts of all."""
        slot = slots[at]
        if isinstance(slot, int) and slot and self._last_old(slots[:at]) == slot - 1:
            return self._source[self._chunks[slot - 1].end : self._chunks[slot].head]
        apart = self._stand_apart(bodies[at - 1 : at + 1]) or (isinstance(slot, int) and self._apart(slot, slots))
        empty = self._break if apart else ""
        return f"{self._break}{empty}{self._above(slot, slots)}{' ' * self._column}"

    @staticmethod
    def _last_old(slots: Sequence[Slot]) -> Slot:
        """The last part that is no new one."""
        return next((slot for slot in reversed(slots) if isinstance(slot, int)), "")

    def left(self, slots: Sequence[Slot]) -> str:
        """Comments that stood apart, before parts at the end that are gone."""
        found = self._apart(len(self._chunks), slots)
        return f"{self._break}{self._break}{found.strip(self._break)}" if found else ""

    def _stand_apart(self, bodies: Sequence[str]) -> bool:
        """Whether an empty line comes between two parts, as it does between most of a list, and the larger keys."""
        if not self._blank:
            return self._is_list and max(body.count(self._break) for body in bodies) >= _MANY_LINES
        if self._is_list:
            return sum(self._blank) * 2 > len(self._blank)
        return all(self._blank) or (any(self._blank) and any(self._break in body for body in bodies))

    def _above(self, slot: Slot, slots: Sequence[Slot]) -> str:
        """The comments of a part, in lines of their own."""
        if not isinstance(slot, int):
            return ""
        chunk = self._chunks[slot]
        return self._apart(slot, slots) + self._source[chunk.start : self._line_start(chunk)]

    def _line_start(self, chunk: Chunk) -> int:
        return max(chunk.start, self._marked.line_start(chunk.head))

    def _apart(self, number: int, slots: Sequence[Slot]) -> str:
        """Comments that stand apart before a part, and before those right before it that are gone."""
        found = self._detached(number) if number < len(self._chunks) else ""
        while number > 0 and number - 1 not in slots:
            number -= 1
            found = self._detached(number) + found
        return found

    def _detached(self, number: int) -> str:
        said = self._gap(number).strip(self._break) if number else ""
        return f"{said}{self._break}{self._break}" if said.strip() else ""

    def _gap(self, number: int) -> str:
        return self._source[self._chunks[number - 1].end : self._chunks[number].start]
