"""What must hold between the forms of a department (R801, R805, R806), tried on the samples."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from engine.annexes import department_annexes
from engine.annexes.form import Form
from processes.checking import Checked

Forms = Mapping[str, Form]
"""Code → form, of one department; those that do not concern it are left out."""


@pytest.fixture(params=["hailin", "edge"])
def departments(request: pytest.FixtureRequest, sample: Callable[[str], Checked]) -> list[Forms]:
    """The forms of every department of a sample."""
    checked = sample(request.param)
    assert checked.workspace is not None
    return [
        {
            code: form
            for code, annex in department_annexes().items()
            if (form := annex.fill(department, checked.workspace.plan, checked.matters_of(department.name)))
        }
        for department in checked.workspace.departments
    ]


def names(form: Form) -> list[object]:
    """事项名称, or 行政审批权力名称."""
    return [cell.value for cell in form.column("name")]


def test_the_ledgers_list_the_same_matters_in_the_same_order(departments: list[Forms]) -> None:
    """R801: 附件4 and 附件6; 附件5 names no others."""
    for forms in departments:
        assert names(forms["附件4"]) == names(forms["附件6"])
        assert set(names(forms["附件5"])) <= {*names(forms["附件4"]), "无"}


def test_the_approvals_are_those_of_the_ledger(departments: list[Forms]) -> None:
    """R805: 附件1 has a row for each 行政审批事项 of 附件4, and is not filed without any; 附件2 has no others."""
    for forms in departments:
        ledger = forms["附件4"]
        types = [cell.value for cell in ledger.column("type")]
        approvals = [name for name, kind in zip(names(ledger), types, strict=True) if kind == "行政审批事项"]
        assert ("附件1" in forms) == ("附件2" in forms) == ("附件3" in forms) == bool(approvals)
        if approvals:
            assert names(forms["附件1"]) == approvals
            assert names(forms["附件2"]) == [name for name in approvals if name in names(forms["附件2"])]


def test_the_sums_can_be_counted_in_the_lists(departments: list[Forms]) -> None:
    """R806: rows, arrows between 环节, days and offices of 附件1 and 附件2."""
    for forms in departments:
        if "附件3" not in forms:
            continue
        for row, code in zip(forms["附件3"].rows, ("附件1", "附件2"), strict=False):
            lists = {
                column.key: [str(cell.value) for cell in forms[code].column(column.key)]
                for column in forms[code].columns
            }
            offices = {name.partition("(")[0] for text in lists["offices"] for name in text.split("、")}
            steps = sum(text.count("→") + 1 for text in lists["steps"])
            days = sum(int(text.partition("个")[0]) for text in lists["limit"])
            assert [cell.value for cell in row[1:5]] == [len(offices), len(lists["name"]), steps, days]


def test_every_cell_is_filled_and_leads_to_where_it_comes_from(departments: list[Forms]) -> None:
    """注1 of 附件4 and 附件6 (不能空项), which we keep to in all forms."""
    for forms in departments:
        for code in ("附件1", "附件2", "附件4", "附件5", "附件6"):
            for cell in (cell for row in forms.get(code, forms["附件4"]).rows for cell in row):
                assert str(cell.value).strip()
                assert cell.sources
