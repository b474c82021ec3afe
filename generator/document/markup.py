"""The small HTML that a template's body yields → leaves of blocks."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.document import addresses
from generator.document.blocks import (
    Area,
    Block,
    Box,
    Cell,
    Diagram,
    Heading,
    Icon,
    Inline,
    Inlines,
    Items,
    Leaf,
    LineBreak,
    Lines,
    PageNumber,
    Paragraph,
    Picture,
    Point,
    QrCode,
    Route,
    Row,
    Run,
    Scale,
    Stretch,
    Table,
    TimeStrip,
    words_of,
)
from generator.document.folding import folded
from generator.document.tags import MarkupError, Tag, parse
from generator.errors import say
from generator.raster import Raster

LENGTH = re.compile(r"\d+(?:[.,]\d+)?mm")
"""A length as markup writes it."""
_SHARE = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True)
class Body:
    """What a whole body holds."""

    leaves: tuple[Leaf, ...]
    header: tuple[Block, ...]
    footer: tuple[Block, ...]


def read(markup: str) -> Body:
    """The leaves, running head and running foot of a filled body; raises MarkupError."""
    body = parse(markup)
    addresses.told(body)
    leaves: list[Leaf] = []
    running: dict[str, tuple[Block, ...]] = {"header": (), "footer": ()}
    for tag in body.tags("page", "header", "footer"):
        if tag.name == "page":
            leaves.append(_leaf(tag))
        else:
            running[tag.name] = tuple(block for paragraph in tag.tags("p") for block in _paragraph(paragraph))
    if not leaves:
        raise MarkupError(say("<{tag}> needs {name}", tag=body.name, name="page"), body.line)
    return Body(tuple(leaves), running["header"], running["footer"])


def _leaf(tag: Tag) -> Leaf:
    areas = [child for child in tag.children if isinstance(child, Tag) and child.name == "area"]
    lying, accent = "liggend" in tag.attributes, tag.attributes.get("accent", "")
    if not areas:
        return Leaf((Area("tekst", blocks(tag)),), ("tekst",), ("rest",), (), lying, True, accent)
    raster = tuple(row.strip() for row in tag.needed("raster").split("/"))
    fault = Raster(raster).fault([area.needed("name") for area in areas])
    if fault:
        raise MarkupError(fault, tag.line)
    rows = _lengths(tag, "rijen", " ".join(["rest"] * len(raster)), ("rest", "auto"))
    if len(rows) != len(raster):
        raise MarkupError(say("rijen must give each row of the raster its height"), tag.line)
    columns = _lengths(tag, "kolommen", "", ("rest",))
    if columns and len(columns) != len(raster[0].split()):
        raise MarkupError(say("kolommen must give each column of the raster its width"), tag.line)
    return Leaf(tuple(_area(area) for area in tag.tags("area")), raster, rows, columns, lying, False, accent)


def _lengths(tag: Tag, name: str, default: str, others: Sequence[str]) -> tuple[str, ...]:
    """Millimetres and words, as many as the attribute has."""
    words = tuple(tag.attributes.get(name, default).split())
    for word in words:
        if word not in others and not LENGTH.fullmatch(word):
            what = say("{word} is no length in {name}: write 9mm or {others}", word=word, name=name, others=others[0])
            raise MarkupError(what, tag.line)
    return words


def _area(tag: Tag) -> Area:
    attributes = tag.attributes
    return Area(
        tag.needed("name"),
        blocks(tag),
        frame="kader" in attributes,
        fill=attributes.get("vlak", ""),
        pattern=attributes.get("patroon", ""),
        accent=attributes.get("accent", ""),
        at_top="boven" in attributes,
    )


def blocks(tag: Tag) -> tuple[Block, ...]:
    """The blocks in a tag; text and inline tags that stand loose in it make a paragraph."""
    found: list[Block] = []
    loose: list[Tag | str] = []
    for child in tag.children:
        if isinstance(child, str) or child.name in _INLINE:
            loose.append(child)
        else:
            _close(loose, found)
            maker = _BLOCKS.get(child.name)
            if maker is None:
                raise MarkupError(say("<{tag}> is no tag that a template knows", tag=child.name), child.line)
            found.extend(_of_field(child, maker(child)))
    _close(loose, found)
    return tuple(found)


def _of_field(tag: Tag, made: Iterable[Block]) -> Iterable[Block]:
    """The blocks, that come from the field which the tag names in `veld`; those that name another keep theirs."""
    origin = tag.attributes.get("veld", "")
    return (_with_origin(block, origin) for block in made) if origin else made


def _blocks_of(tag: Tag) -> tuple[Block, ...]:
    """The blocks in an item or a cell."""
    return tuple(_of_field(tag, blocks(tag)))


def _with_origin(block: Block, origin: str) -> Block:
    match block:
        case Heading() | Paragraph() | Items() | Table() | Picture() | Box():
            return block if block.origin else replace(block, origin=origin)
        case _:
            return block


def _close(loose: list[Tag | str], found: list[Block]) -> None:
    content = _inlines(loose)
    if content:
        found.append(Paragraph(content))
    loose.clear()


def _inlines(children: list[Tag | str]) -> Inlines:
    return folded(_parts(children, Run("")))


def _parts(children: list[Tag | str], way: Run) -> Iterator[Inline]:
    for child in children:
        if isinstance(child, str):
            yield Run(child, way.bold, way.italic, way.link)
        elif child.name in ("strong", "b"):
            yield from _parts(child.children, Run("", True, way.italic, way.link))
        elif child.name in ("em", "i"):
            yield from _parts(child.children, Run("", way.bold, True, way.link))
        elif child.name == "a":
            yield from _parts(child.children, Run("", way.bold, way.italic, child.needed("href")))
        elif child.name == "br":
            yield LineBreak()
        elif child.name == "icoon":
            yield Icon(child.needed("naam"), child.attributes.get("alt", ""))
        elif child.name in ("pagina", "paginas"):
            yield PageNumber(child.name == "paginas")
        else:
            raise MarkupError(say("<{tag}> can't stand in a line of text", tag=child.name), child.line)


_INLINE = {"strong", "b", "em", "i", "a", "br", "icoon", "pagina", "paginas"}


def _heading(tag: Tag) -> Iterator[Block]:
    content = _inlines(tag.children)
    if content:
        level = int(tag.name[1])
        yield Heading(level, content, tag.attributes.get("class", f"kop{level}"), tag.attributes.get("id"))


def _paragraph(tag: Tag) -> Iterator[Block]:
    content = _inlines(tag.children)
    if content:
        yield Paragraph(content, tag.attributes.get("class", "tekst"))


def _items(tag: Tag) -> Iterator[Block]:
    items = tuple(_blocks_of(item) for item in tag.tags("li"))
    if items:
        mark = "cijfer" if tag.name == "ol" else _known(tag, "class", ("punt", "vink"))
        yield Items(items, mark, tag.number("start", 1), tag.attributes.get("icoon", ""))


def _known(tag: Tag, name: str, words: Sequence[str]) -> str:
    """An attribute that is one of these words, the first of them where it is absent."""
    word = tag.attributes.get(name, words[0])
    if word not in words:
        what = say("{name} of <{tag}> must be one of {words}", name=name, tag=tag.name, words=", ".join(words))
        raise MarkupError(what, tag.line)
    return word


def _table(tag: Tag) -> Iterator[Block]:
    widths = _shares(tag)
    head: Row | None = None
    rows: list[Row] = []
    for part in tag.tags("thead", "tbody", "tr"):
        if part.name == "tr":
            rows.append(_row(part))
        elif part.name == "tbody":
            rows.extend(_row(row) for row in part.tags("tr"))
        else:
            head = next((_row(row) for row in part.tags("tr")), None)
    for row in [*([head] if head else []), *rows]:
        if sum(cell.span for cell in row.cells) != len(widths):
            raise MarkupError(say("a row of this table has another number of cells than breedtes"), tag.line)
    if rows:
        yield Table(widths, head, tuple(rows), tag.attributes.get("class", ""), tag.attributes.get("samenvatting", ""))


def _shares(tag: Tag) -> tuple[float, ...]:
    words = tag.needed("breedtes").split()
    shares = tuple(float(word) for word in words if _SHARE.fullmatch(word))
    if len(shares) != len(words) or not all(shares):
        raise MarkupError(say("breedtes must be numbers, such as 20 80"), tag.line)
    return shares


def _row(tag: Tag) -> Row:
    in_head = any(cell.name == "td" for cell in tag.tags("td", "th"))
    cells = []
    for cell in tag.tags("td", "th"):
        heads = "" if cell.name == "td" else "rij" if in_head else "kolom"
        cells.append(Cell(_blocks_of(cell), heads, cell.number("colspan", 1, least=1)))
    return Row(tuple(cells), tag.attributes.get("class", ""))


def _lines(tag: Tag) -> Iterator[Block]:
    yield Lines(tag.number("aantal", 0) or None, _known(tag, "soort", ("tekst", "datum")) == "datum")


def _scale(tag: Tag) -> Iterator[Block]:
    yield Scale(tag.needed("links"), tag.needed("rechts"), tag.number("punten", 5, least=1), tag.needed("alt"))


def _route(tag: Tag) -> Iterator[Block]:
    stops = tuple(words_of(_inlines(stop.children)) for stop in tag.tags("halte"))
    if not stops:
        raise MarkupError(say("<{tag}> needs {name}", tag=tag.name, name="halte"), tag.line)
    yield Route(stops, tag.needed("alt"), tag.attributes.get("hoog", ""), tag.attributes.get("laag", ""))


def _qr(tag: Tag) -> Iterator[Block]:
    yield QrCode(tag.needed("url"), tag.needed("alt"))


def _picture(tag: Tag) -> Iterator[Block]:
    height = tag.needed("hoogte").replace(" ", "")
    if not LENGTH.fullmatch(height):
        what = say("{word} is no length in {name}: write 9mm or {others}", word=height, name="hoogte", others="12.5mm")
        raise MarkupError(what, tag.line)
    millimetres = float(height.removesuffix("mm").replace(",", "."))
    side = _known(tag, "plaats", ("links", "midden", "rechts"))
    yield Picture(tag.needed("bron"), tag.needed("alt"), millimetres, side)


def _box(tag: Tag) -> Iterator[Block]:
    inner = blocks(tag)
    tag.needed("soort")
    if inner:
        yield Box(_known(tag, "soort", ("zeggen", "let-op", "tip", "variant")), inner)


def _quote(tag: Tag) -> Iterator[Block]:
    """A quote is what somebody says aloud, unless it opens with one of the words that make it a box."""
    inner = blocks(tag)
    opening = inner[0].content[0] if inner and isinstance(inner[0], Paragraph) else None
    kind = "zeggen"
    if isinstance(opening, Run) and opening.bold:
        kind = _BOX_WORDS.get(opening.text.strip(" :").lower(), kind)
    if inner:
        yield Box(kind, inner)


_BOX_WORDS = {"let op": "let-op", "tip": "tip", "variant": "variant"}


def _time_strip(tag: Tag) -> Iterator[Block]:
    parts = tuple(Stretch(part.number("minuten", 0), "stil" in part.attributes) for part in tag.tags("stuk"))
    yield TimeStrip(parts, tag.needed("alt"))


def _diagram(tag: Tag) -> Iterator[Block]:
    middle: tuple[Block, ...] = ()
    points: list[Point] = []
    for part in tag.tags("midden", "punt"):
        if part.name == "midden":
            middle += blocks(part)
        else:
            number, icon, accent = (part.attributes.get(name, "") for name in ("nummer", "icoon", "accent"))
            points.append(Point(blocks(part), number, icon, accent))
    if not points:
        raise MarkupError(say("<{tag}> needs {name}", tag=tag.name, name="punt"), tag.line)
    tag.needed("vorm")
    shape = _known(tag, "vorm", ("cirkel", "bloem", "weg", "route"))
    if middle and shape in ("weg", "route"):
        raise MarkupError(say("<{tag}> can't stand in <{parent}>", tag="midden", parent=f"tekening {shape}"), tag.line)
    yield Diagram(shape, tuple(points), tag.needed("alt"), middle, "schrijven" in tag.attributes)


def _inner(tag: Tag) -> Iterator[Block]:
    yield from blocks(tag)


_BLOCKS: Mapping[str, Callable[[Tag], Iterator[Block]]] = {
    "h1": _heading,
    "h2": _heading,
    "h3": _heading,
    "p": _paragraph,
    "ul": _items,
    "ol": _items,
    "table": _table,
    "lijnen": _lines,
    "schaal": _scale,
    "route": _route,
    "qr": _qr,
    "plaatje": _picture,
    "kader": _box,
    "blockquote": _quote,
    "tijdstrook": _time_strip,
    "tekening": _diagram,
    "div": _inner,
}
