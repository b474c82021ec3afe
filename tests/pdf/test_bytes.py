"""The bytes of a file: the same each time, and whole."""

import re
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from generator.page.items import BLACK, Box, Drawing, Element, Group, LinkArea, Page, Shape, Size

from .conftest import WriteBytes
from .pages import lines, page, paragraph, rect

SHAPE = Shape("huis", Size(24, 24), (("m", (2, 2)), ("l", (20, 20)), ("h", ())), 2)


def sample() -> Page:
    """A page with some of each, made anew."""
    link = Group(
        (*paragraph("hier", y=60).items, LinkArea(Box(20, 50, 30, 12), "https://a.nl", "hier")), Element("Link")
    )
    drawing = Group((Drawing(SHAPE, Box(20, 90, 24, 24), BLACK),), Element("Figure", alt="Een huis"))
    return page(paragraph("een ễ 😊"), link, drawing, rect())


def file_id(data: bytes) -> bytes:
    with pikepdf.open(BytesIO(data)) as pdf:
        return bytes(pdf.trailer.ID[0])


def test_the_same_pages_give_the_same_bytes(write_bytes: WriteBytes) -> None:
    once, again = write_bytes(sample(), lines("twee")), write_bytes(sample(), lines("twee"))

    assert once == again


def test_other_words_give_another_id(write_bytes: WriteBytes) -> None:
    ids = {file_id(write_bytes(lines(word))) for word in ("een", "twee", "drie")}

    assert len(ids) == 3


def test_the_pages_in_another_order_give_another_id(write_bytes: WriteBytes) -> None:
    one, other = lines("een"), lines("twee")

    assert file_id(write_bytes(one, other)) != file_id(write_bytes(other, one))


def linked(target: str) -> Page:
    area = LinkArea(Box(20, 10, 30, 12), target, "hier")
    return page(Group((*paragraph("hier").items, area), Element("Link")))


def test_another_title_another_address_or_another_size_gives_another_id(write_bytes: WriteBytes) -> None:
    titles = {file_id(write_bytes(lines("een"), title=title)) for title in ("Een", "Twee")}
    targets = {file_id(write_bytes(linked(target))) for target in ("https://a.nl", "https://b.nl")}
    sizes = {file_id(write_bytes(page(size=Size(width, 400)))) for width in (300, 310)}

    assert (len(titles), len(targets), len(sizes)) == (2, 2, 2)


def streams(data: bytes) -> list[tuple[bytes, bytes]]:
    """The dictionary of each stream and all that stands between `stream` and `endstream`, found by /Length alone."""
    found = []
    at = 0
    while begin := re.compile(rb"<<((?:(?!endobj|stream).)*)>>\s*stream\r?\n", re.DOTALL).search(data, at):
        length = re.search(rb"/Length (\d+)(?! \d+ R)", begin[1])
        assert length, begin[1]
        end = begin.end() + int(length[1])
        found.append((begin[1], data[begin.end() : end]))
        assert re.match(rb"\r?\nendstream", data[end : end + 20]), (begin[1], data[end - 20 : end + 20])
        at = end
    return found


def test_each_stream_is_as_long_as_it_says(write_bytes: WriteBytes) -> None:
    data = write_bytes(sample(), lines("twee"))

    found = streams(data)

    assert len(found) == data.count(b"endstream")
    assert len(found) >= 9  # two pages, a form, the metadata, the profile, two fonts with their ToUnicode


def test_data_that_end_in_cr_stay_whole(write_bytes: WriteBytes) -> None:
    ends = {}
    for number in range(3000):
        data = write_bytes(lines("a" * number))
        for _, content in streams(data):
            ends[content[-1:]] = data
        if b"\r" in ends:
            break
    if b"\r" not in ends:
        pytest.fail("no stream of these ends in CR: try other words")

    with pikepdf.open(BytesIO(ends[b"\r"])) as pdf:
        raw = [obj.read_raw_bytes() for obj in pdf.objects if isinstance(obj, pikepdf.Stream)]

    # whoever looks for `endstream` and takes off one end of line reads the same
    assert sorted(raw) == sorted(content for _, content in streams(ends[b"\r"]))
    assert sorted(raw) == sorted(re.findall(rb"stream\r?\n(.*?)(?:\r\n|\n|\r)endstream", ends[b"\r"], re.DOTALL))


def test_every_object_stands_where_the_table_says(write_bytes: WriteBytes) -> None:
    data = write_bytes(sample(), replace(lines("twee"), bleed=8.5))

    start = int(data.rsplit(b"startxref", 1)[1].split()[0])
    rows = re.findall(rb"(\d{10}) (\d{5}) ([nf])", data[start:])

    assert data[start : start + 4] == b"xref"
    wrong = [
        n for n, (at, _, kind) in enumerate(rows) if kind == b"n" and not data[int(at) :].startswith(b"%d 0 obj" % n)
    ]
    assert wrong == []
    assert len(rows) > 10


def test_a_reader_finds_nothing_to_mend(write_bytes: WriteBytes) -> None:
    with pikepdf.open(BytesIO(write_bytes(sample()))) as pdf:
        assert pdf.check_pdf_syntax() == []
