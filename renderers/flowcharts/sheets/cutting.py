"""Where a long drawing is cut: into as few parts as there is room for, where the fewest lines are cut."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from renderers.flowcharts.sheets.bands import framed
from renderers.flowcharts.sheets.strips import Strip, strips

if TYPE_CHECKING:
    from collections.abc import Sequence

    from renderers.flowcharts.layout.drawing import Drawing

_PART = 1000.0
"""Price of a part: never paid for the sake of fewer cut lines."""
_TOO_HIGH, _EXCESS = 1e5, 1e3
"""Price of a part that is higher than its room, and of each point by which it is: only where nothing can be cut."""
_UNEVEN = 8.0
"""Price of a part that fills its room, in lines; one half as high costs a quarter, so that parts are about equal."""


@dataclass(frozen=True, slots=True)
class Heights:
    """The room for the first part, those between, the last, and for one that is alone; in points."""

    first: float
    between: float
    last: float
    only: float

    def of(self, *, first: bool, last: bool) -> float:
        """The room of one part."""
        if first:
            return self.only if last else self.first
        return self.last if last else self.between


def equal(height: float) -> Heights:
    """The same room for all."""
    return Heights(height, height, height, height)


class Cutter:
    """A drawing ready to be cut to different heights."""

    def __init__(self, drawing: Drawing) -> None:
        """Look for places where it can be cut."""
        frame, around = drawing.frame, framed(drawing)
        shapes = {box.key: box.shape for box in drawing.boxes}
        self.strips = strips(drawing)
        self.width, self.height = around.width, around.height
        above = [sum(rect.y < strip.middle for rect in drawing.rects.values()) for strip in self.strips]
        self._boxes = [0, *above, len(drawing.rects)]
        self._prices = [strip.price(shapes) for strip in self.strips]
        upper, lower = frame.top - around.top, around.bottom - frame.bottom
        self._begins = [around.top, *(strip.high - strip.room - upper for strip in self.strips)]
        self._ends = [*(strip.low + strip.room + lower for strip in self.strips), around.bottom]

    def cuts(self, heights: Heights) -> tuple[Strip, ...]:
        """The strips in which it is cut: a shortest way from the top over strips to the bottom."""
        if self.height <= heights.only:
            return ()
        last, most = len(self.strips), max(heights.first, heights.between, heights.last, heights.only)
        prices, before = [0.0] * (last + 1), [-1] * (last + 1)
        for end in range(last + 1):
            best = inf, -1
            for begin in range(end, -1, -1):
                # Parts that begin higher up are higher still: once one that fits is known, they are not looked at.
                if best[0] < _TOO_HIGH and self._ends[end] - self._begins[begin] > most:
                    break
                price = self._price(begin, end, heights) + (prices[begin - 1] if begin else 0.0)
                best = min(best, (price, begin - 1))
            prices[end], before[end] = best
        chosen: list[Strip] = []
        at = before[last]
        while at >= 0:
            chosen.append(self.strips[at])
            at = before[at]
        return tuple(reversed(chosen))

    def fit(self, cuts: Sequence[Strip], heights: Heights) -> bool:
        """Whether no part is higher than its room."""
        last = len(cuts)
        rooms = (heights.of(first=index == 0, last=index == last) for index in range(last + 1))
        return all(height <= room for height, room in zip(self.parts(cuts), rooms, strict=True))

    def into(self, parts: int) -> tuple[Strip, ...]:
        """Cuts into so many parts at most, about as high as each other."""
        low, high = self.height / parts, self.height
        for _ in range(_STEPS):
            middle = (low + high) / 2
            low, high = (low, middle) if self._fits(middle, parts) else (middle, high)
        return self.cuts(equal(high * _SLACK))

    def tallest(self, cuts: Sequence[Strip]) -> float:
        """The height of the highest part."""
        return max(self.parts(cuts))

    def parts(self, cuts: Sequence[Strip]) -> tuple[float, ...]:
        """The height of each part, with all connectors that there may be."""
        places = [self.strips.index(cut) for cut in cuts]
        begins = [self._begins[0], *(self._begins[place + 1] for place in places)]
        ends = [*(self._ends[place] for place in places), self._ends[-1]]
        return tuple(end - begin for begin, end in zip(begins, ends, strict=True))

    def _fits(self, height: float, parts: int) -> bool:
        cuts = self.cuts(equal(height))
        return len(cuts) < parts and self.tallest(cuts) <= height

    def _price(self, begin: int, end: int, heights: Heights) -> float:
        """The price of a part, with that of the cut at its end; there is none without a box."""
        if self._boxes[begin] == self._boxes[end + 1]:
            return inf
        last = end == len(self.strips)
        height, room = self._ends[end] - self._begins[begin], heights.of(first=begin == 0, last=last)
        price = (
            _PART + _UNEVEN * (height / room) ** 2 + (_TOO_HIGH + _EXCESS * (height - room) if height > room else 0.0)
        )
        return price if last else price + self._prices[end]


_SLACK = 1.08
"""How much higher than the least height columns may be for the sake of better cuts."""
_STEPS = 8
"""Halvings in search of the least height: to within 1/256 of the drawing's."""
