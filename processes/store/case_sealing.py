"""What is kept of a case beside the plain columns, and the seal over each event.

The seal of an event is the SHA-256 of everything that it says, of how the case stood afterwards, of the messages that
went out with it, and of the seal before it; before the first one stands that of what never changes of the case. So an
event that was changed, taken out or put between others is found out, and so is a case that stands otherwise than its
events say. Whoever takes away the last events of a case and sets it back, or the whole case, is not found out by this.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import lru_cache
from hashlib import sha256
from typing import Any

from processes.model.case import CaseEvent, CaseHead, CaseStatus, Timer, TimerKind
from processes.model.filing import utc
from processes.model.matter import VersionLabel
from processes.store.batches import Batch
from processes.store.failures import NotText

_text = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


EVENT = (
    *("number", "kind", "at", "unit", "person", "key", "node", "event", "names"),
    *("reason", "effective", "definition", "state", "seal"),
)
"""The columns of ``happened`` but for its case: of an ``EventRow``."""

EventRow = tuple[Any, ...]
"""A row of ``happened`` without its case; days and times as text, as SQLite keeps and PostgreSQL reads them."""

_EFFECTIVE = EVENT.index("effective")


def event_rows(batch: Batch, state: str, messages: str, before: str) -> list[EventRow]:
    """The rows of the events of a batch, the seal of each the last of its columns. Raises as ``sealed_bytes``.

    ``state``: how the case stands afterwards, as ``state_text``; ``messages`` as ``pairs_text``; ``before``: the seal
    of the event before.
    """
    rows, number, last = list[EventRow](), batch.seen_version, batch.head.version
    for event in batch.events:
        number += 1
        if number == last:
            said, told = said_of(number, event, state), messages
        else:
            said, told = said_of(number, event, ""), "[]"
        before = seal_of(said, told, before)
        rows.append((*said, before))
    return rows


def said_of(number: int, event: CaseEvent, state: str) -> EventRow:
    """The columns of an event from ``number`` to ``state``."""
    return (
        number,
        str(event.kind),
        moment_text(event.at),
        event.unit,
        event.person,
        event.key,
        event.node,
        event.event,
        _text(event.names) if event.names else "[]",
        event.reason,
        day_text(event.effective),
        event.definition,
        state,
    )


def sealed_bytes(said: EventRow, messages: str) -> bytes:
    """What the seal of an event is made of, all but the seal before it, which follows: NULs stand between.

    Raises ``NotText`` for a NUL within, ``UnicodeEncodeError`` for half a character.
    """
    number, effective = said[0], said[_EFFECTIVE]
    parts = (str(number), *said[1:_EFFECTIVE], str(effective), *said[_EFFECTIVE + 1 :], messages, "")
    whole = "\0".join(parts).encode()
    if whole.count(0) != len(parts) - 1:
        raise NotText
    return whole


def refuse_nul(texts: Iterable[str]) -> None:
    """Raises ``NotText`` for a NUL in one of them: SQLite would keep it, PostgreSQL does not."""
    if any("\0" in one for one in texts):
        raise NotText


def seal_of(said: EventRow, messages: str, before: str) -> str:
    """The seal of an event; ``said``: its columns from ``number`` to ``state``. Raises as ``sealed_bytes``."""
    return sha256(sealed_bytes(said, messages) + before.encode()).hexdigest()


def after(batch: Batch) -> tuple[str, str | None, str, str]:
    """Of a case after a batch: its timers, the first day of them, how it stands; and the messages: all as text.

    Raises ``NotText`` for a NUL in a message, which JSON would hide from ``sealed_bytes``.
    """
    timers, wakes = "[]", None
    if batch.timers:
        timers, wakes = timers_text(batch.timers), day_text(min(one.due for one in batch.timers))
    told = "[]"
    if batch.messages:
        pairs = [(one.topic, one.text) for one in batch.messages]
        refuse_nul(text for pair in pairs for text in pair)
        told = pairs_text(pairs)
    return timers, wakes, state_text(batch.head, timers), told


def first_seal(head: CaseHead) -> str:
    """What stands before the first event: the seal of what never changes of a case."""
    said = (head.number, head.department, head.matter, head.applicant, day_text(head.received_on))
    return sha256(_text(said).encode()).hexdigest()


def state_text(head: CaseHead, timers: str) -> str:
    """How a case stands, in JSON: what of it can change, but for the version. None of it can hold a quotation mark."""
    due = "null" if head.due is None else f'"{day_text(head.due)}"'
    return f'["{head.definition}","{str(head.label)}","{head.marking:x}","{str(head.status)}",{due},{timers}]'  # noqa: RUF010 - twice as quick


def timers_text(timers: Iterable[Timer]) -> str:
    """Timers as JSON, pairs of day and kind, in their order."""
    return pairs_text(sorted((day_text(one.due) or "", str(one.kind)) for one in timers))


def timers_from(number: str, text: str) -> tuple[Timer, ...]:
    """Those timers of the case again."""
    return tuple(Timer(number, TimerKind(kind), date.fromisoformat(due)) for due, kind in json.loads(text))


def pairs_text(pairs: Iterable[tuple[str, str]]) -> str:
    """Pairs of texts as JSON."""
    there = list(pairs)
    return _text(there) if there else "[]"


def names_from(text: str) -> tuple[str, ...]:
    """The ``names`` of an event again."""
    return tuple(json.loads(text))


def head_of(row: Sequence[object]) -> CaseHead:
    """The head in a row of ``standing``: the columns ``HEAD``, days as such or as text."""
    number, department, matter, applicant, received_on, label, definition, version, marking, status, due = row
    return CaseHead(
        number=str(number),
        department=str(department),
        matter=str(matter),
        applicant=str(applicant),
        received_on=date.fromisoformat(str(received_on)),
        label=VersionLabel(str(label)),
        definition=str(definition),
        version=int(str(version)),
        marking=int(str(marking), 16),
        status=CaseStatus(str(status)),
        due=None if due is None else date.fromisoformat(str(due)),
    )


@lru_cache(maxsize=256)
def moment_text(at: datetime) -> str:
    """A time in UTC, to the microsecond. What happens in one round has one time."""
    return utc(at).isoformat(sep=" ", timespec="microseconds")


@lru_cache(maxsize=4096)
def day_text(day: date | None) -> str | None:
    """A day as 2017-12-29. Cases share their days: there are few of them."""
    return None if day is None else day.isoformat()
