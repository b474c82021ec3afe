"""What the hostile tests share: a process that has read everything, and strace where it works."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hostile.running import Warm, needs, strace_works


@pytest.fixture(scope="session")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warm]:
    """A process in which each run takes a tenth of a second."""
    found = Warm(tmp_path_factory.mktemp("warm"))
    yield found
    found.close()


@pytest.fixture(scope="session")
def strace(warm: Warm, tmp_path_factory: pytest.TempPathFactory) -> None:
    """That strace can break what the process does."""
    needs("strace", strace_works(warm, tmp_path_factory.mktemp("trial")))


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """An empty folder to work in, beside nothing else."""
    (tmp_path / "work").mkdir()
    return tmp_path / "work"
