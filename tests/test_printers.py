"""printers.yaml and the sheet by which it is filled: what is read is kept, and what can't be is refused."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import page as validation
import pikepdf
import pytest

from generator.calibrating import PATH, Measured, drawn, remember, write_sheet
from generator.design import Design
from generator.design.printers import FILE, printer_named, read_printers, suited
from generator.errors import GeneratorError, UsageError
from generator.page import calibration
from generator.page.items import MM, Rule, Size, Text
from generator.page.printer import OFFICE, Printer, Shift
from generator.reading import check
from generator.workspace import Workspace
from tests.folders import drukklaar, lay
from tests.page.geometry import Point, distance, through_the_paper


def kept(root: Path, *measured: Measured, name: str = "hal") -> Printer:
    for each in measured:
        remember(Workspace(root), name, each)
    return read_printers(root / FILE)[name]


# keeping


def test_what_was_measured_is_kept_in_millimetres(tmp_path: Path) -> None:
    found = kept(tmp_path, Measured(x=0.8, y=-1.2, margin=5, edge="korte zijde"))

    assert found == Printer("hal", Shift(0.8 * MM, -1.2 * MM), None, 5 * MM, "korte zijde")
    assert "staand: {x: 0.8 mm, y: -1.2 mm}" in (tmp_path / FILE).read_text("utf-8")


def test_what_is_not_given_stays_as_it_was(tmp_path: Path) -> None:
    found = kept(tmp_path, Measured(x=0.8, y=-1.2), Measured(margin=6), Measured(x=1), Measured(edge="lange zijde"))

    assert found == Printer("hal", Shift(1 * MM, -1.2 * MM), None, 6 * MM, "lange zijde")


def test_lying_sheets_are_measured_apart(tmp_path: Path) -> None:
    found = kept(tmp_path, Measured(x=0.8), Measured(y=0.5, lying=True))

    assert (found.upright, found.lying) == (Shift(0.8 * MM, 0), Shift(0, 0.5 * MM))


def test_each_printer_has_a_row_of_its_own(tmp_path: Path) -> None:
    kept(tmp_path, Measured(x=1), name="hal")
    kept(tmp_path, Measured(x=2), name="boven")

    assert {name: printer.upright.x / MM for name, printer in read_printers(tmp_path / FILE).items()} == {
        "hal": pytest.approx(1),
        "boven": pytest.approx(2),
    }


def test_the_same_file_is_written_of_what_was_read(tmp_path: Path) -> None:
    kept(tmp_path, Measured(x=0.8, y=-1.2, lying=True), Measured(margin=6, edge="korte zijde"))
    before = (tmp_path / FILE).read_bytes()

    kept(tmp_path, Measured(margin=6))

    assert (tmp_path / FILE).read_bytes() == before


@pytest.mark.parametrize(
    ("measured", "said"),
    [
        (Measured(x=40), "40 mm is more than a printer is ever off (at most 5 mm: measure again with"),
        (Measured(y=-5.1), "-5.1 mm is more than a printer is ever off"),
        (Measured(margin=-1), "a printer leaves no margin of -1 mm (from 0 to 25 mm)"),
        (Measured(margin=26), "a printer leaves no margin of 26 mm"),
        (Measured(x=float("nan")), "nan mm is more than a printer is ever off"),
    ],
)
def test_what_no_printer_does_is_refused_and_nothing_is_written(tmp_path: Path, measured: Measured, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        remember(Workspace(tmp_path), "hal", measured)

    assert str(caught.value).startswith(said)
    assert not (tmp_path / FILE).exists()


# reading


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("staand: {x: 40 mm}", "3:17: 40 mm is more than a printer is ever off"),
        ("staand: {x: 0.8}", "3:17: 0.8 is no length (write millimetres, such as -1.2 mm)"),
        ("staand: {z: 1 mm}", "3:14: z is no known key here"),
        ("marge: 40 mm", "3:12: a printer leaves no margin of 40 mm"),
        ("marge: smal", "3:12: smal is no length"),
        ("zijde: lang", "3:12: lang is not possible here (possible here: korte zijde, lange zijde)"),
        ("zijden: lange zijde", "3:5: zijden is no known key here (did you mean zijde?)"),
    ],
)
def test_a_mistake_in_the_file_is_told_by_check_at_its_place(tmp_path: Path, row: str, said: str) -> None:
    lay(tmp_path, {FILE: f"printers:\n  hal:\n    {row}\n"})

    lines = [str(problem) for problem in check(Workspace(tmp_path))]

    assert [line.startswith(f"printers.yaml:{said}") for line in lines] == [True]


def test_a_build_with_a_broken_file_stops(tmp_path: Path) -> None:
    lay(tmp_path, {FILE: "printers: {hal: {marge: breed}}\n"})

    with pytest.raises(GeneratorError, match=r"printers\.yaml:1:25: breed is no length"):
        printer_named(tmp_path / FILE, "hal")


def test_a_printer_is_asked_for_by_name(tmp_path: Path) -> None:
    kept(tmp_path, Measured(x=1))

    assert printer_named(tmp_path / FILE, "hal").upright == Shift(1 * MM, 0)
    assert printer_named(tmp_path / FILE, "") == OFFICE
    with pytest.raises(UsageError, match=r"there is no printer named hall \(did you mean hal\?\)"):
        printer_named(tmp_path / FILE, "hall")
    with pytest.raises(UsageError, match=r"`drukklaar printer set hal` makes it"):
        printer_named(tmp_path / "nothing.yaml", "hal")


def test_schemes_follow_the_edge_and_the_margin_of_a_printer(design: Design) -> None:
    found = suited(design, Printer("hal", margin=12 * MM, edge="korte zijde")).schemes

    assert found["kantoor"].turning == "korte zijde"
    assert found["vouwen"].turning == "vouwen"
    assert found["bridge"].places < design.schemes["bridge"].places
    assert found["mini"].places == 9


# the sheet


def test_the_sheet_is_made_and_passes(tmp_path: Path, design: Design) -> None:
    path = write_sheet(Workspace(tmp_path), "", "A4", "nl")

    assert path == tmp_path / "output" / PATH
    for profile in ("ua1", "2a"):
        assert validation.validate_pdf_bytes(path.read_bytes(), profile=profile).failures == []


@pytest.mark.parametrize(("language", "paper"), [("nl", "A4"), ("en", "Letter"), ("nl", "SRA3")])
def test_it_has_both_sides_of_an_upright_and_of_a_lying_sheet(design: Design, language: str, paper: str) -> None:
    pdf = pikepdf.open(BytesIO(drawn(design, design.papers[paper], OFFICE, language)))

    sizes = [[round(float(side), 1) for side in page.mediabox[2:]] for page in pdf.pages]
    size = design.papers[paper].upright.size
    upright = [round(size.width, 1), round(size.height, 1)]
    assert sizes == [upright, upright, upright[::-1], upright[::-1]]
    assert pdf.Root.ViewerPreferences.Duplex == "/DuplexFlipLongEdge"
    assert pdf.Root.ViewerPreferences.PrintScaling == "/None"


def test_paper_or_a_printer_that_nobody_knows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no paper named A9"):
        write_sheet(Workspace(tmp_path), "", "A9", "nl")
    with pytest.raises(UsageError, match="there is no printer named hal"):
        write_sheet(Workspace(tmp_path), "hal", "A4", "nl")


def strokes(page: pikepdf.Page) -> set[tuple[float, ...]]:
    """The ends of each line of a page that stands in no coordinates of its own, or moved."""
    found, shift, stack = set(), (0.0, 0.0), []
    for instruction in pikepdf.parse_content_stream(page):
        operator, operands = str(instruction.operator), list(instruction.operands)
        if operator == "q":
            stack.append(shift)
        elif operator == "Q":
            shift = stack.pop()
        elif operator == "cm":
            shift = (shift[0] + float(operands[4]), shift[1] + float(operands[5]))
        elif operator in ("m", "l"):
            end = (float(operands[0]) + shift[0], float(operands[1]) + shift[1])
            found.add(tuple(round(side, 2) for side in end))
    return found


@dataclass(frozen=True)
class Ruler:
    """Where the longest ticks of a ruler stand along it, in points, and what they are called."""

    ticks: tuple[float, ...]
    numbers: tuple[str, ...]

    def at(self, line: float) -> float:
        """What it shows at a line, in millimetres."""
        low, high = (float(number.replace("\N{MINUS SIGN}", "-")) for number in (self.numbers[0], self.numbers[-1]))
        return low + (line - self.ticks[0]) / (self.ticks[-1] - self.ticks[0]) * (high - low)


def ruler(size: Size, standing: bool) -> Ruler:
    """The ruler for x at the top of a back, or the one for y at its left, as it is drawn."""
    items = calibration.rulers(size)
    rules = [item for item in items if isinstance(item, Rule)]
    texts = [item for item in items if isinstance(item, Text) and item.lines[0] not in "xy"]
    if standing:
        ticks = {rule.y1 for rule in rules if rule.x2 == calibration.CENTRE and abs(rule.x1 - rule.x2) > 3.5 * MM}
        named = sorted((text.y, text.lines[0]) for text in texts if text.x < size.width / 4)
    else:
        ticks = {rule.x1 for rule in rules if rule.y2 == calibration.CENTRE and abs(rule.y1 - rule.y2) > 3.5 * MM}
        named = sorted((text.x, text.lines[0]) for text in texts if text.y < size.height / 4)
    zero = size.height / 2 if standing else size.width / 2
    return Ruler(tuple(sorted(tick for tick in ticks if abs(tick - zero) < 10 * MM)), tuple(name for _, name in named))


@pytest.mark.parametrize("turned", [False, True])
def test_what_the_line_shows_through_the_paper_is_what_puts_a_back_right(design: Design, turned: bool) -> None:
    size = design.papers["A4"].upright.size.turned if turned else design.papers["A4"].upright.size
    off = Point(0.8 * MM, -1.2 * MM)  # this machine lays its backs too far right and too high
    across, down = ruler(size, standing=False), ruler(size, standing=True)

    read = Point(across.at(size.width / 2 - off.x), down.at(size.height / 2 - off.y))

    assert (across.numbers, down.numbers) == (("−5", "0", "+5"), ("−5", "0", "+5"))
    assert (read.x, read.y) == pytest.approx((-0.8, 1.2))
    assert (off.x + read.x * MM, off.y + read.y * MM) == pytest.approx((0, 0))


def test_each_line_of_a_front_stands_before_the_zero_of_a_ruler_over_either_edge(design: Design) -> None:
    for size in (design.papers["A4"].upright.size, design.papers["A4"].lying.size):
        ends = [Point((rule.x1 + rule.x2) / 2, (rule.y1 + rule.y2) / 2) for rule in calibration.lines(size)]  # type: ignore[union-attr]
        zeros = [Point(size.width / 2, y) for y in (calibration.CENTRE, size.height - calibration.CENTRE)]
        zeros += [Point(x, size.height / 2) for x in (calibration.CENTRE, size.width - calibration.CENTRE)]
        for turning in ("lange zijde", "korte zijde"):
            behind = [through_the_paper(end, size, turning) for end in ends]
            assert all(min(distance(point, zero) for zero in zeros) < 0.01 for point in behind)


def test_a_sheet_for_a_measured_printer_is_moved_by_it(design: Design) -> None:
    paper = design.papers["A4"].upright
    printer = Printer("hal", Shift(-0.8 * MM, 1.2 * MM), Shift(2 * MM, 0))

    files = [pikepdf.open(BytesIO(drawn(design, paper, each, "nl"))) for each in (OFFICE, printer)]
    plain, moved = ([strokes(page) for page in pdf.pages] for pdf in files)

    assert [one == other for one, other in zip(plain, moved, strict=True)] == [True, False] * 2
    dx, dy = -0.8 * MM, -1.2 * MM  # y upwards in a PDF
    wanted = {(x + dx, y + dy) for x, y in plain[1]}
    assert all(any(abs(x - a) < 0.02 and abs(y - b) < 0.02 for a, b in moved[1]) for x, y in wanted)


# the command


def test_the_commands_test_and_set_and_build_work_one_after_the_other(tmp_path: Path) -> None:
    lay(tmp_path, {"materials/werkvormen/rondje.yaml": "naam: Rondje\nwat: Iedereen zegt iets.\n"})

    made = [
        drukklaar(tmp_path, "printer", "test"),
        drukklaar(tmp_path, "printer", "set", "hal", "--x", "0,8", "--y", "-1.2", "--margin", "4.2"),
        drukklaar(tmp_path, "printer", "test", "hal"),
        drukklaar(tmp_path, "build", "rondje", "--printer", "hal"),
    ]

    assert [(done.returncode, done.stderr) for done in made[:3]] == [(0, "")] * 3
    assert made[0].stdout == "output/printertest.pdf\n"
    assert made[1].stdout == "printers.yaml\n"
    assert made[3].returncode == 0, made[3].stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("set", "hal", "--x", "40"), "40 mm is more than a printer is ever off"),
        (("set", "hal", "--x", "veel"), "'veel' is not a valid float"),
        (("set", "hal", "--edge", "boven"), "'boven' is not one of"),
        (("set", "///", "--x", "1"), "/// holds no letter"),
        (("set", "hal"), "nothing was measured (give --x and --y, --margin or --edge)"),
        (("test", "hal"), "there is no printer named hal"),
    ],
)
def test_wrong_use_ends_with_two(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    done = drukklaar(tmp_path, "printer", *arguments)

    assert done.returncode == 2
    assert said in done.stderr


def test_another_printer_makes_the_sheets_again_and_the_same_one_does_not(tmp_path: Path) -> None:
    lay(tmp_path, {"materials/werkvormen/rondje.yaml": "naam: Rondje\nwat: Iedereen zegt iets.\n"})
    remember(Workspace(tmp_path), "hal", Measured(x=1))

    said = [
        drukklaar(tmp_path, "build", "rondje", "--only", "kaarten-vellen", *options).stderr
        for options in ((), ("--printer", "hal"), ("--printer", "hal"))
    ]

    assert ["unchanged" in text for text in said] == [False, False, True]
