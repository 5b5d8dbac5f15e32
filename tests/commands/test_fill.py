"""``zaizao fill``: one form, of a department or of the city."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook, SheetVisibleEnum

from tests.commands.conftest import Ran, text_of
from tests.declaring import MATTER_FILE, write

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
    assert f"{len(departments.split())} 个事项" in ran.out
    filled = text(file)
    for matter in ("示范事项", "施工许可"):
        assert (matter in filled) == (matter in departments)


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("附件1", "(1 个事项)"),
        ("附件2", "(1 个事项)"),
        ("附件3", "汇总表.xlsx\n"),
        ("附件4", "(2 个事项)"),
        ("附件5", "(1 个事项)"),
        ("附件6", "(2 个事项)"),
    ],
)
def test_the_matters_in_a_form_are_counted(form: str, said: str, project: Path, zaizao: Callable[..., Ran]) -> None:
    """Not its rows: a matter may have several problems, and sums are no matters."""
    write(
        project,
        "问题:\n  - 环节多 | 合并\n  - 时限长 | 压缩\n"
        "==> 示范局/02-年检.yaml <==\n名称: 年检\n类型: 其他行政权力事项\n种类: 年检\n",
    )
    ran = zaizao("fill", "示范局", "--表", form)
    assert ran.code == 0, ran.err
    assert ran.out.endswith(f"{said}\n" if said.startswith("(") else said)


def test_a_form_that_does_not_concern_a_department(project: Path, zaizao: Callable[..., Ran]) -> None:
    """附件1–3 are filed by departments with 行政审批事项 (R201): exit code 2, nothing is written."""
    write(project, "类型: 其他行政权力事项\n种类: 年检\n")
    for form in ("1", "2", "3"):
        ran = zaizao("fill", "示范局", "--表", form)
        assert ran.code == 2
        assert f"示范局不涉及附件{form}" in ran.err
    assert list(project.rglob("*.xlsx")) == []


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


def read(file: Path) -> str:
    """All that is in a file that ``fill`` wrote."""
    match file.suffix.lower():
        case ".docx":
            return text_of(file.read_bytes())
        case ".pdf":
            return "".join(PdfReader(file).pages[0].extract_text().split())
        case _:
            return text(file)


@pytest.mark.parametrize("ending", ["xlsx", "docx", "pdf", "DOCX"])
@pytest.mark.parametrize(
    ("words", "title"), [(("--表", "6"), "工作流程优化对比台账"), ((MATTER_FILE, "--表", "7"), "一次性告知单")]
)
def test_the_ending_tells_the_format(
    ending: str, words: tuple[str, ...], title: str, project: Path, zaizao: Callable[..., Ran]
) -> None:
    """xlsx, docx, pdf, of tables and of cards."""
    ran = zaizao("fill", *words, "-o", f"甲.{ending}")
    assert ran.code == 0, ran.err
    assert title in read(project / f"甲.{ending}")
    assert "示范事项" in read(project / f"甲.{ending}")


@pytest.mark.parametrize("name", ["甲.doc", "甲.xls", "甲"])
def test_another_ending_is_refused(name: str, project: Path, zaizao: Callable[..., Ran]) -> None:
    """With those that there are."""
    ran = zaizao("fill", "--表", "6", "-o", name)
    assert ran.code == 2
    assert "后缀应是 xlsx、docx、pdf 或 html" in ran.err
    assert not (project / name).exists()


def test_the_form_of_a_matter_goes_where_build_puts_it(project: Path, zaizao: Callable[..., Ran]) -> None:
    """单位/附件7/编号-短名.docx, with the same bytes."""
    write(project, "名称: 许可/延续\n")
    ran = zaizao("fill", MATTER_FILE, "--表", "7")
    name = "示范局/附件7/01-许可／延续.docx"
    assert (ran.code, ran.out) == (0, f"已写入 {name}\n")
    assert zaizao("build", ".", "-o", "成果").code == 0
    assert (project / name).read_bytes() == (project / "成果" / name).read_bytes()


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ((".", "--表", "7"), 2, "请写明事项文件"),
        (("示范局", "--表", "7"), 2, "请写明事项文件"),
        ((MATTER_FILE, "--表", "7", "--全市"), 2, "请写明事项文件"),
        ((MATTER_FILE, "--表", "7", "--部门", "示范局"), 2, "请写明事项文件"),
        (("示范局/单位.yaml", "--表", "7"), 2, "不是事项文件"),
        (("示范局/02-取消.yaml", "--表", "7"), 2, "优化后取消,没有附件7"),
        (("示范局/03-坏.yaml", "--表", "7"), 3, "示范局/03-坏.yaml:1:7"),
    ],
)
def test_what_has_no_form_of_a_matter(
    words: tuple[str, ...], code: int, told: str, project: Path, zaizao: Callable[..., Ran]
) -> None:
    """Nothing is written."""
    write(
        project,
        "==> 示范局/02-取消.yaml <==\n名称: 旧事项\n优化后: 取消\n==> 示范局/03-坏.yaml <==\n年办件量: 约200\n名称: 坏\n",
    )
    ran = zaizao("fill", *words, "-o", "甲.docx")
    assert (ran.code, told in ran.err) == (code, True), ran.err
    assert not (project / "甲.docx").exists()


def test_the_sources_are_a_sheet_of_their_own_if_wanted(project: Path, zaizao: Callable[..., Ran]) -> None:
    """In a workbook only."""
    for option in ("--溯源", "--sources"):
        assert zaizao("fill", "示范局", "--表", "6", option, "-o", "台账.xlsx").code == 0
        book = CalamineWorkbook.from_path(project / "台账.xlsx")
        assert [one.name for one in book.sheets_metadata if one.visible is SheetVisibleEnum.Visible] == [
            "附件6",
            "溯源",
        ]
    ran = zaizao("fill", "示范局", "--表", "6", "--溯源", "-o", "台账.pdf")
    assert (ran.code, ran.err) == (2, "错误:“溯源”表只有 xlsx 里有;“台账.pdf”的后缀应是 .xlsx。\n")
