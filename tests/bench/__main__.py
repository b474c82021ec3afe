"""`python -m tests.bench`: runs Drukklaar as a user runs it, beside others that make the same from ready data.

Both sides of a race take turns, each run in a process of its own with nothing cached. A time counts only after the
files were looked at: their pages and their words. Peers that are not installed are left out: `pip install ".[bench]"`.
The whole takes about an hour and 6 GB of memory, most of it for Typst with 10,000 cards.
"""

import argparse
import json
import platform
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from os import cpu_count
from pathlib import Path

from tests.bench.course import Course
from tests.bench.measuring import Row, rows
from tests.bench.picture import picture
from tests.bench.races import FULL, QUICK, races
from tests.bench.table import table

LIBRARIES = ("typst", "weasyprint", "fpdf2", "reportlab", "docxtpl", "python-docx")


def main(arguments: Sequence[str]) -> int:
    """Prints a table; writes the figures, or draws them. Gives 1 where something was not made right."""
    everything = {race.name: race for race in races(FULL)}
    asked = _parser(tuple(everything)).parse_args(arguments)
    if asked.picture and asked.of:
        asked.picture.write_text(picture(json.loads(asked.of.read_text("utf-8"))), "utf-8")
        return 0
    known = races(QUICK) if asked.quick else tuple(everything.values())
    chosen = [race for race in known if not asked.only or race.name in asked.only]
    done: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="drukklaar-bench-") as folder:
        for row in rows(chosen, Course(Path(folder)), asked.runs):
            print(row.name, row.note, file=sys.stderr, flush=True)
            done.append(row)
            figures = {"machine": _machine(), "quick": asked.quick, "races": [asdict(row) for row in done]}
            if asked.json:  # after each race: the whole takes long
                asked.json.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    print(table(done))
    if asked.picture:
        asked.picture.write_text(picture(figures), "utf-8")
    return 1 if any(row.ours is None for row in done) else 0


def _parser(names: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", nargs="+", choices=names, metavar="RACE", help=f"just these: {', '.join(names)}")
    parser.add_argument("--runs", type=int, default=3, help="runs of each side (default: 3; the very slow ones once)")
    parser.add_argument("--quick", action="store_true", help="next to nothing to make: shows that the benchmark works")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all figures to a file")
    parser.add_argument("--picture", type=Path, metavar="FILE", help="draw the ratios as SVG")
    parser.add_argument("--of", type=Path, metavar="JSON", help="draw these figures, and run nothing")
    return parser


def _machine() -> dict[str, object]:
    return {
        "processor": platform.machine(),
        "processors": cpu_count(),
        "system": platform.platform(terse=True),
        "python": platform.python_version(),
        "libraries": {name: found for name in LIBRARIES if (found := _version(name))},
    }


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
