"""``zaizao case`` and its days: what is shown of which day, what falls due, what 亮牌 is given."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from commands._case import options
from tests.commands.conftest import Ran
from tests.declaring import MATTER_FILE

Case = Callable[..., Ran]


def test_a_day_in_the_past_is_shown_as_it_was(case: Case, number: str) -> None:
    """What was written down later is not looked at; before receipt there is nothing to be seen."""
    case("receive", number, "照片", by="综合股", on=2)
    case("fire", number, "符合", by="综合股", on=5)
    assert "【受理】综合股办理" in case("show", number, on=2).out
    assert "【审查】业务股/审查岗办理" in case("show", number, on=5).out
    ran = case("show", number, on="2018-02-28")
    assert (ran.code, ran.err) == (2, f"错误:2018-02-28 还没有办件“{number}”,它是 2018-03-01 收件的。\n")


def test_without_a_date_it_is_now(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    """In Beijing; with a time alone it is that time of today."""
    monkeypatch.setattr(options, "now", lambda: datetime(2018, 3, 1, 16, 30, tzinfo=UTC))
    case("start", MATTER_FILE, "--申请人", "李四", "--视图", "前", by="综合股")
    case("receive", "20180302-0001", "照片", "--时间", "9点05分", by="综合股")
    times = [event["时间"] for event in json.loads(case("show", "20180302-0001", "--格式", "json").out)["经过"]]
    assert times == ["2018-03-02 00:30", "2018-03-02 09:05"]


def test_tick_deems_and_shows_cards_once(case: Case, number: str) -> None:
    """Nothing on the 1st; on the 5th 受理 is late; on the 9th the case is deemed accepted."""
    assert case("tick", on=1).out == "没有到期的。\n"
    late = f"{number} 示范事项:亮牌(红牌:“受理”环节时限),现在在“受理”(综合股)。\n1 件有变化。\n"
    assert [case("tick", on=5).out for _ in range(2)] == [late, "没有到期的。\n"]
    deemed = f"{number} 示范事项:视为受理(逾期没有告知需要补正的内容,从收件的 2018-03-01 起算),"
    ran = case("tick", on=9)
    assert ran.out.startswith(deemed)
    assert "受理 2018-03-01(视为受理)" in case("show", number, on=9).out


def test_who_comes_too_late_finds_it_deemed_accepted(case: Case, number: str) -> None:
    """Without any tick: the notice of the 9th comes after it."""
    ran = case("fire", number, "补正", by="综合股", on=9)
    assert ran.code == 1
    assert ran.out.startswith("到期自动处理:视为受理(逾期没有告知需要补正的内容)。\n【审查】")
    assert ran.err.startswith("没有办成(已记为违规):已经从2018年3月1日起视为受理,受理以后不能再要求补正")


def test_tick_tells_which_case_it_cannot_look_at(case: Case, project: Path, number: str) -> None:
    """The calendar of 2027 is not known: the others are looked at all the same, and it ends with 3."""
    case("start", MATTER_FILE, "--申请人", "王五", "--视图", "前", by="综合股", on="2026-12-29")
    ran = case("tick", on="2027-02-01")
    assert ran.code == 3
    assert "20261229-0001:没有看成,没有 2027 年的放假安排,算不准工作日。" in ran.out
    assert f"{number} 示范事项:视为受理" in ran.out


def test_a_block_shows_its_own_limit_beside_those_of_its_branches(case: Case) -> None:
    """Of a named 并联 while its branches are open, and as the limit of who decides when they are joined."""
    case("start", MATTER_FILE, "--申请人", "李四", "--视图", "前", "--材料", "全部", by="综合股", on=1)
    case("fire", "20180301-0001", "符合", by="综合股", on=2)
    ran = case("fire", "20180301-0001", "下一环节", by="业务股/审查岗", on=5)
    block = "“联审”环节时限6个工作日:已用0天,还剩6天,到期 2018-03-13,绿牌\n"
    assert f"  {block}" in ran.out
    for unit in ("公安局", "业务股"):
        ran = case("fire", "20180301-0001", "下一环节", by=unit, on=6)
    assert "  时限  环节时限6个工作日:已用1天,还剩5天" in ran.out
    assert "“联审”环节时限" not in ran.out
    assert "亮牌(黄牌:“联审”环节时限)" in case("tick", on=12).out
