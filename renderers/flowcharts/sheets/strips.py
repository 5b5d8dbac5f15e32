"""Where a drawing can be cut: level strips in which there is nothing but upright lines."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from renderers.flowcharts.chart import Shape
from renderers.flowcharts.layout.figures import NUMBER_RADIUS
from renderers.flowcharts.layout.lines import related
from renderers.flowcharts.sheets.slots import Slots

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from renderers.flowcharts.layout.drawing import Drawing
    from renderers.flowcharts.layout.lines import Route

LEAST = 1.0
"""Height of a strip below which nothing is cut there."""
SAME = 0.5
"""Lines whose distance is below this run on each other."""

_LINE, _BACK, _QUESTION, _TEXT = 1.0, 0.5, 0.75, 0.5
"""Price of a line that is cut; what more it costs when it leads back, when it parts a step from its question, and when
it parts a question from the text of its exit."""
_TWICE, _MUDDLE = 6.0, 60.0
"""Price of cutting one line in two places, and of strange lines that run on each other."""


@dataclass(frozen=True, slots=True)
class Crossing:
    """A line that crosses a strip at ``x``, downwards or upwards."""

    route: Route
    x: float
    down: bool
    texted: bool = False
    """Whether the text of the line is still to come."""


@dataclass(frozen=True)
class Strip:
    """The strip between two y; ``crossings`` from left to right."""

    low: float
    high: float
    crossings: tuple[Crossing, ...] = ()

    @property
    def middle(self) -> float:
        """The y half-way down."""
        return (self.low + self.high) / 2

    @cached_property
    def room(self) -> float:
        """How high the connectors above and below the cut stand at most."""
        places = dict.fromkeys((round(one.x, 1), one.down) for one in self.crossings)
        return Slots(tuple(x for x, _ in places)).height

    def price(self, shapes: Mapping[str, Shape]) -> float:
        """How much a reader is disturbed by a cut here, in lines."""
        places: dict[tuple[float, bool], list[Crossing]] = {}
        for one in self.crossings:
            places.setdefault((round(one.x, 1), one.down), []).append(one)
        total = sum(_price(shared, shapes) for shared in places.values())
        return total + _TWICE * (len(self.crossings) - len({id(one.route) for one in self.crossings}))


def _price(shared: list[Crossing], shapes: Mapping[str, Shape]) -> float:
    arrows = [one.route.arrow for one in shared]
    price = _LINE + _BACK * any(arrow.back for arrow in arrows)
    price += _QUESTION * any(shapes[arrow.target] is Shape.DECISION for arrow in arrows)
    price += _TEXT * any(one.texted for one in shared)
    return price + _MUDDLE * any(not related(arrow, arrows[0]) for arrow in arrows)


def strips(drawing: Drawing) -> tuple[Strip, ...]:
    """All strips of a drawing from the top down, none above its first box or below its last."""
    found: list[Strip] = []
    texts = {label.route: label.rect.y for label in drawing.labels}
    reached = None
    for low, high in sorted(_filled(drawing)):
        if reached is not None and low - reached > LEAST:
            found.append(Strip(reached, low, _crossings(drawing.routes, texts, reached, low)))
        reached = high if reached is None else max(reached, high)
    return tuple(found)


def _filled(drawing: Drawing) -> Iterator[tuple[float, float]]:
    """From which y to which there are boxes with their numbers, labels and level lines."""
    for rect in drawing.rects.values():
        yield rect.top - NUMBER_RADIUS, rect.bottom
    for label in drawing.labels:
        yield label.rect.top, label.rect.bottom
    for route in drawing.routes:
        for piece in route.segments:
            if not piece.vertical:
                yield piece.at, piece.at


def _crossings(routes: Iterable[Route], texts: Mapping[Route, float], low: float, high: float) -> tuple[Crossing, ...]:
    """The lines that cross a strip; ``texts``: line → the y of its text."""
    middle = (low + high) / 2
    found = []
    for route in routes:
        for (x, y1), (_, y2) in pairwise(route.points):
            if min(y1, y2) < middle < max(y1, y2):
                down = y2 > y1
                texted = route in texts and (texts[route] > middle) == down
                found.append(Crossing(route, x, down, texted))
    return tuple(sorted(found, key=lambda one: one.x))
