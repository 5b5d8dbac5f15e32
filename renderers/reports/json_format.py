"""A report as JSON for other programs: UTF-8, keys in Chinese as in the tables, always in the same order.

A report is an object::

    标题, 摘要     texts
    汇报           the same in sentences
    两边           names of the two sides, only where they are others than 优化前 and 优化后; the keys stay
    说明           list of sentences
    <table>        list of objects: title of a column → value; 来源 → places of the numbers of that row
    <list>         list of changes, those kept among them: 代码, 类别, 直接 (false = 随之), 优化前, 优化后 (names),
                   文字, 详情, 匹配依据 (texts), 相似度 (0 to 1, null where nothing is matched), 优化前位置,
                   优化后位置, 数据
    事项 / 部门    list of reports inside

``schema.py`` has all of it, 数据 code by code, and ``zaizao schema 优化对比`` shows it.

Numbers are exact as long as a decimal can be; a share is given in per cent with one decimal. ``null`` says that there
is nothing to compute (``——``), ``"无"`` that there is no such thing, 0 that there are none or 即时办结. Places are
``file:line:column``, counted from 1, files relative to the project folder. ``代码`` is stable; texts may be reworded.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from engine.annexes.form import NOT_SUMMED, Cell
from engine.diff.comparison import BEFORE_AND_AFTER
from engine.reports.numbers import percent
from engine.reports.report import Column, ColumnKind, Item, Listing, Report, Table
from renderers.reports.style import PLAIN, Style

if TYPE_CHECKING:
    from collections.abc import Iterable
    from fractions import Fraction

    from processes.model.places import Place

NAME = "json"
SUFFIX = ".json"

_Value = str | int | float | None | list[str]


def render(report: Report, style: Style = PLAIN) -> str:  # noqa: ARG001 - the same for every format
    """The object, indented, ending in a line break."""
    return f"{json.dumps(_report(report), ensure_ascii=False, indent=2)}\n"


def _report(report: Report) -> dict[str, object]:
    result: dict[str, object] = {"标题": report.title, "摘要": report.summary}
    if report.briefing:
        result["汇报"] = report.briefing
    result["说明"] = list(report.notes)
    if report.sides != BEFORE_AND_AFTER:
        result["两边"] = list(report.sides)
    for part in report.parts:
        match part:
            case Table():
                result[part.title] = [_row(part.columns, row) for row in part.rows]
            case Listing():
                result[part.title] = [_item(item) for item in part.items]
    if report.inner:
        result[report.inner_title] = [_report(inner) for inner in report.inner]
    return result


def _row(columns: Iterable[Column], cells: tuple[Cell, ...]) -> dict[str, _Value]:
    row: dict[str, _Value] = {column.title: _value(cell, column) for column, cell in zip(columns, cells, strict=True)}
    row["来源"] = _places(place for cell in cells for place in cell.sources)
    return row


def _value(cell: Cell, column: Column) -> str | int | float | None:
    if isinstance(cell.value, str):
        return None if cell.value == NOT_SUMMED else cell.value
    return _number(percent(cell.value) if column.kind is ColumnKind.SHARE else cell.value)


def _number(number: Fraction | int) -> int | float:
    return number.numerator if number.denominator == 1 else float(number)


def _item(item: Item) -> dict[str, object]:
    return {
        "代码": item.code,
        "类别": item.word,
        "直接": item.direct,
        "优化前": list(item.before),
        "优化后": list(item.after),
        "文字": item.text,
        "详情": list(item.details),
        "匹配依据": list(item.evidence),
        "相似度": item.likeness if item.evidence else None,
        "优化前位置": _places(item.before_places),
        "优化后位置": _places(item.after_places),
        "数据": dict(item.data),
    }


def _places(places: Iterable[Place]) -> list[str]:
    return [str(place) for place in dict.fromkeys(places)]
