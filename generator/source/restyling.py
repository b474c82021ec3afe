"""A text in the place of another, written in the quotes or the block that the other had."""

import re

from generator.source.marked import Node
from generator.source.scalars import FULL, STEP, WIDTH, inline, is_foldable, literal, quoted
from generator.source.wrapping import rewrapped


def restyled(old: Node, written: str, text: str, column: int, used: int) -> list[str] | None:
    """The lines of the text, of which the first comes behind `used` letters; None where the old style can't hold it.

    `written` is the old text as it stands, behind a key or dash in that column.
    """
    lines = written.splitlines()
    match old.style:
        case "|":
            found = literal(text, _indent(lines, column))
        case ">":
            found = _folded(lines, text, _indent(lines, column), used)
        case "'" | '"':
            found = [quoted(text, old.style)]
            found = found if used + 1 + len(found[0]) <= WIDTH and "\n" not in text else None
        case _:
            found = None
    return [f" {found[0]}", *found[1:]] if found else None


def _indent(lines: list[str], column: int) -> int:
    """How far the lines of a block are set in."""
    return next((len(line) - len(line.lstrip(" ")) for line in lines[1:] if line.strip()), column + STEP)


def _folded(lines: list[str], text: str, indent: int, used: int) -> list[str] | None:
    """The text folded where it was before, as far as that goes."""
    body, old = text.removesuffix("\n"), [line.strip() for line in lines[1:]]
    if not is_foldable(body) or not all(old):
        return None
    if len(old) > 1 and body == text and used + 1 + len(inline(text)) <= WIDTH:
        return None
    room = max(FULL - indent, *map(len, old))
    folded = rewrapped(re.split(r"(?<! ) (?! )", body), [line.split(" ") for line in old], room)
    return [">-" if body == text else ">", *(" " * indent + line for line in folded)]
