"""``zaizao status``."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

import commands.status
import commands.submit
from tests.commands.conftest import Ran
from tests.declaring import write

CITY = """==> 方案.yaml <==
部门:
  综合部门: 示范局、发改局、住建局
阶段:
  - 梳理阶段 | 2017-12-31 | 附件4
  - 优化阶段 | 2018-01-31 | 附件6、附件7、窗口授权书
==> 住建局/单位.yaml <==
名称: 住建局
全称: 示范市住房和城乡建设局
==> 住建局/01-施工.yaml <==
名称: 施工许可
优化前:
  时限: 10工作日
  流程:
    - 受理 | 没有的股 | 1工作日 | 形式审查
  材料: 申请书
==> 开发区/单位.yaml <==
名称: 开发区
全称: 示范开发区
范围外: 是
"""


@pytest.fixture
def city(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three departments in two stages; 2018-01-10 is the day and the time of filing."""
    root = write(tmp_path / "city", CITY)
    monkeypatch.chdir(root)
    monkeypatch.setattr(commands.status, "today", lambda: date(2018, 1, 10))
    monkeypatch.setattr(commands.submit, "now", lambda: datetime(2018, 1, 10, 2, tzinfo=UTC))
    return root


def states(ran: Ran) -> dict[str, list[str]]:
    """Department → the states of its deliverables."""
    assert (ran.code, ran.err) == (0, "")
    return {row["部门"]: [one["状态"] for one in row["成果"]] for row in json.loads(ran.out)["部门"]}


def test_from_the_declarations_to_the_registry(city: Path, zaizao: Callable[..., Ran]) -> None:
    """Without a registry nothing is overdue but what is not declared; filing changes that. 开发区 has no part in it."""
    assert states(zaizao("status", "--格式", "json")) == {
        "示范局": ["有问题", "有问题", "有问题", "需人工确认"],
        "发改局": ["逾期", "未申报", "未申报", "待定"],
        "住建局": ["有问题", "有问题", "有问题", "需人工确认"],
    }
    assert zaizao("submit", "--部门", "示范局", "--阶段", "1", "--经办", "张三").code == 0
    assert states(zaizao("status", "--格式", "json")) == {
        "示范局": ["逾期报送", "有问题", "有问题", "需人工确认"],
        "发改局": ["逾期", "未申报", "未申报", "待定"],
        "住建局": ["逾期", "有问题", "有问题", "需人工确认"],
    }
    assert states(zaizao("status", "--日期", "2017-12-01", "--format", "json"))["示范局"][0] == "有问题"


def test_notices_of_some_matters_are_not_done(city: Path, zaizao: Callable[..., Ran]) -> None:
    """One of two matters does not hold together: 附件7 was filed of the other; 附件6 is one for all."""
    (city / "示范局/02-取水.yaml").write_text("名称: 取水许可\n", encoding="utf-8")
    assert zaizao("submit", "--部门", "示范局", "--阶段", "2", "--经办", "张三").code == 0
    assert states(zaizao("status", "--格式", "json"))["示范局"][1:3] == ["已报送", "缺件"]
    assert "◧ 附件7:缺件(第1版2018-01-10由张三报送,草拟;应报2份,报送了1份;" in zaizao("status", "--部门", "示范局").out
    assert "◧ 缺件 1/2份" in zaizao("status", "--阶段", "2").out
    late = zaizao("status", "--部门", "示范局", "--日期", "2018-02-02").out
    assert "▲ 附件7:逾期(逾期2个工作日;缺件;第1版2018-01-10由张三报送,草拟;应报2份,报送了1份;" in late
    (city / "示范局/02-取水.yaml").unlink()
    assert zaizao("submit", "--部门", "示范局", "--阶段", "2", "--经办", "张三").code == 0
    assert states(zaizao("status", "--格式", "json"))["示范局"][1:3] == ["已报送", "已报送"]


def test_a_document_is_confirmed_by_a_line_in_the_declaration(city: Path, zaizao: Callable[..., Ran]) -> None:
    """文件 of 单位.yaml."""
    file = city / "示范局/单位.yaml"
    file.write_text(f"{file.read_text(encoding='utf-8')}文件:\n  窗口授权书: 示局发〔2018〕3号\n", encoding="utf-8")
    ran = zaizao("status", "--部门", "示范局")
    assert "● 窗口授权书:已确认(示局发〔2018〕3号)" in ran.out


def test_one_department_is_meant_by_its_folder_or_name(city: Path, zaizao: Callable[..., Ran]) -> None:
    """Also by its full name, and one that has declared nothing."""
    ran = zaizao("status", "示范局")
    assert ran.out.startswith("示范市2018-01-10(星期三)的进度:1个部门\n")
    assert zaizao("status", "--部门", "示范局").out == zaizao("status", "--department", "示范市示范局").out == ran.out
    assert zaizao("status", "示范局/01-示范事项.yaml").out == ran.out
    assert "发改局(综合部门):还没有申报" in zaizao("status", "--部门", "发改局").out


def test_one_stage_is_shown_department_by_department(city: Path, zaizao: Callable[..., Ran]) -> None:
    """Every deliverable of it; who owes nothing or has declared nothing stands below."""
    ran = zaizao("status", "--阶段", "2")
    assert zaizao("status", "--stage", "2").out == ran.out
    assert "第1阶段" not in ran.out
    assert "住建局   △ 有问题 错误3         △ 有问题 错误3         ◇ 需人工确认" in ran.out


def test_by_form(city: Path, zaizao: Callable[..., Ran]) -> None:
    """Counted by deliverable."""
    ran = zaizao("status", "--按表")
    assert "附件4(第1阶段,已过7个工作日)\n  ▲ 逾期 1:发改局\n  △ 有问题 2:示范局、住建局\n" in ran.out
    assert zaizao("status", "--by-form").out == ran.out


def test_the_ending_of_the_file_says_the_format(city: Path, zaizao: Callable[..., Ran]) -> None:
    """Unless --格式 does."""
    assert zaizao("status", "-o", "进度.html").code == 0
    assert (city / "进度.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert zaizao("status", "--输出", "进度.json", "--date", "2018-01-10").code == 0
    assert json.loads((city / "进度.json").read_text(encoding="utf-8"))["日期"] == "2018-01-10"
    assert zaizao("status", "--output", "进度.html", "--格式", "text").code == 0
    assert (city / "进度.html").read_text(encoding="utf-8") == zaizao("status").out
    ran = zaizao("status", "-o", "进度.pdf")
    assert (ran.code, ran.err) == (2, "错误:进度不能写成“.pdf”格式;后缀应是 txt、json、html、xlsx 或 csv。\n")


def test_a_board_to_forward(city: Path, zaizao: Callable[..., Ran]) -> None:
    """A workbook with a line for each department, a list with a line for each deliverable of each."""
    ran = zaizao("status", "-o", "进度.xlsx")
    assert (ran.code, ran.err) == (0, "已写入 进度.xlsx\n")
    sheet = CalamineWorkbook.from_path(str(city / "进度.xlsx")).get_sheet_by_index(0).to_python()
    (row,) = (row for row in sheet if row[2] == "示范局")
    assert str(row[3]).startswith("△有问题\n错误")
    (total,) = (row for row in sheet if row[2] == "完成/应报")
    assert total[3:5] == ["0/3", "0/3"]
    assert zaizao("status", "-o", "进度.csv").code == 0
    content = (city / "进度.csv").read_bytes()
    assert content.startswith("\N{ZERO WIDTH NO-BREAK SPACE}组,部门,阶段,".encode())
    lines = content.decode("utf-8-sig").split("\r\n")
    assert len(lines) == 1 + 3 * 4 + 1
    assert zaizao("status", "--format", "csv").out.splitlines() == lines[:-1]
    ran = zaizao("status", "--格式", "xlsx")
    assert (ran.code, "xlsx 要写 -o" in ran.err) == (2, True)


def test_strict_returns_one_when_somebody_is_late(city: Path, zaizao: Callable[..., Ran]) -> None:
    """The board is shown all the same."""
    plain = zaizao("status")
    assert plain.code == 0
    strict = zaizao("status", "--严格")
    assert (strict.code, strict.out) == (1, plain.out)
    assert zaizao("status", "--strict", "--日期", "2017-12-31").code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--日期", "2018-02-30"), "“2018-02-30”不是日期;写成 年-月-日,如 2018-01-31。"),
        (("--阶段", "3"), "方案只有 2 个阶段,没有第 3 阶段。"),
        (("--部门", "水务局"), "方案里没有“水务局”这个部门。方案的部门:示范局、发改局、住建局。"),
        (("--部门", "开发区"), "开发区不在方案的部门里,没有要按阶段报送的。"),
    ],
)
def test_wrong_use_is_told(words: tuple[str, ...], said: str, city: Path, zaizao: Callable[..., Ran]) -> None:
    """In one sentence."""
    ran = zaizao("status", *words)
    assert (ran.code, ran.out, ran.err) == (2, "", f"错误:{said}\n")


def test_a_registry_that_is_named_has_to_be_there(city: Path, zaizao: Callable[..., Ran]) -> None:
    """A board without what was filed would accuse everybody."""
    ran = zaizao("status", "--database", "别处.db")
    assert ran.code == 3
    assert "别处.db" in ran.err


def test_a_plan_that_cannot_be_read(city: Path, zaizao: Callable[..., Ran]) -> None:
    """The first error is told."""
    (city / "方案.yaml").write_text("名称: 甲\n", encoding="utf-8")
    ran = zaizao("status")
    assert ran.code == 3
    assert "方案.yaml:1" in ran.err


def test_years_before_all_notices(city: Path, zaizao: Callable[..., Ran]) -> None:
    """Nothing is guessed."""
    file = city / "方案.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("2017-12-31", "1999-12-31"), encoding="utf-8")
    ran = zaizao("status")
    assert ran.code == 3
    assert "没有 1999、2000、2001等 年的放假安排" in ran.err


@pytest.mark.parametrize("day", ["0001-01-01", "1990-01-01"])
def test_days_before_all_notices(day: str, city: Path, zaizao: Callable[..., Ran]) -> None:
    """As above, also with a registry."""
    assert zaizao("submit", "--部门", "示范局", "--阶段", "1", "--经办", "张三").code == 0
    ran = zaizao("status", "--日期", day)
    assert ran.code == 3
    assert "年的放假安排" in ran.err


def test_days_after_all_notices(city: Path, zaizao: Callable[..., Ran]) -> None:
    """The last day there is; working days are said to be about so many."""
    assert zaizao("submit", "--部门", "示范局", "--阶段", "1", "--经办", "张三").code == 0
    assert "已过约" in zaizao("status", "--日期", "9999-12-31").out
