"""办件: one application living through a process, as its events tell it.

A case is the sum of its events, which are only ever added; its marking, clocks and state are worked out of them. It is
pinned to the definition it was opened with (``definition``, a content hash), so that a later change of the declaration
does not change what has happened.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from processes.model.matter import VersionLabel


class EventKind(StrEnum):
    """What may happen to a case."""

    OPENED = "收件"
    """The application has come in, with the materials ``names``; it goes through the version ``event`` (优化后) of
    ``definition``."""
    MOVED = "流转"
    """``event`` was chosen at ``node``: the file went on. A 补正告知 says by ``names`` what has to be supplied."""
    HANDED_IN = "收到材料"
    """``names`` are the materials that came in."""
    PAUSED = "暂停计时"
    """``reason`` is one of the lawful kinds of time that is not counted (行政许可法 art. 45, or the special law)."""
    RESUMED = "恢复计时"
    """The clock runs again."""
    DEEMED = "视为受理"
    """Nobody said in time what was missing: accepted since receipt (行政许可法 art. 32 (4)), which is ``effective``.

    The file goes on from ``node`` by ``event``; both are empty when it was not at 受理."""
    MIGRATED = "换用新流程"
    """The case goes on in the version ``event`` of another definition: ``definition`` is its digest (its files have to
    be kept with the event), ``names`` are the places of the new net that hold the file."""
    EXTENDED = "延长期限"
    """The limit of the case is longer by ``event`` days, in its own unit (行政许可法 art. 42: once); ``reason`` is what
    the applicant is told, ``names`` who has approved it."""
    WITHDRAWN = "撤回申请"
    """The applicant does not want it any more; ``reason`` is what he said. The case is over without a decision."""
    CARDED = "亮牌"
    """A limit is about to run out or has run out; ``reason`` is the card, 黄牌 or 红牌."""
    REFUSED = "违规"
    """Somebody tried what was out of order or not theirs to do; nothing has changed, but it is remembered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseEvent:
    """One thing that happened. ``at`` has a time zone; ``unit`` and ``person`` did it (or tried to).

    ``key`` tells a repeated message from a new one: of two with the same key in one case the second is not done again.
    ``node`` and ``event`` are those of ``Net.transition``. ``reason`` is what was said: the kind of a pause, what was
    wrong with an attempt. ``effective``: since which day it counts, where that is not the day of ``at``.
    """

    kind: EventKind
    at: datetime
    unit: str
    person: str
    key: str
    node: str = ""
    event: str = ""
    names: tuple[str, ...] = ()
    reason: str = ""
    effective: date | None = None
    definition: str = ""


class CaseStatus(StrEnum):
    """How a case stands."""

    OPEN = "在办"
    PAUSED = "暂停"
    CLOSED = "办结"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseHead:
    """What is known of a case at one look. ``number`` (办件编号) is unique in a registry.

    ``matter`` is the number of the matter in its ``department``, ``label`` which of its versions; ``definition`` the
    digest of that. ``version`` counts the events: whoever adds one names the version he has seen. ``marking`` is that
    of ``Net``, 0 once the application has been withdrawn; ``due`` the last day of the whole limit, None as long as no
    clock runs.
    """

    number: str
    department: str
    matter: str
    label: VersionLabel
    definition: str
    applicant: str
    received_on: date
    version: int
    marking: int
    status: CaseStatus
    due: date | None = None


class TimerKind(StrEnum):
    """What a case waits for a day to do."""

    DEEMED = "视为受理"
    """The sixth working day after receipt, if nobody has accepted or said what is missing by then."""
    YELLOW = "黄牌"
    """The day on which people are reminded that a limit is about to run out."""
    RED = "红牌"
    """The first day after a limit."""


@dataclass(frozen=True, slots=True)
class Timer:
    """That something is to be looked at on the day ``due``; ``case`` is its number. One of a kind in a case.

    The timers given with an event replace all those that the case had.
    """

    case: str
    kind: TimerKind
    due: date


@dataclass(frozen=True, slots=True)
class Message:
    """Something to be told to the outside because of an event: written with it, sent afterwards (an outbox).

    ``topic`` is the kind of news (收件, 补正, 办结 …), ``text`` a sentence for people.
    """

    case: str
    topic: str
    text: str
