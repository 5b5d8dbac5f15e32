"""``zaizao import``: tables that departments have already, and BPMN drawings, become declarations."""

from __future__ import annotations

from pathlib import Path

import click

from commands._options import file_option, project_option


@click.command(
    "import",
    short_help="把填好的表格、BPMN 图导入成事项文件",
    epilog="\b\n例:\n  zaizao import 附件4.xlsx 附件6.xlsx 附件7 --查看\n"
    "  zaizao import 工作事项表.xlsx --部门 市场监管局 -o 对照表.xlsx\n"
    "  zaizao import 流程.bpmn --部门 市场监管局",
)
@click.argument("files", metavar="文件…", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@project_option("导入到哪个项目或单位文件夹;默认当前文件夹。")
@click.option("--部门", "--department", "department", metavar="简称", help="表里没有写单位的,是哪个部门的。")
@click.option("--查看", "--preview", "preview", is_flag=True, help="只看会导入什么,不写文件。")
@click.option(
    "--流程",
    "--process",
    "process",
    metavar="名称",
    default="",
    help="BPMN 文件里有几个流程的,导入哪一个(名称或编号);不写就导入环节最多的。",
)
@click.option(
    "--替换",
    "--replace",
    "replace",
    is_flag=True,
    help="BPMN:已经有的事项文件换成图里的,原来的另存为“….yaml.旧”。",
)
@file_option("另存一份对照表(.xlsx):每一格写到了哪里,哪些是推定的、矛盾的、没有用的。")
def command(
    files: tuple[Path, ...],
    project: Path,
    department: str | None,
    preview: bool,  # noqa: FBT001 - click passes it by name
    process: str,
    replace: bool,  # noqa: FBT001 - as above
    output: Path | None,
) -> int:
    """把填好的附件4、5、6、7(附件1、2和单位自己的事项表也行)读成事项文件,表里没有的标★,等人补上。

    表格是 .xlsx、.docx 或 .csv;可以一次写几个,或写它们所在的文件夹,同一个事项的内容合在一起,互相矛盾的指出在哪两格。
    单位从“单位名称”、工作表名或文件名里找,找不到的用 --部门 写明。已经有的事项文件不动。

    BPMN 图(.bpmn)也能导入:zaizao export 导出的,导入回来和原来一样;在画图软件里改过的,流程按现在的图;别的软件画的,
    读出环节、去向、并联、支线和泳道。在单位文件夹里运行,或者用 --部门 写明单位。
    """
    from commands._bpmn_in import is_drawing, read_drawings
    from commands._importing import Asked, run

    drawings, tables = (tuple(one for one in files if is_drawing(one) is wanted) for wanted in (True, False))
    code = 0
    if drawings:
        code = read_drawings(drawings, project, department, process, preview=preview, replace=replace)
    if tables:
        code = max(code, run(Asked(tables, project, department, preview=preview, mapping=output)))
    return code
