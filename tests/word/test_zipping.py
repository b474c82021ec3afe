"""The zip of a Word file, as Python's own reader sees it."""

import os
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from generator.word.zipping import zipped

PARTS = {"[Content_Types].xml": b"<Types/>", "word/a.xml": b"a" * 70_000, "word/é.bin": os.urandom(500), "empty": b""}


def test_each_part_is_read_as_it_was() -> None:
    with ZipFile(BytesIO(zipped(PARTS))) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == PARTS


def test_it_is_the_zip_that_python_makes() -> None:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, data in PARTS.items():
            entry = ZipInfo(name)
            entry.compress_type, entry.create_system = ZIP_DEFLATED, 0
            archive.writestr(entry, data)

    assert zipped(PARTS) == made.getvalue()
