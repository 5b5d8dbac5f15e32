"""``zaizao diff``: what the reform changes, how two matters differ, what an earlier version said otherwise."""

from __future__ import annotations

import shutil
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands._files import emit, on_terminal
from commands._kept import write_paper
from commands._options import VIEWS, department_option, format_option, output_option, version_option
from commands._sides import broken_note, told
from commands._target import Target, checked, department_named, find_target, left_out, usable
from processes.errors import WrongUsage, ZaizaoError

if TYPE_CHECKING:
    from engine.reports.report import Report
    from processes.checking import Checked
    from processes.model.department import Department

_TROUBLE = 2
"""Exit code of an error under --exit-code, so that it is not taken for an answer (as of ``diff`` and ``git diff``)."""

_HANDED_ON = ("docx", "汇报")
"""Formats that are handed on as papers, in which no secret matter is named."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the command line asks for."""

    words: tuple[str, ...]
    version: str | None
    benchmark: str | None
    department: str | None
    format_name: str
    output: Path | None

    @property
    def is_paper(self) -> bool:
        """Whether the answer is handed on as a paper."""
        return self.format_name in _HANDED_ON


@click.command(
    "diff",
    short_help="优化前后对比;两个事项、两个单位对标;和以前的版本比",
    epilog='\b\n例:\n  zaizao diff "市场监管局/01-食品经营许可证核发(新办).yaml"\n  zaizao diff . --格式 html -o 对比.html\n'
    "  zaizao diff 市场监管局 --格式 docx -o 对比.docx\n  zaizao diff 市场监管局 --格式 汇报\n"
    "  zaizao diff 甲县/市场监管局 乙县/市场监管局\n  zaizao diff --对标 排污许可证核发 甲县 乙县 丙县\n"
    '  zaizao diff HEAD~3 "市场监管局/01-食品经营许可证核发(新办).yaml"\n  zaizao diff v1 v2 .',
)
@click.argument("words", metavar="[版本 [版本]] [目标 [目标]]", nargs=-1)
@version_option("两个目标比哪一个流程,默认优化后的;和以前的版本比,默认两个都比。")
@click.option(
    "--对标",
    "--benchmark",
    "benchmark",
    metavar="事项",
    help="以这个事项(文件或名称)为准,和各目标里的同类事项比。",
)
@format_option("terminal", "markdown", "html", "json", "docx", "汇报")
@department_option
@output_option
@click.option(
    "--退出码",
    "--exit-code",
    "by_exit_code",
    is_flag=True,
    help="用退出码说明结果:0 优化前后没有变化,1 有变化,2 出错;两个目标、两个版本的也一样。不写时,做成了就是 0。",
)
def command(
    words: tuple[str, ...],
    version: str | None,
    benchmark: str | None,
    format_name: str,
    department: str | None,
    output: Path | None,
    by_exit_code: bool,  # noqa: FBT001 - click passes it by name
) -> int:
    """对比优化前后:第一行是总数,然后是减环节、简程序、减材料、压时限的数量和比例,以及取消、新增、调整了什么。

    目标是事项文件、单位文件夹或项目文件夹,不写就是当前文件夹。docx 是可以签发的文稿,一定要写 -o;汇报是成段的文字。

    写两个目标,是同类对标:两个事项,或两个单位、两个县的全部事项,同名的配成一对(没有同名的看依据、材料、环节),比优化后的流程。
    各读各的方案,两个目标可以在两个项目里。

    目标可以是 BPMN 文件:和事项文件比,或者到单位文件夹里运行。

    目标前面写 git 的版本(HEAD~3、分支、标签、提交号),是和以前比:哪些事项改了、改名、新增、删去,优化前和优化前比,
    优化后和优化后比;写两个版本,就是这两个版本比。已有的文件、文件夹一律当作目标,和它同名的分支写作 refs/heads/名称。
    """
    asked = _Asked(words, version, benchmark, department, format_name, output)
    try:
        if format_name == "docx" and output is None:
            raise WrongUsage("docx 要写 -o 文件名.docx。")
        with ExitStack() as stack:
            report, changed, unit = _report(replace(asked, words=_without_bpmn(words, stack)))
    except ZaizaoError as error:
        if by_exit_code:
            error.exit_code = _TROUBLE
        raise
    _show(report, asked, unit)
    return int(by_exit_code and changed)


def _without_bpmn(words: tuple[str, ...], stack: ExitStack) -> tuple[str, ...]:
    """The words with a matter file in the place of each BPMN file, made until the comparison is done."""
    from commands._bpmn_in import ENDING, laid_beside

    drawn = [word.lower().endswith(ENDING) and Path(word).is_file() for word in words]
    others = [word for word, is_drawn in zip(words, drawn, strict=True) if not is_drawn and Path(word).is_file()]
    beside = Path(next(iter(others), "."))
    return tuple(
        str(stack.enter_context(laid_beside(Path(word), beside))) if is_drawn else word
        for word, is_drawn in zip(words, drawn, strict=True)
    )


def _report(asked: _Asked) -> tuple[Report, bool, str]:
    """Which of the four comparisons is meant: its report, whether anything differs, and who issues it as a paper."""
    from commands._history import history_report_of
    from commands._peers import benchmark_report_of, peers_report_of
    from commands._sides import sorted_words
    from processes.declaration.folder import find_project
    from processes.model.matter import VersionLabel

    versions, paths = sorted_words(asked.words)
    label = VersionLabel(VIEWS[asked.version or "后"])
    several = bool(versions) or asked.benchmark is not None or len(paths) > 1
    if not several:
        if asked.version:
            raise WrongUsage("--版本 用在写两个目标、写 --对标、和以前的版本比的时候;一个目标比的就是优化前和优化后。")
        return _reform_report(paths[0] if paths else Path(), asked)
    if asked.is_paper:
        raise WrongUsage(f"{asked.format_name}只用于一个目标的优化前后对比;对标、和以前的版本比,用 markdown 或 html。")
    if asked.benchmark is not None:
        if versions or asked.department:
            raise WrongUsage("--对标 后面只写目标,不写版本和 --部门。")
        return *benchmark_report_of(asked.benchmark, paths or (Path(),), label), ""
    if versions:
        if not paths and find_project(Path.cwd()) is None:
            raise WrongUsage(f"没有“{versions[0]}”这个文件或文件夹。和以前的版本比,请到项目文件夹里运行,或者写上目标。")
        labels = (label,) if asked.version else tuple(VersionLabel)
        return *history_report_of(versions, paths[0] if paths else Path(), asked.department, labels), ""
    return *peers_report_of(paths, asked.department, label), ""


def _reform_report(target: Path, asked: _Asked) -> tuple[Report, bool, str]:
    """优化前 beside 优化后, whether anything differs, and the department or city that issues it."""
    from engine.diff.compare import compare
    from engine.diff.differing import differs
    from engine.reports.difference import city_report, department_report, matter_report

    where = find_target(target)
    if asked.department is not None:
        where = Target(where.root)
    result = checked(where)
    workspace = usable(result, where)
    switches = workspace.plan.switches
    only = None if asked.department is None else department_named(workspace, asked.department)
    matters = result.matters if only is None else result.matters_of(only)
    differences = [compare(matter, switches) for matter in matters]
    unit = workspace.plan.recipient
    full_names = {one.name: one.full_name for one in workspace.departments}
    if where.file and differences:
        report = matter_report(differences[0], masked=asked.is_paper)
        unit = full_names[differences[0].matter.department]
    elif where.folder or asked.department:
        name = matters[0].matter.department if matters else str(asked.department)
        report = department_report(name, differences, switches, masked=asked.is_paper)
        unit = full_names.get(name, name)
    else:
        outside = {one.name for one in workspace.departments if one.outside_scope}
        differences = [one for one in differences if one.matter.department not in outside]
        report = city_report(workspace.plan, differences, masked=asked.is_paper)
    folders = {one.folder: one for one in workspace.departments}
    left = {file for file in left_out(result) if _is_meant(folders.get(file.partition("/")[0]), only)}
    if left:
        report = _with_left_out(report, left, result, named=not asked.is_paper)
    return report, any(map(differs, differences)), unit


def _is_meant(department: Department | None, only: str | None) -> bool:
    """Whether matters of the department are in the report: on ``only`` that one, or on all that the plan is for."""
    if only is not None:
        return department is not None and department.name == only
    return department is None or not department.outside_scope


def _with_left_out(report: Report, files: set[str], result: Checked, *, named: bool) -> Report:
    """The report, which says that matters with errors are not in it; why is shown at once. A paper names no file."""
    told("", result, files)
    notes = (broken_note("有错、没有计入", files),) if named else ()
    said = f"另有{len(files)}项的申报有错,没有计入。"
    return replace(report, notes=(*report.notes, *notes), briefing=report.briefing + said)


def _show(report: Report, asked: _Asked, unit: str) -> None:
    """Show or write the report; as a paper it is issued by ``unit``."""
    from renderers.reports import formats
    from renderers.reports.style import PLAIN, Style

    if asked.format_name == "docx":
        from renderers.documents import difference, docx

        assert asked.output is not None
        path = write_paper(asked.output, docx.render(difference.document(report, unit)))
        click.echo(f"已写入 {path}", err=True)
        return
    shown = asked.output is None and on_terminal()
    style = Style(width=shutil.get_terminal_size().columns, colour=True) if shown else PLAIN
    emit(formats()[asked.format_name].render(report, style), asked.output)
