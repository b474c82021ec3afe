"""Every word comes out, in each document: of the whole catalogue, and of the shortest and longest one may write."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader

from generator.design import Design
from generator.document.blocks import Document
from generator.documents import fill
from generator.errors import GeneratorError
from generator.making import Setting, make
from generator.material.definition import Definition, Thing
from generator.material.library import Library
from generator.material.model import Deck, Netwerk, Persoon, Sessie, Werkvorm
from generator.order import Order, PrintLine, template_of
from generator.pack import Asked, orders_of
from tests.folders import library_of
from tests.must_tell import TELLERS
from tests.packs import Pack
from tests.telling import laid_out, lost, said, standing_on, untold, words

ON_WORD = ("draaiboek", "informatiebrief", "wrap-up")
BORDERED = ("canvas", "canvas-tekening", "mini", "naamkaartjes", "openingsflap", "overzicht", "plaat")
"""Sheets of one side: what is too long for them is refused, with how much."""
LETTERS = 80
NAMES = ("naam", "titel", "kop", "onderdeel", "organisatie", "rol", "thema", "locatie", "ruimte")
AS_WRITTEN = (
    "slug", "geschreven", "papier", "document", "url", "pagina", "versie", "raster", "reserve", "trefwoorden", "soort",
    "dimensie", "moment", "fase", "setting", "energie", "per", "uitvoering", "taal", "teken", "icoon", "Vak.naam",
    "jaar",
)  # fmt: skip
ON_ONE_LINE = ("kort", "kolommen", "rijen", "keuzes", "haltes", "polen", "midden", "indeling", "vraag", "wie", "blok")


@dataclass(frozen=True)
class Told:
    """One document of an order, and what it is about."""

    order: Order
    subject: Thing
    document: Document

    @property
    def name(self) -> str:
        return f"{self.order.path} {self.subject.slug} {self.order.fill}"


def all_of(things: Sequence[Thing], design: Design) -> Iterator[Told]:
    """Each document that can be made of each thing, once."""
    sessions = tuple(sorted((t for t in things if isinstance(t, Sessie)), key=lambda session: session.slug))
    asked = Asked(frozenset(design.templates), sessions)
    seen: set[tuple[str, ...]] = set()
    for order in (order for thing in things for order in orders_of(thing, design, asked)):
        for number, subject in enumerate(order.subjects):
            template = template_of(order, subject, design).name
            key = (template, subject.slug, order.fill, order.format, order.paper)
            if key not in seen:
                seen.add(key)
                yield _told(order, number, design)


def _told(order: Order, number: int, design: Design) -> Told:
    subject = order.subjects[number]
    if isinstance(subject, Deck) and order.cards:
        alone, documents = order, fill(order, design)[:1]
    else:
        numbers = order.numbers[number : number + 1]
        alone = replace(order, subjects=(subject,), numbers=numbers, lines=tuple(_lines(order)))
        documents = fill(alone, design)
    return Told(alone, subject, documents[0])


def _lines(order: Order) -> Iterator[PrintLine]:
    for number, other in enumerate(order.about, 1):
        file = other.path.rpartition("/")[2]
        yield PrintLine(file, other.title, "A4", 80, False, "dubbel", "lange zijde", other.copies, number, 7, "snijden")


def by_template(found: Iterator[Told], design: Design) -> dict[str, list[Told]]:
    sorted_out: dict[str, list[Told]] = {name: [] for name in design.templates}
    for told in found:
        sorted_out[template_of(told.order, told.subject, design).name].append(told)
    return sorted_out


def unsaid(told: Told, template: str, design: Design) -> list[str]:
    return untold(TELLERS[template](told.subject, told.order, design), said(told.document))


def in_word(told: Told, design: Design) -> list[str]:
    """The words of a Word file, its head and foot among them."""
    opened = docx.Document(BytesIO(make(told.order, Setting(design)).data))
    sections = opened.sections
    bodies = [opened.element.body, *(part._element for s in sections for part in (s.header, s.footer))]
    paragraphs = (par for body in bodies for par in body.iter(qn("w:p")))
    return words("\n".join("".join(_letters(par)) for par in paragraphs))


def _letters(paragraph: Any) -> Iterator[str]:
    for part in paragraph.iter(qn("w:t"), qn("w:br"), qn("w:tab")):
        yield part.text or "" if part.tag == qn("w:t") else "\n"


def dropped(told: Told, design: Design) -> Mapping[str, int]:
    """The words that the document says and its pages, or its Word file, don't show."""
    if told.order.format == "docx":
        return lost(said(told.document), in_word(told, design))
    return lost(said(told.document), standing_on(laid_out(told.document, told.order, design, told.subject)))


# the whole catalogue


@pytest.fixture(scope="session")
def catalogue(library: Library, design: Design) -> dict[str, list[Told]]:
    return by_template(all_of(list(library.things.values()), design), design)


def test_each_document_kind_has_somebody_who_knows_what_it_must_tell(design: Design) -> None:
    assert set(TELLERS) == set(design.templates)


@pytest.mark.parametrize("template", TELLERS)
def test_every_text_of_the_catalogue_is_told_in_one_piece(
    catalogue: dict[str, list[Told]], design: Design, template: str
) -> None:
    found = {told.name: unsaid(told, template, design) for told in catalogue[template]}

    assert {name: texts for name, texts in found.items() if texts} == {}
    assert found


@pytest.mark.parametrize("template", TELLERS)
def test_every_word_of_the_catalogue_stands_on_a_page(
    catalogue: dict[str, list[Told]], design: Design, template: str
) -> None:
    found = {told.name: dropped(told, design) for told in catalogue[template]}

    assert {name: texts for name, texts in found.items() if texts} == {}


@pytest.mark.parametrize("template", ["canvas", "canvas-tekening", "reflectie", "scan", "checklist", "afspraken"])
def test_every_sheet_to_write_on_fits_all_paper_that_it_can_be_made_on(
    catalogue: dict[str, list[Told]], design: Design, template: str
) -> None:
    front = design.templates[template].front
    unscaled = [paper for paper in front.keuzes if front.schaal == "nee" or paper.startswith(("A4", "A3"))]

    for told in catalogue[template]:
        for paper in unscaled:
            assert dropped(replace(told, order=replace(told.order, paper=paper)), design) == {}
    assert unscaled


def test_the_catalogue_is_whole(catalogue: dict[str, list[Told]], library: Library) -> None:
    kinds = {"kaart": "werkvorm", "begripkaart": "begrip", "draaiboek": "sessie", "indexkaart": "deck"}

    for template, kind in kinds.items():
        slugs = {told.subject.slug for told in catalogue[template]}
        decks = {slug for slug, deck in library.of_kind("deck").items() if not getattr(deck, "index", True)}
        assert slugs == set(library.of_kind(kind)) - decks


def test_the_programme_of_participants_holds_nothing_that_is_for_facilitators(
    catalogue: dict[str, list[Told]],
) -> None:
    for told in (*catalogue["deelnemersprogramma"], *catalogue["programmaflap"]):
        assert isinstance(told.subject, Sessie)
        text = said(told.document)

        notes = [
            note for part in told.subject.programma for note in (part.toelichting, *part.tips, *part.let_op) if note
        ]
        assert untold(notes, text) == notes


# the shortest


SHORTEST = {
    "materials/werkvormen/kort.yaml": "naam: Kort\n",
    "materials/decks/stapel.yaml": "naam: Stapel\nwerkvormen: [kort]\nindex: ja\n",
    **{
        f"materials/begrippen/{soort}-{name}.yaml": f"soort: {soort}\nnaam: Begrip\n"
        for soort, name in [
            ("dimensie", "vertrouwen"), ("kernelement", "a"), ("fase", "inbedding"), ("stap", "a"), ("valkuil", "a"),
            ("randvoorwaarde", "a"), ("uitgangspunt", "a"), ("opbrengst", "a"), ("station", "a"),
        ]
    },
    **{
        f"materials/formulieren/{soort}.yaml": f"naam: Blad\nsoort: {soort}\ndelen:\n  - vragen: [{{vraag: Hoe?}}]\n"
        for soort in ("reflectie", "scan", "checklist", "afspraken")
    },
    "materials/canvassen/raster.yaml": "naam: Plan\nvakken: [{naam: a, kop: A}]\nraster: [a]\n",
    "materials/canvassen/bloem.yaml": (
        "naam: Plan\nsoort: bloem\nvakken: [{naam: a, kop: A}, {naam: b, kop: B}, {naam: c, kop: C}]\n"
    ),
    "materials/canvassen/cirkel.yaml": (
        "naam: Plan\nsoort: cirkel\nvakken: [{naam: a, kop: A}, {naam: b, kop: B}, {naam: c, kop: C}]\n"
    ),
    **{
        f"materials/platen/{soort}.yaml": f"naam: Poster\nsoort: {soort}\n{rest}"
        for soort, rest in [
            ("vergelijking", "kolommen: [A]\nrijen: [{cellen: [a]}]\n"),
            ("matrix", "kolommen: [A]\nrijen: [{kop: B, werkvormen: [kort]}]\n"),
            ("wel-niet", "lijsten: [{kop: A, punten: [a]}]\n"),
            ("punten", "punten: [a]\n"),
            ("weg", "punten: [a]\n"),
            ("route", "punten: [a]\n"),
            ("cirkel", "punten: [a]\nmidden: B\n"),
        ]
    },
    "materials/netwerken/wijk/netwerk.yaml": "naam: Wijk\nthema: buren\n",
    "materials/netwerken/wijk/sessies/01-start.yaml": (
        "titel: Start\nbegin: 13:00\nprogramma:\n"
        "  - {onderdeel: Deel, duur: 5}\n  - {onderdeel: Werk, duur: 5, werkvorm: kort}\n"
    ),
}  # fmt: skip
"""Each kind and each soort with no more than it must have."""


@pytest.fixture(scope="session")
def shortest(tmp_path_factory: pytest.TempPathFactory, design: Design) -> dict[str, list[Told]]:
    library = library_of(tmp_path_factory.mktemp("shortest"), SHORTEST)
    assert library.problems == ()
    return by_template(all_of(list(library.things.values()), design), design)


@pytest.mark.parametrize("template", TELLERS)
def test_of_the_shortest_that_can_be_written_nothing_is_lost(
    shortest: dict[str, list[Told]], design: Design, template: str
) -> None:
    for told in shortest[template]:
        assert unsaid(told, template, design) == []
        assert dropped(told, design) == {}
    assert shortest[template]


# the longest


class Grower:
    """Makes definitions that say three times as much, with names of 80 letters; each thing once."""

    def __init__(self) -> None:
        self._grown: dict[tuple[str, str], Thing] = {}

    def thing(self, thing: Thing) -> Thing:
        key = (thing.kind, thing.slug)
        if key not in self._grown:
            self._grown[key] = self._definition(thing)  # type: ignore[assignment]
        return self._grown[key]

    def _definition(self, value: Definition) -> Definition:
        kind = type(value)
        fields = {name: self._field(kind.__name__, name, getattr(value, name)) for name in kind.model_fields}
        return value.model_copy(update=fields)

    def _field(self, kind: str, name: str, value: object) -> object:
        if {name, f"{kind}.{name}"}.intersection(AS_WRITTEN):
            return value
        if isinstance(value, tuple):
            return tuple(self._field(kind, name, each) for each in value)
        if isinstance(value, Thing):
            return self.thing(value)
        if isinstance(value, Definition):
            return self._definition(value)
        return _longer(name, value) if isinstance(value, str) else value


def _longer(name: str, text: str) -> str:
    if name in NAMES or name in ("wie", "blok", "bij"):
        return _eighty(text)
    return " ".join([text] * 3) if name in ON_ONE_LINE or "\n" not in text else "\n\n".join([text] * 3)


def _eighty(text: str) -> str:
    """The name made 80 letters long, in words; the same for the same name."""
    return f"{text} {'die heel lang heet ' * 5}"[:LETTERS].strip().ljust(LETTERS, "x")


def _fullest(library: Library) -> Iterator[Thing]:
    """Of each kind and soort the thing that says most, and the fifth meeting."""
    for kind in ("werkvorm", "begrip", "canvas", "formulier", "plaat"):
        things = library.of_kind(kind).values()
        for soort in sorted({getattr(thing, "soort", "") for thing in things}):
            own = [thing for thing in things if getattr(thing, "soort", "") == soort]
            yield max(own, key=lambda thing: len(thing.model_dump_json()))
    yield library.things["deck", "alles"]
    yield library.things["sessie", "goed-leven/05-experimenteren"]


def four_hundred(network: Netwerk) -> Netwerk:
    people = tuple(
        Persoon(naam=_eighty(f"Naam{number}"), organisatie=_eighty(f"Huis{number}"), rol="deelnemer")
        for number in range(400)
    )
    return network.model_copy(update={"deelnemers": people})


@pytest.fixture(scope="session")
def longest(library: Library, design: Design) -> dict[str, list[Told]]:
    grower = Grower()
    things = [grower.thing(thing) for thing in _fullest(library)]
    held = [thing for thing in things if isinstance(thing, Sessie)]
    for session in held:
        crowded = session.model_copy(update={"netwerk": four_hundred(session.netwerk), "aantal_deelnemers": 400})
        things[things.index(session)] = crowded
    return by_template(all_of(things, design), design)


@pytest.mark.parametrize("template", TELLERS)
def test_of_three_times_the_usual_text_every_piece_is_told(
    longest: dict[str, list[Told]], design: Design, template: str
) -> None:
    for told in longest[template][:6]:
        assert unsaid(told, template, design) == []
    assert longest[template]


@pytest.mark.parametrize("template", TELLERS)
def test_of_three_times_the_usual_text_every_word_is_shown_or_it_is_refused_in_millimetres(
    longest: dict[str, list[Told]], design: Design, template: str
) -> None:
    for told in longest[template][:6]:
        try:
            missing = dropped(told, design)
        except GeneratorError as error:
            refused = str(error)
        else:
            assert missing == {}
            continue
        assert "mm too long for its place (shorten it, or choose a larger paper)" in refused
        assert template in BORDERED


# real files


@pytest.mark.parametrize(
    ("template", "slug"),
    [
        ("kaart", "naam-tik-naam"),
        ("begripkaart", "dimensie-vertrouwen"),
        ("draaiboek", "goed-leven/05-experimenteren"),
        ("paklijst", "leerlandschap/01-leerlandschapsessie"),
        ("canvas", "experimentencanvas"),
        ("canvas-tekening", "bloemassociatie"),
        ("reflectie", "reisverslag"),
        ("scan", "zelfscan-liso"),
        ("overzicht", "route-leerlandschap"),
        ("plaat", "opleiding-of-lerend-netwerk"),
    ],
)
def test_every_word_stands_in_the_text_layer_of_a_real_pdf(
    catalogue: dict[str, list[Told]], design: Design, template: str, slug: str
) -> None:
    told = next(t for t in catalogue[template] if t.subject.slug == slug and t.order.format == "pdf")

    pdf = PdfReader(BytesIO(make(told.order, Setting(design)).data))

    text = "\n".join(page.extract_text() for page in pdf.pages)
    joined = re.sub(r"(?<=\w)-\s*\n\s*", "", text)
    assert Counter(said(told.document)) - (Counter(words(text)) | Counter(words(joined))) == {}


# the guard


def test_the_guard_sees_a_text_that_a_template_leaves_out(library: Library, design: Design) -> None:
    whole = design.templates["kaart"]
    poorer = replace(whole, body=whole.body.replace("{{ werkvorm.opbrengst | tekst }}", ""))
    broken = replace(design, templates={**design.templates, "kaart": poorer})
    thing = library.things["werkvorm", "bol-wol"]
    assert isinstance(thing, Werkvorm)

    [told] = [told for told in all_of([thing], broken) if told.order.cards != "mini"][:1]

    assert unsaid(told, "kaart", broken) == [thing.opbrengst]


def test_the_guard_sees_a_word_that_a_page_lacks_or_breaks(catalogue: dict[str, list[Told]], design: Design) -> None:
    told = catalogue["kaart"][0]
    pages = laid_out(told.document, told.order, design, told.subject)

    assert lost(said(told.document), standing_on(pages[:1])) != {}
    assert lost(["uitwisseling"], words("uitwis seling")) == {"uitwisseling": 1}
    assert lost(["uitwisseling"], words("uitwis\N{SOFT HYPHEN}\nseling")) == {}


def test_the_guard_sees_words_in_another_order() -> None:
    assert untold(["een **vette** kop"], words("Dit is een vette kop.")) == []
    assert untold(["een vette kop"], words("een kop, vette")) == ["een vette kop"]


def test_a_pack_of_nothing_but_a_session_is_told_too(tmp_path_factory: pytest.TempPathFactory, design: Design) -> None:
    library = Pack(werkvorm="", pakket="{document: draaiboek}").library(tmp_path_factory.mktemp("bare"))

    found = by_template(all_of(list(library.things.values()), design), design)

    for template in ("draaiboek", "paklijst", "printopdracht"):
        assert [unsaid(told, template, design) for told in found[template]] == [[]] * len(found[template])
        assert found[template]
