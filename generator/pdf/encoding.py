"""Letters → operators that show them, and the embedded fonts with which a reader gets the letters back."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDocument
from reportlab.pdfbase.pdfdoc import format as formatted
from reportlab.pdfbase.ttfonts import TTFont

from generator.page.breaking import SOFT_HYPHEN
from generator.pdf.fonts import INVISIBLE, SUBSTITUTES, Face, Fonts
from generator.pdf.metadata import stream
from generator.pdf.objects import Objects, escaped

_BREAK, _HYPHEN = "\x02", "\x01"
"""Where a line ends, and where a hyphen stands that is none of the word's; no letter has these codes."""

_HYPHEN_OPERATORS = b"/Span<</ActualText<FEFF00AD>>>BDC(-)Tj EMC"
"""A hyphen that a reader takes for the soft hyphen that it is."""

_WHITE = bytes.maketrans(b"\t\n\r", b"   ")
"""Other white space is shown as a space."""


class EmbeddedFonts:
    """The fonts of one file: of each face the letters that were shown, in subsets of 256."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self._shelf = PDFDocument(invariant=1)
        self._encoders: dict[str, Encoder] = {}

    def encoder(self, face: str) -> "Encoder":
        """Shows letters in a face."""
        if face not in self._encoders:
            self._encoders[face] = Encoder(self._fonts.face(face), self._shelf)
        return self._encoders[face]

    def written(self, objects: Objects) -> int:
        """Puts them among the objects, once all is shown; the number of the dictionary of fonts."""
        shelf = self._shelf
        for font in shelf.delayedFonts:
            subsets = [list(subset) for subset in font.state[shelf].subsets]
            font.addObjects(shelf)
            self._correct(font, subsets)
        numbers = {name: objects.new() for name in shelf.idToObject}
        shelf.idToObjectNumberAndVersion = {name: (number, 0) for name, number in numbers.items()}
        for name, number in numbers.items():
            objects[number] = _content(shelf.idToObject[name], shelf)
        return numbers["BasicFonts"]

    def _correct(self, font: TTFont, subsets: list[list[int]]) -> None:
        """Gives reportlab's font a ToUnicode table that is right beyond U+FFFF, and its widths as they are written."""
        for number, subset in enumerate(subsets):
            name = self._shelf.fontMapping[font.fontName][1:] + f"+{number}"
            made = self._shelf.idToObject[name]
            made.Widths = _widths(tuple(made.Widths.sequence))
            self._shelf.idToObject[made.ToUnicode.name].content = _table(tuple(subset))


_KEPT = 128
"""Streams, tables and rows of widths that a process keeps: many files show the same letters."""
_kept_stream = lru_cache(maxsize=_KEPT)(stream)


@lru_cache(maxsize=_KEPT)
def _widths(widths: tuple[float, ...]) -> bytes:
    return bytes(formatted(PDFArray(widths), None))


@lru_cache(maxsize=_KEPT)
def _table(subset: tuple[int, ...]) -> bytes:
    return to_unicode(subset).encode("latin-1")


def _content(obj: Any, shelf: PDFDocument) -> bytes:
    """The object's bytes; a stream gets the end of line that PDF/A asks for, which reportlab's own lack."""
    if not hasattr(obj, "filters"):
        return bytes(formatted(obj, shelf, toplevel=1))
    content = obj.content.encode("latin-1") if isinstance(obj.content, str) else obj.content
    lengths = ((key, value) for key, value in obj.dictionary.dict.items() if key.startswith("Length"))
    return _kept_stream(content, b"".join(b"/%s %d" % (key.encode(), value) for key, value in lengths))


def to_unicode(subset: Sequence[int]) -> str:
    """The table from the codes of a subset to its letters."""
    return cmap({code: letter for code, letter in enumerate(subset) if letter}, digits=2)


def cmap(letters: Mapping[int, int], digits: int) -> str:
    """A table from codes of so many hexadecimal digits to letters, with surrogate pairs beyond U+FFFF (§9.10.3)."""
    rows = [
        f"<{code:0{digits}X}> <{chr(letter).encode('utf-16-be').hex().upper()}>" for code, letter in letters.items()
    ]
    blocks = [rows[at : at + 100] for at in range(0, len(rows), 100)]
    maps = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<{'0' * digits}> <{'F' * digits}>\nendcodespacerange\n"
        f"{maps}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    )


class Encoder:
    """Letters of one face → operators that show them, for one file."""

    def __init__(self, face: Face, shelf: PDFDocument) -> None:
        self._face, self._shelf = face, shelf
        self._table = _Codes(face, shelf)
        self._is_ascii = face.letters >= _ASCII
        self._names: dict[int, bytes] = {}
        self._lines: dict[tuple[str, bytes], bytes] = {}
        self._behind: Encoder | None = None

    @property
    def name(self) -> bytes:
        """The resource of the font's first subset, which has the Latin letters."""
        return self._name(0)

    def shown(self, lines: tuple[str, ...], size: bytes) -> bytes:
        """The operators for lines under each other; they begin and end in the first subset, at `size`."""
        if len(lines) > 1:
            return self._shown(_BREAK.join(lines), size)
        key = lines[0], size
        if key not in self._lines:
            self._lines[key] = self._shown(lines[0], size)
        return self._lines[key]

    def _shown(self, text: str, size: bytes) -> bytes:
        if self._is_ascii and text.isascii():
            return _latin(text)
        codes = _with_hyphens(text).translate(self._table)
        try:
            return _latin(codes)
        except UnicodeEncodeError:
            return b"%s %s %s Tf" % (b" ".join(self._pieces(codes, size)), self.name, size)

    def _pieces(self, codes: str, size: bytes) -> Iterator[bytes]:
        for subset, letters in _by_subset(codes):
            if subset < 0:
                behind = self._fallback()
                yield from behind._pieces(letters.translate(behind._table), size)
            elif subset == 0:
                yield b"%s %s Tf %s" % (self.name, size, _latin(letters))
            else:
                shown = bytes(ord(code) & 0xFF for code in letters).hex().encode()
                yield b"%s %s Tf <%s>Tj" % (self._name(subset), size, shown)

    def _fallback(self) -> "Encoder":
        if self._behind is None:
            face = self._face.behind()
            assert face is not None
            self._behind = Encoder(face, self._shelf)
        return self._behind

    def _name(self, subset: int) -> bytes:
        if subset not in self._names:
            self._names[subset] = self._face.font.getSubsetInternalName(subset, self._shelf).encode()
        return self._names[subset]


_ASCII = set(range(0x20, 0x7F))
"""The letters that stand in a font's first subset under their own code."""


def _with_hyphens(text: str) -> str:
    """A soft hyphen at a line's end is shown; elsewhere it only said where a word may be divided."""
    text = text.replace(SOFT_HYPHEN + _BREAK, _HYPHEN + _BREAK)
    return text[:-1] + _HYPHEN if text.endswith(SOFT_HYPHEN) else text


def _latin(codes: str) -> bytes:
    """Shows codes of a first subset; raises UnicodeEncodeError for others."""
    shown = b"(%s)Tj" % escaped(codes.encode("latin-1").translate(_WHITE)).replace(b"\x02", b")Tj T*(")
    return shown.replace(b"\x01)Tj", b")Tj" + _HYPHEN_OPERATORS) if b"\x01" in shown else shown


_FALLBACK = 0x100000
"""Added to the code of a letter that is drawn in the fallback font: plane 16, which no text uses."""


class _Codes(dict[int, str | None]):
    """Letter → its code in the subsets (subset × 256 + byte) as a character; letters of the fallback lie apart."""

    def __init__(self, face: Face, shelf: PDFDocument) -> None:
        super().__init__(INVISIBLE)
        self[ord(_BREAK)], self[ord(_HYPHEN)] = _BREAK, _HYPHEN
        self._face, self._shelf = face, shelf
        face.font._assignState(shelf).nextCode = 128  # leaves the control codes to us

    def __missing__(self, code: int) -> str | None:
        letter = chr(code)
        if code not in self._face.letters and code in SUBSTITUTES:
            letter = SUBSTITUTES[code]
        if ord(letter) in self._face.letters:
            subset, byte = self._face.font.splitString(letter, self._shelf)[0]
            self[code] = chr(subset * 256 + byte[0])
        else:
            self[code] = chr(_FALLBACK + code) if code < 0x10000 else chr(0xF0000 + code - 0x10000)
        return self[code]


def _by_subset(codes: str) -> Iterator[tuple[int, str]]:
    """Runs of one subset; -1 for runs of the fallback, given back as letters."""
    run, current = "", 0
    for code in codes:
        number = ord(code)
        subset = -1 if number >= 0xF0000 else number >> 8
        letter = _letter_behind(number) if subset < 0 else code
        if subset != current and run:
            yield current, run
            run = ""
        current = subset
        run += letter
    yield current, run


def _letter_behind(number: int) -> str:
    return chr(number - _FALLBACK) if number >= _FALLBACK else chr(number - 0xF0000 + 0x10000)
