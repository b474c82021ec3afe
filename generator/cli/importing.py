"""The command that reads Word files back: what it found and how sure that is, or what differs from a definition."""

from collections.abc import Sequence
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.output import as_row, show_json, show_problems, shown_path
from generator.errors import GeneratorError, UsageError, say
from generator.workspace import Workspace

if TYPE_CHECKING:
    from generator.importing import Imported, Importer

PROBLEMS = 1


@dataclass(frozen=True)
class _Wishes:
    """What was asked for."""

    output: Path | None
    into: str
    write: bool
    kind: str
    as_json: bool
    force: bool


@click.command("import", help=_("Read Word files back into YAML: a draaiboek or a werkvorm, or a folder of them."))
@click.argument("pad", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), help=_("Where the YAML comes; a folder for more."))
@click.option("--into", default="", metavar="SESSIE", help=_("Show what differs from this definition of yours."))
@click.option("--write", is_flag=True, help=_("With --into: change its YAML, and keep its comments and order."))
@click.option("--as", "kind", type=click.Choice(("sessie", "werkvorm")), help=_("What the file is; else that is seen."))
@click.option("--json", "as_json", is_flag=True, help=_("Give what was found as JSON."))
@click.option("--force", is_flag=True, help=_("Write over a file that is there."))
@click.pass_context
def import_(ctx: click.Context, /, pad: tuple[Path, ...], kind: str | None, **options: Any) -> None:
    """Reads Word files back."""
    from generator.importing import Importer, word_files

    wishes = _Wishes(kind=kind or "", **options)
    files = word_files(pad)
    _check(wishes, len(files))
    found, failed = _read(Importer(Workspace(Path())), files, wishes.kind)
    if wishes.into and found:
        _bring_in(found, wishes, files[0])
    elif found:
        _write_out(found, wishes)
    ctx.exit(PROBLEMS if failed else 0)


def _check(wishes: _Wishes, count: int) -> None:
    """Refuses what can't be asked together."""
    if wishes.into and (wishes.output or wishes.force):
        raise UsageError(say("--into changes a file that is there, so -o and --force have no place"))
    if wishes.into and count > 1:
        raise UsageError(say("--into takes one Word file at a time"))
    if wishes.write and not wishes.into:
        raise UsageError(say("--write goes with --into"), say("add -o to write a new file"))
    if count > 1 and not wishes.output and not wishes.as_json:
        raise _needs_a_folder()


def _needs_a_folder() -> UsageError:
    return UsageError(say("more than one definition needs a folder to come in"), say("add -o with a folder"))


@dataclass(frozen=True)
class _Found:
    """A definition, and who read it."""

    imported: "Imported"
    importer: "Importer"


def _read(importer: "Importer", files: Sequence[Path], kind: str) -> tuple[list[_Found], bool]:
    """What the files tell, and whether one of them could not be read; why is shown."""
    found: list[_Found] = []
    failed = False
    for path in files:
        try:
            found += [_Found(imported, importer) for imported in importer.read(path, shown_path(path), kind)]
        except GeneratorError as error:
            show_problems(error.problems)
            failed = True
    return found, failed


def _write_out(found: Sequence[_Found], wishes: _Wishes) -> None:
    from generator.cli.findings import remarks, show_findings
    from generator.importing import check_free, destinations, write, yaml_of

    if len(found) > 1 and not wishes.output and not wishes.as_json:
        raise _needs_a_folder()
    paths = destinations([one.imported for one in found], wishes.output) if wishes.output else []
    check_free(paths, wishes.force)
    texts = [yaml_of(one.imported, remarks(one.imported)) for one in found]
    for path, text in zip(paths, texts, strict=bool(paths)):
        write(path, text, Path())
    places: Sequence[Path | None] = paths or [None] * len(found)
    faults = [
        one.importer.faults(one.imported, text, path) for one, text, path in zip(found, texts, places, strict=True)
    ]
    if wishes.as_json:
        rows = [
            _row(one.imported) | {"problems": list(map(as_row, odd))} for one, odd in zip(found, faults, strict=True)
        ]
        show_json(rows)
        return
    for one, odd in zip(found, faults, strict=True):
        show_findings(one.imported, odd)
    for line in map(shown_path, paths) if paths else texts:
        click.echo(line, nl=bool(paths))


def _row(imported: "Imported") -> dict[str, Any]:
    """What was found, as a row of JSON."""
    from generator.cli.words import in_words

    return {
        "path": imported.shown,
        "kind": imported.draft.kind,
        "ours": imported.is_ours,
        "data": imported.tree,
        "findings": [
            {"loc": list(finding.loc), "certainty": finding.certainty, "why": in_words(finding.why)}
            for finding in imported.draft.findings
        ],
        "notes": [as_row(note) for note in imported.notes],
    }


def _bring_in(found: Sequence[_Found], wishes: _Wishes, file: Path) -> None:
    """Shows what differs from a definition that is there, and changes it where that is wished."""
    from generator.cli.differences import difference_row, show_merged
    from generator.returning import compared, rewritten, target, write

    if len(found) > 1:
        raise UsageError(say("this file holds more than one werkvorm, and --into takes one"))
    imported, library = found[0].imported, found[0].importer.library
    there = target(wishes.into, imported.draft, library)
    result = compared(imported.draft, there, library)
    if wishes.as_json:
        rows = {name: list(map(difference_row, getattr(result, name))) for name in ("differences", "conflicts")}
        show_json(_row(imported) | {"into": there.shown, **rows})
    else:
        show_problems(imported.notes)
        show_merged(result, there.data, err=wishes.write)
    text = rewritten(there, result, library)
    if not result.differences:
        click.echo(_("{path} says the same already").format(path=there.shown), err=True)
    elif wishes.write:
        write(there, text, Workspace(Path()))
        click.echo(_("{count} differences are written").format(count=len(result.differences)), err=True)
        if not wishes.as_json:
            click.echo(shown_path(there.path))
    else:
        click.echo(_("nothing is changed yet; --write takes this over"), err=True)
    if wishes.write and imported.is_ours and not (result.conflicts or imported.notes):
        from generator.standing import release

        if release(file, Workspace(Path()).output):
            click.echo(_("the next build makes {path} anew").format(path=shown_path(file)), err=True)
