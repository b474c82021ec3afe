"""What is asked for, by name and by wish → the files to make."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from generator.booklets import booklets
from generator.design import Design
from generator.errors import GeneratorError, Place, Problem, UsageError, nearest, say
from generator.fillables import file_for_each, filled_in_on_a_computer
from generator.history import History, Since, changed, moment_of
from generator.material.library import Key, Library
from generator.material.model import KINDS, Canvas, Deck, Sessie, Thing
from generator.order import Order, Wishes, choice, in_mm, on_paper_path, paper_of_size, suffixed
from generator.pack import Asked, orders_of
from generator.printing import jobs
from generator.slugs import folded
from generator.variants import varied


def find(name: str, library: Library) -> Key:
    """The key that a name stands for: a slug, or a folder and a slug. Raises UsageError."""
    wanted = name.strip("/")
    found = [key for key in library.files if wanted in (key[1], _qualified(key))]
    if not found:
        known = {n for key in library.files for n in (key[1], _qualified(key))}
        way_out = nearest(wanted, known) or say("`drukklaar list` names them all")
        raise UsageError(say("nothing is called {name}", name=name), way_out)
    if len(found) > 1:
        names = ", ".join(_qualified(key) for key in found)
        raise UsageError(say("{name} can be more than one thing", name=name), say("say which of {names}", names=names))
    return found[0]


def _qualified(key: Key) -> str:
    return f"{KINDS[key[0]].folder()}/{key[1]}"


def orders(things: Iterable[Thing], design: Design, wishes: Wishes, sessions: Iterable[Sessie] = ()) -> list[Order]:
    """Each file once, in order; `sessions` are all that there are. Raises UsageError for a wish that nothing here can
    meet, and GeneratorError where two things would be the same file.
    """
    names = frozenset(name.removesuffix("-vellen") for name in wishes.only).union(wishes.only)
    asked = Asked(names, tuple(sorted(sessions, key=lambda sessie: sessie.slug)))
    made: dict[str, Order] = {}
    for order in (order for thing in things for order in orders_of(thing, design, asked)):
        first = made.setdefault(order.path, order)
        if first != order:
            raise GeneratorError([_clash(first, order)])
    everything = list(made.values())
    found = _wished(everything, design, wishes)
    if wishes.only and any(tells(order, design) != "nee" for order in found):
        everything = _wished(everything, design, replace(wishes, only=()))
    else:
        everything = found
    found = _telling(found, everything, design)
    return _distinct([*found, *jobs(found, design)] if wishes.print_ready else found)


def _distinct(found: list[Order]) -> list[Order]:
    """The orders; raises GeneratorError where two files would be one, here or on a system that takes A for a."""
    seen: dict[str, Order] = {}
    firsts = [seen.setdefault(folded(order.path), order) for order in found]
    clashes = [(first, order) for first, order in zip(firsts, found, strict=True) if first != order]
    if clashes:
        raise GeneratorError([_clash(first, order) for first, order in clashes])
    return found


def _telling(found: Sequence[Order], everything: Sequence[Order], design: Design) -> list[Order]:
    """The orders, of which those that tell of the other files of their folder know them as they will be made.

    What names the others is itself one of those of which another tells the pages.
    """
    named = [order for order in everything if tells(order, design) != "telt"]
    by_name = _by_folder(named)
    counted = [_knowing(order, by_name) if tells(order, design) == "noemt" else order for order in named]
    others = {"nee": {}, "noemt": by_name, "telt": _by_folder(counted)}
    return [_knowing(order, others[tells(order, design)]) for order in found]


def _by_folder(orders: Iterable[Order]) -> dict[str, list[Order]]:
    found: dict[str, list[Order]] = {}
    for order in orders:
        found.setdefault(order.folder, []).append(order)
    return found


def _knowing(order: Order, others: Mapping[str, Sequence[Order]]) -> Order:
    return replace(order, about=tuple(others.get(order.folder, ())))


def tells(order: Order, design: Design) -> str:
    """What it tells of the other files: nothing (nee), their names, or also how many pages they have (telt)."""
    return design.templates[order.template].front.bestanden


def _clash(*both: Order) -> Problem:
    """At the thing whose own name makes the path; else at the template of which there are two."""
    named = [order.subjects[0] for order in both if order.name.startswith(order.subjects[0].slug)]
    path = f"materials/{named[0].folder()}/{named[0].slug}.yaml" if named else f"templates/{both[1].template}.html"
    what = say("{path} would be this, and something else too", path=both[0].path)
    return Problem(Place(path), what, say("give this file another name"))


def _wished(found: list[Order], design: Design, wishes: Wishes) -> list[Order]:
    if wishes.example:
        found = _examples(found)
    if wishes.only:
        found = _only(found, wishes.only)
    by_itself = found
    if wishes.paper:
        found = _on_paper(found, wishes.paper, design)
    if wishes.scheme:
        found = _in_scheme(found, wishes.scheme, design)
    if wishes.booklet:
        found = booklets(found, design, named=bool(wishes.only))
    if wishes.fillable:
        found = filled_in_on_a_computer(found, by_itself, design)
    if wishes.large_print:
        found = _in_large_print(found, design)
    if wishes.people:
        found = _for_people(found, wishes.people, design)
    if wishes.copies:
        found = [replace(order, copies=wishes.copies) for order in found]
    found = [_blank(order) for order in found] if wishes.blank else found
    return varied(found, design, wishes)


def _blank(order: Order) -> Order:
    """The order without hulpvragen; a worked example stays what it is."""
    return replace(order, fill="leeg") if order.fill == "hulpvragen" else order


def _examples(found: Sequence[Order]) -> list[Order]:
    examples = [order for order in found if order.fill == "voorbeeld"]
    if not examples:
        canvases = [order.subjects[0] for order in found if isinstance(order.subjects[0], Canvas)]
        way_out = say("write voorbeeld: in its vakken") if canvases else say("name a canvas")
        raise UsageError(say("nothing here has a worked example"), way_out)
    return examples


def _only(found: list[Order], names: Sequence[str]) -> list[Order]:
    known = {name for order in found for name in (order.template, order.name)}
    for name in names:
        if name not in known:
            raise UsageError(say("nothing here makes {name}", name=name), nearest(name, known))
    return [order for order in found if order.template in names or order.name in names]


def _on_paper(found: list[Order], paper: str, design: Design) -> list[Order]:
    choices = {order.path: choice(design.templates[order.template], paper) for order in found}
    if not any(choices.values()):
        known = {name for order in found for name in design.templates[order.template].front.keuzes}
        way_out = nearest(paper, known) or say("leave --paper out")
        raise UsageError(say("nothing here can be made on {paper}", paper=paper), way_out)
    return [_on_other_paper(order, choices[order.path]) for order in found]


def _on_other_paper(order: Order, paper: str) -> Order:
    """The order on this paper, under a name that tells so: the file on its own paper stays."""
    if not paper or paper == order.paper:
        return order
    return replace(order, paper=paper, path=on_paper_path(order.path, paper))


def _in_large_print(found: Sequence[Order], design: Design) -> list[Order]:
    """What participants read in letters of 18 points, under a name that tells so; the rest stays as it is."""
    handouts = {name for name, template in design.templates.items() if template.front.grote_letter}
    if not any(order.template in handouts for order in found):
        way_out = say("it goes for {names}", names=", ".join(sorted(handouts)))
        raise UsageError(say("nothing here can be made in large print"), way_out)
    return [
        replace(order, large=True, path=suffixed(order.path, GROTE_LETTER)) if order.template in handouts else order
        for order in found
    ]


def _in_scheme(found: list[Order], scheme: str, design: Design) -> list[Order]:
    if scheme not in design.schemes:
        way_out = nearest(scheme, design.schemes) or say("`drukklaar list schemas` names them all")
        raise UsageError(say("there is no scheme named {name}", name=scheme), way_out)
    if not any(order.scheme for order in found):
        raise UsageError(say("nothing here comes on sheets"), say("leave --scheme out, or name a deck"))
    card = design.schemes[scheme].card
    papers = {order.path: paper_of_size(order, card, design) for order in found if order.scheme}
    if not any(papers.values()):
        what = say("no cards here are of {width} × {height} mm, as those of {name} are", name=scheme, **in_mm(card))
        raise UsageError(what, say("`drukklaar list schemas` names the size of each"))
    return [
        replace(order, scheme=scheme, paper=paper) if (paper := papers.get(order.path)) else order for order in found
    ]


def changed_since(found: Sequence[Order], since: str, known: History) -> list[Order]:
    """Of cards only those that have changed since a day or a build, with the numbers that they have in their deck.

    Raises UsageError where there are no cards, and for what is no day and no build.
    """
    if not since:
        return list(found)
    if not any(order.cards for order in found):
        raise UsageError(say("nothing here is a card"), say("leave --since out, or name a deck"))
    moment = moment_of(since, known)
    fresh = [_fresh(order, moment, known) for order in found if order.cards]
    return [replace(order, path=suffixed(order.path, f"sinds-{since}")) for order in fresh if order.subjects]


def _fresh(order: Order, moment: Since, known: History) -> Order:
    pairs = [
        (card, number)
        for card, number in zip(order.subjects, order.numbers, strict=True)
        if not isinstance(card, Deck) and changed(card, moment, known)
    ]
    return replace(order, subjects=tuple(card for card, _ in pairs), numbers=tuple(number for _, number in pairs))


DEELNEMERS = "deelnemers"
GROTE_LETTER = "grote-letter"


def _for_people(found: Sequence[Order], group: str, design: Design) -> list[Order]:
    """Beside each canvas and form of a session, one file with a copy for each participant, their name on it."""
    if group != DEELNEMERS:
        raise UsageError(say("--for knows {name} only", name=DEELNEMERS), nearest(group, (DEELNEMERS,)))
    named = [_named(order, design) for order in found]
    if not any(named):
        raise UsageError(say("nothing here has a line for a name, or no session is meant"), say("name a sessie"))
    return [order for order, personal in zip(found, named, strict=True) for order in personal or [order]]


def _named(order: Order, design: Design) -> list[Order]:
    personal = design.templates[order.template].front.persoonlijk
    if not order.participants or not personal or order.fill == "voorbeeld":
        return []
    if order.fillable:
        return file_for_each(order)
    return [replace(order, people=order.participants, copies=1, why=(), path=suffixed(order.path, DEELNEMERS))]
