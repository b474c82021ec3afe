"""The commands about printers: the sheet to measure one with, and what was read from it."""

from gettext import gettext as _
from pathlib import Path
from typing import Any

import click

from generator.cli import words
from generator.cli.output import shown_path
from generator.workspace import Workspace


class Millimetres(click.ParamType[float]):
    """A length that may be negative, with a point or a comma."""

    name = "mm"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The number, in millimetres."""
        if isinstance(value, str):
            value = value.replace("−", "-").replace(",", ".").removesuffix("mm").strip()
        return float(click.FLOAT.convert(value, param, ctx))


@click.group(help=_("Measure a printer, so that backs lie behind their fronts."))
def printer() -> None:
    """The group about printers."""


@printer.command("test", help=_("Make a sheet to measure a printer with; NAAM makes it for one that you measured."))
@click.argument("naam", default="")
@click.option("--paper", default="A4", help=_("The paper of the sheet."))
def printer_test(naam: str, paper: str) -> None:
    """Makes the calibration sheet."""
    from generator.calibrating import write_sheet

    click.echo(shown_path(write_sheet(Workspace(Path()), naam, paper, words.language())))


@printer.command("set", help=_("Keep what you read from the sheet, in printers.yaml."))
@click.argument("naam")
@click.option("--x", type=Millimetres(), help=_("The number at which the line stands on the rulers x."))
@click.option("--y", type=Millimetres(), help=_("The number at which the line stands on the rulers y."))
@click.option("--margin", type=Millimetres(), help=_("The smallest number whose frame is whole."))
@click.option("--edge", type=click.Choice(("lange", "korte")), help=_("The edge over which it always turns."))
@click.option("--lying", is_flag=True, help=_("x and y are those of the lying sheet."))
def printer_set(naam: str, edge: str | None, **read: Any) -> None:
    """Keeps a profile."""
    from generator.calibrating import Measured, remember

    whole: Any = f"{edge} zijde" if edge else None
    click.echo(shown_path(remember(Workspace(Path()), naam, Measured(edge=whole, **read))))
