"""``zaizao case resume``: the clock runs again."""

from __future__ import annotations

import click

from commands._case.options import actor_options, key_option, moment, number_argument, open_desk, tell, who
from commands._registry import database_option


@click.command(
    "resume",
    short_help="恢复计时",
    epilog="\b\n例:\n  zaizao case resume 20180301-0001 --单位 局领导 --人员 王五",
)
@number_argument
@actor_options
@key_option
@database_option
def command(
    number: str, unit: str, person: str, day: str | None, clock: str | None, key: str, database: str | None
) -> None:
    """听证、检验等办完了,从第二天起继续计时。"""
    with open_desk(database) as desk:
        answer = desk.resume(number, at=moment(day, clock), key=key, **who(unit, person))
        tell(answer, "已恢复计时。")
