"""``zaizao fill``: one form, of a department or of the city."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tests.commands.conftest import Ran
from tests.declaring import write

TWO = "==> 住建局/单位.yaml <==\n名称: 住建局\n==> 住建局/01-施工许可.yaml <==\n名称: 施工许可\n"


def text(file: Path) -> str:
    """All that is in a workbook."""
    book = CalamineWorkbook.from_filelike(BytesIO(file.read_bytes()))
    return "\n".join(str(cell) for row in book.get_sheet_by_index(0).to_python() for cell in row)


@pytest.mark.parametrize(
    ("words", "name", "departments"),
    [
        ((), "全市", "示范事项 施工许可"),
        (("--全市",), "全市", "示范事项 施工许可"),
        (("--city",), "全市", "示范事项 施工许可"),
        (("--部门", "住建局"), "住建局", "施工许可"),
        (("示范局",), "示范局", "示范事项"),
        (("示范局/单位.yaml",), "示范局", "示范事项"),
        (("示范局/01-示范事项.yaml",), "示范局", "示范事项"),
    ],
)
def test_a_department_or_the_city(
    words: tuple[str, ...], name: str, departments: str, project: Path, zaizao: Callable[..., Ran]
) -> None:
    """By option or by target; the file is named after both."""
    write(project, TWO)
    ran = zaizao("fill", *words, "--表", "6")
    file = project / name / "附件6-工作流程优化对比台账.xlsx"
    assert ran.code == 0, ran.err
    assert f"{len(departments.split())} 行" in ran.out
    filled = text(file)
    for matter in ("示范事项", "施工许可"):
        assert (matter in filled) == (matter in departments)


@pytest.mark.parametrize("form", ["6", "附件6"])
def test_a_form_is_named_by_its_number(form: str, project: Path, zaizao: Callable[..., Ran]) -> None:
    """With or without 附件; the output may be named."""
    assert zaizao("fill", "--form", form, "-o", "甲/乙.xlsx").code == 0
    assert "示范事项" in text(project / "甲" / "乙.xlsx")


def test_the_city_seen_from_a_department_is_the_whole_city(project: Path, zaizao: Callable[..., Ran]) -> None:
    """--全市 where the current folder is a department's."""
    write(project, TWO)
    assert zaizao("fill", "住建局", "--表", "6", "--全市", "-o", "全.xlsx").code == 0
    assert "示范事项" in text(project / "全.xlsx")
    assert "施工许可" in text(project / "全.xlsx")


def test_another_department_than_that_of_the_target(project: Path, zaizao: Callable[..., Ran]) -> None:
    """--部门 counts, not the folder."""
    write(project, TWO)
    assert zaizao("fill", "住建局", "--表", "6", "--部门", "示范局", "-o", "甲.xlsx").code == 0
    assert "示范事项" in text(project / "甲.xlsx")
