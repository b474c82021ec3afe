"""What somebody changed in output/ is never lost: it stays, and the new file comes beside it."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import cache
from generator.build import Report, Request, build
from generator.errors import OutputError
from generator.standing import File, Standing, release
from generator.workspace import Workspace
from tests.conftest import Silent
from tests.folders import ONE_OF_EACH, SESSIE, drukklaar, lay

WORD, BESIDE, SECOND = (f"wijk/01-start/draaiboek{extra}.docx" for extra in ("", " (nieuw)", " (nieuw 2)"))
SESSION = "materials/netwerken/wijk/sessies/01-start.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace of which the draaiboek was made, and then changed by hand."""
    lay(tmp_path, ONE_OF_EACH)
    run(tmp_path)
    (tmp_path / "output" / WORD).write_bytes(b"changed in Word")
    return tmp_path


def run(root: Path, force: bool = False, dry_run: bool = False) -> Report:
    return build(Workspace(root), Request(("wijk/01-start",), force=force, dry_run=dry_run), Silent())


def change(root: Path, title: str = "Anders") -> None:
    lay(root, {SESSION: SESSIE.replace("titel: ", f"titel: {title} ", 1)})


def state(report: Report, root: Path, path: str) -> str:
    return next(row.state for row in report.rows if row.path == root / "output" / path)


def text(root: Path, path: str) -> bytes:
    return (root / "output" / path).read_bytes()


def test_what_was_changed_by_hand_stays_where_nothing_else_is_new(folder: Path) -> None:
    report = run(folder)

    assert state(report, folder, WORD) == "kept"
    assert text(folder, WORD) == b"changed in Word"
    assert not (folder / "output" / BESIDE).exists()


def test_what_is_new_comes_beside_what_was_changed_by_hand_and_is_told(folder: Path) -> None:
    change(folder)

    report = run(folder)

    assert state(report, folder, BESIDE) == "made"
    assert text(folder, WORD) == b"changed in Word"
    assert text(folder, BESIDE).startswith(b"PK")
    told = next(problem for problem in report.problems if problem.place.path.endswith(WORD))
    assert told.warning
    assert "draaiboek (nieuw).docx" in str(told)
    assert "import --into" in str(told)


def test_beside_it_nothing_is_made_twice(folder: Path) -> None:
    change(folder)
    run(folder)

    report = run(folder)

    assert state(report, folder, BESIDE) == "unchanged"


def test_a_new_one_that_is_changed_by_hand_too_is_kept_as_well(folder: Path) -> None:
    change(folder)
    run(folder)
    (folder / "output" / BESIDE).write_bytes(b"changed too")
    change(folder, "Nog eens")

    report = run(folder)

    assert state(report, folder, SECOND) == "made"
    assert (text(folder, WORD), text(folder, BESIDE)) == (b"changed in Word", b"changed too")


def test_force_overwrites_and_takes_away_the_new_one(folder: Path) -> None:
    change(folder)
    run(folder)
    new = text(folder, BESIDE)

    report = run(folder, force=True)

    assert state(report, folder, WORD) == "made"
    assert text(folder, WORD) == new
    assert not (folder / "output" / BESIDE).exists()


def test_force_spares_a_new_one_that_was_changed_by_hand(folder: Path) -> None:
    change(folder)
    run(folder)
    (folder / "output" / BESIDE).write_bytes(b"changed too")

    run(folder, force=True)

    assert text(folder, BESIDE) == b"changed too"


def test_once_the_changed_one_is_gone_its_name_is_free_again(folder: Path) -> None:
    change(folder)
    run(folder)
    (folder / "output" / WORD).unlink()

    run(folder)

    assert text(folder, WORD).startswith(b"PK")
    assert not (folder / "output" / BESIDE).exists()


def test_a_dry_run_says_where_the_new_one_would_come(folder: Path) -> None:
    change(folder)

    report = run(folder, dry_run=True)

    assert state(report, folder, BESIDE) == "planned"


def test_where_nothing_is_noted_the_same_bytes_are_ours_and_others_are_not(folder: Path) -> None:
    same = {row.path for row in run(folder).rows} - {folder / "output" / WORD}
    (folder / "output" / cache.FILE).unlink()

    report = run(folder)

    assert {row.path for row in report.rows} == same | {folder / "output" / BESIDE}
    assert text(folder, WORD) == b"changed in Word"


def test_where_one_file_can_not_come_none_is_replaced_and_the_next_build_makes_all(tmp_path: Path) -> None:
    def files(made: str) -> list[File]:
        return [File(name, f"{made} {name}".encode(), made, 0, 0, False) for name in ("a.pdf", "b/c.pdf")]

    Standing(tmp_path, force=False).put(files("first"))
    (tmp_path / "b").rename(tmp_path / "away")
    (tmp_path / "b").write_bytes(b"in the way")
    with pytest.raises(OutputError):
        Standing(tmp_path, force=False).put(files("second"))
    (tmp_path / "b").unlink()
    (tmp_path / "away").rename(tmp_path / "b")

    again = Standing(tmp_path, force=False)

    assert again.spot("a.pdf", "first").state == "unchanged"
    assert again.put(files("second")) == {"a.pdf": "a.pdf", "b/c.pdf": "b/c.pdf"}


def test_of_builds_that_began_together_each_keeps_what_the_other_noted(tmp_path: Path) -> None:
    one, other = Standing(tmp_path, force=False), Standing(tmp_path, force=False)
    one.put([File("a.pdf", b"a", "a", 0, 0, False), File("both.pdf", b"of one", "one", 0, 0, False)])
    other.put([File("b.pdf", b"b", "b", 0, 0, False), File("both.pdf", b"of other", "other", 0, 0, False)])

    then = Standing(tmp_path, force=False)

    assert {then.spot(f"{name}.pdf", name).state for name in "ab"} == {"unchanged"}
    assert then.spot("both.pdf", "other").state == "unchanged"
    assert one.put([File("both.pdf", b"of one again", "one", 0, 0, False)]) == {"both.pdf": "both.pdf"}


def test_what_somebody_saves_while_we_write_is_kept_and_told(tmp_path: Path) -> None:
    standing = Standing(tmp_path, force=False)
    standing.put([File("a.pdf", b"first", "1", 0, 0, False)])

    class Saving(Standing):
        """Somebody saves a.pdf just after we looked at it."""

        def _note(self, file: File, found: object) -> None:
            super()._note(file, found)  # type: ignore[arg-type]
            (tmp_path / "a.pdf").write_bytes(b"saved")

    saving = Saving(tmp_path, force=False)

    assert saving.put([File("a.pdf", b"second", "2", 0, 0, False)]) == {}
    assert (tmp_path / "a.pdf").read_bytes() == b"saved"
    assert "was changed just now" in str(saving.refused[0])
    assert Standing(tmp_path, force=False).put([File("a.pdf", b"third", "3", 0, 0, False)]) == {
        "a.pdf": "a (nieuw).pdf"
    }


def test_what_was_stopped_twice_before_it_came_in_its_place_is_still_known(tmp_path: Path) -> None:
    Standing(tmp_path, force=False).put([File("a.pdf", b"first", "1", 0, 0, False)])
    for made in ("second", "third"):
        Standing(tmp_path, force=False).put([File("a.pdf", made.encode(), made, 0, 0, False)])
        (tmp_path / "a.pdf").write_bytes(b"first")  # as after a stop between the notes and the file

    assert Standing(tmp_path, force=False).put([File("a.pdf", b"fourth", "4", 0, 0, False)]) == {"a.pdf": "a.pdf"}


@pytest.mark.parametrize("blocking", ["open", "link", "folder"])
def test_what_stands_in_the_way_of_one_file_is_told_and_the_others_are_made(folder: Path, blocking: str) -> None:
    place = folder / "output" / WORD
    if blocking == "open":
        run(folder, force=True)
        (place.parent / ".~lock.draaiboek.docx#").write_bytes(b",Ada,laptop;")
    else:
        place.unlink()
        place.symlink_to(folder / "elsewhere") if blocking == "link" else place.mkdir()
    change(folder)

    report = run(folder)

    (refused,) = report.refused
    assert refused.what.values[0] == ("path", str(place))
    assert place not in {row.path for row in report.rows}
    assert state(report, folder, WORD.replace("docx", "pdf")) == "made"
    assert not (folder / "elsewhere").exists()


def test_what_is_open_but_would_not_change_is_no_reason_to_stop(folder: Path) -> None:
    run(folder, force=True)
    (folder / "output" / WORD).with_name("~$aaiboek.docx").write_bytes(b"Ada")

    assert run(folder).refused == ()


STEPS = st.lists(st.sampled_from(["build 1", "build 2", "by hand", "gone", "forget"]), max_size=8)


@settings(deadline=None, max_examples=50)  # all of it is flushed to the disk, which takes as long as it takes
@given(STEPS)
def test_whatever_happens_in_turn_nothing_by_hand_is_lost(
    tmp_path_factory: pytest.TempPathFactory, steps: list[str]
) -> None:
    output = tmp_path_factory.mktemp("output")
    by_hand: set[bytes] = set()
    for number, step in enumerate(steps):
        if step.startswith("build"):
            standing = Standing(output, force=False)
            if not standing.spot("a.docx", step).state:
                standing.put([File("a.docx", step.encode(), step, 0, 0, False)])
        elif step == "by hand" and (output / "a.docx").exists():
            by_hand -= {(output / "a.docx").read_bytes()}
            (output / "a.docx").write_bytes(f"by hand {number}".encode())
            by_hand |= {f"by hand {number}".encode()}
        elif step == "gone" and (output / "a.docx").exists():
            by_hand -= {(output / "a.docx").read_bytes()}
            (output / "a.docx").unlink()
        elif step == "forget":
            (output / cache.FILE).unlink(missing_ok=True)

    assert by_hand <= {path.read_bytes() for path in output.glob("*.docx")}


def test_the_command_says_what_it_kept(folder: Path) -> None:
    change(folder)

    run = drukklaar(folder, "build", "wijk/01-start")

    assert run.returncode == 0
    assert "draaiboek (nieuw).docx" in run.stderr
    assert "output/wijk/01-start/draaiboek.docx" in run.stderr


def test_what_was_taken_along_is_made_again(folder: Path) -> None:
    released = release(folder / "output" / WORD, folder / "output")
    change(folder)

    run(folder)

    assert released
    assert text(folder, WORD).startswith(b"PK")
    assert not (folder / "output" / BESIDE).exists()


def test_what_is_changed_after_it_was_taken_along_is_kept(folder: Path) -> None:
    release(folder / "output" / WORD, folder / "output")
    (folder / "output" / WORD).write_bytes(b"changed again")

    run(folder)

    assert text(folder, WORD) == b"changed again"


def test_a_file_of_another_folder_has_nothing_to_be_released(folder: Path) -> None:
    lay(folder, {"draaiboek.docx": "elsewhere"})

    assert not release(folder / "draaiboek.docx", folder / "output")
