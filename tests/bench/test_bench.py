"""The comparison is fair: both makers give whole files of the same deck. How fast they are is no test."""

import json

import pytest

from generator.document.blocks import Document
from generator.reading import House
from tests.bench import __main__ as bench
from tests.bench.deck import deck, words
from tests.bench.race import MAKERS, Lap, Result, WrongFileError, check, run

CARDS = 6


@pytest.fixture(scope="module")
def documents(house: House) -> list[Document]:
    return deck(CARDS, house.library)


@pytest.mark.parametrize("name", MAKERS)
def test_each_maker_gives_both_sides_of_each_sheet_with_every_word(name: str, documents: list[Document]) -> None:
    seconds, data = run(name, CARDS)

    check(data, documents)
    assert seconds > 0


def test_a_file_that_lacks_a_card_is_not_believed(house: House, documents: list[Document]) -> None:
    _, data = run("ours", CARDS)
    others = [*documents[:-1], deck(1, house.library, seed=2)[0]]

    with pytest.raises(WrongFileError, match="lacks"):
        check(data, others)


def test_a_file_that_lacks_a_sheet_is_not_believed(house: House) -> None:
    _, data = run("ours", CARDS)

    with pytest.raises(WrongFileError, match="4 pages, not 6"):
        check(data, deck(9, house.library))


def test_no_two_cards_are_alike_and_a_deck_is_the_same_each_time(house: House, documents: list[Document]) -> None:
    assert len({" ".join(words(document)) for document in documents}) == CARDS
    assert deck(CARDS, house.library) == documents


def test_the_comparison_prints_its_ratio_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    bench.main(["--cards", "4", "--runs", "1", "--json"])

    figures = json.loads(capsys.readouterr().out)
    assert figures["ratio"] == pytest.approx(figures["ours"]["median"] / figures["platypus"]["median"])
    assert figures["ours"]["pages"] == figures["platypus"]["pages"] == 2


def test_the_comparison_prints_a_table() -> None:
    result = Result(4, 800, 1, {"ours": Lap((0.1,), 2, 90_000), "platypus": Lap((1.0,), 2, 120_000)})

    *_, ours, theirs, ratio = bench.table(result).splitlines()

    assert ours.split() == ["ours", "0.100", "0.100", "2", "0.09"]
    assert theirs.split() == ["platypus", "1.000", "1.000", "2", "0.12"]
    assert ratio.startswith("ratio 0.100 (goal: at most 0.10)")
