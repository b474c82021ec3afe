"""A Word file becomes a definition that can be used, and no file stops another."""

import json
from pathlib import Path

import pytest

from generator.source import parse
from tests.folders import content, drukklaar, lay
from tests.wordfiles import THEIRS, YAML, built, change, row, say, table_of


def test_somebodys_draaiboek_becomes_yaml_on_stdout_and_a_report_on_stderr(tmp_path: Path) -> None:
    lay(tmp_path, {"buurt.docx": THEIRS})

    done = drukklaar(tmp_path, "import", "buurt.docx")

    data = parse(done.stdout, "a.yaml").data
    assert isinstance(data, dict)
    assert (data["titel"], data["begin"]) == ("Buurtdag", "13:00")
    assert [part["onderdeel"] for part in data["programma"]] == ["Welkom", "Gesprek"]
    assert done.stdout.startswith("# Read from buurt.docx.\n")
    assert "buurt.docx: sessie Buurtdag\npart" in done.stderr
    assert "programma › Welkom" in done.stderr
    assert done.returncode == 0


def test_what_is_written_where_sessions_stand_is_a_session_of_that_network(tmp_path: Path) -> None:
    built(tmp_path)
    lay(tmp_path, {"buurt.docx": THEIRS})
    wanted = "materials/netwerken/mijn-netwerk/sessies/02-buurt.yaml"

    done = drukklaar(tmp_path, "import", "buurt.docx", "-o", wanted)
    checked = drukklaar(tmp_path, "check")

    assert done.stdout == f"{wanted}\n"
    assert (done.returncode, checked.returncode) == (0, 0), checked.stdout


def test_a_file_that_is_there_stays_unless_force_is_given(tmp_path: Path) -> None:
    lay(tmp_path, {"buurt.docx": THEIRS, "b.yaml": "van mij"})

    refused = drukklaar(tmp_path, "import", "buurt.docx", "-o", "b.yaml")
    kept = content(tmp_path)["b.yaml"]
    forced = drukklaar(tmp_path, "import", "buurt.docx", "-o", "b.yaml", "--force")

    assert (refused.returncode, kept) == (2, b"van mij")
    assert refused.stderr.endswith("b.yaml is there already (choose another name, or add --force)\n")
    assert forced.returncode == 0
    assert b"Buurtdag" in content(tmp_path)["b.yaml"]


def test_nothing_is_written_outside_the_folder_that_one_is_in(tmp_path: Path) -> None:
    lay(tmp_path, {"hier/buurt.docx": THEIRS})

    done = drukklaar(tmp_path / "hier", "import", "buurt.docx", "-o", "../b.yaml")

    assert done.returncode == 3
    assert not (tmp_path / "b.yaml").exists()


def test_a_folder_gives_a_definition_for_each_file_and_one_that_is_broken_stops_none(tmp_path: Path) -> None:
    files = {
        "w/b/Twee Dagen.docx": THEIRS,
        "w/a.docx": THEIRS,
        "w/~$a.docx": b"x",
        "w/kapot.docx": b"x",
        "w/n.txt": "n",
    }
    lay(tmp_path, files)

    done = drukklaar(tmp_path, "import", "w", "-o", "uit")

    assert done.stdout.splitlines() == ["uit/a.yaml", "uit/twee-dagen.yaml"]
    assert "w/kapot.docx:1:1: this is no Word file" in done.stderr
    assert done.returncode == 1


def test_two_files_that_would_be_called_the_same_both_stay(tmp_path: Path) -> None:
    lay(tmp_path, {"w/a.docx": THEIRS, "w/b/A.docx": THEIRS})

    assert drukklaar(tmp_path, "import", "w", "-o", "uit").stdout.splitlines() == ["uit/a.yaml", "uit/a-2.yaml"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("a.docx", "b.docx"), "more than one definition needs a folder to come in (add -o with a folder)"),
        (
            ("a.docx", "b.docx", "-o", "x.yaml"),
            "these are 2 definitions, and x.yaml is one file (name a folder after -o)",
        ),
        (("a.docx", "--write"), "--write goes with --into (add -o to write a new file)"),
        (("a.docx", "b.docx", "--into", "x"), "--into takes one Word file at a time"),
        (("a.docx", "--into", "x", "-o", "y"), "--into changes a file that is there, so -o and --force have no place"),
        (("leeg",), "there is no Word file (.docx) in leeg (name a Word file, or a folder with Word files)"),
        (("a.docx", "-o", "Mijn Bestand.yaml"), "Mijn Bestand can't be a name of a definition (use small letters"),
    ],
)
def test_what_can_not_be_asked_is_refused(tmp_path: Path, arguments: tuple[str, ...], told: str) -> None:
    lay(tmp_path, {"a.docx": THEIRS, "b.docx": THEIRS, "leeg": None})

    done = drukklaar(tmp_path, "import", *arguments)

    assert told in done.stderr
    assert (done.returncode, done.stdout) == (2, "")


def test_json_tells_all_that_was_found(tmp_path: Path) -> None:
    lay(tmp_path, {"a.docx": THEIRS})

    (found,) = json.loads(drukklaar(tmp_path, "import", "a.docx", "--json").stdout)

    assert (found["path"], found["kind"], found["ours"]) == ("a.docx", "sessie", False)
    assert found["data"]["titel"] == "Buurtdag"
    assert {finding["certainty"] for finding in found["findings"]} <= {"zeker", "waarschijnlijk", "gegist"}
    assert found["problems"] == []


def test_what_the_definition_still_lacks_is_told_with_its_line(tmp_path: Path) -> None:
    lay(tmp_path, {"a.docx": table_of(("Onderdeel", "Duur"), ("Welkom", "15 min"), ("Gesprek", "1 uur"), title="Dag")})

    done = drukklaar(tmp_path, "import", "a.docx", "-o", "a.yaml")

    assert done.returncode == 0
    assert "look at this:" in done.stderr
    assert "begin is missing here (add it)" in done.stderr
    assert "# Look at this, and take these lines out:" in (tmp_path / "a.yaml").read_text("utf-8")


def test_our_own_file_gives_what_it_was_made_from(tmp_path: Path) -> None:
    path = change(built(tmp_path), lambda document: say(row(document, "Opening").cells[1], "15 min"))
    lay(tmp_path, {"e.docx": path.read_bytes()})
    before = parse((tmp_path / YAML).read_text("utf-8"), "a.yaml").data

    told = parse(drukklaar(tmp_path, "import", "e.docx").stdout, "a.yaml").data

    assert isinstance(before, dict)
    assert isinstance(told, dict)
    before["programma"][1]["duur"] = "15"
    assert told == before
    assert list(told) == list(before)
