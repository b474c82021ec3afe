"""Runs of text → a chunk of lines."""

from collections.abc import Sequence

from generator.document.blocks import (
    Inlines,
    Run,
)
from generator.page.flow import Label, Path, TextChunk
from generator.page.items import (
    Ink,
)
from generator.page.looks import Looks
from generator.page.pen import Pen
from generator.page.text import Line, break_inlines, break_lines


def set_text(
    content: Inlines,
    pen: Pen,
    width: float,
    looks: Looks,
    path: Path,
    keep: bool = False,
    indent: float = 0.0,
    label: Label | None = None,
) -> TextChunk:
    """The lines of a text, `width` points wide, in the element that ends `path`."""
    style, ink = pen.style, pen.plain
    lines: tuple[str, ...] = ()
    mixed: tuple[Line, ...] = ()
    run = content[0] if len(content) == 1 else None
    if isinstance(run, Run) and not run.link:
        ink = pen.ink(run)
        lines = tuple(break_lines(run.text, looks.measure.widths(ink.face), width / style.size, looks.language))
    else:
        mixed = tuple(break_inlines(content, style, looks.measure, width, looks.language, looks.page_number))
    return TextChunk(
        path=path,
        ink=ink,
        pen=pen,
        leading=style.leading,
        before=style.before,
        after=style.after,
        keep=keep or style.keep,
        lines=lines,
        mixed=mixed,
        offsets=_centred(lines, mixed, ink, width, looks) if style.centred else (),
        indent=indent,
        label=label,
    )


def _centred(lines: Sequence[str], mixed: Sequence[Line], ink: Ink, width: float, looks: Looks) -> tuple[float, ...]:
    widths = looks.measure.widths(ink.face)
    if mixed:
        return tuple((width - line[-1].x - line[-1].width) / 2 if line else 0.0 for line in mixed)
    return tuple((width - widths[line.rstrip(" ")] * ink.size) / 2 for line in lines)
