"""``zaizao followup``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.commands.conftest import Ran
from tests.declaring import write

CITY = """==> 示范局/01-示范事项.yaml <==
平台: 海林市行政权力流程梳理平台、省权力信息管理平台
优化后:
  时限: 9工作日
==> 住建局/单位.yaml <==
名称: 住建局
全称: 示范市住建局
==> 住建局/施工许可.yaml <==
名称: 施工许可
平台: 省权力信息管理平台
优化后:
  时限: 9工作日
  流程:
    - 受理 | 综合股 | 1工作日 | 形式审查
    - 决定 | 局领导 | 2工作日 | 局长签批
==> 开发区/单位.yaml <==
名称: 开发区
全称: 示范开发区
范围外: 是
==> 开发区/01-备案.yaml <==
名称: 备案
优化后:
  时限: 9工作日
"""


@pytest.fixture
def city(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two departments with something to change, and one outside the plan."""
    root = write(tmp_path / "city", CITY)
    monkeypatch.chdir(root)
    return root


def test_a_department(city: Path, zaizao: Callable[..., Ran]) -> None:
    """By name or folder; every platform has its list."""
    ran = zaizao("followup", "--部门", "示范局")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "# 示范市示范局网上公示信息更改清单\n\n2个平台,一共2处。改好一处,在方框里打√。\n"
        "\n## 海林市行政权力流程梳理平台(1处)\n\n### 示范局:示范事项\n\n☐ **承诺时限**:10个工作日 → 9个工作日\n"
        "\n## 省权力信息管理平台(1处)\n\n### 示范局:示范事项\n\n☐ **承诺时限**:10个工作日 → 9个工作日\n"
    )
    assert zaizao("followup", "示范局", "--format", "markdown").out == ran.out
    assert zaizao("followup", "--department", "示范局").out == ran.out


def test_the_city(city: Path, zaizao: Callable[..., Ran]) -> None:
    """Bodies outside the plan have their own; the new chart is named as build names it."""
    ran = zaizao("followup")
    assert ran.out.startswith("# 示范市网上公示信息更改清单\n")
    assert "开发区" not in ran.out
    assert "新流程图:住建局/附件8/01-施工许可-后.png" in ran.out


def test_one_platform(city: Path, zaizao: Callable[..., Ran]) -> None:
    """By a part of its name."""
    ran = zaizao("followup", "--平台", "梳理平台")
    assert "省权力" not in ran.out
    assert zaizao("followup", "--platform", "梳理平台").out == ran.out
    wrong = zaizao("followup", "--平台", "没有")
    assert wrong.code == 2
    assert wrong.err == "错误:没有“没有”这个平台要改的。要改的平台:海林市行政权力流程梳理平台、省权力信息管理平台。\n"


def test_files_by_their_ending(city: Path, zaizao: Callable[..., Ran]) -> None:
    """The same input gives the same bytes; boxes in the last column of the workbook."""
    for name in ("清单.html", "清单.xlsx", "清单.md"):
        assert zaizao("followup", "-o", name).code == 0
        first = (city / name).read_bytes()
        assert zaizao("followup", "--输出", name).code == 0
        assert (city / name).read_bytes() == first
    sheet = load_workbook(city / "清单.xlsx").active
    assert sheet is not None
    values = [[cell.value for cell in row] for row in sheet.iter_rows()]
    head = next(row for row in values if row[0] == "序号")
    assert head == ["序号", "平台", "部门", "事项名称", "项目", "现在公示的", "改成", "已改"]
    rows = [row for row in values if isinstance(row[0], int)]
    assert {row[7] for row in rows} == {"☐"}
    assert rows[0][1:7] == ["海林市行政权力流程梳理平台", "示范局", "示范事项", "承诺时限", "10个工作日", "9个工作日"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("-o", "清单.pdf"), "更改清单不能写成“.pdf”格式;后缀应是 md、html 或 xlsx。"),
        (("--格式", "xlsx"), "xlsx 要写 -o 文件名.xlsx。"),
    ],
)
def test_wrong_use_is_told(words: tuple[str, ...], said: str, city: Path, zaizao: Callable[..., Ran]) -> None:
    """In one sentence."""
    ran = zaizao("followup", *words)
    assert (ran.code, ran.err) == (2, f"错误:{said}\n")
