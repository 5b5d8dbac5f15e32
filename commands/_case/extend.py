"""``zaizao case extend``: the limit is made longer."""

from __future__ import annotations

import click

from commands._case.options import Deed, deed, number_argument, tell
from commands._registry import written


@click.command(
    "extend",
    short_help="延长期限:经负责人批准,延长一次",
    epilog="\b\n例:\n  zaizao case extend 20180301-0001 --理由 需要现场复核 --批准 局长王五 --单位 业务股 --人员 李四\n"
    "  zaizao case extend 20180301-0001 --天数 5 --理由 需要现场复核 --批准 局长王五 --单位 业务股 --人员 李四",
)
@number_argument
@click.option("--理由", "--reason", "reason", metavar="文字", required=True, help="延长的理由,要告知申请人。")
@click.option("--批准", "--approved-by", "approver", metavar="谁", required=True, help="批准延长的负责人。")
@click.option("--天数", "--longer-by", "days", metavar="天数", type=int, help="延长几天;不写就是准许的最多天数。")
@deed
def command(one: Deed, reason: str, approver: str, days: int | None) -> None:
    """把法定时限、承诺时限一并延长,只能一次,要在法定时限届满以前。

    行政许可按《行政许可法》第四十二条:本行政机关负责人批准,最多10个工作日;统一办理、联合办理、集中办理的,本级人民政府
    负责人批准,最多15个工作日。法律、法规另有规定的(法定时限的依据是别的法律、条例),按申报的 法定时限: 延长。

    承诺时限随之延长(请核对:法律只讲法定时限),两个时限一个按工作日、一个按自然日的,承诺时限不动;已经超过的不因延长变成按时。
    第二次延长、届满以后延长的,办不成,记为违规,返回 1。
    """
    why, who = written(reason, "--理由"), written(approver, "--批准")
    with one.desk() as desk:
        answer = desk.extend(one.number, reason=why, approver=who, days=days, **one.how())
        given = answer.events[-1].event if answer.done and answer.events else ""
        tell(answer, f"已延长期限{given}天,{approver}批准。应当将延长期限的理由告知申请人。")
