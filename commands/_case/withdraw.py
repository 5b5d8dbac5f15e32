"""``zaizao case withdraw``: the applicant takes the application back."""

from __future__ import annotations

import click

from commands._case.options import Deed, deed, number_argument, tell
from commands._registry import written


@click.command(
    "withdraw",
    short_help="撤回申请:申请人在决定以前不办了",
    epilog="\b\n例:\n  zaizao case withdraw 20180301-0001 --理由 改变经营地址 --单位 行政审批股 --人员 张三",
)
@number_argument
@click.option(
    "--理由", "--reason", "reason", metavar="文字", required=True, help="申请人说的理由,或者撤回申请书的编号。"
)
@deed
def command(one: Deed, reason: str) -> None:
    """登记申请人撤回申请:办件到此结束,状态是 办结(撤回申请),经过和材料都留着。

    由收件的窗口或现在的承办单位登记。已经作出决定的,不能再撤回。

    请核对:《行政许可法》没有写撤回申请,有的部门规章写了;本部门有规定的,按规定。
    """
    with one.desk() as desk:
        answer = desk.withdraw(one.number, written(reason, "--理由"), **one.how())
        tell(answer, "已撤回申请,办件结束。")
