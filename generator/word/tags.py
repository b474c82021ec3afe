"""Names and attributes in, WordprocessingML elements out, properties in the order that ECMA-376 part 1 asks (§17)."""

from copy import copy
from functools import lru_cache
from typing import TypeAlias

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement

Tag: TypeAlias = BaseOxmlElement
"""An element of a Word file's XML."""

_ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs color position sz szCs u lang numSpacing",
    "tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "tcW gridSpan tcBorders shd tcMar vAlign",
}
_PLACES = {kind: {name: place for place, name in enumerate(order.split())} for kind, order in _ORDERS.items()}


def make(name: str, /, *children: Tag | None, **attributes: object) -> Tag:
    """An element of the main namespace; children that are None stay away."""
    tag = copy(_kept(name, *[(key, str(value)) for key, value in attributes.items()]))
    present = [child for child in children if child is not None]
    tag.extend(sorted(present, key=lambda child: _PLACES[name][local_name(child)]) if name in _PLACES else present)
    return tag


@lru_cache(maxsize=1024)
def _kept(name: str, *attributes: tuple[str, str]) -> Tag:
    """An element to copy, which costs a fifth of making one: most are the same as many others."""
    tag = OxmlElement(f"w:{name}")
    for key, value in attributes:
        tag.set(qn(f"w:{key}"), value)
    return tag


def local_name(tag: Tag) -> str:
    """The name of an element without its namespace."""
    return str(tag.tag).rpartition("}")[2]


def put(properties: Tag, child: Tag) -> None:
    """Sets one property among others, in its place and instead of the one that was there."""
    kept = [other for other in properties if other.tag != child.tag]
    places = _PLACES[local_name(properties)]
    properties[:] = sorted([*kept, child], key=lambda other: places[local_name(other)])


def twips(points: float) -> int:
    """Twentieths of a point, Word's unit of length."""
    return round(points * 20)


def emus(points: float) -> int:
    """English metric units, DrawingML's unit of length: 12,700 in a point."""
    return round(points * 12700)


def half_points(points: float) -> int:
    """Word's unit of type size."""
    return round(points * 2)


def edge(side: str, colour: str, points: float, space: float = 0) -> Tag:
    """One side of a border: a single line of so many points, `space` points away from the text."""
    return make(side, val="single", sz=round(points * 8), space=round(space), color=colour)


def shade(colour: str) -> Tag:
    """A flat fill behind a paragraph or a cell."""
    return make("shd", val="clear", color="auto", fill=colour)


def cell_margins(left: float, right: float, above: float) -> Tag:
    """The white within the cells of a table, in points; under the text as much as above it."""
    sides = {"top": above, "left": left, "bottom": above, "right": right}
    return make("tblCellMar", *(make(side, w=twips(points), type="dxa") for side, points in sides.items()))
