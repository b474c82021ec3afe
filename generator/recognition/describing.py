"""What stands behind the labels of a werkvorm in; the values that a definition has for it, out."""

import re

from generator.document.blocks import Block, Items
from generator.recognition.accounting import Account
from generator.recognition.clock import read_timing
from generator.recognition.lists import entries
from generator.recognition.names import Names
from generator.recognition.steps import steps
from generator.recognition.texts import lines, one_line, text
from generator.recognition.things import things_in
from generator.recognition.vocabulary import Vocabulary
from generator.source import Tree

_TEXTS = ("wat", "wanneer", "doel", "opbrengst")
_LISTS = ("varianten", "tips", "let-op")
_RANGE = re.compile(r"(\d{1,4})\s*(?:-|–|tot en met|t/m|tot|à|to)\s*(\d{1,4})")
_LEAST = re.compile(
    r"\b(?:minimaal|min\.?|vanaf|minstens|at least|from)\s*(\d{1,4})|(\d{1,4})\s*(?:\+|of meer|or more)", re.IGNORECASE
)
_MOST = re.compile(r"\b(?:maximaal|max\.?|tot|hooguit|at most|up to)\s*(\d{1,4})", re.IGNORECASE)
_PEOPLE = re.compile(r"\b(?:deelnemers?|personen|mensen|participants?|people|persons)\b", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s<>()\"]+[^\s<>()\".,;:]")

Blocks = tuple[Block, ...]


class Described:
    """What is known of a werkvorm until now."""

    def __init__(self, names: Names, vocabulary: Vocabulary, account: Account) -> None:
        self.names, self.vocabulary, self.account = names, vocabulary, account
        self.data: dict[str, Tree] = {}

    def takes(self, key: str, label: str, value: Blocks) -> bool:
        """Whether the value was understood as what its label says."""
        if key in _TEXTS:
            before = self.data.get(key)
            self.data[key] = f"{before}\n\n{text(value)}" if before else text(value)
            return True
        if key in _LISTS:
            self._add(key, list[Tree](entries(value)))
            return True
        match key:
            case "naam":
                return self._name(value)
            case "duur":
                return self._duration(value)
            case "groep":
                return self._group(value)
            case "stappen":
                self._add("stappen", steps(value, self.vocabulary, self.account))
            case "voorbereiding":
                step: dict[str, Tree] = {"kop": label.strip(" :\t"), "tekst": text(value)}
                self.data["stappen"] = [step, *(self.data.get("stappen") or ())]
            case "materialen":
                self._things(value)
            case "debrief":
                self._debrief(value)
            case "bron":
                self._add("bron", [_source(line) for line in lines(value)])
            case _:
                said = [piece.strip() for line in lines(value) for piece in re.split(r"[,;]", line)]
                self._add("trefwoorden", [one for one in said if one])
        return True

    def _add(self, key: str, found: list[Tree]) -> None:
        self.data[key] = [*(self.data.get(key) or ()), *found]

    def _name(self, value: Blocks) -> bool:
        said = one_line(" ".join(lines(value)))
        if self.data.get("naam") not in (None, said):
            return False
        self.account.takes(said if "naam" in self.data else "")
        self.data["naam"] = said
        return True

    def _duration(self, value: Blocks) -> bool:
        said = " ".join(lines(value))
        timing = read_timing(said, bare=True)
        if timing.most is None or timing.begin is not None or re.search(r"\w", timing.rest) or "duur" in self.data:
            return False
        self.data["duur"] = str(timing.most) if timing.least == timing.most else f"{timing.least}-{timing.most}"
        self.account.takes(said)
        return True

    def _group(self, value: Blocks) -> bool:
        rest = one_line(" ".join(lines(value)))
        group: dict[str, Tree] = dict(self.data.get("groep") or {})  # type: ignore[arg-type]
        for pattern, keys in ((_RANGE, ("min", "max")), (_LEAST, ("min",)), (_MOST, ("max",))):
            found = pattern.search(rest)
            numbers = [int(number) for number in found.groups() if number] if found else []
            if found and numbers == sorted(numbers) and numbers[0] and not any(key in group for key in keys):
                group |= {key: str(number) for key, number in zip(keys, numbers, strict=True)}
                rest = f"{rest[: found.start()]} {rest[found.end() :]}"
                self.account.takes(found[0])
        if len(group) > ("indeling" in group):
            self.account.takes(*_PEOPLE.findall(rest))
            rest = _PEOPLE.sub(" ", rest)
        rest = " ".join(rest.split()).strip(" ,;.()–-:")
        if rest:
            group["indeling"] = f"{group['indeling']}, {rest}" if "indeling" in group else rest
        self.data["groep"] = group
        return bool(group)

    def _things(self, value: Blocks) -> None:
        found, findings = things_in(value, self.names, self.account)
        before = len(self.data.get("materialen") or ())
        self._add("materialen", found)
        for finding in findings:
            (number,) = finding.loc
            self.account.tells(("materialen", before + int(number)), finding.certainty, finding.why)

    def _debrief(self, value: Blocks) -> None:
        asked = [block for block in value if isinstance(block, Items) or _asks(block)]
        rest = text([block for block in value if block not in asked])
        debrief: dict[str, Tree] = dict(self.data.get("debrief") or {})  # type: ignore[arg-type]
        if asked:
            debrief["vragen"] = [*(debrief.get("vragen") or ()), *entries(asked)]
        if rest:
            debrief["uitleg"] = f"{debrief['uitleg']}\n\n{rest}" if "uitleg" in debrief else rest
        self.data["debrief"] = debrief


def _asks(block: Block) -> bool:
    found = lines([block])
    return bool(found) and found[-1].endswith("?")


def _source(line: str) -> Tree:
    """A source: its address apart, all else as its title."""
    address = _ADDRESS.search(line)
    title = one_line(line.replace(address[0], " ") if address else line).strip(" ,;–-()")
    return {"titel": title or line, **({"url": address[0]} if address else {})}
