"""``zaizao diff``: what the reform changes in a matter, a department or the project."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from commands._files import emit, on_terminal, write
from commands._options import department_option, format_option, output_option, target_argument
from commands._target import Target, checked, department_named, find_target, usable
from processes.errors import WrongUsage, ZaizaoError

_TROUBLE = 2
"""Exit code of an error under --exit-code, so that it is not taken for an answer (as of ``diff`` and ``git diff``)."""

_HANDED_ON = ("docx", "汇报")
"""Formats that are handed on as papers, in which no secret matter is named."""


@click.command(
    "diff",
    short_help="优化前后对比:减了什么、添了什么、改了什么",
    epilog='\b\n例:\n  zaizao diff "市场监管局/01-食品经营许可证核发(新办).yaml"\n  zaizao diff . --格式 markdown -o 对比.md\n  zaizao diff . --格式 html -o 对比.html\n'
    "  zaizao diff 市场监管局 --格式 docx -o 对比.docx\n  zaizao diff 市场监管局 --格式 汇报",
)
@target_argument
@format_option("terminal", "markdown", "html", "json", "docx", "汇报")
@department_option
@output_option
@click.option(
    "--退出码",
    "--exit-code",
    "by_exit_code",
    is_flag=True,
    help="用退出码说明结果:0 优化前后没有变化,1 有变化,2 出错。不写时,做成了就是 0。",
)
def command(
    target: Path,
    format_name: str,
    department: str | None,
    output: Path | None,
    by_exit_code: bool,  # noqa: FBT001 - click passes it by name
) -> int:
    """对比优化前后:第一行是总数,然后是减环节、简程序、减材料、压时限的数量和比例,以及取消、新增、调整了什么。

    目标是事项文件、单位文件夹或项目文件夹,不写就是当前文件夹。docx 是可以签发的文稿,一定要写 -o;汇报是成段的文字。
    """
    try:
        changed = _show(target, format_name, department, output)
    except ZaizaoError as error:
        if by_exit_code:
            error.exit_code = _TROUBLE
        raise
    return int(by_exit_code and changed)


def _show(target: Path, format_name: str, department: str | None, output: Path | None) -> bool:
    """Show or write the report; whether anything differs."""
    from engine.diff.compare import compare
    from engine.reports.briefing import differs
    from engine.reports.difference import city_report, department_report, matter_report
    from renderers.reports import formats
    from renderers.reports.style import PLAIN, Style

    if format_name == "docx" and output is None:
        raise WrongUsage("docx 要写 -o 文件名.docx。")
    where = find_target(target)
    if department is not None:
        where = Target(where.root)
    result = checked(where)
    workspace = usable(result, where)
    switches = workspace.plan.switches
    matters = result.matters if department is None else result.matters_of(department_named(workspace, department))
    differences = [compare(matter, switches) for matter in matters]
    masked = format_name in _HANDED_ON
    name = matters[0].matter.department if matters else str(department)
    if where.file and differences:
        report = matter_report(differences[0], masked=masked)
    elif where.folder or department:
        report = department_report(name, differences, switches, masked=masked)
    else:
        outside = {one.name for one in workspace.departments if one.outside_scope}
        differences = [one for one in differences if one.matter.department not in outside]
        report = city_report(workspace.plan, differences, masked=masked)
    if format_name == "docx" and output is not None:
        from renderers.documents import difference, docx

        own = {one.name: one.full_name for one in workspace.departments}
        whole = not (where.file or where.folder or department)
        unit = workspace.plan.recipient if whole else own.get(name, name)
        write(output, docx.render(difference.document(report, unit)))
        click.echo(f"已写入 {output}", err=True)
    else:
        shown = output is None and on_terminal()
        style = Style(width=shutil.get_terminal_size().columns, colour=True) if shown else PLAIN
        emit(formats()[format_name].render(report, style), output)
    return any(map(differs, differences))
