"""Font files → widths for the layout, and which letters there are."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from reportlab.pdfbase.ttfonts import TTFError, TTFont

from generator.pdf.typedfont import TypedFont, typed_font

INVISIBLE = {0xAD: None, 0x200B: None, 0x200C: None, 0x200D: None, 0x2060: None, 0xFE0E: None, 0xFE0F: None}
SUBSTITUTES = {0xA0: " ", 0x202F: " ", 0x2011: "-"}


class FontError(Exception):
    """A font file can't be used; the text says why."""


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
        try:
            self.font = TTFont(path.stem, str(path), asciiReadable=1, shapable=False)
        except TTFError as error:
            raise FontError(str(error)) from error
        self.behind = behind
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

    def lacking(self, text: str) -> list[str]:
        """The letters of the text that no font can show, each once."""
        face = self.face("gewoon")
        return [letter for letter in dict.fromkeys(text) if letter not in "\n\t" and not face.has(letter)]
