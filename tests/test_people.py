"""--for deelnemers: a copy for each participant with their name, and nothing of the others."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from generator.design import Design
from generator.document.blocks import Document
from generator.documents import fill
from generator.errors import UsageError
from generator.making import Setting, make
from generator.material.library import Library
from generator.order import Order, Wishes
from generator.ordering import orders
from tests.packs import PEOPLE, Pack
from tests.telling import said
from tests.telling import words as said_of

FOR_ALL = Wishes(people="deelnemers")
PACK = Pack("{canvas: plan, per: deelnemer}, {formulier: blad, per: deelnemer}, {plaat: weg}", deelnemers=PEOPLE)


@pytest.fixture(scope="module")
def personal(tmp_path_factory: pytest.TempPathFactory, design: Design) -> dict[str, Order]:
    return PACK.orders(tmp_path_factory.mktemp("people"), design, FOR_ALL)


def words(document: Document) -> str:
    return " ".join(said(document))


def test_each_sheet_to_write_on_is_one_file_with_a_copy_for_each(personal: dict[str, Order]) -> None:
    named = {name: (len(order.people), order.copies) for name, order in personal.items() if order.people}

    assert named == {"plan-deelnemers.pdf": (3, 1), "blad-deelnemers.pdf": (3, 1)}


@pytest.mark.parametrize("file", ["plan-deelnemers.pdf", "blad-deelnemers.pdf"])
def test_each_copy_bears_one_name_and_nothing_of_the_others(
    personal: dict[str, Order], design: Design, file: str
) -> None:
    documents = fill(personal[file], design)

    named = [[name for name in PEOPLE if name in words(document)] for document in documents]
    assert named == [[name] for name in PEOPLE]


def test_the_rest_of_the_pack_stays_as_it_is(tmp_path: Path, design: Design, personal: dict[str, Order]) -> None:
    plain = PACK.orders(tmp_path, design)

    same = set(plain) & set(personal)
    assert set(plain) - same == {"plan.pdf", "blad.pdf"}
    assert {name: personal[name].copies for name in same} == {name: plain[name].copies for name in same}


def test_the_copies_stand_behind_each_other_in_one_pdf(personal: dict[str, Order], design: Design) -> None:
    made = make(personal["plan-deelnemers.pdf"], Setting(design))

    pages = [page.extract_text() for page in PdfReader(BytesIO(made.data)).pages]
    assert [[name for name in PEOPLE if name in page] for page in pages] == [[name] for name in PEOPLE]


def test_a_form_with_two_sides_starts_on_a_fresh_sheet_for_each(personal: dict[str, Order], design: Design) -> None:
    made = make(personal["blad-deelnemers.pdf"], Setting(design))

    pages = [page.extract_text() for page in PdfReader(BytesIO(made.data)).pages]
    fronts = [number for number, page in enumerate(pages) if any(name in page for name in PEOPLE)]
    assert [number % 2 for number in fronts] == [0, 0, 0]
    assert made.sheets == 3


def test_every_bundled_sheet_to_write_on_comes_for_each_participant(library: Library, design: Design) -> None:
    session = library.things["sessie", "goed-leven/05-experimenteren"]
    people = [" ".join(said_of(person.naam)) for person in session.netwerk.deelnemers]  # type: ignore[attr-defined]

    found = [order for order in orders([session], design, FOR_ALL) if order.people]

    assert {order.subjects[0].slug for order in found} >= {"experimentencanvas", "reisverslag", "faalverhaal"}
    for order in found:
        for name, document in zip(people, fill(order, design), strict=True):
            text = words(document)
            assert [other for other in people if other in text] == [name]


def test_a_worked_example_is_nobodys(tmp_path: Path, design: Design) -> None:
    lines = "{canvas: plan, uitvoering: voorbeeld}, {canvas: plan}"

    found = Pack(lines, deelnemers=PEOPLE).orders(tmp_path, design, FOR_ALL)

    assert found["plan-voorbeeld.pdf"].people == ()
    assert found["plan-deelnemers.pdf"].people


@pytest.mark.parametrize(
    "kind_and_slug", [("canvas", "experimentencanvas"), ("formulier", "reisverslag"), ("deck", "liso")]
)
def test_without_a_session_it_is_refused_with_a_way_out(
    library: Library, design: Design, kind_and_slug: tuple[str, str]
) -> None:
    with pytest.raises(UsageError, match=r"no session is meant \(name a sessie\)"):
        orders([library.things[kind_and_slug]], design, FOR_ALL)


def test_a_network_that_names_nobody_is_told(tmp_path: Path, design: Design) -> None:
    with pytest.raises(UsageError, match="nothing here has a line for a name"):
        Pack("{canvas: plan}", aantal=12).orders(tmp_path, design, FOR_ALL)


def test_another_group_of_people_is_not_known(tmp_path: Path, design: Design) -> None:
    with pytest.raises(UsageError, match=r"--for knows deelnemers only \(did you mean deelnemers\?\)"):
        PACK.orders(tmp_path, design, Wishes(people="deelnemer"))
