"""Documents → the sheets of a tagged, archivable PDF, as making.py makes them for an order."""

from collections.abc import Sequence

from generator.design import Design
from generator.document.blocks import Document
from generator.errors import Place
from generator.making import fonts_of
from generator.page.imposition import impose
from generator.page.layout import Sheet, lay_out
from generator.pdf.fonts import FACES
from generator.pdf.writer import Printing, write


def load(design: Design) -> None:
    """Reads the font files; no word of them is measured yet."""
    fonts = fonts_of(design)
    for face in FACES:
        fonts.face(face)


def sheets(documents: Sequence[Document], design: Design) -> bytes:
    """A6 cards four up on A4, fronts and backs."""
    front, scheme = design.templates["kaart"].front, design.schemes["kantoor"]
    fonts, profile = fonts_of(design), design.files["kleurprofiel/sRGB.icc"].read_bytes()
    looks, accents = design.looks(front.stijl, "nl", fonts)
    sheet = Sheet(design.paper(front.papier), Place("bench"), scheme.bleed, front.vervolg)
    pages = [page for document in documents for page in lay_out(document, sheet, looks, accents)]
    return write(impose(pages, scheme), documents[0], fonts, profile, Printing(scheme.turning))
