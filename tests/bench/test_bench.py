"""The benchmark works and believes no time of a file that isn't right. How fast anything is, is no test."""

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import docx
import pytest

from tests.bench import __main__ as bench
from tests.bench import right
from tests.bench.cards import Deck, make_cards
from tests.bench.course import Course, MissingPeerError
from tests.bench.definitions import EXTRA, define, flip, is_flipped
from tests.bench.measuring import Row, Side, grows, rows
from tests.bench.meetings import make_meeting
from tests.bench.networks import Networks
from tests.bench.peers import platypus
from tests.bench.picture import NAMES, picture
from tests.bench.races import FULL, QUICK, races
from tests.bench.right import WrongOutputError
from tests.bench.table import table
from tests.bench.tasks import Nothing, Race, Scene, Task

DECK = Deck(6)
MEGABYTE = 1_000_000


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sheets of DECK, by Platypus."""
    folder = tmp_path_factory.mktemp("deck")
    DECK.lay(folder)
    platypus.register()
    platypus.cards(json.loads((folder / "data.json").read_text("utf-8")), folder / "sheets.pdf")
    return folder / "sheets.pdf"


def python(label: str, code: str, *, needs: str = "", says: str = "") -> Task:
    def right(scene: Scene) -> None:
        if says not in scene.said:
            raise WrongOutputError(f"it says {scene.said!r}")

    return Task(label, Nothing(), ("-c", code), right, needs=needs)


def test_the_quick_benchmark_prints_a_table_and_writes_figures_and_a_picture(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    figures, drawn = tmp_path / "figures.json", tmp_path / "figures.svg"
    chosen = ["one-card-changed", "cards-1000-platypus", "word-1-python-docx", "completion"]

    code = bench.main(["--quick", "--runs", "1", "--only", *chosen, "--json", str(figures), "--picture", str(drawn)])

    found = json.loads(figures.read_text("utf-8"))["races"]
    assert code == 0
    assert {race["name"] for race in found} == set(chosen)
    assert all(race["ratio"] > 0 for race in found)
    printed = capsys.readouterr().out
    assert all(name in printed for name in chosen)
    assert ET.fromstring(drawn.read_text("utf-8")).tag.endswith("svg")


def test_a_file_that_is_right_is_believed(sheets: Path) -> None:
    DECK.drawn(sheets)


def test_a_file_that_lacks_a_sheet_is_not_believed(sheets: Path) -> None:
    with pytest.raises(WrongOutputError, match="4 pages, not 6"):
        Deck(9).drawn(sheets)


def test_a_file_that_lacks_a_text_is_not_believed(sheets: Path) -> None:
    tip = DECK.cards[0].tips[0]

    right.pdf(sheets, 4, {1: [tip]})
    with pytest.raises(WrongOutputError, match=r"page 2 of .* lacks"):
        right.pdf(sheets, 4, {1: [tip, EXTRA]})


def test_a_word_file_that_lacks_a_text_is_not_believed(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_paragraph("Begin rustig & kijk rond.")
    made.save(str(tmp_path / "a.docx"))

    right.docx(tmp_path / "a.docx", ["rustig & kijk"])
    with pytest.raises(WrongOutputError, match="lacks"):
        right.docx(tmp_path / "a.docx", ["Eindig rustig"])


def test_a_race_whose_output_is_wrong_has_no_time_and_the_benchmark_says_so(tmp_path: Path) -> None:
    race = Race("odd", "odd", python("ours", "print('no')", says="yes"), python("peer", "pass"), 1.0)

    [row] = rows([race], Course(tmp_path), 1)

    assert (row.ours, row.met) == (None, False)
    assert "it says 'no" in row.note
    assert "NOT met" in table([row])


def test_a_process_that_fails_is_not_believed(tmp_path: Path) -> None:
    with pytest.raises(WrongOutputError, match=r"fails on nothing: .*oops"):
        Course(tmp_path).run(python("ours", "raise SystemExit('oops')"))


def test_a_peer_that_is_not_installed_is_left_out(tmp_path: Path) -> None:
    peer = python("peer", "pass", needs="nobody_wrote_this")

    with pytest.raises(MissingPeerError):
        Course(tmp_path).run(peer)
    [row] = rows([Race("alone", "alone", python("ours", "pass"), peer, 1.0)], Course(tmp_path / "other"), 1)

    assert (row.peer, row.ratio, row.met) == (None, None, None)
    assert row.note == "nobody_wrote_this is not installed"


def test_memory_is_that_of_what_was_run_and_not_of_who_ran_it(tmp_path: Path) -> None:
    here = bytearray(b"x" * 200 * MEGABYTE)
    course = Course(tmp_path)

    small, large = course.run(python("small", "pass")), course.run(python("large", f"bytearray(b'x' * {len(here)})"))

    assert small.peak < 60 * MEGABYTE
    assert large.peak > 200 * MEGABYTE


def test_both_sides_of_a_race_take_turns(tmp_path: Path) -> None:
    log = tmp_path / "log"
    ours, peer = (python(name, f"open({str(log)!r}, 'a').write({name[0]!r})") for name in ("ours", "peer"))

    [row] = rows([Race("r", "r", ours, peer, 1.0)], Course(tmp_path), 3)

    assert log.read_text() == "popopo"
    assert row.ours is not None
    assert len(row.ours.runs) == 3


def test_a_change_is_one_line_more_and_then_one_less(tmp_path: Path) -> None:
    path = tmp_path / "kaart.yaml"
    define(path, DECK.cards[0].definition)
    before = path.read_text("utf-8")

    flip(path)
    changed = is_flipped(path), path.read_text("utf-8").count(EXTRA)
    flip(path)

    assert changed == (True, 1)
    assert path.read_text("utf-8") == before


def test_no_two_cards_and_no_two_meetings_are_alike_and_each_is_the_same_each_time() -> None:
    assert list(make_cards(6)) == list(DECK.cards)
    assert len({card.teksten for card in DECK.cards}) == 6
    assert make_meeting(1, 3) == make_meeting(1, 3)
    assert make_meeting(1, 3).texts != make_meeting(2, 3).texts


def test_each_werkvorm_stands_in_six_sessions() -> None:
    networks = Networks(3)

    assert [len(networks.users_of(at)) for at in range(9)] == [6] * 9


def test_full_and_quick_have_the_same_races_and_each_has_a_name_of_its_own() -> None:
    full, quick = ([race.name for race in races(sizes)] for sizes in (FULL, QUICK))

    assert full == quick
    assert len(set(full)) == len(full)
    assert set(NAMES) <= set(full)


def test_growth_is_seen_against_a_line_through_the_smaller_sizes() -> None:
    expected, slope = grows((1, 2, 5, 10), (11.0, 12.0, 15.0, 99.0))

    assert (expected, slope) == pytest.approx((20.0, 1.0))


def test_the_picture_says_in_words_what_it_draws() -> None:
    side = {"label": "typst", "seconds": 1.0}
    race = {"name": "cards-1000", "ratio": 0.5, "ours": side, "peer": side}

    root = ET.fromstring(picture({"races": [race, {"name": "help", "ratio": 2}]}))

    space = {"s": "http://www.w3.org/2000/svg"}
    assert root.get("role") == "img"
    assert root.findtext("s:title", "", space)
    assert root.findtext("s:desc", "", space) == "1.000 kaarten, op vellen: 0,5 × Typst"
    assert len(root.findall("s:rect", space)) == 2


def test_the_table_has_a_line_for_each_race_with_its_ratio_and_whether_it_met_its_goal() -> None:
    ours, peer = Side("build", 0.5, 0.4, 80.0, (0.5,)), Side("typst", 1.0, 1.6, 500.0, (1.0,))
    row = Row("cards", "build of 4 cards", "seconds", ours, peer, 1.0, 0.5, 0.25, True)

    lines = table([row]).splitlines()

    assert lines[1].split() == ["cards", "0.500", "s", "1.000", "s", "typst", "0.50", "(0.25)", "1.0", "80", "MB",
                                "500", "MB", "met"]  # fmt: skip
    assert lines[-1] == "cards: build of 4 cards"
