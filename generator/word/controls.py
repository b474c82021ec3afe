"""Fields → content controls (ECMA-376 part 1 §17.5.2): what is filled in stays in its place, under the field's name."""

from hashlib import sha256

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from generator.document.blocks import Blank, Field, Items, Paragraph, Route, Run
from generator.word import names
from generator.word.inlines import add_inlines
from generator.word.lists import SetBlocks
from generator.word.numbering import hang
from generator.word.place import Place
from generator.word.tags import Tag, edge, make, twips

_TICKED, _EMPTY = "☒", "☐"
_SIGNS = "MS Gothic"
"""The font of Word's own boxes: each computer with Word has it."""
_WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
_EDGE = 4
"""Points between the frame of a field and its letters."""


def set_line(field: Field, place: Place) -> None:
    """Appends a field in a frame, that grows with what is written in it."""
    sides = (edge(side, place.looks.colour("lijn"), 0.75, _EDGE) for side in ("top", "left", "bottom", "right"))
    room = make("spacing", before=twips(_EDGE), after=twips(place.looks.style.gap))
    left = make("ind", left=twips(place.left + _EDGE), right=twips(_EDGE + 2))
    paragraph = place.add_paragraph(place.plain_style(), make("pBdr", *sides), room, left)
    paragraph.append(_control(field, place))


def set_blank(block: Blank, place: Place) -> None:
    """Appends a field without a frame of its own: it stands in a cell or a box that has one."""
    style_id = place.plain_style()
    place.add_paragraph(style_id, *place.around(style_id)).append(_control(block.field, place))


def set_choice(field: Field, place: Place) -> None:
    """Appends what both ends of a scale mean, with a list from which one number is chosen."""
    poles = f"{field.options[0]} … {field.options[-1]}: "
    _set_beside(poles, field, place)


def set_stops(block: Route, place: Place) -> None:
    """Appends a line for each stop, to say something of it."""
    for stop, field in zip(block.stops, block.fields, strict=True):
        _set_beside(f"{stop}: ", field, place)


def _set_beside(words: str, field: Field, place: Place) -> None:
    style_id = place.plain_style()
    paragraph = place.add_paragraph(style_id, *place.around(style_id))
    add_inlines(paragraph, (Run(words),), place, place.text_of(style_id))
    paragraph.append(_control(field, place))


def set_ticks(block: Items, place: Place, set_blocks: SetBlocks) -> None:
    """Appends a list of which each item has a box that is ticked with a click."""
    style_id = names.list_style("geen", place.in_cell)
    step = twips(hang(place.looks, place.in_cell))
    for item, field in zip(block.items, block.fields, strict=True):
        paragraph = place.add_paragraph(style_id, make("ind", left=twips(place.left) + step, hanging=step))
        paragraph.append(_control(field, place))
        paragraph.append(make("r", make("tab")))
        first, others = item[:1], item[1:]
        if first and isinstance(first[0], Paragraph):
            add_inlines(paragraph, first[0].content, place, place.text_of(style_id))
        else:
            others = item
        set_blocks(others, place)


def _control(field: Field, place: Place) -> Tag:
    """A control in a line of text, that can be filled in and not be thrown away."""
    about = [make("alias", val=field.name), make("tag", val=field.name), make("id", val=_number(field.name))]
    about.append(make("lock", val="sdtLocked"))
    if field.kind == "vink":
        return make("sdt", make("sdtPr", *about, _box()), make("sdtContent", _letters(_EMPTY, _sign_font())))
    about += [make("showingPlcHdr"), _kind(field, place)]
    hint = make("rPr", make("color", val=place.looks.colour("tweede")))
    return make("sdt", make("sdtPr", *about), make("sdtContent", _letters(field.prompt, hint)))


def _number(name: str) -> int:
    """The number by which Word knows a control: the same for the same name."""
    return int.from_bytes(sha256(name.encode()).digest()[:4], "big") >> 1


def _kind(field: Field, place: Place) -> Tag:
    if field.kind == "datum":
        language = place.making.language
        return make(
            "date",
            make("dateFormat", val="dd-MM-yyyy"),
            make("lid", val=language),
            make("storeMappedDataAs", val="date"),
            make("calendar", val="gregorian"),
        )
    if field.kind == "keuze":
        choices = (make("listItem", displayText=words, value=n) for n, words in enumerate(field.options, 1))
        return make("dropDownList", *choices)
    return make("text", multiLine=int(field.kind == "tekst"))


def _box() -> Tag:
    """Word's box to tick, which came with Word 2010: older ones show it as letters."""
    states = "".join(
        f'<w14:{name} w14:val="{ord(sign):04X}" w14:font="{_SIGNS}"/>'
        for name, sign in (("checkedState", _TICKED), ("uncheckedState", _EMPTY))
    )
    return parse_xml(f'<w14:checkbox xmlns:w14="{_WORD_2010}"><w14:checked w14:val="0"/>{states}</w14:checkbox>')


def _sign_font() -> Tag:
    return make("rPr", make("rFonts", ascii=_SIGNS, hAnsi=_SIGNS, eastAsia=_SIGNS, hint="eastAsia"))


def _letters(text: str, looks: Tag) -> Tag:
    letters = make("t")
    letters.text = text
    letters.set(qn("xml:space"), "preserve")
    return make("r", looks, letters)
