"""``zaizao case resume``: the clock runs again."""

from __future__ import annotations

import click

from commands._case.options import Deed, deed, number_argument, tell


@click.command(
    "resume",
    short_help="恢复计时",
    epilog="\b\n例:\n  zaizao case resume 20180301-0001 --单位 局领导 --人员 王五",
)
@number_argument
@deed
def command(one: Deed) -> None:
    """听证、检验等办完了,从第二天起继续计时。"""
    with one.desk() as desk:
        answer = desk.resume(one.number, **one.how())
        tell(answer, "已恢复计时。")
