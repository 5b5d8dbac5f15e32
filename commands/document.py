"""``zaizao document``: a document drafted from the declarations, for Word."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands._kept import write_paper
from commands._options import city_option, department_option, file_option, target_argument
from commands._scope import Scope, scope_of
from processes.errors import WrongUsage

if TYPE_CHECKING:
    from engine.documents.document import Document

KINDS = ("工作总结", "事项目录", "进驻清单", "调整意见", "问卷")
"""As they are written in the help; what each is stands in ``engine/documents``, and a test sees that these are all."""


@click.command(
    "document",
    short_help="起草一件文书:工作总结、事项目录、进驻清单、调整意见、问卷",
    epilog="\b\n例:\n  zaizao document . --文种 工作总结 --部门 市场监管局\n"
    "  zaizao document . --文种 事项目录 --全市 -o 全市事项目录.docx",
)
@target_argument
@click.option(
    "--文种",
    "--kind",
    "kind",
    type=click.Choice(KINDS),
    metavar="文种",
    required=True,
    help=f"哪一种:{'、'.join(KINDS)}。",
)
@department_option
@city_option
@file_option("写到哪个文件;由后缀决定格式:docx、html、md。")
def command(target: Path, kind: str, department: str | None, city: bool, output: Path | None) -> None:  # noqa: FBT001 - click passes it by name
    """由申报起草一件文书(docx),按公文格式排好;日期、文号等申报里没有的,留空〔　〕。

    工作总结、调整意见、问卷是单位的;事项目录、进驻清单有单位的,也有全市的。涉密事项的名称不写进任何文书。
    不写 --部门 时,目标在单位文件夹里就写那个单位的,否则写全市的。不写 -o 就写到“单位/文书/文种.docx”。
    """
    from commands._papers import paper_path
    from commands._products import CITY
    from renderers.naming import safe

    scope = scope_of(target, department, city=city)
    own = scope.department
    document = _document(scope, kind)
    path = output or Path(paper_path(safe(own.name) if own else CITY, kind))
    path = write_paper(path, _rendered(document, path))
    click.echo(f"已写入 {path}")


def _document(scope: Scope, kind: str) -> Document:
    from engine.documents import city_kinds, department_kinds

    own = scope.department
    if own is None:
        if kind not in city_kinds():
            raise WrongUsage(f"{kind}是单位的,请用 --部门 写明哪个部门。全市的有:{'、'.join(city_kinds())}。")
        return city_kinds()[kind].write_city(scope.plan, scope.declared)
    document = department_kinds()[kind].write(own, scope.plan, scope.matters)
    if document is None:
        raise WrongUsage(f"{own.name}不涉及{kind}。")
    return document


def _rendered(document: Document, path: Path) -> bytes:
    from renderers.documents import docx, html_format, markdown

    match path.suffix.lower():
        case ".docx":
            return docx.render(document)
        case ".html":
            return html_format.render(document).encode()
        case ".md":
            return markdown.render(document).encode()
        case other:
            raise WrongUsage(f"文书不能写成“{other or path.name}”格式;后缀应是 docx、html 或 md。")
