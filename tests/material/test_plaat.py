"""What each soort of poster needs, and what has no place on it."""

from pathlib import Path

import pytest

from generator.material.model import Plaat, Punt
from tests.folders import WERKVORM, library_of, problems_of

PATH = "materials/platen/poster.yaml"
OF_SOORT = {
    "vergelijking": "kolommen: [Eerst, Nu]\nrijen:\n  - {kop: Wie, cellen: [een, twee]}\n",
    "matrix": "kolommen: [Eerst, Nu]\nrijen:\n  - {kop: Wie, werkvormen: [rondje, rondje]}\n",
    "wel-niet": "lijsten:\n  - {kop: Doen, punten: [praten]}\n",
    "punten": "punten: [Een, Twee]\n",
    "weg": "punten: [Een, Twee]\n",
    "route": "punten: [Een, Twee]\n",
    "cirkel": "punten: [Een, Twee]\nmidden: Hier\n",
}
FILES = {
    "materials/werkvormen/rondje.yaml": WERKVORM,
    "materials/begrippen/fase-begin.yaml": "soort: fase\nnaam: Begin\nkort: Het eerste.\n",
}


def poster(root: Path, rest: str, soort: str = "punten") -> Plaat:
    library = library_of(root, {**FILES, PATH: f"naam: Poster\nsoort: {soort}\n{rest}"})
    assert library.problems == ()
    found = library.things["plaat", "poster"]
    assert isinstance(found, Plaat)
    return found


def refused(root: Path, rest: str, soort: str = "punten") -> str:
    [problem] = problems_of(root, {**FILES, PATH: f"naam: Poster\nsoort: {soort}\n{rest}"})
    return problem


@pytest.mark.parametrize("soort", OF_SOORT)
def test_each_soort_is_read_with_what_it_needs(tmp_path: Path, soort: str) -> None:
    assert poster(tmp_path, OF_SOORT[soort], soort).soort == soort


@pytest.mark.parametrize(
    ("soort", "key"),
    [
        ("vergelijking", "kolommen"),
        ("matrix", "kolommen"),
        ("wel-niet", "lijsten"),
        ("punten", "punten"),
        ("weg", "punten"),
        ("route", "punten"),
        ("cirkel", "punten"),
    ],
)
def test_a_soort_without_what_it_needs_is_told(tmp_path: Path, soort: str, key: str) -> None:
    assert refused(tmp_path, "", soort) == f"{PATH}:1:1: a plaat of soort {soort} needs {key}"


def test_a_circle_without_a_middle_is_told(tmp_path: Path) -> None:
    assert "a plaat of soort cirkel needs midden" in refused(tmp_path, "punten: [Een]\n", "cirkel")


@pytest.mark.parametrize("soort", ["vergelijking", "wel-niet", "weg"])
def test_what_has_no_place_on_a_soort_is_told_rather_than_dropped(tmp_path: Path, soort: str) -> None:
    told = refused(tmp_path, f"{OF_SOORT[soort]}midden: Hier\n", soort)

    assert f"midden has no place on a plaat of soort {soort} (change soort, or take midden out)" in told


@pytest.mark.parametrize("cells", ["[een]", "[een, twee, drie]", "[]"])
def test_a_row_with_another_number_of_cells_than_columns_is_told(tmp_path: Path, cells: str) -> None:
    rest = f"kolommen: [Eerst, Nu]\nrijen:\n  - {{kop: Wie, cellen: {cells}}}\n"

    assert "the row Wie has another number of cells than there are kolommen" in refused(tmp_path, rest, "vergelijking")


def test_a_point_speaks_in_its_own_words_before_those_of_its_begrip(tmp_path: Path) -> None:
    ways = ("{begrip: fase-begin}", "{begrip: fase-begin, kop: Anders}", "{begrip: fase-begin, tekst: Kort.}")
    rest = f"punten: [{', '.join(ways)}]\n"

    points = poster(tmp_path, rest).punten

    assert [(point.titel, point.uitleg) for point in points] == [
        ("Begin", "Het eerste."),
        ("Anders", "Het eerste."),
        ("Begin", "Kort."),
    ]


def test_a_point_may_be_a_bare_text(tmp_path: Path) -> None:
    assert poster(tmp_path, "punten: [Zo dus]\n").punten == (Punt(tekst="Zo dus"),)


def test_a_point_that_says_nothing_is_told_at_its_place(tmp_path: Path) -> None:
    told = refused(tmp_path, "punten:\n  - Iets\n  - {icoon: wel}\n")

    assert told.startswith(f"{PATH}:5:5: this says nothing (give it a kop, a tekst or a begrip)")


@pytest.mark.parametrize(
    ("rest", "told"),
    [
        ("punten: [{begrip: fase-einde}]\n", "there is no begrip named fase-einde"),
        ("punten: [{kop: A, kleur: rood}]\n", "kleur"),
        ("soortt: x\npunten: [A]\n", "soortt"),
        (f"punten: [{', '.join('abcdefghijklm')}]\n", "this list is too long"),
    ],
)
def test_what_a_poster_can_not_hold_is_told(tmp_path: Path, rest: str, told: str) -> None:
    assert told in refused(tmp_path, rest)
