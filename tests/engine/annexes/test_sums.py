"""The five quantities of 附件3: what counts, as the city chooses, and what 备注 says of it."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.engine.annexes.conftest import APPROVALS, AT_ONCE, Cells


def test_an_office_counts_once_however_many_matters_it_handles(cells: Cells) -> None:
    """Distinct units of 附件1 and 附件2, with or without a post."""
    text = "承办: 综合股/受理岗、业务股\n==> 示范局/02-乙.yaml <==\n名称: 乙许可\n承办: 业务股\n"
    assert cells("附件3", text, "offices")[:2] == [2, 2]


@pytest.mark.parametrize(
    ("declared", "printed"),
    [
        ("  方式: 已建立\n", "行政审批股:已建立"),
        ("  方式: 加挂牌子\n  原因: 只有3个内设机构\n", "行政审批股:加挂牌子(只有3个内设机构)"),
    ],
)
def test_it_is_said_how_the_office_was_formed(declared: str, printed: str, cells: Cells) -> None:
    """R203 knows three ways; the third needs a reason (R206)."""
    assert cells("附件3", f"==> 示范局/单位.yaml <==\n行政审批股:\n{declared}", "offices")[3] == printed


def test_what_was_devolved_is_named_with_its_receiver(cells: Cells) -> None:
    """It has no row in 附件2; 备注 says why."""
    text = "优化后:\n  下放: 镇(乡)\n==> 示范局/02-乙.yaml <==\n名称: 乙许可\n优化后: 取消\n"
    assert cells("附件3", text, "powers") == [2, 0, 100, "取消1个:乙许可;下放1个:示范事项(镇(乡))"]
    assert cells("附件3", text, "steps")[:3] == [8, 0, 100]
    assert cells("附件3", text, "days")[:3] == [20, 0, 100]


@pytest.mark.parametrize(
    ("switches", "before", "after", "share", "remark"),
    [
        ("环节", 4, 2, 50, "无"),
        ("程序", 5, 3, 40, "按程序计"),
        ("两者", "环节4,程序5", "环节2,程序3", "环节50,程序40", "按环节、程序计"),
    ],
)
def test_a_city_chooses_what_counts_as_step(
    switches: str, before: object, after: object, share: object, remark: str, cells: Cells
) -> None:
    """口径.附件3环节数: the wording of the form mixes 程序 and 环节."""
    text = f"==> 方案.yaml <==\n口径:\n  附件3环节数: {switches}\n{APPROVALS}"
    assert cells("附件3", text, "steps") == [before, after, share, remark]


def test_another_counting_of_steps_is_said(cells: Cells) -> None:
    """口径.环节程序: 受理、审查、送达 before, 受理、审查、送达 after; 登记 stands for itself."""
    text = f"==> 方案.yaml <==\n口径:\n  环节程序: 标准阶段\n{APPROVALS}"
    assert cells("附件3", text, "steps") == [4, 3, 25, "按标准阶段计"]


@pytest.mark.parametrize(
    ("switches", "before", "after", "share", "remark"),
    [
        ("项目", 2, 1, 50, "无"),
        ("事项", 1, 1, 0, "按收费的事项数计"),
        ("金额", 4, "无", "——", "按金额计,单位:元;改革前1项、改革后1项收费不是定额,未计入"),
    ],
)
def test_a_city_chooses_what_counts_as_fee(
    switches: str, before: object, after: object, share: object, remark: str, cells: Cells
) -> None:
    """口径.附件3收费; a standard that is no fixed sum cannot be added up, and is not taken for 0."""
    text = f"==> 方案.yaml <==\n口径:\n  附件3收费: {switches}\n{APPROVALS}"
    assert cells("附件3", text, "fees") == [before, after, share, remark]


@pytest.mark.parametrize(
    ("standard", "amount"),
    [
        ("每证4元", 4),
        ("10元/本", 10),
        ("８０元", 80),
        ("0.5元/份", Fraction(1, 2)),
        ("每平方米30元", "无"),
        ("住宅每件80元,非住宅每件550元", "无"),
        ("省定标准", "无"),
    ],
)
def test_an_amount_is_summed_when_it_is_the_same_for_every_case(standard: str, amount: object, cells: Cells) -> None:
    """元 for a case, a licence or a copy; not for an area, and not one of two."""
    text = f"==> 方案.yaml <==\n口径:\n  附件3收费: 金额\n==> 示范局/01-示范事项.yaml <==\n收费: 费 | {standard}\n"
    assert cells("附件3", text, "fees")[0] == amount


MIXED = f"""法定时限: 60自然日
优化前:
  时限: 60自然日
{AT_ONCE}优化后:
  时限: 20自然日
==> 示范局/02-乙.yaml <==
名称: 乙许可
优化后:
  时限: 7工作日
==> 示范局/03-丙.yaml <==
名称: 丙许可
优化后:
  时限: 6工作日
"""


def test_two_kinds_of_day_are_not_added_silently(cells: Cells) -> None:
    """The sum is nominal; 备注 says how much of it is of the rarer kind."""
    assert cells("附件3", MIXED, "days") == [
        *(80, 33, Fraction("58.8")),
        "以工作日为主,其中自然日改革前60日、改革后20日",
    ]


def test_limits_that_do_not_exist_are_not_added(cells: Cells) -> None:
    """无 counts as no value, as in 总计 of 附件6; 备注 says so, for 0 alone would read 即时办结."""
    one = f"法定时限: 无\n优化前:\n  时限: 无\n{AT_ONCE}优化后:\n  时限: 5工作日\n"
    assert cells("附件3", one, "days") == [0, 5, "——", "工作日;改革前1个、改革后0个事项没有时限,未计入"]
    two = f"{one}==> 示范局/02-乙.yaml <==\n名称: 乙许可\n"
    assert cells("附件3", two, "days")[:3] == [10, 15, -50]


def test_on_the_spot_is_zero_days(cells: Cells) -> None:
    """即时办结 has no kind of day."""
    assert cells("附件3", f"优化前:\n  时限: 即时\n{AT_ONCE}", "days") == [0, 0, "——", "无"]


def test_key_projects_are_shown_by_themselves(cells: Cells) -> None:
    """R214: 除市级重点工程项目外; they stay in the sums, so that these are those of 附件1 and 附件2."""
    text = f"{APPROVALS}==> 示范局/04-重点.yaml <==\n名称: 重点工程许可\n重点项目: 是\n"
    assert cells("附件3", text, "steps") == [
        *(8, 6, 25),
        "其中市级重点工程项目1个(不受缩减三分之一限制):改革前4、改革后4,其余事项压缩百分比50",
    ]
    assert cells("附件3", text, "days") == [
        *(40, 23, Fraction("42.5")),
        "工作日;其中市级重点工程项目1个(不受缩减三分之一限制):改革前10、改革后10,其余事项压缩百分比56.7",
    ]
