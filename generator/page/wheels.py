"""Points round a middle: a rectangle that spokes divide, to write in."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from math import atan2, cos, pi, sin

from generator.page.curves import Region, Spot, circle
from generator.page.items import Box, Item, Rect, Rule, Size
from generator.page.plans import Arrangement, Plan, Standing
from generator.page.rings import Arc, arrow

_HUBS = (0.2, 0.23, 0.26, 0.3, 0.34, 0.38)
"""Sizes of the middle that are tried, as shares of the shorter side."""
_SECTORS = 720
"""In so many parts a rectangle is divided to share it fairly."""


class Wheel(Plan):
    """A rectangle shared by spokes, to write in, with arrows round the middle."""

    def attempt(self, high: float) -> Arrangement | None:
        centre = Spot(self.width / 2, high / 2)
        for white in self.white:
            for share in _HUBS:
                hub = min(high, self.width) * share
                middle = self.within(self.middle, circle(centre, hub - 2), high=True, below=white)
                if middle:
                    found = self._round(middle, hub, high, white)
                    if found:
                        return found
                    break
        return None

    def _round(self, middle: Standing, hub: float, high: float, white: float) -> Arrangement | None:
        centre, thick, side = Spot(self.width / 2, high / 2), self.sign * 0.7, self.sign * 0.75
        outer = hub + thick
        if outer > 0.48 * min(high, self.width):
            return None
        frame = Box(0, 0, self.width, high)
        drawn: list[Item] = [Rect(frame.inset(0.5), stroke=self.looks.colour("lijn"), width=1, radius=8)]
        points: list[Standing] = []
        for number, arc in enumerate(_shared(frame, centre, len(self.words))):
            regions = _sectors(frame, centre, outer + self.gap / 2, arc)
            standing = self.within(self.words[number], *regions, high=True, below=white, aside=side + self.gap / 2)
            if not standing:
                return None
            spot = Spot(standing.x - side / 2 - self.gap / 2, standing.y + self.head.leading / 2)
            points.append(replace(standing, label=self.label(number, spot, side * 0.52)))
            drawn.append(self.disc(number, spot, side))
            drawn.append(self.plane(arrow(centre, outer, hub, arc), Size(self.width, high), number))
            if len(self.words) > 1:
                start = centre.towards(arc.start, outer + self.gap)
                end = centre.towards(arc.start, _reach(frame, centre, arc.start))
                drawn.append(Rule(start.x, start.y, end.x, end.y, self.looks.colour("lijn"), 1))
        return Arrangement(drawn, points, middle)


def _reach(frame: Box, centre: Spot, angle: float) -> float:
    """How far the edge of a rectangle lies from its centre in some direction."""
    across = frame.width / 2 / abs(cos(angle)) if abs(cos(angle)) > 1e-9 else float("inf")
    along = frame.height / 2 / abs(sin(angle)) if abs(sin(angle)) > 1e-9 else float("inf")
    return min(across, along)


def _shared(frame: Box, centre: Spot, count: int) -> list[Arc]:
    """The angles between which each has an equal share of the rectangle, clockwise from the top."""
    angles = [-pi / 2 + 2 * pi * number / _SECTORS for number in range(_SECTORS + 1)]
    areas = list(accumulate((_reach(frame, centre, angle) ** 2 for angle in angles[:-1]), initial=0.0))
    ends = [-pi / 2, *(_where(areas[-1] * number / count, areas, angles) for number in range(1, count)), 1.5 * pi]
    return [Arc(start, end) for start, end in pairwise(ends)]


def _where(wanted: float, areas: Sequence[float], angles: Sequence[float]) -> float:
    """The angle up to which there is so much area."""
    at = bisect_left(areas, wanted)
    return angles[at - 1] + (angles[at] - angles[at - 1]) * (wanted - areas[at - 1]) / (areas[at] - areas[at - 1])


def _sectors(frame: Box, centre: Spot, hub: float, arc: Arc) -> Iterator[Region]:
    """What lies in a rectangle between two spokes, and beyond the hub: outwards, above, below or beside it."""
    left, right = frame.x, frame.right
    whole = Region((Spot(left, frame.y), Spot(right, frame.y), Spot(right, frame.bottom), Spot(left, frame.bottom)))
    outwards = arc.middle
    if arc.end - arc.start <= pi + 1e-3:
        whole = whole.beyond(centre, arc.start + pi / 2).beyond(centre, arc.end - pi / 2)
        outwards = atan2(whole.middle.y - centre.y, whole.middle.x - centre.x)
    for angle in (outwards, -pi / 2, 0.0, pi / 2, pi, 1.5 * pi):
        if angle is outwards or arc.start <= angle <= arc.end:
            yield whole.beyond(centre.towards(angle, hub), angle)
