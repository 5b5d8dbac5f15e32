"""A roomy drawing made tight: the same ways, every gutter as wide and every row as high as what is in it.

First along x, then along y. What moves along x: the edges of the lanes, the columns, the upright pieces of lines, the
labels on level ones; along y: the rows, the level pieces, the labels beside upright ones. A piece that begins or ends
at a box moves with it.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from renderers.flowcharts.chart import Shape
from renderers.flowcharts.geometry import Point, Rect, Segment
from renderers.flowcharts.layout.figures import WAVE
from renderers.flowcharts.layout.labelling import HEAD, LEAD, Label
from renderers.flowcharts.layout.lanes.constraints import Axis, Ref
from renderers.flowcharts.layout.lanes.picture import Picture
from renderers.flowcharts.layout.lanes.rims import rims
from renderers.flowcharts.layout.lanes.sizes import OVERHANG, Sizes
from renderers.flowcharts.layout.lanes.things import Sort, Thing, keep_apart
from renderers.flowcharts.layout.lines import Route, related
from renderers.flowcharts.measure import clean, width

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from renderers.flowcharts.chart import Arrow
    from renderers.flowcharts.layout.lanes.roomy import Roomy

PADDING = 13.0
"""Between the edge of a lane and its boxes."""
LINE_PADDING = 7.0
"""Between the edge of a lane and lines and labels."""
ROW_GAP = 12.0
"""Between two rows in which no box stands below another."""
LEAVING, ARRIVING, TURNING = 9.0, 17.0, 14.0
"""Least length of the first, the last and any other piece of a line: a corner, a corner with the head, two corners."""
STRAIGHT = 21.0
"""Least length of a line without bends."""
HEAD_SIZE, HEAD_ROOM = 12, 60.0
"""Type of the lanes' names, and the width of a narrow lane."""

Name = tuple[str, *tuple[object, ...]]
"""A variable: what kind of thing moves, and which."""


def narrowed(picture: Picture, sizes: Sizes, roomy: Roomy) -> Picture:
    """The picture with boxes of new widths, no wider than needed."""
    return _Tightening(picture, sizes, roomy, upright=True).run()


def lowered(picture: Picture, sizes: Sizes, roomy: Roomy) -> Picture:
    """A narrowed picture with boxes of new heights, no higher than needed."""
    return _Tightening(picture, sizes, roomy, upright=False).run()


@dataclass(frozen=True)
class _Tightening:
    """One axis: x if ``upright``, because there the upright pieces of lines move."""

    picture: Picture
    sizes: Sizes
    roomy: Roomy
    upright: bool

    def run(self) -> Picture:
        axis = Axis()
        self._skeleton(axis)
        for index, label in enumerate(self.picture.labels):
            if self._slides(label):
                axis.add(("label", index), label.rect.x if self.upright else label.rect.y)
        things = [*self._boxes(), *self._lines(axis), *self._label_things()]
        if not self.upright:
            chart, rects = self.sizes.chart, self.picture.rects
            things += rims(chart, rects, lambda key: self._side(key, high=False))
        keep_apart(axis, things, labels=not self.upright)
        self._lengths(axis)
        if self.upright:
            self._inside_lanes(axis, things)
        return self._moved(axis.solved())

    # --- variables

    def _skeleton(self, axis: Axis) -> None:
        """Edges and columns, or rows."""
        if not self.upright:
            rows = self._row_halves
            for row in rows:
                axis.add(("row", row), sum(self.roomy.rows[row]) / 2)
            ordered = sorted(rows)
            for one, other in pairwise(ordered):
                axis.apart(Ref(("row", one), rows[one]), Ref(("row", other), -rows[other]), ROW_GAP)
            return
        for index, x in enumerate(self.roomy.edges):
            axis.add(("edge", index), x)
        for column, x in self.roomy.middles.items():
            axis.add(("column", column), x)
            half = self.sizes.wide / 2
            axis.apart(Ref(("edge", column[0])), Ref(("column", column), -half), PADDING)
            axis.apart(Ref(("column", column), half), Ref(("edge", column[0] + 1)), PADDING)
        for span in map(self.sizes.spanned, self.sizes.plan.spans):
            # Nothing else keeps columns in order that have nothing beside each other; a bar reaches over all its own.
            for column in span:
                axis.in_order(*(Ref(("column", one)) for one in (span[0], column, span[-1])))
        for index, lane in enumerate(self.sizes.chart.lanes):
            name = max(clean(lane.name), clean(lane.was), key=len)
            needed = max(HEAD_ROOM, width(name, HEAD_SIZE) / 2 + 2 * HEAD_SIZE)
            axis.apart(Ref(("edge", index)), Ref(("edge", index + 1)), needed)

    @cached_property
    def _row_halves(self) -> Mapping[int, float]:
        halves: dict[int, float] = {}
        for key, row in self.sizes.rows.items():
            halves[row] = max(halves.get(row, 0.0), self.sizes.figures[key].height / 2)
        return halves

    @cached_property
    def _names(self) -> Mapping[tuple[int, int], Name]:
        """Line and piece → the variable that the piece moves with."""
        pieces = [
            (at, number, piece)
            for at, route in enumerate(self.picture.routes)
            for number, piece in enumerate(route.segments)
            if piece.vertical == self.upright
        ]
        columns = {x: column for column, x in self.roomy.middles.items()}
        found: dict[tuple[int, int], Name] = {}
        for at, number, piece in pieces:
            route = self.picture.routes[at]
            if number == 0 or number == len(route.segments) - 1:
                end = route.arrow.source if number == 0 else route.arrow.target
                found[at, number] = ("column", columns[piece.at]) if self.upright else ("row", self.sizes.rows[end])
        for at, number, _ in pieces:
            found.setdefault((at, number), ("piece", at, number))
        # Pieces of lines that share their source or target and run on each other stay together.
        tracks: dict[float, list[tuple[int, int, Segment]]] = {}
        for at, number, piece in pieces:
            for other, index, near in tracks.setdefault(piece.at, []):
                one, two = found[at, number], found[other, index]
                meet = near.low <= piece.high and piece.low <= near.high
                if meet and one != two and related(self.picture.routes[at].arrow, self.picture.routes[other].arrow):
                    gone, kept = (one, two) if one[0] == "piece" else (two, one)
                    found.update({key: kept for key, name in found.items() if name == gone})
            tracks[piece.at].append((at, number, piece))
        return found

    def _slides(self, label: Label) -> bool:
        """Whether a label slides along its piece: one that lies along this axis."""
        return label.piece.vertical != self.upright

    @cached_property
    def _places(self) -> Mapping[Arrow, int]:
        """Arrow → index of its line."""
        return {route.arrow: at for at, route in enumerate(self.picture.routes)}

    # --- things

    def _side(self, key: str, *, high: bool) -> Ref:
        """The lower or upper side of a box along this axis."""
        sign = 1 if high else -1
        figure = self.sizes.figures[key]
        if not self.upright:
            return Ref(("row", self.sizes.rows[key]), sign * figure.height / 2)
        if key in self.sizes.plan.spans:
            columns = self.sizes.spanned(key)
            return Ref(("column", columns[-1 if high else 0]), sign * (self.sizes.wide / 2 + OVERHANG))
        return Ref(("column", self.sizes.plan.cells[key].column), sign * figure.width / 2)

    def _boxes(self) -> Iterator[Thing]:
        for key, rect in self.picture.rects.items():
            level, upright = (rect.left, rect.right), (rect.top, rect.bottom)
            now, across = (level, upright) if self.upright else (upright, level)
            yield Thing(Sort.BOX, self._side(key, high=False), self._side(key, high=True), now, across)

    def _lines(self, axis: Axis) -> list[Thing]:
        things: list[Thing] = []
        for (at, number), name in self._names.items():
            route = self.picture.routes[at]
            piece = route.segments[number]
            ref = axis.add(name, piece.at)
            things.append(Thing(Sort.LINE, ref, ref, (piece.at, piece.at), (piece.low, piece.high), arrow=route.arrow))
        return things

    def _label_things(self) -> Iterator[Thing]:
        for index, label in enumerate(self.picture.labels):
            low, high = self._label_sides(index)
            rect = label.rect
            level, upright = (rect.left, rect.right), (rect.top, rect.bottom)
            now, across = (level, upright) if self.upright else (upright, level)
            yield Thing(Sort.LABEL, low, high, now, across, arrow=label.route.arrow)

    def _label_sides(self, index: int) -> tuple[Ref, Ref]:
        rect, ref = self.picture.labels[index].rect, self._label_ref(index)
        half = (rect.width if self.upright else rect.height) / 2
        return Ref(ref.name, ref.off - half), Ref(ref.name, ref.off + half)

    def _label_ref(self, index: int) -> Ref:
        """What a label moves with, and how far from it: its piece, or nothing but itself."""
        label = self.picture.labels[index]
        if self._slides(label):
            return Ref(("label", index))
        at = self._places[label.route.arrow]
        number = self.picture.routes[at].segments.index(label.piece)
        return Ref(self._names[at, number], (label.rect.x if self.upright else label.rect.y) - label.piece.at)

    # --- along the axis

    def _ends(self, at: int, number: int) -> tuple[Ref, Ref]:
        """The ends of a piece along this axis: the pieces that it meets, or sides of boxes."""
        route = self.picture.routes[at]
        last = len(route.segments) - 1
        begin = self._port(route, first=True) if number == 0 else Ref(self._names[at, number - 1])
        end = self._port(route, first=False) if number == last else Ref(self._names[at, number + 1])
        return begin, end

    def _port(self, route: Route, *, first: bool) -> Ref:
        """The side of the box at which a line begins or ends."""
        key = route.arrow.source if first else route.arrow.target
        rect, (x, y) = self.picture.rects[key], route.points[0 if first else -1]
        high = x > rect.x if self.upright else y > rect.y
        side = self._side(key, high=high)
        document = first and high and not self.upright and self._shapes[key] is Shape.DOCUMENT
        return Ref(side.name, side.off - 0.8 * WAVE) if document else side

    @cached_property
    def _shapes(self) -> Mapping[str, Shape]:
        return {box.key: box.shape for box in self.sizes.chart.boxes}

    def _lengths(self, axis: Axis) -> None:
        """Every piece along the axis is long enough for its corners, its head and its label."""
        labels = {
            (label.route.arrow, label.piece): index
            for index, label in enumerate(self.picture.labels)
            if self._slides(label)
        }
        for at, route in enumerate(self.picture.routes):
            last = len(route.segments) - 1
            for number, piece in enumerate(route.segments):
                if piece.vertical == self.upright:
                    continue
                begin, end = self._ends(at, number)
                forward = route.points[number + 1][piece.vertical] >= route.points[number][piece.vertical]
                low, high = (begin, end) if forward else (end, begin)
                length = STRAIGHT if last == 0 else LEAVING if number == 0 else ARRIVING if number == last else TURNING
                axis.apart(low, high, length)
                if (label := labels.get((route.arrow, piece))) is not None:
                    before, behind = self._label_sides(label)
                    head = HEAD if number == last else LEAD
                    axis.apart(low, before, LEAD if forward else head)
                    axis.apart(behind, high, head if forward else LEAD)

    def _inside_lanes(self, axis: Axis, things: list[Thing]) -> None:
        """Lines and labels keep off the edges of the lanes that they do not cross."""
        for thing in things:
            if thing.sort is Sort.BOX or (isinstance(thing.low.name, tuple) and thing.low.name[0] == "column"):
                continue
            middle = sum(thing.now) / 2
            for index, x in enumerate(self.roomy.edges):
                if middle > x:
                    axis.apart(Ref(("edge", index)), thing.low, LINE_PADDING)
                else:
                    axis.apart(thing.high, Ref(("edge", index)), LINE_PADDING)

    # --- the result

    def _moved(self, places: Mapping[Hashable, float]) -> Picture:
        def place(ref: Ref) -> float:
            return places[ref.name] + ref.off

        rects: dict[str, Rect] = {}
        for key, rect in self.picture.rects.items():
            low, high = place(self._side(key, high=False)), place(self._side(key, high=True))
            middle, size = (low + high) / 2, high - low
            rects[key] = (
                Rect(middle, rect.y, size, rect.height) if self.upright else Rect(rect.x, middle, rect.width, size)
            )
        routes = tuple(self._rerouted(at, places) for at in range(len(self.picture.routes)))
        labels: list[Label] = []
        for index, label in enumerate(self.picture.labels):
            at, middle = self._places[label.route.arrow], place(self._label_ref(index))
            number = self.picture.routes[at].segments.index(label.piece)
            rect = replace(label.rect, x=middle) if self.upright else replace(label.rect, y=middle)
            labels.append(replace(label, route=routes[at], rect=rect, piece=routes[at].segments[number]))
        edges = [places["edge", at] if self.upright else x for at, x in enumerate(self.picture.edges)]
        return Picture(rects, routes, tuple(labels), tuple(edges))

    def _rerouted(self, at: int, places: Mapping[Hashable, float]) -> Route:
        """A line with its corners where its pieces are now."""
        route = self.picture.routes[at]
        points: list[Point] = []
        for number, (x, y) in enumerate(route.points):
            meeting = next((self._names[at, one] for one in (number - 1, number) if (at, one) in self._names), None)
            ref = self._port(route, first=number == 0) if meeting is None else Ref(meeting)
            moved = places[ref.name] + ref.off
            points.append((moved, y) if self.upright else (x, moved))
        return Route(route.arrow, tuple(points))
