"""核对清单: every question that is law, with the answer recorded, or with boxes."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

import pytest

from engine.documents.document import Document, Heading, Table
from engine.reports.checklist import Checklist, checklist_document, checklist_of
from processes.model.findings import Severity
from processes.model.plan import Plan
from processes.rules.rule import Rule, Scope
from renderers.checklists import json_format, text
from renderers.documents import docx, html_format
from renderers.forms.grid import printed
from renderers.reports.style import Style
from tests.declaring import Declared

Declare = Callable[[str], Declared]


def rule(code: str, question: str = "是否做到?", **facts: object) -> Rule:
    """A rule that people judge."""
    given = {
        "name": f"{code}的名称",
        "severity": Severity.INFO,
        "scope": Scope.DEPARTMENT,
        "source": "工作方案 三(三)",
        "quote": "以“四零”为目标",
        "why": "",
        "mend": "",
    }
    return Rule(code=code, question=question, **(given | facts))  # type: ignore[arg-type] # fields of Rule


RULES = (
    rule("L40", quote="", source="《行政许可法》第四十条"),
    rule("R109"),
    rule("R420", ""),
    rule("R421"),
    rule("R615"),
    rule("R616"),
    rule("R901", valid_from=date(2020, 1, 1)),
)
ANSWERED = """==> 示范局/单位.yaml <==
核对:
  R421: 是,有承诺牌
  R615: 否(正在整改)
"""


@pytest.fixture
def lists(declare: Declare) -> tuple[Plan, list[Checklist]]:
    """Two departments, the first of which has answered two questions."""
    declared = declare(f"{ANSWERED}==> 住建局/单位.yaml <==\n名称: 住建局\n全称: 示范市住建局\n")
    workspace = declared.checked.workspace
    assert workspace is not None
    return workspace.plan, [checklist_of(one, workspace.plan, RULES) for one in workspace.departments]


def table(document: Document, number: int) -> list[list[str]]:
    """The rows of a table of the document."""
    tables = [part for part in document.parts if isinstance(part, Table)]
    return [[printed(cell) for cell in row.cells] for row in tables[number].rows]


def test_questions_stand_in_the_order_of_the_plan_laws_behind(lists: tuple[Plan, list[Checklist]]) -> None:
    """Rules without a question, and those of later laws, are left out."""
    first = next(one for one in lists[1] if one.department.name == "示范局")
    assert [item.rule.code for item in first.items] == ["R109", "R421", "R615", "R616", "L40"]
    assert first.counts == (1, 1, 3)
    answered = first.items[1]
    assert answered.answer is not None
    assert (answered.answer.yes, answered.answer.remark) == (True, "有承诺牌")
    assert [(place.file, place.line) for place in answered.sources] == [("示范局/单位.yaml", 2)]


def test_the_paper_of_one_department(lists: tuple[Plan, list[Checklist]]) -> None:
    """City, department and days above; a line across for each stage; boxes where nothing is recorded."""
    plan, every = lists
    document = checklist_document(plan, [one for one in every if one.department.name == "示范局"])
    assert document.name == "示范市示范局工作流程再造核对清单"
    assert table(document, 0) == [["示范市", "示范市示范局", "2018年1月31日前"]]
    cited = "“以‘四零’为目标”\n——工作方案 三(三)"
    assert table(document, 1) == [
        ["一、组织领导和范围"],
        ["1", "R109", "是否做到?", "□", "□", cited, ""],
        ["二、流程优化"],
        ["2", "R421", "是否做到?", "☑", "□", cited, "有承诺牌"],
        ["三、进驻市行政服务中心"],
        ["3", "R615", "是否做到?", "□", "☑", cited, "正在整改"],
        ["4", "R616", "是否做到?", "□", "□", cited, ""],
        ["四、依法行政"],
        ["5", "L40", "是否做到?", "□", "□", "《行政许可法》第四十条", ""],
    ]
    assert "没有答复" in html_format.render(document)
    assert docx.render(document).startswith(b"PK")


def test_the_paper_of_several_begins_with_all_of_them(lists: tuple[Plan, list[Checklist]]) -> None:
    """Each on pages of its own."""
    document = checklist_document(*lists)
    assert table(document, 1) == [
        ["1", "示范市示范局", "5", "1", "1", "3"],
        ["2", "示范市住建局", "5", "0", "0", "5"],
        ["", "合计", "10", "1", "1", "8"],
    ]
    pages = [part.text for part in document.parts if isinstance(part, Heading) and part.new_page]
    assert pages == ["二、示范市示范局", "三、示范市住建局"]


def test_text_for_a_terminal(lists: tuple[Plan, list[Checklist]]) -> None:
    """The answer in words; without colour no escape sequence, and no line wider than asked for."""
    plan, every = lists
    said = text.render(plan, every[:1])
    assert said.splitlines()[:8] == [
        "示范市 核对清单(阶段期限:优化作风流程阶段 2018-01-31)",
        "",
        "示范市示范局:核对事项5项,是1项、否1项,没有答复3项",
        "组织领导和范围",
        "[  ] R109  是否做到?",
        "           “以‘四零’为目标”——工作方案 三(三)",
        "流程优化",
        "[是] R421  是否做到?",
    ]
    assert "           情况:正在整改\n" in said
    assert "\x1b" not in said
    assert "\x1b" in text.render(plan, every, Style(width=60, colour=True))
    assert "           做到什么程度" in text.render(
        plan, [checklist_of(every[0].department, plan, [rule("R109", "是否" + "很" * 42 + "做到什么程度?")])]
    )


def test_json_for_a_program(lists: tuple[Plan, list[Checklist]]) -> None:
    """The answer is 是, 否 or null, with its place."""
    content = json.loads(json_format.render(*lists))
    assert content["阶段"] == [{"名称": "优化作风流程阶段", "期限": "2018-01-31"}]
    first, second = content["单位"]
    assert (first["名称"], first["核对事项"], first["是"], first["否"], first["没有答复"]) == ("示范局", 5, 1, 1, 3)
    assert [item["答复"] for item in first["事项"]] == [None, "是", "否", None, None]
    assert first["事项"][1]["来源"] == ["示范局/单位.yaml:2:9"]
    assert {item["答复"] for item in second["事项"]} == {None}
