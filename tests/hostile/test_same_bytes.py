"""The same definitions give the same bytes: at another time, in another place, on another disk, whatever is wished."""

import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator import cache, history
from tests import every_kind
from tests.folders import content, environment, lay
from tests.hostile.elsewhere import PRINTERS, WISHES, make_all
from tests.hostile.running import needs

ELSEWHERE = {
    "PYTHONHASHSEED": "4242",
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "tr_TR.UTF-8",
    "LANGUAGE": "nl",
    "COLUMNS": "40",
    "HOME": "/nonexistent",
    "USER": "iemand-anders",
    "LOGNAME": "iemand-anders",
    "HOSTNAME": "een-andere-computer",
    "FAKETIME_DONT_FAKE_MONOTONIC": "1",
}
THEN = "2041-12-31 23:59:58"


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """Everything, made in this process."""
    root = lay(tmp_path_factory.mktemp("work"), {**every_kind.FILES, "printers.yaml": PRINTERS})
    make_all(root, root / "output", 1)
    return made(root / "output")


def made(folder: Path) -> dict[str, bytes]:
    """What was made, and what was noted of it; the day on which cards changed is none of the files' business."""
    return {name: data for name, data in content(folder).items() if not name.endswith(history.FILE)}


def test_everything_that_can_be_wished_is_the_same_elsewhere(here: Mapping[str, bytes], tmp_path: Path) -> None:
    needs("faketime", shutil.which("faketime") is not None)
    folder = tmp_path / "een map – met spaties"
    files = {**every_kind.FILES, "printers.yaml": PRINTERS}
    lay(folder, dict(reversed(files.items())))
    program = [sys.executable, "-m", "tests.hostile.elsewhere", str(folder), str(tmp_path / "uit")]

    done = subprocess.run(
        ["faketime", THEN, *program], cwd=Path(__file__).parents[2], env=environment(**ELSEWHERE),
        capture_output=True, text=True, check=False, umask=0o077,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    found = made(tmp_path / "uit")
    assert found.keys() == here.keys()
    assert [name for name in here if here[name] != found[name]] == []


def test_that_is_every_wish_and_every_kind_of_file(here: Mapping[str, bytes]) -> None:
    tops = {name.partition("/")[0] for name in here}
    suffixes = {name.rpartition(".")[2] for name in here}

    assert (tops, suffixes) == (set(WISHES), {"pdf", "docx", "json"})
    assert all(f"{top}/{cache.FILE}" in here for top in tops)
    assert len(here) > 150
