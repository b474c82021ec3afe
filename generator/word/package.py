"""A Word file → its bytes: what is known of the document, and a zip that is the same each time."""

from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document as WordDocument

from generator.document.blocks import Document
from generator.word.base import spoken

_FIRST = ("[Content_Types].xml", "_rels/.rels")
_OLDEST = (1980, 1, 1, 0, 0, 0)


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
    loose, fixed = BytesIO(), BytesIO()
    file.save(loose)
    with ZipFile(loose) as source, ZipFile(fixed, "w", ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=lambda name: (name not in _FIRST, name)):
            entry = ZipInfo(name, _OLDEST)
            entry.compress_type, entry.create_system = ZIP_DEFLATED, 0
            target.writestr(entry, source.read(name))
    return fixed.getvalue()
