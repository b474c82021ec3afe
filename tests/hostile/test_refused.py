"""A disk that is full, a quota, a folder where one may not write: what stood there stays, and what to do is told."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import cache, history
from tests.folders import BEGRIP, ONE_OF_EACH, SESSIE, content, environment, lay
from tests.hostile.running import Ended, Warm, needs
from tests.hostile.test_faults import CARD, CONCEPT, SESSION

PDF = "output/begrippen/haast/kaarten.pdf"
OTHER = {CONCEPT: BEGRIP + "kort: Te snel.\n"}


@pytest.fixture
def work(warm: Warm, tmp_path: Path) -> Path:
    """A workspace of which the cards were made, and then changed."""
    root = lay(tmp_path / "work", ONE_OF_EACH)
    assert warm.run(root, *CARD).code == 0
    return lay(root, OTHER)


def told(ended: Ended, words: str, path: str = PDF) -> None:
    """One line, of the file and with a way out; and exit code 3."""
    *_, line = ended.err.splitlines()
    assert ended.code == 3
    assert line.startswith(path)
    assert words in line
    assert line.endswith(")")


@pytest.mark.parametrize("most", [300, 1000, 16000])
def test_a_quota_is_told_and_changes_nothing(warm: Warm, work: Path, most: int) -> None:
    before = content(work)

    told(warm.run(work, *CARD, limits={"RLIMIT_FSIZE": most}), "you may not store so much there")

    assert content(work) == before
    assert warm.run(work, *CARD).code == 0


@pytest.mark.parametrize("way", ["LibreOffice", "Word", "link", "dangling link", "folder", "pipe"])
@pytest.mark.parametrize("force", [(), ("--force",)], ids=["", "force"])
def test_what_is_in_the_way_of_one_file_is_told_and_the_others_are_made(
    warm: Warm, work: Path, way: str, force: tuple[str, ...]
) -> None:
    pack = ("build", "wijk", "--only", "draaiboek", *force)
    assert warm.run(work, *pack).code == 0
    lay(work, {SESSION: SESSIE.replace("Start", "Anders"), "precious": "old"})
    word, pdf = (work / "output/wijk/01-start" / f"draaiboek.{suffix}" for suffix in ("docx", "pdf"))
    before = pdf.read_bytes()
    put_in_the_way(word, way, work / "precious")
    stands = beside(pdf)

    ended = warm.run(work, *pack)

    told(ended, "", "output/wijk/01-start/draaiboek.docx ")
    assert ended.out == "output/wijk/01-start/draaiboek.pdf\n"
    assert pdf.read_bytes() != before
    assert beside(pdf) == stands
    assert (work / "precious").read_bytes() == b"old"


def beside(path: Path) -> dict[str, tuple[int, int, int]]:
    """What stands beside a file: its kind, which it is, and when it changed."""
    found = {other.name: other.lstat() for other in path.parent.iterdir() if other != path}
    return {name: (stat.st_mode, stat.st_ino, stat.st_mtime_ns) for name, stat in found.items()}


def put_in_the_way(path: Path, way: str, precious: Path) -> None:
    """Opens the file elsewhere, or puts something else in its place."""
    if way in ("LibreOffice", "Word"):
        sign = f".~lock.{path.name}#" if way == "LibreOffice" else f"~${path.name[2:]}"
        path.with_name(sign).write_bytes(b",Ada,laptop;")
        return
    path.unlink()
    match way:
        case "folder":
            path.mkdir()
        case "pipe":
            os.mkfifo(path)
        case _:
            path.symlink_to(precious if way == "link" else precious.with_name("nothing"))


@pytest.fixture
def forbid() -> Iterator[list[Path]]:
    """Folders to which nobody may write, nor look in; afterwards everybody may."""
    found: list[Path] = []
    yield found
    for folder in found:
        folder.chmod(0o755)


@pytest.mark.parametrize("folder", ["output", "output/begrippen/haast"])
def test_a_folder_where_one_may_not_write_is_told(warm: Warm, work: Path, forbid: list[Path], folder: str) -> None:
    before = content(work)
    forbid.append(work / folder)
    (work / folder).chmod(0o555)

    ended = warm.run(work, *CARD, plain=True)

    told(ended, "you may not write there", PDF if folder != "output" else f"output/{cache.FILE}")
    assert content(work) == before


def test_where_nothing_may_be_written_at_all_the_first_file_is_told(
    warm: Warm, tmp_path: Path, forbid: list[Path]
) -> None:
    forbid.append(lay(tmp_path / "work", ONE_OF_EACH))
    forbid[0].chmod(0o555)

    told(warm.run(forbid[0], *CARD, plain=True), "you may not write there")
    assert not (forbid[0] / "output").exists()


def test_a_file_that_can_not_be_read_is_nobodys_to_overwrite(warm: Warm, work: Path) -> None:
    (work / PDF).chmod(0o000)

    told(warm.run(work, *CARD, plain=True), "can't be read, and so it may be somebody's work")


@pytest.mark.parametrize("name", [cache.FILE, history.FILE])
def test_notes_that_can_not_be_read_now_are_not_forgotten(warm: Warm, work: Path, name: str) -> None:
    before = content(work)
    (work / "output" / name).chmod(0o000)

    told(warm.run(work, *CARD, plain=True), "can't be read", f"output/{name}")

    (work / "output" / name).chmod(0o644)
    assert content(work) == before


@pytest.mark.parametrize(
    ("folder", "code"), [("materials/werkvormen", 1), ("materials", 1), ("templates", 1), ("output/begrippen", 3)]
)
def test_a_folder_that_can_not_be_looked_into_is_told_and_is_no_empty_one(
    warm: Warm, work: Path, forbid: list[Path], folder: str, code: int
) -> None:
    lay(work, {"templates": None})
    forbid.append(work / folder)
    (work / folder).chmod(0o000)

    ended = warm.run(work, "build", "haast", "stapel", "--only", "kaarten", plain=True)

    assert (ended.code, "Traceback" in ended.err) == (code, False)
    assert any(line.startswith(folder) for line in ended.err.splitlines())
    if code == 1:
        assert warm.run(work, "check", plain=True).code == 1


def test_words_that_nobody_can_hear_are_no_reason_for_a_trace(work: Path) -> None:
    command = [sys.executable, "-m", "generator", "build", "haast", "--only", "kaarten"]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, cwd=work, env=environment(), stdout=full, stderr=subprocess.PIPE, check=False)

    assert (done.returncode, b"Traceback" in done.stderr, b"it could not go on" in done.stderr) == (3, False, True)
    assert (work / PDF).read_bytes().startswith(b"%PDF")


FULL = """\
set -e
mount -t tmpfs -o size=256k tmpfs output
$drukklaar > /dev/null 2>&1
cp changed.yaml materials/begrippen/haast.yaml
cp -r output before
head -c 1m /dev/zero > output/ballast 2> /dev/null || true
code=0
$drukklaar || code=$?
rm output/ballast
diff -r before output
$drukklaar > /dev/null 2>&1
find output -name '.drukklaar-*.tmp' -o -name '.drukklaar.lock'
cmp -s before/begrippen/haast/kaarten.pdf output/begrippen/haast/kaarten.pdf || echo new
exit $code
"""
"""In a mount namespace of its own: a disk of 256 kB, full, and then with room again."""


def test_a_full_disk_is_told_and_changes_nothing_and_with_room_the_next_build_is_sound(tmp_path: Path) -> None:
    alone = ["unshare", "--map-root-user", "--mount"]
    works = bool(shutil.which("unshare")) and not subprocess.run([*alone, "true"], check=False).returncode
    needs("a mount namespace", works)
    lay(tmp_path, {**ONE_OF_EACH, "output": None, "changed.yaml": OTHER[CONCEPT], "full.sh": FULL})
    drukklaar = f"{sys.executable} -m generator build haast --only kaarten"

    done = subprocess.run(
        [*alone, "sh", "full.sh"], cwd=tmp_path, env=environment(drukklaar=drukklaar), text=True,
        capture_output=True, check=False,
    )  # fmt: skip

    told(Ended(done.returncode, done.stdout, done.stderr), "the disk is full (make room")
    assert done.stdout == "new\n"
    assert not content(tmp_path / "output")
