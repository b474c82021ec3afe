"""A number in; a session of a learning network, as its YAML file has it and as ready data for others."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tests.bench.cards import MINUTES
from tests.bench.words import Writer

FACILITATORS = ("Ada de Wit", "Bram Sietsma")
BEGIN = 13 * 60
"""When it begins, in minutes of the day."""
PART, BREAK = MINUTES, 10
"""Minutes of a part and of the break."""


@dataclass(frozen=True)
class Part:
    """A part of the programme; `werkvorm` is a slug, or empty."""

    naam: str
    doel: str
    alinea: str
    punten: tuple[str, ...]
    zeggen: str
    materialen: tuple[str, ...]
    werkvorm: str = ""

    @property
    def definition(self) -> dict[str, Any]:
        """As the programme has it, its explanation in Markdown."""
        points = "\n".join(f"- {point}" for point in self.punten)
        found = {
            "onderdeel": self.naam,
            "duur": PART,
            "doel": self.doel,
            "toelichting": f"**Zo gaat het.** {self.alinea}\n\n{points}\n\n> {self.zeggen}\n",
            "wie": list(FACILITATORS),
            "materialen": [{"naam": name} for name in self.materialen],
        }
        return {**found, "werkvorm": self.werkvorm} if self.werkvorm else found

    def ready(self, begin: str) -> dict[str, Any]:
        """The same, ready to be written."""
        texts = [("alinea", f"Zo gaat het. {self.alinea}"), *(("punt", text) for text in self.punten)]
        blocks = [{"soort": kind, "tekst": text} for kind, text in (*texts, ("zeggen", self.zeggen))]
        return {
            "begin": begin,
            "duur": f"{PART} min",
            "naam": self.naam,
            "doel": self.doel,
            "inhoud": blocks,
            "wie": list(FACILITATORS),
            "materialen": list(self.materialen),
        }

    @property
    def texts(self) -> list[str]:
        """What must be in a draaiboek of it."""
        return [self.naam, self.doel, self.alinea, *self.punten, self.zeggen, *self.materialen, *FACILITATORS]


LISTS = {
    "doelen": "Doelen",
    "geslaagd": "Wanneer is het geslaagd?",
    "voorbereiding": "Wat facilitators vooraf doen",
    "afronding": "Wat facilitators na afloop doen",
}


@dataclass(frozen=True)
class Meeting:
    """A session of a network; half way there is a break."""

    slug: str
    titel: str
    locatie: str
    lijsten: dict[str, tuple[str, ...]]
    programma: tuple[Part, ...]

    @property
    def definition(self) -> dict[str, Any]:
        """The session as its YAML file has it."""
        half = len(self.programma) // 2
        parts = [part.definition for part in self.programma]
        pause = {"onderdeel": "Pauze", "soort": "pauze", "duur": BREAK}
        return {
            "titel": self.titel,
            "datum": "2027-03-11",
            "begin": "13:00",
            "locatie": self.locatie,
            **{key: list(texts) for key, texts in self.lijsten.items()},
            "programma": [*parts[:half], pause, *parts[half:]],
        }

    def ready(self, network: str, theme: str) -> dict[str, Any]:
        """The same, ready to be written."""
        rows = self._rows()
        return {
            "titel": self.titel,
            "netwerk": network,
            "thema": theme,
            "feiten": [
                ["Wanneer", "donderdag 11 maart 2027"],
                ["Tijd", f"13:00–{_clock(BEGIN + PART * len(self.programma) + BREAK)} uur"],
                ["Waar", self.locatie],
                ["Facilitators", ", ".join(FACILITATORS)],
            ],
            "lijsten": [[LISTS[key], list(texts)] for key, texts in self.lijsten.items()],
            "momenten": rows,
        }

    def _rows(self) -> list[dict[str, Any]]:
        half, begin = len(self.programma) // 2, BEGIN
        rows: list[dict[str, Any]] = []
        for number, part in enumerate(self.programma):
            if number == half:
                empty: dict[str, Any] = {"doel": "", "inhoud": [], "wie": [], "materialen": []}
                rows.append({"begin": _clock(begin), "duur": f"{BREAK} min", "naam": "Pauze", **empty})
                begin += BREAK
            rows.append(part.ready(_clock(begin)))
            begin += PART
        return rows

    @property
    def texts(self) -> list[str]:
        """What must be in a draaiboek of it."""
        lists = [text for texts in self.lijsten.values() for text in texts]
        return [self.titel, self.locatie, *lists, *(text for part in self.programma for text in part.texts)]


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def make_meeting(number: int, parts: int, werkvormen: Sequence[str] = ()) -> Meeting:
    """A session of so many parts of some 110 words, the first of which use these werkvormen: with 12 parts and without
    werkvormen its draaiboek has some 1,800 words.
    """
    writer = Writer(1000 + number)
    slugs = [*werkvormen, *[""] * (parts - len(werkvormen))]
    return Meeting(
        slug=f"{(number - 1) % 6 + 1:02}-bijeenkomst",
        titel=f"{writer.title(2)} {number}",
        locatie=writer.title(3),
        lijsten={key: tuple(writer.sentences(14) for _ in range(4)) for key in LISTS},
        programma=tuple(_part(at, writer, slug) for at, slug in enumerate(slugs, 1)),
    )


def _part(number: int, writer: Writer, werkvorm: str) -> Part:
    return Part(
        naam=f"{writer.title(2)} {number}",
        doel=writer.sentences(12),
        alinea=writer.sentences(34),
        punten=tuple(writer.sentences(12) for _ in range(3)),
        zeggen=writer.sentences(20),
        materialen=writer.things(2),
        werkvorm=werkvorm,
    )
