"""templates/ as one checked whole: document kinds, looks, papers, schemes and fixed words.

A user's own file lies over ours.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from generator.document.style import Style, TextStyle
from generator.document.template import Template, read_template
from generator.errors import GeneratorError, Place, Problem, nearest, say
from generator.page.items import MM, Colour, Shape, Size
from generator.page.paper import Paper, Scheme, Turning, millimetres
from generator.page.setting import Looks
from generator.page.svg import DrawingError, read_shape
from generator.page.text import Measure
from generator.source import Source, read, refuse, validate

PT_SIZE = (4.0, 400.0)


def _yes(value: object) -> object:
    return {"ja": True, "nee": False}.get(value, value) if isinstance(value, str) else value


def _points(value: object) -> object:
    """`3 mm` or a bare number of points."""
    if not isinstance(value, str):
        return value
    try:
        return millimetres(value) if value.strip().endswith("mm") else float(value.replace(",", "."))
    except ValueError:
        raise refuse(say("{value} is no length", value=value), say("write millimetres, such as 6 mm")) from None


def _colour(value: object) -> object:
    if not isinstance(value, str):
        return value
    digits = value.removeprefix("#")
    try:
        red, green, blue = bytes.fromhex(digits)
    except ValueError:
        raise refuse(say("{value} is no colour", value=value), say('write six digits, such as "#05625F"')) from None
    return Colour(red / 255, green / 255, blue / 255)


Points = Annotated[float, BeforeValidator(_points)]
Hue = Annotated[Colour, BeforeValidator(_colour)]
Yes = Annotated[bool, BeforeValidator(_yes)]


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Role(_Row):
    """How a role of text looks; sizes in points."""

    grootte: float = Field(ge=PT_SIZE[0], le=PT_SIZE[1])
    regel: float = Field(ge=PT_SIZE[0], le=2 * PT_SIZE[1])
    vet: Yes = False
    cursief: Yes = False
    kleur: str = "tekst"
    voor: Points = 0
    na: Points = 0
    midden: Yes = False
    vast: Yes = False

    @property
    def text_style(self) -> TextStyle:
        """The same in the terms of the layout."""
        return TextStyle(
            self.grootte, self.regel, self.vet, self.cursief, self.kleur, self.voor, self.na, self.midden, self.vast
        )


class Looking(_Row):
    """A family of documents; what it does not say is as in `basis`."""

    ondergrens: float | None = None
    schrijfregel: Points | None = None
    tussen: Points | None = None
    binnen: Points | None = None
    rollen: Mapping[str, Role] = Field(default_factory=dict)


class FontNames(_Row):
    """The files of a family, beside huisstijl.yaml."""

    naam: str
    vervanger: str
    gewoon: str
    vet: str
    cursief: str
    vetcursief: str
    terugval: str


class House(_Row):
    """huisstijl.yaml."""

    lettertypen: FontNames
    kleuren: Mapping[str, Hue]
    accenten: Mapping[str, Hue]
    stijlen: Mapping[str, Looking]

    def style(self, name: str) -> Style:
        """A family of documents, with all that `basis` gives it."""
        base, own = self.stijlen["basis"], self.stijlen[name]
        roles = {**base.rollen, **own.rollen}
        return Style(
            name,
            {role: looks.text_style for role, looks in roles.items()},
            floor=own.ondergrens or base.ondergrens or 8,
            line=own.schrijfregel or base.schrijfregel or 9 * MM,
            gap=own.tussen or base.tussen or 4 * MM,
            padding=own.binnen or base.binnen or 3 * MM,
        )

    def palette(self, accent: str) -> Mapping[str, Colour]:
        """The colours, with that of the accent among them."""
        return {**self.kleuren, "accent": self.accenten.get(accent, self.kleuren["accent"])}

    def hex_palette(self, accent: str) -> Mapping[str, str]:
        """The same colours as RRGGBB."""
        channels = ((name, (c.red, c.green, c.blue)) for name, c in self.palette(accent).items())
        return {name: "".join(f"{round(channel * 255):02X}" for channel in rgb) for name, rgb in channels}


class Margins(_Row):
    """The white round what stands on a paper."""

    links: Points
    rechts: Points
    boven: Points
    onder: Points


def _all_around(value: object) -> object:
    return dict.fromkeys(("links", "rechts", "boven", "onder"), value) if isinstance(value, str) else value


class PaperRow(_Row):
    """A row of papier.yaml."""

    breed: Points
    hoog: Points
    marges: Annotated[Margins, BeforeValidator(_all_around)]


class SchemeRow(_Row):
    """How cards come on a sheet."""

    kaart: str
    vel: str
    kolommen: int = Field(ge=1, le=50)
    rijen: int = Field(ge=1, le=50)
    tussen: Points = 0
    afloop: Points = 0
    snijtekens: Yes = False
    keren: Turning = "lange zijde"


class PaperTable(_Row):
    """papier.yaml."""

    papieren: Mapping[str, PaperRow]
    schemas: Mapping[str, SchemeRow]


class Labels(_Row):
    """labels/nl.yaml: the fixed words that documents print."""

    model_config = ConfigDict(frozen=True, extra="allow")


@dataclass(frozen=True)
class Design:
    """All of templates/, read and checked."""

    templates: Mapping[str, Template]
    house: House
    papers: Mapping[str, Paper]
    schemes: Mapping[str, Scheme]
    labels: Mapping[str, Mapping[str, Any]]
    files: Mapping[str, Path] = field(repr=False)

    def paper(self, name: str) -> Paper:
        """A paper by its name, `liggend` behind it for a quarter turn; raises KeyError."""
        base, _, turn = name.partition(" ")
        paper = self.papers[base]
        return paper.lying if turn == "liggend" else paper

    @cached_property
    def shapes(self) -> Mapping[str, Shape]:
        """Each pictogram and pattern, read when it is first drawn."""
        return _Shapes(self.files)

    def looks(self, style: str, language: str, measure: Measure) -> tuple[Looks, dict[str, Looks]]:
        """The looks without accent, and those of each accent."""
        plain = Looks(self.house.style(style), self.house.palette(""), measure, self.shapes, language)
        accents = {accent: replace(plain, palette=self.house.palette(accent)) for accent in self.house.accenten}
        return plain, accents


class _Shapes(dict[str, Shape]):
    def __init__(self, files: Mapping[str, Path]) -> None:
        super().__init__()
        self._files = files

    def __missing__(self, name: str) -> Shape:
        path = self._files.get(f"icons/{name}.svg")
        shown = f"templates/icons/{name}.svg"
        if path is None:
            known = [file[6:-4] for file in self._files if file.startswith("icons/") and file.endswith(".svg")]
            what = say("there is no pictogram named {name}", name=name)
            raise GeneratorError([Problem(Place(shown), what, nearest(name, known))])
        try:
            self[name] = read_shape(name, path.read_bytes())
        except DrawingError as error:
            what = say("this drawing can't be used: {fault}", fault=error)
            raise GeneratorError([Problem(Place(shown), what)]) from error
        return self[name]


T = TypeVar("T", bound=BaseModel)


def read_design(bundled: Path, own: Path | None) -> Design:
    """Reads and checks everything; raises GeneratorError with all that is wrong."""
    files = dict(_overlaid(bundled, own))
    problems: list[Problem] = []

    def checked(name: str, model: type[T]) -> T | None:
        try:
            return validate(read(files[name], f"templates/{name}"), model)
        except GeneratorError as error:
            problems.extend(error.problems)
            return None

    house, table = checked("huisstijl.yaml", House), checked("papier.yaml", PaperTable)
    labels = {Path(name).stem: checked(name, Labels) for name in files if name.startswith("labels/")}
    templates = dict(_templates(files, problems))
    if problems or house is None or table is None:
        raise GeneratorError(problems)
    papers = {name: _paper(name, row) for name, row in table.papieren.items()}
    words = {name: dict(label.model_extra or {}) for name, label in labels.items() if label}
    problems.extend(_mismatches(templates, house, papers))
    if problems:
        raise GeneratorError(problems)
    schemes = dict(_schemes(table, papers, read(files["papier.yaml"], "templates/papier.yaml")))
    return Design(templates, house, papers, schemes, words, files)


def _overlaid(bundled: Path, own: Path | None) -> Iterator[tuple[str, Path]]:
    for top in (bundled, own):
        if top is not None and top.is_dir():
            for path in sorted(top.rglob("*")):
                if path.is_file() and not path.name.startswith((".", "~")):
                    yield path.relative_to(top).as_posix(), path


def _templates(files: Mapping[str, Path], problems: list[Problem]) -> Iterator[tuple[str, Template]]:
    for name, path in files.items():
        if "/" not in name and path.suffix == ".html":
            try:
                yield path.stem, read_template(path.stem, path.read_text("utf-8"), f"templates/{name}")
            except GeneratorError as error:
                problems.extend(error.problems)
            except UnicodeDecodeError:
                problems.append(Problem(Place(f"templates/{name}"), say("this file is not in UTF-8")))


def _mismatches(templates: Mapping[str, Template], house: House, papers: Mapping[str, Paper]) -> Iterator[Problem]:
    """What templates ask for that the house style or the paper table doesn't have."""
    for template in templates.values():
        front, place = template.front, template.source.place
        if front.stijl not in house.stijlen:
            what = say("there is no style named {name}", name=front.stijl)
            yield Problem(place(("stijl",)), what, nearest(front.stijl, house.stijlen))
        for name in (front.papier, *front.keuzes):
            if name.partition(" ")[0] not in papers:
                yield Problem(
                    place(("papier",)), say("there is no paper named {name}", name=name), nearest(name, papers)
                )


def _paper(name: str, row: PaperRow) -> Paper:
    margins = row.marges
    return Paper(name, Size(row.breed, row.hoog), margins.links, margins.rechts, margins.boven, margins.onder)


def _schemes(table: PaperTable, papers: Mapping[str, Paper], source: Source) -> Iterator[tuple[str, Scheme]]:
    for name, row in table.schemas.items():
        for key, paper in (("kaart", row.kaart), ("vel", row.vel)):
            if paper.partition(" ")[0] not in papers:
                place = source.place(("schemas", name, key))
                raise GeneratorError(
                    [Problem(place, say("there is no paper named {name}", name=paper), nearest(paper, papers))]
                )
        card, sheet = papers[row.kaart].size, papers[row.vel.partition(" ")[0]]
        sheet = sheet.lying if row.vel.endswith("liggend") else sheet
        scheme = Scheme(
            name, card, sheet.size, row.vel, row.kolommen, row.rijen, row.tussen, row.afloop, row.snijtekens, row.keren
        )
        _fits(scheme, source.place(("schemas", name)))
        yield name, scheme


def _fits(scheme: Scheme, place: Place) -> None:
    """Raises GeneratorError when the cards are larger than their sheet; half a millimetre is paper's own tolerance."""
    for word, card, count, sheet in (
        ("breed", scheme.card.width, scheme.columns, scheme.sheet.width),
        ("hoog", scheme.card.height, scheme.rows, scheme.sheet.height),
    ):
        wanted = count * card + (count - 1) * scheme.gutter + 2 * scheme.bleed
        if wanted > sheet + 0.5 * MM:
            what = say(
                "the cards of {name} are {mm} mm too large for their sheet ({word})",
                name=scheme.name,
                mm=f"{(wanted - sheet) / MM:.1f}",
                word=word,
            )
            raise GeneratorError([Problem(place, what, say("fewer columns or rows, or a larger sheet"))])
