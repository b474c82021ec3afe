"""What a file carries so that it can be read back: a mark on each paragraph of a field, and a part nobody sees."""

import json
from collections.abc import Callable, Sequence
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn

from generator.document.blocks import Block, Box, Cell, Heading, Items, Paragraph, Row, Run, Table
from generator.word import reader
from generator.word.basis import read_basis
from generator.word.looks import WordLooks
from generator.word.opening import opened
from generator.word.writer import write
from tests.word import bases
from tests.word.conftest import document_of, leaf

TOLD = {"kind": "sessie", "sessie": {"titel": "Één & <twee>"}}


def said(text: str, origin: str = "") -> Paragraph:
    return Paragraph((Run(text),), origin=origin)


EVERY_BLOCK: Sequence[Block] = (
    Heading(1, (Run("Titel"),), "titel", "anker", "titel"),
    said("vrij"),
    Items(((said("een"), said("meer")), (said("twee", "eigen"),)), origin="doelen"),
    Box("tip", (said("Tip"), Items(((said("rust"),),))), "tips"),
    Table((1, 1), None, (Row((Cell((said("10 min", "duur"),)), Cell((said("los"),)))),)),
    said("dubbel", "doel"),
    said("dubbel", "doel"),
)


def marked(data: bytes) -> dict[str, tuple[str, str]]:
    """Each mark of the file with the field that it stands for and the words of its paragraph."""
    fields = carried(data)["velden"]
    found = {}
    for paragraph in docx.Document(BytesIO(data)).element.iter(qn("w:p")):
        for start in paragraph.iter(qn("w:bookmarkStart")):
            if (name := start.get(qn("w:name"))) in fields:
                found[name] = fields[name], "".join(text.text or "" for text in paragraph.iter(qn("w:t")))
    return found


def carried(data: bytes) -> dict[str, dict[str, str]]:
    """What the file carries."""
    with ZipFile(BytesIO(data)) as file:
        text = file.read("customXml/item1.xml").decode()
    told: dict[str, dict[str, str]] = json.loads(docx.oxml.parse_xml(text.encode()).text)
    return told


def test_each_paragraph_of_a_field_bears_the_mark_of_that_field(looks: WordLooks) -> None:
    data = write(document_of(leaf(*EVERY_BLOCK)), looks, carried=lambda told: TOLD)

    assert list(marked(data).values()) == [
        ("titel", "Titel"), ("doelen", "een"), ("doelen", "meer"), ("eigen", "twee"), ("tips", "Tip"), ("tips", "rust"),
        ("duur", "10 min"), ("doel", "dubbel"), ("doel", "dubbel"),
    ]  # fmt: skip
    assert carried(data) == {**TOLD, "velden": {name: origin for name, (origin, _) in marked(data).items()}}


def test_marks_have_names_that_word_hides_and_ids_of_their_own(looks: WordLooks) -> None:
    file = docx.Document(BytesIO(write(document_of(leaf(*EVERY_BLOCK)), looks, carried=lambda told: TOLD)))

    starts = list(file.element.iter(qn("w:bookmarkStart")))
    ends = [end.get(qn("w:id")) for end in file.element.iter(qn("w:bookmarkEnd"))]
    names = [start.get(qn("w:name")) for start in starts]
    ids = [start.get(qn("w:id")) for start in starts]
    assert sorted(ids) == sorted(ends) == sorted(set(ids))
    assert len(set(names)) == len(names) == 10
    assert all(name.startswith("_dk") and len(name) <= 40 for name in names if name != "anker")


def test_what_is_carried_gives_the_same_bytes_each_time_and_nothing_else_changes(looks: WordLooks) -> None:
    document = document_of(leaf(*EVERY_BLOCK))

    data = write(document, looks, carried=lambda told: TOLD)

    assert data == write(document, looks, carried=lambda told: TOLD)
    with ZipFile(BytesIO(data)) as file, ZipFile(BytesIO(write(document, looks))) as bare:
        assert set(file.namelist()) - set(bare.namelist()) == {
            "customXml/item1.xml", "customXml/itemProps1.xml", "customXml/_rels/item1.xml.rels",
        }  # fmt: skip


def test_a_file_without_fields_carries_nothing(looks: WordLooks) -> None:
    document = document_of(leaf(said("vrij")))

    assert write(document, looks, carried=lambda told: TOLD) == write(document, looks)


@pytest.mark.parametrize("base", [bases.letterhead, bases.dutch_template, bases.bare])
def test_a_file_on_the_letterhead_of_somebody_is_read_back_too(base: Callable[[], bytes], looks: WordLooks) -> None:
    basis = read_basis(base(), "templates/basis.docx")
    blocks = (said("een", "doel"), Items(((said("twee"),), (said("drie"),)), origin="doelen"))

    data = write(document_of(leaf(*blocks)), looks, basis, carried=lambda told: {"gelezen": len(told.blocks)})

    told = reader.told(opened(data, "x.docx"))
    assert json.loads(told.carried)["gelezen"] == len(told.blocks)
    assert [getattr(block, "origin", "") for block in told.blocks] == ["doel", "doelen"]
    with ZipFile(BytesIO(data)) as file:
        assert len(set(file.namelist())) == len(file.namelist())
