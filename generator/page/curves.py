"""Points and numbers → curves that are drawn, and regions within them where a text finds its place."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from hashlib import sha256
from itertools import pairwise, product
from math import atan2, ceil, cos, hypot, pi, radians, sin, tan

from generator.page.items import Box, Colour, Drawing, Shape, Size
from generator.page.value import value

_TRIES = 24
"""How often the room for a text is looked for: each time in two thirds or half of what is left."""
_LEVEL = 1e-9
"""A side that rises less than this is level."""
_ROUND = 0.5523
"""How far the handles of a quarter of a circle reach, as a share of the radius."""
_ARC = radians(45)
"""The longest arc that one Bézier curve draws: it strays less than a thousandth of the radius."""


@value(frozen=True, slots=True)
class Spot:
    """A point in a drawing, in points (1/72 inch) from its left top corner."""

    x: float
    y: float

    def to(self, other: "Spot", share: float) -> "Spot":
        """The point that lies at this share of the way to another one."""
        return Spot(self.x + (other.x - self.x) * share, self.y + (other.y - self.y) * share)

    def towards(self, angle: float, distance: float) -> "Spot":
        """The point at this distance; angles are in radians, clockwise from the right."""
        return Spot(self.x + cos(angle) * distance, self.y + sin(angle) * distance)


class Curve:
    """A path in lines and Bézier curves, drawn from piece to piece."""

    def __init__(self, start: Spot) -> None:
        self._at = start
        self._paths: list[tuple[str, tuple[float, ...]]] = [("m", (start.x, start.y))]
        self._pieces: list[Callable[[float], Spot] | None] = []
        self._starts: list[Spot] = []

    def move(self, to: Spot) -> "Curve":
        """Lifts the pen."""
        self._at = to
        self._paths.append(("m", (to.x, to.y)))
        return self

    def line(self, to: Spot) -> "Curve":
        """A straight line."""
        self._starts.append(self._at)
        self._pieces.append(None)
        self._paths.append(("l", (to.x, to.y)))
        self._at = to
        return self

    def curve(self, first: Spot, second: Spot, to: Spot) -> "Curve":
        """A Bézier curve with two handles."""
        start, self._at = self._at, to
        self._paths.append(("c", (first.x, first.y, second.x, second.y, to.x, to.y)))
        self._starts.append(start)
        self._pieces.append(lambda share: _bezier(start, first, second, to, share))
        return self

    def arc(self, centre: Spot, radius: float, start: float, end: float) -> "Curve":
        """Part of a circle between two angles, where the pen stands at the first of them."""
        count = max(1, ceil(abs(end - start) / _ARC))
        step = (end - start) / count
        reach = radius * 4 / 3 * tan(step / 4)
        for number in range(count):
            angle = start + number * step
            here, there = centre.towards(angle, radius), centre.towards(angle + step, radius)
            first, second = here.towards(angle + pi / 2, reach), there.towards(angle + step - pi / 2, reach)
            self.curve(first, second, there)
        return self

    def close(self) -> "Curve":
        """A line back to where it began."""
        self._paths.append(("h", ()))
        return self

    def spots(self, steps: int = 12) -> list[Spot]:
        """The path as points, so many on each piece that bends."""
        found: list[Spot] = []
        for start, piece in zip(self._starts, self._pieces, strict=True):
            found.extend([piece(number / steps) for number in range(steps)] if piece else [start])
        return [*found, self._at]

    def drawing(self, size: Size, colour: Colour, line: float = 0.0) -> Drawing:
        """What draws it, in a picture of this size; a plane where the line has no width."""
        paths = tuple(self._paths)
        name = sha256(repr((paths, size, line)).encode()).hexdigest()[:16]
        return Drawing(
            Shape(f"tekening/{name}", size, paths, line, not line), Box(0, 0, size.width, size.height), colour
        )


def _bezier(start: Spot, first: Spot, second: Spot, end: Spot, share: float) -> Spot:
    one, two, three = start.to(first, share), first.to(second, share), second.to(end, share)
    return one.to(two, share).to(two.to(three, share), share)


@value(frozen=True, slots=True)
class Step:
    """A point on a path and the direction in which it goes on, in radians."""

    spot: Spot
    angle: float


def along(spots: Sequence[Spot], distance: float, start: float = 0.0) -> Iterator[Step]:
    """Steps of equal length along a line through points."""
    next_at, gone = start, 0.0
    for here, there in pairwise(spots):
        length = hypot(there.x - here.x, there.y - here.y)
        while length and next_at <= gone + length:
            angle = atan2(there.y - here.y, there.x - here.x)
            yield Step(here.to(there, (next_at - gone) / length), angle)
            next_at += distance
        gone += length


@value(frozen=True)
class Region:
    """A convex plane: its corners one after the other, either way round."""

    corners: tuple[Spot, ...]

    @cached_property
    def box(self) -> Box:
        """The rectangle round it."""
        xs, ys = [spot.x for spot in self.corners], [spot.y for spot in self.corners]
        return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))

    @cached_property
    def middle(self) -> Spot:
        """Its centre of mass."""
        xs = ys = area = 0.0
        for here, there in self._sides():
            cross = here.x * there.y - there.x * here.y
            area += cross
            xs += (here.x + there.x) * cross
            ys += (here.y + there.y) * cross
        return Spot(xs / (3 * area), ys / (3 * area)) if area else self.corners[0]

    def _sides(self) -> Iterator[tuple[Spot, Spot]]:
        return zip(self.corners, (*self.corners[1:], self.corners[0]), strict=True)

    @cached_property
    def _limits(self) -> list[tuple[float, float, float]]:
        """Each side as (a, b, c): within, a·x + b·y is at most c."""
        turn = 1 if sum(one.x * two.y - two.x * one.y for one, two in self._sides()) > 0 else -1
        limits = []
        for one, two in self._sides():
            a, b = turn * (two.y - one.y), turn * (one.x - two.x)
            if a or b:
                limits.append((a, b, a * one.x + b * one.y))
        return limits

    def beyond(self, spot: Spot, angle: float) -> "Region":
        """What lies on the far side of a straight line through the spot, that stands square to the angle."""
        a, b = cos(angle), sin(angle)
        corners: list[Spot] = []
        for here, there in self._sides():
            before = a * (here.x - spot.x) + b * (here.y - spot.y)
            after = a * (there.x - spot.x) + b * (there.y - spot.y)
            if before >= 0:
                corners.append(here)
            if before * after < 0:
                corners.append(here.to(there, before / (before - after)))
        return Region(tuple(corners))

    def place(self, size: Size, high: bool = False, at_left: bool = False) -> Box | None:
        """Where a rectangle of this size stands within it: as high as can be, or as near its middle; None without room.

        Across it stands in the middle of its room, or at the left of it.
        """
        if size.width > self.box.width or size.height > self.box.height or len(self.corners) < 3:
            return None
        room = _Room(self._limits, size, self.box)
        some = room.somewhere()
        if some is None:
            return None
        y = room.nearest(self.box.y if high else self.middle.y, some)
        left, right = room.across(y)
        return Box(
            (left if at_left else (left + right) / 2) - size.width / 2, y - size.height / 2, size.width, size.height
        )


class _Room:
    """Where the middle of a rectangle may come within sides (a, b, c)."""

    def __init__(self, limits: Sequence[tuple[float, float, float]], size: Size, box: Box) -> None:
        self._box, self._top, self._low = box, box.y + size.height / 2, box.bottom - size.height / 2
        self._lefts: list[tuple[float, float]] = []
        self._rights: list[tuple[float, float]] = []
        for a, b, c in limits:
            c -= (abs(a) * size.width + abs(b) * size.height) / 2
            if abs(a) > _LEVEL * abs(b):
                (self._rights if a > 0 else self._lefts).append((c / a, b / a))
            elif b > 0:
                self._low = min(self._low, c / b)
            else:
                self._top = max(self._top, c / b)

    def across(self, y: float) -> tuple[float, float]:
        """From where to where it may come at a height; the first is the larger where it may not come there at all."""
        left = max([start - slope * y for start, slope in self._lefts], default=self._box.x)
        return left, min([start - slope * y for start, slope in self._rights], default=self._box.right)

    def _wide(self, y: float) -> float:
        left, right = self.across(y)
        return right - left

    def somewhere(self) -> float | None:
        """A height at which there is room: it is widest at one height, and narrower the farther from there."""
        low, high = self._top, self._low
        for _ in range(_TRIES):
            one, other = low + (high - low) / 3, high - (high - low) / 3
            at_one, at_other = self._wide(one), self._wide(other)
            if max(at_one, at_other) >= 0:
                return one if at_one >= at_other else other
            low, high = (low, other) if at_one > at_other else (one, high)
        return None

    def nearest(self, wanted: float, some: float) -> float:
        """The height nearest to the one that is wanted, if there is room at `some`."""
        far = min(max(wanted, self._top), self._low)
        if self._wide(far) >= 0:
            return far
        for _ in range(_TRIES):
            half = (far + some) / 2
            far, some = (far, half) if self._wide(half) >= 0 else (half, some)
        return some


def largest(region: Region) -> Box | None:
    """The largest rectangle within a region, of those in tenths of its box; None where it has no room for any."""
    box = region.box if len(region.corners) > 2 else Box(0, 0, 0, 0)
    shares = sorted(product(range(1, 11), repeat=2), key=lambda pair: pair[0] * pair[1], reverse=True)
    sizes = (Size(box.width * wide / 10, box.height * tall / 10) for wide, tall in shares)
    return next((place for size in sizes if (place := region.place(size))), None)


def circle(centre: Spot, radius: float, corners: int = 48) -> Region:
    """A region that is round."""
    return Region(tuple(centre.towards(2 * pi * number / corners, radius) for number in range(corners)))


def ellipse(centre: Spot, wide: float, tall: float) -> Curve:
    """An oval round a centre, so wide and tall from there to its edge."""
    right, low, left, top = (
        Spot(centre.x + wide, centre.y),
        Spot(centre.x, centre.y + tall),
        Spot(centre.x - wide, centre.y),
        Spot(centre.x, centre.y - tall),
    )
    dx, dy = wide * _ROUND, tall * _ROUND
    curve = Curve(right).curve(Spot(right.x, right.y + dy), Spot(low.x + dx, low.y), low)
    curve.curve(Spot(low.x - dx, low.y), Spot(left.x, left.y + dy), left)
    curve.curve(Spot(left.x, left.y - dy), Spot(top.x - dx, top.y), top)
    return curve.curve(Spot(top.x + dx, top.y), Spot(right.x, right.y - dy), right).close()
