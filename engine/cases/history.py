"""What the clocks of a case are worked out of: where the file has lain, and when nothing was counted.

Days are those of Beijing time. Pure facts: which of these days count, and against what limit, is for the clocks to say.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date


@dataclass(frozen=True, slots=True)
class Stay:
    """A time that the file lay at a node (an 环节): since the day ``entered``, until the day ``left`` or to this day.

    A node that the file returns to has several. Branches of a 并联 have theirs side by side.
    """

    node: str
    entered: date
    left: date | None = None


@dataclass(frozen=True, slots=True)
class Pause:
    """A time that does not count: ``kind`` is that of ``Excluded`` or the special law 《…》第×条.

    From the day ``since`` to the day ``until`` it went on again, or to this day.
    """

    kind: str
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Extension:
    """That the limit of the case was made longer on the day ``since``, by ``days`` of the statutory limit's unit."""

    days: int
    since: date


@dataclass(frozen=True, slots=True)
class History:
    """What the events of a case say about its time, in the order in which it happened.

    ``received_on``: the day the application came in; ``accepted_on``: the day of 受理, or since which it is deemed;
    ``closed_on``: the day it reached an end. ``period_ended``: the day on which the period for applications ended (or
    ends), where that was said at acceptance. ``extension``: the one that was approved.
    """

    stays: tuple[Stay, ...]
    pauses: tuple[Pause, ...]
    received_on: date
    accepted_on: date | None = None
    closed_on: date | None = None
    period_ended: date | None = None
    extension: Extension | None = None


def withdrawn(history: History, day: date) -> History:
    """The history of a case that is over on ``day`` wherever its file lies: no stay and no pause goes on."""
    return replace(
        history,
        stays=tuple(one if one.left is not None else replace(one, left=day) for one in history.stays),
        pauses=tuple(one if one.until is not None else replace(one, until=day) for one in history.pauses),
        closed_on=day,
    )
