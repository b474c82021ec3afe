"""`drukklaar` in a process of its own, with faults that strace puts into its system calls; what became of it, out."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from tests.folders import environment

WRITING = (
    "open", "openat", "creat", "write", "writev", "pwrite64", "pwritev", "ftruncate", "fallocate", "sendfile",
    "copy_file_range", "fsync", "fdatasync", "close", "rename", "renameat", "renameat2", "link", "linkat", "symlink",
    "unlink", "unlinkat", "mkdir", "mkdirat", "rmdir", "flock", "chmod", "fchmod",
)  # fmt: skip
"""The system calls with which a file can come, change or go, and those that tell of it."""


@dataclass(frozen=True)
class Call:
    """The `number`th call of this name since the process began, as strace shows it."""

    name: str
    number: int
    shown: str


@dataclass(frozen=True)
class Ended:
    """How a run ended: its exit code (below 0 the signal that killed it), what it said, and its writing calls."""

    code: int
    out: str
    err: str
    calls: tuple[Call, ...] = ()


@dataclass(frozen=True)
class Run:
    """What is run: in which folder, within which limits (`resource`), `plain` for one that no folder's mode lets by.

    `same_as` is a folder with the same definitions, that are then read once.
    """

    root: Path
    arguments: tuple[str, ...]
    limits: Mapping[str, int] = field(default_factory=dict)
    plain: bool = False
    same_as: Path | None = None


class Warm:
    """The process that has read everything already: each run takes a tenth of a second."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process = subprocess.Popen(
            [sys.executable, Path(__file__).with_name("warm.py")],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1, env=environment(PYTHONHASHSEED="1"),
        )  # fmt: skip
        assert self._said() == "ready"

    def run(self, root: Path, *arguments: str, **more: Any) -> Ended:
        """Runs `drukklaar` in a folder; `more` is that of a Run."""
        (ended,) = self.together([Run(root, arguments, **more)])
        return ended

    def broken(self, run: Run, *faults: str) -> Ended:
        """Runs it while strace looks at its writing calls, and breaks those that `faults` name (strace's `inject`)."""
        log = self._folder / "log"
        (copy,) = self._begun([run])
        tracer = traced(copy, log, faults)
        (ended,) = self._ended([run])
        tracer.communicate(timeout=20)
        return replace(ended, calls=calls(log.read_text()))

    def together(self, runs: Sequence[Run]) -> list[Ended]:
        """Runs them all at once."""
        self._begun(runs)
        return self._ended(runs)

    def close(self) -> None:
        """Ends the process."""
        self._process.communicate(timeout=20)

    def _begun(self, runs: Sequence[Run]) -> list[int]:
        rows = []
        for number, run in enumerate(runs):
            words = {name: str(self._folder / f"{name}{number}") for name in ("out", "err")}
            rows.append(
                {"folder": str(run.root), "arguments": run.arguments, "limits": run.limits, "plain": run.plain,
                 "as": str(run.same_as or ""), **words}
            )  # fmt: skip
        self._tell(json.dumps(rows))
        return list(json.loads(self._said()))

    def _ended(self, runs: Sequence[Run]) -> list[Ended]:
        self._tell("go")
        return [
            Ended(code, *((self._folder / f"{name}{number}").read_text("utf-8") for name in ("out", "err")))
            for number, code in zip(range(len(runs)), json.loads(self._said()), strict=True)
        ]

    def _tell(self, line: str) -> None:
        assert self._process.stdin
        self._process.stdin.write(line + "\n")

    def _said(self) -> str:
        assert self._process.stdout
        return self._process.stdout.readline().rstrip("\n")


def traced(process: int, log: Path, faults: Sequence[str]) -> "subprocess.Popen[str]":
    """strace that watches a process's writing calls from now on, and breaks some of them."""
    injected = [word for fault in faults for word in ("-e", f"inject={fault}")]
    tracer = subprocess.Popen(
        ["strace", "-f", "-y", "-o", log, "-e", f"trace={','.join(WRITING)}", *injected, "-p", str(process)],
        stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert tracer.stderr
    said = tracer.stderr.readline()
    if "attached" not in said:
        tracer.communicate(timeout=20)
    assert "attached" in said, said
    return tracer


def calls(log: str) -> tuple[Call, ...]:
    """The calls in what strace wrote."""
    counted: dict[str, int] = {}
    found = []
    for line in log.splitlines():
        if begun := re.match(r"\d+ +(\w+)\(", line):
            counted[begun[1]] = counted.get(begun[1], 0) + 1
            found.append(Call(begun[1], counted[begun[1]], line))
    return tuple(found)


def needs(tool: str, works: bool) -> None:
    """Skips the test where a tool is not there or not allowed; in CI it must be."""
    if not works:
        assert not os.environ.get("CI"), f"{tool} must work in CI: see .ci/run"
        pytest.skip(f"{tool} is not there, or not allowed here")


def strace_works(warm: Warm, folder: Path) -> bool:
    """Whether we may watch a process of our own."""
    if not shutil.which("strace"):
        return False
    try:
        return bool(warm.broken(Run(folder, ("--version",))).calls)
    except AssertionError:
        return False
