"""The head of a page: title, and the title block with the facts of the matter."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from renderers.flowcharts.geometry import Rect
from renderers.flowcharts.layout.figures import DETAIL_LEADING, DETAIL_SIZE, lines_below
from renderers.flowcharts.measure import clean, width, wrap
from renderers.flowcharts.sheets.blocks import Block, Panel
from renderers.flowcharts.sheets.marks import Mark
from renderers.flowcharts.theme import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

TITLE_SIZE, TITLE_LEADING = 18, 25.0
SHORT_SIZE, SHORT_LEADING = 14, 20.0
"""Of the title on the pages after the first."""
FACT_SIZE, FACT_LEADING = 11, 15.0
LABEL_HEIGHT = 20.0
TITLE_GAP = 12.0
PADDING = 10.0
"""Left and right of a value together."""
FEW_LINES = 2
"""Lines of a value up to which it stands in a single row with all others."""
CONTINUED = "(续)"

Fact = tuple[str, str]


def title(text: str, wide: float, size: int = TITLE_SIZE, leading: float = TITLE_LEADING) -> Panel:
    """A title in the middle of a width."""
    lines = wrap(clean(text), size, wide)
    height = leading * len(lines)
    placed = lines_below(-height / 2, lines, size, leading, bold=True)
    return Panel(Block((Mark(Kind.TITLE, Rect(wide / 2, height / 2, wide, height), placed),)), height)


def head(text: str, facts: Sequence[Fact], wide: float) -> Panel:
    """Title and facts."""
    return title(text, wide).above(title_block(facts, wide), TITLE_GAP)


def short_head(text: str, wide: float) -> Panel:
    """The title of the pages after the first: smaller, and it says that they go on."""
    return title(f"{text}{CONTINUED}", wide, SHORT_SIZE, SHORT_LEADING)


@dataclass(frozen=True, slots=True)
class _Row:
    """Some facts beside each other: widths of their cells, and the lines of their values."""

    facts: Sequence[Fact]
    widths: Sequence[float]
    values: Sequence[tuple[str, ...]]

    @property
    def lines(self) -> int:
        """Lines of the longest value."""
        return max(len(value) for value in self.values)


def title_block(facts: Sequence[Fact], wide: float) -> Panel:
    """The facts in one row if no value is long there, else in as many rows as make the block lowest."""
    if not facts:
        return Panel(Block(), 0.0)
    rows = _rows(facts, wide, 1)
    if max(row.lines for row in rows) > FEW_LINES or _breaks_words(rows):
        ways = [rows, *(_rows(facts, wide, number) for number in range(2, len(facts) + 1))]
        rows = min(ways, key=lambda way: sum(map(_height, way)) + _SPLIT * _breaks_words(way))
    marks: list[Mark] = []
    top = 0.0
    for row in rows:
        marks += _cells(row, top)
        top += _height(row)
    return Panel(Block(tuple(marks)), top)


_SPLIT = 1000.0
"""Price of a word or number that is broken because its cell is too narrow."""


def _height(row: _Row) -> float:
    return LABEL_HEIGHT + row.lines * FACT_LEADING + 10


def _breaks_words(rows: Sequence[_Row]) -> bool:
    """Whether a limit or telephone number, which has no long text, takes more than a line anywhere."""
    return any(
        len(lines) > 1 and len(clean(value)) <= _WORD
        for row in rows
        for (_, value), lines in zip(row.facts, row.values, strict=True)
    )


_WORD = 13
"""Characters up to which a value is left on one line: 0453-5550900, 20个工作日."""


def _rows(facts: Sequence[Fact], wide: float, number: int) -> list[_Row]:
    size = ceil(len(facts) / number)
    return [_row(facts[start : start + size], wide) for start in range(0, len(facts), size)]


def _row(facts: Sequence[Fact], wide: float) -> _Row:
    """Cells as wide as their values need; what is left over or missing is shared among the long ones."""
    needs = [_need(fact) for fact in facts]
    spare = wide - sum(needs)
    widths = [need + spare / len(needs) for need in needs] if spare >= 0 else _narrowed(needs, wide)
    values = [wrap(clean(value), FACT_SIZE, room - PADDING) for (_, value), room in zip(facts, widths, strict=True)]
    return _Row(facts, widths, values)


def _need(fact: Fact) -> float:
    label, value = fact
    return max(width(label, DETAIL_SIZE), width(clean(value), FACT_SIZE)) + PADDING + 2


def _narrowed(needs: Sequence[float], wide: float) -> list[float]:
    """The widths, none above a limit that is as high as can be."""
    left, rest = wide, sorted(needs)
    limit = wide / len(rest)
    while rest and rest[0] <= (limit := left / len(rest)):
        left -= rest.pop(0)
    return [min(need, limit) for need in needs]


def _cells(row: _Row, top: float) -> list[Mark]:
    """Each label above its value."""
    marks: list[Mark] = []
    left = 0.0
    tall = _height(row) - LABEL_HEIGHT
    for (name, _), value, room in zip(row.facts, row.values, row.widths, strict=True):
        middle = left + room / 2
        label = lines_below(-DETAIL_LEADING / 2, (name,), DETAIL_SIZE, DETAIL_LEADING)
        text = lines_below(-len(value) * FACT_LEADING / 2, value, FACT_SIZE, FACT_LEADING, bold=True)
        marks.append(Mark(Kind.HEAD, Rect(middle, top + LABEL_HEIGHT / 2, room, LABEL_HEIGHT), label))
        marks.append(Mark(Kind.FACT, Rect(middle, top + LABEL_HEIGHT + tall / 2, room, tall), text))
        left += room
    return marks
