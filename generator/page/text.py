"""Runs of letters → lines that fit a width: accumulated widths and bisection, a cache of each word's width."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Protocol

import pyphen

from generator.document.blocks import Icon, Inline, LineBreak, PageNumber, Run
from generator.document.style import TextStyle

SOFT_HYPHEN = "\u00ad"
"""Ends a line in which a word was broken."""

_OPPORTUNITY = re.compile(r"(?<=[\w)])[-–/_.@]+(?=\w)")
_EPSILON = 1e-6


class Measure(Protocol):
    """What a layout must know of fonts."""

    def widths(self, face: str) -> Mapping[str, float]:
        """The width of a text at 1 pt, for any text."""

    def ascent(self, face: str) -> float:
        """How far the face's capitals rise above the baseline at 1 pt."""


def face_of(bold: bool, italic: bool) -> str:
    """The name of a face of the family."""
    return ("gewoon", "vet", "cursief", "vetcursief")[bold + 2 * italic]


@lru_cache(maxsize=4)
def _dictionary(language: str) -> pyphen.Pyphen:
    return pyphen.Pyphen(lang={"nl": "nl_NL", "en": "en_GB"}[language], left=3, right=3)


def break_lines(text: str, widths: Mapping[str, float], room: float, language: str) -> list[str]:
    """Lines no wider than `room`, which is in the unit of `widths`; each but the last ends with a space or U+00AD."""
    words = text.split(" ")
    space = widths[" "]
    ends = list(accumulate([widths[word] + space for word in words]))
    limit = room + space + _EPSILON
    if ends[-1] <= limit:
        return [text]
    lines: list[str] = []
    first, start = 0, 0.0
    while first < len(words):
        last = bisect_right(ends, start + limit, first)
        if last < len(words):
            left = room - (ends[last - 1] - start if last > first else 0)
            parts = _divided(words[last], widths, left, room, alone=last == first, language=language)
            if parts:
                lines.append(" ".join([*words[first:last], parts[0]]))
                words[first : last + 1] = [parts[1]]
                ends[first : last + 1] = [0.0]
                ends[first:] = list(accumulate([widths[word] + space for word in words[first:]], initial=0.0))[1:]
                start = 0.0
                continue
        lines.append(" ".join(words[first:last]) + (" " if last < len(words) else ""))
        start = ends[last - 1]
        first = last
    return lines


def _divided(
    word: str, widths: Mapping[str, float], left: float, room: float, alone: bool, language: str
) -> tuple[str, str] | None:
    """The word in two, of which the first fits `left`; None where it had better go to the next line whole."""
    ends = [match.end() for match in _OPPORTUNITY.finditer(word)]
    for end in reversed(ends):
        if widths[word[:end]] <= left + _EPSILON:
            return word[:end], word[end:]
    if widths[word] <= room + _EPSILON and not alone:
        return None
    if not alone and left < room / 3:
        return None
    return _hyphenated(word, widths, left, language) or (_cut(word, widths, left) if alone else None)


def _hyphenated(word: str, widths: Mapping[str, float], left: float, language: str) -> tuple[str, str] | None:
    for head, tail in _dictionary(language).iterate(word):
        if widths[head + "-"] <= left + _EPSILON and len(tail) > 2:
            return head + SOFT_HYPHEN, tail
    return None


def _cut(word: str, widths: Mapping[str, float], left: float) -> tuple[str, str]:
    """The word cut where it must: at least one letter in front."""
    reach = list(accumulate(widths[letter] for letter in word))
    end = max(1, bisect_right(reach, left - widths["-"]))
    return word[:end] + SOFT_HYPHEN, word[end:]


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a line: how far from its start, in points, and what: letters in a face, or a pictogram."""

    x: float
    width: float
    face: str
    text: str
    link: str | None = None
    icon: Icon | None = None


Line = tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """Letters of one run within a word, or a pictogram."""

    face: str
    text: str
    width: float
    link: str | None
    icon: Icon | None = None


_Word = list[_Piece]


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
    for stretch in _stretches(content):
        words = list(_words(stretch, style, measure, page_number))
        lines.extend(_filled(words, style, measure, room, language))
    return lines


def _stretches(content: tuple[Inline, ...]) -> Iterator[list[Inline]]:
    stretch: list[Inline] = []
    for part in content:
        if isinstance(part, LineBreak):
            yield stretch
            stretch = []
        else:
            stretch.append(part)
    yield stretch


def _words(
    stretch: list[Inline], style: TextStyle, measure: Measure, page_number: Callable[[bool], str]
) -> Iterator[_Word]:
    word: _Word = []
    for part in stretch:
        if isinstance(part, Icon):
            word.append(_Piece("gewoon", "", style.size * 1.15, None, part))
            continue
        run = Run(page_number(part.count)) if isinstance(part, PageNumber) else part
        assert isinstance(run, Run)
        face = face_of(run.bold or style.bold, run.italic or style.italic)
        widths = measure.widths(face)
        for number, text in enumerate(run.text.split(" ")):
            if number:
                yield word
                word = []
            if text:
                word.append(_Piece(face, text, widths[text] * style.size, run.link))
    yield word


def _filled(words: list[_Word], style: TextStyle, measure: Measure, room: float, language: str) -> Iterator[Line]:
    line: list[_Word] = []
    x = 0.0
    space = measure.widths("gewoon")[" "] * style.size
    queue = words[::-1]
    while queue:
        word = queue.pop()
        width = sum(piece.width for piece in word)
        if x + width <= room + _EPSILON or (not line and len(word) == 1 and word[0].icon):
            line.append(word)
            x += width + space
            continue
        divided = _divide_word(word, style, measure, room - x, room, not line, language)
        if divided:
            line.append(divided[0])
            queue.append(divided[1])
        else:
            queue.append(word)
        yield _line(line, style, measure, more=not divided)
        line, x = [], 0.0
    if line:
        yield _line(line, style, measure, more=False)


def _divide_word(
    word: _Word, style: TextStyle, measure: Measure, left: float, room: float, alone: bool, language: str
) -> tuple[_Word, _Word] | None:
    """Divides a word of one or more pieces within the piece that crosses the edge."""
    x = 0.0
    for number, piece in enumerate(word):
        if x + piece.width > left + _EPSILON and not piece.icon:
            widths = measure.widths(piece.face)
            single = alone and number == 0
            size = style.size
            parts = _divided(piece.text, widths, (left - x) / size, room / size, single, language)
            if parts:
                head = _Piece(piece.face, parts[0], widths[parts[0].replace(SOFT_HYPHEN, "-")] * size, piece.link)
                tail = _Piece(piece.face, parts[1], widths[parts[1]] * size, piece.link)
                return [*word[:number], head], [tail, *word[number + 1 :]]
            if alone and number:
                return word[:number], word[number:]
            return None
        x += piece.width
    return (word[:-1], word[-1:]) if alone and len(word) > 1 else None


def _line(words: list[_Word], style: TextStyle, measure: Measure, more: bool) -> Line:
    """Segments side by side; neighbours of one looks become one segment."""
    segments: list[Segment] = []
    x = 0.0
    for number, word in enumerate(words):
        for piece in word:
            last = segments[-1] if segments else None
            if last and not last.icon and not piece.icon and (last.face, last.link) == (piece.face, piece.link):
                segments[-1] = Segment(last.x, x + piece.width - last.x, last.face, last.text + piece.text, last.link)
            else:
                segments.append(Segment(x, piece.width, piece.face, piece.text, piece.link, piece.icon))
            x += piece.width
        if (number < len(words) - 1 or more) and segments:
            x = _with_space(segments, style, measure, x)
    return tuple(segments)


def _with_space(segments: list[Segment], style: TextStyle, measure: Measure, x: float) -> float:
    last = segments[-1]
    if last.icon:
        return x + measure.widths("gewoon")[" "] * style.size
    width = measure.widths(last.face)[" "] * style.size
    segments[-1] = Segment(last.x, last.width + width, last.face, last.text + " ", last.link)
    return x + width
