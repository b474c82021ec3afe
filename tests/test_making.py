"""From definitions to files: every word comes out again, and cards come in fronts and backs.

Here a file is read as a stranger reads it, and so a few stand for the rest; test_every_word.py reads all of them.
"""

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from generator import making
from generator.design import Design
from generator.design.inks import Inks
from generator.errors import GeneratorError
from generator.making import EPOCH, Made, Setting, make, make_all
from generator.material.definition import Definition, Thing
from generator.material.library import Library
from generator.material.model import Sessie, Werkvorm
from generator.order import Order, Wishes
from generator.ordering import orders

FEW = 10
"""Cards enough for sheets that are full and one that is not."""
SOFT_HYPHEN = "\N{SOFT HYPHEN}"

needs_pdftotext = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler) is not on PATH")

CHOSEN = {
    "dimensie", "moment", "fase", "setting", "energie", "trefwoorden", "per", "soort", "reserve", "raster",
    "uitvoering", "Materiaal.document",
}  # fmt: skip
"""Fields that choose or sort: a label of the same meaning is printed, or nothing."""
NOT_PRINTED = CHOSEN | {"slug", "geschreven", "Bron.url", "Vak.naam", "Persoon.organisatie", "Persoon.rol"}
"""A web address is a link and a QR code."""
NOT_ON_A_CARD = NOT_PRINTED | {"papier"}
LEFT_TO_CARDS = {f"Werkvorm.{name}" for name in ("wat", "wanneer", "doel", "opbrengst", "tips", "groep")}
"""What the draaiboek leaves to the cards, of a werkvorm in its programme."""
OF_A_NETWORK = {f"Netwerk.{name}" for name in ("organisatie", "omschrijving", "deelnemers", "taal", "pakket")}
NOT_IN_THE_DRAAIBOEK = NOT_PRINTED | OF_A_NETWORK | {"Onderdeel.blok"}
"""The name of a block is counted apart: parts that follow each other share it."""


def texts_in(value: object, but: set[str], whole: bool = True) -> Iterator[str]:
    """Each text of a definition except in the fields of `but`; of another thing that it names only the name."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from texts_in(each, but, whole)
    elif isinstance(value, Thing) and not whole:
        yield value.naam  # type: ignore[attr-defined]
    elif isinstance(value, Definition):
        for name in type(value).model_fields:
            if not {name, f"{type(value).__name__}.{name}"} & but:
                yield from texts_in(getattr(value, name), but, whole=(type(value).__name__, name) in IN_FULL)


IN_FULL = {("Sessie", "netwerk")}


def words_in(value: object, but: set[str]) -> Counter[str]:
    """How often each word stands in a definition, without the marks of its Markdown."""
    return Counter(word for text in texts_in(value, but) for word in words(_unmarked(text)))


def _unmarked(text: str) -> str:
    text = re.sub(r"\]\([^)]*\)", "", text)
    return re.sub(r"^\s*\d+[.)]\s|_", " ", text, flags=re.MULTILINE)


def words(text: str) -> list[str]:
    """Words of letters and digits; those that were broken at a line end are whole again."""
    return re.findall(r"\w+", re.sub(SOFT_HYPHEN + r"\s*", "", text))


def text_of(pdf: bytes, folder: Path) -> list[str]:
    """The text of each page, in the order of the content stream."""
    path = folder / "text.pdf"
    path.write_bytes(pdf)
    found = subprocess.run(
        ["pdftotext", "-raw", "-enc", "UTF-8", str(path), "-"], capture_output=True, check=True, timeout=60
    )
    return found.stdout.decode().split("\f")[:-1]


def text_of_word(data: bytes) -> str:
    """All letters of a Word file's body, paragraph by paragraph."""
    body = docx.Document(BytesIO(data)).element.body
    return "\n".join("".join(text.text or "" for text in par.iter(qn("w:t"))) for par in body.iter(qn("w:p")))


def lost(wanted: Counter[str], text: str) -> Counter[str]:
    """The words that stand less often in the text than they should."""
    return wanted - Counter(words(text))


@pytest.fixture(scope="module")
def setting(design: Design) -> Setting:
    return Setting(design, EPOCH)


@pytest.fixture(scope="module")
def werkvormen(library: Library) -> tuple[Werkvorm, ...]:
    return tuple(thing for thing in library.things.values() if isinstance(thing, Werkvorm))


@pytest.fixture(scope="module")
def some(werkvormen: tuple[Werkvorm, ...]) -> tuple[Werkvorm, ...]:
    """One in three of the bundled cards."""
    return werkvormen[::3]


@pytest.fixture(scope="module")
def sessie(library: Library) -> Sessie:
    found = library.things["sessie", "goed-leven/05-experimenteren"]
    assert isinstance(found, Sessie)
    return found


def cards(werkvormen: tuple[Werkvorm, ...], scheme: str = "") -> Order:
    return Order("kaarten.pdf", "kaart", werkvormen, "pdf", "Alle kaarten", "A6", scheme, cards="kaarten")


def draaiboek(sessie: Sessie, file_format: str, setting: Setting) -> Made:
    """The draaiboek of a session in this format."""
    found = orders([sessie], setting.design, Wishes(only=("draaiboek",)))
    return make(next(order for order in found if order.format == file_format), setting)


@pytest.fixture(scope="module")
def pages(some: tuple[Werkvorm, ...], setting: Setting, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The text of each side of each card."""
    return text_of(make(cards(some), setting).data, tmp_path_factory.mktemp("cards"))


WISHES = [Wishes(), Wishes(fillable=True), Wishes(ink_saving=True, print_ready=True)]


@pytest.mark.parametrize("wishes", WISHES)
def test_files_that_are_made_after_each_other_are_the_same_as_those_that_are_made_alone(
    wishes: Wishes, sessie: Sessie, some: tuple[Werkvorm, ...], setting: Setting
) -> None:
    found = [
        *orders([sessie], setting.design, wishes),
        *(cards(some[:FEW], scheme) for scheme in ("", "kantoor", "afloop", "stapel", "")),
        replace(cards(some[:FEW]), large=True),
        replace(cards(some[:FEW]), booklet=True, scheme="boekje", title="Een"),
        replace(cards(some[:FEW]), booklet=True, scheme="boekje", title="Twee"),
        replace(cards(some[:FEW]), inks=Inks(grey=True)),
    ]

    together = list(make_all(found, setting))

    assert len({made.data for made in together if isinstance(made, Made)}) > len(together) / 2
    for order, made in zip(found, together, strict=True):
        try:
            alone: Made | str = make(order, setting)
        except GeneratorError as error:
            alone = str(error)
        assert (str(made) if isinstance(made, GeneratorError) else made) == alone, order.path


def test_what_the_reading_file_and_the_sheets_say_is_filled_and_laid_out_once(
    some: tuple[Werkvorm, ...], setting: Setting, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []

    def counted(stage: Callable[..., list[object]], *given: object) -> list[object]:
        done.append(stage.__name__)
        return stage(*given)

    monkeypatch.setattr(making, "fill", partial(counted, making.fill))
    monkeypatch.setattr(making, "pages_of", partial(counted, making.pages_of))

    list(make_all([cards(some), cards(some, "kantoor"), cards(some, "afloop"), cards(some[:FEW])], setting))

    assert Counter(done) == {"fill": 2, "pages_of": 3}


def test_what_can_not_be_filled_is_told_for_each_file(some: tuple[Werkvorm, ...], setting: Setting) -> None:
    full = some[0].model_copy(update={"naam": "lang " * 4000})

    first, second, third = make_all([cards((full,)), cards((full,), "kantoor"), cards(some)], setting)

    assert isinstance(first, GeneratorError)
    assert str(first) == str(second)
    assert isinstance(third, Made)


@needs_pdftotext
def test_every_word_of_a_werkvorm_stands_on_its_card(some: tuple[Werkvorm, ...], pages: list[str]) -> None:
    sides = zip(some, pages[0::2], pages[1::2], strict=True)
    missing = {thing.slug: lost(words_in(thing, NOT_ON_A_CARD), front + back) for thing, front, back in sides}
    assert {slug: words for slug, words in missing.items() if words} == {}


@needs_pdftotext
@pytest.mark.parametrize("kind", ["canvas", "formulier"])
def test_every_word_of_a_canvas_or_form_stands_on_its_sheet(
    kind: str, library: Library, setting: Setting, tmp_path: Path
) -> None:
    of_each_soort = {getattr(thing, "soort", ""): thing for thing in library.of_kind(kind).values()}
    found = orders(of_each_soort.values(), setting.design, Wishes())

    missing = {}
    for order in found:
        text = "\n".join(text_of(make(order, setting).data, tmp_path))
        but = NOT_PRINTED | {"Vak.hulp" if order.fill == "voorbeeld" else "Vak.voorbeeld"}
        missing[order.path] = lost(words_in(order.subjects[0], but), text)
    assert {path: words for path, words in missing.items() if words} == {}
    assert len(missing) >= len(of_each_soort) > 1


def words_of_draaiboek(sessie: Sessie) -> Counter[str]:
    """What a draaiboek says: the programme with its werkvormen, and its variants in full."""
    found = words_in(sessie, NOT_IN_THE_DRAAIBOEK)
    for blok in {onderdeel.blok for onderdeel in sessie.programma if onderdeel.blok}:
        found += Counter(words(blok))
    for onderdeel in sessie.programma:
        for werkvorm in onderdeel.werkvorm:
            found += words_in(werkvorm, NOT_IN_THE_DRAAIBOEK | LEFT_TO_CARDS | {"Variant.werkvorm", "papier"})
            found -= Counter(words(werkvorm.naam))  # it was counted where the programme names it
    for werkvorm in sessie.varianten:
        found += words_in(werkvorm, NOT_IN_THE_DRAAIBOEK)
    return found


@needs_pdftotext
def test_every_word_of_a_session_stands_in_its_draaiboek(sessie: Sessie, setting: Setting, tmp_path: Path) -> None:
    pages = text_of(draaiboek(sessie, "pdf", setting).data, tmp_path)

    assert lost(words_of_draaiboek(sessie), "\n".join(pages)) == Counter()


def test_every_word_of_a_session_stands_in_its_draaiboek_in_word(library: Library, setting: Setting) -> None:
    for sessie in library.of_kind("sessie").values():
        assert isinstance(sessie, Sessie)
        text = text_of_word(draaiboek(sessie, "docx", setting).data)

        assert lost(words_of_draaiboek(sessie), text) == Counter()


@needs_pdftotext
def test_what_the_draaiboek_leaves_out_stands_on_the_cards_of_the_session(
    sessie: Sessie, setting: Setting, tmp_path: Path
) -> None:
    (order,) = (o for o in orders([sessie], setting.design, Wishes(only=("kaarten",))) if o.name == "kaarten")
    pages = text_of(make(order, setting).data, tmp_path)

    used = {werkvorm.slug: werkvorm for deel in sessie.programma for werkvorm in deel.werkvorm + deel.varianten}
    wanted = Counter[str]()
    for werkvorm in used.values():
        wanted += words_in(werkvorm, NOT_ON_A_CARD)
    assert lost(wanted, "\n".join(pages)) == Counter()


@needs_pdftotext
@pytest.mark.parametrize("scheme", ["kantoor", "afloop", "afloop-a3"])
def test_sheets_bear_every_word_of_their_cards(
    scheme: str, some: tuple[Werkvorm, ...], pages: list[str], setting: Setting, tmp_path: Path
) -> None:
    on_sheets = text_of(make(cards(some[:FEW], scheme), setting).data, tmp_path)

    assert Counter(words("\n".join(on_sheets))) == Counter(words("\n".join(pages[: 2 * FEW])))


def test_the_guard_sees_a_word_that_was_lost_and_one_that_was_broken() -> None:
    wanted = Counter(["ervaringsuitwisseling", "koffie", "koffie"])

    assert lost(wanted, f"koffie ervaringsuit{SOFT_HYPHEN}\nwisseling") == Counter(["koffie"])


def test_each_bundled_card_is_one_front_and_one_back(werkvormen: tuple[Werkvorm, ...], setting: Setting) -> None:
    assert make(cards(werkvormen), setting).pages == 2 * len(werkvormen)  # none has less


@needs_pdftotext
def test_each_front_and_its_back_bear_the_name_of_their_card(some: tuple[Werkvorm, ...], pages: list[str]) -> None:
    for thing, front, back in zip(some, pages[0::2], pages[1::2], strict=True):
        name = words(thing.naam)
        assert Counter(name) - Counter(words(front)) == Counter()
        assert Counter(name) - Counter(words(back)) == Counter()


@pytest.mark.parametrize(("scheme", "places"), [("kantoor", 4), ("afloop", 2), ("afloop-a3", 4)])
def test_a_deck_takes_as_many_sheets_as_its_cards_need(
    scheme: str, places: int, werkvormen: tuple[Werkvorm, ...], setting: Setting
) -> None:
    made = make(cards(werkvormen[:FEW], scheme), setting)

    assert made.sheets == -(-FEW // places)
    assert made.pages == 2 * made.sheets


def test_a_card_that_goes_on_keeps_front_and_back_in_turn(werkvormen: tuple[Werkvorm, ...], setting: Setting) -> None:
    full = werkvormen[0].model_copy(update={"naam": "Vol", "wat": "Veel te veel. " * 150})

    made = make(cards((full, werkvormen[1])), setting)

    assert made.pages % 2 == 0
    assert made.pages > 4
