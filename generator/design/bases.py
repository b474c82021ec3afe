"""Names of Word files in templates/ → the base files that house styles name, read when they are first asked for."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from generator.design.locating import LocatingError, located
from generator.errors import GeneratorError, Message, nearest, say

if TYPE_CHECKING:
    from generator.word.basis import Basis

SUFFIXES = (".docx", ".dotx")
_INTO = say("put the Word file in templates/, and write where it stands there")
_WITHOUT_MACROS = say("save it in Word as .docx or .dotx, without macros")


class Bases:
    """Base files by their names; `files` are all that there are, `tops` the folders of the workspace that hold them."""

    def __init__(self, files: Mapping[str, Path], tops: tuple[Path, ...]) -> None:
        self._files, self._tops = files, tops

    def __getitem__(self, name: str) -> "Basis":
        """The base file; raises GeneratorError."""
        return self._read(name)

    def faults(self, name: str) -> list[tuple[Message, Message | None]]:
        """Why a file can't be built on, each with a way out; none where it can."""
        try:
            self._read(name)
        except LocatingError as error:
            return [(error.what, error.way_out)]
        except GeneratorError as error:
            return [(problem.what, problem.way_out) for problem in error.problems]
        return []

    def _read(self, name: str) -> "Basis":
        if name.lower().endswith((".docm", ".dotm")):
            raise LocatingError(say("{name} may hold macros", name=name), _WITHOUT_MACROS)
        if not name.lower().endswith(SUFFIXES):
            raise LocatingError(say("{name} is no Word file (.docx or .dotx)", name=name), _INTO)
        path = located(name, self._files, self._tops, _INTO)
        if path is None:
            known = [file for file in self._files if file.lower().endswith(SUFFIXES)]
            raise LocatingError(say("there is no Word file {name}", name=name), nearest(name, known) or _INTO)
        found = path.stat()
        return _read(name, path, (found.st_mtime_ns, found.st_size))


@lru_cache(maxsize=8)
def _read(name: str, path: Path, stamp: tuple[int, int]) -> "Basis":
    """Kept as long as the file stays what it is; what can't be used is looked at again."""
    from generator.word.basis import read_basis  # python-docx and lxml are loaded for a base file alone

    try:
        data = path.read_bytes()
    except OSError as error:
        what = say("this file can't be read: {reason}", reason=error.strerror or error)
        raise LocatingError(what, say("look whether you may open it")) from error
    return read_basis(data, f"templates/{name}")
