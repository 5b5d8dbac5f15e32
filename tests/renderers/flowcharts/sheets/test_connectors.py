"""Connectors at the rim of a part, and what is said beside them."""

from __future__ import annotations

from renderers.flowcharts.geometry import segments
from renderers.flowcharts.sheets.connectors import HINT_CLEAR, connectors, hints
from renderers.flowcharts.sheets.letters import Place


def test_no_hint_stands_on_the_line_of_the_next_connector() -> None:
    """Two lines 5 points apart: the second passes beside the first connector, and the hint there is left out."""
    places = (Place(0, below=True, x=100.0, out=True), Place(0, below=True, x=105.0, out=True))
    found = connectors(0.0, places, {places[0]: ("A",), places[1]: ("B",)})
    lines = [piece.rect for one in found for piece in segments(((one.place.x, one.cut), *one.way(one.place.x)))]
    said = list(hints(found, lambda _: "转右栏", (0.0, 200.0), ()))
    assert said
    assert not any(hint.rect.meets(line, HINT_CLEAR) for hint in said for line in lines)
