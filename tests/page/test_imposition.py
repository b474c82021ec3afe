"""Cards on sheets: cut out and turned like a book page, each back lies behind its own front, upright.

The oracle knows nothing of rows and columns: it turns a sheet in space about its long or short edge, and looks where
a point of the one side comes on the other.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import cos, pi

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.design import Design
from generator.page.imposition import impose
from generator.page.items import BLACK, MM, Box, Ink, Page, Rect, Rule, Size, Text
from generator.page.paper import Scheme, Turning

from .geometry import Landed, Point, holds, landed, overlap

TOLERANCE = 0.05 * MM
INK = Ink("gewoon", 8, BLACK)
TURNINGS: list[Turning] = ["lange zijde", "korte zijde", "enkelzijdig"]
MARKED = 3.0
"""How far the marks on a card lie from its edges, in points."""


@st.composite
def schemes(draw: st.DrawFn, turnings: Sequence[Turning] = TURNINGS) -> Scheme:
    """Cards of any size on a sheet, upright or lying, with room around them for cut marks."""
    card = Size(draw(st.integers(60, 300)), draw(st.integers(60, 300)))
    columns, rows = draw(st.integers(1, 5)), draw(st.integers(1, 5))
    bleed = draw(st.sampled_from([0.0, 3 * MM]))
    gutter = 2 * bleed + draw(st.sampled_from([0.0, 2 * MM, 15.5]))
    around = 2 * (bleed + 6 * MM) + draw(st.integers(0, 90))
    sheet = Size(
        columns * card.width + (columns - 1) * gutter + around + draw(st.integers(0, 500)),
        rows * card.height + (rows - 1) * gutter + around + draw(st.integers(0, 500)),
    )
    assume(sheet.width != sheet.height)
    turning = draw(st.sampled_from(turnings))
    return Scheme("proef", card, sheet, columns, rows, gutter, bleed, draw(st.booleans()), turning)


def card(size: Size, name: str, back: bool) -> Page:
    """A card with its name at the left top, and a mark near three of its corners that lies behind that of its front."""
    near, far = MARKED, size.width - MARKED
    if back:
        near, far = far, near
    corners = [Point(near, MARKED), Point(far, MARKED), Point(near, size.height - MARKED * 2)]
    marks = [Rule(corner.x, corner.y, corner.x, corner.y, BLACK, number) for number, corner in enumerate(corners, 1)]
    return Page(size, (Text(MARKED, 12, INK, (name,)), *marks))


def deck(size: Size, count: int) -> list[Page]:
    """Fronts and backs in turn: 0v, 0a, 1v, 1a …"""
    return [card(size, f"{number}{side}", side == "a") for number in range(count) for side in "va"]


@dataclass(frozen=True)
class Found:
    """A card found on a side of a sheet: its name, where its three marks are, and how its text runs."""

    name: str
    marks: tuple[Point, ...]
    along: Point


def cards_on(side: Page) -> list[Found]:
    """Each card of a side in drawing order."""
    found: list[Found] = []
    marks: list[Point] = []
    name: Landed | None = None
    for each in landed(side.items):
        if isinstance(each.item, Text):
            name, marks = each, []
        elif isinstance(each.item, Rule) and each.item.width in (1, 2, 3) and name:
            marks.append(each.point(each.item.x1, each.item.y1))
            if len(marks) == 3:
                start, end = name.point(0, 0), name.point(1, 0)
                assert isinstance(name.item, Text)
                along = Point(round(end.x - start.x), round(end.y - start.y))
                found.append(Found(name.item.lines[0], tuple(marks), along))
    return found


def through_the_paper(point: Point, sheet: Size, turning: Turning) -> Point:
    """Where a point of the front comes when somebody turns the sheet over about that edge and looks at it again.

    A rotation in space by 180° about the sheet's middle, along the edge (Rodrigues' formula).
    """
    long_edge_stands = sheet.height > sheet.width
    axis_stands = long_edge_stands == (turning == "lange zijde")
    x, y = point.x - sheet.width / 2, point.y - sheet.height / 2
    along_x, along_y = (0.0, 1.0) if axis_stands else (1.0, 0.0)
    along = x * along_x + y * along_y
    # the third term of the formula, (axis × point) sin π, stands upright on the paper
    turned_x = x * cos(pi) + along_x * along * (1 - cos(pi))
    turned_y = y * cos(pi) + along_y * along * (1 - cos(pi))
    return Point(turned_x + sheet.width / 2, turned_y + sheet.height / 2)


def distance(one: Point, other: Point) -> float:
    return max(abs(one.x - other.x), abs(one.y - other.y))


def pairs_on(sheets: Sequence[Page]) -> list[tuple[Found, Found]]:
    """Each front with the card of the same number on the back of its sheet."""
    pairs = []
    for front, back in zip(sheets[0::2], sheets[1::2], strict=True):
        backs = {found.name[:-1]: found for found in cards_on(back)}
        pairs += [(found, backs[found.name[:-1]]) for found in cards_on(front)]
    return pairs


def assert_backs_lie_behind_fronts(sheets: Sequence[Page], scheme: Scheme) -> None:
    for front, back in pairs_on(sheets):
        for mark, behind in zip(front.marks, back.marks, strict=True):
            assert distance(through_the_paper(mark, scheme.sheet, scheme.turning), behind) <= TOLERANCE


@given(schemes(["lange zijde", "korte zijde"]), st.integers(1, 30))
def test_each_corner_of_a_back_lies_behind_that_of_its_front(scheme: Scheme, count: int) -> None:
    sheets = impose(deck(scheme.card, count), scheme)

    assert len(pairs_on(sheets)) == count
    assert_backs_lie_behind_fronts(sheets, scheme)


@given(schemes(["lange zijde", "korte zijde"]), st.integers(1, 30))
def test_each_back_reads_upright_when_its_card_is_turned_like_a_page(scheme: Scheme, count: int) -> None:
    sheets = impose(deck(scheme.card, count), scheme)

    for front, back in pairs_on(sheets):
        start = Point(scheme.sheet.width / 2, scheme.sheet.height / 2)
        up = Point(-front.along.y, front.along.x)  # a quarter turn of how the text runs: from its head to its foot
        below = through_the_paper(Point(start.x + up.x, start.y + up.y), scheme.sheet, scheme.turning)
        assert (-back.along.y, back.along.x) == (round(below.x - start.x), round(below.y - start.y))


@pytest.mark.parametrize("name", ["kantoor", "afloop", "afloop-a3"])
def test_the_bundled_schemes_lay_each_back_behind_its_front(name: str, design: Design) -> None:
    scheme = design.schemes[name]
    sheets = impose(deck(scheme.card, 7), scheme)

    assert len(pairs_on(sheets)) == 7
    assert_backs_lie_behind_fronts(sheets, scheme)


@pytest.mark.parametrize(
    ("sheet", "turning"),
    [(Size(600, 900), "korte zijde"), (Size(900, 600), "lange zijde")],
)
def test_the_guard_sees_a_back_that_was_made_for_the_other_edge(sheet: Size, turning: Turning) -> None:
    wrong: Turning = "lange zijde" if turning == "korte zijde" else "korte zijde"
    scheme = Scheme("proef", Size(200, 150), sheet, 2, 2, 0, 0, False, turning)
    sheets = impose(deck(scheme.card, 4), replace(scheme, turning=wrong))

    with pytest.raises(AssertionError):
        assert_backs_lie_behind_fronts(sheets, scheme)


@given(schemes(["lange zijde", "korte zijde"]), st.integers(1, 30))
def test_every_card_comes_once_and_in_order(scheme: Scheme, count: int) -> None:
    sheets = impose(deck(scheme.card, count), scheme)

    fronts = [found.name for side in sheets[0::2] for found in cards_on(side)]
    backs = [found.name for side in sheets[1::2] for found in cards_on(side)]
    assert fronts == [f"{number}v" for number in range(count)]
    assert sorted(backs) == sorted(f"{number}a" for number in range(count))


@given(schemes(["enkelzijdig"]), st.integers(1, 30))
def test_a_single_sided_scheme_lays_every_page_on_a_front(scheme: Scheme, count: int) -> None:
    sheets = impose(deck(scheme.card, count), scheme)

    names = [found.name for side in sheets for found in cards_on(side)]
    assert names == [f"{number}{side}" for number in range(count) for side in "va"]
    assert all(found.along == Point(1, 0) for side in sheets for found in cards_on(side))


@given(schemes(), st.integers(1, 30))
def test_there_are_no_more_sheets_than_the_cards_need(scheme: Scheme, count: int) -> None:
    sheets = impose(deck(scheme.card, count), scheme)

    pages = 2 * count if scheme.turning == "enkelzijdig" else count
    needed = -(-pages // scheme.places)
    assert len(sheets) == (needed if scheme.turning == "enkelzijdig" else 2 * needed)
    assert all(side.size == scheme.sheet for side in sheets)


def cards_of(side: Page, size: Size) -> list[Box]:
    """Where the cards of a side are cut, found by a frame along the edge of each."""
    return [
        each.box(each.item.box)
        for each in landed(side.items)
        if isinstance(each.item, Rect) and each.item.box == Box(0, 0, size.width, size.height)
    ]


def framed(size: Size, count: int) -> list[Page]:
    """Cards with a frame along their edge."""
    return [Page(size, (Rect(Box(0, 0, size.width, size.height)),))] * (2 * count)


@given(schemes())
def test_cards_stand_apart_within_the_sheet_and_in_its_middle(scheme: Scheme) -> None:
    for side in impose(framed(scheme.card, scheme.places), scheme):
        cut = cards_of(side, scheme.card)
        whole = Box(0, 0, scheme.sheet.width, scheme.sheet.height)
        assert all(holds(whole, box.inset(-scheme.bleed)) for box in cut)
        apart = [box.inset(-scheme.bleed) for box in cut]
        assert not any(overlap(one, other) for n, one in enumerate(apart) for other in apart[n + 1 :])
        assert min(box.x for box in cut) == pytest.approx(scheme.sheet.width - max(box.right for box in cut))
        assert min(box.y for box in cut) == pytest.approx(scheme.sheet.height - max(box.bottom for box in cut))


def marks_of(side: Page) -> list[Rule]:
    return [each.item for each in landed(side.items) if isinstance(each.item, Rule) and each.item.width == 0.25]


@dataclass(frozen=True)
class Reach:
    """From where to where the cards between two marks may lie."""

    after: float
    before: float


def between(marks: Sequence[Rule], cut: float, standing: bool) -> Reach:
    """The stretch between the two marks in the line of a cut."""
    found = []
    for mark in marks:
        at, other = (mark.x1, mark.x2) if standing else (mark.y1, mark.y2)
        if at == other == pytest.approx(cut):
            found.append(sorted((mark.y1, mark.y2) if standing else (mark.x1, mark.x2)))
    first, last = sorted(found)
    return Reach(first[1], last[0])


@given(schemes())
def test_cut_marks_lie_outside_trim_and_bleed_and_on_the_sheet(scheme: Scheme) -> None:
    scheme = replace(scheme, marks=True)
    for side in impose(framed(scheme.card, scheme.places), scheme):
        kept = [box.inset(-scheme.bleed) for box in cards_of(side, scheme.card)]
        for mark in marks_of(side):
            left, right = sorted((mark.x1, mark.x2))
            top, bottom = sorted((mark.y1, mark.y2))
            thick = Box(left - 0.125, top - 0.125, right - left + 0.25, bottom - top + 0.25)
            assert not any(overlap(thick, box, 0) for box in kept)
            assert holds(Box(0, 0, scheme.sheet.width, scheme.sheet.height), thick)


@given(schemes())
def test_each_cut_has_a_mark_at_both_its_ends(scheme: Scheme) -> None:
    scheme = replace(scheme, marks=True)
    for side in impose(framed(scheme.card, scheme.places), scheme):
        cut = cards_of(side, scheme.card)
        marks = _unlike(marks_of(side))
        top, bottom = min(box.y for box in cut), max(box.bottom for box in cut)
        left, right = min(box.x for box in cut), max(box.right for box in cut)
        for x in {round(x, 6) for box in cut for x in (box.x, box.right)}:
            reach = between(marks, x, standing=True)
            assert reach.after < top < bottom < reach.before
        for y in {round(y, 6) for box in cut for y in (box.y, box.bottom)}:
            reach = between(marks, y, standing=False)
            assert reach.after < left < right < reach.before


def _unlike(marks: Sequence[Rule]) -> list[Rule]:
    """Each mark once: cards without a gutter share their cut."""
    return list({tuple(round(n, 6) for n in (m.x1, m.y1, m.x2, m.y2)): m for m in marks}.values())


@pytest.mark.parametrize("scheme", ["kantoor", "afloop", "afloop-a3"])
def test_bleed_of_the_bundled_schemes_never_reaches_a_neighbour(scheme: str, design: Design) -> None:
    row = design.schemes[scheme]

    assert row.columns * row.rows == 1 or row.gutter >= 2 * row.bleed


def test_a_sheet_without_marks_has_none() -> None:
    scheme = Scheme("proef", Size(200, 150), Size(600, 900), 2, 2, 0, 0, False, "lange zijde")

    assert marks_of(impose(deck(scheme.card, 1), scheme)[0]) == []
