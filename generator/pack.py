"""A thing in; the orders for everything that is made of it, each in the amount that is needed, out."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from generator.design import Design
from generator.document.template import Template
from generator.material.model import Begrip, Canvas, Deck, Formulier, Materiaal, Plaat, Sessie, Thing, Werkvorm
from generator.material.quantities import Benodigd, Post, benodigdheden, post_for, posten
from generator.material.werkvorm import Uitvoering
from generator.order import Order, choice, on_paper_path, templates_for


@dataclass(frozen=True)
class Asked:
    """What the command line names beside what comes by itself, and the sessions of all networks, in their order."""

    names: frozenset[str] = frozenset()
    sessions: tuple[Sessie, ...] = ()

    @cached_property
    def _following(self) -> dict[str, Sessie]:
        return {one.slug: other for one, other in pairwise(self.sessions) if one.netwerk.slug == other.netwerk.slug}

    def after(self, sessie: Sessie) -> Sessie | None:
        """The session that follows in the same network."""
        return self._following.get(sessie.slug)


def orders_of(thing: Thing, design: Design, asked: Asked) -> Iterator[Order]:
    """Every file that is made of a thing."""
    match thing:
        case Sessie():
            yield from _pack(thing, design, asked)
        case Deck():
            yield from _deck(thing, design, asked)
        case Werkvorm() | Begrip():
            folder = f"{thing.folder()}/{thing.slug}"
            yield from _cards((thing,), Deckbox(folder, thing.naam), design, asked.names)
        case Canvas() | Formulier() | Plaat():
            yield from _both(thing, thing.folder(), design)
        case _:
            return


def _both(thing: Canvas | Formulier | Plaat, folder: str, design: Design) -> Iterator[Order]:
    """A thing to print, and its worked example where it has one."""
    yield from _printed(thing, "", "hulpvragen", folder, design)
    if isinstance(thing, Canvas) and thing.heeft_voorbeeld:
        yield from _printed(thing, "", "voorbeeld", folder, design)


def _wanted(template: Template, names: Iterable[str]) -> bool:
    """Whether it is made by itself, or asked for by its own name or that of its file."""
    return template.front.vanzelf != "nee" or bool({template.name, template.front.bestand}.intersection(names))


def _pack(sessie: Sessie, design: Design, asked: Asked) -> Iterator[Order]:
    """The documents of a session, what its programme and its network ask for, and its cards."""
    posts = posten(sessie)
    named = {post.materiaal.document or "" for post in posts}
    posts.extend(post_for(sessie, need) for need in _unsaid(sessie, design, asked, named))
    needs = benodigdheden(_on_its_paper(post, design) for post in posts)
    made = [
        *_documents(sessie, needs, design),
        *_needed(sessie, needs, design),
        *_cards_of_session(sessie, needs, design),
    ]
    following = asked.after(sessie)
    people = sessie.netwerk.deelnemers
    house = sessie.netwerk.huisstijl or ""
    made = [replace(order, house=house) for order in made]
    for order in made:
        of_next = following if _speaks_of_next(order, design) else None
        yield replace(order, language=sessie.netwerk.taal, following=of_next, participants=people)


def _speaks_of_next(order: Order, design: Design) -> bool:
    """Whether the session that follows goes into the file: then it is made again when that one changes."""
    return order.template in design.layouts or design.templates[order.template].speaks_of("volgende")


def _unsaid(sessie: Sessie, design: Design, asked: Asked, named: Collection[str]) -> Iterator[Materiaal]:
    """The documents that no list of materials names and that are made all the same.

    Those are what is always made, what the command line names, and for a network without a pakket all others.
    """
    made = [(template.name, template) for template in templates_for(sessie, design) if template.name not in named]
    for template in _card_templates(sessie.werkvormen, design, asked.names):
        if not {template.name, template.front.bestand}.intersection(named):
            made.append((template.front.bestand or template.name, template))
    for name, template in made:
        way = template.front.vanzelf
        if way == "altijd" or (way == "ja" and not sessie.netwerk.pakket) or {name, template.name} & asked.names:
            yield Materiaal.model_validate({"document": name, "per": template.front.per})


def _on_its_paper(post: Post, design: Design) -> Post:
    """The post with the paper that its thing comes on, so that one paper under two names is one paper."""
    printed = post.materiaal.gedrukt
    template = design.templates.get(post.materiaal.document or "")
    template = next(templates_for(printed, design), None) if printed else template
    if template is None:
        return post
    paper = choice(template, post.materiaal.papier or "") or template.front.papier
    return replace(post, materiaal=post.materiaal.model_copy(update={"papier": paper}))


def _documents(sessie: Sessie, needs: Sequence[Benodigd], design: Design) -> Iterator[Order]:
    for template in templates_for(sessie, design):
        front = template.front
        named = [need for need in needs if need.materiaal.document == template.name]
        for number, need in enumerate(named):
            paper = choice(template, need.materiaal.papier or "") or front.papier
            for file_format in front.formaat:
                path = f"{sessie.slug}/{template.name}.{file_format}"
                printed = front.drukwerk.printen and file_format == "pdf"
                yield Order(
                    on_paper_path(path, paper) if number else path, template.name, (sessie,), file_format,
                    paper=paper, scheme=front.imposition, copies=(need.aantal or 1) if printed else 1, why=need.posten,
                )  # fmt: skip


def _cards_of_session(sessie: Sessie, needs: Sequence[Benodigd], design: Design) -> Iterator[Order]:
    """The cards of its werkvormen, where something names them."""
    named = {need.materiaal.document or "": need for need in needs}
    box = Deckbox(sessie.slug, f"{sessie.netwerk.naam} – {sessie.titel}")
    for order in _cards(sessie.werkvormen, box, design, named):
        need = named.get(order.cards) or named.get(order.template)
        if need:
            yield replace(order, copies=need.aantal or 1, why=need.posten)


def _needed(sessie: Sessie, needs: Sequence[Benodigd], design: Design) -> Iterator[Order]:
    """What the materials of the programme name: canvases, forms and posters, each way of it once."""
    given: dict[str, Thing] = {}
    for need in needs:
        thing, paper, fill = need.materiaal.gedrukt, need.materiaal.papier or "", need.materiaal.uitvoering
        if thing:
            for order in _printed(thing, paper, fill, sessie.slug, design):
                once_more = given.get(order.path) is thing
                path = on_paper_path(order.path, order.paper) if once_more else order.path
                given.setdefault(path, thing)
                yield replace(order, path=path, copies=need.aantal or 1, why=need.posten)


_SUFFIXES = {"hulpvragen": "", "leeg": "-leeg", "voorbeeld": "-voorbeeld"}


def _printed(
    thing: Canvas | Formulier | Plaat, paper: str, fill: Uitvoering, folder: str, design: Design
) -> Iterator[Order]:
    for template in templates_for(thing, design):
        front = template.front
        own = "" if front.soort or template.name == thing.kind else f"-{template.name}"
        for file_format in front.formaat:
            path = f"{folder}/{thing.slug}{own}{_SUFFIXES[fill]}.{file_format}"
            chosen = choice(template, paper) or front.papier
            yield Order(path, template.name, (thing,), file_format, paper=chosen, fill=fill)


@dataclass(frozen=True)
class Deckbox:
    """Where the files of some cards come, their title, and whether each card bears its number."""

    folder: str
    title: str
    numbered: bool = True


def _deck(deck: Deck, design: Design, asked: Asked) -> Iterator[Order]:
    names = asked.names | set(deck.documenten)
    box = Deckbox(f"decks/{deck.slug}", deck.naam, deck.nummers)
    house = (deck.sessie.netwerk.huisstijl or "") if deck.sessie else ""
    for order in (replace(order, house=house) for order in _cards(deck.kaarten, box, design, names)):
        index = any(t.front.bestand == order.cards for t in templates_for(deck, design))
        if deck.index and index:
            yield replace(order, subjects=(deck, *order.subjects), numbers=(0, *order.numbers))
        else:
            yield order
    for template in templates_for(deck, design):
        if not template.front.bestand and _wanted(template, names):
            for file_format in template.front.formaat:
                path = f"{box.folder}/{template.name}.{file_format}"
                yield Order(path, template.name, (deck,), file_format, paper=template.front.papier, house=house)


def _card_templates(cards: Sequence[Thing], design: Design, names: Iterable[str]) -> list[Template]:
    """A template for each file of cards: that of the first card that has one; each kind has its own beside it."""
    found: dict[str, Template] = {}
    for kind in dict.fromkeys(card.kind for card in cards):
        first = next(card for card in cards if card.kind == kind)
        for template in templates_for(first, design):
            if _wanted(template, names):
                found.setdefault(template.front.bestand or template.name, template)
    return list(found.values())


def _cards(cards: Sequence[Thing], box: Deckbox, design: Design, names: Iterable[str]) -> Iterator[Order]:
    for template in _card_templates(cards, design, names) if cards else ():
        front = template.front
        name = front.bestand or template.name
        own = tuple(
            card for card in cards if any((t.front.bestand or t.name) == name for t in templates_for(card, design))
        )
        total = len(own) if box.numbered and len(own) > 1 else 0
        numbers = tuple(range(1, len(own) + 1)) if total else (0,) * len(own)
        for file_format in front.formaat:
            order = Order(
                f"{box.folder}/{name}.{file_format}", template.name, own, file_format, box.title, front.papier,
                cards=front.bestand, numbers=numbers, total=total,
            )  # fmt: skip
            yield order
            if front.imposition:
                yield replace(order, path=f"{box.folder}/{name}-vellen.{file_format}", scheme=front.imposition)
