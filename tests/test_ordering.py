"""What is asked for, by name and by wish, and the files that it comes to."""

from pathlib import Path

import pytest

from generator.design import Design
from generator.errors import UsageError
from generator.material.library import Library
from generator.material.model import Thing
from generator.order import Order, Wishes
from generator.ordering import find, orders
from tests.folders import CANVAS, library_of
from tests.packs import Pack

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


def test_what_is_asked_for_twice_comes_once(library: Library, design: Design) -> None:
    thing = session(library)

    assert orders([thing, thing], design, Wishes()) == orders([thing], design, Wishes())


# wishes


@pytest.mark.parametrize(
    ("only", "files"),
    [
        (("draaiboek",), ["draaiboek.docx", "draaiboek.pdf"]),
        (("experimentencanvas",), ["experimentencanvas.pdf"]),
        (("canvas",), ["experimentencanvas-voorbeeld.pdf", "experimentencanvas.pdf"]),
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
        front = design.templates[before.template].front
        choices = [paper for paper in front.keuzes or (front.papier,) if paper.partition(" ")[0] == "A4"]
        assert after.paper == (choices[0] if choices else before.paper)
        assert after.path == (before.path if after.paper == before.paper else before.path.replace(".pdf", "-a4.pdf"))


def test_another_scheme_is_for_what_comes_on_sheets(library: Library, design: Design) -> None:
    found = orders([library.things["deck", "liso"]], design, Wishes(scheme="afloop"))

    assert [order.scheme for order in found] == ["", "afloop", ""]


def test_copies_and_blank_are_for_all_but_a_worked_example(library: Library, design: Design) -> None:
    found = orders([session(library)], design, Wishes(copies=14, blank=True))

    assert {order.copies for order in found} == {14}
    assert {order.name: order.fill for order in found if order.fill != "leeg"} == {
        "experimentencanvas-voorbeeld": "voorbeeld"
    }


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


def test_what_tells_of_other_files_knows_them_as_they_were_wished(tmp_path: Path, design: Design) -> None:
    pack = Pack("{canvas: plan, per: duo}", deelnemers=("Ada", "Bo"))

    found = pack.orders(tmp_path, design, Wishes(copies=14, paper="A4"))
    alone = pack.orders(tmp_path, design, Wishes(only=("printopdracht",), copies=14, paper="A4"))

    for made in (found, alone):
        told = {order.path: order.copies for order in made["printopdracht.pdf"].about}
        assert "wijk/01-start/plan-a4.pdf" in told
        assert "wijk/01-start/plan.pdf" not in told
        assert set(told.values()) == {14}
