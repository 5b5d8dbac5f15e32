"""R301, R302, R305: what the columns of 附件4 say, who does it."""

from __future__ import annotations

import random

from tests.rulebook.clean import Draft, rows, set_cell
from tests.rulebook.planting import defect, near_miss


@defect("R301")
def power_without_basis(draft: Draft, dice: random.Random) -> None:
    """依据: 无 of a power."""
    draft.power["依据"] = "无"


@defect("R301")
def service_for_nobody(draft: Draft, dice: random.Random) -> None:
    """相对人: 无 of a service."""
    draft.service["相对人"] = "无"


@defect("R301")
def leaders_do_it_alone(draft: Draft, dice: random.Random) -> None:
    """No own office in 优化前."""
    before = draft.power["优化前"]
    before["流程"] = [set_cell(row, 1, "局领导") for row in before["流程"]]


@near_miss("R301")
def service_without_basis(draft: Draft, dice: random.Random) -> None:
    """Services need no legal basis."""
    draft.service["依据"] = "无"


@near_miss("R301")
def permit_without_basis(draft: Draft, dice: random.Random) -> None:
    """L12-17 says so, and what to do."""
    draft.approval["依据"] = "无"


@near_miss("R301")
def internal_matter_for_nobody(draft: Draft, dice: random.Random) -> None:
    """其他事项 may have neither basis nor 相对人."""
    draft.service.update({"类型": "其他事项", "种类": "机关内部运转", "依据": "无", "相对人": "无"})


@near_miss("R301")
def one_office_among_leaders(draft: Draft, dice: random.Random) -> None:
    """One step of an own office is enough."""
    before = draft.power["优化前"]
    before["流程"] = [before["流程"][0], *(set_cell(row, 1, "局领导") for row in before["流程"][1:])]


@defect("R302")
def only_the_object(draft: Draft, dice: random.Random) -> None:
    """No word of its kind."""
    draft.power["名称"] = dice.choice(("浴池等级", "三级旅馆", "示范幼儿园"))


@defect("R302")
def kind_only_in_the_bracket(draft: Draft, dice: random.Random) -> None:
    """The bracket says more about it, not what it is."""
    draft.approval["名称"] = "食品经营场所(变更)"


@defect("R302")
def published_otherwise(draft: Draft, dice: random.Random) -> None:
    """Another name is published."""
    draft.other["公布名称"] = "经营许可证办理"


@near_miss("R302")
def service_by_tradition(draft: Draft, dice: random.Random) -> None:
    """Services go by what they are usually called."""
    draft.service["名称"] = "农家书屋"


@near_miss("R302")
def kind_before_the_bracket(draft: Draft, dice: random.Random) -> None:
    """食品经营许可(新办)."""
    draft.approval["名称"] = "食品经营许可(新办)"


@near_miss("R302")
def published_with_other_brackets(draft: Draft, dice: random.Random) -> None:
    """Full-width brackets make no other name."""
    draft.approval["名称"] = "食品经营许可(新办)"
    draft.approval["公布名称"] = "食品经营许可（新办）"


@defect("R305")
def office_left_out(draft: Draft, dice: random.Random) -> None:
    """承办 names one of two offices."""
    draft.approval["优化前"]["承办"] = "登记股"
    draft.approval["优化后"]["承办"] = "行政审批股"


@defect("R305")
def office_of_a_new_step_left_out(draft: Draft, dice: random.Random) -> None:
    """业务股 holds a step of 优化后."""
    draft.power["优化后"]["承办"] = "综合股"
    flow = rows(draft.power)
    flow[1] = set_cell(flow[1], 1, "业务股")


@defect("R305")
def leaders_as_office(draft: Draft, dice: random.Random) -> None:
    """局领导 is no 内设机构."""
    draft.approval["优化后"]["承办"] = "行政审批股、局领导"


@near_miss("R305")
def all_offices_named(draft: Draft, dice: random.Random) -> None:
    """As the form wants it."""
    draft.approval["优化前"]["承办"] = "登记股、业务股、综合股"
    draft.approval["优化后"]["承办"] = "行政审批股"


@near_miss("R305")
def leaders_hold_a_step(draft: Draft, dice: random.Random) -> None:
    """Leaders hold a step, 承办 names the office."""
    draft.approval["优化后"]["承办"] = "行政审批股"
    flow = rows(draft.approval)
    flow[2] = set_cell(flow[2], 1, "局领导")


@near_miss("R305")
def more_offices_than_steps(draft: Draft, dice: random.Random) -> None:
    """An office that answers for it without a step of its own."""
    draft.power["优化后"]["承办"] = "综合股、业务股"
