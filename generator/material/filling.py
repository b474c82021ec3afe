"""Texts that name what a series knows, such as `{{ netwerk.thema }}`, in; the same with those names filled in, out."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.errors import Message, Problem, nearest, say
from generator.source import Loc, Source, map_texts

_NAMED = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)


def known_names(prefix: str, written: object) -> Iterator[tuple[str, str]]:
    """The names that a definition gives to a series, and what they stand for."""
    for key, value in written.items() if isinstance(written, Mapping) else ():
        if isinstance(value, str | int):
            yield f"{prefix}.{key}", str(value)


def fill(source: Source, known: Mapping[str, str] | None) -> Source:
    """The source with what its names stand for; None where there is no series to know any. Faults are noted in it.

    Participants' names are kept letter for letter.
    """
    problems: list[Problem] = []

    def filled(loc: Loc, text: str) -> str:
        if "{{" not in text or "deelnemers" in loc:
            return text
        names = [match.strip() for match in _NAMED.findall(text)]
        faults = [fault for name in names if (fault := _fault(name, known))]
        if len(names) < text.count("{{"):
            faults.append(
                (say("two opening braces have no two closing ones behind them"), say("close the name with }}}}"))
            )
        problems.extend(Problem(source.place(loc), *fault) for fault in faults)
        return text if faults or not known else _NAMED.sub(lambda match: known[match[1].strip()], text)

    changed = map_texts(source, filled)
    return replace(changed, problems=(*source.problems, *problems))


def _fault(name: str, known: Mapping[str, str] | None) -> tuple[Message, Message | None] | None:
    if known is None:
        return say("{name} is known in a netwerk and its sessies only", name=name), say("write the text out")
    if name not in known:
        return say("{name} is not known in this series", name=name), nearest(name, known)
    if "{{" in known[name]:
        return say("{name} itself names something else", name=name), say("write the text out")
    return None
