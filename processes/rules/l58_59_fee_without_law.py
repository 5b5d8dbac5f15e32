"""L58-59 许可收费没有法律依据."""

from __future__ import annotations

import re
from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.matter import Matter
from processes.model.vocabulary import BasisRank
from processes.rules.citations import NATIONAL, ranks
from processes.rules.permits import permit_after
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="L58-59",
    name="许可收费层级不够",
    severity=Severity.ERROR,
    scope=Scope.MATTER,
    quote="行政机关实施行政许可和对行政许可事项进行监督检查,不得收取任何费用。但是,法律、行政法规另有规定的,依照其规定。"
    "行政机关提供行政许可申请书格式文本,不得收费。",
    source="《行政许可法》第五十八条、第五十九条",
    why="许可收费只有法律、行政法规可以规定,地方性法规、规章、文件都不行;擅自收费的,依照第七十五条责令退还并追究责任。"
    "依据的层级按事项依据里写的和法规名称、文号判断,《…办法》《…规定》可能是行政法规,只提示核对;没有写依据的由R505管。",
    mend="把规定这项收费的法律、行政法规写进收费依据;没有的,优化后改为 不收费。",
    bad="""
收费: 工本费 | 每证10元 | 省价联〔2013〕15号
""",
    good="""
收费: 工本费 | 每证10元 | 《示范经营法》第四十条
""",
)

_FORM = re.compile("(?:申请[书表]|表格|格式文本|登记表).*费")
_HEARING = "听证"
_LOCAL = dict.fromkeys((BasisRank.LOCAL_REGULATION, BasisRank.LOCAL_RULE), "地方性法规或者规章")


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """A fee of 优化后 rests on nothing of the rank 法律 or 行政法规, or is for the form; hearings: L46-48."""
    after = permit_after(matter)
    if after is None:
        return
    for fee in after.fees:
        if _FORM.search(fee.item):
            message = f"收费项目「{fee.item}」:申请书格式文本不得收费"
            yield RULE.at(fee.place, message, "取消这项收费。", width=len(fee.item))
            continue
        if not fee.basis or _HEARING in fee.item:
            continue
        found = ranks(fee.basis, matter.bases)
        if NATIONAL.intersection(found):
            continue
        place, width = fee.at("basis"), len(fee.basis)
        known = "、".join(dict.fromkeys(_LOCAL.get(rank, str(rank)) for rank in found if rank))
        if None not in found:
            message = f"「{fee.item}」的收费依据「{fee.basis}」是{known},许可收费要有法律、行政法规的规定"
            yield RULE.at(place, message, width=width)
        elif "《" in fee.basis:
            message = f"「{fee.item}」的收费依据「{fee.basis}」看不出是法律、行政法规,请核对"
            hint = "是行政法规的,在事项的依据“行政法规”下也写上;不是的,优化后改为 不收费。"
            yield RULE.at(place, message, hint, width=width, severity=Severity.INFO)
