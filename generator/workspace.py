"""Where things stand on disk: the user's folder, and what comes with the tool."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parent


@dataclass(frozen=True)
class Workspace:
    """A folder with materials/, templates/ and output/ of the user's own; each may be missing."""

    root: Path

    @property
    def materials(self) -> Path | None:
        """The user's own definitions."""
        return self._own("materials")

    @property
    def templates(self) -> Path | None:
        """The user's own templates."""
        return self._own("templates")

    @property
    def output(self) -> Path:
        """Where files are made."""
        return self.root / "output"

    def _own(self, name: str) -> Path | None:
        folder = self.root / name
        return folder if folder.is_dir() else None


def bundled(name: str) -> Path:
    """A folder that comes with the tool: beside the package in a checkout, inside it once installed."""
    inside = PACKAGE / "bundled" / name
    return inside if inside.is_dir() else PACKAGE.parent / name


@cache
def code_digest() -> str:
    """A fingerprint of the tool itself: what another version made is made again."""
    import hashlib  # for a build alone: every start has this room

    digest = hashlib.sha256()
    for path in sorted(PACKAGE.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()
