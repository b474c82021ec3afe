"""materials/ and templates/ are read as wholes, with everything that is wrong with or between them."""

from pathlib import Path

from generator.reading import House, check, read_house
from generator.workspace import Workspace
from tests.conftest import ROOT
from tests.folders import CANVAS, ONE_OF_EACH, SESSIE, WERKVORM, lay


def test_what_is_bundled_is_without_fault(house: House) -> None:
    assert house.problems == ()
    assert check(Workspace(ROOT)) == ()


def test_a_problem_is_told_once_even_where_ones_own_folder_is_the_bundled_one(tmp_path: Path) -> None:
    lay(tmp_path, {"materials/werkvormen/A.yaml": WERKVORM, "materials/werkvormen/b.yml": WERKVORM})

    found = check(Workspace(tmp_path))

    assert [problem.warning for problem in found] == [False, True]
    assert len({problem.place for problem in found}) == 2


def test_what_only_warns_is_no_error(tmp_path: Path) -> None:
    house = read_house(Workspace(lay(tmp_path, {"materials/werkvormen/b.yml": WERKVORM})))

    assert (len(house.problems), house.errors) == (1, ())


def test_a_check_tells_what_is_odd_among_what_is_wrong(tmp_path: Path) -> None:
    odd = SESSIE.replace(", wie: Ada", "")
    wrong = {"materials/canvassen/los.yaml": "naam: Los\nraster: [a]\n", "materials/werkvormen/z.yaml": "naam: [x]\n"}
    files = {**ONE_OF_EACH, **wrong, "materials/netwerken/wijk/sessies/01-start.yaml": odd}

    found = check(Workspace(lay(tmp_path, files)))

    assert [(problem.place.path.rpartition("/")[2], problem.warning) for problem in found] == [
        ("los.yaml", False),
        ("01-start.yaml", True),
        ("z.yaml", False),
    ]


def test_what_is_odd_in_the_example_by_something_of_ones_own_is_no_business_of_the_user(tmp_path: Path) -> None:
    files = {**ONE_OF_EACH, "materials/canvassen/plan.yaml": CANVAS.replace("Plan", "Papier")}

    assert check(Workspace(lay(tmp_path, files))) == ()


def test_what_is_broken_is_all_that_is_made_of_it_too(tmp_path: Path) -> None:
    unprintable = {"materials/werkvormen/rondje.yaml": "naam: 漢\n", "materials/werkvormen/stuk.yaml": "naam: [x]\n"}
    decks = {"materials/decks/ook.yaml": "naam: Ook\ndecks: [stapel]\n", "materials/canvassen/plan.yaml": CANVAS}
    house = read_house(Workspace(lay(tmp_path, {**ONE_OF_EACH, **unprintable, **decks})))

    broken = house.broken(key for key, file in house.library.files.items() if file.own)

    assert broken == {("werkvorm", "rondje"), ("werkvorm", "stuk"), ("deck", "stapel"), ("deck", "ook")}
