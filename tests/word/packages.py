"""Word files as anybody's program could have made them: parts of text in, the bytes of a zip out."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_ROOTS = {"comments": "comments", "footnotes": "footnotes", "endnotes": "endnotes", "header1": "hdr", "footer1": "ftr"}
_RELATIONS = {"header1": "header", "footer1": "footer"}
MAIN = f"{_KIND}document.main+xml"


def paragraph(text: str, properties: str = "", letters: str = "") -> str:
    """A paragraph of one run."""
    looks = f"<w:rPr>{letters}</w:rPr>" if letters else ""
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r>{looks}<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def styled(text: str, style: str) -> str:
    """A paragraph in a style."""
    return paragraph(text, f'<w:pStyle w:val="{style}"/>')


def document(body: str) -> str:
    """The part with the text."""
    return f"{_HEAD}<w:document {SPACES}><w:body>{body}<w:sectPr/></w:body></w:document>"


def parts_of(
    body: str, relations: str = "", main_type: str = MAIN, types: str = "", **others: str
) -> dict[str, str | bytes]:
    """All parts of a file; `others` are the insides of styles, numbering, footnotes, header1 and so on."""
    overrides = f'<Override PartName="/word/document.xml" ContentType="{main_type}"/>{types}'
    links = relations
    found: dict[str, str | bytes] = {}
    for name, inside in others.items():
        root = _ROOTS.get(name, name)
        found[f"word/{name}.xml"] = f"{_HEAD}<w:{root} {SPACES}>{inside}</w:{root}>"
        kind = _RELATIONS.get(name, name)
        overrides += f'<Override PartName="/word/{name}.xml" ContentType="{_KIND}{kind}+xml"/>'
        links += f'<Relationship Id="{name}" Type="{_OFFICE}{kind}" Target="{name}.xml"/>'
    return {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": relationships(
            f'<Relationship Id="a" Type="{_OFFICE}officeDocument" Target="word/document.xml"/>'
        ),
        "word/document.xml": document(body),
        "word/_rels/document.xml.rels": relationships(links),
    } | found


def relation(key: str, kind: str, target: str, external: bool = False) -> str:
    """One relationship."""
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="{key}" Type="{_OFFICE}{kind}" Target="{target}"{mode}/>'


def relationships(inside: str) -> str:
    """A part of relationships."""
    return f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """The parts as a zip."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return file.getvalue()


def word_file(body: str, **more: str) -> bytes:
    """A whole Word file with this body."""
    return zipped(parts_of(body, **more))
