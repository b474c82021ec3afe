"""What a file of ours carries with it, so that it can be read back: a part of custom XML that no page shows."""

import json
from collections.abc import Mapping
from itertools import count
from xml.sax.saxutils import escape

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

NAMESPACE = "urn:drukklaar:sessie"
"""The namespace of the part's root, <drukklaar>."""

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_ID = "{6B1F6D0C-5B5E-4C0B-9E0D-7A3C6D1C5A11}"
"""What Word calls the part by (ECMA-376 part 1 §22.5.2.1): the same in each file of ours, so it tells of nobody."""


class Item(Part):
    """The part of custom XML; `told` may still be changed until the file is packed."""

    told: Mapping[str, object]

    @property
    def blob(self) -> bytes:
        """Its bytes: what is told, as JSON."""
        words = escape(json.dumps(self.told, ensure_ascii=False, separators=(",", ":")))
        return f'{_XML}<drukklaar xmlns="{NAMESPACE}">{words}</drukklaar>'.encode()


def carry(file: WordDocument, told: Mapping[str, object]) -> Item:
    """Adds a part that tells this to the file, beside those that it has, with the properties by which Word keeps it."""
    taken = {str(part.partname) for part in file.part.package.iter_parts()}
    number = next(number for number in count(1) if f"/customXml/item{number}.xml" not in taken)
    item = Item(PackURI(f"/customXml/item{number}.xml"), CONTENT_TYPE.XML)
    item.told = told
    references = f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs>'
    properties = f'{_XML}<ds:datastoreItem xmlns:ds="{_STORE}" ds:itemID="{_ID}">{references}</ds:datastoreItem>'
    kind = CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES
    beside = Part(PackURI(f"/customXml/itemProps{number}.xml"), kind, properties.encode())
    item.relate_to(beside, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
    file.part.relate_to(item, RELATIONSHIP_TYPE.CUSTOM_XML)
    return item
