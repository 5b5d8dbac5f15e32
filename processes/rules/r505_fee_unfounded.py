"""R505 收费没有依据或标准."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.matter import Fee, Matter
from processes.rules.loose import is_free, is_loose
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R505",
    name="收费没有依据或标准",
    severity=Severity.ERROR,
    scope=Scope.MATTER,
    quote="收费依据与标准",
    source="附件7 是否收费、收费依据与标准栏",
    why=(
        "收费的写明标准和依据,不收费的就不能有收费项目。只写“按规定”等于没有写;写明是谁定的标准(如 省定标准)可以。"
        "只查优化后;许可收费的依据是不是法律、行政法规,由另外的规则查。"
    ),
    mend="写成 项目 | 标准 | 依据,如 工本费 | 每证4元 | 发改价格规〔2016〕2559号;不收的写“收费: 不收费”。",
    bad="""
收费: 工本费 | 按规定收取
""",
    good="""
收费: 工本费 | 每证4元 | 《示范经营法》第五十条
""",
)


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """Every fee after the reform has a standard and a basis, neither written loosely; none is free of charge."""
    for fee in matter.after.fees if matter.after else ():
        if is_free(fee.standard):
            message = f"「{fee.item}」的标准是“{fee.standard}”,却列作收费项目"
            yield RULE.at(fee.at("standard"), message, "不收的写“收费: 不收费”。", width=len(fee.standard))
            continue
        yield from _wanting(fee, "standard", "标准", "写明多少钱,或哪个文件的标准。")
        yield from _wanting(fee, "basis", "依据", "写明《…》第×条或文号。")


def _wanting(fee: Fee, field: str, label: str, hint: str) -> Iterator[Finding]:
    said: str = getattr(fee, field)
    if not said or said == "无":
        yield RULE.at(fee.at("item"), f"收费项目「{fee.item}」没有写{label}", hint, width=len(fee.item))
    elif is_loose(said):
        message = f"收费项目「{fee.item}」的{label}只写了“{said}”,等于没有写"
        yield RULE.at(fee.at(field), message, hint, width=len(said))
