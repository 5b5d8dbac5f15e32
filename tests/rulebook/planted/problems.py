"""R320, R324–R326: 附件5 and what becomes of its problems."""

from __future__ import annotations

import random
from copy import deepcopy

from tests.rulebook.clean import Draft
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


@defect("R324")
def no_measure(draft: Draft, dice: random.Random) -> None:
    """Only the problem."""
    draft.power["问题"] = ["环节多", "材料多 | 取消能够共享的材料 | 综合股"]


@defect("R324")
def no_office(draft: Draft, dice: random.Random) -> None:
    """Nobody answers for it."""
    draft.service["问题"] = "环节多 | 合并审查环节"


@defect("R324")
def measure_is_none(draft: Draft, dice: random.Random) -> None:
    """无 is no measure."""
    draft.power["问题"] = "环节多 | 无 | 综合股"


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


def _proofs(draft: Draft, *left: str) -> None:
    law = "《示范条例》第三条"
    draft.service["问题"] = "村(居)委会证明多 | 取消证明 | 综合股"
    draft.service["优化前"]["材料"] = [
        {"名称": name, "依据": law} for name in ("申请书", "收入证明", "居住证明", "户籍材料")
    ]
    draft.service["优化后"]["材料"] = ["申请书", *left]


@defect("R325")
def other_papers_went(draft: Draft, dice: random.Random) -> None:
    """证明多, and what is left out is none."""
    _proofs(draft, "收入证明", "居住证明")


@near_miss("R325")
def one_proof_went(draft: Draft, dice: random.Random) -> None:
    """One less is enough."""
    _proofs(draft, "收入证明", "户籍材料")


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
