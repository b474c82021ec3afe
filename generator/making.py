"""One order → the bytes of its file: the river, a line for each stage."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from generator.design import Design
from generator.design.words import TileLabels
from generator.document.blocks import Area, Document, Heading, Leaf, Run
from generator.document.fillable import fillable
from generator.document.style import UnknownLookError
from generator.document.template import FrontMatter, Template
from generator.errors import GeneratorError, Place, Problem, nearest, say
from generator.fillables import own_name
from generator.material.model import Deck, Sessie, Thing, benodigd
from generator.material.planning import plan, rollen
from generator.material.quantities import paklijst
from generator.material.sources import bronnen
from generator.order import Order, template_of
from generator.page.assembly import Told, in_tiles
from generator.page.booklet import thickness, weight
from generator.page.imposition import fed
from generator.page.items import MM, Group, Page, Placed
from generator.page.layout import Sheet, lay_out
from generator.page.linking import unlinked
from generator.page.paper import Paper, Scheme
from generator.page.printer import OFFICE, Printer
from generator.page.text import FACES
from generator.page.tiling import TilePaper, TileWords
from generator.pdf import writer as pdf
from generator.pdf.fonts import FontFiles, Fonts
from generator.printing import is_single_sided, printed, way_of
from generator.sheets import Laid, Press, Sides
from generator.word import looks as word_looks
from generator.word import writer as word

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


def make(order: Order, setting: Setting) -> Made:
    """The file of an order; raises GeneratorError for a text that doesn't fit."""
    try:
        if order.is_job:
            return _job(order, setting)
        documents = fill(order, setting.design)
        if order.format == "docx":
            return Made(order.path, _word(documents[0], order, setting), 0, 0)
        return made_as_pdf(documents, order, setting)
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


def made_as_pdf(documents: Sequence[Document], order: Order, setting: Setting) -> Made:
    """The PDF of documents that are filled already; raises GeneratorError for a text that doesn't fit."""
    with _no_collecting():
        return _pdf(documents, order, setting)


def _pdf(documents: Sequence[Document], order: Order, setting: Setting) -> Made:
    design = setting.design
    about = replace(documents[0], title=order.title or documents[0].title)
    if order.press:
        pages = [unlinked(page) for page in _pages(documents, order, design)]
        return Made(
            order.path, pdf.write_for_press(pages, about, fonts_of(design, order.house), setting.made), len(pages), 0
        )
    sides = _sides(documents, order, setting)
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


def _sides(documents: Sequence[Document], order: Order, setting: Setting) -> Sides:
    """One copy of an order as it comes from a printer, front and back in turn."""
    design, press = setting.design, setting.press
    scheme = design.schemes[order.scheme] if order.scheme else None
    pages = _pages(documents, order, design)
    if order.tiles:
        return Sides(_in_tiles(pages, order.title or documents[0].title, order, design))
    if order.fillable or (order.cards and not scheme):
        return Sides(pages)
    template = design.templates[order.template]
    laid = Laid(pages, _white(documents, order, design), f"{order.name}.{order.format}", Place(template.path))
    if scheme is None:
        return press.paper(laid)
    _as_large_as(pages, scheme, order, design)
    if order.booklet:
        return press.booklet(laid, scheme, thickness(weight(template.front.drukwerk.gewicht)))
    return press.sheets(laid, scheme)


def _white(documents: Sequence[Document], order: Order, design: Design) -> float:
    """What surely stays free round each page, in points: the paper's margins, unless a running head stands in them."""
    bleed = design.schemes[order.scheme].bleed if order.scheme else 0
    if bleed or any(document.header or document.footer for document in documents):
        return -bleed
    front = design.templates[order.template].front
    asked, base = design.paper(order.paper or front.papier), design.paper(front.papier)
    scale = _scale(_way(order, front), asked, base)
    paper = base if scale != 1 else asked
    return min(paper.left, paper.right, paper.top, paper.bottom) * scale


def _job(order: Order, setting: Setting) -> Made:
    """Everything that is printed in one way: all copies in order, each on a fresh sheet of paper.

    Where something in it has two sides, what has one gets empty backs.
    """
    design = setting.design
    with _no_collecting():
        files = [(other, _sides(fill(other, design), other, setting).pages) for other in order.about]
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
    return _sides(fill(order, design), order, Setting(design)).pages


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


def _pages(documents: Sequence[Document], order: Order, design: Design) -> list[Page]:
    """The pages of all documents; each card, and each person's sheet that has two sides, begins on a front."""
    templates = [design.templates[order.template]] * len(documents)
    if order.cards:
        templates = [template_of(order, subject, design) for subject in order.subjects]
    pages: list[Page] = []
    for number, (document, template) in enumerate(zip(documents, templates, strict=True)):
        if _faces_its_back(order, number) and len(pages) % 2 == 0:
            pages.extend([replace(pages[-1], items=())] if pages else _cover(templates[0], order, design))
        pages.extend(_laid_out(document, template, order, design))
        if len(pages) % 2 and _starts_anew(order, template):
            pages.append(replace(pages[-1], items=()))
    return pages


def _starts_anew(order: Order, template: Template) -> bool:
    """Whether what follows may not stand on the back of this: another card, or the sheet of somebody else."""
    if order.booklet and order.cards:
        return False
    return bool(order.cards) or (len(order.people) > 1 and template.front.drukwerk.zijden == "dubbel")


def _faces_its_back(order: Order, number: int) -> bool:
    """Whether what comes here is a card in a booklet: its front stands left, its back beside it."""
    return order.booklet and bool(order.cards) and not isinstance(order.subjects[number], Deck)


def _cover(template: Template, order: Order, design: Design) -> list[Page]:
    """The first page of a booklet: its title."""
    area = Area("tekst", (Heading(1, (Run(order.title),), "kop1"),))
    cover = Document(order.title, order.language, (Leaf((area,), (), (), flows=True),))
    return _laid_out(cover, template, order, design)


def _laid_out(document: Document, template: Template, order: Order, design: Design) -> list[Page]:
    front = template.front
    fonts = fonts_of(design, order.house)
    looks, accents = design.looks(front.stijl, order.language, fonts, order.house, order.large, order.inks)
    asked, base = design.paper(order.paper or front.papier), design.paper(front.papier)
    scale = _scale(_way(order, front), asked, base)
    bleed = design.schemes[order.scheme].bleed if order.scheme else order.bleed * MM
    sheet = Sheet(base if scale != 1 else asked, Place(template.path), bleed / scale, front.vervolg)
    pages = lay_out(document, sheet, looks, accents)
    return pages if scale == 1 else [_scaled(page, scale, asked) for page in pages]


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


def fonts_of(design: Design, house: str = "") -> Fonts:
    """The fonts of a house style, loaded once in each process."""
    names = design.houses[house].house.lettertypen
    faces = tuple(design.files[getattr(names, face)] for face in FACES)
    return _fonts(faces, design.files[names.terugval])


@lru_cache(maxsize=16)
def _fonts(faces: tuple[Path, ...], fallback: Path) -> Fonts:
    return Fonts(FontFiles(dict(zip(FACES, faces, strict=True)), fallback))


def _word(document: Document, order: Order, setting: Setting) -> bytes:
    design = setting.design
    house, paper = design.houses[order.house].house, design.paper(order.paper).upright
    names = house.lettertypen
    front = design.templates[order.template].front
    page = word_looks.WordPage(paper.size.width, paper.size.height, paper.left, paper.right, paper.top, paper.bottom)
    if order.fillable:  # boxes that stand under each other ask for no width
        document = replace(document, leaves=tuple(replace(leaf, lying=False) for leaf in document.leaves))
    looks = word_looks.WordLooks(
        style=design.style(front.stijl, order.house, order.large),
        palette=house.hex_palette(""),
        fonts=word_looks.WordFonts(names.naam, names.vervanger),
        page=page,
        pictures={},
        modified=setting.made,
        photo=design.pictures.photo,
    )
    return word.write(document, looks)
