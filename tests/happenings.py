"""Cases for the tests of their book, the soak and the benchmark: what happens to them is made up."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from processes.model.case import CaseEvent, CaseHead, CaseStatus, EventKind, Message, Timer, TimerKind
from processes.model.filing import FiledFile
from processes.model.matter import VersionLabel
from processes.store.batches import Batch, definition_digest

RECEIVED = date(2017, 12, 29)
BEGIN = datetime(2017, 12, 29, 8, 5, 30, 123456, tzinfo=UTC)
DEFINITION = (
    FiledFile("方案.yaml", "名称: 示范市工作方案\n".encode() * 20),
    FiledFile("水务局/单位.yaml", "简称: 水务局\n".encode()),
    FiledFile("水务局/01-取水.yaml", "名称: 取水许可\n".encode() * 50),
)
WIDE = 1 << 80
"""A place that a 63-bit integer cannot hold."""


def moved(key: str, node: str = "受理", *, minutes: int = 5) -> CaseEvent:
    """The file went on from ``node``."""
    return CaseEvent(
        kind=EventKind.MOVED,
        at=BEGIN + timedelta(minutes=minutes),
        unit="行政审批股",
        person="张三",
        key=key,
        node=node,
        event="下一环节",
    )


def opened(number: str = "2017-001", key: str = "收件", department: str = "水务局") -> Batch:
    """The beginning of a case: one event, two timers, one message."""
    head = CaseHead(
        number=number,
        department=department,
        matter="01",
        label=VersionLabel.AFTER,
        definition=definition_digest(DEFINITION),
        applicant="某甲公司",
        received_on=RECEIVED,
        version=1,
        marking=1,
        status=CaseStatus.OPEN,
        due=date(2018, 1, 29),
    )
    event = CaseEvent(
        kind=EventKind.OPENED,
        at=BEGIN,
        unit="政务大厅",
        person="李四",
        key=key,
        names=("申请书", "平面图"),
        effective=RECEIVED,
        definition=head.definition,
    )
    return Batch(
        seen_version=0,
        events=(event,),
        head=head,
        timers=(timer(number, TimerKind.YELLOW, 20), timer(number, TimerKind.RED, 32)),
        messages=(Message(number, "收件", "已经收到申请。"),),
        definition=DEFINITION,
    )


def timer(number: str, kind: TimerKind, days: int) -> Timer:
    """A timer so many days after receipt."""
    return Timer(number, kind, RECEIVED + timedelta(days=days))


def gone_on(head: CaseHead, *keys: str, marking: int = WIDE, status: CaseStatus = CaseStatus.OPEN) -> Batch:
    """What follows ``head``: an event for each of ``keys``; no timers and no messages."""
    after = replace(head, version=head.version + len(keys), marking=marking, status=status)
    return Batch(seen_version=head.version, events=tuple(map(moved, keys)), head=after)
