"""Parts of a line of text → the line as it is kept: white space folded, and what looks alike in one run."""

import re
from collections.abc import Iterable

from generator.document.blocks import Inline, Inlines, LineBreak, Run

_SPACE = re.compile(r"[ \t\r\n]+")


def folded(parts: Iterable[Inline]) -> Inlines:
    """The parts with one space for all white between words, and none at either end or after a break."""
    line: list[Inline] = []
    pieces: list[str] = []
    for part in parts:
        last = line[-1] if line else None
        if not isinstance(part, Run):
            _close(line, pieces)
            line.append(part)
            continue
        text = _SPACE.sub(" ", part.text)
        if last is None or isinstance(last, LineBreak) or (pieces and pieces[-1].endswith(" ")):
            text = text.removeprefix(" ")
        if text and isinstance(last, Run) and pieces and same_way(last, part):
            pieces.append(text)
        elif text:
            _close(line, pieces)
            line.append(part)
            pieces.append(text)
    _close(line, pieces)
    while line and isinstance(end := line[-1], Run) and end.text.endswith(" "):
        text = end.text.removesuffix(" ")
        line[-1:] = [Run(text, end.bold, end.italic, end.link)] if text else []
    return tuple(line)


def _close(line: list[Inline], pieces: list[str]) -> None:
    """Gives the last run all letters that were gathered for it."""
    if pieces and isinstance(last := line[-1], Run):
        line[-1] = Run("".join(pieces), last.bold, last.italic, last.link)
    pieces.clear()


def same_way(one: Run, other: Run) -> bool:
    """Whether two runs differ in their letters alone."""
    return (one.bold, one.italic, one.link) == (other.bold, other.italic, other.link)
