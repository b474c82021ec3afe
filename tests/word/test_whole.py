"""Everything we write in Word opens without repair, says the same to LibreOffice, and is accessible."""

import json
import re
import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import page as validation
import pytest
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from openxml_audit import FileFormat, OpenXmlValidator

from generator.document.blocks import Box, Cell, Heading, Items, Paragraph, Row, Run, Table
from generator.word.looks import WordLooks
from generator.word.writer import write

from . import bases
from .accessible import faults, text_of
from .conftest import document_of, leaf
from .conversions import PDF_UA, converted, needs
from .kinds import BASES, each_kind
from .test_writer import nasty, paragraph


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return each_kind(tmp_path_factory.mktemp("kinds"))


@pytest.fixture(scope="module")
def laid(files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("laid")
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return sorted(folder.iterdir())


def test_every_kind_of_word_file_is_looked_at(files: dict[str, bytes]) -> None:
    words = ("draaiboek", "informatiebrief", "wrap-up", "invulbaar.", "invulbaar-bo", "grote-letter", *BASES)
    starts = (*BASES, "leeg", "vol", "wijk")

    assert [word for word in words if not any(word in name for name in files)] == []
    assert [word for word in starts if not any(name.startswith(f"{word}-") for name in files)] == []
    assert len(files) >= 30


# Validators


def sdk_faults(path: Path) -> list[str]:
    """What the validator of the Open XML SDK says of a file, as Microsoft 365 would open it."""
    command = ["ooxml-validator", str(path), "--officeVersion", "Microsoft365"]
    done = subprocess.run(command, capture_output=True, timeout=120)
    found = json.loads(done.stdout)
    assert found["ok"] == (done.returncode == 0)
    return [f"{path.name}: {error['description']}" for error in found["errors"]]


def audit_faults(path: Path) -> list[str]:
    """What openxml-audit says of a file."""
    found = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(str(path))
    return [f"{path.name}: {error}" for error in found.errors]


@needs("ooxml-validator")
def test_the_open_xml_sdk_finds_nothing(laid: list[Path]) -> None:
    with ThreadPoolExecutor(2) as pool:
        found = [fault for faults in pool.map(sdk_faults, laid) for fault in faults]

    assert found == []


def test_openxml_audit_finds_nothing(laid: list[Path]) -> None:
    assert [fault for path in laid for fault in audit_faults(path)] == []


def test_letters_that_break_out_of_xml_and_tables_within_tables_are_whole_too(looks: WordLooks, tmp_path: Path) -> None:
    path = tmp_path / "nasty.docx"
    path.write_bytes(write(nasty(), looks))

    assert audit_faults(path) == []


def broken(path: Path) -> Path:
    """A file in which a property stands where it may not."""
    file = docx.Document()
    run = file.add_paragraph("x").runs[0]._r
    run.append(parse_xml(f"<w:rPr {nsdecls('w')}><w:b/></w:rPr>"))
    file.save(str(path))
    return path


def test_openxml_audit_sees_a_broken_file(tmp_path: Path) -> None:
    assert audit_faults(broken(tmp_path / "x.docx"))


@needs("ooxml-validator")
def test_the_open_xml_sdk_sees_a_broken_file(tmp_path: Path) -> None:
    assert sdk_faults(broken(tmp_path / "x.docx"))


# LibreOffice


@needs("soffice")
def test_libreoffice_opens_and_saves_each_file_with_the_same_text(files: dict[str, bytes], tmp_path: Path) -> None:
    saved = converted(files, "docx", tmp_path)

    assert {name: words(data) for name, data in saved.items()} == {name: words(data) for name, data in files.items()}


def words(data: bytes) -> list[str]:
    body = docx.Document(BytesIO(data)).element.body
    return [word for line in body.iter(qn("w:p")) for word in text_of(line).split()]


FRAMES = "PDFUA1-CONTENT-TAGGING-001"
"""LibreOffice 7.4 draws the borders of paragraphs outside all marked content: those of fields to fill in."""
TABS = "PDFUA1-PAGE-TABS-001"
"""LibreOffice 7.4 writes `/Tabs (S)`, a text, on each page with an annotation: PDF 32000-1 table 30 asks `/S`."""


def rules(data: bytes) -> set[str]:
    """The rules of PDF/UA-1 that a file breaks."""
    return {failure.rule_id for failure in validation.validate_pdf_bytes(data, profile="ua1").failures}


@needs("soffice")
def test_libreoffice_makes_accessible_pdfs_of_all_but_the_borders_of_fields(
    files: dict[str, bytes], example: Path, tmp_path: Path
) -> None:
    folder = example / "goed-leven" / "05-experimenteren"
    own = {name: data for name, data in files.items() if not name.startswith(("brief-", "sjabloon-"))}
    own |= {path.name: path.read_bytes() for path in folder.glob("*.docx")}
    least = {"lijn.docx": framed(), "koppeling.docx": linked()}

    made = {name: rules(data) for name, data in converted({**own, **least}, PDF_UA, tmp_path).items()}

    its_own = [made.pop(name) for name in least]
    assert its_own[0] <= {FRAMES}
    assert its_own[1] <= {TABS}
    forms = {name for name in made if "invulbaar" in name}
    assert {name: found for name, found in made.items() if found and name not in forms} == {}
    assert {name: found - its_own[0] for name, found in made.items() if found - its_own[0]} == {}
    assert "draaiboek.docx" in made


def framed() -> bytes:
    """The least file with a border, by python-docx alone."""
    file = titled()
    side = '<w:left w:val="single" w:sz="8" w:space="4" w:color="000000"/>'
    file.add_paragraph("Een kader")._p.get_or_add_pPr().append(parse_xml(f"<w:pBdr {nsdecls('w')}>{side}</w:pBdr>"))
    return bases.saved(file)


def linked() -> bytes:
    """The least file with a link in a style, by python-docx alone."""
    file = titled()
    to = file.part.relate_to("https://example.org", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    run = '<w:r><w:rPr><w:rStyle w:val="Strong"/></w:rPr><w:t>buiten</w:t></w:r>'
    file.add_paragraph("Ga ")._p.append(parse_xml(f'<w:hyperlink {nsdecls("w", "r")} r:id="{to}">{run}</w:hyperlink>'))
    return bases.saved(file)


def titled() -> WordDocument:
    file = docx.Document()
    file.core_properties.title = "Titel"
    return file


# Accessible


def test_words_accessibility_rules_hold_in_every_file(files: dict[str, bytes]) -> None:
    found = {name: faults(data) for name, data in files.items()}

    assert {name: told for name, told in found.items() if told} == {}


@pytest.fixture
def sound(looks: WordLooks) -> WordDocument:
    """A file of ours without a fault, to break."""
    blocks = (
        Heading(1, (Run("Een"),), "kop1"),
        Heading(2, (Run("Twee"),), "kop2"),
        paragraph("tekst"),
        Items(((paragraph("punt"),),)),
        Box("tip", (Paragraph((Run("lees"), Run("de uitleg", link="https://example.org"))),)),
    )
    head = Row((Cell((paragraph("wat"),), "kolom"), Cell((paragraph("wie"),), "kolom")))
    row = Row((Cell((paragraph("opening"),)), Cell((paragraph("Ada"),))))
    table = Table((1, 1), head, (row, row), summary="Wie doet wat")
    return docx.Document(BytesIO(write(document_of(leaf(*blocks, table)), looks)))


def no_title(file: WordDocument) -> None:
    file.core_properties.title = ""


def no_language(file: WordDocument) -> None:
    lang = file.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    lang.getparent().remove(lang)


def heading_too_deep(file: WordDocument) -> None:
    file.paragraphs[1].style = file.styles["Heading 3"]


def head_that_does_not_repeat(file: WordDocument) -> None:
    mark = file.element.body.find(f".//{qn('w:tblHeader')}")
    mark.getparent().remove(mark)


def no_head_at_all(file: WordDocument) -> None:
    for look in file.element.body.iter(qn("w:tblLook")):
        look.set(qn("w:firstRow"), "0")
        look.set(qn("w:firstColumn"), "0")


def merged_cells(file: WordDocument) -> None:
    properties = file.element.body.find(f".//{qn('w:tcPr')}")
    properties.append(parse_xml(f"<w:vMerge {nsdecls('w')}/>"))


def exact_height(file: WordDocument) -> None:
    properties = file.element.body.find(f".//{qn('w:trPr')}")
    properties.append(parse_xml(f'<w:trHeight {nsdecls("w")} w:val="300" w:hRule="exact"/>'))


def picture_without_words(file: WordDocument) -> None:
    file.paragraphs[2].add_run().add_picture(BytesIO(bases.logo()))


def white_of_empty_paragraphs(file: WordDocument) -> None:
    for _ in range(2):
        file.paragraphs[2].insert_paragraph_before("")


def link_that_says_nothing(file: WordDocument) -> None:
    next(file.element.body.iter(qn("w:hyperlink"))).find(f".//{qn('w:t')}").text = "Klik hier"


def typed_list(file: WordDocument) -> None:
    for words in ("- een", "- twee"):
        file.paragraphs[2].insert_paragraph_before(words)


def spaces(file: WordDocument) -> None:
    file.paragraphs[2].add_run("ver      weg")


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (no_title, "has no title"),
        (no_language, "has no language"),
        (heading_too_deep, "heading 3 after 1"),
        (head_that_does_not_repeat, "is not repeated"),
        (no_head_at_all, "neither a head nor names"),
        (merged_cells, "are merged"),
        (exact_height, "hides what doesn't fit"),
        (picture_without_words, "has no words for who can't see it"),
        (white_of_empty_paragraphs, "empty paragraphs make white"),
        (link_that_says_nothing, "a link says nothing"),
        (typed_list, "was typed"),
        (spaces, "spaces make white"),
    ],
)
def test_each_guard_sees_its_fault(sound: WordDocument, fault: Callable[[Any], None], told: str) -> None:
    before = faults(bases.saved(sound))

    fault(sound)

    assert before == []
    assert [line for line in faults(bases.saved(sound)) if re.search(told, line)]
