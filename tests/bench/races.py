"""The table of races: what is raced, beside whom, and what must be true (issue 6)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.bench.cards import Deck
from tests.bench.definitions import EXTRA, is_flipped
from tests.bench.networks import Canvases, Draaiboeken, Networks
from tests.bench.right import WrongOutputError
from tests.bench.tasks import Data, Growth, Nothing, Race, Scene, Task, ends_well

PEERS = "tests.bench.peers"


@dataclass(frozen=True)
class Sizes:
    """How much of everything there is."""

    cards: int = 1000
    canvases: int = 300
    draaiboeken: int = 200
    networks: int = 100


FULL, QUICK = Sizes(), Sizes(cards=8, canvases=3, draaiboeken=2, networks=1)


def races(sizes: Sizes) -> tuple[Race | Growth, ...]:
    """Every race, in the order of the issue's table."""
    return (*_cards(sizes), *_canvases(sizes), *_word(sizes), *_small(), *_networks(sizes))


def _cards(sizes: Sizes) -> Iterator[Race | Growth]:
    few, many = Deck(sizes.cards), Deck(10 * sizes.cards)
    about = f"build of {few.count} cards, nothing cached"
    yield Race("cards-1000", about, _deck(few), _drawn("typst", few), 1.0)
    yield Race("cards-10000", f"build of {many.count} cards, nothing cached", _deck(many), _drawn("typst", many), 0.7,
               once=True)  # fmt: skip
    changed = f"the {few.count} cards after one changed"
    yield Race("one-card-changed", f"{changed}, beside the whole build", _changed(few), _deck(few), 0.4)
    yield Race("one-card-changed-typst", f"{changed}, beside all in Typst", _changed(few), _drawn("typst", few), 0.4)
    in_process = f"{few.count} cards from Documents to sheets, in process"
    yield Race("in-process-typst", in_process, _in_process("ours", few), _in_process("typst", few), 0.4)
    yield Race("in-process-platypus", in_process, _in_process("ours", few), _in_process("platypus", few), 0.1)
    counts = tuple(sizes.cards * times for times in (1, 2, 5, 10))
    decks = [Deck(count) for count in counts]
    yield Growth("memory", f"memory of the build of {', '.join(map(str, counts))} cards", counts,
                 tuple(map(_deck, decks)), tuple(_drawn("typst", deck) for deck in decks), goal=300)  # fmt: skip
    for peer in ("platypus", "fpdf2", "weasyprint"):
        yield Race(f"cards-1000-{peer}", about, _deck(few), _drawn(peer, few), once=peer == "weasyprint")


def _canvases(sizes: Sizes) -> Iterator[Race]:
    canvases = Canvases(sizes.canvases)
    about = f"{canvases.count} canvases on A3, each with a name"
    for peer, goal in (("typst", 0.6), ("platypus", None), ("fpdf2", None), ("weasyprint", None)):
        name = "canvases-300" + (f"-{peer}" if goal is None else "")
        yield Race(name, about, _named(canvases), _painted(peer, canvases), goal, once=peer == "weasyprint")


def _word(sizes: Sizes) -> Iterator[Race]:
    one, many = Draaiboeken(1), Draaiboeken(sizes.draaiboeken)
    for data, goal, short in ((one, 2.0, "1"), (many, 0.5, "200")):
        about = f"{data.count} draaiboek(en) in Word"
        yield Race(f"word-{short}", about, _draaiboeken(data), _written("docxtpl", data), goal)
        yield Race(f"word-{short}-python-docx", about, _draaiboeken(data), _written("python-docx", data))


def _small() -> Iterator[Race]:
    click = Task("import click", Nothing(), ("-c", "import click"))
    yield Race("help", "drukklaar --help", _drukklaar("help", Nothing(), "--help", says="build"), click, 1.3)
    completion = _drukklaar("completion", Nothing(), says="bol-wol", **{
        "_DRUKKLAAR_COMPLETE": "bash_complete", "COMP_WORDS": "drukklaar show bol", "COMP_CWORD": "2"
    })  # fmt: skip
    yield Race("completion", "completion of a name", completion, click, 2.0)
    first = _drukklaar("first check", Nothing(), "check")
    check = Task("check", Nothing(), first.command, after=first)
    libraries = Task("import pydantic, yaml, jinja2", Nothing(), ("-c", "import pydantic, yaml, jinja2"))
    yield Race("check", "check of the whole bundled catalogue, as it is but the first time", check, libraries, 2.5)
    yield Race("check-first", "the same with nothing cached", first, libraries)
    build = _build("build", Nothing())
    again = Task("build again", Nothing(), build.command, _nothing_made, after=build)
    yield Race("build-unchanged", "build of the whole example, nothing changed, beside check of it", again, check, 2.0)


def _networks(sizes: Sizes) -> Iterator[Race]:
    networks = Networks(sizes.networks)
    build = _build("build", networks, right=lambda scene: networks.built(scene.output))
    two = _build("build with two jobs", networks, "--jobs", "2", right=lambda scene: networks.built(scene.output))
    changed = Task("one werkvorm changed", networks, build.command, _only_users_of_the_first(networks), after=build,
                   changes=FIRST_CARD)  # fmt: skip
    sessions = f"{networks.sessions} sessions of {networks.count} networks"
    about = f"one werkvorm changed in {sessions}, beside the whole build"
    yield Race("one-werkvorm-changed", about, changed, build, 0.1, once=True)
    yield Race("jobs-2", f"build of {sessions} with two jobs, beside one", two, build, 0.6, once=True)


FIRST_CARD = "materials/werkvormen/kaart-00001.yaml"


def _build(label: str, data: Data, *arguments: str, right: Callable[[Scene], None] = ends_well) -> Task:
    return Task(label, data, ("-m", "generator", "build", "--output", "{output}", *arguments), right)


def _deck(deck: Deck) -> Task:
    return _build("build", deck, right=lambda scene: deck.built(scene.output))


def _changed(deck: Deck) -> Task:
    def right(scene: Scene) -> None:
        deck.changed(scene.output, [EXTRA] if is_flipped(scene.workspace / FIRST_CARD) else [])

    build = _deck(deck)
    return Task("build after a change", deck, build.command, right, after=build, changes=FIRST_CARD)


def _drawn(peer: str, deck: Deck) -> Task:
    return _peer(peer, deck, "cards", "{output}.pdf", lambda scene: deck.drawn(scene.output.with_suffix(".pdf")))


def _in_process(maker: str, deck: Deck) -> Task:
    def right(scene: Scene) -> None:
        deck.drawn(scene.output.with_suffix(".pdf"))

    command = ("-m", "tests.bench.inprocess", maker, "{data}", "{output}.pdf")
    return Task(f"{maker} in process", deck, command, right, told=True, needs=_LIBRARIES.get(maker, ""))


def _named(canvases: Canvases) -> Task:
    asked = ("netwerk-001/01-start", "--only", "canvas", "--for", "deelnemers")
    return _build("build", canvases, *asked, right=lambda scene: canvases.built(scene.output))


def _painted(peer: str, canvases: Canvases) -> Task:
    return _peer(
        peer, canvases, "canvases", "{output}.pdf", lambda scene: canvases.drawn(scene.output.with_suffix(".pdf"))
    )


def _draaiboeken(data: Draaiboeken) -> Task:
    return _build("build", data, "--only", "draaiboek", right=lambda scene: data.built(scene.output))


def _written(peer: str, data: Draaiboeken) -> Task:
    return _peer(peer, data, "draaiboeken", "{output}", lambda scene: data.written(scene.output))


_LIBRARIES = {"typst": "typst", "weasyprint": "weasyprint", "fpdf2": "fpdf", "docxtpl": "docxtpl"}
"""What is imported of the extra `bench`; the other peers are there already."""
_TEMPLATE = ("-m", f"{PEERS}.docxtpl_template", "{data}/sjabloon.docx")


def _peer(peer: str, data: Data, what: str, output: str, right: Callable[[Scene], None]) -> Task:
    command = ("-m", f"{PEERS}.{peer.replace('-', '_')}", what, "{data}/data.json", output)
    prepare = _TEMPLATE if peer == "docxtpl" else ()
    return Task(peer, data, command, right, needs=_LIBRARIES.get(peer, ""), prepare=prepare)


def _drukklaar(label: str, data: Data, *arguments: str, says: str = "", **environment: str) -> Task:
    def right(scene: Scene) -> None:
        if says not in scene.said:
            raise WrongOutputError(f"{label} says nothing of {says}")

    return Task(label, data, ("-m", "generator", *arguments), right, environment=tuple(environment.items()))


def _nothing_made(scene: Scene) -> None:
    if scene.made:
        raise WrongOutputError(f"nothing had changed, and yet it made {sorted(scene.made)[:3]}")


def _only_users_of_the_first(networks: Networks) -> Callable[[Scene], None]:
    def right(scene: Scene) -> None:
        sessions = {path.rpartition("/")[0] for path in scene.made} - {""}
        if sessions != networks.users_of(0):
            raise WrongOutputError(f"it made {sorted(sessions)[:9]}, not {sorted(networks.users_of(0))}")

    return right
