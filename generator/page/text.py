"""Runs of letters in different looks, pictograms and page numbers → lines that fit a width."""

from bisect import bisect_right, insort
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from operator import add
from typing import Protocol

from generator.document.blocks import Icon, Inline, PageNumber, Run
from generator.document.style import TextStyle
from generator.page.breaking import EPSILON, divided
from generator.page.breaking import SOFT_HYPHEN as SOFT_HYPHEN
from generator.page.breaking import break_lines as break_lines
from generator.page.value import value

ICON_SIZE = 1.15
"""The side of a pictogram in a line, as a share of the size of its letters."""


class Measure(Protocol):
    """What a layout must know of fonts."""

    def widths(self, face: str) -> Mapping[str, float]:
        """The width of a text at 1 pt, for any text."""

    def ascent(self, face: str) -> float:
        """How far the face's capitals rise above the baseline at 1 pt."""


FACES = ("gewoon", "vet", "cursief", "vetcursief")
"""The faces of a family of fonts, as huisstijl.yaml names them."""


def face_of(bold: bool, italic: bool) -> str:
    """The name of a face of the family."""
    return FACES[bold + 2 * italic]


@value(frozen=True, slots=True)
class Segment:
    """A piece of a line: how far from its start, in points, and what: letters in a face, or a pictogram."""

    x: float
    width: float
    face: str
    text: str
    link: str | None = None
    icon: Icon | None = None


Line = tuple[Segment, ...]


def break_inlines(
    content: tuple[Inline, ...],
    style: TextStyle,
    measure: Measure,
    room: float,
    language: str,
    page_number: Callable[[bool], str] = lambda count: "",
) -> list[Line]:
    """Lines of mixed runs, pictograms and page numbers; widths and `room` in points."""
    lines: list[Line] = []
    for strands in _stretches(content, style, measure, page_number):
        if sum([strand.width for strand in strands]) <= room + EPSILON:
            lines.append(_line(strands))
        else:
            lines += _Stretch(strands, style.size, room, language).lines()
    return lines


@dataclass(slots=True)
class _Strand:
    """Letters of one looks, or a pictogram; in both a space at the end says that a word ends there.

    `widths` are those of its face at 1 pt, `space`, `sizes` (of its words) and `width` are in points.
    """

    face: str
    text: str
    link: str | None
    widths: Mapping[str, float]
    space: float
    icon: Icon | None = None
    words: list[str] = field(init=False)
    sizes: list[float] = field(init=False)
    width: float = field(init=False)

    def measure(self, size: float) -> None:
        """Finds its words and how wide they are; where it ends with a space the last one is empty."""
        widths = self.widths
        self.words = self.text.split(" ")
        self.sizes = [widths[word] * size for word in self.words]
        if self.icon:
            self.sizes[0] = ICON_SIZE * size
        self.width = sum(self.sizes) + self.space * (len(self.sizes) - 1)


def _stretches(
    content: tuple[Inline, ...], style: TextStyle, measure: Measure, page_number: Callable[[bool], str]
) -> Iterator[list[_Strand]]:
    """What stands between line breaks."""
    strands: list[_Strand] = []
    for part in content:
        if isinstance(part, Run):
            face = face_of(part.bold or style.bold, part.italic or style.italic)
            _add(part.text, face, part.link, strands, measure, style.size)
        elif isinstance(part, Icon):
            widths = measure.widths("gewoon")
            strands.append(_Strand("gewoon", "", None, widths, widths[" "] * style.size, part))
        elif isinstance(part, PageNumber):
            _add(page_number(part.count), face_of(style.bold, style.italic), None, strands, measure, style.size)
        else:
            yield _measured(strands, style.size)
            strands = []
    yield _measured(strands, style.size)


def _add(text: str, face: str, link: str | None, strands: list[_Strand], measure: Measure, size: float) -> None:
    """Runs of the same looks become one strand. It begins with a letter: a space before it ends what stands there."""
    last = strands[-1] if strands else None
    if text[:1] == " ":
        text = text.lstrip(" ")
        if last and last.text[-1:] != " ":
            last.text += " "
    if last and last.face == face and last.link == link and not last.icon:
        last.text += text
    elif text:
        widths = measure.widths(face)
        strands.append(_Strand(face, text, link, widths, widths[" "] * size))


def _measured(strands: list[_Strand], size: float) -> list[_Strand]:
    if strands:
        strands[-1].text = strands[-1].text.rstrip(" ")
    for strand in strands:
        strand.measure(size)
    return strands


def _line(strands: list[_Strand]) -> Line:
    """All on one line."""
    segments: list[Segment] = []
    x = 0.0
    for strand in strands:
        if strand.icon:
            segments.append(Segment(x, strand.sizes[0], strand.face, "", None, strand.icon))
        else:
            segments.append(Segment(x, strand.width, strand.face, strand.text, strand.link))
        x += strand.width
    return tuple(segments)


class _Stretch:
    """Strands up to a line break, on their way to lines.

    They lie side by side as atoms: words or parts of words, and pictograms. `owners` counts the strand of each,
    `gaps` is the space behind it, `stops` counts the atoms up to the end of each word, `xs` says where each begins.
    """

    def __init__(self, strands: list[_Strand], size: float, room: float, language: str) -> None:
        self._strands, self._size, self._room, self._language = strands, size, room, language
        self._texts: list[str] = []
        self._owners: list[int] = []
        self._widths: list[float] = []
        self._gaps: list[float] = []
        self._stops: list[int] = []
        self._xs: list[float] = []
        for owner, strand in enumerate(strands):
            self._add(owner, strand)
        self._stops.append(len(self._texts))

    def _add(self, owner: int, strand: _Strand) -> None:
        """The atoms of a strand; the first goes on the word that stands there, if that has not ended."""
        ends = strand.text.endswith(" ")
        count = len(strand.words) - ends
        self._stops += range(len(self._texts) + 1, len(self._texts) + count + ends)
        self._texts += strand.words[:count]
        self._owners += [owner] * count
        self._widths += strand.sizes[:count]
        self._gaps += [strand.space] * (count - 1 + ends) + [0.0] * (not ends)

    def lines(self) -> Iterator[Line]:
        """Each filled with as many words as fit."""
        ends = self._ends()
        first = word = 0
        while word < len(ends):
            last = bisect_right(ends, self._xs[first] + self._room + EPSILON, word)
            until = self._stops[last - 1] if last > word else first
            cut = self._cut(first, until, self._stops[last], alone=last == word) if last < len(ends) else 0
            if cut:
                insort(self._stops, cut)
                ends, last = self._ends(), self._stops.index(cut) + 1
            last = max(last, word + 1)
            yield self._line(first, self._stops[last - 1])
            first, word = self._stops[last - 1], last

    def _ends(self) -> list[float]:
        """Where each word ends if all stand on one line."""
        self._xs = list(accumulate(map(add, self._widths, self._gaps), initial=0.0))
        return [self._xs[stop] - self._gaps[stop - 1] for stop in self._stops]

    def _cut(self, first: int, start: int, stop: int, alone: bool) -> int:
        """The atom before which to end a line within the word from `start` to `stop`; 0 where it stays whole."""
        left = self._room - (self._xs[start] - self._xs[first])
        for at in range(start, stop):
            if self._widths[at] > left + EPSILON:
                return self._divided(at, left, alone and at == start) or (at if alone and at > start else 0)
            left -= self._widths[at]
        return 0

    def _divided(self, at: int, left: float, alone: bool) -> int:
        """Makes two of an atom, and gives the place of the second; 0 where it stays whole."""
        strand, size = self._strands[self._owners[at]], self._size
        widths = strand.widths
        if strand.icon:
            return at + 1 if alone and at + 1 not in self._stops else 0
        parts = divided(self._texts[at], widths, left / size, self._room / size, alone, self._language)
        if not parts:
            return 0
        self._texts[at : at + 1] = parts
        self._owners.insert(at, self._owners[at])
        self._widths[at : at + 1] = [widths[part.replace(SOFT_HYPHEN, "-")] * size for part in parts]
        self._gaps.insert(at, 0.0)
        self._stops = [stop + (stop > at) for stop in self._stops]
        return at + 1

    def _line(self, first: int, end: int) -> Line:
        """Atoms side by side, those of one strand as one segment; where a word ends, its space goes with it."""
        segments: list[Segment] = []
        xs, at = self._xs, first
        while at < end:
            owner = self._owners[at]
            until = bisect_right(self._owners, owner, at, end)
            strand, x = self._strands[owner], xs[at] - xs[first]
            if strand.icon:
                segments.append(Segment(x, self._widths[at], strand.face, "", None, strand.icon))
            else:
                text = " ".join(self._texts[at:until]) + (" " if self._gaps[until - 1] else "")
                segments.append(Segment(x, xs[until] - xs[at], strand.face, text, strand.link))
            at = until
        return tuple(segments)
