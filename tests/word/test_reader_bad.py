"""Long, deep and hostile Word files are read in a time and in an amount of memory that have a bound."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.document.blocks import Paragraph, Table

from .packages import paragraph, styled, word_file
from .reading import blocks, read, run

SECONDS, MEGABYTES = 5, 300
MEASURED = """
import sys, time
from pathlib import Path
from generator.word.opening import read
from generator.word.reader import told
begin = time.process_time()
told(read(Path(sys.argv[1]), "a.docx"))
seconds = time.process_time() - begin
print(seconds, Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0])
"""


def page(number: int) -> str:
    """A page of text, with a heading."""
    lines = (run(f"Zin {number}.{line} van een bladzijde vol woorden. ", "<w:b/>" * (line % 3)) for line in range(50))
    return styled(f"Blad {number}", "Heading1") + "".join(f"<w:p>{line}{run(' en nog wat')}</w:p>" for line in lines)


def row(number: int) -> str:
    """A row of seven cells."""
    cells = (f"<w:tc><w:tcPr/>{paragraph(f'rij {number} kolom {column}')}</w:tc>" for column in range(7))
    return f"<w:tr>{''.join(cells)}</w:tr>"


def indented(number: int) -> str:
    """An item of a list of its own, a step further in than the one before it."""
    numbers = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph("x", f'{numbers}<w:ind w:left="{number * 110}"/>')


OPEN = "<w:tbl><w:tr><w:tc>"
CLOSED = "<w:p/></w:tc></w:tr></w:tbl>"
BODIES: dict[str, Callable[[], str]] = {
    "200 pages": lambda: "".join(map(page, range(200))),
    "3,000 rows": lambda: f"<w:tbl>{''.join(map(row, range(3000)))}</w:tbl>",
    "one paragraph": lambda: f"<w:p>{''.join(run(f'woord {n} ') for n in range(50_000))}</w:p>",
    "one run": lambda: paragraph("woord " * 1_600_000),
    "lists in lists": lambda: "".join(map(indented, range(20_000))),
    "bookmarks without end": lambda: "".join(
        f'<w:p><w:bookmarkStart w:id="{n}" w:name="_dk{n}"/>{run("x")}</w:p>' for n in range(50_000)
    ),
}


@pytest.mark.parametrize("name", BODIES)
def test_a_long_file_is_read_within_five_seconds_and_300_megabytes(name: str, tmp_path: Path) -> None:
    path = tmp_path / "lang.docx"
    path.write_bytes(word_file(BODIES[name]()))

    told = subprocess.run([sys.executable, "-c", MEASURED, path], check=True, capture_output=True, text=True)

    seconds, kilobytes = map(float, told.stdout.split())
    assert seconds < SECONDS
    assert kilobytes < MEGABYTES * 1024


def test_no_row_of_a_long_table_is_lost() -> None:
    (found,) = blocks(f"<w:tbl>{''.join(map(row, range(3000)))}</w:tbl>")

    assert isinstance(found, Table)
    assert len(found.rows) == 3000
    assert all(len(line.cells) == 7 for line in found.rows)


def test_tables_lie_in_tables_as_deep_as_a_file_may_go() -> None:
    found = blocks(OPEN * 80 + paragraph("diep") + CLOSED * 80)

    depth = 0
    while isinstance(found[0], Table):
        found, depth = found[0].rows[0].cells[0].blocks, depth + 1
    assert depth == 80
    assert found == (Paragraph(found[0].content),) if isinstance(found[0], Paragraph) else False


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<w:ins>" * 240, "</w:ins>" * 240),
        ("<w:sdt><w:sdtContent>" * 120, "</w:sdtContent></w:sdt>" * 120),
        ("<w:r><w:pict><w:txbxContent><w:p>" * 60, "</w:p></w:txbxContent></w:pict></w:r>" * 60),
    ],
)
def test_what_lies_deep_is_read_too(before: str, after: str) -> None:
    assert blocks(f"<w:p>{before}{run('diep')}{after}</w:p>")


def test_numbers_that_are_none_are_passed_over() -> None:
    body = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="x"/><w:numId w:val="-3"/></w:numPr><w:ind w:left="ver"/>'
        f'<w:outlineLvl w:val="99"/></w:pPr>{run("a")}</w:p><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="9999999"/>'
        f'<w:vMerge w:val="?"/></w:tcPr>{paragraph("b")}</w:tc></w:tr></w:tbl>'
    )

    assert len(blocks(body)) == 2


def test_what_others_wrote_in_the_part_of_ours_does_no_harm() -> None:
    told = read(word_file(f'<w:p><w:bookmarkStart w:id="1" w:name="_dk0"/>{run("a")}</w:p>'))

    assert told.carried == ""
    assert [block.origin for block in told.blocks if isinstance(block, Paragraph)] == [""]
