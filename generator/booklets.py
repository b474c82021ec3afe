"""Files that were asked for in; the same as booklets, out."""

from collections.abc import Sequence
from dataclasses import replace

from generator.design import Design
from generator.document.template import Template
from generator.errors import GeneratorError, Place, Problem, UsageError, nearest, say
from generator.order import Order, paper_of_size, suffixed
from generator.page.items import Size

SCHEME = "boekje"
"""The row of papier.yaml by which pages come on sheets that are folded."""
LEAST_LETTERS = 8.0
"""Points: the smallest body text that is still read with ease, as on cards."""


def booklets(found: Sequence[Order], design: Design, named: bool) -> list[Order]:
    """Of documents that make a good booklet, or of all that were `named`, a booklet each.

    One that can't be laid out on pages of that size is drawn smaller. Raises UsageError where there is none, and
    GeneratorError for one whose letters would be too small.
    """
    if SCHEME not in design.schemes:
        raise UsageError(say("there is no scheme named {name}", name=SCHEME), nearest(SCHEME, design.schemes))
    page = design.schemes[SCHEME].card
    made = [_bound(order, page, design) for order in found if _may(order, design, named)]
    if not made:
        raise UsageError(say("nothing here makes a booklet"), say("name a sessie or a deck, or a document with --only"))
    return made


def _may(order: Order, design: Design, named: bool) -> bool:
    made_as = design.templates[order.template].front.drukwerk
    return order.format == "pdf" and not order.scheme and (named or made_as.boekje)


def _bound(order: Order, page: Size, design: Design) -> Order:
    paper = paper_of_size(order, page, design)
    if not paper:
        paper = next(name for name, known in design.papers.items() if known.size.is_near(page))
        _read_with_ease(design.templates[order.template], page, order, design)
    return replace(order, paper=paper, scheme=SCHEME, booklet=True, path=suffixed(order.path, SCHEME))


def _read_with_ease(template: Template, page: Size, order: Order, design: Design) -> None:
    """Raises GeneratorError where the smallest body text would be too small on a page of this size."""
    own = design.paper(template.front.papier).upright.size
    points = design.house.style(template.front.stijl).floor * page.width / own.width
    if points < LEAST_LETTERS:
        what = say(
            "{file} would have letters of {points} points as a booklet, and {least} is the least",
            file=f"{order.name}.{order.format}", points=f"{points:.1f}", least=f"{LEAST_LETTERS:g}",
        )  # fmt: skip
        raise GeneratorError([Problem(Place(template.path), what, say("add A5 to keuzes of its template"))])
