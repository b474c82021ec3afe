"""Draaiboeken of ours that LibreOffice opened, edited and saved: what was edited comes back, and nothing else."""

import shutil
from pathlib import Path

import pytest

from tests.recognition.libreoffice import edited, saved
from tests.recognition.roundtrip import in_word, read_back
from tests.recognition.test_own import EXAMPLES, FIVE, bundled_source, example

pytestmark = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice (soffice) is not on this machine")

EDITS = """
  table.getCellByName("B5").String = "20 min"
  cursor = table.getCellByName("C5").createTextCursor()
  cursor.gotoEnd(False)
  table.getCellByName("C5").insertString(cursor, " en welkom", False)
  table.Rows.removeByIndex(7, 1)
  table.Rows.insertByIndex(6, 1)
  table.getCellByName("B7").String = "5 min"
  table.getCellByName("C7").String = "Energizer"
  table.getCellByName("F7").String = "Harm Wolthuis"
  Dim words As Object
  words = doc.createReplaceDescriptor()
  words.SearchString = "De band tussen de deelnemers"
  words.ReplaceString = "De band in de groep"
  doc.replaceAll(words)
  words.SearchString = "Iedereen weet wat er in de laatste"
  found = doc.findFirst(words)
  cursor = found.Text.createTextCursorByRange(found.End)
  cursor.gotoEndOfParagraph(False)
  found.Text.insertControlCharacter(cursor, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
  found.Text.insertString(cursor, "En een laatste doel.", False)
"""


def test_what_is_typed_in_libreoffice_comes_back_and_nothing_else(tmp_path: Path) -> None:
    expected = bundled_source(FIVE)
    expected["doelen"][0] = "De band in de groep wordt sterker."
    expected["doelen"].append("En een laatste doel.")
    expected["programma"][3] |= {"duur": "20", "onderdeel": "Opening en welkom"}
    expected["programma"][6:7] = []
    expected["programma"].insert(5, {"duur": "5", "onderdeel": "Energizer", "wie": ["Harm Wolthuis"]})

    draft = read_back(edited(in_word(example(FIVE)), EDITS, tmp_path))

    assert draft.data == expected
    assert draft.base == bundled_source(FIVE)


def test_what_libreoffice_only_saves_is_what_was_written(tmp_path: Path) -> None:
    papers = [(slug, paper) for slug in EXAMPLES for paper in ("", "A5")]
    files = {f"{number}": in_word(example(slug), paper) for number, (slug, paper) in enumerate(papers)}

    after = saved(files, tmp_path)

    for number, (slug, _) in enumerate(papers):
        draft = read_back(after[f"{number}"])
        assert draft.data == draft.base == bundled_source(slug)
        assert draft.findings == ()
