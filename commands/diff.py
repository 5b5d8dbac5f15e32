"""``zaizao diff``: what the reform changes in a matter, a department or the project."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from commands._files import emit, on_terminal
from commands._options import department_option, format_option, output_option, target_argument
from commands._target import Target, checked, department_named, find_target, usable


@click.command(
    "diff",
    short_help="优化前后对比:减了什么、添了什么、改了什么",
    epilog='\b\n例:\n  zaizao diff "市场监管局/01-食品经营许可证核发(新办).yaml"\n  zaizao diff . --格式 markdown -o 对比.md\n  zaizao diff . --格式 html -o 对比.html',
)
@target_argument
@format_option("terminal", "markdown", "html", "json")
@department_option
@output_option
def command(target: Path, format_name: str, department: str | None, output: Path | None) -> None:
    """对比优化前后:第一行是总数,然后是减环节、简程序、减材料、压时限的数量和比例,以及取消、新增、调整了什么。

    目标是事项文件、单位文件夹或项目文件夹,不写就是当前文件夹。
    """
    from engine.diff.compare import compare
    from engine.reports.difference import city_report, department_report, matter_report
    from renderers.reports import formats
    from renderers.reports.style import PLAIN, Style

    where = find_target(target)
    if department is not None:
        where = Target(where.root)
    result = checked(where)
    workspace = usable(result, where)
    switches = workspace.plan.switches
    matters = result.matters if department is None else result.matters_of(department_named(workspace, department))
    differences = [compare(matter, switches) for matter in matters]
    if where.file and differences:
        report = matter_report(differences[0])
    elif where.folder or department:
        report = department_report(matters[0].matter.department if matters else str(department), differences, switches)
    else:
        outside = {one.name for one in workspace.departments if one.outside_scope}
        report = city_report(workspace.plan, [one for one in differences if one.matter.department not in outside])
    shown = output is None and on_terminal()
    style = Style(width=shutil.get_terminal_size().columns, colour=True) if shown else PLAIN
    emit(formats()[format_name].render(report, style), output)
