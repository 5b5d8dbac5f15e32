"""L30 没有在办公场所公示."""

from __future__ import annotations

import re
from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.matter import Matter
from processes.rules.permits import permit_after
from processes.rules.rule import Context, Rule, Scope
from processes.rules.stages import PUBLICATION, is_due

RULE = Rule(
    code="L30",
    name="没有在办公场所公示",
    severity=Severity.INFO,
    scope=Scope.MATTER,
    quote="行政机关应当将法律、法规、规章规定的有关行政许可的事项、依据、条件、数量、程序、期限以及需要提交的全部材料的目录和申请书示范文本等"
    "在办公场所公示。",
    source="《行政许可法》第三十条",
    why="公开方式里看不到窗口、大厅、公示栏这样的办公场所时提示;公开阶段到期以后由R702查,这里不重复。附件7没有数量限制和申请书示范文本两栏,是否公示要到现场看。",
    mend="在公开方式里写上办事窗口或者办公场所的公示栏;有数量限制的和申请书示范文本一并公示。",
    question="办公场所是否公示了许可的数量限制和申请书示范文本(附件7没有这两栏)?",
    bad="""
==> 方案.yaml <==
阶段:
  - 梳理阶段 | 2017-12-31 | 附件4、附件5
==> 示范局/01-示范事项.yaml <==
公开方式: 政府网站、报纸
""",
    good="""
公开方式: 政府网站、办事窗口
""",
)

_OFFICE = re.compile(
    "窗口|大厅|中心|场所|现场|[公告]示栏|公[开告]栏|公[示告]牌|[屏墙]|一体机|指南|告知单|明白纸|手册|张贴|上墙"
)


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """公开方式 of a public permit is given and names no place in the office, while R702 does not ask for one yet."""
    after = None if is_due(context, PUBLICATION) else permit_after(matter)
    if after is None or matter.secret or not after.public or not matter.publicity:
        return
    if not any(_OFFICE.search(way) for way in matter.publicity):
        yield RULE.at(matter.at("publicity"), f"公开方式是{'、'.join(matter.publicity)},没有办公场所")
