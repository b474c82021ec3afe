"""Headings, lists, boxes and tables of anybody's Word file are read as what they are on paper."""

import pytest

from generator.document.blocks import Block, Box, Cell, Heading, Items, Paragraph, Row, Run, Table

from .packages import paragraph, parts_of, relation, styled, zipped
from .reading import blocks, item, read, run, said


def style(key: str, name: str, inside: str = "") -> str:
    return f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>{inside}</w:style>'


def level(number: int, kind: str, text: str, more: str = "") -> str:
    place = 720 * (number + 1)
    indent = f'<w:pPr><w:ind w:left="{place}" w:hanging="360"/></w:pPr>'
    looks = f'<w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/>{looks}{more}{indent}</w:lvl>'


OF_STAP = '<w:pStyle w:val="Stap"/>'
NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{level(0, "bullet", "•")}{level(1, "bullet", "o")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="1">{level(0, "decimal", "%1.")}{level(1, "lowerLetter", "%2)")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="2">{level(0, "bullet", "☐")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="3">{level(0, "decimal", "%1.", OF_STAP)}</w:abstractNum>'
    + "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n - 1}"/></w:num>' for n in range(1, 5))
    + '<w:num w:numId="5"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/>'
    "</w:lvlOverride></w:num>"
)
STYLES = (
    style("Kop1", "heading 1")
    + style("Kop2", "heading 2", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>')
    + style("Eigen", "Mijn kop", '<w:basedOn w:val="Kop2"/>')
    + style("Inhoud", "TOC Heading", '<w:basedOn w:val="Kop1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>')
    + style("Inhopg1", "toc 1")
    + style("Titel", "Title")
    + style("Rond", "Rond", '<w:basedOn w:val="Rond"/>')
    + style("Stap", "Stap", '<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr>')
    + style("Lijst2", "List Bullet 2", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    + style("Lijstalinea", "List Paragraph", '<w:pPr><w:ind w:left="720"/></w:pPr>')
)


def shown(body: str, **more: str) -> tuple[Block, ...]:
    return blocks(body, styles=STYLES, numbering=NUMBERING, **more)


def items(*texts: str, mark: str = "punt", start: int = 1) -> Items:
    return Items(tuple((said(text),) for text in texts), mark, start)


@pytest.mark.parametrize(
    ("body", "level", "role"),
    [
        (styled("a", "Kop1"), 1, "kop1"),
        (styled("a", "Kop2"), 2, "kop2"),
        (styled("a", "Eigen"), 2, "kop2"),
        (styled("a", "Titel"), 1, "titel"),
        (styled("a", "Kop3"), 3, "kop3"),
        (styled("a", "Heading5"), 3, "kop3"),
        (paragraph("a", '<w:outlineLvl w:val="1"/>'), 2, "kop2"),
        (paragraph("a", '<w:pStyle w:val="Kop1"/>', "<w:b/>"), 1, "kop1"),
    ],
)
def test_a_heading_is_known_by_its_style_or_its_level(body: str, level: int, role: str) -> None:
    assert shown(body) == (Heading(level, (Run("a"),), role),)


@pytest.mark.parametrize("properties", ['<w:pStyle w:val="Rond"/>', '<w:outlineLvl w:val="9"/>', ""])
def test_what_looks_like_a_heading_only_stays_a_paragraph(properties: str) -> None:
    assert shown(paragraph("a", properties, "<w:b/>")) == (said(Run("a", bold=True)),)


def test_a_table_of_contents_is_left_out_and_counted() -> None:
    told = read(zipped(parts_of(styled("Doel 1", "Inhopg1") + paragraph("b"), styles=STYLES)))

    assert told.blocks == (said("b"),)
    assert [str(note.what) for note in told.notes] == ["a table of contents of 1 lines is left out"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (item("a") + item("b"), [items("a", "b")]),
        (item("a", 3), [items("a", mark="vink")]),
        (
            item("a", 2) + paragraph("x") + item("b", 2),
            [items("a", mark="cijfer"), said("x"), items("b", mark="cijfer", start=2)],
        ),
        (item("a", 2) + item("b", 5), [items("a", mark="cijfer"), items("b", mark="cijfer", start=4)]),
        (item("a", 99), [items("a")]),
        (item("a", 0), [said("a")]),
        (styled("a", "Stap") + styled("b", "Stap"), [items("a", "b", mark="cijfer")]),
        (item("a") + item("") + "<w:p/>" + item("b"), [items("a", "b")]),
        (item("a") + paragraph("b", '<w:pStyle w:val="Lijstalinea"/>'), [Items(((said("a"), said("b")),))]),
        (item("a") + paragraph("b"), [items("a"), said("b")]),
        (
            item("a", 2) + item("b", 2, 1) + item("c", 2),
            [Items(((said("a"), items("b", mark="cijfer")), (said("c"),)), "cijfer")],
        ),
        (item("a", 2) + item("b", 1, 1), [Items(((said("a"), items("b")),), "cijfer")]),
        (item("a") + styled("b", "Lijst2"), [Items(((said("a"), items("b")),))]),
    ],
)
def test_lists_are_known_by_their_numbering(body: str, expected: list[Block]) -> None:
    assert list(shown(body)) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["- aap", "- noot"], [items("aap", "noot")]),
        (["– aap", "– noot"], [items("aap", "noot")]),
        (["• mies"], [items("mies")]),
        (["1. wim", "2. zus"], [items("wim", "zus", mark="cijfer")]),
        (["3) wim", "4) zus"], [items("wim", "zus", mark="cijfer", start=3)]),
        (["a. wim", "b. zus"], [items("wim", "zus", mark="cijfer")]),
        (["☐ jet", "☒ jan"], [items("jet", "☒ jan", mark="vink")]),
        (["1. los"], [said("1. los")]),
        (["- los"], [said("- los")]),
        (["1. wim", "3. zus"], [said("1. wim"), said("3. zus")]),
        (["13:00 uur", "14:00 uur"], [said("13:00 uur"), said("14:00 uur")]),
        (["Vooraf", "- aap", "- noot", "Na"], [said("Vooraf"), items("aap", "noot"), said("Na")]),
    ],
)
def test_lists_that_were_typed_are_lists_too(lines: list[str], expected: list[Block]) -> None:
    assert list(shown("".join(map(paragraph, lines)))) == expected


def test_a_list_typed_in_one_paragraph_is_one_too() -> None:
    assert shown(
        f"<w:p>{run('Neem mee:')}<w:r><w:br/></w:r>{run('- pen')}<w:r><w:br/></w:r>{run('- stift')}</w:p>"
    ) == (
        said("Neem mee:"),
        items("pen", "stift"),
    )


def test_a_deleted_end_joins_paragraphs() -> None:
    deleted = "<w:rPr><w:del/></w:rPr>"

    assert shown(paragraph("een ", deleted) + paragraph("twee ", deleted) + styled("drie", "Kop1")) == (
        Heading(1, (Run("een twee drie"),), "kop1"),
    )
    assert shown(paragraph("los", deleted)) == (said("los"),)


def test_controls_round_paragraphs_rows_and_cells_are_seen_through() -> None:
    control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    prompt = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    cell = f"<w:tc>{paragraph('b')}</w:tc>"
    row = f"<w:tr>{control.format(cell)}{prompt.format(cell)}</w:tr>"
    body = control.format(paragraph("a")) + prompt.format(paragraph("vul in")) + f"<w:tbl>{control.format(row)}</w:tbl>"

    assert shown(body) == (said("a"), Table((1.0, 1.0), None, (Row((Cell((said("b"),)), Cell(()))),)))


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str, grid: str = "") -> tuple[Block, ...]:
    return shown(f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>")


def test_merged_cells_have_their_words_once() -> None:
    down = ('<w:vMerge w:val="restart"/>', "<w:vMerge/>")
    (found,) = table(
        row(cell("a", down[0]), cell("b", '<w:gridSpan w:val="2"/>')),
        row(cell("rest", down[1]), cell("c"), cell("d")),
        row(cell("e", "<w:hMerge w:val='restart'/>"), cell("f", "<w:hMerge/>"), cell("g")),
        row(cell("h"), properties='<w:gridBefore w:val="1"/>'),
    )

    assert isinstance(found, Table)
    assert found.widths == (1.0, 1.0, 1.0)
    assert [[(words(one), one.span, one.rows) for one in line.cells] for line in found.rows] == [
        [("a rest", 1, 2), ("b", 2, 1)],
        [("", 1, 0), ("c", 1, 1), ("d", 1, 1)],
        [("e f", 2, 1), ("g", 1, 1)],
        [("", 1, 1), ("h", 1, 1), ("", 1, 1)],
    ]


def words(one: Cell) -> str:
    return " ".join(block.content[0].text for block in one.blocks if isinstance(block, Paragraph))  # type: ignore[union-attr]


def test_a_row_that_is_repeated_is_the_head_and_a_first_row_is_not() -> None:
    (found,) = table(row(cell("Tijd"), properties="<w:tblHeader/>"), row(cell("13:00")), grid='<w:gridCol w:w="99"/>')

    assert found == Table((99.0,), Row((Cell((said("Tijd"),), "kolom"),)), (Row((Cell((said("13:00"),)),)),))
    (found,) = table(row(cell("Tijd")), row(cell("13:00")))
    assert isinstance(found, Table)
    assert found.head is None


def test_rows_and_cells_that_were_deleted_are_gone() -> None:
    (found,) = table(
        row(cell("a"), cell("weg", "<w:cellDel/>")),
        row(cell("weg"), properties="<w:del/>"),
        row(cell("b"), properties="<w:ins/>"),
    )

    assert found == Table((1.0,), None, (Row((Cell((said("a"),)),)), Row((Cell((said("b"),)),))))


def test_a_table_in_a_table_stands_in_its_cell() -> None:
    (found,) = shown(f"<w:tbl><w:tr><w:tc><w:tbl>{row(cell('in'))}</w:tbl>{paragraph('na')}</w:tc></w:tr></w:tbl>")

    assert isinstance(found, Table)
    inner = Table((1.0,), None, (Row((Cell((said("in"),)),)),))
    assert found.rows[0].cells[0].blocks == (inner, said("na"))


@pytest.mark.parametrize("body", ["<w:tbl/>", "<w:tbl><w:tr/></w:tbl>", "", "<w:p/>"])
def test_a_table_without_rows_is_nothing(body: str) -> None:
    assert shown(body) == ()


def test_a_text_box_stands_behind_its_paragraph_once() -> None:
    text = f"<w:txbxContent>{paragraph('in een vak')}</w:txbxContent>"
    shape = f"<w:drawing><wps:wsp><wps:txbx>{text}</wps:txbx></wps:wsp></w:drawing>"
    drawn = f"<mc:AlternateContent><mc:Choice Requires='wps'>{shape}</mc:Choice>"
    both = f"{drawn}<mc:Fallback><w:pict><v:textbox>{text}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    old = f"<w:pict><v:shape><v:textbox>{text}</v:textbox></v:shape><v:textpath string='CONCEPT'/></w:pict>"

    told = read(
        zipped(parts_of(f"<w:p>{run('anker')}<w:r>{both}</w:r></w:p>{paragraph('na')}<w:p><w:r>{old}</w:r></w:p>"))
    )

    assert told.blocks == (said("anker"), said("in een vak"), said("na"), said("in een vak"), said("CONCEPT"))
    assert [str(note.what) for note in told.notes][:1] == ["a text box now stands between paragraphs: in een vak"]


def test_a_diagram_keeps_its_words() -> None:
    space = 'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
    body = f'<w:p><w:r><w:drawing><dgm:relIds {space} r:dm="d"/></w:drawing></w:r></w:p>'
    data = f'<dgm:dataModel {space} xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    data += "<dgm:pt><dgm:t><a:p><a:r><a:t>Stap </a:t></a:r><a:r><a:t>een</a:t></a:r></a:p></dgm:t></dgm:pt>"
    data += "</dgm:dataModel>"

    parts = parts_of(body, relations=relation("d", "diagramData", "diagrams/data1.xml"))
    assert read(zipped(parts | {"word/diagrams/data1.xml": data})).blocks == (said("Stap een"),)


def test_boxes_of_ours_are_known_by_their_styles() -> None:
    styles = style("Tip", "Tip") + style("ZeggenCel", "Zeggen cel")

    assert blocks(styled("a", "Tip") + styled("b", "Tip") + styled("c", "ZeggenCel"), styles=styles) == (
        Box("tip", (said("a"), said("b"))),
        Box("zeggen", (said("c"),)),
    )


def test_two_levels_of_circles_end() -> None:
    chain = "".join(style(f"s{n}", f"s{n}", f'<w:basedOn w:val="s{n + 1}"/>') for n in range(2000))

    assert blocks(styled("a", "s0"), styles=chain) == (said("a"),)
