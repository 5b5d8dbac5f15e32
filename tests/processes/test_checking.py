"""Checking a project: all findings in order, the plan's severities, accepted findings, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from processes.checking import check_project
from processes.model.findings import Finding, Severity
from tests.declaring import MATTER_FILE, Declared, write

SAMPLES = Path(__file__).parents[2] / "samples"


def test_all_findings_at_once_in_order_of_place(declared: Declared) -> None:
    """==> 方案.yaml <==
    印发: 昨天
    ==> 示范局/单位.yaml <==
    编制: 很多
    领导职数: 不少
    ==> 示范局/01-示范事项.yaml <==
    终审: 国家终审
    年办件量: 约200
    备注: ~
    优化后:
      时限: 9天
    """
    assert list(declared.findings) == sorted(declared.findings, key=Finding.sort_key)
    assert [f"{finding.code} {str(finding.place).rpartition('/')[2]}" for finding in declared.findings] == [
        "D108 方案.yaml:1:5",
        "R309 01-示范事项.yaml:1:5",
        "D107 01-示范事项.yaml:2:7",
        "D103 01-示范事项.yaml:3:5",
        "D106 01-示范事项.yaml:5:7",
        "D107 单位.yaml:1:5",
        "D107 单位.yaml:2:7",
    ]


def test_rules_and_reading_find_together(declared: Declared) -> None:
    """终审: 国家终审
    年办件量: 约200
    """
    assert declared.codes == ["R309", "D107"]


@pytest.mark.parametrize(
    ("word", "severity"), [("错误", Severity.ERROR), ("警告", Severity.WARNING), ("提示", Severity.INFO)]
)
def test_the_plan_says_how_bad_a_finding_is(word: str, severity: Severity, declare: Callable[[str], Declared]) -> None:
    """规则: code and word."""
    text = f"==> 方案.yaml <==\n规则:\n  R309: {word}\n==> {MATTER_FILE} <==\n终审: 国家终审\n"
    assert declare(text).found("R309").severity is severity


def test_what_the_plan_ignores_is_not_reported(declare: Callable[[str], Declared]) -> None:
    """规则: 忽略."""
    assert declare(f"==> 方案.yaml <==\n规则:\n  R309: 忽略\n==> {MATTER_FILE} <==\n终审: 国家终审\n").codes == []


def test_a_word_that_is_no_severity_is_refused(declare: Callable[[str], Declared]) -> None:
    """Only 错误, 警告, 提示, 忽略."""
    assert declare("==> 方案.yaml <==\n规则:\n  R309: 关闭\n").position("D105") == "2:9"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("说明:\n  R309: 报省厅审批\n终审: 国家终审\n", "R309"),
        ("==> 示范局/单位.yaml <==\n说明:\n  R101: 刚成立\n名称: 新设局\n", "R101"),
        (
            "==> 联审联批/01-示范项目.yaml <==\n说明:\n  S123: 待定\n优化前:\n  - 备案 | 发改局\n",
            "S123",
        ),
    ],
)
def test_an_accepted_finding_carries_its_reason(text: str, code: str, declare: Callable[[str], Declared]) -> None:
    """说明 in the file in which the finding stands; its severity stays."""
    found = declare(text).found(code)
    assert found.accepted
    assert found.severity is Severity.ERROR


def test_a_reason_counts_for_its_own_file_only(declared: Declared) -> None:
    """==> 方案.yaml <==
    说明:
      R309: 全市都这样
    ==> 示范局/01-示范事项.yaml <==
    终审: 国家终审
    """
    assert declared.found("R309").accepted == ""


def test_a_matter_that_does_not_hold_together_has_no_process(declared: Declared) -> None:
    """==> 示范局/01-示范事项.yaml <==
    优化后:
      流程:
        - 受理 | 综合科 | 1工作日 | 形式审查
    ==> 示范局/02-另一事项.yaml <==
    名称: 另一事项
    """
    assert declared.codes == ["S102"]
    assert [matter.matter.name for matter in declared.checked.matters] == ["另一事项"]
    workspace = declared.checked.workspace
    assert workspace is not None
    assert [matter.name for matter in workspace.matters] == ["示范事项", "另一事项"]


def test_what_is_taken_over_is_found_once(declare: Callable[[str], Declared]) -> None:
    """优化后 has the same steps, limits and branches: one slip, one finding."""
    rows = "  材料: 无\n  流程:\n    - 环节: 受理 | 综合科 | 1自然日 | 审\n      去向:\n        不齐: 不存在\n    - 受理 | 综合股 | 1工作日 | 审\n"
    declared = declare(f"支线:\n  甲:\n    - 并联:\n        - 乙 | 综合股 | 1工作日 | 审\n        - 丙 | 综合股 | 1工作日 | 审\n优化前:\n  时限: 9工作日\n{rows}")
    places = [(finding.code, finding.place, finding.message) for finding in declared.findings]
    assert len(set(places)) == len(places)
    assert sorted({code for code, _, _ in places}) == ["S101", "S102", "S103", "S107", "S111"]
    assert len(places) == 5


def test_matters_come_in_the_order_of_the_plan_and_of_their_file_names(declared: Declared) -> None:
    """==> 示范局/02-乙.yaml <==
    名称: 乙
    ==> 示范局/10-丙.yaml <==
    名称: 丙
    ==> 住建局/单位.yaml <==
    名称: 住建局
    ==> 住建局/01-丁.yaml <==
    名称: 丁
    ==> 发改局/单位.yaml <==
    名称: 发改局
    ==> 发改局/01-戊.yaml <==
    名称: 戊
    """
    assert declared.findings == ()
    names = [checked.matter.name for checked in declared.checked.matters]
    assert names == ["示范事项", "乙", "丙", "戊", "丁"]
    assert [checked.matter.name for checked in declared.checked.matters_of("发改局")] == ["戊"]
    assert declared.checked.matters_of("税务局") == ()


def test_a_department_outside_the_plan_comes_last(declared: Declared) -> None:
    """==> 阿镇/单位.yaml <==
    名称: 阿镇
    范围外: 是
    ==> 阿镇/01-甲.yaml <==
    名称: 甲
    """
    assert declared.findings == ()
    assert [checked.matter.department for checked in declared.checked.matters] == ["示范局", "阿镇"]


def test_only_some_matters_are_read(tmp_path: Path) -> None:
    """Chosen by their path; ``advance`` is called for each."""
    root = write(tmp_path, "==> 示范局/02-乙.yaml <==\n名称: 乙\n")
    steps: list[int] = []
    checked = check_project(root, lambda file: file.startswith("示范局/02"), lambda: steps.append(1))
    assert [matter.matter.name for matter in checked.matters] == ["乙"]
    assert steps == [1]
    assert MATTER_FILE not in checked.texts


def test_nothing_is_left_of_a_project_without_a_plan(declare: Callable[[str], Declared]) -> None:
    """No workspace, no matters; what is wrong with the plan is told."""
    for text, code in (("# 删除", "F101"), ("# 不要: 城市", "D102"), ("# 全文\n[", "Y207"), ("部门: {}", "D103")):
        declared = declare(f"==> 方案.yaml <==\n{text}\n")
        assert declared.checked.workspace is None
        assert declared.checked.matters == ()
        assert declared.codes == [code]


@pytest.mark.parametrize("sample", ["hailin", "edge"])
def test_checking_twice_gives_the_same(sample: str) -> None:
    """Values are equal, places too."""
    one, other = check_project(SAMPLES / sample), check_project(SAMPLES / sample)
    assert one.findings == other.findings
    assert one.sound == other.sound
    assert [matter.places for matter in one.sound] == [matter.places for matter in other.sound]


def test_the_samples_have_no_open_findings() -> None:
    """What is accepted has its reason written."""
    for sample in ("hailin", "edge"):
        findings = check_project(SAMPLES / sample).findings
        assert [finding for finding in findings if not finding.accepted and finding.severity > Severity.INFO] == []
