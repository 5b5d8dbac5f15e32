"""``zaizao draw``: flowcharts (附件8) of a matter or of a department, and the charts of a project of 联审联批."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands._charts import (
    ENDINGS,
    VIEWS,
    Asked,
    Timed,
    chart_files,
    dpi_for,
    dpi_option,
    ending_of,
    layout_for,
    layout_option,
    made,
    timed_file,
    timed_matter,
    view_option,
)
from commands._kept import write_paper
from commands._matter import OneMatter, one_matter
from commands._options import file_option
from commands._project import OneProject, is_project, one_project
from commands._target import Target, checked, find_target, left_out, usable
from commands._unshown import files_of, tell_unshown
from processes.errors import CannotBeDone, WrongUsage

if TYPE_CHECKING:
    from renderers.flowcharts import Layout


@click.command(
    "draw",
    short_help="画流程图(附件8)",
    epilog='\b\n例:\n  zaizao draw "市场监管局/01-食品经营许可证核发(新办).yaml"\n'
    '  zaizao draw "市场监管局/01-食品经营许可证核发(新办).yaml" --视图 差异 -o 差异.pdf\n'
    '  zaizao draw "市场监管局/01-食品经营许可证核发(新办).yaml" -o 流程图.png --分辨率 300\n'
    "  zaizao draw 市场监管局 -o 市场监管局流程图.pdf\n"
    "  zaizao draw 市场监管局 --视图 对比 -o 图 --格式 png",
)
@click.argument("target", metavar="目标", type=click.Path(exists=True, path_type=Path))
@view_option
@layout_option
@file_option(
    "写到哪个文件;由后缀决定格式:svg、png、pdf、docx、gv。也可以写已经有的文件夹。目标是单位文件夹时写 pdf 文件或文件夹。"
)
@click.option(
    "--格式",
    "--format",
    "format_name",
    type=click.Choice(tuple(ending.removeprefix(".") for ending in ENDINGS)),
    metavar="svg|png|pdf|docx|gv",
    help="-o 是文件夹时,每张图的格式;默认 svg。",
)
@dpi_option
@click.pass_context
def command(
    context: click.Context,
    target: Path,
    view: str | None,
    layout: str | None,
    output: Path | None,
    format_name: str | None,
    dpi: int | None,
) -> None:
    """画流程图:主路、判断、支线,每个环节标明承办和时限。

    目标是事项文件就画这个事项;是单位文件夹,就把这个单位的图合成一份带目录的 pdf,或者每个事项一个文件,
    放进 -o 写的文件夹;是“联审联批”里的项目文件,就画这个项目的时间安排。

    不写 -o 就写在当前文件夹:一个事项是“编号-名称-后.svg”,一个单位是“单位-流程图-后.pdf”。
    一个单位的图里没有涉密事项;涉密事项一个一个画,图上写明密级。优化后取消的事项没有优化后的图。
    """
    where = find_target(target)
    if not where.folder and not where.file:
        raise WrongUsage("目标应是事项文件、单位文件夹或联审联批的项目文件;整个项目的图用 zaizao build 生成。")
    project = bool(where.file) and is_project(target)
    word = VIEWS[view] if view else "对比" if project else "后"
    laid = layout_for(layout, word, project=project)
    if where.folder:
        context.exit(_department(where, word, laid, output, format_name, dpi))
    what = one_project(target) if project else one_matter(target)
    path = _file(output, f"{what.name}-{word}", format_name)
    ending = ending_of(path)
    asked = Asked(word, laid, dpi_for(dpi, ending), ending)
    path = write_paper(path, _project(what, asked) if isinstance(what, OneProject) else _matter(what, asked))
    click.echo(f"已写入 {path}")
    if isinstance(what, OneMatter):
        if what.checked.matter.secret:
            click.echo("涉密事项:图上写明了密级,只供内部使用,不要公示。", err=True)
        files = files_of(what.checked.matter)
        tell_unshown(what.findings, where, lambda file: file in files)


def _file(output: Path | None, name: str, format_name: str | None) -> Path:
    """The file to write: ``output``, or one called ``name`` in it if it is a folder that is there."""
    if output is not None and output.is_dir():
        return output / f"{name}.{format_name or 'svg'}"
    if format_name:
        raise WrongUsage("--格式 只在 -o 是文件夹时用;一张图的格式由 -o 的后缀决定。")
    return output or Path(f"{name}.svg")


def _matter(one: OneMatter, asked: Asked) -> bytes:
    """The chart of one matter."""
    from renderers.flowcharts import View, view_of

    if asked.view == "时限":
        return timed_file(timed_matter(one.checked, one.plan, one.department), asked)
    if asked.view == "后" and one.checked.after is None:
        raise WrongUsage(f"“{one.checked.matter.name}”优化后取消,没有流程图;可以画 --视图 前。")
    unit = one.department.full_name
    return made(chart_files((view_of(View(asked.view), one.checked, one.plan.switches, unit),), asked, unit)[0])


def _project(one: OneProject, asked: Asked) -> bytes:
    """The chart of one project of 联审联批."""
    from engine.projects.overview import overview_of
    from processes.model.matter import VersionLabel
    from renderers.timelines import project_pictures

    overview = overview_of(one.project, one.workspace)
    if overview.obstacle:
        raise CannotBeDone(f"{overview.obstacle}。")
    both = (VersionLabel.BEFORE, VersionLabel.AFTER)
    labels: dict[str, tuple[VersionLabel, ...]] = {"前": both[:1], "后": both[1:], "对比": both}
    if asked.view not in labels:
        raise WrongUsage(f"联审联批的项目没有“{asked.view}”视图;可以画 前、后 或 对比。")
    wanted = labels[asked.view]
    return timed_file(
        Timed(lambda: project_pictures(overview, wanted)[0], lambda: project_pictures(overview, wanted, on_paper=True)),
        asked,
    )


def _department(
    where: Target, word: str, layout: Layout, output: Path | None, format_name: str | None, dpi: int | None
) -> int:
    """The charts of one department; the exit code."""
    from commands._many_charts import Charts
    from processes.declaration.folder import PROJECTS_FOLDER
    from renderers.naming import matter_names, safe

    if where.folder == PROJECTS_FOLDER:
        raise WrongUsage(f"“{PROJECTS_FOLDER}”里的项目一个一个画:目标写项目文件,如 {PROJECTS_FOLDER}/01-….yaml。")
    result = checked(where)
    workspace = usable(result, where)
    department = next(one for one in workspace.departments if one.folder == where.folder)
    path = output or Path(f"{safe(department.name)}-流程图-{word}.pdf")
    folder = path.is_dir() or not path.suffix
    if format_name and not folder:
        raise WrongUsage("--格式 只在 -o 是文件夹时用;文件的格式由后缀决定。")
    ending = f".{format_name or 'svg'}" if folder else ending_of(path)
    asked = Asked(word, layout, dpi_for(dpi, ending), ending)
    matters = result.matters_of(department.name)
    charts = Charts(department, workspace.plan, matters, matter_names(workspace.matters_of(department.name)), asked)
    charts.require_some()
    if folder:
        charts.as_files(path)
    elif word == "时限":
        charts.as_limits(path)
    elif ending == ".pdf":
        charts.as_book(path)
    else:
        raise WrongUsage(
            f"{len(charts.shown)} 张图合不成一个 {ending.removeprefix('.')} 文件:"
            f"合成一份请写 pdf,如 -o {path.stem}.pdf;每个事项一个文件请写文件夹,如 -o {path.stem} --格式 svg。"
        )
    code = charts.tell(sorted(where.shown(file) for file in left_out(result)))
    tell_unshown(result.findings, where, where.includes)
    return code
