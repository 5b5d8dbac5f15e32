"""What is raised when days are to be counted in a year whose days off are not known."""

from __future__ import annotations

from processes.errors import CannotBeDone

SHOWN = 3
"""Years that the message names."""


class NoCalendar(CannotBeDone):
    """Working days of ``years`` (at least one, in order) are asked for, and no notice or 日历 file tells them.

    ``coming``: all of them come after years that are known, so that a provisional date can be had instead.
    """

    def __init__(self, years: tuple[int, ...], *, coming: bool) -> None:
        """Say which years are missing and how to add them."""
        self.years = years
        self.coming = coming
        named = "、".join(map(str, years[:SHOWN])) + "等" * (len(years) > SHOWN)
        super().__init__(
            f"没有 {named} 年的放假安排,算不准工作日。"
            f"按国务院办公厅的放假通知,在项目文件夹里新建 日历/{years[0]}.yaml,写 年份、依据、放假、上班。"
        )

    def __reduce__(self) -> tuple[object, ...]:
        """Travel to and from worker processes."""
        return _again, (self.years, self.coming)


def _again(years: tuple[int, ...], coming: bool) -> NoCalendar:  # noqa: FBT001 - pickle passes positions only
    return NoCalendar(years, coming=coming)


class TooFar(CannotBeDone):
    """A date after the year 9999, with which Python's dates end, or before the year 1."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__("算出来的日期不在公元1年到9999年之间。")
