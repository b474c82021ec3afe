"""Goldens: texts that a reviewer can read; `pytest --update-golden` writes them anew."""

from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "golden"


def assert_golden(name: str, text: str, request: pytest.FixtureRequest) -> None:
    """Compares with tests/golden/NAME.txt, or writes it when asked to."""
    path = FOLDER / f"{name}.txt"
    if request.config.getoption("--update-golden"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")

    assert text == path.read_text("utf-8")
