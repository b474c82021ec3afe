"""What Word's accessibility checker asks of a file, and a reader who hears it: each fault in words, with its place.

The rules are those of "Rules for the Accessibility Checker" (Microsoft Support), as far as they concern documents, and
that of real lists. Only what stands in the text itself is looked at: heads and feet may be an organisation's own.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

Tag = Any
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_SAYS_NOTHING = {"hier", "klik hier", "lees meer", "meer", "link", "deze link", "here", "click here", "read more"}
_TYPED_MARK = re.compile(r"\s*([-–•*▪◦o]|\d{1,2}[.)])\s+\S")
_FILLS = tuple(qn(name) for name in ("w:t", "w:drawing", "w:pict", "w:tab", "w:sdt", "w:fldChar", "w:sectPr", "w:br"))


def faults(data: bytes) -> list[str]:
    """Everything that is wrong; nothing where all is well."""
    file = docx.Document(BytesIO(data))
    return [
        *_about(file),
        *_headings(file),
        *_tables(file),
        *_pictures(file),
        *_white(file),
        *_links(file),
        *_lists(file),
    ]


def _about(file: WordDocument) -> Iterator[str]:
    if not file.core_properties.title.strip():
        yield "the file has no title"
    spoken = file.styles.element.find(f"{qn('w:docDefaults')}//{qn('w:lang')}")
    if spoken is None or not re.fullmatch("[a-z]{2}-[A-Z]{2}", spoken.get(qn("w:val"), "")):
        yield "the text has no language"
    if not file.core_properties.language:
        yield "the properties name no language"


def _headings(file: WordDocument) -> Iterator[str]:
    before = 0
    for paragraph in file.element.body.iter(qn("w:p")):
        level = heading_level(paragraph, file)
        if level and level > before + 1:
            yield f"heading {level} after {before}: {text_of(paragraph)}"
        if level and not text_of(paragraph).strip():
            yield f"a heading {level} without words"
        before = level or before
    if not before:
        yield "the file has no headings"


def heading_level(paragraph: Tag, file: WordDocument) -> int:
    """The level of a heading by itself or by its style, 0 for other text."""
    properties = paragraph.find(qn("w:pPr"))
    named = None if properties is None else properties.find(qn("w:pStyle"))
    own = None if properties is None else properties.find(qn("w:outlineLvl"))
    styles = {style.get(qn("w:styleId")): style for style in file.styles.element.findall(qn("w:style"))}
    style = None if named is None else styles.get(named.get(qn("w:val")))
    while own is None and style is not None:
        own, base = style.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}"), style.find(qn("w:basedOn"))
        style = None if base is None else styles.get(base.get(qn("w:val")))
    level = 9 if own is None else int(own.get(qn("w:val")))
    return level + 1 if level < 9 else 0


def _tables(file: WordDocument) -> Iterator[str]:
    for table in file.element.body.iter(qn("w:tbl")):
        rows, words = table.findall(qn("w:tr")), text_of(table)[:30]
        look = table.find(f"{qn('w:tblPr')}/{qn('w:tblLook')}")
        has_head, has_names = (look is not None and look.get(qn(f"w:first{way}")) == "1" for way in ("Row", "Column"))
        repeated = [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows]
        if len(rows) > 1 and not has_head and not has_names:
            yield f"a table has neither a head nor names before its rows: {words}"
        if has_head and not repeated[0]:
            yield f"the head of a table is not repeated: {words}"
        if any(repeated[1:]):
            yield f"a row within a table is marked as its head: {words}"
        if next(table.iter(qn("w:vMerge")), None) is not None or (
            has_head and next(rows[0].iter(qn("w:gridSpan")), None) is not None
        ):
            yield f"cells of a table are merged: {words}"
        if has_head and next((inner for inner in table.iter(qn("w:tbl")) if inner is not table), None) is not None:
            yield f"a table lies within a table: {words}"
        for height in table.iter(qn("w:trHeight")):
            if height.get(qn("w:hRule")) == "exact":
                yield f"a row has a height that hides what doesn't fit: {words}"


def _pictures(file: WordDocument) -> Iterator[str]:
    for about in file.element.body.iter(qn("wp:docPr")):
        decorative = next((tag.get("val") for tag in about.iter(_DECORATIVE)), "0") == "1"
        if not about.get("descr", "").strip() and not decorative:
            yield f"picture {about.get('id')} has no words for who can't see it"
        if about.get("descr", "").strip() and decorative:
            yield f"picture {about.get('id')} has words, and is marked as decoration"
    for shape in file.element.body.iter(qn("w:pict")):
        yield f"a shape of old Word, which has no words of its own: {text_of(shape)[:30]}"


def _white(file: WordDocument) -> Iterator[str]:
    for holder in (file.element.body, *file.element.body.iter(qn("w:tc"))):
        empty = [child.tag == qn("w:p") and next(child.iter(*_FILLS), None) is None for child in holder]
        if any(one and other for one, other in pairwise(empty)):
            yield f"empty paragraphs make white: {text_of(holder)[:30]}"
    for letters in file.element.body.iter(qn("w:t")):
        if "    " in (letters.text or ""):
            yield f"spaces make white: {letters.text}"


def _links(file: WordDocument) -> Iterator[str]:
    for link in file.element.body.iter(qn("w:hyperlink")):
        words = text_of(link).strip()
        if not words or words.lower().rstrip(".") in _SAYS_NOTHING:
            yield f"a link says nothing: “{words}”"


def _lists(file: WordDocument) -> Iterator[str]:
    """A mark that was typed, under another one: `1. Kennismaken` alone may be the name of a question."""
    for paragraph in file.element.body.iter(qn("w:p")):
        above = paragraph.getprevious()
        typed = [tag is not None and _TYPED_MARK.match(text_of(tag)) for tag in (above, paragraph)]
        if all(typed) and not heading_level(paragraph, file):
            yield f"the mark of a list was typed: {text_of(paragraph)[:30]}"


def text_of(tag: Tag) -> str:
    """The letters in an element."""
    return "".join(
        part.text or "" if part.tag == qn("w:t") else " " for part in tag.iter(qn("w:t"), qn("w:br"), qn("w:tab"))
    )
