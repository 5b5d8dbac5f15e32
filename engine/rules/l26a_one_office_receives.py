"""L26a 受理和送达不在一个机构."""

from __future__ import annotations

from collections.abc import Iterator

from engine.rules.centre import asked_to_window
from engine.rules.subjects import Examined
from processes.compilation.dictionary import kinds_of
from processes.compilation.holders import unit_of, written_holders
from processes.model.findings import Finding, Severity
from processes.model.flow import StepEntry, walk
from processes.model.matter import Version
from processes.model.places import Text
from processes.model.process import HolderKind
from processes.model.vocabulary import StepKind
from processes.rules.permits import permit_after
from processes.rules.rule import Context, Rule, Scope
from processes.rules.words import quoted

RULE = Rule(
    code="L26a",
    name="受理送达不在一处",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="行政许可需要行政机关内设的多个机构办理的,该行政机关应当确定一个机构统一受理行政许可申请,统一送达行政许可决定。",
    source="《行政许可法》第二十六条第一款",
    why="申请人只和一个机构打交道:由它受理,也由它送达。只看优化后主流程上本单位内设机构办理的受理、送达环节,"
    "别的部门、上级、乡镇和领导办理的不看。进驻中心的行政审批事项,要移到窗口的环节由R603、R606提出,这里不重复。",
    mend="把受理和送达都放到一个内设机构(行政审批股)。",
    bad="""
未进驻原因: 现场办理,不进中心
优化后:
  时限: 12工作日
  流程:
    - 受理 | 综合股 | 1工作日 | 形式审查、一次告知
    - 环节: 审查 | 行政审批股 | 7工作日 | 材料审核、现场核查(2人以上)
      沿自: 材料审查、现场核查
    - 环节: 决定 | 行政审批股 | 2工作日 | 审批决定
      沿自: 审批
    - 制证送达 | 行政审批股 | 2工作日 | 制证、盖章、送达
  材料: 申请书、经营场所平面图
""",
    good="""
优化后:
  承办: 行政审批股
  时限: 12工作日
  流程:
    - 受理 | 行政审批股/受理岗 | 1工作日 | 形式审查、一次告知
    - 环节: 审查 | 行政审批股/审查岗 | 7工作日 | 材料审核、现场核查(2人以上)
      沿自: 材料审查、现场核查
    - 环节: 决定 | 行政审批股/股长 | 2工作日 | 审批决定
      沿自: 审批
    - 制证送达 | 行政审批股/受理岗 | 2工作日 | 制证、盖章、送达
  材料: 申请书、经营场所平面图
""",
)


def check(subject: Examined, context: Context) -> Iterator[Finding]:
    """The counted steps of 受理 and 送达 on the main path after the reform are held by more than one own office.

    Steps that R603 and R606 ask to be moved to the window are left to them.
    """
    after = permit_after(subject.matter)
    if after is None:
        return
    asked = asked_to_window(subject, context)
    met = [one.entry for one in walk(after.entries) if one.entry.key not in asked]
    accepting = _offices(met, after, StepKind.ACCEPT, context)
    delivering = _offices(met, after, StepKind.DELIVER, context)
    units = {**accepting, **delivering}
    if len(units) < 2:  # noqa: PLR2004 - more than one
        return
    first, *others = units
    if len(accepting) > 1:
        message = f"受理由{quoted(tuple(accepting))}分别办理,不是一个机构统一受理"
    elif accepting:
        (office,), end = accepting, quoted(tuple(delivering))
        message = f"受理由「{office}」办理,送达由{end}办理,不是一个机构统一受理、统一送达"
    else:
        message = f"送达由{quoted(tuple(delivering))}分别办理,不是一个机构统一送达"
    yield RULE.at(units[others[-1]].place, message, width=len(others[-1]), related=(units[first].place,))


def _offices(entries: list[StepEntry], version: Version, kind: StepKind, context: Context) -> dict[str, Text]:
    """Own office → where it is said to hold such a step of the main path."""
    found: dict[str, Text] = {}
    for entry in entries:
        if entry.uncounted or entry.branches or kind not in kinds_of(entry):
            continue
        for holder in written_holders(entry, version):
            unit = unit_of(holder)
            if context.book.kind(unit) is HolderKind.OFFICE:
                found.setdefault(unit, Text(unit, holder.place))
    return found
