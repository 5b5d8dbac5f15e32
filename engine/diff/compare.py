"""The difference of a checked matter: its changes and the quantities before and after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from engine.diff.branches import branch_changes
from engine.diff.changes import Change
from engine.diff.changes.facts import BranchChanged
from engine.diff.changes.materials import MaterialRemoved
from engine.diff.changes.procedures import ProcedureRemoved
from engine.diff.changes.steps import StepRemoved
from engine.diff.comparison import Comparison, compare_numbers
from engine.diff.deltas import Delta, TimeDelta, count_delta, time_delta
from engine.diff.facts import fact_changes, limit_changes
from engine.diff.matching.steps import match_steps
from engine.diff.materials import material_changes
from engine.diff.named import match_materials, match_procedures
from engine.diff.order.arrangement import arrangement
from engine.diff.order.way_changes import way_changes
from engine.diff.order.ways import homes
from engine.diff.owned import owned_procedures
from engine.diff.procedures import procedure_changes
from engine.diff.skeleton import skeleton
from engine.diff.steps import StepContext, step_changes
from engine.measures import measures
from processes.model.places import Place
from processes.model.plan import Switches
from processes.model.process import CheckedMatter, Process


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference(Comparison):
    """What the reform changes about one matter. ``changes`` in order of place, 优化前 first."""

    changes: tuple[Change, ...]
    handovers: Delta
    critical_path: TimeDelta


def compare(checked: CheckedMatter, switches: Switches) -> Difference:
    """The difference between 优化前 and 优化后, counted as ``switches`` (口径) say."""
    found = _changes(checked.before, checked.after) if checked.after else _cancelled(checked)
    numbers, counted = compare_numbers(checked, switches), measures()
    return Difference(
        matter=numbers.matter,
        changes=tuple(sorted(found, key=_place)),
        steps=numbers.steps,
        procedures=numbers.procedures,
        materials=numbers.materials,
        statutory=numbers.statutory,
        time_limit=numbers.time_limit,
        handovers=count_delta(checked, counted["handovers"], switches),
        critical_path=time_delta(checked, counted["critical_path"], switches),
    )


def _changes(before: Process, after: Process) -> Iterator[Change]:
    old, new = before.version, after.version
    yield from fact_changes(old, new)
    yield from limit_changes(old, new)
    matching = match_steps(skeleton(before), skeleton(after))
    steps = matching.groups()
    procedures = match_procedures(owned_procedures(before.counted_steps), owned_procedures(after.counted_steps), steps)
    yield from step_changes(steps, StepContext(matching, steps, procedures, {}, {}))
    order = arrangement(matching)
    yield from order.changes
    yield from way_changes(order, *homes(steps))
    yield from procedure_changes(procedures, steps, old.at("entries"), new.at("entries"))
    yield from material_changes(match_materials(old.materials, new.materials), old.at("materials"), new.at("materials"))
    yield from branch_changes(before, after, steps)


def _cancelled(checked: CheckedMatter) -> Iterator[Change]:
    """Everything goes, because of the word 取消."""
    before, gone = checked.before, checked.matter.at("after")
    for step in before.steps:
        if not (step.block or step.branch):
            yield StepRemoved(before_places=(step.place,), after_places=(gone,), step=step)
    for owned in owned_procedures(before.counted_steps):
        yield ProcedureRemoved(before_places=(owned.procedure.place,), after_places=(gone,), procedure=owned)
    for material in before.version.materials:
        yield MaterialRemoved(before_places=(material.place,), after_places=(gone,), material=material)


def _place(change: Change) -> tuple[Place, ...]:
    """The order of changes: what is new stands where it was written, all else where it stood before."""
    new = change.code.endswith("-added") or (isinstance(change, BranchChanged) and not change.before)
    return change.after_places if new else change.before_places
