"""``zaizao replay``: a log of real handling held against the declared process."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands._files import emit, write
from commands._logs import columns_option, log_argument, opened_log, tell_reading
from commands._options import EXIT_CANNOT, EXIT_FINDINGS, VIEWS, format_option, output_option, program, version_option
from commands._target import Target, checked, find_target, usable
from processes.errors import CannotBeDone, WrongUsage, reason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.conformance.candidates import Candidate
    from engine.conformance.replaying import Replay
    from processes.intake.logs.reading import LogRead
    from processes.model.process import CheckedMatter, Process
    from processes.model.workspace import Workspace


@click.command(
    "replay",
    short_help="办理记录与申报的流程对照:漏办、多办、次序颠倒、超时",
    epilog="\b\n例:\n  zaizao replay 办件.csv 市场监管局/01-食品经营许可证核发(新办).yaml\n"
    "  zaizao replay 办件.xlsx 01-….yaml --列 办件=受理号,环节=活动,时间=完成时间\n"
    "  zaizao replay 办件.xes 01-….yaml --写入问题清单 --查看",
)
@log_argument
@click.argument("file", metavar="事项文件", type=click.Path(exists=True, path_type=Path))
@columns_option
@click.option(
    "--对应",
    "--match",
    "said",
    metavar="记录里的名称=环节",
    multiple=True,
    help="记录里的一个名称就是哪个环节,可以写几次;不写就按名称认。",
)
@version_option("与优化前还是优化后的流程对照。", default="前")
@click.option(
    "--写入问题清单", "--write-problems", "put", is_flag=True, help="把发现的问题写进事项文件的 问题(附件5)。"
)
@click.option("--查看", "--preview", "preview", is_flag=True, help="同 --写入问题清单 一起用:只显示要改的行,不写文件。")
@format_option("text", "json", "html")
@output_option
@click.pass_context
def command(
    context: click.Context,
    log: Path,
    file: Path,
    columns: str | None,
    said: tuple[str, ...],
    version: str,
    put: bool,  # noqa: FBT001 - click passes it by name
    preview: bool,  # noqa: FBT001 - as above
    format_name: str,
    output: Path | None,
) -> None:
    """把实际的办理记录放到申报的流程上走一遍,看哪里不一样、各环节实际用了几天。

    办理记录是审批系统导出的表(.csv、.xlsx,一行一个环节)或 XES 日志(.xes、.xes.gz)。
    要有办件编号、环节名称,最好有完成时间;哪一列是什么按列名认,认了什么先显示出来。

    每种走法找出与流程最接近的办法,列出漏办、多办、次序颠倒;有时间的,算各环节和全程的工作日,与规定的时限比。
    5%以上的办件都有的,列为附件5问题的候选,附依据;--写入问题清单 写进事项文件,措施由人填。

    有读不了的行返回 1;走法太多、未能判定的返回 3。
    """
    from engine.conformance.candidates import candidates
    from engine.conformance.replaying import replay
    from processes.calendars.calendar import calendar_of
    from renderers.replay import html_format, json_format, text

    if preview and not put:
        raise WrongUsage("--查看 同 --写入问题清单 一起用。")
    if log.suffix.lower() == ".yaml" and file.suffix.lower() != ".yaml":
        raise WrongUsage(f"办理记录写在前面,事项文件写在后面:zaizao replay {file} {log}")
    where = find_target(file)
    if not where.file:
        raise WrongUsage(f"“{file}”不是事项文件。")
    matter, process, workspace = _process(where, VIEWS[version])
    names = _said(said, process)
    read = opened_log(log, columns)
    tell_reading(read)
    found = replay(read.log, process, calendar_of(workspace.calendar_years), names)
    _look_at_names(found)
    chosen = candidates(found)
    title = f"{matter.matter.name}({VIEWS[version]})"
    if put:
        _put(where, chosen, preview=preview)
    elif format_name == "json":
        emit(json_format.render(found, chosen), output)
    else:
        render = html_format.render if format_name == "html" else text.render
        emit(render(found, chosen, title), output)
    _exit(context, found, read)


def _process(where: Target, label: str) -> tuple[CheckedMatter, Process, Workspace]:
    """The matter, the version of that label, and the project. Raises ``WrongUsage`` for a version it does not have."""
    around = Target(where.root, folder=where.file.rpartition("/")[0])
    result = checked(where)
    workspace = usable(result, where) if result.sound else usable(checked(around), where)
    matter = next((one for one in result.matters if one.matter.file == where.file), None)
    if matter is None:
        raise CannotBeDone(f"“{where.shown(where.file)}”有错,用不了。用 zaizao check 看全部问题。")
    process = matter.after if label == VIEWS["后"] else matter.before
    if process is None:
        raise WrongUsage(f"「{matter.matter.name}」优化后取消了,没有优化后的流程;不写 --版本 就与优化前的对照。")
    return matter, process, workspace


def _said(pairs: Sequence[str], process: Process) -> dict[str, str]:
    """What the user says that names mean. Raises ``WrongUsage``."""
    from engine.conformance.letters import step_names

    names = step_names(process)
    found = {}
    for pair in pairs:
        activity, equals, step = (part.strip() for part in pair.partition("="))
        if not equals or not activity:
            raise WrongUsage(f"--对应 “{pair}”看不懂;写成 记录里的名称=环节,如 窗口接件=受理。")
        if step not in names:
            raise WrongUsage(f"--对应 “{pair}”:流程里没有环节「{step}」;有:{'、'.join(names)}。")
        found[activity] = step
    return found


def _look_at_names(found: Replay) -> None:
    """Refuse a log that is about something else."""
    if not any(match.step for match in found.matches):
        there = "、".join(f"“{one.activity}”" for one in found.matches)
        steps = "、".join(dict.fromkeys(step.name for step in found.process.declared_steps))
        raise CannotBeDone(
            f"办理记录里没有一个名称与流程的环节对得上:记录里是{there};流程是{steps}。"
            "多半不是这个事项的记录,或者“环节”列认错了(--列),名称不同的用 --对应 写明。"
        )


def _put(where: Target, chosen: Sequence[Candidate], *, preview: bool) -> None:
    """Write the candidates into 问题 of the file, or show what would change."""
    from commands._diffs import show_diff
    from processes.declaration.encoding import decode
    from processes.declaration.problem_rows import ProblemRow, with_problems
    from processes.declaration.reporting import Reporter

    path = (where.root / where.file).resolve()
    try:
        content = path.read_bytes()
    except OSError as error:
        raise CannotBeDone(f"读不了“{path}”:{reason(error)}。") from error
    report = Reporter(where.file)
    before = decode(content, report)
    assert before is not None, "it was read before"
    rows = [ProblemRow(one.text, one.evidence) for one in chosen]
    after = with_problems(before, rows, where.file)
    shown = where.shown(where.file)
    if after == before:
        click.echo(f"{shown} 没有要加的问题。")
        return
    encoding = "GB18030" if any(one.code == "Y103" for one in report.findings) else ""
    if preview:
        show_diff(shown, before, after, what="写入问题后", encoding=encoding)
        click.echo("这是查看,没有写文件;要写入,去掉 --查看 再运行。")
        return
    write(path, after.encode())
    click.echo(f"已写入 {shown};请填上各条的 措施,再运行 {program()} check {shown}")


def _exit(context: click.Context, found: Replay, read: LogRead) -> None:
    if read.wrong:
        context.exit(EXIT_FINDINGS)
    if found.undecided:
        context.exit(EXIT_CANNOT)
