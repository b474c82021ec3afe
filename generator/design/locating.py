"""What a house style calls a file of its own → where that lies: inside the workspace, and nowhere else."""

from collections.abc import Mapping
from pathlib import Path
from stat import S_ISREG

from generator.errors import Message, say


class LocatingError(Exception):
    """A file can't be used: why, and a way out."""

    def __init__(self, what: Message, way_out: Message | None = None) -> None:
        self.what, self.way_out = what, way_out
        super().__init__(str(what))


def located(name: str, files: Mapping[str, Path], tops: tuple[Path, ...], into: Message) -> Path | None:
    """The file of the name, which is not opened; None where there is none.

    `files` are all that there are by their names, `tops` the folders that hold them, and `into` is the way out. Raises
    LocatingError for one that leads elsewhere, by its name or by a link, and for what is no file.
    """
    path = files.get(name)
    if path is None:
        _check_name(name, tops, into)
        return None
    if ":" in name or not any(path.resolve().is_relative_to(top.resolve()) for top in tops):
        raise LocatingError(say("{name} lies outside the workspace", name=name), into)
    return path


def _check_name(name: str, tops: tuple[Path, ...], into: Message) -> None:
    if ":" in name or name.startswith("/") or ".." in Path(name).parts:
        raise LocatingError(say("{name} lies outside the workspace", name=name), into)
    for top in tops:
        path = top / name
        if path.exists() and not S_ISREG(path.stat().st_mode):
            raise LocatingError(say("{name} is no file", name=name), into)
