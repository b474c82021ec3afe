"""Documents → the same sheets as somebody would make them with reportlab's Platypus: the same looks, without tags."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from xml.sax.saxutils import escape

from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    ListFlowable,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Table,
)

from generator.design import Design
from generator.document.blocks import Block, Document, Heading, Icon, Inlines, Items, Leaf, Run
from generator.document.blocks import Paragraph as Prose
from generator.document.style import TextStyle
from generator.page.imposition import behind, slots, trim
from generator.page.items import MM, Box, Colour, Shape
from generator.page.text import FACES

FAMILY = "kaart"
FOOT = 18 * MM
"""How high the frame is for the source at the foot of a back, with the card's margin."""


def register(design: Design) -> None:
    """Loads the four faces of the house style as one family."""
    names = [f"{FAMILY}-{face}" for face in FACES]
    for name, face in zip(names, FACES, strict=True):
        pdfmetrics.registerFont(TTFont(name, str(design.files[getattr(design.house.lettertypen, face)])))
    pdfmetrics.registerFontFamily(names[0], *names)


def sheets(documents: Sequence[Document], design: Design) -> bytes:
    """A6 cards at the four places of each side of A4; a back has a frame for its text and one for its foot."""
    scheme, margin = design.schemes["kantoor"], design.paper("A6").left
    high = scheme.sheet.height
    fronts = [_frame(trim(slot, scheme), margin, high) for slot in slots(scheme)]
    backs = [
        frame for slot in slots(scheme) for frame in _text_and_foot(behind(trim(slot, scheme), scheme), margin, high)
    ]
    templates = [PageTemplate("front", fronts), PageTemplate("back", backs)]
    file = BytesIO()
    title, size = documents[0].title, (scheme.sheet.width, high)
    story = list(_Story(design).flowables(documents, scheme.places))
    BaseDocTemplate(file, pagesize=size, pageTemplates=templates, title=title).build(story[:-1])
    return file.getvalue()


def _frame(box: Box, margin: float, high: float) -> Frame:
    return Frame(box.x, high - box.bottom, box.width, box.height, *[margin] * 4)


def _text_and_foot(box: Box, margin: float, high: float) -> tuple[Frame, Frame]:
    low = high - box.bottom
    text = Frame(box.x, low + FOOT, box.width, box.height - FOOT, margin, 0, margin, margin)
    return text, Frame(box.x, low, box.width, FOOT, margin, margin, margin, 0)


class _Pictogram(Flowable):  # type: ignore[misc]  # reportlab brings no types
    """A shape, drawn once as a form and then used."""

    def __init__(self, shape: Shape, side: float, colour: Color) -> None:
        super().__init__()
        self.width = self.height = side
        self._shape, self._colour = shape, colour

    def draw(self) -> None:
        """Called by Platypus, with the lower left corner as origin."""
        canvas, size = self.canv, self._shape.size
        if not canvas.hasForm(self._shape.name):
            canvas.beginForm(self._shape.name, 0, 0, size.width, size.height)
            self._draw_paths()
            canvas.endForm()
        canvas.saveState()
        canvas.setStrokeColor(self._colour)
        canvas.scale(self.width / size.width, self.height / size.height)
        canvas.doForm(self._shape.name)
        canvas.restoreState()

    def _draw_paths(self) -> None:
        canvas, high = self.canv, self._shape.size.height
        path = canvas.beginPath()
        draw = {"m": path.moveTo, "l": path.lineTo, "c": path.curveTo, "h": path.close}
        for operator, numbers in self._shape.paths:
            draw[operator](*[high - n if at % 2 else n for at, n in enumerate(numbers)])
        canvas.setLineWidth(self._shape.line)
        canvas.drawPath(path)


class _Story:
    """Blocks as flowables; each style is made once."""

    def __init__(self, design: Design) -> None:
        self._design, self._style = design, design.house.style("kaart")
        self._made: dict[tuple[str, str], ParagraphStyle] = {}

    def flowables(self, documents: Sequence[Document], places: int) -> Iterator[Flowable]:
        """All fronts of a sheet, then its backs."""
        for start in range(0, len(documents), places):
            for side, following in ((0, "back"), (1, "front")):
                yield NextPageTemplate(following)
                for number, card in enumerate(documents[start : start + places]):
                    if number:
                        yield FrameBreak
                    yield from self._side(card.leaves[side])
                yield PageBreak()

    def _side(self, leaf: Leaf) -> Iterator[Flowable]:
        for area in leaf.areas:
            if area.name == "bron":
                yield FrameBreak
            yield from (self._flowable(block, leaf.accent) for block in area.blocks)

    def _flowable(self, block: Block, accent: str) -> Flowable:
        match block:
            case Heading():
                return Paragraph(_markup(block.content), self._look(block.role, accent))
            case Prose(content=(Icon() as icon, *_)):
                return self._with_pictogram(icon, block, accent)
            case Prose():
                return Paragraph(_markup(block.content), self._look(block.role, accent))
            case Items():
                return self._list(block, accent)
            case _:
                raise TypeError(block)

    def _with_pictogram(self, icon: Icon, block: Prose, accent: str) -> Flowable:
        look = self._look(block.role, accent)
        picture = _Pictogram(self._design.shapes[icon.name], look.fontSize * 1.15, look.textColor)
        padding = 6.0 if block.role == "strip" else 0.0
        cells = [("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
        cells += [(f"{side}PADDING", (0, 0), (-1, -1), padding) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]
        if block.role == "strip":
            cells.append(("BACKGROUND", (0, 0), (-1, -1), _colour(self._design.house.palette(accent)["accent"])))
        wide = look.fontSize * 1.5 + 2 * padding
        row = [picture, Paragraph(_markup(block.content), look)]
        return Table([row], colWidths=[wide, 93 * MM - wide], style=cells, hAlign="LEFT")

    def _list(self, block: Items, accent: str) -> Flowable:
        look = self._look("lijst", accent)
        numbered = block.mark == "cijfer"
        return ListFlowable(
            [Paragraph(_markup(item[0].content), look) for item in block.items if isinstance(item[0], Prose)],
            bulletType="1" if numbered else "bullet",
            start=block.start if numbered else "•",
            bulletFormat="%s." if numbered else None,
            bulletFontName=f"{FAMILY}-{'vet' if numbered else 'gewoon'}",
            bulletFontSize=look.fontSize,
            bulletColor=_colour(self._design.house.palette(accent)["accent"]),
            leftIndent=look.fontSize * 1.2,
        )

    def _look(self, role: str, accent: str) -> ParagraphStyle:
        key = role, accent
        if key not in self._made:
            self._made[key] = self._make(role, self._style.role(role), accent)
        return self._made[key]

    def _make(self, role: str, text: TextStyle, accent: str) -> ParagraphStyle:
        return ParagraphStyle(
            f"{role}-{accent}",
            fontName=f"{FAMILY}-{'vet' if text.bold else 'gewoon'}",
            fontSize=text.size,
            leading=text.leading,
            textColor=_colour(self._design.house.palette(accent)[text.colour]),
            spaceBefore=text.before,
            spaceAfter=text.after,
        )


def _markup(content: Inlines) -> str:
    return "".join(_run(part) for part in content if isinstance(part, Run)).strip()


def _run(run: Run) -> str:
    text = escape(run.text)
    if run.bold:
        return f"<b>{text}</b>"
    return f"<i>{text}</i>" if run.italic else text


def _colour(colour: Colour) -> Color:
    return Color(colour.red, colour.green, colour.blue)
