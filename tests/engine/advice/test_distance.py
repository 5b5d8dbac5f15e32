"""The distance of a department: the numbers of 附件3, the bounds of the advice, and the report."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.advice.distance import Distance, distance_of
from engine.advice.report import city_distance_report, distance_report
from engine.annexes import annex3
from processes.checking import check_project
from processes.model.plan import Plan
from renderers.reports import json_format, terminal
from tests.declaring import write

SAMPLES = Path(__file__).parents[3] / "samples"

PLAN = Plan(name="方案", city="示范市", heading="示范市", recipient="市编办", groups=(), stages=(), final_levels=())

APPROVAL = """名称: {name}
优化前:
  时限: {before}工作日
  流程:
    - 受理 | 综合股 | 1工作日 | 形式审查
    - 审查 | 业务股 | {days}工作日 | 材料审核、现场核查(法定)
    - 公告 | 综合股 | 3工作日 | 发布公告
    - 决定 | 局领导 | 0.5工作日 | 局长签批
  材料: 申请书
优化后:
  时限: {after}工作日
  流程:
    - 受理 | 综合股 | 1工作日 | 形式审查
    - 审查 | 业务股 | 2工作日 | 材料审核、现场核查(法定)
    - 环节: 公告 | 综合股 | 3工作日 | 发布公告
      种类: 公示
    - 决定 | 局领导 | 0.5工作日 | 局长签批
  材料: 申请书
"""


@pytest.fixture
def distance(tmp_path: Path) -> Callable[[str], Distance]:
    """The distance of 示范局 with a text laid over the small project."""

    def make(text: str) -> Distance:
        checked = check_project(write(tmp_path, text))
        assert checked.workspace is not None
        assert len(checked.sound) == len(checked.workspace.matters), checked.findings
        own = checked.workspace.department("示范局")
        assert own is not None
        return distance_of(own, checked.workspace.plan, checked.matters_of("示范局"))

    return make


def two(plan: str = "") -> str:
    """Two approvals, 20→16 and 10→8 days."""
    first = APPROVAL.format(name="甲类许可", before=20, days=14, after=16)
    second = APPROVAL.format(name="乙类许可", before=10, days=5, after=8)
    laid = f"==> 方案.yaml <==\n{plan}" if plan else ""
    return f"{laid}==> 示范局/01-示范事项.yaml <==\n{first}==> 示范局/02-乙类许可.yaml <==\n{second}"


def test_the_least_is_what_the_advice_says(distance: Callable[[str], Distance]) -> None:
    """1 day each for 受理 and 审查, the whole 公告, half a day of 决定; one 环节; the 程序 that is 法定."""
    found = distance(two())
    assert [[float(left.least) for left in way.lefts] for way in found.ways] == [[5.5, 5.5], [1, 1], [1, 1]]


def test_days_are_taken_where_most_is_left(distance: Callable[[str], Distance]) -> None:
    """30→24 days, 20 may stay: 4 from the one that has 16."""
    days = distance(two()).ways[0]
    assert (days.sums.before, days.sums.after, days.cuts.each, days.cuts.missing) == (30, 24, (4, 0), 0)


def test_each_matter_gives_what_it_lacks_when_the_plan_says_so(distance: Callable[[str], Distance]) -> None:
    """20→16 lacks 3, 10→8 lacks 2."""
    days = distance(two("口径:\n  三分之一: 按事项\n")).ways[0]
    assert days.cuts.each == (3, 2)


def test_what_is_not_asked_of_does_not_count(distance: Callable[[str], Distance]) -> None:
    """重点项目 and other types."""
    found = distance("重点项目: 是\n")
    assert (found.matters, found.target.key_projects) == ((), 1)
    assert distance_report(found, PLAN).parts == ()


def test_what_is_gone_counts_nothing_and_gives_nothing(distance: Callable[[str], Distance]) -> None:
    """A cancelled matter."""
    found = distance("优化后:\n  取消: 上位法已废止\n")
    assert [(way.sums.after, way.cuts.total, way.lefts[0].room) for way in found.ways] == [(0, 0, 0)] * 3


def test_what_cannot_be_reached_is_said(distance: Callable[[str], Distance]) -> None:
    """Three 环节 of one day each: no day is to spare."""
    text = """优化前:
  时限: 3工作日
  流程:
    - 受理 | 综合股 | 1工作日 | 形式审查
    - 审查 | 业务股 | 1工作日 | 材料审核
    - 送达 | 综合股 | 1工作日 | 送达
  材料: 申请书
"""
    notes = distance_report(distance(text), PLAN).notes
    assert notes[0] == "时限最少再减1天;减到下限还差1天,要靠取消、下放事项,或合并环节、改为即时办结。"
    assert notes[1] == "环节最少再减1个:「示范事项」减1个(3→2)。"
    assert notes[-1].startswith("下限:")


@pytest.mark.parametrize("project", ["hailin", "edge"])
def test_the_sums_are_those_of_annex_3(project: str) -> None:
    """Of every sample department without 重点项目."""
    checked = check_project(SAMPLES / project)
    assert checked.workspace is not None
    plan = checked.workspace.plan
    for department in checked.workspace.departments:
        matters = checked.matters_of(department.name)
        form, found = annex3.fill(department, plan, matters), distance_of(department, plan, matters)
        assert (form is None) == (not found.matters)
        if form is not None:
            days, steps, _ = (way.sums for way in found.ways)
            cells = [[cell.value for cell in row] for row in form.rows[:2]]
            assert [(row[3], row[4]) for row in cells] == [(steps.before, days.before), (steps.after, days.after)]


def test_the_city_lists_who_is_concerned_who_is_not_and_who_is_missing() -> None:
    """In every format."""
    checked = check_project(SAMPLES / "edge")
    assert checked.workspace is not None
    plan = checked.workspace.plan
    distances = [distance_of(one, plan, checked.matters_of(one.name)) for one in checked.workspace.departments]
    report = city_distance_report(plan, distances, ["市委办"])
    content = json.loads(json_format.render(report))
    assert [row["部门"] for row in content["各部门"]] == ["水务局"]
    assert [one["标题"] for one in content["部门"]] == ["水务局距缩减三分之一的差距"]
    text = terminal.render(report)
    assert "没有行政审批事项列入考核的部门:商务局、公安局。" in text
    assert "没有可用申报:市委办。" in text
    assert city_distance_report(plan, [], []).parts == ()
