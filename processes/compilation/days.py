"""Counted days of declared entries: one after another they add up, a block takes its longest branch."""

from __future__ import annotations

from fractions import Fraction

from processes.model.flow import Entry, StepEntry
from processes.model.limits import NO_LIMIT


def days_in_sequence(entries: tuple[Entry, ...]) -> Fraction:
    """Counted days of entries one after another; a block counts its own limit, else its longest branch."""
    days = [
        (entry.limit or NO_LIMIT).days
        if isinstance(entry, StepEntry) and (entry.limit is not None or not entry.branches)
        else max(days_in_sequence(branch) for branch in entry.branches)
        for entry in entries
    ]
    # Nearly all limits are whole days, and integers add up much faster than fractions.
    if all(number.denominator == 1 for number in days):
        return Fraction(sum(number.numerator for number in days))
    return sum(days, Fraction(0))
