"""``zaizao case tick``: the day is looked at."""

from __future__ import annotations

import click

from commands._case.options import day_option, moment, open_desk
from commands._options import EXIT_CANNOT
from commands._registry import database_option


@click.command(
    "tick",
    short_help="到期:看这一天有没有该视为受理、该亮牌的",
    epilog="\b\n例:\n  zaizao case tick\n  zaizao case tick --日期 2018-03-09",
)
@day_option
@database_option
@click.pass_context
def command(context: click.Context, day: str | None, database: str | None) -> None:
    """看所有在办的件到这一天有没有到期的。

    收件以后5个工作日没有受理、也没有告知补正的行政许可,视为受理,从收件之日起算;时限快到的亮黄牌,过了的亮红牌。

    每天运行一次就行;同一天运行几次也没有关系,不会重复记。
    """
    from renderers.cases.rounds import ticked_text

    failed = 0
    count = 0
    with open_desk(database) as desk:
        for one in desk.tick(moment(day, None)):
            failed += one.answer is None
            count += one.answer is not None
            done = one.answer and ticked_text(one.answer.look, one.answer.events)
            click.echo(done or f"{one.number}:没有看成,{one.why}。")
    click.echo(f"{count} 件有变化。" if count else "没有到期的。")
    if failed:
        context.exit(EXIT_CANNOT)
