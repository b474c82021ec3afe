"""A file is there whole or not at all, and nothing is written outside its folder."""

import os
from pathlib import Path

import pytest

from generator.errors import OutputError
from generator.writing import LOCK, alone, tidy, write
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

    assert told.startswith(f"{tmp_path / 'a.pdf'} could not be written: something else bears that name (move it")
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


@pytest.mark.parametrize("leads_to", ["precious", "nothing", "out"])
def test_a_link_in_the_place_of_a_file_is_refused_and_neither_it_nor_what_it_leads_to_is_touched(
    tmp_path: Path, leads_to: str
) -> None:
    lay(tmp_path, {"out": None, "precious": "old"})
    (tmp_path / "out" / "a.pdf").symlink_to(tmp_path / leads_to)

    told = refusal(tmp_path / "out" / "a.pdf", tmp_path / "out")

    assert "a.pdf is a link" in told
    assert (tmp_path / "out" / "a.pdf").readlink() == tmp_path / leads_to
    assert content(tmp_path / "out").keys() <= {"a.pdf"}
    assert (tmp_path / "precious").read_bytes() == b"old"


def test_a_pipe_in_the_place_of_a_file_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.pdf")

    assert "something else bears that name" in refusal(tmp_path / "a.pdf", tmp_path)


@pytest.mark.parametrize(
    ("name", "sign"),
    [
        ("draaiboek.docx", ".~lock.draaiboek.docx#"),
        ("draaiboek.docx", "~$aaiboek.docx"),
        ("wrap-up.docx", "~$rap-up.docx"),
        ("brief.docx", "~$brief.docx"),
    ],
)
def test_a_file_that_is_open_elsewhere_is_refused_until_it_is_closed(tmp_path: Path, name: str, sign: str) -> None:
    lay(tmp_path, {name: "old", sign: ",Ada,laptop;"})

    told = refusal(tmp_path / name, tmp_path)
    (tmp_path / sign).unlink()
    write(tmp_path / name, b"new", tmp_path)

    assert told.startswith(f"{tmp_path / name} is open in Word or LibreOffice")
    assert sign in told
    assert content(tmp_path) == {name: b"new"}


def test_what_a_process_that_was_stopped_left_is_taken_away_and_nothing_else(tmp_path: Path) -> None:
    mine = {".drukklaar-aantekening.txt": "mine", "a.tmp": "mine", "b/.drukklaar-0.tmp": "left elsewhere"}
    lay(tmp_path, {".drukklaar-0123456789abcdef.tmp": "left", LOCK: "", **mine})

    write(tmp_path / "a.pdf", b"new", tmp_path)
    assert content(tmp_path).keys() == {"a.pdf", *mine}
    tidy(tmp_path, [tmp_path / "b"])

    assert content(tmp_path).keys() == {"a.pdf", *mine} - {"b/.drukklaar-0.tmp"}


def test_what_another_is_writing_is_not_taken_away(tmp_path: Path) -> None:
    with alone(tmp_path) as placing:
        beside = placing.prepare(tmp_path / "a.pdf", b"whole")

        tidy(tmp_path, [])

        assert beside.read_bytes() == b"whole"


def test_where_another_has_a_folder_within_to_itself_nothing_of_theirs_is_taken_away(tmp_path: Path) -> None:
    with alone(tmp_path / "a" / "b") as placing:
        beside = placing.prepare(tmp_path / "a" / "b" / "c" / "d.pdf", b"whole")

        tidy(tmp_path, [beside.parent])
        write(tmp_path / "a" / "b" / "c" / "e.pdf", b"new", tmp_path)

        assert beside.read_bytes() == b"whole"


def test_in_a_folder_that_leads_elsewhere_nothing_is_taken_away(tmp_path: Path) -> None:
    lay(tmp_path, {"out": None, "elsewhere/.drukklaar-0123456789abcdef.tmp": "theirs"})
    (tmp_path / "out" / "link").symlink_to(tmp_path / "elsewhere")

    tidy(tmp_path / "out", [tmp_path / "out" / "link"])

    assert content(tmp_path / "elsewhere")


def test_a_lock_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    lay(tmp_path, {"out": None})
    (tmp_path / "out" / LOCK).symlink_to(tmp_path / "elsewhere")

    write(tmp_path / "out" / "a.pdf", b"new", tmp_path / "out")

    assert not (tmp_path / "elsewhere").exists()


def test_nothing_is_left_beside_a_file_that_could_not_be_finished(tmp_path: Path) -> None:
    lay(tmp_path, {"a.pdf": "old"})
    unfinished = memoryview(b"new")
    unfinished.release()  # writing it stops with an error that is none of the disk's

    with pytest.raises(ValueError, match="released"):
        write(tmp_path / "a.pdf", unfinished, tmp_path)  # type: ignore[arg-type]

    assert content(tmp_path) == {"a.pdf": b"old"}
