"""XX24 信息公开答复超期."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from processes.model.findings import Finding, Severity
from processes.model.limits import DayKind
from processes.model.matter import Matter
from processes.rules.disclosing import is_request
from processes.rules.faults import reported
from processes.rules.late import finished_late
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="XX24",
    name="信息公开答复超期",
    severity=Severity.ERROR,
    scope=Scope.MATTER,
    quote="行政机关不能当场答复的,应当自收到申请之日起15个工作日内予以答复;",
    source="《政府信息公开条例》(2007年)第二十四条",
    why="依申请公开政府信息的答复时限最多15个工作日;延长要逐件批准,不能写成通常的时限。按自然日写的,折成工作日至少多于15日才算。2007年文本的条号和文字据通行理解,请核对。",
    mend="时限写成 15工作日以内。",
    valid_until=date(2019, 5, 14),
    bad="""
名称: 政府信息公开申请答复
类型: 公共服务事项
种类: 法律和信息咨询
优化后:
  时限: 16工作日
  材料: 申请书
""",
    good="""
名称: 政府信息公开申请答复
类型: 公共服务事项
种类: 法律和信息咨询
优化后:
  时限: 15工作日
  承办: 综合股
  流程:
    - 登记 | 综合股 | 1工作日 | 登记
    - 环节: 审核答复 | 综合股 | 10工作日 | 审核、答复
      沿自: 审批、制证送达
  材料: 申请书
""",
)

_DAYS = 15


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """The limit after the reform of a 政府信息公开申请 is at most so many working days."""
    if is_request(matter):
        yield from reported(RULE, finished_late(matter, _DAYS, DayKind.WORKING, "答复时限"))
