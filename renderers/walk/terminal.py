"""A walk in a terminal or a pipe, in lines of at most the style's width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.table import Table as Grid
from rich.text import Text

from engine.machine import Hindrance, Why
from engine.nets.net import NEXT
from engine.walk.script import hindrance_text
from engine.walk.walk import Move, Receipt
from processes.model.folding import fold_name
from processes.model.limits import number_text
from renderers.console import paragraph, printed
from renderers.lines import broken
from renderers.reports.style import PLAIN, Style
from renderers.walk.wording import (
    balance_text,
    choice_text,
    end_text,
    exceeded,
    handover_text,
    move_text,
    place_text,
    procedures_text,
    title,
    unit,
    used_text,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console

    from engine.walk.walk import Event, Standing, Walk
    from processes.model.matter import Matter
    from processes.model.process import Step

HELP = """数字      选这一项
回车      选第1项
选择的文字  写全或只写开头,如“不同意”;“下一环节”是往下走;也可以写去处的名称
环节: 选择  文件同时在几个环节时,写明是哪一个,如“现场勘验: 下一环节”
材料      看哪些材料收到了
收到 名称  收到一件或几件(顿号隔开)材料;“收到 全部”。齐全并符合法定形式的才算收到
退、b     退回一步
帮助、?   看这份说明
退出、q   不走了
"""
"""What may be typed; one line each, what is typed and what it does, two spaces between."""

_COLUMNS = {"序号": 4, "环节": 16, "承办": 14, "时限": 12, "情形": 14, "去处": 16, "累计": 12}
"""Columns of the course and the cells that they may be wide: with what stands between them, 100."""


def heading(matter: Matter, walk: Walk, style: Style = PLAIN) -> str:
    """The first line: which matter, which version, how long, how many materials."""
    return printed(lambda console: paragraph(console, title(matter, walk.route), style="bold"), style)


def situation(walk: Walk, style: Style = PLAIN) -> str:
    """Where the file is, and what may (numbered as ``Walk.allowed`` counts) and may not happen next."""
    return printed(lambda console: _situation(console, walk), style)


def happened(event: Event, walk: Walk, style: Style = PLAIN) -> str:
    """One event, just now."""
    return printed(lambda console: paragraph(console, f"… {_event_text(event, walk)}", 2), style)


def message(text: str, style: Style = PLAIN) -> str:
    """An answer to what was typed."""
    return printed(lambda console: paragraph(console, text, 2), style)


def materials(walk: Walk, style: Style = PLAIN) -> str:
    """Which materials have come in and which have not."""
    return printed(lambda console: _materials(console, walk), style)


def course(walk: Walk, style: Style = PLAIN) -> str:
    """All events as a table, then how the case ended or where it stands."""
    return printed(lambda console: _course(console, walk), style)


def instructions(style: Style = PLAIN) -> str:
    """What may be typed."""
    return printed(_instructions, style)


def _instructions(console: Console) -> None:
    rows = [line.split("  ", 1) for line in HELP.splitlines()]
    indent = max(cell_len(typed) for typed, _ in rows) + 2
    for typed, does in rows:
        paragraph(console, f"{typed}{' ' * (indent - cell_len(typed))}{does.strip()}", indent)


def _situation(console: Console, walk: Walk) -> None:
    number = 1
    for standing in walk.standing():
        _place(console, walk, standing)
        here = [choice for choice in walk.choices() if choice.place == standing.node.key]
        for choice in here:
            if choice.hindrance is None:
                paragraph(console, f"  {number:>2}  {choice_text(walk.route, choice)}", 6)
                number += 1
        for choice in here:
            if choice.hindrance:
                why = _why(walk, choice.hindrance)
                paragraph(console, f"   ×  {choice_text(walk.route, choice)}(不能选:{why})", 6, "dim")


def _why(walk: Walk, hindrance: Hindrance) -> str:
    """The reason; which materials are missing is said above."""
    missing = hindrance.why is Why.MATERIALS_MISSING
    return f"还缺{len(hindrance.names)}件材料" if missing else hindrance_text(walk, hindrance)


def _place(console: Console, walk: Walk, standing: Standing) -> None:
    route, step = walk.route, standing.node.step
    name = f"【{place_text(route, standing.node)}】"
    if standing.waiting or step is None:
        paragraph(console, f"{name}{standing.branches}路已到{standing.arrived}路", 2, "bold")
        return
    used = f"到此已用 {used_text(route, standing.used)}{',已超过' if exceeded(route, standing.used) else ''}"
    limit = f"{step.limit.official}{',不计入' if step.branch else ''}"
    paragraph(console, f"{name}承办 {step.held_by}  时限 {limit}  {used}", 2, "bold")
    paragraph(console, f"  程序  {procedures_text(step.procedures)}", 8)
    if step.uses:
        paragraph(console, f"  使用  {_uses_text(walk, step)}", 8)
    if missing := standing.missing:
        received = len(route.needs(standing.node.key)) - len(missing)
        paragraph(console, f"  材料  收到{received}件,还缺{len(missing)}件:{'、'.join(missing)}", 8)
    elif route.accepts(standing.node.key) and walk.received:
        paragraph(console, f"  材料  {len(walk.received)}件,已经收齐", 8)


def _uses_text(walk: Walk, step: Step) -> str:
    """What the step uses; documents of steps that the file has never been at are marked."""
    left = {flow.source for event in walk.events if isinstance(event, Move) for flow in event.taken}
    made = {fold_name(name) for key in left if (past := walk.route.nodes[key].step) for name in past.outputs}
    unmade = walk.route.outputs - made - {fold_name(name) for name in walk.route.materials}
    return "、".join(f"{name}(没有出具)" if fold_name(name) in unmade else name for name in step.uses)


def _event_text(event: Event, walk: Walk) -> str:
    if isinstance(event, Receipt):
        return event.line
    node = walk.route.nodes[event.taken[0].source]
    parts = [f"{place_text(walk.route, node)},{_condition(event)} → {move_text(walk.route, event)}"]
    if event.documents:
        parts.append(f"出具 {'、'.join(event.documents)}")
    if event.handovers:
        parts.append(f"交接 {handover_text(event.handovers)}")
    return ";".join(parts)


def _condition(event: Move) -> str:
    return event.taken[0].condition or NEXT


def _materials(console: Console, walk: Walk) -> None:
    if not walk.route.materials:
        paragraph(console, "这个事项不用交材料。")
    for word, names in (("收到", walk.received), ("没有收到", walk.outstanding)):
        for name in names:
            paragraph(console, f"  {word}{' ' * (8 - cell_len(word))}  {name}", 12)
    if walk.outstanding:
        paragraph(console, "收到了就写:收到 名称、名称,或 收到 全部。")


def _course(console: Console, walk: Walk) -> None:
    if walk.events:
        console.print(_grid(walk))
        console.print()
    end = walk.end
    if end:
        paragraph(console, f"结果:{end_text(end)}。{balance_text(walk)}。", style="bold")
    pairs = walk.handovers
    if walk.events:
        paragraph(console, f"交接 {len(pairs)} 次{f':{handover_text(pairs)}' if pairs else ''}。", 2)
    if walk.documents:
        paragraph(console, f"出具 {len(walk.documents)} 件:{'、'.join(walk.documents)}。", 2)
    if not end:
        if walk.events:
            console.print()
        paragraph(console, "现在:", style="bold")
        _situation(console, walk)


def _grid(walk: Walk) -> Grid:
    grid = Grid(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0))
    last = len(_COLUMNS) - 1
    for index, name in enumerate(_COLUMNS):
        title = f"{name}({unit(walk.route)})" if index == last else name
        grid.add_column(Text(title), justify="right" if index in (0, last) else "left", overflow="fold")
    for number, event in enumerate(walk.events, 1):
        cells = (str(number), *_row(event, walk))
        grid.add_row(
            *(Text("\n".join(broken(cell, width))) for cell, width in zip(cells, _COLUMNS.values(), strict=True))
        )
    return grid


def _row(event: Event, walk: Walk) -> Iterable[str]:
    if isinstance(event, Receipt):
        return "收到材料", "", "", f"{len(event.materials)}件", event.line.partition(" ")[2], ""
    node = walk.route.nodes[event.taken[0].source]
    used = number_text(event.used) if event.counted else "不计"
    step = node.step
    holder, limit = (step.held_by, step.limit.official) if step else ("", "")
    # In a narrow column a line would break at the space.
    place, target = (
        text.replace("支线 ", "支线") for text in (place_text(walk.route, node), move_text(walk.route, event))
    )
    return place, holder, limit, _condition(event), target, used
