"""How the days of the cases are spread: a pair of columns a step of days, and where the promise ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from engine.simulation.histogram import Bin, histogram
from engine.simulation.modelling import working_days
from engine.simulation.outcome import Outcome
from engine.simulation.report import bin_text
from engine.simulation.stating import days_text, share_text
from renderers.flowcharts.measure import width
from renderers.timelines import footing, pen
from renderers.timelines.colours import BEYOND, GRID, HEAD_FILL, HEAD_INK, NAVY, RIM
from renderers.timelines.footing import SYMBOL, Symbol

if TYPE_CHECKING:
    from engine.simulation.outcome import Result

OLD = "#b9c9da"
"""优化前; 优化后 is ``NAVY``."""
_HIGH = 170.0
_HEAD, _BELOW, _LEFT = 18.0, 16.0, 44.0
_SIZE = 9.0
_LEAST_LABEL = 0.03
"""A column lower than this share has no number on it."""
_STEPS = (0.02, 0.05, 0.1, 0.2, 0.25)
_MOST_LINES = 6


def chart(outcomes: Sequence[Result], left: float, top: float, wide: float) -> tuple[list[str], float]:
    """The chart with its heading and legend, and the y below it."""
    bins = histogram([one.counted for one in outcomes])
    high = max(share for one in bins for share in one.shares)
    step = next((step for step in _STEPS if high / step <= _MOST_LINES), _STEPS[-1])
    body = [
        pen.rect(left, top, wide, _HEAD, HEAD_FILL),
        pen.text("办件用时分布（计入时限的工作日）", left + 8, top + _HEAD / 2, _SIZE + 0.5, fill=HEAD_INK, bold=True),
    ]
    plot = _Plot(left + _LEFT, top + _HEAD + 18, wide - _LEFT - 12, high, len(bins))
    body += _grid(plot, step)
    for index, one in enumerate(bins):
        body += _columns(plot, index, one)
    body += _promises(plot, bins, outcomes)
    end = plot.bottom + _BELOW + 4
    body.append(pen.rect(left, top, wide, end - top, "none", stroke=RIM))
    legend, end = footing.legend(_entries(outcomes), left, end + 2, wide)
    return [*body, *legend], end


class _Plot:
    def __init__(self, left: float, top: float, wide: float, high: float, bins: int) -> None:
        self.left, self.top, self.wide = left, top, wide
        self.high = max(high, 0.01) * 1.05
        self.column = wide / bins

    @property
    def bottom(self) -> float:
        return self.top + _HIGH

    def y(self, share: float) -> float:
        return self.bottom - _HIGH * share / self.high


def fill_of(outcomes: Sequence[Result], index: int) -> str:
    """The colour of a side: of several the first is 优化前."""
    return NAVY if index == len(outcomes) - 1 else OLD


def swatch(fill: str) -> Symbol:
    """A bar for the legend."""
    return lambda x, y: [pen.rect(x, y - 5, SYMBOL, 10, fill)]


def _grid(plot: _Plot, step: float) -> Iterator[str]:
    index = 0
    while index * step <= plot.high:
        y = plot.y(index * step)
        yield pen.line([(plot.left, y), (plot.left + plot.wide, y)], GRID, 0.8)
        yield pen.text(share_text(index * step), plot.left - 6, y, _SIZE, fill=pen.SMALL, anchor="end")
        index += 1


def _columns(plot: _Plot, index: int, one: Bin) -> Iterator[str]:
    left = plot.left + index * plot.column
    room = plot.column * 0.8 / len(one.shares)
    for side, share in enumerate(one.shares):
        x = left + plot.column * 0.1 + side * room
        fill = NAVY if side == len(one.shares) - 1 else OLD
        if share > 0:
            yield pen.rect(x, plot.y(share), room - 1, max(plot.bottom - plot.y(share), 0.8), fill)
        label = f"{share:.0%}"
        if share >= _LEAST_LABEL and width(label, _SIZE - 1) <= room + 4:
            yield pen.text(label, x + room / 2, plot.y(share) - 6, _SIZE - 1, fill=pen.SMALL, anchor="middle")
    yield pen.text(bin_text(one), left + plot.column / 2, plot.bottom + 9, _SIZE, fill=pen.SMALL, anchor="middle")


def _promises(plot: _Plot, bins: Sequence[Bin], outcomes: Sequence[Result]) -> Iterator[str]:
    """A dashed line where each promise ends, as far as the axis reaches."""
    reach, step = bins[-1].low, bins[0].high
    assert step is not None
    named: dict[float, list[str]] = {}
    for one in outcomes:
        if isinstance(one, Outcome) and not one.promise.is_none:
            named.setdefault(working_days(one.promise), []).append(one.label)
    shown = sorted((days, labels) for days, labels in named.items() if days <= reach)
    texts = [f"{'、'.join(labels)}承诺{days_text(days)}天" for days, labels in shown]
    places = [plot.left + days / step * plot.column for days, _ in shown]
    wanted = [(x, width(text, _SIZE)) for x, text in zip(places, texts, strict=True)]
    starts = pen.side_by_side(wanted, (plot.left, plot.left + plot.wide))
    for x, text, start in zip(places, texts, starts, strict=True):
        yield pen.line([(x, plot.top - 2), (x, plot.bottom)], BEYOND, 1.4, "4,3")
        yield pen.text(text, start, plot.top - 9, _SIZE, fill=BEYOND, halo="#ffffff")


def _entries(outcomes: Sequence[Result]) -> list[tuple[Symbol, str]]:
    return [(swatch(fill_of(outcomes, index)), one.label) for index, one in enumerate(outcomes)]
