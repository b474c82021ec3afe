"""A write that fails and a process that is killed, at every system call with which a build writes."""

import random
import re
import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

import pytest

from generator import cache, history
from tests.folders import BEGRIP, ONE_OF_EACH, SESSIE, content, lay
from tests.hostile.running import Call, Ended, Run, Warm

ERRORS = ("error=ENOSPC", "error=EIO", "error=EDQUOT")
KILL = "signal=KILL"
NOTES = {cache.FILE, history.FILE}
SESSION, CONCEPT = "materials/netwerken/wijk/sessies/01-start.yaml", "materials/begrippen/haast.yaml"
CARD = ("build", "haast", "--only", "kaarten")
PACK = ("build", "haast", "wijk", "--only", "kaarten", "--only", "draaiboek")
PRINTERS = "printers:\n  thuis:\n    staand: {x: 1 mm, y: 0 mm}\n"

Files = Mapping[str, bytes]


@dataclass(frozen=True)
class Case:
    """A workspace that was built and then changed: what a build makes of it now, and with which calls."""

    run: Run
    old: Files
    new: Files
    calls: tuple[Call, ...]

    def wrong(self, warm: Warm, root: Path, call: Call, fault: str) -> list[str]:
        """What is wrong after a build of which this call fails so, and after the next one."""
        shutil.copytree(self.run.root, root)
        run = replace(self.run, root=root, same_as=self.run.root if "build" in self.run.arguments else None)
        ended = warm.broken(run, f"{call.name}:{fault}:when={call.number}")
        names = self.old.keys() | self.new.keys() | {f"output/{name}" for name in NOTES}
        found = [*misspoken(ended, call, fault, names), *halves(files(root), self.old, self.new)]
        hit = ended.code == -9 if fault == KILL else any("INJECTED" in made.shown for made in ended.calls)
        found += [] if hit else ["was not broken"]
        if ended.code == 0:
            found += unfinished(files(root), self.new)
        (again,) = warm.together([run])
        found += [f"the next ends with {again.code}: {again.err}"] if again.code else []
        found += [f"the next {what}" for what in unfinished(files(root), self.new)]
        found += [f"the next leaves {name}" for name in sorted(files(root).keys() - self.new.keys())]
        shutil.rmtree(root)
        return [f"{call.shown[:150]} {fault}: {what}" for what in found]


def faults_of(call: Call) -> tuple[str, ...]:
    """Each fault at each call that writes; a call that only reads fails in one way."""
    only_reads = "O_RDONLY" in call.shown or (call.name == "close" and ".tmp" not in call.shown)
    return ("error=EIO",) if only_reads else (KILL, *ERRORS)


def misspoken(ended: Ended, call: Call, fault: str, names: Collection[str]) -> Iterator[str]:
    """What is wrong with how a build ended: 0, or 3 with the file and a way out, and never a traceback."""
    if "Traceback" in ended.err or "Errno" in ended.err:
        yield f"shows Python: {ended.err}"
    if fault == KILL:
        return
    if ended.code not in (0, 3):
        yield f"ends with {ended.code}: {ended.err}"
    last = ended.err.splitlines()[-1:] or [""]
    is_told = (
        any(name in last[0] for name in names) or call.shown.split("(", 1)[1][0] in "12"
    )  # nobody can be told of one's own words
    if ended.code == 3 and not (is_told and last[0].endswith(")")):
        yield f"says {last[0]}"


def halves(now: Files, old: Files, new: Files) -> Iterator[str]:
    """What is neither the old file nor the new one."""
    yield from (f"{name} is gone" for name in old if name not in now)
    for name, data in now.items():
        if data not in (old.get(name), new.get(name)) and not name.rpartition("/")[2].startswith(".drukklaar"):
            yield f"{name} is neither the old one nor the new one"


def unfinished(now: Files, new: Files) -> list[str]:
    """What is not yet as it must be."""
    return [f"lacks {name}" for name, data in new.items() if now.get(name) != data]


def files(root: Path) -> Files:
    """What stands there, but for our notes: what they say is seen in what the next build does."""
    return {name: data for name, data in content(root).items() if name.rpartition("/")[2] not in NOTES}


def case_of(warm: Warm, root: Path, arguments: tuple[str, ...]) -> Case:
    """A workspace before the build that is to be broken, and what that does when nothing breaks."""
    lay(root, ONE_OF_EACH)
    assert warm.run(root, *arguments).code == 0
    lay(root, {CONCEPT: BEGRIP + "kort: Te snel.\n", SESSION: SESSIE.replace("Start", "Anders")})
    whole = root.with_name("whole")
    shutil.copytree(root, whole)
    run = Run(root, arguments)
    ended = warm.broken(replace(run, root=whole, same_as=root))
    assert ended.code == 0
    assert files(whole) != files(root)
    return Case(run, files(root), files(whole), touching(ended.calls))


def touching(calls: Iterable[Call]) -> tuple[Call, ...]:
    """Those that have to do with what is written, or with what is said of it."""
    words = ("output/", "/output>", ".drukklaar", "printers.yaml")
    return tuple(call for call in calls if any(word in call.shown for word in words))


def sampled(warm: Warm, case: Case, root: Path, most: int) -> str:
    """What is wrong after some faults at any calls of a case, drawn with a seed."""
    everything = list(product(case.calls, (KILL, "error=EACCES", *ERRORS)))
    trials = random.Random(7).sample(everything, most)
    return "\n".join(what for call, fault in trials for what in case.wrong(warm, root, call, fault))


@pytest.mark.usefixtures("strace")
def test_whatever_call_of_a_build_fails_every_file_is_whole_and_the_next_build_finds_all_well(
    warm: Warm, tmp_path: Path
) -> None:
    case = case_of(warm, tmp_path / "work", CARD)

    trials = [(call, fault) for call in case.calls for fault in faults_of(call)]
    wrong = [what for call, fault in trials for what in case.wrong(warm, tmp_path / "broken", call, fault)]

    assert {"openat", "write", "fsync", "close", "rename", "unlink", "mkdir", "flock"} <= {c.name for c in case.calls}
    assert len(trials) > 120
    assert not wrong, "\n".join(wrong)


@pytest.mark.usefixtures("strace")
def test_what_comes_in_its_place_was_flushed_before_and_the_name_of_it_afterwards(warm: Warm, tmp_path: Path) -> None:
    shown = [call.shown for call in case_of(warm, tmp_path / "work", PACK).calls]

    renamed = [(number, *re.findall(r'"([^"]+)"', line)) for number, line in enumerate(shown) if " rename" in line]
    flushed = [(number, line) for number, line in enumerate(shown) if " fsync(" in line]
    for place, beside, path in renamed:
        assert any(number < place and f"/{beside}>" in line for number, line in flushed), beside
        folder = path.rpartition("/")[0]
        assert any(number > place and f"/{folder}>" in line for number, line in flushed), folder
    assert [Path(path).name for _, _, path in renamed] == [
        cache.FILE, "kaarten.pdf", "draaiboek.docx", "draaiboek.pdf", history.FILE,
    ]  # fmt: skip


@pytest.mark.usefixtures("strace")
def test_so_it_is_with_a_word_file_and_more_files_at_once(warm: Warm, tmp_path: Path) -> None:
    case = case_of(warm, tmp_path / "work", PACK)

    assert not sampled(warm, case, tmp_path / "broken", 24)


@pytest.mark.usefixtures("strace")
@pytest.mark.parametrize("arguments", [("printer", "set", "kantoor", "--x", "0.8"), ("printer", "test")], ids=" ".join)
def test_so_it_is_with_what_is_no_build(warm: Warm, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    root = lay(tmp_path / "work", {"printers.yaml": PRINTERS, "output/printertest.pdf": "old"})
    shutil.copytree(root, tmp_path / "whole")
    ended = warm.broken(Run(tmp_path / "whole", arguments))
    assert ended.code == 0
    calls = touching(ended.calls)

    assert not sampled(
        warm, Case(Run(root, arguments), files(root), files(tmp_path / "whole"), calls), tmp_path / "broken", 8
    )


def test_the_guard_sees_a_half_file_one_that_is_gone_and_one_that_nobody_made() -> None:
    old, new = {"a.pdf": b"old", "b.pdf": b"old"}, {"a.pdf": b"newer"}

    assert list(halves({"a.pdf": b"new", "c.pdf": b"?", ".drukklaar-1.tmp": b"n"}, old, new)) == [
        "b.pdf is gone",
        "a.pdf is neither the old one nor the new one",
        "c.pdf is neither the old one nor the new one",
    ]
    assert unfinished({"a.pdf": b"old"}, new) == ["lacks a.pdf"]


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (1, "output/a.pdf could not be written: the disk is full (make room)"),
        (3, "something went wrong (do this again)"),
        (3, "output/a.pdf could not be written"),
        (0, "Traceback (most recent call last):\n  …"),
        (3, "output/a.pdf: [Errno 28] No space left on device (?)"),
    ],
)
def test_the_guard_sees_an_end_that_is_told_badly(code: int, said: str) -> None:
    call = Call("write", 1, 'write(3</output/a.pdf>, "x", 1) = 1')

    assert list(misspoken(Ended(code, "", said), call, ERRORS[0], ["output/a.pdf"]))
