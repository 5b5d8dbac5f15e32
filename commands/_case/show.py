"""``zaizao case show``: one case."""

from __future__ import annotations

from pathlib import Path

import click

from commands._case.options import day_option, day_or_today, number_argument, open_desk, style, today
from commands._files import emit
from commands._options import format_option, output_option
from commands._registry import database_option


@click.command(
    "show",
    short_help="看一件:在哪里、可以办什么、缺什么、经过",
    epilog="\b\n例:\n  zaizao case show 20180301-0001\n  zaizao case show 20180301-0001 --格式 json",
)
@number_argument
@day_option
@format_option("text", "json")
@output_option
@database_option
def command(number: str, day: str | None, format_name: str, output: Path | None, database: str | None) -> None:
    """一件办件现在在哪里、由谁办、可以选什么、缺什么材料、时限还剩多少,和从收件起的全部经过(违规的也在)。

    写了 --日期 的,是那一天结束时的情况:以后的记录不看。
    """
    from renderers.cases import json_format, terminal
    from renderers.reports.style import PLAIN

    with open_desk(database) as desk:
        # What was dated ahead belongs to how it stands now.
        look = desk.look(number, day_or_today(day) if day else max(today(), desk.last_day(number)))
        ran_on = desk.ran_on(look.course)
    if format_name == "json":
        emit(json_format.render(look, ran_on), output)
    else:
        emit(terminal.shown(look, ran_on, PLAIN if output else style()), output)
