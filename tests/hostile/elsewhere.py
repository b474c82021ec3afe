"""Everything that can be wished of a workspace, made in a folder; run by itself as if on another machine.

It then lists folders in another order each time, and whoever starts it gives it another clock, time zone, language,
seed and folder: tests/hostile/test_same_bytes.py compares the bytes.
"""

import os
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.build import Request, build
from generator.order import Wishes
from generator.workspace import Workspace
from tests.conftest import Silent

WISHES: dict[str, tuple[Wishes, dict[str, Any]]] = {
    "plain": (Wishes(), {}),
    "print-ready": (Wishes(print_ready=True, copies=3), {"printer": "kantoor", "fit": True}),
    "fillable": (Wishes(fillable=True, people="deelnemers"), {}),
    "large": (Wishes(large_print=True, people="deelnemers", blank=True), {}),
    "tiles": (Wishes(tiles="A4", ink_saving=True), {}),
    "grey": (Wishes(grey=True, paper="A3", bleed=3), {}),
    "press": (Wishes(color="cmyk"), {}),
    "booklet": (Wishes(booklet=True), {}),
    "scheme": (Wishes(scheme="stapel", only=("kaarten-vellen",)), {}),
}
PRINTERS = "printers:\n  kantoor:\n    staand: {x: 0.8 mm, y: -1.2 mm}\n    marge: 4.2 mm\n"


def make_all(root: Path, into: Path, jobs: int) -> None:
    """What each of WISHES gives, in a folder of its own; what nobody wishes anything of with so many jobs."""
    for name, (wishes, more) in WISHES.items():
        jobs = jobs if name == "plain" else 1
        build(Workspace(root), Request((), wishes, output=into / name, jobs=jobs, **more), Silent())


class Shuffled:
    """What os.scandir gives, in another order."""

    def __init__(self, entries: list[Any]) -> None:
        self._entries = iter(entries)

    def __iter__(self) -> Iterator[Any]:
        return self._entries

    def __next__(self) -> Any:
        return next(self._entries)

    def __enter__(self) -> "Shuffled":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """All of it is read already."""


def disorder() -> None:
    """From here on a disk gives the names in a folder in an order that nobody expects."""
    chance = random.Random(4)
    listed, scanned = os.listdir, os.scandir

    def listdir(path: Any = ".") -> list[Any]:
        return _shuffled(listed(path), chance)

    def scandir(path: Any = ".") -> Shuffled:
        with scanned(path) as entries:
            return Shuffled(_shuffled(list(entries), chance))

    os.listdir, os.scandir = listdir, scandir  # type: ignore[assignment]


def _shuffled(found: list[Any], chance: random.Random) -> list[Any]:
    return chance.sample(found, len(found))


if __name__ == "__main__":
    disorder()
    make_all(Path(sys.argv[1]), Path(sys.argv[2]), 2)
