"""Cards and canvases by WeasyPrint: HTML and CSS, without tags, as is its default."""

from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

from weasyprint import HTML

from tests.bench.peers import FACES, FONTS, SECOND, make

WEIGHTS = {"": "normal", "B": "bold"}
FONT_FACES = "".join(
    f"@font-face {{ font-family: Source; font-weight: {WEIGHTS[face]}; src: url({(FONTS / name).as_uri()}) }}"
    for face, name in FACES.items()
)
CARDS = f"""{FONT_FACES}
@page {{ size: A4; margin: 0 }}
body {{ font: 9.5pt/12.5pt Source; color: #1A1A1A; margin: 0 }}
section {{ position: relative; height: 297mm; break-after: page }}
section:last-child {{ break-after: auto }}
article {{ position: absolute; width: 93mm; height: 136mm; padding: 6mm }}
.strip {{ background: var(--accent); color: white; font-weight: bold; height: 5mm; padding: 2mm; margin: 0 0 2.5mm }}
h1 {{ font-size: 17pt; line-height: 19pt; color: var(--accent); margin: 0 0 4pt }}
h2 {{ font-size: 9.5pt; color: var(--accent); margin: 8pt 0 0 }}
p {{ margin: 0 0 3pt }} ol, ul {{ margin: 0; padding-left: 12pt }} li {{ margin-bottom: 2pt }}
.meta {{ font-size: 8.5pt; color: {SECOND}; margin: 0 }}
.voet {{ position: absolute; bottom: 6mm; font-size: 7pt; line-height: 8.5pt; color: {SECOND}; margin: 0 }}
"""
CANVASES = f"""{FONT_FACES}
@page {{ size: A3 landscape; margin: 15mm }}
body {{ font: 10.5pt/13.5pt Source; color: #1A1A1A; margin: 0 }}
section {{ position: relative; height: 266mm; break-after: page }}
section:last-child {{ break-after: auto }}
h1, h2 {{ color: #2B3A42; margin: 0 }} h1 {{ font-size: 22pt; line-height: 26pt }} h2 {{ font-size: 13pt }}
.uitleg {{ width: 226mm; margin: 0 }} .naam {{ position: absolute; left: 240mm; top: 0 }}
.vak {{ position: absolute; border: 0.8pt solid #8C8C8C; padding: 3mm; color: {SECOND}; box-sizing: border-box }}
.vak p {{ margin: 0 0 2pt }}
"""


def cards(data: list[dict[str, Any]], output: Path) -> None:
    """A6 cards four up on A4."""
    body = "".join(_sheet(data[start : start + 4]) for start in range(0, len(data), 4))
    HTML(string=_page("Meting", CARDS, body)).write_pdf(output)


def _page(title: str, style: str, body: str) -> str:
    return f"<html lang=nl><head><title>{title}</title><style>{style}</style></head><body>{body}</body></html>"


def _sheet(four: list[dict[str, Any]]) -> str:
    fronts = "".join(_place(at % 2, at // 2, card, _front(card)) for at, card in enumerate(four))
    backs = "".join(_place(1 - at % 2, at // 2, card, _back(card)) for at, card in enumerate(four))
    return f"<section>{fronts}</section><section>{backs}</section>"


def _place(column: int, row: int, card: dict[str, Any], content: Iterator[str]) -> str:
    style = f"left:{105 * column}mm;top:{148.5 * row}mm;--accent:{card['accent']}"
    return f"<article style='{style}'>{''.join(content)}</article>"


def _front(card: dict[str, Any]) -> Iterator[str]:
    yield f"<p class=strip>{escape(card['strip'])}</p><h1>{escape(card['naam'])}</h1>"
    yield from (f"<p class=meta>{escape(line)}</p>" for line in card["meta"])
    yield from (f"<h2>{escape(head)}</h2><p>{escape(text)}</p>" for head, text in card["teksten"])


def _back(card: dict[str, Any]) -> Iterator[str]:
    for head, tag, texts in zip(card["koppen"], ("ol", "ul"), (card["stappen"], card["tips"]), strict=True):
        items = "".join(f"<li>{escape(text)}</li>" for text in texts)
        yield f"<h2>{escape(head)}</h2><{tag}>{items}</{tag}>"
    yield f"<p class=voet>{'<br>'.join(map(escape, card['voet']))}</p>"


def canvases(data: dict[str, Any], output: Path) -> None:
    """An A3 canvas for each name."""
    boxes = "".join(_box(number, box) for number, box in enumerate(data["vakken"], 1))
    head = f"<h1>{escape(data['naam'])}</h1><p class=uitleg>{escape(data['uitleg'])}</p>"
    pages = (f"<section>{head}<p class=naam>Naam<br><b>{escape(n)}</b></p>{boxes}</section>" for n in data["namen"])
    HTML(string=_page(data["naam"], CANVASES, "".join(pages))).write_pdf(output)


def _box(number: int, box: dict[str, Any]) -> str:
    wide, high = 74.8 + 4, 76.3 + 4
    style = (
        f"left:{box['x'] * wide:.1f}mm;top:{30 + box['y'] * high:.1f}mm;"
        f"width:{box['breed'] * wide - 4:.1f}mm;height:{box['hoog'] * high - 4:.1f}mm"
    )
    help_ = "".join(f"<p>{escape(text)}</p>" for text in box["hulp"])
    return f"<div class=vak style='{style}'><h2>{number}. {escape(box['kop'])}</h2>{help_}</div>"


if __name__ == "__main__":
    make({"cards": cards, "canvases": canvases})
