"""Templates pass the check, are four fifths filled in, teach, and show a reform that keeps the plan's promise."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

import pytest

from processes.declaration.department_file import DEPARTMENT
from processes.declaration.drafts import (
    draft_department,
    draft_joint,
    draft_matter,
    draft_plan,
    real_part,
)
from processes.declaration.matter_keys import MATTER
from processes.declaration.plan_file import PLAN
from processes.declaration.project_file import PROJECT
from processes.declaration.templates import MARK, matter_templates
from processes.declaration.writing import format_text
from processes.model.department import Department, Office
from processes.model.vocabulary import OfficeChange, OfficeRole
from tests.declaring import DEPARTMENT_FILE, MATTER_FILE, PLAN_FILE, PROJECT_FILE, Declared

OFFICES = (
    Office(name="办公室"),
    Office(name="业务股", role=OfficeRole.SUPERVISION),
    Office(name="行政审批股", role=OfficeRole.APPROVAL, change=OfficeChange.CREATED),
)


def department(*offices: Office) -> Department:
    """The small project's department with these offices."""
    return Department(name="示范局", full_name="示范市示范局", folder="示范局", offices=offices)


def drafts() -> dict[str, str]:
    """Name of a template → its text, filled in."""
    matters = {name: draft_matter(name, "示范事项", department(*OFFICES)) for name in matter_templates()}
    others = {
        "联审联批": draft_joint("示范项目", ["发改局", "住建局"]),
        "单位": draft_department("示范局", "示范市"),
        "不审批的单位": draft_department("示范局", "示范市", approves=False),
        "方案": draft_plan(),
    }
    return matters | others


def test_there_is_one_for_each_kind_of_matter() -> None:
    """Those that were asked for."""
    assert set(matter_templates()) == {"行政许可", "行政处罚", "行政给付", "公共服务", "即办件", "内部事项"}


@pytest.mark.parametrize("template", matter_templates())
def test_a_matter_begun_with_it_has_nothing_to_mend_but_what_is_marked(template: str, declare: Callable[[str], Declared]) -> None:
    """With the department's template around it; what a reason was given for counts as mended, the marks are told."""
    text = draft_matter(template, "示范事项", department(*OFFICES))
    around = draft_department("示范局", "示范市")
    declared = declare(f"==> {DEPARTMENT_FILE} <==\n# 全文\n{around}==> {MATTER_FILE} <==\n# 全文\n{text}")
    assert {finding.code for finding in declared.findings if not finding.accepted} == {"D118"}
    assert declared.matter.name == "示范事项"


@pytest.mark.parametrize("template", matter_templates())
def test_a_matter_begun_with_it_keeps_the_promise_of_the_plan(
    template: str, declare: Callable[[str], Declared]
) -> None:
    """The limit is cut by a third at least, and so is the number of procedures (工作方案 二(三)1); one fewer step."""
    text = draft_matter(template, "示范事项", department(*OFFICES))
    declared = declare(f"# 全文\n{text}")
    before, after = declared.before, declared.after
    days = [Fraction(version.version.limit.days) for version in (before, after)]
    procedures = [sum(len(step.procedures) for step in version.counted_steps) for version in (before, after)]
    assert days[1] <= days[0] * Fraction(2, 3)
    assert procedures[1] * 7 <= procedures[0] * 5
    assert len(after.counted_steps) < len(before.counted_steps)


@pytest.mark.parametrize(("name", "text"), drafts().items())
def test_four_fifths_are_filled_in(name: str, text: str) -> None:
    """Of a matter's lines one in five is marked at most, of a department's one in four or three, of a plan's half."""
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    marked = [line for line in lines if f"  # {MARK}" in line]
    assert 0 < len(marked) <= len(lines) * {"方案": 0.5, "单位": 0.25, "不审批的单位": 0.34}.get(name, 0.2)
    assert "$" not in text


SHAPES = {"单位": DEPARTMENT, "不审批的单位": DEPARTMENT, "方案": PLAN, "联审联批": PROJECT}


@pytest.mark.parametrize(("name", "text"), drafts().items())
def test_they_are_written_as_zaizao_format_writes(name: str, text: str) -> None:
    """What is begun with one has nothing to be tidied."""
    assert format_text(text, SHAPES.get(name, MATTER)) == text


@pytest.mark.parametrize(("name", "text"), drafts().items())
def test_comments_teach(name: str, text: str) -> None:
    """The head says how it is written and what to do; what is not plain from the keys is said above them."""
    head, *comments = [line for line in text.splitlines() if line.lstrip().startswith("#")]
    assert any(MARK in line for line in (head, *comments)), name
    assert any("zaizao check" in line for line in comments)


def test_the_joint_template_and_the_plan_have_nothing_to_mend(declare: Callable[[str], Declared]) -> None:
    """Two departments are enough."""
    joint = draft_joint("示范项目", ["发改局", "住建局"])
    assert declare(f"==> {PROJECT_FILE} <==\n# 全文\n{joint}").codes == ["D118"]
    around = draft_department("水务局", "示范县")
    text = draft_matter("行政许可", "取水许可", department(*OFFICES))
    declared = declare(
        f"==> {PLAN_FILE} <==\n# 全文\n{draft_plan()}==> 水务局/单位.yaml <==\n# 全文\n{around}"
        f"==> {DEPARTMENT_FILE} <==\n# 删除\n==> {MATTER_FILE} <==\n# 删除\n==> 水务局/01-取水.yaml <==\n# 全文\n{text}"
    )
    assert set(declared.codes) == {"D118"}


@pytest.mark.parametrize(
    ("offices", "work", "approval"),
    [
        (OFFICES, "业务股", "行政审批股"),
        (OFFICES[:2], "业务股", "业务股"),
        (OFFICES[:1], "办公室", "办公室"),
        ((OFFICES[0], Office(name="信息股")), "信息股", "信息股"),
        ((OFFICES[2],), "行政审批股", "行政审批股"),
        (
            (OFFICES[1], Office(name="注册股", role=OfficeRole.APPROVAL, change=OfficeChange.ABOLISHED), OFFICES[2]),
            "业务股",
            "行政审批股",
        ),
    ],
)
def test_the_offices_of_the_department_hold_the_steps(offices: tuple[Office, ...], work: str, approval: str) -> None:
    """Supervision works before the reform, the approval office approves after it; whoever there is does."""
    text = draft_matter("即办件", "甲", department(*offices))
    assert re.findall("^  承办: (.+)$", text, re.MULTILINE) == [work, approval]


@pytest.mark.parametrize("name", ["甲:乙", "甲: 乙", "甲 #乙", "- 甲", "'甲'", '"甲', "*甲", "甲(乙)", "010", "[甲]", "%甲"])
def test_any_name_is_written_so_that_it_is_read(name: str, declare: Callable[[str], Declared]) -> None:
    """In quotes when it has to be."""
    declared = declare(f"# 全文\n{draft_matter('即办件', name, department(*OFFICES))}")
    assert declared.matter.name == name


def test_what_is_made_up_in_a_sample_is_not_passed_on() -> None:
    """Telephone numbers and addresses of nobody."""
    assert real_part("城市: 甲市\n监督电话: 1  # 虚构\n# 虚构:行末标明的\n报送: 乙\n") == "城市: 甲市\n监督电话: 12345  # ★\n报送: 乙\n"
