"""Blocks → a short digest of what they say and how, by which it is seen whether somebody changed them."""

import hashlib
import re
from collections.abc import Iterable, Iterator

from generator.document.blocks import Block, Box, Heading, Inlines, Items, LineBreak, Paragraph, Run, Table
from generator.recognition.texts import lines

_SPACE = re.compile(r"\s+")
_NO_LETTERS = re.compile(r"[\W\d_]+")


def digest(blocks: Iterable[Block]) -> str:
    """Eight hex digits: two texts share them once in four thousand million times.

    Where a list begins to count says nothing, for a copy of it counts on; nor do the looks of a heading, and links
    within the file.
    """
    return _short("\n".join(_said(blocks)))


def running(blocks: Iterable[Block]) -> str:
    """Eight hex digits for a running head or foot, whatever pages it counts."""
    return _short(_NO_LETTERS.sub("", " ".join(lines(blocks))).casefold())


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def _said(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading():
                yield "".join(part.text for part in block.content if isinstance(part, Run))
            case Paragraph():
                yield _line(block.content)
            case Items():
                yield from (f"{block.mark} {line}" for item in block.items for line in (*_said(item), ""))
            case Box():
                yield from (f"{block.kind} {line}" for line in _said(block.blocks))
            case Table():
                for row in (*([block.head] if block.head else ()), *block.rows):
                    yield from (f"| {line}" for cell in row.cells for line in _said(cell.blocks))
            case _:
                pass


def _line(content: Inlines) -> str:
    """The letters, with a sign where they begin to look otherwise; white looks like nothing."""
    found = way = ""
    for part in content:
        if isinstance(part, LineBreak):
            found += "{br}"
        elif isinstance(part, Run):
            if part.text.strip() and way != (way := _way(part)):
                found += way
            found += part.text
    return _SPACE.sub(" ", found).strip()


def _way(run: Run) -> str:
    """How letters look, and to where on the web they lead."""
    link = run.link if run.link and not run.link.startswith("#") else ""
    return f"{{{'b' * run.bold}{'i' * run.italic}{link}}}"
