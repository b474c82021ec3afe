"""Two lists of trees in; which item of the one is which of the other, by what they say and not by where they stand."""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import chain, pairwise

from generator.source.tree import Tree

ALIKE = 0.5
"""Share of words that two items have in common, from which on they are the same one, changed."""

MOST_PAIRS = 100_000
"""Pairs of items that are compared word by word; of longer lists only those that stand near each other."""

Pairs = dict[int, int]
"""An item of the new list → that of the old one."""


def matched(old: Sequence[Tree], new: Sequence[Tree], by_shape: bool = False) -> Pairs:
    """Which old item each new one is: those that say the same, then those of the same name, then the most alike,
    and texts that stand in the same place between others; with `by_shape` also mappings with the same keys there.
    """
    pairs: Pairs = {}
    _by_key(old, new, lambda tree: json.dumps(tree, sort_keys=True), pairs)
    _by_key(old, new, lambda tree: name_of(tree) if isinstance(tree, dict) else "", pairs)
    _by_likeness(old, new, pairs)
    _by_place(old, new, pairs, by_shape)
    return pairs


def name_of(tree: Tree) -> str:
    """What an item is called: the first text of a mapping, or all of a text."""
    if isinstance(tree, dict):
        return next((value for value in tree.values() if isinstance(value, str)), "")
    return tree if isinstance(tree, str) else ""


def _by_key(old: Sequence[Tree], new: Sequence[Tree], key: Callable[[Tree], str], pairs: Pairs) -> None:
    """Adds those with the same key, first those that follow each other in both; an empty key is none."""
    olds, news = _left(old, pairs.values()), _left(new, pairs)
    before, after = [key(old[number]) for number in olds], [key(new[number]) for number in news]
    if len(olds) * len(news) <= MOST_PAIRS:
        for one, other, size in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
            steps = [step for step in range(size) if before[one + step]]
            pairs.update((news[other + step], olds[one + step]) for step in steps)
    waiting: defaultdict[str, list[int]] = defaultdict(list)
    for number in _left(old, pairs.values()):
        waiting[key(old[number])].append(number)
    for number in _left(new, pairs):
        found = key(new[number])
        if found and waiting[found]:
            pairs[number] = waiting[found].pop(0)


def _left(items: Sequence[Tree], taken: Iterable[int]) -> list[int]:
    known = set(taken)
    return [number for number in range(len(items)) if number not in known]


def _by_likeness(old: Sequence[Tree], new: Sequence[Tree], pairs: Pairs) -> None:
    rest, others = _left(new, pairs), _left(old, pairs.values())
    said = {number: words(old[number]) for number in others}
    near = MOST_PAIRS // max(1, len(rest))
    found: list[tuple[float, int, int, int]] = []
    for rank, number in enumerate(rest):
        wanted = words(new[number])
        window = others[max(0, rank - near // 2) : rank + near // 2 + 1]
        scores = ((likeness(wanted, said[other]), other) for other in window)
        found += [(-score, abs(number - other), number, other) for score, other in scores if score >= ALIKE]
    taken: set[int] = set()
    for _score, _far, number, other in sorted(found):
        if number not in pairs and other not in taken:
            pairs[number] = other
            taken.add(other)


def _by_place(old: Sequence[Tree], new: Sequence[Tree], pairs: Pairs, by_shape: bool) -> None:
    """Adds what was replaced, as many as there were, between items that stayed or at an end."""
    ends = {-1: -1, len(new): len(old), **pairs}
    taken = set(pairs.values())
    for one, other in pairwise(sorted(ends)):
        gap = [place for place in range(ends[one] + 1, ends[other]) if place not in taken]
        if len(gap) == other - one - 1:
            both = zip(range(one + 1, other), gap, strict=True)
            pairs.update((n, o) for n, o in both if _can_replace(old[o], new[n], by_shape))


def _can_replace(old: Tree, new: Tree, by_shape: bool) -> bool:
    if isinstance(old, str) or not by_shape:
        return isinstance(old, str) and isinstance(new, str)
    return type(old) is type(new) and (not isinstance(old, dict) or not isinstance(new, dict) or set(old) == set(new))


def words(tree: Tree) -> Counter[str]:
    """The words that a tree says, and how often."""
    return Counter(chain.from_iterable(re.findall(r"\w+", text.lower()) for text in _texts(tree)))


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """How many words two have in common, from 0 to 1 (the coefficient of Dice)."""
    both = one.total() + other.total()
    return 2 * (one & other).total() / both if both else 0


def _texts(tree: Tree) -> Iterator[str]:
    if isinstance(tree, str):
        yield tree
    elif tree is not None:
        for value in tree.values() if isinstance(tree, dict) else tree:
            yield from _texts(value)
