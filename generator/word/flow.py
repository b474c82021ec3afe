"""What a body, a cell, a text box or a running head of a Word file holds → lines, in reading order."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.document.blocks import Inline, Inlines, LineBreak, Run, words_of
from generator.document.folding import folded
from generator.errors import say
from generator.word.cells import read_table
from generator.word.drawn import MC, A, chosen
from generator.word.fields import Fields
from generator.word.line import Line
from generator.word.noting import Notes
from generator.word.numbered import Level, Numbered
from generator.word.opening import Package
from generator.word.runs import Letters, Story, content_of
from generator.word.styling import Look, Styling, left_of, number_of, outline_level, whole
from generator.word.xml import Element, R, W


@dataclass(frozen=True)
class Source:
    """What all parts of a file share; `origins` are fields of a definition by the names of our own bookmarks."""

    package: Package
    styling: Styling
    numbered: Numbered
    notes: Notes
    origins: Mapping[str, str]


@dataclass(slots=True)
class _Held:
    """Letters of a paragraph whose end was deleted: they belong to the paragraph after it."""

    parts: list[Inline] = field(default_factory=list)
    mark: str = ""
    anchor: str = ""


class Flow:
    """The lines of one part of a file."""

    def __init__(self, source: Source, part: str) -> None:
        self._source = source
        self.story = Story(source.styling, source.notes, source.package.related(part))

    def all(self, container: Element) -> list[Line]:
        """All lines of the part; where not each field that begins also ends, their codes alone are passed over."""
        kinds = Counter(tag.get(f"{W}fldCharType") for tag in container.iter(f"{W}fldChar"))
        self.story.fields = Fields(kinds["begin"] == kinds["end"])
        return self.lines(container)

    def lines(self, container: Element) -> list[Line]:
        """The lines that stand in a container within the part."""
        found: list[Line] = []
        held = _Held()
        self._read(container, found, held)
        if held.parts:
            found.append(self._line(None, Look(), self._taken(held, Letters(Look(), self.story))))
        return _in_their_boxes(found, self._source.styling.fills)

    def _read(self, container: Element, found: list[Line], held: _Held) -> None:
        for child in container:
            name = child.tag
            if name == f"{W}p":
                self._paragraph(child, found, held)
            elif name == f"{W}tbl":
                self._table(child, found)
            elif name == f"{W}sdt":
                content = content_of(child)
                if content is not None:
                    self._read(content, found, held)
            elif name in _THROUGH:
                self._read(child, found, held)
            elif name == f"{MC}AlternateContent":
                said = chosen(child)
                if said is not None:
                    self._read(said, found, held)
            elif name == f"{W}bookmarkStart":
                self.story.begin_mark(child)
            elif name == f"{W}bookmarkEnd":
                self.story.end_mark(child)
            elif name == f"{W}altChunk":
                self._source.notes.add(say("a text in another form in this file is not read"), _SAVE_AGAIN)

    def _paragraph(self, paragraph: Element, found: list[Line], held: _Held) -> None:
        properties = paragraph.find(f"{W}pPr")
        named = None if properties is None else properties.find(f"{W}pStyle")
        style = None if named is None else named.get(f"{W}val")
        look = self._source.styling.look(style)
        letters = Letters(look, self.story)
        letters.read(paragraph)
        if properties is not None and _end_is_deleted(properties):
            self._source.notes.counts["changes"] += 1
            held.parts += letters.parts
            held.mark, held.anchor = held.mark or letters.mark, held.anchor or letters.anchor
        else:
            letters = self._taken(held, letters)
            if look.contents:
                self._source.notes.contents(words_of(tuple(letters.parts)).strip())
            else:
                found.append(self._line(properties, look, letters, style))
        for box in letters.boxes:
            found.extend(self._floating(box))

    def _taken(self, held: _Held, letters: Letters) -> Letters:
        """The letters with those that were held before them."""
        letters.parts[:0] = held.parts
        letters.mark, letters.anchor = held.mark or letters.mark, held.anchor or letters.anchor
        held.parts, held.mark, held.anchor = [], "", ""
        return letters

    def _line(self, properties: Element | None, look: Look, letters: Letters, style: str | None = None) -> Line:
        line = Line(_trimmed(folded(letters.parts)), look.role, look.level, look.heads, box=look.box)
        line.origin, line.anchor = self._source.origins.get(letters.mark, ""), letters.anchor
        number, direct, left, hanging = look.number, False, None, None
        if properties is not None:
            for tag in properties:
                if tag.tag == f"{W}numPr":
                    number, direct = number_of(tag, look.number), True
                elif tag.tag == f"{W}ind":
                    left, hanging = left_of(tag), tag.get(f"{W}hanging")
                elif tag.tag == f"{W}outlineLvl":
                    line.level = outline_level(tag)
            line.framed = None if look.box else _tint(properties)
        if line.level and not look.level:
            line.role = f"kop{min(3, line.level)}"
        elif look.level and not line.level:
            line.role = "tekst"
        level = Level()
        if number is not None:
            level = self._number(line, look, number, direct, style)
        lefts = (left, level.left, look.left) if direct else (left, look.left, level.left)
        line.left = next((one for one in lefts if one is not None), 0)
        line.edge = line.left - (level.hanging if hanging is None else whole(hanging))
        return line

    def _number(self, line: Line, look: Look, number: tuple[str, int], direct: bool, style: str | None) -> Level:
        """Gives a line its mark and its number; headings are counted too, and stay headings."""
        key, depth = number
        numbered = self._source.numbered
        if not direct:
            depth = numbered.level_for(key, depth, self._source.styling.default if style is None else style)
        level, list_id = numbered.level(key, depth), key
        if level.mark == "cijfer":
            counted = numbered.count(key, depth)
            line.number, list_id = counted.number, counted.series
        if not line.level and level.mark != "geen":
            line.mark, line.list_id, line.depth = level.mark, list_id, depth or look.deeper
        return level

    def _table(self, table: Element, found: list[Line]) -> None:
        read = read_table(table, self.lines, self._source.notes)
        if read is not None:
            indent = table.find(f"{W}tblPr/{W}tblInd")
            found.append(Line(table=read, left=0 if indent is None else whole(indent.get(f"{W}w"))))

    def _floating(self, box: Element) -> Sequence[Line]:
        """The lines of a text box, of letters in a shape, or of a diagram (SmartArt), which is a part of its own."""
        if box.tag == f"{W}txbxContent":
            lines: Sequence[Line] = self.lines(box)
        elif box.get("string"):
            lines = [Line((Run(box.get("string")),))]
        else:
            lines = self._diagram(box.get(f"{R}dm", ""))
        words = " ".join(words_of(line.content) for line in lines if line.content)
        if words:
            self._source.notes.box(words)
        return lines

    def _diagram(self, key: str) -> list[Line]:
        relation = self.story.relations.get(key)
        if relation is None or relation.target not in self._source.package.parts:
            return []
        tree = self._source.package.tree(relation.target)
        paragraphs = ("".join(text.text or "" for text in tag.iter(f"{A}t")) for tag in tree.iter(f"{A}p"))
        return [Line(folded([Run(text)])) for text in paragraphs if text.strip()]


def _end_is_deleted(properties: Element) -> bool:
    """Whether the end of a paragraph was deleted or moved away, so that it is one with the next."""
    letters = properties.find(f"{W}rPr")
    return letters is not None and (letters.find(f"{W}del") is not None or letters.find(f"{W}moveFrom") is not None)


def _trimmed(content: Inlines) -> Inlines:
    """The line without breaks at its ends."""
    begin, end = 0, len(content)
    while begin < end and isinstance(content[begin], LineBreak):
        begin += 1
    while end > begin and isinstance(content[end - 1], LineBreak):
        end -= 1
    return folded(content[begin:end])


def _tint(properties: Element) -> str | None:
    """The tint that a paragraph bears itself, alone or within a rule at the left; None for other frames, and for none.

    A rule at the left without a tint is a box too, as files of ours had it for words to say: `""`.
    """
    frame, shade = properties.find(f"{W}pBdr"), properties.find(f"{W}shd")
    fill = "" if shade is None else shade.get(f"{W}fill", "").upper()
    lines = () if frame is None else frame
    drawn = {side.tag for side in lines if side.get(f"{W}val") not in ("none", "nil")}
    if not drawn:
        return fill or None
    return (fill if fill or f"{W}top" not in drawn else None) if f"{W}left" in drawn else None


def _in_their_boxes(lines: list[Line], fills: Mapping[str, str]) -> list[Line]:
    """The lines, in which what has the frame of a box stands in it: of two that look the same, in its neighbour's."""
    for number, line in enumerate(lines):
        if line.framed is None:
            continue
        kinds = [kind for kind, fill in fills.items() if fill == line.framed]
        near = [other.box for other in (*lines[number + 1 : number + 2], *lines[max(0, number - 1) : number])]
        line.box = next((kind for kind in near if kind in kinds), kinds[0] if kinds else "")
    return lines


_THROUGH = {f"{W}{name}" for name in ("customXml", "ins", "moveTo", "smartTag")}
_SAVE_AGAIN = say("open it in Word or LibreOffice and save it as .docx")
