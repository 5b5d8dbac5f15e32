"""A mark: anything on the page that has a place and perhaps a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from renderers.flowcharts.chart import Status
    from renderers.flowcharts.geometry import Rect
    from renderers.flowcharts.layout.figures import Line
    from renderers.flowcharts.theme import Kind


@dataclass(frozen=True, slots=True)
class Mark:
    """A symbol or a text.

    ``key`` is the box of the chart that it is the mark of, empty if it is none; ``start`` sets the lines from the left
    edge on, not in the middle. ``status`` is what the reform does to it, where the chart shows that.
    """

    kind: Kind
    rect: Rect
    lines: tuple[Line, ...] = ()
    start: bool = False
    key: str = ""
    status: Status | None = None

    def moved(self, across: float, down: float) -> Mark:
        """The same, elsewhere."""
        return Mark(self.kind, self.rect.moved(across, down), self.lines, self.start, self.key, self.status)
