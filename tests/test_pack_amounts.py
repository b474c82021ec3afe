"""What a session's pack holds, on what paper, and how often."""

from pathlib import Path

import pytest

from generator.design import Design
from generator.errors import GeneratorError
from generator.material.library import Library
from generator.material.model import Sessie
from generator.order import Order, Wishes
from generator.ordering import orders
from tests.folders import WERKVORM
from tests.packs import PEOPLE, Pack

ALWAYS = {"paklijst.pdf", "printopdracht.pdf"}
OF_EVERY_SESSION = {
    "bronnenlijst.pdf",
    "deelnemersprogramma.pdf",
    "draaiboek.docx",
    "draaiboek.pdf",
    "informatiebrief.docx",
    "naamkaartjes.pdf",
    "notitieblad.pdf",
    "openingsflap.pdf",
    "presentielijst.pdf",
    "programmaflap.pdf",
    "rolstroken.pdf",
    "wrap-up.docx",
} | ALWAYS
CARDS = {"kaarten.pdf", "kaarten-vellen.pdf"}


def copies(found: dict[str, Order]) -> dict[str, int]:
    return {name: order.copies for name, order in found.items()}


# what it holds


def test_without_a_pakket_a_session_comes_with_every_document_and_its_cards(tmp_path: Path, design: Design) -> None:
    assert set(Pack().orders(tmp_path, design)) == OF_EVERY_SESSION | CARDS


def test_without_werkvormen_there_are_no_cards(tmp_path: Path, design: Design) -> None:
    assert set(Pack(werkvorm="").orders(tmp_path, design)) == OF_EVERY_SESSION


def test_with_a_pakket_it_comes_with_what_that_names_and_the_two_lists(tmp_path: Path, design: Design) -> None:
    found = Pack(pakket="{document: draaiboek}, {document: presentielijst}").orders(tmp_path, design)

    assert set(found) == {"draaiboek.docx", "draaiboek.pdf", "presentielijst.pdf"} | ALWAYS


def test_a_document_that_only_the_programme_names_comes_too(tmp_path: Path, design: Design) -> None:
    found = Pack("{document: openingsflap}", pakket="{document: draaiboek}").orders(tmp_path, design)

    assert set(found) == {"draaiboek.docx", "draaiboek.pdf", "openingsflap.pdf"} | ALWAYS


def test_cards_come_with_a_pakket_that_names_them(tmp_path: Path, design: Design) -> None:
    found = Pack(pakket="{document: kaarten}").orders(tmp_path, design)

    assert set(found) == CARDS | ALWAYS


def test_a_document_can_be_asked_for_by_name_though_the_pakket_does_not(tmp_path: Path, design: Design) -> None:
    found = Pack(pakket="{document: draaiboek}").orders(tmp_path, design, Wishes(only=("naamkaartjes", "mini")))

    assert set(found) == {"naamkaartjes.pdf", "mini.pdf", "mini-vellen.pdf"}


def test_what_the_programme_and_its_werkvormen_print_comes_once(tmp_path: Path, design: Design) -> None:
    needs = "materialen:\n  - {canvas: plan, per: duo}\n  - {formulier: blad, per: deelnemer}\n"
    more = {"materials/werkvormen/rondje.yaml": WERKVORM + needs}

    found = Pack("{canvas: plan}, {plaat: weg}", aantal=5, more=more).orders(tmp_path, design)

    assert set(found) - OF_EVERY_SESSION - CARDS == {"plan.pdf", "blad.pdf", "weg.pdf"}
    assert (found["plan.pdf"].copies, found["blad.pdf"].copies) == (1 + 3, 5)


def test_the_bundled_packs_hold_what_their_networks_name(library: Library, design: Design) -> None:
    for thing in library.of_kind("sessie").values():
        assert isinstance(thing, Sessie)
        made = {order.template for order in orders([thing], design, Wishes())}

        named = {need.document for need in (*thing.netwerk.pakket, *thing.materialen) if need.document}
        printed = {need.gedrukt.kind for need in thing.materialen if need.gedrukt}
        cards = {"kaart"} if "kaarten" in named else set()
        assert named - {"kaarten"} | {"paklijst", "printopdracht"} | cards <= made
        assert len(made) >= len(named) + len(printed)


# how often


def test_documents_come_for_those_who_use_them_where_nobody_said(tmp_path: Path, design: Design) -> None:
    found = Pack(aantal=9, deelnemers=PEOPLE).orders(tmp_path, design)

    assert copies(found) == dict.fromkeys(found, 1) | {
        "deelnemersprogramma.pdf": 9,
        "draaiboek.pdf": 2,
        "notitieblad.pdf": 2,
        "paklijst.pdf": 2,
    }


def test_one_of_each_where_nobody_said_how_many_come(tmp_path: Path, design: Design) -> None:
    found = Pack("{canvas: plan, per: deelnemer}, {formulier: blad, aantal: 3}").orders(tmp_path, design)

    assert (found["plan.pdf"].copies, found["deelnemersprogramma.pdf"].copies) == (1, 1)
    assert found["blad.pdf"].copies == 3


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("{canvas: plan}", 1),
        ("{canvas: plan, per: deelnemer}", 15),
        ("{canvas: plan, per: duo}", 8),
        ("{canvas: plan, per: duo, aantal: 2}", 16),
        ("{canvas: plan, per: groepje}", 4),
        ("{canvas: plan, per: facilitator}", 2),
        ("{canvas: plan, per: deelnemer, reserve: 10%}", 17),
        ("{canvas: plan, per: duo}, {canvas: plan, per: deelnemer}", 23),
        ("{canvas: plan, per: duo, herbruikbaar: ja}, {canvas: plan}", 9),
    ],
)
def test_a_canvas_comes_as_often_as_its_line_says(tmp_path: Path, design: Design, line: str, count: int) -> None:
    assert Pack(line, aantal=15).orders(tmp_path, design)["plan.pdf"].copies == count


def test_a_poster_of_two_parts_hangs_once(tmp_path: Path, design: Design) -> None:
    more = {"materials/werkvormen/rondje.yaml": f"{WERKVORM}materialen: [{{plaat: weg}}]\n"}

    found = Pack("{plaat: weg}", more=more).orders(tmp_path, design)

    assert found["weg.pdf"].copies == 1


def test_a_word_file_is_made_once_however_many_print_the_pdf(tmp_path: Path, design: Design) -> None:
    found = Pack(pakket="{document: draaiboek, per: facilitator}, {document: informatiebrief, aantal: 20}")

    assert copies(found.orders(tmp_path, design)) == {
        "draaiboek.docx": 1,
        "draaiboek.pdf": 2,
        "informatiebrief.docx": 1,
        "paklijst.pdf": 2,
        "printopdracht.pdf": 1,
    }


def test_an_order_tells_for_what_its_copies_are(tmp_path: Path, design: Design) -> None:
    found = Pack("{canvas: plan, per: duo}", pakket="{document: draaiboek}", aantal=4).orders(tmp_path, design)

    assert [(post.onderdeel, post.aantal) for post in found["plan.pdf"].why] == [("Opening", 2)]
    assert [(post.onderdeel, post.aantal) for post in found["draaiboek.pdf"].why] == [("", 1)]


def test_copies_that_somebody_wishes_go_before_what_was_counted(tmp_path: Path, design: Design) -> None:
    found = Pack("{canvas: plan, per: duo}", aantal=4).orders(tmp_path, design, Wishes(only=("plan",), copies=7))

    assert copies(found) == {"plan.pdf": 7}


# on what, and how filled in


def test_two_papers_of_one_canvas_are_two_files(tmp_path: Path, design: Design) -> None:
    line = "{canvas: plan, papier: A3, per: duo}, {canvas: plan, papier: A4, per: deelnemer}"

    found = Pack(line, aantal=6).orders(tmp_path, design)

    sheets = {name: (order.paper, order.copies) for name, order in found.items() if order.template == "canvas"}
    assert sheets == {"plan.pdf": ("A3 liggend", 3), "plan-a4.pdf": ("A4 liggend", 6)}


@pytest.mark.parametrize(
    "lines",
    [
        "{canvas: plan}, {canvas: plan, papier: A3}",
        "{canvas: plan, papier: A3}, {canvas: plan}, {canvas: plan, papier: A3 liggend}",
    ],
)
def test_one_paper_under_two_names_is_one_file_with_all_copies(tmp_path: Path, design: Design, lines: str) -> None:
    found = Pack(lines).orders(tmp_path, design)

    sheets = {name: (order.paper, order.copies) for name, order in found.items() if order.template == "canvas"}
    assert sheets == {"plan.pdf": ("A3 liggend", lines.count("canvas"))}


@pytest.mark.parametrize(
    ("fill", "file"), [("hulpvragen", "plan.pdf"), ("leeg", "plan-leeg.pdf"), ("voorbeeld", "plan-voorbeeld.pdf")]
)
def test_each_way_to_fill_in_a_canvas_has_its_own_file(tmp_path: Path, design: Design, fill: str, file: str) -> None:
    found = Pack(f"{{canvas: plan, uitvoering: {fill}}}").orders(tmp_path, design)

    assert [(name, order.fill) for name, order in found.items() if order.template == "canvas"] == [(file, fill)]


def test_blank_is_for_what_has_hulpvragen_and_leaves_an_example_what_it_is(tmp_path: Path, design: Design) -> None:
    lines = "{canvas: plan}, {canvas: plan, uitvoering: voorbeeld}"

    found = Pack(lines).orders(tmp_path, design, Wishes(blank=True))

    assert (found["plan.pdf"].fill, found["plan-voorbeeld.pdf"].fill) == ("leeg", "voorbeeld")


def test_only_the_worked_examples_are_made_where_they_are_wished(tmp_path: Path, design: Design) -> None:
    lines = "{canvas: plan}, {canvas: plan, uitvoering: voorbeeld}"

    assert set(Pack(lines).orders(tmp_path, design, Wishes(example=True))) == {"plan-voorbeeld.pdf"}


def test_a_document_comes_on_the_paper_that_is_named(tmp_path: Path, design: Design) -> None:
    lines = "{document: openingsflap, papier: A1}, {document: openingsflap, papier: A4, aantal: 2}"

    found = Pack(lines).orders(tmp_path, design)

    flaps = {name: (order.paper, order.copies) for name, order in found.items() if order.template == "openingsflap"}
    assert flaps == {"openingsflap.pdf": ("A1", 1), "openingsflap-a4.pdf": ("A4", 2)}


def test_one_paper_of_a_document_under_two_names_is_one_file_too(tmp_path: Path, design: Design) -> None:
    found = Pack("{document: openingsflap}, {document: openingsflap, papier: A3}").orders(tmp_path, design)

    flaps = {name: order.copies for name, order in found.items() if order.template == "openingsflap"}
    assert flaps == {"openingsflap.pdf": 2}


@pytest.mark.parametrize(
    ("more", "lines"),
    [
        ({"materials/canvassen/draaiboek.yaml": Pack().files["materials/canvassen/plan.yaml"]}, "{canvas: draaiboek}"),
        ({"materials/formulieren/plan.yaml": "naam: P\ndelen:\n  - vragen: [{vraag: Hoe?}]\n"},
         "{canvas: plan}, {formulier: plan}"),
    ],
)  # fmt: skip
def test_two_things_of_one_file_are_told_and_none_is_dropped(
    tmp_path: Path, design: Design, more: dict[str, str], lines: str
) -> None:
    with pytest.raises(GeneratorError, match="would be this, and something else too"):
        Pack(lines, more=more).orders(tmp_path, design)


# the session after this one, and the language


def test_the_pack_knows_the_session_that_follows(library: Library, design: Design) -> None:
    sessions = [thing for thing in library.of_kind("sessie").values() if isinstance(thing, Sessie)]
    series = [session for session in sessions if session.netwerk.slug == "goed-leven"]

    wanted = Wishes(only=("wrap-up",))
    found = [next(iter(orders([session], design, wanted, sessions))).following for session in series]

    assert found == [*series[1:], None]


def test_all_of_a_pack_speaks_the_language_of_its_network(tmp_path: Path, design: Design) -> None:
    found = Pack("{canvas: plan}", netwerk="taal: en\n").orders(tmp_path, design)

    assert {order.language for order in found.values()} == {"en"}
