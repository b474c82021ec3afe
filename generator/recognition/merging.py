"""What a file was made from, what Word says now and what the YAML says now, in; what the YAML should say, out.

What only one of both changed is taken over. Where both changed the same thing to something else, the YAML keeps its
own and the conflict is told. Of anybody's file there is nothing from which it was made: what it says and the YAML
doesn't is a difference, and what it doesn't say is left alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from generator.recognition.draft import Draft
from generator.recognition.forms import Form, form_of, same
from generator.recognition.laying import laid_out_tree
from generator.recognition.moves import Lists, new_order
from generator.recognition.ours.wording import Names
from generator.source import Loc, Tree
from generator.source.matching import name_of

Change = Literal["changed", "added", "removed", "moved"]


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that Word says in another way than the YAML.

    `loc` is where it stands in the YAML; of what is added, where it would come. Of what moved, `old` and `new` are the
    names of what it stood behind and comes behind, None at the start.
    """

    loc: Loc
    change: Change
    old: Tree
    new: Tree


@dataclass(frozen=True)
class Merged:
    """What the YAML should say; what of it is different, in its order; and what both changed: there, `old` stays."""

    tree: dict[str, Any]
    differences: tuple[Difference, ...]
    conflicts: tuple[Difference, ...]


def merged(draft: Draft, current: Mapping[str, Tree], names: Names) -> Merged:
    """The draft's changes in what the YAML says now, where texts may hold these names."""
    merger = _Merger(draft.base is None, names)
    base = current if draft.base is None else draft.base
    tree = merger.mapping(form_of(draft.kind), (), base, draft.data, current)
    return Merged(tree, tuple(merger.differences), tuple(merger.conflicts))


class _Merger:
    """Merges values; `is_anybodys` means that nothing is known of how the file was made."""

    def __init__(self, is_anybodys: bool, names: Names) -> None:
        self.is_anybodys = is_anybodys
        self.names = names
        self.differences: list[Difference] = []
        self.conflicts: list[Difference] = []

    def same(self, form: Form, one: Tree, other: Tree) -> bool:
        return same(form, one, other, self.names.filled)

    def mapping(
        self, form: Form, loc: Loc, base: Mapping[str, Tree], edited: Mapping[str, Tree], current: Mapping[str, Tree]
    ) -> dict[str, Any]:
        """The mapping with what was changed; new keys stand behind those that the definition has before them."""
        found: dict[str, Any] = {}
        for key in form.with_new(current, edited):
            told = current.get(key) if self.is_anybodys and key not in edited else edited.get(key)
            value = self.value(form.key(key), (*loc, key), base.get(key), told, current.get(key))
            if value is not None or (key in current and current[key] is None):
                found[key] = value
        return found

    def value(self, form: Form, loc: Loc, base: Tree, edited: Tree, current: Tree) -> Tree:
        """What should stand there; None where nothing should."""
        if edited is not None and edited == current:
            return current
        if form.many and (form.alone or all(isinstance(tree, list | None) for tree in (edited, current))):
            return self._list(form, loc, base, edited, current)
        if self.same(form, edited, base) or self.same(form, edited, current):
            return current
        written = [form.written_out(tree) for tree in (base, edited, current)]
        if all(isinstance(tree, dict) for tree in written[1:]):
            base = written[0] if isinstance(written[0], dict) else {}
            inner: Any = self.mapping(form, loc, base, written[1], written[2])  # type: ignore[arg-type]
            return form.contracted(inner) if isinstance(current, str) else inner
        if not self.same(form, base, current):
            self.conflicts.append(Difference(loc, "changed", current, self._written(form, edited, current, loc)))
            return current
        return self._other(form, loc, edited, current)

    def _other(self, form: Form, loc: Loc, edited: Tree, current: Tree) -> Tree:
        change: Change = "removed" if edited is None else "added" if current is None else "changed"
        written = self._written(form, edited, current, loc)
        self.differences.append(Difference(loc, change, current, written))
        return written

    def _written(self, form: Form, edited: Tree, current: Tree, loc: Loc) -> Tree:
        """What Word says as somebody would write it there, with the names that stood there."""
        if isinstance(edited, str) and isinstance(current, str):
            edited = self.names.unfilled(edited, current)
        return laid_out_tree(form.in_order(edited), current, loc)

    def _list(self, form: Form, loc: Loc, base: Tree, edited: Tree, current: Tree) -> Tree:
        item, now = form.many or form, form.listed(current)
        was, told, there = ([item.written_out(one) for one in form.listed(tree)] for tree in (base, edited, current))
        lists = Lists(was, told, there, item, self.is_anybodys, self.names.filled)
        found = [
            item.contracted(one) if number is not None and isinstance(now[number], str) else one
            for one, number in self._items(item, loc, lists)
        ]
        if found == now:
            return current
        if len(found) == 1 and form.alone and isinstance(current, str | dict):
            return found[0]
        return found or None

    def _items(self, form: Form, loc: Loc, lists: Lists) -> list[tuple[Tree, int | None]]:
        """Each item that should stand there, with its number in the YAML; None for one that is new."""
        kept = {
            number: value
            for number in range(len(lists.current))
            if (value := self._kept(form, loc, lists, number)) is not None
        }
        for number in lists.gone:  # what the YAML has no longer; Word changed it, or left it as it was
            place = lists.was[number]
            if not self.same(form, lists.base[place], lists.edited[number]):
                self.conflicts.append(Difference((*loc, place), "changed", None, lists.edited[number]))
        order = new_order(lists, list(kept))
        if order.is_disputed:
            self.conflicts.append(Difference(loc, "moved", lists.current, lists.edited))
        found: list[tuple[Tree, int | None]] = []
        for slot in order.slots:
            if slot.is_new:
                there = (*loc, len(found))
                new = self._written(form, form.contracted(lists.edited[slot.number]), None, there)
                self.differences.append(Difference(there, "added", None, new))
                found.append((new, None))
            else:
                found.append((kept[slot.number], slot.number))
                if slot.number in order.moved:
                    self._moved((*loc, slot.number), lists.current, slot.number, found)
        return found

    def _kept(self, form: Form, loc: Loc, lists: Lists, number: int) -> Tree:
        """What should stand in the place of an item of the YAML; None where nothing should."""
        item: Tree = lists.current[number]
        there = (*loc, number)
        if number not in lists.kept:
            return item  # the YAML's own
        was = lists.base[lists.kept[number]]
        if (told := lists.in_word.get(lists.kept[number])) is not None:
            return self.value(form, there, was, lists.edited[told], item)
        if self.same(form, was, item):
            self.differences.append(Difference(there, "removed", item, None))
            return None
        self.conflicts.append(Difference(there, "removed", item, None))
        return item

    def _moved(self, loc: Loc, current: list[Any], number: int, found: list[tuple[Tree, int | None]]) -> None:
        before = current[number - 1] if number else None
        after = found[-2][0] if len(found) > 1 else None
        self.differences.append(Difference(loc, "moved", name_of(before) or None, name_of(after) or None))
