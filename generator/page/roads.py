"""Points along a way: a road from left to right, and a trail that winds over several rows."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil, pi

from generator.page.curves import Curve, Spot, Step, along
from generator.page.items import WHITE, Item, Rule, Size
from generator.page.plans import Arrangement, Plan, Standing
from generator.page.value import value

_ROAD = 0.62
"""How wide a road is, as a share of a sign."""


class Road(Plan):
    """A road that winds from left to right, with words above and below it in turn."""

    def attempt(self, high: float) -> Arrangement | None:
        count, gap = len(self.words), 2 * self.gap
        step = (self.width + gap) / (count + 1)
        column = min(2 * step - gap, self.width)
        said = [words.at(column) for words in self.words]
        above = max(each.size.height for each in said[::2])
        below = max((each.size.height for each in said[1::2]), default=0.0)
        stem = self.sign * 0.4
        spare = high - above - below - 2 * stem - self.sign - 2 * gap * 0.4
        least = min(0.12 * step, self.sign) if below else 0.0
        if column < 5 * self.text.size or spare < least:
            return None
        swing = min(spare, 0.55 * step) if below else 0.0
        longer = min((spare - swing) / 2, self.sign)
        top = gap * 0.4 + (spare - swing - 2 * longer) / 2
        up = top + above + stem + longer + self.sign / 2
        spots = [Spot(column / 2 + step * number, up + swing * (number % 2)) for number in range(count)]
        return self._along(spots, said_at=top, stem=stem + longer)

    def _along(self, spots: Sequence[Spot], said_at: float, stem: float) -> Arrangement:
        column = 2 * spots[0].x
        drawn: list[Item] = [*self._road(spots)]
        stems: list[Item] = []
        points: list[Standing] = []
        for number, spot in enumerate(spots):
            said = self.words[number].at(column)
            is_below = number % 2 == 1
            y = spot.y + self.sign / 2 + stem if is_below else said_at
            x = min(max(spot.x - said.size.width / 2, 0.0), self.width - said.size.width)
            edge = y - self.gap * 0.4 if is_below else y + said.size.height + self.gap * 0.4
            stems.append(Rule(spot.x, edge, spot.x, spot.y, self.own[number].colour("accent"), self.sign / 28))
            points.append(Standing(said, x, y, self.label(number, spot, self.sign * 0.52)))
        discs = [self.disc(number, spot, self.sign) for number, spot in enumerate(spots)]
        return Arrangement([*stems, *drawn, *discs], points)

    def _road(self, spots: Sequence[Spot]) -> Iterator[Item]:
        wide, size = self.sign * _ROAD, Size(self.width, max(spot.y for spot in spots) + self.sign)
        first, last = spots[0], spots[-1]
        curve = Curve(Spot(wide / 2, first.y)).line(first)
        for here, there in pairwise(spots):
            half = (here.x + there.x) / 2
            curve.curve(Spot(half, here.y), Spot(half, there.y), there)
        curve.line(Spot(self.width - wide / 2, last.y))
        yield curve.drawing(size, self.looks.colour("tweede"), wide)
        if self.looks.outlined:
            yield curve.drawing(size, WHITE, wide - self.sign / 12)
        dash = wide * 0.7
        dashes = Curve(Spot(wide / 2, first.y))
        steps = [step for step in along(curve.spots(40), 2 * dash) if step.spot.x < self.width - 2 * wide]
        for each in steps:
            dashes.move(each.spot).line(each.spot.towards(each.angle, dash))
        yield dashes.drawing(size, self.looks.colour("wit"), wide / 12)
        tip = Spot(self.width - wide * 0.45, last.y)
        arrow = Curve(tip.towards(pi * 0.75, wide * 0.3)).line(tip).line(tip.towards(-pi * 0.75, wide * 0.3))
        yield arrow.drawing(size, self.looks.colour("wit"), wide / 12)


@value(frozen=True, slots=True)
class _Rows:
    """The points over rows: how many stand in one, and how high the words of each row are."""

    columns: int
    cell: float
    heights: tuple[float, ...]


class Trail(Plan):
    """A trail as in a board game: to the right, down, back to the left, and so on."""

    def attempt(self, high: float) -> Arrangement | None:
        fitting = [rows for rows in self._ways() if self._needs(rows) <= high]
        if not fitting:
            return None
        return self._over(min(fitting, key=lambda rows: _strain(rows, high)), high)

    @property
    def _turn(self) -> float:
        """The white at both sides, in which the trail turns."""
        return self.sign * 0.95

    def _ways(self) -> Iterator[_Rows]:
        count = len(self.words)
        for rows in range(1, count + 1):
            columns = ceil(count / rows)
            cell = (self.width - 2 * self._turn) / columns
            if (rows - 1) * columns < count and cell - 2 * self.gap >= 5 * self.text.size:
                heights = [words.at(cell - 2 * self.gap).size.height for words in self.words]
                tops = range(0, count, columns)
                yield _Rows(columns, cell, tuple(max(heights[top : top + columns]) for top in tops))

    def _needs(self, rows: _Rows) -> float:
        return sum(rows.heights) + len(rows.heights) * (self.sign + self.gap * 0.6) + (len(rows.heights) - 1) * self.gap

    def _over(self, rows: _Rows, high: float) -> Arrangement:
        count, spare = len(rows.heights), high - self._needs(rows)
        between = min(spare / count, 2.2 * self.sign)
        y = (spare - between * (count - 1)) / 2 + self.sign / 2
        spots: list[Spot] = []
        points: list[Standing] = []
        for row, height in enumerate(rows.heights):
            first = row * rows.columns
            for column, number in enumerate(range(first, min(first + rows.columns, len(self.words)))):
                at = column if row % 2 == 0 else rows.columns - 1 - column
                spot = Spot(self._turn + rows.cell * (at + 0.5), y)
                said = self.words[number].at(rows.cell - 2 * self.gap)
                x = spot.x - said.size.width / 2
                label = self.label(number, spot, self.sign * 0.52)
                points.append(Standing(said, x, y + self.sign / 2 + self.gap * 0.6, label))
                spots.append(spot)
            y += self.sign + self.gap * 1.6 + height + between
        discs = [self.disc(number, spot, self.sign) for number, spot in enumerate(spots)]
        return Arrangement([*self._trail(spots, rows), *discs], points)

    def _trail(self, spots: Sequence[Spot], rows: _Rows) -> Iterator[Item]:
        """A band with a line at each side and tiles across."""
        wide = self.sign * _ROAD
        size = Size(self.width, max(spot.y for spot in spots) + self.sign)
        curve = self._path(spots, wide)
        yield curve.drawing(size, self.looks.colour("tweede"), wide)
        yield curve.drawing(size, WHITE, wide - self.sign / 12)
        steps, tiles, planes = list(along(curve.spots(40), wide * 0.9)), Curve(spots[0]), Curve(spots[0])
        for each in steps:
            tiles.move(_beside(each, wide * 0.46)).line(_beside(each, -wide * 0.46))
        for one, two in list(pairwise(steps))[::2]:
            planes.move(_beside(one, wide * 0.44)).line(_beside(one, -wide * 0.44))
            planes.line(_beside(two, -wide * 0.44)).line(_beside(two, wide * 0.44)).close()
        yield planes.drawing(size, self.looks.colour("tint"))
        yield tiles.drawing(size, self.looks.colour("tweede"), self.sign / 28)
        yield from self._flag(curve, size)

    def _flag(self, curve: Curve, size: Size) -> Iterator[Item]:
        """A flag where the trail ends, no higher than a sign."""
        end = curve.spots(1)[-1]
        accent, top, wide = self.looks.colour("accent"), end.y - self.sign * 0.5, self.sign * 0.42
        yield Curve(Spot(end.x, end.y)).line(Spot(end.x, top)).drawing(size, accent, self.sign / 18)
        cloth = Curve(Spot(end.x, top)).line(Spot(end.x + wide, top + self.sign * 0.15))
        yield cloth.line(Spot(end.x, top + self.sign * 0.3)).close().drawing(size, accent)

    def _path(self, spots: Sequence[Spot], wide: float) -> Curve:
        curve = Curve(Spot(wide / 2, spots[0].y))
        for here, there in pairwise(spots):
            curve.line(here)
            if there.y != here.y:
                is_right = here.x > self.width / 2 if len(spots) > 2 else True
                edge = self.width - wide / 2 if is_right else wide / 2
                bend = min((there.y - here.y) / 2, self.sign * 1.1, abs(edge - here.x)) * (1 if is_right else -1)
                deep = abs(bend)
                curve.line(Spot(edge - bend, here.y))
                curve.curve(
                    Spot(edge - bend * 0.45, here.y), Spot(edge, here.y + deep * 0.45), Spot(edge, here.y + deep)
                )
                curve.line(Spot(edge, there.y - deep))
                curve.curve(
                    Spot(edge, there.y - deep * 0.45), Spot(edge - bend * 0.45, there.y), Spot(edge - bend, there.y)
                )
        last, before = spots[-1], spots[-2:][0]
        goes_left = last.x < before.x or (last.y > before.y and last.x > self.width / 2)
        return curve.line(last).line(Spot(last.x + self.sign * (-1.0 if goes_left else 1.0), last.y))


def _beside(step: Step, distance: float) -> Spot:
    return step.spot.towards(step.angle + pi / 2, distance)


def _strain(rows: _Rows, high: float) -> float:
    """How far the room of each point is from a field that is a little wider than high."""
    shape = rows.cell / (high / len(rows.heights))
    return max(shape, 1.3) / min(shape, 1.3)
