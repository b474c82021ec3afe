"""A list as it was, as Word has it and as the YAML has it, in; which items are the same, and their new order, out."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.recognition.forms import Form, same
from generator.source import Tree
from generator.source.matching import matched


class Lists:
    """The three lists; `was` is which item of the first an item of Word is, and `kept` which one of the YAML is.

    Of anybody's file, the first list is what both have.
    """

    def __init__(
        self,
        base: list[Any],
        edited: list[Any],
        current: list[Any],
        form: Form,
        is_anybodys: bool,
        filled: Callable[[str], str],
    ) -> None:
        self.edited, self.current = edited, current
        self._form, self._filled = form, filled
        if is_anybodys:
            known = self._matched(current, edited)
            both = sorted(known.values())
            self.base = [current[number] for number in both]
            self.was = {number: both.index(old) for number, old in known.items()}
            self.kept = {number: place for place, number in enumerate(both)}
        else:
            self.base = base
            self.was = self._matched(base, edited)
            self.kept = self._matched(base, current)
        self.in_word = {place: number for number, place in self.was.items()}
        self._in_yaml = {place: number for number, place in self.kept.items()}

    def _matched(self, old: Sequence[Tree], new: Sequence[Tree]) -> dict[int, int]:
        return matched([self._plain(tree) for tree in old], [self._plain(tree) for tree in new])

    def _plain(self, tree: Tree) -> Tree:
        """The item with its names filled in, and its keys in the order of the definition, so that its name is first."""
        match tree:
            case str():
                return " ".join(self._filled(tree).split())
            case list():
                return [self._plain(item) for item in tree]
            case dict():
                keys = dict.fromkeys((*(key for key in self._form.keys if key in tree), *tree))
                return {key: self._plain(tree[key]) for key in keys}
            case None:
                return None

    @property
    def gone(self) -> list[int]:
        """The items of Word that the YAML had and has no longer."""
        return [number for number, place in sorted(self.was.items()) if place not in self._in_yaml]

    @cached_property
    def there(self) -> dict[int, int]:
        """The items of Word that the YAML has too, each with its number there; some were added to both."""
        found = {number: self._in_yaml[place] for number, place in self.was.items() if place in self._in_yaml}
        own = [number for number in range(len(self.current)) if number not in self.kept]
        for number in range(len(self.edited)):
            if number not in self.was:
                alike = (one for one in own if same(self._form, self.edited[number], self.current[one], self._filled))
                if (one := next(alike, None)) is not None:
                    found[number] = one
                    own.remove(one)
        return found


@dataclass(frozen=True, slots=True)
class Slot:
    """An item of the new list: one of the YAML by its number there, or a new one by its number in Word."""

    number: int
    is_new: bool = False


@dataclass(frozen=True)
class Order:
    """The new list; which of the YAML's items moved, and whether both moved them, each in another way."""

    slots: Sequence[Slot]
    moved: frozenset[int]
    is_disputed: bool


def new_order(lists: Lists, kept: Sequence[int]) -> Order:
    """The order in which the items of the YAML that are `kept` stand with what is new in Word."""
    stays = set(kept)
    by_word = [lists.there[number] for number in sorted(lists.there) if lists.there[number] in stays]
    both = [number for number in by_word if number in lists.kept]
    before = sorted(both, key=lambda number: lists.kept[number])
    word_moved, yaml_moved = both != before, sorted(both) != before
    follows = word_moved and not yaml_moved
    slots = [Slot(number) for number in (by_word if follows else sorted(by_word))]
    _put(slots, [Slot(number) for number in kept])
    new = [Slot(number, is_new=True) for number in range(len(lists.edited))]
    told = (Slot(lists.there[slot.number]) if slot.number in lists.there else slot for slot in new)
    _put(slots, [slot for slot in told if (slot.number not in lists.was if slot.is_new else slot.number in stays)])
    moved = frozenset(both) - set(_longest_rising(both)) if follows else frozenset[int]()
    return Order(slots, moved, word_moved and yaml_moved and both != sorted(both))


def _put(slots: list[Slot], others: Sequence[Slot]) -> None:
    """Puts each of the others that is not there behind the one that it stands behind, or else at the start."""
    there = set(slots)
    last: Slot | None = None
    for slot in others:
        if slot not in there:
            slots.insert(slots.index(last) + 1 if last else 0, slot)
            there.add(slot)
        last = slot


def _longest_rising(numbers: Sequence[int]) -> list[int]:
    """As many of the numbers as can be that stand in order (patience sorting); the others moved."""
    tops: list[int] = []
    piles: list[tuple[int, ...]] = []
    for number in numbers:
        place = bisect_left(tops, number)
        pile = (*(piles[place - 1] if place else ()), number)
        tops[place : place + 1] = [number]
        piles[place : place + 1] = [pile]
    return list(piles[-1]) if piles else []
