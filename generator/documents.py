"""An order → what its file says: a document for each subject, or for each person."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from generator.design import Design
from generator.design.house import Logo
from generator.design.inks import PLAIN
from generator.document.blocks import Document
from generator.document.fillable import fillable
from generator.document.template import shared_names, shared_with_word
from generator.fillables import own_name
from generator.material.model import KINDS, Deck, Persoon, Sessie, Thing, benodigd
from generator.material.planning import Planning, Rol, plan, rollen
from generator.material.quantities import Paklijst, paklijst
from generator.material.sources import bronnen
from generator.order import Order, PrintLine, template_of
from generator.printing import printed

T = TypeVar("T")


def fill(order: Order, design: Design) -> list[Document]:
    """What the file says: a document for each subject, or one for each person."""
    if order.people:
        return [_filled(order, order.subjects[0], design, {"persoon": person}) for person in order.people]
    numbers = order.numbers or (0,) * len(order.subjects)
    pairs = zip(order.subjects, numbers, strict=True)
    return [_filled(order, subject, design, {"nummer": number}) for subject, number in pairs]


def told_in(order: Order, design: Design) -> tuple[Order, Logo | None]:
    """The order without what its documents don't tell: orders for which this is equal say the same."""
    plain = replace(
        order,
        path="", format="", title="", scheme="", copies=1, participants=(), booklet=False, tiles="", inks=PLAIN,
        bleed=0, press=False, house="", large=False, why=(),
    )  # fmt: skip
    return plain, _logo(order, design)


def _filled(order: Order, subject: Thing, design: Design, own: Mapping[str, object]) -> Document:
    template = template_of(order, subject, design)
    names = _names(order, subject, design, own)
    document = template.fill(subject, design.labels[order.language], names, order.language)
    if order.fillable:
        document = fillable(document, design.labels[order.language], own_name(order.people[0]) if order.people else "")
    return replace(document, source=subject_file(subject), author=_author(subject))


def _names(order: Order, subject: Thing, design: Design, own: Mapping[str, object]) -> dict[str, object]:
    """What a template is given beside its fixed words."""
    template = template_of(order, subject, design)
    names: dict[str, object] = {
        **dict.fromkeys(template.front.voor),
        subject.kind: subject,
        "benodigd": benodigd, "bronnen": _remembered(bronnen), "tekens": design.pictograms,
        "blanco": order.fill == "leeg", "uitvoering": order.fill,
        "persoon": None, "nummer": 0, "aantal": order.total, "papier": order.paper,
        "logo": _logo(order, design),
        **own,
    }  # fmt: skip
    if isinstance(subject, Sessie):
        names |= _about_session(subject, order, design)
    if isinstance(subject, Deck):
        names["kaarten"] = tuple(zip(order.numbers[1:], order.subjects[1:], strict=True))
    return names


@dataclass(frozen=True)
class Filling:
    """What fills a user's own Word file: the values of its fields, and what is known of the whole."""

    names: Mapping[str, Any]
    about: Document


def filling(order: Order, design: Design) -> Filling:
    """What the user's own Word file of an order is filled with; raises GeneratorError."""
    subject, label = order.subjects[0], design.labels[order.language]
    template = design.templates[order.template]
    names: dict[str, Any] = {**_names(order, subject, design, {}), "label": label}
    names |= shared_with_word(design.parts, names)
    about = Document(template.title(names), order.language, (), author=_author(subject), source=subject_file(subject))
    return Filling(names, about)


def hints(kind: str, design: Design) -> dict[str, Any]:
    """The names of which a user's own Word file for this kind of thing can choose, with their types."""
    known: dict[str, Any] = {
        kind: KINDS[kind], "label": next(iter(design.labels.values())), "benodigd": benodigd, "bronnen": bronnen,
        "tekens": frozenset[str], "blanco": bool, "uitvoering": str, "persoon": Persoon | None, "nummer": int,
        "aantal": int, "papier": str, "logo": Logo | None, **dict.fromkeys(shared_names(design.parts), Any),
    }  # fmt: skip
    if kind == Sessie.kind:
        known |= {
            "plan": Planning, "rollen": list[Rol], "paklijst": Paklijst, "volgende": Sessie | None,
            "bestanden": list[Order], "drukregels": tuple[PrintLine, ...],
        }  # fmt: skip
    return known | ({"kaarten": Any} if kind == Deck.kind else {})


def _logo(order: Order, design: Design) -> Logo | None:
    """The mark of the house style; none in a Word file whose base file shows one in its head or foot."""
    basis = design.basis(order.house) if order.format == "docx" else None
    return None if basis and basis.pictured else design.houses[order.house].house.logo


def _remembered(made: Callable[[Thing], T]) -> Callable[[Thing], T]:
    """The same, that works out what it gives of a thing once: a template may ask for it in a loop."""
    known: dict[int, T] = {}

    def remembered(thing: Thing) -> T:
        if id(thing) not in known:
            known[id(thing)] = made(thing)
        return known[id(thing)]

    return remembered


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
