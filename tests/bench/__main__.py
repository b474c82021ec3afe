"""`python -m tests.bench`: times both makers of the same deck, each run in a fresh process, and prints the ratio."""

import argparse
import json
import sys
from collections.abc import Sequence

from tests.bench.race import Result, race

GOAL = 0.10


def main(arguments: Sequence[str]) -> None:
    """Prints a table, or JSON."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--cards", type=int, default=1000, help="how many cards (default: 1000)")
    parser.add_argument("--runs", type=int, default=5, help="how many runs of each (default: 5)")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    asked = parser.parse_args(arguments)
    result = race(asked.cards, asked.runs)
    print(json.dumps(result.figures, indent=2) if asked.json else table(result))


def table(result: Result) -> str:
    """A line for each maker, and the ratio."""
    lines = [
        f"{result.cards} A6 cards with two sides, {result.words} words; {result.runs} runs of each, in turn",
        f"{'':<12}{'median s':>10}{'fastest s':>11}{'pages':>8}{'MB':>8}",
    ]
    for name, lap in result.laps.items():
        lines.append(f"{name:<12}{lap.median:>10.3f}{lap.fastest:>11.3f}{lap.pages:>8}{lap.size / 1e6:>8.2f}")
    lines.append(f"ratio {result.ratio:.3f} (goal: at most {GOAL:.2f}); seconds are those of the processor")
    return "\n".join(lines)


if __name__ == "__main__":
    main(sys.argv[1:])
