"""What was changed in Word comes back into the YAML, and nothing else in it changes."""

import json
import shutil
from pathlib import Path

import pytest
from docx.document import Document

from generator.errors import GeneratorError
from generator.material.library import read_library
from generator.recognition.draft import Draft
from generator.returning import compared, rewritten, target
from generator.starting import start
from generator.workspace import bundled
from tests.folders import drukklaar, lay
from tests.wordfiles import SESSION, THEIRS, YAML, built, change, detail, rebuilt, row, say

EXAMPLE = "goed-leven/05-experimenteren"
EXAMPLE_YAML = "materials/netwerken/goed-leven/sessies/05-experimenteren.yaml"


def changed_lines(before: str, after: str) -> list[tuple[str, str]]:
    """Each line that is another one, where no line came or went."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    return [(one, other) for one, other in zip(old, new, strict=True) if one != other]


def a_longer_opening(document: Document) -> None:
    say(row(document, "Opening").cells[1], "15 min")


def the_break_first(document: Document) -> None:
    row(document, "Opening")._tr.addnext(row(document, "Pauze")._tr)


def test_what_nobody_changed_is_no_difference(tmp_path: Path) -> None:
    path = built(tmp_path)
    before = (tmp_path / YAML).read_bytes()

    done = drukklaar(tmp_path, "import", str(path), "--into", SESSION, "--write")

    assert (done.stdout, done.returncode) == ("", 0)
    assert f"{YAML} says the same already" in done.stderr
    assert (tmp_path / YAML).read_bytes() == before


def test_a_change_is_shown_and_nothing_is_written(tmp_path: Path) -> None:
    path = change(built(tmp_path), a_longer_opening)
    before = (tmp_path / YAML).read_bytes()

    done = drukklaar(tmp_path, "import", str(path), "--into", SESSION)

    assert done.stdout == "programma › Opening › duur\n  − 10\n  + 15\n"
    assert "--write takes this over" in done.stderr
    assert (tmp_path / YAML).read_bytes() == before


def test_written_the_yaml_differs_in_that_line_alone(tmp_path: Path) -> None:
    path = change(built(tmp_path), a_longer_opening)
    before = (tmp_path / YAML).read_text("utf-8")

    done = drukklaar(tmp_path, "import", str(path), "--into", SESSION, "--write")
    again = drukklaar(tmp_path, "import", str(path), "--into", SESSION)

    assert done.stdout == f"{YAML}\n"
    assert changed_lines(before, (tmp_path / YAML).read_text("utf-8")) == [("    duur: 10\n", "    duur: 15\n")]
    assert again.stdout == ""


def test_a_part_that_moved_in_word_moves_with_its_comments(tmp_path: Path) -> None:
    path = change(built(tmp_path), the_break_first)
    before = (tmp_path / YAML).read_text("utf-8")

    drukklaar(tmp_path, "import", str(path), "--into", YAML, "--write")

    after = (tmp_path / YAML).read_text("utf-8")
    assert sorted(before.splitlines()) == sorted(after.splitlines())
    assert "  # Soort: programma of pauze; staat er niets, dan programma.\n  - onderdeel: Pauze" in after
    assert after.index("onderdeel: Pauze") < after.index("onderdeel: Leervragen")


def test_a_row_that_is_gone_is_gone_and_a_new_one_comes(tmp_path: Path) -> None:
    def edit(document: Document) -> None:
        gone = row(document, "Afspraken")
        detail(document)._tbl.remove(gone._tr)
        new = detail(document).add_row()
        for cell, text in zip(new.cells, ("", "5 min", "Dansje", "Wakker worden", "Dans.", "Ada", ""), strict=True):
            cell.text = text

    path = change(built(tmp_path), edit)

    done = drukklaar(tmp_path, "import", str(path), "--into", SESSION, "--write")

    after = (tmp_path / YAML).read_text("utf-8")
    assert done.returncode == 0, done.stderr
    assert "onderdeel: Afspraken" not in after
    assert "  - onderdeel: Dansje\n    duur: 5\n" in after
    assert drukklaar(tmp_path, "check").returncode == 0


def test_what_the_yaml_changed_too_stays_and_is_told(tmp_path: Path) -> None:
    path = change(built(tmp_path), a_longer_opening)
    text = (tmp_path / YAML).read_text("utf-8").replace("    duur: 10\n    # Blok", "    duur: 20\n    # Blok")
    (tmp_path / YAML).write_text(text, "utf-8")

    done = drukklaar(tmp_path, "import", str(path), "--into", SESSION, "--write")

    assert "the YAML was changed here too" in done.stderr
    assert "programma › Opening › duur\n  − 20\n  + 15\n" in done.stderr
    assert (tmp_path / YAML).read_text("utf-8") == text


def test_the_example_gets_that_line_and_builds_the_same_document_again(tmp_path: Path) -> None:
    shutil.copytree(bundled("materials") / "netwerken/goed-leven", tmp_path / "materials/netwerken/goed-leven")
    drukklaar(tmp_path, "build", EXAMPLE, "--only", "draaiboek")
    path = tmp_path / "output" / EXAMPLE / "draaiboek.docx"
    before = (tmp_path / EXAMPLE_YAML).read_text("utf-8")

    same = drukklaar(tmp_path, "import", str(path), "--into", EXAMPLE)

    def edit(document: Document) -> None:
        paragraph = next(p for c in row(document, "Opening").cells for p in c.paragraphs if "Loop langs" in p.text)
        say(paragraph, paragraph.text.replace("Loop langs", "Wandel langs"))

    change(path, edit)
    written = drukklaar(tmp_path, "import", str(path), "--into", EXAMPLE, "--write")
    assert (same.stdout, written.returncode) == ("", 0)
    ((gone, came),) = changed_lines(before, (tmp_path / EXAMPLE_YAML).read_text("utf-8"))
    assert came == gone.replace("Loop langs", "Wandel langs")


def test_a_session_that_comes_with_the_tool_is_not_changed(tmp_path: Path) -> None:
    lay(tmp_path, {"a.docx": THEIRS})

    done = drukklaar(tmp_path, "import", "a.docx", "--into", EXAMPLE, "--write")

    assert done.returncode == 2
    assert "comes with the tool, and is not changed (put a copy of it in your own folder" in done.stderr


def test_a_result_that_would_be_wrong_is_told_with_its_line(tmp_path: Path) -> None:
    start(tmp_path)
    library = read_library(bundled("materials"), tmp_path / "materials")
    draft = Draft("sessie", {"datum": "morgen", "programma": [{"onderdeel": "Opening", "duur": "even"}]})
    there = target(SESSION, draft, library)

    with pytest.raises(GeneratorError) as caught:
        rewritten(there, compared(draft, there, library), library)

    assert [str(problem) for problem in caught.value.problems] == [
        f"{YAML}:{_line(there.text, 'titel:') + 1}:8: morgen is no date (write year-month-day, such as 2027-03-11)",
        f"{YAML}:{_line(there.text, '  - onderdeel: Opening') + 2}:11: even is no duration "
        '(write minutes (45), from–to ("10-15"), or hours (1 uur 15))',
    ]


def _line(text: str, start: str) -> int:
    """The number of the first line that starts so."""
    return next(number for number, line in enumerate(text.splitlines(), 1) if line.startswith(start))


def test_a_session_that_is_broken_already_is_told_and_stays(tmp_path: Path) -> None:
    path = change(built(tmp_path), a_longer_opening)
    text = (tmp_path / YAML).read_text("utf-8").replace("werkvorm: bol-wol", "werkvorm: bol-wool")
    (tmp_path / YAML).write_text(text, "utf-8")

    done = drukklaar(tmp_path, "import", str(path), "--into", SESSION, "--write")

    assert done.returncode == 1
    assert "there is no werkvorm named bol-wool" in done.stderr
    assert (tmp_path / YAML).read_text("utf-8") == text


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("mijn-netwerk/01-kenismaken", "did you mean mijn-netwerk/01-kennismaken?"),
        ("mijn-werkvorm", "mijn-werkvorm is a werkvorm, and the Word file tells a sessie"),
    ],
)
def test_a_name_of_something_else_is_refused(tmp_path: Path, name: str, told: str) -> None:
    built(tmp_path)
    lay(tmp_path, {"a.docx": THEIRS})

    done = drukklaar(tmp_path, "import", "a.docx", "--into", name)

    assert done.returncode == 2
    assert told in done.stderr


def test_of_anybodys_file_what_it_says_in_another_way_is_a_difference(tmp_path: Path) -> None:
    built(tmp_path)
    lay(tmp_path, {"a.docx": THEIRS})

    done = drukklaar(tmp_path, "import", "a.docx", "--into", SESSION)

    assert "titel\n  − Kennismaken\n  + Buurtdag\n" in done.stdout
    assert "programma › Gesprek\n  + onderdeel: Gesprek\n" in done.stdout
    assert "Afspraken" not in done.stdout


def test_json_tells_the_differences(tmp_path: Path) -> None:
    path = change(built(tmp_path), a_longer_opening)

    found = json.loads(drukklaar(tmp_path, "import", str(path), "--into", SESSION, "--json").stdout)

    assert found["differences"] == [
        {"loc": ["programma", 1, "duur"], "change": "changed", "old": "10", "new": "15"}
    ]  # fmt: skip
    assert (found["ours"], found["into"], found["conflicts"]) == (True, YAML, [])


def test_crlf_and_a_byte_order_mark_stay(tmp_path: Path) -> None:
    built(tmp_path)
    raw = (tmp_path / YAML).read_bytes().replace(b"\n", b"\r\n")
    (tmp_path / YAML).write_bytes(b"\xef\xbb\xbf" + raw)
    path = change(rebuilt(tmp_path), a_longer_opening)

    drukklaar(tmp_path, "import", str(path), "--into", SESSION, "--write")

    after = (tmp_path / YAML).read_bytes()
    assert after == b"\xef\xbb\xbf" + raw.replace(b"    duur: 10\r\n    # Blok", b"    duur: 15\r\n    # Blok")
