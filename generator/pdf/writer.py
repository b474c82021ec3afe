"""Pages → the bytes of a PDF file that is tagged (PDF/UA-1) and archivable (PDF/A-2a), in one pass."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.pdfbase.pdfdoc import PDFDocument

from generator.document.blocks import Document
from generator.page.items import Page, Shape
from generator.pdf.content import Content, Link
from generator.pdf.fonts import Encoder, Fonts
from generator.pdf.metadata import stream, xmp
from generator.pdf.tags import Raw, Tree, number_of, text_string

PRODUCER = "Drukklaar"


@dataclass(frozen=True)
class Printing:
    """What a viewer's print window is told: for files that go to a printer as they are."""

    turning: str = ""
    copies: int = 1


def write(
    pages: Sequence[Page], about: Document, fonts: Fonts, profile: bytes, printing: Printing | None = None
) -> bytes:
    """The file; `about` gives its title and language, `profile` is the sRGB profile of its output intent."""
    return _File(about, fonts, profile, printing).written(pages)


class _File:
    """One file on its way."""

    def __init__(self, about: Document, fonts: Fonts, profile: bytes, printing: Printing | None) -> None:
        self._about, self._fonts, self._profile, self._printing = about, fonts, profile, printing
        self._document = PDFDocument(invariant=1, pdfVersion=(1, 7))
        self._tree = Tree(self._document)
        self._encoders: dict[str, Encoder] = {}
        self._forms: dict[Shape, tuple[bytes, int]] = {}
        self._resources = self._raw("Resources")
        self._pages = self._raw("PageTree")
        self._anchors: dict[str, bytes] = {}
        self._digest = hashlib.md5(usedforsecurity=False)

    def _raw(self, name: str, content: bytes = b"") -> Raw:
        raw = Raw(content)
        self._document.Reference(raw, name)
        return raw

    def _number(self, raw: Raw) -> int:
        return number_of(self._document, raw)

    def written(self, pages: Sequence[Page]) -> bytes:
        numbers = [self._page(page, number) for number, page in enumerate(pages)]
        kids = b" ".join(b"%d 0 R" % number for number in numbers)
        self._pages.content = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(numbers), kids)
        self._tree.finish()
        return self._finished()

    def _page(self, page: Page, index: int) -> int:
        raw = self._raw(f"Page{index}")
        number = self._number(raw)
        content = Content(page, number, self._tree, self._encoder, self._form)
        drawn = content.stream()
        self._digest.update(drawn)
        drawn_number = self._number(self._raw(f"Content{index}", stream(drawn)))
        marks = self._tree.page_marks(content.marks)
        annotations = [self._annotation(link, number) for link in content.links]
        for anchor, y in content.anchors:
            self._anchors.setdefault(anchor, b"[%d 0 R/XYZ 0 %.2f null]" % (number, y))
        annots = b"/Annots[%s]" % b" ".join(b"%d 0 R" % a for a in annotations) if annotations else b""
        raw.content = b"<</Type/Page/Parent %d 0 R%s/Resources %d 0 R/Contents %d 0 R/StructParents %d/Tabs/S%s>>" % (
            self._number(self._pages),
            _page_boxes(page),
            self._number(self._resources),
            drawn_number,
            marks,
            annots,
        )
        return number

    def _annotation(self, link: Link, page: int) -> int:
        raw = self._raw(f"Link{self._document.objectcounter}")
        number = self._number(raw)
        parent = self._tree.annotate(link.node, page, number)
        if link.target.startswith("#"):
            target = b"/Dest %s" % text_string(link.target[1:])
        else:
            target = b"/A<</S/URI/URI %s>>" % text_string(_ascii_address(link.target))
        corners = b"%.2f %.2f %.2f %.2f" % (link.left, link.low, link.right, link.high)
        words = text_string(link.words)
        raw.content = b"<</Type/Annot/Subtype/Link/Rect[%s]/Border[0 0 0]/F 4%s/Contents %s/StructParent %d>>" % (
            corners,
            target,
            words,
            parent,
        )
        return number

    def _encoder(self, face: str) -> Encoder:
        if face not in self._encoders:
            self._encoders[face] = Encoder(self._fonts.face(face), self._document)
        return self._encoders[face]

    def _form(self, shape: Shape) -> bytes:
        if shape not in self._forms:
            name = b"/X%d" % len(self._forms)
            paths = b"\n".join(
                b"%s %s" % (b" ".join(b"%.3f" % number for number in numbers), operator.encode())
                for operator, numbers in shape.paths
            )
            box = b"0 0 %.3f %.3f" % (shape.size.width, shape.size.height)
            drawn = b"%.3f w 1 J 1 j %s S" % (shape.line, paths)
            form = self._raw(f"Form{len(self._forms)}", stream(drawn, b"/Type/XObject/Subtype/Form/BBox[%s]" % box))
            self._forms[shape] = name, self._number(form)
        return self._forms[shape][0]

    def _finished(self) -> bytes:
        document, about = self._document, self._about
        for font in document.delayedFonts:
            font.addObjects(document)
        _end_lines(document)
        forms = b"".join(b"%s %d 0 R" % form for form in self._forms.values())
        fonts = self._number(document.idToObject["BasicFonts"])
        self._resources.content = b"<</Font %d 0 R/XObject<<%s>>>>" % (fonts, forms)
        title = b"/Title %s/Producer %s" % (text_string(about.title), text_string(PRODUCER))
        author = b"/Author %s" % text_string(about.author) if about.author else b""
        document.info = self._raw("Info", b"<<%s%s>>" % (title, author))
        document.Catalog = document._catalog = self._raw("Catalog", self._catalog())
        digest = self._digest.hexdigest().encode()
        document._ID = b"[<%s><%s>]" % (digest, digest)
        return bytes(document.format())

    def _catalog(self) -> bytes:
        metadata = self._raw("Metadata", xmp(self._about, PRODUCER))
        profile = self._raw("Profile", stream(self._profile, b"/N 3"))
        intent = (
            b"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)"
            b"/DestOutputProfile %d 0 R>>" % self._number(profile)
        )
        names = b"".join(b"%s%s" % (text_string(name), place) for name, place in sorted(self._anchors.items()))
        dests = b"/Names<</Dests<</Names[%s]>>>>" % names if names else b""
        return b"<</Type/Catalog/Pages %d 0 R/StructTreeRoot %d 0 R/MarkInfo<</Marked true>>/Lang%s%s%s%s%s>>" % (
            self._number(self._pages),
            self._number(self._tree.root),
            text_string({"nl": "nl-NL", "en": "en-GB"}[self._about.language]),
            b"/Metadata %d 0 R" % self._number(metadata),
            b"/OutputIntents[%s]" % intent,
            b"/ViewerPreferences<</DisplayDocTitle true%s>>" % _print_window(self._printing),
            dests,
        )


def _end_lines(document: PDFDocument) -> None:
    """reportlab's own streams (fonts, ToUnicode) get the end of line before `endstream` that PDF/A asks for."""
    for name, obj in document.idToObject.items():
        if hasattr(obj, "content") and hasattr(obj, "filters"):
            content = obj.content.encode("latin-1") if isinstance(obj.content, str) else obj.content
            entries = b"".join(
                b"/%s %d" % (key.encode(), value)
                for key, value in obj.dictionary.dict.items()
                if key.startswith("Length") and isinstance(value, int)
            )
            document.idToObject[name] = Raw(stream(content, entries))


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


def _ascii_address(address: str) -> str:
    """The address with what is not ASCII written in percent."""
    return "".join(c if c.isascii() else "".join(f"%{byte:02X}" for byte in c.encode()) for c in address)
