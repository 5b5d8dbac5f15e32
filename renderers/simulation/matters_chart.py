"""How long each of several matters takes: a bar a version up to the day by which nine in ten are done.

The days are those that count towards the limit, for the promise stands beside them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.simulation.modelling import working_days
from engine.simulation.stating import days_text, share_text
from engine.simulation.together_report import by_matter
from renderers.simulation.days_chart import fill_of, swatch
from renderers.timelines import footing, pen
from renderers.timelines.colours import BANDS, BEYOND, HEAD_FILL, HEAD_INK, RIM
from renderers.timelines.footing import SYMBOL

if TYPE_CHECKING:
    from engine.simulation.outcome import Outcome
    from engine.simulation.together import Together

_HEAD, _LINE, _BAR, _PAD = 18.0, 15.0, 8.0, 4.0
_SIZE = 9.0
_NAME, _TOLD = 190.0, 235.0
MOST = 30
"""Matters drawn, those with the most applications; the table has all."""
_REACH = 4.0
"""Bars are cut off at so many times the longest promise: an endless queue would make dots of all others."""


def chart(sides: Sequence[Together], left: float, top: float, wide: float) -> tuple[list[str], float]:
    """The chart with its heading and legend, and the y below it."""
    everything = by_matter(sides)
    largest = sorted(everything, key=lambda name: -max(one.cases for one in everything[name].values()))[:MOST]
    shown = {name: found for name, found in everything.items() if name in largest}
    rest = f"；画办件最多的{MOST}个，其余见表" if len(everything) > len(shown) else ""
    body = [
        pen.rect(left, top, wide, _HEAD, HEAD_FILL),
        pen.text(
            f"各事项：九成办件在几个工作日以内（计入时限的{rest}）",
            left + 8,
            top + _HEAD / 2,
            _SIZE + 0.5,
            fill=HEAD_INK,
            bold=True,
        ),
    ]
    axis = _Axis(left + _NAME, wide - _NAME - _TOLD, _reach(shown))
    y = top + _HEAD
    for index, (name, found) in enumerate(shown.items()):
        high = _LINE * len(sides) + 2 * _PAD
        body.append(pen.rect(left, y, wide, high, BANDS[index % 2]))
        body += pen.paragraph(pen.lines_of(name, _SIZE, _NAME - 16, 2), left + 8, y + high / 2, _SIZE)
        for place, side in enumerate(sides):
            body += _row(found.get(side.label), axis, y + _PAD + _LINE * (place + 0.5), fill_of(sides, place))
        y += high
    body.append(pen.rect(left, top, wide, y - top, "none", stroke=RIM))
    entries = [(swatch(fill_of(sides, place)), side.label) for place, side in enumerate(sides)]
    legend, end = footing.legend([*entries, (_promise, "承诺时限")], left, y + 2, wide)
    return [*body, *legend], end


def _reach(shown: Mapping[str, Mapping[str, Outcome]]) -> float:
    """The days at the end of the axis."""
    outcomes = [one for found in shown.values() for one in found.values()]
    longest = max(one.counted_took.high for one in outcomes)
    promised = max(working_days(one.promise) for one in outcomes)
    return max(min(longest, _REACH * promised) if promised else longest, promised, 1.0) * 1.02


@dataclass(frozen=True, slots=True)
class _Axis:
    """From ``left`` on there is ``room`` for ``reach`` days."""

    left: float
    room: float
    reach: float


def _row(outcome: Outcome | None, axis: _Axis, y: float, fill: str) -> Iterator[str]:
    x, room, reach = axis.left, axis.room, axis.reach
    told = x + room + 8
    if outcome is None:
        yield pen.text("取消或者下放，不再办", told, y, _SIZE, fill=pen.SMALL)
        return
    high = outcome.counted_took.high
    yield pen.rect(x, y - _BAR / 2, max(min(high / reach, 1.0) * room, 1.0), _BAR, fill)
    if high > reach:
        yield pen.text("…", x + room - 2, y, _SIZE, fill="#ffffff", bold=True, anchor="end")
    if not outcome.promise.is_none:
        at = x + working_days(outcome.promise) / reach * room
        yield pen.line([(at, y - _LINE / 2 + 1), (at, y + _LINE / 2 - 1)], BEYOND, 1.8)
    kept = "" if outcome.kept is None else f"，按期{share_text(outcome.kept)}"
    promise = "" if outcome.promise.is_none else f"，承诺{outcome.promise}"
    yield pen.text(f"九成{days_text(high)}天{promise}{kept}", told, y, _SIZE)


def _promise(x: float, y: float) -> list[str]:
    return [pen.line([(x + SYMBOL / 2, y - 6), (x + SYMBOL / 2, y + 6)], BEYOND, 1.8)]
