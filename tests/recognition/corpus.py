"""Every foreign draaiboek, and how much of each comes out right."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.recognition.draft import Draft
from tests.recognition import lists, tables, unseen
from tests.recognition.building import Deel, Sample

SESSIONS: tuple[Sample, ...] = (*tables.SAMPLES, *lists.SAMPLES, *unseen.SAMPLES)


def differences(sample: Sample, draft: Draft) -> Iterator[str]:
    """What came out otherwise than it must."""
    data: Mapping[str, Any] = draft.data
    for key, text in sample.facts.items():
        if data.get(key) != text:
            yield f"{key}: {data.get(key)!r}, not {text!r}"
    for key, count in sample.counts.items():
        if len(data.get(key) or ()) != count:
            yield f"{key}: {data.get(key)}, not {count} of them"
    left = "\n".join(data.get("overig") or ())
    yield from (f"{words!r} is not under overig" for words in sample.overig if words not in left)
    found = list(data.get("programma") or ())
    for number, part in enumerate(sample.parts):
        if number >= len(found) or wrong(part, found[number]):
            yield f"part {number}: {found[number] if number < len(found) else 'is missing'}, not {part}"
    if len(found) > len(sample.parts):
        yield f"too many parts: {found[len(sample.parts) :]}"


def right(sample: Sample, draft: Draft) -> int:
    """How many parts came out with their name, time, people and kind."""
    found = list(draft.data.get("programma") or ())  # type: ignore[arg-type]
    return sum(1 for part, told in zip(sample.parts, found, strict=False) if not wrong(part, told))


def wrong(part: Deel, told: Any) -> bool:
    """Whether a part came out otherwise."""
    kind = (told.get("vooraf") == "ja", told.get("soort") == "pauze", told.get("optioneel") == "ja")
    same = (
        told["onderdeel"] == part.naam,
        told.get("duur") == (None if part.duur is None else str(part.duur)),
        tuple(told.get("wie") or ()) == part.wie,
        kind == (part.vooraf, part.pauze, part.optioneel),
        told.get("om") == part.om,
        part.blok is None or told.get("blok") == part.blok,
        part.werkvorm is None or told.get("werkvorm") == part.werkvorm,
        part.materialen is None or len(told.get("materialen") or ()) == part.materialen,
        part.doel is None or told.get("doel") == part.doel,
    )
    return not all(same)
