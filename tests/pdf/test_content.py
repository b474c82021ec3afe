"""Where things stand in the content of a page, and to which element they belong."""

from collections.abc import Sequence
from io import BytesIO

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.page.items import Box, Colour, Drawing, Element, Group, Item, Page, Placed, Rect, Shape, Size, Text
from generator.pdf.content import Matrix

from ..page.geometry import landed
from .conftest import Write, WriteBytes
from .pages import SIZE, ink, page, paragraph, rect
from .tagged import ARTIFACT, Owner, document, letters, mcids, steps

Affine = tuple[float, float, float, float, float, float]


def boxes(of: pikepdf.Page, height: float = SIZE.height) -> list[Box]:
    """Where each rectangle comes on the paper by its own q, cm and re: in points from the top left, y downwards."""
    now: Affine = (1, 0, 0, 1, 0, 0)
    kept: list[Affine] = []
    found = []
    for step in steps(of):
        if step.operator == "q":
            kept.append(now)
        elif step.operator == "Q":
            now = kept.pop()
        elif step.operator == "cm":
            now = times([float(number) for number in step.operands], now)  # type: ignore[arg-type]
        elif step.operator == "re":
            x, y, width, height_ = (float(number) for number in step.operands)  # type: ignore[arg-type]
            corners = [moved(x, y, now), moved(x + width, y + height_, now)]
            left, right = sorted(corner[0] for corner in corners)
            low, high = sorted(corner[1] for corner in corners)
            found.append(Box(left, height - high, right - left, high - low))
    assert not kept, "q without Q"
    return found


def times(inner: Sequence[float], outer: Affine) -> Affine:
    """First `inner`, then `outer` (PDF 32000-1 §8.3.4)."""
    a, b, c, d, e, f = inner
    x = moved(e, f, outer)
    one, other = moved(a, b, (*outer[:4], 0, 0)), moved(c, d, (*outer[:4], 0, 0))
    return (*one, *other, *x)


def moved(x: float, y: float, by: Affine) -> tuple[float, float]:
    a, b, c, d, e, f = by
    return a * x + c * y + e, b * x + d * y + f


def sides(box: Box) -> tuple[float, ...]:
    return pytest.approx((box.x, box.y, box.width, box.height), abs=0.02)  # type: ignore[no-any-return]


def owners(of: pikepdf.Page, operator: str) -> list[Owner]:
    """To whom each instruction of this kind belongs."""
    return [step.owner for step in steps(of) if step.operator == operator]


# Turning and moving


@pytest.mark.parametrize(("turn", "x", "y"), [(0, 110, 220), (90, 80, 210), (180, 90, 180), (270, 120, 190)])
def test_a_quarter_turn_goes_clockwise_about_the_top_left(turn: int, x: float, y: float) -> None:
    as_it_is = Matrix(1, 0, 0, 1, 0, 0)

    assert as_it_is.then_placed(Placed(100, 200, turn)).point(10, 20) == (x, y)


def test_pdf_counts_from_the_bottom() -> None:
    page_of_400 = Matrix(1, 0, 0, -1, 0, 400)

    assert page_of_400.point(10, 20) == (10, 380)
    assert page_of_400.then_placed(Placed(100, 200, 90)).point(10, 20) == (80, 190)


def test_turning_there_and_back_changes_nothing() -> None:
    matrix = Matrix(1, 0, 0, -1, 3, 400)

    for turn in (90, 180, 270):
        back = matrix.then_placed(Placed(0, 0, turn)).then_placed(Placed(0, 0, 360 - turn))
        assert back.point(10, 20) == matrix.point(10, 20)


def test_a_rectangle_stands_where_it_was_put(write_pdf: Write) -> None:
    pdf = write_pdf(page(rect(10, 20, 30, 40)))

    assert [sides(box) for box in boxes(pdf.pages[0])] == [(10, 20, 30, 40)]


def test_bleed_pushes_all_aside(write_pdf: Write) -> None:
    pdf = write_pdf(page(rect(-5, 20, 30, 40), bleed=8.5))

    assert [sides(box) for box in boxes(pdf.pages[0], height=417)] == [(3.5, 28.5, 30, 40)]


@pytest.mark.parametrize(
    ("turn", "expected"),
    [
        (0, (110, 220, 30, 40)),
        (90, (40, 210, 40, 30)),
        (180, (60, 140, 30, 40)),
        (270, (120, 160, 40, 30)),
    ],
)
def test_a_group_that_is_turned_and_moved_takes_its_rectangle_along(
    write_pdf: Write, turn: int, expected: tuple[float, ...]
) -> None:
    group = Group((rect(10, 20, 30, 40),), None, Placed(100, 200, turn))

    pdf = write_pdf(page(group))

    assert [sides(box) for box in boxes(pdf.pages[0])] == [expected]


def test_a_group_in_a_group_turns_within_it(write_pdf: Write) -> None:
    inner = Group((rect(0, 0, 30, 40),), None, Placed(10, 20, 90))
    outer = Group((inner, rect(0, 0, 5, 5)), None, Placed(100, 200, 180))

    pdf = write_pdf(page(outer, rect(1, 2, 3, 4)))

    # within the outer group the inner one covers x -30–10, y 20–50
    assert [sides(box) for box in boxes(pdf.pages[0])] == [(90, 150, 40, 30), (95, 195, 5, 5), (1, 2, 3, 4)]


@st.composite
def trees(draw: st.DrawFn, depth: int = 3) -> tuple[Item, ...]:
    """Rectangles in groups in groups, turned and moved, with elements and without."""
    items: list[Item] = []
    for _ in range(draw(st.integers(1, 3))):
        if depth and draw(st.booleans()):
            corner = draw(st.integers(-50, 200)), draw(st.integers(-50, 200))
            placed = Placed(*corner, draw(st.sampled_from([0, 90, 180, 270]))) if draw(st.booleans()) else None
            element = Element("Sect") if draw(st.booleans()) else None
            items.append(Group(draw(trees(depth - 1)), element, placed))
        else:
            items.append(rect(*(draw(st.integers(1, 90)) for _ in range(4))))
    return tuple(items)


@settings(max_examples=40, deadline=None)
@given(items=trees())
def test_every_rectangle_of_nested_groups_stands_where_geometry_says(
    write_bytes: WriteBytes, items: tuple[Item, ...]
) -> None:
    with pikepdf.open(BytesIO(write_bytes(page(*items)))) as pdf:
        found = boxes(pdf.pages[0])

        expected = [each.ink for each in landed(items)]
        assert [(b.x, b.y, b.width, b.height) for b in found] == [sides(box) for box in expected if box]


@settings(max_examples=40, deadline=None)
@given(items=trees())
def test_every_rectangle_belongs_to_the_element_in_which_it_stands(
    write_bytes: WriteBytes, items: tuple[Item, ...]
) -> None:
    expected = [bool(each.elements) for each in landed(items)]

    with pikepdf.open(BytesIO(write_bytes(page(*items)))) as pdf:
        assert [owner != ARTIFACT for owner in owners(pdf.pages[0], "re")] == expected


def test_the_corners_of_a_turned_card_keep_their_letters(write_pdf: Write) -> None:
    card = Group((*paragraph("een").items, rect()), Element("P"), Placed(200, 300, 180))

    pdf = write_pdf(page(card))

    assert letters(pdf.pages[0]) == {0: "een"}


# To whom it belongs


def test_what_has_no_element_is_decoration(write_pdf: Write) -> None:
    pdf = write_pdf(page(rect(), paragraph("een"), rect()))

    assert owners(pdf.pages[0], "re") == [ARTIFACT, ARTIFACT]
    assert letters(pdf.pages[0]) == {0: "een"}


def test_a_group_without_element_is_decoration_within_an_element(write_pdf: Write) -> None:
    text = paragraph("een").items
    pdf = write_pdf(page(Group((*text, Group((rect(),)), *text), Element("P"))))

    assert owners(pdf.pages[0], "re") == [ARTIFACT]
    assert mcids(pdf.pages[0]) == [0, 1]


def test_a_group_that_is_only_moved_stays_in_its_element(write_pdf: Write) -> None:
    pdf = write_pdf(page(Group((Group((rect(),), None, Placed(5, 5)),), Element("Figure", alt="Een vlak"))))

    assert owners(pdf.pages[0], "re") == [0]


def test_items_of_one_element_that_follow_each_other_share_a_mark(write_pdf: Write) -> None:
    element = Element("P")
    one, other = (Text(20, y, ink(), (word,)) for word, y in (("een ", 20), ("twee", 40)))

    pdf = write_pdf(page(Group((one, other), element), Group((rect(),), element)))

    assert mcids(pdf.pages[0]) == [0]
    assert letters(pdf.pages[0]) == {0: "een twee"}
    assert owners(pdf.pages[0], "re") == [0]


def test_items_of_two_elements_share_no_mark(write_pdf: Write) -> None:
    pdf = write_pdf(page(paragraph("een"), paragraph("twee", y=40)))

    assert letters(pdf.pages[0]) == {0: "een", 1: "twee"}
    assert [element.tag for element in document(pdf).elements] == ["P", "P"]


def test_decoration_that_follows_itself_is_marked_once(write_pdf: Write) -> None:
    pdf = write_pdf(page(rect(), rect(50), rect(90)))

    assert {step.opened for step in steps(pdf.pages[0]) if step.operator == "re"} == {1}


def test_marks_count_from_nought_on_each_page(write_pdf: Write) -> None:
    pdf = write_pdf(*(page(paragraph("een"), paragraph("twee", y=40)) for _ in range(2)))

    assert [mcids(each) for each in pdf.pages] == [[0, 1], [0, 1]]


def test_elements_nest_as_their_groups_do(write_pdf: Write) -> None:
    item = Group((Group((Text(20, 20, ink(), ("1.",)),), Element("Lbl")), paragraph("een", y=40)), Element("LI"))

    pdf = write_pdf(page(Group((item,), Element("L", list_style="Decimal"))))

    assert [element.tag for element in document(pdf).all()] == ["Document", "L", "LI", "Lbl", "P"]


def test_lines_of_a_text_go_down_by_their_leading(write_pdf: Write) -> None:
    written = Page(Size(300, 400), (Group((Text(20, 50, ink(), ("een ", "twee"), 14),), Element("P")),))

    pdf = write_pdf(written)

    found = {step.operator: step.operands for step in steps(pdf.pages[0])}
    assert [float(number) for number in found["Td"]] == [20, 350]  # type: ignore[arg-type]
    assert [float(number) for number in found["TL"]] == [14]  # type: ignore[arg-type]
    assert "T*" in found


def test_a_stroke_and_a_fill_are_painted_together(write_pdf: Write) -> None:
    filled = rect()
    both = Rect(filled.box, filled.fill, filled.fill)
    stroked = Rect(filled.box, None, filled.fill)

    pdf = write_pdf(page(filled, both, stroked))

    assert [step.operator for step in steps(pdf.pages[0]) if step.operator in "fBS"] == ["f", "B", "S"]


@pytest.mark.parametrize(("filled", "paint", "colour"), [(True, b" f", "rg"), (False, b" S", "RG")])
def test_a_drawing_is_lines_or_planes_in_its_colour(write_pdf: Write, filled: bool, paint: bytes, colour: str) -> None:
    shape = Shape("vlak", Size(10, 10), (("m", (0, 0)), ("l", (10, 0)), ("l", (10, 10)), ("h", ())), 1, filled)
    drawing = Drawing(shape, Box(10, 10, 20, 20), Colour(1, 0, 0))

    pdf = write_pdf(page(drawing))

    (form,) = pdf.pages[0].obj.Resources.XObject.values()
    assert form.read_bytes().endswith(b"h" + paint)
    operators = [step.operator for step in steps(pdf.pages[0])]
    assert operators[operators.index("cm") - 1] == colour
