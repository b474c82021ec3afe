"""A row of the programme as it stands there now, and the part it was → the part as YAML holds it."""

from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from generator.document.blocks import Paragraph, Run
from generator.errors import Message, say
from generator.recognition.clock import Timing, read_timing
from generator.recognition.draft import Certainty
from generator.recognition.ours.carried import Carried
from generator.recognition.ours.digests import digest
from generator.recognition.ours.pieces import Piece, item_digests, items_of
from generator.recognition.ours.rows import FoundRow
from generator.recognition.ours.values import Values, listed
from generator.recognition.ours.wording import edited_line, edited_text
from generator.recognition.texts import lines, plain, text

_BREAKS = ("pauze", "break", "lunch")


@dataclass
class Part:
    """A part of the programme, as it is being read.

    `number` is which part it was, None for a new one, and `written` what it said; `told` is what it says now, and
    `changed` are the fields that somebody changed. `clock` is what its time was made, None where nobody touched that.
    `texts` have no place in it, and `notes` say of a key how its value came about.
    """

    number: int | None
    written: Mapping[str, Any]
    told: dict[str, Any]
    clock: Timing | None = None
    changed: set[str] = field(default_factory=set)
    texts: list[str] = field(default_factory=list)
    notes: list[tuple[str, Message, Certainty]] = field(default_factory=list)

    @property
    def name(self) -> str:
        """What it is called."""
        return str(self.told.get("onderdeel", ""))

    @property
    def vooraf(self) -> bool:
        """Whether it comes before the programme."""
        return str(self.told.get("vooraf", "")).lower() in ("ja", "true")

    def put(self, key: str, value: Any) -> None:
        """Sets a key; what is empty takes it away."""
        if value in ("", [], None):
            self.told.pop(key, None)
        else:
            self.told[key] = value

    def keep(self, words: str, key: str, why: Message) -> None:
        """Keeps words that have no place in the part."""
        if words.strip():
            self.texts.append(words.strip())
            self.notes.append((key, why, "waarschijnlijk"))


def read_part(row: FoundRow, carried: Carried, values: Values) -> Part:
    """The part that the row tells; what nobody changed is as it was written."""
    programme = carried.sessie["programma"]
    number = next((number for number in row.parts if number < len(programme)), None)
    written = programme[number] if number is not None else {}
    part = Part(number, written, deepcopy(written))
    reader = _Reader(part, carried, values)
    for name in dict.fromkeys((*row.fields, *reader.was)):
        found = row.fields.get(name, [])
        if [piece.digest for piece in found] != list(reader.was.get(name, [])):
            reader.read(name, found)
    reader.arrange(tuple(row.fields))
    if number is None:
        _name_new(part, row)
    return part


def change(part: Part, name: str, found: Sequence[Piece], carried: Carried, values: Values) -> None:
    """Changes one field of a part into what stands there."""
    _Reader(part, carried, values).read(name, found)


def _name_new(part: Part, row: FoundRow) -> None:
    """A new part needs a name, and may be a break."""
    if not part.name:
        words = next((words for name in row.fields if (words := row.words(name))), "")
        part.put("onderdeel", words)
        part.notes.append(("onderdeel", say("this row has no name, so its first words are that"), "gegist"))
    if any(word in part.name.casefold() for word in _BREAKS):
        part.put("soort", "pauze")


class _Reader:
    """Reads what stands at the fields of one part; `was` are the digests of what stood there."""

    def __init__(self, part: Part, carried: Carried, values: Values) -> None:
        self.part, self._carried, self._values = part, carried, values
        prefix = f"programma/{part.number}/"
        self.was = {name.removeprefix(prefix): was for name, was in carried.gelezen.items() if name.startswith(prefix)}

    def arrange(self, fields: Sequence[str]) -> None:
        """Sets more werkvormen in the order in which their texts stand."""
        slugs = self._werkvorm_slugs()
        numbers = [int(name.partition("/")[2]) for name in fields if name.startswith("werkvorm/")]
        if numbers != sorted(numbers):
            self.part.put("werkvorm", [slugs[number] for number in numbers if number < len(slugs)])

    def read(self, name: str, found: Sequence[Piece]) -> None:
        """Takes over what stands at a field that somebody changed."""
        self.part.changed |= set(name.split(","))
        readers: Mapping[str, Callable[[Sequence[Piece]], None]] = {
            "om": self._clock,
            "duur": self._duration,
            "onderdeel": self._name,
            "onderdeel,optioneel,wie": self._name_and_more,
            "optioneel": self._optional,
            "wie": self._who,
            "materialen": self._materials,
            "delen": self._stretches,
            "varianten": self._variants,
        }
        if name in readers:
            readers[name](found)
        elif name in ("doel", "toelichting"):
            self._text(name, found)
        elif name in ("tips", "let-op"):
            self.part.put(name, self._values.texts(found, self.part.written.get(name), in_box=True))
        elif name.startswith("werkvorm/"):
            self._werkvorm(int(name.partition("/")[2]), found)
        else:
            self._unplaced(found, name, say("the import doesn't know where this belongs"))

    def _unplaced(self, found: Sequence[Piece], key: str, why: Message) -> None:
        self.part.keep(text([piece.block for piece in found]), key, why)

    def _text(self, key: str, found: Sequence[Piece]) -> None:
        written = str(self.part.written.get(key, ""))
        self.part.put(key, edited_text(written, [piece.block for piece in found], self._values.names))

    def _clock(self, found: Sequence[Piece]) -> None:
        words = " ".join(piece.words for piece in found)
        self.part.clock = read_timing(words)
        rest = self.part.clock.rest
        if rest.casefold() == self._carried.woorden["vooraf"].casefold():
            self.part.told.setdefault("vooraf", "ja")
        else:
            self.part.keep(rest, "om", say("{value} is no time", value=rest))
        if self.part.clock.most is not None and "duur" not in self.part.told:
            self._minutes(self.part.clock, words)

    def _duration(self, found: Sequence[Piece]) -> None:
        words = " ".join(piece.words for piece in found)
        timing = read_timing(words, bare=True)
        if timing.begin is not None and timing.end is not None and timing.most is None:
            minutes = (timing.end - timing.begin) % 1440
            timing = Timing(least=minutes, most=minutes, rest=timing.rest)
        if timing.most is not None:
            self._minutes(timing, words)
            self.part.keep(timing.rest, "duur", say("{value} is no duration", value=timing.rest))
        elif words:
            self.part.keep(words, "duur", say("{value} is no duration", value=words))
        elif self.part.vooraf:
            self.part.put("duur", None)
        else:
            self.part.notes.append(("duur", say("a part needs a duration, so this one stays"), "gegist"))

    def _minutes(self, timing: Timing, words: str) -> None:
        written = self.part.written.get("duur")
        if written is None or read_timing(str(written), bare=True).most != timing.most:
            self.part.put("duur", str(timing.most))
        if timing.least != timing.most:
            self.part.keep(words, "duur", say("a part has one duration: the longest of {words}", words=words))

    def _name(self, found: Sequence[Piece]) -> None:
        words = " ".join(piece.words for piece in found)
        written = str(self.part.written.get("onderdeel", ""))
        if words:
            self.part.put("onderdeel", edited_line(written, words, self._values.names))
        else:
            self.part.notes.append(("onderdeel", say("a part needs a name, so this one stays"), "gegist"))

    def _name_and_more(self, found: Sequence[Piece]) -> None:
        """A name in bold, *(optioneel)* behind it, and behind a point in the middle of the line who does it."""
        head = found[0].block if found else None
        name = rest = ""
        if isinstance(head, Paragraph):
            first = [part for part in head.content if isinstance(part, Run)]
            count = next((place for place, part in enumerate(first) if not part.bold), len(first))
            name, rest = plain(tuple(first[:count])), plain(tuple(first[count:]))
        if not name.strip():
            name, rest = " ".join(piece.words for piece in found), ""
        before, _, who = rest.partition("·")
        self._name([Piece("", Paragraph((Run(" ".join(name.split())),)))] if name.strip() else [])
        self._optional([Piece("", Paragraph((Run(before),)))])
        self.part.put("wie", self._values.people([who.strip()], self.part.written.get("wie")))
        self._unplaced(found[1:], "onderdeel", say("the import doesn't know where this belongs"))

    def _optional(self, found: Sequence[Piece]) -> None:
        words = " ".join(piece.words for piece in found)
        label = self._carried.woorden["optioneel"]
        if label.casefold() not in words.casefold():
            self.part.put("optioneel", None)
            self.part.keep(words, "optioneel", say("the import doesn't know where this belongs"))
            return
        self.part.told.setdefault("optioneel", "ja")
        at = words.casefold().index(label.casefold())
        rest = f"{words[:at]} {words[at + len(label) :]}".strip(" ()")
        self.part.keep(rest, "optioneel", say("the import doesn't know where this belongs"))

    def _who(self, found: Sequence[Piece]) -> None:
        self.part.put("wie", self._values.people(lines([piece.block for piece in found]), self.part.written.get("wie")))

    def _materials(self, found: Sequence[Piece]) -> None:
        written = self.part.written.get("materialen")
        own, others = self._values.materials(found, written, self.was.get("materialen", ()))
        self.part.put("materialen", own)
        for slug in self._werkvorm_slugs() if others else ():
            why = say("materials of a werkvorm are changed in its own file: {name}", name=slug)
            self.part.notes.append(("werkvorm", why, "gegist"))

    def _stretches(self, found: Sequence[Piece]) -> None:
        told, strange = self._values.stretches(found, self.part.written.get("delen"), self.was.get("delen", ()))
        self.part.put("delen", told)
        for words in strange:
            self.part.keep(words, "delen", say("{words} doesn't say how long it takes", words=words))

    def _variants(self, found: Sequence[Piece]) -> None:
        told, rest = self._values.variants(" ".join(piece.words for piece in found), self.part.written.get("varianten"))
        self.part.put("varianten", told)
        self.part.keep(rest, "varianten", say("no werkvorm of this meeting is called so"))

    def _werkvorm_slugs(self) -> list[str]:
        return [str(slug) for slug in listed(self.part.written.get("werkvorm"))]

    def _werkvorm(self, number: int, found: Sequence[Piece]) -> None:
        """The words of a werkvorm stand in its own file: what is new is kept, and what is gone is said."""
        slug = self._werkvorm_slugs()[number] if number < len(self._werkvorm_slugs()) else ""
        if not found:
            left = [other for other in listed(self.part.told.get("werkvorm")) if other != slug]
            self.part.put("werkvorm", left)
            why = say("the text of {name} was taken out, so it is too", name=slug)
            self.part.notes.append(("werkvorm", why, "waarschijnlijk"))
            return
        why = say("the words of a werkvorm are changed in its own file: {name}", name=slug)
        known = set(item_digests(self.was.get(f"werkvorm/{number}", ())))
        fresh = [item for item in items_of(found) if digest(item) not in known]
        for item in fresh:
            self.part.keep(text(item), "werkvorm", why)
        if not fresh and not known.issubset(map(digest, items_of(found))):
            self.part.notes.append(("werkvorm", why, "gegist"))
