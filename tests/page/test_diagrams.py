"""Drawings with words: nothing lost, nothing over something else, and no drawing that its words don't fit."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.document.blocks import Area, Block, Diagram, Document, Heading, Items, Point, Run
from generator.errors import GeneratorError
from generator.page.items import Box, Colour, Drawing, Page, Rect
from generator.page.layout import lay_out
from generator.page.looks import Looks

from .documents import words_in
from .geometry import Landed, holds, landed, lines_on, overlapping, read_aloud
from .laying import LOOKS, MEASURE, frame, laid, lines, texts
from .looks import COLOURS, PALETTE, fixed, flowing, paragraph, sheet

SHAPES = ("cirkel", "bloem", "weg", "route")
ROUND = ("cirkel", "bloem")
POSTER = sheet(1684, 1190)
"""A2, lying: all that is drawn here fits it."""
RED, BLUE = Colour(1, 0, 0), Colour(0, 0, 1)


def heading(text: str) -> Heading:
    return Heading(2, (Run(text),), "kop2")


def drawn(*blocks: Block, lying: bool = True) -> Document:
    document = fixed(Area("tekst", blocks), raster=("tekst",), rows=("rest",))
    return replace(document, leaves=(replace(document.leaves[0], lying=lying),))


def in_colour(accent: Colour) -> Looks:
    return replace(LOOKS, palette={**PALETTE, "accent": accent})


@st.composite
def diagrams(draw: st.DrawFn) -> Diagram:
    """Two to twelve points of few or many words, some of them longer than a line, that can all be told apart."""
    shape = draw(st.sampled_from(SHAPES))
    count = draw(st.integers(2, 9 if shape == "weg" else 12))
    number = iter(range(1000))

    def words(most: int) -> str:
        long = draw(st.booleans())
        return " ".join(f"{'w' * (draw(st.integers(1, 18)) if long else 1)}{next(number)}" for _ in range(most))

    middle = (heading(words(2)), paragraph(words(4))) if shape in ROUND and draw(st.booleans()) else ()
    points = []
    for sign in range(1, count + 1):
        body = (paragraph(words(draw(st.integers(1, 8)))),) if draw(st.booleans()) else ()
        icon = draw(st.sampled_from(("", "duur")))
        points.append(
            Point((heading(words(draw(st.integers(1, 3)))), *body), draw(st.sampled_from(("", str(sign)))), icon)
        )
    return Diagram(shape, tuple(points), "tekening", middle, draw(st.booleans()))


def page_of(document: Document) -> Page:
    (page,) = laid(document, POSTER)
    return page


@settings(max_examples=40)
@given(diagrams())
def test_every_word_comes_out_in_its_order(diagram: Diagram) -> None:
    page = page_of(drawn(diagram))

    assert read_aloud([page]).split() == words_in([diagram])


@settings(max_examples=40)
@given(diagrams())
def test_no_line_stands_over_another_or_out_of_the_margins(diagram: Diagram) -> None:
    page = page_of(drawn(diagram))

    found = lines(page)
    assert overlapping(found) == []
    assert [line.text for line in found if not holds(frame(POSTER), line.box)] == []
    assert all(holds(frame(POSTER), each.ink) for each in landed(page.items) if each.ink)


@settings(max_examples=25)
@given(diagrams())
def test_no_sign_stands_over_a_line_but_its_own_number(diagram: Diagram) -> None:
    page = page_of(drawn(diagram))

    signs = [each.ink for each in landed(page.items) if isinstance(each.item, Rect) and each.item.fill and each.ink]
    words = [line for line in lines(page) if line.elements[-1].tag != "Lbl"]
    for sign in signs:
        inner = sign.inset(sign.width * 0.15)
        assert [line.text for line in words if not _apart(inner, line.box)] == []


def _apart(one: Box, other: Box) -> bool:
    return (
        one.right <= other.x + 0.05
        or other.right <= one.x + 0.05
        or one.bottom <= other.y + 0.05
        or other.bottom <= one.y + 0.05
    )


@settings(max_examples=25)
@given(diagrams(), st.floats(60, 900), st.floats(60, 700))
def test_in_any_room_all_words_fit_or_the_drawing_is_refused(diagram: Diagram, width: float, height: float) -> None:
    paper = sheet(width + 40, height + 40)
    try:
        (page,) = lay_out(drawn(diagram, lying=width > height), paper, LOOKS, {})
    except GeneratorError:
        return

    assert read_aloud([page]).split() == words_in([diagram])
    assert overlapping(list(lines_on(page, MEASURE))) == []
    assert all(holds(frame(paper), line.box) for line in lines_on(page, MEASURE))


def points(count: int, text: str = "een twee drie") -> tuple[Point, ...]:
    return tuple(Point((heading(f"punt{n}"), paragraph(text)), str(n)) for n in range(1, count + 1))


def the_diagram(shape: str, count: int = 5, writable: bool = False) -> Diagram:
    return Diagram(shape, points(count), "tekening", (paragraph("hart"),) if shape in ROUND else (), writable)


def pictures(page: Page) -> list[Landed]:
    return [each for each in landed(page.items) if isinstance(each.item, Drawing)]


@pytest.mark.parametrize("shape", SHAPES)
def test_what_is_drawn_is_one_figure_before_its_words(shape: str) -> None:
    page = page_of(drawn(the_diagram(shape)))

    read = list(dict.fromkeys(each.elements[-1] for each in landed(page.items) if each.elements))
    assert [element.alt for element in read if element.tag == "Figure"] == ["tekening"]
    assert read[0].tag == "Figure"


@pytest.mark.parametrize("shape", SHAPES)
def test_each_point_is_an_item_of_one_list_with_its_number_before_its_words(shape: str) -> None:
    page = page_of(drawn(the_diagram(shape)))

    rows = [[element.tag for element in line.elements[1:]] for line in lines(page)]
    rows = rows[shape in ROUND :]
    assert rows == [["L", "LI", "Lbl"], ["L", "LI", "LBody", "H2"], ["L", "LI", "LBody", "P"]] * 5
    elements = [line.elements for line in lines(page)][shape in ROUND :]
    assert len({path[1] for path in elements}) == 1
    assert len({path[2] for path in elements}) == 5
    assert elements[0][1].list_style == "Decimal"


@pytest.mark.parametrize("shape", ["cirkel", "weg", "route"])
def test_points_without_a_number_are_counted(shape: str) -> None:
    diagram = Diagram(shape, tuple(Point((heading(f"punt{n}"),)) for n in range(3)), "tekening")

    page = page_of(drawn(diagram))

    assert [line.text for line in lines(page) if line.elements[-1].tag == "Lbl"] == ["1", "2", "3"]


def test_petals_without_a_number_have_none() -> None:
    page = page_of(drawn(Diagram("bloem", (Point((heading("een"),)), Point((heading("twee"),))), "bloem")))

    assert texts(page) == ["een", "twee"]


@pytest.mark.parametrize("shape", SHAPES)
def test_a_point_bears_the_colour_of_its_accent(shape: str) -> None:
    diagram = Diagram(shape, (Point((heading("een"),), "1", "", "rood"), Point((heading("twee"),), "2")), "tekening")

    (page,) = lay_out(drawn(diagram), POSTER, LOOKS, {"rood": in_colour(RED)})

    coloured = [each.item for each in landed(page.items) if RED in _colours(each)]
    assert coloured
    assert len(coloured) < len(list(landed(page.items))) / 2 + 1


def _colours(each: Landed) -> Iterator[Colour]:
    for name in ("colour", "fill", "stroke"):
        colour = getattr(each.item, name, None)
        if isinstance(colour, Colour):
            yield colour


@pytest.mark.parametrize("shape", ["cirkel", "weg", "route"])
def test_a_drawing_stands_in_the_middle_of_the_room_that_its_area_leaves(shape: str) -> None:
    page = page_of(drawn(the_diagram(shape, 4)))

    boxes = [each.ink for each in landed(page.items) if each.ink and not isinstance(each.item, Drawing)]
    boxes += [line.box for line in lines(page)]
    above = min(box.y for box in boxes) - frame(POSTER).y
    below = frame(POSTER).bottom - max(box.bottom for box in boxes)
    assert abs(above - below) < 30


@pytest.mark.parametrize("writable", [False, True])
@pytest.mark.parametrize("shape", SHAPES)
def test_no_drawing_is_higher_than_what_an_area_leaves(shape: str, writable: bool) -> None:
    page = page_of(drawn(paragraph("boven"), the_diagram(shape, writable=writable)))

    assert all(each.ink.y > frame(POSTER).y + 12 for each in pictures(page) if each.ink)
    assert all(each.ink.bottom <= frame(POSTER).bottom + 0.05 for each in pictures(page) if each.ink)


@pytest.mark.parametrize("shape", ROUND)
@pytest.mark.parametrize("count", [2, 3, 5, 8, 12])
def test_what_is_to_be_written_in_leaves_white_under_each_text(shape: str, count: int) -> None:
    page = page_of(drawn(the_diagram(shape, count, writable=True)))

    blocks: dict[int, list[float]] = {}
    found = [line for line in lines(page) if line.elements[-1].tag != "Lbl"]
    for line in found:
        path = line.elements[2] if len(line.elements) > 2 else line.elements[1]
        blocks.setdefault(id(path), []).append(line.box.bottom)
    for line in found:
        below = [
            other.box.y - line.box.bottom
            for other in found
            if other.elements[2 if len(other.elements) > 2 else 1]
            is not line.elements[2 if len(line.elements) > 2 else 1]
            and other.box.y > line.box.y
            and other.box.x < line.box.right
            and other.box.right > line.box.x
        ]
        assert min(below, default=100.0) > LOOKS.style.line


@pytest.mark.parametrize("shape", SHAPES)
def test_what_does_not_fit_is_refused_with_its_millimetres(shape: str) -> None:
    diagram = Diagram(shape, points(6, "woord " * 60), "tekening")

    with pytest.raises(GeneratorError) as caught:
        laid(drawn(diagram), sheet(300, 200))

    (problem,) = caught.value.problems
    assert "mm too long for its place" in str(problem.what)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_drawing_on_a_page_that_flows_takes_what_is_left_of_it(shape: str) -> None:
    pages = laid(flowing(paragraph("boven"), the_diagram(shape, 3), paragraph("onder")), sheet(600, 500))

    assert read_aloud(pages).split()[0] == "boven"
    assert read_aloud(pages).split()[-1] == "onder"
    for page in pages:
        assert overlapping(lines(page)) == []


@pytest.mark.parametrize("shape", SHAPES)
def test_the_same_drawing_is_the_same_twice(shape: str) -> None:
    one, other = (page_of(drawn(the_diagram(shape))) for _ in range(2))

    shapes = [[each.item.shape for each in pictures(page) if isinstance(each.item, Drawing)] for page in (one, other)]
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("shape", SHAPES)
def test_two_drawings_that_differ_have_names_that_differ(shape: str) -> None:
    one, other = (page_of(drawn(the_diagram(shape, count))) for count in (3, 4))

    by_name: dict[str, set[object]] = {}
    for page in (one, other):
        for each in pictures(page):
            assert isinstance(each.item, Drawing)
            by_name.setdefault(each.item.shape.name, set()).add((each.item.shape.paths, each.item.shape.line))
    assert all(len(found) == 1 for found in by_name.values())


def test_a_road_has_its_words_above_and_below_in_turn_and_goes_to_the_right() -> None:
    page = page_of(drawn(the_diagram("weg", 6)))

    signs = [each.ink for each in landed(page.items) if isinstance(each.item, Rect) and each.ink]
    heads = [line.box for line in lines(page) if line.elements[-1].tag == "H2"]
    assert [head.y < sign.y for head, sign in zip(heads, signs, strict=True)] == [True, False] * 3
    assert all(one.x < other.x for one, other in pairwise(signs))


def test_a_route_winds_over_several_rows() -> None:
    page = page_of(drawn(the_diagram("route", 8)))

    signs = [each.ink for each in landed(page.items) if isinstance(each.item, Rect) and each.ink]
    rows: dict[float, list[float]] = {}
    for sign in signs:
        rows.setdefault(round(sign.y), []).append(sign.x)
    assert len(rows) > 1
    for number, xs in enumerate(rows.values()):
        assert xs == sorted(xs, reverse=number % 2 == 1)


def test_the_points_of_a_ring_go_round_clockwise_from_the_right_of_the_top() -> None:
    page = page_of(drawn(the_diagram("cirkel", 6)))

    labels = [line.box for line in lines(page) if line.elements[-1].tag == "Lbl"]
    middle = 1684 / 2
    assert [label.x > middle for label in labels] == [True] * 3 + [False] * 3
    assert [label.y for label in labels[:3]] == sorted(label.y for label in labels[:3])
    assert [label.y for label in labels[3:]] == sorted((label.y for label in labels[3:]), reverse=True)


def test_a_tint_is_a_little_of_the_accent() -> None:
    tint = in_colour(BLUE).colour("tint")

    assert tint.blue == 1
    assert 0.85 < tint.red == tint.green < 0.95
    assert "tint" not in COLOURS


def test_an_area_may_bear_another_accent_than_its_leaf() -> None:
    areas = (Area("links", (paragraph("een"),), fill="accent", accent="rood"), Area("rechts", (), fill="accent"))
    document = fixed(*areas, raster=("links rechts",), rows=("rest",))

    (page,) = lay_out(document, POSTER, LOOKS, {"rood": in_colour(RED)})

    fills = [each.item.fill for each in landed(page.items) if isinstance(each.item, Rect)]
    assert fills == [RED, PALETTE["accent"]]


@pytest.mark.parametrize("at_top", [False, True])
def test_text_in_a_fill_stands_in_its_middle_unless_it_is_to_stand_at_the_top(at_top: bool) -> None:
    tile = Area("tekst", (paragraph("een"),), fill="accent", at_top=at_top)

    (page,) = laid(fixed(tile, raster=("tekst",), rows=("rest",)))

    (line,) = lines(page)
    assert (line.box.y < 60) == at_top


@pytest.mark.parametrize(("height", "rows", "times"), [("12mm", 1, 2), ("30mm", 2, 1), ("60mm", 4, 1)])
def test_a_pattern_stands_in_one_row_or_in_one_high_column(height: str, rows: int, times: int) -> None:
    strip = Area("strip", (paragraph("een"),), fill="accent", pattern="vertrouwen")

    (page,) = laid(fixed(strip, raster=("strip", "."), rows=(height, "rest")))

    tiles = [each.item for each in pictures(page)]
    assert [tile.times for tile in tiles if isinstance(tile, Drawing)] == [times] * rows
    ends = [tile.box.right for tile in tiles if isinstance(tile, Drawing)]
    assert ends == pytest.approx([300] * rows)


def test_a_list_with_a_pictogram_draws_it_before_each_item() -> None:
    items = Items(((paragraph("een"),), (paragraph("twee"),)), icon="duur")

    (page,) = laid(flowing(items))

    icons = [each for each in pictures(page) if isinstance(each.item, Drawing) and each.item.shape.name == "duur"]
    assert len(icons) == 2
    assert texts(page) == ["een", "twee"]
    for icon, line in zip(icons, lines(page), strict=True):
        assert icon.ink is not None
        assert icon.ink.right <= line.box.x
        assert icon.elements == ()
