"""``zaizao days``: when a time limit ends, and how many working days lie between two days."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands._dates import day_of
from commands._files import emit
from commands._options import format_option, output_option
from processes.errors import CannotBeDone, WrongUsage
from processes.model.findings import Severity

if TYPE_CHECKING:
    from engine.reckoning import Reckoning
    from processes.calendars.calendar import Calendar
    from processes.model.limits import TimeLimit


@click.command(
    "days",
    short_help="算到期日,数工作日",
    epilog="\b\n例:\n  zaizao days 2018-02-09 5工作日\n  zaizao days 2018-02-09 60自然日\n"
    "  zaizao days 2018-03-20 7工作日 --往前\n  zaizao days --从 2018-02-09 --到 2018-03-31",
)
@click.argument("start", metavar="[日期]", required=False)
@click.argument("limit", metavar="[时限]", required=False)
@click.option("--从", "--from", "since", metavar="年-月-日", help="数两个日期之间有几个工作日:从哪一天,当天不计。")
@click.option("--到", "--to", "until", metavar="年-月-日", help="数到哪一天,当天计入。")
@click.option("--往前", "--back", "back", is_flag=True, help="从日期往前数,如听证要在七日前通知。")
@click.option(
    "--不顺延", "--no-roll", "no_roll", is_flag=True, help="自然日的最后一天是休息日的,也不顺延到下一个工作日。"
)
@click.option("--暂定", "--provisional", "provisional", is_flag=True, help="还没有放假通知的年份只扣周末,先算个大概。")
@format_option("text", "json")
@output_option
def command(
    start: str | None,
    limit: str | None,
    since: str | None,
    until: str | None,
    back: bool,  # noqa: FBT001 - click passes it by name
    no_roll: bool,  # noqa: FBT001 - as above
    provisional: bool,  # noqa: FBT001 - as above
    format_name: str,
    output: Path | None,
) -> None:
    """从收到申请的日期算出到期日,写明中间跳过了哪些节假日;或数两个日期之间有几个工作日。

    时限写成 20工作日、60自然日、4小时、即时。收到的当天不计入;8小时合1个工作日,不满一天的按一天。
    自然日的最后一天是休息日的,顺延到下一个工作日;本单位的时限不顺延的,加 --不顺延。
    日期写成 2018-02-09,也可写 2018年2月9日、2018/2/9、20180209。

    放假和调休按国务院办公厅每年的通知,软件自带 2004 到 2026 年;在项目文件夹里运行,还用项目的 日历。
    """
    from renderers.days import json_format, text

    between = since is not None or until is not None
    if between and (start is not None or back or no_roll):
        raise WrongUsage("--从、--到 数两个日期之间的天数,不和日期、时限、--往前、--不顺延 一起写。")
    calendar = _calendar()
    try:
        if between:
            found = _between(calendar, since, until, provisional=provisional)
        else:
            found = _ending(calendar, start, limit, roll=not no_roll, provisional=provisional, back=back)
    except CannotBeDone as error:
        if getattr(error, "coming", False):
            raise CannotBeDone(f"{error}只要一个大概的日期,加 --暂定。") from error
        raise
    emit(json_format.render(found) if format_name == "json" else text.render(found), output)


def _calendar() -> Calendar:
    """The program's years, and in a project those of its 日历 files; tells what may be missing in these.

    Raises ``CannotBeDone`` for a file with errors.
    """
    from processes.calendars.calendar import calendar_of
    from processes.declaration.folder import find_project, read_calendar_years

    root = find_project(Path.cwd())
    if root is None:
        return calendar_of()
    years, findings = read_calendar_years(root)
    wrong = next((finding for finding in findings if finding.severity is Severity.ERROR), None)
    if wrong is not None:
        raise CannotBeDone(f"{wrong.place} {wrong.message}。日历有错,算不准;用 zaizao check 看全部问题。")
    for finding in findings:
        if finding.severity is Severity.WARNING:
            click.echo(f"注意:{finding.place} {finding.message}", err=True)
    return calendar_of(years)


def _between(calendar: Calendar, since: str | None, until: str | None, *, provisional: bool) -> Reckoning:
    from engine.reckoning import days_reckoned

    if since is None or until is None:
        raise WrongUsage("--从 和 --到 要一起写。")
    start, end = day_of(since), day_of(until)
    if end < start:
        raise WrongUsage(f"--到 的 {end} 在 --从 的 {start} 前面。")
    return days_reckoned(calendar, start, end, provisional=provisional)


def _ending(
    calendar: Calendar, start: str | None, limit: str | None, *, roll: bool, provisional: bool, back: bool
) -> Reckoning:
    from engine.reckoning import limit_reckoned
    from processes.model.limits import DayKind

    if start is None or limit is None:
        raise WrongUsage("写日期和时限,如 zaizao days 2018-02-09 5工作日;数两个日期之间的天数用 --从、--到。")
    read = _limit(limit)
    found = limit_reckoned(calendar, day_of(start), read, roll=roll, provisional=provisional, back=back)
    if found is None:
        raise WrongUsage(f"时限“{limit}”没有到期日。")
    if not roll and read.day_kind is not DayKind.NATURAL:
        click.echo("注意:--不顺延 只用于自然日,这里没有作用:工作日的最后一天本来就不是休息日。", err=True)
    return found


def _limit(text: str) -> TimeLimit:
    from processes.declaration.cells import parse_limit
    from processes.declaration.quantities import report_limit
    from processes.declaration.reporting import Reporter
    from processes.model.places import NOWHERE

    limit = parse_limit(text)
    if limit is None:
        report = Reporter("")
        report_limit(text, NOWHERE, report)
        (finding,) = report.findings
        raise WrongUsage(f"{finding.message};{finding.hint}")
    return limit
