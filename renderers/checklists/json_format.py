"""核对清单 as JSON: keys in Chinese, always in the same order.

城市, 方案   texts
阶段         list of 名称, 期限 (a day)
单位         list of: 名称, 全称, 核对事项, 是, 否, 没有答复 (numbers), and 事项: a list of 编号, 名称, 章, 问题,
             原文, 出处, 答复 ("是", "否", null where there is none), 情况 (text), 来源 (places of the answer)
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from engine.reports.checklist import Checklist, Item
from processes.model.plan import Plan


def render(plan: Plan, lists: Sequence[Checklist]) -> str:
    """The object, indented, ending in a line break."""
    content = {
        "城市": plan.city,
        "方案": plan.name,
        "阶段": [{"名称": stage.name, "期限": stage.due.isoformat()} for stage in plan.stages],
        "单位": [_department(one) for one in lists],
    }
    return f"{json.dumps(content, ensure_ascii=False, indent=2)}\n"


def _department(one: Checklist) -> dict[str, object]:
    yes, no, open_ = one.counts
    return {
        "名称": one.department.name,
        "全称": one.department.full_name,
        "核对事项": len(one.items),
        "是": yes,
        "否": no,
        "没有答复": open_,
        "事项": [_item(item) for item in one.items],
    }


def _item(item: Item) -> dict[str, object]:
    rule, answer = item.rule, item.answer
    return {
        "编号": rule.code,
        "名称": rule.name,
        "章": item.chapter,
        "问题": rule.question,
        "原文": rule.quote,
        "出处": rule.source,
        "答复": None if answer is None else "是" if answer.yes else "否",
        "情况": answer.remark if answer else "",
        "来源": [str(place) for place in item.sources],
    }
