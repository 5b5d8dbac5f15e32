"""``zaizao status``: who has filed what of which stage, what is due, what is late."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands._files import emit, on_terminal
from commands._kept import write_paper
from commands._options import EXIT_FINDINGS, format_option, output_option, target_argument
from commands._registry import database_option, stage_option
from processes.errors import WrongUsage

if TYPE_CHECKING:
    from engine.campaign.board import Board


@click.command(
    "status",
    short_help="进度:各部门各阶段报送了没有,逾期没有",
    epilog="\b\n例:\n  zaizao status\n  zaizao status --日期 2018-01-20 --阶段 3\n"
    "  zaizao status --部门 市场监管局\n  zaizao status -o 进度.html\n  zaizao status -o 进度.xlsx",
)
@target_argument
@click.option("--日期", "--date", "day", metavar="年-月-日", help="看哪一天的进度;不写就是今天。")
@stage_option("只看第几阶段。", required=False)
@click.option("--部门", "--department", "department", metavar="简称", help="只看这个部门。")
@click.option("--按表", "--by-form", "by_form", is_flag=True, help="按成果(附件1、附件2……)列,不按阶段。")
@click.option("--严格", "--strict", "strict", is_flag=True, help="有逾期的、退回的就返回 1。")
@format_option("text", "json", "html", "xlsx", "csv", what="进度")
@output_option
@database_option
@click.pass_context
def command(
    context: click.Context,
    target: Path,
    day: str | None,
    stage: int | None,
    department: str | None,
    by_form: bool,  # noqa: FBT001 - click passes it by name
    strict: bool,  # noqa: FBT001 - as above
    format_name: str,
    output: Path | None,
    database: str | None,
) -> None:
    """各部门各阶段的成果:已报送、逾期报送、可报送、有问题、未申报、退回、逾期,还是不涉及。

    期限是休息日的,同时写明期限前最后一个工作日。报送和审核看登记库(到那一天为止),能不能报送看现在的申报文件。
    报送以后又改过申报、还没有再报的,写明“报送后有改动”。

    软件不生成的成果(如窗口授权书)要人确认:有了,就在单位.yaml 的“文件”里写一行,如 窗口授权书: 文号。

    要转给别人的:xlsx 一个部门一行,可以打印;csv 一个部门的一项成果一行,可以再筛选、统计。

    写了 -o 而没有写 --格式,由文件后缀决定格式:txt、json、html、xlsx、csv。
    """
    from commands._campaign import board_for

    if format_name == "xlsx" and output is None:
        raise WrongUsage("xlsx 要写 -o 文件名.xlsx。")
    board = board_for(target, _day(day), department=department, stage=stage, database=database)
    _put(board, format_name, output, by_form=by_form)
    if strict and board.is_behind:
        context.exit(EXIT_FINDINGS)


def _put(board: Board, format_name: str, output: Path | None, *, by_form: bool) -> None:
    """Write or show the board. A file of CSV is in UTF-8 with its mark, as WPS and Excel open it in Chinese."""
    if output is not None and format_name in ("xlsx", "csv"):
        from renderers.boards import table

        content = table.xlsx(board) if format_name == "xlsx" else table.listed(board).encode("utf-8-sig")
        click.echo(f"已写入 {write_paper(output, content)}", err=True)
        return
    emit(_rendered(board, format_name, by_form=by_form, shown=output is None and on_terminal()), output)


def _day(text: str | None) -> date:
    from processes.declaration.quantities import parse_day

    if text is None:
        return today()
    day = parse_day(text)
    if day is None:
        raise WrongUsage(f"“{text}”不是日期;写成 年-月-日,如 2018-01-31。")
    return day


def today() -> date:
    """The day where this machine is; the only place where progress looks at the clock."""
    return date.today()  # noqa: DTZ011 - the clerk's own day is meant


def _rendered(board: Board, format_name: str, *, by_form: bool, shown: bool) -> str:
    from renderers.boards import html_format, json_format, text
    from renderers.reports.style import PLAIN, Style

    match format_name:
        case "json":
            return json_format.render(board)
        case "html":
            return html_format.render(board)
        case "csv":
            from renderers.boards import table

            return table.listed(board).replace("\r\n", "\n")
        case _:
            style = Style(width=shutil.get_terminal_size().columns, colour=True) if shown else PLAIN
            return text.render(board, style, by_form=by_form)
