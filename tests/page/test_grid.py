"""A raster drawn as words, and the boxes that it gives."""

from dataclasses import dataclass
from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.page.grid import boxes
from generator.page.items import MM, Box
from generator.raster import Raster

from .geometry import holds, overlap

FRAME = Box(17, 23, 800, 500)


@dataclass(frozen=True)
class Piece:
    """A rectangle of cells, still to be cut or not."""

    top: int
    left: int
    rows: int
    columns: int

    def cuts(self) -> "list[tuple[Piece, Piece]]":
        """Each way to cut it in two."""
        top, left, rows, columns = self.top, self.left, self.rows, self.columns
        lying = [(Piece(top, left, n, columns), Piece(top + n, left, rows - n, columns)) for n in range(1, rows)]
        upright = [(Piece(top, left, rows, n), Piece(top, left + n, rows, columns - n)) for n in range(1, columns)]
        return lying + upright


@st.composite
def cut_rasters(draw: st.DrawFn) -> Raster:
    """A sheet of cells, cut in rectangles that each bear a name."""
    whole = Piece(0, 0, draw(st.integers(1, 5)), draw(st.integers(1, 5)))
    pieces = [whole]
    for _ in range(draw(st.integers(0, 8))):
        number = draw(st.integers(0, len(pieces) - 1))
        cuts = pieces[number].cuts()
        if cuts:
            pieces[number : number + 1] = draw(st.sampled_from(cuts))
    return drawn(whole, pieces)


def drawn(whole: Piece, pieces: list[Piece]) -> Raster:
    """The pieces as words."""
    names = [[""] * whole.columns for _ in range(whole.rows)]
    for number, piece in enumerate(pieces):
        for row, column in product(range(piece.rows), range(piece.columns)):
            names[piece.top + row][piece.left + column] = f"vak{number}"
    return Raster(tuple(" ".join(row) for row in names))


def laid(raster: Raster, gap: float, rows: list[str] | None = None, columns: list[str] | None = None) -> dict[str, Box]:
    """The boxes in FRAME; what stands in an area is a third as high as the area is wide."""
    rows = rows or ["rest"] * len(raster.rows)
    return boxes(raster, rows, columns or [], FRAME, gap, lambda _, width: width / 3)


GAP = st.sampled_from([0.0, 2.5, 10.0])


@given(cut_rasters(), GAP)
def test_no_two_boxes_overlap_and_all_stand_within_the_frame(raster: Raster, gap: float) -> None:
    found = laid(raster, gap)

    assert all(holds(FRAME, box, 1e-6) for box in found.values())
    assert not any(overlap(one, other, 1e-6) for one, other in combinations(found.values(), 2))


@given(cut_rasters(), GAP)
def test_boxes_and_the_gaps_between_them_fill_the_frame(raster: Raster, gap: float) -> None:
    found = laid(raster, gap)

    # each box with half a gap all around: together these tile the frame with half a gap all around
    tiled = sum((box.width + gap) * (box.height + gap) for box in found.values())
    assert tiled == pytest.approx((FRAME.width + gap) * (FRAME.height + gap))


@given(cut_rasters(), GAP)
def test_neighbours_lie_exactly_a_gap_apart(raster: Raster, gap: float) -> None:
    found = laid(raster, gap)

    words = raster.words
    for row, column in product(range(len(words)), range(raster.columns)):
        here = words[row][column]
        if column + 1 < raster.columns and (beside := words[row][column + 1]) != here:
            assert found[beside].x - found[here].right == pytest.approx(gap)
        if row + 1 < len(words) and (below := words[row + 1][column]) != here:
            assert found[below].y - found[here].bottom == pytest.approx(gap)


@given(cut_rasters(), GAP, st.data())
def test_a_row_or_column_with_a_length_has_it_and_the_rest_shares_what_is_left(
    raster: Raster, gap: float, data: st.DataObject
) -> None:
    length = st.sampled_from(["rest", "9mm", "14,5mm"])
    rows = data.draw(st.lists(length, min_size=len(raster.rows), max_size=len(raster.rows)))
    columns = data.draw(st.lists(length, min_size=raster.columns, max_size=raster.columns))
    found = laid(raster, gap, rows, columns)

    sizes = {"9mm": 9 * MM, "14,5mm": 14.5 * MM}
    for name, cells in raster.areas().items():
        if cells.rows == 1 and rows[cells.row] in sizes:
            assert found[name].height == pytest.approx(sizes[rows[cells.row]])
        if cells.columns == 1 and columns[cells.column] in sizes:
            assert found[name].width == pytest.approx(sizes[columns[cells.column]])
    if "rest" in rows:
        assert max(box.bottom for box in found.values()) == pytest.approx(FRAME.bottom)
    if "rest" in columns:
        assert max(box.right for box in found.values()) == pytest.approx(FRAME.right)


def test_an_auto_row_is_as_high_as_the_highest_that_stands_in_it_alone() -> None:
    found = laid(Raster(("kop kop rand", "a b rand")), 10, ["auto", "rest"], ["rest", "rest", "150mm"])

    assert found["kop"].height == pytest.approx(found["kop"].width / 3)
    assert found["a"].y == pytest.approx(found["kop"].bottom + 10)
    assert found["rand"].height == FRAME.height


def test_an_empty_cell_stays_empty() -> None:
    found = laid(Raster(("a .", "b b")), 0)

    assert found == {"a": Box(17, 23, 400, 250), "b": Box(17, 273, 800, 250)}


def is_rectangle(raster: Raster, name: str) -> bool:
    """By brute force: its cells are all cells of some rows and columns that follow each other."""
    cells = {(r, c) for r, row in enumerate(raster.words) for c, word in enumerate(row) if word == name}
    rows, columns = sorted({r for r, _ in cells}), sorted({c for _, c in cells})
    return (
        rows == list(range(rows[0], rows[0] + len(rows)))
        and columns == list(range(columns[0], columns[0] + len(columns)))
        and cells == set(product(rows, columns))
    )


@given(st.integers(1, 4).flatmap(lambda wide: st.lists(st.text("ab.", min_size=wide, max_size=wide), min_size=1)))
def test_a_raster_is_refused_just_when_an_area_is_no_rectangle(rows: list[str]) -> None:
    raster = Raster(tuple(" ".join(row) for row in rows))
    names = {name for row in rows for name in row} - {"."}

    fault = raster.fault(names)

    assert (fault is None) == all(is_rectangle(raster, name) for name in names)


@given(cut_rasters())
def test_a_raster_cut_in_rectangles_is_without_fault(raster: Raster) -> None:
    assert raster.fault({word for row in raster.words for word in row}) is None


@pytest.mark.parametrize(
    ("rows", "names", "fault"),
    [
        (("a b", "a"), ["a", "b"], "row 2 of the raster has another number of names than row 1"),
        (("a",), ["a", "b"], "b has no place in the raster"),
        (("a b",), ["a"], "the raster names b, and nothing bears that name"),
        (("a b", "b a"), ["a", "b"], "a is no rectangle in the raster"),
    ],
)
def test_a_fault_in_a_raster_is_told_in_words(rows: tuple[str, ...], names: list[str], fault: str) -> None:
    assert str(Raster(rows).fault(names)) == fault
