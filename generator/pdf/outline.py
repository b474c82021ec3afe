"""The headings of a file → its bookmarks, nested as the headings are (PDF 32000-1 §12.3.3)."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.pdf.objects import Objects, text_string

LEVELS = {"H1": 1, "H2": 2, "H3": 3}


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading on its page, by the page's object number; y upwards, in points."""

    level: int
    words: str
    page: int
    y: float


@dataclass(slots=True)
class _Mark:
    """A bookmark with those under it."""

    number: int
    heading: Heading | None
    under: "list[_Mark]" = field(default_factory=list)


def bookmarks(headings: Sequence[Heading], objects: Objects) -> int:
    """The number of the outline's object."""
    root = _Mark(objects.new(), None)
    path = [root]
    for heading in headings:
        while len(path) > 1 and (above := path[-1].heading) and above.level >= heading.level:
            path.pop()
        mark = _Mark(objects.new(), heading)
        path[-1].under.append(mark)
        path.append(mark)
    objects[root.number] = b"<</Type/Outlines%s>>" % _family(root)
    _write(root, objects)
    return root.number


def _write(parent: _Mark, objects: Objects) -> None:
    for place, mark in enumerate(parent.under):
        assert mark.heading is not None
        beside = b"/Prev %d 0 R" % parent.under[place - 1].number if place else b""
        if place + 1 < len(parent.under):
            beside += b"/Next %d 0 R" % parent.under[place + 1].number
        heading = mark.heading
        objects[mark.number] = b"<</Title%s/Parent %d 0 R%s/Dest[%d 0 R/XYZ 0 %.2f null]%s>>" % (
            text_string(heading.words),
            parent.number,
            beside,
            heading.page,
            heading.y,
            _family(mark),
        )
        _write(mark, objects)


def _family(mark: _Mark) -> bytes:
    """The first and last bookmark under this one; closed, so that only the first level shows."""
    if not mark.under:
        return b""
    count = len(mark.under) if mark.heading is None else -len(mark.under)
    return b"/First %d 0 R/Last %d 0 R/Count %d" % (mark.under[0].number, mark.under[-1].number, count)
