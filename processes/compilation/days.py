"""Counted days of declared entries: one after another they add up, a block takes its longest branch.

Of entries that exclude each other by 去向 only one is gone through: what counts is the longest way.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from processes.compilation.exits import NEXT_STEP, OTHERWISE
from processes.model.flow import Entry, StepEntry
from processes.model.folding import fold_name


def days_in_sequence(entries: tuple[Entry, ...]) -> Fraction:
    """Counted days of the longest way through a list of entries; a block counts its own limit, else its longest branch.

    Loops back do not count, and a way out of the list ends there.
    """
    if not any(isinstance(entry, StepEntry) and entry.exits for entry in entries):
        total: int | Fraction = 0
        for entry in entries:
            total += _own(entry)
        return Fraction(total)
    keys = {fold_name(entry.key): index for index, entry in enumerate(entries) if isinstance(entry, StepEntry)}
    until: dict[int, int | Fraction] = {0: 0}
    longest: int | Fraction = 0
    for index, entry in enumerate(entries):
        if index not in until:
            continue  # nothing leads there
        done = until[index] + _own(entry)
        longest = max(longest, done)
        for following in _following(entry, index, keys):
            until[following] = max(done, until.get(following, 0))
    return Fraction(longest)


def longest_branch(block: Entry) -> Fraction:
    """Counted days of the longest branch of a parallel block."""
    return max(days_in_sequence(branch) for branch in block.branches)


def _own(entry: Entry) -> int | Fraction:
    if isinstance(entry, StepEntry) and entry.limit is not None:
        return entry.limit.counted
    return longest_branch(entry) if entry.branches else 0


def _following(entry: Entry, index: int, keys: dict[str, int]) -> Iterator[int]:
    """The entries further down to which an entry leads; to the next unless it says what happens otherwise."""
    exits = entry.exits if isinstance(entry, StepEntry) else ()
    for exit_ in exits:
        target = index + 1 if exit_.target == NEXT_STEP else keys.get(fold_name(exit_.target), -1)
        if target > index:
            yield target
    if not any(exit_.condition in ("", OTHERWISE) for exit_ in exits):
        yield index + 1
