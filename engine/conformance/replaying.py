"""A log replayed on a process: how each way that cases went differs from what is declared, and how long it took.

Fitness of a way: 1 - cost / worst cost, where the worst is that nothing fits: all of the log is moves of the log, and
the shortest way of the process moves of the process (A. Adriansyah, Aligning Observed and Modeled Behavior, 2014);
of the whole log: the same with the sums over all cases.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from engine.conformance.alignment import alignments
from engine.conformance.automaton import TooManyMarkings, automaton_of
from engine.conformance.deviations import Deviation, deviations
from engine.conformance.letters import Shown, shown, step_names
from engine.conformance.moves import Alignment, Word
from engine.conformance.naming import How, Match, matched
from engine.conformance.searching import searched
from engine.conformance.timing import Times
from engine.nets.compiling import net_of
from engine.nets.net import Net
from processes.calendars.calendar import Calendar
from processes.model.log import Log, Trace
from processes.model.process import Process

MOST_MARKINGS = 1000
"""Beyond, each way is searched for by itself; the largest sample has some dozens."""


@dataclass(frozen=True, slots=True)
class Way:
    """A way that ``traces`` went; ``word`` in the names of steps. ``alignment`` is None where it could not be settled.

    ``worst``: what it would cost if nothing fitted.
    """

    word: Word
    traces: tuple[Trace, ...]
    alignment: Alignment | None
    deviations: tuple[Deviation, ...]
    worst: int

    @property
    def count(self) -> int:
        """How many cases."""
        return len(self.traces)

    @property
    def fitness(self) -> float | None:
        """From 0 to 1; None where it could not be settled."""
        return None if self.alignment is None else 1 - self.alignment.cost / self.worst if self.worst else 1.0


@dataclass(frozen=True, slots=True)
class Return:
    """From one step back to one that was done before: how often, and in which cases."""

    source: str
    target: str
    times: int
    cases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Replay:
    """What was found. ``ways``: the one of most cases first. ``unlogged``: 不计环节 that no case has; not judged."""

    log: Log
    process: Process
    matches: tuple[Match, ...]
    ways: tuple[Way, ...]
    times: Times
    returns: tuple[Return, ...]
    unlogged: tuple[str, ...]

    @property
    def cases(self) -> int:
        """How many cases were replayed."""
        return sum(way.count for way in self.ways)

    @property
    def settled(self) -> tuple[Way, ...]:
        """The ways that could be aligned."""
        return tuple(way for way in self.ways if way.alignment is not None)

    @property
    def undecided(self) -> int:
        """Cases of the others."""
        return sum(way.count for way in self.ways if way.alignment is None)

    @property
    def conforming(self) -> int:
        """Cases that went as declared."""
        return sum(way.count for way in self.settled if not way.deviations)

    @property
    def fitness(self) -> float | None:
        """Of all cases that could be aligned; None where there are none."""
        worst = sum(way.worst * way.count for way in self.settled)
        cost = sum(way.alignment.cost * way.count for way in self.settled if way.alignment)
        return 1 - cost / worst if worst else None


def replay(log: Log, process: Process, calendar: Calendar, said: Mapping[str, str] | None = None) -> Replay:
    """``log`` replayed on ``process``, which is sound; ``said``: what the log calls a step → its name."""
    matches = matched(log.activities, step_names(process), said)
    names = {one.activity: one.step or one.activity for one in matches if one.how is not How.FRAME}
    words: dict[Word, list[Trace]] = {}
    for trace in log.traces:
        words.setdefault(tuple(names[one] for one in trace.activities if one in names), []).append(trace)
    net, seen = net_of(process), shown(process, {one.step for one in matches if one.step})
    ordered = sorted(words)
    empty, *aligned = aligned_words(net, seen, [(), *ordered])
    shortest = empty.cost if empty else 0
    ways = [
        Way(
            word,
            tuple(words[word]),
            one,
            deviations(one.moves, seen.steps) if one else (),
            len(word) + shortest,
        )
        for word, one in zip(ordered, aligned, strict=True)
    ]
    ways.sort(key=lambda way: (-way.count, way.word))
    times = _times(ways, process, calendar, names)
    return Replay(log, process, matches, tuple(ways), times, _returns(ways, process), seen.unlogged)


def aligned_words(net: Net, seen: Shown, words: Sequence[Word]) -> Iterator[Alignment | None]:
    """The cheapest moves of each word, in order; None where they could not be settled."""
    try:
        automaton = automaton_of(net, seen.letter, MOST_MARKINGS)
    except TooManyMarkings:
        yield from (searched(net, seen, word) for word in words)
        return
    if not automaton.ends:
        yield from (None for _ in words)
        return
    yield from alignments(automaton, words)


def _times(ways: Iterable[Way], process: Process, calendar: Calendar, names: Mapping[str, str]) -> Times:
    times = Times(process, calendar)
    for way in ways:
        if way.alignment is None:
            continue
        at = [index for index, one in enumerate(way.traces[0].activities) if one in names]
        for trace in way.traces:
            # Two traces of one word may have what is no step at other places.
            own = at if trace.activities == way.traces[0].activities else None
            places = own or [index for index, one in enumerate(trace.activities) if one in names]
            times.add(trace, places, way.alignment.moves)
    return times


def _back(way: Way, side: Collection[str]) -> Iterator[tuple[str, str]]:
    """Nodes from which and to which a way goes, where it was before: straight back, or out of a side branch.

    ``side`` are the nodes of side branches: to go into one again is no way back.
    """
    done: set[str] = set()
    for move in way.alignment.moves if way.alignment else ():
        if move.arc is None or not move.logged:
            continue
        one = move.arc.transition
        done.add(one.node)
        yield from ((one.node, flow.target) for flow in one.flows if flow.target in done and flow.target not in side)


def _returns(ways: Iterable[Way], process: Process) -> tuple[Return, ...]:
    """Ways back that were taken, the most frequent first."""
    called = {node.key: node.step.name if node.step else node.name or node.key for node in process.nodes}
    side = {node.key for node in process.nodes if node.step and node.step.branch}
    taken: dict[tuple[str, str], list[str]] = {}
    for way in ways:
        for source, target in _back(way, side):
            taken.setdefault((called[source], called[target]), []).extend(trace.case for trace in way.traces)
    found = (Return(one, other, len(cases), tuple(dict.fromkeys(cases))) for (one, other), cases in taken.items())
    return tuple(sorted(found, key=lambda one: (-one.times, one.source, one.target)))
