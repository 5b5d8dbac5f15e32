"""Who owes what: the filing matrix."""

from __future__ import annotations

import pytest

from engine.campaign.declared import facts_by_department
from engine.campaign.owing import Facts, NotOwed, Owed, Unclear, debt_of, is_made
from tests.declaring import Declared

PLAIN = Facts(matters=2, kept=2, kept_sound=2)
APPROVING = Facts(matters=3, kept=2, kept_sound=1, broken=1, approvals=2, approvals_kept=1, entering=1)
NOTHING = Facts()


@pytest.mark.parametrize("form", ["调整意见", "附件1", "附件2", "附件3", "入驻事项清单", "窗口授权书", "窗口人员名单"])
def test_what_only_departments_with_approvals_owe(form: str) -> None:
    """Without any it does not concern them; while nothing is declared nobody knows; a 行政审批股 tells."""
    assert debt_of(form, APPROVING) == Owed()
    assert debt_of(form, PLAIN) == NotOwed("没有行政审批事项")
    assert debt_of(form, NOTHING) == Unclear("没有申报事项,看不出涉及不涉及")
    assert debt_of(form, Facts(has_approval_office=True)) == Owed(ready=0)


@pytest.mark.parametrize("form", ["附件4", "附件5", "附件6", "附件9", "工作总结"])
def test_what_every_department_owes(form: str) -> None:
    """Also one that has declared nothing."""
    assert debt_of(form, PLAIN) == Owed()
    assert debt_of(form, NOTHING) == Owed(ready=0)


def test_one_card_and_one_chart_for_each_matter() -> None:
    """附件7 not of cancelled matters, 附件8 of all; ready are those that hold together."""
    assert debt_of("附件7", APPROVING) == Owed(copies=2, ready=1)
    assert debt_of("附件8", APPROVING) == Owed(copies=3, ready=2)
    assert debt_of("附件7", Facts(matters=2)) == NotOwed("事项都取消了")


def test_annex_10_only_where_something_published_changes() -> None:
    """A matter with errors may have something to change."""
    assert debt_of("附件10", Facts(matters=1, to_change=2)) == Owed()
    assert debt_of("附件10", PLAIN) == NotOwed("没有要更改的网上公示信息")
    assert debt_of("附件10", APPROVING) == Unclear("有事项有错误,看不出涉及不涉及")
    assert debt_of("附件10", NOTHING) == Unclear("没有申报事项,看不出涉及不涉及")


def test_matters_that_cannot_be_read_may_be_approvals() -> None:
    """So nobody knows yet."""
    assert debt_of("附件1", Facts(matters=1, broken=1, unread=1)) == Unclear("有事项有错误,看不出涉及不涉及")


def test_who_brings_no_matter_into_the_hall_owes_no_authorisation() -> None:
    """The list of what enters says why each stays out (未进驻原因)."""
    staying = Facts(matters=1, kept=1, kept_sound=1, approvals=1, approvals_kept=1)
    assert debt_of("入驻事项清单", staying) == Owed()
    assert debt_of("窗口授权书", staying) == NotOwed("没有要进驻的行政审批事项")


def test_documents_that_are_not_made_here() -> None:
    """The plan may want anything; 入驻事项清单 is what we call 进驻清单."""
    made = {name: is_made(name) for name in ("附件8", "附件10", "调整意见", "入驻事项清单", "窗口授权书", "会议纪要")}
    assert made == {
        "附件8": True,
        "附件10": True,
        "调整意见": True,
        "入驻事项清单": True,
        "窗口授权书": False,
        "会议纪要": False,
    }


def test_what_declarations_say(declared: Declared) -> None:
    """==> 示范局/单位.yaml <==
    文件:
      窗口授权书: 示局发〔2018〕3号
    ==> 示范局/01-示范事项.yaml <==
    公开方式: 政府网站
    优化后:
      时限: 8工作日
    ==> 示范局/02-取消.yaml <==
    名称: 旧证核发
    优化后: 取消
    ==> 示范局/03-不进驻.yaml <==
    名称: 内部核准
    公开: 否
    未进驻原因: 涉及安全
    ==> 示范局/04-坏的.yaml <==
    名称: 坏事项
    优化前:
      时限: 10工作日
      流程:
        - 受理 | 没有的股 | 1工作日 | 形式审查
      材料: 申请书
    ==> 住建局/单位.yaml <==
    名称: 住建局
    全称: 示范市住建局
    范围外: 是
    """
    facts = facts_by_department(declared.checked, {"示范局": 1})
    assert list(facts) == ["示范局"]
    own = facts["示范局"]
    assert (own.matters, own.broken, own.unread, own.sound) == (5, 2, 1, 3)
    assert (own.kept, own.kept_sound) == (4, 2)
    assert (own.approvals, own.approvals_kept, own.entering) == (4, 3, 2)
    # The time limit of the first, all of the second.
    assert own.to_change == 2
    assert own.has_approval_office
    # 8工作日 are fewer than its steps take, 不公开 has no reason, 没有的股 is no office.
    assert own.errors == 3
    assert own.papers == {"窗口授权书": "示局发〔2018〕3号"}
