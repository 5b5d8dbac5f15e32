"""R610 联审联批没有并联减时."""

from __future__ import annotations

from collections.abc import Iterator

from engine.documents.common import CENTRE
from engine.projects.network import common_kind, departments_of, limits_of, predecessors
from engine.projects.schedule import longest_way
from processes.model.findings import Finding, Severity
from processes.model.folding import fold_name
from processes.model.limits import number_text
from processes.model.matter import VersionLabel
from processes.model.project import Project, Task
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R610",
    name="联审联批没有并联减时",
    severity=Severity.WARNING,
    scope=Scope.PROJECT,
    quote=(
        "要建立由行政服务中心牵头、各部门并联审批、联合办公的制度,实行“一站式”审批,全面提高行政审批效率。"
        "建立绿色通道,减时间、减费用、减程序"
    ),
    source="工作方案 二(四)3",
    why=(
        "重点项目由行政服务中心牵头,各部门同时办,时间比原来短,办理的事不比原来多。只有两个部门的可能确有先后,不查并联;"
        "费用在各事项文件里,由收费的规则查。一件事不查。"
    ),
    mend="“牵头”写行政服务中心;没有先后的行不写“先办”,或合成一行由几个部门联合办理;压减时限。",
    bad="""
牵头: 发改局
""",
    good="""
牵头: 行政服务中心
""",
)

_SEVERAL = 3
"""From so many departments on it is not believable that each must wait for the one before (据经验)."""


def check(project: Project, context: Context) -> Iterator[Finding]:
    """A 重点项目 is led by the hall; of three departments some work at the same time; it is faster, with no more rows.

    The rows of the hall itself (一窗受理) are not counted.
    """
    if project.category != "重点项目":
        return
    if CENTRE not in project.lead:
        message = f"牵头的是「{project.lead}」,重点项目应由行政服务中心牵头"
        yield RULE.at(project.at("lead"), message, width=len(project.lead))
    departments = {name for task in project.after for name in _departments(task)}
    if len(departments) >= _SEVERAL and _one_by_one(project.after):
        message = f"{len(departments)}个部门还是一个办完再转下一个,没有同时办的"
        yield RULE.at(project.at("after"), message)
    workspace = context.workspace
    before = limits_of(project, VersionLabel.BEFORE, workspace)
    after = limits_of(project, VersionLabel.AFTER, workspace)
    kind = common_kind((*before, *after), workspace.plan.switches)
    if kind is not None:
        old, new = longest_way(project.before, before, kind), longest_way(project.after, after, kind)
        if old.days and new.days >= old.days:
            message = f"优化后要{number_text(new.days)}个{kind},没有比优化前的{number_text(old.days)}个{kind}少"
            yield RULE.at(project.at("after"), message)
    rows = [sum(bool(_departments(task)) for task in tasks) for tasks in (project.before, project.after)]
    if rows[1] > rows[0]:
        yield RULE.at(project.at("after"), f"优化后各部门要办{rows[1]}件事,比优化前的{rows[0]}件多")


def _departments(task: Task) -> tuple[str, ...]:
    """The departments of a row without the hall; that of the matter if the row does not say."""
    return tuple(name for name in departments_of(task) if CENTRE not in name)


def _one_by_one(tasks: tuple[Task, ...]) -> bool:
    """Whether no row has two departments and each begins when the row before it ends."""
    own = {fold_name(task.name): _departments(task) for task in tasks if _departments(task)}
    earlier: dict[str, set[str]] = {}
    for name, direct in predecessors(tasks).items():
        earlier[name] = set(direct).union(*(earlier[one] for one in direct))
    # In a chain the rows have none, one, two … rows of departments before them, and so on without a gap.
    before = sorted(len(earlier[name] & own.keys()) for name in own if name in earlier)
    return before == list(range(len(own))) and all(len(names) == 1 for names in own.values())
