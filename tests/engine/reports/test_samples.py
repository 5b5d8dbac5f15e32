"""Reports of the samples, from YAML on: they agree with 附件6, and their places lead to what they talk about."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from engine.annexes.annex6 import fill
from engine.diff.compare import Difference, compare
from engine.reports.difference import city_report, department_report, matter_report
from engine.reports.report import Item, Listing, Report
from engine.reports.totals import totals
from processes.checking import Checked, check_project
from processes.model.plan import Plan, Switches

SAMPLES = Path(__file__).parents[3] / "samples"

SWITCHES = [
    Switches(),
    Switches(totals_with_cancelled=False),
    Switches(counting="标准阶段"),
    Switches(counting="交接次数", materials="份数"),
    Switches(mixed_days="折算"),
]


@pytest.fixture(scope="module", params=["hailin", "edge"])
def checked(request: pytest.FixtureRequest) -> Checked:
    """A sample project, checked."""
    return check_project(SAMPLES / str(request.param))


@pytest.fixture(scope="module")
def plan(checked: Checked) -> Plan:
    """Its plan."""
    assert checked.workspace is not None
    return checked.workspace.plan


@pytest.fixture(scope="module")
def differences(checked: Checked, plan: Plan) -> list[Difference]:
    """The differences of all its matters."""
    return [compare(matter, plan.switches) for matter in checked.matters]


@pytest.mark.parametrize("switches", SWITCHES)
def test_the_sums_are_those_of_the_ledger(switches: Switches, checked: Checked, plan: Plan) -> None:
    """附件6 总计: matters, cancelled, devolved, the four reductions, optimised — department by department."""
    assert checked.workspace is not None
    for department in checked.workspace.departments:
        matters = checked.matters_of(department.name)
        form = fill(department, replace(plan, switches=switches), matters)
        assert form.total is not None
        printed = [form.total[number].value for number in (1, 4, 5, 9, 14, 19, 25, 26)]
        sums = totals([compare(matter, switches) for matter in matters], switches)
        reductions = [total.reduction for total in sums.four]
        assert printed == [sums.matters, sums.cancelled, sums.devolved, *reductions, sums.optimised]


def test_every_name_in_a_report_stands_where_its_place_says(differences: list[Difference]) -> None:
    """Of what one side has, the place leads to a line with its name; a place always leads to a line."""
    # Defaults stand in 单位.yaml and 方案.yaml; the two samples have no folder in common.
    texts = {
        path.relative_to(SAMPLES / root).as_posix(): path.read_text("utf-8").splitlines()
        for root in ("hailin", "edge")
        for path in (SAMPLES / root).rglob("*.yaml")
    }
    for difference in differences:
        for item in items(matter_report(difference)):
            for names, places in ((item.before, item.before_places), (item.after, item.after_places)):
                assert all(place.file in texts and 0 < place.line <= len(texts[place.file]) for place in places)
                if item.code.startswith(("step", "procedure", "material")):
                    for name, place in zip(names, places, strict=False):
                        assert name in texts[place.file][place.line - 1][place.column - 1 :], (name, place)


def test_a_city_with_all_its_matters_can_be_reported(plan: Plan, differences: list[Difference]) -> None:
    """Every matter once, under its department."""
    report = city_report(plan, differences, with_matters=True)
    titles = [matter.title for department in report.inner for matter in department.inner]
    assert sorted(titles) == sorted(difference.matter.name for difference in differences)


def test_the_reports_read_as_an_analyst_would_write_them() -> None:
    """Parallel review, a fee abolished, a matter made public, a matter devolved."""
    checked = check_project(SAMPLES / "hailin")
    said = {item.text for matter in checked.matters for item in items(matter_report(compare(matter, Switches())))}
    assert {
        (
            "「现场踏勘」「交警审核」「审核」→「并联审核」(沿自、名称):承办 市政设施管理股、公安局交警大队→行政审批股;"
            "时限合计 14工作日→6工作日;并联办理 城管审核、交警审核"
        ),
        (
            "「初审」「复审」「核定」→「审核」(沿自):承办 不动产登记中心、局领导→不动产登记中心;"
            "时限合计 15工作日→6工作日;并联办理 登记审核、交易审核、税务审核"
        ),
        "收费 工本费(每证4元)→不收费",
        "是否公开 否→是",
        "「受理」「审核」「制证发证」→「受理发证」(沿自):承办 综合股→社区(村);时限合计 10工作日→即时办结",
    } <= said


def test_a_department_of_the_sample_begins_with_its_line(checked: Checked, differences: list[Difference]) -> None:
    """The first line is all that a leader reads."""
    assert checked.workspace is not None
    for department in checked.workspace.departments:
        own = [one for one in differences if one.matter.department == department.name]
        report = department_report(department.name, own, Switches())
        assert report.summary.startswith(f"{department.name} {len(own)} 项:环节 ")
        assert "\n" not in report.summary


def items(report: Report) -> list[Item]:
    """All items of a report."""
    return [item for part in report.parts if isinstance(part, Listing) for item in part.items]
