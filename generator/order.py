"""What is asked for → the files to make: which template, of what, on which paper."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.design import Design
from generator.document.template import Template
from generator.errors import GeneratorError, Place, Problem, UsageError, nearest, say
from generator.material.library import Key, Library
from generator.material.model import KINDS, Canvas, Deck, Formulier, Materiaal, Sessie, Thing, Werkvorm


@dataclass(frozen=True)
class Order:
    """One file: `path` is relative to the output folder; `scheme` is set for sheets."""

    path: str
    template: str
    subjects: tuple[Thing, ...]
    format: str
    title: str = ""
    paper: str = ""
    scheme: str = ""
    copies: int = 1
    blank: bool = False
    language: str = "nl"

    @property
    def name(self) -> str:
        """The file's name without folder and suffix."""
        return self.path.rpartition("/")[2].rpartition(".")[0]


@dataclass(frozen=True)
class Wishes:
    """What was asked on the command line, beside the names."""

    only: tuple[str, ...] = ()
    paper: str = ""
    scheme: str = ""
    copies: int = 1
    blank: bool = False


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


def orders(things: Iterable[Thing], design: Design, wishes: Wishes) -> list[Order]:
    """Each file once, in order. Raises UsageError for a wish that nothing here can meet, and GeneratorError where
    two things would be the same file.
    """
    made: dict[str, Order] = {}
    for order in (order for thing in things for order in _orders(thing, design)):
        first = made.setdefault(order.path, order)
        if first != order:
            raise GeneratorError([_clash(first, order)])
    return _wished(list(made.values()), design, wishes)


def _clash(*both: Order) -> Problem:
    """At the thing whose own name makes the path; else at the template of which there are two."""
    named = [order.subjects[0] for order in both if order.name.startswith(order.subjects[0].slug)]
    path = f"materials/{named[0].folder()}/{named[0].slug}.yaml" if named else f"templates/{both[1].template}.html"
    what = say("{path} would be this, and something else too", path=both[0].path)
    return Problem(Place(path), what, say("give this file another name"))


def _orders(thing: Thing, design: Design) -> Iterator[Order]:
    match thing:
        case Sessie():
            yield from _pack(thing, design)
        case Deck():
            yield from _cards(thing.kaarten, f"decks/{thing.slug}", thing.naam, design)
        case Werkvorm():
            yield from _cards((thing,), f"werkvormen/{thing.slug}", thing.naam, design)
        case Canvas() | Formulier():
            yield from _printed(thing, f"{thing.folder()}/{thing.slug}", "", design)
        case _:
            return


def _of_kind(kind: str, design: Design) -> Iterator[tuple[Template, str]]:
    """Each template for a kind, with each format that it is made in."""
    for template in design.templates.values():
        if template.front.voor == kind:
            for file_format in template.front.formaat:
                yield template, file_format


def _pack(sessie: Sessie, design: Design) -> Iterator[Order]:
    language = sessie.netwerk.taal
    for template, file_format in _of_kind("sessie", design):
        path = f"{sessie.slug}/{template.name}.{file_format}"
        yield Order(path, template.name, (sessie,), file_format, paper=template.front.papier, language=language)
    for need in _to_print(sessie.materialen):
        thing = need.canvas or need.formulier
        if thing:
            for order in _printed(thing, sessie.slug, need.papier or "", design):
                yield replace(order, language=language)
    if sessie.werkvormen:
        title = f"{sessie.netwerk.naam} – {sessie.titel}"
        for order in _cards(sessie.werkvormen, sessie.slug, title, design):
            yield replace(order, language=language)


def _to_print(materials: Sequence[Materiaal]) -> Iterator[Materiaal]:
    seen: set[tuple[str, str]] = set()
    for need in materials:
        thing = need.canvas or need.formulier
        if thing and (thing.kind, thing.slug) not in seen:
            seen.add((thing.kind, thing.slug))
            yield need


def _printed(thing: Canvas | Formulier, folder: str, paper: str, design: Design) -> Iterator[Order]:
    for template, file_format in _of_kind(thing.kind, design):
        name = thing.slug if template.name == thing.kind else f"{thing.slug}-{template.name}"
        order = Order(f"{folder}/{name}.{file_format}", template.name, (thing,), file_format)
        yield replace(order, paper=choice(template, paper) or template.front.papier)


def _cards(cards: tuple[Werkvorm, ...], folder: str, title: str, design: Design) -> Iterator[Order]:
    for template, file_format in _of_kind("werkvorm", design):
        name = template.front.bestand or template.name
        front = template.front
        order = Order(f"{folder}/{name}.{file_format}", template.name, cards, file_format, title, front.papier)
        yield order
        if front.imposition:
            yield replace(order, path=f"{folder}/{name}-vellen.{file_format}", scheme=front.imposition)


def choice(template: Template, paper: str) -> str:
    """The template's own choice that is of this size: A4 may mean `A4 liggend`; empty where it has none."""
    choices = template.front.keuzes or (template.front.papier,)
    if paper in choices:
        return paper
    return next((choice for choice in choices if paper and choice.partition(" ")[0] == paper), "")


def _wished(found: list[Order], design: Design, wishes: Wishes) -> list[Order]:
    if wishes.only:
        found = _only(found, wishes.only)
    if wishes.paper:
        found = _on_paper(found, wishes.paper, design)
    if wishes.scheme:
        found = _in_scheme(found, wishes.scheme, design)
    return [replace(order, copies=wishes.copies, blank=wishes.blank) for order in found]


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


def _in_scheme(found: list[Order], scheme: str, design: Design) -> list[Order]:
    if scheme not in design.schemes:
        raise UsageError(say("there is no scheme named {name}", name=scheme), nearest(scheme, design.schemes))
    if not any(order.scheme for order in found):
        raise UsageError(say("nothing here comes on sheets"), say("leave --scheme out, or name a deck"))
    return [replace(order, scheme=scheme) if order.scheme else order for order in found]


def _on_other_paper(order: Order, paper: str) -> Order:
    """The order on this paper, under a name that tells so: the file on its own paper stays."""
    if not paper or paper == order.paper:
        return order
    stem, _, suffix = order.path.rpartition(".")
    return replace(order, paper=paper, path=f"{stem}-{paper.partition(' ')[0].lower()}.{suffix}")
