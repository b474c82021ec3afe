"""An order → what its file says: a document for each subject, or for each person."""

from collections.abc import Mapping
from dataclasses import replace

from generator.design import Design
from generator.document.blocks import Document
from generator.document.fillable import fillable
from generator.fillables import own_name
from generator.material.model import Deck, Sessie, Thing, benodigd
from generator.material.planning import plan, rollen
from generator.material.quantities import paklijst
from generator.material.sources import bronnen
from generator.order import Order, template_of
from generator.printing import printed


def fill(order: Order, design: Design) -> list[Document]:
    """What the file says: a document for each subject, or one for each person."""
    if order.people:
        return [_filled(order, order.subjects[0], design, {"persoon": person}) for person in order.people]
    numbers = order.numbers or (0,) * len(order.subjects)
    pairs = zip(order.subjects, numbers, strict=True)
    return [_filled(order, subject, design, {"nummer": number}) for subject, number in pairs]


def _filled(order: Order, subject: Thing, design: Design, own: Mapping[str, object]) -> Document:
    template = template_of(order, subject, design)
    names: dict[str, object] = {
        **dict.fromkeys(template.front.voor),
        subject.kind: subject,
        "benodigd": benodigd, "bronnen": bronnen, "tekens": design.pictograms,
        "blanco": order.fill == "leeg", "uitvoering": order.fill,
        "persoon": None, "nummer": 0, "aantal": order.total, "papier": order.paper,
        "logo": design.houses[order.house].house.logo,
        **own,
    }  # fmt: skip
    if isinstance(subject, Sessie):
        names |= _about_session(subject, order, design)
    if isinstance(subject, Deck):
        names["kaarten"] = tuple(zip(order.numbers[1:], order.subjects[1:], strict=True))
    document = template.fill(subject, design.labels[order.language], names, order.language)
    if order.fillable:
        document = fillable(document, design.labels[order.language], own_name(order.people[0]) if order.people else "")
    return replace(document, source=subject_file(subject), author=_author(subject))


def _about_session(sessie: Sessie, order: Order, design: Design) -> dict[str, object]:
    return {
        "plan": plan(sessie),
        "rollen": rollen(sessie),
        "paklijst": paklijst(sessie),
        "volgende": order.following,
        "bestanden": printed(order.about, design),
        "drukregels": order.lines,
    }


def subject_file(thing: Thing) -> str:
    """How messages name the file of a thing."""
    if isinstance(thing, Sessie):
        network, _, name = thing.slug.partition("/")
        return f"materials/{thing.folder()}/{network}/sessies/{name}.yaml"
    return f"materials/{thing.folder()}/{thing.slug}.yaml"


def _author(subject: Thing) -> str:
    return (subject.netwerk.organisatie or subject.netwerk.naam) if isinstance(subject, Sessie) else ""
