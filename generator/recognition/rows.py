"""A programme in a table in; its parts, what else its rows say, and when it ends, out."""

import re
from dataclasses import dataclass, replace

from generator.document.blocks import Block, Paragraph, Run
from generator.errors import say
from generator.recognition.accounting import Account
from generator.recognition.clock import Timing, read_timing
from generator.recognition.draft import Certainty
from generator.recognition.fields import fields_of, with_fields
from generator.recognition.grid import TIMES, Grid, Line, divided
from generator.recognition.lexicon import Lexicon
from generator.recognition.names import Names
from generator.recognition.parts import Part, headed, is_break, paragraph, recognised, timed_line, together
from generator.recognition.texts import lines, one_line
from generator.recognition.vocabulary import normal


@dataclass(frozen=True)
class Programme:
    """Parts in order, what could not be placed, and the time that a last row gives for the end.

    `named` is what the heading above it means, `head` what it says where that names a block; `columns` are the heads
    of its table. `words` counts all that it says.
    """

    parts: tuple[Part, ...]
    left: tuple[tuple[Block, ...], ...] = ()
    afterwards: tuple[tuple[Block, ...], ...] = ()
    end: int | None = None
    named: str = ""
    head: str = ""
    columns: tuple[str, ...] = ()
    words: int = 0
    sure: Certainty = "waarschijnlijk"


def read_rows(grid: Grid, lexicon: Lexicon, names: Names, account: Account) -> Programme:
    """The programme that a table tells."""
    account.takes(*(text for text, key in zip(grid.head, grid.keys, strict=False) if key))
    reader = _Reader(grid, lexicon, names, account)
    for line in grid.lines:
        for one in divided(line, grid.keys):
            reader.line(one)
    reader.close_block()
    reader.divide()
    count = sum(len(text.split()) for line in grid.lines for text in line.texts)
    columns = tuple(text for text in grid.head if text)
    left, afterwards = tuple(reader.left), tuple(reader.afterwards)
    return Programme(tuple(reader.parts), left, afterwards, reader.end, columns=columns, words=count, sure=grid.sure)


class _Reader:
    """Goes down the rows and remembers the block that a row over all columns opened."""

    def __init__(self, grid: Grid, lexicon: Lexicon, names: Names, account: Account) -> None:
        self.grid, self.lexicon, self.names, self.account = grid, lexicon, names, account
        self.parts: list[Part] = []
        self.left: list[tuple[Block, ...]] = [
            tuple(block for cell in line.cells for block in cell) for line in grid.above
        ]
        self.afterwards: list[tuple[Block, ...]] = []
        self.end: int | None = None
        self._blok = ""
        self._shares: list[list[int]] = []

    def line(self, line: Line) -> None:
        """Reads one row."""
        if self._is_head(line):
            self.account.takes(*line.texts)
        elif line.whole or self._stands_alone(line):
            self._whole(line)
        else:
            self._part(line)

    def _is_head(self, line: Line) -> bool:
        """Whether the head stands here again."""
        pairs = [(normal(said), normal(head)) for said, head in zip(line.texts, self.grid.head, strict=False) if said]
        return len(pairs) > 1 and all(said == head for said, head in pairs)

    def _stands_alone(self, line: Line) -> bool:
        """Whether all that the row says is a word in a column of times: Ochtend."""
        if line.filled != 1:
            return False
        (column,) = (number for number, text in enumerate(line.texts) if text)
        key = self.grid.keys[column]
        word = self.lexicon.woorden.find(line.text(column))
        return key in TIMES and not read_timing(line.text(column), key == "duur") and not word

    def _whole(self, line: Line) -> None:
        """A row over all columns: a break or another part, the name of a block, or a text."""
        blocks = tuple(block for cell in line.cells for block in cell)
        found = lines(blocks)
        timing = timed_line(found[0])
        name = one_line(timing.rest)
        if name and (timing or is_break(name, self.lexicon)):
            self.account.takes(*timing.words)
            rest = tuple(paragraph(text) for text in found[1:])
            self._add(Part(name, timing, toelichting=rest, blok=self._blok))
        elif len(found) == 1 and len(name.split()) < 10 and not name.endswith((".", "!", "?")):
            self._opens(name)
        elif self.parts:
            last = self.parts[-1]
            self.parts[-1] = replace(last, toelichting=(*last.toelichting, *blocks)).noted(
                ("toelichting",), "waarschijnlijk", say("a row over all columns stands below it")
            )
        else:
            self.left.append(blocks)

    def _opens(self, name: str) -> None:
        self.close_block()
        self._blok = name.rstrip(":").strip() or name

    def close_block(self) -> None:
        """Keeps the name of a block in which no part stands."""
        if self._blok and not any(part.blok == self._blok for part in self.parts):
            self.left.append((paragraph(self._blok),))
        self._blok = ""

    def _part(self, line: Line) -> None:
        timing = self._timing(line)
        word = self.lexicon.woorden.find(timing.rest) if timing.rest else None
        naam, rest, guessed = headed(self.grid.cell(line, "onderdeel"))
        if not naam and self.parts and self._joined(line, "onderdeel") and timing:
            naam = self.parts[-1].naam
        if self._is_special(line, timing, naam, word.key if word else ""):
            return
        if not naam and timing.begin is None and not timing.most and self.parts:
            self._continues(line, timing)
            return
        inner = timed_line(naam)
        if inner and inner.rest and not (timing.begin is not None and timing.most):
            self.account.takes(*inner.words)
            naam, timing = one_line(inner.rest), together(timing, inner)
        if not naam:
            naam, line, guessed = self._unnamed(line)
        part = self._with_columns(Part(naam, timing, toelichting=rest, blok=self._blok), line)
        if guessed:
            part = part.noted(("onderdeel",), "gegist", say("it has no name, so these are its first words"))
        if self.parts and self._joined(line, "wie") and not part.wie:
            part = replace(part, wie=self.parts[-1].wie)
        self._add(self._worded(part, word.key if word else "", timing.rest))
        if self._joined(line, *TIMES):
            self._share()

    def _joined(self, line: Line, *keys: str) -> bool:
        """Whether a cell of these columns reaches into the row from the row above."""
        return any(self.grid.keys[column] in keys for column in line.joined)

    def _share(self) -> None:
        """Remembers that the last part stands beside a cell of times that reaches down from the one before it."""
        last = len(self.parts) - 1
        if self._shares and self._shares[-1][-1] == last - 1:
            self._shares[-1].append(last)
        elif last:
            self._shares.append([last - 1, last])

    def divide(self) -> None:
        """Gives the parts beside one cell of times equal pieces of it."""
        for group in self._shares:
            timing = self.parts[group[0]].timing
            long = timing.end - timing.begin if timing.end and timing.begin is not None else timing.most
            if not long or long < len(group) or any(self.parts[number].timing.most for number in group[1:]):
                continue
            each, more = divmod(long, len(group))
            why = say("{count} parts share {minutes} min in equal pieces", count=len(group), minutes=long)
            for place, number in enumerate(group):
                part, minutes = self.parts[number], each + (place < more)
                own = replace(part.timing, end=None, least=minutes, most=minutes)
                self.parts[number] = replace(part, timing=own).noted(("duur",), "gegist", why)

    def _is_special(self, line: Line, timing: Timing, naam: str, word: str) -> bool:
        """Whether the row is no part: it tells when all is over, what all of it takes, or what is done afterwards."""
        named = self.lexicon.woorden.find(naam)
        key = named.key if named else ""
        if word == "achteraf":
            self.account.takes(timing.rest)
            times = [number for number, name in enumerate(self.grid.keys) if name in TIMES]
            told = [block for number, cell in enumerate(line.cells) if number not in times for block in cell]
            self.afterwards.append(tuple(told))
        elif line.filled == 1 and not naam and timing.begin is not None and not timing.rest:
            self.end = timing.begin
        elif line.filled == 2 and key == "einde" and timing.begin is not None and not timing.most and not timing.end:
            self.account.takes(naam)
            self.end = timing.begin
        elif line.filled == 2 and key == "totaal" and timing.most == sum(part.timing.most or 0 for part in self.parts):
            self.account.takes(naam)
        elif key == "totaal" or (line.filled == 1 and not naam and not lines(self._but_times(line))):
            self.left.append(tuple(block for cell in line.cells for block in cell))
        else:
            return False
        return True

    def _but_times(self, line: Line) -> list[Block]:
        return [
            block for key, cell in zip(self.grid.keys, line.cells, strict=True) if key not in TIMES for block in cell
        ]

    def _unnamed(self, line: Line) -> tuple[str, Line, bool]:
        """A name for a row without one, from the first of its texts; a line of its own goes there for good."""
        for key in ("toelichting", "werkvorm", "doel", "", "wie", "materialen"):
            for column in (number for number, name in enumerate(self.grid.keys) if name == key):
                naam, rest, guessed = headed(line.cells[column])
                if naam and (guessed or key != "toelichting" or not rest):
                    return naam, line, True
                if naam:
                    cells = tuple(rest if number == column else cell for number, cell in enumerate(line.cells))
                    return naam, replace(line, cells=cells), False
        return "…", line, True

    def _timing(self, line: Line) -> Timing:
        found = Timing()
        for key in TIMES:
            said = self.grid.time(line, key)
            if said:
                timing = read_timing(said, bare=key == "duur")
                if key == "einde" and timing.begin is not None and timing.end is None:
                    timing = replace(timing, begin=None, end=timing.begin)
                self.account.takes(*timing.words)
                rest = " ".join(part for part in (found.rest, timing.rest) if part)
                found = replace(together(found, timing), rest=rest)
        return found

    def _with_columns(self, part: Part, line: Line) -> Part:
        """The part with what its other columns say."""
        blocks: tuple[Block, ...] = part.toelichting
        part = replace(part, toelichting=())
        for column, key in enumerate(self.grid.keys):
            cell = line.cells[column]
            if not lines(cell):
                continue
            if key == "nummer" and re.fullmatch(r"\W*\w{0,2}\d[\d.]*\w?\W*", line.text(column)):
                self.account.takes(line.text(column))
            elif key == "toelichting":
                blocks = (*blocks, *cell)
            elif key in ("", "nummer"):
                blocks = (*blocks, *_labelled(self.grid.head[column] if self.grid.head else "", cell))
            elif key in ("doel", "wie", "materialen", "tips", "let-op", "werkvorm"):
                part = with_fields(part, {key: cell}, self.names, self.account)
            elif key == "blok":
                part = replace(part, blok=one_line(" ".join(lines(cell))))
        return fields_of(part, blocks, self.lexicon, self.names, self.account)

    def _continues(self, line: Line, timing: Timing) -> None:
        """A row without a time and a name goes on with the part above it."""
        last = self.parts[-1]
        part = self._with_columns(replace(last, toelichting=()), line)
        toelichting = (*last.toelichting, *((paragraph(timing.rest),) if timing.rest else ()), *part.toelichting)
        self.parts[-1] = replace(part, toelichting=toelichting)

    def _worded(self, part: Part, word: str, said: str) -> Part:
        """The part with what its cell of times says in words."""
        if word == "vooraf":
            self.account.takes(said)
            return replace(part, vooraf=True).noted(("vooraf",), "zeker", say("its time says {words}", words=said))
        if word == "optioneel":
            self.account.takes(said)
            return replace(part, optioneel=True)
        if word == "open":
            self.account.takes(said)
            return part.noted(("duur",), "gegist", say("its time says {words}", words=said))
        if said:
            return replace(part, toelichting=(paragraph(said), *part.toelichting))
        return part

    def _add(self, part: Part) -> None:
        self.parts.append(recognised(part, self.lexicon, self.account))


def _labelled(head: str, cell: tuple[Block, ...]) -> tuple[Block, ...]:
    """What a column of another kind says, with its head before it."""
    first, *rest = cell
    label = (Run(f"{head.rstrip(':')}: "),) if head else ()
    if isinstance(first, Paragraph):
        return (Paragraph((*label, *first.content), first.role), *rest)
    return (*((Paragraph(label),) if label else ()), *cell)
