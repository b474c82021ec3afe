"""Many builds into one folder at the same time: each file is of one of them, and nothing looks changed by hand."""

from pathlib import Path

import pytest

from generator import history
from generator.design.printers import read_printers
from tests.folders import BEGRIP, ONE_OF_EACH, SESSIE, content, lay
from tests.hostile.running import Run, Warm
from tests.hostile.test_faults import CONCEPT, NOTES, PACK, SESSION

PAIRS = 20


@pytest.fixture
def works(tmp_path: Path) -> list[Path]:
    """Two workspaces with other definitions of the same things."""
    other = {CONCEPT: BEGRIP + "kort: Te snel.\n", SESSION: SESSIE.replace("Start", "Anders")}
    return [lay(tmp_path / "one", ONE_OF_EACH), lay(tmp_path / "other", {**ONE_OF_EACH, **other})]


def made(warm: Warm, work: Path) -> dict[str, bytes]:
    """What a build makes of it where nobody else is."""
    assert warm.run(work, *PACK).code == 0
    return made_in(work / "output")


def made_in(output: Path) -> dict[str, bytes]:
    """What was made there, without our notes."""
    return {name: data for name, data in content(output).items() if name not in NOTES}


def test_twenty_pairs_of_builds_at_once_leave_whole_files_of_one_or_the_other(
    warm: Warm, works: list[Path], tmp_path: Path
) -> None:
    sides = [made(warm, work) for work in works]
    into = str(tmp_path / "into")

    runs = [Run(work, (*PACK, "--output", into), same_as=work) for work in works * PAIRS]
    ended = warm.together(runs)

    assert [(end.code, end.err) for end in ended if end.code or "Traceback" in end.err or "kept" in end.err] == []
    now = content(tmp_path / "into")
    assert now.keys() - sides[0].keys() == NOTES
    assert all(now[name] in (sides[0][name], sides[1][name]) for name in sides[0])
    for work, side in zip(works, sides, strict=True):
        again = warm.run(work, *PACK, "--output", into)
        assert (again.code, "kept" in again.err) == (0, False)
        assert {name: data for name, data in content(tmp_path / "into").items() if name in side} == side


def test_what_somebody_changed_meanwhile_survives_them_all(warm: Warm, works: list[Path], tmp_path: Path) -> None:
    into = tmp_path / "into"
    assert warm.run(works[0], *PACK, "--output", str(into)).code == 0
    mine = into / "wijk" / "01-start" / "draaiboek.docx"
    mine.write_bytes(b"changed in Word")

    runs = [Run(work, (*PACK, "--output", str(into)), same_as=work) for work in works * 5]
    ended = warm.together(runs)

    assert {end.code for end in ended} == {0}
    assert mine.read_bytes() == b"changed in Word"
    assert sorted(path.name for path in mine.parent.iterdir()) == [
        "draaiboek (nieuw).docx", "draaiboek.docx", "draaiboek.pdf",
    ]  # fmt: skip


def test_two_that_make_other_things_lose_nothing_of_what_either_noted(warm: Warm, works: list[Path]) -> None:
    work = works[0]
    asked = [("build", "stapel"), ("build", "haast"), ("build", "wijk", "--only", "draaiboek"), ("build", "plan")]

    ended = warm.together([Run(work, arguments, same_as=work) for arguments in asked * 3])

    again = [warm.run(work, *arguments) for arguments in asked]
    assert [(" made" in end.err, end.code) for end in again] == [(False, 0)] * len(asked)
    numbers = [line for end in ended for line in end.err.splitlines() if line.startswith("this was build")]
    assert len(set(numbers)) == len(numbers) == history.read(work / "output").number


def test_printers_that_are_measured_at_once_are_all_remembered(warm: Warm, tmp_path: Path) -> None:
    names = [f"printer-{number}" for number in range(8)]

    ended = warm.together([Run(tmp_path, ("printer", "set", name, "--x", "0.5")) for name in names])

    assert {end.code for end in ended} == {0}
    assert read_printers(tmp_path / "printers.yaml").keys() == set(names)
    assert content(tmp_path).keys() == {"printers.yaml"}


def test_of_two_that_ask_for_the_same_new_name_one_is_told_that_it_is_taken(warm: Warm, tmp_path: Path) -> None:
    ended = warm.together([Run(tmp_path, ("new", "werkvorm", "Rondje"))] * 6)

    assert sorted(end.code for end in ended) == [0, 2, 2, 2, 2, 2]
    assert content(tmp_path).keys() == {"materials/werkvormen/rondje.yaml"}
