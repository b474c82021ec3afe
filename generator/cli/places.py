"""A place in a definition → how somebody calls it: keys, and the names of the items of lists."""

from collections.abc import Iterator

from generator.source import Loc, Tree
from generator.source.matching import name_of

_NAMES = ("onderdeel", "naam", "tekst", "titel")
_LONGEST = 40
"""Letters of a name."""


def where(tree: Tree, loc: Loc) -> list[str]:
    """The steps that lead to the place, such as programma, Opening, duur."""
    return list(_steps(tree, loc))


def _steps(tree: Tree, loc: Loc) -> Iterator[str]:
    for step in loc:
        if isinstance(tree, list) and isinstance(step, int):
            tree = tree[step] if step < len(tree) else None
            yield called(tree) or str(step + 1)
        else:
            tree = tree.get(str(step)) if isinstance(tree, dict) else None
            yield str(step)


def called(item: Tree) -> str:
    """The name of an item, on one line."""
    known = next((item[key] for key in _NAMES if key in item), None) if isinstance(item, dict) else None
    line = " ".join((known if isinstance(known, str) else name_of(item)).split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
