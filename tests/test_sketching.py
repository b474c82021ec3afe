"""`drukklaar new sjabloon`: a Word file that works as it is, and that tells of each field of a session."""

import time
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest

from generator.build import Request, build
from generator.design import Design, read_design
from generator.document import budget, marks
from generator.document.hints import fields_of, item_of
from generator.document.marks import FieldError, Fields
from generator.documents import filling, hints
from generator.errors import GeneratorError, UsageError
from generator.material.model import (
    Bron,
    Debrief,
    Groep,
    Huiswerk,
    Materiaal,
    Netwerk,
    Onderdeel,
    Persoon,
    Sessie,
    Stap,
    Tijdsdeel,
    Variant,
    Werkvorm,
)
from generator.material.planning import Beurt, Blok, Moment, Planning, Rol
from generator.order import Wishes
from generator.reading import check
from generator.sketching import _order, sketch, told
from generator.word.own_template import read_layout
from generator.workspace import Workspace, bundled
from tests.conftest import Silent
from tests.folders import NETWERK, SESSIE, lay
from tests.word.layouts import file_of, texts

THINGS = {
    "sessie": Sessie, "sessie.netwerk": Netwerk, "persoon": Persoon, "taak": Huiswerk, "plan": Planning,
    "moment": Moment, "blok": Blok, "moment.onderdeel": Onderdeel, "deel": Tijdsdeel, "ding": Materiaal,
    "werkvorm": Werkvorm, "stap": Stap, "werkvorm.groep": Groep, "werkvorm.debrief": Debrief, "variant": Variant,
    "b": Bron, "rol": Rol, "beurt": Beurt,
}  # fmt: skip
UNTOLD = {"slug", "kind", "geschreven"}
WORKSPACE = {
    "materials/netwerken/wijk/netwerk.yaml": NETWERK,
    "materials/netwerken/wijk/sessies/01-start.yaml": SESSIE
    + "doelen: [Samen *beginnen*, Leren]\nhuiswerk: [{tekst: Lees dit, bij: Opening}]\n",
}


def workspace(root: Path, **templates: bytes) -> Workspace:
    lay(root, {**WORKSPACE, **{f"templates/{name.replace('_', '-')}.docx": data for name, data in templates.items()}})
    return Workspace(root)


def made(space: Workspace, *only: str, **wishes: bool) -> dict[str, docx.document.Document]:
    """The Word files of the session, by their names."""
    build(space, Request(("wijk/01-start",), Wishes(only=only, **wishes)), Silent())  # type: ignore[arg-type]
    found = (space.output / "wijk" / "01-start").glob("*.docx")
    return {path.stem: docx.Document(BytesIO(path.read_bytes())) for path in found}


@pytest.mark.parametrize("name", ["draaiboek", "informatiebrief", "wrap-up", "Overzicht zaal"])
def test_what_it_writes_is_without_fault_and_builds_at_once(tmp_path: Path, name: str) -> None:
    space = workspace(tmp_path)

    path = sketch(space, name)

    stem = path.stem
    assert path == tmp_path / "templates" / f"{name.lower().replace(' ', '-')}.docx"
    assert check(space) == ()
    words = texts(made(space, stem)[stem])
    assert any("Start" in text for text in words)
    assert not [text for text in words if "{" in text or "Alle velden" in text]


def test_each_field_of_a_session_is_told_of_and_stands_in_the_file(tmp_path: Path, design: Design) -> None:
    groups = {group.naam: group.velden for group in told(design).groepen}
    words = texts(docx.Document(str(sketch(workspace(tmp_path), "draaiboek"))))

    assert groups.keys() == THINGS.keys()
    for name, thing in THINGS.items():
        assert groups[name].keys() == fields_of(thing).keys() - UNTOLD, name  # type: ignore[union-attr]
        assert not [key for key in groups[name] if f"{{{{ {name}.{key} }}}}" not in words]


def test_most_fields_have_an_example(tmp_path: Path) -> None:
    file = docx.Document(str(sketch(workspace(tmp_path), "draaiboek")))
    rows = [row.cells for table in file.tables for row in table.rows if row.cells[0].text.startswith("{{ sessie.")]
    examples = {cells[0].text: cells[2].text for cells in rows if len(cells) == 3}

    assert examples["{{ sessie.titel }}"] == "Experimenteren"
    assert examples["{{ sessie.datum }}"] == "donderdag 11 maart 2027"


def test_what_is_there_already_stays(tmp_path: Path) -> None:
    space = workspace(tmp_path, draaiboek=b"van mij")
    (tmp_path / "templates" / "draaiboek.docx").write_bytes(file_of("{{ sessie.titel }}"))

    with pytest.raises(UsageError, match=r"templates/draaiboek\.docx is there already"):
        sketch(space, "draaiboek")


def test_what_is_not_made_for_a_session_has_no_example(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="canvas is not made for a sessie"):
        sketch(workspace(tmp_path), "canvas")


def test_an_own_file_takes_the_place_of_the_word_file_and_the_pdf_stays(tmp_path: Path) -> None:
    space = workspace(tmp_path, draaiboek=file_of("Eigen: {{ sessie.titel }}"))

    assert texts(made(space, "draaiboek")["draaiboek"]) == ["Eigen: Start"]
    assert (space.output / "wijk" / "01-start" / "draaiboek.pdf").is_file()


def test_large_print_comes_from_the_bundled_layout(tmp_path: Path) -> None:
    space = workspace(tmp_path, informatiebrief=file_of("Eigen: {{ sessie.titel }}"))

    found = made(space, "informatiebrief", large_print=True)["informatiebrief-grote-letter"]

    assert "Eigen: Start" not in texts(found)


def test_a_kind_of_ones_own_is_made_for_each_session_and_listed(tmp_path: Path) -> None:
    file = docx.Document()
    file.add_paragraph("{{ sessie.titel }}")
    file.core_properties.title = "Zaalplan {{ sessie.titel }}"
    file.core_properties.comments = "voor aan de deur"
    data = BytesIO()
    file.save(data)
    space = workspace(tmp_path, zaalplan=data.getvalue())

    design = read_design(bundled("templates"), space.templates)

    front = design.templates["zaalplan"].front
    assert (front.voor, front.formaat, front.omschrijving) == (("sessie",), ("docx",), "voor aan de deur")
    assert made(space, "zaalplan")["zaalplan"].core_properties.title == "Zaalplan Start"


def test_a_pdf_document_may_have_a_word_file_of_ones_own_too(tmp_path: Path) -> None:
    space = workspace(tmp_path, paklijst=file_of("Mee naar {{ sessie.titel }}"))

    assert texts(made(space, "paklijst")["paklijst"]) == ["Mee naar Start"]


def test_a_word_file_without_fields_is_no_document(tmp_path: Path) -> None:
    space = workspace(tmp_path, briefpapier=file_of("Ons adres"))

    assert "briefpapier" not in read_design(bundled("templates"), space.templates).templates


def test_a_card_can_be_no_word_file(tmp_path: Path, design: Design) -> None:
    card = next(name for name, template in design.templates.items() if "werkvorm" in template.front.voor)
    space = workspace(tmp_path, **{card: file_of("{{ werkvorm.naam }}")})

    with pytest.raises(GeneratorError, match="cards are made as pdf alone"):
        read_design(bundled("templates"), space.templates)


def test_check_and_build_name_unknown_fields_before_anything_is_made(tmp_path: Path) -> None:
    space = workspace(tmp_path, draaiboek=file_of("Wat: {{ sessie.programa }}", "{{ plan.blokken[0].nam }}"))

    told = [str(problem) for problem in check(space)]

    assert told == [
        "templates/draaiboek.docx “Wat: {{ sessie.programa }}”: sessie has no field named programa "
        "(did you mean programma?)",
        "templates/draaiboek.docx “{{ plan.blokken[0].nam }}”: plan.blokken[0] has no field named nam "
        "(did you mean naam?)",
    ]
    with pytest.raises(GeneratorError):
        build(space, Request(), Silent())
    assert not space.output.exists()


def test_a_changed_own_file_is_made_again_and_an_unchanged_one_is_not(tmp_path: Path) -> None:
    space = workspace(tmp_path, draaiboek=file_of("Een {{ sessie.titel }}"))
    request = Request(("wijk/01-start",), Wishes(only=("draaiboek",)))

    def states() -> dict[str, str]:
        return {row.path.name: row.state for row in build(space, request, Silent()).rows}

    first, second = states(), states()
    lay(tmp_path, {"templates/draaiboek.docx": file_of("Twee {{ sessie.titel }}")})
    third = states()

    assert (first["draaiboek.docx"], second["draaiboek.docx"], third["draaiboek.docx"]) == ("made", "unchanged", "made")


def test_each_name_that_is_promised_is_given_and_the_other_way_round(tmp_path: Path, design: Design) -> None:

    given = filling(_order(design), design).names
    promised = hints("sessie", design)

    assert given.keys() == promised.keys()
    assert item_of(promised["rollen"]) is Rol


LOOPS = "{% set l = ('x ' * 9000).split() %}{% for a in l %}{% for b in l %}"


@pytest.mark.parametrize(
    "asked",
    [
        "{{ bronnen(sessie) | length }}",
        "{{ benodigd(sessie.programma[4]) | length }}",
        "{% if sessie.materialen and sessie.werkvormen and plan.blokken %}{% endif %}",
        "{{ datum(sessie.datum) }}",
        "{{ materiaal(sessie.programma[1].materialen[0]) }}",
        "{{ sessie.doelen }}",
        "{{ sessie.programma[3].toelichting }}",
        "{% set x = sessie.doelen ~ '' %}",
    ],
)
def test_what_a_session_gives_is_not_asked_for_ever(design: Design, asked: str) -> None:
    names = filling(_order(design), design).names
    began = time.process_time()

    with pytest.raises(FieldError, match="the template makes more than a document can hold"):
        Fields(f"{LOOPS}{asked}{{% endfor %}}{{% endfor %}}").fill(names)
    assert time.process_time() - began < 2


def test_the_example_uses_a_small_part_of_what_a_filling_may_use(tmp_path: Path, design: Design) -> None:

    path = sketch(workspace(tmp_path), "draaiboek")
    names = filling(_order(design), design).names

    with budget.allowance():
        for story in read_layout(path.read_bytes(), "x.docx").stories:
            _use(story, names)
        used = budget.ALL - budget._left.get()[0]

    assert 0 < used < budget.ALL / 10


def _use(story: Fields, names: Any) -> None:
    """Fills it within the allowance that is there already."""

    token = marks._filling.set(marks._Filling(names["datum"], names["label"]))
    try:
        marks._compiled(story.text).render(names)
    finally:
        marks._filling.reset(token)
