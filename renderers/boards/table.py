"""进度表 as tables to forward: a workbook to print and sign, and a list for further reckoning (CSV)."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from engine.annexes.form import LEVEL, Align, Cell, Column, Form, Paper, headings
from engine.campaign.board import Board, Row
from engine.campaign.standing import Entry, State
from processes.model.dates import date_text
from renderers.boards.wording import CHANGED, NO_REGISTRY, SIGNS, details, heading, short, stage_title, term_text
from renderers.forms.xlsx import workbook

_WIDTH = 11
"""Characters of a column of a deliverable: 需人工确认 with its sign fits."""
_MOST_ON_A4 = 8
"""Deliverables; with more of them the sheet is printed on A3."""
_LIST = (
    "组", "部门", "阶段", "阶段名称", "期限", "成果", "状态", "应报份数", "有几份", "逾期工作日", "版次", "报送日期",
    "审核", "错误", "警告", "报送后有改动", "说明",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a text must not begin with lest a spreadsheet reckons it."""


def xlsx(board: Board) -> bytes:
    """Departments × deliverables, stage beside stage, as in the page; below it the stages and the signs."""
    return workbook(_form(board))


def listed(board: Board) -> str:
    """CSV with a line for each deliverable of each department; numbers are empty where there is nothing to count."""
    out = StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(_LIST)
    names = {term.number: term for term in board.terms}
    for row in board.rows:
        for one in row.entries:
            term = names[one.stage]
            rows.writerow(map(_harmless, (row.group, row.department, one.stage, term.name, term.due, *_said(one))))
    return out.getvalue()


def _said(one: Entry) -> tuple[object, ...]:
    latest = one.filed.latest if one.filed else None
    filed = (latest.version, one.filed.last_day, str(latest.state)) if one.filed and latest else ("", "", "")
    copies = (one.copies, one.ready) if one.copies else ("", "")
    counts = (one.errors or "", one.warnings or "", "、".join(one.changed))
    return one.deliverable, str(one.state), *copies, one.late or "", *filed, *counts, ";".join(details(one))


def _harmless(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _form(board: Board) -> Form:
    stages = {term.number: f"第{term.number}阶段({term.due.month}月{term.due.day}日)" for term in board.terms}
    columns = (
        Column("index", "序号", width=5),
        Column("group", "组", width=14),
        Column("department", "部门", width=13),
        *(
            Column(f"{term.number}.{name}", f"{stages[term.number]}{LEVEL}{name}", width=_WIDTH)
            for term, name in board.deliverables
        ),
        Column("changed", CHANGED, width=18, align=Align.LEFT),
    )
    return Form(
        code="进度表",
        label="",
        title=f"{board.city}再造流程工作进度表({date_text(board.day)})",
        unit_name=board.recipient,
        headings=headings(columns, 2),
        columns=columns,
        header_rows=2,
        rows=tuple(_row(number, row) for number, row in enumerate(board.rows, 1)),
        total=tuple(_total(board)),
        total_first=False,
        notes=tuple(_notes(board)),
        paper=Paper.A4 if len(board.deliverables) <= _MOST_ON_A4 else Paper.A3,
        sign_left="填报单位:",
        sign_right="填报人签字:",
    )


def _row(number: int, row: Row) -> tuple[Cell, ...]:
    cells = (Cell(_cell(one)) for one in row.entries)
    return Cell(number), Cell(row.group), Cell(row.department), *cells, Cell("、".join(row.changed))


def _cell(one: Entry) -> str:
    """``▲逾期`` with the one thing to say of it below."""
    return "\n".join(filter(None, (f"{SIGNS[one.state]}{one.state}", short(one))))


def _total(board: Board) -> Iterator[Cell]:
    """Under each deliverable how many departments are done, of those that owe it."""
    yield from (Cell("合计"), Cell(""), Cell("完成/应报"))
    counts = [board.by_form(term, name) for term, name in board.deliverables]
    yield from (Cell(f"{count.done}/{count.owed}") for count in counts)
    yield Cell("")


def _notes(board: Board) -> Iterator[str]:
    if not board.has_registry:
        yield NO_REGISTRY
    yield f"{heading(board)}。" + ";".join(f"{stage_title(term)}:{term_text(term)}" for term in board.terms) + "。"
    there = {one.state for row in board.rows for one in row.entries}
    yield "状态:" + " ".join(f"{SIGNS[state]}{state}" for state in State if state in there)
