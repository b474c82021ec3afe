"""Names that are one file on Windows or macOS, or none at all: told before anything is written, never made into one."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.build import Request, build
from generator.design import Design
from generator.errors import GeneratorError, UsageError
from generator.material.library import Library
from generator.order import Wishes
from generator.ordering import orders
from generator.reading import check
from generator.slugs import folded, unsafe
from generator.starting import new
from generator.workspace import Workspace
from tests.conftest import ROOT, Silent
from tests.folders import FORMULIER, NETWERK, ONE_OF_EACH, SESSIE, WERKVORM, lay

LETTER = (ROOT / "templates" / "notitieblad.html").read_text("utf-8")
NFC, NFD = "caf\u00e9", "cafe\u0301"


def refused(root: Path, files: Mapping[str, str], **wishes: object) -> list[str]:
    """What is told, once by a build that makes nothing; `check` tells the same of what stands there."""
    with pytest.raises(GeneratorError) as caught:
        build(Workspace(lay(root, files)), Request(wishes=Wishes(**wishes)), Silent())  # type: ignore[arg-type]
    assert not (root / "output").exists()
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    "name",
    [
        "Rondje",
        "RONDJE",
        NFC,
        NFD,
        "con",
        "Aux",
        "nul",
        "com1",
        "lpt9",
        "a.",
        "a ",
        " a",
        "a:b",
        "a\\b",
        "a*",
        "rondje ",
    ],
)
def test_a_definition_with_a_name_that_is_none_elsewhere_is_told_at_its_place(tmp_path: Path, name: str) -> None:
    path = f"materials/werkvormen/{name}.yaml"

    told = refused(tmp_path, {**ONE_OF_EACH, path: WERKVORM})

    assert len(told) == 1
    assert told[0].startswith(f"{path}:1:1: ")


@pytest.mark.parametrize("name", ["Wijk", "wijk.", NFD, "prn", "wijk "])
def test_a_network_whose_folder_is_that_of_another_elsewhere_is_told(tmp_path: Path, name: str) -> None:
    twin = {f"materials/netwerken/{name}/netwerk.yaml": NETWERK, f"materials/netwerken/{name}/sessies/01.yaml": SESSIE}

    told = refused(tmp_path, {**ONE_OF_EACH, **twin})

    assert len(told) == 1
    assert told[0].startswith(f"materials/netwerken/{name}:1:1: ")


@pytest.mark.parametrize("name", ["decks", "werkvormen", "canvassen"])
def test_a_network_that_would_share_a_folder_with_decks_or_cards_is_told(tmp_path: Path, name: str) -> None:
    told = refused(tmp_path, {**ONE_OF_EACH, f"materials/netwerken/{name}/netwerk.yaml": NETWERK})

    assert f"a netwerk can't be called {name}" in told[0]
    with pytest.raises(UsageError, match="can't be called"):
        new(Workspace(tmp_path), "netwerk", name)


@pytest.mark.parametrize("name", ["Notitieblad", "NOTITIEBLAD", "nul", "brief.", "a:b", "a?", "aux.nl", "brief "])
def test_a_template_whose_files_would_be_others_elsewhere_is_told(tmp_path: Path, name: str) -> None:
    told = refused(tmp_path, {**ONE_OF_EACH, f"templates/{name}.html": LETTER})

    assert told[0].startswith(f"templates/{name}.html:1:1: ")
    assert {str(problem) for problem in check(Workspace(tmp_path))} >= set(told)


def test_templates_that_differ_only_in_how_an_accent_is_written_are_told(tmp_path: Path) -> None:
    told = refused(tmp_path, {**ONE_OF_EACH, **{f"templates/{name}.html": LETTER for name in (NFC, NFD)}})

    assert "are one file on Windows and macOS" in told[0]


@pytest.mark.parametrize("name", ["nul", "A:5", "a5."])
def test_a_paper_whose_name_comes_into_that_of_a_file_is_told(tmp_path: Path, name: str) -> None:
    text = (ROOT / "templates" / "papier.yaml").read_text("utf-8")
    own = text.replace("papieren:\n", f"papieren:\n  '{name}': {{breed: 90 mm, hoog: 90 mm, marges: 5 mm}}\n", 1)

    told = refused(tmp_path, {**ONE_OF_EACH, "templates/papier.yaml": own})

    assert told[0].startswith("templates/papier.yaml:1:1: ")
    assert name in told[0]


@pytest.mark.parametrize("name", ["../kaarten", "a/b", "con", "kaarten "])
def test_a_template_that_names_a_file_so_is_told(tmp_path: Path, name: str) -> None:
    text = (ROOT / "templates" / "begripkaart.html").read_text("utf-8")
    assert "bestand: kaarten" in text

    told = refused(
        tmp_path,
        {**ONE_OF_EACH, "templates/begripkaart.html": text.replace("bestand: kaarten", f"bestand: '{name}'")},
    )

    assert any(line.startswith("templates/begripkaart.html:") for line in told)


def test_what_is_the_same_file_only_by_a_wish_is_told(tmp_path: Path) -> None:
    needs = SESSIE.replace("wie: Ada", "wie: Ada, materialen: [{canvas: plan}, {formulier: plan-a2}]")
    session = {"materials/netwerken/wijk/sessies/01-start.yaml": needs}

    told = refused(tmp_path, {**ONE_OF_EACH, **session, "materials/formulieren/plan-a2.yaml": FORMULIER}, paper="A2")

    assert told == [
        "materials/canvassen/plan.yaml:1:1: wijk/01-start/plan-a2.pdf would be this, and something else too "
        "(give this file another name)"
    ]


def test_no_two_files_of_the_example_are_one_on_any_system_with_any_wish(library: Library, design: Design) -> None:
    things = [*library.of_kind("sessie").values(), *library.of_kind("deck").values()]
    wishes = [Wishes(), Wishes(paper="A4"), Wishes(print_ready=True), Wishes(tiles="A4"), Wishes(fillable=True)]

    for wish in wishes:
        paths = [order.path for order in orders(things, design, wish)]
        assert len({folded(path) for path in paths}) == len(paths)
        assert [path for path in paths if any(unsafe(part) for part in path.split("/"))] == []


@given(st.text(max_size=20))
def test_a_name_that_is_let_through_is_one_that_windows_can_bear(name: str) -> None:
    if unsafe(name):
        return

    assert name
    assert not set(name) & set('<>:"/\\|?*')
    assert name == name.rstrip(" .")
    assert all(ord(letter) >= 32 and not 0xD800 <= ord(letter) <= 0xDFFF for letter in name)


@pytest.mark.parametrize(
    ("one", "other"), [("A/b.pdf", "a/B.pdf"), (NFC, NFD), ("Stra\u00dfe", "STRASSE"), (NFD.upper(), NFC)]
)
def test_paths_that_are_one_file_somewhere_are_folded_alike(one: str, other: str) -> None:
    assert folded(one) == folded(other)
