"""A text in Markdown, and how it was written before, in; the same with lines that break as a careful person does, out.

What stays the same keeps its lines; what is new breaks where a line is full.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.document.text import text_block
from generator.source import Loc, Tree
from generator.source.matching import matched
from generator.source.scalars import FULL, STEP
from generator.source.wrapping import rewrapped

_LINE = re.compile(r"(?P<quote>(?:[ ]{0,3}>[ ]?)*)(?P<indent>[ ]*)(?P<mark>(?:[-*+]|\d{1,9}[.)])[ ]+)?(?P<said>.*)")
# a word that at the start of a line would begin something else, and a name that stands between braces
_WORD = re.compile(r"(?:\{\{.*?\}\}|\S)+(?:[ ]+(?:[-+*=_]+|#+|\d{1,9}[.)]|>\S*)(?=[ ]|$))*")


@dataclass(frozen=True)
class _Unit:
    """A paragraph, an item of a list or an empty line: how its first line and its others begin, and its words.

    `end` is what stands behind the last word to break the line there, and `raw` all of it as it was written.
    """

    first: str
    rest: str
    lines: tuple[tuple[str, ...], ...]
    raw: tuple[str, ...]
    end: str = ""

    @property
    def words(self) -> list[str]:
        return [word for line in self.lines for word in line]


def laid_out(text: str, before: str, room: int) -> str:
    """The text on lines of at most `room` letters where it has more than one paragraph; it says the same.

    A text of more lines ends its last one, so that YAML holds it as it stands.
    """
    if "\n" not in text.strip():
        return text.strip()
    laid = "\n".join(_lines(_units(text.strip("\n")), _units(before.strip("\n")), room)) + "\n"
    return laid if _says(laid) == _says(text) else text.strip("\n") + "\n"


def laid_out_tree(tree: Tree, before: Tree, loc: Loc) -> Tree:
    """The tree, which stands at `loc` of a definition, with its texts laid out; `before` is what stood there."""
    match tree:
        case str():
            return laid_out(tree, before if isinstance(before, str) else "", FULL - STEP * len(loc))
        case list():
            return [laid_out_tree(item, None, (*loc, number)) for number, item in enumerate(tree)]
        case dict():
            return {key: laid_out_tree(value, None, (*loc, key)) for key, value in tree.items()}
        case None:
            return None


def _says(text: str) -> str:
    return " ".join(str(text_block(text)).split())


def _lines(units: Sequence[_Unit], before: Sequence[_Unit], room: int) -> Iterator[str]:
    pairs = matched([" ".join(unit.words) for unit in before], [" ".join(unit.words) for unit in units])
    for number, unit in enumerate(units):
        old = before[pairs[number]] if number in pairs else None
        if old and (old.first, old.words, old.end) == (unit.first, unit.words, unit.end):
            yield from old.raw
        elif not unit.words or unit.words[0].startswith("!["):
            yield from unit.raw
        else:
            lines = rewrapped(unit.words, old.lines if old else (), max(20, room - len(unit.rest)))
            yield from (
                (unit.rest if place else unit.first) + line + (unit.end if place == len(lines) - 1 else "")
                for place, line in enumerate(lines)
            )


def _units(text: str) -> list[_Unit]:
    found: list[_Unit] = []
    for line in text.split("\n"):
        match = _LINE.fullmatch(line)
        if not match:
            return [_Unit("", "", (), tuple(text.split("\n")))]
        quote, indent, mark, said = match["quote"], match["indent"], match["mark"] or "", match["said"]
        end = "  " if said.endswith("  ") and said.strip() else ""
        words = tuple(_WORD.findall(said))
        last = found[-1] if found else None
        if (
            last
            and words
            and last.words
            and not mark
            and not _ends(last)
            and quote.strip() == last.rest[: len(quote)].strip()
        ):
            found[-1] = _Unit(last.first, last.rest, (*last.lines, words), (*last.raw, line), end)
        else:
            first = quote + indent + mark
            rest = quote + indent + " " * len(mark)
            found.append(_Unit(first, rest, (words,) if words else (), (line,), end))
    return found


def _ends(unit: _Unit) -> bool:
    """Whether the line breaks behind this unit, or nothing can follow it."""
    return bool(unit.end) or unit.words[-1].endswith("\\") or unit.words[0].startswith("![")
