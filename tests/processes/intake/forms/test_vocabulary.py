"""Headings of the prescribed forms are understood for certain, those of departments by their words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.annexes import annex4, annex5, annex6, annex7, department_annexes
from engine.annexes.form import LEVEL
from processes.intake.forms.units import Unit, Units
from processes.intake.forms.vocabulary import LABELS, label, meaning
from tests.declaring import Declared

COLUMNS = (*annex4._columns("省市终审或县终审"), *annex5.COLUMNS, *annex6.COLUMNS)  # noqa: SLF001 - as they are printed


@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: column.title)
def test_every_column_of_our_forms_is_known_by_its_key(column: object) -> None:
    """The keys are the same on both sides, so that a form can be held against its reading."""
    title, key = column.title, column.key  # type: ignore[attr-defined] # Column, which pytest need not know
    found = meaning(*title.split(LEVEL))
    assert found == (key, True)


def test_every_label_of_the_notice_is_known() -> None:
    """The 20 fields of 附件7."""
    fields = [field for row in annex7.ROWS for field in row]
    assert [label(field) for field in fields] == [(key, True) for key in LABELS.values()]
    assert "附件6" in department_annexes()


RENAMED: dict[str, str] = {
    "办理事项": "name",
    "行政许可事项名称": "name",
    "优化前/环节名称": "steps_listed_before",
    "现有环节数": "steps_now",
    "优化前环节": "steps_any_before",
    "精简后材料": "materials_any_after",
    "申请材料": "materials_listed",
    "办理流程": "steps_listed",
    "环节(个)": "steps_any_now",
    "材料数量": "materials_any_now",
    "申请材料名称(件)": "materials_listed",
    "承诺办结时限": "limit_after",
    "法定办结时限(工作日)": "limit_statutory",
    "压减时限(工作日)": "limit_reduced",
    "减少环节数": "steps_reduced",
    "责任股室": "offices",
    "设定依据": "bases",
    "收费依据及标准": "fees",
    "服务对象": "subjects",
    "监督投诉电话": "supervision_phone",
    "是否公开/改革后": "public_after",
    "责任单位": "unit",
    "备注说明": "remark",
    "领导批示": "",
    "": "",
}


@pytest.mark.parametrize("title", RENAMED)
def test_a_heading_of_ones_own_is_told_by_its_words(title: str) -> None:
    """And counts as guessed."""
    found = meaning(*title.split("/"))
    assert (found.key if found else "", found.official if found else False) == (RENAMED[title], False)


@pytest.mark.parametrize(
    ("written", "unit"),
    [
        ("示范局", Unit("示范局")),
        ("示范市示范局", Unit("示范局")),
        ("市公安局", Unit("公安局")),
        ("发展和改革局", Unit("发改局", guessed=True)),
        ("住房和城乡建设局", Unit("住建局", guessed=True)),
        ("示范市住房和城乡建设局", Unit("住建局", guessed=True)),
        ("环境保护局", None),
        ("张三", None),
        ("", None),
    ],
)
def test_departments_are_known_by_all_their_names(
    written: str, unit: Unit | None, declare: Callable[[str], Declared]
) -> None:
    """Short, full, or one that holds the short one's characters in their order."""
    workspace = declare("").checked.workspace
    assert workspace is not None
    assert Units(workspace.plan, workspace.departments).find(written) == unit
