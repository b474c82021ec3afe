"""A diagram → a chunk that fills the room it gets: words round a middle or along a way, in a drawing."""

from generator.document.blocks import Diagram
from generator.page.flow import Chunk, Path
from generator.page.flowers import Flower
from generator.page.items import Item
from generator.page.looks import Looks
from generator.page.plans import Plan, SetBlocks
from generator.page.rings import Ring
from generator.page.roads import Road, Trail
from generator.page.value import value
from generator.page.wheels import Wheel


@value(frozen=True, kw_only=True, slots=True)
class DiagramChunk(Chunk):
    """A drawing that is as high as the room that is left, and no lower than its words need."""

    plan: Plan
    room: float = 0.0

    @property
    def height(self) -> float:
        return max(self.plan.least, self.room)

    def items(self, x: float, y: float) -> list[Item]:
        return [self.plan.drawn(x, y, self.height)]

    def grown(self, room: float) -> Chunk:
        if room == float("inf"):
            return self
        return DiagramChunk(plan=self.plan, room=room, before=self.before, after=self.after, keep=self.keep)


def set_diagram(block: Diagram, width: float, looks: Looks, path: Path, set_blocks: SetBlocks) -> Chunk:
    """The points of a diagram, drawn; `set_blocks` sets what each of them says."""
    kind = _PLANS[block.shape, block.writable] if block.shape == "cirkel" else _PLANS[block.shape, False]
    return DiagramChunk(plan=kind(block, width, looks, path, set_blocks), before=4, after=looks.style.gap)


_PLANS: dict[tuple[str, bool], type[Plan]] = {
    ("cirkel", False): Ring,
    ("cirkel", True): Wheel,
    ("bloem", False): Flower,
    ("weg", False): Road,
    ("route", False): Trail,
}
