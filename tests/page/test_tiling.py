"""Tiles of a poster: how many, that they join exactly, that nothing is lost at their margins, and who reads what."""

from collections import Counter
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.page.imposition import Slot
from generator.page.items import BLACK, MM, Box, Element, Group, Ink, Page, Placed, Rect, Rule, Size, Text
from generator.page.tiling import (
    TilePaper,
    TileWords,
    Tiling,
    cell,
    cut_into_tiles,
    is_larger,
    tile_name,
    tiling,
    window,
)

from .geometry import Landed, holds, landed, lines_on, overlap
from .looks import EvenMeasure

MARGIN = 4.2 * MM
MEASURE = EvenMeasure()
A4 = Size(210 * MM, 297 * MM)
SIZES = {"A3": (297, 420), "A2": (420, 594), "A1": (594, 841), "A0": (841, 1189)}


def tile(overlap: float = 10, size: Size = A4) -> TilePaper:
    """Paper for tiles, with so many millimetres of overlap."""
    return TilePaper(size, MARGIN, overlap * MM)


def millimetres(width: float, height: float) -> Size:
    return Size(width * MM, height * MM)


def poster(size: Size, *items: Group | Rect | Text) -> Page:
    return Page(size, items)


posters = st.builds(millimetres, st.floats(120, 1300), st.floats(120, 1300))
sizes = st.sampled_from([A4, A4.turned, millimetres(297, 420), millimetres(216, 279)])
papers = st.builds(tile, st.floats(6, 40), sizes)
spots = st.tuples(st.floats(0, 0.9), st.floats(0.05, 0.95))


# How many


@pytest.mark.parametrize(
    ("name", "overlap", "count"),
    [
        *(("A3", 10, 4), ("A2", 10, 8), ("A1", 10, 12), ("A0", 10, 21)),
        *(("A3", 15, 4), ("A2", 15, 8), ("A1", 15, 15), ("A0", 15, 25)),
    ],
)
@pytest.mark.parametrize("lying", [False, True])
def test_an_a_size_takes_as_many_sheets_of_a4_as_was_reckoned(
    name: str, overlap: float, count: int, lying: bool
) -> None:
    size = millimetres(*SIZES[name])

    found = tiling(size.turned if lying else size, tile(overlap))

    assert found.columns * found.rows == count


def test_what_fits_the_paper_in_either_direction_is_not_larger() -> None:
    assert not is_larger(A4.turned, A4)
    assert not is_larger(millimetres(105, 297), A4)
    assert is_larger(millimetres(100, 298), A4)
    assert is_larger(millimetres(211, 212), A4)


def test_paper_that_is_all_overlap_is_refused() -> None:
    with pytest.raises(ValueError, match=r"\d"):
        tiling(A4, tile(40, millimetres(74, 105)))


def test_tiles_have_a_letter_for_the_column_and_a_number_for_the_row() -> None:
    names = [tile_name(slot) for slot in (Slot(0, 0), Slot(1, 1), Slot(6, 25), Slot(0, 26))]

    assert names == ["A1", "B2", "Z7", "AA1"]


# Nothing is lost


@given(posters, papers, st.floats(0, 1), st.floats(0, 1))
def test_every_point_of_the_poster_is_printed_within_the_printable_area(
    size: Size, paper: TilePaper, across: float, along: float
) -> None:
    tiles = tiling(size, paper)
    x, y = size.width * across, size.height * along
    dot = Rect(Box(x, y, 0, 0), BLACK)

    places = []
    for page in cut_into_tiles(poster(size, Rect(Box(x - 1, y - 1, 2, 2), BLACK)), tiles, MEASURE, TileWords()):
        picture = page.items[0]
        assert isinstance(picture, Group)
        assert picture.placed
        assert picture.placed.clip
        if holds(picture.placed.clip, dot.box) and picture.items:
            places.append(Landed(dot, (picture,)).box(dot.box))

    white = Box(MARGIN, MARGIN, tiles.paper.size.width - 2 * MARGIN, tiles.paper.size.height - 2 * MARGIN)
    assert places
    assert all(holds(white, place) for place in places)


@given(posters, papers)
def test_what_one_sees_of_the_tiles_covers_the_poster_once(size: Size, paper: TilePaper) -> None:
    tiles = tiling(size, paper)
    cells = [cell(slot, tiles) for slot in tiles.slots]

    assert sum(each.width * each.height for each in cells) == pytest.approx(size.width * size.height)
    assert all(holds(window(slot, tiles), each) for slot, each in zip(tiles.slots, cells, strict=True))
    assert not any(overlap(one, other) for place, one in enumerate(cells) for other in cells[:place])


# They join


@dataclass(frozen=True)
class Sheet:
    """A printed tile: where its cut at the left is, where the marks for the next one, and where a spot came."""

    cut: float | None
    mark: float | None
    spot: float | None


def sheets(page: Page, tiles: Tiling, upright: bool) -> dict[tuple[int, int], Sheet]:
    """What somebody with scissors finds on each tile, in points from its left or its top."""
    found = {}
    printed = cut_into_tiles(page, tiles, MEASURE, TileWords())
    for slot, each in zip(tiles.slots, printed, strict=True):
        shown = window(slot, tiles)
        cuts, marks, spots = [], [], []
        for item in landed(each.items):
            if isinstance(item.item, Rule) and item.item.colour == BLACK and item.ink:
                line, half = item.ink, item.item.width / 2
                at, is_upright = (line.x, True) if line.width < line.height else (line.y, False)
                if is_upright == upright and not item.item.dash:
                    marks.append(at - half)
                elif is_upright == upright and at < MARGIN + 5 * MM:
                    cuts.append(at + half)
            elif isinstance(item.item, Rect) and item.item.fill == BLACK and item.ink:
                spots.append(item.ink.x if upright else item.ink.y)
        assert len(set(map(round, marks))) <= 1
        assert shown.width > 0
        found[slot.row, slot.column] = Sheet(next(iter(cuts), None), next(iter(marks), None), next(iter(spots), None))
    return found


@pytest.mark.parametrize("upright", [True, False])
@given(size=posters, paper=papers, across=st.floats(0.01, 0.99), along=st.floats(0.01, 0.99))
def test_a_spot_on_two_tiles_is_one_spot_when_the_cut_is_laid_against_the_marks(
    size: Size, paper: TilePaper, across: float, along: float, upright: bool
) -> None:
    tiles = tiling(size, paper)
    spot = Rect(Box(size.width * across, size.height * along, 0.5, 0.5), BLACK)
    found = sheets(poster(size, spot), tiles, upright)

    for (row, column), first in found.items():
        second = found.get((row, column + 1) if upright else (row + 1, column))
        if second and first.spot is not None and second.spot is not None:
            assert first.mark is not None
            assert second.cut is not None
            assert second.spot - second.cut == pytest.approx(first.spot - first.mark, abs=0.01)


@given(posters, papers)
def test_marks_lie_in_what_is_cut_off_or_covered_or_beyond_the_poster(size: Size, paper: TilePaper) -> None:
    tiles = tiling(size, paper)

    for slot, page in zip(tiles.slots, cut_into_tiles(poster(size), tiles, MEASURE, TileWords()), strict=True):
        shown, seen = window(slot, tiles), cell(slot, tiles)
        here = Box(seen.x - shown.x + MARGIN, seen.y - shown.y + MARGIN, seen.width, seen.height)
        drawn = [each for each in landed(page.items) if not isinstance(each.item, Text)]
        boxes = [each.ink.inset(-half(each)) for each in drawn if each.ink]
        boxes += [line.box for line in lines_on(page, MEASURE)]
        assert not [box for box in boxes if overlap(box, here)]


def half(each: Landed) -> float:
    return each.item.width / 2 if isinstance(each.item, Rule) else 0.0


def test_each_tile_bears_its_name_and_that_of_the_one_that_covers_it() -> None:
    tiles = tiling(millimetres(297, 420), tile())
    words = TileWords("{tile} eraf", "{tile} onder {other}")

    pages = cut_into_tiles(poster(tiles.poster), tiles, MEASURE, words)

    said = [sorted(line.text for line in lines_on(page, MEASURE)) for page in pages]
    assert said == [
        ["A1", "A1 onder A2", "A1 onder B1"],
        ["B1", "B1 eraf", "B1 onder B2"],
        ["A2", "A2 eraf", "A2 onder B2"],
        ["B2", "B2 eraf", "B2 eraf"],
    ]


# Who reads what


INK = Ink("gewoon", 20, BLACK)


def paragraph(x: float, y: float, *lines: str, tag: str = "P") -> Group:
    return Group((Text(x, y, INK, lines, 24),), Element(tag))


def read(pages: list[Page]) -> list[list[str]]:
    """The words that are read on each tile."""
    return [[line.text for line in lines_on(page, MEASURE) if line.elements] for page in pages]


def test_a_text_on_two_tiles_is_read_on_the_one_that_shows_its_middle_and_is_decoration_on_the_other() -> None:
    size = millimetres(350, 250)
    tiles = tiling(size, tile())
    seam = cell(Slot(0, 0), tiles).right
    section = Element("Sect")
    left, right = paragraph(seam - 150, 100, "x" * 20), paragraph(seam - 50, 200, "y" * 20)

    pages = cut_into_tiles(poster(size, Group((left, right), section)), tiles, MEASURE, TileWords("", ""))

    assert tiles.columns * tiles.rows == 2
    assert read(pages) == [["x" * 20], ["y" * 20]]
    assert all({"x" * 20, "y" * 20} <= {line.text for line in lines_on(page, MEASURE)} for page in pages)


def test_all_of_a_paragraph_is_read_on_one_tile_with_what_stands_in_it() -> None:
    size = millimetres(350, 250)
    tiles = tiling(size, tile())
    seam = cell(Slot(0, 0), tiles).right
    link = Group((Text(seam - 60, 100, INK, ("hier",)),), Element("Link"))
    words = Group((Text(seam - 300, 100, INK, ("a" * 24,)), link, Text(seam + 20, 100, INK, ("b" * 3,))), Element("P"))

    pages = cut_into_tiles(poster(size, words), tiles, MEASURE, TileWords("", ""))

    assert read(pages) == [["a" * 24, "hier", "bbb"], []]
    (tags,) = {tuple(e.tag for e in line.elements) for line in lines_on(pages[0], MEASURE) if line.elements}
    assert tags == ("P",)


@given(
    posters,
    papers,
    st.lists(spots, max_size=8),
    st.sampled_from([1.0, 2.0]),
)
def test_every_text_is_read_once_and_elements_keep_their_order(
    size: Size, paper: TilePaper, places: list[tuple[float, float]], scale: float
) -> None:
    tiles = tiling(size, paper)
    groups = [
        paragraph(x * size.width / scale, y * size.height / scale, f"w{number}") for number, (x, y) in enumerate(places)
    ]
    page = poster(size, Group((Group(tuple(groups), Element("Sect")),), None, Placed(scale=scale)))

    pages = cut_into_tiles(page, tiles, MEASURE, TileWords("", ""))

    once = Counter(word for words in read(pages) for word in words)
    assert once == Counter(f"w{number}" for number in range(len(places)))
    first = [group.element for group in groups_in(pages[0].items) if group.element]
    assert [element for element in first if element.tag == "P"] == [group.element for group in groups]


def groups_in(items: tuple[object, ...]) -> list[Group]:
    found = []
    for item in items:
        if isinstance(item, Group):
            found += [item, *groups_in(item.items)]
    return found


def test_what_lies_outside_a_tile_is_left_out_of_it() -> None:
    tiles = tiling(millimetres(297, 420), tile())
    corner = Rect(Box(0, 0, 10, 10), BLACK)

    pages = cut_into_tiles(poster(tiles.poster, corner), tiles, MEASURE, TileWords())

    assert [corner in [each.item for each in landed(page.items)] for page in pages] == [True, False, False, False]
