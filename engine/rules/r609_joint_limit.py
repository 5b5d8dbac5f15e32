"""R609 联审联批超过时限."""

from __future__ import annotations

from collections.abc import Iterator

from engine.projects.network import common_kind, days_in, is_endless, limits_of
from engine.projects.schedule import longest_way
from processes.model.findings import Finding, Severity
from processes.model.limits import number_text
from processes.model.matter import VersionLabel
from processes.model.project import Project
from processes.rules.rule import Context, Rule, Scope
from processes.rules.words import quoted

RULE = Rule(
    code="R609",
    name="联审联批超过时限",
    severity=Severity.ERROR,
    scope=Scope.PROJECT,
    quote="在项目前置要件齐备后,整个项目审批时限不得超过15个工作日。",
    source="工作方案 二(四)3",
    why=(
        "前置要件算已经齐备,各行按“先办”排开,最长一路就是整个项目要的时间。上限是项目自己的“上限”,没有写的用方案的目标;"
        "方案的上限说的是重点项目,一件事超过它只作警告。连着事项文件、自己没有写时限的行,用那个事项的承诺时限。"
    ),
    mend="把能同时办的改成同时办,或压减最长一路上的时限;工作日和自然日不能混用,折算的在方案写“混合日: 折算”。",
    bad="""
优化后:
  - 备案 | 发改局 | 1工作日
  - 规划许可 | 住建局 | 10工作日 | 备案
  - 施工许可 | 住建局 | 5工作日 | 规划许可
""",
    good="""
优化后:
  - 备案 | 发改局 | 1工作日
  - 规划许可 | 住建局 | 9工作日 | 备案
  - 施工许可 | 住建局 | 5工作日 | 规划许可
""",
)


def check(project: Project, context: Context) -> Iterator[Finding]:
    """The longest way of 优化后 is at most the ceiling, every row having a limit, all in days of one kind."""
    plan = context.workspace.plan
    limits = limits_of(project, VersionLabel.AFTER, context.workspace)
    ceiling = project.ceiling or plan.targets.joint_limit
    demanded = project.ceiling is not None or project.category == "重点项目"
    severity = Severity.ERROR if demanded else Severity.WARNING
    endless = [
        task
        for task, limit in zip(project.after, limits, strict=True)
        if is_endless(task, limit, VersionLabel.AFTER, context.workspace)
    ]
    if endless:
        names = quoted([task.name for task in endless])
        yield RULE.at(endless[0].at("name"), f"{names}没有时限,整个项目的时限算不出", severity=severity)
    kind = common_kind((*limits, ceiling), plan.switches)
    if kind is None:
        alone = common_kind(limits, plan.switches) is None
        message = (
            "有的行是工作日,有的行是自然日,加不到一起" if alone else f"各行的时限和上限{ceiling}不是同一种日,比不了"
        )
        yield RULE.at(project.at("after"), message, severity=severity)
        return
    way, most = longest_way(project.after, limits, kind), days_in(ceiling, kind)
    if not ceiling.is_none and way.days > most:
        rows = "→".join(task.name for task in way.tasks)
        converted = "" if ceiling.day_kind in (kind, None) else f"(折{number_text(most)}个{kind})"
        yield RULE.at(
            project.at("after"),
            f"最长一路「{rows}」要{number_text(way.days)}个{kind},超过上限{ceiling.official}{converted}",
            severity=severity,
            related=[task.place for task in way.tasks],
        )
