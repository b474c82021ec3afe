"""Anybody's draaiboek as a Word file tells it in; a sessie, with how sure each part of it is, out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.document.blocks import Block, Table
from generator.document.told import Told
from generator.errors import say
from generator.material.library import Library
from generator.recognition.about import About
from generator.recognition.accounting import words
from generator.recognition.draft import Draft
from generator.recognition.gathering import Left, gathered
from generator.recognition.grid import programme
from generator.recognition.lexicon import LISTS, Lexicon
from generator.recognition.lists import entries
from generator.recognition.names import Names
from generator.recognition.outline import Section, sections
from generator.recognition.parts import Part
from generator.recognition.prose import headed_parts, read_headed, read_lines
from generator.recognition.rows import Programme, read_rows
from generator.recognition.texts import lines, one_line, text
from generator.recognition.titles import find_title

_SHORT = 9
"""Words from which a heading above a programme is no name of a block."""
_PROGRAMME = ("programma", "globaal")


@dataclass(frozen=True)
class Recognised:
    """A draft, and each text of the file that was understood and is not kept."""

    draft: Draft
    understood: tuple[str, ...]


def session(told: Told, library: Library, lexicon: Lexicon) -> Draft:
    """The session that the file tells; what found no place is under `overig`, in order."""
    return recognise(told, library, lexicon).draft


def recognise(told: Told, library: Library, lexicon: Lexicon) -> Recognised:
    """The same, with what was understood and not kept."""
    about = About(Names(library), lexicon)
    reader = _Reader(told, about)
    reader.read()
    data = gathered(told, reader.left, about)
    return Recognised(Draft("sessie", data, tuple(about.account.findings)), tuple(about.account.understood))


class _Reader:
    """Goes through the sections in order; what is left over waits as blocks, or as a programme to decide on."""

    def __init__(self, told: Told, about: About) -> None:
        self.told, self.about = told, about
        self.lexicon, self.names, self.account = about.lexicon, about.names, about.account
        self.left: list[Left] = []

    def read(self) -> None:
        """Reads the body, and then what stands at the head and foot of its pages."""
        found = sections(self.told.blocks, self.lexicon.koppen)
        found = find_title(found, self.told.title, self.about.facts, self.lexicon)
        spans = dict(headed_parts(found, self.lexicon))
        number = 0
        while number < len(found):
            if number in spans:
                number = self._headed(found, spans, number)
            else:
                self._section(found[number])
                number += 1
        running = self.about.running(self.told)
        self.left += [running] if running else []

    def _headed(self, found: Sequence[Section], spans: dict[int, int], number: int) -> int:
        """Reads the parts that have a heading each, and gives the number of the section behind them."""
        parts: list[Part] = []
        count = 0
        while number in spans:
            inner = found[number : spans[number]]
            parts.append(read_headed(inner, self.lexicon, self.names, self.account))
            count += sum(len(line.split()) for section in inner for line in lines(section.all))
            number = spans[number]
        self.left.append(Programme(tuple(parts), words=count))
        return number

    def _section(self, section: Section) -> None:
        match = self.lexicon.koppen.find(section.text, loosely=True) if section.head else None
        key = match.key if match else ""
        if key in LISTS:
            self._list(key, section, match is not None and match.certainty == "zeker")
            return
        before = len(self.left)
        for run in _runs(section.blocks):
            self._run(run, key, before)
        if section.head:
            self._head(section, key, before)

    def _list(self, key: str, section: Section, sure: bool) -> None:
        found: list[str] = []
        for run in _runs(section.blocks):
            if not (isinstance(run[0], Table) and (self._facts(run[0]) or self._programme(run[0], ""))):
                found += entries(run)
        extra = [word for word in words(section.text) if word not in self.lexicon.small(key)]
        if extra and not sure and section.head:
            found.insert(0, text([section.head]))
        else:
            self.account.takes(section.text)
        why = say("it stands below the heading {head}", head=section.text)
        self.about.listed(key, found, "zeker" if sure else "waarschijnlijk", why)

    def _head(self, section: Section, key: str, before: int) -> None:
        """What a heading says that is no list's: it is understood, names a block, or is kept with what is left."""
        programmes = [each for each in self.left[before:] if isinstance(each, Programme)]
        head = (section.head,) if section.head else ()
        block = ""
        if key and set(words(section.text)) <= self.lexicon.small(key):
            self.account.takes(section.text)
        elif programmes and len(section.text.split()) < _SHORT and not any(p.blok for e in programmes for p in e.parts):
            block = one_line(section.text)
        elif before < len(self.left) and isinstance(waiting := self.left[before], tuple):
            self.left[before] = (*head, *waiting)
        else:
            self.left.insert(before, head)
        for number, each in enumerate(self.left[before:], before):
            if isinstance(each, Programme):
                self.left[number] = replace(each, named=key, head=block)

    def _run(self, run: tuple[Block, ...], key: str, before: int) -> None:
        """Reads a table, or the text between two tables."""
        if isinstance(run[0], Table):
            if not self._facts(run[0]) and not self._programme(run[0], key):
                self._leave((run[0],), before)
            return
        found = read_lines(run, key in _PROGRAMME, self.lexicon, self.names, self.account)
        rest = run
        if found:
            told, rest = found
            self.left.append(replace(told, words=sum(len(line.split()) for line in lines(run))))
        early = not any(isinstance(each, Programme) for each in self.left)
        kept = self.about.text(rest, early)
        if found and kept:
            self.left.insert(len(self.left) - 1, kept)
        elif kept:
            self._leave(kept, before)

    def _leave(self, blocks: tuple[Block, ...], before: int) -> None:
        """Keeps what found no place, with what stands right above it in one section."""
        last = self.left[-1] if len(self.left) > before else None
        if isinstance(last, tuple):
            self.left[-1] = (*last, *blocks)
        else:
            self.left.append(blocks)

    def _facts(self, table: Table) -> bool:
        """Whether a small table of labels and values was read."""
        rest = self.about.table(table)
        if rest:
            self.left.append(rest)
        return rest is not None

    def _programme(self, table: Table, key: str) -> bool:
        """Whether the table is a programme, and was read."""
        grid = programme(table, self.lexicon, self.names, key in _PROGRAMME)
        if grid is not None:
            self.left.append(read_rows(grid, self.lexicon, self.names, self.account))
        return grid is not None


def _runs(blocks: Sequence[Block]) -> Iterator[tuple[Block, ...]]:
    """Each table by itself, and the blocks between them together."""
    waiting: list[Block] = []
    for block in blocks:
        if isinstance(block, Table):
            if waiting:
                yield tuple(waiting)
            waiting = []
            yield (block,)
        else:
            waiting.append(block)
    if waiting:
        yield tuple(waiting)
