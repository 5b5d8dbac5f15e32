"""Changes as data for other programs: the ``数据`` of an item, which ``renderers/reports/schema.py`` describes.

What is a step, a procedure or a material in the change is an object with its own facts; the names alone stand in the
item. Keys ending in 前 belong to 优化前, those ending in 后 to 优化后; a way and a limit are as written.
"""

from __future__ import annotations

from collections.abc import Sequence

from engine.diff.changes import Change
from engine.diff.changes.arrangement import (
    ArrangementChange,
    LoopAdded,
    LoopRemoved,
    StepMoved,
    StepsMadeMandatory,
    StepsMadeOptional,
    WayAdded,
    WayChanged,
    WayRemoved,
)
from engine.diff.changes.facts import BranchChanged, FactChanged, LimitChanged
from engine.diff.changes.materials import (
    MaterialAdded,
    MaterialChange,
    MaterialChanged,
    MaterialRemoved,
    MaterialReplaced,
)
from engine.diff.changes.procedures import (
    ProcedureAdded,
    ProcedureChange,
    ProcedureChanged,
    ProcedureMoved,
    ProcedureRemoved,
    ProcedureReplaced,
)
from engine.diff.changes.steps import (
    StepAdded,
    StepChange,
    StepChanged,
    StepKept,
    StepRemoved,
    StepsMerged,
    StepSplit,
    StepsRegrouped,
)
from engine.diff.details import (
    CountingChanged,
    ExitsChanged,
    HoldersChanged,
    MembersChanged,
    StepDetail,
    StepLimitChanged,
    StepProceduresChanged,
    StepRenamed,
)
from engine.diff.exits import Way
from engine.diff.materials import ONE_COPY
from engine.diff.owned import OwnedProcedure
from processes.model.matter import Material
from processes.model.process import Holder, Step

Data = dict[str, object]


def data_of(change: Change) -> Data:
    """The data of ``change``."""
    match change:
        case StepRemoved() | StepAdded() | StepKept() | StepChanged() | StepsMerged() | StepSplit() | StepsRegrouped():
            return _step_change(change)
        case ProcedureRemoved() | ProcedureAdded() | ProcedureMoved() | ProcedureReplaced() | ProcedureChanged():
            return _procedure_change(change)
        case MaterialRemoved() | MaterialAdded() | MaterialChanged() | MaterialReplaced():
            return _material_change(change)
        case LimitChanged() | FactChanged() | BranchChanged():
            return _other(change)
        case _:
            return _arrangement(change)


def _step_change(change: StepChange) -> Data:  # noqa: PLR0911 - one way out a kind of change
    match change:
        case StepRemoved(step=step):
            return _steps([step], [])
        case StepAdded(step=step):
            return _steps([], [step])
        case StepKept(before=old, after=new):
            return _steps([old], [new])
        case StepChanged(before=old, after=new):
            return {**_steps([old], [new]), "变动": [_detail(detail) for detail in change.details]}
        case StepsMerged(before=olds, after=new):
            return {**_steps(olds, [new]), "并联环节": list(change.members)}
        case StepSplit(before=old, after=news):
            return _steps([old], news)
        case StepsRegrouped(before=olds, after=news):
            return _steps(olds, news)


def _arrangement(change: ArrangementChange) -> Data:
    match change:
        case StepMoved():
            behind, ahead = (step.name if step else None for step in (change.behind, change.ahead))
            return {**_steps(change.before, change.after), "前一环节": behind, "后一环节": ahead}
        case StepsMadeOptional() | StepsMadeMandatory():
            return {**_steps(change.before, change.after), "情形": list(change.conditions)}
        case LoopAdded() | LoopRemoved():
            return {"起点": change.source.name, "去向": change.target.name, "情形": change.condition}
        case WayAdded() | WayRemoved():
            return {"起点": change.source.name, "去向": change.way.target, "情形": change.way.condition}
        case WayChanged():
            return {
                "起点前": change.before_source.name,
                "起点后": change.after_source.name,
                "去向前": change.before.target,
                "去向后": change.after.target,
                "情形前": change.before.condition,
                "情形后": change.after.condition,
            }
        case _:
            strands = [[step.name for step in strand] for strand in change.strands]
            return {**_steps(change.before, change.after), "各路": strands}


def _procedure_change(change: ProcedureChange) -> Data:
    match change:
        case ProcedureRemoved(procedure=owned):
            return _procedures([owned], [])
        case ProcedureAdded(procedure=owned):
            return _procedures([], [owned])
        case ProcedureMoved(before=old, after=new) | ProcedureChanged(before=old, after=new):
            return _procedures([old], [new])
        case ProcedureReplaced(before=olds, after=news):
            return _procedures(olds, news)


def _material_change(change: MaterialChange) -> Data:
    match change:
        case MaterialRemoved(material=material):
            return _materials([material], [])
        case MaterialAdded(material=material):
            return _materials([], [material])
        case MaterialReplaced(before=olds, after=news):
            return _materials(olds, news)
        case MaterialChanged(before=old, after=new):
            return {**_materials([old], [new]), "方面": [str(one) for one in change.aspects]}


def _other(change: LimitChanged | FactChanged | BranchChanged) -> Data:
    match change:
        case LimitChanged():
            return {"时限前": str(change.before), "时限后": str(change.after)}
        case FactChanged():
            return {"事实": str(change.fact), "内容前": list(change.before), "内容后": list(change.after)}
        case BranchChanged():
            return {**_steps(change.before, change.after), "支线": change.name, "变动": _nested(change.changes)}


def _detail(detail: StepDetail) -> Data:
    match detail:
        case StepRenamed() | CountingChanged():
            said: Data = {"前": detail.before, "后": detail.after}
        case HoldersChanged():
            said = {"前": _holders(detail.before), "后": _holders(detail.after)}
        case StepLimitChanged():
            said = {"前": str(detail.before), "后": str(detail.after)}
        case ExitsChanged():
            said = {"前": _ways(detail.before), "后": _ways(detail.after)}
        case StepProceduresChanged():
            said = {
                "取消": list(detail.removed),
                "新增": list(detail.added),
                "移出": list(detail.moved_out),
                "移入": list(detail.moved_in),
                "替换": [{"前": list(old), "后": list(new)} for old, new in detail.replaced],
            }
        case MembersChanged():
            said = {"变动": _nested(detail.changes)}
    return {"代码": detail.code, **said}


def _nested(changes: Sequence[Change]) -> list[Data]:
    """Changes inside a named block or a side branch."""
    return [{"代码": change.code, "直接": change.direct, "数据": data_of(change)} for change in changes]


def _steps(before: Sequence[Step], after: Sequence[Step]) -> Data:
    return {"环节前": [_step(step) for step in before], "环节后": [_step(step) for step in after]}


def _step(step: Step) -> Data:
    return {
        "标识": step.key,
        "名称": step.name,
        "承办": _holders(step.holders),
        "时限": str(step.limit),
        "不计环节": step.uncounted,
    }


def _procedures(before: Sequence[OwnedProcedure], after: Sequence[OwnedProcedure]) -> Data:
    return {"程序前": [_procedure(one) for one in before], "程序后": [_procedure(one) for one in after]}


def _procedure(owned: OwnedProcedure) -> Data:
    procedure = owned.procedure
    return {
        "名称": procedure.name,
        "环节": owned.step.name,
        "人数": procedure.people,
        "不计时限": procedure.excluded,
    }


def _materials(before: Sequence[Material], after: Sequence[Material]) -> Data:
    return {"材料前": [_material(one) for one in before], "材料后": [_material(one) for one in after]}


def _material(material: Material) -> Data:
    return {
        "名称": material.name,
        "份数": material.copies or ONE_COPY,
        "来源": material.source,
        "依据": material.basis,
        "可共享": material.shared,
    }


def _holders(holders: Sequence[Holder]) -> list[str]:
    return [str(holder) for holder in holders]


def _ways(ways: Sequence[Way]) -> list[Data]:
    return [{"情形": way.condition, "去向": way.target} for way in ways]
