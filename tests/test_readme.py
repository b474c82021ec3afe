"""README says all there is, and what it says works."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx.document import Document
from jinja2.defaults import DEFAULT_FILTERS
from pydantic import BaseModel

from generator.cli.main import _LISTED, cli
from generator.design import Design
from generator.document import markup
from generator.document.template import FrontMatter, Print
from generator.document.template import environment as jinja
from generator.material.definition import Definition
from generator.starting import start
from tests.wordfiles import SESSION, built, change, row, say

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
FROM_ELSEWHERE = {"slug", "netwerk", "geschreven"}


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def keys(model: type[BaseModel]) -> Iterator[str]:
    for name, info in model.model_fields.items():
        if name not in FROM_ELSEWHERE:
            yield info.alias or name


def definitions(model: type[Definition] = Definition) -> Iterator[type[Definition]]:
    """Everything that somebody writes, and the mappings within it."""
    for inner in model.__subclasses__():
        if inner.__module__.startswith("generator."):
            yield inner
        yield from definitions(inner)


def test_each_command_and_each_option_is_named() -> None:
    options = [name for command in cli.commands.values() for option in command.params for name in option.opts]

    for word in (*cli.commands, *(name for name in options if name.startswith("--"))):
        assert word in README, word


def test_each_document_kind_and_each_file_of_templates_is_named(design: Design) -> None:
    tops = {name.partition("/")[0] for name in design.files}

    for word in (*(f"{name}.html" for name in design.templates), *tops):
        assert word in README, word


def test_each_file_of_delen_is_named(design: Design) -> None:
    parts = [name.removeprefix("delen/") for name in design.files if name.startswith("delen/")]

    assert parts
    for name in parts:
        assert f"`{name}`" in README, name


@pytest.mark.parametrize("model", [FrontMatter, Print])
def test_each_key_of_front_matter_is_named(model: type[BaseModel]) -> None:
    for key in keys(model):
        assert f"`{key}`" in README, key


def test_each_tag_and_each_filter_is_named() -> None:
    own = [name for name in jinja().filters if name not in DEFAULT_FILTERS and not name.startswith("_")]

    assert own
    for tag in (*markup._BLOCKS, *markup._INLINE, "page", "area", "halte", "stuk", "punt", "midden"):
        assert f"<{tag}" in README, tag
    for name in own:
        assert f"| {name} }}}}`" in README, name


@pytest.mark.parametrize("model", sorted(set(definitions()), key=lambda model: model.__name__))
def test_each_key_of_a_definition_is_named(model: type[Definition]) -> None:
    for key in keys(model):
        assert f"`{key}`" in README, key


def test_each_word_that_one_can_choose_is_named() -> None:
    for model in definitions():
        for key, word in choices(model):
            assert word in README, f"{key}: {word}"


def choices(model: type[Definition]) -> Iterator[tuple[str, str]]:
    """The words of each key that takes one of some words."""
    for key, found in model.model_json_schema(mode="validation", by_alias=True).get("properties", {}).items():
        yield from ((key, word) for word in found.get("enum", ()) if isinstance(word, str))


def test_each_kind_that_can_be_listed_is_named() -> None:
    for plural in _LISTED:
        assert f"`{plural}`" in README, plural


def test_each_scheme_and_each_style_choice_is_named(design: Design) -> None:
    for scheme in design.schemes:
        assert f"`{scheme}`" in README, scheme


def test_quick_start_has_two_commands_and_ci_runs_them_as_they_stand() -> None:
    start = README.partition("## Snel beginnen")[2].partition("\n## ")[0]
    commands = re.findall(r"^```sh\n(.*?)^```", start, re.MULTILINE | re.DOTALL)
    ci = (ROOT / ".ci" / "run").read_text("utf-8")

    assert len(commands) == 2
    assert all(command.count("\n") == 1 for command in commands)
    assert commands == blocks("sh")[:2]
    assert 'command_of 1)"' in ci
    assert 'command_of 2)"' in ci


def test_the_commands_for_a_workspace_of_your_own_work_one_after_the_other(tmp_path: Path) -> None:
    folder = tmp_path
    for line in "".join(blocks("sh")[2:4]).splitlines():
        words = shlex.split(line)
        if words[0] == "cd":
            folder = folder / words[1]
            continue
        command = [sys.executable, "-m", "generator", *words[1:]]
        done = subprocess.run(command, cwd=folder, env=environment(), capture_output=True, text=True, check=False)

        assert done.returncode == 0, f"{line}\n{done.stdout}{done.stderr}"


def test_the_commands_that_bring_a_word_file_back_work_one_after_the_other(tmp_path: Path) -> None:
    start(tmp_path)
    (commands,) = (block for block in blocks("sh") if "drukklaar import" in block)
    for line in commands.splitlines():
        command = [sys.executable, "-m", "generator", *shlex.split(line)[1:]]
        done = subprocess.run(command, cwd=tmp_path, env=environment(), capture_output=True, text=True, check=False)

        assert done.returncode == 0, f"{line}\n{done.stdout}{done.stderr}"


def test_the_differences_that_readme_shows_read_so(tmp_path: Path) -> None:
    def edit(document: Document) -> None:
        say(row(document, "Opening").cells[1], "15 min")
        row(document, "Opening")._tr.addnext(row(document, "Pauze")._tr)

    path = change(built(tmp_path), edit)
    command = [sys.executable, "-m", "generator", "--lang", "nl", "import", str(path), "--into", SESSION]
    done = subprocess.run(command, cwd=tmp_path, env=environment(), capture_output=True, text=True, check=False)

    assert f"```text\n{done.stdout}```" in README
    assert done.returncode == 0


def test_the_mistake_that_readme_shows_reads_so(tmp_path: Path) -> None:
    path = tmp_path / "materials" / "werkvormen" / "rondje.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("naam: Rondje\n\n\n\n\n\n\ndimensie: vertrouwn\n", "utf-8")
    command = [sys.executable, "-m", "generator", "--lang", "nl", "check"]
    done = subprocess.run(command, cwd=tmp_path, env=environment(), capture_output=True, text=True, check=False)

    assert done.stdout.strip() in README
    assert done.returncode == 1


def test_each_picture_is_there_and_has_a_text() -> None:
    pictures = re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", re.sub(r"```.*?```", "", README, flags=re.DOTALL))

    assert pictures
    for words, path in pictures:
        assert words
        assert (ROOT / path).is_file(), path


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT)}
