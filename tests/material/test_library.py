"""All of materials/ as one whole: references find what they name, and every fault is told once, at its place."""

from pathlib import Path

import pytest

from generator.material.library import LONGEST_CHAIN, Library
from generator.material.model import Werkvorm
from tests.folders import CANVAS, NETWERK, ONE_OF_EACH, SESSIE, lay, library_of, problems_of

A, B, C = (f"materials/werkvormen/{name}.yaml" for name in "abc")


def names(variant: str) -> str:
    return f"naam: X\nvarianten: [{{werkvorm: {variant}}}]\n"


def test_the_bundled_materials_are_without_fault(library: Library) -> None:
    assert library.problems == ()
    assert library.files.keys() == library.things.keys() == library.sources.keys()


def test_a_reference_to_nothing_is_told_at_its_place_with_the_nearest_name(tmp_path: Path) -> None:
    assert problems_of(tmp_path, {**ONE_OF_EACH, A: names("rontje")}) == [
        f"{A}:2:24: there is no werkvorm named rontje (did you mean rondje?)"
    ]


def test_a_reference_to_nothing_like_anything_still_has_a_way_out(tmp_path: Path) -> None:
    many = {f"materials/werkvormen/w{number}.yaml": "naam: W" for number in range(20)}

    assert problems_of(tmp_path, {**many, A: names("zzzzzz")}) == [
        f"{A}:2:24: there is no werkvorm named zzzzzz (`drukklaar list` names them all)"
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("sessie: wijk/02", "sessie named wijk/02 (did you mean wijk/01-start?)"),
        ("decks: [x]", "deck named x (possible here: alles, stapel)"),
        ("werkvormen: [x]", "werkvorm named x (possible here: rondje)"),
    ],
)
def test_each_kind_of_reference_looks_among_its_own_kind(tmp_path: Path, text: str, told: str) -> None:
    (found,) = problems_of(tmp_path, {**ONE_OF_EACH, "materials/decks/alles.yaml": f"naam: X\n{text}\n"})

    assert found.partition(": there is no ")[2] == told


def test_a_reference_that_is_no_name_is_told(tmp_path: Path) -> None:
    (found,) = problems_of(tmp_path, {A: "naam: X\nvarianten: [{werkvorm: {naam: rondje}}]\n"})

    assert found == f"{A}:2:24: the name of a werkvorm is expected here (write it as in `drukklaar list`)"


def test_a_circle_of_werkvormen_is_told_once_with_its_way_round(tmp_path: Path) -> None:
    found = problems_of(tmp_path, {A: names("b"), B: names("c"), C: names("a")})

    assert found == [f"{C}:2:24: this goes round in a circle: a → b → c → a (take one of the references out)"]


def test_a_werkvorm_that_names_itself_goes_round_too(tmp_path: Path) -> None:
    assert problems_of(tmp_path, {A: names("a")}) == [
        f"{A}:2:24: this goes round in a circle: a → a (take one of the references out)"
    ]


def test_a_circle_of_decks_is_told_once(tmp_path: Path) -> None:
    decks = {f"materials/decks/{name}.yaml": f"naam: X\ndecks: [{other}]\n" for name, other in ("ab", "ba")}

    assert problems_of(tmp_path, decks) == [
        "materials/decks/b.yaml:2:9: this goes round in a circle: a → b → a (take one of the references out)"
    ]


def test_two_ways_to_the_same_werkvorm_are_no_circle(tmp_path: Path) -> None:
    both = "naam: X\nvarianten: [{werkvorm: b}, {werkvorm: c}]\n"

    assert problems_of(tmp_path, {A: both, B: names("c"), C: "naam: C\n"}) == []


def test_a_row_of_references_without_end_is_a_problem_and_not_a_crash(tmp_path: Path) -> None:
    long = {f"materials/werkvormen/w{n:04}.yaml": names(f"w{n + 1:04}") for n in range(1000)}

    found = problems_of(tmp_path, {**long, "materials/werkvormen/w1000.yaml": "naam: X\n"})

    assert found[0] == (
        f"materials/werkvormen/w{LONGEST_CHAIN:04}.yaml:2:24: "
        "this is the end of more than 40 references in a row (take one of them out)"
    )
    assert all("more than 40 references" in line for line in found)


def test_a_broken_werkvorm_is_told_once_and_not_at_its_users(tmp_path: Path) -> None:
    broken = {
        "materials/werkvormen/rondje.yaml": "naam: X\nfoo: bar\n",
        "materials/decks/ook.yaml": "naam: Ook\ndecks: [stapel]\n",
        "materials/netwerken/wijk/sessies/01-start.yaml": SESSIE.replace("wie: Ada", "wie: Ada, werkvorm: rondje"),
    }

    library = library_of(tmp_path, {**ONE_OF_EACH, **broken})

    assert [str(problem.place) for problem in library.problems] == ["materials/werkvormen/rondje.yaml:2:1"]
    assert {kind for kind, _ in library.things} == {"begrip", "canvas", "formulier", "netwerk", "plaat"}


def test_what_does_not_use_the_broken_thing_is_sound(tmp_path: Path) -> None:
    library = library_of(tmp_path, {**ONE_OF_EACH, "materials/canvassen/plan.yaml": "naam: X\n"})

    assert set(library.files) - set(library.things) == {("canvas", "plan")}


def test_a_user_of_something_broken_has_its_own_faults_told_too(tmp_path: Path) -> None:
    found = problems_of(tmp_path, {A: "naam: [x]\n", B: names("a") + "foo: bar\n"})

    assert [line.partition(": ")[0] for line in found] == [f"{A}:1:7", f"{B}:3:1"]


def test_a_session_of_a_broken_network_has_its_own_faults_told_too(tmp_path: Path) -> None:
    files = {**ONE_OF_EACH, "materials/netwerken/wijk/netwerk.yaml": "naam: X\n"}
    files["materials/netwerken/wijk/sessies/01-start.yaml"] = SESSIE + "foo: bar\n"

    found = problems_of(tmp_path, files)

    assert [line.partition(" (")[0] for line in found] == [
        "materials/netwerken/wijk/netwerk.yaml:1:1: thema is missing here",
        "materials/netwerken/wijk/sessies/01-start.yaml:5:1: foo is no known key here",
    ]


def test_a_session_of_an_unreadable_network_has_its_own_faults_told_too(tmp_path: Path) -> None:
    files = {**ONE_OF_EACH, "materials/netwerken/wijk/netwerk.yaml": b"naam: \xff"}
    files["materials/netwerken/wijk/sessies/01-start.yaml"] = SESSIE + "doelen: ['{{ netwerk.thema }}']\nfoo: bar\n"

    assert len(problems_of(tmp_path, files)) == 2


def test_every_problem_of_every_file_is_told_at_once(tmp_path: Path) -> None:
    broken = {path: f"{text}foo: bar\nbar: foo\n" for path, text in ONE_OF_EACH.items()}

    found = problems_of(tmp_path, broken)

    assert sorted(line.split(":")[0] for line in found) == sorted([*broken, *broken])


def test_a_thing_of_ones_own_is_used_by_what_is_bundled(tmp_path: Path) -> None:
    from generator.material.library import read_library

    bundled = lay(tmp_path / "tool", ONE_OF_EACH) / "materials"
    own = lay(tmp_path / "mine", {"materials/werkvormen/rondje.yaml": "naam: Mijn rondje\n"}) / "materials"

    library = read_library(bundled, own)

    (card,) = library.things["deck", "stapel"].werkvormen  # type: ignore[attr-defined]
    assert isinstance(card, Werkvorm)
    assert card.naam == "Mijn rondje"


def test_the_place_of_a_value_is_that_in_its_file(tmp_path: Path) -> None:
    library = library_of(tmp_path, ONE_OF_EACH)

    place = library.place(("sessie", "wijk/01-start"), ("programma", 0, "duur"))

    assert str(place) == "materials/netwerken/wijk/sessies/01-start.yaml:4:32"


# what a series names


def filled(root: Path, text: str, **network: str) -> list[str]:
    """The goals of a session with this text as its goal, or what is wrong with it."""
    files = {
        "materials/netwerken/wijk/netwerk.yaml": NETWERK + "".join(f"{k}: {v}\n" for k, v in network.items()),
        "materials/netwerken/wijk/sessies/02-samen.yaml": SESSIE + f"doelen: ['{text}']\n",
    }
    library = library_of(root, files)
    if library.problems:
        return [str(problem) for problem in library.problems]
    return list(library.things["sessie", "wijk/02-samen"].doelen)  # type: ignore[attr-defined]


def test_a_text_may_name_what_the_series_knows(tmp_path: Path) -> None:
    text = "{{ netwerk.thema }}, {{sessie.titel}}, {{ sessie.nummer }}, {{ sessie.begin }}"

    assert filled(tmp_path, text) == ["buren, Start, 2, 13:00"]


def test_what_a_network_says_of_itself_is_filled_in_for_its_sessions_too(tmp_path: Path) -> None:
    assert filled(tmp_path, "{{ netwerk.omschrijving }}", omschrijving='"Over {{ netwerk.thema }}"') == ["Over buren"]


def test_letters_that_mean_something_elsewhere_are_filled_in_as_they_are(tmp_path: Path) -> None:
    assert filled(tmp_path, "{{ netwerk.organisatie }}", organisatie="'\\1 {x} \\g<0>'") == ["\\1 {x} \\g<0>"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{{ netwerk.tema }}", "netwerk.tema is not known in this series (did you mean netwerk.thema?)"),
        ("{{ thema }}", "thema is not known in this series (possible here: netwerk.naam, "),
        ("{{ netwerk.naam | upper }}", "netwerk.naam | upper is not known in this series (did you mean netwerk.naam?)"),
        ("{{ }}", "is not known in this series (possible here: "),
        ("{{ netwerk.naam }", "two opening braces have no two closing ones behind them (close the name with }})"),
        ("{{ sessie.doelen }}", "sessie.doelen is not known in this series (did you mean "),
    ],
)
def test_a_name_that_the_series_does_not_know_is_told_at_its_place(tmp_path: Path, text: str, told: str) -> None:
    (found,) = filled(tmp_path, text)

    assert found.startswith("materials/netwerken/wijk/sessies/02-samen.yaml:5:10: ")
    assert told in found


def test_a_text_that_names_itself_is_refused(tmp_path: Path) -> None:
    (found,) = filled(tmp_path, "x", omschrijving="'{{ netwerk.omschrijving }}'")

    assert found == (
        "materials/netwerken/wijk/netwerk.yaml:3:15: "
        "netwerk.omschrijving itself names something else (write the text out)"
    )


def test_what_is_no_part_of_a_series_knows_no_names(tmp_path: Path) -> None:
    assert problems_of(tmp_path, {"materials/canvassen/plan.yaml": CANVAS + "uitleg: '{{ netwerk.thema }}'\n"}) == [
        "materials/canvassen/plan.yaml:5:9: netwerk.thema is known in a netwerk and its sessies only "
        "(write the text out)"
    ]


def test_names_of_participants_are_kept_letter_for_letter(tmp_path: Path) -> None:
    deelnemers = "deelnemers: ['{{ netwerk.thema }}', {naam: '{{', organisatie: '{{ x }}'}]\n"

    library = library_of(tmp_path, {**ONE_OF_EACH, "materials/netwerken/wijk/netwerk.yaml": NETWERK + deelnemers})

    found = library.things["netwerk", "wijk"].deelnemers  # type: ignore[attr-defined]
    assert [persoon.naam for persoon in found] == ["{{ netwerk.thema }}", "{{"]


def test_an_unknown_name_and_another_fault_are_told_together(tmp_path: Path) -> None:
    files = {**ONE_OF_EACH, "materials/netwerken/wijk/sessies/01-start.yaml": SESSIE + "doelen: '{{ x }}'\nfoo: bar\n"}

    assert [line.split(":")[1] for line in problems_of(tmp_path, files)] == ["5", "6"]
