"""Changes as short texts that a test can write out by hand, and declarations compared in both directions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.diff.changes import Change, facts, materials, procedures, steps
from engine.diff.changes import arrangement as order
from engine.diff.compare import Difference, compare
from engine.diff.details import (
    CountingChanged,
    HoldersChanged,
    MembersChanged,
    StepLimitChanged,
    StepRenamed,
)
from engine.diff.exits import Way
from engine.diff.owned import OwnedProcedure
from processes.checking import check_project
from processes.model.matter import Material
from processes.model.plan import Switches
from processes.model.process import CheckedMatter, Step
from tests.declaring import Base, write

Told = tuple[str, str, str]
"""Code, names before, names after; names joined by 、, a way as ``环节→目标(情形)``, a procedure as ``环节/程序``."""

MIRROR = {
    "step-kept": "step-kept",
    "step-changed": "step-changed",
    "step-removed": "step-added",
    "step-renamed": "step-renamed",
    "step-holders-changed": "step-holders-changed",
    "step-limit-changed": "step-limit-changed",
    "step-counting-changed": "step-counting-changed",
    "steps-merged": "step-split",
    "steps-regrouped": "steps-regrouped",
    "step-moved": "step-moved",
    "steps-parallelised": "steps-serialised",
    "steps-made-exclusive": "steps-made-sequential",
    "exclusive-made-parallel": "parallel-made-exclusive",
    "steps-made-optional": "steps-made-mandatory",
    "loop-added": "loop-removed",
    "way-added": "way-removed",
    "way-changed": "way-changed",
    "procedure-removed": "procedure-added",
    "procedure-moved": "procedure-moved",
    "procedure-replaced": "procedure-replaced",
    "procedure-changed": "procedure-changed",
    "material-removed": "material-added",
    "material-replaced": "material-replaced",
    "material-changed": "material-changed",
    "limit-changed": "limit-changed",
    "fact-changed": "fact-changed",
    "branch-changed": "branch-changed",
}
MIRROR |= {mirrored: code for code, mirrored in MIRROR.items()}
"""Code → what the same change is called when the versions are exchanged."""

BASE = Base(
    department="""名称: 示范局
全称: 示范市示范局
内设机构:
  - 综合股
  - 业务股 | 监管
  - 法规股
  - 勘查股
  - 行政审批股 | 审批
""",
    matter="""名称: 示范事项
类型: 行政审批事项
依据: 无
相对人: 企业
法定时限: 60工作日(《行政许可法》第四十二条)
出具: 许可证
条件: 无
""",
)
"""The small project with more offices, and time enough for twelve steps."""

_VERSION = re.compile(r"^(优化前|优化后):\n((?: .*\n)+)", re.MULTILINE)
_DEFAULTS = {"时限": "40工作日", "材料": "申请书、身份证复印件"}


@dataclass(frozen=True, slots=True)
class BothWays:
    """What is said of a declaration, and of the same with 优化前 and 优化后 exchanged."""

    forwards: set[Told]
    backwards: set[Told]


def both_ways(text: str, folder: Path) -> BothWays:
    """Both comparisons of a declaration whose versions are each whole, but for 时限 and 材料, which are added."""
    there = difference_of(text, folder / "there")
    back = difference_of(exchanged(text), folder / "back")
    return BothWays(told(there), told(back))


def difference_of(text: str, folder: Path) -> Difference:
    """The difference of a declaration."""
    return compare(checked_of(text, folder), Switches())


def checked_of(text: str, folder: Path) -> CheckedMatter:
    """A declaration, laid over the small project and completed, as checked; it must hold together."""
    found = check_project(write(folder, _VERSION.sub(_completed, text), BASE))
    assert found.matters, [finding.message for finding in found.findings]
    return found.matters[0]


def exchanged(text: str) -> str:
    """The declaration with 优化前 and 优化后 exchanged."""
    return re.sub(
        r"^优化(前|后):", lambda found: f"优化{'后' if found[1] == '前' else '前'}:", text, flags=re.MULTILINE
    )


def _completed(version: re.Match[str]) -> str:
    missing = [f"  {key}: {value}\n" for key, value in _DEFAULTS.items() if f"  {key}:" not in version[2]]
    return f"{version[1]}:\n{''.join(missing)}{version[2]}"


def told(difference: Difference) -> set[Told]:
    """What is said of the direct changes; a step that stays as it is gives nothing, and nothing is said twice."""
    direct = [change for change in difference.changes if change.direct and not isinstance(change, steps.StepKept)]
    said = [one for change in direct for one in tell(change)]
    assert len(set(said)) == len(said), said
    return set(said)


def mirrored(said: Told) -> Told:
    """What is said of the same change when the versions are exchanged."""
    code, before, after = said
    return MIRROR[code], after, before


def tell(change: Change) -> Iterator[Told]:  # noqa: C901, PLR0912 - one case a kind of the closed union
    """A change in short; one of a step by its details, as far as they are not told by changes of their own.

    A step that stays as it is is told too.
    """
    match change:
        case steps.StepKept():
            yield change.code, names([change.before]), names([change.after])
        case steps.StepChanged():
            yield from _details(change)
        case steps.StepRemoved():
            yield change.code, names([change.step]), ""
        case steps.StepAdded():
            yield change.code, "", names([change.step])
        case steps.StepsMerged():
            yield change.code, names(change.before), names([change.after])
        case steps.StepSplit():
            yield change.code, names([change.before]), names(change.after)
        case order.LoopRemoved():
            yield change.code, _loop(change), ""
        case order.LoopAdded():
            yield change.code, "", _loop(change)
        case order.WayRemoved():
            yield change.code, _way(change.source, change.way), ""
        case order.WayAdded():
            yield change.code, "", _way(change.source, change.way)
        case order.WayChanged():
            yield change.code, _way(change.before_source, change.before), _way(change.after_source, change.after)
        case procedures.ProcedureRemoved():
            yield change.code, _acts([change.procedure]), ""
        case procedures.ProcedureAdded():
            yield change.code, "", _acts([change.procedure])
        case procedures.ProcedureReplaced():
            yield change.code, _acts(change.before), _acts(change.after)
        case procedures.ProcedureMoved() | procedures.ProcedureChanged():
            yield change.code, _acts([change.before]), _acts([change.after])
        case materials.MaterialRemoved():
            yield change.code, change.material.name, ""
        case materials.MaterialAdded():
            yield change.code, "", change.material.name
        case materials.MaterialChanged():
            yield change.code, change.before.name, change.after.name
        case materials.MaterialReplaced():
            yield change.code, _papers(change.before), _papers(change.after)
        case facts.LimitChanged():
            yield change.code, str(change.before), str(change.after)
        case facts.FactChanged():
            yield change.code, f"{change.fact}:{'、'.join(change.before)}", f"{change.fact}:{'、'.join(change.after)}"
        case facts.BranchChanged():
            yield change.code, change.name if change.before else "", change.name if change.after else ""
        case _:
            yield change.code, names(change.before), names(change.after)


Steps = tuple[Step, ...]


def sides(change: Change) -> tuple[Steps, Steps]:  # noqa: PLR0911 - one case a kind of the closed union
    """The steps of a change of the steps themselves, on both sides; none for any other change."""
    match change:
        case steps.StepRemoved():
            return (change.step,), ()
        case steps.StepAdded():
            return (), (change.step,)
        case steps.StepKept() | steps.StepChanged():
            return (change.before,), (change.after,)
        case steps.StepsMerged():
            return change.before, (change.after,)
        case steps.StepSplit():
            return (change.before,), change.after
        case steps.StepsRegrouped():
            return change.before, change.after
        case _:
            return (), ()


def names(found: Iterable[Step]) -> str:
    """``甲、乙``; a step with an identifier of its own as ``甲[标识]``."""
    return "、".join(
        step.name if step.key in (step.name, f"{step.branch}/{step.name}") else _by_key(step) for step in found
    )


def _by_key(step: Step) -> str:
    return f"{step.name}[{step.key}]"


def _details(change: steps.StepChanged) -> Iterator[Told]:
    for detail in change.details:
        if isinstance(detail, StepRenamed | HoldersChanged | StepLimitChanged | CountingChanged):
            yield detail.code, names([change.before]), names([change.after])
        elif isinstance(detail, MembersChanged):
            for inside in detail.changes:
                yield from tell(inside)


def _loop(change: order.LoopRemoved | order.LoopAdded) -> str:
    return f"{names([change.source])}→{names([change.target])}({change.condition})"


def _way(source: Step, way: Way) -> str:
    return f"{names([source])}→{way.target}({way.condition})"


def _acts(owned: Sequence[OwnedProcedure]) -> str:
    return "、".join(f"{one.step.name}/{one.procedure.name}" for one in owned)


def _papers(found: Sequence[Material]) -> str:
    return "、".join(one.name for one in found)
