"""R320–R326: 附件5 and what it says."""

from __future__ import annotations

import random
from copy import deepcopy

from tests.rulebook.clean import Draft, Keys, rows, set_cell
from tests.rulebook.planting import defect, near_miss

OTHER_PROBLEM = "没有网上渠道 | 开通网上申请 | 综合股"


@defect("R320")
def power_not_evaluated(draft: Draft, dice: random.Random) -> None:
    """No 问题."""
    del draft.power["问题"]


@defect("R320")
def cancelled_not_evaluated(draft: Draft, dice: random.Random) -> None:
    """What goes was evaluated too."""
    del draft.service["问题"]
    draft.service["优化后"] = "取消"


@near_miss("R320")
def no_problem_found(draft: Draft, dice: random.Random) -> None:
    """问题: 无."""
    draft.power["问题"] = "无"


@near_miss("R320")
def one_problem(draft: Draft, dice: random.Random) -> None:
    """A single one."""
    draft.power["问题"] = OTHER_PROBLEM


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


@defect("R324")
def no_measure(draft: Draft, dice: random.Random) -> None:
    """Only the problem."""
    draft.power["问题"] = ["环节多", "材料多 | 取消能够共享的材料 | 综合股"]


@defect("R324")
def no_office(draft: Draft, dice: random.Random) -> None:
    """Nobody answers for it."""
    draft.service["问题"] = "环节多 | 合并审查环节"


@near_miss("R324")
def spelt_out(draft: Draft, dice: random.Random) -> None:
    """All keys written out."""
    draft.power["问题"] = [{"问题": "环节多", "措施": "合并审查环节", "承办": ["综合股", "业务股"]}]


@near_miss("R324")
def nothing_to_answer(draft: Draft, dice: random.Random) -> None:
    """问题: 无."""
    draft.service["问题"] = "无"


@defect("R325")
def papers_remain(draft: Draft, dice: random.Random) -> None:
    """材料多, and as many as before."""
    draft.power["优化后"]["材料"] = deepcopy(draft.power["优化前"]["材料"])


@defect("R325")
def long_remains_long(draft: Draft, dice: random.Random) -> None:
    """时限长, and the limit is the same."""
    draft.service["问题"] = "办理时限过长 | 优化内部流转 | 综合股"
    draft.service["优化后"]["时限"] = draft.service["优化前"]["时限"]


@defect("R325")
def proofs_remain(draft: Draft, dice: random.Random) -> None:
    """无谓证明, and nothing is left out."""
    draft.service["问题"] = "仍需提供无谓证明 | 网上核验 | 综合股"
    draft.service["优化后"].pop("材料")


@near_miss("R325")
def one_paper_less(draft: Draft, dice: random.Random) -> None:
    """One is enough."""
    draft.power["优化后"]["材料"] = deepcopy(draft.power["优化前"]["材料"][:-1])


@near_miss("R325")
def many_papers_cancelled(draft: Draft, dice: random.Random) -> None:
    """取消 mends everything."""
    draft.power["优化后"] = "取消"


@near_miss("R325")
def no_limit_before(draft: Draft, dice: random.Random) -> None:
    """From 无 to a limit: nothing to subtract."""
    draft.service["问题"] = "时限长 | 规定时限 | 综合股"
    draft.service["优化前"]["时限"] = "无"


@near_miss("R325")
def another_problem(draft: Draft, dice: random.Random) -> None:
    """材料 are not said to be many."""
    draft.power["问题"] = "材料要求不清楚 | 公布填写样本 | 综合股"
    draft.power["优化后"]["材料"] = deepcopy(draft.power["优化前"]["材料"])


@defect("R326")
def busy_and_nobody_asked(draft: Draft, dice: random.Random) -> None:
    """No 服务对象 in 评估."""
    draft.service["年办件量"] = str(dice.randint(1001, 9000))
    del draft.department["评估"]["服务对象"]


@defect("R326")
def busy_and_no_evaluation(draft: Draft, dice: random.Random) -> None:
    """No 评估."""
    draft.service["年办件量"] = "1001"
    del draft.department["评估"]


@near_miss("R326")
def not_busy(draft: Draft, dice: random.Random) -> None:
    """1000 cases."""
    draft.service["年办件量"] = "1000"
    del draft.department["评估"]


@near_miss("R326")
def busy_and_asked(draft: Draft, dice: random.Random) -> None:
    """One person was asked."""
    draft.service["年办件量"] = "5000"
    draft.department["评估"] = {"服务对象": "1"}


@near_miss("R326")
def busy_power(draft: Draft, dice: random.Random) -> None:
    """A power is no service."""
    draft.power["年办件量"] = "5000"
    del draft.department["评估"]
