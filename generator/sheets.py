"""Pages as they were laid out in; the sides that go to a printer, and what it can't do with them, out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from operator import or_

from generator.errors import GeneratorError, Place, Problem, say
from generator.page.booklet import MOST_SHEETS, bind
from generator.page.imposition import impose, turns_like_a_book
from generator.page.items import MM, Group, Page
from generator.page.paper import Corner, Scheme
from generator.page.printer import OFFICE, Printer, Shift, moved, registered
from generator.page.reach import Excess, excess
from generator.page.text import Measure


@dataclass(frozen=True)
class Laid:
    """Pages as they were laid out: `white` surely stays free round what stands on each, in points.

    `file` and `place` are for messages.
    """

    pages: Sequence[Page]
    white: float
    file: str
    place: Place


@dataclass(frozen=True)
class Sides:
    """What goes to the printer, front and back in turn, and what is to be known of it."""

    pages: list[Page]
    warnings: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Press:
    """How pages come on paper: on what printer, with letters how wide, and whether what it can't reach is moved."""

    measure: Measure = field(repr=False)
    printer: Printer = OFFICE
    fit: bool = False

    def sheets(self, laid: Laid, scheme: Scheme) -> Sides:
        """Cards on sheets; raises GeneratorError where not one fits within what the printer reaches."""
        self._some(scheme, laid)
        scheme = self._moved(laid, scheme) if self.fit and not scheme.corner else scheme
        sides = impose(laid.pages, scheme)
        way_out = not (self.fit or scheme.corner)
        told = [*self._unreached(self._excess(laid, scheme), laid, way_out), *self._unmeasured(scheme)]
        return Sides(registered(sides, scheme, self.printer), tuple(told))

    def booklet(self, laid: Laid, scheme: Scheme, thick: float) -> Sides:
        """Pages in sheets to be folded and stapled; `thick` is a sheet, in points."""
        sides = bind(laid.pages, scheme, thick)
        told = [*self._unreached(self._worst(sides, laid.white), laid, False), *self._unmeasured(scheme)]
        if len(sides) > 2 * MOST_SHEETS:
            what = say("{file}: {count} sheets are too many to staple", file=laid.file, count=len(sides) // 2)
            told.append(Problem(laid.place, what, say("make two booklets"), warning=True))
        return Sides(registered(sides, scheme, self.printer), tuple(told))

    def paper(self, laid: Laid) -> Sides:
        """Pages that are printed as they are."""
        pages = [self._fitted(page, laid) for page in laid.pages] if self.fit else list(laid.pages)
        told = self._unreached(self._worst(pages, laid.white), laid, not self.fit)
        return Sides(pages, tuple(told))

    def _some(self, scheme: Scheme, laid: Laid) -> None:
        if not scheme.places:
            mm = f"{self.printer.margin / MM:.1f}"
            what = say(
                "{file}: not one card fits within the {mm} mm that the printer can't reach", file=laid.file, mm=mm
            )
            raise GeneratorError([Problem(laid.place, what, say("choose another scheme or another printer"))])

    def _worst(self, pages: Sequence[Page], white: float) -> Excess:
        if white >= self.printer.margin:
            return Excess()
        return reduce(or_, (excess(page, self.printer.margin, self.measure) for page in pages), Excess())

    def _fitted(self, page: Page, laid: Laid) -> Page:
        """The page with all that stands on it moved to where the printer reaches, where there is room for it."""
        found = self._worst([page], laid.white)
        shifted = moved(page, Shift(found.left - found.right, found.top - found.bottom))
        return page if not found or self._worst([shifted], 0) else shifted

    def _excess(self, laid: Laid, scheme: Scheme) -> Excess:
        """How far the ink of cards lies beyond reach, as one looks at fronts; marks may."""
        shift = self.printer.shift(scheme)
        start, grid, sheet = scheme.start, scheme.grid, scheme.sheet
        beside = min(start.x, start.y, sheet.width - start.x - grid.width, sheet.height - start.y - grid.height)
        if laid.white + beside >= self.printer.margin + max(abs(shift.x), abs(shift.y)):
            return Excess()
        found = Excess()
        for number, side in enumerate(registered(_unmarked(impose(laid.pages, scheme)), scheme, self.printer)):
            own = excess(side, self.printer.margin, self.measure)
            is_back = number % 2 and not scheme.is_one_sided
            found |= _mirrored(own, scheme) if is_back else own
        return found

    def _moved(self, laid: Laid, scheme: Scheme) -> Scheme:
        """The scheme with its grid moved, as far as the sheet goes, to where the printer reaches all ink."""
        found, start, grid, sheet = self._excess(laid, scheme), scheme.start, scheme.grid, scheme.sheet
        x = min(max(start.x + found.left - found.right, 0), sheet.width - grid.width)
        y = min(max(start.y + found.top - found.bottom, 0), sheet.height - grid.height)
        return replace(scheme, corner=Corner(x, y)) if found else scheme

    def _unreached(self, found: Excess, laid: Laid, may_fit: bool) -> Iterator[Problem]:
        way_out = say("--fit moves it") if may_fit else say("choose paper or a scheme that leaves more white")
        for side, over in zip(("links", "rechts", "boven", "onder"), found.sides, strict=True):
            if over:
                what = say(
                    "{file}: {mm} mm of ink lies where the printer can't reach ({side})",
                    file=laid.file, mm=f"{over / MM:.1f}", side=side,
                )  # fmt: skip
                yield Problem(laid.place, what, way_out, warning=True)

    def _unmeasured(self, scheme: Scheme) -> Iterator[Problem]:
        if not scheme.is_one_sided and not self.printer.is_measured_for(scheme):
            what = say(
                "{name} is not measured for lying sheets: their backs stay where they are", name=self.printer.name
            )
            way_out = say("measure the second sheet of `drukklaar printer test`")
            yield Problem(Place("printers.yaml"), what, way_out, warning=True)


def _unmarked(sides: Sequence[Page]) -> list[Page]:
    """The sides without their marks: these stand on the sheet by themselves, cards are placed."""
    return [
        replace(side, items=tuple(item for item in side.items if isinstance(item, Group) and item.placed))
        for side in sides
    ]


def _mirrored(back: Excess, scheme: Scheme) -> Excess:
    """The excess of a back, at the sides of the front that lie before it."""
    if turns_like_a_book(scheme):
        return Excess(back.right, back.left, back.top, back.bottom)
    return Excess(back.left, back.right, back.bottom, back.top)
