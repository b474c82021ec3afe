"""What was found in a Word file as somebody reads it: each part with how sure it is, and what to look at."""

from collections.abc import Iterator, Sequence
from gettext import gettext as _
from typing import TYPE_CHECKING

import click

from generator.cli.output import show_problems, show_table
from generator.cli.places import called, where
from generator.cli.words import in_words
from generator.errors import Problem
from generator.recognition.draft import Certainty, Finding
from generator.source import Loc, Tree

if TYPE_CHECKING:
    from generator.importing import Imported

_ORDER: tuple[Certainty, ...] = ("zeker", "waarschijnlijk", "gegist")
_LONGEST = 44
"""Letters of a value, or of a reason, that the table shows."""

_MOST = 3
"""Places with the same reason that are named."""


def show_findings(imported: "Imported", faults: Sequence[Problem]) -> None:
    """All of it, on stderr."""
    click.echo(click.style(f"{imported.shown}: {_title(imported)}", bold=True), err=True)
    if imported.is_ours:
        click.echo(_("we made this file ourselves, so what it says is known"), err=True)
    show_table((_("part"), _("what it says"), _("how sure"), _("by what")), list(_rows(imported)))
    if imported.overig:
        click.echo(_("what found no place stands under overig, in order:"), err=True)
        for text in imported.overig:
            click.echo(f"  - {_short(text)}", err=True)
    show_problems(imported.notes)
    looks = list(_to_look_at(imported))
    if looks or faults:
        click.echo(_("look at this:"), err=True)
    for line in looks:
        click.echo(f"  - {line}", err=True)
    show_problems(faults)


def remarks(imported: "Imported") -> list[str]:
    """What the YAML says above itself: where it came from, and what to look at."""
    lines = [_("Read from {path}.").format(path=imported.shown)]
    looks = list(_to_look_at(imported))
    if imported.overig:
        looks.append(_("what found no place stands under overig"))
    if looks:
        lines += [_("Look at this, and take these lines out:"), *(f"- {line}" for line in looks)]
    return lines


def _title(imported: "Imported") -> str:
    return f"{imported.draft.kind} {imported.title}".strip()


def _rows(imported: "Imported") -> Iterator[tuple[str, str, str, str]]:
    """A row for each part of the definition; of a file of ours only those that are not certain."""
    sure = {"zeker": _("certain"), "waarschijnlijk": _("likely"), "gegist": _("guessed")}
    for loc, value in _parts(imported):
        worst = _worst(imported.findings_at(loc))
        certainty = worst.certainty if worst else "zeker"
        if certainty != "zeker" or not imported.is_ours:
            why = _short(in_words(worst.why)) if worst else ""
            yield " › ".join(where(imported.tree, loc)), _said(value), sure[certainty], why


def _parts(imported: "Imported") -> Iterator[tuple[Loc, Tree]]:
    """The keys, and each part of a programme by itself."""
    for key, value in imported.tree.items():
        if key == "programma" and isinstance(value, list):
            yield from (((key, number), part) for number, part in enumerate(value))
        elif key != "overig":
            yield (key,), value


def _worst(findings: Sequence[Finding]) -> Finding | None:
    return max(findings, key=lambda finding: _ORDER.index(finding.certainty), default=None)


def _said(value: Tree) -> str:
    if isinstance(value, list):
        return _short(", ".join(called(item) for item in value))
    if isinstance(value, dict):
        duration = value.get("duur")
        return f"{duration} min" if duration else ", ".join(key for key in value)
    return _short(str(value))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _to_look_at(imported: "Imported") -> Iterator[str]:
    """What was guessed, and the werkvormen that are offered; places with the same reason share a line."""
    places: dict[str, list[str]] = {}
    for finding in imported.draft.findings:
        if finding.certainty == "gegist" and finding.loc[:1] != ("overig",):
            places.setdefault(in_words(finding.why), []).append(" › ".join(where(imported.tree, finding.loc)))
    for why, found in places.items():
        more = _(" and {count} more").format(count=len(found) - _MOST) if len(found) > _MOST else ""
        yield f"{', '.join(found[:_MOST])}{more}: {why}"
