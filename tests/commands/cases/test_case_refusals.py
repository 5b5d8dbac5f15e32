"""``zaizao case``: what is refused, what is kept of it, and how it is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.conftest import Ran, flat
from tests.declaring import MATTER_FILE

Case = Callable[..., Ran]


def test_a_violation_is_refused_kept_and_shown(case: Case, number: str) -> None:
    """Exit code 1; the history has it with unit, person and reason."""
    ran = case("fire", number, "不予受理", by="业务股", on=2)
    assert ran.code == 1
    assert ran.err == "没有办成(已记为违规):“受理”由综合股办理,不是“业务股”的事。\n"
    assert ran.out.startswith("【受理】综合股办理,2018-03-01 到\n")
    shown = flat(case("show", number, on=2).out)
    assert "2 2018-03-02 业务股 张三 违规 “受理”由综合股办理,不是“业务股”的事" in shown


def test_what_is_only_missing_is_refused_and_not_kept(case: Case, number: str) -> None:
    """Exit code 1 as well."""
    ran = case("fire", number, "符合", by="综合股", on=2)
    assert (ran.code, ran.err) == (1, "没有办成:还缺1件材料:照片。\n")
    assert "违规" not in case("show", number, on=2).out


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("show", "甲1"), 2, "登记库里没有办件“甲1”"),
        (("fire", "{}", "同意"), 2, "“同意”不是这个流程里的选择"),
        (("fire", "{}", ""), 2, "“”不是这个流程里的选择"),
        (("fire", "{}", "不予受理", "--补正", "照片"), 2, "只有告知补正才写要补正的材料"),
        (("fire", "{}", "补正", "--补正", "户口簿"), 2, "没有“户口簿”这件材料"),
        (("receive", "{}", "户口簿"), 2, "没有“户口簿”这件材料。可以写:照片。"),
        (("receive", "{}", "照片", "--时间", "24:00"), 2, "“24:00”不是时间;写成 时:分"),
        (("start", MATTER_FILE, "--申请人", "甲\n乙"), 2, "--申请人 要写一行字"),
        (("resume", "{}"), 1, "没有暂停计时,不用恢复"),
        (("pause", "{}", "听政"), 2, "没有“听政”这种暂停,没有办,也没有记。是不是「听证」?"),
        (("start", "示范局/单位.yaml", "--申请人", "甲"), 2, "不是事项文件"),
        (("start", MATTER_FILE, "--申请人", "甲", "--材料", "户口簿"), 2, "没有“户口簿”这件材料"),
        (("start", MATTER_FILE, "--申请人", "甲", "--编号", "20180301-0001"), 2, "20180301-0001"),
        (("start", MATTER_FILE, "--申请人", "甲", "--流水号", "一"), 2, "办件编号也要写"),
        (("migrate", MATTER_FILE, "--对应", "甲"), 2, "--对应 写成 旧环节=新环节"),
        (("show", "甲\udcff"), 2, "有读不出来的字符"),
        (("fire", "{}", "不予受理", "--流水号", "甲\udcff"), 2, "有读不出来的字符"),
    ],
)
def test_what_is_wrong_is_told(words: tuple[str, ...], code: int, told: str, case: Case, number: str) -> None:
    """In a sentence; nothing has been added unless it is a violation."""
    typed = [word.format(number) for word in words]
    ran = case(*typed, **({} if words[0] == "show" else {"by": "综合股", "on": 2}))
    assert ran.code == code, ran.err
    assert told in ran.err


def test_a_matter_with_errors_takes_no_application(case: Case, project: Path) -> None:
    """The first error is told; no registry is made."""
    (project / MATTER_FILE).write_text("名称: 坏\n", encoding="utf-8")
    ran = case("start", MATTER_FILE, "--申请人", "李四", by="综合股", on=1)
    assert ran.code == 3
    assert "这个事项有错,用不了" in ran.err


def test_where_there_is_no_registry_it_is_told(case: Case) -> None:
    """Nobody has come in yet."""
    ran = case("list")
    assert (ran.code, "没有登记库“登记.db”" in ran.err) == (3, True)


def test_a_calendar_with_errors_is_told(case: Case, project: Path, number: str) -> None:
    """Days cannot be counted with it."""
    (project / "日历").mkdir()
    (project / "日历" / "2027.yaml").write_text("年份: 甲\n", encoding="utf-8")
    ran = case("show", number)
    assert (ran.code, "日历有错,算不准" in ran.err) == (3, True)
