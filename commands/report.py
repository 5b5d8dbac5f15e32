"""``zaizao report``: what a leader reads in a minute about a department or the whole city."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands._files import emit
from commands._kept import write_paper
from commands._options import city_option, department_option, format_option, output_option, target_argument
from commands._scope import Scope, scope_of
from processes.errors import WrongUsage

if TYPE_CHECKING:
    from engine.documents.document import Document


@click.command(
    "report",
    short_help="领导看的情况报告:总数、图表、排名、还有哪些问题",
    epilog="\b\n例:\n  zaizao report . --部门 市场监管局\n  zaizao report . --全市 -o 全市情况.html\n"
    "  zaizao report . --全市 -o 全市情况.docx",
)
@target_argument
@department_option
@city_option
@format_option("markdown", "html", "docx", what="报告")
@output_option
def command(
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
    if format_name == "docx" and output is None:
        raise WrongUsage("docx 要写 -o 文件名.docx。")
    document = _document(scope_of(target, department, city=city))
    if format_name == "docx":
        from renderers.documents import docx

        assert output is not None
        click.echo(f"已写入 {write_paper(output, docx.render(document))}", err=True)
        return
    from renderers.documents import html_format, markdown

    emit((html_format if format_name == "html" else markdown).render(document), output)


def _document(scope: Scope) -> Document:
    from engine.reports.overview import department_overview
    from engine.reports.overview_city import city_overview

    own = scope.department
    if own is None:
        return city_overview(scope.plan, scope.declared, scope.left_out)
    return department_overview(own, scope.plan, scope.matters, left_out=scope.left_out.get(own.name, 0))
