"""Numbers in; workspaces of learning networks: with draaiboeken, with participants, or with all that belongs to one."""

import json
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from tests.bench import right
from tests.bench.cards import make_cards
from tests.bench.definitions import define
from tests.bench.meetings import FACILITATORS, Meeting, make_meeting
from tests.bench.words import Writer

TEMPLATES = Path(__file__).parents[2] / "templates"
SESSIONS = 6
"""How many sessions a network has."""
THEME = "samen leren in de wijk"


def _network(number: int, **more: Any) -> dict[str, Any]:
    return {"naam": f"Netwerk {number}", "thema": THEME, "facilitators": list(FACILITATORS), **more}


def _define_network(folder: Path, number: int, **more: Any) -> Path:
    """Writes the network, and gives the folder of its sessions."""
    top = folder / f"workspace/materials/netwerken/{_slug(number)}"
    define(top / "netwerk.yaml", _network(number, **more))
    return top / "sessies"


def _slug(number: int) -> str:
    return f"netwerk-{number:03}"


def _people(count: int) -> list[str]:
    writer = Writer(3)
    return [f"{writer.title(1)} {writer.title(1)}-{number}" for number in range(1, count + 1)]


@dataclass(frozen=True)
class Draaiboeken:
    """Sessions of some 1,800 words each, in a workspace whose own template makes a draaiboek in Word only."""

    count: int

    @property
    def name(self) -> str:
        """The name of its folder."""
        return f"draaiboeken-{self.count}"

    @cached_property
    def meetings(self) -> tuple[Meeting, ...]:
        """All of them."""
        return tuple(make_meeting(number, 12) for number in range(1, self.count + 1))

    def lay(self, folder: Path) -> None:
        """Writes workspace/ and data.json."""
        for at, meeting in enumerate(self.meetings):
            sessions = _define_network(folder, at // SESSIONS + 1, deelnemers=_people(12))
            define(sessions / f"{meeting.slug}.yaml", meeting.definition)
        text = (TEMPLATES / "draaiboek.html").read_text("utf-8")
        own = folder / "workspace/templates/draaiboek.html"
        own.parent.mkdir(parents=True)
        own.write_text(re.sub(r"^formaat: .*$", "formaat: docx", text, count=1, flags=re.MULTILINE), "utf-8")
        ready = [meeting.ready(f"Netwerk {at // SESSIONS + 1}", THEME) for at, meeting in enumerate(self.meetings)]
        (folder / "data.json").write_text(json.dumps(ready, ensure_ascii=False), "utf-8")

    def built(self, output: Path) -> None:
        """Raises WrongOutputError unless `drukklaar build` made each draaiboek with all its words."""
        for at, meeting in enumerate(self.meetings):
            right.docx(output / _slug(at // SESSIONS + 1) / meeting.slug / "draaiboek.docx", meeting.texts)

    def written(self, output: Path) -> None:
        """Raises WrongOutputError unless there is 1.docx, 2.docx … with all words of each."""
        for number, meeting in enumerate(self.meetings, 1):
            right.docx(output / f"{number}.docx", meeting.texts)


RASTER = (
    "achtergrond experiment experiment aanpak aanpak",
    "hypothese experiment experiment risico meting",
    "voorkeur buddy resultaat resultaat vervolg",
)
BOXES = ("achtergrond", "hypothese", "experiment", "aanpak", "risico", "meting", "voorkeur", "buddy", "resultaat",
         "vervolg")  # fmt: skip


@dataclass(frozen=True)
class Canvases:
    """A session with so many participants, who each get an A3 canvas of ten boxes with their name on it."""

    count: int

    @property
    def name(self) -> str:
        """The name of its folder."""
        return f"canvases-{self.count}"

    @property
    def canvas(self) -> dict[str, Any]:
        """The canvas as its YAML file has it."""
        writer = Writer(2)
        boxes = [{"naam": name, "kop": writer.title(2), "hulp": [writer.sentences(9), writer.sentences(9)]}
                 for name in BOXES]  # fmt: skip
        return {"naam": "Leercanvas", "uitleg": writer.sentences(30), "vakken": boxes, "raster": list(RASTER)}

    def lay(self, folder: Path) -> None:
        """Writes workspace/ and data.json."""
        canvas, people = self.canvas, _people(self.count)
        define(folder / "workspace/materials/canvassen/leercanvas.yaml", canvas)
        sessions = _define_network(folder, 1, deelnemers=people)
        meeting = make_meeting(1, 2).definition
        meeting["programma"][0]["materialen"] = [{"canvas": "leercanvas", "per": "deelnemer"}]
        define(sessions / "01-start.yaml", meeting)
        boxes = [{**box, **_cells(box["naam"])} for box in canvas["vakken"]]
        ready = {"naam": canvas["naam"], "uitleg": canvas["uitleg"], "vakken": boxes, "namen": people}
        (folder / "data.json").write_text(json.dumps(ready, ensure_ascii=False), "utf-8")

    def built(self, output: Path) -> None:
        """Raises WrongOutputError unless `drukklaar build --for deelnemers` made one for each participant."""
        self.drawn(output / _slug(1) / "01-start/leercanvas-deelnemers.pdf")

    def drawn(self, path: Path) -> None:
        """Raises WrongOutputError unless it has a page for each participant, with their name and all words."""
        canvas, people = self.canvas, _people(self.count)
        texts = [canvas["naam"], canvas["uitleg"]]
        for box in canvas["vakken"]:
            texts += [box["kop"], *box["hulp"]]
        right.pdf(path, self.count, {at: [people[at], *texts] for at in {0, self.count // 2, self.count - 1}})


def _cells(name: str) -> dict[str, int]:
    """Where a box is in the grid, in cells from the top left."""
    rows = [row.split() for row in RASTER]
    at = [(x, y) for y, row in enumerate(rows) for x, other in enumerate(row) if other == name]
    left, top = min(x for x, _ in at), min(y for _, y in at)
    return {"x": left, "y": top, "breed": max(x for x, _ in at) - left + 1, "hoog": max(y for _, y in at) - top + 1}


@dataclass(frozen=True)
class Networks:
    """So many networks of six sessions of six parts; each werkvorm stands in six sessions."""

    count: int

    @property
    def name(self) -> str:
        """The name of its folder."""
        return f"networks-{self.count}"

    @property
    def sessions(self) -> int:
        """How many sessions there are."""
        return self.count * SESSIONS

    def lay(self, folder: Path) -> None:
        """Writes workspace/."""
        cards = list(make_cards(self.sessions // 2))
        for card in cards:
            define(folder / f"workspace/materials/werkvormen/{card.slug}.yaml", card.definition)
        pack = [{"document": "draaiboek"}, {"document": "deelnemersprogramma"}, {"document": "kaarten"}]
        for number in range(1, self.sessions + 1):
            meeting = make_meeting(number, 6, [cards[at].slug for at in self._used(number)])
            sessions = _define_network(folder, (number - 1) // SESSIONS + 1, deelnemers=_people(12), pakket=pack)
            define(sessions / f"{meeting.slug}.yaml", meeting.definition)

    def _used(self, number: int) -> list[int]:
        """Which three werkvormen a session uses."""
        return [(3 * number + at) % (self.sessions // 2) for at in range(3)]

    def built(self, output: Path) -> None:
        """Raises WrongOutputError unless each session has its pack, and some the right words."""
        for number in range(1, self.sessions + 1):
            meeting = make_meeting(number, 6)
            folder = output / _slug((number - 1) // SESSIONS + 1) / meeting.slug
            made = {path.name for path in folder.iterdir()}
            lost = PACK - made
            if lost:
                raise right.WrongOutputError(f"{folder} lacks {sorted(lost)}")
            if number in (1, self.sessions):
                right.docx(folder / "draaiboek.docx", meeting.texts)

    def users_of(self, werkvorm: int) -> set[str]:
        """The sessions that use the werkvorm of this index, by network and name."""
        numbers = [number for number in range(1, self.sessions + 1) if werkvorm in self._used(number)]
        return {f"{_slug((number - 1) // SESSIONS + 1)}/{make_meeting(number, 1).slug}" for number in numbers}


PACK = {"draaiboek.docx", "draaiboek.pdf", "deelnemersprogramma.pdf", "kaarten.pdf", "kaarten-vellen.pdf",
        "paklijst.pdf", "printopdracht.pdf"}  # fmt: skip
"""What a session of such a network gets: what its pakket names, and what every session gets."""
