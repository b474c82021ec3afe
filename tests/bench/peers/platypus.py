"""Cards and canvases by reportlab's Platypus: paragraphs and lists in frames, without tags."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A3, A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
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
)

from tests.bench.peers import FACES, FONTS, SECOND, make

FOOT = 14 * mm
"""How high the frame is for the source at the foot of a back."""


def register() -> None:
    """Loads the faces."""
    for face, name in FACES.items():
        pdfmetrics.registerFont(TTFont(f"Source{face}", str(FONTS / name)))


def cards(data: list[dict[str, Any]], output: Path) -> None:
    """A6 cards four up on A4; a back has a frame for its text and one for its foot."""
    corners = [(105 * mm * (at % 2), 148.5 * mm * (1 - at // 2)) for at in range(4)]
    fronts = [_frame(x, y + 0.5 * mm, 148 * mm) for x, y in corners]
    mirrored = [(105 * mm - x, y + 0.5 * mm) for x, y in corners]
    backs = [f for x, y in mirrored for f in (_frame(x, y + FOOT, 148 * mm - FOOT), _frame(x, y, FOOT + 6 * mm))]
    templates = [PageTemplate("front", fronts), PageTemplate("back", backs)]
    BaseDocTemplate(str(output), pagesize=A4, pageTemplates=templates, title="Meting").build(list(_story(data)))


def _frame(x: float, y: float, high: float) -> Frame:
    margin = 6 * mm
    return Frame(x, y, 105 * mm, high, margin, margin, margin, margin)


def _story(data: list[dict[str, Any]]) -> Iterator[Flowable]:
    for start in range(0, len(data), 4):
        if start:
            yield from (NextPageTemplate("front"), PageBreak())
        for at, card in enumerate(data[start : start + 4]):
            if at:
                yield FrameBreak()
            yield from _front(card)
        yield from (NextPageTemplate("back"), PageBreak())
        for at, card in enumerate(data[start : start + 4]):
            if at:
                yield FrameBreak()
            yield from _back(card)


def _front(card: dict[str, Any]) -> Iterator[Flowable]:
    accent = card["accent"]
    yield Paragraph(escape(card["strip"]), _style(9.5, 12.5, 10, True, "#FFFFFF", accent))
    yield Paragraph(escape(card["naam"]), _style(17, 19, 4, True, accent))
    yield from (Paragraph(escape(line), _style(8.5, 12, 0, False, SECOND)) for line in card["meta"])
    for head, text in card["teksten"]:
        yield Paragraph(head, _style(9.5, 12.5, 0.5, True, accent))
        yield Paragraph(escape(text), _style(9.5, 12.5, 3))


def _back(card: dict[str, Any]) -> Iterator[Flowable]:
    for head, mark, texts in zip(card["koppen"], ("1", "bullet"), (card["stappen"], card["tips"]), strict=True):
        yield Paragraph(head, _style(9.5, 12.5, 0.5, True, card["accent"]))
        items = [Paragraph(escape(text), _style(9.5, 12.5, 2)) for text in texts]
        start = {"start": "•"} if mark == "bullet" else {"bulletFormat": "%s."}
        yield ListFlowable(items, bulletType=mark, bulletFontName="SourceB", bulletFontSize=9.5, leftIndent=12, **start)
    yield FrameBreak()
    yield from (Paragraph(escape(line), _style(7, 8.5, 0, False, SECOND)) for line in card["voet"])


@cache
def _style(
    size: float, leading: float, after: float, bold: bool = False, colour: str = "#1A1A1A", back: str = ""
) -> ParagraphStyle:
    return ParagraphStyle(
        f"{size}-{bold}-{colour}",
        fontName=f"Source{'B' if bold else ''}",
        fontSize=size,
        leading=leading,
        spaceAfter=after,
        spaceBefore=8 if bold and size < 10 else 0,
        textColor=HexColor(colour),
        backColor=HexColor(back) if back else None,
        borderPadding=6 if back else 0,
    )


def canvases(data: dict[str, Any], output: Path) -> None:
    """An A3 canvas for each name: its boxes are frames."""
    head = Frame(15 * mm, 252 * mm, 226 * mm, 30 * mm, 0, 0, 0, 0)
    name = Frame(255 * mm, 252 * mm, 100 * mm, 30 * mm, 0, 0, 0, 0)
    boxes = [_box(box) for box in data["vakken"]]
    document = BaseDocTemplate(str(output), pagesize=landscape(A3), title=data["naam"])
    document.addPageTemplates(PageTemplate("canvas", [head, name, *boxes]))
    document.build([part for at, person in enumerate(data["namen"]) for part in _canvas(at, person, data)])


def _box(box: dict[str, Any]) -> Frame:
    wide, high = box["breed"] * 78.8 - 4, box["hoog"] * 80.3 - 4
    x, y = 15 + box["x"] * 78.8, 297 - 45 - box["y"] * 80.3 - high
    return Frame(x * mm, y * mm, wide * mm, high * mm, 3 * mm, 3 * mm, 3 * mm, 3 * mm, showBoundary=1)


def _canvas(at: int, person: str, data: dict[str, Any]) -> Iterator[Flowable]:
    if at:
        yield PageBreak()
    yield Paragraph(escape(data["naam"]), _style(22, 26, 3, True))
    yield Paragraph(escape(data["uitleg"]), _style(10.5, 13.5, 2))
    yield FrameBreak()
    yield Paragraph("Naam", _style(9, 12, 0, False, SECOND))
    yield Paragraph(escape(person), _style(10.5, 13.5, 0, True))
    for number, box in enumerate(data["vakken"], 1):
        yield FrameBreak()
        yield Paragraph(f"{number}. {escape(box['kop'])}", _style(13, 16, 2, True))
        yield from (Paragraph(escape(text), _style(10.5, 13.5, 2, False, SECOND)) for text in box["hulp"])


if __name__ == "__main__":
    register()
    make({"cards": cards, "canvases": canvases})
