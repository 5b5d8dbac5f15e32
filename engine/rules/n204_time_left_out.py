"""N204 不该扣除的时间."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.rules.subjects import Examined
from processes.model.findings import Finding, Severity
from processes.model.folding import fold_name
from processes.model.matter import Matter
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="N204",
    name="不该扣除的时间",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="依法需要听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审的,所需时间不计算在本节规定的期限内。",
    source="《行政许可法》第四十五条",
    why="只有这八种时间不计入时限。公示、踏勘、征求意见等另外扣除,要专门的法律法规规定,而且是本事项的依据;把踏勘、会签说成"
    "专家评审、鉴定,是把时限做短。环节是不是这一种,按名称和程序判断,请核对。",
    mend="计入时限;专门法规规定可以扣除的,写 不计时限(《…》第×条),并把这部法规写进“依据”或“法定时限”。",
    bad="""
优化后:
  时限: 12工作日
  流程:
    - 受理 | 行政审批股 | 1工作日 | 形式审查
    - 现场踏勘 | 行政审批股 | 不计时限(专家评审) | 现场踏勘
    - 决定 | 行政审批股 | 2工作日 | 审批决定、送达
""",
    good="""
优化后:
  承办: 行政审批股
  时限: 12工作日
  流程:
    - 受理 | 行政审批股/受理岗 | 1工作日 | 形式审查、一次告知
    - 环节: 审查 | 行政审批股/审查岗 | 7工作日 | 材料审核、现场核查(2人以上)
      沿自: 材料审查、现场核查
    - 专家评审 | 行政审批股/评审岗 | 不计时限(专家评审) | 专家评审
    - 环节: 决定送达 | 行政审批股/受理岗 | 4工作日 | 审批决定、制证、盖章、送达
      沿自: 审批、制证送达
  材料:
    - 名称: 申请书
      依据: 《示范经营法》第三十六条
""",
)

_WORDS = {
    "听证": r"听证",
    "招标": r"招标|投标|评标",
    "拍卖": r"拍卖|竞价",
    "检验": r"检验|检测|化验|试验|体检",
    "检测": r"检测|检验|监测|化验",
    "检疫": r"检疫",
    "鉴定": r"鉴定|评定|评估|体检",
    "专家评审": r"专家|评审|论证|评议|评估",
}
"""The eight kinds of art. 45, and the words by which such an act is known."""
_PATTERNS = {kind: re.compile(words) for kind, words in _WORDS.items()}
_ANY = re.compile("|".join(_WORDS.values()))
_LAW = re.compile(r"《([^》]+)》")
_SHORT = re.compile(r"^(?:中华人民共和国)")


def check(subject: Examined, context: Context) -> Iterator[Finding]:
    """Time of a 环节 or 程序 left out that is not of the kind said, or by a law that is none of the matter's."""
    for process in subject.processes:
        for step in process.steps:
            excluded = step.limit.excluded
            if excluded:
                text = "".join([step.name, *(act.name for act in step.procedures)])
                if fault := _fault(subject.matter, excluded, text):
                    yield RULE.at(step.at("limit"), f"环节「{step.name}」{fault}", width=len(str(step.limit)))
                continue
            for act in step.procedures:
                if act.excluded and (fault := _fault(subject.matter, act.excluded, act.name)):
                    yield RULE.at(act.place, f"程序「{act.name}」{fault}", width=len(act.name))


def _fault(matter: Matter, excluded: str, text: str) -> str:
    if pattern := _PATTERNS.get(excluded):
        return "" if pattern.search(text) else f"的时间按「{excluded}」不计,名称和程序里看不出是{excluded}"
    law = _LAW.search(fold_name(excluded))
    if law is None or (_name(law[1]) == "行政许可法" and "四十五" in excluded):
        return "" if _ANY.search(text) else "不计时限,不是许可法第四十五条的八种"
    known = {_name(name) for said in _bases(matter) for name in _LAW.findall(fold_name(said))}
    return "" if _name(law[1]) in known else f"按「{law[0]}」不计时限,这部法规不在事项的依据里"


def _bases(matter: Matter) -> list[str]:
    return [*(basis.text for basis in matter.bases), matter.statutory.basis]


def _name(law: str) -> str:
    return _SHORT.sub("", law)
