"""A raster and a rectangle → a box for each area: rows with a height of their own, the rest shared."""

from collections.abc import Callable, Mapping, Sequence

from generator.page.items import Box
from generator.page.paper import millimetres
from generator.raster import Cells, Raster

Height = Callable[[str, float], float]
"""(area, its width) → how high its content is, in points."""


def boxes(
    raster: Raster, rows: Sequence[str], columns: Sequence[str], frame: Box, gap: float, height: Height
) -> dict[str, Box]:
    """Where each area stands within `frame`, with `gap` points between rows and columns.

    A row is a length in mm, `auto` (as high as what stands in that row alone) or `rest` (an equal share of what is
    left); a column is a length or `rest`. Raises ValueError for another word.
    """
    areas = raster.areas()
    widths = _shared([_length(word) for word in columns or ["rest"] * raster.columns], frame.width, gap)
    lengths = [
        _content_height(number, areas, widths, gap, height) if word == "auto" else _length(word)
        for number, word in enumerate(rows)
    ]
    heights = _shared(lengths, frame.height, gap)
    return {name: _box(cells, widths, heights, frame, gap) for name, cells in areas.items()}


def _length(word: str) -> float | None:
    return None if word == "rest" else millimetres(word)


def _content_height(row: int, areas: Mapping[str, Cells], widths: Sequence[float], gap: float, height: Height) -> float:
    alone = ((name, cells) for name, cells in areas.items() if cells.row == row and cells.rows == 1)
    return max((height(name, _span(widths, cells.column, cells.columns, gap)) for name, cells in alone), default=0.0)


def _shared(lengths: Sequence[float | None], room: float, gap: float) -> list[float]:
    taken = sum(length for length in lengths if length is not None) + gap * (len(lengths) - 1)
    share = (room - taken) / max(1, lengths.count(None))
    return [share if length is None else length for length in lengths]


def _span(sizes: Sequence[float], first: int, count: int, gap: float) -> float:
    return sum(sizes[first : first + count]) + gap * (count - 1)


def _box(cells: Cells, widths: Sequence[float], heights: Sequence[float], frame: Box, gap: float) -> Box:
    return Box(
        frame.x + sum(widths[: cells.column]) + gap * cells.column,
        frame.y + sum(heights[: cells.row]) + gap * cells.row,
        _span(widths, cells.column, cells.columns, gap),
        _span(heights, cells.row, cells.rows, gap),
    )
