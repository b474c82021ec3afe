"""Lines of the programme in short that somebody changed → the same change in the part that such a line tells.

What the programme in detail says wins. A line of more parts only names them: what it says besides is kept.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.errors import Message, say
from generator.recognition.clock import read_timing
from generator.recognition.ours.carried import Carried
from generator.recognition.ours.parts import Part, change
from generator.recognition.ours.pieces import Piece
from generator.recognition.ours.rows import FoundRow
from generator.recognition.ours.values import Values, listed
from generator.recognition.ours.wording import edited_line
from generator.recognition.texts import lines

WHY = say("the programme in short follows from the programme in detail")


@dataclass(frozen=True)
class Overview:
    """Takes changes of lines over into the parts that they tell."""

    parts: Sequence[Part]
    carried: Carried
    values: Values

    def unplaced(self, rows: Sequence[FoundRow]) -> Iterator[str]:
        """Changes the parts by what their lines say; gives the words for which there is no place."""
        by_number = {part.number: part for part in reversed(self.parts) if part.number is not None}
        for line in rows:
            told = [by_number[number] for number in line.parts if number in by_number]
            told = told or self._new(line)
            known = f"blok/{'+'.join(map(str, line.parts))}"
            for field, found in line.fields.items():
                words = line.words(field)
                was = self.carried.gelezen.get(f"{known}/{field}", ())
                if [piece.digest for piece in found] != list(was) and not self._says(field, words, found, told):
                    yield words

    def _new(self, line: FoundRow) -> list[Part]:
        """The part that is new too and has the name of a new line."""
        new = (part for part in self.parts if part.number is None and part.name == line.words("onderdeel"))
        return list(new)[:1] if not line.parts else []

    def _says(self, field: str, words: str, found: Sequence[Piece], parts: Sequence[Part]) -> bool:
        """Whether the parts say so too, now."""
        if field == "om":
            return self._begins(words, found, parts)
        if field.startswith("onderdeel"):
            return self._is_called(words, parts)
        if len(parts) == 1 and field not in parts[0].changed:
            change(parts[0], field, found, self.carried, self.values)
            return True
        if field == "duur":
            timing = read_timing(words, bare=True)
            return not timing.rest and timing.most == sum(_minutes(part) for part in parts)
        names = [str(name) for part in parts for name in listed(part.told.get("wie"))]
        return bool(names) and set(self.values.people(lines(piece.block for piece in found), names)) <= set(names)

    def _begins(self, words: str, found: Sequence[Piece], parts: Sequence[Part]) -> bool:
        if not parts:
            return False
        first = parts[0]
        if first.clock is None:
            change(first, "om", found, self.carried, self.values)
            return True
        return first.clock.begin == read_timing(words).begin and not read_timing(words).rest

    def _is_called(self, words: str, parts: Sequence[Part]) -> bool:
        label = f"({self.carried.woorden['optioneel']})"
        name = words.removesuffix(label).strip()
        shared = {str(part.told["blok"]) for part in parts if "blok" in part.told}
        if not parts or not name:
            return False
        if parts[0].number is None:
            return True
        if len(parts) > 1 or shared:
            for part in parts:
                part.put("blok", edited_line(str(part.told.get("blok", "")), name, self.values.names))
        elif "onderdeel" not in parts[0].changed:
            parts[0].put("onderdeel", edited_line(parts[0].name, name, self.values.names))
        elif parts[0].name != name:
            return False
        if len(parts) == 1 and "optioneel" not in parts[0].changed:
            parts[0].put("optioneel", parts[0].told.get("optioneel", "ja") if words.endswith(label) else None)
        return True


def gone(rows: Sequence[FoundRow], parts: Sequence[Part], carried: Carried) -> Iterator[Message]:
    """Lines that were taken out, while parts that they told still stand in detail."""
    standing = {number for line in rows for number in line.parts}
    left = {part.number: part.name for part in parts if part.number is not None}
    for number in dict.fromkeys(_numbers(carried)):
        if number in left and number not in standing:
            yield say("{name} is gone from the programme in short only, so it stays", name=left[number])


def _numbers(carried: Carried) -> Iterator[int]:
    for origin in carried.gelezen:
        kind, _, rest = origin.partition("/")
        if kind == "blok":
            yield from (int(number) for number in rest.partition("/")[0].split("+"))


def _minutes(part: Part) -> int:
    return read_timing(str(part.told.get("duur", "")), bare=True).most or 0
