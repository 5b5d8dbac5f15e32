"""The reckoning of days as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from engine.reckoning import spoken

if TYPE_CHECKING:
    from engine.reckoning import Reckoning


def render(found: Reckoning) -> str:
    """An object; 到期日 and 时限 are ``null`` when both days were given, 顺延前 when nothing was put off."""
    content = {
        "从": str(found.start),
        "到": str(found.end),
        "到期日": None if found.limit is None else str(found.end),
        "星期": spoken(found.end).removeprefix(str(found.end)).strip("()"),
        "时限": None if found.limit is None else str(found.limit),
        "往前": found.back,
        "工作日": found.working,
        "自然日": found.natural,
        "放假": [
            {"从": str(rest.first), "到": str(rest.last), "名称": rest.name, "依据": rest.basis} for rest in found.rests
        ],
        "周末": found.weekends,
        "调休上班": [str(day) for day in found.worked],
        "顺延前": None if found.rolled_from is None else str(found.rolled_from),
        "暂定": bool(found.missing),
        "没有放假安排的年份": list(found.missing),
        "日历文件": [{"年份": year.number, "文件": year.file, "依据": year.basis} for year in found.own],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
