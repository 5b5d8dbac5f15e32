"""What a replay found, as candidates for rows of 附件5: a sentence, and how many cases show it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from engine.conformance.deviations import DeviationKind
from engine.conformance.replaying import Replay

LEAST_SHARE = 0.05
"""Of the cases; what is rarer is a slip and no problem of the workflow."""
LEAST_CASES = 2
_NAMED = 3

_SAID = {
    DeviationKind.SKIPPED: "「{}」常被跳过不办",
    DeviationKind.ADDED: "「{}」重复办理或在不该办的时候办理",
    DeviationKind.EARLY: "「{}」办在规定的环节之前,次序颠倒",
    DeviationKind.LATE: "「{}」办在规定的环节之后,次序颠倒",
    DeviationKind.UNKNOWN: "实际在办「{}」,申报的流程里没有这个环节",
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """``text`` is 问题, ``evidence`` 备注; ``share`` of the cases."""

    text: str
    evidence: str
    share: float


def candidates(found: Replay) -> tuple[Candidate, ...]:
    """The candidates, the most frequent first."""
    made = (*_of_ways(found), *_of_returns(found), *_of_times(found))
    return tuple(sorted(made, key=lambda one: -one.share))


def _of_ways(found: Replay) -> Iterator[Candidate]:
    cases: dict[tuple[DeviationKind, str], list[str]] = {}
    for way in found.ways:
        for key in dict.fromkeys((one.kind, one.step) for one in way.deviations):
            cases.setdefault(key, []).extend(trace.case for trace in way.traces)
    for (kind, step), those in cases.items():
        yield from _candidate(found, _SAID[kind].format(step), those)


def _of_returns(found: Replay) -> Iterator[Candidate]:
    for one in found.returns:
        yield from _candidate(found, f"从「{one.source}」退回「{one.target}」重办", one.cases)


def _of_times(found: Replay) -> Iterator[Candidate]:
    times = found.times
    total = times.total
    if total.promised is not None and total.late:
        said = f"全程超过承诺的{total.limit.official},最长{max(total.taken)}个{total.unit}"
        yield from _candidate(found, said, total.late)
    names = {step.key: step.name for step in times.process.steps}
    for key, days in times.steps.items():
        if days.promised is not None and days.late:
            said = f"「{names[key]}」超过规定的{days.limit.official},最长{max(days.taken)}个{days.unit}"
            yield from _candidate(found, said, days.late)


def _candidate(found: Replay, text: str, some: Iterable[str]) -> Iterator[Candidate]:
    """None where it is too rare."""
    cases = sorted(set(some))
    share = len(cases) / found.cases
    if len(cases) < LEAST_CASES or share < LEAST_SHARE:
        return
    named = "、".join(cases[:_NAMED]) + ("等" if len(cases) > _NAMED else "")
    evidence = f"办理记录{found.cases}件中{len(cases)}件({share:.0%}),如{named}"
    yield Candidate(text, evidence, share)
