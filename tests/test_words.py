"""Every message has its Dutch, and a line reads as it should in either language."""

import io
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from generator.cli import words
from generator.errors import Place, Problem, nearest, say
from generator.workspace import PACKAGE

DUTCH = PACKAGE / "locale" / "nl" / "LC_MESSAGES" / "drukklaar.po"
KEYWORDS = {**DEFAULT_KEYWORDS, "say": None}


def extracted(folder: Path) -> list[str]:
    found = extract_from_dir(folder, [("**.py", "python")], keywords=KEYWORDS)
    return [message for _, _, message, _, _ in found if isinstance(message, str)]


def catalogue() -> Catalog:
    with DUTCH.open("rb") as file:
        return read_po(file, locale="nl")


def untranslated(messages: list[str], dutch: Catalog) -> list[str]:
    return [message for message in messages if not (entry := dutch.get(message)) or not entry.string]


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"(?<!\{)\{(\w+)[^}]*\}", text))


def test_each_message_of_the_source_has_its_dutch() -> None:
    messages = extracted(PACKAGE)

    assert len(messages) > 150
    assert untranslated(messages, catalogue()) == []


def test_the_guard_sees_a_message_without_dutch(tmp_path: Path) -> None:
    (tmp_path / "new.py").write_text('say("something nobody has said before")\n_("nor this")\n', "utf-8")

    assert untranslated(extracted(tmp_path), catalogue()) == ["something nobody has said before", "nor this"]


def test_each_translation_has_the_same_names_to_fill_in() -> None:
    for message in catalogue():
        if message.id:
            assert placeholders(message.id) == placeholders(message.string), message.id


def test_the_compiled_messages_are_those_of_the_text_file() -> None:
    compiled = io.BytesIO()
    write_mo(compiled, catalogue())

    assert DUTCH.with_suffix(".mo").read_bytes() == compiled.getvalue()


def test_a_problem_reads_as_a_line_with_its_place_and_a_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    words.set_up(["drukklaar"])
    problem = Problem(Place("a.yaml", 3, 7), say("{value} is not possible here", value="x"), nearest("a", ["ab"]))

    monkeypatch.setenv("LANGUAGE", "nl")
    assert words.problem_line(problem) == "a.yaml:3:7: x kan hier niet (bedoel je ab?)"
    monkeypatch.setenv("LANGUAGE", "en")
    assert words.problem_line(problem) == "a.yaml:3:7: x is not possible here (did you mean ab?)"


def test_a_text_of_the_user_with_braces_in_it_is_said_as_it_stands() -> None:
    message = say("{value} is not possible here", value="{__class__} {0} %s")

    assert str(message) == "{__class__} {0} %s is not possible here"
