"""What was understood of a file and needs not be kept; what of its words would else be lost."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.document.blocks import Block, Inlines, Paragraph
from generator.document.told import Told
from generator.errors import Message, say
from generator.recognition.draft import Certainty, Finding
from generator.recognition.texts import contents, plain, text
from generator.source import Loc, Tree


@dataclass
class Account:
    """Grows while a file is read: each text that now stands in another form, and each finding."""

    understood: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def takes(self, *texts: str) -> None:
        """These words need not be kept: a column's head, a label, a time that became minutes."""
        self.understood.extend(text for text in texts if text.strip())

    def tells(self, loc: Loc, certainty: Certainty, why: Message) -> None:
        """How sure the value at this place is, and why."""
        self.findings.append(Finding(loc, certainty, why))


def words(text: str) -> list[str]:
    """The words of a text, without the marks of Markdown."""
    return re.findall(r"[^\W_]+", re.sub(r"[*_\\\u00ad]", "", text).casefold())


def words_in(tree: Tree) -> Iterator[str]:
    """Each word of a definition."""
    if isinstance(tree, str):
        yield from words(tree)
    elif tree is not None:
        for value in tree.values() if isinstance(tree, dict) else tree:
            yield from words_in(value)


def paragraphs(told: Told) -> list[Inlines]:
    """Each paragraph of the file, the running heads and feet last."""
    blocks: Iterable[Block] = (*told.blocks, *told.header, *told.footer)
    return list(contents(blocks))


def with_unaccounted(overig: list[str], told: Told, data: dict[str, Tree], account: Account) -> list[str]:
    """What is left over, and behind it each paragraph with words that would else be lost; both are told."""
    for number in range(len(overig)):
        account.tells(("overig", number), "gegist", say("this found no place"))
    lost = _unaccounted(told, {**data, "overig": list[Tree](overig)}, account)
    for number in range(len(lost)):
        account.tells(("overig", len(overig) + number), "gegist", say("not all of its words found a place"))
    return [*overig, *lost]


def _unaccounted(told: Told, data: Tree, account: Account) -> list[str]:
    """The texts of the paragraphs with words that stand neither in the definition nor in what was understood."""
    kept = Counter((*words_in(data), *(word for said in account.understood for word in words(said))))
    lost: list[str] = []
    for content in paragraphs(told):
        needed = Counter(words(plain(content)))
        if any(kept[word] < count for word, count in needed.items()):
            lost.append(text([Paragraph(content)]))
        for word, count in needed.items():
            kept[word] = max(0, kept[word] - count)
    return lost
