"""R207–R211: what 行政审批股 handles, who stands at its window, and who supervises."""

from __future__ import annotations

import random

from tests.rulebook.clean import Draft, rows, set_cell
from tests.rulebook.planted.approval_office import HOLDER, STATION, formed, held_by, inspection, offices, plated
from tests.rulebook.planting import defect, near_miss


@defect("R207")
def station_handles(draft: Draft, dice: random.Random) -> None:
    """承办 afterwards."""
    offices(draft).append(STATION)
    held_by(draft.approval, "管理站")


@defect("R207")
def station_decides(draft: Draft, dice: random.Random) -> None:
    """承办 is 行政审批股, but the station decides."""
    offices(draft).append(STATION)
    flow = rows(draft.approval)
    flow[2] = set_cell(flow[2], HOLDER, "管理站")
    draft.approval["优化后"]["承办"] = "行政审批股"


@near_miss("R207")
def station_before(draft: Draft, dice: random.Random) -> None:
    """It handled the matter before."""
    offices(draft).append(STATION)
    draft.approval["优化前"]["承办"] = "管理站"
    draft.approval["优化后"]["承办"] = "行政审批股"


@near_miss("R207")
def station_verifies(draft: Draft, dice: random.Random) -> None:
    """It verifies on the spot for 行政审批股, and handles what is no approval."""
    offices(draft).append(STATION)
    flow = rows(draft.approval)
    flow[1] = set_cell(flow[1], HOLDER, "管理站")
    draft.approval["优化后"]["承办"] = "行政审批股"
    held_by(draft.service, "管理站")


@defect("R208")
def nobody_at_the_window(draft: Draft, dice: random.Random) -> None:
    """窗口人员 missing, or none."""
    if dice.random() < 0.5:
        del formed(draft)["窗口人员"]
    else:
        formed(draft)["窗口人员"] = dice.choice(("0", "暂无"))


@defect("R208")
def not_authorised(draft: Draft, dice: random.Random) -> None:
    """授权 missing, or 无."""
    if dice.random() < 0.5:
        del formed(draft)["授权"]
    else:
        formed(draft)["授权"] = "未授权"


@near_miss("R208")
def staff_by_name(draft: Draft, dice: random.Random) -> None:
    """Names instead of a number."""
    formed(draft)["窗口人员"] = "王某"


@near_miss("R208")
def nothing_enters(draft: Draft, dice: random.Random) -> None:
    """Every approval says why it stays out."""
    draft.approval["未进驻原因"] = "涉及检疫场地,暂不具备进驻条件"
    del formed(draft)["窗口人员"]


@near_miss("R208")
def only_a_secret_one(draft: Draft, dice: random.Random) -> None:
    """What is secret does not enter the hall."""
    draft.approval["涉密"] = "秘密,示国保〔2017〕3号"
    del formed(draft)["窗口人员"]


@defect("R209")
def inspects_too(draft: Draft, dice: random.Random) -> None:
    """An inspection, or a penalty."""
    inspection(draft, "行政审批股", dice.choice(("行政监督检查", "行政处罚", "行政强制", "行政征收")))


@defect("R209")
def inspects_what_it_permits(draft: Draft, dice: random.Random) -> None:
    """A step of supervision of its own permit."""
    step = {"环节": "批后监管 | 行政审批股/审查岗 | 无 | 日常检查", "不计环节": "发证以后的工作"}
    rows(draft.approval).append(step)


@near_miss("R209")
def passes_it_on(draft: Draft, dice: random.Random) -> None:
    """It tells those who supervise; it verifies on the spot."""
    step = {"环节": "通报批后监管股室 | 行政审批股/审查岗 | 无 | 推送日常监管信息", "不计环节": "内部通报"}
    rows(draft.approval).append(step)


@near_miss("R209")
def others_inspect(draft: Draft, dice: random.Random) -> None:
    """业务股 inspects."""
    inspection(draft, "业务股")


@defect("R210")
def same_post(draft: Draft, dice: random.Random) -> None:
    """审查岗 for both."""
    plated(draft)
    inspection(draft, "行政审批股/审查岗")


@defect("R210")
def head_does_both(draft: Draft, dice: random.Random) -> None:
    """One step of the penalty by the head who decides permits."""
    plated(draft)
    inspection(draft, "行政审批股/稽查岗", "行政处罚")
    flow = rows(draft.power)
    flow[2] = set_cell(flow[2], HOLDER, "行政审批股/股长")


@near_miss("R210")
def posts_apart(draft: Draft, dice: random.Random) -> None:
    """Another post inspects."""
    plated(draft)
    inspection(draft, "行政审批股/检查岗")


@near_miss("R210")
def same_post_of_another_office(draft: Draft, dice: random.Random) -> None:
    """审查岗 of 综合股 is another one."""
    plated(draft)
    inspection(draft, "综合股/审查岗")


def _supervised_by(draft: Draft, post: str) -> None:
    """A step after the certificate."""
    flow = rows(draft.approval)
    flow.append({"环节": f"批后监管 | {post} | 无 | 日常检查", "不计环节": "发证以后的工作"})


@defect("R211")
def one_post_for_all(draft: Draft, dice: random.Random) -> None:
    """审查岗 reviews, decides and supervises, in an office that may."""
    plated(draft)
    flow = rows(draft.approval)
    flow[2] = set_cell(flow[2], HOLDER, "行政审批股/审查岗")
    _supervised_by(draft, "行政审批股/审查岗")


@defect("R211")
def clerk_for_all(draft: Draft, dice: random.Random) -> None:
    """One clerk of 综合股 does all of a 行政确认."""
    held_by(draft.power, "综合股/经办岗")
    rows(draft.power).append("跟踪检查 | 综合股/经办岗 | 1工作日 | 跟踪检查")
    draft.power["优化后"]["时限"] = "9工作日"


@near_miss("R211")
def reviews_and_decides(draft: Draft, dice: random.Random) -> None:
    """Two of three; another supervises."""
    plated(draft)
    flow = rows(draft.approval)
    flow[2] = set_cell(flow[2], HOLDER, "行政审批股/审查岗")
    _supervised_by(draft, "业务股/检查岗")


@near_miss("R211")
def office_without_posts(draft: Draft, dice: random.Random) -> None:
    """Where no post is named, nobody can tell."""
    plated(draft)
    held_by(draft.approval, "行政审批股")
    _supervised_by(draft, "行政审批股")
