"""Importing at length: hundreds of generated matters there and back, old formats, tables with random changes."""

from __future__ import annotations

import random
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from benchmarks.generated import write_project
from processes.checking import check_project
from processes.intake.forms.grid import Grid
from processes.intake.forms.reading import read_forms
from processes.intake.forms.units import Units
from processes.intake.matters.drafts import drafted
from processes.intake.matters.report import report_of
from processes.intake.opening import Opened, open_tables
from processes.intake.table import Merge, Row, Sheet
from processes.model.findings import Severity
from processes.model.imported import How
from tests.declaring import write
from tests.flows import matters
from tests.forms_again import declared_anew, differences, forms_of, imported
from tests.processes.intake.tables import drawn
from tests.rulebook.clean import clean, write_draft


@pytest.mark.parametrize("workbooks", [True, False])
@pytest.mark.parametrize("seed", range(3))
def test_generated_matters_come_back_as_they_were(seed: int, workbooks: bool, tmp_path: Path) -> None:
    """A hundred matters of a department: no cell of 附件4, 5, 6 or 7 differs."""
    write_project(tmp_path / "one", 100, seed=seed, per_department=100)
    checked = check_project(tmp_path / "one")
    forms = forms_of(checked, "第1局")
    found = imported(checked, forms, workbooks=workbooks)
    assert [use for use in found.uses if use.how in (How.LEFT, How.CONFLICT)] == []
    again = declared_anew(tmp_path / "one", tmp_path / "two", "第1局", found)
    assert [one for one in again.findings if one.severity is Severity.ERROR] == []
    assert list(differences(forms, forms_of(again, "第1局"))) == []


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("ending", ["xls", "ods", "et"])
def test_an_old_workbook_is_converted_where_libreoffice_is(ending: str, tmp_path: Path) -> None:
    """An .xls or .ods that LibreOffice itself wrote; WPS calls such a file .et."""
    (tmp_path / "a.xlsx").write_bytes(drawn("事项名称|承诺时限\n取水许可|10工作日"))
    made = "xls" if ending == "et" else ending
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        made,
        "--outdir",
        str(tmp_path),
        str(tmp_path / "a.xlsx"),
    ]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    opened = open_tables((tmp_path / f"a.{made}").read_bytes(), f"旧表.{ending}")
    assert opened.sheets[0].rows[1].cells == ("取水许可", "10工作日")
    assert "已由 LibreOffice 转换后读入" in opened.notes[0]


PIECES = (
    *("事项名称", "事项类型", "承办股室", "优化前(个)", "减环节", "总计", "注:1.说明", "一、发改局", "附件6", "单位名称:示范局", "1", "20"),
    *("1.受理;2.审核", "1、甲\n2、乙", "甲→乙→丙", "无", "——", "", "是", "否", "工作日", "20个工作日", "二十日", "即办", "《甲法》第一条", "企业、个人"),
    *("甲|乙", "= 1+1", "# 丁", "- 丙", ": 丁", "甲\u200b乙", "\ud83d\ude00", "行政许可", "取水许可", "申请书(2份)", "核查(2人以上、甲)", "(一)", "①甲②乙"),
)  # fmt: skip


@pytest.mark.parametrize("seed", range(300))
def test_any_table_is_read_without_a_crash_and_accounted_for(seed: int, tmp_path: Path) -> None:
    """Scraps of forms in any order, merged anyhow: every cell is told of, every draft is a declaration."""
    dice = random.Random(seed)  # noqa: S311 - nothing secret
    write_project(tmp_path, 1)
    workspace = check_project(tmp_path).workspace
    assert workspace is not None
    units = Units(workspace.plan, workspace.departments)
    width, height = dice.randint(1, 12), dice.randint(1, 20)
    head = ("事项名称", *(dice.choice(PIECES) for _ in range(width))) if dice.random() < 0.8 else ()
    cells = [list(head), *([dice.choice(PIECES) for _ in range(width + 1)] for _ in range(height))]
    merges: list[Merge] = []
    for _ in range(dice.randint(0, 3)):
        top, left = dice.randint(2, height + 1), dice.randint(0, width)
        merge = Merge(top, left, min(top + dice.randint(0, 3), height + 1), min(left + dice.randint(0, 3), width))
        if not {*merge.cells()} & {one for other in merges for one in other.cells()}:
            merges.append(merge)
            for line, at in [*merge.cells()][1:]:
                cells[line - 1][at] = ""  # an office program keeps the first text only
    rows = tuple(Row(line, tuple(row), tuple(range(1, len(row) + 1))) for line, row in enumerate(cells, 1) if any(row))
    opened = Opened((Sheet("表", rows, tuple(merges)),))
    reading = read_forms(opened, "甲.xlsx", units.find)
    found = drafted([reading], {one.name: one for one in workspace.departments}, units, "第1局")
    report = report_of([reading], found, (), (), preview=True)
    told = {cell.order for cell in report.cells} | {(one.spot.line, one.spot.column) for one in reading.columns}
    grid = Grid("甲.xlsx", opened.sheets[0])
    titles = "/".join(column.title for column in report.columns)
    untold = [at for at in grid.texts if (grid.spot(*at).line, grid.spot(*at).column) not in told]
    assert [grid.texts[at] for at in untold if "".join(grid.texts[at].split()) not in titles] == []
    again = declared_anew(tmp_path, tmp_path.parent / f"{tmp_path.name}-two", "第1局", found)
    broken = [one for one in again.findings if one.severity is Severity.ERROR and one.code[0] in "YD"]
    assert broken == []


@pytest.mark.parametrize("seed", range(25))
def test_matters_of_all_types_come_back_as_they_were(seed: int, tmp_path: Path) -> None:
    """Four matters each: 行政审批, another power, a service, with fees, defaults and offices of two departments."""
    root = write_draft(clean(seed), tmp_path / "one")
    checked = check_project(root)
    assert checked.workspace is not None
    for department in checked.workspace.departments:
        forms = forms_of(checked, department.name)
        found = imported(checked, forms)
        assert [use for use in found.uses if use.how in (How.LEFT, How.CONFLICT)] == []
        again = declared_anew(root, tmp_path / department.name, department.name, found)
        assert list(differences(forms, forms_of(again, department.name))) == []


@settings(max_examples=100, deadline=None)
@given(matters())
def test_wild_processes_come_back_with_all_their_names(text: str) -> None:
    """Blocks in blocks, loops, side branches: the forms hold names and counts of them, and those are the same."""
    with TemporaryDirectory() as folder:
        root = write(Path(folder) / "one", text)
        checked = check_project(root)
        if not checked.matters or not all(
            one.counted_steps for one in (checked.matters[0].before, checked.matters[0].after) if one
        ):
            return  # a declaration has at least one 环节, of which a form that counts none says nothing
        forms = forms_of(checked, "示范局")
        again = declared_anew(root, Path(folder) / "two", "示范局", imported(checked, forms))
        wrong = [
            one
            for one in differences(forms, forms_of(again, "示范局"))
            if not one.partition(":")[0].endswith("承诺时限")
        ]
        # A limit that several steps leave out by the same act says so once: which of them do, nobody can tell.
        assert wrong == []
