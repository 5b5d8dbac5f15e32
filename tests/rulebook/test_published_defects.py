"""Five defects of guides that were really published (pain.md §3 of the domain notes): the rule book finds each."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from processes.model.findings import Finding, Severity
from tests.declaring import Declared

Examine = Callable[[str], Declared]

ONE_STEP = """
  流程:
    - 环节: 受理办理 | 综合股 | {days} | 形式审查、送达
      沿自: 受理、材料审查、现场核查、审批、制证送达
"""


def findings(declared: Declared, code: str) -> list[Finding]:
    """Those of one rule that are more than information."""
    return [finding for finding in declared.findings if finding.code == code and finding.severity > Severity.INFO]


def test_a_promise_as_long_as_the_law(examined: Examine) -> None:
    """曲阳: 承诺时限 13工作日, 法定时限 13工作日."""
    text = "法定时限: 13工作日(《消防法》第十五条)\n优化后:\n  时限: 13工作日" + ONE_STEP.format(days="13工作日")
    (finding,) = findings(examined(text), "R414")
    assert finding.message == "承诺时限13个工作日,没有少于法定时限13个工作日"
    assert finding.severity is Severity.ERROR


@pytest.mark.parametrize("limit", ["999工作日", "999工作日不计时限(鉴定)"])
def test_a_special_procedure_of_999_days(examined: Examine, limit: str) -> None:
    """深圳, 法律援助: 特殊程序 999工作日, counted or left out."""
    text = f"""
优化后:
  时限: 7工作日
  流程:
    - 受理 | 综合股 | 1工作日 | 形式审查
    - 特殊程序 | 综合股 | {limit} | 伤残鉴定
    - 决定送达 | 综合股 | 1工作日 | 审批决定、送达
"""
    (finding,) = findings(examined(text), "N209")
    assert finding.message == f"环节「特殊程序」的时限是 {limit},超过一年,等于没有时限"


@pytest.mark.parametrize("said", ["名称: 生育登记(即办件)", "备注: 办件类型:即办件"])
def test_done_at_once_in_one_day(examined: Examine, said: str) -> None:
    """渑池: 即办件, 承诺时限 1工作日."""
    text = f"{said}\n优化后:\n  时限: 1工作日" + ONE_STEP.format(days="1工作日")
    (finding,) = findings(examined(text), "N206")
    assert finding.message.endswith("说是即办,承诺时限却是1个工作日")


def test_at_once_with_steps_of_days(examined: Examine) -> None:
    """The same the other way round: 即时, a 环节 of 1工作日; the guard of the sums says so."""
    text = "优化后:\n  时限: 即时" + ONE_STEP.format(days="1工作日")
    (finding,) = findings(examined(text), "R420")
    assert finding.message == "优化后各环节相加是 1个工作日,超过总时限 即时"


def test_law_and_promise_of_60_days(examined: Examine) -> None:
    """浦北, 优待证: 法定时限 60工作日, 承诺时限 60工作日."""
    text = "法定时限: 60工作日(《优待证管理办法》第九条)\n优化后:\n  时限: 60工作日" + ONE_STEP.format(days="20工作日")
    (finding,) = findings(examined(text), "R414")
    assert finding.message == "承诺时限60个工作日,没有少于法定时限60个工作日"


def test_an_empty_guide(examined: Examine) -> None:
    """榆林: no conditions, no materials, no place, no telephone."""
    text = "# 不要: 地点、咨询电话\n条件: 无\n优化后:\n  时限: 7工作日\n  材料: 无" + ONE_STEP.format(days="7工作日")
    (finding,) = findings(examined(text), "N210")
    assert finding.message == "「示范经营许可证核发」的条件、材料都写了“无”,又没有地点和电话,告知单上没有可看的"


@pytest.mark.parametrize("key", ["流程:", "材料:", "条件:"])
def test_a_guide_left_blank_is_refused(examined: Examine, key: str) -> None:
    """榆林: what is left blank is not taken for 无."""
    text = "条件:\n" if key == "条件:" else f"优化后:\n  时限: 7工作日\n  {key}\n"
    (finding,) = findings(examined(text), "D103")
    assert finding.message == f"「{key.removesuffix(':')}」空着没填"
