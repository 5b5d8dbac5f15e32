"""Counted days of declared entries: one after another they add up, a block takes its longest branch."""

from __future__ import annotations

from fractions import Fraction

from processes.model.flow import Entry, StepEntry
from processes.model.limits import NO_LIMIT
from processes.model.process import Process


def days_in_sequence(entries: tuple[Entry, ...]) -> Fraction:
    """Counted days of entries one after another; a block counts its own limit, else its longest branch."""
    total = Fraction(0)
    for entry in entries:
        if isinstance(entry, StepEntry) and (entry.limit is not None or not entry.branches):
            total += (entry.limit or NO_LIMIT).days
        else:
            total += max(days_in_sequence(branch) for branch in entry.branches)
    return total


def sum_of_days(process: Process) -> Fraction:
    """Counted days of the whole main list of a process."""
    return days_in_sequence(process.version.entries)
