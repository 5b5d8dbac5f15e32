"""The parts of a drawing that has been cut, each a drawing itself: lines that were cut end in connectors.

连接符 (GB/T 1526-1989, symbol "connector" of ISO 5807): a line ends in a small circle with a letter and goes on at one
with the same letter.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from renderers.flowcharts.chart import Box, Shape, Status
from renderers.flowcharts.geometry import Rect, around, corners
from renderers.flowcharts.layout.drawing import Drawing
from renderers.flowcharts.layout.figures import DETAIL_SIZE, Figure, Line
from renderers.flowcharts.layout.lines import Route
from renderers.flowcharts.sheets.bands import framed
from renderers.flowcharts.sheets.connectors import BETWEEN, Connector, Hint, connectors, hints
from renderers.flowcharts.sheets.letters import Place, lettered
from renderers.flowcharts.sheets.pieces import Piece, joints, kept_pieces, part_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from renderers.flowcharts.layout.labelling import Label
    from renderers.flowcharts.sheets.marks import Turn
    from renderers.flowcharts.sheets.strips import Strip

    Hinting = Callable[[Place, tuple[int, ...]], str | Turn]
    """What to say beside a connector, given its place and the parts in which its lines go on; empty for nothing."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a drawing: connectors are boxes in it."""

    drawing: Drawing
    hints: tuple[Hint, ...] = ()

    @property
    def frame(self) -> Rect:
        """The rectangle that holds all of it, with its lanes and their heads."""
        return around((framed(self.drawing), *(hint.rect for hint in self.hints)))


def parts_of(drawing: Drawing, cuts: Sequence[Strip], hinting: Hinting, first: int = 0) -> tuple[Part, ...]:
    """The parts between the cuts, from the top down; ``first`` is the number of the first letter."""
    return _Cut(drawing, tuple(cuts), hinting, first).parts() if cuts else whole(drawing)


def whole(drawing: Drawing) -> tuple[Part, ...]:
    """The drawing as its only part."""
    return (Part(drawing),)


def letters_in(parts: Sequence[Part]) -> frozenset[str]:
    """The letters of the connectors."""
    names = (box.name for part in parts for box in part.drawing.boxes if box.shape is Shape.CONNECTOR)
    return frozenset(letter for name in names for letter in name.split(BETWEEN))


class _Cut:
    """A drawing and where it is cut."""

    def __init__(self, drawing: Drawing, cuts: tuple[Strip, ...], hinting: Hinting, first: int) -> None:
        self.drawing, self.cuts, self.hinting = drawing, cuts, hinting
        labels = {label.route: label for label in drawing.labels}
        self.lines: list[tuple[Route, Label | None, tuple[Piece, ...]]] = [
            (route, labels.get(route), kept_pieces(route, labels.get(route), cuts)) for route in drawing.routes
        ]
        found = [joint for route, _, pieces in self.lines for joint in joints(route, pieces)]
        self.letters = lettered(found, first)
        self.goes_on: dict[Place, set[int]] = {place: set() for place in self.letters}
        self.statuses: dict[Place, set[Status | None]] = {place: set() for place in self.letters}
        for joint in found:
            self.goes_on[joint.out].add(joint.into.part)
            self.goes_on[joint.into].add(joint.out.part)
            for place in (joint.out, joint.into):
                self.statuses[place].add(joint.arrow.status)

    def parts(self) -> tuple[Part, ...]:
        return tuple(self._part(number) for number in range(len(self.cuts) + 1))

    def _part(self, number: int) -> Part:
        lower = self._connectors(number, below=True)
        ends = (*self._connectors(number, below=False), *lower)
        keys = {one.place: f"{number}|接续{index}" for index, one in enumerate(ends)}
        boxes = [box for box in self.drawing.boxes if part_at(self.drawing.rects[box.key].y, self.cuts) == number]
        rects = {box.key: self.drawing.rects[box.key] for box in boxes}
        figures = {box.key: self.drawing.figures[box.key] for box in boxes}
        for one in ends:
            key = keys[one.place]
            boxes.append(Box(key=key, shape=Shape.CONNECTOR, name=one.name, status=self._status(one.place)))
            rects[key] = one.rect
            line = Line(one.name, DETAIL_SIZE, bold=True, down=0.0)
            figures[key] = Figure(one.rect.width, one.rect.height, (line,))
        routes, labels = self._lines(number, {one.place: one for one in ends}, keys)
        drawing = Drawing(tuple(boxes), rects, figures, routes, labels, self.drawing.bands)
        return Part(drawing, tuple(self._hints(ends)))

    def _connectors(self, number: int, *, below: bool) -> tuple[Connector, ...]:
        places = [place for place in self.letters if place.part == number and place.below == below]
        if not places:
            return ()
        rim = self.cuts[number].low if below else self.cuts[number - 1].high
        return connectors(rim, places, self.letters)

    def _status(self, place: Place) -> Status | None:
        """That of the lines, if it is the same for all."""
        (first, *others) = self.statuses[place]
        return None if others else first

    def _lines(
        self, number: int, ends: Mapping[Place, Connector], keys: Mapping[Place, str]
    ) -> tuple[tuple[Route, ...], tuple[Label, ...]]:
        routes: list[Route] = []
        labels: list[Label] = []
        for route, label, pieces in self.lines:
            for piece in (one for one in pieces if one.part == number):
                here = label if label is not None and piece.holds(label) else None
                drawn = _drawn(route, piece, ends, keys, text=here is not None)
                routes.append(drawn)
                if here is not None:
                    labels.append(replace(here, route=drawn))
        return tuple(routes), tuple(labels)

    def _hints(self, ends: Sequence[Connector]) -> Iterator[Hint]:
        frame = self.drawing.frame
        borders = [x for band in self.drawing.bands for x in (band.left, band.right)]
        sides = (min((frame.left, *borders)), max((frame.right, *borders)))
        for below in (False, True):
            rim = [one for one in ends if one.place.below == below]
            yield from hints(rim, self._hint, sides, borders)

    def _hint(self, one: Connector) -> str | Turn:
        return self.hinting(one.place, tuple(sorted(self.goes_on[one.place])))


def _drawn(
    route: Route, piece: Piece, ends: Mapping[Place, Connector], keys: Mapping[Place, str], *, text: bool
) -> Route:
    """The piece of a line from box or connector to box or connector."""
    points = list(piece.points)
    source, target = route.arrow.source, route.arrow.target
    if piece.enters is not None:
        source = keys[piece.enters]
        points = [*reversed(ends[piece.enters].way(points[0][0])), *points]
    if piece.leaves is not None:
        target = keys[piece.leaves]
        points = [*points, *ends[piece.leaves].way(points[-1][0])]
    label = route.arrow.label if text else ""
    return Route(replace(route.arrow, source=source, target=target, label=label), corners(points))
