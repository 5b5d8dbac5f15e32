"""``zaizao build``: everything the project gives, always the same bytes, never over what a person did."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

import cli
from commands._output import MANIFEST
from tests.commands.conftest import TWO, Ran, text_of
from tests.declaring import write
from tests.rulebook.exemplary import EXEMPLARY

CHART = "01-并联许可(试办)／甲"
SUMS, LEDGER = "附件3-“两集中三到位”改革汇总表.xlsx", "附件6-工作流程优化对比台账.xlsx"
STATISTICS = "附件9-工作流程优化情况统计表.xlsx"
FORMS = (
    "附件1-“两集中三到位”改革基本情况表(改革前).xlsx",
    "附件2-“两集中三到位”改革基本情况表(改革后).xlsx",
    SUMS,
    "附件4-机关作风整顿再造流程工作事项台账.xlsx",
    "附件5-工作流程问题清单.xlsx",
    LEDGER,
    STATISTICS,
)
REPORTS = ("优化对比.json", "优化对比.md", "情况报告.html", "情况报告.docx")
CHARTS = ("-前.svg", "-前.png", "-后.svg", "-后.png", "-差异.svg", "-对比.svg", ".docx")
"""What is drawn of a matter."""
DRAWN = ("附件8-工作流程图.pdf", "办理时限压缩图.svg", "办理时限压缩图.png")
"""What is drawn of a department."""
PAPERS = ("工作总结", "事项目录", "进驻清单", "调整意见", "问卷")
CITY = {f"全市/{name}" for name in (SUMS, LEDGER, STATISTICS, *REPORTS, "文书/事项目录.docx", "文书/进驻清单.docx")}
TO_CHANGE = "示范局/附件10-工作流程优化调整更改网上公示信息汇总表.xlsx"
"""Filed by a department that reforms what is published."""


def of(department: str, *charts: str) -> set[str]:
    """What is made of a department that has 行政审批事项, with these charts."""
    return {
        *(f"{department}/{name}" for name in (*FORMS, *REPORTS)),
        *(f"{department}/文书/{paper}.docx" for paper in PAPERS),
        *(f"{department}/附件7/{chart}.docx" for chart in charts),
        *(f"{department}/附件8/{chart}{rest}" for chart in charts for rest in CHARTS),
        *(f"{department}/{name}" for name in DRAWN),
    }


def made(folder: Path) -> set[str]:
    """The files there, the list and the findings left out."""
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    findings = {name for name in names if name.rpartition("/")[2] == "检查结果.txt"}
    assert findings
    assert MANIFEST in names
    return names - {MANIFEST} - findings


@pytest.fixture(scope="module")
def first_build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a matter in each of two departments, built once for all tests here."""
    root = write(tmp_path_factory.mktemp("built"), TWO)
    assert cli.run(["build", str(root), "-o", str(root / "成果")]) == 0
    return root


@pytest.fixture
def built(project: Path, first_build: Path) -> Path:
    """The results in a copy of that project."""
    shutil.copytree(first_build, project, dirs_exist_ok=True)
    return project / "成果"


def test_everything_is_made(built: Path) -> None:
    """Forms, charts and reports of each department, and the city's roll-ups; names that every system takes."""
    assert made(built) == CITY | of("示范局", CHART) | of("住建局", "01-施工许可") | {TO_CHANGE}
    for file in built.rglob("*"):
        content = file.read_bytes() if file.is_file() else b""
        match file.suffix:
            case ".svg":
                assert content.startswith((b"<?xml", b"<svg"))
            case ".png":
                assert content.startswith(b"\x89PNG")
            case ".docx":
                assert ("一次性告知单" in text_of(content)) == (file.parent.name == "附件7")
            case ".xlsx":
                assert CalamineWorkbook.from_filelike(BytesIO(content)).sheet_names
            case ".json":
                json.loads(content)
    listed = json.loads((built / MANIFEST).read_text("utf-8"))
    assert set(listed["成果"]) == made(built) | {"检查结果.txt"}


def test_what_is_cancelled_has_no_notice(project: Path, zaizao: Callable[..., Ran]) -> None:
    """But a chart of what it was, and its row in the ledger; a second build finds nothing to do for it."""
    write(project, "优化后: 取消\n")
    for _ in range(2):
        assert zaizao("build", ".", "-o", "成果").code == 0
    chart = "示范局/附件8/01-示范事项-后"
    gone = {"示范局/附件7/01-示范事项.docx", f"{chart}.svg", f"{chart}.png", "示范局/附件8-工作流程图.pdf"}
    gone |= {"示范局/附件8/01-示范事项.docx", "示范局/附件8/01-示范事项-对比.svg"}
    papers = {f"示范局/文书/{paper}.docx" for paper in ("事项目录", "进驻清单")}
    assert made(project / "成果") == (CITY | of("示范局", "01-示范事项") | {TO_CHANGE}) - gone - papers


def test_what_is_secret_is_filed_and_not_published(project: Path, zaizao: Callable[..., Ran]) -> None:
    """The forms go to 市编办, 附件8 as the page alone; the notice has the 密级 before its title."""
    write(project, "涉密: 秘密级,依据《示范范围》\n")
    ran = zaizao("build", ".", "-o", "成果")
    assert (ran.code, "有 1 个涉密事项,附件7、附件8 只做了上报用的 docx" in ran.out) == (0, True)
    public = {f"示范局/附件8/01-示范事项{rest}" for rest in CHARTS if rest != ".docx"} | {"示范局/附件8-工作流程图.pdf"}
    public |= {f"示范局/文书/{paper}.docx" for paper in ("事项目录", "问卷")}
    public |= {f"示范局/办理时限压缩图.{ending}" for ending in ("svg", "png")}
    assert made(project / "成果") == CITY | of("示范局", "01-示范事项") - public
    for paper in (project / "成果").rglob("文书/*.docx"):
        assert "示范事项" not in text_of(paper.read_bytes())
    notice = project / "成果" / "示范局" / "附件7" / "01-示范事项.docx"
    assert "【秘密】一次性告知单" in text_of(notice.read_bytes())


def test_the_contents_of_the_charts_tell_what_is_not_there(project: Path, zaizao: Callable[..., Ran]) -> None:
    """What is cancelled by its name, what is secret by its number."""
    second, third = (
        f"==> 示范局/0{number}-事项.yaml <==\n名称: 许可{name}\n" for number, name in ((2, "乙"), (3, "丙"))
    )
    write(project, f"{second}优化后: 取消\n{third}涉密: 秘密级,依据《示范范围》\n公开: 否\n")
    assert zaizao("build", ".", "-o", "成果").code == 0
    contents = PdfReader(project / "成果/示范局/附件8-工作流程图.pdf").pages[0].extract_text()
    assert "优化后取消，没有流程图：许可乙。" in contents
    assert "涉密事项1项没有列出。" in contents.replace(" ", "")
    assert "许可丙" not in contents


def test_nothing_is_made_again_for_nothing(built: Path, zaizao: Callable[..., Ran]) -> None:
    """The second build changes no file."""
    before = {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in built.rglob("*") if path.is_file()}
    ran = zaizao("build", ".", "-o", "成果")
    count = len(before) - 1
    assert f"{count} 个文件,在 成果(其中 {count} 个没有变化)" in ran.out
    after = {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in built.rglob("*") if path.is_file()}
    del before[built / MANIFEST], after[built / MANIFEST]
    assert after == before


def test_what_was_edited_is_kept_and_the_new_one_written_beside(built: Path, zaizao: Callable[..., Ran]) -> None:
    """And it is said."""
    name = "示范局/附件6-工作流程优化对比台账.xlsx"
    (built / name).write_bytes(b"edited")
    ran = zaizao("build", ".", "-o", "成果")
    assert ran.code == 0
    assert f"手工改过,没有覆盖:{name}" in ran.out
    assert (built / name).read_bytes() == b"edited"
    beside = built / "示范局" / "附件6-工作流程优化对比台账(新).xlsx"
    assert beside.read_bytes().startswith(b"PK")


def test_files_of_removed_matters_are_removed(built: Path, project: Path, zaizao: Callable[..., Ran]) -> None:
    """With their department, when it has no others."""
    (project / "住建局" / "01-施工许可.yaml").unlink()
    ran = zaizao("build", ".", "-o", "成果")
    assert "删掉了不再需要的 27 个旧文件" in ran.out
    assert made(built) == CITY | of("示范局", CHART) | {TO_CHANGE}


@pytest.mark.parametrize(
    "words",
    [(".", "--部门", "住建局"), (".", "--department", "示范市住建局"), ("住建局",), ("住建局/01-施工许可.yaml",)],
)
def test_one_department(words: tuple[str, ...], project: Path, zaizao: Callable[..., Ran]) -> None:
    """By its short or full name, its folder, or a file in it; no roll-ups."""
    write(project, TWO)
    ran = zaizao("build", *words, "-o", "成果")
    assert ran.code == 0, ran.err
    assert made(project / "成果") == of("住建局", "01-施工许可")


@pytest.mark.parametrize("words", [(".", "--部门", "住建局"), ("住建局",), ("住建局/01-施工许可.yaml",)])
def test_one_department_leaves_the_others_alone(
    words: tuple[str, ...], built: Path, project: Path, zaizao: Callable[..., Ran]
) -> None:
    """Even what is gone is not removed, and the roll-ups are still the city's."""
    before = {name: (built / name).read_bytes() for name in made(built)}
    (project / "示范局" / "01-示范事项.yaml").unlink()
    assert zaizao("build", *words, "-o", "成果").code == 0
    assert {name: (built / name).read_bytes() for name in made(built)} == before


@pytest.mark.parametrize(
    ("text", "code"),
    [("", 0), ("终审: 国家终审\n", 1), ("终审: 国家终审\n说明:\n  R309: 报省厅\n", 1)],
)
def test_strictness_is_in_the_exit_code(text: str, code: int, project: Path, zaizao: Callable[..., Ran]) -> None:
    """As ``check`` has it; everything is made all the same, and a second build, which makes nothing, says the same."""
    write(project, text, EXEMPLARY)
    for option in ("--严格", "--strict"):
        assert zaizao("build", ".", "-o", "成果", option).code == code
    assert zaizao("build", ".", "-o", "别处").code == 0
    assert made(project / "成果") == made(project / "别处")


@pytest.mark.parametrize("broken", ["流程: 受理 | 综合科 | 1工作日 | 审", "流程: 受理 | 综合股 | 审", "时限: 3天"])
def test_what_is_not_made_is_told(broken: str, project: Path, zaizao: Callable[..., Ran]) -> None:
    """Matters that do not hold together, and matters that could not be read."""
    write(
        project,
        f"{TWO.partition('==> 住建局')[1]}{TWO.partition('==> 住建局')[2]}==> 示范局/01-示范事项.yaml <==\n优化后:\n  {broken}\n",
    )
    ran = zaizao("build", ".", "-o", "成果")
    assert ran.code == 0
    assert "有 1 个事项申报不完整,没有生成" in ran.out
    assert "01-示范事项.yaml" in (project / "成果" / "检查结果.txt").read_text("utf-8")
    assert made(project / "成果") == CITY | of("住建局", "01-施工许可")


def test_nothing_usable_is_told(project: Path, zaizao: Callable[..., Ran]) -> None:
    """Exit code 3, with the first error; nothing is written."""
    write(project, "优化后:\n  时限: 3天\n")
    ran = zaizao("build", ".", "-o", "成果")
    assert ran.code == 3
    assert "01-示范事项.yaml:2:7" in ran.err
    assert not (project / "成果").exists()


def test_a_failed_write_leaves_no_half_file(
    built: Path, project: Path, zaizao: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk is full for a moment: exit code 3, every file is the old or the new one, the next build is as ever."""
    before = {name: (built / name).read_bytes() for name in made(built)}
    write(project, TWO.replace("时限: 10工作日", "时限: 9工作日"))
    calls = 0
    real = os.fsync

    def full(handle: int) -> None:
        nonlocal calls
        calls += 1
        if calls == 4:
            raise OSError(28, "No space left on device")
        real(handle)

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full)
        ran = zaizao("build", ".", "-o", "成果")
    assert ran.code == 3
    assert "磁盘满了" in ran.err
    assert made(built) == set(before)
    assert any((built / name).read_bytes() != content for name, content in before.items())
    write(project, TWO.replace("时限: 10工作日", "时限: 8工作日"))
    assert zaizao("build", ".", "-o", "成果").code == 0
    assert made(built) == set(before), "what the interrupted build wrote is not taken for edited by hand"


@pytest.mark.parametrize("output", [".", "示范局", "示范局/成果", "./示范局/附件"])
def test_results_do_not_go_among_the_declarations(
    output: str, project: Path, zaizao: Callable[..., Ran], tmp_path: Path
) -> None:
    """They would be taken for declarations, and the other way round."""
    before = sorted(tmp_path.rglob("*"))
    ran = zaizao("build", ".", "-o", output)
    assert ran.code == 2
    assert "里放着申报文件;成果请另放一个文件夹" in ran.err
    assert sorted(tmp_path.rglob("*")) == before
