"""The huisstijl's roles → the paragraph styles that every Word file of ours holds, as data."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.document.style import TextStyle
from generator.word import names
from generator.word.looks import WordLooks
from generator.word.numbering import Numbering, hang
from generator.word.tags import Tag, make, shade, twips

_HEADINGS = ("kop1", "kop2", "kop3")
_CELL_WHITE = 3.0
_WHITE = {"top": 2, "left": 4, "bottom": 3, "right": 3}
"""Points between the text of a box and the edge of its tint."""
_IN_CELLS = ("cel", "celkop", "rijkop")


@dataclass(frozen=True)
class ParagraphStyle:
    """A style to be: `properties` and `letters` come beside what its looks ask for, and go before it."""

    id: str
    name: str
    text: TextStyle
    properties: tuple[Tag, ...] = ()
    letters: tuple[Tag, ...] = ()
    base: str = "Normal"
    following: str = ""


def paragraph_styles(looks: WordLooks, numbering: Numbering) -> Iterator[ParagraphStyle]:
    """All styles, each after the one that it is based on."""
    for role in looks.roles:
        if role not in names.BOXES:
            yield _role(role, looks)
    for mark in names.LISTS:
        yield from _list(mark, looks, numbering)
    for kind in names.BOXES:
        yield from _box(kind, looks)
    yield from _aids(looks)


def _role(role: str, looks: WordLooks) -> ParagraphStyle:
    style_id, name = names.ROLES.get(role, (names.role_style(role), f"Drukklaar {role}"))
    style = ParagraphStyle(style_id, name, looks.role(role))
    if role == "tekst":
        return replace(style, properties=(make("widowControl"), make("suppressAutoHyphens")), base="")
    if role in _HEADINGS:
        return replace(style, properties=heading_properties(_HEADINGS.index(role) + 1), following="Normal")
    if role in ("kopregel", "voetregel"):
        return replace(style, properties=(right_tab(looks.page.text_width(lying=False)),))
    return replace(style, properties=_hyphens()) if role in _IN_CELLS else style


def heading_properties(level: int) -> tuple[Tag, ...]:
    """What makes a paragraph a heading of this level, whatever it looks like."""
    return make("keepNext"), make("keepLines"), make("outlineLvl", val=level - 1)


def _hyphens() -> tuple[Tag, ...]:
    """Words are broken in the narrow columns of tables, and nowhere else."""
    return (make("suppressAutoHyphens", val=0),)


def right_tab(width: float, instead_of: Iterable[int] = ()) -> Tag:
    """A tab stop at the right edge of a text so many points wide; `instead_of` are those of its style, in twips."""
    old = (make("tab", val="clear", pos=stop) for stop in instead_of if stop != twips(width))
    return make("tabs", *old, make("tab", val="right", pos=twips(width)))


def _list(mark: str, looks: WordLooks, numbering: Numbering) -> Iterator[ParagraphStyle]:
    style_id, *both = names.LISTS[mark]
    for in_cell, name in zip((False, True), both, strict=True):
        text = looks.role("cel" if in_cell else "lijst")
        number = make("numPr", make("numId", val=numbering.always(mark, in_cell)))
        place = make("ind", left=twips(hang(looks, in_cell))) if mark == "geen" else number
        own_id = names.list_style(mark, in_cell)
        hyphens = _hyphens() if in_cell else ()
        yield ParagraphStyle(own_id, name, text, (place, *hyphens), base=style_id if in_cell else "Normal")


def _box(kind: str, looks: WordLooks) -> Iterator[ParagraphStyle]:
    style_id, name = names.BOXES[kind]
    text, cell = looks.role("tekst"), looks.role("cel")
    if kind == "zeggen":
        text = replace(looks.role(kind), italic=True)
    text = replace(text, before=max(text.before, text.after))
    yield ParagraphStyle(
        style_id,
        name,
        text,
        (make("keepLines"), make("contextualSpacing"), *box_frame(kind, looks), box_indent()),
    )
    small = replace(text, size=cell.size, leading=cell.leading, before=_CELL_WHITE, after=_CELL_WHITE)
    yield ParagraphStyle(names.box_style(kind, True), f"{name} cel", small, _hyphens(), base=style_id)


def box_frame(kind: str, looks: WordLooks, inset: float = 0) -> tuple[Tag, ...]:
    """A tint with a rule before it: the same on each paragraph, so that they make one box.

    The rule is a bar tab, which Word draws and LibreOffice leaves out. A border would be drawn by both, but what
    LibreOffice 7.4 draws of it in a PDF stands outside all marked content (PDF/UA-1, ISO 14289-1 §7.1). A border
    without a line is none to Word; to LibreOffice it is the white round the text.
    """
    white = (make(side, val="none", sz=0, space=points, color="auto") for side, points in _WHITE.items())
    bar = make("tab", val="bar", pos=twips(inset + names.BOX_LEFT / 3))
    return make("pBdr", *white), shade(looks.box_tint(kind)), make("tabs", bar)


def box_indent(inset: float = 0) -> Tag:
    """Where the text in a box starts and ends; `inset` is how far the box itself stands in, in points."""
    return make("ind", left=twips(inset + names.BOX_LEFT), right=80)


def _aids(looks: WordLooks) -> Iterator[ParagraphStyle]:
    """For what holds no words of its own: lines to write on, pictures, the white between and after tables.

    A line to write on is a tab that is underlined: a paragraph without anything in it would be white to Word's checker.
    The way to the next one is white above it: LibreOffice forgets the leading of a paragraph that holds a tab alone.
    """
    plain, line, gap = looks.role("tekst"), looks.style.line, looks.style.gap
    to_the_edge = right_tab(looks.page.text_width(lying=False))
    writing = (to_the_edge, _spaced(line - plain.leading, 0, plain.leading, "atLeast"))
    rule = make("u", val="single", color=looks.colour("lijn"))
    yield ParagraphStyle(names.WRITING_LINE, "Schrijfregel", plain, writing, (rule,))
    yield ParagraphStyle(
        names.PICTURE, "Drukklaar beeld", plain, (_spaced(4, gap, 12, "auto"), make("textAlignment", val="center"))
    )
    yield ParagraphStyle(names.CIRCLE, "Drukklaar schaal", replace(plain, size=18, leading=22, centred=True))
    yield ParagraphStyle(names.BETWEEN, "Drukklaar tussen", replace(plain, size=1), (_spaced(0, 0, gap, "exact"),))
    yield ParagraphStyle(names.END, "Drukklaar einde", replace(plain, size=1), (_spaced(0, 0, 1, "exact"),))


def _spaced(before: float, after: float, line: float, rule: str) -> Tag:
    return make("spacing", before=twips(before), after=twips(after), line=twips(line), lineRule=rule)
