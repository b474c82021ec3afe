"""Small workspaces to test with: files from a mapping, and the least that each kind of definition needs."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from generator.material.library import Library, read_library
from generator.workspace import PACKAGE

WERKVORM = "naam: Rondje\n"
BEGRIP = "naam: Haast\nsoort: valkuil\n"
CANVAS = "naam: Plan\nvakken:\n  - {naam: a, kop: A}\nraster: [a]\n"
FORMULIER = "naam: Blad\ndelen:\n  - vragen: [{vraag: Hoe was het?}]\n"
PLAAT = "naam: Muur\nsoort: punten\npunten: [Eerst luisteren]\n"
DECK = "naam: Stapel\nwerkvormen: [rondje]\n"
NETWERK = "naam: Wijk\nthema: buren\n"
SESSIE = "titel: Start\nbegin: 13:00\nprogramma:\n  - {onderdeel: Opening, duur: 10, wie: Ada}\n"
ONE_OF_EACH = {
    "materials/werkvormen/rondje.yaml": WERKVORM,
    "materials/begrippen/haast.yaml": BEGRIP,
    "materials/canvassen/plan.yaml": CANVAS,
    "materials/formulieren/blad.yaml": FORMULIER,
    "materials/platen/muur.yaml": PLAAT,
    "materials/decks/stapel.yaml": DECK,
    "materials/netwerken/wijk/netwerk.yaml": NETWERK,
    "materials/netwerken/wijk/sessies/01-start.yaml": SESSIE,
}


def lay(root: Path, files: Mapping[str, str | bytes | None]) -> Path:
    """Writes the files into the folder; None is a folder. Gives the folder."""
    for name, content in files.items():
        path = root / name
        if content is None:
            path.mkdir(parents=True, exist_ok=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def library_of(root: Path, files: Mapping[str, str | bytes | None]) -> Library:
    """What is read of a workspace with these files and nothing bundled."""
    return read_library(root / "nothing-bundled", lay(root, files) / "materials")


def problems_of(root: Path, files: Mapping[str, str | bytes | None]) -> list[str]:
    """Everything that is wrong with these files, as lines."""
    return [str(problem) for problem in library_of(root, files).problems]


def content(folder: Path) -> dict[str, bytes]:
    """Every file below the folder with its bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def environment(**changes: str) -> dict[str, str]:
    """This process's environment in English, with the package to import."""
    return {**os.environ, "PYTHONPATH": str(PACKAGE.parent), "LANGUAGE": "en", **changes}


def hear_ctrl_c() -> None:
    """For `preexec_fn`: a shell that starts the tests in the background has all of them ignore Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def drukklaar(root: Path, *arguments: str, **changes: str) -> subprocess.CompletedProcess[str]:
    """Runs the command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=root,
        env=environment(**changes),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
