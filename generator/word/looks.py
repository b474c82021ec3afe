"""What a Word file needs to know of the huisstijl: roles, colours, fonts, paper and pictograms, as plain data."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from generator.document.style import Style, TextStyle, UnknownLookError, known
from generator.pixels.photo import Photo

_INSTEAD = {
    "kop1": "tekst",
    "kop2": "kop1",
    "kop3": "kop2",
    "titel": "kop1",
    "ondertitel": "kop2",
    "lijst": "tekst",
    "cel": "tekst",
    "celkop": "cel",
    "zeggen": "tekst",
    "hulp": "tekst",
    "kopregel": "hulp",
    "voetregel": "hulp",
    "pool": "cel",
}


_TINT = 0.08
"""How much of a colour a tint of it holds."""


@dataclass(frozen=True)
class WordFonts:
    """The font that the styles name, and the one that Word takes where it is not installed."""

    name: str = "Source Sans 3"
    instead: str = "Calibri"


@dataclass(frozen=True)
class WordPage:
    """The paper upright with its margins, in points."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    def text_width(self, lying: bool) -> float:
        """The room between the margins, in points."""
        return (self.height if lying else self.width) - self.left - self.right


def scaled(text: TextStyle, share: float) -> TextStyle:
    """The text so many times as large, in the half points that Word knows, with the white that belongs to it."""
    return replace(
        text,
        size=round(text.size * share * 2) / 2,
        leading=text.leading * share,
        before=text.before * share,
        after=text.after * share,
    )


def no_photo(name: str) -> Photo:
    """For documents without pictures; raises UnknownLookError."""
    raise UnknownLookError(name, ())


@dataclass(frozen=True)
class WordLooks:
    """All that decides how a document looks in Word; `pictures` are PNG files by the name of the pictogram.

    `photo` gives the picture of a file by its name. In `large` print the letters of a base file grow along.
    """

    style: Style
    palette: Mapping[str, str]
    fonts: WordFonts
    page: WordPage
    pictures: Mapping[str, bytes]
    modified: datetime
    photo: Callable[[str], Photo] = field(default=no_photo, repr=False)
    large: bool = False

    def beside(self, size: float) -> "WordLooks":
        """The same where plain text has another size, in points: all that is ours keeps its share of it."""
        share = size / self.role("tekst").size
        roles = {name: scaled(text, share) for name, text in self.style.roles.items()}
        return replace(self, style=replace(self.style, roles=roles))

    @property
    def fixed(self) -> Hashable:
        """All by which files without words differ: not their pictures, nor their date."""
        style = self.style
        sizes = (style.name, style.floor, style.line, style.gap, style.padding)
        named = (tuple(style.roles.items()), tuple(self.palette.items()))
        return (*named, sizes, self.fonts, self.page, self.large)

    def role(self, name: str) -> TextStyle:
        """The looks of a role; raises UnknownLookError for one that neither the style nor any style of ours has."""
        if name in self.style.roles:
            return self.style.role(name)
        if name == "rijkop":
            return replace(self.role("cel"), bold=True)
        if name not in _INSTEAD:
            raise UnknownLookError(name, self.roles)
        return self.role(_INSTEAD[name])

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles of the style and those that each document may use, in a fixed order."""
        return tuple(dict.fromkeys(("tekst", *_INSTEAD, "rijkop", *sorted(self.style.roles))))

    def colour(self, name: str) -> str:
        """A colour of the palette as RRGGBB; raises UnknownLookError."""
        return known(name, self.palette)

    def tint(self, name: str) -> str | None:
        """The tint of a row, or None where the palette has none."""
        return self.palette.get(f"tint-{name}")

    def box_tint(self, kind: str) -> str:
        """The tint of a box: where the palette has none, a little of the accent."""
        channels = bytes.fromhex(self.colour("accent"))
        little = "".join(f"{round(255 - _TINT * (255 - channel)):02X}" for channel in channels)
        return self.tint(kind) or little
