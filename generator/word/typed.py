"""Lines that somebody made a list of with the keyboard (- aap, 1. noot, • mies) → items of lists."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count, pairwise

from generator.document.blocks import Inline, Inlines, LineBreak, Run
from generator.document.folding import folded
from generator.word.line import Line
from generator.word.numbered import BULLET_SIGNS, TICK_SIGNS, TICKED_SIGNS

_SIGN = re.compile(
    rf"(?P<punt>[-–—*+]|[{BULLET_SIGNS}])\s+|(?P<vink>[{TICK_SIGNS}]|\[ ?\])\s*|(?P<done>[{TICKED_SIGNS}])\s*"
    r"|(?P<cijfer>\d{1,3}|[a-zA-Z])[.)]\s+"
)
_STEP = 100
"""Twips that a line stands in further than an item to go on it."""


def with_typed_lists(lines: Sequence[Line]) -> list[Line]:
    """The lines, in which two or more in a row with a mark, or one with a sign that has no other use, are items.

    Lines that bear the mark of a field of ours are left as they are: what was written as letters comes back so.
    """
    found: list[Line] = []
    waiting: list[Line] = []
    names = (f"getypt {number}" for number in count(1))
    for line in _divided(lines):
        mark = _mark(line)
        if mark and waiting and _goes_on(waiting[-1], line):
            waiting.append(line)
            continue
        found += _closed(waiting, names)
        waiting = [line] if mark else []
        if not mark:
            found.append(line)
    return found + _closed(waiting, names)


def _divided(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, of which one with breaks before marks is a line for each."""
    for line in lines:
        pieces = _pieces(line.content) if _is_plain(line) and LineBreak() in line.content else []
        marks = [bool(_mark(replace(line, content=piece))) for piece in pieces]
        if any(one and other for one, other in pairwise(marks)):
            yield from (replace(line, content=piece) for piece in pieces if piece)
        else:
            yield line


def _pieces(content: Inlines) -> list[Inlines]:
    pieces: list[list[Inline]] = [[]]
    for part in content:
        if isinstance(part, LineBreak):
            pieces.append([])
        else:
            pieces[-1].append(part)
    return [folded(piece) for piece in pieces]


def _is_plain(line: Line) -> bool:
    return not (line.mark or line.level or line.origin or line.table)


def _match(line: Line) -> re.Match[str] | None:
    first = line.content[0] if line.content and _is_plain(line) else None
    return _SIGN.match(first.text) if isinstance(first, Run) else None


def _mark(line: Line) -> str:
    found = _match(line)
    return (found.lastgroup or "") if found else ""


def _kind(mark: str) -> str:
    return "vink" if mark == "done" else mark


def _goes_on(last: Line, line: Line) -> bool:
    """Whether a line is the next item: a number is one more than the last, a letter the next of the alphabet."""
    one, other = _match(last), _match(line)
    if one is None or other is None or _kind(one.lastgroup or "") != _kind(other.lastgroup or ""):
        return False
    if one["cijfer"] is None or other["cijfer"] is None:
        return last.box == line.box
    return last.box == line.box and _number(other["cijfer"]) == _number(one["cijfer"]) + 1


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else ord(text)


def _closed(lines: Sequence[Line], names: Iterator[str]) -> list[Line]:
    if not lines or (len(lines) == 1 and not _has_sign(lines[0])):
        return list(lines)
    name = next(names)
    return [_item(line, name) for line in lines]


def _has_sign(line: Line) -> bool:
    found = _match(line)
    return found is not None and found[0].strip()[0] in BULLET_SIGNS + TICK_SIGNS + TICKED_SIGNS


def _item(line: Line, name: str) -> Line:
    """The line without its mark; a box that was ticked stays in the text, since an item doesn't know it."""
    found, first = _match(line), line.content[0]
    if found is None or not isinstance(first, Run):
        return line
    rest = first.text if found["done"] else first.text[found.end() :]
    content = folded((replace(first, text=rest), *line.content[1:]))
    number = int(found["cijfer"]) if (found["cijfer"] or "").isdecimal() else 1
    mark = _kind(found.lastgroup or "")
    return replace(line, content=content, mark=mark, list_id=name, number=number, left=line.left + _STEP)
