"""进度表 in a terminal or a pipe: the stages, then who is where; of one department every deliverable."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from engine.campaign.board import Board, Row
from engine.campaign.standing import State, worst
from engine.campaign.terms import Phase, Term
from renderers.boards.wording import (
    NO_REGISTRY,
    SIGNS,
    details,
    heading,
    left_text,
    remark,
    short,
    shown_states,
    stage_title,
    term_text,
)
from renderers.console import printed
from renderers.lines import broken
from renderers.reports.style import PLAIN, Style

_MOST_NAMES = 12
"""Departments that are named in a state; of more, the number is said."""
_MOST_REMARKS = 4
"""Lines for a state; where more different things are said, each stands behind its department."""
_TO_DO = (State.OVERDUE, State.RETURNED, State.MISSING, State.INCOMPLETE, State.FAULTY, State.ASKED)
_COLOURS = {
    State.OVERDUE: "red",
    State.RETURNED: "red",
    State.MISSING: "yellow",
    State.INCOMPLETE: "yellow",
    State.FAULTY: "yellow",
    State.ASKED: "yellow",
    State.FILED: "green",
    State.CONFIRMED: "green",
    State.LATE: "green",
    State.NOT_OWED: "dim",
    State.LATER: "dim",
}


def render(board: Board, style: Style = PLAIN, *, by_form: bool = False) -> str:
    """The board; ``by_form`` counts by deliverable instead of by stage."""
    return printed(lambda console: _print(console, board, by_form=by_form), style)


def _print(console: Console, board: Board, *, by_form: bool) -> None:
    _say(console, heading(board), "bold")
    if not board.has_registry:
        _say(console, NO_REGISTRY, "yellow")
    if len(board.rows) == 1:
        _one(console, board, board.rows[0])
        return
    if by_form:
        _forms(console, board)
        _lists_by_form(console, board)
        return
    _overview(console, board)
    for term in board.terms:
        if term.phase is not Phase.LATER or len(board.terms) == 1:
            _stage(console, board, term)
    _changed(console, board)


def _overview(console: Console, board: Board) -> None:
    """A column for each stage, a line for each state that there is: departments are counted."""
    counts = [board.by_stage(term) for term in board.terms]
    grid = _grid("", *(f"{term.number}.{term.name}" for term in board.terms))
    grid.add_row("期限", *(str(term.due) for term in board.terms))
    if any(term.last_worked != term.due for term in board.terms):
        grid.add_row("最后一个工作日", *(str(term.last_worked) for term in board.terms))
    grid.add_row("", *map(left_text, board.terms))
    grid.add_row("应报部门", *(str(count.owed) for count in counts))
    grid.add_row(f"{SIGNS[State.FILED]} 完成", *(str(count.done) for count in counts))
    for state in shown_states(counts):
        grid.add_row(f"{SIGNS[state]} {state}", *(_number(count.of(state)) for count in counts))
    console.print()
    console.print(grid)


def _forms(console: Console, board: Board) -> None:
    """A line for each deliverable, a column for each state that there is: departments are counted."""
    counts = [board.by_form(term, name) for term, name in board.deliverables]
    states = shown_states(counts)
    grid = _grid("阶段", "成果", "份数", "应报部门", "完成", *map(str, states))
    for (term, name), count in zip(board.deliverables, counts, strict=True):
        copies = sum(one.copies for one in board.entries_of(term, name))
        numbers = (copies, count.owed, count.done, *(count.of(state) for state in states))
        grid.add_row(str(term.number), name, *map(_number, numbers))
    console.print()
    console.print(grid)


def _grid(*heads: str) -> Grid:
    grid = Grid(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1), show_edge=False)
    for head in heads:
        grid.add_column(head, overflow="fold")
    return grid


def _number(number: int) -> str:
    return str(number) if number else ""


def _stage(console: Console, board: Board, term: Term) -> None:
    console.print()
    _say(console, stage_title(term), "bold")
    _say(console, term_text(term), indent=2)
    _say(console, f"成果:{'、'.join(term.deliverables)}", indent=2)
    if len(board.terms) == 1:
        _matrix(console, board, term)
        return
    found = board.departments_in(term)
    _states(console, found, lambda row, state: remark(row, state, term))


def _lists_by_form(console: Console, board: Board) -> None:
    """Of each deliverable that is on or over: who still has something to do for it."""
    for term, name in board.deliverables:
        if term.phase is Phase.LATER and len(board.terms) > 1:
            continue
        found: dict[State, list[Row]] = {}
        for row, entry in zip(board.rows, board.entries_of(term, name), strict=True):
            found.setdefault(entry.state, []).append(row)
        to_do = {state: found[state] for state in State if state in found and state in _TO_DO}
        if to_do:
            console.print()
            _say(console, f"{name}(第{term.number}阶段,{left_text(term)})", "bold")
            _states(console, to_do, lambda _row, _state: "")


def _states(console: Console, found: Mapping[State, Sequence[Row]], said: Callable[[Row, State], str]) -> None:
    """State after state with the departments that are in it, those together of which the same is said."""
    for state, rows in found.items():
        by_remark: dict[str, list[str]] = {}
        for row in rows:
            by_remark.setdefault(said(row, state), []).append(row.department)
        lines = by_remark if len(by_remark) <= _MOST_REMARKS else {"": _named(by_remark)}
        for words, names in lines.items():
            head = f"{SIGNS[state]} {state} {len(names)}" + (f"({words})" if words else "")
            more = "等" if len(names) > _MOST_NAMES else ""
            _say(console, f"{head}:{'、'.join(names[:_MOST_NAMES])}{more}", _COLOURS.get(state, ""), 2)


def _named(by_remark: Mapping[str, Sequence[str]]) -> list[str]:
    return [f"{name}({words})" if words else name for words, names in by_remark.items() for name in names]


def _matrix(console: Console, board: Board, term: Term) -> None:
    """Departments × deliverables of one stage; who owes nothing of it is left to the line below."""
    grid = _grid("部门", *term.deliverables)
    idle = []
    for row in board.rows:
        entries = row.of_stage(term.number)
        if worst(entries) is State.NOT_OWED or (not row.is_declared and len(board.rows) > _MOST_NAMES):
            idle.append(row)
            continue
        cells = (
            Text(f"{SIGNS[one.state]} {one.state} {short(one)}".rstrip(), style=_COLOURS.get(one.state, ""))
            for one in entries
        )
        grid.add_row(row.department, *cells)
    console.print()
    console.print(grid)
    found: dict[State, list[Row]] = {}
    for row in idle:
        found.setdefault(worst(row.of_stage(term.number)), []).append(row)
    _states(console, found, lambda row, _state: "" if row.is_declared else "没有申报")


def _one(console: Console, board: Board, row: Row) -> None:
    """Every deliverable of one department."""
    _say(console, f"{row.department}({row.group})" + ("" if row.is_declared else ":还没有申报"))
    for term in board.terms:
        console.print()
        _say(console, stage_title(term), "bold")
        _say(console, term_text(term), indent=2)
        for one in row.of_stage(term.number):
            said = ";".join(details(one))
            _say(
                console,
                f"{SIGNS[one.state]} {one.deliverable}:{one.state}{f'({said})' if said else ''}",
                _COLOURS.get(one.state, ""),
                2,
            )


def _changed(console: Console, board: Board) -> None:
    changed = [(row.department, row.changed) for row in board.rows if row.changed]
    if not changed:
        return
    console.print()
    _say(console, f"报送后有改动、还没有再报的 {len(changed)} 个部门", "bold")
    for name, files in changed[:_MOST_NAMES]:
        _say(console, f"{name}:{'、'.join(files)}", indent=2)
    if len(changed) > _MOST_NAMES:
        _say(console, "……用 --部门 看一个部门,用 --格式 html 看全部。", indent=2)


def _say(console: Console, text: str, style: str = "", indent: int = 0) -> None:
    """A paragraph; what follows its first line is indented twice."""
    lines: Iterable[str] = broken(text, console.width - 2 * indent)
    for number, line in enumerate(lines):
        console.print(Text(" " * (indent if not number else 2 * indent) + line, style=style))
