"""A finished file and what should be in it: WrongOutputError where it isn't, for then its time says nothing."""

import re
import shutil
import subprocess
import unicodedata
import zipfile
from collections.abc import Mapping, Sequence
from html import unescape
from pathlib import Path

from pypdf import PdfReader


class WrongOutputError(Exception):
    """Pages or words are missing, or files that should not have been made were."""


Texts = Mapping[int, Sequence[str]]
"""The texts that stand on some pages, by the number of the page; 0 is the first."""


def pdf(path: Path, pages: int, texts: Texts) -> None:
    """Raises WrongOutputError unless the file has so many pages, and each text of a page stands on it whole."""
    reader = PdfReader(path)
    if len(reader.pages) != pages:
        raise WrongOutputError(f"{path.name} has {len(reader.pages)} pages, not {pages}")
    for number, wanted in texts.items():
        _holds(f"page {number + 1} of {path.name}", _on_page(path, number, reader), wanted)


def docx(path: Path, texts: Sequence[str]) -> None:
    """Raises WrongOutputError unless each text stands in the Word file whole."""
    with zipfile.ZipFile(path) as package:
        xml = package.read("word/document.xml").decode()
    _holds(path.name, unescape(re.sub(r"<[^>]+>", "", xml)), texts)


def _holds(name: str, found: str, wanted: Sequence[str]) -> None:
    letters = _letters(found)
    lost = [text for text in wanted if _letters(text) not in letters]
    if lost:
        raise WrongOutputError(f"{name} lacks {lost[0]!r}, and {len(lost) - 1} more texts")


def _on_page(path: Path, number: int, reader: PdfReader) -> str:
    """What a page says in the order in which it is drawn."""
    if not shutil.which("pdftotext"):
        return str(reader.pages[number].extract_text())
    page = str(number + 1)
    command = ["pdftotext", "-raw", "-f", page, "-l", page, str(path), "-"]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode()


def _letters(text: str) -> str:
    """Without white space, marks and hyphens: a line may end anywhere, also within a word."""
    return "".join(letter for letter in unicodedata.normalize("NFKC", text) if letter.isalnum())
