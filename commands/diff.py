"""``zaizao diff``: what the reform changes, how two matters differ, what an earlier version said otherwise."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands._files import emit, on_terminal
from commands._options import VIEWS, department_option, format_option, output_option
from commands._target import Target, checked, department_named, find_target, usable
from processes.errors import WrongUsage

if TYPE_CHECKING:
    from engine.reports.report import Report


@click.command(
    "diff",
    short_help="优化前后对比;两个事项、两个单位对标;和以前的版本比",
    epilog='\b\n例:\n  zaizao diff "市场监管局/01-食品经营许可证核发(新办).yaml"\n  zaizao diff . --格式 html -o 对比.html\n'
    "  zaizao diff 甲县/市场监管局 乙县/市场监管局\n  zaizao diff --对标 排污许可证核发 甲县 乙县 丙县\n"
    '  zaizao diff HEAD~3 "市场监管局/01-食品经营许可证核发(新办).yaml"\n  zaizao diff v1 v2 .',
)
@click.argument("words", metavar="[版本 [版本]] [目标 [目标]]", nargs=-1)
@click.option(
    "--版本",
    "--version",
    "version",
    type=click.Choice(tuple(VIEWS)),
    metavar="前|后",
    help="两个目标比哪一个流程,默认优化后的;和以前的版本比,默认两个都比。",
)
@click.option(
    "--对标",
    "--benchmark",
    "benchmark",
    metavar="事项",
    help="以这个事项(文件或名称)为准,和各目标里的同类事项比。",
)
@format_option("terminal", "markdown", "html", "json")
@department_option
@output_option
def command(
    words: tuple[str, ...],
    version: str | None,
    benchmark: str | None,
    format_name: str,
    department: str | None,
    output: Path | None,
) -> None:
    """对比优化前后:第一行是总数,然后是减环节、简程序、减材料、压时限的数量和比例,以及取消、新增、调整了什么。

    目标是事项文件、单位文件夹或项目文件夹,不写就是当前文件夹。

    写两个目标,是同类对标:两个事项,或两个单位、两个县的全部事项,同名的配成一对(没有同名的看依据、材料、环节),比优化后的流程。
    各读各的方案,两个目标可以在两个项目里。

    目标前面写 git 的版本(HEAD~3、分支、标签、提交号),是和以前比:哪些事项改了、改名、新增、删去,优化前和优化前比,
    优化后和优化后比;写两个版本,就是这两个版本比。已有的文件、文件夹一律当作目标,和它同名的分支写作 refs/heads/名称。
    """
    from renderers.reports import formats
    from renderers.reports.style import PLAIN, Style

    report, _ = _report(words, version, benchmark, department)
    shown = output is None and on_terminal()
    style = Style(width=shutil.get_terminal_size().columns, colour=True) if shown else PLAIN
    emit(formats()[format_name].render(report, style), output)


def _report(
    words: tuple[str, ...], version: str | None, benchmark: str | None, department: str | None
) -> tuple[Report, bool]:
    """Which of the four comparisons is meant: its report, and whether anything differs."""
    from commands._history import history_report_of
    from commands._peers import benchmark_report_of, peers_report_of
    from commands._sides import sorted_words
    from processes.model.matter import VersionLabel

    versions, paths = sorted_words(words)
    label = VersionLabel(VIEWS[version or "后"])
    if benchmark is not None:
        if versions or department:
            raise WrongUsage("--对标 后面只写目标,不写版本和 --部门。")
        return benchmark_report_of(benchmark, paths or (Path(),), label)
    if versions:
        labels = (label,) if version else tuple(VersionLabel)
        return history_report_of(versions, paths[0] if paths else Path(), department, labels)
    if len(paths) > 1:
        return peers_report_of(paths, department, label)
    if version:
        raise WrongUsage("--版本 用在写两个目标、写 --对标、和以前的版本比的时候;一个目标比的就是优化前和优化后。")
    return _reform_report(paths[0] if paths else Path(), department)


def _reform_report(target: Path, department: str | None) -> tuple[Report, bool]:
    """优化前 beside 优化后, and whether anything differs."""
    from engine.diff.compare import compare
    from engine.diff.history import differs
    from engine.reports.difference import city_report, department_report, matter_report

    where = find_target(target)
    if department is not None:
        where = Target(where.root)
    result = checked(where)
    workspace = usable(result, where)
    switches = workspace.plan.switches
    matters = result.matters if department is None else result.matters_of(department_named(workspace, department))
    differences = [compare(matter, switches) for matter in matters]
    changed = any(map(differs, differences))
    if where.file and differences:
        return matter_report(differences[0]), changed
    if where.folder or department:
        name = matters[0].matter.department if matters else str(department)
        return department_report(name, differences, switches), changed
    outside = {one.name for one in workspace.departments if one.outside_scope}
    return city_report(workspace.plan, [one for one in differences if one.matter.department not in outside]), changed
