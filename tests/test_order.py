"""What is asked for, and the files that it comes to."""

from pathlib import Path

import pytest

from generator.design import Design
from generator.errors import GeneratorError, UsageError
from generator.material.library import Library
from generator.material.model import Deck, Sessie, Thing
from generator.order import Order, Wishes, find, orders
from tests.folders import CANVAS, FORMULIER, NETWERK, ONE_OF_EACH, SESSIE, library_of

PACK = "goed-leven/05-experimenteren"


def session(library: Library) -> Thing:
    return library.things["sessie", PACK]


def names(found: list[Order]) -> list[str]:
    return [order.path.rpartition("/")[2] for order in found]


def refused(things: list[Thing], design: Design, wishes: Wishes) -> str:
    with pytest.raises(UsageError) as caught:
        orders(things, design, wishes)
    return str(caught.value)


# names


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("bol-wol", ("werkvorm", "bol-wol")),
        ("werkvormen/bol-wol", ("werkvorm", "bol-wol")),
        ("liso", ("deck", "liso")),
        ("decks/liso", ("deck", "liso")),
        ("goed-leven", ("netwerk", "goed-leven")),
        ("goed-leven/", ("netwerk", "goed-leven")),
        (PACK, ("sessie", PACK)),
        (f"netwerken/{PACK}", ("sessie", PACK)),
    ],
)
def test_a_thing_is_called_by_its_name_or_by_its_folder_and_name(
    library: Library, name: str, key: tuple[str, str]
) -> None:
    assert find(name, library) == key


@pytest.mark.parametrize(
    ("name", "way_out"),
    [
        ("bolwol", "did you mean bol-wol?"),
        ("LISO", "did you mean liso?"),
        ("05-experimenteren", f"did you mean {PACK}?"),
        ("werkvormen/bolwol", "did you mean werkvormen/bol-wol?"),
        ("zzzzzz", "`drukklaar list` names them all"),
        ("", "`drukklaar list` names them all"),
    ],
)
def test_a_name_that_nothing_has_is_refused_with_the_nearest(library: Library, name: str, way_out: str) -> None:
    with pytest.raises(UsageError) as caught:
        find(name, library)

    assert str(caught.value) == f"nothing is called {name} ({way_out})"


def test_a_name_that_two_things_have_is_refused_with_how_to_tell_them_apart(tmp_path: Path) -> None:
    library = library_of(tmp_path, {"materials/canvassen/plan.yaml": CANVAS, "materials/formulieren/plan.yaml": "x"})

    with pytest.raises(UsageError) as caught:
        find("plan", library)

    assert str(caught.value) == "plan can be more than one thing (say which of canvassen/plan, formulieren/plan)"


# files


def test_a_session_comes_with_its_draaiboek_its_canvas_its_form_and_its_cards(library: Library, design: Design) -> None:
    found = orders([session(library)], design, Wishes())

    assert {order.path.rpartition("/")[0] for order in found} == {PACK}
    assert names(found) == [
        "draaiboek.docx",
        "draaiboek.pdf",
        "experimentencanvas.pdf",
        "reisverslag.pdf",
        "kaarten.pdf",
        "kaarten-vellen.pdf",
    ]


def test_a_deck_comes_as_cards_to_read_and_sheets_to_print(library: Library, design: Design) -> None:
    deck = library.things["deck", "liso"]

    found = orders([deck], design, Wishes())

    assert isinstance(deck, Deck)
    assert [(order.path, order.scheme) for order in found] == [
        ("decks/liso/kaarten.pdf", ""),
        ("decks/liso/kaarten-vellen.pdf", "kantoor"),
    ]
    assert all(order.subjects == deck.kaarten for order in found)


@pytest.mark.parametrize(
    ("kind", "slug", "paths"),
    [
        ("werkvorm", "bol-wol", ["werkvormen/bol-wol/kaarten.pdf", "werkvormen/bol-wol/kaarten-vellen.pdf"]),
        ("canvas", "experimentencanvas", ["canvassen/experimentencanvas/experimentencanvas.pdf"]),
        ("formulier", "reisverslag", ["formulieren/reisverslag/reisverslag.pdf"]),
        ("netwerk", "goed-leven", []),
    ],
)
def test_each_kind_of_thing_comes_as_its_own_files(
    library: Library, design: Design, kind: str, slug: str, paths: list[str]
) -> None:
    assert [order.path for order in orders([library.things[kind, slug]], design, Wishes())] == paths


def test_what_is_asked_for_twice_comes_once(library: Library, design: Design) -> None:
    thing = session(library)

    assert orders([thing, thing], design, Wishes()) == orders([thing], design, Wishes())


def test_a_session_that_needs_nothing_printed_and_has_no_werkvorm_is_its_draaiboek(
    tmp_path: Path, design: Design
) -> None:
    library = library_of(tmp_path, ONE_OF_EACH)

    assert names(orders([library.things["sessie", "wijk/01-start"]], design, Wishes())) == [
        "draaiboek.docx",
        "draaiboek.pdf",
    ]


def test_files_speak_the_language_of_their_network(tmp_path: Path, design: Design) -> None:
    needs = SESSIE.replace("wie: Ada", "wie: Ada, werkvorm: rondje, materialen: [{canvas: plan}]")
    english = {"materials/netwerken/wijk/netwerk.yaml": NETWERK + "taal: en\n"}
    library = library_of(tmp_path, {**ONE_OF_EACH, **english, "materials/netwerken/wijk/sessies/01-start.yaml": needs})

    found = orders([library.things["sessie", "wijk/01-start"]], design, Wishes())

    assert len(found) == 5
    assert {order.language for order in found} == {"en"}


def pack_with(root: Path, files: dict[str, str], materials: str) -> Sessie:
    text = SESSIE.replace("wie: Ada", f"wie: Ada, werkvorm: rondje, materialen: [{materials}]")
    library = library_of(root, {**ONE_OF_EACH, **files, "materials/netwerken/wijk/sessies/01-start.yaml": text})
    found = library.things["sessie", "wijk/01-start"]
    assert isinstance(found, Sessie)
    return found


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
    pack = pack_with(tmp_path, files, materials)

    with pytest.raises(GeneratorError, match=r"would be this, and something else too \(give this file another name\)"):
        orders([pack], design, Wishes())
    with pytest.raises(GeneratorError, match=f"^materials/{path}:1:1: "):
        orders([pack], design, Wishes())


def test_a_sheet_comes_on_the_paper_that_the_session_wants(tmp_path: Path, design: Design) -> None:
    pack = pack_with(tmp_path, {}, "{canvas: plan, papier: A3}, {formulier: blad, papier: A4}")

    papers = {order.name: order.paper for order in orders([pack], design, Wishes())}

    assert papers["plan"].startswith("A3")
    assert papers["blad"].startswith("A4")


# wishes


@pytest.mark.parametrize(
    ("only", "files"),
    [
        (("draaiboek",), ["draaiboek.docx", "draaiboek.pdf"]),
        (("experimentencanvas",), ["experimentencanvas.pdf"]),
        (("canvas",), ["experimentencanvas.pdf"]),
        (("kaarten-vellen",), ["kaarten-vellen.pdf"]),
        (("reisverslag", "draaiboek"), ["draaiboek.docx", "draaiboek.pdf", "reisverslag.pdf"]),
    ],
)
def test_only_what_is_wished_is_made(library: Library, design: Design, only: tuple[str, ...], files: list[str]) -> None:
    assert names(orders([session(library)], design, Wishes(only=only))) == files


def test_another_paper_is_for_what_has_the_choice(library: Library, design: Design) -> None:
    plain = orders([session(library)], design, Wishes())
    wished = orders([session(library)], design, Wishes(paper="A4"))

    for before, after in zip(plain, wished, strict=True):
        sheet = before.template in ("canvas", "formulier")
        assert after.paper.partition(" ")[0] == "A4" if sheet else after.paper == before.paper


def test_another_scheme_is_for_what_comes_on_sheets(library: Library, design: Design) -> None:
    found = orders([library.things["deck", "liso"]], design, Wishes(scheme="afloop"))

    assert [order.scheme for order in found] == ["", "afloop"]


def test_copies_and_blank_are_for_all(library: Library, design: Design) -> None:
    found = orders([session(library)], design, Wishes(copies=14, blank=True))

    assert {(order.copies, order.blank) for order in found} == {(14, True)}


@pytest.mark.parametrize(
    ("wishes", "told"),
    [
        (Wishes(only=("draaiboekje",)), "nothing here makes draaiboekje (did you mean draaiboek?)"),
        (Wishes(paper="A9"), "nothing here can be made on A9 ("),
        (Wishes(scheme="afloopje"), "there is no scheme named afloopje (did you mean afloop"),
        (
            Wishes(only=("draaiboek",), scheme="afloop"),
            "nothing here comes on sheets (leave --scheme out, or name a deck)",
        ),
        (Wishes(only=("kaarten",), paper="A3"), "nothing here can be made on A3"),
    ],
)
def test_a_wish_that_nothing_here_can_meet_is_refused(
    library: Library, design: Design, wishes: Wishes, told: str
) -> None:
    assert refused([session(library)], design, wishes).startswith(told)
