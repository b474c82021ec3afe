"""A Word file → its bytes: what is known of the document, and a zip that is the same each time."""

from collections.abc import Mapping
from datetime import UTC, datetime

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE
from docx.opc.oxml import CT_Types, serialize_part_xml
from docx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI
from docx.opc.part import Part
from docx.opc.spec import default_content_types

from generator.document.blocks import Document
from generator.word.base import spoken
from generator.word.zipping import zipped

_FIRST = (CONTENT_TYPES_URI[1:], PACKAGE_URI.rels_uri[1:])


def describe(file: WordDocument, document: Document, modified: datetime) -> None:
    """Sets the core properties: title, subject, creator, language and dates; no name of a person or machine."""
    facts = file.core_properties
    moment = modified.astimezone(UTC).replace(tzinfo=None) if modified.tzinfo else modified
    facts.title, facts.subject, facts.comments = document.title, document.subject, document.source
    facts.author = facts.last_modified_by = document.author or "Drukklaar"
    facts.language = spoken(document.language)
    facts.created = facts.modified = moment
    facts.revision = 1


def packed(file: WordDocument) -> bytes:
    """The file as a zip with fixed dates, its parts in a fixed order."""
    return zipped(parts_of(file))


def parts_of(file: WordDocument) -> dict[str, bytes]:
    """The bytes of each part by its name in the zip, in a fixed order, with those that say what leads to which."""
    package = file.part.package
    parts = package.parts
    found = {CONTENT_TYPES_URI: _types(parts), PACKAGE_URI.rels_uri: _bytes(package.rels.xml)}
    for part in parts:
        found[part.partname] = _bytes(part.blob)
        if part.rels:
            found[part.partname.rels_uri] = _bytes(part.rels.xml)
    return _in_order({name[1:]: data for name, data in found.items()})


def _in_order(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    return {name: parts[name] for name in sorted(parts, key=lambda name: (name not in _FIRST, name))}


def _bytes(data: bytes | str) -> bytes:
    """python-docx says of its XML that it is text, and gives bytes."""
    return data.encode() if isinstance(data, str) else data


def _types(parts: list[Part]) -> bytes:
    """What each part is, by the end of its name where that says it, else by its name (ECMA-376 part 2 §10.1)."""
    by_end = {"rels": CONTENT_TYPE.OPC_RELATIONSHIPS, "xml": CONTENT_TYPE.XML}
    by_name: dict[str, str] = {}
    for part in parts:
        end = part.partname.ext.lower()
        if (end, part.content_type) in default_content_types:
            by_end[end] = part.content_type
        else:
            by_name[part.partname] = part.content_type
    root = CT_Types.new()  # type: ignore[no-untyped-call]  # python-docx brings no type for it
    for end, kind in sorted(by_end.items()):
        root.add_default(end, kind)
    for name, kind in sorted(by_name.items()):
        root.add_override(name, kind)
    return serialize_part_xml(root)
