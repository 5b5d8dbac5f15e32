"""Which of a stage's deliverables a department owes, and how many copies of each.

Source: the filing matrix (domain annexes §0.2): 附件1–3 and 调整意见 only of departments with 行政审批事项 before the
reform, 附件7 and 附件8 one per matter, 附件10 only where published information has to change; what enters the hall
(R601–R606) only of departments that keep 行政审批事项. Everything else is owed by every department of the plan.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

from engine.annexes import annexes
from engine.documents import department_kinds
from processes.rules.stages import ENTRY, OPINION

OTHER_NAMES: Mapping[str, str] = MappingProxyType({"入驻事项清单": "进驻清单"})
"""What the plan calls a document that we know by another name (``zaizao document --文种``)."""

PER_MATTER = ("附件7", "附件8")
"""Forms of which there is one for each matter."""

_OF_APPROVALS = frozenset(("附件1", "附件2", "附件3", OPINION))
_CHARTS = "附件8"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the declarations of a department say about what it owes. All numbers are numbers of matters.

    ``matters``: declared, of which ``broken`` do not hold together and ``unread`` cannot even be read; ``kept``: not
    cancelled. ``approvals``: 行政审批事项; ``approvals_kept``: those neither cancelled nor devolved, of which
    ``entering`` enter the hall. ``has_approval_office``: a 行政审批股 is declared. ``to_change``: fields of published
    matters that have to be changed (附件10). ``errors`` and ``warnings``: findings to mend. ``papers``: 文件 of
    单位.yaml, name → what is said of it.
    """

    matters: int = 0
    broken: int = 0
    unread: int = 0
    kept: int = 0
    kept_sound: int = 0
    approvals: int = 0
    approvals_kept: int = 0
    entering: int = 0
    has_approval_office: bool = False
    to_change: int = 0
    errors: int = 0
    warnings: int = 0
    papers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def sound(self) -> int:
        """Matters that hold together."""
        return self.matters - self.broken


@dataclass(frozen=True, slots=True)
class Owed:
    """A department owes a deliverable: ``copies`` of it, of which ``ready`` could be made of what is declared."""

    copies: int = 1
    ready: int = 1


@dataclass(frozen=True, slots=True)
class NotOwed:
    """It does not concern the department (不涉及); ``reason`` says why."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unclear:
    """What is declared does not show yet whether it concerns the department (待定)."""

    reason: str


Debt = Owed | NotOwed | Unclear


def is_made(deliverable: str) -> bool:
    """Whether the program makes it. What it does not make (窗口授权书 …) only people can confirm."""
    return known_name(deliverable) in _made()


@cache
def _made() -> frozenset[str]:
    return frozenset((*annexes(), *department_kinds(), _CHARTS))


def known_name(deliverable: str) -> str:
    """The name by which we know a deliverable of the plan."""
    return OTHER_NAMES.get(deliverable, deliverable)


def debt_of(deliverable: str, facts: Facts) -> Debt:
    """What a department owes of one deliverable."""
    name = known_name(deliverable)
    if name in _OF_APPROVALS:
        return _of_approvals(facts, facts.approvals, "没有行政审批事项")
    if any(word in name for word in ENTRY):
        entering = facts.approvals_kept if is_made(deliverable) else facts.entering
        return _of_approvals(facts, entering, "没有要进驻的行政审批事项" if facts.approvals else "没有行政审批事项")
    if name in _BY_MATTERS:
        return _BY_MATTERS[name](facts)
    return Owed(ready=int(facts.sound > 0))


_NOTHING = "没有申报事项,看不出涉及不涉及"
_UNREAD = "有事项有错误,看不出涉及不涉及"


def _of_approvals(facts: Facts, number: int, nobody: str) -> Debt:
    if number:
        return Owed(ready=int(facts.sound > 0))
    if not facts.matters:
        # As R901 does: whoever has formed a 行政审批股 has matters for it.
        return Owed(ready=0) if facts.has_approval_office else Unclear(_NOTHING)
    return Unclear(_UNREAD) if facts.unread else NotOwed(nobody)


def _of_cards(facts: Facts) -> Debt:
    """附件7 informs of what is still done."""
    if facts.matters and not facts.kept:
        return NotOwed("事项都取消了")
    return Owed(copies=max(facts.kept, 1), ready=facts.kept_sound)


def _of_changes(facts: Facts) -> Debt:
    if facts.to_change:
        return Owed()
    if not facts.matters or facts.broken:
        return Unclear(_UNREAD if facts.matters else _NOTHING)
    return NotOwed("没有要更改的网上公示信息")


def _of_charts(facts: Facts) -> Debt:
    return Owed(copies=max(facts.matters, 1), ready=facts.sound)


_BY_MATTERS: Mapping[str, Callable[[Facts], Debt]] = MappingProxyType(
    {"附件7": _of_cards, _CHARTS: _of_charts, "附件10": _of_changes}
)
