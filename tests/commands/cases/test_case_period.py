"""``zaizao case fire --期满``: limits that run from the end of a period for applications."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.conftest import Ran
from tests.declaring import write

CITY = """法定时限:
  时限: 20工作日
  依据: 《教师资格条例》第十六条
  起算: 受理期限终止之日
==> 示范局/02-别的.yaml <==
名称: 别的事项
"""
DONE = ("--单位", "综合股", "--人员", "张三", "--日期", "2018-03-06")
ACCEPT = ("case", "fire", "20180305-0001", "符合受理条件", *DONE)


@pytest.fixture(autouse=True)
def city(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A matter whose limits run from there, and one that is like others."""
    monkeypatch.chdir(write(tmp_path / "city", CITY))


def start(zaizao: Callable[..., Ran], matter: str = "01-示范事项") -> None:
    """A case comes in on Monday 5 March 2018."""
    begun = ("case", "start", f"示范局/{matter}.yaml", "--申请人", "某甲公司", "--材料", "全部", "--单位", "综合股")
    assert zaizao(*begun, "--人员", "张三", "--日期", "2018-03-05").code == 0


def promise(zaizao: Callable[..., Ran]) -> dict[str, object]:
    """The promise of the case as the board of the 7th has it."""
    (case,) = json.loads(zaizao("board", "--日期", "2018-03-07", "--格式", "json").out)["办件"]
    (found,) = (one for one in case["时限"] if one["种类"] == "承诺时限")
    return {**found, "存疑": case["起算存疑"]}


def test_the_limits_run_from_the_day_that_is_written_at_acceptance(zaizao: Callable[..., Ran]) -> None:
    """Accepted on the 6th, the period ends on the 9th: ten working days end on the 23rd."""
    start(zaizao)
    ran = zaizao(*ACCEPT, "--期满", "2018年3月9日")
    assert (ran.code, "已办:“受理”:符合受理条件,期满 2018-03-09。" in ran.out) == (0, True)
    found = promise(zaizao)
    assert (found["起算"], found["已用"], found["到期日"], found["存疑"]) == ("2018-03-09", 0, "2018-03-23", "")


def test_without_it_they_run_from_acceptance_with_a_word_of_doubt(zaizao: Callable[..., Ran]) -> None:
    """Too early rather than too late."""
    start(zaizao)
    ran = zaizao(*ACCEPT)
    assert ran.code == 0
    assert "  起算存疑:没有登记受理期限终止之日,先按受理之日起算。\n" in ran.out
    found = promise(zaizao)
    assert (found["起算"], found["存疑"]) == ("2018-03-06", "没有登记受理期限终止之日,先按受理之日起算")


def test_it_is_refused_where_it_means_nothing(zaizao: Callable[..., Ran]) -> None:
    """Before the application came in, at another way, for a matter that runs from acceptance; nothing is done."""
    start(zaizao)
    early = zaizao(*ACCEPT, "--期满", "2018-03-04")
    assert (early.code, early.err) == (2, "错误:期满日期 2018-03-04 在收件的 2018-03-05 前面。\n")
    refusal = zaizao("case", "fire", "20180305-0001", "不予受理", *DONE, "--期满", "2018-03-09")
    assert (refusal.code, refusal.err) == (2, "错误:期满日期在受理的时候写。\n")
    start(zaizao, "02-别的")
    other = zaizao("case", "fire", "20180305-0002", "符合受理条件", *DONE, "--期满", "2018-03-09")
    assert (other.code, other.err) == (2, "错误:这个事项的时限从受理之日起算,不用写期满日期。\n")
    assert [
        len(json.loads(zaizao("case", "show", f"20180305-000{number}", "--格式", "json").out)["经过"])
        for number in (1, 2)
    ] == [1, 1]


def test_what_runs_from_receipt_does_not_run_while_the_applicant_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, zaizao: Callable[..., Ran]
) -> None:
    """Asked on the 6th, brought on 20 April: until then no card, from then on the limit anew."""
    monkeypatch.chdir(write(tmp_path / "other", CITY.replace("受理期限终止之日", "收到申请之日")))
    begun = ("case", "start", "示范局/01-示范事项.yaml", "--申请人", "某甲公司", "--单位", "综合股", "--人员", "张三")
    zaizao(*begun, "--材料", "申请书", "--日期", "2018-03-05")
    assert "承诺时限10个工作日:已用1天" in zaizao("case", "show", "20180305-0001", "--日期", "2018-03-06").out
    zaizao("case", "fire", "20180305-0001", "补正", *DONE)
    assert zaizao("case", "tick", "--日期", "2018-04-19").out == "没有到期的。\n"
    (waiting,) = json.loads(zaizao("board", "--日期", "2018-04-19", "--格式", "json").out)["办件"]
    assert (waiting["牌"], waiting["时限"]) == ("绿牌", [])
    later = (*DONE[:-1], "2018-04-20")
    zaizao("case", "receive", "20180305-0001", "全部", *later)
    ran = zaizao("case", "fire", "20180305-0001", "下一环节", *later)
    assert "承诺时限10个工作日:已用0天,还剩10天,到期 2018-05-07" in ran.out
