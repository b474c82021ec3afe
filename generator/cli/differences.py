"""What Word says in another way than the YAML, as somebody reads it: where, − what stands there, + what comes."""

from collections.abc import Iterable, Iterator
from difflib import unified_diff
from gettext import gettext as _
from typing import TYPE_CHECKING, Any

import click

from generator.cli.places import called, where
from generator.source import Tree
from generator.source.dumping import item_lines

if TYPE_CHECKING:
    from generator.recognition.merging import Difference, Merged


def show_merged(result: "Merged", current: Tree, err: bool) -> None:
    """The differences, and apart from these what both changed."""
    _show(result.differences, current, err)
    if result.conflicts:
        click.echo(
            _("the YAML was changed here too, and keeps its own (−); take over by hand what you want (+):"), err=err
        )
        _show(result.conflicts, current, err)


def difference_row(difference: "Difference") -> dict[str, Any]:
    """A difference as a row of JSON."""
    return {
        "loc": list(difference.loc),
        "change": difference.change,
        "old": difference.old,
        "new": difference.new,
    }


def _show(differences: Iterable["Difference"], current: Tree, err: bool) -> None:
    for difference in differences:
        click.echo(click.style(_head(difference, current), bold=True), err=err)
        if difference.change != "moved":
            for line in _lines(difference.old, difference.new):
                click.echo(line, err=err)


def _head(difference: "Difference", current: Tree) -> str:
    """Where it is; of an item that comes, its own name."""
    steps = where(current, difference.loc)
    if difference.change == "added" and isinstance(difference.loc[-1], int):
        steps[-1] = called(difference.new)
    place = " › ".join(steps)
    if difference.change != "moved":
        return place
    if isinstance(difference.old, list):
        return _("{place}: in another order").format(place=place)
    if difference.new is None:
        return _("{place}: moved to the start").format(place=place)
    return _("{place}: moved, behind {name}").format(place=place, name=difference.new)


def _lines(old: Tree, new: Tree) -> Iterator[str]:
    """The lines that go and that come, without those that stay."""
    gone, came = ([] if tree is None else _written(tree) for tree in (old, new))
    for line in list(unified_diff(gone, came, n=0, lineterm=""))[2:]:
        if not line.startswith("@@"):
            minus = line[0] == "-"
            yield click.style(f"  {'−' if minus else '+'} {line[1:]}", fg="red" if minus else "green")


def _written(tree: Tree) -> list[str]:
    """A value as its lines in YAML; a text by itself."""
    if isinstance(tree, str):
        return tree.rstrip("\n").split("\n")
    first, *rest = item_lines(tree, 0)
    return [first.removeprefix("- "), *(line.removeprefix("  ") for line in rest)]
