"""What can be told of a begrip, and what is refused."""

from pathlib import Path

import pytest

from generator.material.library import Library
from generator.material.model import Begrip
from tests.folders import WERKVORM, library_of, problems_of

PATH = "materials/begrippen/valkuil-gapen.yaml"


def begrip(**fields: object) -> Begrip:
    return Begrip.model_validate({"slug": "valkuil-gapen", "soort": "valkuil", "naam": "Gapen", **fields})


def test_a_soort_and_a_name_are_enough() -> None:
    found = begrip()

    assert (found.soort, found.naam, found.kort, found.doen) == ("valkuil", "Gapen", None, ())


@pytest.mark.parametrize(
    ("soort", "slug", "sign"),
    [
        ("dimensie", "dimensie-vertrouwen", "vertrouwen"),
        ("fase", "fase-inbedding", "inbedding"),
        ("valkuil", "valkuil-gapen", "valkuil"),
        ("randvoorwaarde", "randvoorwaarde-budget-en-expert", "randvoorwaarde"),
    ],
)
def test_a_dimension_and_a_phase_bear_a_sign_of_their_own_and_others_that_of_their_soort(
    soort: str, slug: str, sign: str
) -> None:
    assert begrip(soort=soort, slug=slug).teken == sign


def test_every_bundled_begrip_bears_a_sign_that_is_drawn(library: Library, icons: set[str]) -> None:
    signs = {slug: getattr(found, "teken", "") for slug, found in library.of_kind("begrip").items()}

    assert {slug: sign for slug, sign in signs.items() if sign not in icons} == {}


@pytest.fixture(scope="module")
def icons() -> set[str]:
    return {path.stem for path in Path("templates/icons").resolve().glob("*.svg")}


def test_a_list_of_one_may_be_written_as_a_text(tmp_path: Path) -> None:
    text = "soort: valkuil\nnaam: Gapen\ndoen: Neem pauze.\nherken: [Een, Twee]\nlet-op: Niet wijzen.\n"

    found = library_of(tmp_path, {PATH: text}).things["begrip", "valkuil-gapen"]

    assert isinstance(found, Begrip)
    assert (found.doen, found.herken, found.let_op) == (("Neem pauze.",), ("Een", "Twee"), ("Niet wijzen.",))


def test_it_names_werkvormen_that_help(tmp_path: Path) -> None:
    files = {PATH: "soort: valkuil\nnaam: Gapen\nwerkvormen: [rondje]\n", "materials/werkvormen/rondje.yaml": WERKVORM}

    found = library_of(tmp_path, files).things["begrip", "valkuil-gapen"]

    assert isinstance(found, Begrip)
    assert [werkvorm.naam for werkvorm in found.werkvormen] == ["Rondje"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("naam: Gapen\n", f"{PATH}:1:1: soort is missing here"),
        ("soort: valkuil\n", f"{PATH}:1:1: naam is missing here"),
        ("soort: valkuyl\nnaam: Gapen\n", f"{PATH}:1:8: valkuyl is not possible here (did you mean valkuil?)"),
        ("soort: valkuil\nnaam: Gapen\nnummer: 0\n", f"{PATH}:3:9: "),
        ("soort: valkuil\nnaam: Gapen\nnummer: honderd\n", f"{PATH}:3:9: "),
        ("soort: valkuil\nnaam: Gapen\ntip: Slaap.\n", f"{PATH}:3:1: "),
        ("soort: valkuil\nnaam: Gapen\nwerkvormen: [gapen]\n", f"{PATH}:3:14: there is no werkvorm named gapen"),
    ],
)
def test_what_can_not_be_is_told_at_its_place(tmp_path: Path, text: str, told: str) -> None:
    [problem] = problems_of(tmp_path, {PATH: text})

    assert problem.startswith(told)
