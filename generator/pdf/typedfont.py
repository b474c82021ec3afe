"""A font file → the same for what somebody types: every letter and no more, as a font of a PDF that is no subset.

A viewer types only in a font that is there as a whole, so what it may need can't be known beforehand.
"""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from io import BytesIO
from math import cos, pi, sin
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont
    from fontTools.ttLib.tables._g_l_y_f import Glyph

STAR = 0x2605
"""★: people give stars, and hardly any family of letters has one, so ours is drawn in."""

NAME = "Drukklaar-Invullen"
"""Its own name: a font to which a letter was added is no longer the family's (OFL 1.1, condition 3)."""


@dataclass(frozen=True)
class TypedFont:
    """A TrueType file with the glyph of each letter by its number, and the figures that a PDF gives (§9.8).

    Widths and heights are thousandths of the size of its letters.
    """

    data: bytes
    glyphs: Mapping[int, int]
    widths: tuple[int, ...]
    box: tuple[int, int, int, int]
    ascent: int
    descent: int
    capitals: int


def typed_font(path: Path) -> TypedFont:
    """All letters of a font file, without what joins or replaces them: a viewer doesn't either."""
    from fontTools.subset import Options, Subsetter  # a tenth of a second, for files to fill in alone
    from fontTools.ttLib import TTFont

    font = TTFont(path, recalcTimestamp=False)
    options = Options(
        layout_features=[],
        hinting=False,
        glyph_names=True,
        notdef_outline=True,
        recalc_timestamp=False,
        name_IDs=[1, 6],
    )
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[*font.getBestCmap(), STAR])
    subsetter.subset(font)
    if STAR not in font.getBestCmap():
        _add_star(font)
    _tell_apart(font)
    for record in font["name"].names:
        record.string = NAME
    return _read(font)


def _add_star(font: "TTFont") -> None:
    """Five points round a middle that stands half as high as a capital, in a square as wide."""
    from fontTools.pens.ttGlyphPen import TTGlyphPen  # as above

    high, name = font["OS/2"].sCapHeight, "uni2605"
    pen = TTGlyphPen(None)
    for corner in range(10):
        reach, angle = high * (0.22 if corner % 2 else 0.56), pi / 2 - corner * pi / 5
        spot = round(high * 0.6 + cos(angle) * reach), round(high * 0.46 + sin(angle) * reach)
        (pen.lineTo if corner else pen.moveTo)(spot)
    pen.closePath()
    glyph = pen.glyph()
    glyph.recalcBounds(font["glyf"])
    _add(font, STAR, name, glyph, round(high * 1.2))


def _tell_apart(font: "TTFont") -> None:
    """Gives each letter a glyph of its own, so that who reads the glyph knows which letter was typed.

    In a font for paper some share one: the Greek mu and the sign for micro, the space and the one that doesn't break.
    """
    taken: set[str] = set()
    for letter, name in sorted(font.getBestCmap().items()):
        if name in taken:
            _add(font, letter, f"{name}.{letter:X}", deepcopy(font["glyf"][name]), font["hmtx"][name][0])
        taken.add(name)


def _add(font: "TTFont", letter: int, name: str, glyph: "Glyph", width: int) -> None:
    font["glyf"][name] = glyph
    font["hmtx"][name] = width, getattr(glyph, "xMin", 0)
    font.setGlyphOrder(list(dict.fromkeys([*font.getGlyphOrder(), name])))
    for table in font["cmap"].tables:
        if table.isUnicode() and (letter < 0x10000 or table.format > 4):
            table.cmap[letter] = name


def _read(font: "TTFont") -> TypedFont:
    file = BytesIO()
    font["post"].formatType = 3  # without names of glyphs, of which a PDF has no need
    font.save(file)
    scale = 1000 / font["head"].unitsPerEm
    order = font.getGlyphOrder()
    numbers = {name: number for number, name in enumerate(order)}
    head, across = font["head"], font["hhea"]
    corners = (head.xMin, head.yMin, head.xMax, head.yMax)
    return TypedFont(
        data=file.getvalue(),
        glyphs={code: numbers[name] for code, name in sorted(font.getBestCmap().items())},
        widths=tuple(round(font["hmtx"][name][0] * scale) for name in order),
        box=(
            round(corners[0] * scale),
            round(corners[1] * scale),
            round(corners[2] * scale),
            round(corners[3] * scale),
        ),
        ascent=round(across.ascent * scale),
        descent=round(across.descent * scale),
        capitals=round(font["OS/2"].sCapHeight * scale),
    )
