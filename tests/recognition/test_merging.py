"""What was changed in Word comes into the YAML, what was changed there stays, and nothing else is touched."""

import copy
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.recognition.draft import Draft
from generator.recognition.forms import form_of, same
from generator.recognition.merging import Merged, merged
from generator.recognition.ours.wording import Names
from generator.source import read
from generator.source.tree import Tree
from generator.workspace import bundled

EXAMPLE: Any = read(bundled("materials") / "netwerken/goed-leven/sessies/05-experimenteren.yaml", "a.yaml").data
SMALL: Any = {
    "titel": "Start",
    "begin": "13:00",
    "doelen": ["Iedereen kent elkaar.", "Er is een plan.", "We weten wat er komt."],
    "programma": [
        {"onderdeel": "Opening", "duur": "10", "wie": ["Ada"], "toelichting": "Heet iedereen welkom in de zaal."},
        {"onderdeel": "Pauze", "soort": "pauze", "duur": "15"},
        {"onderdeel": "Werken", "duur": "30", "wie": ["Ada", "Bob"], "materialen": [{"naam": "pen"}, {"naam": "bord"}]},
        {"onderdeel": "Pauze", "soort": "pauze", "duur": "10"},
        {"onderdeel": "Slot", "duur": "5", "wie": ["Bob"]},
    ],
}


def small() -> Any:
    return copy.deepcopy(SMALL)


def merge(edited: Any, current: Any, base: Any = SMALL) -> Merged:
    return merge_draft(Draft("sessie", edited, base=base), current)


def merge_draft(draft: Draft, current: Any) -> Merged:
    return merged(draft, current, Names({}))


def told(found: Merged) -> list[tuple[Any, ...]]:
    return [(*difference.loc, difference.change) for difference in found.differences]


def test_what_nobody_changed_is_no_difference() -> None:
    assert merge(small(), small()) == Merged(SMALL, (), ())


def test_a_change_in_word_comes_into_the_yaml() -> None:
    edited = small()
    edited["begin"] = "13:30"
    edited["programma"][0]["duur"] = "15"
    del edited["programma"][4]["wie"]
    edited["locatie"] = "Zaal 3"

    found = merge(edited, small())

    assert found.tree == edited
    assert set(told(found)) == {
        ("begin", "changed"), ("locatie", "added"), ("programma", 0, "duur", "changed"),
        ("programma", 4, "wie", 0, "removed"),
    }  # fmt: skip
    assert found.conflicts == ()


def test_what_the_yaml_changed_since_stays() -> None:
    edited, current = small(), small()
    edited["begin"] = "13:30"
    current["titel"] = "Kick-off"
    current["programma"][0]["wie"] = ["Ada", "Cor"]
    current["programma"].insert(2, {"onderdeel": "Spel", "duur": "5"})

    found = merge(edited, current)

    assert found.tree == {**current, "begin": "13:30"}
    assert told(found) == [("begin", "changed")]


def test_both_changing_the_same_thing_is_a_conflict_and_the_yaml_keeps_its_own() -> None:
    edited, current = small(), small()
    edited["programma"][0]["duur"] = "15"
    current["programma"][0]["duur"] = "20"

    found = merge(edited, current)

    assert found.tree == current
    assert [(c.loc, c.old, c.new) for c in found.conflicts] == [(("programma", 0, "duur"), "20", "15")]


def test_both_changing_it_to_the_same_is_none() -> None:
    edited, current = small(), small()
    edited["programma"][0]["duur"] = "15"
    current["programma"][0]["duur"] = "15 min"

    assert merge(edited, current) == Merged(current, (), ())


def test_a_part_that_moved_is_one_move() -> None:
    edited = small()
    edited["programma"].insert(0, edited["programma"].pop(2))

    found = merge(edited, small())

    assert found.tree == edited
    assert told(found) == [("programma", 2, "moved")]
    assert (found.differences[0].old, found.differences[0].new) == ("Pauze", None)


def test_a_part_that_moved_and_was_renamed_is_still_itself() -> None:
    edited = small()
    part = edited["programma"].pop(2)
    edited["programma"].append({**part, "onderdeel": "Aan het werk"})

    found = merge(edited, small())

    assert found.tree == edited
    assert sorted(map(str, told(found))) == ["('programma', 2, 'moved')", "('programma', 2, 'onderdeel', 'changed')"]


def test_the_first_of_two_breaks_that_goes_does_not_take_the_other() -> None:
    edited = small()
    del edited["programma"][1]

    found = merge(edited, small())

    assert found.tree == edited
    assert told(found) == [("programma", 1, "removed")]


def test_a_part_that_the_yaml_has_no_longer_does_not_come_back() -> None:
    current = small()
    del current["programma"][2]

    assert merge(small(), current) == Merged(current, (), ())


def test_a_part_that_the_yaml_has_no_longer_and_word_changed_is_a_conflict() -> None:
    edited, current = small(), small()
    edited["programma"][2]["duur"] = "45"
    del current["programma"][2]

    found = merge(edited, current)

    assert found.tree == current
    assert [(c.old, c.new["duur"]) for c in found.conflicts if isinstance(c.new, dict)] == [(None, "45")]


def test_a_part_that_went_in_word_and_was_changed_in_the_yaml_stays_and_is_told() -> None:
    edited, current = small(), small()
    del edited["programma"][2]
    current["programma"][2]["duur"] = "45"

    found = merge(edited, current)

    assert found.tree == current
    assert [(c.loc, c.change) for c in found.conflicts] == [(("programma", 2), "removed")]


def test_a_new_part_comes_behind_the_one_that_it_stands_behind() -> None:
    edited, current = small(), small()
    edited["programma"].insert(3, {"onderdeel": "Spel", "duur": "5"})
    current["programma"].insert(0, {"onderdeel": "Inloop", "duur": "5"})

    found = merge(edited, current)

    assert [part["onderdeel"] for part in found.tree["programma"]] == [
        "Inloop", "Opening", "Pauze", "Werken", "Spel", "Pauze", "Slot"
    ]  # fmt: skip
    assert told(found) == [("programma", 4, "added")]


def test_two_orders_that_differ_from_the_first_are_a_conflict() -> None:
    edited, current = small(), small()
    edited["doelen"].reverse()
    current["doelen"].insert(0, current["doelen"].pop())

    found = merge(edited, current)

    assert found.tree == current
    assert [(c.loc, c.change) for c in found.conflicts] == [(("doelen",), "moved")]


def test_what_is_written_shortly_stays_short() -> None:
    base: Any = {"materialen": ["pen", {"naam": "bord", "aantal": "2"}], "tips": "Doe het rustig.", "duur": "15 min"}
    edited: Any = {
        "materialen": [{"naam": "pen", "aantal": "1"}, {"naam": "bord"}],
        "tips": ["Doe het rustig."],
        "duur": "15",
    }

    found = merge_draft(Draft("werkvorm", edited, base=base), base)

    assert found.tree == {"materialen": ["pen", {"naam": "bord"}], "tips": "Doe het rustig.", "duur": "15 min"}
    assert told(found) == [("materialen", 1, "aantal", "removed")]


def test_one_thing_becomes_a_list_when_another_joins_it() -> None:
    base: Any = {"tips": "Doe het rustig."}

    assert merge_draft(Draft("werkvorm", {"tips": ["Doe het rustig.", "Lach."]}, base=base), base).tree == {
        "tips": ["Doe het rustig.", "Lach."]
    }


def test_of_anybodys_file_what_it_does_not_say_is_left_alone() -> None:
    edited: Any = {
        "titel": "Start",
        "programma": [
            {"onderdeel": "Opening", "duur": "10 min", "doel": "Landen."},
            {"onderdeel": "Werken", "duur": "45"},
            {"onderdeel": "Borrel", "duur": "30"},
        ],
    }

    found = merge(edited, small(), base=None)

    assert told(found) == [
        ("programma", 0, "doel", "added"), ("programma", 2, "duur", "changed"), ("programma", 3, "added")
    ]  # fmt: skip
    assert [part["onderdeel"] for part in found.tree["programma"]] == [
        "Opening", "Pauze", "Werken", "Borrel", "Pauze", "Slot"
    ]  # fmt: skip
    assert found.conflicts == ()


def test_a_name_that_the_yaml_knows_is_what_it_stands_for() -> None:
    current: Any = {**small(), "doelen": ["Je kent {{ netwerk.naam }}."]}
    edited: Any = {"doelen": ["Je kent Goed leven."]}

    found = merged(Draft("sessie", edited), current, Names({"netwerk.naam": "Goed leven"}))

    assert (found.tree, found.differences) == (current, ())


def test_a_name_stays_a_name_in_a_text_that_changed() -> None:
    current: Any = {"doelen": ["Je kent alle mensen van {{ netwerk.naam }}."]}
    edited: Any = {"doelen": ["Je kent bijna alle mensen van Goed leven."]}

    found = merged(Draft("sessie", edited), current, Names({"netwerk.naam": "Goed leven"}))

    assert found.tree == {"doelen": ["Je kent bijna alle mensen van {{ netwerk.naam }}."]}


def test_a_text_keeps_its_lines_where_it_was_not_changed() -> None:
    text = "Loop langs het\nprogramma.\n\n- Een eerste punt dat\n  op twee regels staat.\n- En een tweede.\n"
    base = {**small(), "programma": [{"onderdeel": "Opening", "duur": "5", "toelichting": text}]}
    edited = copy.deepcopy(base)
    edited["programma"][0]["toelichting"] = (
        "Loop langs het programma.\n\n- Een eerste punt dat op drie regels staat.\n- En een tweede."
    )

    found = merge_draft(Draft("sessie", edited, base=base), base)

    assert found.tree["programma"][0]["toelichting"] == text.replace("twee regels", "drie regels")


def test_markdown_that_breaks_elsewhere_is_no_difference() -> None:
    form = form_of("sessie").key("afronding")

    assert same(form, ["een\ntwee"], "een twee\n", str)
    assert not same(form, ["een\n\ntwee"], "een twee\n", str)


@st.composite
def edits(draw: st.DrawFn) -> Any:
    """The example after some edits of its parts and goals."""
    tree = copy.deepcopy(EXAMPLE)
    for _ in range(draw(st.integers(0, 5))):
        key = draw(st.sampled_from(["programma", "doelen", "programma"]))
        items = tree[key]
        place = draw(st.integers(0, len(items) - 1))
        match draw(st.sampled_from(["move", "take out", "add", "change"])):
            case "move":
                items.insert(draw(st.integers(0, len(items) - 1)), items.pop(place))
            case "take out" if len(items) > 2:
                del items[place]
            case "add":
                new = draw(st.sampled_from(["Borrel", "Spel met ballen", "Dansen"]))
                items.insert(place, {"onderdeel": new, "duur": "10"} if key == "programma" else f"{new} is leuk.")
            case _ if key == "programma":
                items[place]["duur"] = str(draw(st.integers(1, 60)))
            case _:
                items[place] += " En meer."
    return tree


SLOW = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)


@given(edits())
@SLOW
def test_all_that_word_changed_is_there_and_then_nothing_differs(edited: Any) -> None:
    found = merge_draft(Draft("sessie", edited, base=EXAMPLE), EXAMPLE)

    assert found.conflicts == ()
    assert same(form_of("sessie"), found.tree, edited, str)
    assert merge_draft(Draft("sessie", edited, base=EXAMPLE), found.tree).differences == ()


@given(edits())
@SLOW
def test_what_only_the_yaml_changed_stays_as_it_is(current: Tree) -> None:
    assert merge_draft(Draft("sessie", EXAMPLE, base=EXAMPLE), current) == Merged(current, (), ())  # type: ignore[arg-type]


@given(edits(), edits())
@SLOW
def test_no_part_that_either_added_is_lost(edited: Any, current: Any) -> None:
    found = merge_draft(Draft("sessie", edited, base=EXAMPLE), current)

    names = {part["onderdeel"] for part in found.tree["programma"]}
    assert {part["onderdeel"] for part in current["programma"]} - {"Pauze"} <= names | {
        part["onderdeel"] for part in EXAMPLE["programma"]
    }
    for new in ("Borrel", "Spel met ballen", "Dansen"):
        said = [new in str(tree["programma"]) for tree in (edited, current)]
        assert (new in str(found.tree["programma"])) == any(said), new


def test_three_thousand_parts_take_seconds() -> None:
    count = 3000
    parts = [{"onderdeel": f"Deel {number}", "duur": str(number % 60 + 1)} for number in range(count)]
    edited: Any = {"programma": [{**part, "onderdeel": f"{part['onderdeel']} nieuw"} for part in reversed(parts)]}

    found = merge_draft(Draft("sessie", edited, base={"programma": parts}), {"programma": parts})

    assert len(found.tree["programma"]) >= count
