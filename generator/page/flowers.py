"""Points round a middle: a flower, with each in a petal."""

from dataclasses import replace
from math import atan2, cos, hypot, pi, radians, sin, tan

from generator.page.curves import Curve, Region, Spot, ellipse
from generator.page.items import Item, Size
from generator.page.plans import Arrangement, Plan, Standing

_HEARTS = (0.26, 0.3, 0.34, 0.38, 0.42, 0.46)
"""Sizes of the heart that are tried, as shares of the flower's."""
_WIDEST = 1.65
"""How many times as wide as high a flower is at most."""


class Flower(Plan):
    """A round middle with petals, each with its words."""

    centred = True

    def attempt(self, high: float) -> Arrangement | None:
        tall = high / 2 - 2
        wide = min(self.width / 2 - 2, tall * _WIDEST)
        for white in self.white:
            for share in _HEARTS:
                heart = ellipse(Spot(self.width / 2, high / 2), wide * share, tall * share)
                inside = Region(tuple(heart.spots()))
                middle = self.within(self.middle, inside, high=self.block.writable, below=white)
                if middle:
                    found = self._round(middle, heart, share, Size(self.width, high), white)
                    if found:
                        return found
                    break
        return None

    @property
    def numbers(self) -> list[str]:
        return [point.number for point in self.block.points]

    def _round(self, middle: Standing, heart: Curve, share: float, size: Size, white: float) -> Arrangement | None:
        centre, count, line = Spot(size.width / 2, size.height / 2), len(self.words), self.sign / 20
        tall = size.height / 2 - 2
        wide = min(size.width / 2 - 2, tall * _WIDEST)
        first = 0.0 if count == 2 else -pi / 2
        drawn: list[Item] = [heart.drawing(size, self.looks.colour("accent"), line)]
        points: list[Standing] = []
        for number in range(count):
            petal = _Petal(centre, Size(wide, tall), share * 1.06, first + 2 * pi * number / count, count)
            drawn.append(petal.curve.drawing(size, self.own[number].colour("accent"), line))
            region, label = petal.region, None
            if self.numbers[number]:
                side = self.sign * 0.7
                spot = petal.base(side * 0.75)
                label = self.label(number, spot, side * 0.52)
                region = region.beyond(petal.base(side * 1.3), petal.out)
                drawn.append(self.disc(number, spot, side))
            standing = self.within(self.words[number], region, high=self.block.writable, below=white)
            if not standing:
                return None
            points.append(replace(standing, label=label))
        return Arrangement(drawn, points, middle)


class _Petal:
    """One petal of a flower that reaches so far from its centre, and begins at a share of that."""

    def __init__(self, centre: Spot, reach: Size, start: float, turn: float, count: int) -> None:
        self._centre, self._reach, self._start, self._turn = centre, reach, start, turn
        self._half = min(pi / max(count, 2), radians(46)) * 0.95
        self.curve = self._edge()
        foot, beside = self._at(start, 0), self._at(start, 1)
        across = atan2(beside.y - foot.y, beside.x - foot.x)
        self.region = Region(tuple(self.curve.spots())).beyond(foot, across - pi / 2)
        self._close()

    def _at(self, x: float, y: float) -> Spot:
        """A spot of the petal in its own measures: x from the heart to the tip at 1, y across."""
        across, down = x * cos(self._turn) - y * sin(self._turn), x * sin(self._turn) + y * cos(self._turn)
        return Spot(self._centre.x + across * self._reach.width, self._centre.y + down * self._reach.height)

    @property
    def out(self) -> float:
        """The direction in which it points, in radians."""
        tip = self._at(1, 0)
        return atan2(tip.y - self._centre.y, tip.x - self._centre.x)

    def base(self, beyond: float) -> Spot:
        """The spot on its axis so many points from where it begins."""
        foot, tip = self._at(self._start, 0), self._at(1, 0)
        return foot.to(tip, beyond / hypot(tip.x - foot.x, tip.y - foot.y))

    def _edge(self) -> Curve:
        """Its edge from foot to foot."""
        half, start = self._half, self._start
        shoulder = max(1 - 0.95 * sin(half), start + 0.15, 0.5)
        foot_x, foot_y = start * cos(half), start * sin(half)
        side_x, side_y = shoulder * cos(half), shoulder * sin(half)
        cap = 1 - side_x
        lean_x, lean_y = side_x + 0.55 * cap * cos(half), side_y + 0.55 * cap * sin(half)
        tip_y = lean_y * 0.62
        curve = Curve(self._at(foot_x, -foot_y)).line(self._at(side_x, -side_y))
        curve.curve(self._at(lean_x, -lean_y), self._at(1, -tip_y), self._at(1, 0))
        curve.curve(self._at(1, tip_y), self._at(lean_x, lean_y), self._at(side_x, side_y))
        return curve.line(self._at(foot_x, foot_y))

    def _close(self) -> None:
        """Follows the round heart back to the first foot."""
        half, start = self._half, self._start
        foot_x, foot_y = start * cos(half), start * sin(half)
        reach = start * 4 / 3 * tan(half / 2)
        first = self._at(foot_x + reach * sin(half), foot_y - reach * cos(half))
        second = self._at(foot_x + reach * sin(half), -foot_y + reach * cos(half))
        self.curve.curve(first, second, self._at(foot_x, -foot_y)).close()
