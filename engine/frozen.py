"""N212 优化前 is what everything is reckoned from: once a department has filed it in stage 2, it stays as it was.

It stands apart from the other rules because it needs what was filed, which is not in the declarations.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from processes.model.department import Department
from processes.model.filing import Submission
from processes.model.findings import Finding, Severity
from processes.model.matter import VersionLabel
from processes.model.plan import Switches
from processes.model.process import CheckedMatter
from processes.rules.rule import Rule, Scope

STAGE = 2
"""流程再造梳理评估阶段: the stage in which 附件4 and 附件5 say how things were (工作方案 二(二))."""

RULE = Rule(
    code="N212",
    name="报送以后改了优化前",
    severity=Severity.WARNING,
    scope=Scope.DEPARTMENT,
    quote="各部门对再造流程前后的情况进行对比分析",
    source="工作方案 二(五)2",
    why="优化前是压减的基数,第二阶段报送以后就定下来了;再改优化前,减了多少就没有准数。和登记库里第二阶段没有退回的最新一版比,"
    "按意思比,只改写法的不算。没有登记库的不查。",
    mend="改回报送时的样子;报送时确实写错了的,在“说明”里写明理由,或者请市编办退回第二阶段的报送,改好再报。",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frozen:
    """What a department filed in stage 2: the submission, and the matters in it that held together.

    ``same`` are the matter files of which nothing has been touched since: they are not among ``matters``.
    """

    submission: Submission
    matters: tuple[CheckedMatter, ...]
    same: Collection[str] = ()


def check(
    frozen: Frozen,
    department: Department,
    now: Sequence[CheckedMatter],
    switches: Switches,
    *,
    asked: Collection[str] | None = None,
) -> Iterator[Finding]:
    """What was changed of 优化前 since it was filed, where it was changed; matters that are gone, at the department.

    ``now``: the matters of the department that hold together. ``asked``: every matter file there is, without which
    nothing is said of those that are gone.
    """
    from engine.diff.history import history  # noqa: PLC0415 - slow to load, and of use only where something was filed
    from engine.reports.one_line import line  # noqa: PLC0415 - as above

    filed = f"第二阶段报送的第{frozen.submission.version}版"
    touched = [one for one in now if one.matter.file not in frozen.same]
    found = history(frozen.matters, touched, switches, ("报送时", "现在"), (VersionLabel.BEFORE,))
    for one in found.matters:
        for _, difference in one.versions:
            yield RULE.at(
                one.now.at("before"),
                f"「{one.now.name}」的优化前和{filed}不一样:{line(difference)}",
                width=len("优化前"),
            )
    for matter in found.removed:
        if asked is not None and matter.file not in asked:
            yield RULE.at(
                department.at("name"),
                f"{filed}里的「{matter.name}」现在没有了",
                "事项取消了的不要删文件,写“优化后: 取消”;本来就不是本单位的,在“说明”里写明理由。",
                width=len(department.name),
            )
