"""Items of two lists are paired by what they say, wherever they stand."""

from hypothesis import given
from hypothesis import strategies as st

from generator.source.matching import likeness, matched, words


def test_those_that_say_the_same_are_the_same_wherever_they_stand() -> None:
    assert matched(["een", "twee", "drie"], ["drie", "een"]) == {0: 2, 1: 0}


def test_a_name_tells_more_than_words() -> None:
    old = [{"naam": "Opening", "doel": "Samen beginnen"}, {"naam": "Slot", "doel": "Samen eindigen"}]
    new = [{"naam": "Slot", "doel": "Samen beginnen"}, {"naam": "Opening", "doel": "Samen eindigen"}]

    assert matched(old, new) == {0: 1, 1: 0}


def test_without_a_name_in_common_the_most_alike_are_the_same() -> None:
    old = ["een plan voor de buurt", "een feest in de straat"]

    assert matched(old, ["een groot feest in de straat", "een plan voor de hele buurt"]) == {0: 1, 1: 0}


def test_of_things_that_are_the_same_twice_those_that_follow_each_other_are_paired() -> None:
    assert matched(["p", "werk", "p", "slot"], ["werk", "p", "slot"]) == {0: 1, 1: 2, 2: 3}


def test_a_text_that_is_another_between_others_took_the_place_of_what_stood_there() -> None:
    assert matched(["a", "b", "c"], ["a", "x", "c"]) == {0: 0, 1: 1, 2: 2}
    assert matched(["a", "b", "c"], ["a", "x", "c", "b"]) == {0: 0, 2: 2, 3: 1}


def test_a_mapping_that_has_nothing_in_common_is_new() -> None:
    assert matched([{"naam": "een"}], [{"naam": "twee"}]) == {}
    assert matched([{"naam": "een"}], [{"naam": "twee"}], by_shape=True) == {0: 0}
    assert matched([{"naam": "een"}], [{"plaat": "twee"}], by_shape=True) == {}


@given(st.lists(st.sampled_from("abcd")), st.lists(st.sampled_from("abcd")))
def test_nothing_is_paired_twice_and_all_that_can_be_is(old: list[str], new: list[str]) -> None:
    pairs = matched(old, new)

    assert len(set(pairs.values())) == len(pairs)
    assert set(pairs) <= set(range(len(new)))
    assert set(pairs.values()) <= set(range(len(old)))
    assert sum(old[place] == new[number] for number, place in pairs.items()) == sum(
        min(old.count(letter), new.count(letter)) for letter in "abcd"
    )


def test_likeness_counts_words_that_both_say() -> None:
    assert likeness(words("een twee drie"), words({"a": ["Twee", "vier"]})) == 2 / 5
    assert likeness(words(None), words("")) == 0
