"""A base file that a house style names: found in templates/, checked at its row, and part of what a file is made of."""

import os
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from generator import cache
from generator.design import read_design
from generator.making import Setting, make
from generator.order import Wishes
from generator.reading import check
from generator.workspace import Workspace, bundled
from tests.every_kind import everything
from tests.every_kind import library as small_library
from tests.folders import NETWERK, SESSIE, lay
from tests.test_own_style import LOGO
from tests.word import bases

OURS = bundled("templates")
STYLE = "word_basis: huisstijlen/brief.docx\n"


def told(root: Path, files: Mapping[str, str | bytes | None]) -> list[str]:
    """What `check` says of a network whose style has these files in templates/."""
    own = {f"templates/{name}": content for name, content in files.items()}
    material = {
        "materials/netwerken/wijk/netwerk.yaml": NETWERK + "huisstijl: wijk\n",
        "materials/netwerken/wijk/sessies/01-start.yaml": SESSIE,
    }
    problems = check(Workspace(lay(root, {**own, **material})))  # type: ignore[arg-type]
    return [str(problem) for problem in problems if not problem.place.path.endswith("01-start.yaml")]


def fault(root: Path, name: str, files: Mapping[str, str | bytes | None]) -> str:
    """The one thing that is said of a base file of this name, at its row."""
    (line,) = told(root, {"huisstijlen/wijk.yaml": f"kleuren: {{}}\nword_basis: '{name}'\n", **files})
    assert line.startswith("templates/huisstijlen/wijk.yaml:2:13: "), line
    return line.partition(": ")[2]


def test_a_base_file_that_is_whole_is_without_fault(tmp_path: Path) -> None:
    files = {"huisstijlen/wijk.yaml": STYLE, "huisstijlen/brief.docx": bases.letterhead()}

    assert told(tmp_path, files) == []


def test_the_styles_that_it_lacks_are_named_once_as_a_warning(tmp_path: Path) -> None:
    files = {"huisstijlen/wijk.yaml": STYLE, "huisstijlen/brief.docx": bases.bare()}

    (line,) = told(tmp_path, files)

    assert line.startswith(
        "templates/huisstijlen/wijk.yaml:1:13: huisstijlen/brief.docx lacks the styles Kop 1, Kop 2, Kop 3, Titel, "
        "Ondertitel, Lijst opsom.teken, Lijstnummering; those of Drukklaar are added"
    )


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("https://example.nl/brief.docx", "lies outside the workspace"),
        ("//example.nl/brief.docx", "lies outside the workspace"),
        ("/etc/brief.docx", "lies outside the workspace"),
        ("../brief.docx", "lies outside the workspace"),
        ("C:/brief.docx", "lies outside the workspace"),
        ("brief.docm", "brief.docm may hold macros (save it in Word as .docx or .dotx, without macros)"),
        ("brief.odt", "brief.odt is no Word file (.docx or .dotx)"),
        ("breif.docx", "there is no Word file breif.docx (did you mean brief.docx?)"),
    ],
)
def test_a_base_file_from_elsewhere_is_refused(tmp_path: Path, name: str, problem: str) -> None:
    assert problem in fault(tmp_path, name, {"brief.docx": bases.letterhead()})


def test_a_link_out_of_the_workspace_is_refused(tmp_path: Path) -> None:
    outside = lay(tmp_path / "buiten", {"brief.docx": bases.letterhead()}) / "brief.docx"
    root = lay(tmp_path / "binnen", {"templates/huisstijlen/x.yaml": "kleuren: {}\n"})
    (root / "templates" / "brief.docx").symlink_to(outside)

    assert "brief.docx lies outside the workspace" in fault(root, "brief.docx", {})


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    root = lay(tmp_path, {"templates": None})
    os.mkfifo(root / "templates" / "brief.docx")

    assert "brief.docx is no file" in fault(root, "brief.docx", {})


def test_a_broken_file_is_told_at_its_row(tmp_path: Path) -> None:
    assert "this is no Word file" in fault(tmp_path, "brief.docx", {"brief.docx": b"geen zip"})


def test_each_word_file_of_the_network_is_made_on_it_and_a_deck_is_not(tmp_path: Path) -> None:
    own = lay(tmp_path / "t", {"huisstijlen/wijk.yaml": STYLE, "huisstijlen/brief.docx": bases.letterhead()})
    found, design = small_library(tmp_path / "m", "huisstijl: wijk\n"), read_design(OURS, own)
    orders = [order for order in everything(found, design).values() if order.format == "docx"]
    orders += [order for order in everything(found, design, Wishes(fillable=True)).values() if order.format == "docx"]

    files = {order.path: docx.Document(BytesIO(make(order, Setting(design)).data)) for order in orders}

    assert len(files) >= 8
    for file in files.values():
        assert "Dorpsstraat 1" in "".join(line.text for line in file.sections[0].first_page_header.paragraphs)
        assert file.styles["Normal"].font.name == "Georgia"


def test_the_logo_of_the_style_gives_way_to_that_of_the_letterhead(tmp_path: Path) -> None:
    style = f"{STYLE}logo: {{bestand: huisstijlen/logo.svg, alt: Logo}}\n"
    pictures = {}
    for name, data in (("letterhead", bases.letterhead()), ("bare", bases.bare())):
        files = {"huisstijlen/wijk.yaml": style, "huisstijlen/brief.docx": data, "huisstijlen/logo.svg": LOGO}
        design = read_design(OURS, lay(tmp_path / name, files))
        found = small_library(tmp_path / f"{name}-m", "huisstijl: wijk\n")
        order = everything(found, design)["wijk/01-start/informatiebrief.docx"]
        body = docx.Document(BytesIO(make(order, Setting(design)).data)).element.body
        pictures[name] = len(body.findall(f".//{qn('w:drawing')}"))

    assert pictures == {"letterhead": 0, "bare": 1}


def test_a_change_in_the_base_file_makes_its_files_anew(tmp_path: Path) -> None:
    digests = set()
    for name, data in (("a", bases.letterhead()), ("b", bases.bare())):
        own = lay(tmp_path / name, {"huisstijlen/wijk.yaml": STYLE, "huisstijlen/brief.docx": data})
        digests.add(cache.design_digest(read_design(OURS, own)))

    assert len(digests) == 2
