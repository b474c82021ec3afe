"""Everything that the sources name is there: tests/catalogue.toml, walked against the library and the templates."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.design import Design
from generator.material.library import Key, Library
from generator.material.model import Begrip, Bron, Canvas, Formulier, Netwerk, Plaat, Sessie, Thing, Werkvorm
from generator.material.planning import plan

CATALOGUE: dict[str, Any] = tomllib.loads((Path(__file__).parent / "catalogue.toml").read_text("utf-8"))
CHAPTERS = ("werkvormen", "begrippen", "canvassen", "formulieren", "platen", "netwerken", "documenten")
WERKVORMEN = [slug for slugs in CATALOGUE["werkvormen"].values() for slug in slugs]


def wanted() -> Iterator[Key]:
    """Each thing that must be there."""
    yield from (("werkvorm", slug) for slug in WERKVORMEN)
    for soort, names in CATALOGUE["begrippen"].items():
        yield from (("begrip", f"{soort}-{name}") for name in names)
    yield from (("canvas", slug) for slug in CATALOGUE["canvassen"])
    for slugs in CATALOGUE["formulieren"].values():
        yield from (("formulier", slug) for slug in slugs)
    yield from (("plaat", slug) for slug in CATALOGUE["platen"])
    for network, sessions in CATALOGUE["netwerken"].items():
        yield ("netwerk", network)
        yield from (("sessie", f"{network}/{session}") for session in sessions)


def lacking(library: Library) -> list[Key]:
    """What must be there and isn't."""
    return [key for key in wanted() if key not in library.things]


def thing(library: Library, kind: type[Any], slug: str) -> Any:
    found = library.things[kind.kind, slug]
    assert isinstance(found, kind)
    return found


def told(sources: Sequence[Bron], book: str) -> list[str]:
    """The pages that are named of a book, one by one."""
    title = CATALOGUE["boeken"][book]
    pages = " ".join(source.pagina or "" for source in sources if source.titel == title)
    return pages.replace(",", " ").replace("-", " ").replace(" en ", " ").split()


def unlike(found: dict[str, object], catalogue: dict[str, object]) -> dict[str, object]:
    """What the catalogue says otherwise, with what was found."""
    return {name: found.get(name) for name, value in catalogue.items() if found.get(name) != value}


# everything that is named


def test_everything_that_the_sources_name_is_there(library: Library) -> None:
    assert lacking(library) == []


@pytest.mark.parametrize(
    "key", [("werkvorm", "talking-stick"), ("begrip", "valkuil-afhakers"), ("plaat", "matrix-liso")]
)
def test_the_guard_sees_one_thing_that_is_lacking(library: Library, key: Key) -> None:
    poorer = replace(library, things={name: value for name, value in library.things.items() if name != key})

    assert lacking(poorer) == [key]


def test_the_catalogue_itself_names_each_thing_once() -> None:
    keys = list(wanted())

    assert len(keys) == len(set(keys))
    assert set(CHAPTERS) < set(CATALOGUE)
    assert len(WERKVORMEN) == 66


def test_nothing_bundled_is_unknown_to_the_catalogue_but_decks(library: Library) -> None:
    known = {*wanted(), *((kind, slug) for kind, slug in library.things if kind == "deck")}
    counted = {f"{soort}-" for soort in CATALOGUE["aantallen"]}

    unknown = [key for key in library.things if key not in known and not key[1].startswith(tuple(counted))]

    assert unknown == []


# werkvormen


def test_each_dimension_has_a_werkvorm_to_start_with_and_one_for_later(library: Library) -> None:
    for dimensie, moments in CATALOGUE["dimensies"].items():
        for moment, slug in moments.items():
            werkvorm = thing(library, Werkvorm, slug)

            assert (werkvorm.dimensie, werkvorm.moment) == (dimensie, moment)


def test_only_the_werkvormen_of_the_dimensions_bear_one(library: Library) -> None:
    bearing = {slug for slug, found in library.of_kind("werkvorm").items() if getattr(found, "dimensie", None)}

    assert bearing == set(CATALOGUE["werkvormen"]["liso"])


def test_each_phase_has_its_werkvormen(library: Library) -> None:
    phases = [thing(library, Werkvorm, slug).fase for slug in CATALOGUE["werkvormen"]["handreiking"]]

    assert {phase: phases.count(phase) for phase in phases} == CATALOGUE["fasen"]


def test_werkvormen_last_as_long_as_their_source_says(library: Library) -> None:
    durations = {slug: thing(library, Werkvorm, slug).duur for slug in CATALOGUE["duur"]}

    found = {slug: duur.meest if duur and duur.minst == duur.meest else duur for slug, duur in durations.items()}
    assert unlike(found, CATALOGUE["duur"]) == {}


@pytest.mark.parametrize(("chapter", "kind"), [("bronnen", Werkvorm), ("bronnen-van-valkuilen", Begrip)])
def test_each_source_is_named_with_its_pages(library: Library, chapter: str, kind: type[Thing]) -> None:
    for slug, books in CATALOGUE[chapter].items():
        sources = thing(library, kind, slug).bron

        for book, pages in books.items():
            named = told(sources, book)
            assert [
                word for word in named if word not in ("werkvormkaart", "instrumentkaart", "informatiekaart")
            ] == pages


def test_no_page_of_a_book_is_invented(library: Library) -> None:
    books = set(CATALOGUE["boeken"].values())
    paged = {
        slug
        for slug, found in library.of_kind("werkvorm").items()
        if any(source.pagina and source.titel in books for source in thing(library, Werkvorm, slug).bron)
    }

    assert paged == set(CATALOGUE["bronnen"])


def test_every_werkvorm_says_what_it_is_and_where_it_comes_from(library: Library) -> None:
    silent = [slug for slug in WERKVORMEN if not (f := thing(library, Werkvorm, slug)).wat or not f.bron]

    assert silent == []


# begrippen


def test_there_are_as_many_begrippen_of_each_soort_as_the_sources_name(library: Library) -> None:
    soorten = [thing(library, Begrip, slug).soort for slug in library.of_kind("begrip")]

    counts = {soort: len(names) for soort, names in CATALOGUE["begrippen"].items()} | CATALOGUE["aantallen"]
    assert {soort: soorten.count(soort) for soort in soorten} == counts


def test_begrippen_of_a_soort_are_numbered_in_the_order_of_the_sources(library: Library) -> None:
    for soort in ("dimensie", "fase", "stap"):
        names = CATALOGUE["begrippen"][soort]
        numbered = {thing(library, Begrip, f"{soort}-{name}").nummer: name for name in names}

        assert numbered == dict(enumerate(names, 1))


def test_each_dimension_has_a_positive_and_a_negative_statement(library: Library) -> None:
    statements = [thing(library, Begrip, f"dimensie-{name}") for name in CATALOGUE["begrippen"]["dimensie"]]

    assert all(dimensie.wel and dimensie.niet for dimensie in statements)


def test_steps_fall_into_the_parts_that_their_source_names(library: Library) -> None:
    found = {slug: len(thing(library, Begrip, slug).onderdelen) for slug in CATALOGUE["onderdelen"]}

    assert unlike(found, CATALOGUE["onderdelen"]) == {}


# canvases, forms and posters


def test_each_canvas_has_the_boxes_that_the_sources_name(library: Library) -> None:
    for slug, names in CATALOGUE["canvassen"].items():
        boxes = [vak.naam for vak in thing(library, Canvas, slug).vakken]

        assert boxes[: len(names)] == names


def test_the_experimentencanvas_has_a_worked_example_in_every_box(library: Library) -> None:
    boxes = thing(library, Canvas, "experimentencanvas").vakken

    assert [box.naam for box in boxes if not box.voorbeeld] == []


def test_each_form_is_of_the_soort_that_its_template_takes(library: Library) -> None:
    soorten = {
        soort: [thing(library, Formulier, s).slug for s in slugs] for soort, slugs in CATALOGUE["formulieren"].items()
    }

    for soort, slugs in soorten.items():
        assert {thing(library, Formulier, slug).soort for slug in slugs} == {soort}


def test_the_scan_of_the_dimensions_asks_one_statement_for_each(library: Library) -> None:
    questions = [question for part in thing(library, Formulier, "zelfscan-liso").delen for question in part.vragen]

    scales = [question for question in questions if question.soort == "schaal"]
    assert len(scales) == len(CATALOGUE["begrippen"]["dimensie"])
    assert all(question.polen for question in scales)


@pytest.mark.parametrize(("slug", "counts"), [("checklist-wanneer", [5, 5]), ("checklist-randvoorwaarden", [])])
def test_checklists_hold_all_that_is_to_be_ticked(library: Library, slug: str, counts: list[int]) -> None:
    parts = thing(library, Formulier, slug).delen

    ticked = [len(question.keuzes) for part in parts for question in part.vragen if question.soort == "keuze"]
    assert ticked[: len(counts)] == counts
    assert len(ticked) >= 3


def test_each_poster_shows_as_many_things_as_its_source_names(library: Library) -> None:
    found = {
        slug: {
            "soort": plaat.soort,
            "telt": [len(lijst.punten) for lijst in plaat.lijsten] or [len(plaat.rijen) or len(plaat.punten)],
        }
        for slug in CATALOGUE["platen"]
        for plaat in [thing(library, Plaat, slug)]
    }

    assert unlike(found, CATALOGUE["platen"]) == {}


# networks and sessions


def test_each_network_runs_all_its_sessions_in_order(library: Library) -> None:
    for slug, sessions in CATALOGUE["netwerken"].items():
        network = thing(library, Netwerk, slug)
        held = [thing(library, Sessie, f"{slug}/{name}") for name in sessions]

        assert [session.nummer for session in held] == list(range(1, len(held) + 1))
        assert {session.netwerk.slug for session in held} == {network.slug}
        assert sorted(session.datum for session in held) == [session.datum for session in held]


def test_meeting_five_has_the_minutes_and_the_lists_of_its_source(library: Library) -> None:
    wants = CATALOGUE["programma"]["goed-leven/05-experimenteren"]
    session = thing(library, Sessie, "goed-leven/05-experimenteren")
    planning = plan(session)

    assert [blok.duur for blok in planning.blokken] == wants["blokken"]
    assert planning.minuten == sum(wants["blokken"]) == wants["minuten"]
    assert [part.duur or 0 for part in session.programma if part.vooraf] == wants["vooraf"]
    assert {name: len(getattr(session, name)) for name in wants["telt"]} == wants["telt"]


def test_the_leerlandschap_takes_its_five_steps_in_their_minutes(library: Library) -> None:
    wants = CATALOGUE["programma"]["leerlandschap/01-leerlandschapsessie"]
    planning = plan(thing(library, Sessie, "leerlandschap/01-leerlandschapsessie"))

    steps = [blok.duur for blok in planning.blokken if not blok.pauze]
    assert steps[: len(wants["stappen"])] == wants["stappen"]
    assert sum(wants["stappen"]) == 110
    assert planning.minuten == wants["minuten"]


def test_every_session_is_complete_and_fills_its_time(library: Library) -> None:
    for slug in library.of_kind("sessie"):
        session = thing(library, Sessie, slug)
        planning = plan(session)

        assert all((session.doelen, session.geslaagd, session.voorbereiding, session.huiswerk, session.afronding))
        assert session.einde == planning.einde
        assert session.begeleiding
        assert session.deelnemers


def test_every_meeting_of_the_series_differs_from_the_others(library: Library) -> None:
    sessions = [thing(library, Sessie, f"goed-leven/{name}") for name in CATALOGUE["netwerken"]["goed-leven"]]

    for field in ("titel", "datum", "doelen", "huiswerk", "programma"):
        assert len({str(getattr(session, field)) for session in sessions}) == len(sessions)


# documents


@pytest.mark.parametrize("name", CATALOGUE["documenten"])
def test_each_kind_of_document_has_its_templates(design: Design, name: str) -> None:
    wants = CATALOGUE["documenten"][name]

    for template in (name, *wants.get("met", ())):
        front = design.templates[template].front
        assert sorted(front.formaat) == wants["formaat"]
        assert wants["voor"] in front.voor
        assert {paper.partition(" ")[0] for paper in front.keuzes} >= set(wants.get("papier", ()))


def test_there_are_sixteen_kinds_of_documents() -> None:
    assert len(CATALOGUE["documenten"]) == 16


def test_every_template_says_in_a_sentence_what_it_makes(design: Design) -> None:
    silent = [name for name, template in design.templates.items() if not template.front.omschrijving]

    assert silent == []


def test_a_werkvorm_without_stappen_still_tells_what_it_is_and_points_to_its_book(library: Library) -> None:
    brief = [werkvorm for slug in WERKVORMEN if not (werkvorm := thing(library, Werkvorm, slug)).stappen]

    assert all(werkvorm.bron for werkvorm in brief)
