"""R306b 下层依据也列了."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.matter import Matter
from processes.model.vocabulary import BasisRank
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R306b",
    name="下层依据也列了",
    severity=Severity.INFO,
    scope=Scope.MATTER,
    quote="依据列举应从简,上层效力依据已对设定权力和设定权力实施主体作出明确规定的,不需要列举下层效力依据",
    source="附件4 注6",
    why="已经有法律或行政法规,又列了规章、规范性文件或机构编制文件。上层依据够不够明确要看条文,软件看不出来,所以只提示一次。"
    "裁量基准不是设定权力的依据,行政处罚等又要写明(R110),不算。",
    mend="上层依据已经写明权力和实施主体的,删去下层依据;下层依据另有规定的,不用改。",
    bad="""
依据:
  法律: 《示范经营法》第三十五条
  规范性文件: 《示范经营许可工作规范》
""",
    good="""
依据:
  法律: 《示范经营法》第三十五条
  行政法规: 《示范经营法实施条例》第六条
""",
)

_UPPER = (BasisRank.LAW, BasisRank.ADMINISTRATIVE_REGULATION)
_LOWER = (
    BasisRank.LOCAL_RULE,
    BasisRank.MINISTRY_RULE,
    BasisRank.NORMATIVE_DOCUMENT,
    BasisRank.ORGANISATION_DOCUMENT,
)
_DISCRETION = "裁量"
"""裁量基准 says how a power is used, not who has it; R110 wants it named among the bases."""


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """A law or administrative regulation, and below it something less than a regulation; the first of these."""
    if len(matter.bases) > 1 and any(basis.rank in _UPPER for basis in matter.bases):
        for basis in matter.bases:
            if basis.rank in _LOWER and _DISCRETION not in basis.text:
                upper = next(one for one in matter.bases if one.rank in _UPPER)
                yield RULE.at(
                    basis.at("text"),
                    f"已经列了{upper.rank},又列了{basis.rank}「{basis.text}」",
                    width=len(basis.text),
                    related=(upper.at("text"),),
                )
                return
