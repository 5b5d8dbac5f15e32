"""L12-17 行政许可没有设定依据."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.matter import Matter
from processes.model.vocabulary import BasisRank
from processes.rules.bases import is_of_state_council
from processes.rules.citations import REGULATIONS
from processes.rules.permits import is_permit
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="L12-17",
    name="许可没有设定依据",
    severity=Severity.ERROR,
    scope=Scope.MATTER,
    quote="除本法第十四条、第十五条规定的外,其他规范性文件一律不得设定行政许可。",
    source="《行政许可法》第十四条、第十五条、第十七条",
    why="行政许可只能由法律、行政法规、国务院决定、地方性法规设定;省级政府规章只能设定一年以内的临时许可,部门规章和文件都不能设定。"
    "设定以后的具体规定(第十六条)和某一条是不是真的设定了这项许可,程序看不出来,请核对。",
    mend="把设定这项许可的法律、法规写进依据;找不到的,应当取消,或者改为其他类型。",
    bad="""
依据:
  国家部委规章: 《示范经营管理办法》第五条
""",
    good="""
依据:
  法律: 《示范经营法》第三十五条
""",
)


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """A permit that goes on has no basis of the rank 法律, 行政法规 or 地方性法规, and no 国务院决定.

    With a 地方政府规章 alone it may be a provisional permit of the province: a warning.
    """
    if not is_permit(matter):
        return
    ranks = {basis.rank for basis in matter.bases}
    if ranks & REGULATIONS or any(is_of_state_council(basis.text) for basis in matter.bases):
        return
    place = matter.at("bases")
    if not matter.bases:
        yield RULE.at(place, "行政许可的依据写了 无")
    elif BasisRank.LOCAL_RULE in ranks:
        yield RULE.at(
            place,
            "行政许可的依据里最高的是地方政府规章,只有省级政府规章可以设定,而且只能是不超过一年的临时许可",
            severity=Severity.WARNING,
        )
    else:
        listed = "、".join(dict.fromkeys(str(basis.rank) for basis in matter.bases))
        yield RULE.at(place, f"行政许可的依据里只有{listed},没有可以设定许可的法律、法规")
