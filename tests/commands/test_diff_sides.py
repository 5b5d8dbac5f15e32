"""``zaizao diff`` with two targets and with --对标: each side read in its own project, called by what parts them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from commands._sides import side_names
from renderers.reports.schema import schema
from tests.commands.conftest import Ran, flat
from tests.declaring import write

Zaizao = Callable[..., Ran]

HERE = """==> 方案.yaml <==
城市: 甲县
==> 示范局/01-示范事项.yaml <==
名称: 排污许可证核发
优化后:
  时限: 8工作日
"""
THERE = """==> 方案.yaml <==
城市: 乙县
==> 示范局/单位.yaml <==
内设机构:
  - 综合股
  - 业务股
  - 审查股
==> 示范局/01-示范事项.yaml <==
名称: 排污许可证核发
优化后:
  时限: 5工作日
  流程:
    - 受理 | 综合股 | 1工作日 | 形式审查
    - 决定 | 审查股 | 3工作日 | 局长签批
    - 送达 | 综合股 | 1工作日 | 送达
==> 示范局/02-只在乙县.yaml <==
名称: 河道采砂许可
"""
SCHEMA = Draft7Validator(schema())
MATTER = "示范局/01-示范事项.yaml"


@pytest.fixture
def counties(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two projects beside each other, and their folder as the current one."""
    write(tmp_path / "甲", HERE)
    write(tmp_path / "乙", THERE)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_two_matters_of_two_counties_are_called_by_their_counties(counties: Path, zaizao: Zaizao) -> None:
    """After the reform, unless said otherwise; 审查股 is known in the one county alone."""
    ran = zaizao("diff", f"甲/{MATTER}", f"乙/{MATTER}")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("排污许可证核发:甲县→乙县 环节 4→3")
    assert "比的是优化后的流程。" in ran.out
    assert "没有 「审查」" in flat(ran.out)
    assert [word for word in ("取消", "新增", "变化", "随之", "压减") if word in ran.out] == []


@pytest.mark.parametrize("words", [("--版本", "前"), ("--version", "before")])
def test_the_version_can_be_chosen(words: tuple[str, str], counties: Path, zaizao: Zaizao) -> None:
    """Both counties did the same before the reform."""
    ran = zaizao("diff", f"甲/{MATTER}", f"乙/{MATTER}", *words, "--退出码")
    assert ran.code == 0
    assert "比的是优化前的流程。" in ran.out
    assert "没有差别" in ran.out


def test_two_departments_of_one_project_are_called_by_their_names(project: Path, zaizao: Zaizao) -> None:
    """The same matter in two departments."""
    write(project, "==> 住建局/单位.yaml <==\n名称: 住建局\n全称: 示范市住建局\n==> 住建局/01-示范事项.yaml <==\n")
    ran = zaizao("diff", MATTER, "住建局/01-示范事项.yaml")
    assert ran.out.startswith("示范事项:示范局→住建局 ")


def test_two_matters_of_one_department_are_called_by_their_own_names(project: Path, zaizao: Zaizao) -> None:
    """What parts them is the name alone."""
    write(project, "==> 示范局/02-另一事项.yaml <==\n名称: 另一事项\n")
    ran = zaizao("diff", MATTER, "示范局/02-另一事项.yaml")
    assert ran.out.startswith("示范事项→另一事项 环节 ")


def test_the_matters_of_two_projects_are_paired(counties: Path, zaizao: Zaizao) -> None:
    """What only one has is listed; a pair that differs has a report of its own."""
    ran = zaizao("diff", "甲", "乙", "--exit-code")
    assert ran.code == 1
    assert ran.out.startswith("甲县与乙县:同一事项 1 项,其中有差别的 1 项;只在甲县的 0 项,只在乙县的 1 项\n")
    assert "多出 「河道采砂许可」:示范局" in flat(ran.out)
    assert ran.out.count("排污许可证核发:甲县→乙县") == 1


def test_two_projects_can_be_narrowed_to_a_department(counties: Path, zaizao: Zaizao) -> None:
    """The department of both."""
    ran = zaizao("diff", "甲", "乙", "--部门", "示范局")
    assert ran.out.startswith("甲县与乙县:同一事项 1 项")


def test_a_cancelled_matter_is_not_compared(counties: Path, zaizao: Zaizao) -> None:
    """That it is cancelled is the difference; before the reform it had a process."""
    write(counties / "乙", THERE.partition("优化后")[0] + "优化后: 取消\n")
    ran = zaizao("diff", f"甲/{MATTER}", f"乙/{MATTER}", "--退出码")
    assert ran.code == 1
    assert ran.out.startswith("排污许可证核发:乙县优化后取消了这个事项,没有流程可比。")
    assert "环节 4" in zaizao("diff", f"甲/{MATTER}", f"乙/{MATTER}", "--版本", "前").out
    assert "乙县取消" in zaizao("diff", "甲", "乙").out


def test_programs_are_told_what_the_sides_are_called(counties: Path, zaizao: Zaizao) -> None:
    """The keys stay what they are."""
    report = json.loads(zaizao("diff", f"甲/{MATTER}", f"乙/{MATTER}", "--格式", "json").out)
    assert report["两边"] == ["甲县", "乙县"]
    assert report["数量对比"][0]["甲县"] == 4
    assert report["数量对比"][0]["乙县"] == 3


@pytest.mark.parametrize(
    "words",
    [("甲", "乙"), ("乙", "甲"), (f"甲/{MATTER}", f"乙/{MATTER}"), ("--对标", "排污许可证核发", "甲", "乙")],
)
def test_what_programs_are_given_is_in_the_schema(words: tuple[str, ...], counties: Path, zaizao: Zaizao) -> None:
    """The same one as of 优化前 and 优化后."""
    SCHEMA.validate(json.loads(zaizao("diff", *words, "--格式", "json").out))


def test_what_has_errors_is_left_out_and_said(counties: Path, zaizao: Zaizao) -> None:
    """The reader must not take it for missing."""
    write(counties / "乙", f"{THERE}==> {MATTER} <==\n名称: 排污许可证核发\n优化后:\n  时限: 3天\n")
    ran = zaizao("diff", "甲", "乙")
    assert f"乙县 {MATTER}:3:7 " in ran.err
    assert f"乙县有错、没有对比的事项 1 项:{MATTER}。" in ran.out


def test_a_matter_with_errors_is_not_told_to_be_missing(counties: Path, zaizao: Zaizao) -> None:
    """Neither the one that is looked for nor those that might be its like."""
    write(counties / "乙", f"{THERE}==> {MATTER} <==\n名称: 排污许可证核发\n优化后:\n  时限: 3天\n")
    ran = zaizao("diff", "--对标", "没有这样的事项", "甲", "乙")
    told = f"“乙”里有错、没有找的事项 1 项:{MATTER}。"
    assert told in ran.err
    assert told in zaizao("diff", "--对标", f"甲/{MATTER}", "乙").err
    write(counties / "丙", HERE.replace("甲县", "丙县"))
    assert told in zaizao("diff", "--对标", f"甲/{MATTER}", "乙", "丙").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("甲", "甲"), "是同一个"),
        (("甲", f"乙/{MATTER}"), "--对标"),
        (("甲", "乙", "甲"), "写得太多了"),
        (("甲", "没有"), "没有“没有”这个文件或文件夹"),
        ((f"甲/{MATTER}", "乙/示范局/09-没有.yaml"), "没有“乙/示范局/09-没有.yaml”这个文件或文件夹"),
        (("甲", "--版本", "前"), "--版本 用在"),
        (("甲", "乙", "--部门", "住建局"), "还没有申报"),
        (("甲", "甲/示范局", "--部门", "示范局"), "是同一个"),
        ((f"甲/{MATTER}", f"乙/{MATTER}", "--部门", "示范局"), "两个目标就应是项目文件夹"),
        (("甲", "乙", "--格式", "汇报"), "汇报只用于一个目标"),
        (("甲", "乙", "--格式", "docx", "-o", "对比.docx"), "docx只用于一个目标"),
        (("--对标", "排污许可证核发", "甲", "--部门", "示范局"), "--对标 后面只写目标"),
        (("--对标", "没有这样的事项", "甲", "乙"), "里没有叫“没有这样的事项”的事项"),
        (("--对标", "排污许可证", "甲", "乙"), "是不是「排污许可证核发」?"),
        (("--对标", "甲/示范局", "乙"), "不是事项文件"),
        (("--对标", "河道采砂许可", "甲", "乙"), "里没有同类的事项"),
    ],
)
def test_what_cannot_be_meant_is_told(words: tuple[str, ...], said: str, counties: Path, zaizao: Zaizao) -> None:
    """One sentence, and no report."""
    ran = zaizao("diff", *words)
    assert (ran.code, ran.out) == (2, ""), ran.err
    assert said in ran.err


@pytest.mark.parametrize("matter", ["排污许可证核发", f"甲/{MATTER}"])
def test_a_matter_is_set_beside_its_like(matter: str, counties: Path, zaizao: Zaizao) -> None:
    """By its name or its file: all in one table, and who has the least of each."""
    ran = zaizao("diff", "--对标", matter, "甲", "乙")
    assert ran.code == 0
    assert ran.out.startswith("排污许可证核发:以甲县为准,和 1 个同类事项对标\n")
    assert "环节最少的是乙县。\n" in ran.out
    assert "时限最短的是乙县。\n" in ran.out
    assert "排污许可证核发:甲县→乙县" in ran.out


def test_under_another_name_the_most_similar_one_is_its_like(counties: Path, zaizao: Zaizao) -> None:
    """A bracket and a word like 核发 make no other matter."""
    write(counties / "乙", THERE.replace("名称: 排污许可证核发", "名称: 排污许可证(新办)"))
    ran = zaizao("diff", "--benchmark", f"甲/{MATTER}", "乙")
    assert ran.out.startswith("排污许可证核发:以甲县为准,和 1 个同类事项对标\n")
    assert "排污许可证(新办)" in ran.out


def test_other_switches_on_the_other_side_are_said(counties: Path, zaizao: Zaizao) -> None:
    """Two counties may count otherwise; what is compared is counted in one way."""
    write(counties / "乙", THERE.replace("城市: 乙县\n", "城市: 乙县\n口径:\n  环节程序: 交接次数\n"))
    ran = zaizao("diff", f"甲/{MATTER}", f"乙/{MATTER}")
    assert "两边的口径不同,都按甲县的口径计算。" in ran.out


@pytest.mark.parametrize(
    ("homes", "names"),
    [
        ([("甲县", "a", "民政局", "", "a"), ("乙县", "b", "民政局", "", "b")], ("甲县", "乙县")),
        ([("甲县", "a", "民政局", "", "a"), ("乙县", "b", "老龄办", "", "b")], ("甲县民政局", "乙县老龄办")),
        ([("甲县", "旧", "", "", "旧"), ("甲县", "新", "", "", "新")], ("旧", "新")),
        ([("甲县", "x", "", "", "旧/x"), ("甲县", "x", "", "", "新/x")], ("旧/x", "新/x")),
        ([("甲县", "a", "民政局", "低保", "1"), ("甲县", "a", "民政局", "低保", "2")], ("1", "2")),
        ([("甲县", "a", "民政局", "低保", "1"), ("甲县", "a", "民政局", "优待", "2")], ("低保", "优待")),
    ],
)
def test_sides_are_called_by_what_parts_them(
    homes: list[tuple[str, str, str, str, str]], names: tuple[str, ...]
) -> None:
    """By as little as tells one from the other: city, folder of the project, department, matter, path."""
    assert side_names(homes) == names
