"""办理记录: what was done with real files, as an event log (IEEE 1849, XES): cases, each a sequence of events."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

Activities = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """One 环节 done once.

    ``started`` and ``ended`` are Beijing time without a zone, None where the log does not say; a time that is only a
    day is its midnight. ``resource`` is who did it, as written; ``line`` where it stands in the file, from 1.
    """

    activity: str
    ended: datetime | None = None
    started: datetime | None = None
    resource: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Trace:
    """One case (办件): its events in the order in which they ended."""

    case: str
    events: tuple[Event, ...]

    @property
    def activities(self) -> Activities:
        """What was done, in order."""
        return tuple(event.activity for event in self.events)


@dataclass(frozen=True, slots=True)
class Variant:
    """A way that cases go (走法), and the cases that went it."""

    activities: Activities
    traces: tuple[Trace, ...]

    @property
    def count(self) -> int:
        """How many cases."""
        return len(self.traces)


@dataclass(frozen=True, slots=True)
class Log:
    """A log; ``file`` is the name of its file. Cases in the order in which the file first names them."""

    file: str
    traces: tuple[Trace, ...]

    @property
    def variants(self) -> tuple[Variant, ...]:
        """Its ways, each once: the one of most cases first, of equals the one met first."""
        return variants_of(self.traces)

    @property
    def activities(self) -> Activities:
        """Every activity once, in the order in which the log first names them."""
        return tuple(dict.fromkeys(event.activity for trace in self.traces for event in trace.events))

    @property
    def timed(self) -> bool:
        """Whether there are times at all."""
        return any(event.ended is not None for trace in self.traces for event in trace.events)


def variants_of(traces: Iterable[Trace]) -> tuple[Variant, ...]:
    """As ``Log.variants``."""
    found: dict[Activities, list[Trace]] = {}
    for trace in traces:
        found.setdefault(trace.activities, []).append(trace)
    made = (Variant(activities, tuple(those)) for activities, those in found.items())
    return tuple(sorted(made, key=lambda one: -one.count))
