"""What `drukklaar printer` does: a sheet to measure a printer with, and what was measured, kept beside materials/."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from generator import writing
from generator.design import Design, read_design
from generator.design.printers import FILE, printer_named, read_printers, too_far, too_wide, written
from generator.document.blocks import Area, Block, Document, Heading, Items, Leaf, Paragraph, Run
from generator.errors import Place, UsageError, nearest, say
from generator.page import calibration
from generator.page.fixed import Sheet
from generator.page.items import MM, Element, Group, Item, Page
from generator.page.layout import lay_out
from generator.page.paper import Paper, Scheme
from generator.page.printer import Edge, Printer, Shift, registered
from generator.paging import fonts_of
from generator.pdf import writer as pdf
from generator.slugs import slug
from generator.workspace import Workspace, bundled

PATH = "printertest.pdf"
_SIDE, _HEAD, _FOOT = 42 * MM, 66 * MM, 44 * MM
"""The margins of what one reads on the sheet: outside it stand rulers and frames."""
_PLACE = Place("templates/labels")


@dataclass(frozen=True)
class Measured:
    """What somebody read from the sheet, in millimetres; None for what stays as it was."""

    x: float | None = None
    y: float | None = None
    margin: float | None = None
    edge: Edge | None = None
    lying: bool = False


def remember(workspace: Workspace, name: str, measured: Measured) -> Path:
    """Keeps what was measured of a printer; gives the file. Raises UsageError for what no printer does."""
    if measured == Measured():
        raise UsageError(say("nothing was measured"), say("give --x and --y, --margin or --edge"))
    faults = [too_far(mm) for mm in (measured.x, measured.y) if mm is not None]
    faults += [too_wide(measured.margin)] if measured.margin is not None else []
    for fault in filter(None, faults):
        raise UsageError(*fault)
    path, own = workspace.root / FILE, slug(name)
    with writing.alone(workspace.root) as placing:  # who measures two printers at once loses none of them
        printers = read_printers(path)
        known = printers.get(own, Printer(own))
        placing.put(path, written({**printers, own: _with(known, measured)}))
    return path


def _with(known: Printer, measured: Measured) -> Printer:
    shift = (known.lying or Shift()) if measured.lying else known.upright
    shift = Shift(
        shift.x if measured.x is None else measured.x * MM, shift.y if measured.y is None else measured.y * MM
    )
    given = measured.x is not None or measured.y is not None
    return replace(
        known,
        upright=shift if given and not measured.lying else known.upright,
        lying=shift if given and measured.lying else known.lying,
        margin=known.margin if measured.margin is None else measured.margin * MM,
        edge=known.edge if measured.edge is None else measured.edge,
    )


def write_sheet(workspace: Workspace, name: str, paper: str, language: str) -> Path:
    """Writes the sheet to measure a printer with, backs moved by what is known of the printer; gives its path.

    Raises UsageError for paper or a printer that nobody knows.
    """
    printer = printer_named(workspace.root / FILE, name)
    design = read_design(bundled("templates"), workspace.templates)
    if paper not in design.papers:
        raise UsageError(say("there is no paper named {name}", name=paper), nearest(paper, design.papers))
    path = workspace.output / PATH
    writing.write(path, drawn(design, design.papers[paper], printer, language), workspace.output)
    return path


def drawn(design: Design, paper: Paper, printer: Printer, language: str) -> bytes:
    """The PDF: an upright sheet and a lying one, front and back of each."""
    words = design.labels[language]["printertest"]
    about = Document(words["titel"], language, ())
    pages: list[Page] = []
    for sheet in (paper.upright, paper.lying):
        sides = [_side(design, sheet, words, side, language) for side in ("voorkant", "achterkant")]
        pages += registered(sides, _scheme(sheet, printer), printer)
    profile = design.files["kleurprofiel/sRGB.icc"].read_bytes()
    return pdf.write(pages, about, fonts_of(design), profile, pdf.Printing("lange zijde"))


def _scheme(sheet: Paper, printer: Printer) -> Scheme:
    """The sheet as one card on itself."""
    return printer.of(Scheme("printertest", sheet.size, sheet.size, 1, 1))


def _side(design: Design, sheet: Paper, words: Any, side: str, language: str) -> Page:
    lies = sheet.size.width > sheet.size.height
    told = words[f"{side}-liggend" if lies else side]
    looks, _ = design.looks("basis", language, fonts_of(design))
    roomy = replace(sheet, left=_SIDE, right=_SIDE, top=_HEAD, bottom=_FOOT)
    (page,) = lay_out(
        _document(words["titel"], words["kop"][side], told, lies, language), Sheet(roomy, _PLACE), looks, {}
    )
    return replace(page, items=(*page.items, *_figures(sheet, words["alt"], side)))


def _document(title: str, head: str, told: Sequence[str], lying: bool, language: str) -> Document:
    blocks: list[Block] = [Heading(1, (Run(head),), "kop1")]
    blocks += [Items(tuple((Paragraph((Run(line),)),) for line in told), "cijfer")]
    leaf = Leaf((Area("tekst", tuple(blocks)),), (), (), lying=lying, flows=True)
    return Document(title, language, (leaf,))


def _figures(sheet: Paper, alt: Any, side: str) -> Iterator[Item]:
    drawn: dict[str, list[Item]] = {"pijl": calibration.arrow(sheet.size)}
    if side == "voorkant":
        drawn |= {"kaders": calibration.frames(sheet.size), "lijnen": calibration.lines(sheet.size)}
    else:
        drawn |= {"linialen": calibration.rulers(sheet.size)}
    for name, items in drawn.items():
        yield Group(tuple(items), Element("Figure", alt=alt[name]))
