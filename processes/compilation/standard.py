"""The standard side branches by kind of matter: where they leave, what they are, what document ends them.

Source: declaration format §3 (table of standard branches); 行政许可法 art. 32 (一次告知, 5日; 不予受理) and art. 38
(不予许可 with reasons). 5日 are working days by art. 82 of that law.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from processes.compilation.dictionary import decides, kinds_of
from processes.model.flow import Entry, StepEntry
from processes.model.limits import IMMEDIATE, DayKind, TimeLimit
from processes.model.vocabulary import MatterType, StepKind

NOTICE_LIMIT = TimeLimit(Fraction(5), DayKind.WORKING)
"""行政许可法 art. 32 (4): what is missing is told once, on the spot or within five days."""


@dataclass(frozen=True, slots=True)
class StandardBranch:
    """A side branch that every matter of a kind has unless it says otherwise.

    ``at_decision``: leaves at the 决定 step, else at 受理. ``condition`` labels its entry, ``otherwise`` the main path.
    ``returns``: goes back to the step it left.
    """

    name: str
    condition: str
    otherwise: str
    document: str
    at_decision: bool = False
    returns: bool = False


CORRECTION = StandardBranch("一次告知补正", "材料不齐全或不符合法定形式", "符合受理条件", "补正告知书", returns=True)
NOT_ACCEPTED = StandardBranch("不予受理", "不属于受理范围", "符合受理条件", "不予受理决定书")
NOT_PERMITTED = StandardBranch("不予许可", "不符合条件", "符合条件", "不予行政许可决定书", at_decision=True)
NOT_GRANTED = StandardBranch("不予办理", "不符合条件", "符合条件", "不予办理告知书", at_decision=True)
NOT_FILED = StandardBranch("不予立案", "不符合立案条件", "符合立案条件", "不予立案审批表")
NOT_PUNISHED = StandardBranch("不予处罚", "不予处罚", "应予处罚", "不予处罚决定书", at_decision=True)

_PERMIT = (CORRECTION, NOT_ACCEPTED, NOT_PERMITTED)
_SERVICE = (CORRECTION, NOT_ACCEPTED, NOT_GRANTED)
_PUNISHMENT = (NOT_FILED, NOT_PUNISHED)

_BY_KIND: dict[str, tuple[StandardBranch, ...]] = {
    "行政许可": _PERMIT,
    "行政处罚": _PUNISHMENT,
    **dict.fromkeys(("行政给付", "行政确认", "行政奖励", "行政裁决", "行政复议", "年检", "税费减免", "其他"), _SERVICE),
}


def standard_branches(matter_type: MatterType, kind: str) -> tuple[StandardBranch, ...]:
    """The standard branches of a kind of matter; none for 其他事项 and the powers exercised ex officio."""
    if matter_type is MatterType.PUBLIC_SERVICE:
        return _SERVICE
    if matter_type is MatterType.OTHER:
        return ()
    return _BY_KIND.get(kind, ())


def accepting_step(entries: tuple[Entry, ...]) -> int | None:
    """Index of 受理: the first 环节 of that kind in the main list, else the first 环节; None if there is none."""
    steps = [index for index, entry in enumerate(entries) if isinstance(entry, StepEntry)]
    for index in steps:
        if StepKind.ACCEPT in kinds_of(_step(entries[index])):
            return index
    return steps[0] if steps else None


def deciding_step(entries: tuple[Entry, ...]) -> int | None:
    """Index of 决定: the last 环节 of that kind or with a deciding 程序, else the last before 制证 or 送达."""
    steps = [index for index, entry in enumerate(entries) if isinstance(entry, StepEntry)]
    for index in reversed(steps):
        if decides(_step(entries[index])):
            return index
    ending = {StepKind.PRODUCE, StepKind.DELIVER}
    for index in reversed(steps):
        if not ending.intersection(kinds_of(_step(entries[index]))):
            return index
    return steps[-1] if steps else None


def _step(entry: Entry) -> StepEntry:
    assert isinstance(entry, StepEntry)
    return entry


def branch_limit(branch: StandardBranch, left: TimeLimit) -> TimeLimit:
    """The limit of a standard branch that leaves a step whose limit is ``left``."""
    if branch.returns:
        return IMMEDIATE if left.is_immediate else NOTICE_LIMIT
    return left if branch.at_decision else IMMEDIATE
