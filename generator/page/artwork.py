"""An SVG drawing in colours, such as a logo → planes that we draw ourselves; one with anything else in it is refused.

It is never shown by another program's SVG reader, so that nothing in it can run, or lead to elsewhere.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from math import inf, isfinite, sqrt
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from generator.errors import Message, say
from generator.page.items import BLACK, Colour, Shape, Size
from generator.page.svg import DrawingError, paths_of, recorded, root_of
from generator.page.value import value
from generator.pixels.photo import PictureError

if TYPE_CHECKING:
    from fontTools.misc.transform import Transform

MOST_BYTES = 500_000
DEEPEST = 40
_SVG = "{http://www.w3.org/2000/svg}"
_SHAPES = {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"}
_HOLDERS = {"svg", "g"}
_SILENT = {"title", "desc", "metadata", "defs"}
"""Elements that draw nothing by themselves."""
_ACTIVE = {"script", "a", "foreignObject", "animate", "animateTransform", "animateMotion", "set", "handler"}
_INHERITED = ("fill", "stroke", "stroke-width", "fill-rule", "stroke-linecap", "stroke-linejoin")
_CLEAR = ("opacity", "fill-opacity", "stroke-opacity")
_NAMED = {"black": "000000", "white": "FFFFFF", "currentColor": "000000"}
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_STEPS = 12
"""Straight lines into which a curve is divided where it can't be drawn as one."""


@value(frozen=True, slots=True)
class Plane:
    """A shape in a colour of its own."""

    shape: Shape
    colour: Colour


@value(frozen=True, slots=True)
class Artwork:
    """Planes that are drawn over each other, in units of their own."""

    size: Size
    planes: tuple[Plane, ...]

    @property
    def ratio(self) -> float:
        """How many times as wide as high it is."""
        return self.size.width / self.size.height


def read_artwork(name: str, svg: bytes) -> Artwork:
    """What the drawing shows. Raises PictureError."""
    try:
        root = root_of(svg, MOST_BYTES)
        _look_at(root)
        left, top, size = _frame(root)
        drawn = _drawn(root, _step("translate", [-left, -top]), _DEFAULTS, 0)
        planes = tuple(replace(p, shape=replace(p.shape, name=f"{name}#{n}", size=size)) for n, p in enumerate(drawn))
    except (DrawingError, SyntaxError, ValueError, TypeError, IndexError) as error:  # what the parsers raise
        what = say("this SVG can't be read: {fault}", fault=error)
        raise PictureError(what, say("save it again in your drawing program, or as PNG")) from error
    numbers = (n for plane in planes for _, points in plane.shape.paths for n in points)
    if not (0 < size.width < inf and 0 < size.height < inf and all(map(isfinite, numbers))):
        raise _refused(say("this SVG has no size"))
    if not planes:
        raise _refused(say("this SVG draws nothing"))
    return Artwork(size, planes)


def _refused(what: Message) -> PictureError:
    return PictureError(what, say("save it as plain SVG with letters as paths, or as PNG"))


def _look_at(root: ElementTree.Element) -> None:
    """Raises PictureError for what could run or lead elsewhere, and for what we can't draw."""
    for element in root.iter():
        tag = _name(element.tag)
        names = {_name(name) for name in element.attrib}
        if tag in _ACTIVE or "href" in names or any(name.startswith("on") for name in names):
            raise _refused(say("this SVG holds a script or a link"))
        if element.tag.startswith(_SVG) and tag not in _SHAPES | _HOLDERS | _SILENT and not _in_defs(root, element):
            raise _refused(say("this SVG holds {part}, which can't be drawn", part=f"<{tag}>"))
        for name, said in _said(element).items():
            if "url(" in said or (name in _CLEAR and _number(said, 1) != 1):
                raise _refused(say("this SVG holds {part}, which can't be drawn", part=f"{name}: {said}"))


def _in_defs(root: ElementTree.Element, element: ElementTree.Element) -> bool:
    """Whether it is only kept for what refers to it: that is refused itself, but a style sheet needs no reference."""
    if _name(element.tag) == "style":
        return False
    return any(element in list(defs.iter()) for defs in root.iter(f"{_SVG}defs"))


def _name(tag: str) -> str:
    return tag.rpartition("}")[2]


def _said(element: ElementTree.Element) -> dict[str, str]:
    """Its attributes, and over them what its style says."""
    pairs = (pair.split(":", 1) for pair in element.get("style", "").split(";") if ":" in pair)
    given = {name: said for name, said in element.attrib.items() if name != "style"}
    return {**given, **{name.strip(): said.strip() for name, said in pairs}}


def _number(text: str, default: float) -> float:
    found = _NUMBER.match(text.strip())
    return float(found.group()) if found else default


def _frame(root: ElementTree.Element) -> tuple[float, float, Size]:
    """The left top corner of what is seen, and its size."""
    if "viewBox" in root.attrib:
        left, top, width, height = map(float, root.attrib["viewBox"].replace(",", " ").split())
        return left, top, Size(width, height)
    return 0.0, 0.0, Size(_number(root.get("width", ""), 0), _number(root.get("height", ""), 0))


_DEFAULTS = {"fill": "black", "stroke": "none", "stroke-width": "1", "fill-rule": "nonzero"}


def _drawn(element: ElementTree.Element, at: "Transform", around: Mapping[str, str], depth: int) -> Iterator[Plane]:
    """The planes of an element and of those in it; `around` is what it inherits."""
    tag = _name(element.tag)
    if depth > DEEPEST:
        raise ValueError("too deep")
    said = _said(element)
    if not element.tag.startswith(_SVG) or tag in _SILENT or said.get("display") == "none":
        return
    own = {**around, **{name: said[name] for name in _INHERITED if name in said and said[name] != "inherit"}}
    at = _moved(at, said.get("transform", ""))
    if tag in _SHAPES:
        yield from _planes(element, at, own)
    for inner in element if tag in _HOLDERS else ():
        yield from _drawn(inner, at, own, depth + 1)


def _moved(at: "Transform", transform: str) -> "Transform":
    """The transform of SVG 1.1 §7.6 after that of what is around."""
    for name, text in re.findall(r"(\w+)\s*\(([^)]*)\)", transform):
        numbers = [float(number) for number in _NUMBER.findall(text)]
        at = at.transform(_step(name, numbers))
    return at


def _step(name: str, numbers: list[float]) -> "Transform":
    from fontTools.misc.transform import Identity, Transform  # for who draws alone

    degree = 0.017453292519943295
    match name, len(numbers):
        case "matrix", 6:
            return Transform(*numbers)
        case "translate", 1 | 2:
            return Identity.translate(*numbers)
        case "scale", 1 | 2:
            return Identity.scale(*numbers)
        case "rotate", 1:
            return Identity.rotate(numbers[0] * degree)
        case "rotate", 3:
            x, y = numbers[1:]
            return Identity.translate(x, y).rotate(numbers[0] * degree).translate(-x, -y)
        case _:
            raise ValueError(f"transform {name}")


def _planes(element: ElementTree.Element, at: "Transform", said: Mapping[str, str]) -> Iterator[Plane]:
    """The fill of a shape, and its line."""
    plain = {name: said for name, said in element.attrib.items() if name not in ("transform", "style")}
    bare = ElementTree.Element(element.tag, plain)
    root = ElementTree.Element(f"{_SVG}svg")
    root.append(bare)
    drawn = recorded(root, at)
    paths = tuple(paths_of(drawn, 0, 0))
    shape = Shape("", Size(1, 1), paths, 0, filled=True, even_odd=said["fill-rule"] == "evenodd")
    if paths and said["fill"] != "none" and _name(element.tag) != "line":
        yield Plane(shape, _colour(said["fill"]))
    if paths and said["stroke"] != "none":
        width = _number(said["stroke-width"], 1) * sqrt(abs(at[0] * at[3] - at[1] * at[2]))
        rounded = "round" in (said.get("stroke-linecap"), said.get("stroke-linejoin"))
        yield Plane(replace(shape, line=width, filled=False, rounded=rounded), _colour(said["stroke"]))


def _colour(text: str) -> Colour:
    """Six or three digits, rgb() in numbers, black or white."""
    digits = _NAMED.get(text, text.removeprefix("#"))
    if found := re.fullmatch(r"rgb\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)\s*\)", text):
        digits = "".join(f"{min(int(part), 255):02X}" for part in found.groups())
    if re.fullmatch("[0-9A-Fa-f]{3}", digits):
        digits = "".join(2 * digit for digit in digits)
    if not re.fullmatch("[0-9A-Fa-f]{6}", digits):
        raise _refused(say("this SVG names a colour {name}, which is not known here", name=text))
    red, green, blue = bytes.fromhex(digits)
    return Colour(red / 255, green / 255, blue / 255) if digits != "000000" else BLACK


def outlines(shape: Shape, scale: float) -> tuple[tuple[tuple[float, float], ...], ...]:
    """The corners of its paths, so many times as large, with curves in short straight lines."""
    found: list[list[tuple[float, float]]] = []
    for operator, n in shape.paths:
        if operator == "m":
            found.append([(n[0], n[1])])
        elif operator == "l":
            found[-1].append((n[0], n[1]))
        elif operator == "c":
            start = found[-1][-1]
            found[-1] += (_along(start, n, step / _STEPS) for step in range(1, _STEPS + 1))
        else:
            found[-1].append(found[-1][0])
    return tuple(tuple((x * scale, y * scale) for x, y in outline) for outline in found if len(outline) > 1)


def _along(start: tuple[float, float], n: tuple[float, ...], t: float) -> tuple[float, float]:
    """A point of a cubic Bézier curve."""
    a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
    return a * start[0] + b * n[0] + c * n[2] + d * n[4], a * start[1] + b * n[1] + c * n[3] + d * n[5]
