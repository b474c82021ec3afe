"""What one file is to be: a value that every later stage reads."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.design import Design
from generator.design.inks import PLAIN, Inks
from generator.document.template import Template
from generator.material.model import Persoon, Sessie, Thing
from generator.material.quantities import Post
from generator.material.werkvorm import Uitvoering
from generator.page.items import MM, Size

if TYPE_CHECKING:
    from generator.word.own_template import Layout


@dataclass(frozen=True)
class PrintLine:
    """A line of the print order; the fields are what its template names.

    `vellen` is what to buy for all copies, `taak` the file of --print-ready that holds it, empty without one.
    """

    bestand: str
    titel: str
    papier: str
    gewicht: int
    kleur: bool
    zijden: str
    rand: str
    aantal: int
    bladzijden: int
    vellen: int
    afwerking: str
    taak: str = ""


@dataclass(frozen=True)
class Order:
    """One file: `path` is relative to the output folder.

    `house` is the house style, empty for the workspace's own; `large` asks for large print. `scheme` is set for sheets,
    `tiles` names the paper on which a larger page is printed in parts. `cards` is set for files of cards, whose
    subjects have a template each by their kind. `numbers` are those of the cards within a deck of `total`. With
    `people`, some of the session's `participants`, the file holds a copy for each. One that is `fillable` is filled in
    on a computer. `following` is the session after this one. `about` are the other files that this one tells of
    (`lines`) or, as a print job, holds. A `booklet` is folded and stapled, on the sheets of its scheme. `bleed` is in
    millimetres; a `press` file is in CMYK for a print shop. `why` tells for what its copies are.
    """

    path: str
    template: str
    subjects: tuple[Thing, ...]
    format: str
    title: str = ""
    paper: str = ""
    scheme: str = ""
    copies: int = 1
    fill: Uitvoering = "hulpvragen"
    language: str = "nl"
    cards: str = ""
    numbers: tuple[int, ...] = ()
    total: int = 0
    participants: tuple[Persoon, ...] = ()
    people: tuple[Persoon, ...] = ()
    fillable: bool = False
    following: Sessie | None = None
    about: "tuple[Order, ...]" = ()
    lines: tuple[PrintLine, ...] = ()
    is_job: bool = False
    booklet: bool = False
    tiles: str = ""
    inks: Inks = PLAIN
    bleed: float = 0
    press: bool = False
    house: str = ""
    large: bool = False
    why: tuple[Post, ...] = field(default=(), repr=False)

    @property
    def name(self) -> str:
        """The file's name without folder and suffix."""
        return self.path.rpartition("/")[2].rpartition(".")[0]

    @property
    def folder(self) -> str:
        """The folder in which it stands, below the output folder."""
        return self.path.rpartition("/")[0]


@dataclass(frozen=True)
class Wishes:
    """What was asked on the command line, beside the names."""

    only: tuple[str, ...] = ()
    paper: str = ""
    scheme: str = ""
    copies: int = 0
    blank: bool = False
    example: bool = False
    people: str = ""
    fillable: bool = False
    print_ready: bool = False
    since: str = ""
    booklet: bool = False
    tiles: str = ""
    ink_saving: bool = False
    grey: bool = False
    bleed: float = 0
    color: str = ""
    large_print: bool = False


def templates_for(thing: Thing, design: Design) -> Iterator[Template]:
    """Each template that takes this thing: its kind, and its soort where the template asks for some."""
    for template in design.templates.values():
        front = template.front
        if thing.kind in front.voor and (not front.soort or getattr(thing, "soort", "") in front.soort):
            yield template


def template_of(order: Order, thing: Thing, design: Design) -> Template:
    """The template that makes this subject of the order."""
    if order.cards:
        for template in templates_for(thing, design):
            if template.front.bestand == order.cards:
                return template
    return design.templates[order.template]


def layout_of(order: Order, design: Design) -> "Layout | None":
    """The user's own Word file for an order; none where other paper, large print or fields to fill in are asked."""
    if order.format != "docx" or order.is_job or order.large or order.fillable:
        return None
    as_laid_out = order.paper in ("", design.templates[order.template].front.papier)
    return design.layouts.get(order.template) if as_laid_out else None


def choice(template: Template, paper: str) -> str:
    """The template's own choice that is of this size: A4 may mean `A4 liggend`; empty where it has none."""
    choices = template.front.keuzes or (template.front.papier,)
    if paper in choices:
        return paper
    return next((choice for choice in choices if paper and choice.partition(" ")[0] == paper), "")


def paper_of_size(order: Order, size: Size, design: Design) -> str:
    """The order's paper where it has this size, else the choice of its template that has; empty where none has.

    A size may be given lying or standing: what is laid on it says how it lies.
    """
    front = design.templates[order.template].front
    for name in (order.paper or front.papier, *front.keuzes):
        own = design.paper(name).size
        if any(own.is_near(way) for way in (size, size.turned)):
            return name
    return ""


def in_mm(size: Size) -> dict[str, str]:
    """The sides of a size for a message."""
    return {"width": f"{size.width / MM:g}", "height": f"{size.height / MM:g}"}


def on_paper_path(path: str, paper: str) -> str:
    """The path of the same file on other paper."""
    return suffixed(path, paper.partition(" ")[0].lower())


def suffixed(path: str, words: str) -> str:
    """The path of another form of the same file."""
    stem, _, suffix = path.rpartition(".")
    return f"{stem}-{words}.{suffix}"
