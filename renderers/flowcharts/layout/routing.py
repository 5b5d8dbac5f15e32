"""Flow lines and their labels: straight where two boxes stand in line, else the cheapest way around everything."""

from __future__ import annotations

from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING

from renderers.flowcharts.chart import Arrow, Chart, Shape, keys_of
from renderers.flowcharts.geometry import Rect, segments
from renderers.flowcharts.layout.attached import attached
from renderers.flowcharts.layout.figures import WAVE, label
from renderers.flowcharts.layout.labelling import LEAD, Label, label_price, placed_label
from renderers.flowcharts.layout.lines import Route
from renderers.flowcharts.layout.pathfinding import LEVEL_TRACK, TRACK, Grid, Port, beside

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from renderers.flowcharts.geometry import Point

WRONG_SIDE = 60.0
"""Cost of leaving or reaching a box on a side that is not the usual one (points of detour accepted instead)."""
INSET = 7.0
"""Least distance between the end of a line and the corner of a box."""
NEGLIGIBLE = 20.0
"""Price of a label's place below which no other way is tried."""
LEVEL = 1e-6
"""Two middles that differ by less than this are level."""

LEFT, RIGHT, UP, DOWN = (-1, 0), (1, 0), (0, -1), (0, 1)


def wired(chart: Chart, rects: Mapping[str, Rect]) -> tuple[tuple[Route, ...], tuple[Label, ...]]:
    """The lines of all arrows, in the order of the arrows, and the labels of those that have one."""
    wiring = _Wiring(chart, rects)
    return wiring.run()


@dataclass(frozen=True)
class _Wiring:
    chart: Chart
    rects: Mapping[str, Rect]

    def run(self) -> tuple[tuple[Route, ...], tuple[Label, ...]]:
        shapes = {box.key: box.shape for box in self.chart.boxes}
        columns = {key: -1 if side.left else 1 for side in self.chart.sides for key in keys_of(side.items)}
        ports = _Ports(self.rects, shapes, columns)
        boxes = tuple(self.rects.values())
        rims = [place for box in self.chart.boxes for place in attached(box, self.rects[box.key])]
        solid = (*boxes, *rims)
        routes: dict[Arrow, Route] = {}
        labels: dict[Arrow, Label] = {}
        for arrow in self.chart.arrows:
            line = ports.straight(arrow)
            if line:
                routes[arrow] = Route(arrow, line)
        for arrow, route in routes.items():
            if arrow.label:
                labels[arrow] = placed_label(route, tuple(routes.values()), solid, tuple(labels.values()))
        rest = [arrow for arrow in self.chart.arrows if arrow not in routes]
        grid = beside(boxes, tuple(x for arrow in rest for x in ports.stub_ends(arrow)))
        # Short ways first: they have the least choice.
        for arrow in sorted(rest, key=lambda one: abs(self.rects[one.source].y - self.rects[one.target].y)):
            routes[arrow], text = _laid(arrow, ports, grid, tuple(routes.values()), tuple(labels.values()), solid)
            if text is not None:
                labels[arrow] = text
        order = self.chart.arrows
        return tuple(routes[arrow] for arrow in order), tuple(labels[arrow] for arrow in order if arrow in labels)


def _laid(  # noqa: PLR0913 - a line, where it may begin and end, and what is there already
    arrow: Arrow,
    ports: _Ports,
    grid: Grid,
    known: tuple[Route, ...],
    written: tuple[Label, ...],
    boxes: tuple[Rect, ...],
) -> tuple[Route, Label | None]:
    """The best line of an arrow with its label, given those already there and what labels keep clear of."""
    attempts: list[tuple[float, Route, Label | None]] = []
    for exits in ports.exits(arrow):
        route, price = grid.way(arrow, exits, ports.entries(arrow), known, [one.rect for one in written])
        text = placed_label(route, known, boxes, written) if arrow.label else None
        blemish = label_price(text, known, boxes, written) if text else 0.0
        attempts.append((price + blemish, route, text))
        if blemish < NEGLIGIBLE:
            break
    _, route, text = min(attempts, key=itemgetter(0))
    return route, text


@dataclass(frozen=True, slots=True)
class _Ports:
    """Where lines may touch boxes. ``columns``: -1 for boxes beside the main column at the left, 1 at the right."""

    rects: Mapping[str, Rect]
    shapes: Mapping[str, Shape]
    columns: Mapping[str, int]

    def straight(self, arrow: Arrow) -> tuple[Point, ...]:
        """A line without bends, down to a box below or across to one that is level; empty if there is none."""
        source, target = self.rects[arrow.source], self.rects[arrow.target]
        line: tuple[Point, Point] | None = None
        if source.bottom < target.top:
            x = target.x if self.shapes[arrow.source] is Shape.BAR else source.x
            under = target if self.shapes[arrow.target] is Shape.BAR else Rect(target.x, target.y, 1.0, 0.0)
            if source.left < x < source.right and under.left < x < under.right:
                line = ((x, source.bottom - self._hollow(arrow)), (x, target.top))
        elif self._level(source, target, self.shapes[arrow.target]):
            y = source.y
            ahead = source.x < target.x
            line = ((source.right, y), (target.left, y)) if ahead else ((source.left, y), (target.right, y))
        if line is None:
            return ()
        (piece,) = segments(line)
        others = (rect for key, rect in self.rects.items() if key not in (arrow.source, arrow.target))
        return () if any(piece.near(other) for other in others) else line

    @staticmethod
    def _level(source: Rect, target: Rect, shape: Shape) -> bool:
        """Whether the middle of a box is level with the middle of another, or at least well within an upright side."""
        play = target.height / 2 - INSET if shape in (Shape.PROCESS, Shape.SUBPROCESS, Shape.DOCUMENT) else 0.0
        apart = source.right < target.left or target.right < source.left
        return apart and abs(source.y - target.y) <= max(LEVEL, play)

    def stub_ends(self, arrow: Arrow) -> Iterator[float]:
        """The x of tracks that leave room for labels: beside the first piece of the line, and beside other lines."""
        rect, stub = self.rects[arrow.source], _stub(arrow)
        if stub > TRACK:
            for away in (stub, stub + 2 * TRACK, 2 * stub + 3 * TRACK):
                yield from (rect.left - away, rect.right + away)

    def exits(self, arrow: Arrow) -> Iterator[tuple[Port, ...]]:
        """Where a line may leave its source: turning soon, or after a piece as long as its label."""
        rect = self.rects[arrow.source]
        left, right = self._usual(arrow, arrow.source, arrow.target)
        others = [
            Port((rect.x, rect.bottom - self._hollow(arrow)), (rect.x, rect.bottom + LEVEL_TRACK), DOWN, WRONG_SIDE / 2)
        ]
        if arrow.source in self.columns and self.shapes[arrow.source] is not Shape.DECISION:
            others.append(Port((rect.x, rect.top), (rect.x, rect.top - LEVEL_TRACK), UP, 0.0))
        for stub in dict.fromkeys((TRACK, _stub(arrow))):
            yield _level_port(rect, LEFT, left, stub), _level_port(rect, RIGHT, right, stub), *others

    def entries(self, arrow: Arrow) -> tuple[Port, ...]:
        """Where a line may reach its target: not from below, because lines run downwards."""
        rect = self.rects[arrow.target]
        left, right = self._usual(arrow, arrow.target, arrow.source)
        x, cost = rect.x, WRONG_SIDE
        if self.shapes[arrow.target] is Shape.BAR:
            # A way to the end of a block comes down in the middle of its own branch.
            above = self.rects[arrow.source].x
            x, cost = above if rect.left < above < rect.right else rect.x, 0.0
        top = Port((x, rect.top), (x, rect.top - LEVEL_TRACK), UP, cost)
        return _level_port(rect, LEFT, left, TRACK), _level_port(rect, RIGHT, right, TRACK), top

    def _usual(self, arrow: Arrow, here: str, there: str) -> tuple[float, float]:
        """What the left and the right side of the box ``here`` cost a line from or to ``there``.

        Within the main column lines go back at the left and ahead at the right; to a column beside, at its side.
        """
        if here in self.columns:
            return 0.0, 0.0
        if there in self.columns:
            return (2 * WRONG_SIDE, 0.0) if self.columns[there] > 0 else (0.0, 2 * WRONG_SIDE)
        return (0.0, WRONG_SIDE) if arrow.back else (WRONG_SIDE, 0.0)

    def _hollow(self, arrow: Arrow) -> float:
        """How far above the lower edge of its rectangle the source ends: a document has a wave there."""
        return 0.8 * WAVE if self.shapes[arrow.source] is Shape.DOCUMENT else 0.0


def _stub(arrow: Arrow) -> float:
    """Length of a first piece that has room for the label."""
    return max(TRACK, label(arrow.label).width + 2 * LEAD + 4) if arrow.label else TRACK


def _level_port(rect: Rect, out: tuple[int, int], cost: float, stub: float) -> Port:
    x = rect.left if out == LEFT else rect.right
    return Port((x, rect.y), (x + out[0] * stub, rect.y), out, cost)
