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
class Turn:
    """A text that says numbers of sheets: 转第2页, with the sheets of the chart from 1 on.

    In a book the same text says pages of the book. Without a ``word`` it is the number of the sheet itself.
    """

    word: str
    sheets: tuple[int, ...]

    @property
    def text(self) -> str:
        """As it is where the chart is the whole document."""
        return f"{self.word}第{'、'.join(map(str, self.sheets))}页"


@dataclass(frozen=True, slots=True)
class Mark:
    """A symbol or a text.

    ``key`` is the box of the chart that it is the mark of, empty if it is none; ``start`` sets the lines from the left
    edge on, not in the middle. ``status`` is what the reform does to it, where the chart shows that. ``turn``: the text
    says numbers of sheets.
    """

    kind: Kind
    rect: Rect
    lines: tuple[Line, ...] = ()
    start: bool = False
    key: str = ""
    status: Status | None = None
    turn: Turn | None = None

    def moved(self, across: float, down: float) -> Mark:
        """The same, elsewhere."""
        rect = self.rect.moved(across, down)
        return Mark(self.kind, rect, self.lines, self.start, self.key, self.status, self.turn)
