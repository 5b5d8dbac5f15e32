"""``zaizao review``: 市编办 confirms a submission, sends it back, or notes that it was filed on the platform."""

from __future__ import annotations

from pathlib import Path

import click

from commands._options import target_argument
from commands._registry import (
    COUNTED,
    counts,
    database_option,
    local_text,
    now,
    open_registry,
    stage_option,
    title,
    written,
)
from processes.errors import WrongUsage


@click.command(
    "review",
    short_help="审核:确认、退回一个部门的报送,或者记下已重新申报",
    epilog="\b\n例:\n  zaizao review --部门 市场监管局 --阶段 3 --确认 --审核人 李四\n"
    "  zaizao review --部门 市场监管局 --阶段 3 --退回 附件6第9栏和第10栏对不上 --审核人 李四",
)
@target_argument
@click.option("--部门", "--department", "department", metavar="简称", required=True, help="审核哪个部门的报送。")
@stage_option("第几阶段的报送。", required=True)
@click.option("--版次", "--revision", "version", metavar="数", type=COUNTED, help="第几版;不写就是最新的。")
@click.option("--确认", "--confirm", "confirmed", is_flag=True, help="草拟→审核确认。")
@click.option("--退回", "--return", "reasons", metavar="理由", help="草拟、审核确认→退回;由单位改好再报。")
@click.option("--已申报", "--published", "published", is_flag=True, help="审核确认→重新申报(已登录平台重新申报)。")
@click.option("--审核人", "--reviewer", "reviewer", metavar="姓名", required=True, help="谁审核的。")
@database_option
def command(
    target: Path,
    department: str,
    stage: int,
    version: int | None,
    confirmed: bool,  # noqa: FBT001 - click passes it by name
    reasons: str | None,
    published: bool,  # noqa: FBT001 - as above
    reviewer: str,
    database: str | None,
) -> None:
    """记下对一版报送的审核。状态:草拟→审核确认→重新申报;草拟、审核确认也可以退回,退回要写理由。

    审核也是只添加、不修改:谁、什么时候、为什么,都留在登记库里。退回的一版到此为止,由单位改好再报下一版。
    """
    from processes.model.filing import Review, ReviewState

    chosen = [
        state
        for state, is_meant in (
            (ReviewState.CONFIRMED, confirmed),
            (ReviewState.RETURNED, reasons is not None),
            (ReviewState.PUBLISHED, published),
        )
        if is_meant
    ]
    if len(chosen) != 1:
        raise WrongUsage("--确认、--退回 理由、--已申报 要写一个,只写一个。")
    event = Review(
        state=chosen[0],
        reviewer=written(reviewer, "--审核人"),
        at=now(),
        reasons="" if reasons is None else written(reasons, "--退回"),
    )
    with open_registry(target, database) as registry:
        findings = registry.findings(department, stage, version)
        one = registry.review(department, stage, event, version=version)
    last = one.reviews[-1]
    why = f",理由:{last.reasons}" if last.reasons else ""
    click.echo(f"{title(one)}:{last.state},{local_text(last.at)},审核人 {last.reviewer}{why}。")
    click.echo(f"这一版由 {one.who} 于{local_text(one.filed_at)}报送,报送时{counts(one, findings)}。")
