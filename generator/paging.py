"""Documents → their pages: each laid out by its template, on the paper that was asked for."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from generator.design import Design
from generator.document.blocks import Area, Document, Heading, Leaf, Run
from generator.document.template import FrontMatter, Template
from generator.errors import Place
from generator.material.model import Deck
from generator.order import Order, template_of
from generator.page.fixed import Sheet
from generator.page.items import MM, Group, Page, Placed
from generator.page.layout import lay_out
from generator.page.paper import Paper
from generator.page.text import FACES
from generator.pdf.fonts import FontFiles, Fonts


def pages_of(documents: Sequence[Document], order: Order, design: Design) -> list[Page]:
    """The pages of all documents; each card, and each person's sheet that has two sides, begins on a front."""
    templates = [design.templates[order.template]] * len(documents)
    if order.cards:
        templates = [template_of(order, subject, design) for subject in order.subjects]
    each = {template.name: template for template in templates}
    layouts = {name: _Layout(template, order, design) for name, template in each.items()}
    pages: list[Page] = []
    for number, (document, template) in enumerate(zip(documents, templates, strict=True)):
        if _faces_its_back(order, number) and len(pages) % 2 == 0:
            pages.extend([replace(pages[-1], items=())] if pages else layouts[template.name].pages(_cover(order)))
        pages.extend(layouts[template.name].pages(document))
        if len(pages) % 2 and _starts_anew(order, template):
            pages.append(replace(pages[-1], items=()))
    return pages


def laid_out_as(order: Order, design: Design) -> Order:
    """The order without what its pages don't show: for equal ones, the same documents give the same pages."""
    return replace(
        order,
        path="", format="", title=order.title if order.booklet else "", scheme="", copies=1, participants=(),
        tiles="", bleed=bleed_of(order, design), press=False, why=(),
    )  # fmt: skip


def bleed_of(order: Order, design: Design) -> float:
    """How far what is cut off goes on, in points."""
    return design.schemes[order.scheme].bleed if order.scheme else order.bleed * MM


def _starts_anew(order: Order, template: Template) -> bool:
    """Whether what follows may not stand on the back of this: another card, or the sheet of somebody else."""
    if order.booklet and order.cards:
        return False
    return bool(order.cards) or (len(order.people) > 1 and template.front.drukwerk.zijden == "dubbel")


def _faces_its_back(order: Order, number: int) -> bool:
    """Whether what comes here is a card in a booklet: its front stands left, its back beside it."""
    return order.booklet and bool(order.cards) and not isinstance(order.subjects[number], Deck)


def _cover(order: Order) -> Document:
    """The first page of a booklet: its title."""
    area = Area("tekst", (Heading(1, (Run(order.title),), "kop1"),))
    return Document(order.title, order.language, (Leaf((area,), (), (), flows=True),))


class _Layout:
    """How the documents of a template are laid out for an order; what they have in common is worked out once."""

    def __init__(self, template: Template, order: Order, design: Design) -> None:
        front = template.front
        fonts = fonts_of(design, order.house)
        self._looks, self._accents = design.looks(
            front.stijl, order.language, fonts, order.house, order.large, order.inks
        )
        self._asked, base = design.paper(order.paper or front.papier), design.paper(front.papier)
        self._scale = _scale(_way(order, front), self._asked, base)
        paper = base if self._scale != 1 else self._asked
        self._sheet = Sheet(paper, Place(template.path), bleed_of(order, design) / self._scale, front.vervolg)

    def pages(self, document: Document) -> list[Page]:
        """The pages of one document; raises GeneratorError for what doesn't fit."""
        pages = lay_out(document, self._sheet, self._looks, self._accents)
        return pages if self._scale == 1 else [_scaled(page, self._scale, self._asked) for page in pages]


def _way(order: Order, front: FrontMatter) -> str:
    """What is done on other paper: a page that has no A5 of its own is drawn as small as a booklet is."""
    return "ja" if order.booklet and order.paper not in (front.papier, *front.keuzes) else front.schaal


def _scale(way: str, asked: Paper, base: Paper) -> float:
    """How many times as large a page is drawn as it is laid out: on paper of the same shape, where that is asked."""
    across = asked.upright.size.width / base.upright.size.width
    along = asked.upright.size.height / base.upright.size.height
    wanted = way == "ja" or (way == "groter" and across > 1)
    return min(across, along) if wanted and abs(across / along - 1) < 0.01 else 1.0


def _scaled(page: Page, scale: float, paper: Paper) -> Page:
    """The page drawn so many times as large, in the middle of paper that is a hair longer: ISO sizes are rounded."""
    size = (paper.lying if page.size.width > page.size.height else paper.upright).size
    left, top = (size.width - page.size.width * scale) / 2, (size.height - page.size.height * scale) / 2
    items = (Group(page.items, None, Placed(left, top, scale=scale)),)
    return replace(page, size=size, bleed=page.bleed * scale, items=items)


def white(documents: Sequence[Document], order: Order, design: Design) -> float:
    """What surely stays free round each page, in points: the paper's margins, unless a running head stands in them."""
    bleed = design.schemes[order.scheme].bleed if order.scheme else 0
    if bleed or any(document.header or document.footer for document in documents):
        return -bleed
    front = design.templates[order.template].front
    asked, base = design.paper(order.paper or front.papier), design.paper(front.papier)
    scale = _scale(_way(order, front), asked, base)
    paper = base if scale != 1 else asked
    return min(paper.left, paper.right, paper.top, paper.bottom) * scale


def fonts_of(design: Design, house: str = "") -> Fonts:
    """The fonts of a house style, loaded once in each process."""
    names = design.houses[house].house.lettertypen
    faces = tuple(design.files[getattr(names, face)] for face in FACES)
    return _fonts(faces, design.files[names.terugval])


@lru_cache(maxsize=16)
def _fonts(faces: tuple[Path, ...], fallback: Path) -> Fonts:
    return Fonts(FontFiles(dict(zip(FACES, faces, strict=True)), fallback))
