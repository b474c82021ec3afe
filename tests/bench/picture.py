"""Figures as JSON in, an SVG out: how long Drukklaar takes where another takes 1, on a scale of powers of ten."""

from collections.abc import Iterator, Mapping
from html import escape
from math import log10
from typing import Any

WIDE, ROW, TOP, LEFT, RIGHT = 880, 30, 64, 300, 170
"""In pixels; LEFT and RIGHT are what the words beside the bars take."""
LOWEST, HIGHEST = 0.01, 10.0
"""The ratios at both ends of the scale."""
FASTER, SLOWER, INK, GREY = "#0D4F8B", "#B5501A", "#1A1A1A", "#6B6B6B"
"""Each at least 4.5:1 on white; which of both a bar is, also its side of the line says."""
_CARDS, _CANVASES = "1.000 kaarten, op vellen", "300 canvassen met een naam"
NAMES = {
    "cards-1000": _CARDS,
    "cards-1000-platypus": _CARDS,
    "cards-1000-fpdf2": _CARDS,
    "cards-1000-weasyprint": _CARDS,
    "cards-10000": "10.000 kaarten, op vellen",
    "in-process-typst": "1.000 kaarten, alleen het zetten",
    "in-process-platypus": "1.000 kaarten, alleen het zetten",
    "canvases-300": _CANVASES,
    "canvases-300-platypus": _CANVASES,
    "canvases-300-fpdf2": _CANVASES,
    "canvases-300-weasyprint": _CANVASES,
    "word-1": "een draaiboek in Word",
    "word-200": "200 draaiboeken in Word",
    "word-200-python-docx": "200 draaiboeken in Word",
}
"""The races beside others, in the order in which the picture shows them, and what it calls them."""
PEERS = {"typst": "Typst", "weasyprint": "WeasyPrint", "platypus": "Platypus"}
"""How names are written that their makers write with capitals."""


def picture(figures: Mapping[str, Any]) -> str:
    """The picture, with its own words for who can't see it."""
    known = {race["name"]: race for race in figures["races"] if race["ratio"]}
    shown = [known[name] for name in NAMES if name in known]
    high = TOP + ROW * len(shown) + 34
    said = "; ".join(f"{NAMES[race['name']]}: {_number(race['ratio'])} × {_peer(race)}" for race in shown)
    parts = "\n".join((*_scale(high), *(part for at, race in enumerate(shown) for part in _bar(at, race))))
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {high}" role="img" aria-labelledby="t d" \
font-family="sans-serif" font-size="13" fill="{INK}">
<title id="t">Hoelang Drukklaar erover doet, als een ander er 1 over doet</title>
<desc id="d">{escape(said)}</desc>
<rect width="{WIDE}" height="{high}" fill="#FFFFFF"/>
<text x="16" y="26" font-size="17" font-weight="bold">Hoelang Drukklaar erover doet, als een ander er 1 over doet</text>
{parts}
</svg>
"""


def _scale(high: int) -> Iterator[str]:
    for ratio in (0.01, 0.1, 1.0, 10.0):
        x, wide = _x(ratio), 1.5 if ratio == 1 else 0.5
        yield f'<path d="M{x:.1f} {TOP - 10}V{high - 24}" stroke="{GREY}" stroke-width="{wide}"/>'
        yield f'<text x="{x:.1f}" y="{TOP - 16}" text-anchor="middle" fill="{GREY}">{_number(ratio)} ×</text>'
    yield f'<text x="{_x(1) - 8:.1f}" y="{high - 8}" text-anchor="end" fill="{FASTER}">◀ sneller</text>'
    yield f'<text x="{_x(1) + 8:.1f}" y="{high - 8}" fill="{SLOWER}">langzamer ▶</text>'


def _bar(at: int, race: Mapping[str, Any]) -> Iterator[str]:
    y, x, one = TOP + ROW * at, _x(race["ratio"]), _x(1.0)
    colour = FASTER if race["ratio"] <= 1 else SLOWER
    yield f'<text x="{LEFT - 12}" y="{y + 19}" text-anchor="end">{escape(NAMES[race["name"]])}</text>'
    yield f'<rect x="{min(x, one):.1f}" y="{y + 5}" width="{abs(x - one):.1f}" height="18" fill="{colour}"/>'
    words = f"{_number(race['ratio'])} × {_peer(race)}"
    yield f'<text x="{WIDE - RIGHT + 12}" y="{y + 19}" fill="{colour}" font-weight="bold">{escape(words)}</text>'


def _peer(race: Mapping[str, Any]) -> str:
    label = str(race["peer"]["label"]).removesuffix(" in process")
    return PEERS.get(label, label)


def _x(ratio: float) -> float:
    place = (log10(min(max(ratio, LOWEST), HIGHEST)) - log10(LOWEST)) / (log10(HIGHEST) - log10(LOWEST))
    return LEFT + place * (WIDE - LEFT - RIGHT)


def _number(ratio: float) -> str:
    return f"{ratio:.0f}" if ratio >= 10 else f"{ratio:.2g}".replace(".", ",")
