"""A file of ours that somebody saved in LibreOffice is read as the same, but for the summary of a table (7.4)."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.document.blocks import Block, Box, Cell, Heading, Items, LineBreak, Paragraph, Row, Run, Table
from generator.word.writer import write

from .conftest import document_of, leaf, small_looks
from .reading import read, said
from .test_reader import CARRIED, comparable

pytestmark = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice (soffice) is not on this machine")


def items(*texts: str, mark: str = "punt", start: int = 1) -> Items:
    return Items(tuple((said(text),) for text in texts), mark, start)


FIELDS: list[Block] = [
    Heading(1, (Run("Titel"),), "titel", origin="titel"),
    Items(((said("een"), said("meer")), (said("twee"),)), origin="doelen"),
    Paragraph((Run("dubbel"),), origin="doel"),
    Paragraph((Run("dubbel"),), origin="doel"),
    Box("tip", (said("tip"),), "tips"),
]
DOCUMENTS: dict[str, list[Block]] = {
    "letters": [
        Heading(1, (Run("Titel"),), "titel"),
        Heading(2, (Run("Kop"),), "kop2"),
        said("tekst ", Run("vet", bold=True), " ", Run("schuin", italic=True), " ", Run("beide", True, True)),
        Paragraph((Run("een"), LineBreak(), Run("twee"))),
        said("zie ", Run("hier", link="https://a.nl/?b=1&c=2"), "."),
        said("klein", role="hulp"),
    ],
    "lists": [
        items("a", "b"),
        said("tussen"),
        items("c", "d", mark="cijfer", start=4),
        items("e", mark="vink"),
        Items(((said("f"), said("gaat door"), items("g", "h", mark="cijfer")), (said("i"), items("j"))), "cijfer"),
        items("k", mark="cijfer"),
    ],
    "boxes": [
        Box("zeggen", (said("Welkom, ", Run("allemaal", italic=True)), said("ga zitten"))),
        Box("tip", (said("een"), items("a", "b"))),
        Box("tip", (said("twee"),)),
        Box("let-op", (said("kop", role="hulp"), items("c", mark="cijfer"))),
        Items(((said("stap"), Box("variant", (said("anders"),))), (said("stap"),)), "cijfer"),
    ],
    "tables": [
        Table(
            (1, 2, 1),
            Row((Cell((said("Tijd"),), "kolom"), Cell((said("Wat"),), "kolom"), Cell((said("Wie"),), "kolom"))),
            (
                Row((Cell((said("13:00"),)), Cell((items("a", "b"), Box("tip", (said("t"),)), said("na"))), Cell(()))),
                Row((Cell((said("rij"),), "rij"), Cell((said("breed"),), span=2))),
            ),
        ),
    ],
}


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which LibreOffice saved all documents anew."""
    folder = tmp_path_factory.mktemp("libreoffice")
    for name, made in {**DOCUMENTS, "fields": FIELDS}.items():
        (folder / f"{name}.docx").write_bytes(
            write(document_of(leaf(*made)), small_looks(), carried=lambda told: CARRIED)
        )
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = [str(path) for path in sorted(folder.glob("*.docx"))]
    convert = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(folder / "uit"),
    ]
    subprocess.run([*convert, *files], check=True, capture_output=True, timeout=180)
    return folder / "uit"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_libreoffice_saved_is_read_as_the_same(name: str, saved: Path) -> None:
    told = read((saved / f"{name}.docx").read_bytes())

    assert comparable(told.blocks) == comparable(DOCUMENTS[name])


def test_what_libreoffice_saved_still_tells_from_which_field_it_comes(saved: Path) -> None:
    told = read((saved / "fields.docx").read_bytes())

    assert json.loads(told.carried)["sessie"] == CARRIED["sessie"]
    assert [getattr(block, "origin", None) for block in told.blocks] == ["titel", "doelen", "doel", "doel", "tips"]
