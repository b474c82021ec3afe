"""A file is there whole or not at all, and nothing is written outside its folder."""

from pathlib import Path

import pytest

from generator.errors import OutputError
from generator.writing import write
from tests.folders import content, lay


def refusal(path: Path, top: Path) -> str:
    with pytest.raises(OutputError) as caught:
        write(path, b"new", top)
    return str(caught.value)


def test_a_file_comes_in_its_place_with_the_folders_that_it_needs(tmp_path: Path) -> None:
    write(tmp_path / "a" / "b" / "c.pdf", b"bytes", tmp_path)

    assert content(tmp_path) == {"a/b/c.pdf": b"bytes"}


def test_a_file_that_stands_there_is_replaced_and_not_written_into(tmp_path: Path) -> None:
    lay(tmp_path, {"a.pdf": "old"})
    reader = (tmp_path / "a.pdf").open("rb")

    write(tmp_path / "a.pdf", b"new", tmp_path)

    with reader:
        assert reader.read() == b"old"
    assert content(tmp_path) == {"a.pdf": b"new"}


def test_what_can_not_be_replaced_stays_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    lay(tmp_path, {"a.pdf": None, "a.pdf/inside": "old"})

    told = refusal(tmp_path / "a.pdf", tmp_path)

    assert told.startswith(f"{tmp_path / 'a.pdf'} could not be written: ")
    assert told.endswith(" (something else bears that name: move it, or choose another folder)")
    assert content(tmp_path) == {"a.pdf/inside": b"old"}


@pytest.mark.parametrize("blocked", ["out", "out/deck", "out/deck/liso"])
def test_a_file_where_a_folder_must_come_is_told(tmp_path: Path, blocked: str) -> None:
    lay(tmp_path, {blocked: "in the way"})

    assert "could not be written" in refusal(tmp_path / "out" / "deck" / "liso" / "a.pdf", tmp_path / "out")
    assert content(tmp_path) == {blocked: b"in the way"}


def test_a_name_that_is_too_long_is_told(tmp_path: Path) -> None:
    assert "could not be written" in refusal(tmp_path / ("x" * 300), tmp_path)


def test_a_folder_that_is_a_link_out_of_the_output_is_refused_and_not_even_made_there(tmp_path: Path) -> None:
    lay(tmp_path, {"out": None, "elsewhere": None})
    (tmp_path / "out" / "link").symlink_to(tmp_path / "elsewhere")

    told = refusal(tmp_path / "out" / "link" / "new" / "a.pdf", tmp_path / "out")

    assert "lies outside" in told
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_path_that_climbs_out_is_refused(tmp_path: Path) -> None:
    assert "lies outside" in refusal(tmp_path / "out" / ".." / "a.pdf", tmp_path / "out")
    assert content(tmp_path) == {}


def test_a_link_that_goes_round_is_told(tmp_path: Path) -> None:
    (tmp_path / "round").symlink_to(tmp_path / "round")

    assert "could not be written" in refusal(tmp_path / "round" / "a.pdf", tmp_path)


def test_an_output_folder_that_is_itself_a_link_is_where_it_points(tmp_path: Path) -> None:
    lay(tmp_path, {"elsewhere": None})
    (tmp_path / "out").symlink_to(tmp_path / "elsewhere")

    write(tmp_path / "out" / "a.pdf", b"new", tmp_path / "out")

    assert content(tmp_path / "elsewhere") == {"a.pdf": b"new"}


def test_a_link_in_the_place_of_a_file_is_replaced_and_not_followed(tmp_path: Path) -> None:
    lay(tmp_path, {"out": None, "precious": "old"})
    (tmp_path / "out" / "a.pdf").symlink_to(tmp_path / "precious")

    write(tmp_path / "out" / "a.pdf", b"new", tmp_path / "out")

    assert content(tmp_path) == {"out/a.pdf": b"new", "precious": b"old"}


def test_nothing_is_left_beside_a_file_that_could_not_be_finished(tmp_path: Path) -> None:
    lay(tmp_path, {"a.pdf": "old"})
    unfinished = memoryview(b"new")
    unfinished.release()  # writing it stops with an error that is none of the disk's

    with pytest.raises(ValueError, match="released"):
        write(tmp_path / "a.pdf", unfinished, tmp_path)  # type: ignore[arg-type]

    assert content(tmp_path) == {"a.pdf": b"old"}
