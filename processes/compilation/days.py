"""Counted days of declared entries: one after another they add up, a block takes its longest branch."""

from __future__ import annotations

from fractions import Fraction

from processes.model.flow import Entry, StepEntry


def days_in_sequence(entries: tuple[Entry, ...]) -> Fraction:
    """Counted days of entries one after another; a block counts its own limit, else its longest branch."""
    total: int | Fraction = 0
    for entry in entries:
        if isinstance(entry, StepEntry) and entry.limit is not None:
            total += entry.limit.counted
        elif entry.branches:
            total += longest_branch(entry)
    return Fraction(total)


def longest_branch(block: Entry) -> Fraction:
    """Counted days of the longest branch of a parallel block."""
    return max(days_in_sequence(branch) for branch in block.branches)
