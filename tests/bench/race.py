"""Two makers of one deck → how long each takes, believed only after its file is looked at."""

import multiprocessing
import statistics
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from io import BytesIO

from pypdf import PdfReader

from generator.design import Design
from generator.document.blocks import Document
from generator.reading import read_house
from generator.workspace import PACKAGE, Workspace
from tests.bench import ours, platypus
from tests.bench.deck import deck, words

FIRST = 20
"""How many other cards each maker makes before its time is taken."""

Maker = Callable[[Sequence[Document], Design], bytes]
MAKERS: dict[str, Maker] = {"ours": ours.sheets, "platypus": platypus.sheets}


@dataclass(frozen=True)
class Lap:
    """What one maker did: processor seconds of each run, pages and bytes of its file."""

    seconds: tuple[float, ...]
    pages: int
    size: int

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)

    @property
    def fastest(self) -> float:
        return min(self.seconds)


@dataclass(frozen=True)
class Result:
    """How both fared with the same deck."""

    cards: int
    words: int
    runs: int
    laps: dict[str, Lap]

    @property
    def ratio(self) -> float:
        """Our time as a share of that of Platypus."""
        return self.laps["ours"].median / self.laps["platypus"].median

    @property
    def figures(self) -> dict[str, object]:
        """All of it as plain data."""
        laps = {
            name: {"median": lap.median, "seconds": lap.seconds, "pages": lap.pages, "bytes": lap.size}
            for name, lap in self.laps.items()
        }
        return {"cards": self.cards, "words": self.words, "runs": self.runs, "ratio": self.ratio, **laps}


class WrongFileError(Exception):
    """A maker left out pages or words, so its time says nothing."""


def race(cards: int, runs: int) -> Result:
    """Both makers in turn, each time in a process of its own, so that no word is known from the run before."""
    documents = deck(cards, read_house(Workspace(PACKAGE.parent)).library)
    taken: dict[str, list[float]] = {name: [] for name in MAKERS}
    files: dict[str, bytes] = {}
    for _ in range(runs):
        for name in MAKERS:
            seconds, files[name] = _in_a_process(name, cards)
            taken[name].append(seconds)
    for data in files.values():
        check(data, documents)
    laps = {
        name: Lap(tuple(taken[name]), len(PdfReader(BytesIO(data)).pages), len(data)) for name, data in files.items()
    }
    return Result(cards, sum(len(words(document)) for document in documents), runs, laps)


def _in_a_process(name: str, cards: int) -> tuple[float, bytes]:
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(run, name, cards).result()


def run(name: str, cards: int) -> tuple[float, bytes]:
    """Processor seconds from finished Documents to bytes, and the bytes.

    The maker makes a few other cards first, so that all files (fonts, drawings, hyphenation) are read.
    """
    house = read_house(Workspace(PACKAGE.parent))
    documents = deck(cards, house.library)
    platypus.register(house.design)
    MAKERS[name](deck(FIRST, house.library, seed=2), house.design)
    start = time.process_time()
    data = MAKERS[name](documents, house.design)
    return time.process_time() - start, data


def check(data: bytes, documents: Sequence[Document]) -> None:
    """Raises WrongFileError unless the file has all its sides, and a sample of them every word of its cards."""
    reader = PdfReader(BytesIO(data))
    sheets = -(-len(documents) // 4)
    if len(reader.pages) != 2 * sheets:
        raise WrongFileError(f"{len(reader.pages)} pages, not {2 * sheets}")
    for sheet in {0, sheets // 2, sheets - 1}:
        found = _letters("".join(reader.pages[2 * sheet + side].extract_text() for side in (0, 1)))
        for document in documents[4 * sheet : 4 * sheet + 4]:
            lost = [word for word in words(document) if _letters(word) not in found]
            if lost:
                raise WrongFileError(f"sheet {sheet + 1} lacks {lost[:5]}")


def _letters(text: str) -> str:
    """Without white space and hyphens: a word may be divided over two lines."""
    return "".join(letter for letter in text if letter.isalnum())
