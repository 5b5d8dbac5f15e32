"""What is wrong with a picture, and how restless it is: counted alike for every system."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from itertools import combinations
from math import hypot

from benchmarks.flowcharts.contact import crossings, inside, shared
from benchmarks.flowcharts.lanes import outside
from benchmarks.flowcharts.picture import UNIT, Area, Figure, Line, Picture

NEAR = UNIT
"""A line nearer than this to a box looks as if it ran on its rim: lines are 1.3 points thick."""
DEEP = 7 * UNIT
"""Lines end on the true outline, which for a document lies up to 7 points within its rectangle."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """The faults of one picture or, added up, of many. Lengths are in points, the area in square points.

    ``through``: lines and boxes that they run through (their own: from one side to another). ``rims``: lines and boxes
    along whose rims they run. ``labels_on_…``: labels and boxes, other labels, lines (their own too) that they stand
    on. ``shared``: pairs of lines that run along each other though neither source nor target is the same, and
    ``shared_length`` how far. ``crossings``: places where one line crosses another. ``out_of_lane``: boxes that no
    upright lines between the lanes, in their order, would keep in their own.
    """

    through: int = 0
    rims: int = 0
    labels_on_boxes: int = 0
    labels_on_labels: int = 0
    labels_on_lines: int = 0
    shared: int = 0
    shared_length: float = 0.0
    out_of_lane: int = 0
    crossings: int = 0
    bends: int = 0
    length: float = 0.0
    area: float = 0.0

    def __add__(self, other: Measure) -> Measure:
        """Both together."""
        return Measure(**{one.name: getattr(self, one.name) + getattr(other, one.name) for one in fields(self)})

    @property
    def labels(self) -> int:
        """All overlaps of labels."""
        return self.labels_on_boxes + self.labels_on_labels + self.labels_on_lines

    @property
    def faults(self) -> int:
        """What must not be in a picture at all."""
        return self.through + self.rims + self.labels + self.shared + self.out_of_lane


def measured(picture: Picture) -> Measure:
    """The measure of a picture."""
    lines, labels, boxes = picture.lines, picture.labels, picture.figures
    run = [_on(line, boxes) for line in lines]
    unrelated = [shared(one, other) for one, other in combinations(lines, 2) if not related(one, other)]
    return Measure(
        through=sum(through for through, _ in run),
        rims=sum(rims for _, rims in run),
        labels_on_boxes=sum(_covers(label, box) for label in labels for box in boxes.values()),
        labels_on_labels=sum(one.meets(other) for one, other in combinations(labels, 2)),
        labels_on_lines=sum(_enters(line, Figure(label)) for label in labels for line in lines),
        shared=sum(length > 0 for length in unrelated),
        shared_length=sum(unrelated) / UNIT,
        out_of_lane=outside(picture),
        crossings=sum(crossings(one, other) for one, other in combinations(lines, 2)),
        bends=sum(max(0, len(line.spots) - 2) for line in lines),
        length=sum(hypot(x2 - x1, y2 - y1) for line in lines for (x1, y1), (x2, y2) in line.pieces) / UNIT,
        area=_extent(picture) / UNIT**2,
    )


def related(one: Line, other: Line) -> bool:
    """Whether two lines may run together: they part from one box, or join before one."""
    return one.source == other.source or one.target == other.target


def _on(line: Line, boxes: dict[str, Figure]) -> tuple[int, int]:
    """How many boxes a line runs through, and along the rims of how many others."""
    through = rims = 0
    for key, box in boxes.items():
        own = key in (line.source, line.target)
        if _enters(line, _shrunk(box) if own else box):
            through += 1
        elif _along(line, box.area) if own else _enters(line, Figure(box.area.grown(NEAR), diamond=box.diamond)):
            rims += 1
    return through, rims


def _enters(line: Line, box: Figure) -> bool:
    return any(inside(piece, box) for piece in line.pieces)


def _shrunk(box: Figure) -> Figure:
    return Figure(box.area.grown(-DEEP), diamond=box.diamond)


def _along(line: Line, box: Area) -> bool:
    """Whether a line runs along a side of its own box for more than two points."""
    sides = _sides(box)
    return any(shared(Line("", "", piece), side) > 2 * NEAR for piece in line.pieces for side in sides)


def _sides(box: Area) -> tuple[Line, ...]:
    spots = ((box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom))
    return tuple(Line("", "", (spots[index - 1], spot)) for index, spot in enumerate(spots))


def _covers(label: Area, box: Figure) -> bool:
    """Whether a label stands on a box: on the diamond itself, not only on the rectangle around it."""
    if not label.meets(box.area) or not box.diamond:
        return label.meets(box.area)
    middle_x, middle_y = (box.area.left + box.area.right) / 2, (box.area.top + box.area.bottom) / 2
    x = min(max(middle_x, label.left), label.right)
    y = min(max(middle_y, label.top), label.bottom)
    half_wide, half_high = (box.area.right - box.area.left) / 2, (box.area.bottom - box.area.top) / 2
    return abs(x - middle_x) * half_high + abs(y - middle_y) * half_wide < half_wide * half_high


def _extent(picture: Picture) -> float:
    spots = [spot for line in picture.lines for spot in line.spots]
    spots += [spot for one in _areas(picture) for spot in ((one.left, one.top), (one.right, one.bottom))]
    if not spots:
        return 0
    return _range(x for x, _ in spots) * _range(y for _, y in spots)


def _areas(picture: Picture) -> Iterator[Area]:
    yield from (figure.area for figure in picture.figures.values())
    yield from picture.labels


def _range(values: Iterable[int]) -> int:
    found = tuple(values)
    return max(found) - min(found)
