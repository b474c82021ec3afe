"""The commands. Each reads words, calls one room of the house and shows what came of it."""

import sys
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator import __version__
from generator.cli import words

words.set_up(sys.argv)

from generator.cli.answers import MISTAKES, PROBLEMS, answer  # noqa: E402  the language is chosen before any text
from generator.cli.importing import import_  # noqa: E402
from generator.cli.output import (  # noqa: E402
    Bar,
    as_row,
    row_of,
    show_definition,
    show_json,
    show_problems,
    show_report,
    show_rows,
    shown_path,
)
from generator.cli.printers import printer  # noqa: E402
from generator.errors import GeneratorError, Problem, UsageError, say  # noqa: E402
from generator.kinds import PLURALS, SKETCH  # noqa: E402
from generator.stopping import Stopped, heard  # noqa: E402
from generator.workspace import Workspace, bundled  # noqa: E402

if TYPE_CHECKING:
    from generator.material.library import Library


class Drukklaar(click.Group):
    """The group of commands; here alone an error becomes words and an exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order in which one needs them."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command; a mistake of the user's never shows a traceback, and a bug of ours keeps it."""
        try:
            return super().invoke(ctx)
        except MISTAKES as error:
            ctx.exit(answer(error))


def _speak(ctx: click.Context, parameter: click.Parameter, value: str | None) -> None:
    if value:
        words.speak(value)


def _names(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    """Names of definitions for the shell's completion, from the files' names alone."""
    found: set[str] = set()
    for top in (bundled("materials"), Path("materials")):
        for path in top.glob("*/*.yaml"):
            found.add(path.stem)
        for path in top.glob("netwerken/*/sessies/*.yaml"):
            found.update((path.parts[-3], f"{path.parts[-3]}/{path.stem}"))
    return sorted(name for name in found if name.startswith(incomplete))


@click.group(cls=Drukklaar, help=_("From what facilitators write to what lies on the table."))
@click.version_option(__version__, prog_name="drukklaar", help=_("Show the version."))
@click.option(
    "--lang",
    type=click.Choice(words.LANGUAGES),
    callback=_speak,
    expose_value=False,
    is_eager=True,
    help=_("The language of messages; else that of the system."),
)
def cli() -> None:
    """The group; its help stands above."""


@cli.command(help=_("Make a workspace of your own in MAP, with an example to change."))
@click.argument("map", type=click.Path(file_okay=False, path_type=Path), default=Path())
def init(map: Path) -> None:
    """Makes a workspace."""
    from generator.starting import start

    for path in start(map):
        click.echo(shown_path(path))


_LISTED = (*PLURALS, "documenten", "papier", "schemas")


@cli.command("list", help=_("List what there is; KIND is {kinds}.").format(kinds=", ".join(_LISTED)))
@click.argument("kind", type=click.Choice(_LISTED), default="werkvormen", metavar="[KIND]")
@click.option("--dimensie", help=_("Only werkvormen of this dimension."))
@click.option("--moment", help=_("Only werkvormen for this moment: start or lopend."))
@click.option("--fase", help=_("Only werkvormen for this phase."))
@click.option("--setting", help=_("Only werkvormen for this setting: fysiek, online or hybride."))
@click.option("--energie", help=_("Only werkvormen that ask this much energy: laag, midden or hoog."))
@click.option("--max-duur", type=click.IntRange(min=1), help=_("Only werkvormen of at most so many minutes."))
@click.option("--groep", type=click.IntRange(min=1), help=_("Only werkvormen for a group of so many people."))
@click.option("--trefwoord", help=_("Only werkvormen with this keyword."))
@click.option("--search", "zoek", help=_("Only what has these words in its name or its texts."))
@click.option("--json", "as_json", is_flag=True, help=_("Give the list as JSON."))
def list_(kind: str, as_json: bool, **wishes: Any) -> None:
    """Lists what there is."""
    if kind in PLURALS:
        from generator.material.finding import matching, wish

        library = _library()
        found = matching(library.of_kind(PLURALS[kind]).values(), wish(**wishes))
        rows = [row_of(thing, library) for thing in found]
        if any(not problem.warning for problem in library.problems):
            click.echo(_("what is broken is not in this list; `drukklaar check` tells what"), err=True)
    else:
        _only_names(wishes)
        rows = _design_rows(kind)
    if as_json:
        show_json(rows)
    else:
        show_rows(rows)
    if not rows:
        click.echo(_("nothing fits"), err=True)


def _only_names(wishes: dict[str, Any]) -> None:
    given = [name for name, value in wishes.items() if value]
    if given:
        raise UsageError(say("this list knows no wishes"), say("leave the options out"))


def _design_rows(kind: str) -> list[dict[str, str]]:
    from generator.cli.output import rows_of_design
    from generator.design import read_design

    workspace = Workspace(Path())
    return rows_of_design(kind, read_design(bundled("templates"), workspace.templates, workspace.materials))


@cli.command(help=_("Show one definition."))
@click.argument("naam", shell_complete=_names)
def show(naam: str) -> None:
    """Shows a definition: a card as it reads, anything else as it is written."""
    from generator.ordering import find

    library = _library()
    key = find(naam, library)
    if key not in library.things:
        raise GeneratorError(library.problems)
    click.echo(click.style(library.files[key].shown, dim=True))
    thing = library.things[key]
    if thing.kind in ("werkvorm", "begrip"):
        from generator.reading import as_text

        click.echo("\n".join(as_text(thing, Workspace(Path()))))
    else:
        show_definition(thing)


def _library() -> "Library":
    from generator.material.library import read_library

    return read_library(bundled("materials"), Workspace(Path()).materials)


@cli.command(help=_("Report every problem at once; PAD limits it to files and folders."))
@click.argument("pad", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--strict", is_flag=True, help=_("Warnings are errors too."))
@click.option("--json", "as_json", is_flag=True, help=_("Give the problems as JSON."))
@click.pass_context
def check(ctx: click.Context, pad: tuple[Path, ...], strict: bool, as_json: bool) -> None:
    """Reports problems."""
    from generator.reading import check as check_all

    found = [problem for problem in check_all(Workspace(Path())) if not pad or _lies_in(problem, pad)]
    if as_json:
        show_json([as_row(problem) for problem in found])
    else:
        show_problems(found, err=False)
    if not found:
        click.echo(_("nothing is wrong"), err=True)
        if Workspace(Path()).materials is None:
            click.echo(_("here is nothing of your own yet (drukklaar init makes a workspace)"), err=True)
    ctx.exit(PROBLEMS if any(strict or not problem.warning for problem in found) else 0)


def _lies_in(problem: Problem, tops: tuple[Path, ...]) -> bool:
    path = Path(problem.place.path).resolve()
    return any(path.is_relative_to(top.resolve()) for top in tops)


@cli.command(help=_("Make everything in the workspace, or just what is named."))
@click.argument("naam", nargs=-1, shell_complete=_names)
@click.option("--only", multiple=True, metavar="DOC", help=_("Just this document, such as draaiboek."))
@click.option("--paper", default="", help=_("The paper of canvases and forms, such as A4."))
@click.option("--tiles", default="", metavar="PAPIER", help=_("What is larger than this paper in parts, to glue."))
@click.option("--scheme", default="", help=_("How cards come on sheets: a row of papier.yaml, such as afloop."))
@click.option("--booklet", is_flag=True, help=_("A booklet of A5 pages, to be folded and stapled."))
@click.option("--printer", default="", metavar="NAAM", help=_("Print backs where this printer needs them."))
@click.option("--fit", is_flag=True, help=_("Move what the printer can't reach; nothing is made smaller."))
@click.option("--copies", type=click.IntRange(1, 9999), default=None, help=_("How many copies will be printed."))
@click.option("--blank", is_flag=True, help=_("Canvases and forms without their hints."))
@click.option("--example", is_flag=True, help=_("Just the worked examples of canvases."))
@click.option(
    "--for",
    "people",
    default="",
    metavar="deelnemers",
    help=_("Canvases and forms with a copy for each participant, their name on it."),
)
@click.option("--fillable", is_flag=True, help=_("Just canvases and forms, as PDF and Word files to fill in."))
@click.option("--large-print", is_flag=True, help=_("What participants read, in letters of 18 points."))
@click.option("--print-ready", is_flag=True, help=_("Also one file for each paper, with all copies in order."))
@click.option("--ink-saving", is_flag=True, help=_("The same with little ink: outlines in the place of planes."))
@click.option("--grey", is_flag=True, help=_("The same in grey, as a printer with black only gives it."))
@click.option("--bleed", type=click.FloatRange(0, 10), default=0, metavar="MM", help=_("So much bleed around."))
@click.option("--color", default="", metavar="cmyk", help=_("Also a file for a print shop, in CMYK and with bleed."))
@click.option("--since", default="", metavar="DATUM|BUILD", help=_("Only the cards that changed since then."))
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="MAP",
    help=_("Where the files come; else output/."),
)
@click.option("--jobs", type=click.IntRange(1, 64), default=1, help=_("How many files are made at once."))
@click.option("--force", is_flag=True, help=_("Make again what has not changed, too."))
@click.option("--verbose", is_flag=True, help=_("Say how long each file took."))
@click.option("--dry-run", is_flag=True, help=_("Say what would be made, and make nothing."))
@click.option("--watch", is_flag=True, help=_("Go on, and make again what changes, until Ctrl-C."))
@click.pass_context
def build(ctx: click.Context, /, naam: tuple[str, ...], watch: bool, verbose: bool, **options: Any) -> None:
    """Makes files."""
    from generator.build import Request
    from generator.order import Wishes

    given = {name: options.pop(name) for name in Wishes.__dataclass_fields__}
    wishes = Wishes(**{name: value for name, value in given.items() if value})
    request = Request(naam, wishes, **options)
    if watch:
        from generator.cli.watching import on_each_change

        on_each_change(lambda: _build(request, verbose))
    ctx.exit(_build(request, verbose))


def _build(request: Any, verbose: bool) -> int:
    from generator.build import build as build_all

    workspace = Workspace(Path())
    if workspace.materials is None and not request.names:
        click.echo(
            _("here is nothing of your own yet: this is the example (drukklaar init makes a workspace)"), err=True
        )
    with Bar() as bar:
        report = build_all(workspace, request, bar)
    show_problems(report.problems)
    show_report(report, with_times=verbose)
    refused = [answer(error) for error in report.refused]
    if refused:
        return refused[0]
    return PROBLEMS if any(not problem.warning for problem in report.problems) else 0


_NEW = (*PLURALS.values(), SKETCH)


@cli.command(help=_("Write a definition or a Word file to fill in; KIND is {kinds}.").format(kinds=", ".join(_NEW)))
@click.argument("kind")
@click.argument("naam")
def new(kind: str, naam: str) -> None:
    """Writes a definition, or a Word file with fields."""
    if kind == SKETCH:
        from generator.sketching import sketch

        click.echo(shown_path(sketch(Workspace(Path()), naam)))
        return
    from generator.starting import new as new_definition

    click.echo(shown_path(new_definition(Workspace(Path()), kind, naam)))


cli.add_command(import_)
cli.add_command(printer)


@cli.command(help=_("Give the JSON Schema of a KIND, or of all, for your editor."))
@click.argument("kind", required=False)
def schema(kind: str | None) -> None:
    """Gives JSON Schema."""
    from generator.errors import nearest
    from generator.material.schema import json_schema

    known = tuple(PLURALS.values())
    if kind is not None and kind not in known:
        raise UsageError(say("there is no kind named {kind}", kind=kind), nearest(kind, known))
    schemas: Any = json_schema(kind) if kind else {name: json_schema(name) for name in known}
    show_json(schemas)


def main() -> None:
    """Where `drukklaar` starts."""
    try:
        with heard():
            cli(prog_name="drukklaar")
    except Stopped as stop:
        click.echo(_("stopped; no file is half made"), err=True)
        sys.exit(stop.code)
