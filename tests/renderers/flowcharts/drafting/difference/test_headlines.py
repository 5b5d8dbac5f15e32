"""The numbers over the two charts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from engine.diff.compare import Difference, compare
from processes.model.limits import DayKind
from processes.model.plan import Switches
from renderers.flowcharts import headlines
from renderers.flowcharts.chart import Headline
from tests.declaring import Declared

Declare = Callable[[str], Declared]


def by_name(difference: Difference) -> dict[str, tuple[str, str, str]]:
    """Name of a number → its text before and after, and how it moved."""
    return {one.name: (one.before, one.after, one.change) for one in headlines(difference)}


def test_five_numbers_with_their_shares(difference: Difference) -> None:
    """优化前:
      时限: 15工作日
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 初审 | 业务股 | 3工作日 | 初步审核
        - 决定 | 局领导 | 2工作日 | 局长签批
      材料: 申请书、身份证复印件、户口簿复印件
    优化后:
      时限: 5工作日
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 决定 | 局领导 | 2工作日 | 局长签批
      材料: 申请书、身份证复印件、户口簿复印件
    """
    assert headlines(difference) == (
        Headline("办理时限", "15个工作日", "5个工作日", "−66.7%"),
        Headline("办理环节", "3个", "2个", "−33.3%"),
        Headline("办理程序", "3个", "2个", "−33.3%"),
        Headline("申请材料", "3件", "3件", "不变"),
        Headline("交接次数", "2次", "1次", "−50%"),
    )


def test_growth_and_what_was_not_there_before(difference: Difference) -> None:
    """优化前:
      时限: 即时
      流程:
        - 受理 | 综合股 | 即时 | 形式审查
      材料: 无
    优化后:
      时限: 2工作日
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 决定 | 综合股 | 1工作日 | 股长签批
      材料: 申请书、照片
    """
    found = by_name(difference)
    assert found["办理时限"] == ("即时办结", "2个工作日", "增2个工作日")
    assert found["办理环节"] == ("1个", "2个", "+100%")
    assert found["申请材料"] == ("0件", "2件", "增2件")


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("无", "5工作日", ("无时限", "5个工作日", "原无时限")),
        ("10工作日", "无", ("10个工作日", "无时限", "优化后无时限")),
        ("无", "无", ("无时限", "无时限", "不变")),
        ("10工作日", "即时", ("10个工作日", "即时办结", "−100%")),
    ],
)
def test_limits_that_are_no_two_numbers(before: str, after: str, line: tuple[str, str, str], declare: Declare) -> None:
    """Where nothing can be subtracted, the reason stands in place of the share."""
    step = "- 受理 | 综合股 | 即时 | 形式审查"
    text = (
        f"优化前:\n  时限: {before}\n  流程:\n    {step}\n  材料: 无\n"
        f"优化后:\n  时限: {after}\n  流程:\n    {step}\n  材料: 无\n"
    )
    assert by_name(compare(declare(text).checked_matter, Switches()))["办理时限"] == line


def test_two_kinds_of_days_are_not_subtracted(difference: Difference) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
    优化后:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
    """
    natural = replace(difference.time_limit.after, kind=DayKind.NATURAL)
    mixed = replace(difference.time_limit, after=natural, reduction=None)
    found = by_name(replace(difference, time_limit=mixed))
    assert found["办理时限"] == ("10个工作日", "10个自然日", "单位不同,不相减")


def test_a_cancelled_matter_is_credited_with_all_of_it(difference: Difference) -> None:
    """优化前:
      流程:
        - 受理 | 综合股 | 1工作日 | 形式审查
        - 决定 | 局领导 | 2工作日 | 局长签批
    优化后:
      取消: 依据已废止
    """
    assert by_name(difference)["办理时限"] == ("10个工作日", "取消", "−100%")
    assert by_name(difference)["办理环节"] == ("2个", "0个", "−100%")
