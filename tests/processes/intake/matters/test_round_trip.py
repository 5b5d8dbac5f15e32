"""Declarations → forms → import → declarations: what the forms hold comes back as it was, cell by cell."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.annexes import city_annexes, department_annexes
from processes.checking import Checked, check_project
from processes.intake.forms.reading import SOURCES, read_forms
from processes.intake.forms.units import Units
from processes.intake.matters.drafts import drafted
from processes.intake.opening import open_tables
from processes.model.findings import Severity
from processes.model.imported import How
from renderers.forms import sources_sheet
from renderers.forms.xlsx import workbook
from tests.forms_again import declared_anew, differences, forms_of, imported

SAMPLES = Path(__file__).parents[4] / "samples"
DEPARTMENTS = [(path.parents[1].name, path.parent.name) for path in sorted(SAMPLES.glob("*/*/单位.yaml"))]


@pytest.fixture(scope="module")
def samples() -> dict[str, Checked]:
    """Name of a sample → what it declares."""
    return {name: check_project(SAMPLES / name) for name in ("hailin", "edge")}


@pytest.mark.parametrize(("sample", "department"), DEPARTMENTS)
def test_the_forms_of_a_sample_come_back_as_they_were(
    sample: str, department: str, samples: dict[str, Checked], tmp_path: Path
) -> None:
    """附件4, 5, 6 and 7: no cell differs, no cell was left, nothing contradicts, and nothing declared is an error.

    The tables of one sample go through workbooks, the rest through Word documents.
    """
    forms = forms_of(samples[sample], department)
    found = imported(samples[sample], forms, workbooks=sample == "hailin")
    assert [use for use in found.uses if use.how in (How.LEFT, How.CONFLICT)] == []
    assert (found.notes, found.unitless) == ([], [])
    again = declared_anew(SAMPLES / sample, tmp_path / "again", department, found)
    errors = [one for one in again.findings if one.severity is Severity.ERROR and one.place.file.startswith(department)]
    assert errors == []
    assert list(differences(forms, forms_of(again, department))) == []


def test_all_forms_of_a_department_agree(samples: dict[str, Checked]) -> None:
    """附件1 and 2 say 不收费 where 附件7 says 无; the sheet of sources behind a form is passed over, which is told."""
    checked = samples["hailin"]
    workspace = checked.workspace
    assert workspace is not None
    department, matters = workspace.department("市场监管局"), checked.matters_of("市场监管局")
    assert department is not None
    units = Units(workspace.plan, workspace.departments)
    filled = {code: department_annexes()[code].fill(department, workspace.plan, matters) for code in ("附件1", "附件2", "附件6")}
    cards = forms_of(checked, "市场监管局")
    forms = {**{code: form for code, form in filled.items() if form}, **{name: form for name, form in cards.items() if "附件7" in name}}
    readings = [
        read_forms(open_tables(sources_sheet.workbook(form), f"{name}.xlsx"), f"{name}.xlsx", units.find)
        for name, form in forms.items()
    ]
    found = drafted(readings, {department.name: department}, units)
    assert [use for use in found.uses if use.how in (How.LEFT, How.CONFLICT)] == []
    assert set(found.notes) == {"工作表“溯源”是生成附件时写的来源,不用导入"}
    assert SOURCES == sources_sheet.NAME
    assert len(found.drafts) == len(matters)


def test_the_ledger_of_the_city_goes_back_to_its_departments(samples: dict[str, Checked]) -> None:
    """Its 备注 begins with the department's name, which is no remark."""
    checked = samples["edge"]
    workspace = checked.workspace
    assert workspace is not None
    declared = [(one, checked.matters_of(one.name)) for one in workspace.departments]
    form = city_annexes()["附件6"].fill_city(workspace.plan, declared)
    units = Units(workspace.plan, workspace.departments)
    found = drafted([read_forms(open_tables(workbook(form), "甲.xlsx"), "甲.xlsx", units.find)], {}, units)
    assert {draft.unit for draft in found.drafts} == {one.name for one, matters in declared if matters}
    assert all("备注: 商务局" not in draft.text for draft in found.drafts)
