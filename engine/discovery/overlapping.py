"""What was done at the same time, told to a miner that knows sequences only: every order that the times allow.

A log puts events in the order in which they ended. Where it has starts as well, two events that overlap were done side
by side, whichever ended first (S. J. J. Leemans, D. Fahland, W. M. P. van der Aalst, Using Life Cycle Information in
Process Discovery, 2015). So a case counts as several words, in which overlapping events follow in different orders.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from engine.discovery.graph import Traces
from processes.model.log import Event, Trace

WORDS = 24
"""A case weighs so much; a multiple of the numbers of orders of 2, 3 and 4 events (4, 6, 8)."""
_LONGEST = 4


def words_of(traces: Iterable[Trace]) -> Traces:
    """The words of the cases that have events; each case weighs ``WORDS``."""
    found: Counter[tuple[str, ...]] = Counter()
    for trace in traces:
        if trace.events:
            runs = _runs(trace.events)
            if len(runs) == len(trace.events):
                found[trace.activities] += WORDS
            else:
                for number in range(WORDS):
                    found[tuple(event.activity for run in runs for event in _turned(run, number))] += 1
    return found


def _runs(events: Sequence[Event]) -> list[list[Event]]:
    """Neighbours that overlap, each with all of its run; at most four activities, all different."""
    runs: list[list[Event]] = []
    for event in events:
        if runs and len(runs[-1]) < _LONGEST and all(_overlap(one, event) for one in runs[-1]):
            runs[-1].append(event)
        else:
            runs.append([event])
    return runs


def _overlap(one: Event, other: Event) -> bool:
    if one.started is None or other.started is None or one.ended is None or other.ended is None:
        return False
    return one.activity != other.activity and max(one.started, other.started) < min(one.ended, other.ended)


def _turned(run: list[Event], number: int) -> list[Event]:
    """One of the orders in which each event of a run comes directly before every other one: turned, or backwards."""
    turn, backwards = divmod(number % (2 * len(run)), 2)
    turned = run[turn:] + run[:turn]
    return turned[::-1] if backwards else turned
