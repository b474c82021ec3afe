"""A small SVG drawing in lines → a Shape. Scripts, texts, pictures and links to elsewhere in it are not read."""

import re
from collections.abc import Sequence
from math import inf, isfinite
from typing import Any
from xml.etree import ElementTree

from generator.page.items import Shape, Size

MAX_BYTES = 100_000


class DrawingError(Exception):
    """The drawing can't be used; the text says why."""


def root_of(svg: bytes, most: int = MAX_BYTES) -> ElementTree.Element:
    """The drawing as a tree. Raises DrawingError, and SyntaxError for what is no XML."""
    if len(svg) > most:
        raise DrawingError(f"larger than {most // 1000} kB")
    if b"\0" in svg or re.search(rb"<!(DOCTYPE|ENTITY)", svg, re.IGNORECASE):  # UTF-16 would hide them
        raise DrawingError("a DOCTYPE or entity")
    return ElementTree.fromstring(svg)


def read_shape(name: str, svg: bytes) -> Shape:
    """The lines of the drawing, in its own units. Raises DrawingError."""
    try:
        root = root_of(svg)
        left, top, width, height = map(float, root.attrib.get("viewBox", "").replace(",", " ").split())
        line = float(root.attrib.get("stroke-width", 2))
        if any("transform" in element.attrib for element in root.iter()):
            raise DrawingError("a transform")
        drawn = recorded(root)
    except (SyntaxError, ValueError, TypeError, IndexError) as error:  # what ElementTree, lxml and fontTools raise
        raise DrawingError(str(error)) from error
    shape = Shape(name, Size(width, height), tuple(paths_of(drawn, left, top)), line)
    if not all(map(isfinite, (line, *(n for _, numbers in shape.paths for n in numbers)))):
        raise DrawingError("a number without end")
    if not (0 < width < inf and 0 < height < inf):
        raise DrawingError("a viewBox without a size")
    return shape


def recorded(root: ElementTree.Element, at: Sequence[float] | None = None) -> list[tuple[str, tuple[Any, ...]]]:
    """What fontTools draws of the drawing, each operator with its points; `at` is a matrix of SVG 1.1 §7.5.

    Raises what fontTools raises: ValueError, TypeError and IndexError.
    """
    from fontTools.pens.recordingPen import RecordingPen  # loads lxml along, for who draws alone
    from fontTools.pens.transformPen import TransformPen
    from fontTools.svgLib.path import SVGPath

    pen = RecordingPen()
    whole = ElementTree.tostring(root)  # without comments, which fontTools trips over
    SVGPath.fromstring(whole).draw(pen if at is None else TransformPen(pen, at))
    return list(pen.value)


def paths_of(
    drawn: Sequence[tuple[str, tuple[Any, ...]]], left: float, top: float
) -> list[tuple[str, tuple[float, ...]]]:
    """What was recorded, as operators with their numbers; (left, top) becomes (0, 0)."""
    paths: list[tuple[str, tuple[float, ...]]] = []
    last = (0.0, 0.0)
    for operator, points in drawn:
        if operator == "qCurveTo":
            points = _cubic(last, points)
            operator = "curveTo"
        if operator in _OPERATORS:
            numbers = tuple(number for x, y in points for number in (x - left, y - top))
            paths.append((_OPERATORS[operator], numbers))
        if points:
            last = points[-1]
    return paths


_OPERATORS = {"moveTo": "m", "lineTo": "l", "curveTo": "c", "closePath": "h"}


def _cubic(start: tuple[float, float], points: tuple[tuple[float, float], ...]) -> tuple[tuple[float, float], ...]:
    """One quadratic curve as a cubic one."""
    (cx, cy), (x, y) = points[0], points[-1]
    first = (start[0] + 2 / 3 * (cx - start[0]), start[1] + 2 / 3 * (cy - start[1]))
    second = (x + 2 / 3 * (cx - x), y + 2 / 3 * (cy - y))
    return first, second, (x, y)
