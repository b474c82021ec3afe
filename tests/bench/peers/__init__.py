"""Others that make the same from ready JSON, each in a process of its own: `python -m tests.bench.peers.NAME`.

They draw no pictograms and no patterns, which Drukklaar does: that only helps them.
"""

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

FONTS = Path(__file__).parents[3] / "templates" / "fonts"
FACES = {"": "SourceSans3-Regular.ttf", "B": "SourceSans3-Bold.ttf"}
SECOND = "#4A4A4A"
"""The colour of small letters in the house style."""


def make(makers: Mapping[str, Callable[[Any, Path], None]]) -> None:
    """What the arguments ask for: what to make, the file with data, and where it comes."""
    what, data, output = sys.argv[1:]
    makers[what](json.loads(Path(data).read_text("utf-8")), Path(output))
