"""``zaizao case start``: an application comes in."""

from __future__ import annotations

from pathlib import Path

import click

from commands._case.options import actor_options, key_option, moment, open_desk, tell, who
from commands._options import VIEWS, view_option
from commands._registry import database_option, written


@click.command(
    "start",
    short_help="收件:登记一件申请",
    epilog="\b\n例:\n  zaizao case start 市场监管局/01-食品经营许可证核发(新办).yaml --申请人 李四 "
    "--单位 行政审批股 --人员 张三 --材料 申请书、食品安全规章制度",
)
@click.argument("file", metavar="事项文件", type=click.Path(exists=True, path_type=Path))
@click.option("--申请人", "--applicant", "applicant", metavar="名称", required=True, help="谁申请的。")
@click.option(
    "--材料",
    "--materials",
    "materials",
    metavar="名称",
    default="",
    help="收到哪些材料,顿号隔开;写 全部 就是都收到了。",
)
@click.option(
    "--编号", "--number", "number", metavar="编号", default="", help="办件编号;不写就按收件日期编,如 20180301-0001。"
)
@view_option("按优化前还是优化后的流程办。")
@actor_options
@key_option
@database_option
def command(
    file: Path,
    applicant: str,
    materials: str,
    number: str,
    view: str,
    unit: str,
    person: str,
    day: str | None,
    clock: str | None,
    key: str,
    database: str | None,
) -> None:
    """登记一件申请,并把现在的申报(方案、单位、事项文件)随办件存下:以后改了申报,这件仍按收件时的流程办。

    由第一个环节的承办单位收件。齐全并符合法定形式的材料才算收到,随后收到的用 zaizao case receive 登记。
    """
    from processes.model.matter import VersionLabel

    with open_desk(database, file, create=True) as desk:
        answer = desk.start(
            file,
            applicant=written(applicant, "--申请人"),
            received=materials,
            number=written(number, "--编号") if number else "",
            label=VersionLabel(VIEWS[view]),
            at=moment(day, clock),
            key=key,
            **who(unit, person),
        )
        tell(answer, f"已收件:{answer.number},{answer.look.course.definition.matter.name},申请人 {applicant}。")
