"""Problems are data that can be told, sorted, and sent from one process to another."""

import pickle

from generator.errors import LONGEST_VALUE, GeneratorError, OutputError, Place, Problem, UsageError, nearest, say


def problem(path: str, line: int, what: str = "x") -> Problem:
    return Problem(Place(path, line), say("{what}", what=what))


def test_a_problem_is_told_with_its_place_and_its_way_out() -> None:
    told = Problem(Place("a.yaml", 2, 5), say("{name} is odd", name="x"), say("change it"))

    assert str(told) == "a.yaml:2:5: x is odd (change it)"


def test_problems_come_once_and_in_the_order_of_their_places() -> None:
    error = GeneratorError([problem("b", 1), problem("a", 10), problem("a", 9), problem("b", 1)])

    assert [str(found.place) for found in error.problems] == ["a:9:1", "a:10:1", "b:1:1"]


def test_errors_come_back_whole_from_another_process() -> None:
    errors = [
        GeneratorError([problem("a", 1), problem("b", 2)]),
        UsageError(say("no {name}", name="x"), say("try y")),
        OutputError(say("full")),
    ]

    for error in errors:
        back = pickle.loads(pickle.dumps(error))
        assert vars(back) == vars(error)
        assert str(back) == str(error)


def test_a_value_is_told_on_one_line_without_what_a_terminal_would_obey() -> None:
    assert str(say("{value} is odd", value="een\n  twee\t\x1b[31mdrie\0")) == "een twee �[31mdrie� is odd"


def test_a_long_value_is_cut() -> None:
    assert len(str(say("{value}", value="x" * 100_000))) == LONGEST_VALUE + 1


def test_braces_in_a_value_stay_as_they_are() -> None:
    assert str(say("{value} is odd", value="{x} {{y}}")) == "{x} {{y}} is odd"


def test_the_nearest_name_is_offered_whatever_its_case() -> None:
    assert str(nearest("Stapen", ["stappen", "tips"])) == "did you mean stappen?"


def test_few_names_are_all_offered_and_many_are_not() -> None:
    assert str(nearest("zzz", ["b", "a"])) == "possible here: a, b"
    assert nearest("zzz", map(str, range(21))) is None
    assert nearest("zzz", []) is None
