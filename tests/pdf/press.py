"""What ISO 15930-4 (PDF/X-1a:2003) asks of a file, each requirement by itself. No validator of PDF/X works offline."""

import re
from collections.abc import Iterator

import pikepdf

CMYK_ALONE = {"k", "K"}
OTHER_COLOURS = {"g", "G", "rg", "RG", "cs", "CS", "sc", "SC", "scn", "SCN", "sh", "ri", "BI"}
INFO = ("/Title", "/Producer", "/CreationDate", "/ModDate")
MOST_INK = 3.0
DATE = re.compile(r"D:\d{14}Z$")


def faults(pdf: pikepdf.Pdf) -> list[str]:
    """The requirements that the file doesn't meet."""
    return [*_file(pdf), *_intent(pdf), *(f for page in pdf.pages for f in _page(page)), *_objects(pdf)]


def _file(pdf: pikepdf.Pdf) -> Iterator[str]:
    """§6.1 and §6.10: the version, what the file says of itself, and an identity."""
    info = pdf.trailer.get("/Info", {})
    if pdf.pdf_version not in ("1.3", "1.4"):
        yield f"version {pdf.pdf_version}"
    if info.get("/GTS_PDFXVersion") != "PDF/X-1a:2003":
        yield "no GTS_PDFXVersion"
    if str(info.get("/Trapped")) not in ("/True", "/False"):
        yield "no Trapped"
    yield from (f"no {key}" for key in INFO if not str(info.get(key, "")))
    yield from (f"{key} is no date" for key in INFO[2:] if not DATE.match(str(info.get(key, ""))))
    if len(pdf.trailer.get("/ID", [])) != 2:
        yield "no ID"
    if pdf.is_encrypted:
        yield "encrypted"
    for key in ("/OpenAction", "/AA", "/AcroForm", "/OCProperties"):
        if key in pdf.Root:
            yield f"{key} in the catalog"
    for key in ("/JavaScript", "/EmbeddedFiles"):
        if key in pdf.Root.get("/Names", {}):
            yield f"{key} in the names"


def _intent(pdf: pikepdf.Pdf) -> Iterator[str]:
    """§6.2: one output intent for PDF/X, by a name of the registry of characterizations."""
    found = [intent for intent in pdf.Root.get("/OutputIntents", []) if intent.S == "/GTS_PDFX"]
    if len(found) != 1:
        yield f"{len(found)} output intents"
    for intent in found:
        named = intent.get("/RegistryName") == "http://www.color.org"
        if not str(intent.get("/OutputConditionIdentifier", "")) or not str(intent.get("/Info", "")):
            yield "an output intent without a name"
        if not named and "/DestOutputProfile" not in intent:
            yield "an output intent without registry or profile"


def _page(page: pikepdf.Page) -> Iterator[str]:
    """§6.3, §6.4, §6.7 and §6.8: colours in CMYK alone, boxes, and nothing that lies on the print."""
    if ("/TrimBox" in page.obj) == ("/ArtBox" in page.obj):
        yield "a page with no trim, or with a trim and an art box"
    if page.obj.get("/Annots"):
        yield "an annotation"
    if "/AA" in page.obj or "/Group" in page.obj:
        yield "an action or a group on a page"
    yield from _colours(page)
    for form in page.obj.Resources.get("/XObject", {}).values():
        if form.Subtype != "/Form":
            yield "a picture"
        else:
            yield from _colours(form)


def _colours(drawn: pikepdf.Page | pikepdf.Object) -> Iterator[str]:
    for operands, operator in pikepdf.parse_content_stream(drawn):
        if str(operator) in OTHER_COLOURS:
            yield f"colours by {operator}"
        elif str(operator) in CMYK_ALONE:
            ink = sum(float(share) for share in operands)
            if ink > MOST_INK + 0.001:
                yield f"{ink:.0%} ink"


def _objects(pdf: pikepdf.Pdf) -> Iterator[str]:
    """§6.5, §6.6, §6.9: fonts within the file, no transparency, no LZW, nothing that a press sets itself."""
    for made in pdf.objects:
        if not isinstance(made, pikepdf.Dictionary | pikepdf.Stream):
            continue
        if made.get("/Type") == "/FontDescriptor" and "/FontFile2" not in made:
            yield "a font that is not embedded"
        if made.get("/Type") == "/ExtGState" or "/SMask" in made or made.get("/S") == "/Transparency":
            yield "a graphics state or transparency"
        if "LZW" in str(made.get("/Filter", "")):
            yield "LZW"
        if made.get("/Type") in ("/ObjStm", "/XRef"):
            yield "a stream of objects"
        if any(key in made for key in ("/OPI", "/Alternates", "/TR", "/HT", "/PS")):
            yield "something that a press sets itself"
