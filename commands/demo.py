"""``zaizao demo``: the sample project copied and built, to look at and to try things on."""

from __future__ import annotations

from pathlib import Path

import click

from commands._files import write
from commands.build import command as build
from processes.errors import WrongUsage

_NOT_COPIED = ("expected", "__pycache__")


def _copy(sample: Path, project: Path) -> None:
    """The declarations of the sample, those that are there already excepted; 方案.yaml is the last one.

    So a copy that was interrupted has no 方案.yaml, and the next one goes on with it. Raises ``CannotBeDone``.
    """
    from processes.declaration.folder import PLAN_FILE

    names = [file.relative_to(sample) for file in sample.rglob("*") if file.is_file()]
    for name in sorted(names, key=lambda name: (name == Path(PLAN_FILE), name)):
        if not set(_NOT_COPIED) & set(name.parts) and not (project / name).exists():
            write(project / name, (sample / name).read_bytes())


@click.command("demo", short_help="把示例做出来看看", epilog="\b\n例:\n  zaizao demo\n  zaizao demo -o 试一试")
@click.option(
    "--输出",
    "--output",
    "-o",
    "output",
    metavar="文件夹",
    type=click.Path(file_okay=False, path_type=Path),
    default="demo-output",
    show_default=True,
    help="放到哪个文件夹。",
)
@click.pass_context
def command(context: click.Context, output: Path) -> None:
    """把示例(海林市21个单位、25个事项)抄一份,并生成全部成果。抄出来的申报文件可以随意修改再生成。"""
    from importlib.resources import as_file, files

    from processes.declaration.folder import PLAN_FILE

    project, results = output / "申报", output / "成果"
    if not (project / PLAN_FILE).exists():
        if output.exists() and any(one not in (project, results) for one in output.iterdir()):
            raise WrongUsage(f"“{output}”里已有别的文件,请换一个文件夹(-o)。")
        with as_file(files("samples") / "hailin") as sample:
            _copy(sample, project)
    context.invoke(build, project=project, output=results, department=None, sources=False, strict=False)
    click.echo(f"\n申报文件    {project}")
    click.echo(f"情况报告    {results / '全市' / '情况报告.html'}")
    click.echo(f"附件6(全市) {results / '全市' / '附件6-工作流程优化对比台账.xlsx'}")
    click.echo(f"流程图      {results / '市场监管局' / '附件8'}")
    click.echo(f"优化对比    {results / '全市' / '优化对比.md'}")
    click.echo(f"改了申报文件以后再生成:{context.find_root().info_name} build {project} -o {results}")
