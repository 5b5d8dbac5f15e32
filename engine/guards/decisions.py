"""Every decision of a process: whether its exits exclude each other, and whether there is one in every case.

Decided by trying every case that makes a difference: of each number the bounds written and one value between them and
on either side, of each statement that it is so and that it is not. Where nothing speaks against it, that is a proof.
What speaks against it is only told where all is said about the same quantity or the same statement: whether two
different statements can both be true the words do not say, and then it is left undecided.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, product
from math import prod

from engine.guards.conditions import Condition, Statement, Thing, condition_of
from engine.guards.quantities import WHOLE, Bound
from engine.properties.answers import Answer, Status
from processes.compilation.exits import OTHERWISE
from processes.compilation.standard import CORRECTION, NOT_ACCEPTED
from processes.model.limits import number_text
from processes.model.process import Flow, NodeKind, Process

QUESTION = "去向互斥、不遗漏"
_MOST_CASES = 4096
_BY_LAW = {CORRECTION.condition, NOT_ACCEPTED.condition, NOT_ACCEPTED.otherwise}
"""行政许可法 art. 32 (1): out of scope is looked at first, then what is missing, and all else is accepted."""

Case = Mapping[object, Fraction | bool]
"""Quantity → its value, statement → whether it is so."""


@dataclass(frozen=True, slots=True)
class Decision:
    """The exits of one node: how many there are, and what was found out, ``UNKNOWN`` if nothing."""

    node: str
    exits: tuple[Flow, ...]
    answers: tuple[Answer, ...]


def decisions(process: Process, labels: Mapping[str, str]) -> Iterator[Decision]:
    """Every node with several ways out that is no fork."""
    forks = {node.key for node in process.nodes if node.kind is NodeKind.FORK}
    outgoing: dict[str, list[Flow]] = {}
    for flow in process.flows:
        if flow.source not in forks:
            outgoing.setdefault(flow.source, []).append(flow)
    for node, exits in outgoing.items():
        if len(exits) > 1:
            yield Decision(node, tuple(exits), tuple(judged(labels[node], exits)))


def judged(label: str, exits: Iterable[Flow]) -> Iterator[Answer]:
    """What can be said of these exits; one HOLDS if all could be proved."""
    exits = list(exits)
    if {flow.condition for flow in exits} <= _BY_LAW:
        yield Answer(question=QUESTION, status=Status.HOLDS)
        return
    said = [(condition_of(flow.condition), flow) for flow in exits if flow.condition not in ("", OTHERWISE)]
    otherwise = [flow for flow in exits if flow.condition in ("", OTHERWISE)]
    answers = [*_overlaps(label, said), *_gaps(label, said, otherwise)]
    yield from (one for one in answers if one.status in (Status.BROKEN, Status.NOTE))
    statuses = {one.status for one in answers}
    if not statuses & {Status.BROKEN, Status.NOTE}:
        yield Answer(question=QUESTION, status=Status.UNKNOWN if Status.UNKNOWN in statuses else Status.HOLDS)


def _overlaps(label: str, said: list[tuple[Condition, Flow]]) -> Iterator[Answer]:
    for (one, _), (other, flow) in combinations(said, 2):
        case = next((case for case in _cases((one, other)) if _true(one, case) and _true(other, case)), None)
        if case is None and _countable((one, other)):
            continue
        if case is None or not _same_thing((*one.things, *other.things)):
            yield Answer(question=QUESTION, status=Status.UNKNOWN)
            continue
        message = f"「{label}」的「{one.text}」和「{other.text}」在{_shown(case, one)}时都成立,走哪一路说不清"
        yield Answer(question=QUESTION, status=Status.BROKEN, message=message, place=flow.place, hint=_APART)


_APART = "改情形的数,让每种情况只合一条。"
_COMPLETE = "补上漏掉的情况,或把其中一条写成 其他情形。"


def _gaps(label: str, said: list[tuple[Condition, Flow]], otherwise: list[Flow]) -> Iterator[Answer]:
    conditions = [condition for condition, _ in said]
    if not conditions:
        return
    case = next((case for case in _cases(conditions) if not any(_true(one, case) for one in conditions)), None)
    proved = case is None and _countable(conditions)
    if otherwise:
        if proved:
            message = f"「{label}」的各种情形已经说全,「{OTHERWISE}」永远不会发生"
            yield Answer(question=QUESTION, status=Status.NOTE, message=message, place=otherwise[0].place)
        return
    if proved:
        return
    if case is None or not _same_thing([thing for one in conditions for thing in one.things]):
        yield Answer(question=QUESTION, status=Status.UNKNOWN)
        return
    message = f"「{label}」在{_shown(case, conditions[0])}时没有去向"
    place = said[0][1].place
    yield Answer(question=QUESTION, status=Status.BROKEN, message=message, place=place, hint=_COMPLETE)


# --- cases


def _subject_of(thing: Thing) -> object:
    return thing.quantity if isinstance(thing, Bound) else thing.what


def _same_thing(things: Iterable[Thing]) -> bool:
    """Whether all is about one quantity or one statement."""
    return len({_subject_of(thing) for thing in things}) == 1


def _values(conditions: Iterable[Condition]) -> dict[object, list[Fraction | bool]]:
    """What each quantity and statement may be."""
    values: dict[object, list[Fraction | bool]] = {}
    bounds: dict[tuple[str, str], set[Fraction]] = {}
    for one in conditions:
        for thing in one.things:
            if isinstance(thing, Bound):
                bounds.setdefault(thing.quantity, set()).add(thing.number)
            else:
                values[thing.what] = [True, False]
    for quantity, numbers in bounds.items():
        values[quantity] = list(_around(sorted(numbers), whole=quantity[1] in WHOLE))
    return values


def _around(numbers: list[Fraction], *, whole: bool) -> Iterator[Fraction]:
    """The numbers, one between each two, one below if that is not less than nothing, and one above."""
    if numbers[0] > 0:
        yield numbers[0] - 1 if whole and numbers[0] >= 1 else numbers[0] / 2
    for one, other in zip(numbers, [*numbers[1:], None], strict=True):
        yield one
        if other is None:
            yield one + 1 if whole else one * 2 or Fraction(1)
        elif not whole:
            yield (one + other) / 2
        elif other - one > 1:
            yield one + 1


def _countable(conditions: Iterable[Condition]) -> bool:
    return prod(len(values) for values in _values(conditions).values()) <= _MOST_CASES


def _cases(conditions: Iterable[Condition]) -> Iterator[Case]:
    """Every case that makes a difference; none if there are too many."""
    values = _values(conditions)
    if prod(map(len, values.values())) <= _MOST_CASES:
        for chosen in product(*values.values()):
            yield dict(zip(values, chosen, strict=True))


def _true(condition: Condition, case: Case) -> bool:
    return any(all(_is_so(thing, case) for thing in way) for way in condition.ways)


def _is_so(thing: Thing, case: Case) -> bool:
    value = case[_subject_of(thing)]
    if isinstance(thing, Bound):
        return thing.holds(Fraction(value))
    return bool(value) is not thing.denied


def _shown(case: Case, condition: Condition) -> str:
    """A case in words, in the units of ``condition``."""
    thing = condition.things[0]
    value = case[_subject_of(thing)]
    if isinstance(thing, Statement):
        return f"「{thing.what}」{'' if value else '不'}成立"
    what = thing.quantity[0] or "数值"
    return f"{what}为{number_text(Fraction(value) / thing.scale)}{thing.unit}"
