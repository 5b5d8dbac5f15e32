"""Entries of a log, each one thing that was noted about a case, put together into cases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, time

from processes.model.log import Event, Trace

_STARTS = frozenset(("start", "开始"))
_ENDS = frozenset(("", "complete", "完成", "办结", "已办结", "已完成", "已办"))


@dataclass(frozen=True, slots=True)
class Entry:
    """A note: ``state`` says of a 环节 that it began or was done; empty is done."""

    case: str
    event: Event
    state: str = ""


@dataclass(slots=True)
class Gathered:
    """The cases; ``others`` counts states that say neither of begun nor of done, ``open`` what only began."""

    traces: tuple[Trace, ...] = ()
    others: Counter[str] = field(default_factory=Counter)
    open: int = 0


def gathered(entries: Iterable[Entry]) -> Gathered:
    """Cases in the order of their first entries, their events in the order in which they ended."""
    cases: dict[str, list[Entry]] = {}
    for entry in entries:
        cases.setdefault(entry.case, []).append(entry)
    found = Gathered()
    found.traces = tuple(
        Trace(case, tuple(_in_order(events))) for case, those in cases.items() if (events := _done(those, found))
    )
    return found


def _done(entries: Sequence[Entry], found: Gathered) -> list[Event]:
    """What was done; what began and was done is one event."""
    begun: dict[str, list[datetime | None]] = {}
    done: list[Event] = []
    for entry in _entries_in_order(entries):
        state, event = entry.state.lower(), entry.event
        if state in _STARTS:
            begun.setdefault(event.activity, []).append(event.started or event.ended)
        elif state not in _ENDS:
            found.others[entry.state] += 1
        elif waiting := begun.get(event.activity):
            done.append(replace(event, started=event.started or waiting.pop(0)))
        else:
            done.append(event)
    found.open += sum(map(len, begun.values()))
    return done


def _entries_in_order(entries: Sequence[Entry]) -> Sequence[Entry]:
    if all(entry.state.lower() not in _STARTS for entry in entries):
        return entries
    days = _only_days([entry.event for entry in entries])
    return sorted(entries, key=lambda entry: _key(entry.event, days=days))


def _in_order(events: Sequence[Event]) -> list[Event]:
    """By the time at which they ended; as they stand in the file where the times do not tell."""
    if any(event.ended is None for event in events):
        return list(events)
    days = _only_days(events)
    return sorted(events, key=lambda event: _key(event, days=days))


def _only_days(events: Sequence[Event]) -> bool:
    """Whether some of the times are days: a day does not come before an hour of that day."""
    return any(event.ended is not None and event.ended.time() == time() for event in events)


def _key(event: Event, *, days: bool) -> datetime:
    ended = event.ended or event.started or datetime.min  # noqa: DTZ901 - no zones here
    return datetime.combine(ended.date(), time()) if days else ended
