"""From definitions to files: what is asked, only what changed, the same bytes each time, and nothing by halves."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from zipfile import ZipFile

import pytest

from generator import cache, history
from generator.build import Report, Request, build
from generator.errors import GeneratorError, OutputError, UsageError
from generator.material.library import Library
from generator.order import Wishes
from generator.reading import check
from generator.workspace import Workspace
from tests.conftest import EXAMPLE, ROOT, Silent, build_into
from tests.folders import CANVAS, DECK, NETWERK, ONE_OF_EACH, PLAAT, SESSIE, WERKVORM, content, drukklaar, lay

PACK = "goed-leven/05-experimenteren"
SMALL = {**ONE_OF_EACH, "materials/netwerken/wijk/netwerk.yaml": NETWERK + "pakket: [{document: draaiboek}]\n"}
"""One of each, of a network whose meetings need a draaiboek alone."""
STAPEL = {f"decks/stapel/{name}.pdf" for name in ("kaarten", "kaarten-vellen", "bronnenlijst")}
MEETING = {f"wijk/01-start/{name}" for name in ("draaiboek.docx", "draaiboek.pdf", "paklijst.pdf", "printopdracht.pdf")}
TOO_LONG = f"naam: Vol\nvakken:\n  - {{naam: a, kop: {'lang ' * 4000}}}\nraster: [a]\n"


class Watching:
    """Remembers what was made, in order."""

    def __init__(self) -> None:
        self.count, self.paths = 0, list[str]()

    def started(self, paths: Sequence[str]) -> None:
        self.count += len(paths)

    def made(self, path: str) -> None:
        self.paths.append(path)


def run(root: Path, *names: str, only: tuple[str, ...] = (), **request: object) -> Report:
    return build(Workspace(root), Request(names, Wishes(only), **request), Silent())  # type: ignore[arg-type]


def states(report: Report) -> Counter[str]:
    return Counter(row.state for row in report.rows)


def files(root: Path) -> set[str]:
    """What stands in output/, but for our own notes."""
    return set(made_in(root / "output"))


def made_in(output: Path) -> dict[str, bytes]:
    """Each file that was made, with its bytes: not our own notes."""
    return {name: data for name, data in content(output).items() if name not in (cache.FILE, history.FILE)}


def paths(report: Report, output: Path, *states: str) -> set[str]:
    """The files in these states, or all."""
    return {row.path.relative_to(output).as_posix() for row in report.rows if not states or row.state in states}


def lines(report: Report) -> list[str]:
    return [str(problem) for problem in report.problems]


# what is asked


def test_what_is_named_of_the_example_is_made(example: Path) -> None:
    decks = {f"decks/{deck}/{name}.pdf" for deck in ("liso", "dimensies") for name in ("kaarten", "kaarten-vellen")}

    assert set(made_in(example)) == {
        *(f"{PACK}/{name}" for name in OF_THE_PACK),
        *decks,
        "decks/liso/bronnenlijst.pdf",
        "decks/dimensies/bronnenlijst.pdf",
    }


OF_THE_PACK = [
    "draaiboek.docx", "draaiboek.pdf", "deelnemersprogramma.pdf", "informatiebrief.docx", "wrap-up.docx",
    "rolstroken.pdf", "notitieblad.pdf", "bronnenlijst.pdf", "paklijst.pdf", "printopdracht.pdf",
    "naamkaartjes.pdf", "openingsflap.pdf", "presentielijst.pdf", "programmaflap.pdf",
    "actieleercirkel.pdf", "experimentencanvas.pdf", "experimentencanvas-voorbeeld.pdf", "reisverslag.pdf",
    "canvas-actieleren.pdf", "faalverhaal.pdf", "kaarten.pdf", "kaarten-vellen.pdf",
]  # fmt: skip


def test_a_folder_of_ones_own_makes_ones_own_sessions_and_decks(tmp_path: Path) -> None:
    run(lay(tmp_path, SMALL), jobs=1)

    assert files(tmp_path) == MEETING | STAPEL


@pytest.mark.parametrize(
    ("own", "made"),
    [
        ({"materials/canvassen/plan.yaml": CANVAS}, {"canvassen/plan.pdf"}),
        ({"materials/platen/muur.yaml": PLAAT, "materials/canvassen/plan.yaml": CANVAS},
         {"platen/muur.pdf", "canvassen/plan.pdf"}),
        ({"materials/werkvormen/rondje.yaml": WERKVORM},
         {"werkvormen/rondje/kaarten.pdf", "werkvormen/rondje/kaarten-vellen.pdf"}),
        ({"materials/netwerken/wijk/netwerk.yaml": NETWERK}, set()),
    ],
)  # fmt: skip
def test_without_sessions_and_decks_all_that_is_ones_own_is_made(
    tmp_path: Path, own: dict[str, str], made: set[str]
) -> None:
    report = run(lay(tmp_path, own), dry_run=True)

    assert paths(report, tmp_path / "output") == made


def test_the_sessions_and_decks_of_the_example_are_made_where_nothing_is_ones_own(
    tmp_path: Path, library: Library
) -> None:
    report = run(tmp_path, dry_run=True)

    made = {name.rpartition("/")[0] for name in paths(report, tmp_path / "output")}
    assert made == {*library.of_kind("sessie"), *(f"decks/{slug}" for slug in library.of_kind("deck"))}


def test_a_network_stands_for_its_sessions(tmp_path: Path) -> None:
    lay(tmp_path, {**SMALL, "materials/netwerken/wijk/sessies/02-verder.yaml": SESSIE})

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

    build(Workspace(lay(tmp_path, SMALL)), Request(("stapel", "wijk")), watching)

    assert watching.count == len(watching.paths) == len(MEETING | STAPEL)
    assert set(watching.paths) == MEETING | STAPEL
    assert watching.paths[-1] == "wijk/01-start/printopdracht.pdf"


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

    assert (len(report.rows), report.problems) == (len(STAPEL), ())


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
    lay(tmp_path, {**SMALL, "materials/werkvormen/rondje.yaml": "naam: Rondje\nwat: Zeg 漢 of 字.\n"})
    place = "materials/werkvormen/rondje.yaml:2:6: no font has the letter"

    for name in ("rondje", "stapel"):
        with pytest.raises(GeneratorError) as caught:
            run(tmp_path, name)
        assert str(caught.value).splitlines() == [
            f"{place} 字 (U+5B57) (write it differently)",
            f"{place} 漢 (U+6F22) (write it differently)",
        ]
    assert paths(run(tmp_path, "wijk"), tmp_path / "output", "made") == MEETING


def test_a_paper_that_a_sheet_does_not_come_on_is_told_at_its_place(tmp_path: Path) -> None:
    needs = SESSIE.replace("wie: Ada", "wie: Ada, materialen: [{canvas: plan, papier: A9}, {naam: pen, papier: A9}]")
    lay(tmp_path, {**ONE_OF_EACH, "materials/netwerken/wijk/sessies/01-start.yaml": needs})

    (problem,) = check(Workspace(tmp_path))

    assert str(problem).startswith("materials/netwerken/wijk/sessies/01-start.yaml:4:82: it can't be made on A9 (")


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_text_that_does_not_fit_is_told_and_the_rest_is_made_by_name(tmp_path: Path, jobs: int) -> None:
    lay(tmp_path, {"materials/canvassen/vol.yaml": TOO_LONG, "materials/canvassen/plan.yaml": CANVAS})

    report = run(tmp_path, "vol", "plan", jobs=jobs)

    assert files(tmp_path) == {"canvassen/plan.pdf"}
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
    lay(tmp_path, SMALL)
    run(tmp_path)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "output").rglob("*")}

    report = run(tmp_path)

    assert paths(report, tmp_path / "output", "unchanged") == MEETING | STAPEL
    assert states(report) == {"unchanged": len(MEETING | STAPEL)}
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "output").rglob("*")} == before


def test_a_second_time_pages_and_sheets_are_still_known(tmp_path: Path) -> None:
    lay(tmp_path, SMALL)

    first, second = run(tmp_path), run(tmp_path)

    assert [(row.path, row.pages, row.sheets) for row in first.rows] == [
        (row.path, row.pages, row.sheets) for row in second.rows
    ]


def test_a_changed_definition_makes_again_what_it_stands_in_and_nothing_else(tmp_path: Path) -> None:
    lay(tmp_path, {**SMALL, "materials/decks/ander.yaml": DECK.replace("rondje", "bol-wol")})
    run(tmp_path)
    lay(tmp_path, {"materials/werkvormen/rondje.yaml": WERKVORM + "wat: Iets nieuws.\n"})

    report = run(tmp_path)

    other = {name.replace("stapel", "ander") for name in STAPEL}
    assert paths(report, tmp_path / "output", "made") == STAPEL
    assert paths(report, tmp_path / "output", "unchanged") == MEETING | other


def test_a_changed_template_makes_everything_again(tmp_path: Path) -> None:
    lay(tmp_path, SMALL)
    run(tmp_path)
    lay(tmp_path, {"templates/labels/nl.yaml": (ROOT / "templates" / "labels" / "nl.yaml").read_text() + "extra: x\n"})

    assert states(run(tmp_path)) == {"made": len(MEETING | STAPEL)}


def test_a_file_that_is_gone_is_made_again(tmp_path: Path) -> None:
    lay(tmp_path, SMALL)
    run(tmp_path)
    before = made_in(tmp_path / "output")
    (tmp_path / "output" / "decks" / "stapel" / "kaarten.pdf").unlink()

    assert states(run(tmp_path)) == {"made": 1, "unchanged": len(MEETING | STAPEL) - 1}
    assert made_in(tmp_path / "output") == before


def test_force_makes_all_of_it_again_with_the_same_bytes(tmp_path: Path) -> None:
    lay(tmp_path, SMALL)
    run(tmp_path)
    before = made_in(tmp_path / "output")

    assert states(run(tmp_path, force=True)) == {"made": len(MEETING | STAPEL)}
    assert made_in(tmp_path / "output") == before


def test_a_dry_run_says_what_would_be_made_and_writes_nothing(tmp_path: Path) -> None:
    lay(tmp_path, SMALL)

    assert states(run(tmp_path, dry_run=True)) == {"planned": len(MEETING | STAPEL)}
    assert not (tmp_path / "output").exists()
    run(tmp_path, "stapel")
    assert paths(run(tmp_path, dry_run=True), tmp_path / "output", "planned") == MEETING
    assert paths(run(tmp_path, dry_run=True), tmp_path / "output", "unchanged") == STAPEL


def test_a_dry_run_knows_what_would_stay_also_of_what_tells_of_the_others(tmp_path: Path) -> None:
    lay(tmp_path, SMALL)
    run(tmp_path)

    assert states(run(tmp_path, dry_run=True)) == {"unchanged": len(MEETING | STAPEL)}


def test_what_tells_of_the_others_is_made_again_when_they_have_other_pages(tmp_path: Path) -> None:
    lay(tmp_path, SMALL)
    run(tmp_path)
    longer = SESSIE.replace("wie: Ada", f"wie: Ada, toelichting: {'Dit is een zin. ' * 300}")
    lay(tmp_path, {"materials/netwerken/wijk/sessies/01-start.yaml": longer})

    planned = paths(run(tmp_path, dry_run=True), tmp_path / "output", "planned")

    assert planned == MEETING
    assert paths(run(tmp_path), tmp_path / "output", "made") == MEETING


def test_what_tells_of_the_others_says_the_same_when_it_is_made_alone(tmp_path: Path) -> None:
    lay(tmp_path, SMALL)
    run(tmp_path, output=tmp_path / "all")

    run(tmp_path, "wijk", only=("printopdracht",), output=tmp_path / "alone")

    name = "wijk/01-start/printopdracht.pdf"
    assert made_in(tmp_path / "alone") == {name: made_in(tmp_path / "all")[name]}


def test_other_copies_are_another_print_with_more_sheets(tmp_path: Path) -> None:
    lay(tmp_path, SMALL)

    one, three = (
        build(Workspace(tmp_path), Request(("stapel",), Wishes(copies=copies)), Silent()) for copies in (1, 3)
    )

    assert states(three) == {"made": len(STAPEL)}
    assert [row.sheets for row in three.rows] == [3 * row.sheets for row in one.rows]


def test_notes_of_nonsense_are_no_reason_to_stop(tmp_path: Path) -> None:
    lay(tmp_path, {**ONE_OF_EACH, f"output/{cache.FILE}": '{"decks/stapel/kaarten.pdf": {"key": 3}}'})

    assert states(run(tmp_path, "stapel")) == {"made": len(STAPEL)}


# where it comes


def test_another_output_folder_is_all_that_is_written_in(tmp_path: Path) -> None:
    lay(tmp_path / "work", SMALL)
    before = content(tmp_path / "work")

    run(tmp_path / "work", output=tmp_path / "elsewhere")

    assert content(tmp_path / "work") == before
    assert set(content(tmp_path / "elsewhere")) == {*MEETING, *STAPEL, cache.FILE, history.FILE}


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
    build_into(tmp_path, *EXAMPLE)

    assert made_in(tmp_path) == made_in(example)


def test_two_jobs_give_the_same_bytes_as_one(example: Path, tmp_path: Path) -> None:
    build(Workspace(ROOT), Request(EXAMPLE, output=tmp_path, jobs=2), Silent())

    assert made_in(tmp_path) == made_in(example)


def test_another_hash_seed_time_zone_locale_and_folder_give_the_same_bytes(example: Path, tmp_path: Path) -> None:
    folder = lay(tmp_path, {"een map met spaties": None}) / "een map met spaties"
    elsewhere = {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "tr_TR.UTF-8"}

    result = drukklaar(folder, "build", *EXAMPLE, "--output", "uit", **elsewhere)

    assert result.returncode == 0, result.stderr
    assert made_in(folder / "uit") == made_in(example)


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

    run(lay(tmp_path, SMALL), "wijk")

    path = tmp_path / "output" / "wijk" / "01-start" / name
    told = ZipFile(path).read("docProps/core.xml") if path.suffix == ".docx" else path.read_bytes()
    assert day in told


def test_another_date_is_a_reason_to_make_everything_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(lay(tmp_path, SMALL))

    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")

    assert states(run(tmp_path)) == {"made": len(MEETING | STAPEL)}
    assert states(run(tmp_path)) == {"unchanged": len(MEETING | STAPEL)}


@pytest.mark.parametrize("seconds", ["morgen", "1.5", "99999999999999999999"])
def test_a_date_that_is_no_number_of_seconds_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seconds: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)

    with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH must be a number of seconds"):
        run(lay(tmp_path, ONE_OF_EACH))
    assert not (tmp_path / "output").exists()
