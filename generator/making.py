"""One order → the bytes of its file: the river, a line for each stage."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from generator.design import Design
from generator.document.blocks import Document
from generator.document.style import UnknownLookError
from generator.errors import GeneratorError, Place, Problem, nearest, say
from generator.material.model import Sessie, Thing, benodigd
from generator.material.planning import plan
from generator.order import Order
from generator.page.imposition import impose
from generator.page.items import Page
from generator.page.layout import Sheet, lay_out
from generator.page.text import FACES
from generator.pdf import writer as pdf
from generator.pdf.fonts import FontFiles, Fonts
from generator.word import looks as word_looks
from generator.word import writer as word

EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
"""What files bear as their date unless SOURCE_DATE_EPOCH is set: the same input gives the same bytes."""


@dataclass(frozen=True)
class Setting:
    """What making needs beside the order; plain data, so that it can travel to another process."""

    design: Design
    made: datetime = EPOCH


@dataclass(frozen=True)
class Made:
    """A finished file. `pages` is 0 where it can't be known (Word); `sheets` are the pieces of paper of one copy."""

    path: str
    data: bytes
    pages: int
    sheets: int


def make(order: Order, setting: Setting) -> Made:
    """The file of an order; raises GeneratorError for a text that doesn't fit."""
    documents = fill(order, setting.design)
    try:
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
    """What the file says: a document for each subject."""
    template = design.templates[order.template]
    words = design.labels[order.language]
    count = len(order.subjects)
    documents = []
    for number, subject in enumerate(order.subjects, 1):
        extra: dict[str, object] = {
            "benodigd": benodigd, "blanco": order.blank, "nummer": number if count > 1 else 0, "aantal": count
        }  # fmt: skip
        if isinstance(subject, Sessie):
            extra["plan"] = plan(subject)
        document = template.fill(subject, words, extra, order.language)
        documents.append(replace(document, source=subject_file(subject), author=_author(subject)))
    return documents


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
    fonts = fonts_of(design)
    scheme = design.schemes[order.scheme] if order.scheme else None
    pages = _pages(documents, order, design, scheme.bleed if scheme else 0)
    about = replace(documents[0], title=order.title or documents[0].title)
    profile = design.files["kleurprofiel/sRGB.icc"].read_bytes()
    made = setting.made if setting.made != EPOCH else None
    if scheme is None:
        data = pdf.write(pages, about, fonts, profile, made=made)
        return Made(order.path, data, len(pages), 0 if order.title else (len(pages) + 1) // 2)
    sheets = impose(pages, scheme)
    data = pdf.write(sheets, about, fonts, profile, pdf.Printing(scheme.turning, order.copies), made)
    return Made(order.path, data, len(sheets), len(sheets) if scheme.turning == "enkelzijdig" else len(sheets) // 2)


def _pages(documents: Sequence[Document], order: Order, design: Design, bleed: float) -> list[Page]:
    """The pages of all documents; those of a card are fronts and backs in turn."""
    template = design.templates[order.template]
    front = template.front
    looks, accents = design.looks(front.stijl, order.language, fonts_of(design))
    sheet = Sheet(design.paper(order.paper or front.papier), Place(template.path), bleed, front.vervolg)
    pages: list[Page] = []
    for document in documents:
        pages.extend(lay_out(document, sheet, looks, accents))
        if front.imposition and len(pages) % 2:
            pages.append(replace(pages[-1], items=()))
    return pages


def fonts_of(design: Design) -> Fonts:
    """The fonts of the house style, loaded once in each process."""
    names = design.house.lettertypen
    faces = tuple(design.files[getattr(names, face)] for face in FACES)
    return _fonts(faces, design.files[names.terugval])


@lru_cache(maxsize=4)
def _fonts(faces: tuple[Path, ...], fallback: Path) -> Fonts:
    return Fonts(FontFiles(dict(zip(FACES, faces, strict=True)), fallback))


def _word(document: Document, order: Order, setting: Setting) -> bytes:
    design = setting.design
    names, paper = design.house.lettertypen, design.paper(order.paper).upright
    front = design.templates[order.template].front
    page = word_looks.WordPage(paper.size.width, paper.size.height, paper.left, paper.right, paper.top, paper.bottom)
    looks = word_looks.WordLooks(
        style=design.house.style(front.stijl),
        palette=design.house.hex_palette(""),
        fonts=word_looks.WordFonts(names.naam, names.vervanger),
        page=page,
        pictures={},
        modified=setting.made,
    )
    return word.write(document, looks)
