"""``zaizao reconcile``: whether the forms agree with each other."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands._files import emit
from commands._options import EXIT_FINDINGS, department_option, format_option, output_option, target_argument
from commands._target import Target, checked, department_named, find_target, usable

if TYPE_CHECKING:
    from processes.model.department import Department
    from processes.model.process import CheckedMatter


@click.command(
    "reconcile",
    short_help="核对各张附件之间的数是否一致",
    epilog="\b\n例:\n  zaizao reconcile .\n  zaizao reconcile . --部门 市场监管局\n  zaizao reconcile . --格式 json -o 核对.json",
)
@target_argument
@format_option("text", "json")
@department_option
@output_option
@click.pass_context
def command(
    context: click.Context, target: Path, format_name: str, department: str | None, output: Path | None
) -> None:
    """核对各张附件之间的数:合计等于各行之和,附件9等于附件6,附件10、附件7、附件8和附件6一致,等等。

    目标是单位文件夹或项目文件夹,不写就是当前文件夹;项目文件夹核对全市汇总和各部门的表。列出核对了哪些关系、
    覆盖多少单元格;有矛盾的写明表、单元格、应为多少、实为多少。附件3和附件6口径不同的数另外说明,不算矛盾。

    没有矛盾返回 0,有矛盾返回 1。
    """
    from engine.reconcile.certificate import file_city, file_department, reconcile, reconcile_city
    from renderers.certificates import json_format, text

    where = find_target(target)
    # What is named by an option may lie outside of the folder; a matter alone has no forms to compare.
    around = Target(where.root, folder="" if department else where.folder or where.file.rpartition("/")[0])
    result = checked(around)
    workspace = usable(result, around)
    plan = workspace.plan
    pairs = [(one, result.matters_of(one.name)) for one in workspace.departments]
    name = department_named(workspace, department) if department else None
    folder = around.folder
    if name is not None or folder:
        chosen = next(pair for pair in pairs if pair[0].name == name or (folder and pair[0].folder == folder))
        certificate = reconcile(file_department(chosen, plan, _boxes(*chosen)), plan.switches)
    else:
        declared = [pair for pair in pairs if pair[1] and not pair[0].outside_scope]
        departments = [file_department(pair, plan, _boxes(*pair)) for pair in declared]
        certificate = reconcile_city(file_city(plan, declared), departments, plan.switches)
    emit(json_format.render(certificate) if format_name == "json" else text.render(certificate), output)
    if certificate.contradictions:
        context.exit(EXIT_FINDINGS)


def _boxes(department: Department, matters: tuple[CheckedMatter, ...]) -> dict[str, int]:
    """How many numbered boxes the chart of each matter shows on the main path."""
    from renderers.flowcharts import chart_of

    return {
        one.matter.name: sum(
            box.number.isdecimal() for box in chart_of(one, one.after.version.label, department.full_name).boxes
        )
        for one in matters
        if one.after is not None
    }
