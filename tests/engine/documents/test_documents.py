"""Every kind of document: found by walking, naming no secret matter, telling nothing that was not declared."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from commands.document import KINDS
from engine.documents import city_kinds, department_kinds, kinds
from engine.documents.document import Document, Table
from engine.reports.standing import standing_of
from processes.checking import check_project
from renderers.documents import docx, html_format, markdown
from renderers.forms.grid import printed
from tests import papers
from tests.declaring import Declared

SAMPLES = Path(__file__).parents[3] / "samples"
Declare = Callable[[str], Declared]


def rows(document: Document) -> list[list[str]]:
    """The rows of all tables."""
    return [
        [printed(cell) for cell in row.cells] for part in document.parts if isinstance(part, Table) for row in part.rows
    ]


def test_the_kinds_are_those_of_the_command() -> None:
    """The help of the command names each, and all have a purpose."""
    assert set(kinds()) == set(KINDS)
    assert set(city_kinds()) == {"事项目录", "进驻清单"}
    assert set(department_kinds()) == set(KINDS)
    assert all(kind.PURPOSE for kind in kinds().values())


@pytest.mark.parametrize("kind", department_kinds())
def test_a_department_names_no_secret_matter(kind: str, declare: Declare) -> None:
    """Neither its name nor its problem nor its measure, in no format."""
    declared = declare(papers.CITY)
    department, matters = papers.first(declared)
    document = department_kinds()[kind].write(department, papers.plan_of(declared), matters)
    assert document is not None
    assert papers.SECRET not in markdown.render(document)
    assert papers.SECRET not in html_format.render(document)
    assert papers.SECRET not in repr(document)


@pytest.mark.parametrize("kind", city_kinds())
def test_the_city_names_no_secret_matter(kind: str, declare: Declare) -> None:
    """As above."""
    declared = declare(papers.CITY)
    document = city_kinds()[kind].write_city(papers.plan_of(declared), papers.pairs(declared))
    assert papers.SECRET not in repr(document)


@pytest.mark.parametrize("project", ["hailin", "edge"])
def test_the_samples_can_be_written(project: str) -> None:
    """Whatever is declared there; secret names stay out, and the widths of every table fit its rows."""
    checked = check_project(SAMPLES / project)
    assert checked.workspace is not None
    plan = checked.workspace.plan
    declared = [(one, checked.matters_of(one.name)) for one in checked.workspace.departments]
    secret = [one.name for one in checked.workspace.matters if one.secret]
    documents = [kind.write_city(plan, declared) for kind in city_kinds().values()]
    documents += [
        document
        for department, matters in declared
        for kind in department_kinds().values()
        if (document := kind.write(department, plan, matters))
    ]
    assert documents
    for document in documents:
        assert [name for name in secret if name in repr(document)] == []
        assert docx.render(document).startswith(b"PK")


def test_nobody_without_approvals_enters_the_hall(declare: Declare) -> None:
    """不涉及; nor is an approval office formed. A catalogue needs something public, a questionnaire something open."""
    declared = declare("类型: 其他事项\n种类: 无\n涉密: 秘密级,依据《某规定》\n公开: 否\n")
    department, matters = papers.first(declared)
    plan = papers.plan_of(declared)
    written = {name: kind.write(department, plan, matters) for name, kind in department_kinds().items()}
    assert [name for name, document in written.items() if document] == ["工作总结"]


def test_the_summary_has_the_numbers_of_the_department(declare: Declare) -> None:
    """Secret matters are counted like the others, for the numbers are those of 附件6."""
    declared = declare(papers.CITY)
    department, matters = papers.first(declared)
    plan = papers.plan_of(declared)
    document = department_kinds()["工作总结"].write(department, plan, matters)
    assert document is not None
    sums = standing_of(department, plan, matters).sums
    assert sums.matters == 4
    said = markdown.render(document)
    assert "共梳理工作事项4项，优化3项，其中取消1项。按类型分，行政审批事项2项、其他行政权力事项2项。" in said
    assert "办理环节由15个减少到10个，减少5个，压减33.3%，涉及事项2项。" in said
    assert "办理时限累计由45个工作日压缩到29个工作日，压缩16个工作日，压减35.6%，涉及事项3项。" in said
    assert "其中“甲类许可”由15工作日减到10工作日，压减33.3%，幅度最大。" in said
    assert rows(document) == [["1", "甲类许可", "环节多", "合并审查和决定"]]


def test_what_is_not_declared_is_a_visible_blank(declare: Declare) -> None:
    """Document numbers, dates, people: 住建局 has said nothing of them."""
    declared = declare(papers.CITY)
    department, matters = papers.pairs(declared)[-1]
    plan = papers.plan_of(declared)
    written = {name: kind.write(department, plan, matters) for name, kind in department_kinds().items()}
    said = {name: markdown.render(document) for name, document in written.items() if document}
    assert "〔 〕号" in said["工作总结"]
    assert "邀请服务对象〔 〕人、第三方专家〔 〕人参与评估，评估分析工作流程事项〔 〕项。" in said["工作总结"]
    assert "两集中三到位" not in said["工作总结"].partition("## 四")[2].partition("\n")[0]
    assert "组建方式：〔 〕(已建立、撤一建一、加挂牌子)。" in said["调整意见"]
    assert "| 人员编制 | 〔 〕 | 〔 〕 | 〔 〕 |" in said["调整意见"]
    assert "不增加" not in said["调整意见"]
    assert "窗口：〔 〕。授权文件：〔 〕。审批专用章：〔 〕。" in said["进驻清单"]
    assert "〔 〕年〔 〕月〔 〕日" in said["进驻清单"]
    assert "| 〔 〕 | 〔 〕 |" in said["事项目录"], "办理地点 and 咨询电话"


def test_offices_before_and_after(declare: Declare) -> None:
    """And the three numbers that must not grow."""
    declared = declare(papers.CITY)
    department, matters = papers.first(declared)
    document = department_kinds()["调整意见"].write(department, papers.plan_of(declared), matters)
    assert document is not None
    assert document.subtitle == "示发〔2017〕9号"
    assert rows(document) == [
        ["1", "综合股", "综合股", "综合", "保留", "内设机构", "〔　〕"],
        ["2", "业务股", "业务股", "监管", "保留", "内设机构", "〔　〕"],
        ["3", "许可股", "——", "审批", "撤销", "内设机构", "4"],
        ["4", "——", "行政审批股", "审批", "新设", "内设机构", "4"],
        ["人员编制", "20", "20", "0"],
        ["内设机构", "3", "3", "0"],
        ["领导职数", "4", "3", "-1"],
        ["1", "甲类许可", "综合股、业务股", "行政审批股"],
        ["2", "示范事项", "综合股、业务股", "综合股、业务股"],
    ]


def test_growth_of_the_three_numbers_asks_for_a_reason(declare: Declare) -> None:
    """三不增."""
    text = papers.CITY.replace("编制: 20", "编制:\n  改革前: 20\n  改革后: 21")
    declared = declare(text)
    department, matters = papers.first(declared)
    document = department_kinds()["调整意见"].write(department, papers.plan_of(declared), matters)
    assert document is not None
    assert "人员编制有增加，与“三不增”的要求不符，请说明：〔 〕。" in markdown.render(document)


def test_the_hall_has_the_name_that_the_plan_gives_it(declare: Declare) -> None:
    """政务服务中心 here, 行政服务中心 elsewhere; the staff has a line each; who stays outside has a reason."""
    text = papers.CITY.replace("咨询电话: 12345", "未进驻原因: 专网办理")
    declared = declare(text)
    department, matters = papers.first(declared)
    plan = papers.plan_of(declared)
    document = department_kinds()["进驻清单"].write(department, plan, matters)
    assert document is not None
    assert document.name == "示范市示范局进驻示范市政务服务中心清单"
    assert rows(document) == [
        ["1", "示范事项", "10个工作日", "〔　〕"],
        ["1", "甲类许可", "专网办理"],
        ["1", "", "", "", ""],
        ["2", "", "", "", ""],
    ]
    city = city_kinds()["进驻清单"].write_city(plan, papers.pairs(declared))
    assert rows(city)[:3] == [
        ["1", "示范局", "1", "1", "一号窗口", "2名", "示发〔2017〕1号", "已启用"],
        ["2", "住建局", "1", "0", *["〔　　〕"] * 4],
        ["", "合计", "2", "1", "", "", "", ""],
    ]


def test_a_secret_approval_is_left_to_another_way(declare: Declare) -> None:
    """It is said that there is one, for the lists go to those who check that none is missing."""
    declared = declare(f"{papers.CITY}==> 示范局/01-示范事项.yaml <==\n涉密: 秘密级,依据《某规定》\n公开: 否\n")
    department, matters = papers.first(declared)
    plan = papers.plan_of(declared)
    for kind, said in (
        ("进驻清单", "涉密事项不列入本清单，另行报送。"),
        ("调整意见", "涉密事项不列入本表，另行报送。"),
    ):
        document = department_kinds()[kind].write(department, plan, matters)
        assert document is not None
        assert said in markdown.render(document)
        assert "示范事项" not in markdown.render(document)


def test_the_catalogue_is_what_is_public_after_the_reform(declare: Declare) -> None:
    """Not what is cancelled, secret or not public, and not a word about it; what is devolved with its level."""
    extra = "==> 示范局/04-丁类.yaml <==\n名称: 丁类\n收费: 工本费 | 每证4元\n优化后:\n  下放: 镇(乡)\n"
    hidden = "==> 示范局/05-戊类.yaml <==\n名称: 戊类\n公开: 否\n"
    declared = declare(papers.CITY + extra + hidden)
    department, matters = papers.first(declared)
    document = department_kinds()["事项目录"].write(department, papers.plan_of(declared), matters)
    assert document is not None
    assert document.wide
    assert rows(document) == [
        [
            "1",
            "甲类许可",
            "行政审批事项(行政许可)",
            "行政审批股",
            "20个工作日",
            "10个工作日",
            "不收费",
            "政务大厅一楼",
            "12345",
        ],
        [
            "2",
            "示范事项",
            "行政审批事项(行政许可)",
            "综合股、业务股",
            "20个工作日",
            "10个工作日",
            "不收费",
            "〔　〕",
            "〔　〕",
        ],
        [
            "3",
            "丁类",
            "行政审批事项(行政许可)",
            "镇(乡)",
            "20个工作日",
            "10个工作日",
            "工本费:每证4元",
            "〔　〕(下放至镇(乡))",
            "〔　〕",
        ],
    ]
    assert "涉密" not in markdown.render(document)


def test_the_catalogue_of_the_city_marks_who_is_missing(declare: Declare) -> None:
    """As a line to be mended before it is made public."""
    declared = declare(papers.CITY)
    document = city_kinds()["事项目录"].write_city(papers.plan_of(declared), papers.pairs(declared))
    assert "〔公布前补齐或删去本行：发改局、政务服务中心、公安局尚未申报〕" in markdown.render(document)


def test_the_questionnaire_asks_about_the_present_process(declare: Declare) -> None:
    """A box for each problem of the table of answers, and one for none."""
    declared = declare(papers.CITY)
    department, matters = papers.first(declared)
    document = department_kinds()["问卷"].write(department, papers.plan_of(declared), matters)
    assert document is not None
    asked = rows(document)[:3]
    assert asked[0] == ["1", "甲类许可", "环节3个、程序3个、材料3件,时限15个工作日", *["□"] * 7]
    assert [row[1] for row in asked] == ["甲类许可", "示范事项", "乙类备案"]


def test_other_improvements_are_told_matter_by_matter(declare: Declare) -> None:
    """其他优化, under a heading of its own; without any there is none."""
    for text, said in (("其他优化: 可以网上办理。\n", True), ("", False)):
        declared = declare(text)
        department, matters = papers.first(declared)
        document = department_kinds()["工作总结"].write(department, papers.plan_of(declared), matters)
        assert document is not None
        assert ("### (六)其他优化\n\n“示范事项”：可以网上办理。\n" in markdown.render(document)) == said


def test_without_matters_there_is_nothing_to_write(declare: Declare) -> None:
    """Of no kind."""
    declared = declare("")
    department, _ = papers.first(declared)
    assert [kind.write(department, papers.plan_of(declared), ()) for kind in department_kinds().values()] == [None] * 5
