"""R321–R323: what might be a problem, too."""

from __future__ import annotations

import random

from tests.rulebook.clean import Draft, Keys, rows, set_cell
from tests.rulebook.planted.problems import OTHER_PROBLEM
from tests.rulebook.planting import defect, near_miss


def _long_flow(matter: Keys, count: int) -> None:
    """So many steps in both versions."""
    steps = [f"第{number}次核对 | 综合股 | 1工作日 | 核对{number}" for number in range(count - 2)]
    flow = ["受理 | 综合股 | 1工作日 | 形式审查", *steps, "送达 | 综合股 | 1工作日 | 送达"]
    matter["优化前"] |= {"流程": flow, "时限": f"{count}工作日"}
    matter["优化后"] = {"材料": matter["优化后"]["材料"]}
    matter["问题"] = OTHER_PROBLEM


@defect("R321")
def six_steps_unsaid(draft: Draft, dice: random.Random) -> None:
    """Six steps before and after."""
    _long_flow(draft.power, 6)


@defect("R321")
def statutory_limit_used_up(draft: Draft, dice: random.Random) -> None:
    """20 of 20 days, before and after."""
    draft.approval.update(
        {"法定时限": "20工作日(《行政许可法》第四十二条)", "问题": "没有网上渠道 | 开通 | 行政审批股"}
    )
    draft.approval["优化前"]["时限"] = "20工作日"
    draft.approval["优化后"]["时限"] = "20工作日"


@near_miss("R321")
def five_steps_unsaid(draft: Draft, dice: random.Random) -> None:
    """Five are not many."""
    _long_flow(draft.power, 5)


@near_miss("R321")
def six_steps_said(draft: Draft, dice: random.Random) -> None:
    """环节 are spoken of."""
    _long_flow(draft.power, 6)
    draft.power["问题"] = "核对的环节重复 | 逐步合并 | 综合股"


@near_miss("R321")
def limit_reduced(draft: Draft, dice: random.Random) -> None:
    """It was used up, and is not any more."""
    draft.approval.update(
        {"法定时限": "20工作日(《行政许可法》第四十二条)", "问题": "程序重复 | 取消复核 | 行政审批股"}
    )
    draft.approval["优化前"]["时限"] = "20工作日"


@near_miss("R321")
def six_steps_of_a_service(draft: Draft, dice: random.Random) -> None:
    """Of services something else is asked."""
    _long_flow(draft.service, 6)


def _proof(draft: Draft, matter: Keys, paper: Keys) -> None:
    matter["问题"] = "办理时间长 | 当场办结 | 综合股"
    matter["优化前"]["材料"].append(paper)


@defect("R322")
def residence_proof(draft: Draft, dice: random.Random) -> None:
    """居住证明 without a basis."""
    _proof(draft, draft.service, {"名称": "居住证明"})


@defect("R322")
def introduction(draft: Draft, dice: random.Random) -> None:
    """介绍信."""
    _proof(draft, draft.service, {"名称": "单位介绍信", "份数": "2份"})


@near_miss("R322")
def proof_with_basis(draft: Draft, dice: random.Random) -> None:
    """A regulation asks for it."""
    _proof(draft, draft.service, {"名称": "居住证明", "依据": "《示范条例》第十二条"})


@near_miss("R322")
def proof_spoken_of(draft: Draft, dice: random.Random) -> None:
    """The problem is seen."""
    _proof(draft, draft.service, {"名称": "居住证明"})
    draft.service["问题"] = "居住情况要开证明 | 改为查询 | 综合股"


@near_miss("R322")
def proof_for_a_power(draft: Draft, dice: random.Random) -> None:
    """The sentence is about services."""
    _proof(draft, draft.power, {"名称": "居住证明"})


def _hands(matter: Keys, *holders: str) -> None:
    """受理, then reviews by the holders in turn, then 制证送达 by the first."""
    matter["问题"] = "要件多 | 取消能够共享的材料 | 综合股"
    reviews = [f"第{number}次审查 | {holder} | 1工作日 | 审查{number}" for number, holder in enumerate(holders)]
    flow = [f"受理 | {holders[0]} | 1工作日 | 形式审查", *reviews, f"制证送达 | {holders[0]} | 1工作日 | 制证、送达"]
    matter["优化前"] |= {"流程": flow, "时限": "20工作日"}
    matter["优化后"] = {"时限": "15工作日", "材料": matter["优化后"]["材料"]}


@defect("R323")
def there_and_back(draft: Draft, dice: random.Random) -> None:
    """综合股 → 业务股 → 综合股."""
    _hands(draft.power, "综合股", "业务股", "综合股")


@defect("R323")
def there_and_back_afterwards(draft: Draft, dice: random.Random) -> None:
    """In 优化后."""
    flow = rows(draft.power)
    flow[1] = set_cell(flow[1], 1, "业务股")


@near_miss("R323")
def window_delivers(draft: Draft, dice: random.Random) -> None:
    """Only the delivery comes back."""
    _hands(draft.power, "综合股", "业务股", "业务股")


@near_miss("R323")
def crossing_spoken_of(draft: Draft, dice: random.Random) -> None:
    """The problem is seen."""
    _hands(draft.power, "综合股", "业务股", "综合股")
    draft.power["问题"] = "股室之间来回流转 | 要件减少,一个股室办到底 | 综合股"


@near_miss("R323")
def leaders_between(draft: Draft, dice: random.Random) -> None:
    """局领导 are no 股室."""
    _hands(draft.power, "综合股", "局领导", "综合股")


@near_miss("R323")
def investigated_and_reviewed_apart(draft: Draft, dice: random.Random) -> None:
    """Who investigates a punishment must not be who reviews it."""
    _hands(draft.power, "综合股", "业务股", "综合股")
    draft.power["种类"] = "行政处罚"
