"""Drawings in colour, such as logos: what is read of them, and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.page.artwork import MOST_BYTES, Artwork, outlines, read_artwork
from generator.page.items import Colour, Shape, Size
from generator.pixels.photo import PictureError


def svg(inner: str, more: str = 'viewBox="0 0 24 12"') -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {more}>{inner}</svg>'.encode()


def read(inner: str, more: str = 'viewBox="0 0 24 12"') -> Artwork:
    return read_artwork("proef", svg(inner, more))


def test_a_shape_is_a_plane_in_its_colour() -> None:
    (plane,) = read('<path d="M1 2L3 4L5 2Z" fill="#FF8000"/>').planes

    assert plane.colour == Colour(1, 128 / 255, 0)
    assert (plane.shape.filled, plane.shape.even_odd, plane.shape.size) == (True, False, Size(24, 12))
    assert plane.shape.paths[:2] == (("m", (1, 2)), ("l", (3, 4)))


def test_what_is_around_gives_its_colour_and_its_place() -> None:
    inner = '<g fill="red"/><g fill="#00F" transform="translate(10,5) scale(2)"><g><path d="M1 1L2 1L2 2Z"/></g></g>'

    (plane,) = read(inner).planes

    assert plane.colour == Colour(0, 0, 1)
    assert plane.shape.paths[:2] == (("m", (12, 7)), ("l", (14, 7)))


def test_a_turn_goes_round_its_point() -> None:
    (plane,) = read('<path transform="rotate(90 4 4)" d="M4 0L8 4L4 4Z"/>').planes

    assert plane.shape.paths[0][1] == pytest.approx((8, 4))
    assert plane.shape.paths[1][1] == pytest.approx((4, 8))


def test_lines_come_over_their_plane_as_wide_as_they_are_drawn() -> None:
    fill, line = read('<g transform="scale(3)"><circle r="2" fill="#fff" stroke="#000" stroke-width="2"/></g>').planes

    assert (fill.shape.filled, line.shape.filled) == (True, False)
    assert line.shape.line == pytest.approx(6)


def test_a_style_goes_before_an_attribute() -> None:
    (plane,) = read('<rect width="4" height="4" fill="#000" style="fill: #FFF; fill-rule: evenodd"/>').planes

    assert (plane.colour, plane.shape.even_odd) == (Colour(1, 1, 1), True)


def test_a_drawing_without_a_viewbox_has_the_size_that_it_says() -> None:
    assert read('<rect width="4" height="4"/>', 'width="30mm" height="10mm"').ratio == 3


def test_each_plane_bears_a_name_of_its_own() -> None:
    names = [plane.shape.name for plane in read('<rect width="4" height="4"/><rect width="2" height="2"/>').planes]

    assert names == ["proef#0", "proef#1"]


def test_notes_and_what_is_not_shown_draw_nothing() -> None:
    inner = (
        '<title>Een logo</title><defs/><g display="none"><rect width="1" height="1"/></g><rect width="4" height="4"/>'
    )
    inner += '<note xmlns="http://example.nl/ander"><rect width="1" height="1"/></note>'

    assert len(read(inner).planes) == 1


def test_a_curve_becomes_short_lines_for_who_can_not_draw_it() -> None:
    shape = Shape("", Size(1, 1), (("m", (0, 0)), ("c", (0, 1, 1, 1, 1, 0)), ("h", ())), 0)

    (corners,) = outlines(shape, 2)

    assert corners[0] == corners[-1] == (0, 0)
    assert (2, 0) in corners
    assert max(y for _, y in corners) == pytest.approx(1.5)


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (b"", "can't be read"),
        (b"geen svg", "can't be read"),
        (svg("<rect"), "can't be read"),
        (svg(""), "draws nothing"),
        (svg('<rect width="4" height="4"/>', ""), "no size"),
        (svg('<path d="M 1e999 0 L 1 1Z"/>'), "no size"),
        (svg("<g>" * 90 + "</g>" * 90), "too deep"),
        (svg("<script>alert(1)</script>"), "a script or a link"),
        (svg('<rect width="4" height="4" onclick="x()"/>'), "a script or a link"),
        (svg('<a href="https://example.nl"><rect width="4" height="4"/></a>'), "a script or a link"),
        (svg('<image href="https://example.nl/a.png"/>'), "a script or a link"),
        (svg('<use xmlns:x="http://www.w3.org/1999/xlink" x:href="#a"/>'), "a script or a link"),
        (svg("<foreignObject/>"), "a script or a link"),
        (svg("<text>Logo</text>"), "<text>, which can't be drawn"),
        (svg("<defs><style>.a{fill:red}</style></defs>"), "<style>, which can't be drawn"),
        (svg('<rect width="4" height="4" fill="url(#verloop)"/>'), "fill: url"),
        (svg('<rect width="4" height="4" style="fill:url(https://example.nl/)"/>'), "fill: url"),
        (svg('<rect width="4" height="4" opacity="0.5"/>'), "opacity: 0.5"),
        (svg('<rect width="4" height="4" fill="hotpink"/>'), "a colour hotpink"),
        (svg('<rect width="4" height="4" transform="skewX(4)"/>'), "transform skewX"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg('<rect width="4" height="4"/>'), "a DOCTYPE or entity"),
        ('<!DOCTYPE svg [<!ENTITY a "b">]><svg/>'.encode("utf-16"), "a DOCTYPE or entity"),
        (svg(" " * MOST_BYTES), "larger than 500 kB"),
    ],
)
def test_what_could_run_or_can_not_be_drawn_is_refused(bad: bytes, why: str) -> None:
    with pytest.raises(PictureError, match=why) as caught:
        read_artwork("proef", bad)

    assert caught.value.way_out


@given(st.text("MLCQAZmlcqa0123456789.,- e", max_size=40), st.text("matrixscale()0123, ", max_size=20))
def test_any_drawing_is_read_or_refused(path: str, transform: str) -> None:
    try:
        found = read(f'<path d="{path}" transform="{transform}"/>')
    except PictureError:
        return

    assert {operator for plane in found.planes for operator, _ in plane.shape.paths} <= {"m", "l", "c", "h"}
    assert all(outlines(plane.shape, 2) is not None for plane in found.planes)
