"""R104 不是现行法律名称."""

from __future__ import annotations

import re
from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.matter import Matter
from processes.model.places import Place
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="R104",
    name="不是现行法律名称",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="依据《行政法》《行政许可法》《行政处罚法》《行政强制法》《国务院全面推进依法行政实施纲要》等法律法规……",
    source="工作方案 一(二)",
    why="行政法、经济法、诉讼法等是法律部门的名称,没有哪部法律叫这个名字;方案里的《行政法》是泛指,不能写进事项依据。",
    mend="写真正设定这个事项的那一部法律、法规和条款。",
    bad="""
依据:
  法律: 《行政法》第三十五条
""",
    good="""
依据:
  法律: 《行政许可法》第三十五条
""",
)

_LAW = "法》"
_BRANCHES = re.compile(r"《(?:中华人民共和国)?(?:行政法|经济法|社会法|民商法|商法|诉讼法)》")


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """No basis (of the matter, its limit, fees, materials and procedures) is the name of a branch of law."""
    seen: set[Place] = set()
    for place, text in _cited(matter, context):
        met = _BRANCHES.search(text)
        if met and place not in seen:
            seen.add(place)
            yield RULE.at(place, f"依据里的{met[0]}不是现行法律的名称", width=len(text))


def _cited(matter: Matter, context: Context) -> Iterator[tuple[Place, str]]:
    for basis in matter.bases:
        yield basis.at("text"), basis.text
    yield matter.statutory.at("basis"), matter.statutory.basis
    for version in matter.versions:
        yield from ((fee.at("basis"), fee.basis) for fee in version.fees if _LAW in fee.basis)
        yield from ((paper.at("basis"), paper.basis) for paper in version.materials if _LAW in paper.basis)
        for met in context.steps_of(version):
            # Only a 程序 with keys of its own can name an article; the acts of a row are 法定 or not.
            for procedure in met.entry.procedures if isinstance(met.entry.procedures, tuple) else ():
                if _LAW in procedure.statutory:
                    yield procedure.at("statutory"), procedure.statutory
