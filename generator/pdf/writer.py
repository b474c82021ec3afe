"""Pages → the bytes of a PDF file that is tagged (PDF/UA-1) and archivable (PDF/A-2a), in one pass."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from string import punctuation
from urllib.parse import quote

from generator.document.blocks import Document
from generator.page.items import Item, Page, Shape
from generator.pdf.content import Content, Link, Pens
from generator.pdf.drawings import form, image
from generator.pdf.encoding import EmbeddedFonts
from generator.pdf.fonts import Fonts
from generator.pdf.forms import Forms
from generator.pdf.intents import Press, Screen
from generator.pdf.metadata import stream, xmp
from generator.pdf.objects import Objects, text_string
from generator.pdf.outline import Heading, bookmarks
from generator.pdf.tags import Tree
from generator.pixels.photo import Photo

PRODUCER = "Drukklaar"


@dataclass(frozen=True)
class Printing:
    """What a viewer's print window is told: for files that go to a printer as they are."""

    turning: str = ""
    copies: int = 1


def write(
    pages: Sequence[Page],
    about: Document,
    fonts: Fonts,
    profile: bytes,
    printing: Printing | None = None,
    made: datetime | None = None,
) -> bytes:
    """The file; `about` gives its title and language, `profile` is the sRGB profile of its output intent.

    It bears a date only where `made` gives one: the same pages give the same bytes.
    """
    return _File(about, fonts, Screen(profile), printing, made).written(pages)


def write_for_press(pages: Sequence[Page], about: Document, fonts: Fonts, made: datetime) -> bytes:
    """The same as PDF/X-1a:2003 (ISO 15930-4): in CMYK, with a date, and without links, as that asks."""
    return _File(about, fonts, Press(), None, made).written(pages)


@dataclass(frozen=True)
class _Piece:
    """Items of a page that are drawn, and so read, together; `page` counts from 0."""

    page: int
    items: tuple[Item, ...]
    is_last: bool = True


def _in_turn(pages: Sequence[Page]) -> Iterator[_Piece]:
    """Whole pages one after the other; where these say in which turn each item is read, the items in that turn."""
    if not any(page.reading for page in pages):
        yield from (_Piece(number, page.items) for number, page in enumerate(pages))
        return
    turns = [(turn, number, at) for number, page in enumerate(pages) for at, turn in enumerate(page.reading)]
    left = Counter(number for _, number, _ in turns)
    for _, number, at in sorted(turns):
        left[number] -= 1
        yield _Piece(number, pages[number].items[at : at + 1], not left[number])


class _File:
    """One file on its way."""

    def __init__(
        self, about: Document, fonts: Fonts, intent: Screen | Press, printing: Printing | None, made: datetime | None
    ) -> None:
        self._about, self._intent, self._printing, self._made = about, intent, printing, made
        self._objects = Objects()
        self._tree = Tree(self._objects)
        self._fonts = EmbeddedFonts(fonts)
        self._pens = Pens(self._fonts.encoder, intent.paint)
        self._form_fields = Forms(self._objects, self._tree, fonts)
        self._forms: dict[str, tuple[bytes, int]] = {}
        self._resources = self._objects.new()
        self._pages = self._objects.new()
        self._anchors: dict[str, bytes] = {}
        self._headings: list[Heading] = []

    def written(self, pages: Sequence[Page]) -> bytes:
        numbers: dict[int, int] = {}
        contents: dict[int, Content] = {}
        for piece in _in_turn(pages):
            page = pages[piece.page]
            if piece.page not in numbers:
                number = numbers[piece.page] = self._objects.new()
                contents[piece.page] = Content(page, number, self._tree, self._pens, self._form)
            contents[piece.page].draw(piece.items)
            if piece.is_last:
                self._page(page, numbers[piece.page], contents.pop(piece.page))
        kids = b" ".join(b"%d 0 R" % number for _, number in sorted(numbers.items()))
        self._objects[self._pages] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(numbers), kids)
        self._tree.finish()
        self._finish_resources()
        return self._objects.file(self._catalog(), self._info(), self._intent.version)

    def _page(self, page: Page, number: int, content: Content) -> None:
        contents = self._objects.new(stream(content.stream()))
        marks = self._tree.page_marks(content.marks)
        annotations = [self._annotation(link, number) for link in content.links]
        annotations += [self._form_fields.widget(entry, number) for entry in content.entries]
        if self._printing is None:  # nobody leafs through sheets
            self._headings.extend(content.headings)
        for anchor, y in content.anchors:
            self._anchors.setdefault(anchor, b"[%d 0 R/XYZ 0 %.2f null]" % (number, y))
        annots = b"/Annots[%s]" % b" ".join(b"%d 0 R" % a for a in annotations) if annotations else b""
        self._objects[number] = (
            b"<</Type/Page/Parent %d 0 R%s/Resources %d 0 R/Contents %d 0 R/StructParents %d/Tabs/S%s>>"
            % (self._pages, _page_boxes(page), self._resources, contents, marks, annots)
        )

    def _annotation(self, link: Link, page: int) -> int:
        number = self._objects.new()
        parent = self._tree.annotate(link.node, page, number)
        if link.target.startswith("#"):
            target = b"/Dest%s" % text_string(link.target[1:])
        else:
            target = b"/A<</S/URI/URI%s>>" % text_string(_ascii_address(link.target))
        corners = b"%.2f %.2f %.2f %.2f" % (link.left, link.low, link.right, link.high)
        words = text_string(link.words)
        self._objects[number] = (
            b"<</Type/Annot/Subtype/Link/Rect[%s]/Border[0 0 0]/F 4%s/Contents%s/StructParent %d>>"
            % (corners, target, words, parent)
        )
        return number

    def _form(self, drawn: Shape | Photo) -> bytes:
        """The name of an external object (PDF 32000-1 §8.8); what is drawn often stands in the file once."""
        key = drawn.digest if isinstance(drawn, Photo) else drawn.name
        if key not in self._forms:
            made = image(drawn, isinstance(self._intent, Press)) if isinstance(drawn, Photo) else form(drawn)
            self._forms[key] = b"/X%d" % len(self._forms), self._objects.new(made)
        return self._forms[key][0]

    def _finish_resources(self) -> None:
        forms = b"".join(b"%s %d 0 R" % form for form in self._forms.values())
        fonts = self._fonts.written(self._objects)
        self._objects[self._resources] = b"<</Font %d 0 R/XObject<<%s>>>>" % (fonts, forms)

    def _info(self) -> int:
        title = b"/Title%s/Producer%s" % (text_string(self._about.title), text_string(PRODUCER))
        author = b"/Author%s" % text_string(self._about.author) if self._about.author else b""
        day = self._made.strftime("D:%Y%m%d%H%M%SZ").encode() if self._made else b""
        dates = b"/CreationDate(%s)/ModDate(%s)" % (day, day) if day else b""
        return self._objects.new(b"<<%s%s%s%s>>" % (title, author, dates, self._intent.info))

    def _catalog(self) -> int:
        metadata = self._objects.new(xmp(self._about, PRODUCER, self._made, self._intent.claims))
        intent = self._intent.written(self._objects)
        anchors = sorted(self._anchors.items(), key=lambda anchor: _bytes(anchor[0]))
        names = b"".join(b"%s%s" % (text_string(name), place) for name, place in anchors)
        outline = b"/Outlines %d 0 R" % bookmarks(self._headings, self._objects) if self._headings else b""
        dests = b"/Names<</Dests<</Names[%s]>>>>" % names if names else b""
        return self._objects.new(
            b"<</Type/Catalog/Pages %d 0 R/StructTreeRoot %d 0 R/MarkInfo<</Marked true>>/Lang%s%s%s%s%s%s%s>>"
            % (
                self._pages,
                self._tree.root,
                text_string({"nl": "nl-NL", "en": "en-GB"}[self._about.language]),
                b"/Metadata %d 0 R" % metadata,
                b"/OutputIntents[%s]" % intent,
                b"/ViewerPreferences<</DisplayDocTitle true%s>>" % _print_window(self._printing),
                outline,
                dests,
                self._form_fields.written(),
            )
        )


def _print_window(printing: Printing | None) -> bytes:
    if printing is None:
        return b""
    duplex = {"lange zijde": b"DuplexFlipLongEdge", "korte zijde": b"DuplexFlipShortEdge"}.get(
        printing.turning, b"Simplex"
    )
    copies = b"/NumCopies %d" % printing.copies if printing.copies > 1 else b""
    return b"/PrintScaling/None/PickTrayByPDFSize true/Duplex/%s%s" % (duplex, copies)


def _page_boxes(page: Page) -> bytes:
    bleed, size = page.bleed, page.size
    media = b"0 0 %.3f %.3f" % (size.width + 2 * bleed, size.height + 2 * bleed)
    trim = b"%.3f %.3f %.3f %.3f" % (bleed, bleed, bleed + size.width, bleed + size.height)
    return b"/MediaBox[%s]/CropBox[%s]/BleedBox[%s]/TrimBox[%s]" % (media, media, media, trim)


def _bytes(name: str) -> bytes:
    """What a name tree is sorted by (PDF 32000-1 §7.9.6)."""
    return name.encode() if name.isascii() else b"\xfe\xff" + name.encode("utf-16-be")


def _ascii_address(address: str) -> str:
    """The address with white space and what is not ASCII written in percent."""
    return quote(address, safe=punctuation)
