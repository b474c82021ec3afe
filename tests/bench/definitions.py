"""Definitions in, YAML files out, as a user's workspace has them; and the smallest change to one of them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

EXTRA = "Kijk rustig rond en vertel daarna wat je is opgevallen."
"""The tip that a changed card has more."""
_LINE = f"- {EXTRA}\n"


def define(path: Path, definition: Mapping[str, Any]) -> None:
    """Writes a definition, its keys in their order."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.dump(dict(definition), Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=110)
    path.write_text(text, "utf-8")


def flip(path: Path) -> None:
    """Adds EXTRA to the tips, which stand last, or takes it away again."""
    text = path.read_text("utf-8")
    path.write_text(text.removesuffix(_LINE) if text.endswith(_LINE) else text + _LINE, "utf-8")


def is_flipped(path: Path) -> bool:
    """Whether EXTRA is there now."""
    return path.read_text("utf-8").endswith(_LINE)
