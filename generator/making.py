"""One order → the bytes of its file: the river, a line for each stage."""

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from generator.design import Design
from generator.design.house import Logo
from generator.design.words import TileLabels
from generator.document.blocks import Document
from generator.document.style import UnknownLookError
from generator.documents import fill, filling, told_in
from generator.errors import GeneratorError, Place, Problem, nearest, say
from generator.material.model import Sessie
from generator.order import Order, layout_of
from generator.page.assembly import Told, in_tiles
from generator.page.booklet import thickness, weight
from generator.page.imposition import fed
from generator.page.items import MM, Page
from generator.page.linking import unlinked
from generator.page.paper import Scheme
from generator.page.printer import OFFICE, Printer
from generator.page.tiling import TilePaper, TileWords
from generator.paging import fonts_of, laid_out_as, pages_of, white
from generator.pdf import writer as pdf
from generator.printing import is_single_sided, way_of
from generator.sheets import Laid, Press, Sides
from generator.word import looks as word_looks

if TYPE_CHECKING:
    from generator.word.own_template import Layout
    from generator.word.writer import Carried

EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
"""What files bear as their date unless SOURCE_DATE_EPOCH is set: the same input gives the same bytes."""


@dataclass(frozen=True)
class Setting:
    """What making needs beside the order; plain data, so that it can travel to another process."""

    design: Design
    made: datetime = EPOCH
    printer: Printer = OFFICE
    fit: bool = False

    @property
    def press(self) -> Press:
        """How pages come on paper."""
        return Press(fonts_of(self.design), self.printer, self.fit)


@dataclass(frozen=True)
class Made:
    """A finished file. `pages` is 0 where it can't be known (Word); `sheets` are the pieces of paper of one copy."""

    path: str
    data: bytes
    pages: int
    sheets: int
    warnings: tuple[Problem, ...] = ()


class _Shared:
    """What was filled and laid out last: files that are made after each other often say the same on other paper."""

    def __init__(self, design: Design) -> None:
        self._design = design
        self._told: tuple[Order, Logo | None] | None = None
        self._shown: Order | None = None
        self._documents: list[Document] = []
        self._pages: list[Page] = []

    def documents(self, order: Order) -> list[Document]:
        """What the file of an order says; raises GeneratorError."""
        told = told_in(order, self._design)
        if told != self._told:
            self._told = self._shown = None
            self._documents, self._told = fill(order, self._design), told
        return self._documents

    def pages(self, documents: Sequence[Document], order: Order) -> list[Page]:
        """The pages of these documents; raises GeneratorError."""
        shown = laid_out_as(order, self._design)
        if documents is not self._documents:
            return pages_of(documents, order, self._design)
        if shown != self._shown:
            self._shown = None
            self._pages, self._shown = pages_of(documents, order, self._design), shown
        return self._pages


def make(order: Order, setting: Setting) -> Made:
    """The file of an order; raises GeneratorError for a text that doesn't fit."""
    return _made(order, setting, _Shared(setting.design))


def make_all(orders: Iterable[Order], setting: Setting) -> Iterator[Made | GeneratorError]:
    """The file of each order in turn, or why it can't be made; what some that follow each other say is filled once."""
    shared = _Shared(setting.design)
    for order in orders:
        try:
            yield _made(order, setting, shared)
        except GeneratorError as error:
            yield error


def _made(order: Order, setting: Setting, shared: _Shared) -> Made:
    try:
        if order.is_job:
            return _job(order, setting, shared)
        layout = layout_of(order, setting.design)
        if layout:
            return Made(order.path, _laid_out(layout, order, setting), 0, 0)
        documents = shared.documents(order)
        if order.format == "docx":
            return Made(order.path, _word(documents[0], order, setting), 0, 0)
        with _no_collecting():
            return _pdf(documents, order, setting, shared)
    except UnknownLookError as error:
        what = say("the house style has nothing named {name}", name=error.name)
        place = Place(setting.design.templates[order.template].path)
        raise GeneratorError([Problem(place, what, nearest(error.name, error.known))]) from error


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Pages are values without circles: looking for circles among a million of them takes a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def made_as_pdf(documents: Sequence[Document], order: Order, setting: Setting) -> Made:
    """The PDF of documents that are filled already; raises GeneratorError for a text that doesn't fit."""
    with _no_collecting():
        return _pdf(documents, order, setting, _Shared(setting.design))


def _pdf(documents: Sequence[Document], order: Order, setting: Setting, shared: _Shared) -> Made:
    design = setting.design
    about = replace(documents[0], title=order.title or documents[0].title)
    if order.press:
        pages = [unlinked(page) for page in shared.pages(documents, order)]
        return Made(
            order.path, pdf.write_for_press(pages, about, fonts_of(design, order.house), setting.made), len(pages), 0
        )
    sides = _sides(documents, order, setting, shared)
    profile = design.files["kleurprofiel/sRGB.icc"].read_bytes()
    made = setting.made if setting.made != EPOCH else None
    scheme = design.schemes[order.scheme] if order.scheme else None
    pages, printing, single = sides.pages, None, is_single_sided(order, len(sides.pages), design)
    if scheme:
        pages, printing = fed(pages, scheme.turning), pdf.Printing(scheme.turning, order.copies)
    elif order.tiles:
        printing = pdf.Printing("enkelzijdig", order.copies)
    data = pdf.write(pages, about, fonts_of(design, order.house), profile, printing, made)
    sheets = len(pages) if single else (len(pages) + 1) // 2
    return Made(
        order.path, data, len(pages), 0 if order.fillable or (order.cards and not scheme) else sheets, sides.warnings
    )


def _sides(documents: Sequence[Document], order: Order, setting: Setting, shared: _Shared) -> Sides:
    """One copy of an order as it comes from a printer, front and back in turn."""
    design, press = setting.design, setting.press
    scheme = design.schemes[order.scheme] if order.scheme else None
    pages = shared.pages(documents, order)
    if order.tiles:
        return Sides(_in_tiles(pages, order.title or documents[0].title, order, design))
    if order.fillable or (order.cards and not scheme):
        return Sides(pages)
    template = design.templates[order.template]
    laid = Laid(pages, white(documents, order, design), f"{order.name}.{order.format}", Place(template.path))
    if scheme is None:
        return press.paper(laid)
    _as_large_as(pages, scheme, order, design)
    if order.booklet:
        return press.booklet(laid, scheme, thickness(weight(template.front.drukwerk.gewicht)))
    return press.sheets(laid, scheme)


def _as_large_as(pages: Sequence[Page], scheme: Scheme, order: Order, design: Design) -> None:
    """Raises GeneratorError for pages that are not of the size of the scheme's cards."""
    card = scheme.card
    for page in pages:
        if not page.size.is_near(card) and not (order.booklet and page.size.is_near(card.turned)):
            width, height = (f"{side / MM:.0f}" for side in (page.size.width, page.size.height))
            what = say(
                "its pages are {width} × {height} mm, and the cards of {scheme} are not",
                width=width,
                height=height,
                scheme=scheme.name,
            )
            place = Place(design.templates[order.template].path)
            raise GeneratorError([Problem(place, what, say("choose a scheme for this paper"))])


def _job(order: Order, setting: Setting, shared: _Shared) -> Made:
    """Everything that is printed in one way: all copies in order, each on a fresh sheet of paper.

    Where something in it has two sides, what has one gets empty backs.
    """
    design = setting.design
    with _no_collecting():
        files = [(other, _sides(shared.documents(other), other, setting, shared).pages) for other in order.about]
        single = all(is_single_sided(other, len(found), design) for other, found in files)
        pages: list[Page] = []
        for other, found in files:
            backed = found if single else _backed(found, is_single_sided(other, len(found), design))
            pages.extend([replace(side, reading=()) for side in backed] * other.copies)
        about = Document(order.title, order.language, ())
        profile = design.files["kleurprofiel/sRGB.icc"].read_bytes()
        made = setting.made if setting.made != EPOCH else None
        turning = "enkelzijdig" if single else way_of(order.about[0], design).turning
        fonts = fonts_of(design, order.house)
        data = pdf.write(fed(pages, turning), about, fonts, profile, pdf.Printing(turning), made)
    return Made(order.path, data, len(pages), len(pages) if single else len(pages) // 2)


def sides(order: Order, design: Design) -> list[Page]:
    """One copy of an order as it comes from a printer that nobody measured; raises GeneratorError."""
    shared = _Shared(design)
    return _sides(shared.documents(order), order, Setting(design), shared).pages


def _in_tiles(pages: Sequence[Page], title: str, order: Order, design: Design) -> list[Page]:
    """The pages in tiles, with a plan before those of each; raises GeneratorError where the fixed words lack theirs."""
    words: TileLabels | None = design.labels[order.language].get("tegels")
    if words is None:
        place = Place(f"templates/labels/{order.language}.yaml")
        raise GeneratorError([Problem(place, say("{key} is missing here", key="tegels"), say("add it"))])
    paper = design.papers[order.tiles]
    tile = TilePaper(paper.upright.size, design.tiles.rand, design.tiles.overlap)
    marks = TileWords(words.knip, words.lijm)
    told = Told(title, words.titel, words.samen, words.stappen, words.alt, marks)
    looks, _ = design.looks("basis", order.language, fonts_of(design, order.house), order.house, inks=order.inks)
    return in_tiles(pages, paper, tile, told, looks)


def _backed(printed: Sequence[Page], single: bool) -> list[Page]:
    """The sides with an empty back behind each, or behind the last where there is none."""
    empty = replace(printed[-1], items=())
    if single:
        return [page for side in printed for page in (side, empty)]
    return [*printed, empty] if len(printed) % 2 else list(printed)


def _word(document: Document, order: Order, setting: Setting) -> bytes:
    from generator.word import writer as word  # python-docx and lxml are loaded for Word files alone

    if order.fillable:  # boxes that stand under each other ask for no width
        document = replace(document, leaves=tuple(replace(leaf, lying=False) for leaf in document.leaves))
    design = setting.design
    return word.write(document, word_looks_of(order, setting), design.basis(order.house), _carried(order, design))


def word_looks_of(order: Order, setting: Setting, laid_on: word_looks.WordPage | None = None) -> word_looks.WordLooks:
    """How the Word file of an order looks; `laid_on` is the paper of a user's own file."""
    design = setting.design
    house, paper = design.houses[order.house].house, design.paper(order.paper).upright
    page = word_looks.WordPage(paper.size.width, paper.size.height, paper.left, paper.right, paper.top, paper.bottom)
    basis, front = design.basis(order.house), design.templates[order.template].front
    if basis and basis.page and (order.fillable or order.paper in ("", front.papier)):
        page = basis.page
    names = house.lettertypen
    return word_looks.WordLooks(
        style=design.style(front.stijl, order.house, order.large),
        palette=house.hex_palette(""),
        fonts=word_looks.WordFonts(names.naam, names.vervanger),
        page=laid_on or page,
        pictures={},
        modified=setting.made,
        photo=design.pictures.photo,
        large=order.large,
    )


def _carried(order: Order, design: Design) -> "Carried | None":
    """What a session's file carries so that it can be read back."""
    from generator.recognition.ours.carried import carried  # for Word files alone

    subject = order.subjects[0]
    if isinstance(subject, Sessie) and subject.geschreven:
        return partial(carried, subject, design.labels[order.language])
    return None


def _laid_out(layout: "Layout", order: Order, setting: Setting) -> bytes:
    """The user's own Word file, filled."""
    from generator.word import own_template  # as in `_word`

    filled = filling(order, setting.design)
    return own_template.write(layout, filled.names, filled.about, word_looks_of(order, setting, layout.page))
