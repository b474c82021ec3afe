"""Cards on sheets: cut out and turned like a book page, each back lies behind its own front, upright.

However it is printed: over either edge, folded, or on a stack that is laid back; on a grid in the middle or where a
maker of perforated sheets put it; side by side or to be stacked. The oracle knows nothing of rows and columns: it turns
a sheet in space about its long or short edge, and looks where a point of the one side comes on the other.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.design import Design
from generator.page.imposition import fed, impose
from generator.page.items import BLACK, MM, Box, Ink, Page, Rect, Rule, Size, Text
from generator.page.paper import Scheme, Turning

from .geometry import Landed, Point, distance, holds, landed, overlap, through_the_paper
from .grids import DUPLEX, TURNINGS, schemes

TOLERANCE = 0.05 * MM
INK = Ink("gewoon", 8, BLACK)
MARKED = 3.0
"""How far the marks on a card lie from its edges, in points."""


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


@given(schemes(DUPLEX), st.integers(1, 30))
def test_each_corner_of_a_back_lies_behind_that_of_its_front(scheme: Scheme, count: int) -> None:
    sheets = impose(deck(scheme.card, count), scheme)

    assert len(pairs_on(sheets)) == count
    assert_backs_lie_behind_fronts(sheets, scheme)


@given(schemes(DUPLEX), st.integers(1, 30))
def test_each_back_reads_upright_when_its_card_is_turned_like_a_page(scheme: Scheme, count: int) -> None:
    sheets = impose(deck(scheme.card, count), scheme)

    for front, back in pairs_on(sheets):
        start = Point(scheme.sheet.width / 2, scheme.sheet.height / 2)
        up = Point(-front.along.y, front.along.x)  # a quarter turn of how the text runs: from its head to its foot
        below = through_the_paper(Point(start.x + up.x, start.y + up.y), scheme.sheet, scheme.turning)
        assert (-back.along.y, back.along.x) == (round(below.x - start.x), round(below.y - start.y))


def test_the_bundled_schemes_lay_each_back_behind_its_front(design: Design) -> None:
    for scheme in design.schemes.values():
        sides = impose(deck(scheme.card, 25), scheme)
        if not scheme.is_one_sided:
            assert len(pairs_on(sides)) == 25, scheme.name
            assert_backs_lie_behind_fronts(sides, scheme)


@pytest.mark.parametrize(
    ("sheet", "turning"),
    [(Size(600, 900), "korte zijde"), (Size(900, 600), "lange zijde")],
)
def test_the_guard_sees_a_back_that_was_made_for_the_other_edge(sheet: Size, turning: Turning) -> None:
    wrong: Turning = "lange zijde" if turning == "korte zijde" else "korte zijde"
    scheme = Scheme("proef", Size(200, 150), sheet, 2, 2, turning=turning)
    sheets = impose(deck(scheme.card, 4), replace(scheme, turning=wrong))

    with pytest.raises(AssertionError):
        assert_backs_lie_behind_fronts(sheets, scheme)


@given(schemes(DUPLEX), st.integers(1, 30))
def test_every_card_comes_once(scheme: Scheme, count: int) -> None:
    sheets = impose(deck(scheme.card, count), scheme)

    fronts = [found.name for side in sheets[0::2] for found in cards_on(side)]
    backs = [found.name for side in sheets[1::2] for found in cards_on(side)]
    assert sorted(fronts) == sorted(f"{number}v" for number in range(count))
    assert sorted(backs) == sorted(f"{number}a" for number in range(count))


@given(schemes(DUPLEX, ["naast elkaar"]), st.integers(1, 30))
def test_side_by_side_the_fronts_are_read_in_order(scheme: Scheme, count: int) -> None:
    sheets = impose(deck(scheme.card, count), scheme)

    assert [found.name for side in sheets[0::2] for found in cards_on(side)] == [f"{n}v" for n in range(count)]


@given(schemes(["enkelzijdig"], ["naast elkaar"]), st.integers(1, 30))
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
    assert len(sheets) == (needed if scheme.turning in ("enkelzijdig", "vouwen") else 2 * needed)
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


def apart(boxes: Sequence[Box], scheme: Scheme) -> list[Box]:
    """What is kept of each place: the card with its bleed, or a front and the back beside it, that fold together."""
    if scheme.turning == "vouwen":
        fronts, backs = boxes[0::2], boxes[1::2]
        return [Box(one.x, one.y, other.right - one.x, one.height) for one, other in zip(fronts, backs, strict=True)]
    return [box.inset(-scheme.bleed) for box in boxes]


@given(schemes())
def test_cards_stand_apart_within_the_sheet(scheme: Scheme) -> None:
    for side in impose(framed(scheme.card, scheme.places), scheme):
        kept = apart(cards_of(side, scheme.card), scheme)
        assert all(holds(Box(0, 0, scheme.sheet.width, scheme.sheet.height), box) for box in kept)
        assert not any(overlap(one, other) for n, one in enumerate(kept) for other in kept[n + 1 :])


@given(schemes())
def test_a_grid_stands_in_the_middle_or_at_its_corner_of_each_front(scheme: Scheme) -> None:
    side = impose(framed(scheme.card, scheme.places), scheme)[0]
    cut = cards_of(side, scheme.card)
    left, top = min(box.x for box in cut), min(box.y for box in cut)
    if scheme.corner:
        assert (left, top) == pytest.approx((scheme.corner.x, scheme.corner.y))
    else:
        assert left == pytest.approx(scheme.sheet.width - max(box.right for box in cut))
        assert top == pytest.approx(scheme.sheet.height - max(box.bottom for box in cut))


# folded, stacked, laid back


@given(schemes(["vouwen"]), st.integers(1, 30))
def test_folded_back_along_the_line_each_back_lies_upright_behind_its_front(scheme: Scheme, count: int) -> None:
    for side in impose(deck(scheme.card, count), scheme):
        cards = cards_on(side)
        lines = sorted(rule.x1 for rule in folds_of(side))
        for front, back in zip(cards[0::2], cards[1::2], strict=True):
            fold = min((x for x in lines if x > front.marks[0].x), key=lambda x: x - front.marks[0].x)
            assert front.name[:-1] == back.name[:-1]
            assert front.along == back.along == Point(1, 0)
            for mark, other in zip(front.marks, back.marks, strict=True):
                assert distance(Point(2 * fold - mark.x, mark.y), other) <= TOLERANCE


def folds_of(side: Page) -> list[Rule]:
    return [each.item for each in landed(side.items) if isinstance(each.item, Rule) and each.item.dash]


@given(schemes(TURNINGS, ["stapelen"]), st.integers(1, 60))
def test_the_cut_stacks_laid_on_each_other_are_in_order(scheme: Scheme, count: int) -> None:
    sides = impose(deck(scheme.card, count), scheme)
    fronts = sides if scheme.turning in ("enkelzijdig", "vouwen") else sides[0::2]
    stacks: dict[tuple[int, int], list[str]] = {}
    for side in fronts:  # the first sheet lies on top
        for found in cards_on(side)[:: 2 if scheme.turning == "vouwen" else 1]:
            place = round(min(mark.y for mark in found.marks)), round(min(mark.x for mark in found.marks))
            stacks.setdefault(place, []).append(found.name)

    taken = [name for place in sorted(stacks) for name in stacks[place]]

    wanted = [f"{n}{side}" for n in range(count) for side in ("va" if scheme.turning == "enkelzijdig" else "v")]
    assert taken == wanted


@given(schemes(TURNINGS, ["stapelen"]), st.integers(1, 60))
def test_stacked_cards_are_read_in_their_order(scheme: Scheme, count: int) -> None:
    sides = impose(deck(scheme.card, count), scheme)

    turns: list[tuple[int, str]] = []
    for side in sides:
        assert len(side.reading) == len(side.items)
        for turn, item in zip(side.reading, side.items, strict=True):
            names = [found.name for found in cards_on(replace(side, items=(item,)))]
            turns += [(turn, name) for name in names]
    read = [name for _, name in sorted(turns, key=lambda pair: pair[0])]
    assert read == [f"{number}{side}" for number in range(count) for side in "va"]


@given(schemes(["eerst-voor-dan-achter"]), st.integers(1, 30))
def test_a_stack_that_is_laid_back_as_it_lies_gets_each_back_behind_its_front(scheme: Scheme, count: int) -> None:
    sides = impose(deck(scheme.card, count), scheme)
    pages = fed(sides, scheme.turning)
    stack: list[list[Page]] = []
    for page in pages[: len(pages) // 2]:
        stack.insert(0, [page])  # each sheet comes out on top of the one before

    for page in pages[len(pages) // 2 :]:
        stack[0].append(page)  # laid back as it lies: the sheet on top goes in first
        stack.append(stack.pop(0))

    assert all(len(sheet) == 2 for sheet in stack)
    assert_backs_lie_behind_fronts([side for sheet in stack for side in sheet], scheme)
    assert len(pairs_on([side for sheet in stack for side in sheet])) == count


@given(schemes(["lange zijde", "korte zijde"]), st.integers(1, 9))
def test_a_duplex_printer_gets_fronts_and_backs_in_turn(scheme: Scheme, count: int) -> None:
    sides = impose(deck(scheme.card, count), scheme)

    assert fed(sides, scheme.turning) == sides


# marks


def marks_of(side: Page) -> list[Rule]:
    rules = [each.item for each in landed(side.items) if isinstance(each.item, Rule)]
    return [rule for rule in rules if rule.width == 0.25 and not rule.dash]


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
        kept = apart(cards_of(side, scheme.card), scheme)
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
        cut = apart(cards_of(side, scheme.card), replace(scheme, bleed=0))
        marks = marks_of(side)
        top, bottom = min(box.y for box in cut), max(box.bottom for box in cut)
        left, right = min(box.x for box in cut), max(box.right for box in cut)
        for x in {round(x, 6) for box in cut for x in (box.x, box.right)}:
            reach = between(marks, x, standing=True)
            assert reach.after < top < bottom < reach.before
        for y in {round(y, 6) for box in cut for y in (box.y, box.bottom)}:
            reach = between(marks, y, standing=False)
            assert reach.after < left < right < reach.before


@given(schemes())
def test_no_two_marks_lie_on_each_other(scheme: Scheme) -> None:
    scheme = replace(scheme, marks=True)
    for side in impose(framed(scheme.card, scheme.places), scheme):
        ends = [tuple(round(n, 3) for n in (mark.x1, mark.y1, mark.x2, mark.y2)) for mark in marks_of(side)]
        assert len(ends) == len(set(ends))


def test_bleed_of_the_bundled_schemes_never_reaches_a_neighbour(design: Design) -> None:
    for row in design.schemes.values():
        assert row.columns == 1 or row.gutter.x >= 2 * row.bleed, row.name
        assert row.rows == 1 or row.gutter.y >= 2 * row.bleed, row.name


def test_a_sheet_without_marks_has_none() -> None:
    scheme = Scheme("proef", Size(200, 150), Size(600, 900), 2, 2)

    assert marks_of(impose(deck(scheme.card, 1), scheme)[0]) == []
