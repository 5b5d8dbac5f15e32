"""进度表 as JSON."""

from __future__ import annotations

import json

from engine.campaign.board import Board, Count, Row
from engine.campaign.standing import Entry, State
from engine.campaign.terms import Term
from renderers.boards.wording import details


def render(board: Board) -> str:
    """An object: the stages with counts of departments by state, the deliverables likewise, then every department."""
    content = {
        "城市": board.city,
        "日期": str(board.day),
        "登记库": board.has_registry,
        "阶段": [_term(board, term) for term in board.terms],
        "成果": [
            {"阶段": term.number, "成果": name, "份数": _copies(board, term, name)} | _count(board.by_form(term, name))
            for term, name in board.deliverables
        ],
        "部门": [_row(row) for row in board.rows],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _term(board: Board, term: Term) -> dict[str, object]:
    return {
        "序号": term.number,
        "名称": term.name,
        "期限": str(term.due),
        "最后一个工作日": str(term.last_worked),
        "剩余工作日": term.left,
        "暂定": term.provisional,
        "情况": str(term.phase),
    } | _count(board.by_stage(term))


def _copies(board: Board, term: Term, name: str) -> int:
    return sum(one.copies for one in board.entries_of(term, name))


def _count(count: Count) -> dict[str, object]:
    """Numbers of departments; states that no department is in are left out."""
    return {
        "应报": count.owed,
        "完成": count.done,
        "各状态": {str(state): count.of(state) for state in State if count.of(state)},
    }


def _row(row: Row) -> dict[str, object]:
    return {
        "部门": row.department,
        "组": row.group,
        "已申报": row.is_declared,
        "报送后有改动": list(row.changed),
        "成果": [_entry(one) for one in row.entries],
    }


def _entry(one: Entry) -> dict[str, object]:
    """``版次``, ``报送日期``, ``审核`` are ``null`` for what was not filed; errors are those at filing for what was."""
    latest = one.filed.latest if one.filed else None
    return {
        "阶段": one.stage,
        "成果": one.deliverable,
        "状态": str(one.state),
        "份数": one.copies,
        "能出份数": one.ready,
        "逾期工作日": one.late,
        "错误": one.errors,
        "警告": one.warnings,
        "版次": latest.version if latest else None,
        "报送日期": str(one.filed.last_day) if one.filed else None,
        "审核": str(latest.state) if latest else None,
        "说明": ";".join(details(one)),
    }
