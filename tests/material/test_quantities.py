"""How much of what: counted by handing things out, one by one, rather than by the formulas of the code."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.material.model import Netwerk, Persoon, Sessie
from generator.material.quantities import (
    Benodigd,
    Groepje,
    alternatieven,
    benodigdheden,
    paklijst,
    posten,
    size_of_groups,
)
from tests.material.sessions import part, session, werkvorm

PER = ("deelnemer", "duo", "groepje", "groep", "ruimte", "facilitator")


def network(**fields: object) -> Netwerk:
    return Netwerk.model_validate({"slug": "n", "naam": "N", "thema": "T", **fields})


def need(naam: str = "vel", **fields: object) -> dict[str, object]:
    return {"naam": naam, **fields}


def needed(sessie: Sessie, naam: str = "vel") -> Benodigd:
    """The one line of the list that this thing has."""
    found = [line for line in benodigdheden(posten(sessie)) if line.materiaal.titel == naam]
    assert len(found) == 1
    return found[0]


def amount(people: int | None, *needs: dict[str, object], **fields: object) -> int | None:
    """How many vel a session of one part needs."""
    return needed(session(part(materialen=list(needs)), **{"aantal-deelnemers": people, **fields})).aantal


def people(count: int) -> list[Persoon]:
    return [Persoon(naam=f"P{number}") for number in range(count)]


# per whom


@pytest.mark.parametrize(
    ("per", "count"),
    [("deelnemer", 15), ("duo", 8), ("groepje", 4), ("groep", 1), ("ruimte", 3), ("facilitator", 2)],
)
def test_each_gets_one_and_who_is_left_over_counts_too(per: str, count: int) -> None:
    fields = {"netwerk": network(facilitators=people(2)), "ruimtes": 3}

    assert amount(15, need(per=per), **fields) == count


@pytest.mark.parametrize(("per", "count"), [("deelnemer", 1), ("duo", 1), ("groepje", 1), ("facilitator", 1)])
def test_one_person_alone_gets_one(per: str, count: int) -> None:
    assert amount(1, need(per=per)) == count


@pytest.mark.parametrize(("per", "count"), [("deelnemer", 400), ("duo", 200), ("groepje", 100), ("groep", 1)])
def test_four_hundred_people_get_what_they_need(per: str, count: int) -> None:
    assert amount(400, need(per=per)) == count


@pytest.mark.parametrize("per", ["deelnemer", "duo", "groepje"])
def test_how_many_is_not_known_where_nobody_said_how_many_come(per: str) -> None:
    assert amount(None, need(per=per)) is None


@pytest.mark.parametrize(("per", "count"), [("groep", 1), ("ruimte", 1), ("facilitator", 1)])
def test_what_does_not_hang_on_participants_is_known_all_the_same(per: str, count: int) -> None:
    assert amount(None, need(per=per)) == count


def test_one_part_that_is_not_known_makes_the_sum_unknown() -> None:
    assert amount(None, need(aantal=3), need(per="duo")) is None


def test_the_names_in_the_network_count_where_the_session_says_nothing() -> None:
    assert amount(None, need(per="deelnemer"), netwerk=network(deelnemers=people(9))) == 9
    assert amount(12, need(per="deelnemer"), netwerk=network(deelnemers=people(9))) == 12


def dealt(count: int, sizes: Groepje) -> int:
    """The most groups in which everybody sits, none too small or large; where that fails, none too large."""
    right = [k for k in range(1, count + 1) if sizes.minst * k <= count <= sizes.meest * k]
    return max(right) if right else next(k for k in range(1, count + 1) if count <= sizes.meest * k)


@given(st.integers(1, 400), st.integers(1, 12), st.integers(0, 8))
def test_there_are_as_many_small_groups_as_can_be_made(count: int, least: int, more: int) -> None:
    sizes = Groepje(least, least + more)

    assert sizes.aantal(count) == dealt(count, sizes)


@pytest.mark.parametrize(
    ("count", "groups"), [(1, 1), (2, 1), (3, 1), (5, 1), (6, 2), (7, 2), (11, 3), (14, 4), (15, 5)]
)
def test_groups_of_three_to_five_take_odd_numbers_of_people(count: int, groups: int) -> None:
    creative = werkvorm(groep={"indeling": "groepjes van 3-5"}, materialen=[need(per="groepje")])
    held = session(part(werkvorm=[creative]), **{"aantal-deelnemers": count})

    assert needed(held).aantal == groups


@pytest.mark.parametrize(
    ("layout", "least", "most"),
    [
        ("groepjes van 3-5", 3, 5),
        ("groepjes van 3–5, daarna plenair", 3, 5),
        ("Groepjes van 3 tot 5", 3, 5),
        ("subgroepen van 4", 4, 4),
        ("team van 6 of 7", 6, 7),
        ("drietallen", 3, 3),
        ("individueel, duo's, viertallen, plenair", 4, 4),
    ],
)
def test_an_indeling_tells_how_large_small_groups_are(layout: str, least: int, most: int) -> None:
    assert size_of_groups([werkvorm(groep={"indeling": layout})]) == Groepje(least, most)


@pytest.mark.parametrize("layout", ["kring", "plenair", "groepjes", None])
def test_where_no_indeling_tells_it_the_network_does(layout: str | None) -> None:
    plain = werkvorm(groep={"indeling": layout}, materialen=[need(per="groepje")])
    fields = {"aantal-deelnemers": 12, "netwerk": network(groepje=6)}

    assert size_of_groups([plain]) is None
    assert needed(session(part(werkvorm=[plain]), **fields)).aantal == 2


# used up, reusable, and some to spare


def test_what_is_used_up_adds_up() -> None:
    held = session(part(materialen=[need(per="duo")]), part(materialen=[need(aantal=3)]), **{"aantal-deelnemers": 14})

    assert needed(held).aantal == 10
    assert [post.aantal for post in needed(held).posten] == [7, 3]


def test_what_is_reusable_counts_where_most_of_it_is_needed() -> None:
    first, second = need(per="duo", herbruikbaar=True), need(aantal=3, herbruikbaar=True)
    held = session(part(materialen=[first]), part(materialen=[second]), **{"aantal-deelnemers": 14})

    assert needed(held).aantal == 7
    assert needed(held).herbruikbaar


def test_reusable_things_of_one_list_are_used_at_the_same_time() -> None:
    assert amount(14, need(aantal=2, herbruikbaar=True), need(aantal=3, herbruikbaar=True)) == 5


def test_what_is_used_up_here_and_reusable_there_needs_both() -> None:
    held = session(part(materialen=[need(aantal=2)]), part(materialen=[need(aantal=3, herbruikbaar=True)]))

    assert needed(held).aantal == 5
    assert not needed(held).herbruikbaar


@pytest.mark.parametrize(
    ("people", "reserve", "count"), [(14, "10%", 16), (14, "0%", 14), (3, "1%", 4), (10, "10%", 11)]
)
def test_a_reserve_rounds_up(people: int, reserve: str, count: int) -> None:
    assert amount(people, need(per="deelnemer", reserve=reserve)) == count


class Drawn(NamedTuple):
    """A line of materials, and how often it is asked for."""

    naam: str
    aantal: int
    per: str
    herbruikbaar: bool
    reserve: int | None


LINES = st.builds(
    Drawn,
    st.sampled_from(["vel", "pen", "stift"]),
    st.integers(1, 5),
    st.sampled_from(PER),
    st.booleans(),
    st.sampled_from([None, 0, 1, 10, 33, 100]),
)
LISTS = st.lists(st.lists(LINES, max_size=3), min_size=1, max_size=4)


def handed_out(line: Drawn, count: int, rooms: int, leaders: int) -> int:
    """What one line asks for: the hands that are held out, each filled, and the reserve on top."""
    seats = list(range(count))
    hands = {
        "deelnemer": seats,
        "duo": seats[::2],
        "groepje": list(range(dealt(count, Groepje(4, 4)))),
        "groep": ["all"],
        "ruimte": list(range(rooms)),
        "facilitator": list(range(leaders)) or ["somebody"],
    }[line.per]
    filled = sum(line.aantal for _ in hands)
    spare = Fraction(filled) * Fraction(line.reserve or 0, 100)
    return next(whole for whole in range(filled, 3 * filled + 1) if whole >= filled + spare)


def bought(lists: list[list[Drawn]], naam: str, count: int, rooms: int, leaders: int) -> int:
    """A box of them, carried through the meeting: what is used up leaves it, what is reusable comes back."""
    box, out = 0, 0
    for lines in lists:
        lent = 0
        for line in lines:
            if line.naam == naam:
                taken = handed_out(line, count, rooms, leaders)
                lent, out = (lent + taken, out) if line.herbruikbaar else (lent, out + taken)
        box = max(box, lent)
    return box + out


def written(lines: list[Drawn]) -> Iterator[dict[str, object]]:
    for line in lines:
        reserve = None if line.reserve is None else f"{line.reserve}%"
        yield {**line._asdict(), "reserve": reserve}


@given(LISTS, st.integers(1, 60), st.integers(1, 3), st.integers(0, 3), st.booleans())
def test_a_box_with_the_amounts_of_the_list_lasts_the_whole_meeting(
    lists: list[list[Drawn]], count: int, rooms: int, leaders: int, in_werkvorm: bool
) -> None:
    parts = [part(**_holding(list(written(lines)), in_werkvorm)) for lines in lists]
    fields = {"aantal-deelnemers": count, "ruimtes": rooms, "netwerk": network(facilitators=people(leaders))}

    found = {line.materiaal.titel: line.aantal for line in benodigdheden(posten(session(*parts, **fields)))}

    names = {line.naam for lines in lists for line in lines}
    assert found == {naam: bought(lists, naam, count, rooms, leaders) for naam in names}


def _holding(lines: list[dict[str, object]], in_werkvorm: bool) -> dict[str, object]:
    return {"werkvorm": [werkvorm(materialen=lines)]} if in_werkvorm else {"materialen": lines}


# the list


def test_each_amount_tells_for_which_part_it_is() -> None:
    held = session(part("Start", materialen=[need()]), part("Slot", werkvorm=[werkvorm(materialen=[need()])]))

    assert [post.onderdeel for post in needed(held).posten] == ["Start", "Slot"]


def test_what_the_network_takes_along_belongs_to_no_part() -> None:
    held = session(part(), netwerk=network(pakket=[need("bordje", aantal=3)]))

    assert [(post.onderdeel, post.aantal) for post in needed(held, "bordje").posten] == [("", 3)]


def test_one_name_is_one_thing_however_it_is_written() -> None:
    held = session(part(materialen=[need("Pen"), need("pen"), need(" pen  ")]))

    lines = benodigdheden(posten(held))
    assert [(line.materiaal.naam, line.aantal) for line in lines] == [("Pen", 3)]


def test_the_same_thing_on_other_paper_is_another_thing() -> None:
    held = session(part(materialen=[need(papier="A4"), need(papier="A3"), need()]))

    assert [line.aantal for line in benodigdheden(posten(held))] == [1, 1, 1]


def test_what_the_room_is_to_have_stands_apart_from_what_somebody_brings() -> None:
    things = [need("pen"), need("beamer", per="ruimte"), need("EHBO-doos", **{"op-locatie": True})]

    found = paklijst(session(part(materialen=things)))
    assert [line.materiaal.titel for line in found.meenemen] == ["pen"]
    assert [line.materiaal.titel for line in found.op_locatie] == ["beamer", "EHBO-doos"]


def test_what_is_printed_stands_on_the_print_order_and_not_among_what_one_brings() -> None:
    found = paklijst(session(part(materialen=[{"document": "presentielijst"}, need("pen")])))

    assert [line.materiaal.titel for line in found.meenemen] == ["pen"]


def test_a_variant_asks_for_what_is_not_there_already_and_for_more_of_what_is_used_up() -> None:
    other = werkvorm("anders", materialen=[need("pen", herbruikbaar=True), need("vel"), need("bal", per="duo")])
    held = session(
        part(materialen=[need("pen", herbruikbaar=True), need("vel")], varianten=[other]), **{"aantal-deelnemers": 5}
    )

    [(found, posts)] = alternatieven(held)
    assert found is other
    assert [(post.materiaal.titel, post.aantal) for post in posts] == [("vel", 1), ("bal", 3)]
    assert [line.aantal for _, lines in paklijst(held).alternatieven for line in lines] == [1, 3]


def test_a_part_without_materials_needs_nothing() -> None:
    assert posten(session(part())) == []
    assert paklijst(session(part())) == paklijst(session(part("Anders")))
