"""A bar for work that takes long, where somebody sees it."""

import io
import sys
import time

import pytest

from generator.cli import output


class Terminal(io.StringIO):
    """What a terminal was sent."""

    def isatty(self) -> bool:
        return True


def shown(monkeypatch: pytest.MonkeyPatch, stderr: io.StringIO, patience: float, **environment: str) -> str:
    """What stderr was sent of two files, of which the second is being made."""
    monkeypatch.setattr(sys, "stderr", stderr)
    monkeypatch.setattr(output, "_PATIENCE", patience)
    for name, value in {"CI": "", "TERM": "xterm", "COLUMNS": "100", **environment}.items():
        monkeypatch.setenv(name, value)
    with output.Bar() as bar:
        bar.started(["a.pdf", "b.pdf"])
        time.sleep(0.3)
        bar.made("a.pdf")
        time.sleep(0.3)
    return stderr.getvalue()


def test_a_bar_says_what_is_being_made_and_how_much_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    told = shown(monkeypatch, Terminal(), 0)

    assert "b.pdf" in told
    assert "50%" in told


@pytest.mark.parametrize(
    ("stderr", "patience", "environment"),
    [(io.StringIO(), 0, {}), (Terminal(), 0, {"CI": "true"}), (Terminal(), 60, {})],
    ids=["a pipe", "CI", "work that is done before one asks"],
)
def test_no_bar_is_shown(
    monkeypatch: pytest.MonkeyPatch, stderr: io.StringIO, patience: float, environment: dict[str, str]
) -> None:
    assert shown(monkeypatch, stderr, patience, **environment) == ""
