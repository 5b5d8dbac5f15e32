"""``zaizao checklist``: the printed list of what only people can judge, with the answers recorded."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands._files import emit, on_terminal
from commands._kept import write_paper
from commands._options import department_option, format_option, output_option, target_argument
from commands._target import Target, checked, department_named, find_target, usable
from processes.errors import CannotBeDone, WrongUsage

if TYPE_CHECKING:
    from engine.reports.checklist import Checklist
    from processes.model.plan import Plan


@click.command(
    "checklist",
    short_help="监督检查用的核对清单:软件查不了、要人核对的事",
    epilog="\b\n例:\n  zaizao checklist 市场监管局\n  zaizao checklist . --部门 市场监管局 -o 核对清单.docx\n"
    "  zaizao checklist . -o 全市核对清单.html",
)
@target_argument
@department_option
@format_option("text", "html", "docx", "json", what="核对清单")
@output_option
def command(target: Path, department: str | None, format_name: str, output: Path | None) -> None:
    """列出只能由人核对的事项:每条写明问什么、方案的原文和出处,单位.yaml 的“核对”里记了答复的印上,没有的留方框打√。

    目标在单位文件夹里就列那个单位的,项目文件夹则逐个单位列出。
    写了 -o 而没有写 --格式,由文件后缀决定格式:txt、html、docx、json;docx 一定要写 -o。
    """
    if format_name == "docx" and output is None:
        raise WrongUsage("docx 要写 -o 文件名.docx。")
    plan, lists = _lists(target, department)
    if format_name == "docx":
        from engine.reports.checklist import checklist_document
        from renderers.documents import docx

        assert output is not None
        click.echo(f"已写入 {write_paper(output, docx.render(checklist_document(plan, lists)))}", err=True)
        return
    emit(_text(plan, lists, format_name, shown=output is None and on_terminal()), output)


def _lists(target: Path, department: str | None) -> tuple[Plan, list[Checklist]]:
    """The lists of the department meant, or of all; a department may be inspected before it declares a matter."""
    from engine.examining import rule_book
    from engine.reports.checklist import checklist_of

    where = find_target(target)
    # What is named by the option may lie outside of the folder that is the target.
    folder = "" if department else where.folder or where.file.rpartition("/")[0]
    around = Target(where.root, folder=folder)
    result = checked(around)
    workspace = result.workspace or usable(result, around)
    name = department_named(workspace, department) if department else None
    wanted = [one for one in workspace.departments if name in (None, one.name) and folder in ("", one.folder)]
    if not workspace.departments:
        raise CannotBeDone("这里还没有单位:先用 zaizao new 新建一个事项,单位一并建立。")
    if not wanted:
        raise WrongUsage("没有可以核对的单位:目标应是单位文件夹或项目文件夹。用 zaizao check 看全部问题。")
    return workspace.plan, [checklist_of(one, workspace.plan, rule_book().values()) for one in wanted]


def _text(plan: Plan, lists: list[Checklist], format_name: str, *, shown: bool) -> str:
    from renderers.reports.style import PLAIN, Style

    if format_name == "json":
        from renderers.checklists import json_format

        return json_format.render(plan, lists)
    if format_name == "html":
        from engine.reports.checklist import checklist_document
        from renderers.documents import html_format

        return html_format.render(checklist_document(plan, lists))
    from renderers.checklists import text

    style = Style(width=shutil.get_terminal_size().columns, colour=True) if shown else PLAIN
    return text.render(plan, lists, style)
