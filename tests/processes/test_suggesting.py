"""Which name may be meant: the slips of clerks on real names, and real names that are simply others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from processes.suggesting import nearest, suggest

STEPS = ("受理", "材料审查", "审查", "现场核查", "复审", "决定", "制证送达", "不予受理")
OFFICES = ("综合股", "法规股", "行政审批股", "登记注册股", "餐饮服务监管股", "局领导")
DEPARTMENTS = ("市场监管局", "民政局", "教育局", "住建局", "国土局", "国税局", "水务局", "林业局", "人社局", "公安局")
MATTERS = ("食品经营许可证核发(新办)", "排污许可证核发", "建筑工程施工许可证核发", "公共场所卫生许可")
KEYS = ("名称", "时限", "流程", "材料", "收费", "承办", "去向", "沿自")


@pytest.mark.parametrize(
    ("typed", "meant", "names"),
    [
        ("受里", "受理", STEPS),  # sounds the same
        ("手里", "受理", STEPS),  # both characters do
        ("材料审察", "材料审查", STEPS),
        ("复身", "复审", STEPS),
        ("制正送达", "制证送达", STEPS),
        ("定决", "决定", STEPS),  # swapped
        ("料材审查", "材料审查", STEPS),
        ("现场核", "现场核查", STEPS),  # one missing
        ("现场的核查", "现场核查", STEPS),  # one too many
        ("镇街受理", "受理", STEPS),  # more words
        ("补予受理", "不予受理", STEPS),
        ("审批股", "行政审批股", OFFICES),
        ("行政审批科", "行政审批股", OFFICES),
        ("注册登记股", "登记注册股", OFFICES),
        ("餐饮监管股", "餐饮服务监管股", OFFICES),
        ("综何股", "综合股", OFFICES),
        ("市监局", "市场监管局", DEPARTMENTS),  # shortened
        ("市场监督管理局", "市场监管局", DEPARTMENTS),
        ("海林市市场监督管理局", "市场监管局", DEPARTMENTS),
        ("国土资源局", "国土局", DEPARTMENTS),
        ("住房局", "住建局", DEPARTMENTS),
        ("交育局", "教育局", DEPARTMENTS),
        ("食品经营许可证核发", "食品经营许可证核发(新办)", MATTERS),
        ("食品经营许可证核发（新办）", "食品经营许可证核发(新办)", MATTERS),
        ("排污许可证", "排污许可证核发", MATTERS),
        ("排污许可政核发", "排污许可证核发", MATTERS),
        ("时线", "时限", KEYS),
        ("成办", "承办", KEYS),
        ("R42O", "R420", ("R101", "R420", "N212")),
    ],
)
def test_what_was_mistyped_is_found(typed: str, meant: str, names: tuple[str, ...]) -> None:
    """Among the others of its list."""
    assert nearest(typed, names) == meant


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("审批", ("受理", "审查", "复审", "决定")),
        ("初审", ("受理", "审查", "复审", "决定")),
        ("复审", ("受理", "审查", "决定")),
        ("审查", ("受理", "复审", "决定")),
        ("办理", ("受理", "审查")),
        ("公示", ("公告", "出示", "受理")),
        ("不同意", ("同意", "转报")),
        ("同意", ("不同意", "转报")),
        ("不予受理", ("受理", "审查")),
        ("受理", ("不予受理", "审查")),
        ("财政局", DEPARTMENTS),
        ("审计局", ("统计局", "民政局")),
        ("商务局", DEPARTMENTS),
        ("农业局", DEPARTMENTS),
        ("地税局", DEPARTMENTS),
        ("体育局", DEPARTMENTS),
        ("文书股", ("秘书股", "综合股")),
        ("甲股", ("乙股", "丙股")),
        ("信用股", OFFICES),
        ("河道管理股", ("建设管理股", "综合股")),
        ("民办教育股", ("基础教育股", "综合股")),
        ("名称预先核准", MATTERS),
        ("取水许可", MATTERS),
        ("时间", KEYS),
        ("局", DEPARTMENTS),
        ("", STEPS),
    ],
)
def test_what_is_simply_another_name_is_not_suggested(typed: str, names: tuple[str, ...]) -> None:
    """A character in common, or the 局, 股 and 管理 of everybody, is no likeness."""
    assert nearest(typed, names) == ""


def test_the_nearest_is_taken_of_equals_the_first() -> None:
    """A slip before a piece of a longer name; then in the order in which they were given."""
    assert nearest("申请表", ("采伐申请表", "申请书", "申请单")) == "采伐申请表"
    assert nearest("申请表", ("采伐登记申请表", "登记申请表")) == "登记申请表"
    assert nearest("申请表", ("申请书", "申请单")) == "申请书"


def test_a_suggestion_is_a_question() -> None:
    """Several names that are parted wrongly are told how; what is near nothing gets nothing."""
    assert suggest("受里", STEPS) == "是不是「受理」?"
    assert suggest("批准", STEPS) == ""
    assert suggest("受理,审查", STEPS) == "几个名称之间用“、”隔开。"


@given(st.text(max_size=8), st.lists(st.text(max_size=8), max_size=4))
def test_whatever_is_typed_is_answered(typed: str, names: list[str]) -> None:
    """With one of the names or none; a name that is there is near itself, and near is near both ways."""
    found = nearest(typed, names)
    assert found in ("", *names)
    if typed.strip():
        assert nearest(typed, [typed]) == typed
    for name in names:
        assert bool(nearest(typed, [name])) == bool(nearest(name, [typed]))
