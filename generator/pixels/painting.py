"""Bars and planes → PNG pictures, for a file that can't hold drawings of ours."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO

from PIL import Image, ImageChops, ImageDraw

from generator.pixels.photo import Photo

_FINER = 3
"""So many times as large is painted as is shown, for smooth edges."""
_NONE = 128
"""The winding number 0, in a mask that can't go below it."""

Outline = tuple[tuple[float, float], ...]
"""The corners of a polygon."""


@dataclass(frozen=True)
class Bar:
    """A bar in a strip: how long beside the others, and whether it is filled."""

    length: int
    filled: bool


@dataclass(frozen=True)
class Plane:
    """Outlines in one colour (RRGGBB), in pixels: filled, or drawn as lines of a width.

    What lies within more than one of them is filled by the rule of SVG 1.1 §11.3: nonzero, or evenodd.
    """

    outlines: tuple[Outline, ...]
    colour: str
    line: float = 0
    even_odd: bool = False


def strip(bars: Sequence[Bar], width: int, height: int, colour: str, edge: int) -> bytes:
    """A PNG of bars side by side, so many pixels large; one that is not filled is an outline `edge` pixels wide."""
    image = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(image)
    total, done, gap = sum(bar.length for bar in bars) or 1, 0, 2 * edge
    for bar in bars:
        left = width * done // total
        done += bar.length
        right = width * done // total - (gap if done < total else 1)
        fill = f"#{colour}" if bar.filled else "white"
        draw.rectangle((left, 0, max(left, right), height - 1), fill, f"#{colour}", width=edge)
    return _png(image)


def painted(planes: Sequence[Plane], width: int, height: int) -> Photo:
    """The planes over each other on white, in a picture of so many pixels."""
    image = Image.new("RGB", (width * _FINER, height * _FINER), "white")
    for plane in planes:
        outlines = [[(x * _FINER, y * _FINER) for x, y in outline] for outline in plane.outlines]
        if plane.line:
            draw = ImageDraw.Draw(image)
            for outline in outlines:
                draw.line(outline, f"#{plane.colour}", max(1, round(plane.line * _FINER)), joint="curve")
        else:
            image.paste(f"#{plane.colour}", mask=_filled(outlines, image.size, plane.even_odd))
    file = _png(image.resize((width, height), Image.Resampling.BOX))
    return Photo(sha256(file).hexdigest(), width, height, 3, "png", file)


def _filled(outlines: Sequence[Sequence[tuple[float, float]]], size: tuple[int, int], even_odd: bool) -> Image.Image:
    """Where the colour comes: how often an outline goes round each pixel, and which way, is counted."""
    winding = Image.new("L", size, _NONE)
    for outline in outlines:
        mask = Image.new("L", size, 0)
        ImageDraw.Draw(mask).polygon(list(outline), fill=1)
        clockwise = even_odd or sum(x * v - u * y for (x, y), (u, v) in _sides(outline)) > 0
        winding = ImageChops.add(winding, mask) if clockwise else ImageChops.subtract(winding, mask)
    if even_odd:
        return winding.point(lambda count: 255 * (count % 2))
    return winding.point(lambda count: 255 * (count != _NONE))


def _sides(
    outline: Sequence[tuple[float, float]],
) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """Each corner with the next, and the last with the first."""
    return zip(outline, [*outline[1:], outline[0]], strict=True)


def _png(image: Image.Image) -> bytes:
    file = BytesIO()
    image.save(file, "PNG")
    return file.getvalue()
