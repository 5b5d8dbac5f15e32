"""``zaizao case pause``: the clock is stopped."""

from __future__ import annotations

import click

from commands._case.options import Deed, deed, number_argument, tell


@click.command(
    "pause",
    short_help="暂停计时:听证、检验等依法不计的时间开始",
    epilog="\b\n例:\n  zaizao case pause 20180301-0001 听证 --单位 局领导 --人员 王五",
)
@number_argument
@click.argument("kind", metavar="种类")
@deed
def command(one: Deed, kind: str) -> None:
    """从这一天起不计时限。种类限听证、招标、拍卖、检验、检测、检疫、鉴定、专家评审,或《…》第×条,而且是申报里写了的。

    行政许可的听证,当事人要求就要办,申报里没有写也可以。没有这种暂停的(写错了),不办,也不记,返回 2;
    有这种、但这里没有申报的,办不成,记为违规,返回 1。
    """
    with one.desk() as desk:
        answer = desk.pause(one.number, kind, **one.how())
        tell(answer, f"已暂停计时:{kind}。应当把所需时间书面告知申请人。")
