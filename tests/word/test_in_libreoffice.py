"""The file opened by a word processor: what is to be read on paper."""

import shutil
import subprocess
from pathlib import Path

import pytest

from generator.word.looks import WordLooks
from generator.word.writer import write

from .test_writer import nasty

pytestmark = pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")),
    reason="LibreOffice (soffice) and pdftotext are not both on this machine",
)


def test_every_word_stands_on_paper(looks: WordLooks, tmp_path: Path) -> None:
    (tmp_path / "draaiboek.docx").write_bytes(write(nasty(), looks))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), "draaiboek.docx"]
    subprocess.run(convert, cwd=tmp_path, check=True, capture_output=True, timeout=180)
    read = subprocess.run(["pdftotext", "draaiboek.pdf", "-"], cwd=tmp_path, check=True, capture_output=True)

    words = set(read.stdout.decode().split())
    expected = {f"w{number}" for number in (*range(7), *range(10, 15), *range(20, 28), *range(31, 38), 39, 41, 42)}
    assert expected <= words
    assert {"<naam>", "&", "<b>", "boven", "onder", "klok", "•"} <= words
