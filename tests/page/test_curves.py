"""Curves that keep to what they draw, and regions whose places lie within them."""

from math import cos, hypot, pi, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.page.curves import Curve, Region, Spot, along, circle, ellipse
from generator.page.items import BLACK, Box, Size

CENTRE = Spot(100, 100)


@given(st.floats(-pi, pi), st.floats(-2 * pi, 2 * pi).filter(lambda turn: abs(turn) > 0.01))
def test_an_arc_keeps_its_distance_from_its_centre(start: float, turn: float) -> None:
    curve = Curve(CENTRE.towards(start, 50)).arc(CENTRE, 50, start, start + turn)

    spots = curve.spots()
    assert all(hypot(spot.x - 100, spot.y - 100) == pytest.approx(50, rel=1e-3) for spot in spots)
    end = CENTRE.towards(start + turn, 50)
    assert (spots[-1].x, spots[-1].y) == pytest.approx((end.x, end.y), abs=1e-6)


def test_an_oval_is_as_wide_and_tall_as_it_says() -> None:
    spots = ellipse(CENTRE, 60, 30).spots()

    assert all(((s.x - 100) / 60) ** 2 + ((s.y - 100) / 30) ** 2 == pytest.approx(1, rel=2e-3) for s in spots)


def test_steps_along_a_line_are_equally_far_apart_and_look_ahead() -> None:
    steps = list(along([Spot(0, 0), Spot(10, 0), Spot(10, 10)], 4))

    assert [(step.spot.x, step.spot.y) for step in steps] == [(0, 0), (4, 0), (8, 0), (10, 2), (10, 6), (10, 10)]
    assert [step.angle for step in steps] == pytest.approx([0, 0, 0, pi / 2, pi / 2, pi / 2])


@st.composite
def regions(draw: st.DrawFn) -> Region:
    """Corners of an oval one after the other: whatever they are, that is convex."""
    angles = sorted(draw(st.lists(st.floats(0, 2 * pi), min_size=3, max_size=9, unique_by=lambda a: round(a, 1))))
    wide, tall = draw(st.floats(20, 200)), draw(st.floats(20, 200))
    corners = [Spot(wide * cos(angle), tall * sin(angle)) for angle in angles]
    return Region(tuple(corners if draw(st.booleans()) else corners[::-1]))


def inside(region: Region, spot: Spot, slack: float = 0.01) -> bool:
    """Whether a spot lies at the same side of each edge, by the area that it makes with the edge."""
    corners = region.corners
    crosses = [
        (two.x - one.x) * (spot.y - one.y) - (two.y - one.y) * (spot.x - one.x)
        for one, two in zip(corners, (*corners[1:], corners[0]), strict=True)
    ]
    return all(cross > -slack for cross in crosses) or all(cross < slack for cross in crosses)


@given(regions(), st.floats(1, 80), st.floats(1, 80), st.booleans(), st.booleans())
def test_a_place_in_a_region_lies_within_it(
    region: Region, width: float, height: float, high: bool, at_left: bool
) -> None:
    place = region.place(Size(width, height), high, at_left)

    for spot in corners(place) if place else ():
        assert inside(region, spot)


def corners(place: Box) -> list[Spot]:
    return [Spot(x, y) for x in (place.x, place.right) for y in (place.y, place.bottom)]


@given(regions(), st.floats(1, 80), st.floats(1, 80), st.floats(0, 1), st.floats(0, 1))
def test_where_there_is_room_a_place_is_found_and_none_is_higher(
    region: Region, width: float, height: float, across: float, down: float
) -> None:
    x = region.box.x + across * (region.box.width - width)
    y = region.box.y + down * (region.box.height - height)
    if not all(inside(region, spot, -0.01) for spot in corners(Box(x, y, width, height))):
        return

    place = region.place(Size(width, height), high=True)

    assert place is not None
    assert place.y <= y + 0.01


@pytest.mark.parametrize(("high", "y"), [(True, 50 + 50 - 40), (False, 100 - 30)])
def test_a_place_is_as_high_as_can_be_or_in_the_middle(high: bool, y: float) -> None:
    place = circle(CENTRE, 50, 400).place(Size(60, 60), high)

    assert place is not None
    assert (place.x, place.y) == pytest.approx((70, y), abs=0.2)


def test_at_the_left_it_stands_as_far_as_it_may() -> None:
    square = Region((Spot(0, 0), Spot(100, 0), Spot(100, 100), Spot(0, 100)))

    place = square.place(Size(20, 10), high=True, at_left=True)

    assert place is not None
    assert (place.x, place.y) == pytest.approx((0, 0))


def test_a_region_has_no_place_for_what_is_too_large() -> None:
    assert circle(CENTRE, 50).place(Size(80, 80)) is None
    assert circle(CENTRE, 50).place(Size(60, 60)) is not None


@given(regions(), st.floats(-pi, pi))
def test_what_lies_beyond_a_line_lies_in_the_region_and_beyond_the_line(region: Region, angle: float) -> None:
    part = region.beyond(Spot(0, 0), angle)

    for corner in part.corners:
        assert corner.x * cos(angle) + corner.y * sin(angle) > -0.01
        assert inside(region, corner)


def test_a_plane_is_filled_and_a_line_is_not() -> None:
    curve = Curve(Spot(0, 0)).line(Spot(10, 0)).line(Spot(10, 10)).close()

    plane, line = curve.drawing(Size(20, 20), BLACK), curve.drawing(Size(20, 20), BLACK, 2)

    assert (plane.shape.filled, line.shape.filled) == (True, False)
    assert plane.shape.name != line.shape.name
    assert plane.shape.paths == (("m", (0, 0)), ("l", (10, 0)), ("l", (10, 10)), ("h", ()))
