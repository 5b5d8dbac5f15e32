"""Laws of the reports to leaders, tried on generated departments."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.annexes import annex6
from engine.documents.document import Bars, Document, Figures, Table
from engine.reports.overview import department_overview
from engine.reports.overview_city import city_overview
from processes.model.department import Department
from processes.model.matter import VersionLabel
from processes.model.places import Text
from processes.model.plan import Group, Plan, Switches
from processes.model.process import CheckedMatter, Process
from renderers.documents import docx, html_format, markdown
from renderers.forms.grid import printed

Version = tuple[list[str], str, str]
"""Rows of 环节, materials, limit."""
Build = Callable[[list[tuple[Version, Version | None]]], list[CheckedMatter]]

STEPS = st.lists(
    st.builds(
        "{} | 甲 | 1工作日 | {}".format, st.sampled_from(["受理", "审查", "决定"]), st.sampled_from(["甲", "甲、乙"])
    ),
    max_size=3,
    unique_by=lambda row: row.partition(" ")[0],
)
PAPERS = st.lists(st.sampled_from(["申请表", "照片", "章程"]), unique=True).map("、".join)
VERSIONS = st.tuples(STEPS, PAPERS, st.sampled_from(["无", "即时", "0.5工作日", "20工作日", "60自然日", "15自然日"]))
MATTERS = st.lists(st.tuples(VERSIONS, st.none() | VERSIONS), max_size=4)
SWITCHES = st.builds(
    Switches,
    one_third=st.sampled_from(["按部门", "按事项"]),
    annex3_steps=st.sampled_from(["环节", "程序", "两者"]),
    totals_with_cancelled=st.booleans(),
    mixed_days=st.sampled_from(["不折算", "折算"]),
)
NAMES = ("市场监管局", "环保局", "安监局")


@pytest.fixture(scope="session")
def build(a_matter: Callable[..., CheckedMatter], a_process: Callable[..., Process]) -> Build:
    """Checked matters from generated ones."""

    def process(version: Version, label: VersionLabel) -> Process:
        rows, papers, limit = version
        return a_process(*rows, materials=papers, limit=limit, label=label)

    return lambda matters: [
        a_matter(process(before, VersionLabel.BEFORE), after and process(after, VersionLabel.AFTER))
        for before, after in matters
    ]


def values(document: Document) -> dict[str, str]:
    """Label → headline number."""
    return {one.label: one.value for part in document.parts if isinstance(part, Figures) for one in part.figures}


def numbers(text: str) -> tuple[Fraction, Fraction]:
    """Before and after of ``6→4个``, or twice the same of ``4个``."""
    bare = text.removesuffix("个工作日").removesuffix("个自然日").rstrip("个件天")
    before, _, after = bare.partition("→")
    return Fraction(before), Fraction(after or before)


@given(data=st.tuples(MATTERS, SWITCHES))
def test_the_headline_numbers_are_the_totals_of_annex_6(
    data: tuple[list[tuple[Version, Version | None]], Switches],
    build: Build,
    a_plan: Callable[..., Plan],
    a_department: Callable[..., Department],
) -> None:
    """Whatever was declared and however the city counts; and every format can show it."""
    matters, plan, department = build(data[0]), a_plan(switches=data[1]), a_department("市场监管局")
    form = annex6.fill(department, plan, matters)
    assert form.total is not None
    total = [cell.value for cell in form.total]
    overview = department_overview(department, plan, matters)
    shown = values(overview)
    for label, column in (("环节", 7), ("程序", 12), ("材料", 17), ("时限", 23)):
        assert numbers(shown[label]) == (total[column], total[column + 1])
    for part in overview.parts:
        if isinstance(part, Bars):
            assert all(0 <= length <= 1 for bar in part.bars for length in bar.lengths)
    assert markdown.render(overview).startswith("# ")
    assert html_format.render(overview).startswith("<!DOCTYPE html>")


@given(data=st.tuples(MATTERS, MATTERS, SWITCHES))
def test_the_city_is_the_sum_of_those_who_have_filed(
    data: tuple[list[tuple[Version, Version | None]], list[tuple[Version, Version | None]], Switches],
    build: Build,
    a_plan: Callable[..., Plan],
    a_department: Callable[..., Department],
) -> None:
    """A department without matters is 未申报 and in no sum; the rows add up to 小计 and 合计."""
    groups = (
        Group(name="甲组", departments=tuple(map(Text, NAMES[:2]))),
        Group(name="乙组", departments=(Text(NAMES[2]),)),
    )
    plan = a_plan(switches=data[2], groups=groups)
    declared = [(a_department(name), build(own)) for name, own in zip(NAMES, data[:2], strict=False)]
    overview = city_overview(plan, declared)
    table = next(part for part in overview.parts if isinstance(part, Table) and part.columns[0].title == "部门")
    rows = {printed(row.cells[0]): [printed(cell) for cell in row.cells[1:]] for row in table.rows}
    filed = [department.name for department, own in declared if own]
    assert [name for name in NAMES if rows[name][0] == "未申报"] == [name for name in NAMES if name not in filed]
    whole = rows[f"海林市合计({len(filed)}/3)"]
    assert rows[f"甲组小计({len(filed)}/2)"] == whole
    assert set(rows["乙组小计(0/1)"][1:]) == {"——"}
    for column in (0, 1, 2, 3):
        assert filed == [] or sum(int(rows[name][column]) for name in filed) == int(whole[column])
    for column, label in ((4, "环节"), (5, "程序"), (6, "材料")):
        sides = [numbers(rows[name][column]) for name in filed]
        assert numbers(values(overview)[label]) == (sum(one[0] for one in sides), sum(one[1] for one in sides))


def test_a_report_of_nothing_can_be_written(a_plan: Callable[..., Plan]) -> None:
    """Nobody has filed: all are named, no chart has anything to compare."""
    overview = city_overview(a_plan(), [])
    assert values(overview)["已申报部门"] == "0/2个"
    assert docx.render(overview).startswith(b"PK")
