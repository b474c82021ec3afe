"""A writer of small files, and the files of the example."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from generator.design import Design
from generator.document.blocks import Document
from generator.page.items import Page
from generator.pdf.fonts import Fonts
from generator.pdf.writer import Printing, write

WriteBytes = Callable[..., bytes]
Write = Callable[..., pikepdf.Pdf]


@pytest.fixture(scope="session")
def write_bytes(design: Design, fonts: Fonts) -> WriteBytes:
    """Writes pages in the house's fonts: the bytes of the file."""
    profile = design.files["kleurprofiel/sRGB.icc"].read_bytes()

    def written(*pages: Page, title: str = "Proef", language: str = "nl", printing: Printing | None = None) -> bytes:
        return write(pages, Document(title, language, ()), fonts, profile, printing)

    return written


@pytest.fixture(scope="session")
def write_pdf(write_bytes: WriteBytes) -> Write:
    """Writes pages and opens the file again."""

    def written(*pages: Page, **how: object) -> pikepdf.Pdf:
        return pikepdf.open(BytesIO(write_bytes(*pages, **how)))

    return written


@pytest.fixture(scope="session")
def pdfs(example: Path) -> dict[str, Path]:
    """Each PDF of the example by its path."""
    return {path.relative_to(example).as_posix(): path for path in sorted(example.rglob("*.pdf"))}


@pytest.fixture(scope="session")
def opened(pdfs: dict[str, Path]) -> dict[str, pikepdf.Pdf]:
    """Each PDF of the example, open; tests only look."""
    return {name: pikepdf.open(path) for name, path in pdfs.items()}


def ending(opened: dict[str, pikepdf.Pdf], end: str) -> list[pikepdf.Pdf]:
    """The files whose path ends so; raises AssertionError when there are none."""
    found = [pdf for name, pdf in opened.items() if name.endswith(end)]
    assert found, end
    return found
