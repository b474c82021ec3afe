"""The commands as somebody types them: what they print where, and with which code they end."""

import json
import os
import pty
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep

import pytest
from click.testing import CliRunner, Result

from generator import cache, history
from generator.cli.answers import answer
from generator.cli.main import cli
from generator.kinds import FOLDERS, PLURALS
from generator.material.model import KINDS
from generator.material.schema import json_schema
from generator.workspace import bundled
from tests.folders import (
    CANVAS,
    FORMULIER,
    NETWERK,
    ONE_OF_EACH,
    SESSIE,
    WERKVORM,
    content,
    drukklaar,
    environment,
    hear_ctrl_c,
    lay,
)

HEAVY = (
    *("pydantic", "yaml", "jinja2", "reportlab", "docx", "fontTools", "rich", "PIL", "markdown_it", "lxml"),
    *("json", "hashlib", "difflib"),
)
FOR_WORD = ("docx", "docxtpl", "generator.word.writer", "fontTools.subset", "multiprocessing")
MAKING = (*FOR_WORD, "segno", "fontTools", "lxml", "markdown_it", "concurrent.futures", "generator.pdf.writer")
"""What `check` of plain definitions doesn't load; Pillow comes with reportlab, that reads fonts."""
BUNDLED = bundled("materials")
LISO = [f"output/decks/liso/{name}.pdf" for name in ("kaarten", "kaarten-vellen", "bronnenlijst")]
PATIENCE = 20.0
"""Seconds to wait for what a process of its own does."""


@pytest.fixture(autouse=True)
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to be in, in English."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "en")
    return tmp_path


def run(*arguments: str) -> Result:
    """The command in this process; a bug of ours is raised."""
    return CliRunner().invoke(cli, arguments, catch_exceptions=False)


def files(folder: Path) -> set[str]:
    return {name for name in content(folder) if Path(name).name not in (cache.FILE, history.FILE)}


# from an empty folder


def test_init_check_and_build_work_in_an_empty_folder(workspace: Path) -> None:
    made, checked, built = run("init"), run("check", "--strict"), run("build")

    assert made.stdout.splitlines() == [
        "materials/netwerken/mijn-netwerk/netwerk.yaml",
        "materials/werkvormen/mijn-werkvorm.yaml",
        "materials/netwerken/mijn-netwerk/sessies/01-kennismaken.yaml",
        "LEESMIJ.md",
    ]
    assert (made.exit_code, checked.exit_code, built.exit_code) == (0, 0, 0)
    assert (checked.stdout, checked.stderr) == ("", "nothing is wrong\n")
    assert files(workspace / "output") == {
        f"mijn-netwerk/01-kennismaken/{name}" for name in
        ("bronnenlijst.pdf", "deelnemersprogramma.pdf", "draaiboek.docx", "draaiboek.pdf", "informatiebrief.docx",
         "kaarten.pdf", "kaarten-vellen.pdf", "naamkaartjes.pdf", "notitieblad.pdf", "openingsflap.pdf",
         "paklijst.pdf", "presentielijst.pdf", "printopdracht.pdf", "programmaflap.pdf", "rolstroken.pdf",
         "wrap-up.docx")
    }  # fmt: skip


def test_init_makes_a_folder_that_it_is_given(workspace: Path) -> None:
    assert run("init", "nieuw").exit_code == 0
    assert (workspace / "nieuw" / "LEESMIJ.md").is_file()


def test_init_leaves_a_workspace_as_it_is(workspace: Path) -> None:
    run("init")
    before = content(workspace)

    result = run("init")

    assert (result.exit_code, result.stderr) == (2, ". is a workspace already (choose another folder)\n")
    assert content(workspace) == before


@pytest.mark.parametrize("kind", FOLDERS)
def test_new_writes_each_kind_and_check_finds_nothing_in_it(workspace: Path, kind: str) -> None:
    lay(workspace, {"materials/netwerken/wijk/netwerk.yaml": NETWERK + "deelnemers: [Ada]\n"})

    result = run("new", kind, "wijk/02-samen" if kind == "sessie" else "Iets nieuws")

    assert (result.exit_code, result.stderr) == (0, "")
    assert (workspace / result.stdout.strip()).is_file()
    assert run("check", "--strict").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("new", "werkvrm", "x"), "there is no kind named werkvrm (did you mean werkvorm?)\n"),
        (("new", "sessie", "x"), "a sessie belongs to a netwerk (name both, such as mijn-netwerk/02-leervragen)\n"),
        (("schema", "werkvrm"), "there is no kind named werkvrm (did you mean werkvorm?)\n"),
        (("show", "bolwol"), "nothing is called bolwol (did you mean bol-wol?)\n"),
        (("build", "lizo"), "nothing is called lizo (did you mean liso?)\n"),
        (
            ("build", "liso", "--only", "kaart-vellen"),
            "nothing here makes kaart-vellen (did you mean kaarten-vellen?)\n",
        ),
        (("build", "liso", "--scheme", "x"), "there is no scheme named x (`drukklaar list schemas` names them all)"),
        (("build", "liso", "--paper", "A9"), "nothing here can be made on A9 (possible here: A3, A4, A5, A6)\n"),
        (("build", "wijk", "--paper", "A9"), "nothing is called wijk"),
        (("build", "rondje", "--since", "gisteren"), "nothing is called rondje"),
        (("build", "liso", "--since", "gisteren"), "gisteren is no day and no build (write a day such as "),
        (("build", "reisverslag", "--since", "0"), "nothing here is a card (leave --since out, or name a deck)\n"),
        (("build", "reisverslag", "--example"), "nothing here has a worked example (name a canvas)\n"),
        (
            ("build", "canvassen/ideeenmuur", "--example"),
            "nothing here has a worked example (write voorbeeld: in its vakken)\n",
        ),
        (("build", "liso", "--for", "deelnemer"), "--for knows deelnemers only (did you mean deelnemers?)\n"),
        (("build", "liso", "--for", "deelnemers"), "nothing here has a line for a name, or no session is meant"),
        (("list", "papier", "--search", "a"), "this list knows no wishes (leave the options out)\n"),
        (("list", "--energie", "hoogg"), "there is no energie named hoogg (did you mean hoog?)\n"),
        (("list", "--dimensie", "vertrouwn"), "there is no dimensie named vertrouwn (did you mean vertrouwen?)\n"),
    ],
)
def test_what_can_not_be_asked_ends_with_two_and_a_way_out(
    workspace: Path, arguments: tuple[str, ...], told: str
) -> None:
    result = run(*arguments)

    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith(told)
    assert content(workspace) == {}


@pytest.mark.parametrize(
    "arguments",
    [
        ("list", "werkvorm"), ("build", "--copies", "0"), ("build", "--jobs", "veel"), ("bild",), ("show",),
        ("check", "materals"), ("--lang", "fr", "check"),
    ],
)  # fmt: skip
def test_wrong_use_ends_with_two(arguments: tuple[str, ...]) -> None:
    result = run(*arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "Usage: " in result.stderr


# what there is


def test_list_gives_each_werkvorm_on_a_line() -> None:
    result = run("list")

    head, *rows = result.stdout.splitlines()
    assert head.split()[:4] == ["name", "title", "duration", "group"]
    assert [row.split()[0] for row in rows] == sorted(path.stem for path in BUNDLED.glob("werkvormen/*.yaml"))


@pytest.mark.parametrize("plural", PLURALS)
def test_list_gives_each_kind(workspace: Path, plural: str) -> None:
    lay(workspace, ONE_OF_EACH)

    slugs = [row["naam"] for row in json.loads(run("list", plural, "--json").stdout)]

    own = {
        "werkvormen": "rondje", "begrippen": "haast", "canvassen": "plan", "formulieren": "blad", "platen": "muur",
        "decks": "stapel", "netwerken": "wijk", "sessies": "wijk/01-start",
    }  # fmt: skip
    assert own[plural] in slugs


def test_list_filters_and_gives_json(workspace: Path) -> None:
    lay(workspace, {"materials/werkvormen/zz.yaml": WERKVORM + "dimensie: vertrouwen\nduur: 5\ntrefwoorden: [Start]\n"})

    result = run(
        "list", "--dimensie", "vertrouwen", "--max-duur", "5", "--trefwoord", "start", "--groep", "9", "--json"
    )

    assert json.loads(result.stdout) == [
        {"naam": "zz", "titel": "Rondje", "duur": "5 min", "groep": "", "materialen": "", "van": ""}
    ]


def test_list_seeks_words_and_gives_the_best_fit_first(workspace: Path) -> None:
    lay(
        workspace,
        {
            "materials/werkvormen/a.yaml": WERKVORM + "wat: Met een zzbal.\n",
            "materials/werkvormen/b.yaml": "naam: Zzbal\n",
            "materials/begrippen/c.yaml": "naam: Zzbal\nsoort: stap\n",
        },
    )

    assert [row["naam"] for row in json.loads(run("list", "--search", "zzbal", "--json").stdout)] == ["b", "a"]
    assert [row["naam"] for row in json.loads(run("list", "begrippen", "--search", "zzbal", "--json").stdout)] == ["c"]


@pytest.mark.parametrize(
    ("kind", "name", "row"),
    [
        ("documenten", "draaiboek", {"voor": "sessie", "formaat": "docx, pdf", "papier": "A4, A5"}),
        ("documenten", "reflectie", {"voor": "formulier, reflectie", "papier": "A4, A3"}),
        ("papier", "A4", {"breed": "210 mm", "hoog": "297 mm"}),
        ("schemas", "kantoor", {"kaart": "105 mm × 148 mm", "per vel": "4", "keren": "lange zijde"}),
    ],
)
def test_list_gives_documents_papers_and_schemes(kind: str, name: str, row: dict[str, str]) -> None:
    (found,) = (each for each in json.loads(run("list", kind, "--json").stdout) if each["naam"] == name)

    assert {key: found[key] for key in row} == row


def test_list_says_when_nothing_fits_and_still_gives_json() -> None:
    result = run("list", "--max-duur", "1", "--trefwoord", "bestaat niet", "--json")

    assert (result.exit_code, json.loads(result.stdout), result.stderr) == (0, [], "nothing fits\n")


def test_list_says_which_are_ones_own_instead_of_the_bundled_one(workspace: Path) -> None:
    lay(workspace, {"materials/werkvormen/bol-wol.yaml": WERKVORM})

    rows = json.loads(run("list", "--json").stdout)

    assert [row["naam"] for row in rows if row["van"]] == ["bol-wol"]


def test_list_says_that_something_is_broken_and_gives_the_rest(workspace: Path) -> None:
    lay(workspace, {"materials/werkvormen/aa.yaml": "naam: [x]\n"})

    result = run("list")

    assert len(result.stdout.splitlines()) == 1 + len(list(BUNDLED.glob("werkvormen/*.yaml")))
    assert result.stderr == "what is broken is not in this list; `drukklaar check` tells what\n"


def test_show_gives_a_card_as_it_reads_and_where_it_stands(workspace: Path) -> None:
    lay(
        workspace,
        {"materials/werkvormen/rondje.yaml": WERKVORM + "let-op: Kort.\nduur: 5-10\nstappen: [{tekst: Ga}]\n"},
    )

    result = run("show", "rondje")

    assert result.stdout.splitlines() == [
        "materials/werkvormen/rondje.yaml", "Werkvorm", "", "RONDJE", "5–10 min", "", "Hoe het werkt", "1. Ga", "",
        "Let op", "Kort.", "Rondje",
    ]  # fmt: skip


def test_show_gives_anything_else_with_its_own_words_and_where_it_stands(workspace: Path) -> None:
    lay(workspace, {**ONE_OF_EACH, "materials/canvassen/plan.yaml": CANVAS + "versie: 2\n"})

    result = run("show", "plan")

    assert result.stdout.splitlines() == [
        "materials/canvassen/plan.yaml", "naam: Plan", "soort: raster", "vakken:", "  -", "    naam: a", "    kop: A",
        "raster:", "  - a", "versie: 2",
    ]  # fmt: skip


def test_show_gives_every_bundled_thing() -> None:
    for row in json.loads(run("list", "sessies", "--json").stdout) + json.loads(run("list", "decks", "--json").stdout):
        assert run("show", row["naam"]).exit_code == 0


def test_show_of_something_broken_tells_what_is_wrong(workspace: Path) -> None:
    lay(workspace, {"materials/werkvormen/rondje.yaml": "naam: [x]\n"})

    result = run("show", "rondje")

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("materials/werkvormen/rondje.yaml:1:7: a text is expected here")


@pytest.mark.parametrize("kind", KINDS)
def test_schema_gives_the_schema_of_a_kind(kind: str) -> None:
    assert json.loads(run("schema", kind).stdout) == json_schema(kind)


def test_schema_gives_those_of_all_kinds() -> None:
    assert set(json.loads(run("schema").stdout)) == set(KINDS)


# what is wrong

BAD: dict[str, tuple[str, str | bytes | None]] = {
    "bad YAML": ("werkvormen/a.yaml", "naam: a: b"),
    "a tab": ("werkvormen/a.yaml", "naam: a\nstappen:\n\t- b"),
    "a wrong type": ("werkvormen/a.yaml", "naam: a\nstappen: b"),
    "an unknown key": ("werkvormen/a.yaml", "naam: a\nstapen: [b]"),
    "a doubled key": ("werkvormen/a.yaml", "naam: a\nnaam: b"),
    "an alias": ("werkvormen/a.yaml", "naam: *a"),
    "an anchor": ("werkvormen/a.yaml", "naam: &a b"),
    "a tag": ("werkvormen/a.yaml", "naam: !!python/name:os.system b"),
    "a reference to nothing": ("decks/a.yaml", "naam: a\nwerkvormen: [bolwol]"),
    "a circle": ("decks/a.yaml", "naam: a\ndecks: [a]"),
    "Latin-1": ("werkvormen/a.yaml", "naam: één".encode("latin-1")),
    "an empty file": ("werkvormen/a.yaml", ""),
    "a folder like a file": ("werkvormen/a.yaml", None),
    "two documents": ("werkvormen/a.yaml", "naam: a\n---\nnaam: b"),
    "5000 levels": ("werkvormen/a.yaml", "naam: " + "[" * 5000),
    "more than 1 MB": ("werkvormen/a.yaml", "#" * 1_000_001),
    "an escaped nothing": ("werkvormen/a.yaml", 'naam: "a\\0b"'),
    "a lone surrogate": ("werkvormen/a.yaml", 'naam: "\\ud800"'),
    "a letter that no font has": ("werkvormen/a.yaml", "naam: 漢"),
    "a name that Windows keeps": ("werkvormen/con.yaml", "naam: a"),
    "a name with a capital": ("werkvormen/A.yaml", "naam: a"),
    "a network without its file": ("netwerken/a/sessies/01-b.yaml", SESSIE),
    "an unknown name": ("netwerken/a/netwerk.yaml", "naam: a\nthema: '{{ netwerk.tema }}'"),
}


@pytest.mark.parametrize("name", BAD)
def test_each_bad_input_gives_a_line_and_ends_with_one_and_leaves_nothing_half_made(workspace: Path, name: str) -> None:
    path, text = BAD[name]
    lay(workspace, {f"materials/{path}": text})
    checked, built = run("check"), run("build")

    place, _, message = checked.stdout.partition(": ")
    assert place.startswith("materials/")
    assert all(number.isdecimal() for number in place.split(":")[1:])
    assert len(place.split(":")) == 3
    assert message.count("\n") == 1
    assert message.endswith(")\n")
    assert (checked.exit_code, checked.stderr) == (1, "")
    assert (built.exit_code, built.stdout, built.stderr) == (1, "", checked.stdout)
    assert not (workspace / "output").exists()


def test_every_problem_is_told_at_once_and_in_order(workspace: Path) -> None:
    lay(workspace, {path: f"{text}foo: bar\n" for path, text in ONE_OF_EACH.items()})

    lines = run("check").stdout.splitlines()

    assert len(lines) == len(ONE_OF_EACH)
    assert lines == sorted(lines)


def test_a_warning_is_no_error_unless_one_wants_it_to_be(workspace: Path) -> None:
    lay(workspace, {**ONE_OF_EACH, "materials/netwerken/wijk/sessies/01-start.yaml": SESSIE.replace(", wie: Ada", "")})

    told = "materials/netwerken/wijk/sessies/01-start.yaml:4:5: warning: Opening has nobody in wie (name who does it)\n"
    plain, strict = run("check"), run("check", "--strict")
    assert (plain.exit_code, plain.stdout) == (0, told)
    assert (strict.exit_code, strict.stdout) == (1, told)


@pytest.mark.parametrize(
    ("pad", "count"),
    [
        (["."], 2),
        (["materials"], 2),
        (["materials/werkvormen"], 1),
        (["./materials/decks/../decks/a.yaml"], 1),
        (["materials/werkvormen/a.yaml", "materials/decks"], 2),
        (["materials/canvassen"], 0),
    ],
)
def test_check_of_a_path_tells_what_lies_below_it(workspace: Path, pad: list[str], count: int) -> None:
    broken = {"materials/werkvormen/a.yaml": "naam: [x]", "materials/decks/a.yaml": "naam: [x]"}
    lay(workspace, {**broken, "materials/canvassen/b.yaml": CANVAS})

    result = run("check", *pad)

    assert (len(result.stdout.splitlines()), result.exit_code) == (count, int(count > 0))
    assert len(run("check", *(str(workspace / path) for path in pad)).stdout.splitlines()) == count


def test_check_looks_through_a_folder_that_is_a_link(workspace: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = lay(tmp_path_factory.mktemp("elsewhere"), {"werkvormen/a.yaml": "naam: [x]"})
    (workspace / "materials").symlink_to(elsewhere)

    assert run("check").exit_code == run("check", "materials").exit_code == 1


def test_check_gives_json(workspace: Path) -> None:
    lay(workspace, {"materials/werkvormen/a.yaml": "naam: X\nstapen: []"})

    assert json.loads(run("check", "--json").stdout) == [
        {
            "path": "materials/werkvormen/a.yaml",
            "line": 2,
            "column": 1,
            "kind": "error",
            "message": "stapen is no known key here",
            "way_out": "did you mean stappen?",
        }
    ]


# files


def test_build_gives_paths_on_stdout_and_all_else_on_stderr(workspace: Path) -> None:
    result = run("build", "liso")

    assert result.exit_code == 0
    assert result.stdout.splitlines() == LISO
    head, *rows, total, number = result.stderr.splitlines()
    assert head.split() == ["file", "pages", "sheets", "of", "paper"]
    assert [row.split()[1:] for row in rows] == [["made", "20", "–"], ["made", "6", "3"], ["made", "1", "1"]]
    assert (total, number) == ("3 made", "this was build 1")


def test_build_says_a_second_time_what_was_unchanged(workspace: Path) -> None:
    run("build", "liso")

    result = run("build", "liso")

    assert result.stdout.splitlines() == LISO
    assert result.stderr.splitlines()[-1] == "3 unchanged"
    assert run("build", "liso", "--force").stderr.splitlines()[-2:] == ["3 made", "this was build 2"]


def test_build_makes_just_what_is_named(workspace: Path) -> None:
    lay(workspace, ONE_OF_EACH)

    run("build", "wijk/01-start", "plan", "--only", "draaiboek", "--only", "plan")

    assert files(workspace / "output") == {
        "wijk/01-start/draaiboek.docx", "wijk/01-start/draaiboek.pdf", "canvassen/plan.pdf"
    }  # fmt: skip


def test_build_takes_each_wish_about_the_print(workspace: Path) -> None:
    lay(workspace, ONE_OF_EACH)

    plain = run("build", "plan", "stapel", "--output", "a")
    wished = run(
        "build", "plan", "stapel", "--output", "b", "--paper", "A4", "--scheme", "afloop", "--copies", "7", "--blank"
    )

    assert (plain.exit_code, wished.exit_code) == (0, 0)
    assert files(workspace / "a") ^ files(workspace / "b") == {"canvassen/plan.pdf", "canvassen/plan-a4.pdf"}
    both = files(workspace / "a") & files(workspace / "b")
    changed = {name for name in both if content(workspace / "a")[name] != content(workspace / "b")[name]}
    assert changed == {"decks/stapel/kaarten-vellen.pdf"}
    assert [row.split()[-1] for row in wished.stderr.splitlines()[1:-2]] == ["7", "–", "7", "7"]


def test_build_dry_says_what_it_would_do_and_does_nothing(workspace: Path) -> None:
    result = run("build", "liso", "--dry-run")

    assert result.stdout.splitlines() == LISO
    assert result.stderr.splitlines()[-1] == "3 would be made"
    assert content(workspace) == {}


def on_a_terminal(*arguments: str, **streams: int) -> tuple[str, str]:
    """What a terminal shows of the command, and what comes through a pipe; `streams` says which go where."""
    ours, theirs = pty.openpty()
    chosen = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **dict.fromkeys(streams, theirs)}
    command = [sys.executable, "-m", "generator", *arguments]
    with subprocess.Popen(command, env=environment(CI="", TERM="xterm"), **chosen) as process:  # type: ignore[call-overload]
        os.close(theirs)
        shown = bytearray()
        with suppress(OSError):  # Linux's way to say that the other end is closed
            while piece := os.read(ours, 4096):
                shown += piece
        piped = b"".join(stream.read() for stream in (process.stdout, process.stderr) if stream)
    os.close(ours)
    return shown.decode(), piped.decode()


def test_a_terminal_sees_a_bar_while_much_is_made(workspace: Path) -> None:
    shown, _ = on_a_terminal("build", "goed-leven", stderr=1)

    assert re.search(r"\d%", shown)


def test_a_terminal_sees_no_bar_while_little_is_made_and_a_pipe_gets_the_paths(workspace: Path) -> None:
    network = NETWERK + "pakket: [{document: wrap-up}]\n"
    lay(workspace, {**ONE_OF_EACH, "materials/netwerken/wijk/netwerk.yaml": network})

    shown, piped = on_a_terminal("build", "wijk", stderr=1)

    names = ("paklijst.pdf", "printopdracht.pdf", "wrap-up.docx")  # the second is made after the others
    assert piped.splitlines() == [f"output/wijk/01-start/{name}" for name in names]
    assert "%" not in shown
    assert "3 made" in shown


def test_a_terminal_sees_each_file_once(workspace: Path) -> None:
    shown, _ = on_a_terminal("build", "liso", stdout=1, stderr=1)

    *_, table = shown.partition("sheets of paper")
    assert table.count("output/decks/liso/kaarten.pdf") == 1
    assert shown.index("sheets of paper") < shown.index("output/decks/liso/kaarten.pdf ")


def test_no_bar_comes_through_a_pipe(workspace: Path) -> None:
    assert "%" not in drukklaar(workspace, "build", "liso", CI="").stderr


def test_build_of_nothing_says_so(workspace: Path) -> None:
    lay(workspace, {"materials/netwerken/wijk/netwerk.yaml": NETWERK})

    result = run("build")

    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "there is nothing to make\n")


def test_build_makes_the_sound_by_name_and_ends_with_one_for_the_broken(workspace: Path) -> None:
    lay(workspace, {**ONE_OF_EACH, "materials/formulieren/blad.yaml": FORMULIER + "foo: bar\n"})

    result = run("build", "plan", "blad")

    assert result.exit_code == 1
    assert result.stdout == "output/canvassen/plan.pdf\n"
    assert "materials/formulieren/blad.yaml:4:1: foo is no known key here" in result.stderr


@pytest.mark.parametrize("blocked", ["output", "output/decks", "output/decks/liso"])
def test_build_ends_with_three_where_it_can_not_write(workspace: Path, blocked: str) -> None:
    lay(workspace, {blocked: "in the way"})

    result = run("build", "liso")

    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr.startswith("output/decks/liso/kaarten.pdf could not be written: ")
    assert files(workspace) == {blocked}


def test_init_and_new_end_with_three_where_they_can_not_write(workspace: Path) -> None:
    lay(workspace, {"a/templates": "in the way", "materials/werkvormen": "in the way"})

    assert run("init", "a").exit_code == 3
    assert run("new", "werkvorm", "x").exit_code == 3


# language


def test_messages_come_in_dutch_when_asked_for(workspace: Path) -> None:
    lay(workspace, {"materials/werkvormen/a.yaml": "naam: X\nstapen: []"})

    result = drukklaar(workspace, "--lang", "nl", "check")

    assert result.stdout == ("materials/werkvormen/a.yaml:2:1: stapen is hier geen sleutel (bedoel je stappen?)\n")
    assert "Maak" in drukklaar(workspace, "--lang=nl", "--help").stdout


@pytest.mark.parametrize(
    ("variables", "word"),
    [
        ({"LANGUAGE": "nl"}, "Maak "),
        ({"LANGUAGE": "", "LANG": "nl_NL.UTF-8"}, "Maak "),
        ({"LANGUAGE": "", "LC_ALL": "en_US.UTF-8", "LANG": "nl_NL.UTF-8"}, "Make "),
    ],
)
def test_messages_follow_the_system(workspace: Path, variables: dict[str, str], word: str) -> None:
    assert word in drukklaar(workspace, "--help", **variables).stdout


# what it costs


def loaded_by(*arguments: str) -> set[str]:
    """The packages that a command loads, in a process of its own."""
    program = (
        "import sys, runpy\n"
        "try:\n    runpy.run_module('generator', run_name='__main__')\n"
        "except SystemExit:\n    print('loaded', *sys.modules, file=sys.stderr)\n"
    )
    command = [sys.executable, "-c", program, *arguments]
    result = subprocess.run(command, env=environment(), capture_output=True, text=True, check=True)
    return {name for module in result.stderr.split("loaded ")[-1].split() for name in (module, module.split(".")[0])}


def test_help_loads_nothing_heavy(workspace: Path) -> None:
    loaded = loaded_by("--help")

    assert "click" in loaded
    assert loaded.isdisjoint(HEAVY)


def test_check_loads_what_reads_and_nothing_that_makes(workspace: Path) -> None:
    lay(workspace, ONE_OF_EACH)

    loaded = loaded_by("check")

    assert {"pydantic", "yaml", "jinja2"} <= loaded
    assert loaded.isdisjoint(MAKING)


def test_a_build_of_pdf_files_alone_loads_no_word_and_no_second_process(workspace: Path) -> None:
    lay(workspace, ONE_OF_EACH)

    loaded = loaded_by("build", "stapel")

    assert (workspace / "output/decks/stapel/kaarten.pdf").is_file()
    assert "reportlab" in loaded
    assert loaded.isdisjoint(FOR_WORD)


def test_completion_of_names_loads_nothing_heavy_and_knows_ones_own(workspace: Path) -> None:
    lay(workspace, ONE_OF_EACH)
    program = (
        "import sys\nfrom generator.cli.main import cli\n"
        "from click.shell_completion import BashComplete\n"
        "complete = BashComplete(cli, {}, 'drukklaar', '_X')\n"
        "print(*(item.value for item in complete.get_completions(['build'], sys.argv[1])))\n"
        "print(*sorted(sys.modules), file=sys.stderr)\n"
    )

    result = subprocess.run(
        [sys.executable, "-c", program, "wijk"], env=environment(), capture_output=True, text=True, check=True
    )

    assert result.stdout.split() == ["wijk", "wijk/01-start"]
    assert {name.partition(".")[0] for name in result.stderr.split()}.isdisjoint(HEAVY)


# going on, and stopping


@pytest.fixture
def watcher(workspace: Path) -> Iterator[subprocess.Popen[bytes]]:
    """`drukklaar build stapel --watch` in a process of its own."""
    lay(workspace, ONE_OF_EACH)
    command = [sys.executable, "-m", "generator", "build", "stapel", "--watch"]
    with (workspace / "log").open("wb") as log:
        process = subprocess.Popen(command, env=environment(), stdout=log, stderr=log, preexec_fn=hear_ctrl_c)
    yield process
    process.kill()
    process.wait(PATIENCE)


def wait_for(log: Path, words: str) -> None:
    end = monotonic() + PATIENCE
    while words not in log.read_text("utf-8"):
        assert monotonic() < end, f"{words} did not come: {log.read_text('utf-8')}"
        sleep(0.05)


def test_watch_builds_again_what_changes_tells_what_is_wrong_and_stops_without_a_trace(
    workspace: Path, watcher: subprocess.Popen[bytes]
) -> None:
    log, card = workspace / "log", "materials/werkvormen/rondje.yaml"

    wait_for(log, "3 made")
    first = content(workspace / "output")
    lay(workspace, {card: "naam: [x]\n"})
    wait_for(log, f"{card}:1:7: a text is expected here")
    assert content(workspace / "output") == first
    (workspace / "log").write_bytes(b"")
    lay(workspace, {card: "naam: Iets anders\n"})
    wait_for(log, "3 made")
    assert content(workspace / "output") != first

    watcher.send_signal(signal.SIGINT)

    assert watcher.wait(PATIENCE) == 130
    assert "Traceback" not in log.read_text("utf-8")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_ends_with_130_without_a_trace_and_leaves_nothing_by_halves(workspace: Path, jobs: str) -> None:
    lay(workspace, {f"materials/werkvormen/w{number}.yaml": f"naam: W{number}\n" for number in range(400)})
    program = "import generator.cli as cli\nprint('ready', flush=True)\ncli.main()"
    command = [sys.executable, "-c", program, "build", "--jobs", jobs]
    process = subprocess.Popen(
        command, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
        preexec_fn=hear_ctrl_c,
    )  # fmt: skip
    assert process.stdout
    process.stdout.readline()

    sleep(0.7)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to each process
    _, told = process.communicate(timeout=PATIENCE)

    assert (process.returncode, told) == (130, b"stopped; no file is half made\n")
    assert not (workspace / "output").exists()


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (MemoryError(), 3, "there is too little memory for this (make less at once, or close other programs)"),
        (OSError(11, "Resource temporarily unavailable"), 3, "it could not go on: Resource temporarily unavailable"),
        (OSError(5, "Input/output error", "a.html"), 1, "a.html:1:1: this file can't be read: Input/output error"),
        (OSError(5, "Input/output error", 3), 3, "it could not go on: Input/output error"),
    ],
)
def test_what_the_machine_refuses_is_told_and_is_no_bug(
    error: Exception, code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert answer(error) == code
    assert capsys.readouterr().err.startswith(said)


def test_a_bug_of_ours_keeps_its_traceback(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("generator.material.finding.WerkvormVraag.fit")

    with pytest.raises(AttributeError):
        run("list")


def test_verbose_says_how_long_each_file_took(workspace: Path) -> None:
    plain, told = run("build", "bol-wol", "--output", "a"), run("build", "bol-wol", "--output", "b", "--verbose")

    assert "seconds" not in plain.stderr
    assert "seconds" in told.stderr.splitlines()[0]
    assert re.search(r"kaarten-vellen\.pdf +made +\d+ +\d+ +\d+\.\d\d$", told.stderr, re.MULTILINE)
