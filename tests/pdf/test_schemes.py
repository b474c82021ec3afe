"""Sheets of every scheme, booklets and folded cards are accessible and archivable, and hold every card once."""

from collections.abc import Sequence
from functools import cache
from io import BytesIO
from pathlib import Path

import page as validation
import pikepdf
import pytest

from generator.build import Request, build
from generator.design import Design, read_design
from generator.order import Wishes
from generator.workspace import Workspace, bundled
from tests.conftest import ROOT, Silent

from .tagged import astray, untabbed

SESSION = "goed-leven/05-experimenteren"
WAYS = {
    "mini": ("liso", "mini-vellen"),
    "kaarten": ("liso", "kaarten-vellen"),
    "naamkaartjes": (SESSION, "naamkaartjes"),
    "rolstroken": (SESSION, "rolstroken"),
}
"""What comes on sheets: of what it is made, and what `--only` calls it."""


@cache
def sizes() -> dict[str, str]:
    """Each scheme with the first document that can come on its sheets."""
    design = read_design(bundled("templates"), None)
    templates = {"mini": "mini", "kaarten": "kaart", "naamkaartjes": "naamkaartjes", "rolstroken": "rolstroken"}
    found = {}
    for name, scheme in design.schemes.items():
        for way, template in templates.items():
            front = design.templates[template].front
            own = [design.paper(paper).size for paper in (front.papier, *front.keuzes)]
            if any(size.is_near(card) for size in own for card in (scheme.card, scheme.card.turned)):
                found.setdefault(name, way)
    return found


def made(output: Path, names: Sequence[str], **wishes: object) -> list[Path]:
    """What a build of these names writes; nothing is wrong with it."""
    report = build(Workspace(ROOT), Request(tuple(names), Wishes(**wishes), output=output), Silent())  # type: ignore[arg-type]
    assert not [problem for problem in report.problems if "materials" not in problem.place.path]
    return [row.path for row in report.rows]


def test_each_scheme_has_something_to_come_on_it(design: Design) -> None:
    assert set(sizes()) == set(design.schemes)


@pytest.mark.parametrize("scheme", sorted(sizes()))
def test_the_sheets_of_each_scheme_pass_without_a_warning(scheme: str, tmp_path: Path) -> None:
    name, document = WAYS[sizes()[scheme]]

    (path,) = made(tmp_path, [name], only=(document,), scheme=scheme)

    _passes(path)


@pytest.mark.parametrize("name", ["liso", SESSION])
def test_booklets_pass(name: str, tmp_path: Path) -> None:
    for path in made(tmp_path, [name], booklet=True):
        _passes(path)
        pdf = pikepdf.open(path)
        assert len(pdf.pages) % 2 == 0
        assert pdf.Root.ViewerPreferences.Duplex == "/DuplexFlipShortEdge"


def _passes(path: Path) -> None:
    data = path.read_bytes()
    for profile in ("ua1", "2a"):
        assert validation.validate_pdf_bytes(data, profile=profile).failures == []
    pdf = pikepdf.open(BytesIO(data))
    assert untabbed(pdf) == []
    assert astray(pdf) == []


def test_simplex_is_asked_for_what_is_printed_on_one_side_at_a_time(tmp_path: Path) -> None:
    asked = {}
    for scheme in ("kantoor", "korte-zijde", "dik-papier", "vouwen", "enkel"):
        (path,) = made(tmp_path, ["bol-wol"], only=("kaarten-vellen",), scheme=scheme)
        pdf = pikepdf.open(path)
        asked[scheme] = str(pdf.Root.ViewerPreferences.Duplex)

    assert asked == {
        "kantoor": "/DuplexFlipLongEdge",
        "korte-zijde": "/DuplexFlipShortEdge",
        "dik-papier": "/Simplex",
        "vouwen": "/Simplex",
        "enkel": "/Simplex",
    }
