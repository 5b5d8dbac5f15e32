"""Reports to leaders: the numbers of 附件6, every department of the plan, no secret name."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from engine.annexes import annex6
from engine.diff.compare import compare
from engine.documents.document import Bars, Document, Figures, Paragraph, Table
from engine.reports.difference import city_report, department_report
from engine.reports.overview import department_overview, share_bars
from engine.reports.overview_city import city_overview
from engine.reports.report import Table as ReportTable
from processes.checking import check_project
from processes.model.limits import number_text
from renderers.documents import markdown
from renderers.forms.grid import printed
from tests import papers
from tests.declaring import Declared

SAMPLES = Path(__file__).parents[3] / "samples"
Declare = Callable[[str], Declared]


def table(document: Document, first: str) -> list[list[str]]:
    """The rows of the table whose first heading is this."""
    found = next(part for part in document.parts if isinstance(part, Table) and part.columns[0].title == first)
    return [[printed(cell) for cell in row.cells] for row in found.rows]


def figures(document: Document) -> dict[str, str]:
    """Label → value of the headline numbers."""
    return {one.label: one.value for part in document.parts if isinstance(part, Figures) for one in part.figures}


def text(document: Document) -> str:
    """All paragraphs."""
    return "\n".join(part.text for part in document.parts if isinstance(part, Paragraph))


def sides(before: object, after: object, unit: str) -> str:
    """As a headline number."""
    return f"{before}{unit}" if before == after else f"{before}→{after}{unit}"


@pytest.mark.parametrize("project", ["hailin", "edge"])
def test_the_numbers_are_those_of_annex_6_and_of_the_difference_report(project: str) -> None:
    """Of every sample department and of the city: before and after of the four sums, 优化, 取消, 下放."""
    checked = check_project(SAMPLES / project)
    assert checked.workspace is not None
    plan = checked.workspace.plan
    declared = [(one, checked.matters_of(one.name)) for one in checked.workspace.departments]
    differences = [compare(one, plan.switches) for _, matters in declared for one in matters]
    cases = [(city_overview(plan, declared), annex6.fill_city(plan, declared), city_report(plan, differences))]
    for one, matters in declared:
        own = [difference for difference in differences if difference.matter.department == one.name]
        report = department_report(one.name, own, plan.switches)
        cases.append((department_overview(one, plan, matters), annex6.fill(one, plan, matters), report))
    for overview, form, report in cases:
        assert form.total is not None
        total = [printed(cell) for cell in form.total]
        shown = figures(overview)
        for label, column, unit in (("环节", 7, "个"), ("程序", 12, "个"), ("材料", 17, "件")):
            assert shown[label] == sides(total[column], total[column + 1], unit)
        assert shown["时限"].startswith(sides(total[23], total[24], ""))
        assert f"优化{total[26]}项" in text(overview)
        sums = next(part for part in report.parts if isinstance(part, ReportTable) and part.title == "合计")
        for row in sums.rows[:4]:
            before, after = (
                cell.value if isinstance(cell.value, str) else number_text(cell.value) for cell in row[2:4]
            )
            assert shown[str(row[0].value)].startswith(sides(before, after, ""))


def test_every_department_of_the_plan_is_listed_and_none_that_is_missing_is_0(declare: Declare) -> None:
    """In the plan's order, with 小计 and 合计 of those that have filed."""
    declared = declare(papers.CITY)
    overview = city_overview(papers.plan_of(declared), papers.pairs(declared), {"公安局": 2})
    rows = table(overview, "部门")
    assert [row[:2] for row in rows] == [
        ["示范局", "4"],
        ["发改局", "未申报"],
        ["政务服务中心", "未申报"],
        ["综合部门小计(1/3)", "4"],
        ["住建局", "1"],
        ["公安局", "申报不完整"],
        ["管理部门小计(1/2)", "1"],
        ["示范市合计(2/5)", "5"],
    ]
    for row in rows:
        assert (row[2:] == ["——"] * 8) == (row[1] in ("未申报", "申报不完整"))
    assert rows[-1][5:] == ["19→14", "19→15", "11→7", "55→39工作日", "0/2"]
    assert "未申报的部门2个:发改局、政务服务中心。" in text(overview)
    assert "另有2个事项的申报不完整,没有计入。" in text(overview)
    assert figures(overview)["已申报部门"] == "2/5个"


def test_a_group_in_which_nobody_has_filed_has_no_numbers(declare: Declare) -> None:
    """Nor a bar in the chart of groups, which then is not drawn."""
    declared = declare(f"{papers.CITY}==> 住建局/单位.yaml <==\n# 删除\n==> 住建局/01-施工许可.yaml <==\n# 删除\n")
    overview = city_overview(papers.plan_of(declared), papers.pairs(declared))
    rows = table(overview, "部门")
    assert rows[-2] == ["管理部门小计(0/2)", "未申报", *["——"] * 8]
    assert [part.title for part in overview.parts if isinstance(part, Bars)] == ["优化前后对比(各项按自身比例)"]


def test_a_department_that_is_not_in_the_plan_stands_in_a_group_of_its_own(declare: Declare) -> None:
    """R101 tells of it; its numbers are declared, so they are shown."""
    declared = declare("==> 新设局/单位.yaml <==\n名称: 新设局\n全称: 新设局\n==> 新设局/01-甲.yaml <==\n名称: 甲\n")
    overview = city_overview(papers.plan_of(declared), papers.pairs(declared))
    assert [row[:2] for row in table(overview, "部门")][-3:] == [
        ["新设局", "1"],
        ["其他单位小计(1/1)", "1"],
        ["示范市合计(2/6)", "2"],
    ]


def test_departments_are_ranked_by_the_mean_of_their_four_shares(declare: Declare) -> None:
    """示范局: 5/15, 4/15, 4/9 and 16/45 are 35.0% on the average."""
    declared = declare(papers.CITY)
    overview = city_overview(papers.plan_of(declared), papers.pairs(declared))
    assert table(overview, "名次") == [
        ["1", "示范局", "33.3%", "26.7%", "44.4%", "35.6%", "35.0%"],
        ["2", "住建局", "0.0%", "0.0%", "0.0%", "0.0%", "0.0%"],
    ]


def test_what_is_outside_of_the_plan_is_no_part_of_the_city(declare: Declare) -> None:
    """A 镇 reforms by itself."""
    declared = declare(f"{papers.CITY}==> 住建局/单位.yaml <==\n名称: 住建局\n全称: 某镇\n范围外: 是\n")
    overview = city_overview(papers.plan_of(declared), papers.pairs(declared))
    assert figures(overview)["已申报部门"] == "1/5个"


def test_a_department_is_told_what_is_left(declare: Declare) -> None:
    """What falls short and by how much, what is not evaluated, what is not optimised."""
    declared = declare(papers.CITY)
    department, matters = papers.first(declared)
    overview = department_overview(department, papers.plan_of(declared), matters, left_out=1)
    said = text(overview)
    assert "未达到缩减三分之一目标:时限25→20天(压减20.0%,还差4天)、环节7→6个(压减14.3%,还差2个)。" in said
    assert "尚未评估存在问题的事项1项:示范事项。" in said
    assert "没有优化的事项1项:示范事项。" in said
    assert "另有1个事项的申报不完整,没有计入。" in said
    assert table(overview, "逐项看未达到三分之一的审批事项")[0][0] == "示范事项"
    assert table(overview, "序号")[-1][3:] == ["15→10", "15→11", "9→5", "45→29工作日"]


def test_growth_is_told(declare: Declare) -> None:
    """More of anything than before, whatever else became less (R708)."""
    declared = declare("问题: 无\n优化后:\n  时限: 5工作日\n  材料: 甲、乙、丙\n")
    overview = department_overview(*(papers.first(declared)[0], papers.plan_of(declared), papers.first(declared)[1]))
    assert "有指标不减反增的事项1项:示范事项。" in text(overview)


def test_no_secret_matter_is_named(declare: Declare) -> None:
    """Its numbers are there, its name is not: neither in a table nor in a chart nor in a note."""
    unlimited = "优化前:\n  时限: 无\n  流程: 检查 | 综合股 | 无 | 检查\n  材料: 无\n优化后:\n  时限: 9工作日"
    declared = declare(papers.CITY.replace("优化后:\n  时限: 9工作日", unlimited))
    plan = papers.plan_of(declared)
    department, matters = papers.first(declared)
    for overview in (department_overview(department, plan, matters), city_overview(plan, papers.pairs(declared))):
        assert papers.SECRET not in markdown.render(overview)
    assert "原无时限的事项1项,不计压减:(涉密事项)。" in text(department_overview(department, plan, matters))


def test_of_many_bars_those_at_both_ends_are_drawn() -> None:
    """Sixty bars nobody reads; the longest is as long as can be, growth has no length but its number."""
    rows = [(f"第{number}局", Fraction(60 - number, 80)) for number in range(62)]
    chart = share_bars("排名", rows, Fraction(1, 3))
    assert chart.title == "排名,前10名和后10名"
    assert [bar.label for bar in chart.bars] == [f"第{number}局" for number in (*range(10), *range(52, 62))]
    assert (chart.bars[0].lengths, chart.mark) == ((Fraction(1),), Fraction(4, 9))
    assert (chart.bars[-1].lengths, chart.bars[-1].texts) == ((Fraction(0),), ("-1.3%",))
