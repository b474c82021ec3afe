"""What each document kind must tell of its subject: texts that have to stand in it, each in one piece."""

from collections.abc import Callable, Iterable, Iterator

from generator.design import Design
from generator.material.definition import Definition, Thing
from generator.material.model import (
    Begrip,
    Canvas,
    Deck,
    Formulier,
    Materiaal,
    Onderdeel,
    Plaat,
    Sessie,
    Werkvorm,
    benodigd,
    everything_in,
)
from generator.material.planning import plan, rollen
from generator.material.quantities import paklijst
from generator.order import Order

CHOSEN = {"dimensie", "moment", "fase", "setting", "energie", "soort", "per", "reserve", "uitvoering", "taal", "teken"}
"""Fields that choose or sort: a label of the same meaning is printed, or nothing."""
OUTSIDE = CHOSEN | {"slug", "geschreven", "trefwoorden", "raster", "icoon", "papier", "url", "Vak.naam"}
"""What no document prints as it is written; a web address is a link or a QR code."""
MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip

Texts = Iterator[str]
Teller = Callable[["Thing", Order, Design], Texts]


def every_text(value: object, but: Iterable[str] = ()) -> Texts:
    """Each text of a definition but those in some fields; of another thing that it names only the name."""
    left_out = OUTSIDE.union(but)
    if isinstance(value, Definition):
        for name in type(value).model_fields:
            if not left_out.intersection((name, f"{type(value).__name__}.{name}")):
                yield from _in_field(getattr(value, name), but)
    else:
        yield from _in_field(value, but)


def _in_field(value: object, but: Iterable[str]) -> Texts:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _in_field(each, but)
    elif isinstance(value, Materiaal):
        yield from _material(value)
    elif isinstance(value, Thing):
        yield name_of(value)
    elif isinstance(value, Definition):
        yield from every_text(value, but)


def name_of(thing: Thing) -> str:
    return str(getattr(thing, "naam", None) or getattr(thing, "titel", ""))


def _material(material: Materiaal) -> Texts:
    if not material.document:  # that is printed by the label of the document
        yield material.titel


def _date(session: Sessie) -> Texts:
    if session.datum:
        yield f"{session.datum.day} {MONTHS[session.datum.month - 1]} {session.datum.year}"


def _duration(werkvorm: Werkvorm) -> Texts:
    if werkvorm.duur:
        yield str(werkvorm.duur)


# cards


def _card(thing: Thing, order: Order, design: Design) -> Texts:
    assert isinstance(thing, Werkvorm)
    yield from every_text(thing)
    yield from _duration(thing)
    group = thing.groep
    if group and group.min and group.max:
        yield f"{group.min}–{group.max}"
    if thing.dimensie or thing.fase:
        yield (thing.dimensie or thing.fase or "").capitalize()


def _begrip(thing: Thing, order: Order, design: Design) -> Texts:
    assert isinstance(thing, Begrip)
    yield from every_text(thing)
    yield f"{thing.soort.capitalize()} {thing.nummer or ''}".strip()


def _mini(thing: Thing, order: Order, design: Design) -> Texts:
    yield name_of(thing)
    if isinstance(thing, Werkvorm):
        yield from _duration(thing)
        yield from [thing.groep.indeling] if thing.groep and thing.groep.indeling else []
    elif isinstance(thing, Begrip) and thing.kort:
        yield thing.kort


def _index(thing: Thing, order: Order, design: Design) -> Texts:
    assert isinstance(thing, Deck)
    yield from every_text(thing, ("werkvormen", "begrippen", "sessie", "decks", "documenten"))
    yield from map(name_of, thing.kaarten)


# sheets to write on, and posters


def _canvas(thing: Thing, order: Order, design: Design) -> Texts:
    assert isinstance(thing, Canvas)
    left_out = {"leeg": ("uitleg", "hulp", "voorbeeld"), "hulpvragen": ("voorbeeld",), "voorbeeld": ("hulp",)}
    yield from every_text(thing, left_out[order.fill])
    if order.fill == "voorbeeld":  # with one question in each box, so that what is filled in has room
        yield from (question for vak in thing.vakken for question in vak.hulp[:1])


def _form(thing: Thing, order: Order, design: Design) -> Texts:
    assert isinstance(thing, Formulier)
    yield from every_text(thing)


def _poster(thing: Thing, order: Order, design: Design) -> Texts:
    assert isinstance(thing, Plaat)
    yield from every_text(thing, ("punten", "rijen"))
    for point in thing.punten:
        yield from (text for text in (point.titel, point.uitleg) if text)
    for row in thing.rijen:
        yield from (*filter(None, [row.titel]), *row.cellen, *map(name_of, row.werkvormen))
    for listed in thing.lijsten:
        yield from listed.punten


# documents of a session


OF_A_NETWORK = ("Netwerk.organisatie", "Netwerk.omschrijving", "Netwerk.deelnemers", "Netwerk.pakket")
OF_A_PERSON = ("Persoon.organisatie", "Persoon.rol")
LEFT_TO_CARDS = ("wat", "wanneer", "doel", "opbrengst", "tips", "groep", "materialen", "varianten", "naam", "overig")
"""What the draaiboek leaves to the cards, of a werkvorm in its programme."""


def _draaiboek(thing: Thing, order: Order, design: Design) -> Texts:
    session = _session(thing)
    yield from every_text(session, ("netwerk", "facilitators", "Onderdeel.blok", *OF_A_PERSON))
    yield from (session.netwerk.naam, session.netwerk.thema, *_date(session))
    yield from (person.naam for person in session.begeleiding)
    for blok in plan(session).blokken:
        yield from (str(blok.begin), blok.naam)
    for part in session.programma:
        yield from (name for need in benodigd(part) for name in _material(need))
        for werkvorm in part.werkvorm:
            yield from every_text(werkvorm, LEFT_TO_CARDS)
            yield from (variant.tekst for variant in werkvorm.varianten if variant.tekst)
    for werkvorm in session.varianten:
        yield from every_text(werkvorm, ("Groep.min", "Groep.max"))
        yield from _duration(werkvorm)


def _session(thing: Thing) -> Sessie:
    assert isinstance(thing, Sessie)
    return thing


def _blocks(session: Sessie) -> Texts:
    for blok in plan(session).blokken:
        yield f"{blok.begin} {blok.naam}"


def _programme(thing: Thing, order: Order, design: Design) -> Texts:
    session = _session(thing)
    yield from (session.titel, session.netwerk.naam, *_blocks(session), str(session.einde or plan(session).einde))


def _where(session: Sessie) -> Texts:
    yield from (text for text in (session.locatie, session.ruimte) if text)


def _opening(thing: Thing, order: Order, design: Design) -> Texts:
    session = _session(thing)
    yield from (session.titel, session.netwerk.naam, session.netwerk.thema, str(session.begin), *_date(session))
    yield from [place for place in (session.ruimte or session.locatie,) if place]


def _for_participants(thing: Thing, order: Order, design: Design) -> Texts:
    session = _session(thing)
    yield from _programme(session, order, design)
    yield from (session.netwerk.thema, *_date(session), *_where(session))
    yield from (person.naam for person in session.begeleiding)


def _letter(thing: Thing, order: Order, design: Design) -> Texts:
    session = _session(thing)
    yield from (session.titel, session.netwerk.naam, session.netwerk.thema, *_date(session), *_where(session))
    yield from (*session.doelen, *_blocks(session), *(task.tekst for task in session.huiswerk))
    for person in session.begeleiding:
        yield f"{person.naam} {person.organisatie or ''}".strip()


def _wrap_up(thing: Thing, order: Order, design: Design) -> Texts:
    session = _session(thing)
    yield from (session.titel, session.netwerk.naam, *_date(session))
    yield from (blok.naam for blok in plan(session).blokken if not blok.pauze)
    yield from (name_of(each) for each in session.werkvormen if each not in session.varianten)
    yield from (need.titel for need in session.materialen if need.gedrukt)
    yield from (person.naam for person in session.begeleiding)
    if order.following:
        yield from (order.following.titel, *_date(order.following))
        yield from (task.tekst for task in order.following.huiswerk)


def _notes(thing: Thing, order: Order, design: Design) -> Texts:
    session = _session(thing)
    yield from (session.titel, session.netwerk.naam, *_date(session))


def _present(thing: Thing, order: Order, design: Design) -> Texts:
    session = _session(thing)
    for number, person in enumerate(session.netwerk.deelnemers, 1):
        yield f"{number} {person.naam} {person.organisatie or ''}".strip()


def _badges(thing: Thing, order: Order, design: Design) -> Texts:
    session = _session(thing)
    for person in (*session.begeleiding, *session.netwerk.deelnemers):
        yield " ".join(text for text in (person.naam, person.organisatie, person.rol) if text)


def _sources(thing: Thing, order: Order, design: Design) -> Texts:
    yield from [_session(thing).titel] if isinstance(thing, Sessie) else [name_of(thing)]
    for other in everything_in(thing):
        for source in getattr(other, "bron", ()):
            yield from (source.titel, name_of(other))
            yield from (str(text) for text in (source.auteur, source.jaar, source.url, source.licentie) if text)
            yield from (
                [f"{name_of(other)}, {'p. ' * source.pagina[0].isdigit()}{source.pagina}"] if source.pagina else []
            )


def _strips(thing: Thing, order: Order, design: Design) -> Texts:
    for rol in rollen(_session(thing)):
        yield rol.naam[:1].upper() + rol.naam[1:]
        for beurt in rol.beurten:
            part: Onderdeel = beurt.moment.onderdeel
            yield f"{beurt.moment.begin or 'vooraf'} {part.onderdeel}"
            yield from (f"{stretch.duur} min: {stretch.tekst}" for stretch in beurt.delen)
            yield from map(name_of, part.werkvorm)


def _packing(thing: Thing, order: Order, design: Design) -> Texts:
    session = _session(thing)
    listed = paklijst(session)
    needs = [*listed.meenemen, *listed.op_locatie, *(need for _, needs in listed.alternatieven for need in needs)]
    for need in needs:
        yield f"{'' if need.aantal is None else need.aantal} {need.materiaal.titel}"
        yield from (post.onderdeel for post in need.posten if post.onderdeel)
    yield from (f"{other.copies} {other.name}" for other in order.about if _is_printed(other, design))


def _is_printed(order: Order, design: Design) -> bool:
    drukwerk = design.templates[order.template].front.drukwerk
    return drukwerk.printen and order.format == "pdf" and (order.scheme != "" or not order.cards)


def _print_order(thing: Thing, order: Order, design: Design) -> Texts:
    yield _session(thing).titel
    for line in order.lines:
        yield from (line.bestand, f"{line.bladzijden} {line.aantal} {line.vellen}")


TELLERS: dict[str, Teller] = {
    "afspraken": _form,
    "begripkaart": _begrip,
    "bronnenlijst": _sources,
    "canvas": _canvas,
    "canvas-tekening": _canvas,
    "checklist": _form,
    "deelnemersprogramma": _for_participants,
    "draaiboek": _draaiboek,
    "indexkaart": _index,
    "informatiebrief": _letter,
    "kaart": _card,
    "mini": _mini,
    "naamkaartjes": _badges,
    "notitieblad": _notes,
    "openingsflap": _opening,
    "overzicht": _poster,
    "paklijst": _packing,
    "plaat": _poster,
    "presentielijst": _present,
    "printopdracht": _print_order,
    "programmaflap": _programme,
    "reflectie": _form,
    "rolstroken": _strips,
    "scan": _form,
    "wrap-up": _wrap_up,
}
"""What each template must tell."""
