"""``zaizao board``: how the cases of all departments stand on a day, which are late and which are about to be."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands._case.options import day_or_today, style
from commands._files import emit, write
from commands._options import EXIT_FINDINGS, format_option, output_option, target_argument
from commands._registry import database_option

if TYPE_CHECKING:
    from engine.cases.board import Board


@click.command(
    "board",
    short_help="办件看板:各部门在办多少,哪些到期、超时",
    epilog="\b\n例:\n  zaizao board\n  zaizao board --部门 市场监管局\n  zaizao board --日期 2018-03-15 -o 看板.html\n"
    "  zaizao board -o 办件.csv",
)
@target_argument
@click.option("--日期", "--date", "day", metavar="年-月-日", help="看哪一天结束时的情况;不写就是今天。")
@click.option(
    "--部门", "--department", "department", metavar="简称", help="只看这个部门,连同它正在办的别的部门的办件。"
)
@click.option("--严格", "--strict", "strict", is_flag=True, help="有红牌的就返回 1。")
@format_option("text", "html", "json", "csv", what="看板")
@output_option
@database_option
@click.pass_context
def command(
    context: click.Context,
    target: Path,
    day: str | None,
    department: str | None,
    strict: bool,  # noqa: FBT001 - click passes it by name
    format_name: str,
    output: Path | None,
    database: str | None,
) -> None:
    """各部门收件、在办、暂停、今日到期、黄牌、红牌、办结、超时办结各有多少,超时的是哪些、现在在谁手里。

    红牌是超了时限的,黄牌是快到时限的(剩下不多于五分之一、最少一天,方案的“口径: 预警”可以改)。
    只看到那一天为止的记录,过去哪一天的都能重看;同一天看多少次都一样。
    依法暂停计时的、补正的时间不计入时限,扣了多少天、依据哪一条都写明。

    写了 -o 而没有写 --格式,由文件后缀决定格式:txt、html、json、csv。csv 用 WPS、Excel 打开,一件一行。
    """
    from commands._case_board import board_for
    from engine.cases.cards import Card

    board = board_for(target, day_or_today(day), department=department, database=database)
    if format_name == "csv" and output is not None:
        _put_table(board, output)
    else:
        emit(_rendered(board, format_name, is_shown=output is None), output)
    if strict and board.with_card(Card.RED):
        context.exit(EXIT_FINDINGS)


def _put_table(board: Board, output: Path) -> None:
    """Write the table as WPS and Excel open it in Chinese: UTF-8 with its mark, lines of Windows."""
    from renderers.case_boards import csv_format

    write(output, csv_format.render(board).replace("\n", "\r\n").encode("utf-8-sig"))
    click.echo(f"已写入 {output}", err=True)


def _rendered(board: Board, format_name: str, *, is_shown: bool) -> str:
    from renderers.case_boards import csv_format, html_format, json_format, text
    from renderers.reports.style import PLAIN

    match format_name:
        case "html":
            return html_format.render(board)
        case "json":
            return json_format.render(board)
        case "csv":
            return csv_format.render(board)
        case _:
            return text.render(board, style() if is_shown else PLAIN)
