"""``zaizao days``."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from processes.calendars.packaged import packaged_years
from tests.commands.conftest import Ran
from tests.declaring import write


@pytest.fixture(autouse=True)
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The current folder is in no project; ``project`` changes that."""
    monkeypatch.chdir(tmp_path)


def test_a_limit_over_the_spring_festival(zaizao: Callable[..., Ran]) -> None:
    """The day, then what was left out and by which notice."""
    ran = zaizao("days", "2018-02-09", "5工作日")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "到期日 2018-02-22(星期四)\n"
        "2018-02-09(星期五)起 5个工作日,当天不计(《民法总则》第二百零一条),一共 13 天。\n"
        "不算工作日的 8 天:\n"
        "  2018-02-15~2018-02-21 春节(国办发明电〔2017〕12号)\n"
        "  周末 1 天\n"
        "算工作日的周末 1 天(调休上班):2018-02-11(星期日)\n"
    )


def test_working_days_between_two_days(zaizao: Callable[..., Ran]) -> None:
    """The first is not counted, the last is."""
    ran = zaizao("days", "--从", "2018-02-09", "--到", "2018-02-22")
    assert ran.out.startswith(
        "工作日 5 天,自然日 13 天\n"
        "从 2018-02-09(星期五)到 2018-02-22(星期四),头一天不计(《民法总则》第二百零一条)。\n"
        "不算工作日的 8 天:\n"
    )
    assert zaizao("days", "--from", "2018-02-09", "--to", "2018-02-22").out == ran.out


def test_a_limit_in_natural_days_is_rolled_unless_told_otherwise(zaizao: Callable[..., Ran]) -> None:
    """2018-02-04 was a Sunday."""
    assert zaizao("days", "2018-01-05", "30自然日").out == (
        "到期日 2018-02-05(星期一)\n"
        "2018-01-05(星期五)起 30个自然日,当天不计(《民法总则》第二百零一条),一共 31 天。\n"
        "最后一天 2018-02-04(星期日)是休息日,顺延到下一个工作日(《民法总则》第二百零三条)。\n"
    )
    plain = zaizao("days", "2018-01-05", "30自然日", "--不顺延").out
    assert plain.startswith("到期日 2018-02-04(星期日)\n")
    assert zaizao("days", "2018-01-05", "30自然日", "--no-roll").out == plain


def test_not_rolling_is_said_to_be_idle_for_working_days(zaizao: Callable[..., Ran]) -> None:
    """The last working day is no day off; the answer is the same."""
    ran = zaizao("days", "2018-02-09", "5工作日", "--不顺延")
    assert ran.out == zaizao("days", "2018-02-09", "5工作日").out
    assert ran.err.startswith("注意:--不顺延 只用于自然日")
    assert zaizao("days", "2018-01-05", "30自然日", "--不顺延").err == ""


@pytest.mark.parametrize("written", ["2018年2月9日", "2018/02/09", "20180209", "2018.2.9", "２０１８-2-9"])
def test_a_day_may_be_written_as_people_do(written: str, zaizao: Callable[..., Ran]) -> None:
    """All are 2018-02-09."""
    assert zaizao("days", written, "5工作日").out == zaizao("days", "2018-02-09", "5工作日").out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("2018-02-30", "5工作日"), "“2018-02-30”不是日期:2018年2月没有30日。"),
        (("2018年13月1日", "5工作日"), "“2018年13月1日”不是日期:没有13月。"),
        (("0000-01-01", "5工作日"), "没有0年"),
        (("2018-02-09", "99999工作日"), "「99999工作日」不是时限;最多写到 9999,小数最多三位"),
    ],
)
def test_what_is_wrong_with_a_day_or_limit_is_said(
    words: tuple[str, ...], told: str, zaizao: Callable[..., Ran]
) -> None:
    """Not only that it is none."""
    ran = zaizao("days", *words)
    assert (ran.code, told in ran.err) == (2, True)


def test_hours_are_parts_of_working_days(zaizao: Callable[..., Ran]) -> None:
    """9小时 need two."""
    out = zaizao("days", "2018-03-01", "9小时").out
    assert out.startswith("到期日 2018-03-05(星期一)\n2018-03-01(星期四)起 9个小时,合 2 个工作日,")


def test_backwards(zaizao: Callable[..., Ran]) -> None:
    """When a hearing on 2018-03-20 is to be told."""
    out = zaizao("days", "2018-03-20", "7工作日", "--往前").out
    assert out.startswith("最晚 2018-03-09(星期五)\n2018-03-20(星期二)往前 7个工作日,当天不计")
    assert zaizao("days", "2018-03-20", "7工作日", "--back").out == out


def test_on_the_spot(zaizao: Callable[..., Ran]) -> None:
    """即时 is the same day."""
    assert zaizao("days", "2018-02-09", "即时").out == "到期日 2018-02-09(星期五)\n2018-02-09(星期五)当场办结。\n"


def test_past_the_known_years_a_provisional_day_is_offered(zaizao: Callable[..., Ran]) -> None:
    """An error with the way out, then a day that says it is provisional."""
    ran = zaizao("days", "2026-12-01", "45工作日")
    assert (ran.code, ran.out) == (3, "")
    assert "没有 2027 年的放假安排" in ran.err
    assert "新建 日历/2027.yaml" in ran.err
    assert "加 --暂定" in ran.err
    ran = zaizao("days", "2026-12-01", "45工作日", "--暂定")
    assert ran.code == 0
    assert ran.out.startswith("到期日 2027-02-02(星期二)(暂定)\n")
    assert ran.out.endswith("暂定:2027 年的放假安排还没有,只扣了周末;通知公布后写 日历/2027.yaml 再算。\n")
    assert zaizao("days", "2026-12-01", "45工作日", "--provisional").out == ran.out
    between = zaizao("days", "--从", "2026-12-31", "--到", "2027-01-11", "--暂定")
    assert between.out.startswith("工作日 7 天,自然日 11 天(暂定)\n")


def test_before_2004_nothing_provisional_is_offered(zaizao: Callable[..., Ran]) -> None:
    """Those notices can be had."""
    ran = zaizao("days", "2003-12-01", "5工作日", "--暂定")
    assert ran.code == 3
    assert "没有 2003 年的放假安排" in ran.err
    assert "暂定" not in ran.err


def test_a_project_adds_its_own_years(project: Path, zaizao: Callable[..., Ran]) -> None:
    """日历/2027.yaml of the small project: 2027-01-01 to 01-03 and 02-05 to 02-11 are off."""
    write(project, "==> 日历/2027.yaml <==\n依据: 2027年的通知\n")
    ran = zaizao("days", "2026-12-31", "25工作日")
    assert ran.out == (
        "到期日 2027-02-12(星期五)\n"
        "2026-12-31(星期四)起 25个工作日,当天不计(《民法典》第二百零一条),一共 43 天。\n"
        "不算工作日的 18 天:\n"
        "  2027-01-01~2027-01-03 放假(2027年的通知)\n"
        "  2027-02-05~2027-02-11 放假(2027年的通知)\n"
        "  周末 8 天\n"
        "2027 年按 日历/2027.yaml(依据:2027年的通知)算。\n"
    )


def test_a_project_may_replace_a_year_of_the_programs(project: Path, zaizao: Callable[..., Ran]) -> None:
    """The whole of it; that is said."""
    write(project, "==> 日历/2026.yaml <==\n年份: 2026\n依据: 当地规定\n放假: 2026-11-30\n")
    out = zaizao("days", "2026-11-27", "1工作日").out
    assert out.startswith("到期日 2026-12-01(星期二)\n")
    assert out.endswith("2026 年按 日历/2026.yaml(依据:当地规定)算,没有用软件自带的(国办发明电〔2025〕7号)。\n")


def test_a_calendar_with_errors_is_not_counted_by(project: Path, zaizao: Callable[..., Ran]) -> None:
    """Even if the days asked for are in another year: what is wrong is told first."""
    write(project, "==> 日历/2027.yaml <==\n上班: 2027-02-19\n")
    ran = zaizao("days", "2018-02-09", "5工作日")
    assert (ran.code, ran.out) == (3, "")
    assert "日历/2027.yaml:1:5 「2027-02-19」是星期五,本来就上班。日历有错,算不准;" in ran.err


def test_a_calendar_that_may_not_be_whole_is_told_beside_the_day(project: Path, zaizao: Callable[..., Ran]) -> None:
    """On standard error, so that the result stays what it is."""
    write(project, "==> 日历/2027.yaml <==\n放假: 2027-01-01\n")
    ran = zaizao("days", "2018-02-09", "5工作日", "--格式", "json")
    assert ran.code == 0
    assert json.loads(ran.out)["到期日"] == "2018-02-22"
    assert ran.err == "注意:日历/2027.yaml:1:5 2027 年没有写 国庆节(2027-10-01)、春节\n"


def test_json_has_the_same_facts(tmp_path: Path, zaizao: Callable[..., Ran]) -> None:
    """For programs; to a file as well."""
    ran = zaizao("days", "2018-02-09", "5工作日", "--格式", "json")
    assert json.loads(ran.out) == {
        "从": "2018-02-09",
        "到": "2018-02-22",
        "到期日": "2018-02-22",
        "星期": "星期四",
        "时限": "5工作日",
        "往前": False,
        "工作日": 5,
        "自然日": 13,
        "放假": [{"从": "2018-02-15", "到": "2018-02-21", "名称": "春节", "依据": "国办发明电〔2017〕12号"}],
        "周末": 1,
        "调休上班": ["2018-02-11"],
        "顺延前": None,
        "暂定": False,
        "没有放假安排的年份": [],
        "日历文件": [],
    }
    zaizao("days", "2018-02-09", "5工作日", "--format", "json", "-o", tmp_path / "到期日.json")
    assert (tmp_path / "到期日.json").read_text("utf-8") == ran.out
    between = json.loads(zaizao("days", "--从", "2026-12-31", "--到", "2027-01-04", "--暂定", "--格式", "json").out)
    assert (between["到期日"], between["时限"], between["暂定"]) == (None, None, True)
    assert between["没有放假安排的年份"] == [2027]


def test_many_festivals_are_only_counted(zaizao: Callable[..., Ran]) -> None:
    """Of twenty years nobody reads the list."""
    out = zaizao("days", "--从", "2005-01-04", "--到", "2025-12-31").out
    assert "次放假\n" in out
    assert len(out.splitlines()) < 30


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "写日期和时限,如 zaizao days 2018-02-09 5工作日"),
        (("2018-02-09",), "写日期和时限"),
        (("2018-30", "5工作日"), "“2018-30”不是日期;写成 年-月-日,如 2018-01-31。"),
        (("2018-02-09", "5天"), "「5天」不是时限;要写明是哪种日:5工作日 或 5自然日"),
        (("2018-02-09", "5"), "「5」不是时限;要带单位"),
        (("2018-02-09", "很快"), "「很快」不是时限"),
        (("2018-02-09", "无"), "时限“无”没有到期日。"),
        (("--从", "2018-02-09"), "--从 和 --到 要一起写。"),
        (("--到", "2018-02-09"), "--从 和 --到 要一起写。"),
        (("--从", "2018-02-09", "--到", "昨天"), "“昨天”不是日期"),
        (("--从", "2018-02-09", "--到", "2018-02-08"), "--到 的 2018-02-08 在 --从 的 2018-02-09 前面。"),
        (("2018-02-09", "5工作日", "--到", "2018-03-01"), "不和日期、时限"),
        (("--从", "2018-02-09", "--到", "2018-03-01", "--往前"), "不和日期、时限"),
    ],
)
def test_wrong_words_are_told(words: tuple[str, ...], said: str, zaizao: Callable[..., Ran]) -> None:
    """In Chinese, with what to write."""
    ran = zaizao("days", *words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_a_day_after_the_year_9999_is_told(zaizao: Callable[..., Ran]) -> None:
    """No traceback."""
    ran = zaizao("days", "9999-12-01", "60自然日")
    assert (ran.code, ran.err) == (3, "错误:算出来的日期不在公元1年到9999年之间。\n")


def test_the_help_tells_which_years_there_are(zaizao: Callable[..., Ran]) -> None:
    """Those of the data."""
    first, *_, last = packaged_years()
    assert f"软件自带 {first.number} 到 {last.number} 年" in zaizao("days", "--help").out
