"""What is wrong with a 日历 file although every date in it can be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import PurePosixPath

from processes.calendars.packaged import packaged_years
from processes.calendars.weekends import weekday_name
from processes.calendars.year import SATURDAY, declared_year
from processes.declaration.reporting import Reporter
from processes.model.calendar import CalendarYear
from processes.model.findings import Severity
from processes.model.places import Place

FIRST_YEAR, LAST_YEAR = 2000, 2099
"""What may be meant as a year: there have been notices since the one for 2000's festivals."""

FIXED = (("元旦", 1, (1,)), ("劳动节", 5, (1,)), ("国庆节", 10, (1, 2, 3)))
"""Festivals that are off on the same days every year: 全国年节及纪念日放假办法 art. 2, in every version since 1999."""
SPRING = ((1, 20), (2, 28))
"""Within these days lies every 春节 (same article): the lunar year begins between 21 January and 21 February."""

SHOWN = 5
"""Days that a message names."""


def report_no_change(span: Sequence[date], text: str, place: Place, report: Reporter, *, worked: bool) -> None:
    """Report days that are as they would be without the file: weekdays under 上班, nothing but weekends under 放假."""
    if worked:
        for day in (day for day in span if day.weekday() < SATURDAY):
            message = f"「{day}」是{weekday_name(day)},本来就上班"
            report.at(place, "D121", message, "上班只写调休要上班的星期六、星期日;日期写错的改过来。", width=len(text))
    elif all(day.weekday() >= SATURDAY for day in span):
        named = f"是{weekday_name(span[0])}" if len(span) == 1 else "都是周末"
        report.at(place, "D122", f"「{text}」{named},本来就休息", width=len(text))


def report_calendar(read: CalendarYear, report: Reporter) -> bool:
    """Report what does not go together in one year; whether there is a year to count by."""
    if not FIRST_YEAR <= read.year <= LAST_YEAR:
        report.at(read.at("year"), "D108", f"「{read.year}」不是年份", "写四位数,如 2027。", width=len(str(read.year)))
        return False
    if PurePosixPath(report.file).stem != str(read.year):
        message = f"文件名不是年份:里面写的是 {read.year} 年"
        report.at(read.at("year"), "F110", message, f"文件名改成 {read.year}.yaml,或改年份。", width=4)
        return False
    for name in ("holidays", "working_days"):
        for day in (day for day in getattr(read, name) if day.year != read.year):
            hint = f"写到 日历/{day.year}.yaml 里;软件自带的年份,写了就整年按你写的算,全年的放假、上班都要写上。"
            report.at(read.at(name), "D108", f"「{day}」不是 {read.year} 年的日子", hint)
    for day in sorted({*read.holidays} & {*read.working_days}):
        message = f"「{day}」又写放假又写上班"
        report.at(read.at("working_days"), "D121", message, "留下一处。", related=(read.at("holidays"),))
    left_out = "、".join(_left_out(read))
    # Where a date is wrong it is wanting in its place, too: that is told already.
    if left_out and all(finding.severity is not Severity.ERROR for finding in report.findings):
        report.at(read.at("holidays"), "D123", f"{read.year} 年没有写 {left_out}")
    _report_replaced(read, report)
    return True


def _left_out(read: CalendarYear) -> Iterator[str]:
    """The festivals of every year that are weekdays and not declared as days off."""
    off = {*read.holidays}
    for name, month, numbers in FIXED:
        days = [date(read.year, month, number) for number in numbers]
        lacking = [str(day) for day in days if day.weekday() < SATURDAY and day not in off]
        if lacking:
            yield f"{name}({'、'.join(lacking)})"
    first, last = (date(read.year, *day) for day in SPRING)
    if not any(first <= day <= last for day in off):
        yield "春节"


def _report_replaced(read: CalendarYear, report: Reporter) -> None:
    """Tell that the program has a year of its own, and what is different."""
    ours = next((year for year in packaged_years() if year.number == read.year), None)
    if ours is None:
        return
    own = declared_year(read)
    days = sorted({*own.days_off, *own.worked, *ours.days_off, *ours.worked})
    other = [str(day) for day in days if day.year == read.year and own.is_working_day(day) != ours.is_working_day(day)]
    named = f"不同的 {len(other)} 天:{'、'.join(other[:SHOWN])}{'等' * (len(other) > SHOWN)}" if other else "没有不同"
    message = f"软件自带 {read.year} 年({ours.basis}),按这个文件算;{named}"
    report.at(read.at("year"), "D124", message, width=4)
