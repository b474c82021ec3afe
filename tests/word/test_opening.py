"""A Word file is opened whole, and what is none or could do harm is refused in one line."""

import struct
import subprocess
import sys
import time
import warnings
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import GeneratorError
from generator.word import unpacking
from generator.word.opening import Package, opened, read
from generator.word.risks import risks_in

from .packages import MAIN, document, paragraph, parts_of, relation, relationships, word_file, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 30))
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"


def said(data: bytes) -> str:
    """What is said when the file is refused, which takes no longer than two seconds."""
    begin = time.process_time()
    with pytest.raises(GeneratorError) as caught:
        opened(data, "map/draaiboek.docx")
    assert time.process_time() - begin < 2
    line = str(caught.value)
    assert "\n" not in line
    assert line.startswith("map/draaiboek.docx:1:1: ")
    return line.removeprefix("map/draaiboek.docx:1:1: ")


def changed(**parts: str | bytes) -> bytes:
    """A good file with other parts; `document` is the one with the text."""
    named = {"document": "word/document.xml", "types": "[Content_Types].xml", "styles": "word/styles.xml"}
    return zipped(parts_of(paragraph("a"), styles="") | {named[name]: part for name, part in parts.items()})


def with_entry(name: str, data: bytes = b"x", kind: int = ZIP_DEFLATED) -> bytes:
    """A good file with one part more."""
    file = BytesIO(word_file(paragraph("a")))
    with warnings.catch_warnings(), ZipFile(file, "a") as archive:
        warnings.simplefilter("ignore")
        archive.writestr(ZipInfo(name), data, kind)
    return file.getvalue()


def test_a_word_file_is_opened_with_its_parts() -> None:
    package = opened(word_file(paragraph("a"), styles=""), "a.docx")

    assert package.main == "word/document.xml"
    assert package.first("styles") == "word/styles.xml"
    assert package.types["word/document.xml"] == MAIN
    assert package.tree(package.main).tag.endswith("}document")
    assert risks_in(package) == ()


@pytest.mark.parametrize(
    "kind",
    [
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    ],
)
def test_templates_and_files_with_macros_are_opened_too(kind: str) -> None:
    assert opened(word_file(paragraph("a"), main_type=kind), "a.dotx").types["word/document.xml"] == kind


def test_a_file_of_iso_strict_reads_as_any_other() -> None:
    parts = {
        name: part.replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/", "http://purl.oclc.org/ooxml/wordprocessingml/"
        ).replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/", "http://purl.oclc.org/ooxml/officeDocument/"
        )
        for name, part in parts_of(paragraph("a")).items()
        if isinstance(part, str)
    }
    package = opened(zipped(parts), "a.docx")

    words = package.tree(package.main).iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t")
    assert [word.text for word in words] == ["a"]


def test_a_file_in_utf_16_is_opened() -> None:
    data = changed(document=document(paragraph("é")).replace("UTF-8", "UTF-16").encode("utf-16"))

    assert opened(data, "a.docx").tree("word/document.xml") is not None


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"%PDF-1.7", "a PDF"),
        (b"{\\rtf1", "RTF"),
        (b"\xef\xbb\xbf\n <!DOCTYPE html><p>", "a web page"),
        (b"<html><body>", "a web page"),
        (b'<?xml version="1.0"?><pkg:package/>', "XML"),
        (b"Draaiboek", "no Word file"),
        (bytes(100), "no Word file"),
        (OLE + "WordDocument".encode("utf-16-le"), "of before 2007 (.doc)"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "locked with a password"),
        (OLE, "an Office file of before 2007"),
        (zipped({"a.txt": "a"}), "this zip is no Word file"),
        (zipped({"xl/workbook.xml": "<a/>"}), "a spreadsheet"),
        (zipped({"ppt/presentation.xml": "<a/>"}), "a presentation"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text", "META-INF/manifest.xml": ""}), "OpenDocument"),
        (zipped(parts_of("") | {"_rels/.rels": relationships("")}), "this zip is no Word file"),
        (changed(document="<a/>"), "this zip is no Word file"),
        (word_file("")[:-30], "its zip is damaged"),
        (word_file("")[:300], "its zip is damaged"),
    ],
)
def test_what_is_no_word_file_is_called_what_it_is(data: bytes, words: str) -> None:
    assert words in said(data)


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (f"<!DOCTYPE a [<!ENTITY l0 'ha'>{LAUGHS}]><a>&l29;</a>", "DOCTYPE"),
        (f"<!DOCTYPE a [<!ENTITY l '{'ha' * 100_000}'>]><a>{'&l;' * 100_000}</a>", "DOCTYPE"),
        ("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>", "DOCTYPE"),
        ("<!DOCTYPE a [<!ENTITY % x SYSTEM 'http://127.0.0.1:9/x'>%x;]><a/>", "DOCTYPE"),
        ("<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/x'><a/>", "DOCTYPE"),
        ("<!-- a --><?a?>\n<!DOCTYPE a><a/>".encode("utf-16"), "DOCTYPE"),
        ("<a>&x;</a>", "damaged"),
        ("<a>", "damaged"),
        ("", "damaged"),
        (f"<!--{' ' * 100_000}--><!DOCTYPE a><a/>", "damaged"),
        ('<?xml version="1.0" encoding="utf-7"?><a/>', "damaged"),
        ('<?xml version="1.0" encoding="rot13"?><a/>', "damaged"),
        ("<a>" * 300 + "</a>" * 300, "damaged"),
        ("<a>" + Random(1).randbytes(5_500_000).hex() + "</a>", "damaged"),
        ("<a" + "".join(f' b{n}="1"' for n in range(800_000)) + "/>", "damaged"),
        ("<a><b" + "".join(f' b{n}="1"' for n in range(1_000_000)) + "/></a>", "damaged"),
        ("<a>" + "<b/>" * 2_000_000 + "</a>", "2000000 tags"),
    ],
)
@pytest.mark.parametrize("name", ["document", "styles", "types"])
def test_xml_that_blows_up_or_reaches_out_is_refused(name: str, part: str | bytes, words: str) -> None:
    assert words in said(changed(**{name: part}))


@pytest.mark.parametrize(
    "name", ["../boven.xml", "word/../../a", "/etc/passwd", "word\\a.xml", "C:/a", "./a", "a\0.xml"]
)
def test_a_part_with_a_name_that_leads_out_is_refused(name: str) -> None:
    data = with_entry("boven" + "x" * (len(name) - 5)) if "\0" in name else with_entry(name)
    data = data.replace(("boven" + "x" * (len(name) - 5)).encode(), name.encode()) if "\0" in name else data

    assert "leads out of the file" in said(data)


@pytest.mark.parametrize("name", ["word/document.xml", "word/DOCUMENT.xml"])
def test_two_parts_of_one_name_are_refused(name: str) -> None:
    assert "two parts that are called" in said(with_entry(name))


def test_a_zip_with_a_password_is_refused() -> None:
    data = bytearray(word_file(""))
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(sign) + place
        data[at] |= 1

    assert "locked with a password" in said(bytes(data))


def test_another_way_of_packing_is_refused() -> None:
    assert "packed in a way" in said(with_entry("a.bin", kind=ZIP_BZIP2))


def test_a_zip_bomb_is_refused_while_it_is_unpacked() -> None:
    assert "packed too tightly" in said(with_entry("a.bin", bytes(60_000_000)))


def test_many_parts_that_are_large_together_are_refused() -> None:
    parts = parts_of("") | {f"word/media/{n}.bin": bytes(9_000_000) for n in range(6)}

    assert "unpacked it is larger than 50 MB" in said(zipped(parts))


def test_a_size_that_lies_is_not_believed() -> None:
    data = bytearray(with_entry("a.bin", bytes(60_000_000)))
    at = data.rindex(b"PK\x01\x02") + 24
    data[at : at + 4] = struct.pack("<I", 10)

    assert "read" in said(bytes(data))


def test_more_parts_than_a_word_file_has_are_refused() -> None:
    assert "more than 2000 parts" in said(zipped({f"a{n}": "" for n in range(2_001)}))


def test_a_million_parts_are_refused_before_they_are_listed() -> None:
    entry = b"PK\x01\x02" + bytes(42)
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 0xFFFF, 0xFFFF, len(entry) * 1_000_000, 4, 0)

    assert "more than 2000 parts" in said(b"PK\x03\x04" + entry * 1_000_000 + end)


def test_a_file_that_is_too_large_is_refused_unread() -> None:
    assert "larger than 50 MB" in said(b"PK\x03\x04" + bytes(unpacking.LARGEST))


def test_a_file_is_read_from_the_disk_no_further_than_its_bound(tmp_path: Path) -> None:
    path = tmp_path / "groot.docx"
    with path.open("wb") as file:
        file.truncate(10**12)

    with pytest.raises(GeneratorError, match="50 MB"):
        read(path, "groot.docx")


def test_a_long_table_may_be_packed_tightly() -> None:
    cell = f"<w:tc>{paragraph('15 min')}</w:tc>"
    row = f"<w:tr>{cell * 7}</w:tr>"

    assert isinstance(opened(word_file(f"<w:tbl>{row * 3000}</w:tbl>"), "a.docx"), Package)


def test_what_runs_or_leads_outside_the_file_is_named() -> None:
    code = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> INCLUDE</w:instrText></w:r><w:r>'
    code += '<w:instrText>TEXT "c:/a"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    links = (
        relation("b", "hyperlink", "https://a.nl", external=True)
        + relation("c", "image", "https://a.nl/spion.png", external=True)
        + relation("d", "oleObject", "embeddings/a.bin")
        + relation("e", "control", "activeX/a.xml")
        + relation("f", "aFChunk", "a.mht")
        + relation("g", "vbaProject", "vbaProject.bin")
        + relation("h", "frame", "https://a.nl/x", external=True)
    )
    parts = parts_of(code + '<w:p><w:fldSimple w:instr="PAGE"/></w:p>', links, MACROS, settings="")
    template = relation("a", "attachedTemplate", "https://a.nl/a.dotm", external=True)
    parts |= {"word/_rels/settings.xml.rels": relationships(template), "word/vbaProject.bin": b"x"}

    risks = risks_in(opened(zipped(parts), "a.docm"))

    assert [(risk.kind, risk.target) for risk in risks] == [
        ("link", "https://a.nl/spion.png"),
        ("object", "word/embeddings/a.bin"),
        ("control", "word/activeX/a.xml"),
        ("chunk", "word/a.mht"),
        ("macro", "word/vbaProject.bin"),
        ("link", "https://a.nl/x"),
        ("template", "https://a.nl/a.dotm"),
        ("field", 'INCLUDETEXT "c:/a"'),
    ]
    assert all(risk.target in str(risk.problem("a.docm")) for risk in risks)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_file_that_was_damaged_anywhere_is_opened_or_refused(data: st.DataObject) -> None:
    whole = bytearray(word_file(paragraph("a"), styles=""))
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))

    with suppress(GeneratorError):
        opened(bytes(whole), "a.docx")


BOMBS: dict[str, Callable[[], bytes]] = {
    "laughs": lambda: changed(document=f"<!DOCTYPE a [<!ENTITY l0 'ha'>{LAUGHS}]><a>&l29;</a>"),
    "marks": lambda: changed(document="<a>" + "<b/>" * 1_999_900 + "</a>"),
    "zip": lambda: with_entry("a.bin", bytes(500_000_000)),
    "parts": lambda: zipped({f"word/media/{n}.bin": bytes(9_900_000) for n in range(50)}),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_takes_no_more_than_300_megabytes(name: str, tmp_path: Path) -> None:
    path = tmp_path / "bom.docx"
    path.write_bytes(BOMBS[name]())
    code = (
        "import sys; from pathlib import Path; from generator.word.opening import read\n"
        "from generator.errors import GeneratorError\n"
        "try: read(Path(sys.argv[1]), 'a')\n"
        "except GeneratorError: print(Path('/proc/self/status').read_text().split('VmHWM:')[1].split()[0])"
    )
    used = subprocess.run([sys.executable, "-c", code, path], check=True, capture_output=True, text=True, timeout=20)

    assert int(used.stdout) < 300 * 1024
