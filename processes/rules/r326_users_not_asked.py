"""R326 量大面广没有问服务对象."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.department import Department
from processes.model.findings import Finding, Severity
from processes.model.vocabulary import MatterType
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R326",
    name="量大面广没有问服务对象",
    severity=Severity.WARNING,
    scope=Scope.DEPARTMENT,
    quote="对面向基层、量大面广的服务事项,通过发放调查问卷、设立意见箱、开通微信号等方式邀请服务对象和社会公众对当前工作流程进行客观评估。",
    source="工作方案 二(二)2四",
    why="办件量大的公共服务事项要请服务对象评估,人数填附件9第21栏。方案没有写多少件算量大,这里按每年超过1000件(据经验,请核对)。",
    mend="发问卷、设意见箱或用微信征求意见,把人数写进单位的“评估”;确实没有做的,在说明里写理由。",
    bad="""
==> 示范局/单位.yaml <==
评估:
  专家: 2
  事项: 1
==> 示范局/01-示范事项.yaml <==
类型: 公共服务事项
种类: 社会保障
年办件量: 1001
""",
    good="""
==> 示范局/单位.yaml <==
评估:
  服务对象: 40
  事项: 1
==> 示范局/01-示范事项.yaml <==
类型: 公共服务事项
种类: 社会保障
年办件量: 1001
""",
)

HIGH_VOLUME = 1000
"""Cases a year above which a service counts as 量大; the plan names no number."""


def check(department: Department, context: Context) -> Iterator[Finding]:
    """A department with a public service of more cases a year has asked somebody (评估: 服务对象)."""
    evaluation = department.evaluation
    if evaluation is not None and evaluation.service_users:
        return
    busy = [
        matter
        for matter in context.workspace.matters_of(department.name)
        if matter.type is MatterType.PUBLIC_SERVICE and (matter.yearly_volume or 0) > HIGH_VOLUME
    ]
    if busy:
        first = max(busy, key=lambda matter: matter.yearly_volume or 0)
        others = f"等{len(busy)}个公共服务事项" if len(busy) > 1 else ""
        place = department.at("name") if evaluation is None else evaluation.at("service_users")
        yield RULE.at(
            place,
            f"「{first.name}」{others}量大面广(一年 {first.yearly_volume} 件),没有请服务对象评估",
            related=tuple(matter.at("yearly_volume") for matter in busy),
        )
