"""A line of text → runs, links, pictograms and page numbers at the end of a paragraph."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import assert_never
from urllib.parse import quote

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from generator.document.blocks import Icon, Inline, Inlines, LineBreak, PageNumber, Run
from generator.document.style import TextStyle
from generator.word.pictures import picture_run
from generator.word.place import Place
from generator.word.tags import Tag, half_points, make

_SOFT_HYPHEN = "\u00ad"
_NOT_IN_A_LINK = re.compile(r'[\s<>"{}|\\^`]')
_ICON = 1.0
_DROP = 0.15


def add_inlines(paragraph: Tag, content: Inlines, place: Place, text: TextStyle) -> None:
    """Appends the content; `text` is how the paragraph's style looks."""
    for link, parts in groupby(content, key=_link):
        runs = (run for part in parts for run in _runs(part, place, text))
        if link:
            paragraph.append(_hyperlink(link, runs, place))
        else:
            paragraph.extend(runs)


def _link(part: Inline) -> str | None:
    return part.link if isinstance(part, Run) else None


def _hyperlink(link: str, runs: Iterator[Tag], place: Place) -> Tag:
    hyperlink = make("hyperlink", *runs, history=1)
    if link.startswith("#"):
        hyperlink.set(qn("w:anchor"), place.making.bookmark(link[1:]))
    else:
        target = _NOT_IN_A_LINK.sub(lambda found: quote(found[0]), link)
        hyperlink.set(qn("r:id"), place.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    return hyperlink


def _runs(part: Inline, place: Place, text: TextStyle) -> Iterator[Tag]:
    match part:
        case Run():
            yield make("r", _letters(part, text, place), *_text(part.text))
        case LineBreak():
            yield make("r", make("br"))
        case PageNumber():
            yield from _field("NUMPAGES" if part.count else "PAGE")
        case Icon():
            yield from _icon(part, place, text)
        case _:
            assert_never(part)


def _letters(run: Run, text: TextStyle, place: Place) -> Tag | None:
    """A character style, and beside it what it can't say alone: Word undoes a style's bold on bold (§17.7.3).

    Emphasis in italics stands upright, as is the custom in print. A link bears the looks of the style for links, and
    not its name: both Word and LibreOffice follow it all the same, and in a PDF LibreOffice 7.4 makes a text of it.
    Of a link with a style it makes an annotation, and then the page breaks PDF/UA-1 (ISO 14289-1 §7.18.3): the order
    of its tabs is `(S)`, a text, where a name is asked.
    """
    tags: list[Tag] = []
    if run.bold and (run.link or text.bold):
        tags += [make("b"), make("bCs")]
    if run.italic and (run.link or run.bold or text.italic):
        upright = int(not text.italic)
        tags += [make("i", val=upright), make("iCs", val=upright)]
    if run.link:
        return make("rPr", *tags, *place.making.styles.link())
    style = "Strong" if run.bold else "Emphasis" if run.italic else ""
    return make("rPr", make("rStyle", val=style), *tags) if style else None


def _text(text: str) -> Iterator[Tag]:
    """The letters; a soft hyphen is an element of its own, as Word would show the character."""
    for number, piece in enumerate(text.split(_SOFT_HYPHEN)):
        if number:
            yield make("softHyphen")
        if piece:
            tag = make("t")
            tag.text = piece
            tag.set(qn("xml:space"), "preserve")
            yield tag


def _field(name: str) -> Iterator[Tag]:
    """A complex field; what stands between `separate` and `end` is what shows until Word counts anew."""
    code = make("instrText")
    code.text = f" {name} "
    code.set(qn("xml:space"), "preserve")
    yield make("r", make("fldChar", fldCharType="begin"))
    yield make("r", code)
    yield make("r", make("fldChar", fldCharType="separate"))
    yield make("r", *_text("1"))
    yield make("r", make("fldChar", fldCharType="end"))


def _icon(icon: Icon, place: Place, text: TextStyle) -> Iterator[Tag]:
    """The pictogram, or its words where there is no picture of it."""
    png = place.looks.pictures.get(icon.name)
    if png:
        run = picture_run(place, png, text.size * _ICON, icon.alt)
        run.insert(0, make("rPr", make("position", val=half_points(-text.size * _DROP))))
        yield run
    elif icon.alt:
        yield make("r", *_text(icon.alt))
