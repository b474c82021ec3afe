"""What a print shop's preflight looks for, reckoned from the items of a page and from the file, not from pixels."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pikepdf

from generator.page.items import MM, WHITE, Box, Circle, Colour, Drawing, Page, Rect, Rule, Shape, Text
from generator.page.text import Measure
from tests.page.geometry import Landed, Line, Point, holds, landed, lines_on, overlapping
from tests.test_looks import contrast, luminance

SMALLEST, SMALLEST_REVERSED = 7.0, 8.0
"""Points (print-facts: printers' floor 5–6, reversed-out 8; ours is 7)."""
CONTRAST, CONTRAST_OF_LARGE = 4.5, 3.0
LARGE, LARGE_BOLD = 18.0, 14.0
"""Points from which letters are large (WCAG 2.2, 1.4.3)."""
SAFE = 3 * MM
"""Nothing that matters comes nearer to the trim."""
_STEPS = 8
"""In so many straight lines a curve is taken apart."""


def faults(page: Page, measure: Measure, edges: Sequence[Box] = ()) -> list[str]:
    """Everything that is wrong on a page; `edges` are the trims of the cards on a sheet, and else the page's own."""
    trims = edges or [Box(0, 0, page.size.width, page.size.height)]
    return [
        *small(page, measure),
        *faint(page, measure),
        *outside(page, measure),
        *(f"“{one}” stands over “{other}”" for one, other in overlapping(list(lines_on(page, measure)))),
        *(fault for trim in trims for fault in near_the_trim(page, measure, trim)),
    ]


# Letters


@dataclass(frozen=True)
class Lettering:
    """A line of letters as it comes on the page: its size in points, and the planes on which it stands."""

    line: Line
    size: float
    bold: bool
    colour: Colour
    grounds: frozenset[Colour]


def lettering(page: Page, measure: Measure) -> Iterator[Lettering]:
    """Each line, and what was drawn below it before."""
    planes: list[Plane] = []
    for each in landed(page.items):
        if isinstance(each.item, Text):
            for line in lines_on(Page(page.size, _alone(each)), measure):
                grounds = frozenset(_ground(spot, planes) for spot in _spots(line.box))
                ink = each.item.ink
                yield Lettering(line, ink.size * _scale(each), ink.face.startswith("vet"), ink.colour, grounds)
        else:
            planes.extend(_planes(each))


def _alone(each: Landed) -> tuple[object, ...]:
    """The item in its groups, without what stands beside it."""
    inner: object = each.item
    for group in reversed(each.groups):
        inner = type(group)((inner,), group.element, group.placed)
    return (inner,)


def _scale(each: Landed) -> float:
    one, other = each.point(0, 0), each.point(1, 0)
    return abs(one.x - other.x) + abs(one.y - other.y)


def _spots(box: Box) -> list[Point]:
    middle = box.y + box.height / 2
    return [Point(box.x + box.width * share, middle) for share in (0.02, 0.25, 0.5, 0.75, 0.98)]


@dataclass(frozen=True)
class Plane:
    """A plane of one colour: a box, or the corners of a shape in it."""

    colour: Colour
    box: Box
    corners: tuple[tuple[Point, ...], ...] = ()

    def holds(self, spot: Point) -> bool:
        """Whether it lies under a spot."""
        if not holds(self.box, Box(spot.x, spot.y, 0, 0)):
            return False
        return not self.corners or sum(_crossings(ring, spot) for ring in self.corners) % 2 == 1


def _crossings(ring: Sequence[Point], spot: Point) -> int:
    pairs = zip(ring, (*ring[1:], ring[0]), strict=True)
    return sum(
        (one.y > spot.y) != (two.y > spot.y) and spot.x < one.x + (spot.y - one.y) / (two.y - one.y) * (two.x - one.x)
        for one, two in pairs
    )


def _planes(each: Landed) -> Iterator[Plane]:
    item = each.item
    if isinstance(item, Rect) and item.fill:
        yield Plane(item.fill, each.box(item.box))
    elif isinstance(item, Drawing) and item.shape.filled:
        rings = tuple(tuple(each.point(p.x, p.y) for p in ring) for ring in _rings(item.shape, item.box))
        yield Plane(item.colour, each.box(item.box), rings)


def _rings(shape: Shape, box: Box) -> Iterator[list[Point]]:
    """The outlines of a shape in its box, with its curves as straight lines."""
    across, along = box.width / shape.size.width, box.height / shape.size.height
    ring: list[Point] = []
    for operator, numbers in shape.paths:
        points = [
            Point(box.x + x * across, box.y + y * along) for x, y in zip(numbers[::2], numbers[1::2], strict=True)
        ]
        if operator == "m" and ring:
            yield ring
            ring = []
        if operator == "c":
            ring += [_bezier(ring[-1], *points, step / _STEPS) for step in range(1, _STEPS + 1)]
        else:
            ring += points
    if ring:
        yield ring


def _bezier(a: Point, b: Point, c: Point, d: Point, t: float) -> Point:
    shares = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3
    return Point(
        sum(share * p.x for share, p in zip(shares, (a, b, c, d), strict=True)),
        sum(share * p.y for share, p in zip(shares, (a, b, c, d), strict=True)),
    )


def _ground(spot: Point, planes: Sequence[Plane]) -> Colour:
    return next((plane.colour for plane in reversed(planes) if plane.holds(spot)), WHITE)


def small(page: Page, measure: Measure) -> Iterator[str]:
    """Letters below the floor; it is higher for light ones on a dark plane."""
    for each in lettering(page, measure):
        is_reversed = any(luminance(each.colour) > luminance(ground) for ground in each.grounds)
        least = SMALLEST_REVERSED if is_reversed else SMALLEST
        if each.size < least - 0.01:
            yield f"“{each.line.text}” is {each.size:.1f} pt, and {least:.0f} is the least"


def faint(page: Page, measure: Measure) -> Iterator[str]:
    """Letters that differ too little from what they stand on."""
    for each in lettering(page, measure):
        is_large = each.size >= LARGE or (each.bold and each.size >= LARGE_BOLD)
        least = CONTRAST_OF_LARGE if is_large else CONTRAST
        found = min(contrast(each.colour, ground) for ground in each.grounds)
        if found < least - 0.005:
            yield f"“{each.line.text}” has a contrast of {found:.1f}, and {least} is the least"


# Edges


def outside(page: Page, measure: Measure) -> Iterator[str]:
    """What is drawn beyond the bleed, or beyond the trim where that has none."""
    paper = Box(0, 0, page.size.width, page.size.height).inset(-page.bleed)
    for each in landed(page.items):
        if each.ink and not holds(paper, each.ink.inset(-_half(each))):
            yield f"{type(each.item).__name__} at {each.ink.x:.0f}, {each.ink.y:.0f} lies outside"
    yield from (f"“{line.text}” lies outside" for line in lines_on(page, measure) if not holds(paper, line.box))


def _half(each: Landed) -> float:
    """Half the width of its lines, as they come on the page."""
    item = each.item
    if isinstance(item, Rule | Circle) or (isinstance(item, Rect) and item.stroke):
        return item.width / 2 * _scale(each)
    return 0.0


def near_the_trim(page: Page, measure: Measure, trim: Box) -> Iterator[str]:
    """Words that a knife might touch."""
    safe = trim.inset(SAFE)
    for line in lines_on(page, measure):
        middle = line.box.x + line.box.width / 2, line.box.y + line.box.height / 2
        if holds(trim, Box(*middle, 0, 0)) and not holds(safe, line.box):
            yield f"“{line.text}” stands within 3 mm of the trim"


# Files


def loose_fonts(pdf: pikepdf.Pdf) -> list[str]:
    """The fonts that are not embedded."""
    found = set()
    for page in pdf.pages:
        for font in page.obj.Resources.get("/Font", {}).values():
            inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
            if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(inner.get("/FontDescriptor", {}).keys()):
                found.add(str(font.get("/BaseFont")))
    return sorted(found)


BOXES = ("/TrimBox", "/BleedBox", "/CropBox", "/MediaBox")
"""From the inside out; ISO 15930-4 §6.8 wants the trim in the bleed, and the bleed in the media."""


def odd_boxes(pdf: pikepdf.Pdf) -> list[str]:
    """The pages that lack a box, or on which one does not lie within the next."""
    found = []
    for number, page in enumerate(pdf.pages, 1):
        boxes = [[float(n) for n in page.obj[name]] for name in BOXES if name in page.obj]
        if len(boxes) < len(BOXES):
            found.append(f"page {number} lacks a box")
        for inner, outer in pairwise(boxes):
            if inner[0] < outer[0] or inner[1] < outer[1] or inner[2] > outer[2] or inner[3] > outer[3]:
                found.append(f"page {number}: {inner} does not lie within {outer}")
    return found
