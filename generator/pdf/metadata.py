"""What a PDF says of itself: XMP for PDF/UA-1 and what else it keeps to; and how a stream is written."""

import zlib
from datetime import datetime

from generator.document.blocks import Document

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
{creator}<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer><xmp:CreatorTool>{producer}</xmp:CreatorTool>{dates}
{claims}<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>the part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_DATES = "<xmp:CreateDate>{day}</xmp:CreateDate><xmp:ModifyDate>{day}</xmp:ModifyDate>"
_CREATOR = "<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>\n"


def xmp(document: Document, producer: str, made: datetime | None, claims: str) -> bytes:
    """The XMP packet as a stream object; it is not compressed, so that archives can read it as it is.

    `claims` are the properties that say to which standard the file keeps beside PDF/UA-1.
    """
    packet = _PACKET.format(
        title=document.title.translate(_ESCAPES),
        creator=_CREATOR.format(author=document.author.translate(_ESCAPES)) if document.author else "",
        language={"nl": "nl-NL", "en": "en-GB"}[document.language],
        producer=producer.translate(_ESCAPES),
        claims=claims,
        dates=_DATES.format(day=made.strftime("%Y-%m-%dT%H:%M:%SZ")) if made else "",
    ).encode()
    return stream(packet, b"/Type/Metadata/Subtype/XML", compress=False)


LEVEL = 3
"""Of compression: it takes two thirds of the time of zlib's own choice, 6, for 8 % more bytes."""


def stream(content: bytes, entries: bytes = b"", compress: bool = True) -> bytes:
    """A stream object; an end of line stands before `endstream`, as PDF/A asks (ISO 19005-2 §6.1.7.1).

    It is CR LF: data that happen to end with CR would lose that to a bare LF.
    """
    if compress:
        content = zlib.compress(content, LEVEL)
        entries += b"/Filter/FlateDecode"
    return b"<<%s/Length %d>>\nstream\n%s\r\nendstream" % (entries, len(content), content)
