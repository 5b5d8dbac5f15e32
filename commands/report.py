"""``zaizao report``: what a leader reads in a minute about a department or the whole city."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands._files import emit, write
from commands._options import department_option, format_option, output_option, target_argument
from commands._target import Target, checked, department_named, find_target, left_out_by_department, usable
from processes.errors import WrongUsage

if TYPE_CHECKING:
    from engine.documents.document import Document

_SUFFIXES = {".html": "html", ".htm": "html", ".docx": "docx", ".md": "markdown"}


@click.command(
    "report",
    short_help="领导看的情况报告:总数、图表、排名、还有哪些问题",
    epilog="\b\n例:\n  zaizao report . --部门 市场监管局\n  zaizao report . --全市 -o 全市情况.html\n"
    "  zaizao report . --全市 -o 全市情况.docx",
)
@target_argument
@department_option
@click.option("--全市", "--city", "city", is_flag=True, help="全市的。")
@format_option("markdown", "html", "docx")
@output_option
@click.pass_context
def command(  # noqa: D417 - click passes them by name
    context: click.Context,
    target: Path,
    department: str | None,
    city: bool,  # noqa: FBT001 - click passes it by name
    format_name: str,
    output: Path | None,
) -> None:
    """一个部门或全市的再造情况:环节、程序、材料、时限减了多少,三分之一达到没有,还有哪些问题。

    数字和优化对比、附件6相同。不写 --部门 时,目标在单位文件夹里就报那个单位的,否则报全市的。
    写了 -o 而没有写 --格式,由文件后缀决定格式:md、html、docx;docx 一定要写 -o。
    """
    if city and department:
        raise WrongUsage("--部门 和 --全市 只能写一个。")
    source = context.get_parameter_source("format_name")
    if output is not None and source is click.core.ParameterSource.DEFAULT:
        format_name = _format_of(output)
    if format_name == "docx" and output is None:
        raise WrongUsage("docx 要写 -o 文件名.docx。")
    document = _document(target, department, city=city)
    if format_name == "docx":
        from renderers.documents import docx

        assert output is not None
        write(output, docx.render(document))
        click.echo(f"已写入 {output}", err=True)
        return
    from renderers.documents import html_format, markdown

    emit((html_format if format_name == "html" else markdown).render(document), output)


def _format_of(output: Path) -> str:
    found = _SUFFIXES.get(output.suffix.lower())
    if found is None:
        raise WrongUsage(f"报告不能写成“{output.suffix or output.name}”格式;后缀应是 md、html 或 docx。")
    return found


def _document(target: Path, department: str | None, *, city: bool) -> Document:
    from engine.reports.overview import department_overview
    from engine.reports.overview_city import city_overview

    where = find_target(target)
    around = Target(where.root, folder="" if city or department else where.folder or where.file.rpartition("/")[0])
    result = checked(around)
    workspace = usable(result, around)
    folder = around.folder
    name = department_named(workspace, department) if department else None
    own = next((one for one in workspace.departments if one.name == name or (folder and one.folder == folder)), None)
    missing = left_out_by_department(result)
    if own is not None:
        matters = result.matters_of(own.name)
        if not matters:
            raise WrongUsage(f"{own.name}没有可用的事项。用 zaizao check 看全部问题。")
        return department_overview(own, workspace.plan, matters, left_out=missing.get(own.name, 0))
    declared = [(one, result.matters_of(one.name)) for one in workspace.departments]
    return city_overview(workspace.plan, declared, missing)
