"""``zaizao case receive``: materials come in."""

from __future__ import annotations

import click

from commands._case.options import Deed, deed, number_argument, tell


@click.command(
    "receive",
    short_help="收材料:登记随后收到的材料",
    epilog="\b\n例:\n  zaizao case receive 20180301-0001 全部 --单位 行政审批股 --人员 张三",
)
@number_argument
@click.argument("materials", metavar="材料")
@deed
def command(one: Deed, materials: str) -> None:
    """登记收到的材料:名称用顿号隔开,写 全部 就是缺的都收到了。齐全并符合法定形式的才算收到。"""
    with one.desk() as desk:
        answer = desk.receive(one.number, materials, **one.how())
        names = "、".join(answer.events[-1].names) if answer.events else ""
        tell(answer, f"已收到:{names}。")
