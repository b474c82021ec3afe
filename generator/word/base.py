"""The skeleton of a Word file: python-docx's own, without its letter paper, its American English and its clutter."""

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.opc.rel import Relationships
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from generator.word.looks import WordFonts, WordLooks
from generator.word.tags import Tag, make

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_LANGUAGES = {"nl": "nl-NL", "en": "en-GB"}
_COMPATIBILITY = (
    ("compatibilityMode", 15),
    ("overrideTableStyleFontSizeAndJustification", 1),
    ("enableOpenTypeFeatures", 1),
    ("doNotFlipMirrorIndents", 1),
    ("differentiateMultirowTableHeaders", 1),
)


def spoken(language: str) -> str:
    """The language with its country, as Word's spelling wants it."""
    return _LANGUAGES.get(language, language)


def new_file(looks: WordLooks, language: str) -> WordDocument:
    """A file without words, sections or styles."""
    file = docx.Document()
    file.element.body[:] = []
    _drop(file.part.rels, "stylesWithEffects", "customXml", "webSettings", "fontTable")
    _drop(file.part.package.rels, "thumbnail", "extended-properties")
    file.settings.element[:] = _settings(language)
    _add_fonts(file, looks.fonts)
    _add_facts(file)
    _set_theme(file, looks)
    return file


def _settings(language: str) -> list[Tag]:
    dutch = spoken(language).startswith("nl")
    return [
        make("zoom", percent=100),
        make("defaultTabStop", val=709),
        make("autoHyphenation", val=1),
        make("consecutiveHyphenLimit", val=2),
        make("hyphenationZone", val=284),
        make("doNotHyphenateCaps", val=1),
        make("characterSpacingControl", val="doNotCompress"),
        make("compat", *(_compatible(name, value) for name, value in _COMPATIBILITY)),
        make("themeFontLang", val=spoken(language)),
        _scheme(),
        make("decimalSymbol", val="," if dutch else "."),
        make("listSeparator", val=";" if dutch else ","),
    ]


def _compatible(name: str, value: int) -> Tag:
    return make("compatSetting", name=name, uri="http://schemas.microsoft.com/office/word", val=value)


def _scheme() -> Tag:
    pairs = {"bg1": "light1", "t1": "dark1", "bg2": "light2", "t2": "dark2"}
    same = {name: name for name in (*(f"accent{number}" for number in range(1, 7)), "hyperlink", "followedHyperlink")}
    return make("clrSchemeMapping", **pairs, **same)


def _add_fonts(file: WordDocument, fonts: WordFonts) -> None:
    font = make(
        "font",
        make("altName", val=fonts.instead),
        make("charset", val="00"),
        make("family", val="swiss"),
        make("pitch", val="variable"),
        name=fonts.name,
    )
    table = make("fonts", font)
    _add_part(
        file.part,
        "/word/fontTable.xml",
        CONTENT_TYPE.WML_FONT_TABLE,
        RELATIONSHIP_TYPE.FONT_TABLE,
        serialize_part_xml(table),
    )


def _add_facts(file: WordDocument) -> None:
    """docProps/app.xml: what made the file, and nothing about who or on what."""
    space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    made_by = "<Application>Drukklaar</Application><DocSecurity>0</DocSecurity>"
    facts = f'{_XML}<Properties xmlns="{space}">{made_by}</Properties>'
    kind = CONTENT_TYPE.OFC_EXTENDED_PROPERTIES
    _add_part(file.part.package, "/docProps/app.xml", kind, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES, facts.encode())


def _add_part(to: Part | OpcPackage, name: str, kind: str, relation: str, blob: bytes) -> None:
    to.relate_to(Part(PackURI(name), kind, blob), relation)


def _drop(relations: Relationships, *kinds: str) -> None:
    """Leaves parts out of the file: what nothing leads to is not written."""
    for key in [key for key, relation in relations.items() if relation.reltype.endswith(kinds)]:
        del relations[key]


def _set_theme(file: WordDocument, looks: WordLooks) -> None:
    """The theme's fonts and colours, which Word offers first for what somebody adds."""
    theme = parse_xml(file.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob)
    for name in ("a:majorFont", "a:minorFont"):
        for font in theme.iter(qn(name)):
            font.find(qn("a:latin")).set("typeface", looks.fonts.name)
    for name, colour in (("a:accent1", "accent"), ("a:hlink", "link")):
        for tag in theme.iter(qn(name)):
            tag[0].set("val", looks.colour(colour))
    _drop(file.part.rels, "theme")
    _add_part(
        file.part, "/word/theme/theme1.xml", CONTENT_TYPE.OFC_THEME, RELATIONSHIP_TYPE.THEME, serialize_part_xml(theme)
    )
