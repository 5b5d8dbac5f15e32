"""``zaizao case extend`` and ``withdraw``, and names that are mistyped: what is said, kept and shown."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.conftest import Ran
from tests.declaring import MATTER, MATTER_FILE, lay_over
from tests.living import PERMIT

Zaizao = Callable[..., Ran]
NUMBER = "20180301-0001"
REVIEWER = "业务股/审查岗"
GROUNDS = ("--理由", "要现场复核", "--批准", "局长王五")


@pytest.fixture
def case(zaizao: Zaizao, project: Path) -> Callable[..., Ran]:
    """A case at 审查 since Friday 2 March 2018; ``by`` and ``on`` say who and which day of March."""
    (project / MATTER_FILE).write_text(lay_over(MATTER, PERMIT), encoding="utf-8")

    def run(*words: str, by: str = "", on: int = 0) -> Ran:
        who = ("--单位", by, "--人员", "张三") if by else ()
        return zaizao("case", *words, *who, *(("--日期", f"2018-03-{on:02d}") if on else ()))

    start = ("start", MATTER_FILE, "--申请人", "李四", "--视图", "前", "--材料", "全部")
    assert run(*start, by="综合股", on=1).code == 0
    assert run("fire", NUMBER, "符合受理条件", by="综合股", on=2).code == 0
    return run


def test_an_extension_is_said_kept_and_shown(case: Callable[..., Ran], zaizao: Zaizao) -> None:
    """What may be done before, what was done after, in the case and on the board."""
    before = case("show", NUMBER, on=5).out
    assert "可以延长期限一次:最多10天,须经本行政机关负责人批准(《行政许可法》第四十二条)" in before
    ran = case("extend", NUMBER, *GROUNDS, by=REVIEWER, on=6)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("已延长期限10天,局长王五批准。应当将延长期限的理由告知申请人。\n")
    assert "法定时限20个工作日:已用2天,还剩28天,已延长10天,到期 2018-04-16,绿牌" in ran.out
    shown = case("show", NUMBER, on=7).out
    assert "延长10个工作日,局长王五批准" in shown
    assert "可以延长期限" not in shown
    found = json.loads(case("show", NUMBER, "--格式", "json", on=7).out)
    assert found["延长"] == {"日期": "2018-03-06", "天数": 10, "批准": "局长王五", "理由": "要现场复核"}
    assert (found["可延长"], found["到期"]) == (0, "2018-04-16")
    assert [one["延长"] for one in found["时限"]] == [0, 10, 10]
    board = json.loads(zaizao("board", "--日期", "2018-03-07", "--格式", "json").out)
    assert [one["延长"] for one in board["办件"][0]["时限"]] == [0, 10, 10]
    table = zaizao("board", "--日期", "2018-05-07", "--格式", "csv").out
    assert "法定时限20工作日(已延长10天),2018-04-16" in table


def test_a_second_extension_is_a_violation(case: Callable[..., Ran]) -> None:
    """Kept as such; who asks for more than the law allows is told, and nothing is kept."""
    assert case("extend", NUMBER, *GROUNDS, "--天数", "11", by=REVIEWER, on=6).code == 2
    assert case("extend", NUMBER, *GROUNDS, "--天数", "5", by=REVIEWER, on=6).code == 0
    again = case("extend", NUMBER, *GROUNDS, by=REVIEWER, on=7)
    assert again.code == 1
    assert again.err == "没有办成(已记为违规):已经在2018年3月6日延长过5天,只能延长一次。\n"


def test_an_application_taken_back_ends_the_case(case: Callable[..., Ran]) -> None:
    """It is listed as such, keeps its course, and the registry is whole."""
    ran = case("withdraw", NUMBER, "--理由", "改变经营地址", by="综合股", on=7)
    assert ran.out == (
        "已撤回申请,办件结束。\n结果:撤回申请。出具:受理通知书。\n"
        "  承诺时限20个工作日:用了3天,到期 2018-03-30,按时\n"
        "  法定时限20个工作日:用了3天,到期 2018-03-30,按时\n"
    )
    assert "办结(撤回申请)" in case("list", "--状态", "办结").out
    shown = case("show", NUMBER).out
    assert "撤回申请   改变经营地址" in shown
    late = case("fire", NUMBER, "下一环节", "--环节", "审查", by=REVIEWER, on=8)
    assert (late.code, late.err) == (1, "没有办成(已记为违规):办件已经结束(撤回申请),不能再流转。\n")


def test_the_registry_is_whole_afterwards(case: Callable[..., Ran], zaizao: Zaizao) -> None:
    """Both events are sealed and verified like all others."""
    case("extend", NUMBER, *GROUNDS, by=REVIEWER, on=6)
    case("withdraw", NUMBER, "--理由", "不办了", by="综合股", on=7)
    assert "办件 1 件(记录 4 条),都和登记的时候一样" in zaizao("audit", "verify").out


@pytest.mark.parametrize(
    ("unit", "told"),
    [
        ("综何股", "没有“综何股”这个单位,没有办,也没有记。是不是「综合股」?写内设机构、部门或局领导的名称。"),
        ("业务股/审察岗", "“业务股”没有“审察岗”这个岗位,没有办,也没有记。是不是「审查岗」?有:审查岗。"),
        ("示范局综合股", "没有“示范局综合股”这个单位,没有办,也没有记。是不是「综合股」?"),
    ],
)
def test_a_unit_that_does_not_exist_is_refused_and_not_kept(unit: str, told: str, case: Callable[..., Ran]) -> None:
    """A slip of the pen is no violation; neither is a pause that does not exist."""
    for words in (("fire", NUMBER, "下一环节"), ("pause", NUMBER, "检验"), ("extend", NUMBER, *GROUNDS)):
        ran = case(*words, by=unit, on=5)
        assert ran.code == 2
        assert told in ran.err
    assert case("pause", NUMBER, "检研", by=REVIEWER, on=5).code == 2
    assert json.loads(case("show", NUMBER, "--格式", "json").out)["次数"] == 2


def test_a_unit_that_has_nothing_to_do_with_it_commits_a_violation(case: Callable[..., Ran]) -> None:
    """An office, a department, leaders, a body of a department: they exist."""
    for unit in ("综合股", "税务局", "局领导", "公安局交警大队", "示范局"):
        ran = case("fire", NUMBER, "下一环节", by=unit, on=5)
        assert (ran.code, "(已记为违规)" in ran.err) == (1, True), unit


def test_a_list_of_what_does_not_exist_is_refused(case: Callable[..., Ran]) -> None:
    """A department without cases is none of that; a full name is as good as a short one."""
    assert case("list", "--部门", "示凡局").err == "错误:没有“示凡局”这个部门。是不是「示范局」?\n"
    assert case("list", "--部门", "税务局").out == "没有这样的办件。\n"
    assert NUMBER in case("list", "--部门", "示范市示范局").out
    unknown = case("list", "--单位", "业务谷")
    assert (unknown.code, unknown.out) == (2, "")
    assert "没有“业务谷”这个单位。是不是「业务股」?" in unknown.err
    assert case("list", "--单位", "局领导").out == "没有这样的办件。\n"


def test_a_case_that_is_over_says_whether_it_was_in_time(case: Callable[..., Ran]) -> None:
    """Taken back in May, when both limits had been over since 30 March."""
    case("withdraw", NUMBER, "--理由", "改变经营地址", "--日期", "2018-05-02", by="综合股")
    assert "  承诺时限20个工作日:用了41天,到期 2018-03-30,超时21天\n" in case("show", NUMBER).out


def test_the_course_of_a_case_is_broken_into_what_the_terminal_has(case: Callable[..., Ran]) -> None:
    """Once: no line of a long reason is broken again because the other columns are wide."""
    who = ("--人员", "欧阳某某甲", "--时间", "9:30", "--日期", "2018-03-06", "--单位", REVIEWER)
    case("pause", NUMBER, "听证", *who)
    case("fire", NUMBER, "补正", *who)
    shown = case("show", NUMBER).out
    lines = shown[shown.index("违规") :].splitlines()
    assert len(lines) > 2
    assert all(len(line.strip()) > 10 for line in lines[1:-1])
