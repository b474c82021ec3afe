"""The file opened by a word processor: what is to be read on paper."""

import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from docx import Document as DocxFile
from docx.oxml.ns import qn

from generator.word.looks import WordLooks
from generator.word.writer import write

from .test_writer import nasty

pytestmark = pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")),
    reason="LibreOffice (soffice) and pdftotext are not both on this machine",
)


def printed(path: Path, folder: Path) -> str:
    """The text of the file as a word processor prints it."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(path)]
    subprocess.run(convert, cwd=folder, check=True, capture_output=True, timeout=180)
    read = subprocess.run(["pdftotext", "-raw", f"{path.stem}.pdf", "-"], cwd=folder, check=True, capture_output=True)
    return read.stdout.decode()


def test_every_word_stands_on_paper(looks: WordLooks, tmp_path: Path) -> None:
    path = tmp_path / "draaiboek.docx"
    path.write_bytes(write(nasty(), looks))

    words = set(printed(path, tmp_path).split())
    expected = {f"w{number}" for number in (*range(7), *range(10, 15), *range(20, 28), *range(31, 38), 39, 41, 42)}
    assert expected <= words
    assert {"<naam>", "&", "<b>", "boven", "onder", "klok", "•"} <= words


def test_no_row_of_the_example_loses_its_end_at_the_foot_of_a_page(example: Path, tmp_path: Path) -> None:
    path = example / "goed-leven" / "05-experimenteren" / "draaiboek.docx"
    paragraphs = DocxFile(str(path)).element.body.iter(qn("w:p"))
    written = Counter(word for paragraph in paragraphs for word in plain_words(text_of(paragraph)))

    paper = printed(path, tmp_path)
    lost = written - Counter(plain_words(paper))
    squeezed = "".join(plain_words(paper))
    assert not [word for word in lost if word not in squeezed]  # without a dictionary a long word is cut anywhere


def text_of(paragraph: Any) -> str:
    return "".join(node.text or " " for node in paragraph.iter(qn("w:t"), qn("w:br"), qn("w:tab")))


def plain_words(text: str) -> list[str]:
    """Words without hyphens, since a line may end within one."""
    return re.sub(r"-\n?", "", text).split()
