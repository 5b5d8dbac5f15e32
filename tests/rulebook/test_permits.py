"""Where the rules of 行政许可法 draw the line, beyond their examples and what is planted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from engine.examining import examine
from processes.checking import check_project
from tests.declaring import MATTER_FILE, PLAN_FILE, Declared, write
from tests.rulebook.exemplary import EXEMPLARY

MIXED = f"==> {PLAN_FILE} <==\n口径:\n  混合日: 折算\n==> {MATTER_FILE} <==\n"
AFTER = """优化后:
  承办: 行政审批股
  时限: {limit}
  流程:
    - 环节: 预审 | {prior} | 网上预审{exits}
      沿自: 无
    - 环节: 受理 | 1工作日 | 形式审查、一次告知{exits}
    - 环节: 审查 | 2工作日 | 材料审核
      沿自: 材料审查、现场核查
    - 环节: 决定 | 1工作日 | 审批决定
      沿自: 审批
    - 制证送达 | 2工作日 | 制证、盖章、送达
  材料: 申请书、经营场所平面图
"""
TO_CORRECTION = "\n      去向:\n        材料不齐: 一次告知补正"


def found(declared: Declared, code: str) -> list[tuple[str, str]]:
    """Severity and message of the findings of a rule."""
    return [(one.severity.chinese, one.message) for one in declared.findings if one.code == code]


@pytest.mark.parametrize(
    ("code", "text", "severity", "words"),
    [
        ("L12-17", "依据:\n  地方政府规章: 《黑龙江省示范规定》第三条\n", "警告", "不超过一年的临时许可"),
        ("L42-1", "法定时限: 30工作日(《示范管理办法》第三条)\n", "提示", "看不出是法律、法规"),
        ("L42-1", f"{MIXED}法定时限: 31自然日\n", "警告", "31自然日 超过"),
        ("L42-1", "并联部门: 公安局\n法定时限: 46工作日\n", "警告", "的45个工作日"),
        ("L42s", "法定时限: 20工作日(《建筑法》第八条)\n", "提示", "写的是“15日”,请核对"),
        (
            "L42s",
            "并联部门: 公安局\n法定时限: 30工作日(《行政许可法》第四十二条)\n",
            "警告",
            "“20日或45日”(45日限于几个部门",
        ),
        ("L58-59", "收费: 工本费 | 每证4元 | 《示范收费办法》第三条\n", "提示", "看不出是法律、行政法规"),
        ("L58-59", "收费: 工本费 | 每证4元 | 《黑龙江省收费办法》第三条\n", "错误", "是地方性法规或者规章"),
        (
            "L32-4",
            AFTER.format(limit="7工作日", prior="1工作日", exits=TO_CORRECTION),
            "警告",
            "「受理」第二次转到",
        ),
    ],
)
def test_what_is_wrong_is_said_as_gravely_as_it_is(
    code: str, text: str, severity: str, words: str, examined: Callable[[str], Declared]
) -> None:
    """One finding, of that severity."""
    ((said, message),) = found(examined(text), code)
    assert said == severity
    assert words in message


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("L42-1", f"{MIXED}法定时限: 30自然日\n"),
        ("L42-1", "法定时限: 即时\n"),
        ("L42s", "并联部门: 公安局\n法定时限: 45工作日(《行政许可法》第四十二条)\n"),
        ("L42s", "法定时限: 无\n"),
        ("L58-59", "收费: 工本费 | 每证4元 | 省物价局核定\n"),
        ("L45", AFTER.format(limit="6工作日", prior="不计时限(《示范管理办法》第三条)", exits="")),
        ("L32-4", "支线:\n  一次告知补正:\n    - 告知补正 | 行政审批股 | 无 | 出具补正告知书\n"),
        ("L39", "出具: 受理通知书、示范经营许可证\n"),
        ("L30", "公开: 否\n涉密: 秘密(示范规定第三条)\n公开方式: 内部文件\n"),
    ],
)
def test_what_cannot_be_told_is_not_said(code: str, text: str, examined: Callable[[str], Declared]) -> None:
    """Nothing where the declaration is right, or does not tell."""
    assert found(examined(text), code) == []


def test_of_what_a_matter_no_longer_is_nothing_is_said(examined: Callable[[str], Declared]) -> None:
    """The process of the receiving level is not known; what permits rest on still counts."""
    text = "依据: 无\n支线:\n  不予受理: 无\n优化后:\n  下放: 镇(乡)\n"
    assert {code for code in examined(text).codes if code.startswith("L")} == {"L12-17"}


@pytest.mark.parametrize(("day", "words"), [(date(2018, 3, 31), []), (date(2020, 1, 1), ["写的是“7日”"])])
def test_limits_are_those_of_the_law_of_the_day(day: date, words: list[str], tmp_path: Path) -> None:
    """施工许可: fifteen days by the old text, from memory; seven since 2019-04-23."""
    root = write(tmp_path / "项目", "法定时限: 15工作日(《建筑法》第八条)\n", EXEMPLARY)
    checked = examine(check_project(root), day=day)
    messages = [finding.message for finding in checked.findings if finding.code == "L42s"]
    assert len(messages) == len(words)
    assert all(word in message for word, message in zip(words, messages, strict=True))
