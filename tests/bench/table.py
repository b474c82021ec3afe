"""Rows in, a table out."""

from collections.abc import Sequence

from tests.bench.measuring import Row, Side

HEAD = ("race", "ours", "peer", "", "ratio", "goal", "memory", "of peer", "")


def table(rows: Sequence[Row]) -> str:
    """A line for each race and what it was about below; ratios are of seconds, in brackets of processor seconds."""
    cells = [HEAD, *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(HEAD))]
    lines = [_line(line, widths) for line in cells]
    notes = [f"{row.name}: {row.about}{f' ({row.note})' if row.note else ''}" for row in rows]
    return "\n".join((*lines, "", *notes))


def _cells(row: Row) -> tuple[str, ...]:
    ratio = "–" if row.ratio is None else f"{row.ratio:.2f}"
    if row.processor_ratio is not None:
        ratio += f" ({row.processor_ratio:.2f})"
    in_megabytes = row.unit == "megabytes"
    goal = "" if row.goal is None else f"{row.goal:.0f} MB" if in_megabytes else f"{row.goal:.1f}"
    met = {True: "met", False: "NOT met", None: ""}[row.met]
    sides = row.ours, row.peer
    took = [_megabytes(side) if in_megabytes else _seconds(side) for side in sides]
    return (row.name, *took, row.peer.label if row.peer else "", ratio, goal, *map(_megabytes, sides), met)


def _seconds(side: Side | None) -> str:
    return f"{side.seconds:.3f} s" if side else "–"


def _megabytes(side: Side | None) -> str:
    return f"{side.megabytes:.0f} MB" if side else "–"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    words = [cell.ljust(width) if at in (0, 3, 8) else cell.rjust(width)
             for at, (cell, width) in enumerate(zip(cells, widths, strict=True))]  # fmt: skip
    return "  ".join(words).rstrip()
