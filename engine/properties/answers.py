"""What came of asking one question about one version of a matter."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from engine.soundness.verdicts import MOST_STATES
from processes.model.places import NOWHERE, Place


class Status(Enum):
    """The answers there are; the values are what a table shows."""

    HOLDS = "成立"
    BROKEN = "不成立"
    NOTE = "提示"
    """Nothing that has to be mended, but somebody should know."""
    UNKNOWN = "未能判定"
    """There are too many states (then ``message`` says so), or the words of a 情形 cannot be decided."""
    VACUOUS = "不适用"
    """What it speaks of does not happen here."""


TOO_MANY = f"并行的路太多,超过 {MOST_STATES} 种情况,没有全部算完"
"""The message where a proof was given up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One question and its answer.

    ``run``: what happens one after the other until it is broken, as names of steps with the event in brackets; empty
    where no run is needed to see it. ``place``: the line at fault.
    """

    question: str
    status: Status
    message: str = ""
    run: tuple[str, ...] = ()
    place: Place = NOWHERE
    hint: str = ""
