"""A new definition and a new workspace can be used as they are."""

from pathlib import Path

import pytest

from generator.errors import OutputError, UsageError
from generator.kinds import FOLDERS
from generator.reading import check
from generator.starting import new, start
from generator.workspace import Workspace
from tests.folders import NETWERK, content, lay

NAME = "Mijn \"eerste\": <naam> & 'meer' \\ #1"


def refusal(root: Path, kind: str, name: str) -> str:
    with pytest.raises(UsageError) as caught:
        new(Workspace(root), kind, name)
    return str(caught.value)


@pytest.mark.parametrize("kind", FOLDERS)
def test_a_new_definition_of_each_kind_is_without_fault(tmp_path: Path, kind: str) -> None:
    lay(tmp_path, {"materials/netwerken/wijk/netwerk.yaml": NETWERK + "deelnemers: [Ada]\n"})

    path = new(Workspace(tmp_path), kind, f"wijk/{NAME}" if kind == "sessie" else NAME)

    assert path.is_file()
    assert check(Workspace(tmp_path)) == ()


def test_a_new_definition_bears_the_name_that_it_was_given(tmp_path: Path) -> None:
    path = new(Workspace(tmp_path), "werkvorm", ' Mijn  "rondje" \\ ')

    assert path == tmp_path / "materials" / "werkvormen" / "mijn-rondje.yaml"
    assert 'naam: "Mijn \\"rondje\\" \\\\"' in path.read_text("utf-8")


def test_a_new_session_stands_in_its_network(tmp_path: Path) -> None:
    path = new(Workspace(tmp_path), "sessie", "goed-leven/06-Oogsten")

    assert path == tmp_path / "materials" / "netwerken" / "goed-leven" / "sessies" / "06-oogsten.yaml"
    assert 'titel: "Oogsten"' in path.read_text("utf-8")


def test_what_is_there_already_stays_as_it_is(tmp_path: Path) -> None:
    lay(tmp_path, {"materials/werkvormen/rondje.yaml": "naam: Van mij\n"})

    assert refusal(tmp_path, "werkvorm", "Rondje") == (
        "materials/werkvormen/rondje.yaml is there already (choose another name)"
    )
    assert content(tmp_path) == {"materials/werkvormen/rondje.yaml": b"naam: Van mij\n"}


@pytest.mark.parametrize(
    ("kind", "name", "told"),
    [
        ("werkvrm", "x", "there is no kind named werkvrm (did you mean werkvorm?)"),
        ("sessie", "x", "a sessie belongs to a netwerk (name both, such as mijn-netwerk/02-leervragen)"),
        ("sessie", "Nieuw/x", "there is no netwerk named Nieuw (`drukklaar new netwerk nieuw` makes it)"),
        ("werkvorm", "…", "… holds no letter that a file's name can bear"),
        ("deck", "aux", "Windows keeps the name aux for itself (make it longer, such as aux-1)"),
        ("werkvorm", "a\x07b", "a�b holds a letter that can't be printed (choose another name)"),
        ("werkvorm", "a\udcffb", "a�b holds a letter that can't be printed (choose another name)"),
    ],
)
def test_what_can_not_be_made_is_refused_and_nothing_is_written(
    tmp_path: Path, kind: str, name: str, told: str
) -> None:
    assert refusal(tmp_path, kind, name) == told
    assert content(tmp_path) == {}


@pytest.mark.parametrize(("kind", "name"), [("werkvorm", "../../x"), ("netwerk", "../x"), ("deck", "/x")])
def test_a_name_leads_nowhere_else(tmp_path: Path, kind: str, name: str) -> None:
    path = new(Workspace(tmp_path), kind, name)

    assert path.is_relative_to(tmp_path / "materials" / FOLDERS[kind])


def test_ones_own_example_is_followed(tmp_path: Path) -> None:
    lay(tmp_path, {"templates/nieuw/werkvorm.yaml": 'naam: "$naam"\ntips: Van ons\n'})

    path = new(Workspace(tmp_path), "werkvorm", "Rondje")

    assert path.read_text("utf-8") == 'naam: "Rondje"\ntips: Van ons\n'


def test_an_example_that_is_not_in_utf_8_is_told(tmp_path: Path) -> None:
    lay(tmp_path, {"templates/nieuw/werkvorm.yaml": b"naam: \xff"})

    assert "werkvorm.yaml is not in UTF-8 (save it again" in refusal(tmp_path, "werkvorm", "Rondje")


def test_a_new_workspace_is_without_fault_and_without_a_warning(tmp_path: Path) -> None:
    made = start(tmp_path / "mijn" / "map")

    assert check(Workspace(tmp_path / "mijn" / "map")) == ()
    assert sorted(content(tmp_path / "mijn" / "map")) == sorted(
        path.relative_to(tmp_path / "mijn" / "map").as_posix() for path in made
    )
    assert (tmp_path / "mijn" / "map" / "templates").is_dir()


def test_a_workspace_is_not_started_twice(tmp_path: Path) -> None:
    start(tmp_path)
    before = content(tmp_path)

    with pytest.raises(UsageError, match="is a workspace already"):
        start(tmp_path)
    assert content(tmp_path) == before


def test_a_readme_of_ones_own_stays(tmp_path: Path) -> None:
    lay(tmp_path, {"LEESMIJ.md": "van mij"})

    start(tmp_path)

    assert content(tmp_path)["LEESMIJ.md"] == b"van mij"


def test_a_file_where_a_folder_must_come_stops_it_before_it_began(tmp_path: Path) -> None:
    lay(tmp_path, {"templates": "in the way"})

    with pytest.raises(OutputError, match="templates could not be made"):
        start(tmp_path)
    assert content(tmp_path) == {"templates": b"in the way"}
