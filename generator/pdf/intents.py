"""For what a file is meant: its colours, its output intent, and what it says of itself. One for each way out."""

from dataclasses import dataclass

from generator.pdf.colours import Paint, in_cmyk, in_rgb
from generator.pdf.metadata import stream
from generator.pdf.objects import Objects


@dataclass(frozen=True)
class Screen:
    """To read, to keep and to print oneself: sRGB, archivable (PDF/A-2a)."""

    profile: bytes
    paint: Paint = in_rgb
    version = b"1.7"
    info = b""
    claims = "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"

    def written(self, objects: Objects) -> bytes:
        """The output intent with its profile."""
        profile = objects.new(stream(self.profile, b"/N 3"))
        return (
            b"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)"
            b"/DestOutputProfile %d 0 R>>" % profile
        )


@dataclass(frozen=True)
class Press:
    """For a print shop: DeviceCMYK, as PDF/X-1a:2003 (ISO 15930-4), which is PDF 1.4 without transparency.

    It alone may name its printing condition without the profile: PDF/X-4 (ISO 15930-7) must embed one, and the
    profiles of FOGRA39 are not free. Those of the registry of http://www.color.org are known by their name.
    """

    paint: Paint = in_cmyk
    version = b"1.4"
    info = b"/GTS_PDFXVersion(PDF/X-1a:2003)/Trapped/False"
    claims = "<pdf:Trapped>False</pdf:Trapped>"

    def written(self, objects: Objects) -> bytes:
        """The output intent by its name: ISO 12647-2:2004, offset on coated paper, as most Dutch print shops ask."""
        return (
            b"<</Type/OutputIntent/S/GTS_PDFX/OutputConditionIdentifier(FOGRA39)/RegistryName(http://www.color.org)"
            b"/OutputCondition(Offset, coated paper, ISO 12647-2:2004/Amd 1)/Info(Coated FOGRA39)>>"
        )
