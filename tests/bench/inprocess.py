"""Finished cards in, sheets out, in this process: its seconds are printed as JSON.

`python -m tests.bench.inprocess MAKER DATA OUTPUT`; each maker first makes four cards, so that fonts, drawings and
hyphenation have been read.
"""

import json
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

FIRST = 4
"""How many cards are made before the clock starts."""

Maker = Callable[[], None]


def ours(data: Path, output: Path) -> tuple[Maker, Maker]:
    """Documents → tagged, archivable PDF, as `drukklaar build` makes it for an order."""
    from generator.documents import fill
    from generator.making import Setting, made_as_pdf
    from generator.order import Wishes
    from generator.ordering import orders
    from generator.reading import read_house
    from generator.workspace import Workspace
    from tests.bench.cards import DECK

    house = read_house(Workspace(data / "workspace"))
    deck = house.library.things["deck", DECK]
    found = orders([deck], house.design, Wishes())
    order = next(order for order in found if order.path.endswith("kaarten-vellen.pdf"))
    few = replace(order, subjects=order.subjects[:FIRST], numbers=order.numbers[:FIRST])
    documents, setting = fill(order, house.design), Setting(house.design)

    def first() -> None:
        made_as_pdf(documents[:FIRST], few, setting)

    def every() -> None:
        output.write_bytes(made_as_pdf(documents, order, setting).data)

    return first, every


def platypus(data: Path, output: Path) -> tuple[Maker, Maker]:
    """Texts → PDF without tags."""
    from tests.bench.peers.platypus import cards, register

    ready = json.loads((data / "data.json").read_text("utf-8"))
    register()
    return lambda: cards(ready[:FIRST], output), lambda: cards(ready, output)


def typst(data: Path, output: Path) -> tuple[Maker, Maker]:
    """Texts → PDF with tags."""
    from tests.bench.peers.typst import compiler

    ready, few = data / "data.json", data / "first.json"
    few.write_text(json.dumps(json.loads(ready.read_text("utf-8"))[:FIRST]), "utf-8")
    made = compiler("cards", ready)

    def first() -> None:
        made.compile(output=str(output), sys_inputs={"data": str(few)})

    def every() -> None:
        made.compile(output=str(output), sys_inputs={"data": str(ready)})

    return first, every


MAKERS = {"ours": ours, "platypus": platypus, "typst": typst}


def main(name: str, data: str, output: str) -> None:
    """Makes the cards and prints what that took."""
    first, every = MAKERS[name](Path(data).resolve(), Path(output))
    first()
    start, processor = time.perf_counter(), time.process_time()
    every()
    took = {"seconds": time.perf_counter() - start, "processor": time.process_time() - processor}
    print(json.dumps(took))


if __name__ == "__main__":
    main(*sys.argv[1:])
