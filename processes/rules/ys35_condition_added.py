"""YS35 增设办理条件."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from processes.model.findings import Finding, Severity
from processes.model.folding import fold_text
from processes.model.matter import Matter
from processes.model.vocabulary import MatterType
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="YS35",
    name="增设办理条件",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="没有法律、法规、规章依据,不得增设政务服务事项的办理条件和环节。",
    source="《优化营商环境条例》(2020年1月1日施行)第三十五条",
    why="优化后的条件比优化前多,新写的条件没有写出依据(《…》第×条)。只是换了说法、条数没有多的不看;环节增加看 R708。",
    mend="删去增设的条件;有依据的在条件后面写明,如 有消防设施(《消防法》第十五条)。",
    valid_from=date(2020, 1, 1),
    bad="""
==> 方案.yaml <==
阶段: 总结验收阶段 | 2020-03-31 | 工作总结、附件9、附件10
==> 示范局/01-示范事项.yaml <==
# 不要: 条件
优化前:
  条件: 有固定的经营场所
  时限: 2工作日
  流程:
    - 办理 | 登记股 | 2工作日 | 材料审核、送达
  材料: 申请书
优化后:
  时限: 1工作日
  条件:
    - 有固定的经营场所
    - 经过岗前培训
""",
    good="""
==> 方案.yaml <==
阶段: 总结验收阶段 | 2020-03-31 | 工作总结、附件9、附件10
==> 示范局/01-示范事项.yaml <==
# 不要: 条件、问题
问题: 时限长 | 压缩时限 | 登记股
优化前:
  条件: 有固定的经营场所
  时限: 2工作日
  流程:
    - 办理 | 登记股 | 2工作日 | 材料审核、送达
  材料: 无
优化后:
  时限: 1工作日
  条件:
    - 有固定的经营场所
    - 经过岗前培训(《示范经营法》第六条)
  流程:
    - 办理 | 行政审批股 | 1工作日 | 材料审核、送达
""",
)


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """More conditions than before: those that were not there before cite an instrument. Not of 其他事项."""
    before, after = matter.before, matter.after
    if after is None or matter.type is MatterType.OTHER or len(after.conditions) <= len(before.conditions):
        return
    known = {fold_text(condition) for condition in before.conditions}
    for condition in after.conditions:
        if fold_text(condition) not in known and "《" not in condition:
            yield RULE.at(
                condition.place,
                f"优化后增加了条件「{condition}」,没有写依据",
                width=len(condition),
                related=(before.at("conditions"),),
            )
            return
