"""A text is laid on lines as somebody would break them, and says the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.document.text import text_block
from generator.recognition.laying import laid_out
from generator.source import read
from generator.workspace import bundled

ROOM = 40
TEXTS = [
    text
    for path in sorted(bundled("materials").rglob("*.yaml"))
    for _, text in read(path, "a.yaml").texts()
    if "\n" in text.strip()
]
PIECES = st.sampled_from(
    ["woord", "langer woord", "*schuin*", "**vet**", "- ", "1. ", "> ", "#", "+", "\n", "\n\n", "\n- ", "\n> ", "\n  ",
     "  \n", "\\\n", "{{ netwerk.naam }}", "[link](https://example.org)", "![x](a.png \"40 mm\")", "=", "—"]
)  # fmt: skip


def says(text: str) -> str:
    return " ".join(str(text_block(text)).split())


@pytest.mark.parametrize("number", range(len(TEXTS)))
def test_each_text_of_the_catalogue_keeps_its_own_lines(number: int) -> None:
    assert laid_out(TEXTS[number], TEXTS[number], ROOM).strip("\n") == TEXTS[number].strip("\n")


@given(st.lists(PIECES, max_size=30).map(" ".join), st.lists(PIECES, max_size=30).map(" ".join))
def test_the_lines_may_break_anywhere_and_say_the_same(text: str, before: str) -> None:
    assert says(laid_out(text, before, ROOM)) == says(text.strip())


def test_long_lines_break_where_they_are_full() -> None:
    text = (
        "Een eerste alinea met genoeg woorden voor twee regels.\n\n"
        "- Een punt dat ook te lang is voor een regel.\n- Kort."
    )

    assert laid_out(text, "", ROOM) == (
        "Een eerste alinea met genoeg woorden\nvoor twee regels.\n\n"
        "- Een punt dat ook te lang is voor een\n  regel.\n- Kort.\n"
    )


def test_a_quote_goes_on_as_a_quote() -> None:
    assert laid_out("> Welkom allemaal, wat fijn dat jullie er zijn.\n\nJa.", "", ROOM) == (
        "> Welkom allemaal, wat fijn dat jullie\n> er zijn.\n\nJa.\n"
    )


def test_a_word_that_would_begin_a_list_does_not_begin_a_line() -> None:
    text = "Dit is een zin van precies zo veel tekens - en dan gaat die door tot 2. enzovoort.\n\nJa."

    assert not any(line.startswith(("-", "2.")) for line in laid_out(text, "", ROOM).splitlines())


def test_a_name_between_braces_stays_on_one_line() -> None:
    lines = laid_out("Welkom bij de bijeenkomst van vandaag {{ netwerk.naam }}.\n\nJa.", "", ROOM).splitlines()

    assert "{{ netwerk.naam }}." in lines


def test_one_paragraph_stays_on_one_line_for_yaml_to_fold() -> None:
    assert laid_out(" Een zin. \n", "", 5) == "Een zin."
