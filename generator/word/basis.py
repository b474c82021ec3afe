"""The bytes of an organisation's Word file → what our documents are made on; what could do harm is refused."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from docx.opc.constants import CONTENT_TYPE
from lxml import etree  # type: ignore[import-untyped]  # lxml brings no types

from generator.errors import GeneratorError, Message, Place, Problem, say
from generator.word import names
from generator.word.lending import Lender
from generator.word.letterhead import Letterhead
from generator.word.looks import WordPage
from generator.word.opening import Package, opened
from generator.word.risks import Risk, risks_in
from generator.word.unpacking import unpack

_TYPES = "[Content_Types].xml"
_STRICT = b"http://purl.oclc.org/ooxml/"
_FIRST_LINES = 10_000
"""Bytes in which the root of a part names its namespaces."""


@dataclass(frozen=True)
class Basis:
    """A base file that was looked at: `data` is a .docx, also where it came as a template.

    `page` is its paper with its margins, where it says so. `lacking` are the styles of Word's own that it misses, as
    its user knows them. It is `pictured` if its head or foot shows a picture. `size` is that of its plain text, in
    points.
    """

    data: bytes = field(repr=False)
    page: WordPage | None
    lacking: tuple[str, ...]
    pictured: bool
    size: float


def read_basis(data: bytes, path: str) -> Basis:
    """The base file that the bytes are; `path` is what messages call it. Raises GeneratorError."""
    package = opened(data, path)
    problems = [Problem(Place(path), what, way_out) for what, way_out in _faults(package)]
    if problems:
        raise GeneratorError(problems)
    whole = _as_document(data, package)
    file = docx.Document(BytesIO(whole))
    lender, letterhead = Lender(file.styles.element), Letterhead(file)
    lacking = tuple(shown for name, shown in names.SHOWN.items() if lender.find("paragraph", name) is None)
    return Basis(whole, letterhead.page, lacking, letterhead.is_pictured, lender.size)


def _faults(package: Package) -> Iterator[tuple[Message, Message]]:
    """Why this file can't be built on, each with a way out."""
    yield from ((risk.words, _way_out(risk)) for risk in risks_in(package))
    if _STRICT in package.parts[package.main][:_FIRST_LINES]:
        yield say("this is a Strict Open XML document"), say("save it in Word as “Word document (.docx)”")
    for name in ("", *package.names):
        for relation in package.related(name).values():
            if not relation.external and relation.target not in package.names:
                what = say("this Word file is damaged: {name} is not in it", name=relation.target)
                yield what, say("open it in Word or LibreOffice and save it as .docx")
    if package.first("styles") is None:
        yield say("this Word file has no styles"), say("open it in Word or LibreOffice and save it as .docx")


def _way_out(risk: Risk) -> Message:
    if risk.kind == "macro":
        return say("save it in Word as .docx or .dotx, without macros")
    if risk.kind == "template":
        return say("take the template off in Word, under Developer > Document Template, and save it")
    return say("take it out in Word; a picture can be pasted into the file itself")


def _as_document(data: bytes, package: Package) -> bytes:
    """The same file with a document where it has a template: that differs in the type of one part alone."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, part in unpack(data).items():
            archive.writestr(name, _retyped(package) if name == _TYPES else part)
    return file.getvalue()


def _retyped(package: Package) -> bytes:
    tree = package.tree(_TYPES)
    own = [tag for tag in tree if tag.get("PartName", "").lower() == f"/{package.main}".lower()]
    for tag in own:
        tag.set("ContentType", CONTENT_TYPE.WML_DOCUMENT_MAIN)
    if not own:
        kind = tree.nsmap[None]
        etree.SubElement(
            tree,
            f"{{{kind}}}Override",
            PartName=f"/{package.main}",
            ContentType=CONTENT_TYPE.WML_DOCUMENT_MAIN,
        )
    return bytes(etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True))
