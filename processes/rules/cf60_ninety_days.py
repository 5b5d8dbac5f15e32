"""CF60 处罚超过九十日."""

from __future__ import annotations

import re
from collections.abc import Iterator

from processes.model.findings import Finding, Severity
from processes.model.matter import Matter
from processes.rules.lengths import least_natural
from processes.rules.on_the_spot import is_simple
from processes.rules.punishing import NEW_LAW, is_punishment
from processes.rules.rule import Context, Rule, Scope

RULE = Rule(
    code="CF60",
    name="处罚超过九十日",
    severity=Severity.WARNING,
    scope=Scope.MATTER,
    quote="行政机关应当自行政处罚案件立案之日起九十日内作出行政处罚决定。法律、法规、规章另有规定的,从其规定。",
    source="《行政处罚法》(2021年修订)第六十条",
    why="2021年7月15日起处罚有了法定期限,法定时限不能再写“无”,没有别的法律、法规、规章作依据也不能多于90日(自然日)。",
    mend="法定时限写 90自然日(《行政处罚法》第六十条),起算写 立案之日;另有规定的写明是哪一部。",
    valid_from=NEW_LAW,
    bad="""
==> 方案.yaml <==
阶段: 总结验收阶段 | 2022-03-31 | 工作总结、附件9、附件10
==> 示范局/01-示范事项.yaml <==
类型: 其他行政权力事项
种类: 行政处罚
法定时限: 无
优化后:
  承办: 业务股
  时限: 12工作日
  流程:
    - 立案调查 | 业务股 | 5工作日 | 立案、调查询问(2人以上)
    - 告知 | 业务股 | 3工作日 | 处罚告知、听取陈述申辩
    - 决定 | 局领导 | 2工作日 | 局长签批
    - 送达 | 业务股 | 1工作日 | 送达
  材料: 无
""",
    good="""
==> 方案.yaml <==
阶段: 总结验收阶段 | 2022-03-31 | 工作总结、附件9、附件10
口径:
  混合日: 折算
==> 示范局/01-示范事项.yaml <==
类型: 其他行政权力事项
种类: 行政处罚
法定时限: 90自然日(《行政处罚法》第六十条)
优化后:
  承办: 业务股
  时限: 12工作日
  流程:
    - 立案调查 | 业务股 | 5工作日 | 立案、调查询问(2人以上)
    - 告知 | 业务股 | 3工作日 | 处罚告知、听取陈述申辩
    - 决定 | 局领导 | 2工作日 | 局长签批
    - 送达 | 业务股 | 1工作日 | 送达
  材料: 无
""",
)

_DAYS = 90
_OTHER = re.compile("《(?!(?:中华人民共和国)?行政处罚法》)[^《》]+(?:法|条例|规定|规则|办法|细则)》")


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """An ordinary procedure has a 法定时限, above 90 calendar days only by another law, regulation or rule."""
    if not is_punishment(matter) or is_simple(matter):
        return
    limit = matter.statutory.limit
    if limit.is_none:
        yield RULE.at(matter.at("statutory"), "法定时限写了“无”,法律规定自立案之日起90个自然日")
    elif least_natural(limit) > _DAYS and not _OTHER.search(matter.statutory.basis):
        yield RULE.at(matter.at("statutory"), f"法定时限 {limit} 超过90个自然日,没有写别的依据", width=len(str(limit)))
