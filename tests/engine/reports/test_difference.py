"""Reports of a matter, a department and the city."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from engine.diff.changes.materials import MaterialRemoved
from engine.diff.changes.steps import StepKept, StepRemoved
from engine.diff.compare import Difference
from engine.reports.difference import city_report, department_report, matter_report
from engine.reports.report import Listing, Report, Sign, Table
from processes.model.limits import DayKind
from processes.model.matter import Material, Outcome
from processes.model.places import Place, Text
from processes.model.plan import Group, Plan, Stage, Switches
from processes.model.process import Step

Build = Callable[..., Difference]
MakeStep = Callable[..., Step]


@pytest.fixture
def plan() -> Plan:
    """A plan of three departments."""
    return Plan(
        name="方案",
        city="海林市",
        heading="海林市",
        recipient="市编办",
        groups=(Group(name="政府", departments=(Text("老龄办"), Text("市场监管局"), Text("国土局"))),),
        stages=(Stage(name="一", due=date(2017, 12, 31)),),
        final_levels=(Text("海林终审"),),
    )


def tables(report: Report) -> dict[str, Table]:
    """Title → table."""
    return {part.title: part for part in report.parts if isinstance(part, Table)}


def test_a_matter_begins_with_one_line_that_says_all(difference: Build) -> None:
    """The four quantities, and by how much the limit is shorter."""
    assert matter_report(difference()).summary == (
        "食品经营许可证核发(新办):环节 6→4 · 程序 9→6 · 材料 7→3 · 时限 20→13工作日(−35%)"
    )


@pytest.mark.parametrize(
    ("outcome", "facts", "begin"),
    [
        (Outcome.CANCELLED, {}, "取消;环节"),
        (Outcome.DEVOLVED, {"devolved_to": "社区(村)"}, "下放至社区(村);环节"),
        (Outcome.UNCHANGED, {}, "维持不变;环节"),
    ],
)
def test_the_line_says_first_what_becomes_of_the_matter(
    outcome: Outcome, facts: dict[str, str], begin: str, difference: Build
) -> None:
    """取消, 下放 and 不变."""
    assert matter_report(difference("甲", outcome=outcome, **facts)).summary.startswith(f"甲:{begin}")


def test_quantities_keep_their_places(difference: Build) -> None:
    """Every number of the table knows where it comes from; a computed one knows both sides."""
    (_, _, before, after, reduction, share) = tables(matter_report(difference()))["压减情况"].rows[0]
    assert (before.value, after.value, reduction.value) == (6, 4, 2)
    assert [str(place) for place in before.sources + after.sources] == [
        "市场监管局/01.yaml:21:1",
        "市场监管局/01.yaml:121:1",
    ]
    assert reduction.sources == share.sources == before.sources + after.sources


@pytest.mark.parametrize(
    ("limits", "row"),
    [
        (("10工作日", "即时"), ("工作日", 10, 0, 10)),
        (("即时", "即时"), ("——", 0, 0, 0)),
        (("无", "10自然日"), ("自然日", "无", 10, "——")),
        (("20自然日", "10工作日"), ("——", "20自然日", "10工作日", "——")),
    ],
)
def test_a_time_in_the_table_names_its_unit_once_or_on_both_sides(
    limits: tuple[str, str], row: tuple[object, ...], difference: Build
) -> None:
    """无 is no number, and what cannot be subtracted is ``——``."""
    cells = tables(matter_report(difference(limits=limits)))["压减情况"].rows[3]
    assert tuple(cell.value for cell in cells[1:5]) == row


@pytest.mark.parametrize(
    ("statutory", "limits", "note"),
    [
        ("20工作日", ("20工作日", "13工作日"), "法定时限20工作日,优化后13工作日,较法定时限压缩7工作日(35.0%)。"),
        ("20工作日", ("20工作日", "20工作日"), "法定时限20工作日,优化后20工作日,与法定时限相同。"),
        ("15工作日", ("20工作日", "18工作日"), "法定时限15工作日,优化后18工作日,超过法定时限3工作日。"),
        ("20工作日", ("20工作日", "即时"), "法定时限20工作日,优化后即时办结,较法定时限压缩20工作日(100.0%)。"),
        ("60自然日", ("20工作日", "13工作日"), None),
        ("无", ("20工作日", "13工作日"), None),
    ],
)
def test_the_promise_is_set_against_the_law_in_one_unit_only(
    statutory: str, limits: tuple[str, str], note: str | None, difference: Build
) -> None:
    """较法定时限压缩 is a figure of the report, not of 附件6."""
    notes = matter_report(difference(statutory=statutory, limits=limits)).notes
    assert [text for text in notes if text.startswith("法定时限")] == ([note] if note else [])


def test_a_converted_limit_says_so(difference: Build) -> None:
    """口径.混合日: 折算; the law is then compared in natural days too."""
    one = difference(limits=("20工作日", "10工作日"), statutory="30自然日")
    limit = one.time_limit
    before, after = (
        replace(side, value=value, kind=DayKind.NATURAL, is_converted=True)
        for side, value in ((limit.before, 28), (limit.after, 14))
    )
    converted = replace(limit, before=before, after=after)
    assert matter_report(replace(one, time_limit=converted)).notes[1:] == (
        "时限已按5个工作日折7个自然日折算,不足1日的按1日计。",
        "法定时限30自然日,优化后14自然日,较法定时限压缩16自然日(53.3%)。",
    )


def test_reasons_are_notes(difference: Build) -> None:
    """取消原因, 下放承接层级, 其他优化."""
    notes = matter_report(
        difference(cancel_reason="无上位法", devolved_to="镇(乡)", other_improvement="网上办理")
    ).notes
    assert notes == (
        "市场监管局,行政审批事项(行政许可)。",
        "取消原因:无上位法。",
        "下放承接层级:镇(乡)。",
        "其他优化:网上办理。",
    )


def test_changes_are_listed_by_what_they_are_about_and_what_was_kept_comes_last(
    difference: Build, step: MakeStep
) -> None:
    """Empty lists are left out."""
    sides: dict[str, Any] = {"before_places": (Place("a", 1, 1),), "after_places": (Place("a", 2, 1),)}
    kept = [StepKept(**sides, before=step(name), after=step(name), evidence=()) for name in ("受理", "送达")]
    changes = (
        kept[0],
        StepRemoved(**sides, step=step("复审")),
        kept[1],
        MaterialRemoved(**sides, material=Material(name="照片")),
    )
    report = matter_report(difference(changes=changes))
    listings = [part for part in report.parts if isinstance(part, Listing)]
    assert [listing.title for listing in listings] == ["环节变化", "材料变化", "关键路径变化"]
    assert [item.sign for item in listings[0].items] == [Sign.GONE, Sign.KEPT, Sign.KEPT]
    assert [(item.sign, item.text) for item in listings[0].lines] == [
        (Sign.GONE, "「复审」:承办 业务股;时限 1工作日"),
        (Sign.KEPT, "「受理」「送达」"),
    ]
    assert len(listings[0].lines[-1].before_places) == 2


def test_a_department_begins_with_its_sums(difference: Build) -> None:
    """The line of the brief: two matters with different kinds of day."""
    second = difference(
        "食品安全违法行为行政处罚",
        number="02",
        steps=(7, 7),
        procedures=(16, 14),
        materials=(0, 0),
        limits=("90自然日", "60自然日"),
    )
    report = department_report("市场监管局", [difference(), second], Switches())
    assert report.summary == (
        "市场监管局 2 项:环节 13→11(减2,15.4%)、程序 25→20(减5,20.0%)、材料 7→3(减4,57.1%)、"
        "时限 110→73(其中工作日 20→13、自然日 90→60;减37,33.6%)、优化 2 项、取消 0 项、下放 0 项"
    )
    assert report.notes == ("时限合计中既有工作日又有自然日,合计数为名义天数。",)
    assert [row[0].value for row in tables(report)["合计"].rows] == [
        *("环节", "程序", "材料", "时限", "其中工作日", "其中自然日", "交接次数")
    ]
    assert [[cell.value for cell in row] for row in tables(report)["事项对比"].rows] == [
        ["01", "食品经营许可证核发(新办)", "优化", "6→4", "9→6", "7→3", "20→13工作日"],
        ["02", "食品安全违法行为行政处罚", "优化", "7", "16→14", "0", "90→60自然日"],
    ]
    assert (report.inner_title, [inner.title for inner in report.inner]) == (
        "事项",
        ["食品经营许可证核发(新办)", "食品安全违法行为行政处罚"],
    )


def test_what_a_sum_leaves_out_or_contains_is_said(difference: Build) -> None:
    """Cancelled matters, matters without a former limit, matters whose units differ."""
    gone = difference(
        "丙", outcome=Outcome.CANCELLED, steps=(3, 0), procedures=(5, 0), materials=(4, 0), limits=("5工作日", "无")
    )
    matters = [
        difference("甲", limits=("无", "10工作日")),
        difference("乙", limits=("20自然日", "10工作日")),
        gone,
    ]
    assert department_report("局", matters, Switches()).notes == (
        "合计含取消事项 1 项,其中因取消减少环节3个、程序5个、材料4件、时限5工作日。",
        "原无时限的事项 1 项,不计压减:甲。",
        "优化前后时限单位不同的事项 1 项,不计压减:乙。",
        "时限合计中既有工作日又有自然日,合计数为名义天数。",
    )
    assert department_report("局", matters, Switches(totals_with_cancelled=False)).notes[0] == "合计不含取消事项 1 项。"


def test_a_reworked_matter_that_saves_nothing_is_called_adjusted(difference: Build) -> None:
    """是否公开 alone is no optimisation."""
    same = difference(steps=(4, 4), procedures=(6, 6), materials=(3, 3), limits=("20工作日", "20工作日"))
    assert tables(department_report("局", [same], Switches()))["事项对比"].rows[0][2].value == "调整"


def test_the_city_goes_by_the_order_of_the_plan_and_names_who_is_missing(plan: Plan, difference: Build) -> None:
    """A department that declared nothing is not a department with 0."""
    report = city_report(plan, [difference(), difference(department="老龄办", steps=(3, 1))])
    assert report.summary.startswith("海林市 2 个部门 2 项:环节 9→5(减4,44.4%)")
    assert report.notes == ("未列入的部门 1 个(没有可对比的事项):国土局。",)
    assert [[cell.value for cell in row][:6] for row in tables(report)["部门对比"].rows] == [
        ["老龄办", 1, 1, 0, 0, "3→1"],
        ["市场监管局", 1, 1, 0, 0, "6→4"],
    ]
    assert [inner.title for inner in report.inner] == ["老龄办工作流程优化对比", "市场监管局工作流程优化对比"]
    assert not any(inner.inner for inner in report.inner)
    assert all(inner.inner for inner in city_report(plan, [difference()], with_matters=True).inner)


def test_a_city_where_all_declared_has_nobody_missing(plan: Plan, difference: Build) -> None:
    """No note."""
    matters = [difference(department=name) for name in plan.departments]
    assert city_report(plan, matters).notes == ()
