"""办件看板 as a table of cases for WPS and Excel: a line for each, its worst limit beside it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from engine.cases.board import Board
from engine.cases.entries import Entry
from renderers.case_boards.wording import (
    holder_text,
    measure_text,
    pauses_text,
    state_text,
)

HEADS = (
    *("编号", "部门", "事项", "申请人", "收件日期", "受理日期", "办结日期", "状态", "牌", "今日到期"),
    *("时限", "到期日", "已用", "剩余", "超出", "超期说明", "扣除", "现在的环节", "承办", "起算存疑"),
)
"""The columns."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so is reckoned by a spreadsheet; with a ' before it, it is text."""


def render(board: Board) -> str:
    """The whole table, lines ending as in Unix; cases of others that lie here come last."""
    stream = StringIO()
    table = csv.writer(stream, lineterminator="\n")
    table.writerow(HEADS)
    for one in (*board.total.entries, *board.guests):
        table.writerow(
            [f"'{cell}" if cell.startswith(_FORMULA) and not _is_number(cell) else cell for cell in _cells(one, board)]
        )
    return stream.getvalue()


def _is_number(cell: str) -> bool:
    return cell.removeprefix("-").isdecimal()


def _cells(one: Entry, board: Board) -> Iterator[str]:
    yield from (one.number, one.department, one.matter, one.applicant)
    yield from (str(day or "") for day in (one.received_on, one.accepted_on, one.closed_on))
    yield from (str(one.status), str(one.card), "是" if one.is_due(board.day) else "")
    if one.measures:
        worst = one.measures[0]
        clock = worst.clock
        numbers = (clock.used, clock.left, clock.over)
        yield measure_text(worst)
        yield from (str(clock.due or ""), *("" if number is None else str(number) for number in numbers))
        yield from (state_text(clock), pauses_text(clock))
    else:
        yield from ("",) * 7
    yield "、".join(spot.step for spot in one.spots)
    yield "、".join(dict.fromkeys(map(holder_text, one.spots)))
    yield one.doubt
