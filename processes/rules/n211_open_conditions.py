"""N211 条件兜底."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from processes.model.findings import Finding, Severity
from processes.model.folding import fold_name
from processes.model.matter import Matter
from processes.rules.rule import Context, Rule, Scope
from processes.rules.words import quoted

RULE = Rule(
    code="N211",
    name="条件兜底",
    severity=Severity.INFO,
    scope=Scope.MATTER,
    quote="压缩部门之间模糊边界空间,规范自由裁量权,维护群众合法权益。",
    source="工作方案 一(二);《行政许可法》第三十条(公示许可的条件)",
    why="条件印在告知单上。“其他条件”“法律法规规定的其他条件”“符合有关规定”没有说是什么条件,申请人无从准备,办不办全凭经办人。"
    "只看整条都是这样的话和以“…规定的其他条件”结尾的;写了是哪部法律法规(《…》)或文号的,写了什么要符合规定的(如“家庭财产状况符合规定”),不看。"
    "法条原文就有这一项的,也请查清还有哪些条件;涉密和不公开的事项不看。",
    mend="写明是哪部法律法规第几条的什么条件;没有别的条件,删去这一条。",
    bad="""
条件:
  - 有固定的经营场所
  - 法律、法规规定的其他条件
""",
    good="""
条件:
  - 有固定的经营场所
  - 符合《示范经营法》第十二条规定的其他条件
""",
)

_SHOWN = 3
_NUMBER = re.compile(r"^(?:\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十]+、|\d+[.、)])")
_NAMED = re.compile(r"《[^》]+》|〔\d{4}〕|第[^条]{1,9}条|\d+号")
"""What says where the condition is written."""
_WHOSE = (
    "(?:国家|国务院|省|市|县|本省|本市|本县|上级|政府|人民政府|主管|部门|机关|法律|行政|地方性|法规|规章|政策|文件|有关|相关"
    "|现行|其他|其它|等|的|和|及|或|或者|以及|[、,\uff0c])*"
)
_OPEN = re.compile(
    rf"(?:应当|应|须|必须)?(?:符合|满足|具备|具有|达到|遵守)?{_WHOSE}(?:规定|要求|政策|条件|情形)"
    rf"(?:的)?(?:其他|其它|有关|相关|法定)?(?:条件|要求|情形|事项)?(?:的)?"
    r"|(?:应当|须)?(?:符合|满足|具备|具有)法定(?:条件|要求)(?:的)?"
)
_END = re.compile("[。;.\uff1b]+$")
_REST = re.compile("(?:规定|要求|需要|应当具备|应具备|等)的?(?:其他|其它)(?:有关|相关)?(?:条件|要求|情形)(?:的)?$")


def check(matter: Matter, context: Context) -> Iterator[Finding]:
    """One for the conditions of 优化后, public, that say no more than that there are others or that rules are kept."""
    after = matter.after
    if after is None or matter.secret or not after.public:
        return
    loose = [text for text in after.conditions if _is_open(text)]
    if loose:
        yield RULE.at(
            loose[0].place,
            f"办理条件{quoted(loose, _SHOWN)}没有写明是什么条件",
            width=len(loose[0]),
            related=[text.place for text in loose[1:]],
        )


@lru_cache(1 << 12)
def _is_open(condition: str) -> bool:
    text = _END.sub("", _NUMBER.sub("", fold_name(condition)))
    if _NAMED.search(text):
        return False
    return bool(_OPEN.fullmatch(text) or _REST.search(text))
