"""R306 依据的效力层级写错."""

from __future__ import annotations

import re
from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.matter import Matter
from processes.model.vocabulary import BasisRank
from processes.rules.citations import is_local, is_statute, leading_title, title_of
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R306",
    name="依据的效力层级写错",
    severity=Severity.ERROR,
    scope=Scope.MATTER,
    quote="引用多个实施依据的,按照效力层级予以排序…具体排序顺序为法律、行政法规、地方性法规、地方政府规章、国家部委规章、"
    "规范性文件、机构编制文件。",
    source="附件4 注6",
    why="附件4、附件7按层级排序,层级写错,顺序就错;先后由程序排,不用自己排。只认从名称就能断定的:“…法”不是法规规章,"
    "“…省条例”“…市条例”不是行政法规,条例、办法、规定、细则、通知、意见不是法律(户口登记条例、学位条例、各衔条例除外),通知、意见是规范性文件。",
    mend="把这一条移到它自己的层级下面。",
    bad="""
依据:
  行政法规: 《中华人民共和国示范法》第三条
""",
    good="""
依据:
  法律: 《中华人民共和国户口登记条例》第四条
  行政法规: 《示范法实施条例》第三条
""",
)

_RULES = re.compile(r"(条例|办法|规定|细则|规则)$")
_PAPERS = re.compile(r"(通知|意见|批复|方案|复函)$")
_STATUTES_SO_CALLED = re.compile(r"^全国人|户口登记条例|学位条例|衔条例")

_ABOVE_PAPERS = (BasisRank.LAW, BasisRank.ADMINISTRATIVE_REGULATION, BasisRank.LOCAL_REGULATION)


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """The title that a basis begins with is not one that another rank must have (see ``why``)."""
    for basis in matter.bases:
        title = leading_title(basis.text)
        wanted = _rank(title_of(title), basis.rank) if title else ""
        if wanted:
            yield RULE.at(basis.at("text"), f"《{title}》是{wanted},写在了{basis.rank}下面", width=len(title) + 2)


def _rank(title: str, rank: BasisRank) -> str:
    """The rank the title must have instead of ``rank``, as words; empty when nothing speaks against it."""
    if is_statute(title):
        return "" if rank is BasisRank.LAW else "法律"
    if rank in _ABOVE_PAPERS and _PAPERS.search(title):
        return "规范性文件"
    if rank is BasisRank.LAW and _RULES.search(title) and not _STATUTES_SO_CALLED.search(title):
        return "地方性法规或规章" if is_local(title) else "法规或规章"
    if rank is BasisRank.ADMINISTRATIVE_REGULATION and is_local(title) and _RULES.search(title):
        return "地方性法规或规章"
    return ""
