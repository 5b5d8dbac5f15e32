"""Which column of a table is what: told by its heading, or said by the user (``办件=受理号,环节=活动``)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from processes.errors import CannotBeDone, WrongUsage
from processes.intake.table import Row
from processes.model.folding import fold_name


class Column(StrEnum):
    """What a column of a log holds, as the user calls it."""

    CASE = "办件"
    ACTIVITY = "环节"
    ENDED = "时间"
    STARTED = "开始"
    RESOURCE = "人员"
    LIFECYCLE = "状态"


REQUIRED = (Column.CASE, Column.ACTIVITY)
_ENGLISH = {
    "case": Column.CASE,
    "activity": Column.ACTIVITY,
    "time": Column.ENDED,
    "end": Column.ENDED,
    "start": Column.STARTED,
    "resource": Column.RESOURCE,
    "lifecycle": Column.LIFECYCLE,
}
_NAMED = {**{str(column): column for column in Column}, **_ENGLISH, "完成": Column.ENDED, "岗位": Column.RESOURCE}

_BUSINESS = "(?:办件|受理|业务|案件|申请|申报|流水|收件|事项|查询|登记|立案|审批|项目|工单)*"
_WORDS: Mapping[Column, tuple[str, ...]] = {
    # The better words first: a table may have both 办件编号 and 事项编号.
    Column.CASE: (
        "(?:办件|受理|收件|业务|工单)(?:编号|号|编码|流水号|id)",
        f"{_BUSINESS}(?:编号|号码|号|流水号|流水|编码|id)|案号|办件|案件",
        "case|case[_:]?(?:id|concept:name)|caseid|trace(?:id)?",
    ),
    Column.ACTIVITY: (
        "(?:办理|审批|当前|流程|业务|处理)*(?:环节|活动|步骤|节点)(?:名称)?",
        "(?:办理|处理)(?:事项|动作)|操作|动作|工作内容",
        "activity(?:name)?|concept:name|task|event",
    ),
    Column.ENDED: (
        "(?:环节|办理|操作|处理|审批|任务)*(?:完成|办结|结束|办毕|办完|提交|送出)(?:时间|日期)?",
        "(?:环节|办理|操作|处理|审批|经办|发生|记录)*(?:时间|日期)",
        "time|time:?stamp|time:timestamp|(?:end|complete|completion)_?(?:time|timestamp|date)?|date",
    ),
    Column.STARTED: (
        "(?:环节|办理|操作|处理|审批|任务)*(?:开始|接收|收到|到达|接件|签收|领取)(?:时间|日期)?",
        "start_?(?:time|timestamp|date)?",
    ),
    Column.RESOURCE: (
        "(?:办理|经办|处理|操作|审批|承办|所在|责任)*(?:岗位|岗)(?:名称)?",
        "(?:办理|经办|处理|操作|审批|承办|责任|工作)*(?:人员|人|者)(?:姓名)?",
        "(?:办理|经办|处理|操作|审批|承办|责任)*(?:科室|股室|处室|机构|单位|部门)(?:名称)?",
        "resource|org:(?:resource|role|group)|user|role",
    ),
    Column.LIFECYCLE: ("lifecycle(?::transition)?", "生命周期"),
}
_PATTERNS = {column: tuple(map(re.compile, words)) for column, words in _WORDS.items()}
_LOOKED_AT = 40
"""Rows of a sheet among which the headings are."""
_MOST_NAMED = 20


@dataclass(frozen=True, slots=True)
class Headings:
    """``last``: index of the row of headings; ``at``: where each column is; ``named``: what it is headed there."""

    last: int
    at: Mapping[Column, int]
    named: Mapping[Column, str]


def asked_columns(text: str) -> dict[Column, str]:
    """What ``--列 办件=…,环节=…`` says. Raises ``WrongUsage``."""
    asked: dict[Column, str] = {}
    for part in re.split("[,\uff0c、;\uff1b]", text):
        name, equals, heading = part.replace("\uff1d", "=").partition("=")
        column = _NAMED.get(fold_name(name).lower())
        if not equals or column is None or not heading.strip():
            known = "、".join(f"{one}=…" for one in Column)
            raise WrongUsage(f"--列 里的“{part.strip()}”看不懂;写成 办件=受理号,环节=活动,可以写的有:{known}。")
        if column in asked:
            raise WrongUsage(f"--列 里“{column}”写了两次。")
        asked[column] = heading.strip()
    return asked


def headings_of(rows: Sequence[Row], asked: Mapping[Column, str]) -> Headings | None:
    """The row of headings; None where no row has the columns that are needed."""
    wanted = {fold_name(heading).lower() for heading in asked.values()}
    for last, row in enumerate(rows[:_LOOKED_AT]):
        folded = [fold_name(cell).lower() for cell in row.cells]
        if not wanted <= set(folded):
            continue
        at = {column: folded.index(fold_name(heading).lower()) for column, heading in asked.items()}
        for column in Column:
            if column not in at and (found := _found(folded, column, set(at.values()))) is not None:
                at[column] = found
        if all(column in at for column in REQUIRED):
            return Headings(last, at, {column: row.cell(at[column]).strip() for column in Column if column in at})
    return None


def no_headings(rows: Sequence[Row], asked: Mapping[Column, str], where: str) -> CannotBeDone | WrongUsage:
    """What to say where there are none."""
    if not rows:
        return CannotBeDone(f"“{where}”里没有内容。")
    there = [" ".join(cell.split()) for cell in rows[0].cells if cell.strip()]
    said = "、".join(f"“{one}”" for one in there[:_MOST_NAMED])
    cells = {fold_name(cell).lower() for row in rows[:_LOOKED_AT] for cell in row.cells}
    absent = [heading for heading in asked.values() if fold_name(heading).lower() not in cells]
    if absent:
        named = "、".join(f"“{one}”" for one in absent)
        return WrongUsage(f"“{where}”里没有 --列 写的列{named};第一行是:{said}。")
    missing = [column for column in REQUIRED if column not in asked]
    folded = [fold_name(cell).lower() for cell in rows[0].cells]
    missing = [column for column in missing if _found(folded, column, set()) is None] or missing
    example = ",".join(f"{column}=列名" for column in missing)
    return CannotBeDone(
        f"“{where}”里认不出{'、'.join(missing)}是哪一列;第一行是:{said}。"
        f"表格要一行一个环节,有办件编号、环节名称两列;列名不同的,加 --列 {example} 写明。"
    )


def _found(folded: Sequence[str], column: Column, taken: set[int]) -> int | None:
    """The first heading that the best word for the column fits."""
    for words in _PATTERNS[column]:
        for at, heading in enumerate(folded):
            if at not in taken and words.fullmatch(heading):
                return at
    return None
