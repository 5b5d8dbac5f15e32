"""What the place where a report is shown can do; formats that are not for the eye take no notice of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Style:
    """``width`` in terminal cells (a Chinese character takes 2); ``colour`` only where a terminal shows it."""

    width: int = 100
    colour: bool = False


PLAIN = Style()
"""A file, a pipe, a test."""
