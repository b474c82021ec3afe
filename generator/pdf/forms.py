"""Fields on pages → the form of a PDF: widgets with names, tooltips and looks of their own (PDF 32000-1 §12.7).

Nothing in it runs: no script checks or reckons, and no field has an action, as PDF/A asks (ISO 19005-2 §6.4.1).
"""

from dataclasses import dataclass, field

from generator.document.blocks import Field
from generator.page.items import Size
from generator.pdf.colours import in_rgb
from generator.pdf.content import Entry
from generator.pdf.encoding import cmap
from generator.pdf.fonts import Fonts
from generator.pdf.metadata import stream
from generator.pdf.objects import Objects, text_string
from generator.pdf.tags import Tree
from generator.pdf.typedfont import NAME, TypedFont

ON = b"Ja"
"""The state of a box that is ticked; the choices of a scale are 1, 2, …"""

_MANY_LINES, _RADIO = 1 << 12, 1 << 15
"""Flags of fields (§12.7.4.2.1, §12.7.4.3). A choice can be taken back: nothing says that one must be on."""

_FONT = b"Invullen"
_NAME = NAME.encode()


@dataclass
class _Group:
    """The choices of one scale on their way: the number of their field, and those of their widgets."""

    number: int
    about: Field
    kids: list[int] = field(default_factory=list)


class Forms:
    """The form of one file."""

    def __init__(self, objects: Objects, tree: Tree, fonts: Fonts) -> None:
        self._objects, self._tree, self._fonts = objects, tree, fonts
        self._fields: list[int] = []
        self._groups: dict[str, _Group] = {}
        self._looks: dict[tuple[Size, bytes], int] = {}
        self._font = 0

    def widget(self, entry: Entry, page: int) -> int:
        """The number of the annotation for a field on a page, which has become part of the form."""
        number = self._objects.new()
        parent = self._tree.annotate(entry.node, page, number)
        place = b"/Rect[%.3f %.3f %.3f %.3f]" % (entry.left, entry.low, entry.right, entry.high)
        common = b"/Type/Annot/Subtype/Widget%s/P %d 0 R/F 4/BS<</W 0/S/S>>/StructParent %d" % (place, page, parent)
        kinds = {"vink": self._tick, "keuze": self._choice}
        own = kinds.get(entry.area.field.kind, self._text)(entry, number)
        self._objects[number] = b"<<%s%s>>" % (common, own)
        return number

    def written(self) -> bytes:
        """What the catalogue says of the form, once all its fields are known; nothing where there is none."""
        for group in self._groups.values():
            kids = b" ".join(b"%d 0 R" % kid for kid in group.kids)
            named = _named(group.about)
            self._objects[group.number] = b"<</FT/Btn/Ff %d%s/V/Off/DV/Off/Kids[%s]>>" % (_RADIO, named, kids)
        if not self._fields:
            return b""
        fields = b" ".join(b"%d 0 R" % number for number in self._fields)
        fonts = b"/DR<</Font<</%s %d 0 R>>>>/DA(/%s 10 Tf 0 g)" % (_FONT, self._font, _FONT) if self._font else b""
        return b"/AcroForm<</Fields[%s]/NeedAppearances false%s>>" % (fields, fonts)

    def _text(self, entry: Entry, number: int) -> bytes:
        """Its appearance is an object of its own, in which a program that fills it in can draw the text."""
        area = entry.area
        if not self._font:
            self._font = embedded(self._fonts.typed, self._objects)
        self._fields.append(number)
        flags = b"/Ff %d" % _MANY_LINES if area.field.kind == "tekst" else b""
        look = b"/%s %.2f Tf %s" % (_FONT, _size_of_letters(entry), in_rgb(area.ink.colour, b"rg"))
        fonts = b"/Resources<</Font<</%s %d 0 R>>>>" % (_FONT, self._font)
        empty = self._form(_size(entry), b"/Tx BMC\nEMC", fonts)
        return b"/FT/Tx%s%s/DA(%s)/V()/DV()/MK<<>>/AP<</N %d 0 R>>" % (flags, _named(area.field), look, empty)

    def _tick(self, entry: Entry, number: int) -> bytes:
        self._fields.append(number)
        return b"/FT/Btn%s/V/Off/DV/Off/AS/Off%s" % (_named(entry.area.field), self._states(entry, ON, _hook(entry)))

    def _choice(self, entry: Entry, number: int) -> bytes:
        area = entry.area
        group = self._groups.get(area.field.name)
        if group is None:
            group = self._groups[area.field.name] = _Group(self._objects.new(), area.field)
            self._fields.append(group.number)
        group.kids.append(number)
        words = text_string(f"{area.field.words}: {area.field.options[area.option - 1]}")
        states = self._states(entry, b"%d" % area.option, _disc(entry))
        return b"/FT/Btn/Parent %d 0 R/TU%s/AS/Off%s" % (group.number, words, states)

    def _states(self, entry: Entry, state: bytes, drawn: bytes) -> bytes:
        """The appearances of what is on or off: off is white, for its frame stands on the page."""
        on, off = self._look(entry, drawn), self._look(entry, b"")
        return b"/MK<<>>/AP<</N<</%s %d 0 R/Off %d 0 R>>>>" % (state, on, off)

    def _look(self, entry: Entry, drawn: bytes) -> int:
        """One object for all that look the same."""
        size = Size(round(_size(entry).width, 2), round(_size(entry).height, 2))
        if (size, drawn) not in self._looks:
            self._looks[size, drawn] = self._form(size, drawn, b"/Resources<<>>")
        return self._looks[size, drawn]

    def _form(self, size: Size, drawn: bytes, entries: bytes) -> int:
        box = b"/BBox[0 0 %.3f %.3f]" % (size.width, size.height)
        return self._objects.new(stream(drawn, b"/Type/XObject/Subtype/Form%s%s" % (box, entries)))


def _named(about: Field) -> bytes:
    return b"/T%s/TU%s" % (text_string(about.name), text_string(about.words))


def _size_of_letters(entry: Entry) -> float:
    """In points; 0 lets the program choose what fits, so that a long answer is broken and shrunk, not cut off.

    It begins at about 12 points, which is too small for what is drawn larger than it was laid out.
    """
    fits_itself = entry.area.field.kind == "tekst" and entry.scale == 1
    return 0 if fits_itself else entry.area.ink.size * entry.scale


def _size(entry: Entry) -> Size:
    return Size(entry.right - entry.left, entry.high - entry.low)


def _hook(entry: Entry) -> bytes:
    """A tick from corner to corner."""
    wide, tall = _size(entry).width, _size(entry).height
    spots = (0.2 * wide, 0.5 * tall, 0.42 * wide, 0.24 * tall, 0.82 * wide, 0.8 * tall)
    path = b"%.3f %.3f m %.3f %.3f l %.3f %.3f l S" % spots
    return b"q %.3f w 1 J 1 j %s %s Q" % (0.14 * wide, in_rgb(entry.area.ink.colour, b"RG"), path)


def _disc(entry: Entry) -> bytes:
    """A dot in the middle: a line of no length, with round ends as wide as the dot."""
    wide, tall = _size(entry).width, _size(entry).height
    dot = b"%.3f w 1 J %.3f %.3f m %.3f %.3f l S" % (0.62 * wide, wide / 2, tall / 2, wide / 2, tall / 2)
    return b"q %s %s Q" % (in_rgb(entry.area.ink.colour, b"RG"), dot)


def embedded(font: TypedFont, objects: Objects) -> int:
    """The number of a font for fields: codes are glyphs (Identity-H), as programs that fill in count on (§9.7)."""
    file = objects.new(stream(font.data, b"/Length1 %d" % len(font.data)))
    about = objects.new(
        b"<</Type/FontDescriptor/FontName/%s/Flags 32/FontBBox[%d %d %d %d]/ItalicAngle 0/Ascent %d/Descent %d"
        b"/CapHeight %d/StemV 80/FontFile2 %d 0 R>>"
        % (_NAME, *font.box, font.ascent, font.descent, font.capitals, file)
    )
    widths = b" ".join(b"%d" % width for width in font.widths)
    cid = objects.new(
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/%s"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        b"/FontDescriptor %d 0 R/CIDToGIDMap/Identity/DW 500/W[0[%s]]>>" % (_NAME, about, widths)
    )
    letters = {glyph: letter for letter, glyph in font.glyphs.items()}
    table = objects.new(stream(cmap(letters, digits=4).encode()))
    return objects.new(
        b"<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>"
        % (_NAME, cid, table)
    )
