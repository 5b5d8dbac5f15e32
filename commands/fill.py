"""``zaizao fill``: one prescribed form."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands._files import write
from commands._options import department_option, target_argument
from commands._target import Target, checked, department_named, find_target, usable
from processes.errors import WrongUsage

if TYPE_CHECKING:
    from processes.model.workspace import Workspace


@click.command(
    "fill",
    short_help="填一张附件",
    epilog="\b\n例:\n  zaizao fill --表 6 --部门 市场监管局\n  zaizao fill --表 6 --全市 -o 全市附件6.xlsx",
)
@target_argument
@click.option("--表", "--form", "form", metavar="编号", required=True, help="附件的编号,如 6。")
@department_option
@click.option("--全市", "--city", "city", is_flag=True, help="全市汇总。")
@click.option(
    "--输出", "--output", "-o", "output", metavar="文件", type=click.Path(path_type=Path), help="写到哪个文件(.xlsx)。"
)
def command(target: Path, form: str, department: str | None, city: bool, output: Path | None) -> None:  # noqa: FBT001 - click passes it by name
    """填一张附件(xlsx):某个部门的,或全市汇总。

    不写 --部门 时,目标在单位文件夹里就填那个单位的,否则填全市的。不写 -o 就写到当前文件夹里的“单位/附件….xlsx”。
    """
    from commands._products import CITY, form_path
    from engine.annexes import annexes, city_annexes, department_annexes
    from renderers.forms.xlsx import workbook
    from renderers.naming import safe

    code = f"附件{form.removeprefix('附件')}"
    if code not in annexes():
        raise WrongUsage(f"没有“附件{form}”。现在能填:{'、'.join(annexes())}。")
    if city and department:
        raise WrongUsage("--部门 和 --全市 只能写一个。")
    where = find_target(target)
    # What is named by an option may lie outside of the folder that is the target.
    folder = "" if city or department else where.folder or where.file.rpartition("/")[0]
    around = Target(where.root, folder=folder)
    result = checked(around)
    workspace = usable(result, around)
    name = None if city else department_named(workspace, department) if department else _department(around, workspace)
    if name is None:
        if code not in city_annexes():
            raise WrongUsage(f"{code}没有全市汇总,请用 --部门 写明哪个部门。")
        pairs = [(one, result.matters_of(one.name)) for one in workspace.departments]
        value = city_annexes()[code].fill_city(workspace.plan, [(one, matters) for one, matters in pairs if matters])
    else:
        if code not in department_annexes():
            raise WrongUsage(f"{code}是一个事项一张,用 zaizao build 生成。")
        declared = workspace.department(name)
        assert declared is not None
        filled = department_annexes()[code].fill(declared, workspace.plan, result.matters_of(name))
        if filled is None:
            raise WrongUsage(f"{name}不涉及{code}。")
        value = filled
    if output and output.suffix.lower() != ".xlsx":
        raise WrongUsage(f"附件写成 xlsx;“{output.name}”的后缀应是 .xlsx。")
    path = output or Path(form_path(safe(name or CITY), code, annexes()[code].NAME))
    write(path, workbook(value))
    click.echo(f"已写入 {path}({len(value.rows) - len(value.subtotals)} 行)")


def _department(around: Target, workspace: Workspace) -> str | None:
    """The department whose folder is meant."""
    return next((one.name for one in workspace.departments if around.folder and one.folder == around.folder), None)
