"""Small drawings in lines: what is read of them, and what is refused."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.page.items import Size
from generator.page.svg import MAX_BYTES, DrawingError, read_shape
from generator.workspace import PACKAGE

ICONS = PACKAGE.parent / "templates" / "icons"


def svg(inner: str, more: str = 'viewBox="0 0 24 24"') -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {more}>{inner}</svg>'.encode()


def test_a_path_is_read_in_the_drawings_own_units() -> None:
    shape = read_shape("proef", svg('<path d="M1 2L3 4C1 1 2 2 3 3Z"/>', 'viewBox="0 0 24 12" stroke-width="1.5"'))

    assert (shape.name, shape.size, shape.line) == ("proef", Size(24, 12), 1.5)
    assert shape.paths == (("m", (1, 2)), ("l", (3, 4)), ("c", (1, 1, 2, 2, 3, 3)), ("l", (1, 2)), ("h", ()))


def test_a_drawing_that_starts_elsewhere_is_moved_to_its_left_top() -> None:
    shape = read_shape("proef", svg('<path d="M10 20L30 20"/>', 'viewBox="10, 20, 24, 24"'))

    assert shape.paths == (("m", (0, 0)), ("l", (20, 0)))


def test_a_quadratic_curve_becomes_the_same_curve_in_cubics() -> None:
    shape = read_shape("proef", svg('<path d="M0 0Q3 6 6 0"/>'))

    (_, numbers) = shape.paths[1]
    assert numbers == pytest.approx((2, 4, 4, 4, 6, 0))


def test_rectangles_circles_and_lines_are_paths_as_well() -> None:
    inner = '<rect x="1" y="1" width="3" height="3"/><circle cx="4" cy="4" r="2"/><line x1="0" y1="0" x2="9" y2="9"/>'

    assert [operator for operator, _ in read_shape("proef", svg(inner)).paths].count("m") == 3


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (b"", "no element found"),
        (b"geen svg", "syntax error"),
        (svg("<path")[:-6], "unclosed token"),
        (svg("", ""), "not enough values"),
        (svg("", 'viewBox="0 0 24"'), "not enough values"),
        (svg("", 'viewBox="0 0 a b"'), "could not convert"),
        (svg("", 'viewBox="0 0 0 24"'), "a viewBox without a size"),
        (svg("", 'viewBox="0 0 nan 24"'), "a viewBox without a size"),
        (svg("", 'viewBox="0 0 24 24" stroke-width="2px"'), "could not convert"),
        (svg('<path d="X 0 0"/>'), "must start with a moveto"),
        (svg('<path d="M 1e999 0 L 1 1"/>'), "a number without end"),
        (svg('<rect width="a" height="2"/>'), "could not convert"),
        (svg('<g transform="rotate(45)"><path d="M0 0L5 5"/></g>'), "a transform"),
        (svg("<g>" * 300 + "</g>" * 300), "depth"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg(""), "a DOCTYPE or entity"),
        (svg(" " * MAX_BYTES), "larger than 100 kB"),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_the_reason(bad: bytes, why: str) -> None:
    with pytest.raises(DrawingError, match=why):
        read_shape("proef", bad)


@given(st.text("MLCQAZmlcqa0123456789.,- e", max_size=40))
def test_any_path_is_drawn_or_refused(path: str) -> None:
    try:
        shape = read_shape("proef", svg(f'<path d="{path}"/>'))
    except DrawingError:
        return

    assert {operator for operator, _ in shape.paths} <= {"m", "l", "c", "h"}


@pytest.mark.parametrize("path", sorted(ICONS.rglob("*.svg")), ids=lambda path: path.stem)
def test_each_bundled_drawing_is_square_and_draws_something(path: Path) -> None:
    shape = read_shape(path.stem, path.read_bytes())

    assert shape.size.width == shape.size.height
    assert shape.paths
