"""A 日历 file whose dates can all be read and still do not fit."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from processes.model.findings import Severity
from tests.declaring import CALENDAR_FILE, Declared

REST = "  - 2027-02-05~2027-02-11\n  - 2027-10-01~2027-10-07\n"
WHOLE = f"放假:\n  - 2027-01-01~2027-01-03\n{REST}"


def calendar(text: str) -> str:
    """``text`` as the calendar of 2027."""
    return f"==> {CALENDAR_FILE} <==\n{text}"


@pytest.mark.parametrize(
    "text",
    [
        f"{WHOLE}上班: 无\n",
        f"{WHOLE}上班: 2027-01-30\n",
        f"{WHOLE}上班:\n  - 2027-01-30\n  - 2027-02-20\n",
        f"{WHOLE}上班: 2027-10-09~2027-10-10\n",
        "放假:\n  - 2027-01-01\n  - 2027-02-08\n  - 2027-10-01\n",
    ],
)
def test_a_calendar_as_the_notices_are_has_nothing_to_mend(text: str, declare: Callable[[str], Declared]) -> None:
    """Weekends within a span are as the notices write it; May Day 2027 is a Saturday and need not be written."""
    assert declare(calendar(text)).findings == ()


@pytest.mark.parametrize(
    ("text", "code", "place", "said"),
    [
        (f"{WHOLE}上班: 2027-02-19\n", "D121", "5:5", "「2027-02-19」是星期五,本来就上班"),
        (f"{WHOLE}上班:\n  - 2027-02-13\n  - 2027-02-15\n", "D121", "7:5", "「2027-02-15」是星期一"),
        (f"{WHOLE}上班: 2027-02-06\n", "D121", "5:5", "「2027-02-06」又写放假又写上班"),
        (f"{WHOLE}  - 2027-05-01\n", "D122", "5:5", "「2027-05-01」是星期六,本来就休息"),
        (f"{WHOLE}  - 2027-05-01~2027-05-02\n", "D122", "5:5", "都是周末,本来就休息"),
        (f"放假:\n{REST}", "D123", "2:3", "没有写 元旦(2027-01-01)"),
        ("放假:\n  - 2027-01-01\n  - 2027-10-01\n", "D123", "2:3", "没有写 春节"),
        ("放假: 无\n", "D123", "1:5", "没有写 元旦(2027-01-01)、国庆节(2027-10-01)、春节"),
        ("年份: 1999\n", "D108", "1:5", "「1999」不是年份"),
        ("年份: 2100\n", "D108", "1:5", "「2100」不是年份"),
        ("年份: 2028\n", "F110", "1:5", "里面写的是 2028 年"),
        (f"{WHOLE}上班: 2026-12-26\n", "D108", "5:5", "「2026-12-26」不是 2027 年的日子"),
    ],
)
def test_a_day_or_a_year_that_does_not_fit_is_told_where_it_stands(
    text: str, code: str, place: str, said: str, declare: Callable[[str], Declared]
) -> None:
    """One finding for one slip."""
    declared = declare(calendar(text))
    assert declared.codes == [code]
    assert declared.position(code) == place
    assert said in declared.found(code).message


def test_a_weekend_written_as_off_is_only_hinted_at(declare: Callable[[str], Declared]) -> None:
    """It changes nothing; a notice may name such a day itself (劳动节 2016-05-01 was a Sunday)."""
    assert declare(calendar(f"{WHOLE}  - 2027-05-01\n")).found("D122").severity is Severity.INFO


def test_an_own_calendar_of_a_year_that_the_program_brings_is_told_with_what_it_changes(
    declare: Callable[[str], Declared],
) -> None:
    """A festival of the place on 2026-05-27, a Wednesday, beside all of the notice for 2026."""
    notice = """==> 日历/2026.yaml <==
年份: 2026
依据: 自治州人民政府关于古尔邦节放假的通知
放假:
  - 2026-01-01~2026-01-03
  - 2026-02-15~2026-02-23
  - 2026-04-04~2026-04-06
  - 2026-05-01~2026-05-05
  - 2026-06-19~2026-06-21
  - 2026-09-25~2026-09-27
  - 2026-10-01~2026-10-07
{more}上班:
  - 2026-01-04
  - 2026-02-14
  - 2026-02-28
  - 2026-05-09
  - 2026-09-20
  - 2026-10-10
"""
    same = declare(notice.format(more=""))
    assert (same.codes, same.found("D124").severity) == (["D124"], Severity.INFO)
    assert same.found("D124").message == "软件自带 2026 年(国办发明电〔2025〕7号),按这个文件算;没有不同"
    other = declare(notice.format(more="  - 2026-05-27\n"))
    assert other.found("D124").message.endswith("不同的 1 天:2026-05-27")
