"""What was filed, version after version, and what became of it, as a report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from engine.annexes.form import Cell
from engine.reports.report import Column, ColumnKind, Report, Table
from processes.model.filing import ReviewState, Submission

_COLUMNS = (
    Column("部门"),
    Column("阶段", ColumnKind.NUMBER),
    Column("版次", ColumnKind.NUMBER),
    Column("报送时间"),
    Column("经办"),
    Column("错误", ColumnKind.NUMBER),
    Column("警告", ColumnKind.NUMBER),
    Column("状态"),
    Column("审核"),
    Column("理由"),
)


def filed_report(submissions: Sequence[Submission], time_text: Callable[[datetime], str]) -> Report:
    """A row a version. ``time_text``: how a time (UTC) is written where it is read."""
    states = [one.state for one in submissions]
    counts = "、".join(f"{state} {states.count(state)} 版" for state in ReviewState if state in states)
    departments = len({one.department for one in submissions})
    said = f"{departments} 个单位,{len(states)} 版:{counts}" if states else "没有报送"
    table = Table("报送和审核", _COLUMNS, tuple(_row(one, time_text) for one in submissions))
    return Report(title="报送记录", summary=f"报送记录:{said}", parts=(table,) if submissions else ())


def _row(one: Submission, time_text: Callable[[datetime], str]) -> tuple[Cell, ...]:
    last = one.reviews[-1] if one.reviews else None
    return (
        Cell(one.department),
        Cell(one.stage),
        Cell(one.version),
        Cell(time_text(one.filed_at)),
        Cell(one.who),
        Cell(one.errors),
        Cell(one.warnings),
        Cell(str(one.state)),
        Cell("" if last is None else f"{last.reviewer} {time_text(last.at)}"),
        Cell(one.reasons),
    )
