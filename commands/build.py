"""``zaizao build``: everything the project's declarations give, in one folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands._options import EXIT_FINDINGS, department_option
from commands._output import Output
from commands._products import make_all, units_of
from commands._progress import progress
from commands._target import checked, department_named, find_target, to_mend, usable

if TYPE_CHECKING:
    from processes.checking import Checked

FINDINGS_FILE = "检查结果.txt"


@click.command(
    "build",
    short_help="生成全部成果:附件、流程图、对比报告",
    epilog="\b\n例:\n  zaizao build . -o 成果\n  zaizao build . -o 成果 --部门 市场监管局 --严格",
)
@click.argument("project", metavar="项目", type=click.Path(exists=True, path_type=Path), default=".")
@click.option(
    "--输出",
    "--output",
    "-o",
    "output",
    metavar="文件夹",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="成果放到哪个文件夹。",
)
@department_option
@click.option("--严格", "--strict", "strict", is_flag=True, help="有要改的问题就返回 1。")
@click.pass_context
def command(context: click.Context, project: Path, output: Path, department: str | None, strict: bool) -> None:  # noqa: FBT001 - click passes it by name
    """生成项目的全部成果:各单位的附件6、附件8流程图(SVG、PNG)、优化对比报告,以及全市汇总。

    同样的申报得到同样的文件;手工改过的成果不会被覆盖,新的写在旁边,名称后加“(新)”。检查出的问题写在 检查结果.txt。
    """
    where = find_target(project)
    result = checked(where)
    workspace = usable(result, where)
    only = department_named(workspace, department) if department else where.folder or None
    units = list(units_of(result, only))
    made = Output(output)
    with progress("生成成果", len(units)) as advance:
        for name, content in make_all(units, advance):
            made.put(name, content)
    made.put(FINDINGS_FILE, _findings_text(result).encode())
    removed = made.finish(complete=only is None)
    _tell(made, removed, output, len(result.matters), len(workspace.matters))
    if strict and to_mend(result.findings):
        context.exit(EXIT_FINDINGS)


def _findings_text(result: Checked) -> str:
    from renderers.findings import terminal

    return terminal.render(result.findings, result.texts, {})


def _tell(made: Output, removed: list[str], folder: Path, matters: int, declared: int) -> None:
    """Say what was made, kept and removed."""
    click.echo(f"{matters} 个事项,{len(made.made)} 个文件,在 {folder}(其中 {made.unchanged} 个没有变化)。")
    if matters < declared:
        click.echo(f"有 {declared - matters} 个事项申报不完整,没有生成;看 {FINDINGS_FILE}。")
    for name in made.kept:
        click.echo(f"手工改过,没有覆盖:{name};新的在旁边,名称后加了“(新)”。")
    if removed:
        click.echo(f"删掉了不再需要的 {len(removed)} 个旧文件。")
