"""Whether a word of a file was lost: told by its words alone, without knowing how they were recognised."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from generator.document.blocks import Block, Box, Heading, Inlines, Items, LineBreak, Paragraph, Run, Table
from generator.document.told import Told
from generator.material.library import Library
from generator.recognition.draft import Draft
from generator.recognition.lexicon import Lexicon
from generator.source import Tree

OF_TIME = """
    min minuten minuut minutes minute mins m uur uren u h hour hours hr hrs am pm a p kwartier kwartiertje half
    halfuur anderhalf an and quarter quarters three of tot to until til till t x keer maal times van from om at
    vanaf ca circa ongeveer plm ong about approx een twee drie vier vijf zes zeven acht negen tien twaalf
    vijftien twintig vijfentwintig dertig veertig vijfenveertig vijftig zestig negentig one two five ten fifteen
    twenty thirty forty sixty maandag dinsdag woensdag donderdag vrijdag zaterdag zondag monday tuesday
    wednesday thursday friday saturday sunday ma di wo do vr za zo mon tue wed thu fri sat sun januari jan
    january februari feb febr february maart mrt mar march april apr mei may juni jun june juli jul july
    augustus aug august september sep sept oktober okt october oct november nov december dec th st nd rd e ½
"""
JOINTS = "en and door by o l v per voor elk elke ieder iedere for each every stap step ronde round"
OF_AMOUNT = """
    max maximaal min minimaal minstens hooguit meer more deelnemers deelnemer personen mensen participants people
"""


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", re.sub(r"[*_\\\u00ad]", "", text).casefold())


def words_told(told: Told) -> Counter[str]:
    """Each word of the file."""
    blocks = (*told.blocks, *told.header, *told.footer)
    return Counter(word for text in _texts(blocks) for word in words(text))


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                yield _letters(block.content)
            case Items():
                for item in block.items:
                    yield from _texts(item)
            case Box():
                yield from _texts(block.blocks)
            case Table():
                for row in (*([block.head] if block.head else []), *block.rows):
                    for cell in row.cells:
                        yield from _texts(cell.blocks)
            case _:
                pass


def _letters(content: Inlines) -> str:
    return "".join(
        part.text if isinstance(part, Run) else "\n" if isinstance(part, LineBreak) else "" for part in content
    )


def words_kept(tree: Tree) -> Counter[str]:
    """Each word of a definition."""
    if isinstance(tree, str):
        return Counter(words(tree))
    values = tree.values() if isinstance(tree, dict) else tree or ()
    return sum((words_kept(value) for value in values), Counter())


def allowed(lexicon: Lexicon, library: Library) -> frozenset[str]:
    """The words that may be understood away: those of heads, times, amounts and joints, and names of the library."""
    families = (lexicon.kolommen, lexicon.koppen, lexicon.feiten, lexicon.werkvorm, lexicon.woorden)
    known = [text for family in families for texts in family.words.values() for text in texts]
    named = [str(getattr(thing, "naam", "")) for thing in library.things.values()]
    themes = [str(getattr(thing, "thema", "")) for thing in library.things.values()]
    plain = (OF_TIME, JOINTS, OF_AMOUNT, *known, *named, *themes)
    return frozenset(word for text in plain for word in words(text))


def faults(told: Told, draft: Draft, understood: Sequence[str], free: frozenset[str]) -> list[str]:
    """Each word that is lost, and each that was understood away though it may mean something and nobody tells it."""
    data = dict(draft.data)
    reported = {word for finding in draft.findings for _, value in finding.why.values for word in words(value)}
    kept = words_kept(data)
    away = Counter(word for text in understood for word in words(text))
    lost = words_told(told) - kept - away
    odd = [
        word
        for word in away
        if word not in free | reported and word not in kept and not re.fullmatch(r"\d+\w{0,2}|\w?\d+", word)
    ]
    return [*(f"lost: {word}" for word in lost.elements()), *(f"claimed: {word}" for word in odd)]
