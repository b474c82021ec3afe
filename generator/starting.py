"""A new definition to fill in, and a new workspace: from the examples in templates/nieuw."""

import re
import unicodedata
from pathlib import Path

from generator import writing
from generator.errors import UsageError, nearest, say
from generator.kinds import FOLDERS
from generator.workspace import Workspace, bundled

EXAMPLE_NETWORK = "mijn-netwerk"


def new(workspace: Workspace, kind: str, name: str) -> Path:
    """Writes a definition to fill in, and gives its path. Raises UsageError and OutputError."""
    if kind not in FOLDERS:
        raise UsageError(say("there is no kind named {kind}", kind=kind), nearest(kind, FOLDERS))
    path = workspace.root / "materials" / _place(kind, name)
    if path.exists():
        raise UsageError(say("{path} is there already", path=path.relative_to(workspace.root).as_posix()))
    title = name.rpartition("/")[2] if kind == "sessie" else name
    _write(workspace, path, _example(f"{kind}.yaml", workspace).replace("$naam", _quoted(title)))
    return path


def _place(kind: str, name: str) -> Path:
    if kind == "netwerk":
        return Path(FOLDERS[kind], slug(name), "netwerk.yaml")
    if kind == "sessie":
        network, slash, session = name.partition("/")
        if not slash:
            raise UsageError(say("a sessie belongs to a netwerk"), say("name both, such as mijn-netwerk/02-leervragen"))
        return Path(FOLDERS[kind], slug(network), "sessies", f"{slug(session)}.yaml")
    return Path(FOLDERS[kind], f"{slug(name)}.yaml")


def slug(name: str) -> str:
    """A name as a file bears it: small letters, digits, dashes. Raises UsageError where nothing is left."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    dashed = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if not dashed:
        raise UsageError(say("{name} holds no letter that a file's name can bear", name=name))
    return dashed


def _quoted(title: str) -> str:
    """The title for between double quotes in YAML."""
    return " ".join(title.split()).replace("\\", "\\\\").replace('"', '\\"')


def _example(name: str, workspace: Workspace) -> str:
    own = workspace.templates
    path = own / "nieuw" / name if own and (own / "nieuw" / name).is_file() else bundled("templates") / "nieuw" / name
    return path.read_text("utf-8")


def _write(workspace: Workspace, path: Path, text: str) -> None:
    writing.write(path, text.encode(), workspace.root)


def start(root: Path) -> list[Path]:
    """Makes a workspace with a network, a meeting and a werkvorm to change; gives what it wrote. Raises UsageError."""
    workspace = Workspace(root)
    if (root / "materials").exists():
        raise UsageError(say("{path} is a workspace already", path=root))
    readme = root / "LEESMIJ.md"
    made = [
        new(workspace, "netwerk", EXAMPLE_NETWORK),
        new(workspace, "sessie", f"{EXAMPLE_NETWORK}/01-kennismaken"),
        new(workspace, "werkvorm", "mijn-werkvorm"),
    ]
    if not readme.exists():
        _write(workspace, readme, _example("leesmij.md", workspace))
        made.append(readme)
    (root / "templates").mkdir(exist_ok=True)
    return made
