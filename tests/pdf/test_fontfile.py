"""The head of a font file: read as fontTools reads it, and refused where it is no whole font."""

from pathlib import Path

import pytest
from fontTools import ttLib

from generator.pdf.fontfile import NoFontError, read_head
from generator.workspace import bundled

FONTS = sorted(bundled("templates").glob("fonts/*.ttf"))


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_it_tells_what_fonttools_tells(path: Path) -> None:
    found = read_head(path)

    with ttLib.TTFont(path, lazy=True) as font:
        assert found.tables == set(font.keys()) - {"GlyphOrder"}
        assert found.rights == font["OS/2"].fsType
        assert found.family == font["name"].getDebugName(1)


def test_a_family_has_its_english_name_before_that_of_another_language(tmp_path: Path) -> None:
    with ttLib.TTFont(FONTS[0]) as font:
        font["name"].names = []
        for language, name in ((0x413, "Schreefloos"), (0x409, "Sans"), (0x407, "Serifenlos")):
            font["name"].setName(name, 1, 3, 1, language)
        font.save(tmp_path / "own.ttf")

    assert read_head(tmp_path / "own.ttf").family == "Sans"


@pytest.mark.parametrize("size", [0, 3, 11, 40, 300])
def test_a_file_that_is_cut_off_is_no_font(tmp_path: Path, size: int) -> None:
    (tmp_path / "own.ttf").write_bytes(FONTS[0].read_bytes()[:size])

    with pytest.raises(NoFontError):
        read_head(tmp_path / "own.ttf")
