"""Cases in a terminal or a pipe, in lines of at most the style's width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.table import Table as Grid
from rich.text import Text

from engine.cases.definition import Definition
from engine.cases.extending import approving, basis_of
from engine.cases.news import event_text
from engine.cases.timing import kept
from processes.model.case import EventKind
from renderers.cases.wording import (
    clock_text,
    date_text,
    hindrance_text,
    outcome_text,
    status_text,
    time_text,
    way_text,
)
from renderers.console import paragraph, printed
from renderers.lines import broken
from renderers.reports.style import PLAIN, Style

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import Console

    from engine.cases.look import Look, Spot
    from processes.model.case import CaseEvent

_COLUMNS = {"序号": 4, "时间": 16, "单位": 18, "人员": 12, "记录": 10, "内容": 36}
"""Columns of the history and the cells that they may be wide."""
_BETWEEN, _LEAST = 3, 16
"""Cells between two columns, and the fewest that the last one gets."""


def shown(look: Look, definitions: Sequence[Definition], style: Style = PLAIN) -> str:
    """A case at one look; ``definitions`` are those that its events ran on, one an event."""
    return printed(lambda console: _shown(console, look, definitions), style)


def situation(look: Look, style: Style = PLAIN) -> str:
    """Where the file is now, and what may happen next."""
    return printed(lambda console: _situation(console, look), style)


def _shown(console: Console, look: Look, definitions: Sequence[Definition]) -> None:
    definition = look.course.definition
    paragraph(
        console,
        f"办件 {look.head.number}  {definition.matter.name}({look.head.department}),{definition.label}流程",
        style="bold",
    )
    facts = [f"申请人 {look.head.applicant}", f"收件 {look.head.received_on}"]
    facts += (
        [f"受理 {look.course.history.accepted_on}{'(视为受理)' if look.course.deemed else ''}"]
        if look.course.history.accepted_on
        else []
    )
    facts += [f"到期 {look.head.due}"] if look.head.due else []
    paragraph(console, "  ".join([*facts, f"状态 {status_text(look)}"]), 2)
    console.print()
    _situation(console, look)
    if look.pauses and not look.course.paused:
        paragraph(console, f"  可以暂停计时:{'、'.join(look.pauses)}", 2)
    if look.extendable:
        definition = look.course.definition
        may = f"  可以延长期限一次:最多{look.extendable}天,须经{approving(definition)}批准({basis_of(definition)})"
        paragraph(console, may, 2)
    console.print()
    paragraph(console, "经过")
    console.print(_history(look.course.events, definitions, console.width))


def _situation(console: Console, look: Look) -> None:
    course = look.course
    for spot in look.spots:
        _spot(console, look, spot)
    said = {spot.step for spot in look.spots if spot.since}
    for limit in look.limits:
        # A named 并联 has a limit beside those of its branches.
        if limit.step not in said:
            paragraph(console, f"  {course.definition.step_called(limit.step)}{clock_text(limit)}", 2)
    if look.ledger.statutory.doubt:
        paragraph(console, f"  起算存疑:{look.ledger.statutory.doubt}。", 2)
    if look.spots and course.paused:
        paragraph(console, f"  因“{course.paused.kind}”从 {course.paused.since} 起暂停计时;恢复计时以后才能往下办。", 2)
    if look.tell_by and look.deemed_on:
        by, on = (date_text(day, provisional=look.provisional) for day in (look.tell_by, look.deemed_on))
        paragraph(console, f"  最迟 {by} 受理或者一次告知补正;逾期的,{on} 视为受理,从收件之日起算。", 2)
    if course.told_on and course.outstanding:
        paragraph(console, f"  {course.told_on} 已一次告知补正,等申请人补齐:{'、'.join(course.outstanding)}", 2)
    if course.end is not None:
        made = "、".join(course.documents)
        paragraph(console, f"结果:{course.end.name}。" + (f"出具:{made}。" if made else ""), style="bold")
        for limit in kept(course, look.ledger):
            paragraph(console, f"  {outcome_text(limit)}", 2)


def _spot(console: Console, look: Look, spot: Spot) -> None:
    definition = look.course.definition
    if spot.since is None:
        paragraph(console, f"【{spot.name}】等其他各路办完", 2, "bold")
        return
    paragraph(console, f"【{spot.name}】{spot.holders or '—'}办理,{spot.since} 到", 2, "bold")
    needed = definition.route.needs(spot.node)
    if spot.missing:
        paragraph(
            console,
            f"  材料  收到{len(needed) - len(spot.missing)}件,还缺{len(spot.missing)}件:{'、'.join(spot.missing)}",
            8,
        )
    elif needed:
        paragraph(console, f"  材料  {len(needed)}件,已经收齐", 8)
    for limit in look.limits:
        if limit.step == spot.step:
            paragraph(console, f"  时限  {clock_text(limit)}", 8)
    for way in spot.ways:
        if way.hindrance is None:
            paragraph(console, f"  可办  {way_text(definition, way)}", 8)
    for way in spot.ways:
        if way.hindrance:
            paragraph(
                console, f"  ×    {way_text(definition, way)}(现在不能办:{hindrance_text(definition, way)})", 8, "dim"
            )


def _history(events: Iterable[CaseEvent], definitions: Sequence[Definition], wide: int) -> Grid:
    """A row an event, in lines of ``wide`` cells; what was done is broken into what the other columns leave."""
    rows = [
        (str(number), time_text(one.at), one.unit, one.person, str(one.kind), event_text(definition, one))
        for number, (one, definition) in enumerate(zip(events, definitions, strict=True), 1)
    ]
    *others, content = zip(_COLUMNS, *rows, strict=True)
    fitting = [min(max(map(cell_len, column)), _COLUMNS[column[0]]) for column in others]
    left = max(min(wide - sum(fitting) - _BETWEEN * len(fitting), _COLUMNS[content[0]]), _LEAST)
    grid = Grid(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for name, width in zip(_COLUMNS, (*fitting, left), strict=True):
        grid.add_column(name, max_width=width, overflow="fold")
    for row in rows:
        folded = ("\n".join(broken(cell, width)) for cell, width in zip(row, (*fitting, left), strict=True))
        grid.add_row(*(Text(cell) for cell in folded), style="red" if row[4] == EventKind.REFUSED else "")
    return grid
