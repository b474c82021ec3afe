"""A filled Word file, parts of which were repeated → the same, made whole again.

What has a number has one of its own, a list in a loop counts anew each time, cells and tables are complete, and a row
that has grown higher than a page may be divided: kept whole it would lose its end in LibreOffice.
"""

from collections.abc import Iterator
from math import ceil

from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from generator.word.lending import Lender
from generator.word.looks import WordPage
from generator.word.tags import Tag, local_name, make

FIRST = "dk-first"
"""The attribute of a paragraph that says whether it is the first of its list in a loop: 1 or 0."""
_NUMBERS = (
    "{http://schemas.microsoft.com/office/word/2010/wordml}paraId",
    "{http://schemas.microsoft.com/office/word/2010/wordml}textId",
)
_LETTER, _LINE = 5.5, 14.0
"""Points that a letter is wide and a line is high, generously."""


def number(roots: list[Tag]) -> None:
    """Gives pictures, bookmarks and content controls that were repeated a number of their own."""
    for count, tag in enumerate(_all(roots, "wp:docPr"), 1):
        tag.set("id", str(count))
    _number_bookmarks(roots)
    for tag in list(_all(roots, "w:sdtPr")):
        for own in tag.findall(qn("w:id")):
            tag.remove(own)
    for root in roots:
        for tag in root.iter(qn("w:p"), qn("w:tr")):
            for name in _NUMBERS:
                tag.attrib.pop(name, None)


def _number_bookmarks(roots: list[Tag]) -> None:
    """The first bookmark of each name stays, with its end."""
    begun: dict[str, Tag] = {}
    pairs: dict[str, tuple[Tag, Tag]] = {}
    marks = [tag for root in roots for tag in root.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))]
    for tag in marks:
        key = tag.get(qn("w:id"), "")
        if local_name(tag) == "bookmarkStart":
            begun[key] = tag
        elif key in begun:
            start = begun.pop(key)
            pairs.setdefault(start.get(qn("w:name"), "").lower(), (start, tag))
    kept = {id(tag): str(count) for count, pair in enumerate(pairs.values()) for tag in pair}
    for tag in marks:
        if id(tag) in kept:
            tag.set(qn("w:id"), kept[id(tag)])
        else:
            tag.getparent().remove(tag)


def _all(roots: list[Tag], name: str) -> Iterator[Tag]:
    for root in roots:
        yield from root.iter(qn(name))


def complete_tables(root: Tag) -> None:
    """A cell and a text end with a paragraph, and a table has as many columns as its widest row has cells."""
    for cell in root.iter(qn("w:tc")):
        if not len(cell) or local_name(cell[-1]) not in ("p", "sdt"):
            cell.append(cell.makeelement(qn("w:p")))
    for row in list(root.iter(qn("w:tr"))):
        if row.find(qn("w:tc")) is None and row.find(qn("w:sdt")) is None:
            row.getparent().remove(row)
    for table in list(root.iter(qn("w:tbl"))):
        if table.find(qn("w:tr")) is None and table.find(qn("w:sdt")) is None:
            table.getparent().remove(table)
        else:
            _grid(table)
    blocks = [tag for tag in root if local_name(tag) not in ("sectPr", "bookmarkStart", "bookmarkEnd")]
    if not blocks or local_name(blocks[-1]) == "tbl":
        empty = root.makeelement(qn("w:p"))
        blocks[-1].addnext(empty) if blocks else root.insert(0, empty)


def _grid(table: Tag) -> None:
    grid = table.find(qn("w:tblGrid"))
    if grid is None:
        return
    columns = grid.findall(qn("w:gridCol"))
    width = sum(int(column.get(qn("w:w"), 0)) for column in columns)
    wanted = max((_span(row) for row in table.findall(qn("w:tr"))), default=len(columns))
    if wanted == len(columns) or not wanted:
        return
    grid[:] = [grid.makeelement(qn("w:gridCol"), {qn("w:w"): str(width // wanted)}) for _ in range(wanted)]


def _span(row: Tag) -> int:
    """The columns that a row takes, with those that it leaves empty before and behind."""
    spans = [cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}") for cell in row.findall(qn("w:tc"))]
    around = [row.find(f"{qn('w:trPr')}/{qn(name)}") for name in ("w:gridBefore", "w:gridAfter")]
    return sum(1 if span is None else int(span.get(qn("w:val"), 1)) for span in spans) + sum(
        int(tag.get(qn("w:val"), 0)) for tag in around if tag is not None
    )


def divide_rows(root: Tag, page: WordPage) -> None:
    """Lets rows that are kept whole and may not fit a page be divided."""
    for row in root.iter(qn("w:tr")):
        kept = row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}")
        if kept is not None and _height(row, page) > min(page.height, page.width) - page.top - page.bottom:
            kept.getparent().remove(kept)


def _height(row: Tag, page: WordPage) -> float:
    """About how high a row is, in points: too high rather than too low."""
    cells = row.findall(qn("w:tc"))
    each = page.text_width(lying=False) / max(len(cells), 1)
    return max((_cell_height(cell, each) for cell in cells), default=0)


def _cell_height(cell: Tag, width: float) -> float:
    told = cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}")
    if told is not None and told.get(qn("w:type")) == "dxa":
        width = int(told.get(qn("w:w"), 0)) / 20
    letters = max(width / _LETTER, 1)
    lengths = (sum(len(tag.text or "") for tag in part.iter(qn("w:t"))) for part in cell.iter(qn("w:p")))
    return sum(ceil(length / letters) or 1 for length in lengths) * _LINE


def count_anew(file: WordDocument, root: Tag) -> None:
    """Begins a list of its own at each paragraph that is the first of a loop."""
    lists: dict[str, str] = {}
    for paragraph in root.iter(qn("w:p")):
        first = paragraph.attrib.pop(FIRST, None)
        known = list_of(file, paragraph) if first else None
        if known is None or not _counts(file, known):
            continue
        if first == "1" or known not in lists:
            lists[known] = _another(file, known)
        _join(paragraph, lists[known])


def list_of(file: WordDocument, paragraph: Tag) -> str | None:
    """The number of the list to which a paragraph belongs, by itself or by its style."""
    properties = paragraph.find(qn("w:pPr"))
    if properties is None:
        return None
    own = properties.find(f"{qn('w:numPr')}/{qn('w:numId')}")
    if own is not None:
        number = own.get(qn("w:val"), "0")
        return None if number == "0" else str(number)
    named = properties.find(qn("w:pStyle"))
    style = None if named is None else file.styles.element.get_by_id(named.get(qn("w:val"), ""))
    found = None if style is None else Lender(file.styles.element).numbering(style)
    return str(found) if found else None


def _counts(file: WordDocument, number: str) -> bool:
    """Whether a list counts, and does not only show a mark."""
    definition = _definition(file, number)
    format = None if definition is None else definition.find(f"{qn('w:lvl')}/{qn('w:numFmt')}")
    return format is not None and format.get(qn("w:val")) not in ("bullet", "none")


def _definition(file: WordDocument, number: str) -> Tag | None:
    root = file.part.numbering_part.element
    for tag in root.findall(qn("w:num")):
        if tag.get(qn("w:numId")) == number:
            wanted = tag.find(qn("w:abstractNumId")).get(qn("w:val"))
            known = (other for other in root.findall(qn("w:abstractNum")))
            return next((other for other in known if other.get(qn("w:abstractNumId")) == wanted), None)
    return None


def _another(file: WordDocument, number: str) -> str:
    """A list that looks like this one and counts from its beginning."""
    root, definition = file.part.numbering_part.element, _definition(file, number)
    assert definition is not None
    lists = root.findall(qn("w:num"))
    made = str(max(int(tag.get(qn("w:numId"), 0)) for tag in lists) + 1)
    start = definition.find(f"{qn('w:lvl')}/{qn('w:start')}")
    begin = 1 if start is None else start.get(qn("w:val"), 1)
    override = make("lvlOverride", make("startOverride", val=begin), ilvl=0)
    key = make("abstractNumId", val=definition.get(qn("w:abstractNumId")))
    lists[-1].addnext(make("num", key, override, numId=made))
    return made


def _join(paragraph: Tag, number: str) -> None:
    properties = paragraph.find(qn("w:pPr"))
    own = properties.find(qn("w:numPr"))
    if own is not None:
        own.find(qn("w:numId")).set(qn("w:val"), number)
        return
    own = make("numPr", make("ilvl", val=0), make("numId", val=number))
    before = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
    properties.insert(sum(1 for tag in properties if local_name(tag) in before), own)
