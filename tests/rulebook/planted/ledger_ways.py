"""R308–R311: 公开方式, 终审, 并联审批, 未行使的原因."""

from __future__ import annotations

import random

from tests.rulebook.clean import Draft, rows, set_cell
from tests.rulebook.planting import defect, near_miss


@defect("R308")
def public_nowhere(draft: Draft, dice: random.Random) -> None:
    """公开方式: 无 of a public matter."""
    draft.power["公开方式"] = "无"


@defect("R308")
def publicity_forgotten(draft: Draft, dice: random.Random) -> None:
    """No 公开方式 at all."""
    del draft.service["公开方式"]


@defect("R308")
def secret_on_the_website(draft: Draft, dice: random.Random) -> None:
    """Not public, and 政府网站."""
    draft.power.update({"公开": "否", "涉密": "秘密级(虚构依据)"})


@near_miss("R308")
def secret_and_nowhere(draft: Draft, dice: random.Random) -> None:
    """Not public, 公开方式: 无."""
    draft.power.update({"公开": "否", "涉密": "秘密级(虚构依据)", "公开方式": "无"})


@near_miss("R308")
def on_request_only(draft: Draft, dice: random.Random) -> None:
    """依申请公开 is no public way."""
    draft.power.update({"公开": "否", "涉密": "秘密级(虚构依据)", "公开方式": "依申请公开"})


@near_miss("R308")
def public_from_now_on(draft: Draft, dice: random.Random) -> None:
    """Not public before, public now: there is a way."""
    draft.power["优化前"]["公开"] = "否"
    draft.power["优化后"]["公开"] = "是"


@defect("R309a")
def decided_here_though_provincial(draft: Draft, dice: random.Random) -> None:
    """终审 above, 决定 here."""
    draft.approval["终审"] = "省终审"


@defect("R309a")
def decided_above_though_ours(draft: Draft, dice: random.Random) -> None:
    """终审 here, 决定 above."""
    flow = rows(draft.power)
    flow[2] = set_cell(flow[2], 1, "省示范厅")


@near_miss("R309a")
def decided_above(draft: Draft, dice: random.Random) -> None:
    """终审 and 决定 above."""
    draft.power["终审"] = "省终审"
    flow = rows(draft.power)
    flow[2] = set_cell(flow[2], 1, "省示范厅")


@near_miss("R309a")
def forwarded_after_our_opinion(draft: Draft, dice: random.Random) -> None:
    """Ours, then 转报: the decision above is not drawn."""
    draft.approval["终审"] = "省终审"
    flow = rows(draft.approval)
    flow.insert(3, "转报 | 行政审批股 | 即时 | 转报省示范厅")


@near_miss("R309a")
def no_final_level(draft: Draft, dice: random.Random) -> None:
    """终审: 无."""
    draft.power["终审"] = "无"


def _parallel(draft: Draft, unit: str) -> None:
    flow = rows(draft.approval)
    first = flow[1] if isinstance(flow[1], dict) else {"环节": flow[1]}
    flow[1] = {"并联": [first, f"会同审查 | {unit} | 1工作日 | 专业审查"]}


@defect("R310")
def parallel_and_not_named(draft: Draft, dice: random.Random) -> None:
    """公安局 in a parallel block."""
    _parallel(draft, "公安局")


@defect("R310")
def another_one_named(draft: Draft, dice: random.Random) -> None:
    """公安局 works, 发改局 is named."""
    _parallel(draft, "公安局治安大队")
    draft.approval["并联部门"] = "发改局"


@near_miss("R310")
def parallel_and_named(draft: Draft, dice: random.Random) -> None:
    """A body of a named department."""
    _parallel(draft, "公安局治安大队")
    draft.approval["并联部门"] = "公安局"


@near_miss("R310")
def one_after_the_other(draft: Draft, dice: random.Random) -> None:
    """Not side by side."""
    rows(draft.approval).insert(1, "会同审查 | 公安局 | 即时 | 专业审查")


@near_miss("R310")
def own_offices_side_by_side(draft: Draft, dice: random.Random) -> None:
    """Parallel inside the department."""
    _parallel(draft, "业务股")


@defect("R311")
def never_used_no_reason(draft: Draft, dice: random.Random) -> None:
    """0 cases, no reason."""
    draft.power["年办件量"] = "0"


@defect("R311")
def reason_in_spite_of_cases(draft: Draft, dice: random.Random) -> None:
    """Cases, and a reason why there are none."""
    draft.approval["未行使原因"] = "没有人申请"


@defect("R311")
def reason_of_a_service(draft: Draft, dice: random.Random) -> None:
    """A service is no power."""
    draft.service["未行使原因"] = "没有人申请"


@near_miss("R311")
def never_used_with_reason(draft: Draft, dice: random.Random) -> None:
    """0 cases and why."""
    draft.power.update({"年办件量": "0", "未行使原因": "辖区内没有这类企业"})


@near_miss("R311")
def service_never_used(draft: Draft, dice: random.Random) -> None:
    """0 cases of a service need no reason."""
    draft.service["年办件量"] = "0"


@near_miss("R311")
def volume_unknown(draft: Draft, dice: random.Random) -> None:
    """A reason without a number."""
    del draft.power["年办件量"]
    draft.power["未行使原因"] = "辖区内没有这类企业"
