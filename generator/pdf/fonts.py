"""Font files → widths for the layout, and which letters there are."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from reportlab.pdfbase.ttfonts import TTFError, TTFont

from generator.errors import Message, say
from generator.pdf.fontfile import NoFontError, read_head
from generator.pdf.typedfont import TypedFont, typed_font

INVISIBLE = {0xAD: None, 0x200B: None, 0x200C: None, 0x200D: None, 0x2060: None, 0xFE0E: None, 0xFE0F: None}
SUBSTITUTES = {0xA0: " ", 0x202F: " ", 0x2011: "-"}


class FontError(Exception):
    """A font file can't be used: why, and a way out."""

    def __init__(self, what: Message, way_out: Message) -> None:
        self.what, self.way_out = what, way_out
        super().__init__(what, way_out)

    def __str__(self) -> str:
        return str(self.what)


@dataclass(frozen=True)
class FontFiles:
    """The four faces of a family, and the font for what it lacks."""

    faces: Mapping[str, Path]
    fallback: Path


class _Letters(dict[str, float]):
    """Width at 1 pt of each letter; those that the font lacks are as wide as what is shown for them."""

    def __init__(self, known: Mapping[str, float], behind: "Behind") -> None:
        super().__init__(known)
        self._behind = behind

    def __missing__(self, letter: str) -> float:
        self[letter] = width = self._lacking(letter)
        return width

    def _lacking(self, letter: str) -> float:
        code = ord(letter)
        if code in INVISIBLE:
            return self["-"] if code == 0xAD else 0.0
        if code in SUBSTITUTES:
            return self[SUBSTITUTES[code]]
        fallback = self._behind()
        return fallback.widths[letter] if fallback else 0.5


class _Widths(dict[str, float]):
    """Width at 1 pt of any text; what was asked once is kept."""

    def __init__(self, letters: _Letters) -> None:
        super().__init__()
        self._letters = letters

    def __missing__(self, text: str) -> float:
        width = self[text] = sum(map(self._letters.__getitem__, text))
        return width


class Face:
    """One font file."""

    def __init__(self, path: Path, behind: "Behind" = lambda: None) -> None:
        self.family = _family(path)
        try:
            self.font = TTFont(path.stem, str(path), asciiReadable=1, shapable=False)
        except TTFError as error:
            raise FontError(say("this font can't be used: {fault}", fault=error), _TAKE_TRUETYPE) from error
        self.behind = behind
        self.font.face.makeSubset = _divided(self.font.face.makeSubset)
        known = self.font.face.charWidths
        present = self.font.face.charToGlyph
        self.letters = {code for code in present if code in known and code not in INVISIBLE}
        self.widths = _Widths(_Letters({chr(code): known[code] / 1000 for code in self.letters}, behind))
        self.ascent = float(self.font.face.capHeight) / 1000

    def has(self, letter: str) -> bool:
        """Whether this face, or the one behind it, can show the letter."""
        code = ord(letter)
        if code in self.letters or code in INVISIBLE or code in SUBSTITUTES:
            return True
        fallback = self.behind()
        return fallback is not None and fallback.has(letter)


_SUBSETS = 32
"""How many subsets of a face a process keeps; most files show the same letters, and a subset has some 40 kB."""


def _divided(divide: Callable[[list[int]], bytes]) -> Callable[[list[int]], bytes]:
    """Makes a font file of some letters, and keeps it for the next file that shows the same."""

    @lru_cache(maxsize=_SUBSETS)
    def kept(letters: tuple[int, ...]) -> bytes:
        return divide(list(letters))

    return lambda letters: kept(tuple(letters))


_TAKE_TRUETYPE = say("take a TrueType font")
_RESTRICTED, _LESS, _WHOLE_OR_BITMAPS = 0x0002, 0x000C, 0x0300
"""Bits of fsType (OpenType 1.9, table OS/2): no embedding; some embedding; no subsets, or bitmaps alone."""


def _family(path: Path) -> str:
    """The name by which Word looks for the font, empty where none can be read.

    Raises FontError for what reportlab would show wrongly, and for what the maker forbids.
    """
    try:
        head = read_head(path)
    except NoFontError:
        return ""  # what is wrong with it, reportlab tells
    _look_at(path.name, head.tables, head.rights)
    return head.family


def _look_at(font: str, tables: frozenset[str], rights: int) -> None:
    if {"CFF ", "CFF2"} & tables:
        what = say("{font} has PostScript outlines (CFF), and a PDF of ours holds TrueType alone", font=font)
        raise FontError(what, say("take the .ttf of the same font"))
    if "fvar" in tables:
        what = say("{font} is a variable font, and would come out in one weight alone", font=font)
        raise FontError(what, say("take its static files, one for each of gewoon, vet, cursief and vetcursief"))
    if (rights & _RESTRICTED and not rights & _LESS) or rights & _WHOLE_OR_BITMAPS:
        what = say("{font} may not be embedded in a PDF (fsType {code})", font=font, code=f"{rights:04X}")
        raise FontError(what, say("take another font, or ask its maker for a licence and a file that allow it"))


Behind = Callable[[], Face | None]
"""The face for what another lacks, loaded at the first letter that needs it: it is a large file."""


class Fonts:
    """The faces of a house style; it is the layout's Measure."""

    def __init__(self, files: FontFiles) -> None:
        self._files = files
        self._loaded: dict[str, Face] = {}

    @cached_property
    def typed(self) -> TypedFont:
        """The font of what somebody types in a field: the plain face, with all its letters."""
        return typed_font(self._files.faces["gewoon"])

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
        loaded = self._loaded.get(face) or self.face(face)
        return loaded.widths

    def ascent(self, face: str) -> float:
        """How far the face's capitals rise above the baseline at 1 pt."""
        return self.face(face).ascent

    def lacking(self, text: str, name: str = "gewoon") -> list[str]:
        """The letters of the text that neither this face nor the fallback can show, each once."""
        face = self.face(name)
        return [letter for letter in dict.fromkeys(text) if letter not in "\n\t" and not face.has(letter)]
