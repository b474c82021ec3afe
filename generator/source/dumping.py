"""What a file is to say in; its YAML as a careful person writes it, out: `parse` reads the same from it.

Keys come in the order in which they are given. Long texts are folded, texts of more lines keep them, lists of short
words and mappings of short words stand on one line.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from generator.source.scalars import STEP, WIDTH, folded, inline, literal, quoted
from generator.source.tree import Tree

_LONGEST_NAME = 60
"""Letters of a text that may stand between brackets: more is a sentence."""

_MANY_WORDS = 5
_MANY_KEYS = 5


def dump(tree: Mapping[str, Tree]) -> str:
    """The YAML of a file that says something, in which no list holds None. A key has at most 1,000 letters (YAML 1.2
    §7.4.2 allows 1,024).
    """
    entries = [entry_lines(key, value, 0) for key, value in tree.items()]
    roomy = any(_is_roomy(value) for value in tree.values())
    return "\n".join(_spaced(entries, [roomy and len(entry) > 1 for entry in entries])) + "\n"


def _is_roomy(value: Tree) -> bool:
    """Whether this is a list of parts so large that they, and what stands beside the list, want space."""
    return isinstance(value, list) and any(is_large(item) for item in value)


def is_large(item: Tree) -> bool:
    """Whether an item of a list says so much that an empty line keeps it from the next: five keys or more."""
    return isinstance(item, dict) and len(item) >= _MANY_KEYS and not _fits(item, STEP)


def _spaced(parts: Sequence[list[str]], apart: Sequence[bool]) -> Iterator[str]:
    """The lines of all parts, with an empty one between two of which one stands apart."""
    yield from parts[0]
    for part, (one, other) in zip(parts[1:], pairwise(apart), strict=True):
        if one or other:
            yield ""
        yield from part


def entry_lines(key: str, value: Tree, column: int) -> list[str]:
    """The lines of a key and its value, the key standing in that column (from 0)."""
    start = " " * column + inline_key(key) + ":"
    first, *rest = value_lines(value, column, len(start))
    return [start + first, *rest]


def inline_key(key: str) -> str:
    """A key as it is written."""
    return inline(key, flow=True)


def item_lines(item: Tree, column: int, block: bool = False) -> list[str]:
    """The lines of an item of a list, its dash standing in that column; with `block` a mapping is not on one line."""
    start = " " * column + "-"
    if isinstance(item, dict | list) and item and (block or not _fits(item, column + STEP)):
        first, *rest = _block_lines(item, column + STEP)
        return [f"{start} {first[column + STEP :]}", *rest]
    first, *rest = value_lines(item, column, len(start))
    return [start + first, *rest]


def value_lines(value: Tree, column: int, used: int) -> list[str]:
    """The lines of a value: first what comes behind its key or dash, which take `used` letters and stand in `column`;
    what is set in lies two spaces further.
    """
    if isinstance(value, str):
        return _text_lines(value, column + STEP, used)
    if not value:
        return ["" if value is None else f" {flow(value)}"]
    if _fits(value, used + 1):
        return [f" {flow(value)}"]
    return ["", *_block_lines(value, column + STEP)]


def _text_lines(text: str, indent: int, used: int) -> list[str]:
    lines = literal(text, indent)
    if lines is None:
        written = inline(text)
        short = used + 1 + len(written) <= WIDTH
        lines = [written] if short or "\n" in text else folded(text, indent) or [quoted(text)]
    return [f" {lines[0]}", *lines[1:]]


def _block_lines(value: Mapping[str, Any] | Sequence[Any], column: int) -> list[str]:
    if isinstance(value, Mapping):
        return [line for key, inner in value.items() for line in entry_lines(key, inner, column)]
    blocks = any(isinstance(item, dict) and not _fits(item, column + STEP) for item in value)
    items = [item_lines(item, column, blocks) for item in value]
    return list(_spaced(items, [any(is_large(item) for item in value)] * len(items)))


def flow(value: Tree) -> str:
    """The value between brackets, on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(flow_entry(key, inner) for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return "" if value is None else inline(value, flow=True)


def flow_entry(key: str, value: Tree) -> str:
    """A key and its value as they stand between brackets."""
    return f"{inline_key(key)}: {flow(value)}"


def _fits(value: Mapping[str, Any] | Sequence[Any], used: int) -> bool:
    """Whether this is made of names only, and fits on the line behind so many letters; sentences read better below
    each other.
    """
    if isinstance(value, Mapping):
        short = all(_is_name(text) for text in value.values())
    else:
        short = all(_is_name(text) and _is_plain_word(text) for text in value)
    return short and used + len(flow(value)) <= WIDTH  # type: ignore[arg-type]


def _is_plain_word(text: str) -> bool:
    """Whether the text is a few words that need no quotes, as names do."""
    return len(text.split()) < _MANY_WORDS and inline(text, flow=True) == text


def _is_name(value: Tree) -> bool:
    if not isinstance(value, str) or "\n" in value or len(value) > _LONGEST_NAME:
        return False
    return not value.endswith((".", "?", "!", ":", "…"))
