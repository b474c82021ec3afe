"""A paragraph of a Word file that was opened → its letters, with emphasis and links, as they are shown.

What somebody inserted counts, what somebody deleted doesn't; of a field its result counts and not its code.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from generator.document.blocks import Inline, LineBreak, PageNumber, Run
from generator.word.drawn import MC, chosen, is_picture, with_words
from generator.word.fields import Fields, Shown, address
from generator.word.noting import Notes
from generator.word.opening import Relation
from generator.word.signs import sign, with_signs
from generator.word.styling import Look, Styling, is_on
from generator.word.xml import Element, R, W

_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

TAB = "\N{EM SPACE}"
"""What stands for a tab: white that is not folded, so that columns made by tabs can still be told."""

OWN_MARK = "_dk"
"""How the names of bookmarks begin that say from which field a paragraph of ours comes."""


@dataclass
class Story:
    """What the paragraphs of one part share: what it leads to, and what spans more than one of them.

    `footnotes` are the notes that were referred to, by the kind of their part and their id, with their numbers.
    """

    styling: Styling
    notes: Notes
    relations: Mapping[str, Relation]
    fields: Fields = field(default_factory=Fields)
    footnotes: dict[tuple[str, str], int] = field(default_factory=dict)
    _marks: dict[str, str] = field(default_factory=dict)
    _names: dict[str, str] = field(default_factory=dict)

    @property
    def mark(self) -> str:
        """The name of the first bookmark of ours that is open."""
        return next(iter(self._names), "")

    def begin_mark(self, tag: Element) -> str:
        """Opens a bookmark if it is ours, and gives its name.

        LibreOffice may write one that is empty twice, and end it once.
        """
        name, key = str(tag.get(f"{W}name", "")), tag.get(f"{W}id", "")
        if name.startswith(OWN_MARK):
            self._marks.pop(self._names.pop(name, ""), None)
            self._names.pop(self._marks.get(key, ""), None)
            self._marks[key], self._names[name] = name, key
        return name

    def end_mark(self, tag: Element) -> None:
        """Closes a bookmark."""
        self._names.pop(self._marks.pop(tag.get(f"{W}id", ""), ""), None)


class Letters:
    """The letters of one paragraph, gathered in `parts`; what floats beside them in `boxes`.

    `mark` is the first bookmark of ours that starts in it, `anchor` the first of anybody's.
    """

    def __init__(self, look: Look, story: Story) -> None:
        self._look, self._story = look, story
        self.parts: list[Inline] = []
        self.boxes: list[Element] = []
        self.mark = story.mark
        self.anchor = ""

    def read(self, parent: Element, link: str | None = None) -> None:
        """Takes in all that an element holds."""
        for child in parent:
            name = child.tag
            if name == _RUN:
                self._run(child, link)
            elif name in _THROUGH:
                self.read(child, link)
            elif name in _DROPPED:
                self._story.notes.counts["changes"] += 1
            elif name in _READERS:
                _READERS[name](self, child, link)

    def _inserted(self, tag: Element, link: str | None) -> None:
        self._story.notes.counts["changes"] += 1
        self.read(tag, link)

    def _hyperlink(self, tag: Element, link: str | None) -> None:
        relation = self._story.relations.get(tag.get(f"{R}id", ""))
        anchor = tag.get(f"{W}anchor", "")
        self.read(tag, address(relation.target if relation else "", anchor) or link)

    def _simple_field(self, tag: Element, link: str | None) -> None:
        self._story.fields.begin(tag.get(f"{W}instr", ""))
        self._add(self._story.fields.begin_result())
        self.read(tag, link)
        self._add(self._story.fields.end())

    def _control(self, tag: Element, link: str | None) -> None:
        content = content_of(tag)
        if content is not None:
            self.read(content, link)

    def _bookmark(self, tag: Element, link: str | None) -> None:
        name = self._story.begin_mark(tag)
        if name.startswith(OWN_MARK):
            self.mark = self.mark or name
        elif not name.startswith("_"):
            self.anchor = self.anchor or name

    def _end_bookmark(self, tag: Element, link: str | None) -> None:
        self._story.end_mark(tag)

    def _formula(self, tag: Element, link: str | None) -> None:
        self._show("".join(letters.text or "" for letters in tag.iter(f"{_M}t")), False, False, link)

    def _run(self, run: Element, link: str | None) -> None:
        bold, italic, hidden, font = self._way(run.find(_RPR))
        fields = self._story.fields
        for child in run:
            name = child.tag
            if name == _T:
                text = with_signs(child.text or "", font)
                if hidden:
                    self._story.notes.hidden(text)
                else:
                    self._show(text, bold, italic, link)
            elif name == _FIELD_PART:
                self._field_part(child)
            elif name == _CODE:
                fields.ask(child.text or "")
            elif name in _SIGNS:
                self._show(_SIGNS[name], bold, italic, link)
            elif name in (_BREAK, _RETURN):
                if fields.visible and not hidden:
                    self.parts.append(LineBreak())
            elif name == _SYM:
                code = child.get(f"{W}char", "")
                letter = sign(int(code, 16), child.get(f"{W}font", "")) if _HEX.fullmatch(code) else ""
                self._show(letter, bold, italic, link)
            elif name in _NOTES:
                self._refer(_NOTES[name], child.get(f"{W}id", ""))
            elif name in _DRAWN:
                self._drawing(child)
            elif name == _RUBY:
                self.read(child, link)

    def _way(self, letters: Element | None) -> tuple[bool, bool, bool, str]:
        """Whether a run stands out in bold and in italics among its paragraph's, is hidden, and in which font."""
        if letters is None or not len(letters):
            return False, False, self._look.hidden, ""
        bold: bool | None = None
        italic: bool | None = None
        hidden, font = self._look.hidden, ""
        named = Look()
        for tag in letters:
            if tag.tag == _BOLD:
                bold = is_on(tag.get(_VALUE))
            elif tag.tag == _ITALIC:
                italic = is_on(tag.get(_VALUE))
            elif tag.tag == _HIDDEN:
                hidden = is_on(tag.get(_VALUE))
            elif tag.tag == _NAMED:
                named = self._story.styling.look(tag.get(_VALUE))
            elif tag.tag == _FONTS:
                font = tag.get(f"{W}ascii", "")
        return (
            _stands_out(bold, named.bold, self._look.bold),
            _stands_out(italic, named.italic, self._look.italic),
            hidden or named.hidden,
            font,
        )

    def _show(self, text: str, bold: bool, italic: bool, link: str | None) -> None:
        if text and self._story.fields.visible:
            self.parts.append(Run(text, bold, italic, self._story.fields.link or link))

    def _add(self, shown: Shown | None) -> None:
        """What a field shows by itself."""
        if shown is not None and shown.count is not None:
            self.parts.append(PageNumber(shown.count))
        elif shown is not None:
            self._show(shown.letters, False, False, None)

    def _field_part(self, tag: Element) -> None:
        kind, fields = tag.get(f"{W}fldCharType"), self._story.fields
        if not fields.sound:
            return
        if kind == "begin":
            self._tick(tag)
            fields.begin()
        elif kind == "separate":
            self._add(fields.begin_result())
        elif kind == "end":
            self._add(fields.end())

    def _tick(self, tag: Element) -> None:
        """A box to tick of an old form shows no letters of its own."""
        box = tag.find(f"{W}ffData/{W}checkBox")
        if box is not None:
            state = box.find(f"{W}checked")
            state = box.find(f"{W}default") if state is None else state
            ticked = state is not None and is_on(state.get(_VALUE))
            self._show("☒" if ticked else "☐", False, False, None)

    def _refer(self, kind: str, key: str) -> None:
        """The mark of a note; the note itself comes at the end."""
        notes = self._story.footnotes
        if self._story.fields.visible:
            self.parts.append(Run(note_mark(notes.setdefault((kind, key), len(notes) + 1))))

    def _drawing(self, tag: Element) -> None:
        """What holds words is kept for after the paragraph; pictures are counted."""
        found = with_words(tag)
        self.boxes += found
        self._story.notes.counts["pictures"] += not found and not self._look.own_picture and is_picture(tag)

    def _said_twice(self, tag: Element, link: str | None) -> None:
        said = chosen(tag)
        if said is not None:
            self.read(said, link)


def note_mark(number: int) -> str:
    """The mark by which a note is known in the text and at the end."""
    return str(number).translate(_SUPERSCRIPT)


def content_of(tag: Element) -> Element | None:
    """What a content control holds; nothing while it shows what to fill in."""
    prompt = tag.find(f"{W}sdtPr/{W}showingPlcHdr")
    if prompt is not None and is_on(prompt.get(_VALUE)):
        return None
    return tag.find(f"{W}sdtContent")


def _stands_out(direct: bool | None, by_style: bool, around: bool) -> bool:
    """Whether emphasis differs from the letters around it: two styles that say the same undo each other (§17.7.3)."""
    now = (by_style != around) if direct is None else direct
    return now != around or (now and by_style)


_RUN, _RPR, _T = f"{W}r", f"{W}rPr", f"{W}t"
_FIELD_PART, _CODE, _BREAK, _RETURN = f"{W}fldChar", f"{W}instrText", f"{W}br", f"{W}cr"
_SYM, _RUBY = f"{W}sym", f"{W}ruby"
_BOLD, _ITALIC, _HIDDEN, _NAMED, _FONTS = f"{W}b", f"{W}i", f"{W}vanish", f"{W}rStyle", f"{W}rFonts"
_VALUE = f"{W}val"
_SIGNS = {f"{W}tab": TAB, f"{W}ptab": TAB, f"{W}softHyphen": "\u00ad", f"{W}noBreakHyphen": "\u2011"}
_NOTES = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes"}
_DRAWN = {f"{W}drawing", f"{W}pict", f"{W}object", f"{MC}AlternateContent"}
_THROUGH = {f"{W}{name}" for name in ("smartTag", "customXml", "dir", "bdo", "rubyBase", "sdtContent")}
_DROPPED = {f"{W}del", f"{W}moveFrom"}
_HEX = re.compile(r"[0-9A-Fa-f]{1,6}")
_READERS: dict[str, Callable[[Letters, Element, str | None], None]] = {
    f"{W}hyperlink": Letters._hyperlink,
    f"{W}fldSimple": Letters._simple_field,
    f"{W}sdt": Letters._control,
    f"{W}ins": Letters._inserted,
    f"{W}moveTo": Letters._inserted,
    f"{W}bookmarkStart": Letters._bookmark,
    f"{W}bookmarkEnd": Letters._end_bookmark,
    f"{_M}oMath": Letters._formula,
    f"{_M}oMathPara": Letters._formula,
    f"{MC}AlternateContent": Letters._said_twice,
}
