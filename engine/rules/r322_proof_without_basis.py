"""R322 可能是无谓证明."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.rules.said import speaks_of
from engine.rules.subjects import Examined
from processes.model.findings import Finding, Severity
from processes.model.vocabulary import MatterType
from processes.rules.rule import Context, Rule, Scope
from processes.rules.words import quoted

RULE = Rule(
    code="R322",
    name="可能是无谓证明",
    severity=Severity.INFO,
    scope=Scope.MATTER,
    quote="找出是否存在程序繁琐、办理时限长、仍需办理人提供无谓证明的问题",
    source="工作方案 二(二)2二",
    why="公共服务事项优化前要交证明,没有写依据,问题里也没有提到材料。是不是无谓,软件看不出来。",
    mend="是无谓证明的写进“问题”;确有规定的,在材料的“依据”里写上。",
    bad="""
类型: 公共服务事项
种类: 社会保障
问题: 办理时限长 | 当场办结 | 综合股
优化前:
  时限: 2工作日
  流程:
    - 办理 | 综合股 | 2工作日 | 形式审查、送达
  材料: 申请书、居住证明
优化后: 取消
""",
    good="""
类型: 公共服务事项
种类: 社会保障
问题: 居住情况要开证明 | 改为查询 | 综合股
优化前:
  时限: 2工作日
  流程:
    - 办理 | 综合股 | 2工作日 | 形式审查、送达
  材料: 申请书、居住证明
优化后: 取消
""",
)

_PROOF = re.compile("证明|介绍信")
_ABOUT = re.compile("证明|介绍信|材料|要件|复印件|证照")


def check(subject: Examined, context: Context) -> Iterator[Finding]:
    """The first 证明 without a basis that an evaluated service asks for before, unless 问题 speaks of papers."""
    matter = subject.matter
    if matter.type is not MatterType.PUBLIC_SERVICE or matter.problems is None or speaks_of(matter, _ABOUT):
        return
    proofs = [one for one in matter.before.materials if _PROOF.search(one.name) and not one.basis]
    if proofs:
        names = quoted([one.name for one in proofs])
        yield RULE.at(
            proofs[0].at("name"),
            f"优化前要交{names},没有写依据,“问题”里也没有提到",
            width=len(proofs[0].name),
            related=tuple(one.place for one in proofs[1:]),
        )
