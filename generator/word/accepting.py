"""A user's own Word file: its tracked changes taken as accepted, and no trace of who made it.

What people noted while they laid it out (comments, changes, their names) is no part of what is made with it.
"""

from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from generator.word.tags import Tag

_GONE = (
    "del moveFrom delText commentRangeStart commentRangeEnd commentReference proofErr permStart permEnd "
    "rPrChange pPrChange tblPrChange trPrChange tcPrChange sectPrChange tblGridChange tblPrExChange numberingChange "
    "moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd cellIns cellDel cellMerge"
)
_UNWRAPPED = ("ins", "moveTo")
_PEOPLE = ("comments", "commentsExtended", "commentsIds", "commentsExtensible", "people", "customXml")


def accept(root: Tag) -> None:
    """Takes each tracked change as accepted, and comments out."""
    for row in list(root.iter(qn("w:tr"))):
        if row.find(f"{qn('w:trPr')}/{qn('w:del')}") is not None:
            row.getparent().remove(row)
    for name in _GONE.split():
        for tag in list(root.iter(qn(f"w:{name}"))):
            tag.getparent().remove(tag)
    for name in _UNWRAPPED:
        for tag in list(root.iter(qn(f"w:{name}"))):
            _unwrap(tag)


def _unwrap(tag: Tag) -> None:
    for child in list(tag):
        tag.addprevious(child)
    tag.getparent().remove(tag)


def forget(file: WordDocument) -> None:
    """Takes out who wrote and commented, and what some program noted for itself."""
    facts = file.core_properties
    facts.category = facts.keywords = facts.content_status = facts.identifier = facts.version = ""
    for relations in (file.part.rels, file.part.package.rels):
        for key, relation in list(relations.items()):
            kind = relation.reltype.rpartition("/")[2]
            if kind in _PEOPLE or kind in ("extended-properties", "custom-properties", "thumbnail"):
                del relations[key]
