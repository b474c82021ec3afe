"""Bytes of a part of a Word file → its tree, without anything that XML can pull in or blow up."""

from typing import TypeAlias
from xml.parsers import expat

from lxml import etree  # type: ignore[import-untyped]  # lxml brings no types

Element: TypeAlias = etree._Element
"""An element as it was read."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""The namespace of text (ECMA-376 part 1 §17), as lxml writes it before a name."""
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
"""The namespace of attributes that name a relationship."""

_STRICT = b"http://purl.oclc.org/ooxml/"
_TRANSITIONAL = {
    name: f"http://schemas.openxmlformats.org/{family}/2006/{rest}"
    for name, family, rest in (
        ("wordprocessingml/main", "wordprocessingml", "main"),
        ("officeDocument/relationships", "officeDocument", "relationships"),
        ("officeDocument/math", "officeDocument", "math"),
        ("officeDocument/customXml", "officeDocument", "customXml"),
        ("drawingml/main", "drawingml", "main"),
        ("drawingml/wordprocessingDrawing", "drawingml", "wordprocessingDrawing"),
        ("drawingml/picture", "drawingml", "picture"),
        ("drawingml/chart", "drawingml", "chart"),
    )
}
"""Namespaces of ISO/IEC 29500 Strict → those of Transitional, which all else of ours knows."""


_PROLOG = 1 << 16
"""Bytes within which the root element begins."""


class XmlError(Exception):
    """A part is no XML that may be read; says why."""


class DoctypeError(XmlError):
    """A part declares a document type, with which entities come in."""


def parse(data: bytes) -> Element:
    """The root of a part; raises XmlError, and DoctypeError before anything of the declaration is read.

    Elements may lie 256 deep and a text may be 10 MB long (limits of libxml2); comments and instructions are left out.
    """
    _check_prolog(data)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(_transitional(data), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise XmlError(str(error).splitlines()[0]) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise DoctypeError("DOCTYPE")
    return root


def _check_prolog(data: bytes) -> None:
    """Raises DoctypeError for a document type: it can only stand before the root element.

    expat reads no further than the first bytes: a root that has not begun there is none of a Word file.
    """
    parser = expat.ParserCreate()
    begun = False

    def refuse(*_: object) -> None:
        raise DoctypeError("DOCTYPE")

    def begin(*_: object) -> None:
        nonlocal begun
        begun, parser.StartElementHandler = True, None

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = begin
    try:
        parser.Parse(data[:_PROLOG], False)
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise XmlError(str(error)) from error
    if not begun:
        raise XmlError("no element found")


def _transitional(data: bytes) -> bytes:
    """The same part with the namespaces of Transitional, where it is Strict."""
    if _STRICT not in data:
        return data
    for strict, known in _TRANSITIONAL.items():
        data = data.replace(b'"%s%s"' % (_STRICT, strict.encode()), b'"%s"' % known.encode())
    return data
