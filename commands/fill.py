"""``zaizao fill``: one prescribed form."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands._files import write
from commands._matter import one_matter
from commands._options import department_option, target_argument
from commands._target import Target, checked, department_named, find_target, usable
from processes.errors import WrongUsage

if TYPE_CHECKING:
    from engine.annexes.form import Card, Form
    from processes.model.workspace import Workspace


@click.command(
    "fill",
    short_help="填一张附件",
    epilog="\b\n例:\n  zaizao fill --表 6 --部门 市场监管局\n  zaizao fill --表 6 --全市 -o 全市附件6.docx\n"
    '  zaizao fill "市场监管局/01-食品经营许可证核发(新办).yaml" --表 7 -o 告知单.docx',
)
@target_argument
@click.option("--表", "--form", "form", metavar="编号", required=True, help="附件的编号,如 6。")
@department_option
@click.option("--全市", "--city", "city", is_flag=True, help="全市汇总。")
@click.option(
    "--输出",
    "--output",
    "-o",
    "output",
    metavar="文件",
    type=click.Path(path_type=Path),
    help="写到哪个文件;由后缀决定格式:xlsx、docx、pdf。",
)
def command(target: Path, form: str, department: str | None, city: bool, output: Path | None) -> None:  # noqa: FBT001 - click passes it by name
    """填一张附件(xlsx、docx 或 pdf):某个部门的,全市汇总,或一个事项的(附件7)。

    不写 --部门 时,目标在单位文件夹里就填那个单位的,否则填全市的;一个事项一张的附件,目标要写事项文件。
    不写 -o 就写到当前文件夹里的“单位/附件….xlsx”,附件7写到“单位/附件7/….docx”。
    """
    from engine.annexes import annexes, matter_annexes

    code = f"附件{form.removeprefix('附件')}"
    if code not in annexes():
        raise WrongUsage(f"没有“附件{form}”。现在能填:{'、'.join(annexes())}。")
    if city and department:
        raise WrongUsage("--部门 和 --全市 只能写一个。")
    writer = _writer(output) if output else None
    if code in matter_annexes():
        if city or department or not target.is_file():
            raise WrongUsage(
                f"{code}是一个事项一张,请写明事项文件,如:zaizao fill 单位/01-事项.yaml --表 {form}。"
                "全部事项的用 zaizao build 生成。"
            )
        value: Card | Form
        value, path = _of_matter(target, code)
    else:
        value, path = _of_many(target, code, department, city=city)
    path = output or path
    write(path, (writer or _writer(path))(value))
    click.echo(f"已写入 {path}" + ("" if code in matter_annexes() else f"({len(value.rows)} 个事项)"))


def _writer(path: Path) -> Callable[[Form | Card], bytes]:
    """What writes the format of ``path``'s ending."""
    from renderers.forms.formats import FORMATS

    writer = FORMATS.get(path.suffix.lower())
    if writer is None:
        raise WrongUsage(f"附件不能写成“{path.suffix or path.name}”格式;后缀应是 xlsx、docx 或 pdf。")
    return writer


def _of_matter(file: Path, code: str) -> tuple[Card, Path]:
    """The form of the matter in ``file``, and where it goes."""
    from commands._products import card_path
    from engine.annexes import matter_annexes
    from renderers.naming import safe

    one = one_matter(file)
    matter = one.checked.matter
    card = matter_annexes()[code].fill_matter(one.department, one.plan, one.checked)
    if card is None:
        raise WrongUsage(f"“{matter.name}”优化后取消,没有{code}。")
    return card, Path(card_path(safe(matter.department), code, one.name))


def _of_many(target: Path, code: str, department: str | None, *, city: bool) -> tuple[Form, Path]:
    """The form of a department, or of the whole city, and where it goes."""
    from commands._products import CITY, form_path
    from engine.annexes import annexes, city_annexes, department_annexes
    from renderers.naming import safe

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
        joined = [(one, matters) for one, matters in pairs if matters]
        filled = city_annexes()[code].fill_city(workspace.plan, joined)
        return filled, Path(form_path(CITY, code, annexes()[code].NAME))
    declared = workspace.department(name)
    assert declared is not None
    concerned = department_annexes()[code].fill(declared, workspace.plan, result.matters_of(name))
    if concerned is None:
        raise WrongUsage(f"{name}不涉及{code}。")
    return concerned, Path(form_path(safe(name), code, annexes()[code].NAME))


def _department(around: Target, workspace: Workspace) -> str | None:
    """The department whose folder is meant."""
    return next((one.name for one in workspace.departments if around.folder and one.folder == around.folder), None)
