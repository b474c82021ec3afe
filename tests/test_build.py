"""From definitions to files: what is asked, only what changed, the same bytes each time, and nothing by halves."""

from collections import Counter
from pathlib import Path
from zipfile import ZipFile

import pytest

from generator.build import Report, Request, build
from generator.cache import FILE
from generator.errors import GeneratorError, OutputError, UsageError
from generator.order import Wishes
from generator.reading import check
from generator.workspace import Workspace
from tests.conftest import ROOT, Silent, build_into
from tests.folders import CANVAS, DECK, ONE_OF_EACH, SESSIE, WERKVORM, content, drukklaar, lay

PACK = "goed-leven/05-experimenteren"
TOO_LONG = f"naam: Vol\nvakken:\n  - {{naam: a, kop: {'lang ' * 4000}}}\nraster: [a]\n"


class Watching:
    """Remembers what was made, in order."""

    def __init__(self) -> None:
        self.count, self.paths = 0, list[str]()

    def started(self, count: int) -> None:
        self.count = count

    def made(self, path: str) -> None:
        self.paths.append(path)


def run(root: Path, *names: str, only: tuple[str, ...] = (), **request: object) -> Report:
    return build(Workspace(root), Request(names, Wishes(only), **request), Silent())  # type: ignore[arg-type]


def states(report: Report) -> Counter[str]:
    return Counter(row.state for row in report.rows)


def files(root: Path) -> set[str]:
    """What stands in output/, but for our own notes."""
    return set(content(root / "output")) - {FILE}


def lines(report: Report) -> list[str]:
    return [str(problem) for problem in report.problems]


# what is asked


def test_the_whole_example_is_made(example: Path) -> None:
    assert {name for name in content(example) if name != FILE} == {
        f"{PACK}/draaiboek.docx",
        f"{PACK}/draaiboek.pdf",
        f"{PACK}/experimentencanvas.pdf",
        f"{PACK}/reisverslag.pdf",
        f"{PACK}/kaarten.pdf",
        f"{PACK}/kaarten-vellen.pdf",
        "decks/bijeenkomst/kaarten.pdf",
        "decks/bijeenkomst/kaarten-vellen.pdf",
        "decks/liso/kaarten.pdf",
        "decks/liso/kaarten-vellen.pdf",
    }


def test_a_folder_of_ones_own_makes_ones_own_sessions_and_decks(tmp_path: Path) -> None:
    run(lay(tmp_path, ONE_OF_EACH), jobs=1)

    assert files(tmp_path) == {
        "wijk/01-start/draaiboek.docx",
        "wijk/01-start/draaiboek.pdf",
        "decks/stapel/kaarten.pdf",
        "decks/stapel/kaarten-vellen.pdf",
    }


@pytest.mark.parametrize(
    ("own", "count"),
    [
        ({}, 10),
        ({"materials/canvassen/plan.yaml": CANVAS}, 1),
        ({"materials/werkvormen/rondje.yaml": WERKVORM}, 2),
        ({"materials/netwerken/wijk/netwerk.yaml": "naam: Wijk\nthema: buren\n"}, 0),
    ],
)
def test_without_sessions_and_decks_all_that_is_ones_own_is_made_and_the_example_only_where_nothing_is(
    tmp_path: Path, own: dict[str, str], count: int
) -> None:
    assert len(run(lay(tmp_path, own), dry_run=True).rows) == count


def test_a_network_stands_for_its_sessions(tmp_path: Path) -> None:
    lay(tmp_path, {**ONE_OF_EACH, "materials/netwerken/wijk/sessies/02-verder.yaml": SESSIE})

    run(tmp_path, "wijk", only=("draaiboek",))

    assert {name.rpartition("/")[0] for name in files(tmp_path)} == {"wijk/01-start", "wijk/02-verder"}


def test_what_is_odd_about_a_session_is_told_with_what_is_made(tmp_path: Path) -> None:
    odd = SESSIE.replace(", wie: Ada", "")
    lay(tmp_path, {**ONE_OF_EACH, "materials/netwerken/wijk/sessies/01-start.yaml": odd})

    report = run(tmp_path, "wijk/01-start")

    assert lines(report) == [
        "materials/netwerken/wijk/sessies/01-start.yaml:4:5: Opening has nobody in wie (name who does it)"
    ]
    assert run(tmp_path, "stapel").problems == ()


def test_what_is_not_read_is_told_when_everything_is_made(tmp_path: Path) -> None:
    lay(tmp_path, {**ONE_OF_EACH, "materials/werkvormen/b.yml": WERKVORM})

    assert "is not read" in lines(run(tmp_path))[0]


def test_each_file_is_told_as_soon_as_it_is_made(tmp_path: Path) -> None:
    watching = Watching()

    build(Workspace(lay(tmp_path, ONE_OF_EACH)), Request(("stapel",)), watching)

    assert (watching.count, watching.paths) == (2, ["decks/stapel/kaarten.pdf", "decks/stapel/kaarten-vellen.pdf"])


# what is wrong


def test_everything_is_refused_while_something_is_wrong_and_nothing_is_written(tmp_path: Path) -> None:
    lay(tmp_path, {**ONE_OF_EACH, "materials/canvassen/los.yaml": "naam: Los\n"})

    with pytest.raises(GeneratorError, match=r"canvassen/los\.yaml:1:1: vakken is missing here"):
        run(tmp_path)
    assert not (tmp_path / "output").exists()


def test_of_ten_things_of_which_one_is_broken_the_other_nine_are_made_by_name(tmp_path: Path) -> None:
    cards = {f"materials/werkvormen/w{number}.yaml": f"naam: W{number}\n" for number in range(10)}
    lay(tmp_path, {**cards, "materials/werkvormen/w3.yaml": "naam: W3\nfoo: bar\n"})

    report = run(tmp_path, *(f"w{number}" for number in range(10)), only=("kaarten",))

    assert len(report.rows) == 9
    assert files(tmp_path) == {f"werkvormen/w{number}/kaarten.pdf" for number in range(10) if number != 3}
    assert [line.partition(" (")[0] for line in lines(report)] == [
        "materials/werkvormen/w3.yaml:2:1: foo is no known key here"
    ]


def test_something_sound_is_made_by_name_without_a_word_about_what_is_broken_elsewhere(tmp_path: Path) -> None:
    lay(tmp_path, {**ONE_OF_EACH, "materials/canvassen/los.yaml": "naam: Los\n"})

    report = run(tmp_path, "stapel")

    assert (len(report.rows), report.problems) == (2, ())


@pytest.mark.parametrize("only", [(), ("kaarten",), ("draaiboek",)])
def test_where_all_that_is_named_is_broken_that_is_what_is_told(tmp_path: Path, only: tuple[str, ...]) -> None:
    lay(tmp_path, {**ONE_OF_EACH, "materials/werkvormen/rondje.yaml": "naam: [x]\n"})

    with pytest.raises(GeneratorError, match=r"rondje\.yaml:1:7: a text is expected here"):
        run(tmp_path, "stapel", only=only)
    assert not (tmp_path / "output").exists()


def test_a_network_with_a_broken_session_makes_the_others_and_tells_it(tmp_path: Path) -> None:
    lay(tmp_path, {**ONE_OF_EACH, "materials/netwerken/wijk/sessies/02-stuk.yaml": "titel: Stuk\n"})

    report = run(tmp_path, "wijk", only=("draaiboek",))

    assert files(tmp_path) == {"wijk/01-start/draaiboek.docx", "wijk/01-start/draaiboek.pdf"}
    assert {problem.place.path for problem in report.problems} == {"materials/netwerken/wijk/sessies/02-stuk.yaml"}


def test_a_letter_that_no_font_has_is_told_at_its_place_and_keeps_back_all_that_it_stands_in(tmp_path: Path) -> None:
    lay(tmp_path, {**ONE_OF_EACH, "materials/werkvormen/rondje.yaml": "naam: Rondje\nwat: Zeg 漢 of 字.\n"})
    place = "materials/werkvormen/rondje.yaml:2:6: no font has the letter"

    for name in ("rondje", "stapel"):
        with pytest.raises(GeneratorError) as caught:
            run(tmp_path, name)
        assert str(caught.value).splitlines() == [
            f"{place} 字 (U+5B57) (write it differently)",
            f"{place} 漢 (U+6F22) (write it differently)",
        ]
    assert len(run(tmp_path, "wijk").rows) == 2


def test_a_paper_that_a_sheet_does_not_come_on_is_told_at_its_place(tmp_path: Path) -> None:
    needs = SESSIE.replace("wie: Ada", "wie: Ada, materialen: [{canvas: plan, papier: A9}, {naam: pen, papier: A9}]")
    lay(tmp_path, {**ONE_OF_EACH, "materials/netwerken/wijk/sessies/01-start.yaml": needs})

    (problem,) = check(Workspace(tmp_path))

    assert str(problem).startswith("materials/netwerken/wijk/sessies/01-start.yaml:4:82: it can't be made on A9 (")


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_text_that_does_not_fit_is_told_and_the_rest_is_made_by_name(tmp_path: Path, jobs: int) -> None:
    lay(tmp_path, {"materials/canvassen/vol.yaml": TOO_LONG, "materials/canvassen/plan.yaml": CANVAS})

    report = run(tmp_path, "vol", "plan", jobs=jobs)

    assert files(tmp_path) == {"canvassen/plan/plan.pdf"}
    (problem,) = report.problems
    assert "mm too long for its place" in str(problem)
    assert problem.place.path == "materials/canvassen/vol.yaml"


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_text_that_does_not_fit_keeps_everything_back_when_nothing_is_named(tmp_path: Path, jobs: int) -> None:
    lay(tmp_path, {"materials/canvassen/vol.yaml": TOO_LONG, "materials/canvassen/plan.yaml": CANVAS})

    with pytest.raises(GeneratorError, match="mm too long for its place"):
        run(tmp_path, jobs=jobs)
    assert not (tmp_path / "output").exists()


def test_problems_come_in_the_order_of_their_places(tmp_path: Path) -> None:
    lay(
        tmp_path,
        {
            **ONE_OF_EACH,
            "materials/canvassen/vol.yaml": TOO_LONG,
            "materials/werkvormen/a.yaml": "naam: [x]\n",
            "materials/netwerken/wijk/sessies/01-start.yaml": SESSIE.replace(", wie: Ada", ""),
        },
    )

    report = run(tmp_path, "a", "wijk", "vol")

    places = [problem.place for problem in report.problems]
    assert len(places) == 3
    assert places == sorted(places)


def test_a_broken_workspace_is_told_with_broken_templates_at_once(tmp_path: Path) -> None:
    lay(tmp_path, {"materials/werkvormen/a.yaml": "naam: [x]\n", "templates/huisstijl.yaml": "foo: bar\n"})

    paths = {problem.place.path for problem in check(Workspace(tmp_path))}

    assert paths == {"materials/werkvormen/a.yaml", "templates/huisstijl.yaml"}


# only what changed


def test_a_second_time_nothing_is_made_again(tmp_path: Path) -> None:
    lay(tmp_path, ONE_OF_EACH)
    run(tmp_path)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "output").rglob("*")}

    report = run(tmp_path)

    assert states(report) == {"unchanged": 4}
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "output").rglob("*")} == before


def test_a_second_time_pages_and_sheets_are_still_known(tmp_path: Path) -> None:
    lay(tmp_path, ONE_OF_EACH)

    first, second = run(tmp_path), run(tmp_path)

    assert [(row.path, row.pages, row.sheets) for row in first.rows] == [
        (row.path, row.pages, row.sheets) for row in second.rows
    ]


def test_a_changed_definition_makes_again_what_it_stands_in_and_nothing_else(tmp_path: Path) -> None:
    lay(tmp_path, {**ONE_OF_EACH, "materials/decks/ander.yaml": DECK.replace("rondje", "bol-wol")})
    run(tmp_path)
    lay(tmp_path, {"materials/werkvormen/rondje.yaml": WERKVORM + "wat: Iets nieuws.\n"})

    report = run(tmp_path)

    made = {row.path.relative_to(tmp_path / "output").as_posix() for row in report.rows if row.state == "made"}
    assert made == {"decks/stapel/kaarten.pdf", "decks/stapel/kaarten-vellen.pdf"}
    assert states(report) == {"made": 2, "unchanged": 4}


def test_a_changed_template_makes_everything_again(tmp_path: Path) -> None:
    lay(tmp_path, ONE_OF_EACH)
    run(tmp_path)
    lay(tmp_path, {"templates/labels/nl.yaml": (ROOT / "templates" / "labels" / "nl.yaml").read_text() + "extra: x\n"})

    assert states(run(tmp_path)) == {"made": 4}


@pytest.mark.parametrize("change", ["gone", "other"])
def test_a_file_that_is_gone_or_not_as_it_was_made_is_made_again(tmp_path: Path, change: str) -> None:
    lay(tmp_path, ONE_OF_EACH)
    run(tmp_path)
    before = content(tmp_path / "output")
    path = tmp_path / "output" / "decks" / "stapel" / "kaarten.pdf"
    path.unlink() if change == "gone" else path.write_bytes(b"%PDF")

    assert states(run(tmp_path)) == {"made": 1, "unchanged": 3}
    assert content(tmp_path / "output") == before


def test_force_makes_all_of_it_again_with_the_same_bytes(tmp_path: Path) -> None:
    lay(tmp_path, ONE_OF_EACH)
    run(tmp_path)
    before = content(tmp_path / "output")

    assert states(run(tmp_path, force=True)) == {"made": 4}
    assert content(tmp_path / "output") == before


def test_a_dry_run_says_what_would_be_made_and_writes_nothing(tmp_path: Path) -> None:
    lay(tmp_path, ONE_OF_EACH)

    assert states(run(tmp_path, dry_run=True)) == {"planned": 4}
    assert not (tmp_path / "output").exists()
    run(tmp_path, "stapel")
    assert states(run(tmp_path, dry_run=True)) == {"planned": 2, "unchanged": 2}


def test_other_copies_are_another_print_with_more_sheets(tmp_path: Path) -> None:
    lay(tmp_path, ONE_OF_EACH)

    one, three = (
        build(Workspace(tmp_path), Request(("stapel",), Wishes(copies=copies)), Silent()) for copies in (1, 3)
    )

    assert states(three) == {"made": 2}
    assert [row.sheets for row in three.rows] == [3 * row.sheets for row in one.rows]


def test_notes_of_nonsense_are_no_reason_to_stop(tmp_path: Path) -> None:
    lay(tmp_path, {**ONE_OF_EACH, f"output/{FILE}": '{"decks/stapel/kaarten.pdf": {"key": 3}}'})

    assert states(run(tmp_path, "stapel")) == {"made": 2}


# where it comes


def test_another_output_folder_is_all_that_is_written_in(tmp_path: Path) -> None:
    lay(tmp_path / "work", ONE_OF_EACH)
    before = content(tmp_path / "work")

    run(tmp_path / "work", output=tmp_path / "elsewhere")

    assert content(tmp_path / "work") == before
    assert len(content(tmp_path / "elsewhere")) == 5


def test_what_can_not_be_written_is_told(tmp_path: Path) -> None:
    lay(tmp_path, {**ONE_OF_EACH, "output/decks/stapel": "in the way"})

    with pytest.raises(OutputError, match=r"stapel/kaarten\.pdf could not be written"):
        run(tmp_path, "stapel")


def test_an_output_folder_that_leads_elsewhere_is_not_followed(tmp_path: Path) -> None:
    lay(tmp_path, {**ONE_OF_EACH, "elsewhere": None})
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "decks").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(OutputError, match="lies outside"):
        run(tmp_path, "stapel")
    assert list((tmp_path / "elsewhere").iterdir()) == []


# the same bytes


def test_two_runs_give_the_same_bytes(example: Path, tmp_path: Path) -> None:
    build_into(tmp_path)

    assert content(tmp_path) == content(example)


def test_two_jobs_give_the_same_bytes_as_one(example: Path, tmp_path: Path) -> None:
    build(Workspace(ROOT), Request(output=tmp_path, jobs=2), Silent())

    assert content(tmp_path) == content(example)


@pytest.mark.parametrize("seed", ["1", "4242"])
def test_another_hash_seed_time_zone_locale_and_folder_give_the_same_bytes(
    example: Path, tmp_path: Path, seed: str
) -> None:
    folder = lay(tmp_path, {"een map met spaties": None}) / "een map met spaties"
    zone = {"1": "Pacific/Kiritimati", "4242": "America/Los_Angeles"}[seed]

    result = drukklaar(folder, "build", "--output", "uit", PYTHONHASHSEED=seed, TZ=zone, LC_ALL="C", LANG="tr_TR.UTF-8")

    assert result.returncode == 0, result.stderr
    assert content(folder / "uit") == content(example)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("draaiboek.docx", b"2027-01-15T08:00:00Z"),
        ("draaiboek.pdf", b"D:20270115080000Z"),
    ],
)
def test_a_file_bears_the_date_that_somebody_sets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, day: bytes
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")

    run(lay(tmp_path, ONE_OF_EACH), "wijk")

    path = tmp_path / "output" / "wijk" / "01-start" / name
    told = ZipFile(path).read("docProps/core.xml") if path.suffix == ".docx" else path.read_bytes()
    assert day in told


def test_another_date_is_a_reason_to_make_everything_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(lay(tmp_path, ONE_OF_EACH))

    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")

    assert states(run(tmp_path)) == {"made": 4}
    assert states(run(tmp_path)) == {"unchanged": 4}


@pytest.mark.parametrize("seconds", ["morgen", "1.5", "99999999999999999999"])
def test_a_date_that_is_no_number_of_seconds_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seconds: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)

    with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH must be a number of seconds"):
        run(lay(tmp_path, ONE_OF_EACH))
    assert not (tmp_path / "output").exists()
