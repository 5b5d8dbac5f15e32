"""办件看板 in a terminal or a pipe: counts by department, then the cases that need somebody."""

from __future__ import annotations

from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from engine.cases.board import Board
from engine.cases.cards import Card
from engine.cases.entries import Entry
from renderers.case_boards.wording import (
    COLUMNS,
    NOTES,
    TOTAL,
    Group,
    heading,
    measure_text,
    missing_text,
    state_text,
    where_text,
)
from renderers.console import printed
from renderers.lines import broken
from renderers.reports.style import PLAIN, Style

_MOST = 20
"""Cases that are listed for one thing; of more, the number is said."""
_COLOURS = {Group.RED: "red", Group.YELLOW: "yellow", Group.LATE: "red"}


def render(board: Board, style: Style = PLAIN) -> str:
    """The board; of long lists the first, which are the most urgent."""
    return printed(lambda console: _print(console, board), style)


def _print(console: Console, board: Board) -> None:
    _say(console, heading(board), "bold")
    if not board.total.received and not board.guests:
        _say(console, "到这一天还没有收过办件。")
        return
    console.print()
    console.print(_counts(board))
    for note in NOTES:
        _say(console, note)
    if said := missing_text(board):
        _say(console, said, "yellow")
    _list(console, board, Group.RED, board.with_card(Card.RED))
    _list(console, board, Group.YELLOW, board.with_card(Card.YELLOW))
    _list(console, board, Group.LATE, board.closed_late)
    if board.guests:
        console.print()
        _say(
            console, f"别的部门的办件,现在由{board.department}办环节的 {len(board.guests)} 件;红牌、黄牌的也列在上面。"
        )


def _counts(board: Board) -> Grid:
    grid = _grid(("部门", "left"), *((head, "right") for head, _ in COLUMNS))
    for row in board.rows:
        grid.add_row(row.department, *(_number(text(row)) for _, text in COLUMNS))
    if len(board.rows) > 1:
        grid.add_row(TOTAL, *(_number(text(board.total)) for _, text in COLUMNS), style="bold")
    return grid


def _number(text: str) -> str:
    return "" if text in ("0", "0.0%") else text


def _list(console: Console, board: Board, group: Group, entries: Sequence[Entry]) -> None:
    if not entries:
        return
    console.print()
    _say(console, f"{group.sign} {group.word} {len(entries)} 件", f"bold {_COLOURS.get(group, '')}".strip())
    late = group is Group.LATE
    heads = ("编号", "事项", "时限", "到期日", "", "办结" if late else "现在在谁手里")
    grid = _grid(*((head, "left") for head in heads))
    for column in (0, 3, 4):
        grid.columns[column].no_wrap = True
    for one in entries[:_MOST]:
        worst = one.measures[0]
        name = one.matter if board.department == one.department else f"{one.department} {one.matter}"
        due = f"{worst.clock.due}{'(暂定)' if worst.clock.provisional else ''}"
        now = str(one.closed_on) if late else where_text(one)
        grid.add_row(one.number, name, measure_text(worst), due, state_text(worst.clock), now)
    console.print(grid)
    if len(entries) > _MOST:
        _say(console, f"……还有 {len(entries) - _MOST} 件,用 -o 看板.html 看全部,用 --部门 看一个部门。")


def _grid(*heads: tuple[str, str]) -> Grid:
    grid = Grid(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1), show_edge=False)
    for head, side in heads:
        grid.add_column(head, overflow="fold", justify="right" if side == "right" else "left")
    return grid


def _say(console: Console, text: str, style: str = "") -> None:
    for line in broken(text, console.width):
        console.print(Text(line, style=style))
