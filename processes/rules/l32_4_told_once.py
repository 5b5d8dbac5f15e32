"""L32-4 补正没有一次告知."""

from __future__ import annotations

from collections.abc import Iterator

from processes.compilation.days import days_in_sequence
from processes.compilation.exits import present_branches
from processes.compilation.standard import CORRECTION, NOTICE_LIMIT, accepting_step
from processes.model.findings import Finding, Severity
from processes.model.flow import StepEntry, walk
from processes.model.folding import fold_name
from processes.model.limits import DayKind, number_text
from processes.model.matter import Matter, Version
from processes.rules.permits import permit_after
from processes.rules.rule import Context, Rule, Scope
from processes.rules.words import quoted

RULE = Rule(
    code="L32-4",
    name="补正没有一次告知",
    severity=Severity.ERROR,
    scope=Scope.MATTER,
    quote="申请材料不齐全或者不符合法定形式的,应当当场或者在五日内一次告知申请人需要补正的全部内容,逾期不告知的,"
    "自收到申请材料之日起即为受理。",
    source="《行政许可法》第三十二条第一款第四项",
    why="补正告知最多5个工作日,只能告知一次,而且在受理之前:受理以后再要求补正,等于没有一次告知。超过5个工作日是错误;"
    "告知两次、受理以后才告知按名称和去向判断,是警告。自然日按7日掌握。",
    mend="补正告知的时限改到5个工作日以内,只留一次,放在受理环节。",
    bad="""
支线:
  一次告知补正:
    - 环节: 告知补正 | 行政审批股 | 10工作日 | 书面告知补正内容
      出具: 补正告知书
""",
    good="""
支线:
  一次告知补正:
    - 环节: 告知补正 | 行政审批股 | 5工作日 | 书面一次告知补正内容
      出具: 补正告知书
""",
)

_LONGEST = {DayKind.NATURAL: 7}
"""Five working days are at least seven days of the calendar."""
_WORD = "补正"


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """The branch 一次告知补正 of 优化后 takes more than five working days; it is entered twice, or after 受理.

    So are further branches with 补正 in their names.
    """
    after = permit_after(matter)
    if after is None:
        return
    branch = after.branches.get(CORRECTION.name)
    if branch and branch.entries:
        days = days_in_sequence(branch.entries)
        limits = [met.entry for met in walk(branch.entries) if met.entry.limit and met.entry.limit.day_kind]
        unit = limits[0].limit.day_kind if limits and limits[0].limit else None
        if days > _LONGEST.get(unit or DayKind.WORKING, NOTICE_LIMIT.days):
            yield RULE.at(
                limits[0].at("limit"),
                f"一次告知补正用 {number_text(days)} 个{unit},最多5个工作日,逾期不告知的视为受理",
                width=len(str(limits[0].limit)),
            )
    yield from _entered(after)
    yield from _others(matter, after)


def _entered(after: Version) -> Iterator[Finding]:
    """去向 to the branch from a step after 受理, and from a second step before it."""
    early = 0
    for index, entry in enumerate(after.entries):
        if isinstance(entry, StepEntry) and not (entry.exits or entry.branches):
            continue
        for met in walk((entry,)):
            for one in met.entry.exits:
                if fold_name(one.target) != CORRECTION.name:
                    continue
                early += 1
                accepting = accepting_step(after.entries)
                late = accepting is not None and index > accepting
                if late or early > 1:
                    fault = "受理以后又转到" if late else "第二次转到"
                    message = f"「{met.entry.name}」{fault}「{CORRECTION.name}」,需要补正的内容应当在受理时一次告知"
                    yield RULE.at(one.place, message, severity=Severity.WARNING)


def _others(matter: Matter, after: Version) -> Iterator[Finding]:
    own = [one for name, one in after.branches.items() if one.entries and _WORD in name and name != CORRECTION.name]
    if not own:
        return
    if CORRECTION in present_branches(matter, after):
        yield RULE.at(
            own[0].place,
            f"除了「{CORRECTION.name}」,还有支线「{own[0].name}」,同一次申请会两次告知补正",
            f"只留一条;「{own[0].name}」就是一次告知的,把它改名为「{CORRECTION.name}」。",
            severity=Severity.WARNING,
        )
    elif len(own) > 1:
        names = quoted([one.name for one in own])
        yield RULE.at(own[1].place, f"有{len(own)}条补正的支线:{names}", severity=Severity.WARNING)
