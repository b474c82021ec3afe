"""Who does what, and when."""

from generator.material.library import Library
from generator.material.model import Netwerk, Sessie
from generator.material.planning import Rol, rollen
from tests.material.sessions import part, session

NETWORK = Netwerk.model_validate({"slug": "n", "naam": "N", "thema": "T", "facilitators": ["Yasmina", "Harm"]})


def held(*parts: object, **fields: object) -> Sessie:
    return session(*parts, netwerk=NETWORK, **fields)  # type: ignore[arg-type]


def shown(found: list[Rol]) -> dict[str, list[str]]:
    """Each name with when it does what."""
    return {
        rol.naam: [f"{turn.moment.begin} {turn.moment.onderdeel.onderdeel}" for turn in rol.beurten] for rol in found
    }


def test_each_has_what_bears_their_name_at_its_time() -> None:
    found = rollen(held(part("Opening", 10, wie=["Harm"]), part("Slot", 5, wie=["Yasmina", "Harm"])))

    assert shown(found) == {"Yasmina": ["13:10 Slot"], "Harm": ["13:00 Opening", "13:10 Slot"]}


def test_facilitators_come_first_and_others_in_the_order_of_the_programme() -> None:
    found = rollen(held(part(wie=["Zoë", "Harm"]), part(wie=["Abel"])))

    assert [rol.naam for rol in found] == ["Harm", "Zoë", "Abel"]


def test_the_word_facilitators_stands_for_each_of_them() -> None:
    found = rollen(held(part("Opbouw", 45, vooraf=True, wie=["Facilitators"])))

    assert shown(found) == {"Yasmina": ["12:15 Opbouw"], "Harm": ["12:15 Opbouw"]}


def test_somebody_who_does_only_a_stretch_has_that_stretch() -> None:
    stretches = [{"tekst": "in duo's", "duur": 20, "wie": "Zoë"}, {"tekst": "plenair", "duur": 10}]

    found = rollen(held(part("Ruil", 30, wie=["Harm"], delen=stretches)))

    own = {rol.naam: [stretch.tekst for turn in rol.beurten for stretch in turn.delen] for rol in found}
    assert own == {"Harm": [], "Zoë": ["in duo's"]}


def test_each_reads_with_whom_a_part_is_done() -> None:
    found = rollen(held(part("Opbouw", 45, vooraf=True, wie=["facilitators"]), part(wie=["Harm", "Zoë"])))

    assert {rol.naam: [turn.samen for turn in rol.beurten] for rol in found} == {
        "Yasmina": [("Harm",)],
        "Harm": [("Yasmina",), ("Zoë",)],
        "Zoë": [("Harm",)],
    }


def test_without_facilitators_the_word_is_a_name_like_any_other() -> None:
    found = rollen(session(part(wie=["facilitators"])))

    assert [rol.naam for rol in found] == ["facilitators"]


def test_each_strip_says_with_whom() -> None:
    found = rollen(
        held(part("Opbouw", wie=["facilitators"]), part("Ruil", wie=["Zoë", "Harm"]), part("Slot", wie=["Harm"]))
    )

    together = {rol.naam: [beurt.samen for beurt in rol.beurten] for rol in found}
    assert together == {"Yasmina": [("Harm",)], "Harm": [("Yasmina",), ("Zoë",), ()], "Zoë": [("Harm",)]}


def test_who_does_nothing_has_no_strip() -> None:
    assert [rol.naam for rol in rollen(held(part(wie=["Harm"])))] == ["Harm"]
    assert rollen(held(part(wie=[]))) == []


def test_the_facilitators_of_the_session_go_before_those_of_the_network() -> None:
    found = rollen(held(part(wie=["facilitators"]), facilitators=["Invaller"]))

    assert [rol.naam for rol in found] == ["Invaller"]


def test_a_name_in_other_case_is_the_same_facilitator_and_gets_one_strip() -> None:
    found = rollen(held(part("Opening", wie=["harm"])))

    assert [rol.naam for rol in found] == ["Harm"]


def test_everything_in_a_bundled_programme_with_a_name_stands_on_a_strip(library: Library) -> None:
    for sessie in library.of_kind("sessie").values():
        assert isinstance(sessie, Sessie)
        strips = {(rol.naam, beurt.moment.number) for rol in rollen(sessie) for beurt in rol.beurten}

        named = {
            (name, number)
            for number, onderdeel in enumerate(sessie.programma)
            for name in onderdeel.wie
            if name.casefold() != "facilitators"
        }
        assert named <= strips
