"""Each kind of Word file that we make, with the longest and the shortest content, with and without a base file."""

from collections.abc import Iterable
from pathlib import Path

from generator.design import Design, read_design
from generator.making import Setting, make
from generator.material.model import Sessie
from generator.order import Order, Wishes
from generator.ordering import orders
from generator.workspace import bundled
from tests.every_kind import everything
from tests.every_kind import library as small_library
from tests.folders import lay, library_of

from . import bases

WISHES = (Wishes(), Wishes(fillable=True), Wishes(large_print=True))
BASES = {"brief": bases.letterhead, "sjabloon": bases.dutch_template, "kaal": bases.bare}
EMPTY = {
    "materials/netwerken/leeg/netwerk.yaml": "naam: Leeg\nthema: niets\n",
    "materials/netwerken/leeg/sessies/01-start.yaml": "titel: Start\nbegin: '13:00'\nprogramma:\n"
    "  - {onderdeel: Opening, duur: 5, wie: Ada}\n",
}
LONG = " ".join(["Waardenovereenstemmingsgesprekken zijn belangrijk, en ze duren soms lang."] * 30)
FULL = {
    "materials/netwerken/vol/netwerk.yaml": "naam: Vol\nthema: alles\nfacilitators: [Ada van den Berg-Achternaam]\n",
    "materials/netwerken/vol/sessies/01-start.yaml": "titel: De langste bijeenkomst die ooit iemand heeft bedacht\n"
    f"begin: '13:00'\ndoelen:\n  - '{LONG}'\n  - Kijk op [de site](https://example.nl/plan).\nprogramma:\n"
    + "".join(
        f"  - onderdeel: Onderdeel {number}\n    duur: 10\n    wie: Ada van den Berg-Achternaam\n    toelichting: |\n"
        f"      {LONG}\n\n      - een\n      - twee\n\n      > {LONG}\n\n      > **Let op:** {LONG}\n\n"
        "      1. eerst\n\n         > Zeg dit.\n\n      2. dan\n"
        "    materialen: [{naam: laptop}, {naam: stift, per: deelnemer}]\n    tips: [Lach., Adem.]\n"
        for number in range(4)
    ),
}


def each_kind(root: Path) -> dict[str, bytes]:
    """The bytes of each file, by a name that tells of which kind it is."""
    found, plain = small_library(root / "klein"), read_design(bundled("templates"), None)
    empty, full = (_session(root / name, files) for name, files in (("leeg", EMPTY), ("vol", FULL)))
    made: dict[str, bytes] = {}
    for wishes in WISHES:
        made |= _made(everything(found, plain, wishes).values(), plain)
    for_each = everything(found, plain, Wishes(fillable=True, people="deelnemers")).values()
    made |= _made([order for order in for_each if "terug" in order.path], plain)
    for session in (empty, full):
        made |= _made(orders([session], plain, Wishes(), [session]), plain)
    for name, base in BASES.items():
        style = (bundled("templates") / "huisstijl.yaml").read_text("utf-8") + f"\nword_basis: {name}.docx\n"
        design = read_design(
            bundled("templates"), lay(root / f"t-{name}", {"huisstijl.yaml": style, f"{name}.docx": base()})
        )
        forms = everything(found, design, Wishes(fillable=True)).values()
        made |= _made([order for order in forms if "terug" in order.path], design, name)
        made |= _made(orders([full], design, Wishes(), [full]), design, name)
    return made


def _session(root: Path, files: dict[str, str]) -> Sessie:
    library = library_of(root, files)
    assert [problem for problem in library.problems if not problem.warning] == []
    (session,) = [thing for thing in library.things.values() if isinstance(thing, Sessie)]
    return session


def _made(found: Iterable[Order], design: Design, base: str = "") -> dict[str, bytes]:
    wanted = [order for order in found if order.format == "docx"]
    named = ((f"{base}-{order.path}".strip("-").replace("/", "-"), order) for order in wanted)
    return {name: make(order, Setting(design)).data for name, order in named}
