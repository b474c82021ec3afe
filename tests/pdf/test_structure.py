"""What a screen reader and a printer are told: tags, links, language, boxes and the print window."""

from collections.abc import Iterator
from itertools import groupby

import pikepdf
import pytest

from generator.design import Design
from generator.page.imposition import impose
from generator.page.items import Box, Element, Group, LinkArea, Page, Placed, Text
from generator.pdf.writer import Printing

from .conftest import Write, ending
from .pages import ink, lines, page, paragraph
from .tagged import ARTIFACT, PAINTS, Elem, Reader, document, steps

BASE_14 = ("Helvetica", "Times", "Courier", "Symbol", "ZapfDingbats", "Arial")
SHEETS = "kaarten-vellen.pdf"
ONE_SIDED = ("naamkaartjes.pdf", "rolstroken.pdf")
Opened = dict[str, pikepdf.Pdf]


def elements(opened: Opened, *tags: str) -> Iterator[tuple[str, Elem]]:
    """Each element of the example with one of these tags, and its file."""
    for name, pdf in opened.items():
        for element in document(pdf).named(*tags):
            yield name, element


# The whole file


def fonts_in(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [obj for obj in pdf.objects if isinstance(obj, pikepdf.Dictionary) and obj.get("/Type") == "/Font"]


def test_every_font_is_embedded_and_none_is_of_the_base_fourteen(opened: Opened) -> None:
    for name, pdf in opened.items():
        fonts = fonts_in(pdf)

        assert fonts, name
        for font in fonts:
            assert not str(font.BaseFont)[1:].startswith(BASE_14), name
            assert len(font.FontDescriptor.FontFile2.read_bytes()) > 500, name


def test_every_font_that_a_page_can_use_is_embedded(opened: Opened) -> None:
    for name, pdf in opened.items():
        for each in pdf.pages:
            assert all("/FontFile2" in font.FontDescriptor for font in each.obj.Resources.Font.values()), name


def test_every_file_says_its_language_and_shows_its_title(opened: Opened) -> None:
    for name, pdf in opened.items():
        with pdf.open_metadata() as about:
            assert pdf.Root.Lang == "nl-NL", name
            assert str(pdf.docinfo.Title).strip(), name
            assert about["dc:title"] == str(pdf.docinfo.Title), name
            assert pdf.Root.ViewerPreferences.DisplayDocTitle, name


@pytest.mark.parametrize("title", ["Plan", "Mes (scherp) \\ vork", "“Goed” & <leven> – € 5", "Kaarten 😊"])
def test_a_title_comes_out_as_it_went_in(write_pdf: Write, title: str) -> None:
    pdf = write_pdf(lines("een"), title=title)

    with pdf.open_metadata() as about:
        assert (str(pdf.docinfo.Title), about["dc:title"]) == (title, title)


def test_a_file_in_english_says_so(write_pdf: Write) -> None:
    assert write_pdf(lines("one"), language="en").Root.Lang == "en-GB"


# Tags


def documents(pdf: pikepdf.Pdf) -> list[Elem]:
    """What is read as one: each card of a set, else the whole file."""
    top = document(pdf)
    cards = [element for element in top.elements if element.tag == "Sect"]
    return cards if len(cards) == len(top.elements) else [top]


def test_headings_skip_no_level(opened: Opened) -> None:
    counted = 0
    for name, pdf in opened.items():
        for whole in documents(pdf):
            levels = [int(element.tag[1]) for element in whole.named("H1", "H2", "H3", "H4")]
            counted += len(levels)

            steps_down = [below - above for above, below in zip([0, *levels], levels, strict=False)]
            assert max(steps_down) <= 1, (name, levels)
    assert counted > 100


def test_every_table_with_rows_has_heads_that_say_of_what(opened: Opened) -> None:
    tables = [(name, table) for name, table in elements(opened, "Table") if len(table.named("TR")) > 1]

    assert tables
    for name, table in tables:
        heads = table.named("TH")
        assert heads, name
        for head in heads:
            assert head.obj.A.O == "/Table", name
            assert head.obj.A.Scope in ("/Column", "/Row"), name


def test_what_only_stands_side_by_side_is_no_table(opened: Opened) -> None:
    headless = [name for name, table in elements(opened, "Table") if not table.named("TH")]

    assert headless == []


def test_the_rows_of_a_table_have_as_many_cells(opened: Opened) -> None:
    for name, table in elements(opened, "Table"):
        rows = table.named("TR")
        widths = {sum(int(cell.obj.get("/A", {}).get("/ColSpan", 1)) for cell in row.elements) for row in rows}

        assert len(widths) == 1, (name, widths)
        assert {cell.tag for row in rows for cell in row.elements} <= {"TH", "TD"}, name


def test_every_figure_says_what_it_shows(opened: Opened) -> None:
    figures = list(elements(opened, "Figure"))

    assert figures
    assert [name for name, figure in figures if not str(figure.obj.get("/Alt", "")).strip()] == []


def test_a_list_holds_items_of_a_label_and_a_body(opened: Opened) -> None:
    lists = list(elements(opened, "L"))

    assert lists
    for name, whole in lists:
        assert {item.tag for item in whole.elements} == {"LI"}, name
        assert whole.obj.A.ListNumbering in ("/Disc", "/Decimal", "/None"), name
        parts = ["LBody"] if whole.obj.A.ListNumbering == "/None" else ["Lbl", "LBody"]  # a box to tick says nothing
        for item in whole.elements:
            assert [part.tag for part in item.elements] == parts, name


def test_numbered_items_count_up(opened: Opened) -> None:
    counted = 0
    for name, pdf in opened.items():
        reader = Reader(pdf)
        for whole in document(pdf).named("L"):
            if whole.obj.A.ListNumbering != "/Decimal":
                continue
            labels = [int(reader.says(item.elements[0]).rstrip(".")) for item in whole.elements]
            counted += 1

            assert labels == list(range(labels[0], labels[0] + len(labels))), name
    assert counted


def test_tagged_words_belong_to_an_element_and_the_rest_is_decoration(opened: Opened) -> None:
    for name, pdf in opened.items():
        for number, each in enumerate(pdf.pages):
            loose = [step.operator for step in steps(each) if step.owner is None and step.operator in PAINTS]

            assert loose == [], (name, number)


def test_header_and_footer_are_no_part_of_what_is_read(opened: Opened) -> None:
    (pdf,) = ending(opened, "draaiboek.pdf")
    reader = Reader(pdf)

    read = reader.says(document(pdf))

    for number in range(len(pdf.pages)):
        decoration = reader.page(number)[ARTIFACT]
        assert f"pagina {number + 1} van {len(pdf.pages)}" in decoration
        assert "Draaiboek bijeenkomst" in decoration
    assert f" van {len(pdf.pages)}" not in read
    assert "pagina 2" not in read


def test_cut_marks_are_decoration(design: Design, write_pdf: Write) -> None:
    scheme = design.schemes["afloop"]
    cards = [page(paragraph(word), size=scheme.card, bleed=scheme.bleed) for word in ("voor", "achter")]

    pdf = write_pdf(*impose(cards, scheme), printing=Printing(scheme.turning))

    for sheet in pdf.pages:
        strokes = [step.owner for step in steps(sheet) if step.operator == "S"]
        assert set(strokes) == {ARTIFACT}
        assert len(strokes) >= 8


def test_a_tinted_field_behind_words_is_decoration(opened: Opened) -> None:
    for name, pdf in opened.items():
        for each in pdf.pages:
            for step in steps(each):
                if step.operator in PAINTS and step.operator not in ("Tj", "Do"):
                    assert step.tag in (ARTIFACT, "Figure"), name


# Cards on sheets


def test_each_card_is_one_section_with_its_front_before_its_back(opened: Opened) -> None:
    for pdf in ending(opened, SHEETS):
        top = document(pdf)

        assert {card.tag for card in top.elements} == {"Sect"}
        for card in top.elements:
            pages = [number for number, _ in groupby(mark.page for mark in card.marks())]
            assert len(pages) == 2
            assert pages[0] % 2 == 0
            assert pages[1] == pages[0] + 1


def test_sheets_are_read_as_the_cards_are(opened: Opened) -> None:
    for name, sheets in opened.items():
        if not name.endswith(SHEETS):
            continue
        cards = opened[name.replace("-vellen", "")]
        on_sheets, alone = Reader(sheets), Reader(cards)

        told = [on_sheets.says(card) for card in document(sheets).elements]
        assert told == [alone.says(card) for card in document(cards).elements]
        assert len(told) == len(cards.pages) / 2
        assert len(set(told)) == len(told)


# Links


def links(opened: Opened) -> list[tuple[Elem, pikepdf.Object]]:
    """The links of the draaiboek: each element with each of its annotations."""
    (pdf,) = ending(opened, "draaiboek.pdf")
    return [(link, ref.Obj) for link in document(pdf).named("Link") for ref in link.objects]


def test_every_link_is_tied_to_its_element(opened: Opened) -> None:
    (pdf,) = ending(opened, "draaiboek.pdf")
    parents = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
    reader = Reader(pdf)

    assert len(links(opened)) >= 5
    for link, annotation in links(opened):
        assert annotation.Subtype == "/Link"
        assert parents[int(annotation.StructParent)].objgen == link.obj.objgen
        assert str(annotation.Contents) == reader.says(link).strip()


def test_every_annotation_on_a_page_is_that_of_a_link(opened: Opened) -> None:
    for name, pdf in opened.items():
        tied = sorted(ref.Obj.objgen for link in document(pdf).named("Link") for ref in link.objects)

        assert sorted(a.objgen for each in pdf.pages for a in each.obj.get("/Annots", [])) == tied, name


def test_a_link_goes_to_a_web_address_or_to_the_heading_that_it_names(opened: Opened) -> None:
    (pdf,) = ending(opened, "draaiboek.pdf")
    places = pikepdf.NameTree(pdf.Root.Names.Dests)
    numbers = {each.obj.objgen: number for number, each in enumerate(pdf.pages)}
    reader = Reader(pdf)
    headings = [
        ({mark.page for mark in heading.marks()}, reader.says(heading).strip())
        for heading in document(pdf).named("H1", "H2", "H3")
    ]

    kinds = set()
    for _, annotation in links(opened):
        if "/A" in annotation:
            kinds.add("address")
            assert annotation.A.S == "/URI"
            assert str(annotation.A.URI).startswith("https://")
        else:
            kinds.add("anchor")
            place = places[str(annotation.Dest)]
            target = numbers[place[0].objgen]
            assert 0 < float(place[3]) < float(pdf.pages[target].mediabox[3])
            assert any(target in on and str(annotation.Contents) in words for on, words in headings)
    assert kinds == {"address", "anchor"}


def headed(anchor: str, y: float) -> Group:
    """A heading that a link can go to."""
    return Group((Text(20, y, ink(), (anchor,)),), Element("H1", anchor=anchor))


def test_a_heading_can_be_gone_to_under_its_anchor(write_pdf: Write) -> None:
    pdf = write_pdf(page(), page(headed("een", 100), headed("zwei-ß", 200)))

    places = pikepdf.NameTree(pdf.Root.Names.Dests)

    tops = {name: float(place[3]) for name, place in places.items()}
    assert {place[0].objgen for place in places.values()} == {pdf.pages[1].obj.objgen}
    assert 300 < tops["een"] < 320
    assert 200 < tops["zwei-ß"] < 220


def test_anchors_stand_in_the_order_of_their_bytes(write_pdf: Write) -> None:
    pdf = write_pdf(page(headed("b", 100), headed("aé", 200)))

    names = [bytes(name) for name in pdf.Root.Names.Dests.Names if isinstance(name, pikepdf.String)]

    assert names == sorted(names)


def test_an_address_beyond_ascii_is_written_in_percent(write_pdf: Write) -> None:
    words = Text(20, 20, ink(), ("hier",))
    area = LinkArea(Box(20, 10, 30, 12), "https://a.nl/één(2)", "hier")

    pdf = write_pdf(page(Group((words, area), Element("Link"))))

    assert str(pdf.pages[0].obj.Annots[0].A.URI) == "https://a.nl/%C3%A9%C3%A9n(2)"


def test_a_link_in_a_turned_group_turns_along(write_pdf: Write) -> None:
    words = Text(20, 20, ink(), ("hier",))
    area = LinkArea(Box(10, 20, 30, 40), "https://a.nl", "hier")

    pdf = write_pdf(page(Group((words, area), Element("Link"), Placed(100, 200, 90))))

    # turned it covers x 40–80, y 210–240 from the top of 400
    assert [float(side) for side in pdf.pages[0].obj.Annots[0].Rect] == [40, 160, 80, 190]


def test_a_link_in_decoration_is_no_link(write_pdf: Write) -> None:
    words = Text(20, 20, ink(), ("hier",))
    area = LinkArea(Box(20, 10, 30, 12), "https://a.nl", "hier")

    pdf = write_pdf(page(paragraph("een"), Group((words, area))))

    assert "/Annots" not in pdf.pages[0].obj
    assert [element.tag for element in document(pdf).all()] == ["Document", "P"]


def test_a_link_lies_on_its_page(opened: Opened) -> None:
    for name, pdf in opened.items():
        for each in pdf.pages:
            _, _, width, height = (float(side) for side in each.mediabox)
            for annotation in each.obj.get("/Annots", []):
                left, low, right, high = (float(side) for side in annotation.Rect)
                assert 0 <= left < right <= width, name
                assert 0 <= low < high <= height, name


# Boxes and the print window


def within(inner: pikepdf.Object, outer: pikepdf.Object) -> bool:
    (x1, y1, x2, y2), (left, low, right, high) = ([float(side) for side in box] for box in (inner, outer))
    return left <= x1 < x2 <= right and low <= y1 < y2 <= high


def test_the_trim_lies_in_the_bleed_and_the_bleed_in_the_paper(opened: Opened) -> None:
    for name, pdf in opened.items():
        for each in pdf.pages:
            assert within(each.obj.BleedBox, each.obj.MediaBox), name
            assert within(each.obj.TrimBox, each.obj.BleedBox), name


def test_bleed_lies_around_the_trim_on_all_sides(write_pdf: Write) -> None:
    written: Page = page(paragraph("een"), bleed=8.5)

    pdf = write_pdf(written)

    boxes = pdf.pages[0].obj
    assert [float(side) for side in boxes.MediaBox] == [0, 0, 317, 417]
    assert [float(side) for side in boxes.BleedBox] == [0, 0, 317, 417]
    assert [float(side) for side in boxes.TrimBox] == [8.5, 8.5, 308.5, 408.5]


def test_sheets_go_to_the_printer_as_they_are(opened: Opened) -> None:
    for pdf in ending(opened, SHEETS):
        window = pdf.Root.ViewerPreferences

        assert window.PrintScaling == "/None"
        assert window.Duplex == "/DuplexFlipLongEdge"
        assert len(pdf.pages) % 2 == 0
        assert "/NumCopies" not in window


def test_strips_and_badges_go_to_the_printer_as_they_are_on_one_side(opened: Opened) -> None:
    for end in ONE_SIDED:
        for pdf in ending(opened, end):
            window = pdf.Root.ViewerPreferences

            assert (window.PrintScaling, window.Duplex) == ("/None", "/Simplex"), end


def test_a_file_to_read_leaves_the_print_window_alone(opened: Opened) -> None:
    for name, pdf in opened.items():
        if not name.endswith((SHEETS, *ONE_SIDED)):
            assert list(pdf.Root.ViewerPreferences.keys()) == ["/DisplayDocTitle"], name


@pytest.mark.parametrize(
    ("turning", "duplex"),
    [("lange zijde", "/DuplexFlipLongEdge"), ("korte zijde", "/DuplexFlipShortEdge"), ("enkelzijdig", "/Simplex")],
)
def test_the_print_window_turns_the_sheet_as_the_scheme_does(write_pdf: Write, turning: str, duplex: str) -> None:
    pdf = write_pdf(lines("voor"), lines("achter"), printing=Printing(turning, 12))

    assert pdf.Root.ViewerPreferences.Duplex == duplex
    assert pdf.Root.ViewerPreferences.NumCopies == 12
