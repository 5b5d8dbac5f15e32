"""R201–R206: 行政审批股 and its formation."""

from __future__ import annotations

import random
from typing import Any

from tests.rulebook.clean import OTHER, Draft, Keys, rows, set_cell
from tests.rulebook.planting import defect, near_miss

HOLDER = 1
STATION = {"机构": "管理站 | 监管", "性质": "事业单位"}


def offices(draft: Draft) -> list[Any]:
    """内设机构 of the department."""
    found: list[Any] = draft.department["内设机构"]
    return found


def formed(draft: Draft) -> Keys:
    """行政审批股 of the department."""
    found: Keys = draft.department["行政审批股"]
    return found


def held_by(matter: Keys, holder: str, version: str = "优化后") -> None:
    """Every step of a version by one holder."""
    matter[version]["流程"] = [set_cell(row, HOLDER, holder) for row in rows(matter, version)]


def plated(draft: Draft) -> None:
    """加挂牌子, with all that belongs to it."""
    formed(draft).update({"方式": "加挂牌子", "原因": "全局只有三个股室,单设确有困难"})
    offices(draft)[-1]["加挂"] = "业务股"


def inspection(draft: Draft, holder: str, kind: str = "行政监督检查") -> None:
    """The 行政确认 becomes an inspection."""
    draft.power.update({"名称": "经营场所检查", "种类": kind})
    held_by(draft.power, holder)


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
    offices(draft)[1] = "业务股 | 审批"


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
    held_by(draft.service, "业务股")
    draft.other["优化后"] = {"取消": "上位法已废止"}


@defect("R203")
def formation_unsaid(draft: Draft, dice: random.Random) -> None:
    """No 行政审批股 in 单位.yaml."""
    del draft.department["行政审批股"]


@defect("R203")
def established_and_new(draft: Draft, dice: random.Random) -> None:
    """已建立, but 新设."""
    formed(draft)["方式"] = "已建立"


@defect("R203")
def nothing_said_of_it(draft: Draft, dice: random.Random) -> None:
    """方式, perhaps 窗口, as the template begins it."""
    draft.department["行政审批股"] = {key: formed(draft)[key] for key in dice.choice((["方式"], ["方式", "窗口"]))}


@near_miss("R203")
def something_said_of_it(draft: Draft, dice: random.Random) -> None:
    """What else is missing is for the rules on it."""
    keys = ("方式", dice.choice(("主管", "协管", "窗口人员", "授权", "专用章")))
    draft.department["行政审批股"] = {key: formed(draft)[key] for key in keys}


@near_miss("R203")
def nothing_to_say_of_it(draft: Draft, dice: random.Random) -> None:
    """No approval is to be in the hall."""
    draft.approval["未进驻原因"] = "涉及检疫场地,暂不具备进驻条件"
    draft.department["行政审批股"] = {"方式": formed(draft)["方式"]}


@near_miss("R203")
def established_before(draft: Draft, dice: random.Random) -> None:
    """已建立, and kept."""
    formed(draft)["方式"] = "已建立"
    offices(draft)[-1] = "行政审批股 | 审批"
    offices(draft)[2] = "登记股"


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
    formed(draft)["方式"] = "加挂牌子"
    offices(draft)[0] = "综合股 | 综合 | 新设"


@near_miss("R204")
def fewer(draft: Draft, dice: random.Random) -> None:
    """Less than before, and the same."""
    draft.department.update({"编制": {"改革前": "20", "改革后": "18"}, "领导职数": {"改革前": "3", "改革后": "3"}})


@near_miss("R204")
def two_for_two(draft: Draft, dice: random.Random) -> None:
    """As many abolished as created."""
    formed(draft)["方式"] = "加挂牌子"
    offices(draft)[0] = "综合股 | 综合 | 新设"
    offices(draft)[1] = "业务股 | 监管 | 撤销"


@defect("R205")
def none_abolished(draft: Draft, dice: random.Random) -> None:
    """撤一 is missing."""
    offices(draft)[2] = "登记股"


@defect("R205")
def two_created(draft: Draft, dice: random.Random) -> None:
    """建一 became two."""
    offices(draft).append("服务股 | 综合 | 新设")


@defect("R205")
def none_created(draft: Draft, dice: random.Random) -> None:
    """The office was there."""
    offices(draft)[-1] = "行政审批股 | 审批"


@near_miss("R205")
def two_abolished(draft: Draft, dice: random.Random) -> None:
    """More than one may be abolished."""
    offices(draft).append("老干部股 | 综合 | 撤销")


@near_miss("R205")
def established_long_ago(draft: Draft, dice: random.Random) -> None:
    """Another 方式: nothing need be abolished."""
    established_before(draft, dice)


@defect("R206")
def plate_without_difficulty(draft: Draft, dice: random.Random) -> None:
    """No 原因."""
    plated(draft)
    del formed(draft)["原因"]


@defect("R206")
def no_plate(draft: Draft, dice: random.Random) -> None:
    """No 加挂 anywhere."""
    plated(draft)
    del offices(draft)[-1]["加挂"]


@defect("R206")
def plate_with_other_mode(draft: Draft, dice: random.Random) -> None:
    """A plate, but 撤一建一."""
    offices(draft)[-1]["加挂"] = "业务股"


@near_miss("R206")
def plate_said_in_full(draft: Draft, dice: random.Random) -> None:
    """Plate and reason."""
    plated(draft)


@near_miss("R206")
def plate_of_another_office(draft: Draft, dice: random.Random) -> None:
    """An office that has nothing to do with approvals carries a plate."""
    offices(draft)[0] = {"机构": "综合股", "加挂": "信访室"}
