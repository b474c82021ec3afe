"""Letters of anybody's Word file are read as they are shown."""

import pytest

from generator.document.blocks import Inlines, LineBreak, PageNumber, Paragraph, Run

from .packages import paragraph, parts_of, relation, zipped
from .reading import blocks, read, run

STYLES = """
<w:style w:type="paragraph" w:styleId="Vet"><w:name w:val="Vet"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Schuin"><w:name w:val="Schuin"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Sterk"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Nadruk"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Weg"><w:name w:val="Weg"/><w:rPr><w:vanish/></w:rPr></w:style>
"""


def part(kind: str) -> str:
    """A run that begins a field, begins its result, or ends it."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def field(code: str, result: str, within: str = "") -> str:
    """A complex field, with another one `within` its code."""
    asked = f"<w:r><w:instrText>{code}</w:instrText></w:r>{within}"
    return part("begin") + asked + part("separate") + result + part("end")


def line(inside: str, style: str = "", **more: str) -> Inlines:
    """The letters of a body of one paragraph."""
    (found,) = blocks(f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inside}</w:p>', styles=STYLES, **more)
    assert isinstance(found, Paragraph)
    return found.content


@pytest.mark.parametrize(
    ("letters", "style", "bold", "italic"),
    [
        ("<w:b/>", "", True, False),
        ('<w:b w:val="true"/><w:i w:val="1"/>', "", True, True),
        ('<w:b w:val="0"/>', "", False, False),
        ('<w:b w:val="false"/>', "Vet", True, False),
        ("", "Vet", False, False),
        ("<w:b/>", "Vet", False, False),
        ('<w:rStyle w:val="Sterk"/>', "", True, False),
        ('<w:rStyle w:val="Sterk"/>', "Vet", True, False),
        ('<w:rStyle w:val="Sterk"/><w:b/>', "Vet", True, False),
        ('<w:rStyle w:val="Sterk"/><w:b w:val="0"/>', "", False, False),
        ('<w:rStyle w:val="Nadruk"/>', "Schuin", False, True),
        ('<w:rStyle w:val="Nadruk"/><w:i w:val="0"/>', "Schuin", False, True),
        ('<w:rStyle w:val="Onbekend"/>', "Onbekend", False, False),
    ],
)
def test_emphasis_is_what_differs_from_the_paragraph(letters: str, style: str, bold: bool, italic: bool) -> None:
    assert line(run("a", letters), style) == (Run("a", bold, italic),)


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", (Run("a\u2003b"),)),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>", (Run("a"), LineBreak(), Run("b"))),
        ('<w:r><w:br w:type="page"/><w:t>b</w:t><w:cr/></w:r>', (Run("b"),)),
        ("<w:r><w:t>on</w:t><w:softHyphen/><w:t>der</w:t><w:noBreakHyphen/></w:r>", (Run("on\u00adder\u2011"),)),
        ('<w:r><w:t>b </w:t><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>', (Run("b →"),)),
        ('<w:r><w:t>b </w:t><w:sym w:font="Symbol" w:char="0061"/></w:r>', (Run("b α"),)),
        ('<w:r><w:t>b </w:t><w:sym w:font="Wingdings" w:char="zzz"/></w:r>', (Run("b"),)),
        ("<w:r><w:rPr><w:rFonts w:ascii='Wingdings'/></w:rPr><w:t>b \uf0fc</w:t></w:r>", (Run("b ✓"),)),
        ('<w:fldSimple w:instr="DATE"><w:r><w:t>3 mei</w:t></w:r></w:fldSimple>', (Run("3 mei"),)),
        (field("PAGE", "<w:r><w:t>7</w:t></w:r>"), (PageNumber(),)),
        (field(' HYPERLINK "https://a.nl" ', run("hier", "<w:u/>")), (Run("hier", link="https://a.nl"),)),
        (field('HYPERLINK \\l "kop"', run("daar")), (Run("daar", link="#kop"),)),
        (field('HYPERLINK "javascript:x"', run("nee")), (Run("nee"),)),
        (field("MACROBUTTON Geen [klik hier]", ""), (Run("[klik hier]"),)),
        (field("IF ", run("blijft"), field("MERGEFIELD x", run("weg"))), (Run("blijft"),)),
        ('<w:hyperlink r:id="l"><w:r><w:t>web</w:t></w:r></w:hyperlink>', (Run("web", link="https://b.nl"),)),
        ('<w:hyperlink w:anchor="kop"><w:r><w:t>kop</w:t></w:r></w:hyperlink>', (Run("kop", link="#kop"),)),
        ("<w:smartTag><w:r><w:t>slim</w:t></w:r></w:smartTag>", (Run("slim"),)),
        ("<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>vol</w:t></w:r></w:sdtContent></w:sdt>", (Run("vol"),)),
        (
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Klik</w:t></w:r></w:sdtContent></w:sdt>"
            + run("rest"),
            (Run("rest"),),
        ),
        (
            "<w:ins><w:r><w:t>nieuw</w:t></w:r></w:ins><w:del><w:r><w:delText>oud</w:delText></w:r></w:del>"
            "<w:moveTo><w:r><w:t> hier</w:t></w:r></w:moveTo><w:moveFrom><w:r><w:t>daar</w:t></w:r></w:moveFrom>",
            (Run("nieuw hier"),),
        ),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>x</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>b</w:t></w:r></w:rubyBase></w:ruby></w:r>",
            (Run("b"),),
        ),
    ],
)
def test_letters_are_read_as_they_are_shown(inside: str, expected: Inlines) -> None:
    found = line(inside, relations=relation("l", "hyperlink", "https://b.nl", external=True))

    assert found == expected


def test_a_field_that_never_ends_hides_no_words() -> None:
    begin = part("begin") + "<w:r><w:instrText>X</w:instrText></w:r>"

    assert blocks(f"<w:p>{begin}{run('een')}</w:p>{paragraph('twee')}") == (
        Paragraph((Run("een"),)),
        Paragraph((Run("twee"),)),
    )


def test_hidden_text_and_comments_are_kept_as_notes() -> None:
    comments = f'<w:comment w:id="0">{paragraph("Klopt dit?")}</w:comment>'
    hidden = run("geheim", "<w:vanish/>") + run(" stil", '<w:rStyle w:val="Weg"/>')
    body = f"<w:p>{run('zichtbaar')}{hidden}</w:p>"

    told = read(zipped(parts_of(body, comments=comments, styles=STYLES)))

    assert told.blocks == (Paragraph((Run("zichtbaar"),)),)
    assert [str(note.what) for note in told.notes] == [
        "hidden text is left out: geheim",
        "hidden text is left out: stil",
        "a comment is no part of the text: Klopt dit?",
    ]


def test_a_comment_of_any_length_keeps_all_its_words() -> None:
    long = " ".join(f"woord{number}" for number in range(200))
    told = read(zipped(parts_of("", comments=f'<w:comment w:id="0">{paragraph(long)}</w:comment>')))

    said = " ".join(str(note.what).partition(": ")[2] for note in told.notes)
    assert said == long


def test_notes_stand_at_the_end_with_their_marks() -> None:
    reference = '<w:r><w:{}Reference w:id="{}"/></w:r>'
    body = f"<w:p>{run('een')}{reference.format('footnote', 2)}{run(' twee')}{reference.format('endnote', 1)}</w:p>"
    footnotes = (
        f'<w:footnote w:id="0">{paragraph("streep")}</w:footnote><w:footnote w:id="2">{paragraph("voet")}</w:footnote>'
    )
    endnotes = f'<w:endnote w:id="1">{paragraph("eind")}</w:endnote>'

    told = read(zipped(parts_of(body, footnotes=footnotes, endnotes=endnotes)))

    assert [block.content for block in told.blocks if isinstance(block, Paragraph)] == [
        (Run("een¹ twee²"),),
        (Run("¹ voet"),),
        (Run("² eind"),),
    ]
    assert [str(note.what) for note in told.notes] == ["2 footnotes now stand at the end"]
