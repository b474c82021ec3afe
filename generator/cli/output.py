"""What the terminal shows: problems, tables, and a bar while files are made."""

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from gettext import gettext as _
from pathlib import Path
from threading import Timer
from types import TracebackType
from typing import TYPE_CHECKING, Any

import click

from generator.cli.words import in_words, problem_line
from generator.errors import Problem

if TYPE_CHECKING:
    from generator.build import Report
    from generator.design import Design
    from generator.material.library import Library
    from generator.material.model import Thing


def show_problems(problems: Iterable[Problem], err: bool = True) -> None:
    """One line each, on stderr unless they are what was asked for."""
    for problem in problems:
        click.echo(problem_line(problem), err=err)


def show_json(value: object) -> None:
    """The value as JSON, for another program."""
    import json  # where it is asked for alone: help and completion do without

    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def as_row(problem: Problem) -> dict[str, Any]:
    """A problem as a row of JSON."""
    return {
        "path": problem.place.path,
        "line": problem.place.line,
        "column": problem.place.column,
        "kind": "warning" if problem.warning else "error",
        "message": in_words(problem.what),
        "way_out": in_words(problem.way_out) if problem.way_out else None,
    }


class Bar(AbstractContextManager["Bar"]):
    """A progress bar on stderr for work of more than a second, when that is a terminal, and nothing elsewhere."""

    def __init__(self) -> None:
        self._progress: Any = None
        self._task: Any = None
        self._timer: Timer | None = None
        self._waiting: dict[str, None] = {}
        self._total = 0

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._timer:
            self._timer.cancel()
            self._timer.join()
        if self._progress:
            self._progress.stop()

    def started(self, paths: Sequence[str]) -> None:
        """These files more will be made."""
        self._waiting |= dict.fromkeys(paths)
        self._total += len(paths)
        if not self._timer and paths and sys.stderr.isatty() and not os.environ.get("CI"):
            self._timer = Timer(_PATIENCE, self._show)
            self._timer.daemon = True
            self._timer.start()
        self._tell()

    def made(self, path: str) -> None:
        """This one is made."""
        self._waiting.pop(path, None)
        self._tell()

    def _show(self) -> None:
        from rich.console import Console
        from rich.progress import Progress

        progress = Progress(console=Console(stderr=True), transient=True)
        self._task = progress.add_task(_("making files"), total=None)
        progress.start()
        self._progress = progress
        self._tell()

    def _tell(self) -> None:
        """The file that is being made, or the first of those that are, and how far everything is."""
        if self._progress:
            doing = next(iter(self._waiting), _("making files"))
            done = self._total - len(self._waiting)
            self._progress.update(self._task, total=self._total, completed=done, description=doing)


_PATIENCE = 1.0
"""Seconds that one waits without a bar."""


def show_report(report: "Report", with_times: bool = False) -> None:
    """The paths on stdout and a table on stderr; a terminal sees the table alone."""
    if not sys.stdout.isatty():
        for row in report.rows:
            click.echo(shown_path(row.path))
    states = {
        "made": _("made"),
        "unchanged": _("unchanged"),
        "kept": _("changed by hand"),
        "planned": _("would be made"),
    }
    rows: list[tuple[str, ...]] = [
        (shown_path(row.path), states[row.state], str(row.pages or "–"), str(row.sheets or "–")) for row in report.rows
    ]
    heads: tuple[str, ...] = (_("file"), "", _("pages"), _("sheets of paper"))
    if with_times:
        times = (f"{row.seconds:.2f}" if row.seconds else "–" for row in report.rows)
        heads, rows = (*heads, _("seconds")), [(*row, time) for row, time in zip(rows, times, strict=True)]
    show_table(heads, rows, numbers=len(heads) - 2)
    counts = {state: sum(row.state == state for row in report.rows) for state in states}
    parts = [f"{count} {states[state]}" for state, count in counts.items() if count]
    if parts or not report.refused:
        click.echo(", ".join(parts) or _("there is nothing to make"), err=True)
    if report.number:
        click.echo(_("this was build {number}").format(number=report.number), err=True)


def show_table(head: Sequence[str], rows: Sequence[Sequence[str]], numbers: int = 0, err: bool = True) -> None:
    """Columns side by side; the last `numbers` columns are set right."""
    if not rows:
        return
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    first_number = len(head) - numbers
    for number, row in enumerate((head, *rows)):
        cells = [
            cell.rjust(width) if column >= first_number else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        click.echo(click.style("  ".join(cells).rstrip(), bold=number == 0), err=err)


def shown_path(path: Path) -> str:
    """The path from here where it lies below, else whole."""
    try:
        return path.resolve().relative_to(Path.cwd().resolve()).as_posix()
    except ValueError:
        return str(path)


def row_of(thing: "Thing", library: "Library") -> dict[str, str]:
    """A thing as a line of a list; what its kind doesn't have is not in it."""
    file = library.files[(thing.kind, thing.slug)]
    row = {"naam": thing.slug, "titel": str(getattr(thing, "naam", None) or getattr(thing, "titel", ""))}
    if hasattr(thing, "stappen"):
        group = getattr(thing, "groep", None)
        needs = [material.titel for material in getattr(thing, "materialen", ())]
        row |= {
            "duur": str(getattr(thing, "duur", None) or ""),
            "groep": _group(group) if group else "",
            "materialen": ", ".join(needs),
        }
    for key in ("soort", "kort", "datum"):
        if hasattr(thing, key):
            row[key] = str(getattr(thing, key) or "")
    return {**row, "van": _("your own, instead of the bundled one") if file.hides_bundled else ""}


def _group(group: Any) -> str:
    ends = "–".join(str(end) for end in (group.min, group.max) if end)
    return ", ".join(part for part in (ends, group.indeling) if part)


def rows_of_design(kind: str, design: "Design") -> list[dict[str, str]]:
    """The documents, papers or schemes of a design as lines of a list."""
    if kind == "documenten":
        return [
            {
                "naam": name,
                "voor": ", ".join((*template.front.voor, *template.front.soort)),
                "formaat": ", ".join(template.front.formaat),
                "papier": ", ".join(template.front.keuzes or (template.front.papier,)),
                "omschrijving": template.front.omschrijving,
            }
            for name, template in sorted(design.templates.items())
        ]
    if kind == "papier":
        return [
            {"naam": name, "breed": _mm(paper.size.width), "hoog": _mm(paper.size.height)}
            for name, paper in design.papers.items()
        ]
    return [
        {
            "naam": name,
            "kaart": f"{_mm(scheme.card.width)} × {_mm(scheme.card.height)}",
            "vel": f"{_mm(scheme.sheet.width)} × {_mm(scheme.sheet.height)}",
            "per vel": str(scheme.places),
            "keren": scheme.turning,
        }
        for name, scheme in design.schemes.items()
    ]


def _mm(points: float) -> str:
    return f"{round(points * 25.4 / 72, 1):g} mm"


_HEADS = {"naam": _("name"), "titel": _("title"), "duur": _("duration"), "groep": _("group"), "van": ""}


def show_rows(rows: Sequence[Mapping[str, str]]) -> None:
    """Rows with the same keys as a table; a column that is empty everywhere is left out."""
    keys = [key for key in (rows[0] if rows else {}) if any(row[key] for row in rows)]
    heads = [_HEADS.get(key, key) for key in keys]
    show_table(heads, [[_short(row[key]) for key in keys] for row in rows], err=False)


_LONGEST = 48
"""Letters of a cell in a terminal; `--json` has them all."""


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def show_definition(value: Any, depth: int = 0) -> None:
    """A definition as its keys and values, indented."""
    for name, info in type(value).model_fields.items():
        field = getattr(value, name)
        if name in ("slug", "netwerk") or field in (None, (), False):
            continue
        key = click.style(info.alias or name, bold=True)
        _show_field(key, field, depth)


def _show_field(key: str, field: Any, depth: int) -> None:
    indent = "  " * depth
    if isinstance(field, tuple):
        click.echo(f"{indent}{key}:")
        for item in field:
            _show_item(item, depth + 1)
    elif _is_inner(field):
        click.echo(f"{indent}{key}:")
        show_definition(field, depth + 1)
    else:
        click.echo(f"{indent}{key}: {_plain(field)}")


def _show_item(item: Any, depth: int) -> None:
    indent = "  " * depth
    if _is_inner(item):
        click.echo(f"{indent}-")
        show_definition(item, depth + 1)
    else:
        click.echo(f"{indent}- {_plain(item)}")


def _is_inner(value: Any) -> bool:
    """A definition within another, that has no file of its own."""
    return hasattr(type(value), "model_fields") and not hasattr(value, "slug")


def _plain(value: Any) -> str:
    return str(getattr(value, "slug", value) if value is not True else _("yes"))
