"""The small HTML of templates → leaves of blocks: each tag, white space, and each fault at its line."""

import pytest

from generator.document.blocks import (
    Area,
    Block,
    Box,
    Cell,
    Diagram,
    Heading,
    Icon,
    Inlines,
    Items,
    LineBreak,
    Lines,
    PageNumber,
    Paragraph,
    Point,
    QrCode,
    Route,
    Row,
    Run,
    Scale,
    Stretch,
    Table,
    TimeStrip,
)
from generator.document.markup import MarkupError, read


def blocks(markup: str) -> tuple[Block, ...]:
    """The blocks of a page that flows."""
    return read(f"<page>{markup}</page>").leaves[0].areas[0].blocks


def inlines(markup: str) -> Inlines:
    """The content of one paragraph."""
    (paragraph,) = blocks(f"<p>{markup}</p>")
    assert isinstance(paragraph, Paragraph)
    return paragraph.content


def paragraph(text: str, role: str = "tekst") -> Paragraph:
    return Paragraph((Run(text),), role)


def cell(text: str, heads: str = "", span: int = 1) -> Cell:
    return Cell((paragraph(text),), heads, span)


@pytest.mark.parametrize("level", [1, 2, 3])
def test_a_heading_has_its_level_and_the_role_of_that_level(level: int) -> None:
    assert blocks(f"<h{level}>Doel</h{level}>") == (Heading(level, (Run("Doel"),), f"kop{level}"),)


def test_a_class_gives_a_heading_another_role_and_an_id_an_anchor() -> None:
    assert blocks('<h1 class="titel" id="hier">Doel</h1>') == (Heading(1, (Run("Doel"),), "titel", "hier"),)


def test_a_paragraph_is_plain_text_unless_its_class_gives_a_role() -> None:
    assert blocks('<p>een</p><p class="hulp">twee</p>') == (paragraph("een"), paragraph("twee", "hulp"))


def test_a_bulleted_list_holds_blocks_for_each_item() -> None:
    found = blocks("<ul><li>een</li><li><p>twee</p><p>drie</p></li></ul>")

    assert found == (Items(((paragraph("een"),), (paragraph("twee"), paragraph("drie")))),)


def test_a_list_of_boxes_to_tick_says_so() -> None:
    assert blocks('<ul class="vink"><li>ja</li></ul>') == (Items(((paragraph("ja"),),), "vink"),)


def test_a_numbered_list_counts_from_its_start() -> None:
    assert blocks('<ol start="3"><li>drie</li></ol>') == (Items(((paragraph("drie"),),), "cijfer", 3),)


def test_lists_nest() -> None:
    inner = Items(((paragraph("twee"),),), "cijfer")

    assert blocks("<ul><li>een<ol><li>twee</li></ol></li></ul>") == (Items(((paragraph("een"), inner),)),)


def test_a_table_has_widths_a_head_rows_a_role_and_a_summary() -> None:
    found = blocks(
        '<table breedtes="20 80.5" class="kaal" samenvatting="Wie wat doet">'
        "<thead><tr><th>wie</th><th>wat</th></tr></thead>"
        "<tbody><tr><td>Ans</td><td>koffie</td></tr></tbody></table>"
    )

    head = Row((cell("wie", "kolom"), cell("wat", "kolom")))
    row = Row((cell("Ans"), cell("koffie")))
    assert found == (Table((20, 80.5), head, (row,), "kaal", "Wie wat doet"),)


def test_a_row_without_a_body_around_it_counts_as_well() -> None:
    (table,) = blocks('<table breedtes="1"><tr class="pauze"><td>koffie</td></tr></table>')

    assert table == Table((1,), None, (Row((cell("koffie"),), "pauze"),))


def test_a_head_beside_ordinary_cells_is_the_head_of_its_row() -> None:
    (table,) = blocks('<table breedtes="1 2"><tr><th>waar</th><td>Utrecht</td></tr></table>')

    assert table == Table((1, 2), None, (Row((cell("waar", "rij"), cell("Utrecht"))),))


def test_a_cell_may_span_columns() -> None:
    (table,) = blocks('<table breedtes="1 2"><tr><td colspan="2">alles</td></tr></table>')

    assert table == Table((1, 2), None, (Row((cell("alles", span=2),)),))


def test_writing_lines_have_a_count_or_fill_what_there_is() -> None:
    assert blocks('<lijnen aantal="4"/><lijnen/>') == (Lines(4), Lines(None))


def test_a_scale_has_two_poles() -> None:
    found = blocks('<schaal links="weinig" rechts="veel" punten="7" alt="van weinig naar veel"/>')

    assert found == (Scale("weinig", "veel", 7, "van weinig naar veel"),)


def test_a_route_has_its_stops() -> None:
    found = blocks('<route alt="een weg"><halte>start</halte> <halte>nu</halte></route>')

    assert found == (Route(("start", "nu"), "een weg"),)


def test_a_qr_code_leads_to_an_address() -> None:
    assert blocks('<qr url="https://a.nl/?b=1&amp;c=2" alt="naar a.nl"/>') == (
        QrCode("https://a.nl/?b=1&c=2", "naar a.nl"),
    )


@pytest.mark.parametrize("kind", ["zeggen", "let-op", "tip", "variant"])
def test_a_box_is_of_its_kind(kind: str) -> None:
    assert blocks(f'<kader soort="{kind}"><p>hoor eens</p></kader>') == (Box(kind, (paragraph("hoor eens"),)),)


def test_a_quote_is_what_somebody_says() -> None:
    assert blocks("<blockquote><p>Welkom!</p></blockquote>") == (Box("zeggen", (paragraph("Welkom!"),)),)


@pytest.mark.parametrize(
    ("words", "kind"),
    [("Let op:", "let-op"), ("LET OP", "let-op"), ("Tip:", "tip"), ("Variant", "variant"), ("Samen", "zeggen")],
)
def test_a_quote_that_opens_with_a_bold_word_is_the_box_of_that_word(words: str, kind: str) -> None:
    (box,) = blocks(f"<blockquote><p><strong>{words}</strong> kijk uit</p></blockquote>")

    assert isinstance(box, Box)
    assert box.kind == kind
    assert box.blocks == (Paragraph((Run(words, bold=True), Run(" kijk uit"))),)


def test_a_time_strip_has_its_stretches() -> None:
    found = blocks('<tijdstrook alt="het programma"><stuk minuten="15"/><stuk minuten="10" stil="ja"/></tijdstrook>')

    assert found == (TimeStrip((Stretch(15), Stretch(10, quiet=True)), "het programma"),)


def test_a_div_is_no_more_than_what_stands_in_it() -> None:
    assert blocks("<div><p>een</p><div>twee</div></div>") == (paragraph("een"), paragraph("twee"))


@pytest.mark.parametrize(
    "empty", ["<p> </p>", "<h1/>", "<ul/>", '<kader soort="tip"/>', "<blockquote/>", '<table breedtes="1"/>', "<div/>"]
)
def test_what_is_empty_is_left_out(empty: str) -> None:
    assert blocks(empty) == ()


@pytest.mark.parametrize(
    ("markup", "run"),
    [
        ("<strong>a</strong>", Run("a", bold=True)),
        ("<b>a</b>", Run("a", bold=True)),
        ("<em>a</em>", Run("a", italic=True)),
        ("<i>a</i>", Run("a", italic=True)),
        ("<em><strong>a</strong></em>", Run("a", bold=True, italic=True)),
        ('<a href="https://a.nl">a</a>', Run("a", link="https://a.nl")),
        ('<strong><a href="#hier">a</a></strong>', Run("a", bold=True, link="#hier")),
    ],
)
def test_letters_have_their_way_of_writing(markup: str, run: Run) -> None:
    assert inlines(markup) == (run,)


def test_pictograms_breaks_and_page_numbers_stand_in_a_line() -> None:
    found = inlines('<icoon naam="duur" alt="duur"/> a<br/>b <pagina/> van <paginas/>')

    assert found == (
        Icon("duur", "duur"),
        Run(" a"),
        LineBreak(),
        Run("b "),
        PageNumber(),
        Run(" van "),
        PageNumber(count=True),
    )


def test_neighbours_that_look_alike_become_one_run() -> None:
    assert inlines("a<em>b</em><em>c</em> &amp; d") == (Run("a"), Run("bc", italic=True), Run(" & d"))


def test_loose_text_makes_a_paragraph_beside_blocks() -> None:
    found = blocks("een <em>twee</em><p>drie</p>vier")

    assert found == (
        Paragraph((Run("een "), Run("twee", italic=True))),
        paragraph("drie"),
        paragraph("vier"),
    )


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("  a  b \n\t c  ", "a b c"),
        ("a <em/> b", "a b"),
        ("\n\na\n\n", "a"),
    ],
)
def test_white_space_is_folded(markup: str, text: str) -> None:
    assert inlines(markup) == (Run(text),)


def test_no_white_space_is_left_at_a_break_or_doubled_between_runs() -> None:
    assert inlines("a <em> b</em><br/> c") == (Run("a "), Run("b", italic=True), LineBreak(), Run("c"))


def test_a_hard_space_is_a_letter() -> None:
    assert inlines("10\N{NO-BREAK SPACE}min \N{NO-BREAK SPACE}") == (Run("10\N{NO-BREAK SPACE}min \N{NO-BREAK SPACE}"),)


def test_a_page_without_areas_flows() -> None:
    (leaf,) = read('<page liggend="ja" accent="reflectie"><p>a</p></page>').leaves

    assert (leaf.flows, leaf.lying, leaf.accent) == (True, True, "reflectie")


def test_areas_stand_where_the_raster_draws_them() -> None:
    (leaf,) = read(
        '<page raster="a a / b c" rijen="9mm rest" kolommen="rest 14,5mm">'
        '<area name="a" vlak="accent" patroon="reflectie"><p>een</p></area>'
        '<area name="b" kader="ja"/><area name="c"/></page>'
    ).leaves

    assert (leaf.raster, leaf.rows, leaf.columns, leaf.flows) == (
        ("a a", "b c"),
        ("9mm", "rest"),
        ("rest", "14,5mm"),
        False,
    )
    assert leaf.areas == (
        Area("a", (paragraph("een"),), fill="accent", pattern="reflectie"),
        Area("b", (), frame=True),
        Area("c", ()),
    )


def test_rows_share_the_height_when_nothing_is_said() -> None:
    (leaf,) = read('<page raster="a / b"><area name="a"/><area name="b"/></page>').leaves

    assert leaf.rows == ("rest", "rest")


def test_the_running_head_and_foot_stand_apart() -> None:
    body = read('<header><p>boven</p></header><page/><footer><p class="voet">onder</p><p>rechts</p></footer>')

    assert (body.header, body.footer) == ((paragraph("boven"),), (paragraph("onder", "voet"), paragraph("rechts")))
    assert len(body.leaves) == 1


@pytest.mark.parametrize(
    ("markup", "line", "words"),
    [
        ("<page>\n<p>a\n</page>", 3, "mismatched tag"),
        ("<page>\n\na & b</page>", 3, "not well-formed"),
        ("<page>&euro;</page>", 1, "undefined entity"),
        ("<page>\n<video/></page>", 2, "<video> is no tag that a template knows"),
        ("<page><p>a\n<h1>b</h1></p></page>", 2, "<h1> can't stand in a line of text"),
        ("\n<p>a</p>", 2, "<p> can't stand in <body>"),
        ("<page/>\nlos", 1, "a text can't stand loose in <body>"),
        ("<page><ul>\n<p>a</p></ul></page>", 2, "<p> can't stand in <ul>"),
        ("<page>\n<ul>a</ul></page>", 2, "a text can't stand loose in <ul>"),
        ('<page>\n<ul class="ster"><li>a</li></ul></page>', 2, "class of <ul> must be one of punt, vink"),
        ('<page>\n<ol start="een"><li>a</li></ol></page>', 2, "start of <ol> must be a number"),
        ('<page>\n<ol start="-1"><li>a</li></ol></page>', 2, "start of <ol> must be a number"),
        ('<page>\n<schaal links="a" rechts="b" alt="c" punten="0"/></page>', 2, "punten of <schaal> must be a number"),
        ('<page>\n<table breedtes="1"><tr>\n<td colspan="0"/></tr></table></page>', 3, "colspan of <td> must be"),
        ("", 1, "<body> needs page"),
        ("<header>\n<h1>a</h1></header><page/>", 2, "<h1> can't stand in <header>"),
        ("<page>\n<table/></page>", 2, "<table> needs breedtes"),
        ('<page>\n<table breedtes="1 breed"/></page>', 2, "breedtes must be numbers"),
        ('<page>\n<table breedtes="1 0"/></page>', 2, "breedtes must be numbers"),
        ('<page>\n<table breedtes="1 2"><tr><td/></tr></table></page>', 2, "another number of cells than breedtes"),
        ('<page>\n<icoon alt="x"/></page>', 2, "<icoon> needs naam"),
        ("<page>\n<a>x</a></page>", 2, "<a> needs href"),
        ('<page>\n<schaal links="a" alt="b"/></page>', 2, "<schaal> needs rechts"),
        ('<page>\n<route alt="b"/></page>', 2, "<route> needs halte"),
        ("<page>\n<kader>a</kader></page>", 2, "<kader> needs soort"),
        ('<page>\n<kader soort="tips">a</kader></page>', 2, "soort of <kader> must be one of zeggen, let-op, tip"),
        ('<page>\n<area name="a"/></page>', 1, "<page> needs raster"),
        ('<page raster="a"><area/></page>', 1, "<area> needs name"),
        ('<page raster="a a / b"><area name="a"/></page>', 1, "row 2 of the raster has another number of names"),
        ('<page raster="a b / b a"><area name="a"/><area name="b"/></page>', 1, "a is no rectangle in the raster"),
        ('<page raster="a"><area name="b"/></page>', 1, "b has no place in the raster"),
        ('<page raster="a b"><area name="a"/></page>', 1, "the raster names b"),
        ('<page raster="a"><area name="a"/><area name="a"/></page>', 1, "two boxes are called a"),
        ('<page raster="a" rijen="rest rest"><area name="a"/></page>', 1, "rijen must give each row"),
        ('<page raster="a" rijen="9cm"><area name="a"/></page>', 1, "9cm is no length in rijen"),
        ('<page raster="a" kolommen="rest 9mm"><area name="a"/></page>', 1, "kolommen must give each column"),
        ('<page raster="a" kolommen="auto"><area name="a"/></page>', 1, "auto is no length in kolommen"),
        ('<page raster="a"><area name="a"/><p>b</p></page>', 1, "<p> can't stand in <page>"),
        ('<!DOCTYPE x [<!ENTITY a "b">]><page/>', 1, "not whole"),
    ],
)
def test_a_fault_is_told_with_its_line(markup: str, line: int, words: str) -> None:
    with pytest.raises(MarkupError) as caught:
        read(markup)

    assert words in str(caught.value)
    assert caught.value.line == line


def test_a_drawing_holds_a_middle_and_points_with_their_signs() -> None:
    middle, points = "<midden><p>hart</p></midden>", '<punt nummer="1" icoon="doel" accent="rood"><h2>een</h2></punt>'

    found = blocks(f'<tekening vorm="cirkel" alt="kring">{middle}{points}<punt>twee</punt></tekening>')

    first = Point((Heading(2, (Run("een"),), "kop2"),), "1", "doel", "rood")
    second = Point((paragraph("twee"),))
    assert found == (Diagram("cirkel", (first, second), "kring", (paragraph("hart"),)),)


def test_a_drawing_to_write_in_says_so() -> None:
    found = blocks('<tekening vorm="bloem" alt="bloem" schrijven="ja"><punt>een</punt></tekening>')

    assert found == (Diagram("bloem", (Point((paragraph("een"),)),), "bloem", (), True),)


@pytest.mark.parametrize(
    ("markup", "what"),
    [
        ('<tekening vorm="weg" alt="weg"/>', "<tekening> needs punt"),
        ('<tekening alt="weg"><punt>een</punt></tekening>', "<tekening> needs vorm"),
        ('<tekening vorm="weg"><punt>een</punt></tekening>', "<tekening> needs alt"),
        (
            '<tekening vorm="ster" alt="ster"><punt>een</punt></tekening>',
            "vorm of <tekening> must be one of cirkel, bloem, weg, route",
        ),
        (
            '<tekening vorm="weg" alt="weg"><midden>hart</midden><punt>een</punt></tekening>',
            "<midden> can't stand in <tekening weg>",
        ),
        ('<tekening vorm="weg" alt="weg">los</tekening>', "a text can't stand loose in <tekening>"),
        ('<tekening vorm="weg" alt="weg"><halte>een</halte></tekening>', "<halte> can't stand in <tekening>"),
    ],
)
def test_a_drawing_that_lacks_something_is_refused(markup: str, what: str) -> None:
    with pytest.raises(MarkupError) as caught:
        blocks(markup)

    assert str(caught.value.what) == what


def test_a_list_may_have_a_pictogram_for_its_points() -> None:
    assert blocks('<ul icoon="wel"><li>ja</li></ul>') == (Items(((paragraph("ja"),),), icon="wel"),)


def test_an_area_may_have_an_accent_of_its_own_and_its_text_at_the_top() -> None:
    (leaf,) = read('<page raster="a"><area name="a" vlak="tint" accent="rood" boven="ja">een</area></page>').leaves

    assert leaf.areas == (Area("a", (paragraph("een"),), fill="tint", accent="rood", at_top=True),)


@pytest.mark.parametrize(
    ("markup", "made"),
    [
        ('<p veld="doel">een</p>', (Paragraph((Run("een"),), origin="doel"),)),
        ('<h1 veld="titel">een</h1>', (Heading(1, (Run("een"),), "kop1", origin="titel"),)),
        ('<ul veld="doelen"><li>een</li></ul>', (Items(((paragraph("een"),),), origin="doelen"),)),
        ('<div veld="doel">een<p veld="eigen">twee</p></div>',
         (Paragraph((Run("een"),), origin="doel"), Paragraph((Run("twee"),), origin="eigen"))),
        ('<kader soort="tip" veld="tips"><p>een</p></kader>', (Box("tip", (paragraph("een"),), "tips"),)),
        ('<ul><li veld="a">een</li></ul>', (Items(((Paragraph((Run("een"),), origin="a"),),)),)),
        ('<div veld="a"><lijnen aantal="2"/></div>', (Lines(2),)),
        ('<table breedtes="1"><tr><td veld="duur">10 min</td></tr></table>',
         (Table((1.0,), None, (Row((Cell((Paragraph((Run("10 min"),), origin="duur"),)),)),)),)),
    ],
)  # fmt: skip
def test_a_block_knows_the_field_that_it_tells(markup: str, made: tuple[Block, ...]) -> None:
    assert blocks(markup) == made
