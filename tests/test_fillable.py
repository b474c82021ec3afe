"""`build --fillable`: of each canvas and form a PDF and a Word file with the same fields."""

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import docx
import page as validation
import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader

from generator.build import Request, build
from generator.design import Design
from generator.documents import fill
from generator.errors import UsageError
from generator.making import Setting, make
from generator.material.library import Library
from generator.material.model import Canvas, Formulier, Sessie
from generator.material.printed import Vraag
from generator.order import Order, Wishes
from generator.ordering import orders
from generator.workspace import Workspace

from .conftest import ROOT, Silent
from .folders import CANVAS, FORMULIER, NETWERK, SESSIE, content, drukklaar, lay

FILLABLE = Wishes(fillable=True)
PRINTED = ("canvas", "formulier")
ALL = [("canvas", "experimentencanvas"), ("canvas", "canvas-actieleren"), ("canvas", "bloemassociatie")] + [
    ("formulier", name) for name in ("reisverslag", "zelfscan-liso", "checklist-wanneer", "contract", "intake")
]
"""Something of each template."""


def orders_of(library: Library, design: Design, *keys: tuple[str, str], wishes: Wishes = FILLABLE) -> list[Order]:
    return orders([library.things[key] for key in keys], design, wishes)


def made(order: Order, design: Design) -> bytes:
    return make(order, Setting(design)).data


def fields_of(data: bytes) -> dict[str, str]:
    """The fields of a PDF with what a reader hears of them."""
    return {name: str(field["/TU"]) for name, field in (PdfReader(BytesIO(data)).get_fields() or {}).items()}


def tags_of(data: bytes) -> list[str]:
    """The content controls of a Word file, in order."""
    body = docx.Document(BytesIO(data)).element.body
    return [tag.get(qn("w:val")) for tag in body.iter(qn("w:tag"))]


@pytest.fixture(scope="module")
def files(library: Library, design: Design) -> dict[str, bytes]:
    """Each fillable file of ALL."""
    return {order.path: made(order, design) for order in orders_of(library, design, *ALL)}


def test_each_canvas_and_form_becomes_a_pdf_and_a_word_file(files: dict[str, bytes]) -> None:
    assert len(files) == 2 * len(ALL)
    assert {"canvassen/experimentencanvas-invulbaar.pdf", "formulieren/reisverslag-invulbaar.docx"} <= files.keys()


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_each_pdf_is_accessible_and_archivable(files: dict[str, bytes], profile: str) -> None:
    pdfs = {path: data for path, data in files.items() if path.endswith(".pdf")}

    found = {path: validation.validate_pdf_bytes(data, profile=profile).failures for path, data in pdfs.items()}
    assert {path: failures for path, failures in found.items() if failures} == {}


def test_the_word_file_has_the_fields_of_the_pdf(files: dict[str, bytes]) -> None:
    for path, data in files.items():
        if path.endswith(".pdf"):
            assert sorted(tags_of(files[path.replace(".pdf", ".docx")])) == sorted(fields_of(data)), path


def test_every_field_has_a_tooltip(files: dict[str, bytes]) -> None:
    for path, data in files.items():
        if path.endswith(".pdf"):
            assert all(len(words) > 2 for words in fields_of(data).values()), path


def test_every_box_and_every_question_has_a_field(library: Library, design: Design) -> None:
    for order in orders_of(library, design, *(key for key in library.things if key[0] in PRINTED)):
        if order.format == "pdf":
            heard = " ".join(fields_of(made(order, design)).values())
            (thing,) = order.subjects
            assert isinstance(thing, Canvas | Formulier)
            asked = [vak.kop for vak in thing.vakken] if isinstance(thing, Canvas) else list(map(_words, _asked(thing)))
            assert [words for words in asked if words not in heard] == [], order.path


def _asked(form: Formulier) -> list[Vraag]:
    return [vraag for deel in form.delen for vraag in deel.vragen]


def _words(question: Vraag) -> str:
    return question.vraag


def test_boxes_of_a_canvas_bear_their_own_names(files: dict[str, bytes], library: Library) -> None:
    canvas = library.things["canvas", "experimentencanvas"]
    assert isinstance(canvas, Canvas)

    names = set(fields_of(files["canvassen/experimentencanvas-invulbaar.pdf"]))

    assert names == {vak.naam for vak in canvas.vakken} | {"namen", "datum"}


def test_the_drawn_sheet_stays_as_it_was(library: Library, design: Design) -> None:
    for order in orders_of(library, design, *ALL, wishes=Wishes()):
        assert "Field(" not in repr(fill(order, design))
        assert not order.fillable
        assert PdfReader(BytesIO(made(order, design))).get_fields() is None


def test_the_same_file_twice_has_the_same_bytes(library: Library, design: Design, files: dict[str, bytes]) -> None:
    for order in orders_of(library, design, ("formulier", "reisverslag")):
        assert made(order, design) == files[order.path]


def test_the_word_file_stands_on_a4_upright_whatever_the_paper(library: Library, design: Design) -> None:
    pdf, word = orders_of(
        library, design, ("canvas", "experimentencanvas"), wishes=Wishes(fillable=True, paper="A0")
    )  # fmt: skip

    assert pdf.path == "canvassen/experimentencanvas-a0-invulbaar.pdf"
    assert word.path == "canvassen/experimentencanvas-invulbaar.docx"
    (section,) = docx.Document(BytesIO(made(word, design))).sections
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


@pytest.mark.parametrize("paper", ["A4", "A1"])
def test_on_other_paper_each_field_is_still_there(
    library: Library, design: Design, files: dict[str, bytes], paper: str
) -> None:
    wishes = Wishes(fillable=True, paper=paper)
    for order in orders_of(library, design, ALL[0], ALL[1], ALL[2], wishes=wishes):
        if order.format == "pdf":
            own = files[order.path.replace(f"-{paper.lower()}", "")]
            assert fields_of(made(order, design)) == fields_of(own)


def test_each_participant_gets_a_file_with_fields_of_their_own(library: Library, design: Design) -> None:
    session = library.things["sessie", "goed-leven/05-experimenteren"]
    assert isinstance(session, Sessie)
    wishes = Wishes(fillable=True, people="deelnemers", only=("reisverslag",))

    found = [order for order in orders([session], design, wishes) if order.format == "pdf"]

    assert len(found) == len({order.path for order in found}) == len(session.netwerk.deelnemers)
    one, other = (fields_of(made(order, design)) for order in found[:2])
    assert set(one).isdisjoint(other)
    assert len(one) == len(other)
    assert found[0].path.startswith("goed-leven/05-experimenteren/reisverslag-invulbaar-")
    assert all(name.endswith(found[0].name.removeprefix("reisverslag-invulbaar-")) for name in one)
    assert "naam" not in {name.partition("-")[0] for name in one}  # it stands there already


def test_two_people_with_one_name_and_one_without_latin_letters_have_files_of_their_own(
    tmp_path: Path, design: Design
) -> None:
    network = NETWERK + "pakket: [{formulier: blad}]\ndeelnemers: [Ada Bos, Ada Bos, Олена]\n"
    root = lay(tmp_path, {
        "materials/formulieren/blad.yaml": FORMULIER,
        "materials/netwerken/wijk/netwerk.yaml": network,
        "materials/netwerken/wijk/sessies/01-start.yaml": SESSIE,
    })  # fmt: skip

    wishes = Wishes(fillable=True, people="deelnemers")
    build(Workspace(root), Request(("wijk/01-start",), wishes), Silent())

    names = {path.stem for path in (root / "output").rglob("*.pdf")}
    assert names == {"blad-invulbaar-ada-bos", "blad-invulbaar-ada-bos-2", "blad-invulbaar-3"}


def test_only_what_can_be_filled_in_is_made_and_nothing_of_it_goes_to_the_printer(
    library: Library, design: Design
) -> None:
    wishes = Wishes(fillable=True, print_ready=True)

    found = orders_of(library, design, ("sessie", "goed-leven/05-experimenteren"), wishes=wishes)

    assert {order.subjects[0].kind for order in found} == set(PRINTED)
    assert all(order.fillable and order.copies == 1 and order.fill != "voorbeeld" for order in found)


def test_where_nothing_can_be_filled_in_that_is_said(library: Library, design: Design) -> None:
    with pytest.raises(UsageError, match="nothing here is a canvas or a form"):
        orders_of(library, design, ("deck", "liso"))


def test_a_worked_example_is_not_filled_in_again(library: Library, design: Design) -> None:
    with pytest.raises(UsageError, match="filled in already"):
        orders_of(library, design, ("canvas", "experimentencanvas"), wishes=Wishes(fillable=True, example=True))


def test_without_its_hints_a_canvas_has_the_same_fields_with_shorter_tooltips(
    library: Library, design: Design, files: dict[str, bytes]
) -> None:
    wishes = Wishes(fillable=True, blank=True)
    pdf, _ = orders_of(library, design, ("canvas", "experimentencanvas"), wishes=wishes)

    found = fields_of(made(pdf, design))

    assert found.keys() == fields_of(files["canvassen/experimentencanvas-invulbaar.pdf"]).keys()
    assert found["achtergrond"] == "1. Achtergrond"


BAD = """naam: Blad
delen:
  - vragen:
      - {vraag: Hoe was het?}
      - {vraag: Hoe was het?}
      - {vraag: LONG, regels: 40}
      - {vraag: "Hé <b>& (wat) \\\\ dan?", soort: schaal, polen: ["(", "\\\\"]}
      - {vraag: Wie?, soort: tabel, kolommen: [Naam, Naam], regels: 40}
      - {vraag: Wat?, soort: keuze, keuzes: [Ja, Ja, Nee]}
"""


def test_twins_long_questions_and_forty_lines_make_a_whole_form(tmp_path: Path) -> None:
    form = BAD.replace("LONG", "Wat " + "heel " * 58 + "graag")
    root = lay(tmp_path, {"materials/formulieren/blad.yaml": form, "materials/canvassen/plan.yaml": CANVAS})

    report = build(Workspace(root), Request(("blad", "plan"), FILLABLE), Silent())

    assert report.problems == ()
    data = content(root / "output")
    names = fields_of(data["formulieren/blad-invulbaar.pdf"])
    assert {"hoe-was-het", "hoe-was-het-2", "he-b-wat-dan", "wat-ja", "wat-ja-2", "wat-nee"} <= names.keys()
    assert len(names) == 2 + 2 + 1 + 1 + 80 + 3
    assert max(map(len, names)) <= 64
    assert sorted(tags_of(data["formulieren/blad-invulbaar.docx"])) == sorted(names)
    assert validation.validate_pdf_bytes(data["formulieren/blad-invulbaar.pdf"], profile="ua1").failures == []


@pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")),
    reason="LibreOffice (soffice) and pdftotext are not both on this machine",
)
def test_a_word_processor_shows_each_question_and_each_place_to_write(files: dict[str, bytes], tmp_path: Path) -> None:
    path = tmp_path / "reisverslag.docx"
    path.write_bytes(files["formulieren/reisverslag-invulbaar.docx"])

    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    subprocess.run(convert, cwd=tmp_path, check=True, capture_output=True, timeout=180)
    text = subprocess.run(
        ["pdftotext", "-layout", "reisverslag.pdf", "-"], cwd=tmp_path, check=True, capture_output=True
    ).stdout.decode()

    assert text.count("schrijf hier") == 13  # the name, six open questions, six stops
    assert text.count("dd-mm-jjjj") == 1
    assert "1 = nog weinig … 7 = heel veel" in text


def test_a_file_to_fill_in_asks_no_paper(tmp_path: Path) -> None:
    report = build(Workspace(ROOT), Request(("reisverslag",), FILLABLE, output=tmp_path), Silent())

    assert [row.path.name for row in report.rows] == ["reisverslag-invulbaar.pdf", "reisverslag-invulbaar.docx"]
    assert [row.sheets for row in report.rows] == [0, 0]


def test_the_command_makes_them_and_refuses_what_has_no_place_to_write(tmp_path: Path) -> None:
    lay(tmp_path, {"materials/canvassen/plan.yaml": CANVAS, "materials/werkvormen/rondje.yaml": "naam: Rondje\n"})

    done, refused = (drukklaar(tmp_path, "build", name, "--fillable") for name in ("plan", "rondje"))

    assert (done.returncode, refused.returncode) == (0, 2)
    names = {path.name for path in (tmp_path / "output").rglob("plan*")}
    assert names == {"plan-invulbaar.pdf", "plan-invulbaar.docx"}
    assert refused.stderr == ("nothing here is a canvas or a form to fill in (name one, or a session that uses one)\n")
