"""Points round a middle: a ring of arrows, with the words beside it."""

from collections.abc import Sequence
from math import pi

from generator.page.curves import Curve, Spot, circle
from generator.page.items import Item, Rule, Size
from generator.page.plans import Arrangement, Plan, Said, Standing
from generator.page.value import value


@value(frozen=True, slots=True)
class Arc:
    """Part of a ring, between two angles in radians."""

    start: float
    end: float

    @property
    def middle(self) -> float:
        """The angle half way."""
        return (self.start + self.end) / 2


def arrow(centre: Spot, outer: float, inner: float, arc: Arc) -> Curve:
    """A piece of a ring with a point at its end and a notch at its start, that fit each other."""
    half = (outer + inner) / 2
    tip = min(_tip(outer, inner), (arc.end - arc.start) / 3)
    white = (outer - inner) * 0.08 / half
    start, end = arc.start + white, arc.end - white
    curve = Curve(centre.towards(start, outer)).arc(centre, outer, start, end)
    curve.line(centre.towards(end + tip, half)).line(centre.towards(end, inner)).arc(centre, inner, end, start)
    return curve.line(centre.towards(start + tip, half)).close()


def _tip(outer: float, inner: float) -> float:
    """How far an arrow points ahead, in radians."""
    return (outer - inner) / 2.4 / ((outer + inner) / 2)


class Ring(Plan):
    """A ring of arrows round the middle, with the words at its right and its left."""

    def attempt(self, high: float) -> Arrangement | None:
        for share in (1.0, 0.9, 0.8, 0.7, 0.6, 0.5):
            radius = min(high / 2, self.width * 0.215) * share
            found = self._with_radius(radius, high)
            if found:
                return found
        return None

    def _with_radius(self, radius: float, high: float) -> Arrangement | None:
        aside = max(2 * self.gap, radius * 0.16)
        column = self.width / 2 - radius - aside
        thick = radius * 0.27
        if column < 5 * self.text.size or thick < self.text.size:
            return None
        centre = Spot(self.width / 2, high / 2)
        middle = self.within(self.middle, circle(centre, radius - thick - 2), high=False)
        if not middle:
            return None
        arcs = _round(len(self.words), _tip(radius, radius - thick))
        angles = [arc.middle + _tip(radius, radius - thick) / 2 for arc in arcs]
        spots = [centre.towards(angle, radius) for angle in angles]
        said = [words.at(column) for words in self.words]
        on_right = (len(said) + 1) // 2
        right, left = list(range(on_right)), list(range(len(said) - 1, on_right - 1, -1))
        tops: dict[int, float] = {}
        for side in (right, left):
            found = _under_each_other(
                [said[each] for each in side], [spots[each].y for each in side], high, 2 * self.gap
            )
            if found is None:
                return None
            tops |= dict(zip(side, found, strict=True))
        drawn: list[Item] = []
        points: list[Standing] = []
        for number, arc in enumerate(arcs):
            accent = self.own[number].colour("accent")
            size = Size(self.width, high)
            drawn.append(self.plane(arrow(centre, radius, radius - thick, arc), size, number))
            each, top = said[number], tops[number]
            edge = centre.x + radius + aside if number < on_right else column
            outward = 1 if number < on_right else -1
            x = edge if number < on_right else edge - each.size.width
            bar = edge - outward * self.gap * 0.7
            start = centre.towards(angles[number], radius + thick * 0.12)
            drawn.append(Rule(start.x, start.y, bar, top + each.size.height / 2, accent, self.sign / 36))
            drawn.append(Rule(bar, top, bar, top + each.size.height, accent, self.sign / 18))
            label = self.label(number, centre.towards(angles[number], radius - thick / 2), thick * 0.5)
            points.append(Standing(each, x, top, label))
        return Arrangement(drawn, points, middle)


def _round(count: int, tip: float) -> list[Arc]:
    """Equal parts of a ring, clockwise, the first half of them at the right when their tips count."""
    step = 2 * pi / count
    first = -((count + 1) // 2) / 2 * step - tip / 2
    return [Arc(first + number * step, first + (number + 1) * step) for number in range(count)]


def _under_each_other(said: Sequence[Said], wanted: Sequence[float], high: float, gap: float) -> list[float] | None:
    """The top of each, with its middle as near to where it is wanted as the others let it; None without room."""
    heights = [each.size.height for each in said]
    if sum(heights) + gap * (len(heights) - 1) > high:
        return None
    tops = [middle - height / 2 for middle, height in zip(wanted, heights, strict=True)]
    from_top = _pushed_up(_pushed_down(tops, heights, 0.0, gap), heights, high, gap)
    from_bottom = _pushed_down(_pushed_up(tops, heights, high, gap), heights, 0.0, gap)
    return [(one + other) / 2 for one, other in zip(from_top, from_bottom, strict=True)]


def _pushed_down(tops: Sequence[float], heights: Sequence[float], least: float, gap: float) -> list[float]:
    pushed = []
    for top, height in zip(tops, heights, strict=True):
        pushed.append(max(top, least))
        least = pushed[-1] + height + gap
    return pushed


def _pushed_up(tops: Sequence[float], heights: Sequence[float], most: float, gap: float) -> list[float]:
    pushed = []
    for top, height in zip(reversed(tops), reversed(heights), strict=True):
        pushed.append(min(top, most - height))
        most = pushed[-1] - gap
    return pushed[::-1]
