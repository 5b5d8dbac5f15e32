"""Where the symbols of BPMN stand: the lanes layout of our charts, with the sizes that BPMN editors give their symbols.

Our charts write holder, limit, materials and documents into their boxes; BPMN tools show the name alone, so boxes are
laid out without the rest. Terminals become circles and bars diamonds, smaller than the room they had: lines are led on
to their rims.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise

from processes.model.process import START
from renderers.flowcharts import Layout
from renderers.flowcharts.chart import Arrow, Box, Chart, Item, Parallel, Sequence, Shape, blocks_of
from renderers.flowcharts.drafting.charting import MATERIALS
from renderers.flowcharts.geometry import Point, Rect, around
from renderers.flowcharts.layout.drawing import Band
from renderers.flowcharts.layout.labelling import Label
from renderers.flowcharts.layout.layouts import drawing_of
from renderers.flowcharts.layout.lines import Route
from renderers.flowcharts.measure import width

ROUND, DIAMOND = 28.0, 30.0
"""Diameter of an event and width of a parallel gateway, in points."""
HEADER = 30.0
"""Height of the heading of a pool and of a lane: what bpmn.io draws."""
MARGIN = 24.0
"""Free room inside the pool around what stands in it."""
_LABEL_SIZE, _LABEL_HEIGHT, _GAP = 11.0, 14.0, 4.0
_WIDER = 1.2
"""bpmn.io sets labels in 11 pixels and breaks what does not fit: so much wider than ours in 10 points."""
_PARALLEL = "并联"


class Kind(Enum):
    """What a symbol is in BPMN."""

    EVENT = "event"
    TASK = "task"
    CHOICE = "exclusive gateway"
    MERGE = "exclusive gateway where ways meet"
    PARALLEL = "parallel gateway"


@dataclass(frozen=True, slots=True)
class Symbol:
    """A symbol with its room; ``label`` is where its name stands if not inside of it."""

    box: Box
    kind: Kind
    room: Rect
    label: Rect | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """An arrow with the corners of its line, and where its label stands."""

    arrow: Arrow
    points: tuple[Point, ...]
    label: Rect | None


@dataclass(frozen=True, slots=True)
class Pool:
    """A chart placed: its upper left corner is the origin; ``bands`` are its lanes."""

    width: float
    height: float
    symbols: tuple[Symbol, ...]
    lines: tuple[Line, ...]
    bands: tuple[Band, ...]


def merge_of(fork: str) -> str:
    """The key of the gateway before a fork that several ways lead to: the fork itself would wait for all of them."""
    return f"{fork}|会合"


def pool_of(chart: Chart) -> Pool:
    """A chart of one version, placed in its pool."""
    ready = _merged(_plain(chart))
    drawing = drawing_of(ready, Layout.LANES)
    below = {route.arrow.source for route in drawing.routes if route.points[0][1] < route.points[1][1]}
    bars = _turns(chart, drawing.routes)
    symbols = {
        box.key: _symbol(
            box, _at(drawing.rects[box.key], bars.get(box.key)), len(drawing.figures[box.key].lines), below
        )
        for box in drawing.boxes
    }
    labels = {label.route.arrow: _wider(label) for label in drawing.labels}
    lines = tuple(
        Line(route.arrow, _led(route.points, symbols, route.arrow), labels.get(route.arrow)) for route in drawing.routes
    )
    beside = [one.label for one in symbols.values()] + [one.label for one in lines]
    frame = around((drawing.frame, *(label for label in beside if label)))
    left = min((frame.left, *(band.left for band in drawing.bands)))
    right = max((frame.right, *(band.right for band in drawing.bands)))
    across, down = -left, 2 * HEADER + MARGIN - frame.top
    return Pool(
        width=right - left,
        height=frame.height + 2 * HEADER + 2 * MARGIN,
        symbols=tuple(_moved(one, across, down) for one in symbols.values()),
        lines=tuple(
            Line(
                one.arrow,
                tuple((x + across, y + down) for x, y in one.points),
                one.label.moved(across, down) if one.label else None,
            )
            for one in lines
        ),
        bands=_stretched(drawing.bands, left, right),
    )


def _plain(chart: Chart) -> Chart:
    """The chart of steps and decisions, with names alone in its boxes; bars have names, which makes them higher."""
    documents = {arrow.target for arrow in chart.arrows if arrow.bare}
    steps = (Shape.DOCUMENT, Shape.SUBPROCESS)
    return replace(
        chart,
        boxes=tuple(
            replace(
                box,
                details=(),
                number="",
                name=box.name or (_PARALLEL if box.shape is Shape.BAR else ""),
                shape=Shape.PROCESS if box.shape in steps else box.shape,
            )
            for box in chart.boxes
            if box.key != MATERIALS and box.key not in documents
        ),
        arrows=tuple(
            replace(arrow, source=START) if arrow.source == MATERIALS else arrow
            for arrow in chart.arrows
            if arrow.target != MATERIALS and not arrow.bare
        ),
        main=tuple(item for item in chart.main if item != MATERIALS),
        sides=tuple(side for side in chart.sides if documents.isdisjoint(side.items)),
    )


def _merged(chart: Chart) -> Chart:
    """The chart with a gateway before every fork that more than one arrow enters."""
    forks = [block.fork for block in blocks_of((chart.main, *(side.items for side in chart.sides)))]
    forks = [fork for fork in forks if sum(arrow.target == fork for arrow in chart.arrows) > 1]
    for fork in forks:
        merge = merge_of(fork)
        box = Box(key=merge, shape=Shape.DECISION, name="会合", lane=chart.box(fork).lane)
        boxes = [one for other in chart.boxes for one in ((box, other) if other.key == fork else (other,))]
        arrows = [replace(one, target=merge) if one.target == fork else one for one in chart.arrows]
        chart = replace(
            chart,
            boxes=tuple(boxes),
            arrows=(*arrows, Arrow(source=merge, target=fork)),
            main=_before(chart.main, fork, merge),
            sides=tuple(replace(side, items=_before(side.items, fork, merge)) for side in chart.sides),
        )
    return chart


def _before(items: Sequence, fork: str, merge: str) -> Sequence:
    """The sequence with ``merge`` before the block that ``fork`` opens, wherever it is."""
    found: list[Item] = []
    for item in items:
        if not isinstance(item, Parallel):
            found.append(item)
            continue
        inside = Parallel(item.fork, tuple(_before(branch, fork, merge) for branch in item.branches), item.join)
        found += [merge, inside] if item.fork == fork else [inside]
    return tuple(found)


def _turns(chart: Chart, routes: Iterable[Route]) -> Mapping[str, float]:
    """Key of a bar → the x at which the file comes to a fork, or leaves a join: there its gateway stands."""
    blocks = tuple(blocks_of((chart.main, *(side.items for side in chart.sides))))
    forks, joins = {block.fork for block in blocks}, {block.join for block in blocks}
    found: dict[str, float] = {}
    for route in routes:
        if route.arrow.target in forks and not route.arrow.back:
            found.setdefault(route.arrow.target, _inside(route.points[-1], route.points[-2]))
        if route.arrow.source in joins:
            found.setdefault(route.arrow.source, _inside(route.points[0], route.points[1]))
    return found


def _inside(end: Point, beyond: Point) -> float:
    """The x of a gateway that the line from ``beyond`` meets at ``end``: a level one meets it at its corner."""
    if end[0] == beyond[0]:
        return end[0]
    return end[0] + (DIAMOND if end[0] > beyond[0] else -DIAMOND)


def _at(room: Rect, x: float | None) -> Rect:
    return room if x is None else replace(room, x=x)


def _symbol(box: Box, room: Rect, lines: int, below: Collection[str]) -> Symbol:
    """A box as a symbol; ``lines`` of text in its room; ``below``: boxes that a line leaves downwards."""
    match box.shape:
        case Shape.TERMINAL:
            circle = Rect(room.x, room.y, ROUND, ROUND)
            return Symbol(box, Kind.EVENT, circle, _right(box, circle) if box.key in below else _under(box, circle))
        case Shape.DECISION if box.key.endswith(merge_of("")):
            return Symbol(box, Kind.MERGE, Rect(room.x, room.y, DIAMOND, DIAMOND))
        case Shape.DECISION:
            # The question is longer than what fits beside it: it stands inside, as in our charts.
            return Symbol(box, Kind.CHOICE, room, Rect(room.x, room.y, room.width * 0.7, lines * _LABEL_HEIGHT))
        case Shape.BAR:
            diamond = Rect(room.x, room.y, DIAMOND, DIAMOND)
            # Above the line that leaves it at the right.
            label = _right(box, diamond).moved(0, -_LABEL_HEIGHT * 0.75) if box.name != _PARALLEL else None
            return Symbol(box, Kind.PARALLEL, diamond, label)
        case _:
            return Symbol(box, Kind.TASK, room)


def _right(box: Box, room: Rect) -> Rect:
    """Room for a name at the right of a symbol."""
    wide = _name_width(box)
    return Rect(room.right + _GAP + wide / 2, room.y, wide, _LABEL_HEIGHT)


def _under(box: Box, room: Rect) -> Rect:
    return Rect(room.x, room.bottom + _LABEL_HEIGHT / 2 + _GAP / 2, _name_width(box), _LABEL_HEIGHT)


def _name_width(box: Box) -> float:
    return width(box.name, _LABEL_SIZE) + 2 * _GAP


def _wider(label: Label) -> Rect:
    """The room of a label as wide as bpmn.io needs it; beside an upright line it grows away from the line."""
    room, more = label.rect, label.rect.width * (_WIDER - 1) + _GAP
    away = 0.0 if not label.piece.vertical else more / 2 if room.x > label.piece.at else -more / 2
    return Rect(room.x + away, room.y, room.width + more, room.height)


def _led(points: tuple[Point, ...], symbols: Mapping[str, Symbol], arrow: Arrow) -> tuple[Point, ...]:
    """The line led on to the rims of the symbols at its ends."""
    begun = _to_rim(points, symbols[arrow.source])
    return _to_rim(begun[::-1], symbols[arrow.target])[::-1]


def _to_rim(points: tuple[Point, ...], symbol: Symbol) -> tuple[Point, ...]:
    """The line with its first point on the rim of a circle or of a gateway that stands for a bar."""
    room, (x, y) = symbol.room, points[0]
    if symbol.kind not in (Kind.EVENT, Kind.PARALLEL, Kind.MERGE):
        return points
    radius = room.width / 2
    upright = points[1][0] == x
    off = x - room.x if upright else y - room.y
    if abs(off) < 1.0:
        # Straight on to the middle.
        begin = _towards((room.x, room.y), points[1], radius)
        return (begin, *points[1:])
    if upright:
        return ((room.x + radius * (1 if off > 0 else -1), room.y), (x, room.y), *points[1:])
    return ((room.x, room.y + radius * (1 if off > 0 else -1)), (room.x, y), *points[1:])


def _towards(middle: Point, goal: Point, radius: float) -> Point:
    (x, y), (to_x, to_y) = middle, goal
    if abs(to_x - x) < abs(to_y - y):
        return x, y + (radius if to_y > y else -radius)
    return x + (radius if to_x > x else -radius), y


def _moved(one: Symbol, across: float, down: float) -> Symbol:
    label = one.label.moved(across, down) if one.label else None
    return replace(one, room=one.room.moved(across, down), label=label)


def _stretched(bands: tuple[Band, ...], left: float, right: float) -> tuple[Band, ...]:
    """The lanes side by side over the whole width of the pool."""
    if not bands:
        return ()
    inner = [(one.right + other.left) / 2 - left for one, other in pairwise(bands)]
    edges = pairwise((0.0, *inner, right - left))
    return tuple(Band(band.lane, start, end) for band, (start, end) in zip(bands, edges, strict=True))
