"""The inductive miner: cut the activities, split the log, go on with each part; what cannot be cut is told by detours.

Whatever comes out is a tree of blocks, so it is sound. With ``share`` 0 every trace fits it; above, rare ways are left
out (Leemans et al. 2013, 2014; the detours are theirs as well).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from engine.discovery.cuts import Cut, choice_cut, loop_cut, parallel_cut, sequence_cut, side_by_side
from engine.discovery.graph import Following, Traces, following
from engine.discovery.tree import SKIP, Block, Leaf, Operator, Tree, may_be_empty

Logs = list[Counter[tuple[str, ...]]]

_CUTS: tuple[tuple[Operator, Callable[[Following, Traces, float], Cut | None]], ...] = (
    (Operator.CHOICE, choice_cut),
    (Operator.SEQUENCE, sequence_cut),
    (Operator.PARALLEL, parallel_cut),
    (Operator.LOOP, loop_cut),
)


def mined(traces: Traces, share: float) -> Tree:
    """The tree of a log. ``share``: what is rarer than this part of what is usual at the same place is left out."""
    cases = sum(traces.values())
    empty = traces.get((), 0)
    rest = Counter({trace: count for trace, count in traces.items() if trace})
    if not rest:
        return SKIP
    if empty:
        return _block(Operator.CHOICE, (SKIP, mined(rest, share))) if empty > share * cases else mined(rest, share)
    graph = following(rest)
    if len(graph.activities) == 1:
        return _single(graph.activities[0], rest, share)
    found = _cut(rest, graph, share)
    if found is not None:
        operator, logs = found
        return _block(operator, tuple(mined(part, share) for part in logs))
    return _detour(rest, graph, share)


def _cut(traces: Counter[tuple[str, ...]], graph: Following, share: float) -> tuple[Operator, Logs] | None:
    """The first cut and the log of each part.

    What is usual is looked at before all that there is: in all of it, one swap in a hundred cases makes two steps run
    side by side. A cut counts only if hardly anything of any activity is lost by it: rare pairs may be left out, a rare
    activity is not torn off its place.
    """
    for seen in (graph.without_rare(share), graph) if share else (graph,):
        for operator, cut in _CUTS:
            parts = cut(seen, traces, share)
            if parts:
                logs = _split(operator, traces, parts)
                if _keeps(traces, logs, share):
                    return operator, logs
    return None


def _keeps(traces: Counter[tuple[str, ...]], logs: Logs, share: float) -> bool:
    """Whether of each activity less than ``share`` is lost, or nothing."""
    had, kept = _events(traces), Counter[str]()
    for log in logs:
        kept += _events(log)
    return all(had[activity] - kept[activity] <= share * had[activity] for activity in had)


def _events(traces: Counter[tuple[str, ...]]) -> Counter[str]:
    found: Counter[str] = Counter()
    for trace, count in traces.items():
        for activity in trace:
            found[activity] += count
    return found


def _single(activity: str, traces: Counter[tuple[str, ...]], share: float) -> Tree:
    """One activity, once, or over and over."""
    repeated = sum(count for trace, count in traces.items() if len(trace) > 1)
    leaf = Leaf(activity)
    return Block(Operator.LOOP, (leaf, SKIP)) if repeated > share * traces.total() else leaf


def _detour(traces: Counter[tuple[str, ...]], graph: Following, share: float) -> Tree:
    """No cut: parts that seem to run side by side do; so does what is once in every case, and what hides a cut.

    Or all begins again and again. If nothing helps, every order of all is allowed.
    """
    parts = side_by_side(graph, traces, share)
    if parts is not None:
        return _block(Operator.PARALLEL, tuple(mined(_projected(traces, part), share) for part in parts))
    for activity in graph.activities:
        if all(trace.count(activity) == 1 for trace in traces):
            return _beside(activity, traces, graph, share)
    again = _begun_again(traces, graph)
    if again is not None:
        return _repeated(mined(again, share))
    for activity in graph.activities:
        rest = _projected(traces, set(graph.activities) - {activity})
        del rest[()]
        if _cut(rest, following(rest), share) is not None:
            return _beside(activity, traces, graph, share)
    body = _block(Operator.CHOICE, tuple(Leaf(activity) for activity in graph.activities))
    return Block(Operator.LOOP, (body, SKIP))


def _repeated(tree: Tree) -> Tree:
    """``tree`` over and over, once if it says so itself; what may be empty may be passed over once for all."""
    if isinstance(tree, Block) and tree.operator is Operator.LOOP and SKIP in tree.children:
        return tree
    if isinstance(tree, Block) and tree.operator is Operator.CHOICE and SKIP in tree.children:
        rest = tuple(child for child in tree.children if child != SKIP)
        return _block(Operator.CHOICE, (SKIP, _repeated(_block(Operator.CHOICE, rest))))
    return Block(Operator.LOOP, (tree, SKIP))


def _beside(activity: str, traces: Counter[tuple[str, ...]], graph: Following, share: float) -> Tree:
    """``activity`` beside all others."""
    parts = ({activity}, set(graph.activities) - {activity})
    return _block(Operator.PARALLEL, tuple(mined(_projected(traces, part), share) for part in parts))


def _begun_again(traces: Counter[tuple[str, ...]], graph: Following) -> Counter[tuple[str, ...]] | None:
    """Traces cut wherever an end is followed by a beginning; None where that is nowhere."""
    found: Counter[tuple[str, ...]] = Counter()
    for trace, count in traces.items():
        start = 0
        for at in range(1, len(trace)):
            if trace[at - 1] in graph.last and trace[at] in graph.first:
                found[trace[start:at]] += count
                start = at
        found[trace[start:]] += count
    return found if found.total() > traces.total() else None


def _block(operator: Operator, children: tuple[Tree, ...]) -> Tree:
    """The block; a block of the same operator inside is opened, except in a loop, whose children differ."""
    flat: list[Tree] = []
    for child in children:
        inner = isinstance(child, Block) and child.operator is operator and operator is not Operator.LOOP
        flat += child.children if inner and isinstance(child, Block) else (child,)
    if operator is Operator.SEQUENCE:
        flat = [child for child in flat if child != SKIP]
    if operator is Operator.CHOICE:
        flat = list(dict.fromkeys(flat))
        if any(may_be_empty(child) for child in flat if child != SKIP):
            flat = [child for child in flat if child != SKIP]
    return flat[0] if len(flat) == 1 else Block(operator, tuple(flat))


def _projected(traces: Traces, part: set[str]) -> Counter[tuple[str, ...]]:
    found: Counter[tuple[str, ...]] = Counter()
    for trace, count in traces.items():
        found[tuple(activity for activity in trace if activity in part)] += count
    return found


def _split(operator: Operator, traces: Traces, parts: Cut) -> list[Counter[tuple[str, ...]]]:
    """The log of each part."""
    if operator is Operator.PARALLEL:
        return [_projected(traces, part) for part in parts]
    if operator is Operator.CHOICE:
        return _by_choice(traces, parts)
    if operator is Operator.SEQUENCE:
        return _by_sequence(traces, parts)
    return _by_loop(traces, parts)


def _by_choice(traces: Traces, parts: Cut) -> list[Counter[tuple[str, ...]]]:
    """Each trace belongs to the part that most of it is of; the rest of it was rare."""
    logs = [Counter[tuple[str, ...]]() for _ in parts]
    for trace, count in traces.items():
        best = max(range(len(parts)), key=lambda number: sum(activity in parts[number] for activity in trace))
        logs[best][tuple(activity for activity in trace if activity in parts[best])] += count
    return logs


def _by_sequence(traces: Traces, parts: Cut) -> list[Counter[tuple[str, ...]]]:
    """Each trace is cut where the fewest activities are on the wrong side; those are left out."""
    logs = [Counter[tuple[str, ...]]() for _ in parts]
    for trace, count in traces.items():
        begin = 0
        for number, part in enumerate(parts[:-1]):
            later = set().union(*parts[number + 1 :])
            end = _best_end(trace, begin, part, later)
            logs[number][tuple(activity for activity in trace[begin:end] if activity in part)] += count
            begin = end
        logs[-1][tuple(activity for activity in trace[begin:] if activity in parts[-1])] += count
    return logs


def _best_end(trace: tuple[str, ...], begin: int, part: set[str], later: set[str]) -> int:
    """Where to cut so that as much as possible of ``part`` stands before and of ``later`` after it."""
    best, least, wrong = begin, 0, 0
    for at in range(begin, len(trace)):
        if trace[at] in part:
            wrong -= 1
        elif trace[at] in later:
            wrong += 1
        if wrong < least:
            best, least = at + 1, wrong
    return best


def _by_loop(traces: Traces, parts: Cut) -> list[Counter[tuple[str, ...]]]:
    """Each run through the body or through a way back is a trace of that part."""
    logs = [Counter[tuple[str, ...]]() for _ in parts]
    where = {activity: number for number, part in enumerate(parts) for activity in part}
    for trace, count in traces.items():
        runs: list[tuple[int, list[str]]] = [(0, [])]
        for activity in trace:
            number = where[activity]
            if runs[-1][0] != number:
                if number and runs[-1][0]:
                    # From one way back to another: the body was passed over.
                    runs.append((0, []))
                runs.append((number, []))
            runs[-1][1].append(activity)
        if runs[-1][0]:
            runs.append((0, []))
        for number, run in runs:
            logs[number][tuple(run)] += count
    return logs
