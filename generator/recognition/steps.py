"""What stands under Werkwijze in; the steps of a werkvorm, with their heads and durations, out."""

import re
from collections.abc import Iterable

from generator.document.blocks import Block, Items, Paragraph, Table
from generator.recognition.accounting import Account
from generator.recognition.clock import read_timing
from generator.recognition.labels import is_head
from generator.recognition.lists import entries
from generator.recognition.texts import lines, one_line, text, without_start
from generator.recognition.vocabulary import Vocabulary
from generator.source import Tree

_NUMBERED = re.compile(
    r"^\s*(?:(?:stap|step|ronde|round)\s*\d{1,2}|\d{1,2}\s*[.)])\s*[:.–—)-]?\s*(?=\S)", re.IGNORECASE
)
_LASTING = re.compile(r"\s*\(([^()]{2,30})\)\s*$")


def steps(blocks: Iterable[Block], vocabulary: Vocabulary, account: Account) -> list[Tree]:
    """Each step: an item, a row, or a paragraph; a heading is the head of the step below it."""
    found: list[Tree] = []
    head = ""
    for block in blocks:
        if is_head(block, vocabulary):
            found += [_step("", head, account)] if head else []
            head = one_line(" ".join(lines([block])))
        else:
            for one in _texts_of(block, account):
                found.append(_step(one, head, account))
                head = ""
    return [*found, *([_step("", head, account)] if head else [])]


def _texts_of(block: Block, account: Account) -> list[str]:
    if isinstance(block, Items | Table):
        return entries([block])
    if isinstance(block, Paragraph):
        said = " ".join(lines([block]))
        numbered = _NUMBERED.match(said)
        if numbered:
            account.takes(numbered[0])
            return [text([Paragraph(without_start(block.content, len(numbered[0])), block.role)])]
    return [one for one in [text([block])] if one]


def _step(told: str, head: str, account: Account) -> Tree:
    """A step as YAML has it: a text by itself, or with a head and a duration."""
    step: dict[str, Tree] = {}
    for where, said in (("kop", head), ("tekst", told)):
        found = _LASTING.search(said)
        timing = read_timing(found[1]) if found else None
        if found and timing and timing.most and timing.begin is None and not timing.rest and "duur" not in step:
            account.takes(found[1])
            least = f"{timing.least}-" if timing.least != timing.most else ""
            step["duur"] = f"{least}{timing.most}"
            said = said[: found.start()]
        if said.strip():
            step[where] = said.strip()
    if "tekst" not in step:
        return step.get("kop") or "…" if "duur" not in step else {"tekst": step.get("kop", "…"), "duur": step["duur"]}
    return step["tekst"] if len(step) == 1 else step
