"""Cards and canvases by fpdf2: cells of text, one under the other, without tags."""

from pathlib import Path
from typing import Any

from fpdf import FPDF
from fpdf.enums import XPos, YPos

from tests.bench.peers import FACES, FONTS, SECOND, make

INK = "#1A1A1A"


class Pages(FPDF):
    """Text in a column at a place, in millimetres."""

    def __init__(self, orientation: str, size: str) -> None:
        super().__init__(orientation, "mm", size)
        for face, name in FACES.items():
            self.add_font("Source", face, FONTS / name)
        self.set_auto_page_break(False)
        self.c_margin = 0
        self.set_lang("nl")

    def text_in(self, x: float, wide: float, text: str, size: float, leading: float, face: str = "",
                colour: str = INK) -> None:  # fmt: skip
        """A paragraph at x, below what was last set; size and leading in points."""
        self.set_font("Source", face, size)
        self.set_text_color(colour)
        self.set_x(x)
        self.multi_cell(wide, leading * 25.4 / 72, text, align="L", new_x=XPos.LEFT, new_y=YPos.NEXT)


def cards(data: list[dict[str, Any]], output: Path) -> None:
    """A6 cards four up on A4."""
    pages = Pages("portrait", "A4")
    for start in range(0, len(data), 4):
        four = data[start : start + 4]
        pages.add_page()
        for at, card in enumerate(four):
            _front(pages, 105 * (at % 2) + 6, 148.5 * (at // 2) + 6, card)
        pages.add_page()
        for at, card in enumerate(four):
            _back(pages, 105 * (1 - at % 2) + 6, 148.5 * (at // 2) + 6, card)
    pages.output(str(output))


def _front(pages: Pages, x: float, y: float, card: dict[str, Any]) -> None:
    pages.set_fill_color(card["accent"])
    pages.rect(x, y, 93, 9, style="F")
    pages.set_y(y + 2.3)
    pages.text_in(x + 2, 89, card["strip"], 9.5, 12.5, "B", "#FFFFFF")
    pages.set_y(y + 11.5)
    pages.text_in(x, 93, card["naam"], 17, 19, "B", card["accent"])
    pages.set_y(pages.get_y() + 1.4)
    for line in card["meta"]:
        pages.text_in(x, 93, line, 8.5, 12, colour=SECOND)
    for head, text in card["teksten"]:
        pages.set_y(pages.get_y() + 2.8)
        pages.text_in(x, 93, head, 9.5, 12.5, "B", card["accent"])
        pages.text_in(x, 93, text, 9.5, 12.5)


def _back(pages: Pages, x: float, y: float, card: dict[str, Any]) -> None:
    pages.set_y(y)
    marks = [f"{number}." for number in range(1, len(card["stappen"]) + 1)], ["•"] * len(card["tips"])
    for head, signs, texts in zip(card["koppen"], marks, (card["stappen"], card["tips"]), strict=True):
        pages.text_in(x, 93, head, 9.5, 12.5, "B", card["accent"])
        for sign, text in zip(signs, texts, strict=True):
            top = pages.get_y()
            pages.text_in(x, 5, sign, 9.5, 12.5)
            pages.set_y(top)
            pages.text_in(x + 5, 88, text, 9.5, 12.5)
            pages.set_y(pages.get_y() + 0.7)
        pages.set_y(pages.get_y() + 2.8)
    pages.set_y(y + 130)
    for line in card["voet"]:
        pages.text_in(x, 93, line, 7, 8.5, colour=SECOND)


def canvases(data: dict[str, Any], output: Path) -> None:
    """An A3 canvas for each name."""
    pages = Pages("landscape", "A3")
    for name in data["namen"]:
        pages.add_page()
        pages.set_y(15)
        pages.text_in(15, 226, data["naam"], 22, 26, "B")
        pages.text_in(15, 226, data["uitleg"], 10.5, 13.5)
        pages.set_y(15)
        pages.text_in(255, 100, "Naam", 9, 12, colour=SECOND)
        pages.text_in(255, 100, name, 10.5, 13.5, "B")
        for number, box in enumerate(data["vakken"], 1):
            _box(pages, number, box)
    pages.output(str(output))


def _box(pages: Pages, number: int, box: dict[str, Any]) -> None:
    x, y, wide = 15 + box["x"] * 78.8, 45 + box["y"] * 80.3, box["breed"] * 78.8 - 4
    pages.set_draw_color("#8C8C8C")
    pages.rect(x, y, wide, box["hoog"] * 80.3 - 4)
    pages.set_y(y + 3)
    pages.text_in(x + 3, wide - 6, f"{number}. {box['kop']}", 13, 16, "B")
    for text in box["hulp"]:
        pages.text_in(x + 3, wide - 6, text, 10.5, 13.5, colour=SECOND)


if __name__ == "__main__":
    make({"cards": cards, "canvases": canvases})
