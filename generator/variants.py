"""Orders and a wish in; the same orders in tiles, in other inks, or for a print shop, each under its own name, out."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from generator.design import Design
from generator.design.inks import Inks
from generator.errors import UsageError, nearest, say
from generator.order import Order, Wishes, suffixed
from generator.page.tiling import is_larger

CMYK = "cmyk"
PRESS_BLEED = 3.0
"""Millimetres that print shops ask for (print-facts: printsimple.eu, wimjonkers.nl, copyshopdoetinchem.nl)."""


def varied(found: Sequence[Order], design: Design, wishes: Wishes) -> list[Order]:
    """The orders as they were asked for; raises UsageError for a wish that nothing here can meet."""
    made = list(found)
    _check(wishes)
    if wishes.ink_saving or wishes.grey:
        inks = Inks(wishes.grey, wishes.ink_saving)
        made = [_in_inks(order, inks) for order in made]
    if wishes.tiles:
        made = _in_tiles(made, wishes.tiles, design)
    if wishes.bleed:
        made = _each(made, lambda order: replace(order, bleed=wishes.bleed, path=suffixed(order.path, "afloop")))
    if wishes.color:
        made = _for_press(made)
    return made


def _check(wishes: Wishes) -> None:
    if wishes.color and wishes.color != CMYK:
        raise UsageError(say("--color knows {name} only", name=CMYK), nearest(wishes.color, (CMYK,)))
    for option, given in (("--color", wishes.color), ("--bleed", wishes.bleed)):
        if wishes.tiles and given:
            what = say("{one} and {other} do not go together", one="--tiles", other=option)
            raise UsageError(what, say("a print shop wants the page whole: leave --tiles out"))
    if wishes.color and (wishes.grey or wishes.ink_saving):
        what = say("{one} and {other} do not go together", one="--color", other="--grey, --ink-saving")
        raise UsageError(what, say("ask for them in two builds"))


def _in_inks(order: Order, inks: Inks) -> Order:
    """A PDF in other inks; a Word file is printed as one sets it there."""
    if order.format != "pdf":
        return order
    return replace(order, inks=inks, path=suffixed(order.path, inks.suffix[1:]))


def _in_tiles(found: Sequence[Order], name: str, design: Design) -> list[Order]:
    if name not in design.papers:
        raise UsageError(say("there is no paper named {name}", name=name), nearest(name, design.papers))
    tile = design.papers[name].size
    larger = [_is_whole(order) and is_larger(design.paper(order.paper).size, tile) for order in found]
    if not any(larger):
        what = say("nothing here is larger than {paper}", paper=name)
        raise UsageError(what, say("ask for larger paper, such as --paper A2, or leave --tiles out"))
    if min(tile.width, tile.height) < 3 * design.tiles.overlap + 2 * design.tiles.rand:
        what = say("{paper} is too small for tiles", paper=name)
        raise UsageError(what, say("choose larger paper, such as A4"))
    path = f"tegels-{name.lower()}"
    return [
        replace(order, tiles=name, path=suffixed(order.path, path)) if large else order
        for order, large in zip(found, larger, strict=True)
    ]


def _is_whole(order: Order) -> bool:
    """Whether its pages are what is printed: no Word, and no sheets of cards."""
    return order.format == "pdf" and not order.scheme


def _each(found: Sequence[Order], change: Callable[[Order], Order]) -> list[Order]:
    """What a print shop can use is changed; raises UsageError where that is nothing."""
    if not any(map(_is_whole, found)):
        what = say("nothing here goes to a print shop: it lays cards on sheets itself")
        raise UsageError(what, say("ask for the cards, not for their sheets"))
    return [change(order) if _is_whole(order) else order for order in found]


def _for_press(found: Sequence[Order]) -> list[Order]:
    """Beside each file one for the press, with bleed."""

    def pressed(order: Order) -> Order:
        return replace(order, press=True, bleed=order.bleed or PRESS_BLEED, path=suffixed(order.path, "drukkerij"))

    changed = _each(found, pressed)
    pairs = zip(found, changed, strict=True)
    return [each for order, press in pairs for each in ((order,) if press is order else (order, press))]
