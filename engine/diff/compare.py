"""The difference of a checked matter: its changes and the quantities before and after."""

from __future__ import annotations

from dataclasses import dataclass

from engine.diff.branches import branch_changes
from engine.diff.changes import Change
from engine.diff.changes.facts import BranchChanged
from engine.diff.changes.materials import MaterialRemoved
from engine.diff.changes.procedures import ProcedureRemoved
from engine.diff.changes.steps import StepRemoved
from engine.diff.comparison import BEFORE_AND_AFTER, Comparison, compare_numbers
from engine.diff.deltas import Delta, TimeDelta, count_delta, time_delta
from engine.diff.facts import fact_changes, limit_changes
from engine.diff.matching.steps import match_steps
from engine.diff.materials import material_changes
from engine.diff.named import match_materials, match_procedures
from engine.diff.order.arrangement import arrangement
from engine.diff.order.way_changes import way_changes
from engine.diff.order.ways import homes
from engine.diff.owned import counted, owned_procedures
from engine.diff.path import off_and_on, outermost_on_path
from engine.diff.procedures import procedure_changes
from engine.diff.skeleton import skeleton
from engine.diff.steps import Acts, StepContext, step_changes
from engine.measures import measures
from processes.model.places import Place
from processes.model.plan import Switches
from processes.model.process import CheckedMatter, Process, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference(Comparison):
    """What the reform changes about one matter. ``changes`` in order of place, 优化前 first.

    ``left_path`` and ``entered_path``: the outermost steps of 优化前 that left the critical path, and those of 优化后
    that entered it. ``sides`` is what the two versions are called, where they are others than 优化前 and 优化后.
    ``exact``: the moved steps are the fewest possible; else the search for them was cut short.
    """

    changes: tuple[Change, ...]
    handovers: Delta
    critical_path: TimeDelta
    left_path: tuple[Step, ...] = ()
    entered_path: tuple[Step, ...] = ()
    exact: bool = True
    sides: tuple[str, str] = BEFORE_AND_AFTER


@dataclass(frozen=True, slots=True)
class Differing:
    """The changes between two processes, in order of place, and what ``Difference`` says besides of their order."""

    changes: tuple[Change, ...]
    left_path: tuple[Step, ...] = ()
    entered_path: tuple[Step, ...] = ()
    exact: bool = True


def compare(checked: CheckedMatter, switches: Switches) -> Difference:
    """The difference between 优化前 and 优化后, counted as ``switches`` (口径) say."""
    found = differing(checked.before, checked.after) if checked.after else _cancelled(checked)
    numbers, measured = compare_numbers(checked, switches), measures()
    return Difference(
        matter=numbers.matter,
        changes=found.changes,
        steps=numbers.steps,
        procedures=numbers.procedures,
        materials=numbers.materials,
        statutory=numbers.statutory,
        time_limit=numbers.time_limit,
        handovers=count_delta(checked, measured["handovers"], switches),
        critical_path=time_delta(checked, measured["critical_path"], switches),
        left_path=found.left_path,
        entered_path=found.entered_path,
        exact=found.exact,
    )


def differing(before: Process, after: Process) -> Differing:
    """What differs between two processes; nothing is counted."""
    old, new = before.version, after.version
    matching = match_steps(skeleton(before), skeleton(after))
    steps = matching.groups()
    procedures = counted(match_procedures(owned_procedures(_outer(before)), owned_procedures(_outer(after)), steps))
    materials = match_materials(old.materials, new.materials)
    order = arrangement(matching)
    found: list[Change] = [
        *fact_changes(old, new),
        *limit_changes(old, new),
        *step_changes(steps, StepContext(matching, steps, Acts(procedures, steps), {}, {})),
        *order.changes,
        *way_changes(order, *homes(steps)),
        *procedure_changes(procedures, steps, matching),
        *material_changes(materials, old.at("materials"), new.at("materials")),
        *branch_changes(before, after, steps),
    ]
    left, entered = off_and_on(matching.before, matching.after, steps)
    return Differing(tuple(sorted(found, key=_place)), left, entered, order.exact)


def _outer(process: Process) -> list[Step]:
    """The outermost steps of the main path, those not counted too: what is done in them is not done elsewhere."""
    return [step for step in process.steps if not (step.block or step.branch)]


def _cancelled(checked: CheckedMatter) -> Differing:
    """Everything goes, because of the word 取消."""
    before, gone = checked.before, checked.matter.at("after")
    found: list[Change] = [
        StepRemoved(before_places=(step.place,), after_places=(gone,), step=step) for step in _outer(before)
    ]
    found += (
        ProcedureRemoved(before_places=(owned.procedure.place,), after_places=(gone,), procedure=owned)
        for owned in owned_procedures(before.counted_steps)
    )
    found += (
        MaterialRemoved(before_places=(material.place,), after_places=(gone,), material=material)
        for material in before.version.materials
    )
    return Differing(tuple(sorted(found, key=_place)), tuple(outermost_on_path(skeleton(before))))


def _place(change: Change) -> tuple[Place, ...]:
    """The order of changes: what is new stands where it was written, all else where it stood before."""
    new = change.code.endswith("-added") or (isinstance(change, BranchChanged) and not change.before)
    return change.after_places if new else change.before_places
