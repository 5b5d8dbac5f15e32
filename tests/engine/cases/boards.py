"""Cases for the tests of the board: a small city in the middle of March 2018, a month without a holiday."""

from __future__ import annotations

from datetime import date

from engine.cases.board import Board, board_of
from engine.cases.clocks import Rules
from engine.cases.entries import Seen
from engine.cases.history import History, Pause, Stay
from engine.cases.ledger import Accounts
from processes.calendars.calendar import calendar_of
from tests.declaring import Declared

JOINT = """名称: 联合事项
优化前:
  承办: 综合股
  时限: 20工作日
  材料: 无
  流程:
    - 受理 | 1工作日 | 审
    - 环节: 联审 | 6工作日
      并联:
        - 现场核查 | 业务股 | 5工作日 | 核查
        - 治安审查 | 公安局交警大队 | 2工作日 | 审
    - 决定 | 局领导 | 2工作日 | 签批
"""
CORRECTION = "一次告知补正/一次告知补正"


def on(day: int) -> date:
    """A day of March 2018; the 5th, 12th, 19th and 26th are Mondays."""
    return date(2018, 3, day)


def stay(node: str, entered: int, left: int | None = None) -> Stay:
    """The file at a node, from day to day of March 2018."""
    return Stay(node, on(entered), None if left is None else on(left))


def accounts(declared: Declared) -> Accounts:
    """The accounts of the small matter as it was before."""
    return Accounts(declared.before, declared.matter.statutory, Rules(calendar_of()))


def seen(
    number: str,
    accounts: Accounts,
    *stays: Stay,
    department: str = "示范局",
    matter: str = "示范事项",
    received: int = 5,
    accepted: int | None = None,
    closed: int | None = None,
    pauses: tuple[Pause, ...] = (),
) -> Seen:
    """A case."""
    return Seen(
        number=number,
        department=department,
        matter=matter,
        applicant="某甲公司",
        accounts=accounts,
        history=History(
            stays=stays,
            pauses=pauses,
            received_on=on(received),
            accepted_on=None if accepted is None else on(accepted),
            closed_on=None if closed is None else on(closed),
        ),
    )


def city(small: Declared, joint: Declared) -> tuple[Seen, ...]:
    """Every way in which a case may stand on the 15th; the small matter has 10 working days, its 审查 5, its 决定 2."""
    own, several = accounts(small), accounts(joint)
    law = Pause("听证", on(8))
    return (
        seen("甲-1", own, stay("受理", 5, 6), stay("审查", 6), accepted=6),  # 审查 was due on the 13th
        seen("甲-2", own, stay("受理", 8, 9), stay("审查", 9), received=8, accepted=9),  # 审查 is due on the 16th
        seen("甲-3", own, stay("受理", 5, 6), stay("审查", 6), accepted=6, pauses=(law,)),
        seen("甲-4", own, stay("受理", 5, 6), stay(CORRECTION, 6)),
        seen("甲-5", own, stay("受理", 1, 1), stay("审查", 1, 2), stay("决定", 2, 5), received=1, accepted=1, closed=5),
        seen("甲-6", own, stay("受理", 14), received=14),  # due on the 15th itself
        seen(
            "乙-1", several, stay("受理", 9, 12), stay("现场核查", 12), stay("治安审查", 12),
            department="住建局", matter="联合事项", received=9, accepted=12,
        ),  # 治安审查 was due on the 14th
        seen("乙-2", several, stay("受理", 20), department="住建局", matter="联合事项", received=20),
    )  # fmt: skip


def board(small: Declared, joint: Declared, *, day: int = 15, department: str = "") -> Board:
    """The board of that city."""
    return board_of(
        city(small, joint), on(day), city="示范市", departments=("住建局", "示范局", "公安局"), department=department
    )
