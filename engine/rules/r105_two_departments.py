"""R105 两个部门都在办."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from engine.similarity.names import GENERAL_LAWS, stem
from processes.model.findings import Finding, Severity
from processes.model.folding import fold_name
from processes.model.matter import Matter
from processes.model.vocabulary import MatterType
from processes.model.workspace import Workspace
from processes.rules.citations import citations
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R105",
    name="两个部门都在办",
    severity=Severity.WARNING,
    scope=Scope.WORKSPACE,
    quote="解决部门职能职责互相交叉、责任不明晰的问题",
    source="工作方案 一(二)",
    why="同一种类、同名或只差“核发、审批、办理”这类字的事项,职责可能交叉;处罚、检查等的名称多有套话,只提醒。"
    "依据同一条的行政许可、确认、给付、征收、裁决也只提醒:一条法律可以给几个部门授权,请核对。共同实施、并联审批里写了对方的,"
    "责任是清楚的;信访、信息公开、复议、咨询、机关内部事项每个部门都有,不比;取消、下放的不比。",
    mend="明确由一个部门办;确实由几个部门办的,写共同实施,或在名称上区分开。",
    bad="""
==> 示范局/01-示范事项.yaml <==
名称: 示范经营许可证核发
==> 住建局/单位.yaml <==
名称: 住建局
全称: 示范市住房和城乡建设局
==> 住建局/01-许可.yaml <==
名称: 示范经营许可
""",
    good="""
==> 示范局/01-示范事项.yaml <==
名称: 示范经营许可证核发
==> 住建局/单位.yaml <==
名称: 住建局
全称: 示范市住房和城乡建设局
==> 住建局/01-许可.yaml <==
名称: 样板施工许可
依据:
  法律: 《样板施工法》第七条
""",
)

_EVERYWHERE = re.compile("信访|信息公开|行政复议|行政应诉|投诉|举报|咨询|宣传|解读")
_DIVIDED_KINDS = {"行政许可", "行政确认", "行政给付", "行政征收", "行政裁决"}
_Groups = Mapping[tuple[str, ...], Sequence[Matter]]


def check(workspace: Workspace, context: Context) -> Iterator[Finding]:
    """Matters of one kind in two departments of the plan have neither the same name nor one article for basis."""
    named, based = _groups(workspace)
    reported: set[tuple[str, str]] = set()
    for matters in named.values():
        first, *others = _crossing(matters)
        if others:
            reported.update((first.file, one.file) for one in others)
            same = all(fold_name(one.name) == fold_name(first.name) for one in others)
            doubtful = first.type is MatterType.OTHER_POWER and first.kind not in _DIVIDED_KINDS
            yield _finding(first, others, "同名" if same else "名称相近", Severity.INFO if doubtful else RULE.severity)
    for (_, law, article), matters in based.items():
        first, *others = _crossing(matters)
        others = [one for one in others if (first.file, one.file) not in reported]
        if others:
            yield _finding(first, others, f"依据都是《{law}》{article}", Severity.INFO)


def _groups(workspace: Workspace) -> tuple[_Groups, _Groups]:
    """Type, kind and stem of the name → matters; kind, law and article → matters."""
    named: dict[tuple[str, ...], list[Matter]] = defaultdict(list)
    based: dict[tuple[str, ...], list[Matter]] = defaultdict(list)
    inside = {one.name for one in workspace.departments if not one.outside_scope}
    for matter in workspace.matters:
        internal = matter.type is MatterType.OTHER or _EVERYWHERE.search(matter.name)
        if internal or matter.is_gone or matter.department not in inside:
            continue
        named[matter.type, matter.kind, stem(matter.name)].append(matter)
        if matter.kind in _DIVIDED_KINDS:
            cited = {
                (one.title, one.articles[0]) for basis in matter.bases for one in citations(basis.text) if one.articles
            }
            for law, article in cited:
                if law not in GENERAL_LAWS:
                    based[matter.kind, law, article].append(matter)
    return named, based


def _crossing(matters: Sequence[Matter]) -> tuple[Matter, ...]:
    """The first that crosses others, and these: of other departments, and not declared as done together on either side.

    Where none does, the first alone.
    """
    departments = {one.department for one in matters}
    for index, first in enumerate(matters if len(departments) > 1 else ()):
        partners = {first.department, *first.joint_departments, *first.parallel_departments}
        others = [
            one
            for one in matters[index + 1 :]
            if one.department not in partners
            and first.department not in (*one.joint_departments, *one.parallel_departments)
        ]
        if others:
            return first, *others
    return (matters[0],)


def _finding(first: Matter, others: Sequence[Matter], common: str, severity: Severity) -> Finding:
    all_of_them = "、".join(f"{one.department}「{one.name}」" for one in (first, *others))
    return RULE.at(
        others[0].at("name"),
        f"{len(others) + 1}个部门的{first.kind}事项{common}:{all_of_them}",
        width=len(others[0].name),
        severity=severity,
        related=[one.at("name") for one in (first, *others[1:])],
    )
