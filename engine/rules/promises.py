"""Limits of one matter held against each other: shared by the rules on 承诺时限."""

from __future__ import annotations

from engine.diff.days import Days
from engine.rules.subjects import Examined
from processes.model.limits import DayKind, number_text


def is_unknown(subject: Examined) -> bool:
    """Whether nobody says what the receiving level of a devolved matter promises (R401)."""
    after = subject.matter.after
    return after is not None and bool(subject.matter.devolved_to) and after.takes_over(subject.matter.before, "limit")


def reaches(days: Days, bound: Days) -> bool:
    """Whether ``days`` are certainly not fewer than ``bound``; both have a number.

    工作日 are never fewer 自然日, so that so many 工作日 reach as many 自然日; the other way round nothing is certain.
    """
    assert days.value is not None
    assert bound.value is not None
    comparable = days.kind is None or bound.kind is None or days.kind is bound.kind or days.kind is DayKind.WORKING
    return comparable and days.value >= bound.value


def exceeds(days: Days, bound: Days) -> bool:
    """Whether ``days`` are certainly more than ``bound``; both have a number."""
    return reaches(days, bound) and (days.value != bound.value or (days.kind, bound.kind) == _LONGER)


_LONGER = (DayKind.WORKING, DayKind.NATURAL)


def said(days: Days) -> str:
    """As in a message: 13个工作日, 即时办结, 无; with the note where it was converted."""
    if days.value is None:
        return "无"
    if not days.value:
        return "即时办结"
    return f"{number_text(days.value)}个{days.kind}{'(折算)' if days.is_converted else ''}"
