"""A workspace that somebody works in; the same work is done again whenever a file of it changes."""

from collections.abc import Callable
from pathlib import Path
from time import sleep
from typing import NoReturn

from generator.cli.answers import MISTAKES, answer

EVERY = 0.5
"""Seconds between two looks."""


def on_each_change(work: Callable[[], object]) -> NoReturn:
    """Works at once and after each change, until Ctrl-C; what goes wrong is shown, and it goes on."""
    seen: dict[Path, int] | None = None
    while True:
        now = _times()
        if now != seen:
            seen = now
            try:
                work()
            except MISTAKES as error:
                answer(error)
        sleep(EVERY)


def _times() -> dict[Path, int]:
    """When each file of the workspace was changed, in nanoseconds."""
    found: dict[Path, int] = {}
    for folder in ("materials", "templates"):
        for path in Path(folder).rglob("*"):
            try:
                found[path] = path.stat().st_mtime_ns
            except OSError:
                continue  # it went away while we looked
    return found
