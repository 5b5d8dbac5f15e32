"""Which paper a drawing is printed on, at what scale, and where it is cut for that."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from operator import attrgetter
from typing import TYPE_CHECKING

from renderers.flowcharts.sheets.columns import GAP
from renderers.flowcharts.sheets.cutting import Heights, equal
from renderers.flowcharts.sheets.paper import READABLE, TIGHT, Margins, Paper

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from renderers.flowcharts.sheets.cutting import Cutter
    from renderers.flowcharts.sheets.strips import Strip

STEP = 0.05
"""Between two scales that are tried."""
RIM = 1.5
"""White at the sides of everything, so that no stroke is cut off."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The room around a drawing: width that the head needs, heights of heads, foot and page number with their gaps."""

    width: float
    first_head: float
    other_head: float
    foot: float
    number: float

    def heights(self, high: float) -> Heights:
        """The room for parts of the drawing on pages ``high`` points high."""
        first, between = high - self.number - self.first_head, high - self.number - self.other_head
        return Heights(first, between, between - self.foot, first - self.foot)


@dataclass(frozen=True, slots=True)
class Plan:
    """A drawing on one paper at one scale, cut here and there, so many columns a page.

    ``fits``: nothing is higher than its page.
    """

    paper: Paper
    scale: float
    cuts: tuple[Strip, ...]
    columns: int
    fits: bool

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return ceil((len(self.cuts) + 1) / self.columns)

    @property
    def ideal(self) -> bool:
        """Whether no larger paper can be better: one page of A4 that can be read, with nothing cut."""
        return self.fits and not self.cuts and self.scale >= TIGHT and self.paper.sheets == 1

    @property
    def rank(self) -> tuple[bool, int, int, int, int, float]:
        """What can be read first, then what is cut least, takes least paper, is on paper that all have, is large."""
        missing = max(0, round(((READABLE if self.cuts else TIGHT) - self.scale) * 100))
        used, order = self.pages * self.paper.sheets, list(Paper).index(self.paper)
        return not self.fits, missing, len(self.cuts), used, order, -self.scale


def best_plan(cutter: Cutter, around: Surroundings, margins: Margins, papers: Iterable[Paper] = Paper) -> Plan:
    """The best of all papers, scales and numbers of columns."""
    plans: list[Plan] = []
    for paper in papers:
        plans += _plans(cutter, around, paper, margins)
        if any(plan.ideal for plan in plans):
            break
    return min(plans, key=attrgetter("rank"))


def _plans(cutter: Cutter, around: Surroundings, paper: Paper, margins: Margins) -> Iterator[Plan]:
    """The drawing on a paper, from the largest scale to the smallest that can be read."""
    wide, high = paper.room(margins)
    largest = min(1.0, wide / (max(cutter.width, around.width) + 2 * RIM))
    scales = [largest - STEP * step for step in range(int(max(0.0, largest - TIGHT) / STEP) + 1)]
    least = [scale for scale in (READABLE, TIGHT) if scale < largest]
    for scale in sorted({*scales, *least}, reverse=True):
        room = around.heights(high / scale)
        most = int((wide / scale - 2 * RIM + GAP) / (cutter.width + GAP))
        for columns in range(1, 1 + max(1, most)):
            yield _plan(cutter, room, paper, scale, columns)


def _plan(cutter: Cutter, room: Heights, paper: Paper, scale: float, columns: int) -> Plan:
    if columns > 1:
        # All parts on one page have the same room; on several, that of the fullest page.
        room = equal(room.only if len(cutter.cuts(equal(room.only))) < columns else min(room.first, room.last))
    cuts = cutter.cuts(room)
    return Plan(paper, scale, cuts, columns, cutter.fit(cuts, room))
