"""Our engine as an ``Engine``: the direct changes of ``Difference`` as claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from benchmarks.difference.claims import CODES, Answer, Claim, Group, Pair, claim, labels
from engine.diff.changes import Change
from engine.diff.changes.arrangement import (
    LoopAdded,
    LoopRemoved,
    Rearranged,
    StepMoved,
    StepsMadeMandatory,
    StepsMadeOptional,
    WayAdded,
    WayChanged,
    WayRemoved,
)
from engine.diff.changes.facts import BranchChanged, FactChanged, LimitChanged
from engine.diff.changes.materials import MaterialAdded, MaterialChanged, MaterialRemoved, MaterialReplaced
from engine.diff.changes.procedures import (
    ProcedureAdded,
    ProcedureChanged,
    ProcedureMoved,
    ProcedureRemoved,
    ProcedureReplaced,
)
from engine.diff.changes.steps import (
    StepAdded,
    StepChanged,
    StepKept,
    StepRemoved,
    StepsMerged,
    StepSplit,
    StepsRegrouped,
)
from engine.diff.compare import compare
from engine.diff.details import MembersChanged
from engine.diff.owned import OwnedProcedure
from processes.model.plan import Switches
from processes.model.process import Step

SAID_OF_STEPS = frozenset({"step-renamed", "step-holders-changed", "step-limit-changed", "step-counting-changed"})
"""The details of a changed step that are claims of their own; its procedures and ways are changes beside it."""


class Ours:
    """The engine of this repository."""

    name = "ours"
    codes = frozenset(CODES)

    def answer(self, pair: Pair) -> Answer:
        """What ``compare`` finds."""
        difference = compare(pair.checked, Switches())
        said = _Said(labels(pair.before), labels(pair.after))
        found = [one for change in difference.changes for one in said.claims(change)]
        groups = [group for change in difference.changes for group in said.groups(change)]
        return Answer(frozenset(found), frozenset(groups))


class _Said:
    """Changes in the words of claims; ``old`` and ``new`` are the labels of both versions."""

    def __init__(self, old: dict[str, str], new: dict[str, str]) -> None:
        self.old, self.new = old, new

    def before(self, steps: Iterable[Step]) -> tuple[str, ...]:
        return tuple(self.old[step.key] for step in steps)

    def after(self, steps: Iterable[Step]) -> tuple[str, ...]:
        return tuple(self.new[step.key] for step in steps)

    def groups(self, change: Change) -> Iterator[Group]:
        """The group of a change of steps that go on."""
        match change:
            case StepKept() | StepChanged():
                yield self.before([change.before]), self.after([change.after])
            case StepsMerged():
                yield tuple(sorted(self.before(change.before))), self.after([change.after])
            case StepSplit():
                yield self.before([change.before]), tuple(sorted(self.after(change.after)))
            case StepsRegrouped():
                yield tuple(sorted(self.before(change.before))), tuple(sorted(self.after(change.after)))
            case _:
                pass

    def claims(self, change: Change) -> Iterator[Claim]:
        """What a change claims; nothing if it only follows from another."""
        if change.direct:
            yield from self._steps(change)
            yield from self._order(change)
            yield from self._procedures(change)
            yield from self._things(change)

    def _steps(self, change: Change) -> Iterator[Claim]:
        match change:
            case StepRemoved():
                yield claim(change.code, self.before([change.step]))
            case StepAdded():
                yield claim(change.code, (), self.after([change.step]))
            case StepChanged():
                yield from self._details(change)
            case StepsMerged():
                yield claim(change.code, self.before(change.before), self.after([change.after]))
            case StepSplit():
                yield claim(change.code, self.before([change.before]), self.after(change.after))
            case StepsRegrouped():
                yield claim(change.code, self.before(change.before), self.after(change.after))
            case _:
                pass

    def _details(self, change: StepChanged) -> Iterator[Claim]:
        for detail in change.details:
            if isinstance(detail, MembersChanged):
                for inside in detail.changes:
                    yield from self.claims(inside)
            elif detail.code in SAID_OF_STEPS:
                yield claim(detail.code, self.before([change.before]), self.after([change.after]))

    def _order(self, change: Change) -> Iterator[Claim]:
        match change:
            case StepMoved() | StepsMadeOptional() | StepsMadeMandatory():
                yield claim(change.code, self.before(change.before), self.after(change.after))
            case _ if isinstance(change, Rearranged):
                yield claim(change.code, self.before(change.before), self.after(change.after))
            case LoopAdded():
                yield claim(change.code, (), self.after([change.source, change.target]))
            case LoopRemoved():
                yield claim(change.code, self.before([change.source, change.target]))
            case WayAdded():
                target = self.new.get(change.way.key, change.way.target)
                yield claim(change.code, (), (*self.after([change.source]), target))
            case WayRemoved():
                target = self.old.get(change.way.key, change.way.target)
                yield claim(change.code, (*self.before([change.source]), target))
            case WayChanged():
                was = self.old.get(change.before.key, change.before.target)
                now = self.new.get(change.after.key, change.after.target)
                sources = self.before([change.before_source]), self.after([change.after_source])
                yield claim(change.code, (*sources[0], was), (*sources[1], now))
            case _:
                pass

    def _procedures(self, change: Change) -> Iterator[Claim]:
        match change:
            case ProcedureRemoved():
                yield claim(change.code, _done(change.procedure, self.old))
            case ProcedureAdded():
                yield claim(change.code, (), _done(change.procedure, self.new))
            case ProcedureMoved() | ProcedureChanged():
                yield claim(change.code, _done(change.before, self.old), _done(change.after, self.new))
            case ProcedureReplaced():
                was = (part for one in change.before for part in _done(one, self.old))
                now = (part for one in change.after for part in _done(one, self.new))
                yield claim(change.code, was, now)
            case _:
                pass

    def _things(self, change: Change) -> Iterator[Claim]:
        match change:
            case MaterialRemoved():
                yield claim(change.code, [change.material.name])
            case MaterialAdded():
                yield claim(change.code, (), [change.material.name])
            case MaterialChanged():
                yield claim(change.code, [change.before.name], [change.after.name])
            case MaterialReplaced():
                yield claim(change.code, [one.name for one in change.before], [one.name for one in change.after])
            case LimitChanged():
                yield claim(change.code)
            case FactChanged():
                yield claim(change.code, [change.fact.value], [change.fact.value])
            case BranchChanged():
                yield claim(change.code, [change.name], [change.name])
            case _:
                pass


def _done(owned: OwnedProcedure, names: dict[str, str]) -> tuple[str, str]:
    return owned.procedure.name, names[owned.step.key]
