"""Font files → widths for the layout, and letters as bytes of embedded subsets for the writer."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import TTFError, TTFont

FACES = ("gewoon", "vet", "cursief", "vetcursief")
SPACES = "\u00a0\u202f"
"""White space that doesn't break, drawn as a space where a font lacks it."""
_INVISIBLE = {0xAD: None, 0x200B: None, 0x200C: None, 0x200D: None, 0x2060: None, 0xFE0E: None, 0xFE0F: None}
_SUBSTITUTES = {0xA0: " ", 0x202F: " ", 0x2011: "-"}


class FontError(Exception):
    """A font file can't be used; the text says why."""


@dataclass(frozen=True)
class FontFiles:
    """The four faces of a family, and the font for what it lacks."""

    faces: Mapping[str, Path]
    fallback: Path


class _Widths(dict[str, float]):
    """Width at 1 pt of any text; what was asked once is kept."""

    def __init__(self, letters: Mapping[int, float], behind: "Behind") -> None:
        super().__init__()
        self._letters, self._behind = letters, behind

    def __missing__(self, text: str) -> float:
        width = self[text] = sum(self._letter(ord(letter)) for letter in text)
        return width

    def _letter(self, code: int) -> float:
        if code in self._letters:
            return self._letters[code]
        if code in _INVISIBLE:
            return self._letters[0x2D] if code == 0xAD else 0.0
        if code in _SUBSTITUTES:
            return self._letters[ord(_SUBSTITUTES[code])]
        fallback = self._behind()
        return fallback.widths._letter(code) if fallback else 0.5


class Face:
    """One font file."""

    def __init__(self, path: Path, behind: "Behind" = lambda: None) -> None:
        try:
            self.font = _Font(path.stem, str(path), asciiReadable=1, shapable=False)
        except TTFError as error:
            raise FontError(str(error)) from error
        self.behind = behind
        known = self.font.face.charWidths
        present = self.font.face.charToGlyph
        letters = {code: known[code] / 1000 for code in present if code in known and code not in _INVISIBLE}
        self.widths = _Widths(letters, behind)
        self.letters = letters.keys()
        self.ascent = float(self.font.face.capHeight) / 1000

    def has(self, letter: str) -> bool:
        """Whether this face, or the one behind it, can show the letter."""
        code = ord(letter)
        if code in self.letters or code in _INVISIBLE or code in _SUBSTITUTES:
            return True
        fallback = self.behind()
        return fallback is not None and fallback.has(letter)


Behind = Callable[[], Face | None]
"""The face for what another lacks, loaded at the first letter that needs it: it is a large file."""


class _Font(TTFont):  # type: ignore[misc]  # reportlab brings no types
    """reportlab's font, with a ToUnicode table that is right beyond U+FFFF (surrogate pairs, PDF 32000-1 §9.10.3)."""

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802  reportlab's name
        subsets = [list(subset) for subset in self.state[doc].subsets]
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            name = doc.fontMapping[self.fontName][1:] + f"+{number}"
            tables = doc.idToObject[name].ToUnicode.name
            doc.idToObject[tables].content = _to_unicode(subset)


def _to_unicode(subset: list[int]) -> str:
    rows = [
        f"<{code:02X}> <{chr(letter).encode('utf-16-be').hex().upper()}>"
        for code, letter in enumerate(subset)
        if letter
    ]
    blocks = [rows[at : at + 100] for at in range(0, len(rows), 100)]
    maps = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<00> <FF>\nendcodespacerange\n"
        f"{maps}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    )


class Fonts:
    """The faces of a house style; it is the layout's Measure."""

    def __init__(self, files: FontFiles) -> None:
        self._files = files
        self._loaded: dict[str, Face] = {}

    @cached_property
    def fallback(self) -> Face:
        """The face for what the family lacks."""
        return Face(self._files.fallback)

    def face(self, name: str) -> Face:
        """A face of the family, loaded when first asked for."""
        if name not in self._loaded:
            self._loaded[name] = Face(self._files.faces[name], lambda: self.fallback)
        return self._loaded[name]

    def widths(self, face: str) -> Mapping[str, float]:
        """The width of a text at 1 pt, for any text."""
        return self.face(face).widths

    def ascent(self, face: str) -> float:
        """How far the face's capitals rise above the baseline at 1 pt."""
        return self.face(face).ascent

    def lacking(self, text: str) -> list[str]:
        """The letters of the text that no font can show, each once."""
        face = self.face("gewoon")
        return [letter for letter in dict.fromkeys(text) if letter not in "\n\t" and not face.has(letter)]


class Encoder:
    """Letters → pieces of (font resource, bytes) for one PDF document."""

    def __init__(self, face: Face, document: PDFDocument) -> None:
        self._face, self._document = face, document
        self._table = _Codes(face, document)
        self._names: dict[int, bytes] = {}
        self._behind: Encoder | None = None

    def pieces(self, text: str) -> Iterator[tuple[bytes, bytes]]:
        """The text in pieces of one font resource each, its bytes escaped for a PDF string."""
        codes = text.translate(self._table)
        if codes.isascii() or max(codes) < "\u0100":
            yield self._name(0), _escaped(codes.encode("latin-1"))
            return
        for subset, letters in _by_subset(codes):
            if subset < 0:
                yield from self._fallback().pieces(letters)
            else:
                yield self._name(subset), _escaped(bytes(ord(code) & 0xFF for code in letters))

    def _fallback(self) -> "Encoder":
        if self._behind is None:
            face = self._face.behind()
            assert face is not None
            self._behind = Encoder(face, self._document)
        return self._behind

    def _name(self, subset: int) -> bytes:
        if subset not in self._names:
            self._names[subset] = self._face.font.getSubsetInternalName(subset, self._document).encode()
        return self._names[subset]


_FALLBACK = 0x100000
"""Added to the code of a letter that is drawn in the fallback font: plane 16, which no text uses."""


class _Codes(dict[int, str | None]):
    """Letter → its code in the subsets (subset × 256 + byte) as a character; letters of the fallback lie apart."""

    def __init__(self, face: Face, document: PDFDocument) -> None:
        super().__init__(_INVISIBLE)
        self._face, self._document = face, document

    def __missing__(self, code: int) -> str | None:
        letter = chr(code)
        if code not in self._face.letters and code in _SUBSTITUTES:
            letter = _SUBSTITUTES[code]
        if ord(letter) in self._face.letters:
            subset, byte = self._face.font.splitString(letter, self._document)[0]
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


def _escaped(raw: bytes) -> bytes:
    if b"\\" in raw or b"(" in raw or b")" in raw or b"\r" in raw or b"\n" in raw:
        raw = raw.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        raw = raw.replace(b"\r", b"\\r").replace(b"\n", b"\\n")
    return raw
