"""Orders of canvases and forms → those of the files in which they are filled in on a computer."""

from collections.abc import Sequence
from dataclasses import replace

from generator.design import Design
from generator.errors import UsageError, say
from generator.material.model import Canvas, Formulier, Persoon
from generator.order import Order, choice, suffixed
from generator.slugs import dashed

SUFFIX = "invulbaar"
_LONGEST_NAME = 30
"""Letters of somebody's name in those of files and fields."""


def filled_in_on_a_computer(found: Sequence[Order], by_itself: Sequence[Order], design: Design) -> list[Order]:
    """Of each canvas and form a PDF and a Word file with fields; raises UsageError where there is none.

    `by_itself` are the same orders on the paper that they have when nobody asks for another. A worked example has been
    filled in already.
    """
    sheets = [
        pair for pair in zip(found, by_itself, strict=True) if isinstance(pair[0].subjects[0], Canvas | Formulier)
    ]
    empty = [pair for pair in sheets if pair[0].fill != "voorbeeld"]
    if sheets and not empty:
        raise UsageError(say("a worked example is filled in already"), say("leave --example out"))
    if not empty:
        what = say("nothing here is a canvas or a form to fill in")
        raise UsageError(what, say("name one, or a session that uses one"))
    made = [order for asked, own in empty for order in (_fillable(asked, "pdf"), _in_word(own, design))]
    return list({order.path: order for order in made}.values())


def _in_word(order: Order, design: Design) -> Order:
    """In Word each box stands under the one before it, on A4: what grows as one writes needs no large paper."""
    paper = choice(design.templates[order.template], "A4") or order.paper
    return replace(_fillable(order, "docx"), paper=paper)


def _fillable(order: Order, file_format: str) -> Order:
    path = suffixed(order.path, SUFFIX).rpartition(".")[0]
    return replace(order, path=f"{path}.{file_format}", format=file_format, copies=1, fillable=True)


def file_for_each(order: Order) -> list[Order]:
    """A file for each participant: who fills it in sends it back, and sees nothing of what others wrote."""
    made: dict[str, Order] = {}
    for number, person in enumerate(order.participants, 1):
        path = suffixed(order.path, own_name(person) or str(number))
        if path in made:
            path = suffixed(path, str(number))
        made[path] = replace(order, path=path, people=(person,))
    return list(made.values())


def own_name(person: Persoon) -> str:
    """Somebody's name as files and fields bear it; empty where it holds no Latin letter."""
    return dashed(person.naam)[:_LONGEST_NAME].strip("-")
