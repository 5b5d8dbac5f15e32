"""Connectors on paper: small circles with letters in the room that a cut makes, and hints beside them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from renderers.flowcharts.geometry import Rect, segments
from renderers.flowcharts.layout.figures import DETAIL_SIZE
from renderers.flowcharts.measure import width
from renderers.flowcharts.sheets.marks import Turn
from renderers.flowcharts.sheets.slots import CLEAR, JOG, RADIUS, Slots

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from renderers.flowcharts.geometry import Point
    from renderers.flowcharts.sheets.letters import Place

HINT_SIZE, HINT_HEIGHT = 9, 11.0
HINT_CLEAR = 2.0
"""Between a hint and whatever is not its own connector."""
PADDING = 3.5
"""Between the letters and the rim of a connector that has several."""
BETWEEN = "、"
_LONGEST = 100
"""A number of as many digits as pages of a book may have: so much room a hint takes."""


@dataclass(frozen=True, slots=True)
class Hint:
    """Beside a connector: where its line goes on (转第2页) or comes from (接第1页).

    ``turn``: it says sheets; ``start``: its left end is at the connector, not its right end.
    """

    text: str
    rect: Rect
    turn: Turn | None
    start: bool


@dataclass(frozen=True, slots=True)
class Connector:
    """A circle with ``name`` in it, at the end of a line from the cut at y = ``cut``.

    ``bend`` is the y at which its line moves aside, ``None`` if it need not.
    """

    place: Place
    name: str
    cut: float
    rect: Rect
    bend: float | None

    def way(self, x: float) -> tuple[Point, ...]:
        """The line from the cut to the rim of the circle, without its first point, if it crosses the cut at ``x``."""
        rim = self.rect.top if self.place.below else self.rect.bottom
        if self.bend is None:
            return ((x, rim),)
        return (x, self.bend), (self.rect.x, self.bend), (self.rect.x, rim)


def connectors(rim: float, places: Sequence[Place], letters: Mapping[Place, Sequence[str]]) -> tuple[Connector, ...]:
    """The connectors at one rim of a part, which is at y = ``rim``; all ``places`` are of that rim."""
    ordered = sorted(places, key=lambda place: (place.x, place.out))
    names = [BETWEEN.join(letters[place]) for place in ordered]
    halves = [max(RADIUS, width(name, DETAIL_SIZE) / 2 + PADDING) for name in names]
    slots = Slots(tuple(place.x for place in ordered), tuple(halves))
    found = []
    for index, (place, name, half) in enumerate(zip(ordered, names, halves, strict=True)):
        away = 1 if place.below else -1
        rect = Rect(slots.places[index], rim + away * slots.distance(index), 2 * half, 2 * RADIUS)
        bend = rim + away * JOG * slots.bends[index] if slots.bends[index] else None
        found.append(Connector(place, name, rim, rect, bend))
    return tuple(found)


def hints(
    found: Sequence[Connector],
    say: Callable[[Connector], str | Turn],
    sides: tuple[float, float],
    borders: Iterable[float],
) -> Iterator[Hint]:
    """A text beside each connector of one rim where there is room for it: at the right, else at the left.

    ``sides`` are the x between which it must stand, ``borders`` upright lines that it must not touch.
    """
    taken = [one.rect for one in found]
    for one in found:
        taken += [piece.rect for piece in segments(((one.place.x, one.cut), *one.way(one.place.x)))]
    taken += [Rect(border, one.rect.y, 0.0, 2 * RADIUS) for border in borders for one in found[:1]]
    for one in found:
        said = say(one)
        turn = said if isinstance(said, Turn) else None
        text = said.text if isinstance(said, Turn) else said
        longest = replace(turn, sheets=(_LONGEST,) * len(turn.sheets)).text if turn else text
        for away in (1, -1):
            rect = _beside(one.rect, longest, away)
            free = not any(rect.meets(other, HINT_CLEAR) for other in taken if other is not one.rect)
            if text and sides[0] <= rect.left and rect.right <= sides[1] and free:
                taken.append(rect)
                yield Hint(text, _beside(one.rect, text, away), turn, start=away > 0)
                break


def _beside(circle: Rect, text: str, away: int) -> Rect:
    size = width(text, HINT_SIZE)
    return Rect(circle.x + away * ((circle.width + size) / 2 + CLEAR), circle.y, size, HINT_HEIGHT)
