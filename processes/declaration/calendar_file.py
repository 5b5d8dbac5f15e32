"""日历/YYYY.yaml: one year's days off and moved working days."""

from __future__ import annotations

from datetime import date, timedelta

from processes.declaration.calendar_checks import report_calendar, report_no_change
from processes.declaration.kinds import ABSENT, Absent, OneText, place_of, text_of
from processes.declaration.nodes import Mapping, Node, Scalar, Sequence
from processes.declaration.quantities import Day, Integer, parse_day
from processes.declaration.reporting import Reporter
from processes.declaration.schemas import Definitions, Schema, listed, one_word
from processes.declaration.shapes import Key, Shape
from processes.model.calendar import CalendarYear
from processes.model.folding import fold

LONGEST_SPAN = 366


class Days:
    """Dates, one a line: ``2018-01-01`` or ``2018-02-15~2018-02-21``; 无 for none. ``worked``: they are 上班."""

    def __init__(self, *, worked: bool = False) -> None:
        """``worked``: weekend days worked, and not days off."""
        self.worked = worked

    def read(self, node: Node, report: Reporter) -> tuple[date, ...] | Absent:
        """All the days, in order."""
        if type(node) is Scalar and node.text.strip() == "无":
            return ()
        if type(node) is Mapping:
            report.at(place_of(node, report), "D104", "这里应是一列日期")
            return ABSENT
        days: set[date] = set()
        for item in node.items if type(node) is Sequence else [node]:
            text = text_of(item, report, "日期,如 2018-02-15~2018-02-21")
            if text is None:
                continue
            first, to, last = fold(text).partition("~")
            start, end = parse_day(first), parse_day(last if to else first)
            if start is None or end is None or not 0 <= (end - start).days < LONGEST_SPAN:
                hint = "一天写成 2018-02-15,一段写成 2018-02-15~2018-02-21。"
                report.at(place_of(item, report), "D108", f"「{text}」不是日期或日期段", hint, width=len(text))
                continue
            span = [start + timedelta(offset) for offset in range((end - start).days + 1)]
            report_no_change(span, text, place_of(item, report), report, worked=self.worked)
            days.update(span)
        return tuple(sorted(days))

    def schema(self, names: Definitions) -> Schema:
        """A list of days and spans of days, one of them, or 无."""
        span, message = (
            rf"{Day.pattern}(?:\s*[~～]\s*{Day.pattern})?",
            "应是日期,如 2018-01-01 或 2018-02-15~2018-02-21",
        )
        item = names.share("日子", Days, lambda: one_word(span, message))
        return listed(item, f"无|{span}", f"{message};没有写 无")


CALENDAR = Shape(
    "日历",
    (
        Key("年份", "year", Integer(), "哪一年", required=True),
        Key("依据", "basis", OneText(), "国务院办公厅的放假通知", required=True),
        Key("放假", "holidays", Days(), "放假的日子", required=True),
        Key("上班", "working_days", Days(worked=True), "调休上班的日子;没有写 无", required=True),
    ),
    CalendarYear,
)


def read_calendar(root: Mapping, report: Reporter) -> CalendarYear | None:
    """The year, or None after reporting what leaves no year to count by."""
    read = CALENDAR.read(root, report)
    if not isinstance(read, CalendarYear):
        return None
    return read if report_calendar(read, report) else None
