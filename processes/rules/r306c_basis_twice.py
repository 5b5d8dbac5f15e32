"""R306c 同一依据列了两次."""

from __future__ import annotations

from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.matter import Basis, Matter
from processes.rules.citations import leading_title, title_of
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R306c",
    name="同一依据列了两次",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="同层效力依据,列举最新的即可。",
    source="附件4 注6",
    why="同一层级里同一部法律、法规或文件列了两条:不是新旧两个版本,就是几个条文分开写了。",
    mend="只留最新的版本;同一版本的几个条文合写成一条,如 《…法》第三条、第九条。",
    bad="""
依据:
  法律:
    - 《示范经营法》(2009年修正)第三十条
    - 《示范经营法》第三十五条
""",
    good="""
依据:
  法律:
    - 《示范经营法》第三十条、第三十五条
    - 《示范监督法》第八条
""",
)


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """Two bases of one rank begin with the same title, 中华人民共和国 and a bracket at its end left aside."""
    if len(matter.bases) < 2:  # noqa: PLR2004 - two of them can be the same
        return
    seen: dict[tuple[str, str], Basis] = {}
    for basis in matter.bases:
        title = title_of(leading_title(basis.text))
        if title:
            first = seen.setdefault((basis.rank, title), basis)
            if first is not basis:
                yield RULE.at(
                    basis.at("text"),
                    f"{basis.rank}里「{title}」已经列过一次:「{first.text}」",
                    width=len(basis.text),
                    related=(first.at("text"),),
                )
