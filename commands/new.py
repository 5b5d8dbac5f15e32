"""``zaizao new``: a declaration to begin with, in the right folder, four fifths of it filled in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands._files import write_new
from commands._options import program
from commands._target import Target, checked, find_target
from processes.declaration.templates import JOINT, MARK, matter_templates
from processes.errors import CannotBeDone, WrongUsage
from processes.model.findings import Severity
from processes.model.vocabulary import KINDS, MatterType

if TYPE_CHECKING:
    from processes.model.department import Department
    from processes.model.workspace import Workspace

_TEMPLATES = (*matter_templates(), JOINT)
_EXAMPLES = (
    "zaizao new 食品经营许可 --模板 行政许可 --部门 市场监管局",
    "zaizao new 工业项目审批 --模板 联审联批 --部门 行政服务中心、发改局、规划局、住建局",
)
_JOINT_LEAST = 2


_INSTEAD = {
    **dict.fromkeys(KINDS[MatterType.OTHER_POWER], "行政给付"),
    **dict.fromkeys(("行政强制", "行政征收", "行政征用", "行政监督检查"), "行政处罚"),
    **dict.fromkeys(KINDS[MatterType.PUBLIC_SERVICE][:-1], "公共服务"),
    "其他": "行政给付",
}
"""种类 that has no template of its own → the template whose process is nearest: begun on request, or by the office."""


class _Template(click.Choice[str]):
    """A template; of a 种类 without one it is told which to take."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name of the template."""
        if value not in self.choices and (instead := _INSTEAD.get(value)):
            self.fail(f"没有“{value}”的模板:用“{instead}”的,建好以后把文件里的“种类”改成 {value}。", param, ctx)
        return super().convert(value, param, ctx)


@click.command(
    "new",
    short_help="按模板新建一个事项",
    epilog="\b\n模板:\n  " + "、".join(_TEMPLATES) + "\n\n\b\n例:\n  " + "\n  ".join(_EXAMPLES),
)
@click.argument("name", metavar="名称")
@click.argument("project", metavar="[目标]", type=click.Path(exists=True, path_type=Path), default=".")
@click.option(
    "--模板",
    "--template",
    "template",
    metavar="模板",
    type=_Template(_TEMPLATES),
    default="行政许可",
    show_default=True,
    help="哪一种事项。",
)
@click.option(
    "--部门",
    "--department",
    "departments",
    metavar="简称",
    multiple=True,
    help="哪个部门的事项;只有一个部门的不用写。联审联批用、隔开或写几次,第一个牵头。",
)
def command(name: str, project: Path, template: str, departments: tuple[str, ...]) -> None:
    """按模板新建一个事项,放进部门的文件夹。大部分内容已经填好,标★的改成实际情况就行。

    目标是项目文件夹或部门文件夹,默认是当前文件夹;在部门文件夹里不用写 --部门。部门还没有文件夹的,一并建立。
    """
    from processes.declaration.names import is_name

    name = name.strip()
    if not is_name(name) or not name:
        raise WrongUsage(f"“{name}”不能作事项名称:不能有“|”和换行,不超过200字,也不能就叫 无、不变、取消这样的词。")
    target = find_target(project)
    workspace = _workspace(Target(target.root))
    if template == JOINT:
        _new_joint(name, target.root, _joint_departments(departments, workspace))
    else:
        _new_matter(name, template, target, _department_name(departments, target, workspace), workspace)


def _workspace(target: Target, folder: str = "") -> Workspace:
    """What is declared, with the matters of ``folder`` only."""
    result = checked(Target(target.root, folder=folder or "."))
    if result.workspace is None:
        first = next(finding for finding in result.findings if finding.severity is Severity.ERROR)
        raise CannotBeDone(f"方案或单位的申报有错,先改好:{target.shown(str(first.place))} {first.message}")
    return result.workspace


def _department_name(names: Sequence[str], target: Target, workspace: Workspace) -> str:
    """The department meant: the one named, the one whose folder is the target, or the only one there is."""
    if len(names) > 1 or any("、" in name for name in names):
        raise WrongUsage(f"一个事项属于一个部门,只能写一个;几个部门一起办的用 --模板 {JOINT}。")
    folder = target.folder or target.file.rpartition("/")[0]
    here = [one.name for one in workspace.departments if one.folder == folder]
    declared = [one.name for one in workspace.departments]
    if names:
        return _known(names[0], workspace)
    if here or len(declared) == 1:
        return (here or declared)[0]
    raise WrongUsage("请用 --部门 写明是哪个部门的事项" + (f",如 --部门 {declared[0]}。" if declared else "。"))


def _known(name: str, workspace: Workspace) -> str:
    """The short name of a department of the plan, or of one that is declared outside it."""
    for one in workspace.departments:
        if name in (one.name, one.full_name):
            return one.name
    if name in workspace.plan.departments:
        return name
    from processes.suggesting import suggest

    raise WrongUsage(f"方案.yaml 的部门里没有“{name}”。{suggest(name, workspace.plan.departments)}要新增的先写进方案。")


def _joint_departments(names: Sequence[str], workspace: Workspace) -> list[str]:
    """The departments named, else the hall, which leads, and those declared, else those of the plan."""
    from engine.documents.common import CENTRE

    found = list(dict.fromkeys(_known(name, workspace) for word in names for name in re.split("[、,，]", word) if name))
    if not found:
        declared = [one.name for one in workspace.departments if one.name in workspace.plan.departments]
        halls = [name for name in workspace.plan.departments if CENTRE in name]
        found = list(dict.fromkeys([*halls, *declared, *workspace.plan.departments]))
    if len(found) < _JOINT_LEAST:
        raise WrongUsage(f"{JOINT}至少要两个部门:--部门 写两次以上。")
    return found


def _new_matter(name: str, template: str, target: Target, department: str, workspace: Workspace) -> None:
    from processes.declaration.drafts import draft_department, draft_matter, is_approval
    from processes.model.folding import fold_name
    from renderers.naming import safe

    declared = _declared(department, workspace)
    if declared is None:
        file = f"{safe(department)}/单位.yaml"
        draft = draft_department(department, workspace.plan.city, approves=is_approval(template))
        write_new(target.root / file, _headed(draft, target.root, file, "单位"))
        click.echo(f"已建立部门 {target.shown(file)},标{MARK}的改成本单位的情况。")
        workspace = _workspace(target)
        declared = _declared(department, workspace)
        assert declared is not None
    folder = declared.folder
    there = _workspace(target, folder).matters_of(declared.name)
    if any(fold_name(matter.name) == fold_name(name) for matter in there):
        raise WrongUsage(f"{declared.name}已经有事项“{name}”。")
    _put(target.root, folder, name, draft_matter(template, name, declared))


def _declared(department: str, workspace: Workspace) -> Department | None:
    return next((one for one in workspace.departments if one.name == department), None)


def _new_joint(name: str, root: Path, departments: Sequence[str]) -> None:
    from processes.declaration.drafts import draft_joint

    _put(root, JOINT, name, draft_joint(name, departments))


def _put(root: Path, folder: str, name: str, text: str) -> None:
    """Write the file under the next number of its folder, and say what is left to do."""
    from renderers.naming import safe

    numbers = [int(found[0]) for file in (root / folder).glob("*.yaml") if (found := re.match(r"\d{1,4}", file.name))]
    file = f"{folder}/{max(numbers, default=0) + 1:02d}-{safe(name)}.yaml"
    write_new(root / file, _headed(text, root, file, JOINT if folder == JOINT else "事项"))
    shown = Target(root).shown(file)
    click.echo(f"已新建 {shown}。")
    click.echo(f"标{MARK}的 {text.count(f'  # {MARK}')} 处改成实际情况,改完运行:{program()} check {_as_word(shown)}")


def _headed(text: str, root: Path, file: str, kind: str) -> str:
    """The text under the line that tells editors its schema, in a project that has the schemas."""
    from processes.declaration.editor import SCHEMA_FOLDER, modeline

    return f"{modeline(file, kind)}\n{text}" if (root / SCHEMA_FOLDER).is_dir() else text


def _as_word(path: str) -> str:
    """The path as it is typed in a shell."""
    return f'"{path}"' if re.search(r"[\s()&;'<>|$`!]", path) else path
