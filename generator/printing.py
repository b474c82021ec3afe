"""Orders and what is known of their files in; the lines of a print order, and one job for each way of printing, out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.design import Design
from generator.design.words import TileLabels
from generator.order import Order, PrintLine
from generator.page.booklet import weight
from generator.page.items import MM
from generator.page.paper import Turning

_A4_HEIGHT = 297 * MM
_NEAR = 0.5
"""Points by which two sizes of the same paper may differ."""


@dataclass(frozen=True)
class Count:
    """Pages of a file, and the pieces of paper of one copy."""

    pages: int
    sheets: int


@dataclass(frozen=True, order=True)
class Way:
    """What a printer is set to: paper by name, its weight in grams per square metre, how two sides turn over."""

    paper: str
    grams: int
    turning: Turning = "lange zijde"

    @property
    def job(self) -> str:
        """The name of the file with everything that is printed this way."""
        turned = {"lange zijde": ""}.get(self.turning, f"-{self.turning.replace(' ', '-')}")
        return f"printen-{self.paper.lower()}-{self.grams}g{turned}"


def printed(orders: Iterable[Order], design: Design) -> list[Order]:
    """Those that go to a printer of one's own: of cards the sheets, not the file to read; nothing for a print shop."""
    found = [order for order in orders if order.format == "pdf" and not (order.is_job or order.bleed or order.fillable)]
    sheets = {(order.folder, order.cards) for order in found if order.scheme}
    return [
        order
        for order in found
        if design.templates[order.template].front.drukwerk.printen
        and (order.scheme or not order.cards or (order.folder, order.cards) not in sheets)
    ]


def way_of(order: Order, design: Design) -> Way:
    """How an order is printed."""
    made_as = design.templates[order.template].front.drukwerk
    grams = weight(made_as.gewicht) if order.booklet else made_as.gewicht
    if not order.scheme:
        name = order.tiles or order.paper.partition(" ")[0]
        is_large = design.papers[name].upright.size.height > _A4_HEIGHT + _NEAR
        return Way(name, made_as.groot if is_large else grams)
    scheme = design.schemes[order.scheme]
    turning: Turning = "lange zijde" if scheme.is_one_sided else scheme.turning
    for name, paper in design.papers.items():
        upright = paper.upright.size
        if (
            abs(upright.width - min(scheme.sheet.width, scheme.sheet.height)) < _NEAR
            and abs(upright.height - max(scheme.sheet.width, scheme.sheet.height)) < _NEAR
        ):
            return Way(name, grams, turning)
    return Way("", grams, turning)


def is_single_sided(order: Order, pages: int, design: Design) -> bool:
    """Whether nothing comes on the backs of an order's paper; `pages` are those of the whole file."""
    if order.scheme:
        return design.schemes[order.scheme].is_one_sided
    if order.tiles:
        return True
    return pages == max(len(order.people), 1) or design.templates[order.template].front.drukwerk.zijden == "enkel"


def jobs(orders: Sequence[Order], design: Design) -> list[Order]:
    """For each folder and way of printing one file with all copies in order."""
    grouped: dict[tuple[str, Way], list[Order]] = {}
    for order in printed(orders, design):
        grouped.setdefault((order.folder, way_of(order, design)), []).append(order)
    return [
        replace(
            group[0],
            path=f"{folder}/{way.job}{group[0].inks.suffix}.pdf",
            subjects=group[0].subjects[:1],
            title=way.job,
            paper=way.paper,
            scheme="",
            tiles="",
            copies=1,
            about=tuple(group),
            people=(),
            is_job=True,
        )
        for (folder, way), group in grouped.items()
    ]


def lines(
    about: Sequence[Order], counts: Mapping[str, Count], wanted: Iterable[str], design: Design
) -> list[PrintLine]:
    """A line for each file that goes to a printer and could be made; `wanted` are the paths of all files."""
    paths = set(wanted)
    found = [
        _line(order, counts[order.path], paths, design) for order in printed(about, design) if order.path in counts
    ]
    return sorted(found, key=lambda line: (line.papier, line.gewicht))


def _line(order: Order, count: Count, paths: set[str], design: Design) -> PrintLine:
    way, made_as = way_of(order, design), design.templates[order.template].front.drukwerk
    turning = design.schemes[order.scheme].turning if order.scheme else ""
    single = is_single_sided(order, count.pages, design)
    job = f"{way.job}{order.inks.suffix}.pdf"
    return PrintLine(
        bestand=order.path.rpartition("/")[2],
        titel=order.title,
        papier=way.paper,
        gewicht=way.grams,
        kleur=made_as.kleur,
        zijden="enkel" if single else "dubbel",
        rand="" if single else turning or "lange zijde",
        aantal=order.copies,
        bladzijden=count.pages,
        vellen=order.copies * count.sheets,
        afwerking=_finishing(order, design) or made_as.afwerking,
        taak=job if f"{order.folder}/{job}" in paths else "",
    )


def _finishing(order: Order, design: Design) -> str:
    """What is done with the paper afterwards, where that isn't what the template itself says of its own scheme."""
    labels = design.labels[order.language]
    tiles: TileLabels | None = labels.get("tegels")
    if order.tiles:
        return tiles.afwerking if tiles else ""
    if not order.scheme or order.scheme == design.templates[order.template].front.imposition:
        return ""
    scheme = design.schemes[order.scheme]
    if order.booklet:
        way = "boekje"
    elif scheme.turning == "vouwen":
        way = "vouwen"
    else:
        way = "afscheuren" if scheme.corner else "tekens" if scheme.marks else "snijden"
    words: Mapping[str, str] = labels.get("afwerkingen", {})
    return words.get(way, "")
