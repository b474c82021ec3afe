"""Random files as a reader could tell them: heads, labels and times among any letters, in any order."""

from hypothesis import strategies as st

from generator.document.blocks import Block, Cell, Heading, Inline, Items, LineBreak, Paragraph, Row, Run, Table
from generator.document.told import Told

ODD = (
    "{{ netwerk.thema }}",
    "[NAAM]",
    "[THEMA]",
    "<datum>",
    "…………",
    "a*b_c",
    "> let op",
    "1. een",
    "- twee",
    "😊",
    "\\",
    "#",
)
SAID = (
    "Welkom", "Yasmina", "Harm en Yasmina", "bol wol", "de groep kiest", "Naam – Tik – Naam", "werkvorm Marktplaats",
    "Experimentencanvas", "3 stiften per duo", "koffie, thee en taart", "Pauze", "Lunch met soep",
    "optioneel", "(optioneel)",
    "Einde", "Totaal", "Vooraf", "Na afloop", "Iedereen vertelt wat er bij haar thuis gebeurde. En daarna kiezen we.",
    "https://example.org/a", "Werkvorm: Vensterpraat",
)  # fmt: skip
TIMES = (
    "13:00", "9.30 uur", "13:00–13:45", "van 13.00 tot 14.00", "15 min", "anderhalf uur",
    "een kwartier", "10-15 min", "1 pm",
    "PM", "n.t.b.", "ca. 20 minuten", "0:00", "25:99", "13:15–13:00", "2 x 10 min", "½ uur",
    "99 uur", "15", "12 januari 2027",
    "31-02-2027", "11/03/27", "3 mei",
)  # fmt: skip
HEADS = (
    "Tijd", "Tijdstip", "Duur", "Wat", "Onderdeel", "Hoe", "Toelichting", "Wie", "Begeleider",
    "Benodigdheden", "Doel",
    "Werkvorm", "Time", "Ruimte", "Nr", "Blok", "Doelen", "Huiswerk", "Programma",
    "Globaal programma", "Voorbereiding",
    "Datum", "Locatie", "Aantal deelnemers", "Stappen", "Groep", "Bron", "Draaiboek",
    "Bijeenkomst 3: Begin", "Opmerkingen",
)  # fmt: skip
WORDS = st.one_of(
    st.sampled_from(HEADS),
    st.sampled_from(TIMES),
    st.sampled_from(SAID),
    st.sampled_from(ODD),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=12),
)


@st.composite
def _texts(draw: st.DrawFn) -> str:
    joint = draw(st.sampled_from((" ", ": ", " – ", ", ", "\N{EM SPACE}", " (")))
    found = joint.join(draw(st.lists(WORDS, max_size=3)))
    return " ".join(found.split(" ")) + draw(st.sampled_from(("", "", ":", ")")))


@st.composite
def _content(draw: st.DrawFn) -> tuple[Inline, ...]:
    parts: list[Inline] = []
    for text in draw(st.lists(_texts(), min_size=1, max_size=3)):
        parts.append(Run(text, draw(st.booleans()), draw(st.booleans())))
        if draw(st.integers(0, 3)) == 0:
            parts.append(LineBreak())
    return tuple(parts)


PARAGRAPHS = st.builds(Paragraph, _content())
LISTS = st.builds(
    Items,
    st.lists(st.lists(PARAGRAPHS, max_size=2).map(tuple), max_size=3).map(tuple),
    st.sampled_from(("punt", "cijfer")),
)


@st.composite
def _tables(draw: st.DrawFn, inner: bool = True) -> Table:
    count = draw(st.integers(1, 5))
    rows = [draw(_rows(count, inner)) for _ in range(draw(st.integers(1, 5)))]
    if draw(st.booleans()):
        heads = draw(st.lists(st.sampled_from(HEADS), min_size=count, max_size=count))
        rows.insert(0, Row(tuple(Cell((Paragraph((Run(head),)),)) for head in heads)))
    head = draw(st.booleans())
    return Table((1.0,) * count, rows[0] if head else None, tuple(rows[1 if head else 0 :]))


@st.composite
def _rows(draw: st.DrawFn, count: int, inner: bool) -> Row:
    cells: list[Cell] = []
    while count:
        span = draw(st.integers(1, count)) if draw(st.integers(0, 4)) == 0 else 1
        joined = draw(st.integers(0, 5)) == 0
        time = st.sampled_from(TIMES).map(lambda text: (Paragraph((Run(text),)),))
        blocks = () if joined else draw(time if not cells and draw(st.booleans()) else _cells(inner))
        cells.append(Cell(blocks, span=span, rows=0 if joined else 1))
        count -= span
    return Row(tuple(cells))


def _cells(inner: bool) -> st.SearchStrategy[tuple[Block, ...]]:
    kinds: list[st.SearchStrategy[Block]] = [PARAGRAPHS, PARAGRAPHS, LISTS]
    return st.lists(st.one_of(*kinds, *([_tables(False)] if inner else [])), max_size=2).map(tuple)


HEADINGS = st.builds(
    Heading,
    st.integers(1, 3),
    st.one_of(st.sampled_from(HEADS).map(lambda text: (Run(text),)), _content()),
    st.just("kop1"),
)
BLOCKS = st.one_of(HEADINGS, PARAGRAPHS, PARAGRAPHS, LISTS, _tables())
FILES = st.builds(
    Told,
    st.lists(BLOCKS, max_size=8).map(tuple),
    st.lists(PARAGRAPHS, max_size=1).map(tuple),
    st.lists(PARAGRAPHS, max_size=1).map(tuple),
    st.sampled_from(("", "Een titel")),
)
