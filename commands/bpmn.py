"""``zaizao bpmn``: a BPMN file read as a matter."""

from __future__ import annotations

from pathlib import Path

import click

from commands._bpmn_in import read_in
from commands._options import file_option


@click.command(
    "bpmn",
    short_help="把 BPMN 图读成事项",
    epilog="\b\n例:\n  zaizao bpmn 流程.bpmn 市场监管局\n  zaizao bpmn 流程.bpmn -o 市场监管局/03-新事项.yaml",
)
@click.argument("file", metavar="文件.bpmn", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("target", metavar="[单位文件夹]", type=click.Path(exists=True, path_type=Path), default=".")
@click.option(
    "--流程",
    "--process",
    "process",
    metavar="名称",
    default="",
    help="文件里有几个流程的,读哪一个(名称或编号);不写就读环节最多的。",
)
@file_option("写到哪个事项文件;不写就写到单位文件夹,文件名用导出时的,或者接着编号。")
def command(file: Path, target: Path, process: str, output: Path | None) -> None:
    """把 BPMN 2.0 文件读成事项文件。

    zaizao export 导出的,读回来和原来一样;导出后在画图软件里改过的,按现在的图写流程,别的照原来的。别的软件画的,
    读出环节、去向、并联、支线和泳道,图上没有的(时限、程序、材料、依据等)标★,等着填。

    每一样东西的去处都列出来:采用的、推定的、没有带入的。已经有的事项文件不覆盖,除非用 -o 写明。
    """
    read_in(file, target, output, process)
