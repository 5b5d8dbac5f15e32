"""起算: the day from which the limit of a whole case runs, as the declaration names it.

- 受理之日 is the rule (行政许可法 art. 42: 自受理行政许可申请之日起); 立案之日 is the same day of a case that nobody
  applied for (行政处罚法 of 2021, art. 60). Where nobody said in time what is missing, that is the day of receipt
  (行政许可法 art. 32 (4)); the history of the case says so.
- From receipt run those whose law says so (事业单位登记管理暂行条例 art. 8). What has to be complete runs from the day
  on which the last missing paper came in: 补正 is never counted, before acceptance either.
- From the end of a period for applications (教师资格条例 art. 16: 受理期限终止之日起30日).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from functools import lru_cache

_PERIOD_ENDS = re.compile("终止|期满|届满|截止|期限结束")
_RECEIVED = re.compile("收到|收件|接到|接收|接件|提交|递交|提出申请|申请之日|登记之日")
_ACCEPTED = re.compile("受理|立案")


class StartKind(Enum):
    """What a limit runs from."""

    ACCEPTED = auto()
    RECEIVED = auto()
    PERIOD_ENDED = auto()


@dataclass(frozen=True, slots=True)
class StartDay:
    """The day, None as long as it has not come; ``doubt``: why it may be another one, empty if it may not."""

    day: date | None
    doubt: str = ""


@lru_cache(1 << 8)
def start_kind(runs_from: str) -> StartKind | None:
    """What the words of a declaration mean; None if they are none of the usual ones."""
    if _PERIOD_ENDS.search(runs_from):
        return StartKind.PERIOD_ENDED
    if _RECEIVED.search(runs_from):
        return StartKind.RECEIVED
    return StartKind.ACCEPTED if _ACCEPTED.search(runs_from) else None


def start_day(
    runs_from: str, *, received: date | None, completed: date | None, accepted: date | None, period_ended: date | None
) -> StartDay:
    """The day from which a limit declared with 起算 ``runs_from`` runs.

    ``completed``: the day on which the last paper asked for came in; as long as it has not, ``received`` is None. A
    period of which nobody has said when it ended, and words that are not understood, are taken for acceptance, with a
    doubt: too early rather than too late.
    """
    match start_kind(runs_from):
        case StartKind.RECEIVED:
            return StartDay(completed or received)
        case StartKind.ACCEPTED:
            return StartDay(accepted)
        case StartKind.PERIOD_ENDED if period_ended is not None:
            return StartDay(period_ended)
        case StartKind.PERIOD_ENDED:
            return StartDay(accepted, f"没有登记{runs_from},先按受理之日起算")
        case None:
            return StartDay(accepted, f"不明白从“{runs_from}”起算,先按受理之日起算")
