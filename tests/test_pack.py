"""What is made of each thing: which files, from which templates, on which paper."""

from pathlib import Path

import pytest

from generator.design import Design
from generator.errors import GeneratorError
from generator.material.library import Library
from generator.material.model import Deck, Sessie, Thing
from generator.order import Order, Wishes
from generator.ordering import orders
from tests.folders import CANVAS, DECK, FORMULIER, NETWERK, ONE_OF_EACH, SESSIE, library_of

PACK = "goed-leven/05-experimenteren"
BY_THEMSELVES = [
    "bronnenlijst.pdf",
    "deelnemersprogramma.pdf",
    "draaiboek.docx",
    "draaiboek.pdf",
    "informatiebrief.docx",
    "naamkaartjes.pdf",
    "notitieblad.pdf",
    "openingsflap.pdf",
    "paklijst.pdf",
    "presentielijst.pdf",
    "printopdracht.pdf",
    "programmaflap.pdf",
    "rolstroken.pdf",
    "wrap-up.docx",
]
"""The documents of a session whose network names none."""
ALWAYS = ["paklijst.pdf", "printopdracht.pdf"]


def names(found: list[Order]) -> list[str]:
    return [order.path.rpartition("/")[2] for order in found]


def pack_of(thing: Thing, design: Design, *only: str) -> list[Order]:
    return orders([thing], design, Wishes(only=only))


def session_with(root: Path, files: dict[str, str], materials: str, network: str = NETWERK) -> Sessie:
    """A session with a werkvorm and these materials."""
    text = SESSIE.replace("wie: Ada", f"wie: Ada, werkvorm: rondje, materialen: [{materials}]")
    own = {
        "materials/netwerken/wijk/netwerk.yaml": network,
        "materials/netwerken/wijk/sessies/01-start.yaml": text,
    }
    library = library_of(root, {**ONE_OF_EACH, **files, **own})
    assert library.problems == ()
    found = library.things["sessie", "wijk/01-start"]
    assert isinstance(found, Sessie)
    return found


# each kind


@pytest.mark.parametrize(
    ("kind", "slug", "paths"),
    [
        ("werkvorm", "bol-wol", ["werkvormen/bol-wol/kaarten.pdf", "werkvormen/bol-wol/kaarten-vellen.pdf"]),
        ("begrip", "fase-verkenning", ["begrippen/fase-verkenning/kaarten.pdf",
                                       "begrippen/fase-verkenning/kaarten-vellen.pdf"]),
        ("canvas", "ideeenmuur", ["canvassen/ideeenmuur.pdf"]),
        ("canvas", "experimentencanvas", ["canvassen/experimentencanvas.pdf",
                                          "canvassen/experimentencanvas-voorbeeld.pdf"]),
        ("canvas", "bloemassociatie", ["canvassen/bloemassociatie.pdf"]),
        ("formulier", "reisverslag", ["formulieren/reisverslag.pdf"]),
        ("formulier", "zelfscan-liso", ["formulieren/zelfscan-liso.pdf"]),
        ("plaat", "uitgangspunten", ["platen/uitgangspunten.pdf"]),
        ("netwerk", "goed-leven", []),
    ],
)  # fmt: skip
def test_each_kind_of_thing_comes_as_its_own_files(
    library: Library, design: Design, kind: str, slug: str, paths: list[str]
) -> None:
    assert [order.path for order in orders([library.things[kind, slug]], design, Wishes())] == paths


def test_a_deck_comes_as_cards_to_read_and_sheets_to_print_with_its_sources(library: Library, design: Design) -> None:
    deck = library.things["deck", "liso"]

    found = orders([deck], design, Wishes())

    assert isinstance(deck, Deck)
    assert [(order.path, order.scheme, order.subjects) for order in found] == [
        ("decks/liso/kaarten.pdf", "", deck.kaarten),
        ("decks/liso/kaarten-vellen.pdf", "kantoor", deck.kaarten),
        ("decks/liso/bronnenlijst.pdf", "", (deck,)),
    ]


@pytest.mark.parametrize(("says", "total", "numbers"), [("", 0, (0, 0)), ("nummers: ja\n", 2, (1, 2))])
def test_the_cards_of_a_deck_bear_a_number_where_it_says_so(
    tmp_path: Path, design: Design, says: str, total: int, numbers: tuple[int, ...]
) -> None:
    two = {"materials/decks/stapel.yaml": DECK.replace("[rondje]", f"[rondje, ander]\n{says}").strip() + "\n"}
    library = library_of(tmp_path, {**ONE_OF_EACH, **two, "materials/werkvormen/ander.yaml": "naam: Ander\n"})

    cards, sheets, _ = orders([library.things["deck", "stapel"]], design, Wishes())

    assert {(order.total, order.numbers) for order in (cards, sheets)} == {(total, numbers)}


def test_a_deck_with_an_index_starts_with_a_card_of_its_own(tmp_path: Path, design: Design) -> None:
    indexed = {"materials/decks/stapel.yaml": DECK + "begrippen: [haast]\nindex: ja\nnummers: ja\n"}
    library = library_of(tmp_path, {**ONE_OF_EACH, **indexed})
    deck = library.things["deck", "stapel"]

    cards, sheets, _ = orders([deck], design, Wishes())

    assert isinstance(deck, Deck)
    for order in (cards, sheets):
        assert order.subjects == (deck, *deck.kaarten)
        assert (order.numbers, order.total) == ((0, 1, 2), 2)


def test_what_does_not_come_by_itself_comes_by_its_name_or_where_a_deck_asks(tmp_path: Path, design: Design) -> None:
    asking = {"materials/decks/klein.yaml": DECK + "documenten: mini\n"}
    library = library_of(tmp_path, {**ONE_OF_EACH, **asking})
    plain, small = library.things["deck", "stapel"], library.things["deck", "klein"]

    assert names(pack_of(plain, design)) == ["kaarten.pdf", "kaarten-vellen.pdf", "bronnenlijst.pdf"]
    assert names(pack_of(plain, design, "mini")) == ["mini.pdf", "mini-vellen.pdf"]
    assert names(pack_of(plain, design, "mini-vellen")) == ["mini-vellen.pdf"]
    assert names(pack_of(small, design)) == [
        "kaarten.pdf", "kaarten-vellen.pdf", "mini.pdf", "mini-vellen.pdf", "bronnenlijst.pdf"
    ]  # fmt: skip


# a session


def test_a_session_comes_with_what_its_network_and_its_programme_ask_for(library: Library, design: Design) -> None:
    found = orders([library.things["sessie", PACK]], design, Wishes())

    assert {order.folder for order in found} == {PACK}
    assert names(found) == [
        "bronnenlijst.pdf",
        "deelnemersprogramma.pdf",
        "draaiboek.docx",
        "draaiboek.pdf",
        "informatiebrief.docx",
        "naamkaartjes.pdf",
        "notitieblad.pdf",
        "openingsflap.pdf",
        "paklijst.pdf",
        "presentielijst.pdf",
        "printopdracht.pdf",
        "programmaflap.pdf",
        "rolstroken.pdf",
        "wrap-up.docx",
        "actieleercirkel.pdf",
        "experimentencanvas-voorbeeld.pdf",
        "experimentencanvas.pdf",
        "reisverslag.pdf",
        "canvas-actieleren.pdf",
        "faalverhaal.pdf",
        "kaarten.pdf",
        "kaarten-vellen.pdf",
    ]


def test_a_session_that_needs_nothing_printed_and_has_no_werkvorm_is_its_documents(
    tmp_path: Path, design: Design
) -> None:
    library = library_of(tmp_path, ONE_OF_EACH)

    assert names(orders([library.things["sessie", "wijk/01-start"]], design, Wishes())) == BY_THEMSELVES


@pytest.mark.parametrize(
    ("pakket", "files"),
    [
        ("", [*BY_THEMSELVES, "kaarten.pdf", "kaarten-vellen.pdf"]),
        ("pakket: [{document: wrap-up}]\n", [*ALWAYS, "wrap-up.docx"]),
        ("pakket: [{document: kaarten}]\n", [*ALWAYS, "kaarten.pdf", "kaarten-vellen.pdf"]),
        ("pakket: [{canvas: plan}, {plaat: muur}]\n", [*ALWAYS, "plan.pdf", "muur.pdf"]),
        ("pakket: [{naam: EHBO-doos}]\n", ALWAYS),
    ],
)
def test_a_network_says_what_comes_to_each_meeting_and_only_that_comes(
    tmp_path: Path, design: Design, pakket: str, files: list[str]
) -> None:
    pack = session_with(tmp_path, {}, "{naam: pen}", NETWERK + pakket)

    assert names(orders([pack], design, Wishes())) == files


def test_a_document_that_the_network_does_not_name_is_made_when_it_is_asked_for(tmp_path: Path, design: Design) -> None:
    pack = session_with(tmp_path, {}, "{naam: pen}", NETWERK + "pakket: [{document: wrap-up}]\n")

    assert names(pack_of(pack, design, "draaiboek")) == ["draaiboek.docx", "draaiboek.pdf"]
    assert names(pack_of(pack, design, "kaarten-vellen")) == ["kaarten-vellen.pdf"]
    assert names(pack_of(pack, design, "mini-vellen")) == ["mini-vellen.pdf"]


def test_files_speak_the_language_of_their_network(tmp_path: Path, design: Design) -> None:
    pack = session_with(tmp_path, {}, "{canvas: plan}", NETWERK + "taal: en\n")

    found = orders([pack], design, Wishes())

    assert names(found) == [*BY_THEMSELVES, "plan.pdf", "kaarten.pdf", "kaarten-vellen.pdf"]
    assert {order.language for order in found} == {"en"}


@pytest.mark.parametrize(
    ("files", "materials", "path"),
    [
        ({"materials/canvassen/draaiboek.yaml": CANVAS}, "{canvas: draaiboek}", "canvassen/draaiboek.yaml"),
        ({"materials/formulieren/kaarten.yaml": FORMULIER}, "{formulier: kaarten}", "formulieren/kaarten.yaml"),
        (
            {"materials/formulieren/plan.yaml": FORMULIER},
            "{canvas: plan}, {formulier: plan}",
            "canvassen/plan.yaml",
        ),
    ],
)
def test_two_things_that_would_be_one_file_are_told_and_none_is_dropped(
    tmp_path: Path, design: Design, files: dict[str, str], materials: str, path: str
) -> None:
    pack = session_with(tmp_path, files, materials)

    with pytest.raises(GeneratorError, match=r"would be this, and something else too \(give this file another name\)"):
        orders([pack], design, Wishes())
    with pytest.raises(GeneratorError, match=f"^materials/{path}:1:1: "):
        orders([pack], design, Wishes())


# papers and ways


def test_a_sheet_comes_on_the_paper_that_the_session_wants(tmp_path: Path, design: Design) -> None:
    materials = "{canvas: plan, papier: A3}, {formulier: blad, papier: A4}, {plaat: muur, papier: A1}, "
    pack = session_with(tmp_path, {}, materials + "{document: programmaflap, papier: A2}")

    papers = {order.name: order.paper for order in orders([pack], design, Wishes())}

    wanted = {"plan": "A3 liggend", "blad": "A4", "muur": "A1 liggend", "programmaflap": "A2"}
    assert {name: papers[name] for name in wanted} == wanted


def test_a_sheet_on_two_papers_comes_as_two_files(tmp_path: Path, design: Design) -> None:
    twice = "{canvas: plan, papier: A3}, {canvas: plan, papier: A1}, {formulier: blad}"
    pack = session_with(tmp_path, {}, f"{twice}, {{document: openingsflap}}, {{document: openingsflap, papier: A1}}")

    papers = {order.name: order.paper for order in orders([pack], design, Wishes())}

    wanted = {"plan": "A3 liggend", "plan-a1": "A1 liggend", "openingsflap": "A3", "openingsflap-a1": "A1"}
    assert {name: paper for name, paper in papers.items() if name.startswith(("plan", "opening"))} == wanted


def test_each_way_to_fill_a_canvas_is_a_file(tmp_path: Path, design: Design) -> None:
    ways = ("{canvas: plan}", "{canvas: plan, uitvoering: leeg}", "{canvas: plan, uitvoering: voorbeeld}")
    filled = {"materials/canvassen/plan.yaml": CANVAS.replace("kop: A", "kop: A, voorbeeld: Zo")}
    pack = session_with(tmp_path, filled, ", ".join(ways))

    fills = {order.name: order.fill for order in orders([pack], design, Wishes()) if order.template == "canvas"}

    assert fills == {"plan": "hulpvragen", "plan-leeg": "leeg", "plan-voorbeeld": "voorbeeld"}


# what tells of the others


def test_what_tells_of_the_other_files_knows_each_that_is_not_made_after_it(tmp_path: Path, design: Design) -> None:
    found = {order.name: order for order in orders([session_with(tmp_path, {}, "{canvas: plan}")], design, Wishes())}

    others = [order.path for order in orders([session_with(tmp_path, {}, "{canvas: plan}")], design, Wishes())]
    others.remove("wijk/01-start/printopdracht.pdf")
    assert {name: bool(order.about) for name, order in found.items() if order.about} == {
        "paklijst": True,
        "printopdracht": True,
    }
    assert [order.path for order in found["paklijst"].about] == others
    assert [order.path for order in found["printopdracht"].about] == others


def test_what_names_the_other_files_is_known_whole_by_what_tells_its_pages(tmp_path: Path, design: Design) -> None:
    found = {order.name: order for order in orders([session_with(tmp_path, {}, "{canvas: plan}")], design, Wishes())}

    assert found["paklijst"] in found["printopdracht"].about


def test_a_pack_knows_its_participants_and_the_session_after_it(library: Library, design: Design) -> None:
    sessions = [thing for thing in library.things.values() if isinstance(thing, Sessie)]
    thing = library.things["sessie", PACK]
    last = library.things["sessie", "goed-leven/06-oogst"]
    assert isinstance(thing, Sessie)

    pack = orders([thing], design, Wishes(), sessions)

    assert {order.participants for order in pack} == {thing.netwerk.deelnemers}
    assert {order.template for order in pack if order.following is last} == {"wrap-up"}
    assert {order.following for order in pack if order.template != "wrap-up"} == {None}
    assert {order.following for order in orders([last], design, Wishes(), sessions)} == {None}
