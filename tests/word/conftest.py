"""Looks as a small huisstijl gives them, and blocks written to a Word file and read back."""

from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO

import docx
import pytest
from docx.document import Document as WordDocument

from generator.document.blocks import Area, Block, Document, Leaf
from generator.document.style import Style, TextStyle
from generator.word.looks import WordFonts, WordLooks, WordPage
from generator.word.writer import write

MM = 72 / 25.4

ROLES = {
    "tekst": TextStyle(10.5, 14, after=6),
    "lijst": TextStyle(10.5, 14, after=2),
    "kop1": TextStyle(18, 22, bold=True, colour="accent", after=8),
    "kop2": TextStyle(13, 16, bold=True, before=14, after=4),
    "kop3": TextStyle(10.5, 14, bold=True, before=8),
    "cel": TextStyle(9, 11.5, after=2),
    "celkop": TextStyle(8.5, 11, bold=True, colour="tweede"),
    "zeggen": TextStyle(10.5, 14, italic=True, after=6),
    "hulp": TextStyle(9, 12, colour="tweede"),
    "titel": TextStyle(26, 30, bold=True),
    "stap-naam": TextStyle(12, 15, bold=True),
}
PALETTE = {
    "tekst": "1A1A1A",
    "tweede": "4A4A4A",
    "lijn": "8C8C8C",
    "accent": "05625F",
    "link": "0B5394",
    "tint-let-op": "FBE9DF",
    "tint-tip": "E3F0EF",
    "tint-variant": "ECE6F4",
    "tint-pauze": "EDEDED",
}


def small_looks() -> WordLooks:
    """The looks of a small huisstijl."""
    return WordLooks(
        Style("draaiboek", ROLES, floor=9, line=9 * MM, gap=10, padding=6),
        PALETTE,
        WordFonts(),
        WordPage(210 * MM, 297 * MM, 22 * MM, 18 * MM, 18 * MM, 18 * MM),
        {},
        datetime(2027, 1, 5, 9, 30, tzinfo=UTC),
    )


@pytest.fixture
def looks() -> WordLooks:
    return small_looks()


def leaf(*blocks: Block, lying: bool = False) -> Leaf:
    return Leaf((Area("tekst", blocks),), ("tekst",), ("rest",), lying=lying, flows=True)


def document_of(*leaves: Leaf) -> Document:
    return Document("Draaiboek", "nl", leaves)


@pytest.fixture
def in_word(looks: WordLooks) -> Callable[..., WordDocument]:
    """Blocks in, the Word file that they make out."""
    return lambda *blocks: docx.Document(BytesIO(write(document_of(leaf(*blocks)), looks)))
