"""What the print order says of each file, and what comes out of the printer when all is printed in one go."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from pypdf import PdfReader

from generator.design import Design, read_design
from generator.making import Made, Setting, make
from generator.order import Order, PrintLine, Wishes
from generator.printing import Count, lines, printed, way_of
from generator.workspace import bundled
from tests.folders import lay
from tests.packs import PEOPLE, Pack

LONG_FORM = "naam: Blad\ndelen:\n  - vragen:\n" + "".join(
    f"      - {{vraag: Vraag {number}, regels: 12}}\n" for number in range(1, 6)
)
LONG = {"materials/formulieren/blad.yaml": LONG_FORM}
PACK = Pack(
    "{canvas: plan, per: duo}, {formulier: blad, aantal: 2}, {document: notitieblad, aantal: 3}",
    pakket=(
        "{document: draaiboek}, {document: deelnemersprogramma, aantal: 3}, {document: kaarten}, "
        "{document: naamkaartjes}"
    ),
    aantal=5,
    more=LONG,
)


@pytest.fixture(scope="module")
def setting(design: Design) -> Setting:
    return Setting(design)


@pytest.fixture(scope="module")
def orders(tmp_path_factory: pytest.TempPathFactory, design: Design) -> dict[str, Order]:
    """All of a pack, with the jobs of --print-ready."""
    return PACK.orders(tmp_path_factory.mktemp("pack"), design, Wishes(print_ready=True))


@pytest.fixture(scope="module")
def files(orders: dict[str, Order], setting: Setting) -> dict[str, Made]:
    """What can be made without knowing of the others."""
    return {name: make(order, setting) for name, order in orders.items() if order.template != "printopdracht"}


@pytest.fixture(scope="module")
def order_lines(orders: dict[str, Order], files: dict[str, Made], design: Design) -> dict[str, PrintLine]:
    counts = {made.path: Count(made.pages, made.sheets) for made in files.values()}
    wanted = [order.path for order in orders.values()]
    found = lines(orders["printopdracht.pdf"].about, counts, wanted, design)
    return {line.bestand: line for line in found}


def jobs(orders: dict[str, Order]) -> dict[str, Order]:
    return {name: order for name, order in orders.items() if order.is_job}


def texts(made: Made) -> list[str]:
    """The words of each page."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(made.data)).pages]


# lines


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("plan.pdf", ("A3", 120, False, "enkel", "", 3, 1, 3)),
        ("blad.pdf", ("A4", 80, False, "dubbel", "lange zijde", 2, 3, 4)),
        ("notitieblad.pdf", ("A4", 80, False, "enkel", "", 3, 1, 3)),
        ("deelnemersprogramma.pdf", ("A4", 80, False, "enkel", "", 3, 1, 3)),
        ("kaarten-vellen.pdf", ("A4", 250, True, "dubbel", "lange zijde", 1, 2, 1)),
        ("naamkaartjes.pdf", ("A4", 250, True, "enkel", "", 1, 1, 1)),
    ],
)
def test_a_line_says_how_a_file_is_printed(
    order_lines: dict[str, PrintLine], file: str, said: tuple[object, ...]
) -> None:
    line = order_lines[file]

    found = (line.papier, line.gewicht, line.kleur, line.zijden, line.rand, line.aantal, line.bladzijden, line.vellen)
    assert found == said


def test_the_draaiboek_takes_half_as_many_sheets_as_it_has_pages(
    order_lines: dict[str, PrintLine], files: dict[str, Made]
) -> None:
    line = order_lines["draaiboek.pdf"]

    assert line.bladzijden == len(texts(files["draaiboek.pdf"])) == files["draaiboek.pdf"].pages
    assert line.vellen == (line.bladzijden + 1) // 2 * line.aantal
    assert line.zijden == "dubbel"


def test_there_is_a_line_for_all_that_is_printed_and_for_nothing_else(
    order_lines: dict[str, PrintLine], orders: dict[str, Order]
) -> None:
    names = (
        {name for name in orders if name.endswith(".pdf")} - {"printopdracht.pdf", "kaarten.pdf"} - set(jobs(orders))
    )

    assert set(order_lines) == names


def test_lines_of_one_paper_and_weight_stand_together(order_lines: dict[str, PrintLine]) -> None:
    ways = [(line.papier, line.gewicht) for line in order_lines.values()]

    assert ways == sorted(ways)
    assert len(set(ways)) == 3


def test_each_line_says_what_comes_after_printing(order_lines: dict[str, PrintLine]) -> None:
    assert order_lines["kaarten-vellen.pdf"].afwerking == "twee keer snijden"
    assert order_lines["draaiboek.pdf"].afwerking == ""


def test_each_line_names_the_job_that_holds_its_file(
    order_lines: dict[str, PrintLine], orders: dict[str, Order]
) -> None:
    for name, line in order_lines.items():
        holding = [job for job, order in jobs(orders).items() if orders[name] in order.about]

        assert holding == [line.taak]


def test_without_jobs_no_line_names_one(orders: dict[str, Order], files: dict[str, Made], design: Design) -> None:
    counts = {made.path: Count(made.pages, made.sheets) for made in files.values()}

    found = lines(orders["printopdracht.pdf"].about, counts, [], design)

    assert {line.taak for line in found} == {""}


def test_what_could_not_be_made_has_no_line(orders: dict[str, Order], design: Design) -> None:
    about = orders["printopdracht.pdf"].about

    assert lines(about, {about[0].path: Count(1, 1)}, [], design) == lines(
        about[:1], {about[0].path: Count(1, 1)}, [], design
    )


def test_the_print_order_shows_every_line(
    orders: dict[str, Order], order_lines: dict[str, PrintLine], setting: Setting
) -> None:
    made = make(replace(orders["printopdracht.pdf"], lines=tuple(order_lines.values())), setting)

    text = " ".join(texts(made))
    assert [name for name in order_lines if name not in text] == []
    assert "A4, 80 gram" in text
    assert "A4, 250 gram" in text
    assert "A3, 120 gram" in text


# jobs


def sheets_of(
    name: str, order: Order, files: dict[str, Made], order_lines: dict[str, PrintLine]
) -> Iterator[tuple[str, str]]:
    """The pieces of paper of all copies of a file, front and back, as somebody would stack them."""
    sides = texts(files[name])
    for _ in range(order.copies):
        if order_lines[name].zijden == "enkel":
            yield from ((side, "") for side in sides)
        else:
            yield from zip(sides[::2], [*sides[1::2], ""], strict=False)


def test_there_is_one_job_for_each_paper_and_weight(orders: dict[str, Order]) -> None:
    assert set(jobs(orders)) == {"printen-a4-80g.pdf", "printen-a3-120g.pdf", "printen-a4-250g.pdf"}


def test_every_file_that_is_printed_is_in_one_job(orders: dict[str, Order], design: Design) -> None:
    held = [other.path for job in jobs(orders).values() for other in job.about]

    assert sorted(held) == sorted(order.path for order in printed(orders.values(), design))
    assert len(held) == len(set(held))


@pytest.mark.parametrize("job", ["printen-a4-80g.pdf", "printen-a4-250g.pdf"])
def test_a_job_holds_every_copy_of_every_file_each_on_paper_of_its_own(
    orders: dict[str, Order], files: dict[str, Made], order_lines: dict[str, PrintLine], job: str
) -> None:
    pages = texts(files[job])

    stack = list(zip(pages[::2], pages[1::2], strict=True))
    wanted = [
        sheet
        for other in orders[job].about
        for sheet in sheets_of(other.path.rpartition("/")[2], other, files, order_lines)
    ]
    assert stack == wanted
    assert files[job].pages == len(pages) == 2 * files[job].sheets


def test_a_job_in_which_nothing_has_a_back_is_single_sided(orders: dict[str, Order], files: dict[str, Made]) -> None:
    job = files["printen-a3-120g.pdf"]

    assert texts(job) == texts(files["plan.pdf"]) * orders["plan.pdf"].copies
    assert job.sheets == job.pages == 3


@pytest.mark.parametrize(
    ("job", "duplex"),
    [("printen-a3-120g.pdf", "/Simplex"), ("printen-a4-80g.pdf", "/DuplexFlipLongEdge")],
)
def test_a_job_asks_the_printer_for_its_sides_and_for_its_own_size(
    files: dict[str, Made], job: str, duplex: str
) -> None:
    asked = PdfReader(BytesIO(files[job].data)).trailer["/Root"]["/ViewerPreferences"]

    assert (asked["/Duplex"], asked["/PrintScaling"]) == (duplex, "/None")


def test_sheets_in_all_jobs_are_those_that_the_lines_count(
    orders: dict[str, Order], files: dict[str, Made], order_lines: dict[str, PrintLine]
) -> None:
    for name in jobs(orders):
        assert files[name].sheets == sum(line.vellen for line in order_lines.values() if line.taak == name)


def test_the_paper_of_a_job_is_that_of_every_page_in_it(
    orders: dict[str, Order], files: dict[str, Made], design: Design
) -> None:
    for name, order in jobs(orders).items():
        size = design.paper(order.paper).upright.size
        for page in PdfReader(BytesIO(files[name].data)).pages:
            sides = sorted((float(page.mediabox.width), float(page.mediabox.height)))

            assert sides == pytest.approx([size.width, size.height], abs=0.5)


def test_what_turns_over_its_short_side_is_a_job_of_its_own(tmp_path: Path) -> None:
    rows = bundled("templates").joinpath("papier.yaml").read_text("utf-8").splitlines(keepends=True)
    turned = [row.replace("lange", "korte") if row.startswith("  kantoor:") else row for row in rows]
    own = "".join(turned)
    design = read_design(bundled("templates"), lay(tmp_path, {"eigen/papier.yaml": own}) / "eigen")
    pack = Pack(pakket="{document: kaarten}, {document: naamkaartjes}", deelnemers=PEOPLE)

    orders = pack.orders(tmp_path, design, Wishes(print_ready=True))

    [cards] = [order for order in jobs(orders).values() if orders["kaarten-vellen.pdf"] in order.about]
    assert cards.about == (orders["kaarten-vellen.pdf"],)
    asked = PdfReader(BytesIO(make(cards, Setting(design)).data)).trailer["/Root"]["/ViewerPreferences"]
    assert asked["/Duplex"] == "/DuplexFlipShortEdge"
    assert all(f"{way_of(order, design).job}.pdf" in orders for order in printed(orders.values(), design))


def test_fronts_and_backs_of_a_job_alternate_for_each_person(tmp_path: Path, setting: Setting) -> None:
    pack = Pack("{formulier: blad, per: deelnemer}", pakket="{document: wrap-up}", deelnemers=PEOPLE, more=LONG)

    orders = pack.orders(tmp_path, setting.design, Wishes(print_ready=True, people="deelnemers"))

    pages = texts(make(orders["printen-a4-80g.pdf"], setting))
    fronts = [number for number, page in enumerate(pages) if any(name in page for name in PEOPLE)]
    assert [number % 2 for number in fronts] == [0, 0, 0]
    assert all(later - earlier == 4 for earlier, later in pairwise(fronts))


@pytest.mark.parametrize(
    ("scheme", "said"),
    [
        ("kantoor", "twee keer snijden"),
        ("afloop", "snijden langs de tekens"),
        ("vouwen", "uitsnijden, vouwen en plakken"),
        ("avery-c2352", "langs de perforatie losmaken"),
        ("stapel", "snijden"),
    ],
)
def test_what_comes_after_printing_follows_from_the_scheme(
    tmp_path: Path, design: Design, scheme: str, said: str
) -> None:
    orders = Pack("{canvas: plan}", deelnemers=("Ada", "Bo")).orders(tmp_path, design, Wishes(scheme=scheme))
    cards = orders["kaarten-vellen.pdf"]

    [line] = lines([cards], {cards.path: Count(2, 1)}, [], design)

    assert line.afwerking == said
