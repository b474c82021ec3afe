"""Documents → the same sheets as somebody would make them with reportlab's Platypus: untagged, without pictograms."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from xml.sax.saxutils import escape

from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, FrameBreak, PageTemplate, Paragraph, Spacer

from generator.design import Design
from generator.document.blocks import Block, Document, Heading, Inlines, Items, Leaf, Run
from generator.document.blocks import Paragraph as Prose
from generator.document.style import TextStyle
from generator.page.imposition import behind, slots, trim
from generator.page.items import Colour
from generator.pdf.fonts import FACES

FAMILY = "kaart"


def register(design: Design) -> None:
    """Loads the four faces of the house style as one family."""
    names = [f"{FAMILY}-{face}" for face in FACES]
    for name, face in zip(names, FACES, strict=True):
        pdfmetrics.registerFont(TTFont(name, str(design.files[getattr(design.house.lettertypen, face)])))
    pdfmetrics.registerFontFamily(names[0], *names)


def sheets(documents: Sequence[Document], design: Design) -> bytes:
    """A6 frames at the four places of each side of A4."""
    scheme, paper = design.schemes["kantoor"], design.paper("A6")
    places = {"front": slots(scheme), "back": [behind(slot, scheme) for slot in slots(scheme)]}
    templates = []
    for name, side in places.items():
        frames = []
        for slot in side:
            box = trim(slot, scheme)
            low = scheme.sheet.height - box.bottom
            frames.append(Frame(box.x, low, box.width, box.height, *[paper.left] * 4))
        templates.append(PageTemplate(name, frames, autoNextPageTemplate="back" if name == "front" else "front"))
    file = BytesIO()
    size = scheme.sheet.width, scheme.sheet.height
    BaseDocTemplate(file, pagesize=size, pageTemplates=templates, title=documents[0].title).build(
        list(_story(documents, _Styles(design), scheme.places))
    )
    return file.getvalue()


def _story(documents: Sequence[Document], styles: "_Styles", places: int) -> Iterator[Flowable]:
    for start in range(0, len(documents), places):
        cards = documents[start : start + places]
        for side in (0, 1):
            for card in cards:
                yield from _side(card.leaves[side], styles)
                yield FrameBreak()
            yield from [FrameBreak()] * (places - len(cards))


def _side(leaf: Leaf, styles: "_Styles") -> Iterator[Flowable]:
    for area in leaf.areas:
        for block in area.blocks:
            yield from _flowables(block, styles, leaf.accent)
        yield Spacer(0, styles.gap)


def _flowables(block: Block, styles: "_Styles", accent: str) -> Iterator[Flowable]:
    if isinstance(block, Heading | Prose):
        yield Paragraph(_markup(block.content), styles.of(block.role, accent))
    elif isinstance(block, Items):
        for number, (item,) in enumerate(block.items, block.start):
            bullet = f"{number}." if block.mark == "cijfer" else "•"
            assert isinstance(item, Prose)
            yield Paragraph(_markup(item.content), styles.of("lijst", accent), bulletText=bullet)
    else:
        raise TypeError(block)


def _markup(content: Inlines) -> str:
    return "".join(_run(part) for part in content if isinstance(part, Run)).strip()


def _run(run: Run) -> str:
    text = escape(run.text)
    if run.bold:
        return f"<b>{text}</b>"
    return f"<i>{text}</i>" if run.italic else text


class _Styles:
    """The card's roles as Platypus styles, each made once."""

    def __init__(self, design: Design) -> None:
        self._design, self._style = design, design.house.style("kaart")
        self._made: dict[tuple[str, str], ParagraphStyle] = {}
        self.gap = self._style.gap

    def of(self, role: str, accent: str) -> ParagraphStyle:
        key = role, accent
        if key not in self._made:
            self._made[key] = self._make(role, self._style.role(role), accent)
        return self._made[key]

    def _make(self, role: str, text: TextStyle, accent: str) -> ParagraphStyle:
        palette = self._design.house.palette(accent)
        indent = text.size * 1.2 if role == "lijst" else 0
        return ParagraphStyle(
            f"{role}-{accent}",
            fontName=f"{FAMILY}-{'vet' if text.bold else 'gewoon'}",
            fontSize=text.size,
            leading=text.leading,
            textColor=_colour(palette[text.colour]),
            backColor=_colour(palette["accent"]) if role == "strip" else None,
            spaceBefore=text.before,
            spaceAfter=text.after,
            leftIndent=indent,
            bulletFontName=f"{FAMILY}-gewoon",
            bulletFontSize=text.size,
        )


def _colour(colour: Colour) -> Color:
    return Color(colour.red, colour.green, colour.blue)
