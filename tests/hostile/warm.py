"""A process that has read the whole house, and runs `drukklaar` in copies of itself: a case costs a tenth of a second.

tests/hostile/running.py starts it. It reads a line of JSON with one run or more (folder, arguments, where words go, who
runs it and within what limits) and tells the numbers of the copies; after another line they begin together, and their
exit codes are told. Where a run says that its definitions are those of another folder (`as`), they are read once.
"""

import ctypes
import json
import os
import resource
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

_MAY_BE_TRACED = 0x59616D61
"""PR_SET_PTRACER, with -1 for anybody (prctl(2)): where only parents may trace, our strace is none."""
_CAPABILITIES = 0x20080522
"""_LINUX_CAPABILITY_VERSION_3 (capget(2))."""
_houses: dict[str, Any] = {}


def main() -> None:
    """Serves until its standard input ends."""
    from generator.cli import main as drukklaar

    with tempfile.TemporaryDirectory() as folder, redirect_stdout(StringIO()), redirect_stderr(StringIO()):
        os.chdir(folder)
        assert _run(drukklaar, ["build", "liso", "goed-leven/05-experimenteren", "--only", "kaarten"]) == 0
        os.chdir("/")
    print("ready", flush=True)
    for line in sys.stdin:
        _serve(json.loads(line), drukklaar)


def _serve(runs: list[dict[str, Any]], drukklaar: Callable[[], None]) -> None:
    gate, opened = os.pipe()
    ready, told = os.pipe()
    copies = []
    for run in runs:
        read_once(run["as"])
        copies.append(os.fork())
        if copies[-1] == 0:
            os.close(opened)
            os._exit(_one(run, told, gate, drukklaar))
        os.read(ready, 1)
    for end in (gate, ready, told):
        os.close(end)
    print(json.dumps(copies), flush=True)
    sys.stdin.readline()
    os.close(opened)
    codes = [os.waitstatus_to_exitcode(os.waitpid(copy, 0)[1]) for copy in copies]
    print(json.dumps(codes), flush=True)


def read_once(folder: str) -> None:
    """What a build reads is what stands in this folder; nothing: in its own."""
    from generator import build, reading
    from generator.workspace import Workspace

    build.read_house = reading.read_house
    if folder:
        os.chdir(folder)
        house = _houses.get(folder) or reading.read_house(Workspace(Path()))
        _houses[folder] = house
        build.read_house = lambda workspace: house


def _one(run: dict[str, Any], told: int, gate: int, drukklaar: Callable[[], None]) -> int:
    """Gets ready and tells so, waits for its turn, and runs; gives the exit code that a process would end with."""
    os.chdir(run["folder"])
    for number, name in ((1, run["out"]), (2, run["err"])):
        os.dup2(os.open(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
    for name, most in run["limits"].items():
        resource.setrlimit(getattr(resource, name), (most, most))
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    library = ctypes.CDLL(None)
    library.prctl(_MAY_BE_TRACED, -1)
    if run["plain"]:
        library.capset((ctypes.c_uint32 * 2)(_CAPABILITIES, 0), (ctypes.c_uint32 * 6)())
    os.write(told, b".")
    os.read(gate, 1)
    return _run(drukklaar, run["arguments"])


def _run(drukklaar: Callable[[], None], arguments: list[str]) -> int:
    sys.argv = ["drukklaar", *arguments]
    try:
        drukklaar()
    except SystemExit as end:
        return int(end.code or 0)
    except BaseException:
        traceback.print_exc()
        return 1
    return 0


if __name__ == "__main__":
    main()
