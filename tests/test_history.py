"""Which cards changed since a build or a day."""

from datetime import date
from pathlib import Path

import pytest

from generator.build import Report, Request, build
from generator.design import Design
from generator.documents import fill
from generator.errors import UsageError
from generator.history import FILE, Change, History, Since, after, changed, moment_of, read, written
from generator.material.model import Werkvorm
from generator.order import Wishes
from generator.ordering import changed_since, orders
from generator.workspace import Workspace
from tests.conftest import Silent
from tests.folders import lay, library_of
from tests.material.sessions import werkvorm
from tests.packs import CANVAS

MONDAY, TUESDAY = date(2027, 3, 8), date(2027, 3, 9)
DECK = {
    "materials/werkvormen/een.yaml": "naam: Een\n",
    "materials/werkvormen/twee.yaml": "naam: Twee\n",
    "materials/werkvormen/drie.yaml": "naam: Drie\n",
    "materials/decks/stapel.yaml": "naam: Stapel\nwerkvormen: [een, twee, drie]\nnummers: ja\nindex: ja\n",
}


def card(slug: str, wat: str = "Iets.") -> Werkvorm:
    return werkvorm(slug, wat=wat)


@pytest.fixture(scope="module")
def known() -> History:
    """Three builds: `een` and `twee` on Monday, `twee` changed on Monday, `drie` came on Tuesday."""
    first = after(History(), [card("een"), card("twee")], MONDAY)
    second = after(first, [card("een"), card("twee", "Anders.")], MONDAY)
    return after(second, [card("een"), card("twee", "Anders."), card("drie")], TUESDAY)


NOW = (card("een"), card("twee", "Anders."), card("drie"))


def fresh(since: Since, known: History, cards: tuple[Werkvorm, ...] = NOW) -> list[str]:
    return [one.slug for one in cards if changed(one, since, known)]


# what is remembered


def test_each_build_has_its_number_and_each_card_its_last_change(known: History) -> None:
    assert known.number == 3
    assert {name: (change.build, change.day) for name, change in known.changes.items()} == {
        "werkvormen/een": (1, "2027-03-08"),
        "werkvormen/twee": (2, "2027-03-08"),
        "werkvormen/drie": (3, "2027-03-09"),
    }


def test_what_is_remembered_can_be_read_back(known: History, tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(written(known))

    assert read(tmp_path) == known


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"build": "x", "kaarten": {}}', '{"build": 1, "kaarten": {"a": 3}}'])
def test_notes_of_nonsense_are_as_good_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text, "utf-8")

    assert read(tmp_path) == History()


def test_without_notes_nothing_is_known(tmp_path: Path) -> None:
    assert read(tmp_path) == History()


def test_a_card_that_is_left_out_of_a_build_is_remembered_all_the_same(known: History) -> None:
    later = after(known, [card("een")], TUESDAY)

    assert later.changes == known.changes
    assert later.number == 4


def test_a_card_that_changes_back_has_changed_again(known: History) -> None:
    later = after(known, [card("twee")], TUESDAY)

    assert later.changes["werkvormen/twee"].build == 4


def test_a_card_that_names_a_thing_with_another_name_has_changed(tmp_path: Path) -> None:
    def rondje(name: str) -> Werkvorm:
        werkvorm_, canvas = "materials/werkvormen/rondje.yaml", "materials/canvassen/plan.yaml"
        texts = {werkvorm_: "naam: Rondje\nmaterialen: [{canvas: plan}]\n", canvas: CANVAS.replace("naam: Plan", name)}
        found = library_of(tmp_path / name[-1], texts).things["werkvorm", "rondje"]
        assert isinstance(found, Werkvorm)
        return found

    known = after(History(), [rondje("naam: Plan A")], MONDAY)

    assert not changed(rondje("naam: Plan A"), Since(build=1), known)
    assert changed(rondje("naam: Plan B"), Since(build=1), known)


# what is asked


@pytest.mark.parametrize(
    ("since", "cards"),
    [
        (Since(build=0), ["een", "twee", "drie"]),
        (Since(build=1), ["twee", "drie"]),
        (Since(build=2), ["drie"]),
        (Since(build=3), []),
        (Since(day="2027-03-07"), ["een", "twee", "drie"]),
        (Since(day="2027-03-08"), ["een", "twee", "drie"]),
        (Since(day="2027-03-09"), ["drie"]),
        (Since(day="2027-03-10"), []),
    ],
)
def test_cards_that_changed_after_a_build_or_on_or_after_a_day_are_fresh(
    known: History, since: Since, cards: list[str]
) -> None:
    assert fresh(since, known) == cards


@pytest.mark.parametrize("since", [Since(build=3), Since(day="2030-01-01")])
def test_a_card_that_no_build_has_seen_as_it_is_now_is_fresh(known: History, since: Since) -> None:
    assert fresh(since, known, (card("een", "Nu anders."), card("vier"), card("drie"))) == ["een", "vier"]


@pytest.mark.parametrize(
    ("text", "moment"),
    [("0", Since(build=0)), ("3", Since(build=3)), ("2027-03-08", Since(day="2027-03-08"))],
)
def test_a_number_is_a_build_and_a_date_is_a_day(known: History, text: str, moment: Since) -> None:
    assert moment_of(text, known) == moment


@pytest.mark.parametrize("text", ["4", "-1", "gisteren", "2027-13-01", "11-03-2027", "1.5", " "])
def test_nonsense_is_refused_with_what_can_be_written(known: History, text: str) -> None:
    with pytest.raises(UsageError, match=r"is no day and no build \(write a day such as 2027-03-11, .* from 0 to 3\)"):
        moment_of(text, known)


# the cards that come of it


def deck_since(root: Path, design: Design, since: str, known: History, **changes: str) -> dict[str, list[str]]:
    """The files of the deck since then, with the slugs of their cards."""
    library = library_of(
        root, {**DECK, **{f"materials/werkvormen/{name}.yaml": text for name, text in changes.items()}}
    )
    assert library.problems == ()
    found = changed_since(orders([library.things["deck", "stapel"]], design, Wishes()), since, known)
    return {order.path: [card.slug for card in order.subjects] for order in found}


@pytest.fixture
def seen(tmp_path: Path) -> History:
    """One build, of all cards of the deck."""
    library = library_of(tmp_path / "seen", DECK)
    return after(History(), library.of_kind("werkvorm").values(), MONDAY)


def test_a_deck_since_a_build_holds_the_changed_cards_under_a_name_that_says_so(
    tmp_path: Path, design: Design, seen: History
) -> None:
    found = deck_since(tmp_path, design, "1", seen, twee="naam: Twee\nwat: Nieuw.\n")

    assert found == {
        "decks/stapel/kaarten-sinds-1.pdf": ["twee"],
        "decks/stapel/kaarten-vellen-sinds-1.pdf": ["twee"],
    }


def test_a_card_keeps_the_number_that_it_has_in_its_deck(tmp_path: Path, design: Design, seen: History) -> None:
    library = library_of(tmp_path, {**DECK, "materials/werkvormen/drie.yaml": "naam: Drie\nwat: Nieuw.\n"})

    [order, _] = changed_since(orders([library.things["deck", "stapel"]], design, Wishes()), "1", seen)

    [document] = fill(order, design)
    assert (order.numbers, order.total) == ((3,), 3)
    assert "kaart 3 van 3" in str(document)


def test_a_deck_in_which_nothing_changed_makes_no_file(tmp_path: Path, design: Design, seen: History) -> None:
    assert deck_since(tmp_path, design, "1", seen) == {}


def test_without_since_everything_stays(tmp_path: Path, design: Design, seen: History) -> None:
    every = ["stapel", "een", "twee", "drie"]

    found = deck_since(tmp_path, design, "", seen)

    assert found["decks/stapel/kaarten.pdf"] == found["decks/stapel/kaarten-vellen.pdf"] == every


def test_where_nothing_is_a_card_since_is_refused(tmp_path: Path, design: Design, seen: History) -> None:
    library = library_of(tmp_path, {"materials/formulieren/f.yaml": "naam: F\ndelen:\n  - vragen: [{vraag: Hoe?}]\n"})
    found = orders([library.things["formulier", "f"]], design, Wishes())

    with pytest.raises(UsageError, match=r"nothing here is a card \(leave --since out, or name a deck\)"):
        changed_since(found, "1", seen)


# over builds


def run(root: Path, since: str = "") -> Report:
    return build(Workspace(root), Request(("stapel",), Wishes(since=since)), Silent())


def names(report: Report) -> list[str]:
    return [row.path.name for row in report.rows]


def test_a_second_build_knows_what_changed_since_the_first(tmp_path: Path) -> None:
    first = run(lay(tmp_path, DECK))
    lay(tmp_path, {"materials/werkvormen/een.yaml": "naam: Een\nwat: Nieuw.\n"})
    second = run(tmp_path, "1")
    third = run(tmp_path, date.today().isoformat())

    assert (first.number, second.number) == (1, 2)
    assert names(second) == ["kaarten-sinds-1.pdf", "kaarten-vellen-sinds-1.pdf"]
    assert second.rows[0].pages == 2
    assert third.rows[0].pages == 6
    assert read(tmp_path / "output").changes["werkvormen/een"] == Change(
        read(tmp_path / "output").changes["werkvormen/een"].digest, 2, date.today().isoformat()
    )


def test_a_build_that_makes_nothing_has_no_number(tmp_path: Path) -> None:
    run(lay(tmp_path, DECK))

    assert run(tmp_path).number == 0
    assert run(tmp_path, "1").rows == ()
    assert read(tmp_path / "output").number == 1
