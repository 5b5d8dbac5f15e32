"""办件看板 as JSON: the counts of every department, and every case with all its limits."""

from __future__ import annotations

import json
from datetime import date

from engine.cases.board import Board, Row
from engine.cases.entries import Entry, Measure
from processes.model.limits import DayKind


def render(board: Board) -> str:
    """An object; days that there are not are ``null``."""
    content = {
        "城市": board.city,
        "日期": str(board.day),
        "部门": [_row(row) for row in board.rows],
        "合计": _row(board.total),
        "没有放假安排的年份": list(board.missing),
        "办件": [_entry(one, board.day) for one in board.total.entries],
        "其他部门的办件": [_entry(one, board.day) for one in board.guests],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _row(row: Row) -> dict[str, object]:
    return {
        "部门": row.department,
        "收件": row.received,
        "在办": row.open,
        "待补正": row.waiting,
        "暂停": row.paused,
        "今日到期": row.due,
        "黄牌": row.yellow,
        "红牌": row.red,
        "办结": row.closed,
        "超时办结": row.closed_late,
        "超时率": round(row.overdue_share, 4),
    }


def _entry(one: Entry, day: date) -> dict[str, object]:
    return {
        "编号": one.number,
        "部门": one.department,
        "事项": one.matter,
        "申请人": one.applicant,
        "收件日期": str(one.received_on),
        "受理日期": _day(one.accepted_on),
        "办结日期": _day(one.closed_on),
        "状态": str(one.status),
        "牌": str(one.card),
        "今日到期": one.is_due(day),
        "到期日": _day(one.due),
        "暂定": one.provisional,
        "起算存疑": one.doubt,
        "现在": [
            {"环节": spot.step, "承办": spot.holder, "起": str(spot.since), "等申请人": spot.waiting}
            for spot in one.spots
        ],
        "时限": [_measure(measure) for measure in one.measures],
    }


def _measure(one: Measure) -> dict[str, object]:
    clock = one.clock
    return {
        "种类": str(one.scope),
        "环节": one.step,
        "承办": one.holder,
        "时限": str(clock.limit),
        "单位": str(DayKind.NATURAL if clock.limit.unit is DayKind.NATURAL else DayKind.WORKING),
        "起算": str(clock.started),
        "止": _day(clock.ended),
        "到期日": _day(clock.due),
        "天数": clock.budget,
        "延长": clock.extended,
        "已用": clock.used,
        "剩余": clock.left,
        "超出": clock.over,
        "牌": str(clock.card),
        "暂停": [
            {"种类": part.kind, "依据": part.basis, "起": str(part.since), "止": _day(part.until), "天数": part.days}
            for part in clock.suspensions
        ],
    }


def _day(day: date | None) -> str | None:
    return None if day is None else str(day)
