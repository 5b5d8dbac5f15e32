"""Laws of drawings that have been cut, over processes of every shape, in both layouts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from benchmarks.flowcharts.generator import chart as generated
from renderers.flowcharts.chart import Arrow, Chart, Shape, Status
from renderers.flowcharts.geometry import Rect
from renderers.flowcharts.layout.drawing import Drawing
from renderers.flowcharts.layout.figures import NUMBER_RADIUS
from renderers.flowcharts.layout.layouts import Layout, drawing_of
from renderers.flowcharts.sheets.columns import hint
from renderers.flowcharts.sheets.connectors import BETWEEN
from renderers.flowcharts.sheets.cutting import Cutter, equal
from renderers.flowcharts.sheets.parts import Part, parts_of
from tests.effort import tried
from tests.renderers.flowcharts.test_layout_laws import written

LAWS = settings(
    # Shrinking a process takes minutes and says no more than its first form.
    max_examples=tried(8),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.generate],
)
SEEDS = [f"parts/{number}" for number in range(10)]
HEIGHTS = (260.0, 420.0, 700.0)
"""Of parts: some processes are cut everywhere, some once."""

End = tuple[str, ...]
"""The key of a box, or the letters of a connector."""


def ends(part: Part) -> dict[str, frozenset[str]]:
    """Connector → its letters."""
    return {box.key: frozenset(box.name.split(BETWEEN)) for box in part.drawing.boxes if box.shape is Shape.CONNECTOR}


def followed(parts: Sequence[Part]) -> set[tuple[str, str]]:
    """The arrows that a reader finds who goes on at each letter: from every box, however many letters on the way."""
    letters = {key: names for part in parts for key, names in ends(part).items()}
    pieces = [route.arrow for part in parts for route in part.drawing.routes]
    found = set()
    for first in (piece for piece in pieces if piece.source not in letters):
        pending = [first]
        while pending:
            piece = pending.pop()
            if piece.target not in letters:
                found.add((first.source, piece.target))
                continue
            pending += [one for one in pieces if one.source in letters and letters[one.source] & letters[piece.target]]
    return found


def texts(drawings: Sequence[Drawing]) -> list[str]:
    """The labels that are written, each with its lines."""
    return sorted("".join(line.text for line in label.figure.lines) for one in drawings for label in one.labels)


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("seed", SEEDS)
def test_cut_charts_of_a_county_can_be_followed(seed: str, layout: Layout) -> None:
    """Main path, loops, side branches and blocks, of 8 to 60 steps; at every height."""
    drawing = drawing_of(generated(seed), layout)
    for height in HEIGHTS:
        check_all(drawing, height)


@pytest.mark.parametrize("layout", Layout)
@LAWS
@given(version=written(), height=st.sampled_from(HEIGHTS))
def test_cut_charts_of_odd_shapes_can_be_followed(
    version: object, height: float, layout: Layout, compiled: Callable[..., Chart]
) -> None:
    """Jumps both ways, side branches of side branches, blocks in blocks."""
    check_all(drawing_of(compiled(version), layout), height)


@pytest.mark.parametrize("layout", Layout)
def test_a_cut_chart_of_both_versions_can_be_followed(layout: Layout) -> None:
    """Lines that go and lines that come have connectors of their own; none is neither."""
    chart = generated("both", 24)
    statuses = (Status.REMOVED, Status.ADDED, Status.SAME)
    marked = replace(
        chart,
        boxes=tuple(replace(box, status=statuses[index % 3]) for index, box in enumerate(chart.boxes)),
        arrows=tuple(replace(arrow, status=statuses[index % 3]) for index, arrow in enumerate(chart.arrows)),
    )
    drawing = drawing_of(marked, layout)
    for part in check_all(drawing, HEIGHTS[0]):
        for box in part.drawing.boxes:
            if box.shape is Shape.CONNECTOR:
                lines = {
                    one.arrow.status for one in part.drawing.routes if box.key in (one.arrow.source, one.arrow.target)
                }
                assert box.status is (lines.pop() if len(lines) == 1 else None)


def check_all(drawing: Drawing, height: float) -> Sequence[Part]:
    """Every box and text is in one part, letters lead where the arrows go, connectors and hints stand on nothing."""
    parts = parts_of(drawing, Cutter(drawing).cuts(equal(height)), hint)
    keys = [box.key for part in parts for box in part.drawing.boxes if box.shape is not Shape.CONNECTOR]
    assert sorted(keys) == sorted(box.key for box in drawing.boxes)
    assert texts([part.drawing for part in parts]) == texts([drawing])
    assert followed(parts) == {(one.arrow.source, one.arrow.target) for one in drawing.routes}
    for part in parts:
        check(part)
    return parts


def check(part: Part) -> None:
    """Connectors and hints stand neither on boxes with their numbers nor on labels, each other or strange lines."""
    here = part.drawing
    own = ends(part)
    things = [here.rects[key] for key in own] + [one.rect for one in part.hints]
    others = [rect for key, rect in here.rects.items() if key not in own]
    others += [numbered(here.rects[box.key]) for box in here.boxes if box.number]
    others += [label.rect for label in here.labels]
    for index, thing in enumerate(things):
        assert not any(thing.meets(other) for other in (*others, *things[:index]))
    for key in own:
        for route in here.routes:
            if key not in (route.arrow.source, route.arrow.target):
                assert not any(piece.near(here.rects[key]) for piece in route.segments)
    for one in part.hints:
        assert not any(piece.near(one.rect) for route in here.routes for piece in route.segments)
    assert_lines_apart(here)


def assert_lines_apart(drawing: Drawing) -> None:
    """Lines that lead to or from connectors run through no box and on no strange line."""
    connectors = {box.key for box in drawing.boxes if box.shape is Shape.CONNECTOR}
    cut = [route for route in drawing.routes if connectors & {route.arrow.source, route.arrow.target}]
    for route in cut:
        # Only what was added: the piece next to the connector.
        added = route.segments[-1:] if route.arrow.target in connectors else route.segments[:1]
        for other in drawing.routes:
            if other is not route and not share_an_end(route.arrow, other.arrow):
                assert not any(one.shared(piece, 1.0) > 1.0 for one in added for piece in other.segments), (
                    route,
                    other,
                )


def share_an_end(one: Arrow, other: Arrow) -> bool:
    """Whether two arrows leave or reach the same box or connector."""
    return one.source == other.source or one.target == other.target


def numbered(rect: Rect) -> Rect:
    """Where the number of a box stands."""
    return Rect(rect.left + NUMBER_RADIUS - 4, rect.top, 2 * NUMBER_RADIUS, 2 * NUMBER_RADIUS)
