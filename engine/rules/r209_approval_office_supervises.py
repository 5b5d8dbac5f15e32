"""R209 行政审批股承担监管."""

from __future__ import annotations

from collections.abc import Iterator

from engine.annexes.wording import office_names
from engine.rules.approving import PLATED, SUPERVISION_KINDS, approval_offices, office_names_of, supervises
from engine.rules.subjects import Examined
from processes.model.findings import Finding, Severity
from processes.model.folding import fold_name
from processes.model.vocabulary import MatterType
from processes.rules.rule import Context, Rule, Scope
from processes.rules.words import words_of

RULE = Rule(
    code="R209",
    name="行政审批股承担监管",
    severity=Severity.ERROR,
    scope=Scope.MATTER,
    quote="各部门行政审批与行政监管职能分开后,行政审批股不得再承担行政监管职能……",
    source="工作方案 二(四)5",
    why="批管分离:改革后行政审批股不办行政处罚、行政强制、行政监督检查,也不做批后监管;行政征收只警告。"
    "把审批情况通报监管股室是应做的,不算监管。加挂牌子的看人员是否分开(R210)。",
    mend="监管的事项和环节写到负责监管的股室。",
    bad="""
==> 示范局/02-检查.yaml <==
名称: 示范场所监督检查
类型: 其他行政权力事项
种类: 行政监督检查
优化后:
  承办: 行政审批股
  时限: 12工作日
""",
    good="""
==> 示范局/02-检查.yaml <==
名称: 示范场所监督检查
类型: 其他行政权力事项
种类: 行政监督检查
优化后:
  承办: 业务股
  时限: 12工作日
  流程:
    - 检查 | 业务股 | 7工作日 | 现场检查(2人以上)
    - 送达 | 业务股 | 1工作日 | 送达
""",
)

_LEVY = "行政征收"


def check(subject: Examined, context: Context) -> Iterator[Finding]:
    """Where it carries no other plate, the 审批 office handles no supervision matter and no step of supervision."""
    department, matter, after = subject.department, subject.matter, subject.after
    formed = department.approval_office
    if after is None or matter.is_gone or department.outside_scope or (formed and formed.mode == PLATED):
        return
    own = office_names_of(approval_offices(department))
    if not own:
        return
    if matter.type is MatterType.OTHER_POWER and (matter.kind in SUPERVISION_KINDS or matter.kind == _LEVY):
        for name in office_names(after):
            if fold_name(name) in own:
                yield RULE.at(
                    name.place,
                    f"优化后「{name}」还承办{matter.kind}事项「{matter.name}」",
                    width=len(name),
                    severity=Severity.WARNING if matter.kind == _LEVY else Severity.ERROR,
                )
        return
    for step in after.steps:
        acts = [act for act in words_of(step) if supervises(act)]
        holders = [holder for holder in step.holders if fold_name(holder.unit) in own] if acts else []
        if holders:
            message = f"优化后「{holders[0].unit}」还承担监管:环节「{step.name}」里的“{acts[0]}”"
            yield RULE.at(holders[0].place, message, width=len(holders[0].unit))
