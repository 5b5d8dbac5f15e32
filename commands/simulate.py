"""``zaizao simulate``: a year of applications through a process, before beside after, with every assumption told."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands._files import emit, on_terminal
from commands._logs import columns_option, opened_log, tell_reading
from commands._options import format_option, output_option
from processes.errors import CannotBeDone, WrongUsage
from processes.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from commands._matter import OneMatter
    from engine.simulation.assumptions import Assumptions
    from engine.simulation.comparing import Variant
    from engine.simulation.fitting import Fit
    from engine.simulation.naming import Names
    from engine.simulation.outcome import Outcome
    from engine.simulation.worked_days import WorkedDays
    from processes.calendars.calendar import Calendar

_REPORTS = {"text": "terminal", "json": "json", "md": "markdown"}
_MOST_CASES = 2_000_000
_MOST_SEED = 2**31


@click.command(
    "simulate",
    short_help="模拟一年的办件:要几天、按期多少、哪里排队",
    epilog='\b\n例:\n  zaizao simulate "市场监管局/01-食品经营许可证核发(新办).yaml" --同时办 10\n'
    '  zaizao simulate "市场监管局/01-食品经营许可证核发(新办).yaml" --到达 500 --人员 行政审批股=3\n'
    '  zaizao simulate "市场监管局/01-食品经营许可证核发(新办).yaml" --比较 人员=1、2、3 --比较 时限=100%、80%\n'
    '  zaizao simulate "市场监管局/01-食品经营许可证核发(新办).yaml" --同时办 10 --格式 html -o 模拟.html',
)
@click.argument("file", metavar="事项文件", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--到达",
    "--arrivals",
    "cases",
    type=click.IntRange(1, _MOST_CASES),
    metavar="件数",
    help="一年收几件;不写就用事项里的年办件量,没有的按 200 件。",
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
    "--时限", "--limits", "limits", metavar="环节=天数", multiple=True, help="换一个环节的时限,如 审查=5工作日。"
)
@click.option(
    "--记录",
    "--record",
    "log",
    metavar="文件",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="实际的办理记录(csv、xlsx、xes):环节用时照记录里的。",
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
    file: Path,
    cases: int | None,
    officers: tuple[str, ...],
    hands: int,
    spread: str,
    limits: tuple[str, ...],
    log: Path | None,
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

    什么都不写,就模拟一年250个工作日,每个岗位1人,每人手上只办1件;用到的假定都列在结果里,都可以改。
    现实里一个人手上常有好几件,排队太长时先试 --同时办 10。
    """
    from commands import _simulating
    from commands._matter import one_matter
    from engine.simulation.assumptions import CASES, DAYS, Assumptions
    from engine.simulation.comparing import compare
    from engine.simulation.naming import names_of

    if columns and log is None:
        raise WrongUsage("--列 要和 --记录 一起用。")
    if days is not None and year is not None:
        raise WrongUsage("--工作日 和 --年份 只能写一个:写了年份,工作日就按那一年的放假安排。")
    one = one_matter(file)
    versions = [version for version in (one.checked.before, one.checked.after) if version is not None]
    names = names_of(versions)
    volume = one.checked.matter.yearly_volume
    worked = None if year is None else _worked_days(file, year)
    general, staff = _simulating.staffing(officers, names)
    assumptions = Assumptions(
        cases=cases or volume or CASES,
        days=worked.number if worked else days or DAYS,
        years=years,
        seed=seed,
        officers=general,
        staff=staff,
        hands=hands,
        spread=_simulating.spread(spread),
        said=_simulating.chances(chances, names),
        limits=_simulating.limits(limits, names),
        fits={} if log is None else _fits(log, columns, names, file),
    )
    if assumptions.cases * years > _MOST_CASES:
        raise WrongUsage(
            f"{years}年一共{assumptions.cases * years}件,太多了;请把件数或年数改小,不超过{_MOST_CASES}件。"
        )
    axes = _simulating.axes(compared, names)
    run = _runner(one, worked)
    outcomes = run(assumptions)
    variants = tuple(compare(axes, assumptions, run)) if axes else ()
    told = "由 --到达 指定" if cases else "事项的年办件量" if volume else "没有写年办件量,按默认"
    _emit(one, outcomes, assumptions, told, worked, variants, format_name, output)


def _runner(one: OneMatter, worked: WorkedDays | None) -> Callable[[Assumptions], tuple[Outcome, ...]]:
    """What lets both versions run under some assumptions; of much it says beforehand that it takes a while."""
    from engine.simulation.queued import is_compiled, is_large
    from engine.simulation.simulate import simulate

    versions = [version for version in (one.checked.before, one.checked.after) if version is not None]
    told: set[str] = set()

    def run(assumptions: Assumptions) -> tuple[Outcome, ...]:
        events = assumptions.cases * assumptions.years * max(len(version.nodes) for version in versions)
        if assumptions.officers is not None and is_large(events) and not told:
            wait = "第一次要编译,约半分钟,以后只要几秒" if is_compiled() else "没有装 numba,要慢几十倍,请耐心等"
            told.add(wait)
            click.echo(f"件数多,正在模拟({wait})……", err=True)
        return tuple(simulate(version, assumptions, worked) for version in versions)

    return run


def _worked_days(file: Path, year: int) -> WorkedDays:
    """The working days of a year."""
    from engine.simulation.worked_days import worked_days

    return worked_days(_calendar(file), year)


def _fits(log: Path, columns: str | None, names: Names, file: Path) -> dict[str, Fit]:
    """What a log says of the durations of steps."""
    from engine.simulation.fitting import LEAST_TIMES, fits_of

    read = opened_log(log, columns)
    tell_reading(read)
    found = fits_of(read.log, names.steps, _calendar(file))
    if not found:
        raise WrongUsage(
            f"“{log}”里没有可用的环节用时:环节名称要和申报的一致,有完成时间,至少{LEAST_TIMES}次。申报的环节:"
            f"{'、'.join(one for one in names.steps if '/' not in one)}。"
        )
    return found


def _calendar(file: Path) -> Calendar:
    """The program's calendar with the years of the project around ``file``."""
    from processes.calendars.calendar import calendar_of
    from processes.declaration.folder import find_project, read_calendar_years

    root = find_project(file.resolve())
    # Without a project around it the matter would not have been read.
    assert root is not None
    years, findings = read_calendar_years(root)
    wrong = next((finding for finding in findings if finding.severity is Severity.ERROR), None)
    if wrong is not None:
        raise CannotBeDone(f"{wrong.place} {wrong.message}。日历有错,算不准;用 zaizao check 看全部问题。")
    return calendar_of(years)


def _emit(
    one: OneMatter,
    outcomes: Sequence[Outcome],
    assumptions: Assumptions,
    arrivals_from: str,
    worked: WorkedDays | None,
    variants: Sequence[Variant],
    format_name: str,
    output: Path | None,
) -> None:
    from engine.simulation.report import simulation_report
    from renderers.reports import formats
    from renderers.reports.style import PLAIN, Style
    from renderers.simulation import page, picture

    name = one.checked.matter.name
    report = simulation_report(name, outcomes, assumptions, arrivals_from, worked, variants)
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
