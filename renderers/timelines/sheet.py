"""A page while it is drawn: what is on it, and how far down."""

from __future__ import annotations

from dataclasses import dataclass, field

LONGER, LONG, SHORT = 1191.0, 842.0, 595.0
"""Sides of A3 and A4 in points: LONGER × LONG is A3, LONG × SHORT is A4."""
MARGIN = 24.0


@dataclass(slots=True)
class Sheet:
    """``wide`` points wide; the next thing goes to ``y``."""

    wide: float = LONG
    y: float = MARGIN
    body: list[str] = field(default_factory=list)

    @property
    def room(self) -> float:
        """The width between the margins."""
        return self.wide - 2 * MARGIN

    def put(self, drawn: tuple[list[str], float], gap: float) -> None:
        """Take what was drawn from ``y`` on, and leave a gap below it."""
        body, end = drawn
        self.body += body
        self.y = end + gap
