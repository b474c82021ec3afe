"""A raster is words that stand where their boxes come."""

from hypothesis import given
from hypothesis import strategies as st

from generator.raster import Cells, Raster


def test_each_name_gets_the_rectangle_of_its_cells() -> None:
    raster = Raster(("kop kop .", "a   b   b"))

    assert raster.areas() == {"kop": Cells(0, 0, 1, 2), "a": Cells(1, 0, 1, 1), "b": Cells(1, 1, 1, 2)}
    assert raster.fault(["kop", "a", "b"]) is None


def test_two_boxes_of_one_name_are_a_fault() -> None:
    assert str(Raster(("a b",)).fault(["a", "b", "a"])) == "two boxes are called a"


@given(st.lists(st.lists(st.sampled_from("abc."), min_size=1, max_size=4), min_size=1, max_size=4))
def test_a_raster_without_fault_gives_each_cell_to_one_name(rows: list[list[str]]) -> None:
    raster = Raster(tuple(" ".join(row) for row in rows))
    names = sorted({name for row in rows for name in row if name != "."})

    if raster.fault(names) is None:
        for name, cells in raster.areas().items():
            inside = [row[cells.column : cells.column + cells.columns] for row in rows[cells.row :][: cells.rows]]
            assert {letter for row in inside for letter in row} == {name}
