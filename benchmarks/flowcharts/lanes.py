"""How many boxes stand outside their lanes, whatever upright lines are drawn between these."""

from __future__ import annotations

from math import inf

from benchmarks.flowcharts.picture import Area, Picture


def outside(picture: Picture) -> int:
    """The fewest boxes that reach out of their lanes, for the best lines between the lanes in their order.

    Nobody is asked where he thinks his lanes are, so every system is measured alike. Moved to the right, a line does
    the lane before it good and the lane behind it no harm until it comes to a box of that lane: so only the left sides
    of the boxes of a lane need be tried as its beginning. A lane without boxes needs no room.
    """
    lanes = ([figure.area for figure in picture.figures.values() if figure.lane == lane] for lane in picture.lanes)
    held = [boxes for boxes in lanes if boxes]
    # Where the lane before ends → the fewest boxes outside in all lanes up to there.
    best: dict[float, int] = {-inf: 0}
    for index, boxes in enumerate(held):
        behind = held[index + 1] if index + 1 < len(held) else []
        ends = [*sorted({float(box.left) for box in behind}), inf]
        following: dict[float, int] = {}
        for begin, before in best.items():
            for end in (one for one in ends if one >= begin):
                count = before + sum(not _within(box, begin, end) for box in boxes)
                following[end] = min(count, following.get(end, count))
        best = following
    return min(best.values(), default=0)


def _within(box: Area, begin: float, end: float) -> bool:
    return begin <= box.left and box.right <= end
