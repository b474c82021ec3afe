"""One small file of every template: accessible, archivable, and with headings and tables that a listener can follow."""

from io import BytesIO
from itertools import pairwise

import page as validation
import pikepdf
import pytest

from generator.design import Design
from generator.document.blocks import Block, Cell, Diagram, Document, Heading, Items, Paragraph, Table, words_of
from generator.document.blocks import Box as BoxBlock
from generator.documents import fill
from generator.making import Setting, make
from generator.order import Order
from generator.page.items import texts_of
from generator.printing import jobs
from generator.reading import House
from tests.every_kind import LINK, everything, library
from tests.telling import SOFT_HYPHEN, laid_out

from .tagged import Reader, astray, document, untabbed

PROFILES = ("ua1", "2a")
Made = dict[str, bytes]


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory, design: Design) -> dict[str, Order]:
    return everything(library(tmp_path_factory.mktemp("every-kind")), design)


@pytest.fixture(scope="module")
def made(asked: dict[str, Order], design: Design) -> Made:
    """The bytes of each PDF by its path."""
    return {path: make(order, Setting(design)).data for path, order in asked.items() if order.format == "pdf"}


@pytest.fixture(scope="module")
def opened(made: Made) -> dict[str, pikepdf.Pdf]:
    return {path: pikepdf.open(BytesIO(data)) for path, data in made.items()}


def test_every_template_has_a_part_in_it(asked: dict[str, Order], design: Design) -> None:
    made_of = {order.template for order in asked.values()}
    cards = {"begripkaart", "indexkaart"}  # beside werkvormen, in the same file

    assert made_of | cards == set(design.templates)


@pytest.mark.parametrize("profile", PROFILES)
def test_one_document_of_every_kind_passes(made: Made, profile: str) -> None:
    reports = {path: validation.validate_pdf_bytes(data, profile=profile) for path, data in made.items()}

    assert {path: report.failures for path, report in reports.items() if not report.is_compliant} == {}


@pytest.mark.parametrize("profile", PROFILES)
def test_what_is_printed_in_one_go_passes(asked: dict[str, Order], design: Design, profile: str) -> None:
    for job in jobs(list(asked.values()), design):
        assert validation.validate_pdf_bytes(make(job, Setting(design)).data, profile=profile).failures == [], job.path


def test_every_page_and_every_mark_leads_to_its_element(opened: dict[str, pikepdf.Pdf]) -> None:
    assert {path: untabbed(pdf) + astray(pdf) for path, pdf in opened.items() if untabbed(pdf) or astray(pdf)} == {}


def test_every_table_has_heads_that_say_of_what(opened: dict[str, pikepdf.Pdf]) -> None:
    headless = []
    for path, pdf in opened.items():
        for table in document(pdf).named("Table"):
            heads = list(table.named("TH"))
            if not heads or any("/Scope" not in head.obj.A for head in heads):
                headless.append(path)

    assert headless == []


def test_an_address_behind_words_stands_on_paper_where_one_reads(asked: dict[str, Order], design: Design) -> None:
    for name, address in (
        ("draaiboek", "https://example.nl/plan"),
        ("draaiboek", LINK),
        ("bronnenlijst", LINK),
        ("terug", "https://example.nl/uitleg"),
    ):
        (words,) = fill(asked[f"wijk/01-start/{name}.pdf"], design)

        assert address in shown_letters(words), name


def shown_letters(words: Document) -> str:
    blocks = _within([block for leaf in words.leaves for area in leaf.areas for block in area.blocks])
    return " ".join(words_of(block.content) for block in blocks if isinstance(block, Paragraph))


def test_words_that_were_broken_are_read_whole(house: House) -> None:
    order = everything(house.library, house.design)["goed-leven/05-experimenteren/draaiboek.pdf"]
    (words,) = fill(order, house.design)
    pdf = pikepdf.open(BytesIO(make(order, Setting(house.design)).data))

    read = Reader(pdf).says(document(pdf))

    broken = [
        line.split()[-1].removesuffix(SOFT_HYPHEN) + text.lines[number].split()[0]
        for each in laid_out(words, order, house.design)
        for text in texts_of(each.items)
        for number, line in enumerate(text.lines[:-1], 1)
        if line.endswith(SOFT_HYPHEN)
    ]
    assert broken
    assert [word for word in broken if word.replace(SOFT_HYPHEN, "") not in read] == []


def test_headings_go_down_one_level_at_a_time(opened: dict[str, pikepdf.Pdf]) -> None:
    for path, pdf in opened.items():
        for section in document(pdf).elements:
            levels = [int(heading.tag[1]) for heading in section.named("H1", "H2", "H3")]

            assert levels[:1] in ([], [1]), path
            assert skipped(levels) == [], path


def test_headings_nest_in_everything_that_is_bundled(house: House) -> None:
    for path, order in everything(house.library, house.design).items():
        for words in fill(order, house.design):
            assert skipped([heading.level for heading in headings(words)]) == [], path


def headings(words: Document) -> list[Heading]:
    blocks = [block for leaf in words.leaves for area in leaf.areas for block in area.blocks]
    return [block for block in _within(blocks) if isinstance(block, Heading)]


def _within(blocks: list[Block]) -> list[Block]:
    """The blocks and those in them, in reading order."""
    found: list[Block] = []
    for block in blocks:
        found.append(block)
        match block:
            case BoxBlock():
                found += _within(list(block.blocks))
            case Items():
                found += _within([inner for item in block.items for inner in item])
            case Table():
                rows = [*([block.head] if block.head else []), *block.rows]
                cells: list[Cell] = [cell for row in rows for cell in row.cells]
                found += _within([inner for cell in cells for inner in cell.blocks])
            case Diagram():
                found += _within([*block.middle, *(inner for point in block.points for inner in point.blocks)])
            case _:
                pass
    return found


def skipped(levels: list[int]) -> list[tuple[int, int]]:
    """Where a heading lies more than one level under the one before it."""
    return [(above, below) for above, below in pairwise(levels) if below > above + 1]


def test_the_guard_of_headings_sees_a_level_that_is_passed_over() -> None:
    assert skipped([1, 2, 3, 2, 1, 3]) == [(1, 3)]
