"""Cases in bulk beside a ``transitions`` machine: ``python -m benchmarks.cases [cases]``.

The samples' processes; of each the way from receipt to its first end, on which every case goes, all events of one kind
after the other. Each is measured several times in turn, so that whatever else the machine does weighs on all alike; the
least counts. Compared are, per event:

- **integers**: ``engine.cases.kernel``, guards and joins included, cases in ``array('Q')``;
- **machine**: ``engine.machine`` with the guards of a case, what people step through;
- **transitions**: a bare machine of that library with the same states and triggers: no guards, no tokens, so no 并联
  either (where branches meet, it is only told one of them), no case registered; the least that it can be made to do.

Memory is what is allocated for the cases alone (``tracemalloc``), per case.
"""

from __future__ import annotations

import sys
import tracemalloc
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import repeat
from pathlib import Path
from time import process_time
from typing import Any

from transitions import Machine

from engine.cases.definition import Definition, definition_of
from engine.cases.kernel import Kernel
from engine.cases.route import CaseTokens
from engine.nets.net import NEXT, event_of
from processes.checking import check_project
from processes.model.matter import VersionLabel
from processes.model.process import START, NodeKind

SAMPLES = Path(__file__).parents[1] / "samples" / "hailin"
CASES = 20_000
STEPPED = 500
"""Cases on the machines, of which each event takes dozens of times as long."""
ROUNDS = 5
LEAST_RATIO, MOST_BYTES = 40, 64

Way = list[tuple[str, str]]


@dataclass(slots=True)
class Bare:
    """What a machine of ``transitions`` needs of a case."""

    state: str = START


def definitions() -> Iterator[Definition]:
    """优化后 of every sample."""
    checked = check_project(SAMPLES)
    assert checked.workspace is not None
    for matter in checked.matters:
        yield definition_of(matter, VersionLabel.AFTER, "0" * 64, checked.workspace.plan.switches)


def way_to_end(kernel: Kernel) -> Way:
    """The shortest way of a case with all its materials to 办结, as nodes and events."""
    names = {number: name for name, number in kernel.numbers.items()}
    materials = kernel.materials(kernel.definition.route.materials)
    ways: dict[int, Way] = {kernel.initial | materials: []}
    for case in iter(open_ := list(ways)):
        place = next(kernel.definition.net.marked(kernel.marking(case)))
        if kernel.definition.net.finished(kernel.marking(case)) and place.node == "办结":
            return ways[case]
        for number in range(len(kernel.rows)):
            following = [case]
            if not kernel.fire(following, [(0, number)]) and following[0] not in ways:
                ways[following[0]] = [*ways[case], names[number]]
                open_.append(following[0])
    raise AssertionError("every process has a way to its end")


def seconds(work: Callable[[], object]) -> float:
    """How long it takes the processor."""
    begun = process_time()
    work()
    return process_time() - begun


def on_integers(kernel: Kernel, way: Way, number: int) -> float:
    """Seconds an event."""
    cases = kernel.many(number)
    materials = kernel.materials(kernel.definition.route.materials)
    for at in range(number):
        cases[at] |= materials
    rows = [kernel.numbers[name] for name in way]
    taken = seconds(lambda: [kernel.fire(cases, zip(range(number), repeat(row), strict=False)) for row in rows])
    assert all(kernel.definition.net.finished(kernel.marking(case)) for case in cases[:10])
    return taken / (number * len(way))


def on_machine(definition: Definition, way: Way, number: int) -> float:
    """Seconds an event."""
    machine = definition.route.machine
    cases = [CaseTokens(received=frozenset(definition.route.materials)) for _ in range(number)]
    for case in cases:
        machine.fire(case, START, NEXT)
    taken = seconds(lambda: [machine.fire(case, node, event) for node, event in way for case in cases])
    assert all(machine.finished(case) for case in cases)
    return taken / (number * len(way))


def on_transitions(definition: Definition, way: Way, number: int) -> float:
    """Seconds an event."""
    kinds = {node.key: node.kind for node in definition.process.nodes}
    machine: Any = Machine(model=None, states=list(kinds), initial=START, auto_transitions=False)
    for flow in definition.process.flows:
        if kinds[flow.source] is not NodeKind.FORK:
            machine.add_transition(event_of(flow), flow.source, flow.target)
    cases = [Bare() for _ in range(number)]
    taken = 0.0
    for node, event in way:
        for case in cases:
            case.state = node
        taken += seconds(partial(_all, machine.events[event].trigger, cases))
    return taken / (number * len(way))


def _all(trigger: Callable[[Bare], object], cases: Iterable[Bare]) -> None:
    for case in cases:
        trigger(case)


def bytes_a_case(kernel: Kernel, number: int) -> float:
    """What cases take that have all their materials and have gone one step."""
    tracemalloc.start()
    cases = kernel.many(number)
    for at in range(number):
        cases[at] |= kernel.materials(kernel.definition.route.materials) | kernel.told
    taken, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return taken / number


def main() -> int:
    """Print a line for each sample and the sums; 1 when a limit is not kept."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else CASES
    print(f"{'integers, ns':>14}{'machine, ns':>13}{'transitions, ns':>17}{'ratio':>7}{'ratio':>7}{'bytes':>7}  matter")
    sums = [0.0, 0.0, 0.0]
    most = 0.0
    chosen = tuple(definitions())
    for definition in chosen:
        kernel = Kernel(definition)
        way = way_to_end(kernel)
        times = [
            min(found)
            for found in zip(
                *(
                    (
                        on_integers(kernel, way, number),
                        on_machine(definition, way, STEPPED),
                        on_transitions(definition, way, STEPPED),
                    )
                    for _ in range(ROUNDS)
                ),
                strict=True,
            )
        ]
        size = bytes_a_case(kernel, number)
        most = max(most, size)
        sums = [total + one for total, one in zip(sums, times, strict=True)]
        print(line(times, size) + f"  {definition.matter.name}")
    print(line([total / len(chosen) for total in sums], most) + "  all, mean; bytes: the most")
    kept = sums[1] / sums[0] >= LEAST_RATIO and most <= MOST_BYTES
    print(f"limits ({LEAST_RATIO} times the machine, {MOST_BYTES} bytes a case): {'kept' if kept else 'NOT KEPT'}")
    return 0 if kept else 1


def line(times: list[float], size: float) -> str:
    """Nanoseconds, ratios and bytes in columns."""
    integers, machine, bare = times
    cells = f"{integers * 1e9:>14.0f}{machine * 1e9:>13.0f}{bare * 1e9:>17.0f}"
    return f"{cells}{machine / integers:>7.0f}{bare / integers:>7.0f}{size:>7.1f}"


if __name__ == "__main__":
    sys.exit(main())
