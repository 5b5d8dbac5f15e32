"""``zaizao board``."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.commands.conftest import Ran
from tests.declaring import write

CITY = """==> 方案.yaml <==
口径:
  预警: 1/2
==> 住建局/单位.yaml <==
名称: 住建局
全称: 示范市住房和城乡建设局
"""
DONE = ("--单位", "综合股", "--人员", "张三")


@pytest.fixture
def city(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, zaizao: Callable[..., Ran]) -> Path:
    """A city on 15 March 2018: one case was accepted on the 6th and lies at 审查, one came in on the 14th."""
    root = write(tmp_path / "city", CITY)
    monkeypatch.chdir(root)
    monkeypatch.setattr("commands._case.options.now", lambda: datetime(2018, 3, 15, 2, tzinfo=UTC))
    start = ("case", "start", "示范局/01-示范事项.yaml", "--申请人", "某甲公司", "--材料", "全部", *DONE)
    assert zaizao(*start, "--日期", "2018-03-05").code == 0
    assert zaizao("case", "fire", "20180305-0001", "符合受理条件", *DONE, "--日期", "2018-03-06").code == 0
    assert zaizao(*start, "--日期", "2018-03-14").code == 0
    return root


def counts(ran: Ran) -> dict[str, int]:
    """The numbers of all departments together that are not 0."""
    assert (ran.code, ran.err) == (0, "")
    total = json.loads(ran.out)["合计"]
    return {name: number for name, number in total.items() if isinstance(number, int) and number}


@pytest.mark.usefixtures("city")
def test_today_unless_another_day_is_named(zaizao: Callable[..., Ran]) -> None:
    """审查 was due on the 13th; on the 9th it was not late yet, and the second case not there."""
    assert zaizao("board").out.startswith("示范市2018-03-15(星期四)办件看板\n")
    assert counts(zaizao("board", "--格式", "json")) == {"收件": 2, "在办": 2, "今日到期": 1, "黄牌": 1, "红牌": 1}
    assert counts(zaizao("board", "--格式", "json", "--日期", "2018-03-08")) == {"收件": 1, "在办": 1}
    assert counts(zaizao("board", "--format", "json", "--date", "2018-03-04")) == {}


@pytest.mark.usefixtures("city")
def test_the_plan_says_when_to_warn(zaizao: Callable[..., Ran]) -> None:
    """Half of five days at most: 审查 is yellow while two days are left, not one."""
    assert counts(zaizao("board", "--格式", "json", "--日期", "2018-03-09"))["黄牌"] == 1


@pytest.mark.usefixtures("city")
def test_what_happens_later_changes_no_past_day(zaizao: Callable[..., Ran]) -> None:
    """The same bytes before and after the file has gone on; by now only half of the promise is left."""
    before = zaizao("board", "--日期", "2018-03-13", "--格式", "html")
    moved = zaizao(
        "case", "fire", "20180305-0001", "下一环节", "--单位", "业务股", "--人员", "李四", "--日期", "2018-03-15"
    )
    assert moved.code == 0
    assert zaizao("board", "--日期", "2018-03-13", "--格式", "html") == before
    assert counts(zaizao("board", "--格式", "json")) == {"收件": 2, "在办": 2, "今日到期": 1, "黄牌": 2}


@pytest.mark.usefixtures("city")
def test_a_department_is_meant_by_either_name(zaizao: Callable[..., Ran]) -> None:
    """One that has no case has an empty row; one that there is not is named with those that there are."""
    assert zaizao("board", "--部门", "住建局") == zaizao("board", "--部门", "示范市住房和城乡建设局")
    assert counts(zaizao("board", "--部门", "示范局", "--格式", "json"))["收件"] == 2
    ran = zaizao("board", "--部门", "水利局")
    assert (ran.code, ran.out) == (2, "")
    assert "没有“水利局”这个部门。有:示范局、发改局、住建局、公安局、税务局。" in ran.err


def test_the_suffix_says_the_format(city: Path, zaizao: Callable[..., Ran]) -> None:
    """A table for Excel has its mark and its line ends; an unknown suffix writes nothing."""
    for name, begin in (
        ("看板.html", b"<!DOCTYPE"),
        ("看板.json", b"{"),
        ("看板.txt", "示范市".encode()),
        ("办件.csv", b"\xef\xbb\xbf"),
    ):
        assert zaizao("board", "-o", name).err == f"已写入 {name}\n"
        assert (city / name).read_bytes().startswith(begin)
    assert (city / "办件.csv").read_bytes().count(b"\r\n") == 3
    ran = zaizao("board", "-o", "看板.docx")
    assert (ran.code, (city / "看板.docx").exists()) == (2, False)
    assert "后缀应是 txt、html、json 或 csv" in ran.err


@pytest.mark.usefixtures("city")
def test_there_is_a_board_of_the_first_and_of_the_last_day(zaizao: Callable[..., Ran]) -> None:
    """No case had come in on the one; on the other all is late, and no day comes after it."""
    assert counts(zaizao("board", "--格式", "json", "--日期", "0001-01-01")) == {}
    assert counts(zaizao("board", "--格式", "json", "--日期", "9999-12-31"))["红牌"] == 2


@pytest.mark.usefixtures("city")
def test_strict_fails_while_anything_is_late(zaizao: Callable[..., Ran]) -> None:
    """And shows the board all the same."""
    late, early = zaizao("board", "--严格"), zaizao("board", "--严格", "--日期", "2018-03-07")
    assert (late.code, early.code) == (1, 0)
    assert "▲ 红牌 1 件" in late.out


def test_outside_of_a_project_the_registry_is_enough(
    city: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, zaizao: Callable[..., Ran]
) -> None:
    """It has the definitions of its cases; only the name of the city is not there."""
    monkeypatch.chdir(tmp_path)
    ran = zaizao("board", "--登记库", f"{city}/登记.db", "--日期", "2018-03-15")
    assert ran.code == 0
    assert ran.out.startswith("2018-03-15(星期四)办件看板\n")


def test_without_a_registry_it_says_how_to_begin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, zaizao: Callable[..., Ran]
) -> None:
    """Nothing has come in yet."""
    monkeypatch.chdir(write(tmp_path / "city", ""))
    ran = zaizao("board")
    assert (ran.code, ran.out) == (3, "")
    assert "收过办件(zaizao case start)" in ran.err
