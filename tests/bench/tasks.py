"""What is timed: a process that makes something of some data, and how one sees that it made it right."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol


class Data(Protocol):
    """What there is to be made something of."""

    @property
    def name(self) -> str:
        """The name of its folder."""

    def lay(self, folder: Path) -> None:
        """Writes workspace/ for us, and data.json for others."""


@dataclass(frozen=True)
class Nothing:
    """An empty workspace: what is made is the bundled example, and what is read the bundled catalogue."""

    name: str = "nothing"

    def lay(self, folder: Path) -> None:
        """An empty workspace/."""
        (folder / "workspace").mkdir(parents=True)


@dataclass(frozen=True)
class Scene:
    """A run that is over: where it was, what it said and which files it made (by their path in `output`)."""

    workspace: Path
    output: Path
    said: str
    made: frozenset[str]


def ends_well(scene: Scene) -> None:
    """Looks at nothing more: a process that fails is refused anyway."""


@dataclass(frozen=True)
class Task:
    """What follows `python`, run in the workspace; in it {data} and {output} are the folders of those names.

    A task starts with nothing cached, unless it comes `after` another, in whose output it goes on; then the definition
    `changes` (its path in the workspace) is changed each time. `told` is that it prints its own seconds as JSON.
    """

    label: str
    data: Data
    command: tuple[str, ...]
    right: Callable[[Scene], None] = field(default=ends_well, compare=False)
    after: "Task | None" = None
    changes: str = ""
    told: bool = False
    needs: str = ""
    """The library without which it can't run."""
    prepare: tuple[str, ...] = ()
    """What follows `python` once before its first run, not timed."""
    environment: tuple[tuple[str, str], ...] = ()

    @property
    def name(self) -> str:
        """What its folder is called; tasks with the same data have different labels."""
        return "".join(letter if letter.isalnum() else "-" for letter in self.label)


@dataclass(frozen=True)
class Race:
    """Two tasks; ours should take at most `goal` times as long as the peer. Without a goal it is for comparison."""

    name: str
    about: str
    ours: Task
    peer: Task
    goal: float | None = None
    once: bool = False
    """Whether one run of each tells enough, as it takes minutes."""


@dataclass(frozen=True)
class Growth:
    """The same task over more and more: at most `goal` megabytes for the most, and no faster growth than a line's."""

    name: str
    about: str
    sizes: tuple[int, ...]
    ours: tuple[Task, ...]
    peer: tuple[Task, ...]
    goal: float
