"""Which file is which definition, and what lies between them that is none."""

from pathlib import Path

import pytest

from generator.material.files import find_files
from tests.folders import CANVAS, NETWERK, ONE_OF_EACH, SESSIE, WERKVORM, lay, library_of, problems_of


def unread(root: Path, name: str) -> str:
    """What is said of a file that stands beside sound ones."""
    (problem,) = library_of(root, {**ONE_OF_EACH, name: None if name.endswith("/") else "x"}).problems
    assert problem.warning
    assert str(problem.what) == "this is no definition, and is not read"
    assert problem.place.path == name.rstrip("/")
    return str(problem.way_out)


def test_each_file_is_a_definition_under_its_folder_and_its_name(tmp_path: Path) -> None:
    files, problems = find_files(tmp_path / "none", lay(tmp_path, ONE_OF_EACH) / "materials")

    assert problems == []
    assert {key: file.shown for key, file in files.items()} == {
        ("werkvorm", "rondje"): "materials/werkvormen/rondje.yaml",
        ("begrip", "haast"): "materials/begrippen/haast.yaml",
        ("plaat", "muur"): "materials/platen/muur.yaml",
        ("canvas", "plan"): "materials/canvassen/plan.yaml",
        ("formulier", "blad"): "materials/formulieren/blad.yaml",
        ("deck", "stapel"): "materials/decks/stapel.yaml",
        ("netwerk", "wijk"): "materials/netwerken/wijk/netwerk.yaml",
        ("sessie", "wijk/01-start"): "materials/netwerken/wijk/sessies/01-start.yaml",
    }


def test_a_file_of_ones_own_lies_over_the_bundled_one(tmp_path: Path) -> None:
    bundled = lay(tmp_path / "tool", {"materials/werkvormen/a.yaml": WERKVORM, "materials/werkvormen/b.yaml": WERKVORM})
    own = lay(tmp_path / "mine", {"materials/werkvormen/b.yaml": "naam: Van mij\n", "materials/decks/c.yaml": "x"})

    files, _ = find_files(bundled / "materials", own / "materials")

    found = {key: (file.own, file.hides_bundled) for key, file in files.items()}
    assert found == {
        ("werkvorm", "a"): (False, False),
        ("werkvorm", "b"): (True, True),
        ("deck", "c"): (True, False),
    }


def test_where_ones_own_folder_is_the_bundled_one_everything_is_own_and_hides_nothing(tmp_path: Path) -> None:
    top = lay(tmp_path, ONE_OF_EACH) / "materials"

    files, _ = find_files(top, tmp_path / "materials" / ".." / "materials")

    assert {(file.own, file.hides_bundled) for file in files.values()} == {(True, False)}


def test_a_session_of_ones_own_can_join_a_bundled_network(tmp_path: Path) -> None:
    bundled = lay(tmp_path / "tool", {"materials/netwerken/wijk/netwerk.yaml": NETWERK})
    own = lay(tmp_path / "mine", {"materials/netwerken/wijk/sessies/02-verder.yaml": SESSIE})

    files, problems = find_files(bundled / "materials", own / "materials")

    assert problems == []
    assert {key: file.own for key, file in files.items()} == {
        ("netwerk", "wijk"): False,
        ("sessie", "wijk/02-verder"): True,
    }


def test_a_network_without_its_own_file_is_told_once(tmp_path: Path) -> None:
    found = problems_of(tmp_path, {"materials/netwerken/wijk/sessies/01-a.yaml": SESSIE})

    assert found == [
        "materials/netwerken/wijk/netwerk.yaml:1:1: this file is missing (`drukklaar new` writes one to fill in)"
    ]


def test_a_folder_that_is_called_like_a_file_is_told_and_hides_nothing_else(tmp_path: Path) -> None:
    bundled = lay(tmp_path / "tool", {"materials/werkvormen/a.yaml": WERKVORM})
    own = lay(tmp_path / "mine", {"materials/werkvormen/a.yaml": None})

    files, _ = find_files(bundled / "materials", own / "materials")

    assert files["werkvorm", "a"].path == own / "materials" / "werkvormen" / "a.yaml"
    assert problems_of(tmp_path, {"materials/canvassen/b.yaml": None, "materials/canvassen/c.yaml": CANVAS}) == [
        "materials/canvassen/b.yaml:1:1: this is no file (a definition is a text file that ends in .yaml)"
    ]


@pytest.mark.parametrize("name", ["Rondje", "ron dje", "rondje-", "-rondje", "ron--dje", "ron_dje", "rondjé", "a.b"])
def test_a_name_that_is_not_safe_everywhere_is_refused(tmp_path: Path, name: str) -> None:
    path = f"materials/werkvormen/{name}.yaml"

    assert problems_of(tmp_path, {path: WERKVORM}) == [
        f"{path}:1:1: {name} can't be a name of a definition "
        "(use small letters, digits and single dashes, such as naam-tik-naam)"
    ]


@pytest.mark.parametrize("name", ["con", "aux", "nul", "prn", "com1", "lpt9"])
def test_a_name_that_windows_keeps_for_itself_is_refused(tmp_path: Path, name: str) -> None:
    paths = [f"materials/decks/{name}.yaml", f"materials/netwerken/wijk/sessies/{name}.yaml"]

    found = problems_of(tmp_path, {**ONE_OF_EACH, **dict.fromkeys(paths, "x"), f"materials/netwerken/{name}": None})

    told = f"Windows keeps the name {name} for itself (make it longer, such as {name}-1)"
    assert sorted(found) == sorted(f"{path}:1:1: {told}" for path in [*paths, f"materials/netwerken/{name}"])


def test_hidden_files_and_notes_are_passed_over(tmp_path: Path) -> None:
    beside = ["materials/werkvormen/.rondje.yaml.swp", "materials/werkvormen/~rondje.yaml", "materials/LEESMIJ.md"]

    assert problems_of(tmp_path, {**ONE_OF_EACH, **dict.fromkeys(beside, "x")}) == []


def test_what_looks_like_a_definition_and_is_not_read_is_told(tmp_path: Path) -> None:
    network = "a netwerk is a folder with netwerk.yaml in it, and its sessies in sessies/"

    assert unread(tmp_path / "a", "materials/werkvormen/b.yml") == "a definition is a text file that ends in .yaml"
    assert unread(tmp_path / "b", "materials/werkvormen/meer/") == "a definition is a text file that ends in .yaml"
    assert unread(tmp_path / "c", "materials/werkvorm/") == "did you mean werkvormen?"
    assert unread(tmp_path / "d", "materials/netwerken/05-start.yaml") == network
    assert unread(tmp_path / "e", "materials/netwerken/wijk/sessie/") == network
