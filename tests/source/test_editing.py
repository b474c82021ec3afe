"""A text that is edited says what it should, and all else in it stays as somebody left it."""

import copy
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from generator.source import parse
from generator.source.editing import edited
from generator.source.marked import Marked, Node
from generator.source.wrapping import rewrapped
from generator.workspace import bundled
from tests.source.layouts import layouts
from tests.source.trees import texts, trees, values

SESSION = (bundled("materials") / "netwerken/goed-leven/sessies/05-experimenteren.yaml").read_text("utf-8")
STARTER = (bundled("templates") / "nieuw/sessie.yaml").read_text("utf-8")
SLOW = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)


def said(text: str) -> Any:
    return parse(text.removeprefix("\ufeff"), "a.yaml").data


def changed_lines(text: str, wanted: dict[str, Any]) -> tuple[list[str], list[str]]:
    """The lines that are gone, and those that came, after an edit that says what it should."""
    after = edited(text, wanted)
    assert said(after) == wanted
    old, new = text.splitlines(), after.splitlines()
    return [line for line in old if line not in new], [line for line in new if line not in old]


@st.composite
def written(draw: st.DrawFn) -> str:
    """A text in some layout."""
    return draw(layouts(draw(trees)))


@st.composite
def changed(draw: st.DrawFn, tree: dict[str, Any]) -> dict[str, Any]:
    """The tree after some changes at any depth."""
    found = copy.deepcopy(tree)
    for _ in range(draw(st.integers(1, 4))):
        _change(draw, found)
    assume(found)
    return found


def _change(draw: st.DrawFn, tree: Any) -> None:
    deed = draw(st.sampled_from(["add", "take out", "move", "set", "within", "within"]))
    places: Any = list(tree) if isinstance(tree, dict) else range(len(tree))
    value = draw(values)
    if deed == "add" or not tree:
        if isinstance(tree, dict):
            tree[draw(texts.filter(lambda text: len(text) < 30))] = value
        else:
            tree.insert(draw(st.integers(0, len(tree))), value)
        return
    place = draw(st.sampled_from(places))
    if deed == "within" and isinstance(tree[place], dict | list):
        _change(draw, tree[place])
    elif deed in ("set", "within"):
        tree[place] = value
    else:
        taken = tree.pop(place)
        if deed == "move" and isinstance(tree, list):
            tree.insert(draw(st.integers(0, len(tree))), taken)


@given(st.data())
@SLOW
def test_what_changes_nothing_gives_the_same_letters(data: st.DataObject) -> None:
    text = data.draw(written())

    assert edited(text, said(text)) == text


@given(st.data())
@SLOW
def test_an_edit_says_what_it_should(data: st.DataObject) -> None:
    text = data.draw(written())
    wanted = data.draw(changed(said(text)))

    assert said(edited(text, wanted)) == wanted


def scalars(node: Node, loc: tuple[int | str, ...] = ()) -> list[tuple[tuple[int | str, ...], Node]]:
    """Each text, with where it is, that stands in a block of its own lines."""
    steps = node.keys or range(len(node.parts))
    inside = [found for step, part in zip(steps, node.parts, strict=True) for found in scalars(part, (*loc, step))]
    return inside if node.parts or node.flow else [(loc, node)]


@given(st.data())
@SLOW
def test_one_other_text_leaves_every_line_before_and_behind_it(data: st.DataObject) -> None:
    text = data.draw(written()).removeprefix("\ufeff")
    assume(text.endswith("\n"))
    marked = Marked(text)
    loc, node = data.draw(st.sampled_from(scalars(marked.root) or [((), marked.root)]))
    assume(loc)
    wanted: Any = copy.deepcopy(said(text))
    holder = wanted
    for step in loc[:-1]:
        holder = holder[step]
    holder[loc[-1]] = data.draw(texts)

    after = edited(text, wanted)

    start, end = marked.line_start(node.start), marked.line_end(node.end)
    if not text[start : node.start].strip():  # a text that begins below its key or dash
        start = marked.line_start(start - 1)
    assert after.startswith(text[:start])
    assert after.endswith(text[end:])


def test_a_time_and_a_duration_keep_their_quotes() -> None:
    wanted = copy.deepcopy(said(SESSION))
    wanted["begin"] = "13:10"
    wanted["programma"][3]["duur"] = "10"

    gone, came = changed_lines(SESSION, wanted)

    assert gone == ['begin: "13:00"']
    assert came == ['begin: "13:10"']
    assert "onderdeel: Opening\n    duur: 10\n    blok" in edited(SESSION, wanted)


def test_a_part_that_moves_takes_its_comments_along() -> None:
    wanted = copy.deepcopy(said(STARTER))
    parts = wanted["programma"]
    parts[0], parts[3] = parts[3], parts[0]

    assert changed_lines(STARTER, wanted) == ([], [])
    assert "programma:\n  # Soort: programma of pauze; staat er niets, dan programma.\n  - onderdeel: Pauze" in edited(
        STARTER, wanted
    )


def test_a_part_that_goes_takes_its_comments_along_and_leaves_no_gap() -> None:
    wanted = copy.deepcopy(said(STARTER))
    del wanted["programma"][3]

    gone, came = changed_lines(STARTER, wanted)

    assert (gone[0].strip()[:8], came) == ("# Soort:", [])
    assert "\n\n\n" not in edited(STARTER, wanted)


def test_a_new_key_comes_where_the_order_wants_it() -> None:
    wanted = {"titel": "x", "datum": "2027-01-21", **{k: v for k, v in said(STARTER).items() if k != "titel"}}

    after = edited(STARTER, wanted)

    assert 'titel: "x"\ndatum: 2027-01-21\n\n# De hoeveelste?' in after


def test_a_new_part_is_written_as_the_others() -> None:
    wanted = copy.deepcopy(said(SESSION))
    wanted["programma"].insert(4, {"onderdeel": "Spel", "duur": "5", "wie": ["Ada Bos"], "doel": "Los. " * 30 + "Ja."})

    gone, came = changed_lines(SESSION, wanted)

    assert gone == []
    assert came[:3] == ["  - onderdeel: Spel", "    wie: [Ada Bos]", "    doel: >-"]
    assert "\n\n  - onderdeel: Spel\n    duur: 5\n    wie: [Ada Bos]\n" in edited(SESSION, wanted)


@pytest.mark.parametrize(
    ("text", "wanted", "after"),
    [
        ("a: 1  # één\nb: 2\n", {"a": "3", "b": "2"}, "a: 3  # één\nb: 2\n"),
        ("a: 1  # één\n", {"a": "x\ny\n"}, "a: |  # één\n  x\n  y\n"),
        ("a: |  # één\n  x\n  y\n", {"a": "z"}, "a: z  # één\n"),
        ("a:  # één\n  - x\n", {"a": "z"}, "a: z  # één\n"),
        ("a: 'x'\n", {"a": "y"}, "a: 'y'\n"),
        ("a: 'x'\n", {"a": "it's"}, "a: 'it''s'\n"),
        ("a: x\n", {"a": "y: z"}, 'a: "y: z"\n'),
        ("a: [x,  y]\n", {"a": ["x", "z"]}, "a: [x,  z]\n"),
        ("a: [x,  y, z]\n", {"a": ["x", "z"]}, "a: [x, z]\n"),
        ("a: [x,  y]\n", {"a": ["x", "y", "z"]}, "a: [x,  y, z]\n"),
        ("a: {x: 1, y: '2'}\n", {"a": {"x": "1", "y": "3", "z": "4"}}, "a: {x: 1, y: '3', z: 4}\n"),
        ("a: [\n  x,  # een\n  y,  # twee\n]\n", {"a": ["x", "q", "y"]}, "a: [\n  x, q,  # een\n  y,  # twee\n]\n"),
        ("a:\n- x\n- y\n", {"a": ["x", "y", "z"]}, "a:\n- x\n- y\n- z\n"),
        ("a:\n    - x\n", {"a": ["x", "z"]}, "a:\n    - x\n    - z\n"),
        ("- a: 1\n".replace("- ", "l:\n  - ") + "    b: 2\n", {"l": [{"b": "2"}]}, "l:\n  - b: 2\n"),
        ("l:\n  - a: 1\n    # over b\n    b: 2\n", {"l": [{"b": "2"}]}, "l:\n  -\n    # over b\n    b: 2\n"),
        ("a: 1\r\nb: [x]\r\n", {"a": "2", "b": ["x"], "c": "y\nz"}, "a: 2\r\nb: [x]\r\nc: |-\r\n  y\r\n  z\r\n"),
        ("\ufeffa: 1\n", {"a": "2"}, "\ufeffa: 2\n"),
        ("a: 1", {"a": "1", "b": "2"}, "a: 1\nb: 2\n"),
        ("a:\nb: 1\n", {"a": "2", "b": "1"}, "a: 2\nb: 1\n"),
        ("# kop\n\n# over a\na: 1\nb: 2\n", {"b": "2"}, "# kop\n\nb: 2\n"),
        ("# kop\na: 1\nb: 2\n", {"b": "2"}, "# kop\nb: 2\n"),
        ("a: 1\n\n# los\n\nb: 2\nc: 3\n", {"a": "1", "c": "3"}, "a: 1\n\n# los\n\nc: 3\n"),
        ("a:\n  - x  # dit\n  # onder\n  - y\n", {"a": ["y", "x"]}, "a:\n  # onder\n  - y\n  - x  # dit\n"),
        ("a:\n  - x\n    # dieper\n  - y\n", {"a": ["y", "x"]}, "a:\n  - y\n  - x\n    # dieper\n"),
        ("? a\n: 1\nb: 2\n", {"a": "3", "b": "2"}, "? a\n: 3\nb: 2\n"),
        ("a: [b: 1]\n", {"a": [{"b": "1", "c": "2"}]}, "a: [{b: 1, c: 2}]\n"),
    ],
)  # fmt: skip
def test_each_layout_is_kept(text: str, wanted: dict[str, Any], after: str) -> None:
    assert edited(text, wanted) == after


def test_a_folded_text_keeps_its_lines_up_to_the_change_and_behind_it() -> None:
    lines = [
        "De eerste zin is wat langer dan de andere zinnen.",
        "De tweede is kort.",
        f"En dan {'nog wat ' * 10}meer.",
    ]
    text = "\n  ".join(["a: >-", *lines, ""]).rstrip(" ")
    wanted = " ".join(lines).replace("tweede", "volgende")

    assert edited(text, {"a": wanted}) == text.replace("tweede", "volgende")


def test_words_that_do_not_fit_move_to_the_next_line_until_the_old_lines_hold_again() -> None:
    before = [["aaa", "bbb"], ["ccc"], ["ddd", "eee"]]

    assert rewrapped(["aaa", "x", "bbb", "ccc", "ddd", "eee"], before, 8) == ["aaa x", "bbb ccc", "ddd eee"]


@given(
    st.lists(st.text("ab", min_size=1)), st.lists(st.lists(st.text("ab", min_size=1), min_size=1)), st.integers(1, 20)
)
def test_no_word_is_lost_in_wrapping_and_no_line_is_too_long(
    words: list[str], before: list[list[str]], room: int
) -> None:
    lines = rewrapped(words, before, room)

    assert " ".join(lines).split() == words
    assert all(len(line) <= room or " " not in line for line in lines)


@given(st.lists(st.lists(st.text("ab", min_size=1), min_size=1)))
def test_the_same_words_keep_their_lines(before: list[list[str]]) -> None:
    lines = [" ".join(line) for line in before]

    assert rewrapped([word for line in before for word in line], before, max(map(len, lines), default=1)) == lines
