"""Laws of drawings that have been cut, over processes of every shape, in both layouts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from renderers.flowcharts.chart import Chart, Shape
from renderers.flowcharts.geometry import Rect
from renderers.flowcharts.layout.drawing import Drawing
from renderers.flowcharts.layout.figures import NUMBER_RADIUS
from renderers.flowcharts.layout.layouts import Layout, drawing_of
from renderers.flowcharts.layout.lines import related
from renderers.flowcharts.sheets.columns import hint
from renderers.flowcharts.sheets.connectors import BETWEEN
from renderers.flowcharts.sheets.cutting import Cutter, equal
from renderers.flowcharts.sheets.parts import Part, parts_of
from tests.renderers.flowcharts.test_layout_laws import written

LAWS = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.generate],
)
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
@LAWS
@given(version=written(), height=st.sampled_from(HEIGHTS))
def test_the_letters_lead_to_the_arrows_of_the_chart_and_to_no_others(
    version: object, height: float, layout: Layout, compiled: Callable[..., Chart]
) -> None:
    """Every box and every text is in one part; who follows the letters comes where the arrow goes."""
    drawing = drawing_of(compiled(version), layout)
    parts = parts_of(drawing, Cutter(drawing).cuts(equal(height)), hint)
    keys = [box.key for part in parts for box in part.drawing.boxes if box.shape is not Shape.CONNECTOR]
    assert sorted(keys) == sorted(box.key for box in drawing.boxes)
    assert texts([part.drawing for part in parts]) == texts([drawing])
    assert followed(parts) == {(one.arrow.source, one.arrow.target) for one in drawing.routes}


@pytest.mark.parametrize("layout", Layout)
@LAWS
@given(version=written(), height=st.sampled_from(HEIGHTS))
def test_connectors_and_hints_stand_on_nothing(
    version: object, height: float, layout: Layout, compiled: Callable[..., Chart]
) -> None:
    """Neither on boxes with their numbers nor on labels, each other or lines that are not theirs."""
    drawing = drawing_of(compiled(version), layout)
    for part in parts_of(drawing, Cutter(drawing).cuts(equal(height)), hint):
        check(part)


def check(part: Part) -> None:
    """What the law above says of one part."""
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
            if other is not route and not related(route.arrow, other.arrow):
                assert not any(one.shared(piece, 1.0) > 1.0 for one in added for piece in other.segments), (
                    route,
                    other,
                )


def numbered(rect: Rect) -> Rect:
    """Where the number of a box stands."""
    return Rect(rect.left + NUMBER_RADIUS - 4, rect.top, 2 * NUMBER_RADIUS, 2 * NUMBER_RADIUS)
