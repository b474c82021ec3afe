"""Documents → the sheets of a tagged, archivable PDF, as making.py makes them for an order."""

from collections.abc import Sequence

from generator.design import Design
from generator.document.blocks import Document
from generator.making import Setting, made_as_pdf
from generator.order import Order


def sheets(documents: Sequence[Document], design: Design) -> bytes:
    """A6 cards four up on A4, fronts and backs, as `drukklaar build` makes them."""
    order = Order("kaarten-vellen.pdf", "kaart", (), "pdf", "Kaarten", scheme="kantoor")
    return made_as_pdf(documents, order, Setting(design)).data
