"""A new definition to fill in, and a new workspace: from the examples in templates/nieuw."""

import re
from pathlib import Path

from generator import writing
from generator.errors import OutputError, UsageError, nearest, say
from generator.kinds import FOLDERS, SKETCH
from generator.material.files import taken
from generator.slugs import slug
from generator.workspace import Workspace, bundled

EXAMPLE_NETWORK = "Mijn netwerk"
_NUMBER = re.compile(r"\d{1,3}-")


def new(workspace: Workspace, kind: str, name: str) -> Path:
    """Writes a definition to fill in, and gives its path. Raises UsageError and OutputError."""
    if kind not in FOLDERS:
        raise UsageError(say("there is no kind named {kind}", kind=kind), nearest(kind, (*FOLDERS, SKETCH)))
    path = workspace.root / "materials" / _place(workspace, kind, name)
    title = _title(kind, name)
    if not title.isprintable():
        raise UsageError(say("{name} holds a letter that can't be printed", name=name), say("choose another name"))
    text = _example(f"{kind}.yaml", workspace).replace("$naam", _quoted(title))
    with writing.alone(workspace.root) as placing:  # of two that ask for the same name one is first
        if path.exists():
            shown = path.relative_to(workspace.root).as_posix()
            raise UsageError(say("{path} is there already", path=shown), say("choose another name"))
        placing.put(path, text.encode())
    return path


def _place(workspace: Workspace, kind: str, name: str) -> Path:
    if kind == "netwerk":
        if slug(name) in FOLDERS.values():
            raise UsageError(*taken(slug(name)))
        return Path(FOLDERS[kind], slug(name), "netwerk.yaml")
    if kind == "sessie":
        return _place_of_session(workspace, name)
    return Path(FOLDERS[kind], f"{slug(name)}.yaml")


def _place_of_session(workspace: Workspace, name: str) -> Path:
    network, slash, session = name.partition("/")
    if not slash:
        what = say("a sessie belongs to a netwerk")
        raise UsageError(what, say("name both, such as mijn-netwerk/02-leervragen"))
    folder = Path(FOLDERS["sessie"], slug(network))
    tops = (workspace.root / "materials", bundled("materials"))
    if not any((top / folder / "netwerk.yaml").is_file() for top in tops):
        what = say("there is no netwerk named {name}", name=network)
        raise UsageError(what, say("`drukklaar new netwerk {name}` makes it", name=slug(network)))
    return folder / "sessies" / f"{slug(session)}.yaml"


def _title(kind: str, name: str) -> str:
    """What it is called on paper: a session's file name without its number and dashes."""
    if kind == "sessie":
        name = _NUMBER.sub("", name.rpartition("/")[2], count=1).replace("-", " ") or name
        name = name[:1].upper() + name[1:]
    return " ".join(name.split())


def _quoted(title: str) -> str:
    """The title for between double quotes in YAML."""
    return title.replace("\\", "\\\\").replace('"', '\\"')


def _example(name: str, workspace: Workspace) -> str:
    own = workspace.templates
    path = own / "nieuw" / name if own and (own / "nieuw" / name).is_file() else bundled("templates") / "nieuw" / name
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError as error:
        what = say("{path} is not in UTF-8", path=path)
        raise UsageError(what, say("save it again with the encoding UTF-8")) from error


def start(root: Path) -> list[Path]:
    """Makes a workspace with a network, a meeting and a werkvorm to change; gives what it wrote.

    Raises UsageError and OutputError.
    """
    workspace = Workspace(root)
    if (root / "materials").exists():
        raise UsageError(say("{path} is a workspace already", path=root), say("choose another folder"))
    _make_folder(root / "templates")
    made = [
        new(workspace, "netwerk", EXAMPLE_NETWORK),
        new(workspace, "werkvorm", "Mijn werkvorm"),
        new(workspace, "sessie", f"{slug(EXAMPLE_NETWORK)}/01-kennismaken"),
    ]
    readme = root / "LEESMIJ.md"
    if not readme.exists():
        writing.write(readme, _example("leesmij.md", workspace).encode(), root)
        made.append(readme)
    return made


def _make_folder(path: Path) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        what = say("{path} could not be made: {reason}", path=path, reason=error.strerror or error)
        raise OutputError(what, say("choose another folder")) from error
