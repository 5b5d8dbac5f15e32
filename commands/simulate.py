"""``zaizao simulate``: a year of applications through a process, before beside after, with every assumption told."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands._files import emit, on_terminal
from commands._logs import columns_option
from commands._options import department_option, format_option, output_option
from commands._simulated import declared_volumes, fits_from, reported, runner, subject_of, worked_days_of
from processes.errors import WrongUsage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.reports.report import Report
    from engine.simulation.outcome import Result

_REPORTS = {"text": "terminal", "json": "json", "md": "markdown"}
_MOST_SEED = 2**31


@click.command(
    "simulate",
    short_help="模拟一年的办件:一个事项或整个部门要几天、按期多少、哪里排队",
    epilog='\b\n例:\n  zaizao simulate "市场监管局/01-食品经营许可证核发(新办).yaml" --同时办 10\n'
    '  zaizao simulate "市场监管局/01-食品经营许可证核发(新办).yaml" --到达 500 --人员 行政审批股=3\n'
    '  zaizao simulate "市场监管局/01-食品经营许可证核发(新办).yaml" --比较 人员=1、2、3 --比较 时限=100%、80%\n'
    '  zaizao simulate "市场监管局/01-食品经营许可证核发(新办).yaml" --同时办 10 --格式 html -o 模拟.html\n'
    "  zaizao simulate --部门 市场监管局 --同时办 10\n"
    "  zaizao simulate --部门 市场监管局 --到达 食品经营许可证核发(新办)=500 --人员 行政审批股=3 --格式 html -o 模拟.html",
)
@click.argument("targets", metavar="[目标]…", nargs=-1, type=click.Path(exists=True, path_type=Path))
@department_option
@click.option(
    "--到达",
    "--arrivals",
    "cases",
    metavar="件数",
    multiple=True,
    help="每个事项一年收几件;某个事项的写 事项=500。不写就用事项里的年办件量,没有的按 200 件。",
)
@click.option(
    "--人员",
    "--person",
    "officers",
    metavar="人数",
    multiple=True,
    help="每个岗位几人,如 2;某个岗位的写 行政审批股=3;不排队的写 不限。默认每个岗位 1 人。",
)
@click.option(
    "--同时办",
    "--hands",
    "hands",
    type=click.IntRange(1, 1000),
    metavar="件数",
    default=1,
    show_default=True,
    help="一个人手上同时办几件。",
)
@click.option(
    "--用时",
    "--spread",
    "spread",
    metavar="百分数",
    default="25%、50%、100%",
    show_default=True,
    help="环节实际用时占时限的多少:最少、多数、最多。",
)
@click.option(
    "--时限",
    "--limits",
    "limits",
    metavar="环节=天数",
    multiple=True,
    help="换一个环节的时限,如 审查=5工作日;只换一个事项的,写 事项/审查=5工作日。",
)
@click.option(
    "--记录",
    "--record",
    "logs",
    metavar="文件",
    multiple=True,
    help="实际的办理记录(csv、xlsx、xes):环节用时照记录里的。几个事项一起模拟的,写 事项=文件。",
)
@columns_option
@click.option(
    "--概率",
    "--chance",
    "chances",
    metavar="情形=百分数",
    multiple=True,
    help="一个去向多少办件走,如 不符合条件=5%;默认补正10%、不予受理2%、不予许可或不予办理5%、其他10%。",
)
@click.option(
    "--工作日", "--days", "days", type=click.IntRange(1, 366), metavar="天数", help="一年几个工作日;不写按 250 天。"
)
@click.option(
    "--年份", "--year", "year", type=click.IntRange(1, 9999), metavar="年", help="按这一年的放假安排数工作日和自然日。"
)
@click.option(
    "--年数",
    "--years",
    "years",
    type=click.IntRange(1, 1000),
    metavar="年数",
    default=1,
    show_default=True,
    help="连续模拟几年;年数越多,结果越稳。",
)
@click.option(
    "--比较",
    "--compare",
    "compared",
    metavar="什么=几、几",
    multiple=True,
    help="换几种人员、时限再比,如 人员=1、2、3;时限=100%、80%;同时办、到达、岗位、环节、情形也可以。可写几次。",
)
@click.option(
    "--种子",
    "--seed",
    "seed",
    type=click.IntRange(0, _MOST_SEED),
    metavar="数",
    default=1,
    show_default=True,
    help="随机数种子,同样的种子结果相同。",
)
@format_option("text", "json", "md", "html", "svg")
@output_option
def command(
    targets: tuple[Path, ...],
    department: str | None,
    cases: tuple[str, ...],
    officers: tuple[str, ...],
    hands: int,
    spread: str,
    limits: tuple[str, ...],
    logs: tuple[str, ...],
    columns: str | None,
    chances: tuple[str, ...],
    days: int | None,
    year: int | None,
    years: int,
    compared: tuple[str, ...],
    seed: int,
    format_name: str,
    output: Path | None,
) -> None:
    """按声明的流程模拟一年的办件,优化前后并排:平均几天、九成几天以内、按期办结多少、岗位忙不忙、在哪里排队。

    目标是一个事项文件;也可以是几个事项文件、一个单位文件夹,或者用 --部门 指明部门:
    这些事项一起办,同一个部门同名的岗位是同一些人,各事项合用。

    什么都不写,就模拟一年250个工作日,每个岗位1人,每人手上只办1件;用到的假定都列在结果里,都可以改。
    现实里一个人手上常有好几件,排队太长时先试 --同时办 10。
    """
    from commands import _simulating
    from engine.simulation.assumptions import CASES, DAYS, Assumptions
    from engine.simulation.comparing import compare
    from engine.simulation.naming import names_of

    if columns and not logs:
        raise WrongUsage("--列 要和 --记录 一起用。")
    if days is not None and year is not None:
        raise WrongUsage("--工作日 和 --年份 只能写一个:写了年份,工作日就按那一年的放假安排。")
    subject = subject_of(targets, department)
    names = names_of(subject.members)
    worked = None if year is None else worked_days_of(subject, year)
    general, staff = _simulating.staffing(officers, names)
    volume, volumes = _simulating.volumes(cases, names)
    volumes = volumes if volume else declared_volumes(subject) | volumes
    assumptions = Assumptions(
        cases=volume or CASES,
        volumes=volumes,
        days=worked.number if worked else days or DAYS,
        years=years,
        seed=seed,
        officers=general,
        staff=staff,
        hands=hands,
        spread=_simulating.spread(spread),
        said=_simulating.chances(chances, names),
        limits=_simulating.limits(limits, names),
        fits=fits_from(_simulating.records(logs, names), columns, subject),
    )
    axes = _simulating.axes(compared, names)
    run = runner(subject, worked)
    outcomes = run(assumptions)
    variants = tuple(compare(axes, assumptions, run)) if axes else ()
    report = reported(subject, outcomes, assumptions, "由 --到达 指定" if cases else "", worked, variants)
    _emit(report, outcomes, format_name, output)


def _emit(report: Report, outcomes: Sequence[Result], format_name: str, output: Path | None) -> None:
    from renderers.reports import formats
    from renderers.reports.style import PLAIN, Style
    from renderers.simulation import page, picture

    shown = output is None and on_terminal()
    style = Style(width=shutil.get_terminal_size().columns, colour=True) if shown else PLAIN
    match format_name:
        case "html":
            text = page(report, picture(report, outcomes, alone=False))
        case "svg":
            text = picture(report, outcomes).svg
        case _:
            text = formats()[_REPORTS[format_name]].render(report, style)
    emit(text, output)
