"""R201–R211: 行政审批股, its formation, what it handles and who does it."""

from __future__ import annotations

import random
from typing import Any

from tests.rulebook.clean import OTHER, Draft, Keys, rows, set_cell
from tests.rulebook.planting import defect, near_miss

HOLDER = 1
STATION = {"机构": "管理站 | 监管", "性质": "事业单位"}


def _offices(draft: Draft) -> list[Any]:
    found: list[Any] = draft.department["内设机构"]
    return found


def _formed(draft: Draft) -> Keys:
    """行政审批股 of the department."""
    found: Keys = draft.department["行政审批股"]
    return found


def _held_by(matter: Keys, holder: str, version: str = "优化后") -> None:
    """Every step of a version by one holder."""
    matter[version]["流程"] = [set_cell(row, HOLDER, holder) for row in rows(matter, version)]


def _plated(draft: Draft) -> None:
    """加挂牌子, with all that belongs to it."""
    _formed(draft).update({"方式": "加挂牌子", "原因": "全局只有三个股室,单设确有困难"})
    _offices(draft)[-1]["加挂"] = "业务股"


def _inspection(draft: Draft, holder: str, kind: str = "行政监督检查") -> None:
    """The 行政确认 becomes an inspection."""
    draft.power.update({"名称": "经营场所检查", "种类": kind})
    _held_by(draft.power, holder)


@defect("R201")
def approvals_declared_as_confirmation(draft: Draft, dice: random.Random) -> None:
    """The only approval has another type."""
    draft.approval.update({"类型": "其他行政权力事项", "种类": "行政确认"})


@defect("R201")
def office_without_section(draft: Draft, dice: random.Random) -> None:
    """Only the role of the office speaks of 审批."""
    del draft.files[f"{OTHER}/单位.yaml"]["行政审批股"]
    draft.other.update({"类型": "公共服务事项", "种类": "其他"})


@near_miss("R201")
def approval_cancelled(draft: Draft, dice: random.Random) -> None:
    """附件1 to 3 have its row."""
    draft.approval["优化后"] = {"取消": "上位法已废止"}


@near_miss("R201")
def neither_office_nor_approvals(draft: Draft, dice: random.Random) -> None:
    """A department without approvals that formed nothing."""
    department = draft.files[f"{OTHER}/单位.yaml"]
    del department["行政审批股"]
    department["内设机构"] = ["综合股", "业务股 | 监管", "登记股", "行政审批股"]
    draft.other.update({"类型": "公共服务事项", "种类": "其他"})


@defect("R202")
def one_left_with_the_old_office(draft: Draft, dice: random.Random) -> None:
    """承办 is still 业务股."""
    draft.approval["优化后"]["承办"] = "业务股"


@defect("R202")
def a_step_elsewhere(draft: Draft, dice: random.Random) -> None:
    """承办 is not written: the 股室 of one step makes two of them."""
    flow = rows(draft.other)
    flow[1] = set_cell(flow[1], HOLDER, "业务股")


@defect("R202")
def two_offices_for_approval(draft: Draft, dice: random.Random) -> None:
    """Another office keeps 职能 审批."""
    _offices(draft)[1] = "业务股 | 审批"


@near_miss("R202")
def helped_by_another_office(draft: Draft, dice: random.Random) -> None:
    """A step is held by 业务股, but 承办 is 行政审批股 alone."""
    flow = rows(draft.approval)
    flow[1] = set_cell(flow[1], HOLDER, "业务股")
    draft.approval["优化后"]["承办"] = "行政审批股"


@near_miss("R202")
def delivered_behind_the_window(draft: Draft, dice: random.Random) -> None:
    """制证送达 in 业务股, 承办 not written: R606 says so."""
    flow = rows(draft.other)
    flow[-1] = set_cell(flow[-1], HOLDER, "业务股")


@near_miss("R202")
def others_with_their_offices(draft: Draft, dice: random.Random) -> None:
    """What is no approval stays with its office; what is cancelled with none."""
    _held_by(draft.service, "业务股")
    draft.other["优化后"] = {"取消": "上位法已废止"}


@defect("R203")
def formation_unsaid(draft: Draft, dice: random.Random) -> None:
    """No 行政审批股 in 单位.yaml."""
    del draft.department["行政审批股"]


@defect("R203")
def established_and_new(draft: Draft, dice: random.Random) -> None:
    """已建立, but 新设."""
    _formed(draft)["方式"] = "已建立"


@near_miss("R203")
def established_before(draft: Draft, dice: random.Random) -> None:
    """已建立, and kept."""
    _formed(draft)["方式"] = "已建立"
    _offices(draft)[-1] = "行政审批股 | 审批"
    _offices(draft)[2] = "登记股"


@near_miss("R203")
def nothing_left_to_approve(draft: Draft, dice: random.Random) -> None:
    """Without approvals afterwards no office is wanted."""
    draft.approval["优化后"] = {"取消": "上位法已废止"}
    del draft.department["行政审批股"]


@defect("R204")
def more_staff(draft: Draft, dice: random.Random) -> None:
    """One more than before."""
    draft.department["编制"] = {"改革前": "20", "改革后": "21"}


@defect("R204")
def more_leaders(draft: Draft, dice: random.Random) -> None:
    """领导职数."""
    draft.department["领导职数"] = {"改革前": "3", "改革后": str(dice.randint(4, 6))}


@defect("R204")
def more_offices(draft: Draft, dice: random.Random) -> None:
    """Counted row by row: two created, one abolished."""
    _formed(draft)["方式"] = "加挂牌子"
    _offices(draft)[0] = "综合股 | 综合 | 新设"


@near_miss("R204")
def fewer(draft: Draft, dice: random.Random) -> None:
    """Less than before, and the same."""
    draft.department.update({"编制": {"改革前": "20", "改革后": "18"}, "领导职数": {"改革前": "3", "改革后": "3"}})


@near_miss("R204")
def two_for_two(draft: Draft, dice: random.Random) -> None:
    """As many abolished as created."""
    _formed(draft)["方式"] = "加挂牌子"
    _offices(draft)[0] = "综合股 | 综合 | 新设"
    _offices(draft)[1] = "业务股 | 监管 | 撤销"


@defect("R205")
def none_abolished(draft: Draft, dice: random.Random) -> None:
    """撤一 is missing."""
    _offices(draft)[2] = "登记股"


@defect("R205")
def two_created(draft: Draft, dice: random.Random) -> None:
    """建一 became two."""
    _offices(draft).append("服务股 | 综合 | 新设")


@defect("R205")
def none_created(draft: Draft, dice: random.Random) -> None:
    """The office was there."""
    _offices(draft)[-1] = "行政审批股 | 审批"


@near_miss("R205")
def two_abolished(draft: Draft, dice: random.Random) -> None:
    """More than one may be abolished."""
    _offices(draft).append("老干部股 | 综合 | 撤销")


@near_miss("R205")
def established_long_ago(draft: Draft, dice: random.Random) -> None:
    """Another 方式: nothing need be abolished."""
    established_before(draft, dice)


@defect("R206")
def plate_without_difficulty(draft: Draft, dice: random.Random) -> None:
    """No 原因."""
    _plated(draft)
    del _formed(draft)["原因"]


@defect("R206")
def no_plate(draft: Draft, dice: random.Random) -> None:
    """No 加挂 anywhere."""
    _plated(draft)
    del _offices(draft)[-1]["加挂"]


@defect("R206")
def plate_with_other_mode(draft: Draft, dice: random.Random) -> None:
    """A plate, but 撤一建一."""
    _offices(draft)[-1]["加挂"] = "业务股"


@near_miss("R206")
def plate_said_in_full(draft: Draft, dice: random.Random) -> None:
    """Plate and reason."""
    _plated(draft)


@near_miss("R206")
def plate_of_another_office(draft: Draft, dice: random.Random) -> None:
    """An office that has nothing to do with approvals carries a plate."""
    _offices(draft)[0] = {"机构": "综合股", "加挂": "信访室"}


@defect("R207")
def station_handles(draft: Draft, dice: random.Random) -> None:
    """承办 afterwards."""
    _offices(draft).append(STATION)
    _held_by(draft.approval, "管理站")


@defect("R207")
def station_decides(draft: Draft, dice: random.Random) -> None:
    """承办 is 行政审批股, but the station decides."""
    _offices(draft).append(STATION)
    flow = rows(draft.approval)
    flow[2] = set_cell(flow[2], HOLDER, "管理站")
    draft.approval["优化后"]["承办"] = "行政审批股"


@near_miss("R207")
def station_before(draft: Draft, dice: random.Random) -> None:
    """It handled the matter before."""
    _offices(draft).append(STATION)
    draft.approval["优化前"]["承办"] = "管理站"
    draft.approval["优化后"]["承办"] = "行政审批股"


@near_miss("R207")
def station_verifies(draft: Draft, dice: random.Random) -> None:
    """It verifies on the spot for 行政审批股, and handles what is no approval."""
    _offices(draft).append(STATION)
    flow = rows(draft.approval)
    flow[1] = set_cell(flow[1], HOLDER, "管理站")
    draft.approval["优化后"]["承办"] = "行政审批股"
    _held_by(draft.service, "管理站")


@defect("R208")
def nobody_at_the_window(draft: Draft, dice: random.Random) -> None:
    """窗口人员 missing, or none."""
    if dice.random() < 0.5:
        del _formed(draft)["窗口人员"]
    else:
        _formed(draft)["窗口人员"] = dice.choice(("0", "暂无"))


@defect("R208")
def not_authorised(draft: Draft, dice: random.Random) -> None:
    """授权 missing, or 无."""
    if dice.random() < 0.5:
        del _formed(draft)["授权"]
    else:
        _formed(draft)["授权"] = "未授权"


@near_miss("R208")
def staff_by_name(draft: Draft, dice: random.Random) -> None:
    """Names instead of a number."""
    _formed(draft)["窗口人员"] = "王某"


@near_miss("R208")
def nothing_enters(draft: Draft, dice: random.Random) -> None:
    """Every approval says why it stays out."""
    draft.approval["未进驻原因"] = "涉及检疫场地,暂不具备进驻条件"
    del _formed(draft)["窗口人员"]


@near_miss("R208")
def only_a_secret_one(draft: Draft, dice: random.Random) -> None:
    """What is secret does not enter the hall."""
    draft.approval["涉密"] = "秘密,示国保〔2017〕3号"
    del _formed(draft)["窗口人员"]


@defect("R209")
def inspects_too(draft: Draft, dice: random.Random) -> None:
    """An inspection, or a penalty."""
    _inspection(draft, "行政审批股", dice.choice(("行政监督检查", "行政处罚", "行政强制", "行政征收")))


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
    _inspection(draft, "业务股")


@defect("R210")
def same_post(draft: Draft, dice: random.Random) -> None:
    """审查岗 for both."""
    _plated(draft)
    _inspection(draft, "行政审批股/审查岗")


@defect("R210")
def head_does_both(draft: Draft, dice: random.Random) -> None:
    """One step of the penalty by the head who decides permits."""
    _plated(draft)
    _inspection(draft, "行政审批股/稽查岗", "行政处罚")
    flow = rows(draft.power)
    flow[2] = set_cell(flow[2], HOLDER, "行政审批股/股长")


@near_miss("R210")
def posts_apart(draft: Draft, dice: random.Random) -> None:
    """Another post inspects."""
    _plated(draft)
    _inspection(draft, "行政审批股/检查岗")


@near_miss("R210")
def same_post_of_another_office(draft: Draft, dice: random.Random) -> None:
    """审查岗 of 综合股 is another one."""
    _plated(draft)
    _inspection(draft, "综合股/审查岗")


def _supervised_by(draft: Draft, post: str) -> None:
    """A step after the certificate."""
    flow = rows(draft.approval)
    flow.append({"环节": f"批后监管 | {post} | 无 | 日常检查", "不计环节": "发证以后的工作"})


@defect("R211")
def one_post_for_all(draft: Draft, dice: random.Random) -> None:
    """审查岗 reviews, decides and supervises, in an office that may."""
    _plated(draft)
    flow = rows(draft.approval)
    flow[2] = set_cell(flow[2], HOLDER, "行政审批股/审查岗")
    _supervised_by(draft, "行政审批股/审查岗")


@defect("R211")
def clerk_for_all(draft: Draft, dice: random.Random) -> None:
    """One clerk of 综合股 does all of a 行政确认."""
    _held_by(draft.power, "综合股/经办岗")
    rows(draft.power).append("跟踪检查 | 综合股/经办岗 | 1工作日 | 跟踪检查")
    draft.power["优化后"]["时限"] = "9工作日"


@near_miss("R211")
def reviews_and_decides(draft: Draft, dice: random.Random) -> None:
    """Two of three; another supervises."""
    _plated(draft)
    flow = rows(draft.approval)
    flow[2] = set_cell(flow[2], HOLDER, "行政审批股/审查岗")
    _supervised_by(draft, "业务股/检查岗")


@near_miss("R211")
def office_without_posts(draft: Draft, dice: random.Random) -> None:
    """Where no post is named, nobody can tell."""
    _plated(draft)
    _held_by(draft.approval, "行政审批股")
    _supervised_by(draft, "行政审批股")
