"""What is said of cases on the board, the same in all formats."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from engine.cases.board import Board, Row
from engine.cases.cards import Card
from engine.cases.clocks import Clock
from engine.cases.entries import Entry, Measure, Scope, Spot
from engine.reckoning import spoken
from processes.model.limits import DayKind


class Group(Enum):
    """What cases are listed for: the word and a sign, so that they are told apart without colour."""

    RED = ("红牌", "▲")
    YELLOW = ("黄牌", "◆")
    DUE = ("今日到期", "●")
    PAUSED = ("暂停", "■")
    LATE = ("超时办结", "◎")

    @property
    def word(self) -> str:
        """What it is called."""
        return self.value[0]

    @property
    def sign(self) -> str:
        """The sign before it."""
        return self.value[1]


def share_text(row: Row) -> str:
    """``4.2%``; nothing without cases."""
    return f"{row.overdue_share:.1%}" if row.received else ""


COLUMNS: tuple[tuple[str, Callable[[Row], str]], ...] = (
    ("收件", lambda row: str(row.received)),
    ("在办", lambda row: str(row.open)),
    ("待补正", lambda row: str(row.waiting)),
    ("暂停", lambda row: str(row.paused)),
    ("今日到期", lambda row: str(row.due)),
    ("黄牌", lambda row: str(row.yellow)),
    ("红牌", lambda row: str(row.red)),
    ("办结", lambda row: str(row.closed)),
    ("超时办结", lambda row: str(row.closed_late)),
    ("超时率", share_text),
)
"""Heads of the table of departments, and what stands under them."""

TOTAL = "合计"

_MOST_YEARS = 3
"""Years that are named."""

NOTES = (
    "在办含待补正和暂停;红牌、黄牌、今日到期只算在办的,环节、承诺、法定三种时限有一种到了就算。",
    "超时率=(红牌+超时办结)÷收件。环节超了时、整件按时办结的,不算超时办结。",
)
"""How it is counted."""


def heading(board: Board) -> str:
    """``海林市2018-01-20(星期六)办件看板``."""
    whose = board.department or board.city
    return f"{whose}{spoken(board.day)}办件看板"


def groups_of(entry: Entry, board: Board) -> tuple[Group, ...]:
    """What a case is listed for; a closed one only if it was late."""
    if entry.closed_on:
        return (Group.LATE,) if entry.card is Card.RED else ()
    found = [Group.RED] if entry.card is Card.RED else [Group.YELLOW] if entry.card is Card.YELLOW else []
    if entry.is_due(board.day):
        found.append(Group.DUE)
    if entry.is_paused:
        found.append(Group.PAUSED)
    return tuple(found)


def measure_text(one: Measure) -> str:
    """``环节“审查”5工作日``, ``承诺时限10工作日``, ``法定时限20工作日(已延长10天)``."""
    name = f"环节“{one.step}”" if one.scope is Scope.STEP else str(one.scope)
    longer = f"(已延长{one.clock.extended}天)" if one.clock.extended else ""
    return f"{name}{one.clock.limit}{longer}"


def days_text(clock: Clock, number: int) -> str:
    """``3个工作日``, ``3天``; ``约3个工作日`` where days off are not known."""
    about = "约" if clock.is_about else ""
    return f"{about}{number}{'天' if clock.limit.unit is DayKind.NATURAL else '个工作日'}"


def state_text(clock: Clock) -> str:
    """How it stands to its last day: ``超3个工作日``, ``今日到期``, ``剩2天``, ``暂停,剩2个工作日``; nothing for 无."""
    if clock.is_late:
        return f"超{days_text(clock, clock.over)}" if clock.over else f"超时,未满{days_text(clock, 1)}"
    if clock.left is None or clock.ended is not None:
        return ""
    if clock.due == clock.seen:
        return "今日到期"
    left = f"剩{days_text(clock, max(0, clock.left))}"
    return f"暂停,{left}" if clock.is_paused else left


def due_text(clock: Clock) -> str:
    """``2018-03-15(星期四)``, ``(暂定)`` behind it where it is; 暂停 or nothing where there is no last day."""
    if clock.due is None:
        return "暂停中" if clock.is_paused else ""
    return spoken(clock.due) + ("(暂定)" if clock.provisional else "")


def pauses_text(clock: Clock) -> str:
    """``听证 2018-03-06~2018-03-08 扣2个工作日(《行政许可法》第四十五条)``, one after another."""
    said = []
    for one in clock.suspensions:
        basis = f"({one.basis})" if one.basis and one.basis != one.kind else ""
        until = one.until or "今"
        said.append(f"{one.kind} {one.since}~{until} 扣{days_text(clock, one.days)}{basis}")
    return ";".join(said)


def where_text(entry: Entry) -> str:
    """The 环节 at which the file lies, each with who has it in hand: ``现场核查(业务股)、治安审查(公安局交警大队)``."""
    return "、".join(f"{spot.step}({who})" if (who := holder_text(spot)) else spot.step for spot in entry.spots)


def holder_text(spot: Spot) -> str:
    """Who has it in hand."""
    return "等申请人" if spot.waiting else spot.holder


def missing_text(board: Board) -> str:
    """Which years are counted provisionally; empty if none is."""
    if not board.missing:
        return ""
    years = "、".join(map(str, board.missing[:_MOST_YEARS])) + "等" * (len(board.missing) > _MOST_YEARS)
    return f"暂定:{years}年的放假安排还没有,只扣了周末;通知公布后写 日历/{board.missing[0]}.yaml 再看。"
