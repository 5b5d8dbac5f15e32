"""``zaizao tally``: the answers to the questionnaire counted, for 附件9 columns 21–23 and for the problems of 附件5."""

from __future__ import annotations

from pathlib import Path

import click

from commands._files import emit, write
from commands._options import EXIT_FINDINGS, department_option, output_option
from commands._scope import scope_of
from processes.errors import CannotBeDone, WrongUsage, reason


@click.command(
    "tally",
    short_help="统计问卷的答卷:附件9第21–23栏、反映的问题",
    epilog="\b\n例:\n  zaizao tally --空表 --部门 市场监管局 -o 答卷.csv\n  zaizao tally 答卷.csv --部门 市场监管局",
)
@click.argument("answers", metavar="[答卷.csv]", required=False, type=click.Path(exists=True, path_type=Path))
@click.argument("target", metavar="[目标]", type=click.Path(exists=True, path_type=Path), default=".")
@department_option
@click.option("--空表", "--blank", "blank", is_flag=True, help="不统计,给一张空的答卷表,用 WPS 填。")
@output_option
@click.pass_context
def command(
    context: click.Context,
    answers: Path | None,
    target: Path,
    department: str | None,
    blank: bool,  # noqa: FBT001 - click passes it by name
    output: Path | None,
) -> None:
    """统计一个部门的答卷(CSV,WPS 和 Excel 都能存),印出附件9的三个数、单位.yaml 的评估、各事项反映的问题。

    一人对一个事项占一行。列:答卷编号、身份(服务对象或专家)、事项、要件多、环节多、程序多、时限长、效率低、无谓证明、意见;
    前三列必填,问题列打 √ 或空着。数不进去的行按行号指出,不计入,返回 1。
    """
    from engine.survey import asked, tally
    from processes.declaration.answers_file import blank_table, read_answers
    from renderers.tally import render

    file = None if blank else answers
    if not blank and (file is None or file.is_dir()):
        raise WrongUsage("请写明答卷文件,如:zaizao tally 答卷.csv --部门 市场监管局;没有就先用 --空表 要一张。")
    # With --空表 the only argument there can be says where.
    scope = scope_of((answers or target) if blank else target, department, city=False)
    own = scope.department
    if own is None:
        raise WrongUsage("答卷是一个部门的,请用 --部门 写明哪个部门。")
    matters = asked(one.matter for one in scope.matters)
    names = [matter.name for matter in matters]
    if file is None:
        _put_blank(blank_table(names), output)
        return
    try:
        content = file.read_bytes()
    except OSError as error:
        raise CannotBeDone(f"读不了“{file}”:{reason(error)}。") from error
    found, wrong = read_answers(content, file.name, names)
    for line in wrong:
        click.echo(f"{file.name} {line};这一行没有计入。", err=True)
    emit(render(tally(found, matters), f"{own.folder}/单位.yaml"), output)
    if wrong:
        context.exit(EXIT_FINDINGS)


def _put_blank(text: str, output: Path | None) -> None:
    """Write the table as WPS and Excel open it in Chinese: UTF-8 with its mark, lines of Windows."""
    if output is None:
        click.echo(text, nl=False)
    else:
        write(output, text.replace("\n", "\r\n").encode("utf-8-sig"))
        click.echo(f"已写入 {output}", err=True)
