"""``zaizao import``: tables that departments have already become declarations."""

from __future__ import annotations

from pathlib import Path

import click

from commands._options import file_option


@click.command(
    "import",
    short_help="把填好的表格导入成事项文件",
    epilog="\b\n例:\n  zaizao import 附件4.xlsx 附件6.xlsx 附件7 --查看\n"
    "  zaizao import 工作事项表.xlsx --部门 市场监管局 -o 对照表.xlsx",
)
@click.argument("files", metavar="表格…", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--项目",
    "--project",
    "project",
    metavar="文件夹",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="导入到哪个项目或单位文件夹;默认当前文件夹。",
)
@click.option("--部门", "--department", "department", metavar="简称", help="表里没有写单位的,是哪个部门的。")
@click.option("--查看", "--preview", "preview", is_flag=True, help="只看会导入什么,不写文件。")
@file_option("另存一份对照表(.xlsx):每一格写到了哪里,哪些是推定的、矛盾的、没有用的。")
def command(
    files: tuple[Path, ...],
    project: Path,
    department: str | None,
    preview: bool,  # noqa: FBT001 - click passes it by name
    output: Path | None,
) -> int:
    """把填好的附件4、5、6、7(附件1、2和单位自己的事项表也行)读成事项文件,表里没有的标★,等人补上。

    表格是 .xlsx、.docx 或 .csv;可以一次写几个,或写它们所在的文件夹,同一个事项的内容合在一起,互相矛盾的指出在哪两格。
    单位从“单位名称”、工作表名或文件名里找,找不到的用 --部门 写明。已经有的事项文件不动。
    """
    from commands._importing import Asked, run

    return run(Asked(files, project, department, preview=preview, mapping=output))
