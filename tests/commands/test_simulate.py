"""``zaizao simulate``: a year of applications, before beside after."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.conftest import Ran

Run = Callable[..., Ran]
FILE = "示范局/01-示范事项.yaml"


def test_every_assumption_is_told(project: Path, zaizao: Run) -> None:
    """With nothing said: 200 applications, 250 days, an officer a post, triangular up to the limit, 补正 10 %."""
    ran = zaizao("simulate", FILE)
    assert ran.code == 0, ran.err
    told = ran.out.replace("\n", "")
    for words in ("一年200件(没有写年办件量,按默认)", "250个工作日", "每个岗位1人", "最少是时限的25%", "10%", "种子 1"):
        assert words in told, words


def test_the_same_seed_gives_the_same_bytes(project: Path, zaizao: Run) -> None:
    """Every format; and another seed other numbers."""
    for form in ("text", "json", "md", "html", "svg"):
        first, again = (zaizao("simulate", FILE, "--到达", "40", "--格式", form).out for _ in range(2))
        assert first
        assert first == again
    one, other = (zaizao("simulate", FILE, "--到达", "40", "--种子", seed).out for seed in ("1", "2"))
    assert one.replace("种子 1", "种子 2") != other


def test_nobody_waits_where_officers_are_unlimited(project: Path, zaizao: Run) -> None:
    """All is promised in the sum of the limits, and each takes half of its own: every case is in time."""
    ran = zaizao("simulate", FILE, "--人员", "不限", "--用时", "50%", "--格式", "json")
    rows = json.loads(ran.out)
    assert next(row for row in rows["办理用时(工作日)"] if row["项目"] == "按期办结")["优化前"] == "100%"
    assert all(row["每次等(天)"] == 0 and row["人数"] == "不限" for row in rows["岗位(件)"])


def test_more_officers_are_busy_less(project: Path, zaizao: Run) -> None:
    """An axis of officers and one of limits: a row a combination, and occupancy falls with both."""
    ran = zaizao("simulate", FILE, "--到达", "60", "--比较", "人员=1、4", "--比较", "时限=100%、50%", "--格式", "json")
    assert ran.code == 0, ran.err
    rows = next(value for key, value in json.loads(ran.out).items() if key.startswith("比较"))
    assert [(row["人员"], row["时限"]) for row in rows] == [("1", "100%"), ("1", "50%"), ("4", "100%"), ("4", "50%")]
    busy = [float(row["优化前占用"].rstrip("%")) for row in rows]
    assert busy[0] > busy[1] > busy[2] > busy[3]


def test_an_overloaded_post_is_told_with_a_remedy(project: Path, zaizao: Run) -> None:
    """Ten times as much as one officer can do."""
    out = zaizao("simulate", FILE, "--到达", "2000").out.replace("\n", "")
    assert "忙不过来" in out
    assert "--同时办" in out


def test_days_by_a_calendar(project: Path, zaizao: Run) -> None:
    """2018 had 249 working days by the notice of the State Council."""
    assert "2018年按放假安排有" in zaizao("simulate", FILE, "--年份", "2018").out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--人员", "0"), "写 1 到"),
        (("--人员", "综合姑=2"), "没有叫「综合姑」的岗位"),
        (("--人员", "不限、综合股=2"), "不限"),
        (("--时限", "审茶=5工作日"), "没有叫「审茶」的环节"),
        (("--时限", "受理=-5"), "天数"),
        (("--时限", "受理"), "环节=天数"),
        (("--概率", "没有的情形=5%"), "没有叫「没有的情形」的去向"),
        (("--用时", "50%、20%、100%"), "从小到大"),
        (("--比较", "人手=1、2"), "--比较 不认识「人手」"),
        (("--比较", "人员"), "--比较 写成"),
        (("--到达", "-5"), "-5"),
        (("--工作日", "250", "--年份", "2018"), "只能写一个"),
        (("--年数", "1000", "--到达", "1000000"), "太多"),
    ],
)
def test_what_cannot_be_is_told_in_chinese(words: tuple[str, ...], told: str, project: Path, zaizao: Run) -> None:
    """Exit code 2, and nothing shown."""
    ran = zaizao("simulate", FILE, *words)
    assert ran.code == 2
    assert told in ran.err
    assert not ran.out


def test_durations_from_a_log(project: Path, zaizao: Run) -> None:
    """Six files, 受理 after a day each: told with how often it was measured; a log of other steps is refused."""
    rows = "".join(f"{number},受理,2018-03-05 08:00,2018-03-06 08:00\n" for number in range(6))
    (project / "记录.csv").write_text(f"办件编号,环节,开始时间,完成时间\n{rows}", encoding="utf-8")
    ran = zaizao("simulate", FILE, "--记录", "记录.csv")
    assert ran.code == 0, ran.err
    assert "受理平均1天(6次)" in ran.out.replace("\n", "")
    (project / "别的.csv").write_text(
        f"办件编号,环节,开始时间,完成时间\n{rows.replace('受理', '游泳')}", encoding="utf-8"
    )
    refused = zaizao("simulate", FILE, "--记录", "别的.csv")
    assert refused.code == 2
    assert "没有可用的环节用时" in refused.err
