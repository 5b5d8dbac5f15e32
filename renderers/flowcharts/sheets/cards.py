"""The headline numbers above two charts: a card for each, with the old value, the new one, and the share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from renderers.flowcharts.chart import Headline, Status
from renderers.flowcharts.geometry import Rect
from renderers.flowcharts.layout.figures import DETAIL_SIZE
from renderers.flowcharts.measure import clean
from renderers.flowcharts.sheets.blocks import Block, Panel
from renderers.flowcharts.sheets.marks import Mark
from renderers.flowcharts.sheets.texts import single
from renderers.flowcharts.theme import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

VALUE_SIZE, ARROW_SIZE = 13, 12
HEIGHT, ROW_GAP = 38.0, 10.0
PADDING, BETWEEN, GAP = 14.0, 8.0, 12.0
"""Inside a card at its ends, between its texts, and between two cards."""
SHARE_HEIGHT, SHARE_PADDING = 18.0, 16.0
ARROW = "→"

_LESS, _MORE = ("−", "减"), ("+", "增")
"""How a change begins that the reform is for, and one that it is not for."""


def cards(headlines: Sequence[Headline], wide: float) -> Panel:
    """The cards in the middle of a width, in as many rows as they need."""
    rows: list[list[tuple[Mark, ...]]] = [[]]
    for made in map(_card, headlines):
        if rows[-1] and _length([*rows[-1], made]) > wide:
            rows.append([])
        rows[-1].append(made)
    marks: list[Mark] = []
    for number, row in enumerate(rows):
        left, top = (wide - _length(row)) / 2, number * (HEIGHT + ROW_GAP)
        for made in row:
            marks += [mark.moved(left, top) for mark in made]
            left += made[0].rect.width + GAP
    return Panel(Block(tuple(marks)), len(rows) * (HEIGHT + ROW_GAP) - ROW_GAP)


def _length(row: Sequence[tuple[Mark, ...]]) -> float:
    return sum(made[0].rect.width for made in row) + GAP * (len(row) - 1)


def _card(headline: Headline) -> tuple[Mark, ...]:
    """The card with its upper left corner at (0, 0), then what stands in it."""
    texts = (
        (Kind.NOTE, clean(headline.name), DETAIL_SIZE, False),
        (Kind.WAS, clean(headline.before), VALUE_SIZE, True),
        (Kind.NOTE, ARROW, ARROW_SIZE, False),
        (Kind.NOW, clean(headline.after), VALUE_SIZE, True),
    )
    marks: list[Mark] = []
    x = PADDING
    for kind, text, size, bold in texts:
        mark = single(kind, text, size, (0.0, HEIGHT / 2), bold=bold)
        marks.append(mark.moved(x + mark.rect.width / 2, 0.0))
        x += mark.rect.width + BETWEEN
    if headline.change:
        marks.append(_share(clean(headline.change), x))
        x += marks[-1].rect.width + BETWEEN
    right = x - BETWEEN + PADDING
    return Mark(Kind.CARD, Rect(right / 2, HEIGHT / 2, right, HEIGHT)), *marks


def _share(change: str, left: float) -> Mark:
    """How much less (green) or more (amber) it is, or a word about it (grey)."""
    status = None if change.startswith(_LESS) else Status.CHANGED if change.startswith(_MORE) else Status.SAME
    mark = single(Kind.SHARE, change, DETAIL_SIZE, (0.0, HEIGHT / 2))
    wide = mark.rect.width + SHARE_PADDING
    return Mark(Kind.SHARE, Rect(left + wide / 2, HEIGHT / 2, wide, SHARE_HEIGHT), mark.lines, status=status)
