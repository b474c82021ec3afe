"""What a file says, as text, lists and mappings, with the place of each piece; and the same with its texts changed."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from generator.errors import Place, Problem

Loc = tuple[int | str, ...]
Tree = str | list[Any] | dict[str, Any] | None
"""What a file says; None is a key with nothing behind it."""


@dataclass(frozen=True)
class Source:
    """What a file says and where each piece of it stands; `problems` are faults that leave the rest readable.

    Asking for a place may read the text again: ask for what is told, not for what might be.
    """

    path: str
    data: Tree
    values: Mapping[Loc, Place] = field(repr=False)
    keys: Mapping[Loc, Place] = field(repr=False)
    problems: tuple[Problem, ...] = ()

    def place(self, loc: Loc) -> Place:
        """The place of the value at `loc`, or of the nearest thing around it."""
        return self.values.get(self._found(loc)) or Place(self.path)

    def key_place(self, loc: Loc) -> Place:
        """The place of the key that names `loc`."""
        return self.keys.get((*self._found(loc[:-1]), loc[-1])) or self.place(loc)

    def _found(self, loc: Loc) -> Loc:
        """As much of `loc` as is written; one thing may stand for a list of one, and then has no number 0."""
        found: Loc = ()
        for step in loc:
            if (*found, step) in self.values:
                found = (*found, step)
            elif step != 0:
                break
        return found

    def texts(self) -> Iterator[tuple[Loc, str]]:
        """Each scalar with its loc."""
        yield from _texts(self.data, ())


def _texts(tree: Tree, loc: Loc) -> Iterator[tuple[Loc, str]]:
    if isinstance(tree, str):
        yield loc, tree
    elif tree is not None:
        pairs = tree.items() if isinstance(tree, dict) else enumerate(tree)
        for key, value in pairs:
            yield from _texts(value, (*loc, key))


def laid_over(base: Source, own: Source) -> Source:
    """What `own` says, and `base` where it says nothing; each piece keeps the place where it is written."""
    values, keys = {**base.values, **own.values}, {**base.keys, **own.keys}
    return Source(own.path, _over(base.data, own.data), values, keys, (*base.problems, *own.problems))


def _over(base: Tree, own: Tree) -> Tree:
    if isinstance(base, dict) and isinstance(own, dict):
        return {**base, **{key: _over(base.get(key), value) for key, value in own.items()}}
    return base if own is None else own


def map_texts(source: Source, change: Callable[[Loc, str], str]) -> Source:
    """The same source with each scalar changed."""
    return replace(source, data=_mapped(source.data, (), change))


def _mapped(tree: Tree, loc: Loc, change: Callable[[Loc, str], str]) -> Tree:
    match tree:
        case str():
            return change(loc, tree)
        case list():
            return [_mapped(value, (*loc, number), change) for number, value in enumerate(tree)]
        case dict():
            return {key: _mapped(value, (*loc, key), change) for key, value in tree.items()}
        case None:
            return None
