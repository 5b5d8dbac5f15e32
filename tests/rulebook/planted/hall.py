"""R601–R605: 行政审批股 in the service hall, its window, leaders and seal."""

from __future__ import annotations

import random

from tests.rulebook.clean import Draft, Keys, rows, set_cell
from tests.rulebook.planting import defect, near_miss

NO_ENTRY = "入驻市行政服务中心阶段 | 2018-03-31 | 准备接收情况"
"""A stage that is called so and brings nothing of the kind."""
OWN_HALL = "登记大厅专网独立,暂不能进驻,接受市行政服务中心业务指导、工作协调和工作考核"


def office(draft: Draft) -> Keys:
    """行政审批股 in 单位.yaml."""
    found: Keys = draft.department["行政审批股"]
    return found


@defect("R601")
def window_at_home(draft: Draft, dice: random.Random) -> None:
    """窗口 in the department."""
    office(draft)["窗口"] = "示范市示范局一楼大厅3号窗口"


@defect("R601")
def stays_out_and_is_inside(draft: Draft, dice: random.Random) -> None:
    """A reason to stay out, and a window in the hall."""
    draft.other["未进驻原因"] = OWN_HALL


@near_miss("R601")
def a_window_of_its_name(draft: Draft, dice: random.Random) -> None:
    """The window bears the name of the department; another says no more than its number."""
    office(draft)["窗口"] = "市政务服务中心示范局3号窗口"
    draft.files["住建局/单位.yaml"]["行政审批股"]["窗口"] = "3号窗口"


@near_miss("R601")
def all_stay_out(draft: Draft, dice: random.Random) -> None:
    """Its own hall, with a reason."""
    office(draft)["窗口"] = "示范局登记大厅3号窗口"
    draft.approval.update({"地点": "示范市示范局登记大厅", "未进驻原因": OWN_HALL})


@near_miss("R601")
def the_plan_wants_no_entry(draft: Draft, dice: random.Random) -> None:
    """No stage brings an entry."""
    office(draft)["窗口"] = "示范局一楼大厅3号窗口"
    draft.plan["阶段"][3] = NO_ENTRY


@defect("R602")
def seldom(draft: Draft, dice: random.Random) -> None:
    """49 cases a year."""
    draft.approval["年办件量"] = "49"


@defect("R602")
def few_and_unknown(draft: Draft, dice: random.Random) -> None:
    """One matter, and nobody knows how many cases."""
    del draft.approval["年办件量"]


@near_miss("R602")
def just_enough(draft: Draft, dice: random.Random) -> None:
    """50 cases a year."""
    draft.approval["年办件量"] = "50"


@near_miss("R602")
def shared_already(draft: Draft, dice: random.Random) -> None:
    """综合审批窗口."""
    draft.approval["年办件量"] = "5"
    office(draft)["窗口"] = "示范市行政服务中心一楼综合审批窗口"


@defect("R603")
def two_windows(draft: Draft, dice: random.Random) -> None:
    """3号 and 4号."""
    office(draft)["窗口"] = "示范市行政服务中心一楼3、4号窗口"


@defect("R603")
def another_window(draft: Draft, dice: random.Random) -> None:
    """The matter is handled elsewhere in the hall."""
    draft.approval["地点"] = "示范市行政服务中心二楼8号窗口"


@defect("R603")
def decided_in_an_office(draft: Draft, dice: random.Random) -> None:
    """综合股 decides."""
    rows(draft.approval)[2]["环节"] = set_cell(rows(draft.approval)[2]["环节"], 1, "综合股")


@defect("R603")
def leaders_decide_from_afar(draft: Draft, dice: random.Random) -> None:
    """局领导 decide, and the deputy is not at the window."""
    rows(draft.approval)[2]["环节"] = set_cell(rows(draft.approval)[2]["环节"], 1, "局领导")
    office(draft)["协管"] = "分管副局长,未进驻窗口,授权股长直接办理"


@near_miss("R603")
def leaders_decide_there(draft: Draft, dice: random.Random) -> None:
    """局领导 decide, and the deputy is at the window."""
    rows(draft.approval)[2]["环节"] = set_cell(rows(draft.approval)[2]["环节"], 1, "局领导")


@near_miss("R603")
def written_otherwise(draft: Draft, dice: random.Random) -> None:
    """三号窗口 is 3号窗口; a superior decides."""
    draft.approval["地点"] = "市行政服务中心三号窗口"
    rows(draft.approval)[2]["环节"] = set_cell(rows(draft.approval)[2]["环节"], 1, "省示范厅")


@defect("R604")
def no_deputy(draft: Draft, dice: random.Random) -> None:
    """协管 is not said."""
    del office(draft)["协管"]


@defect("R604")
def led_by_a_deputy(draft: Draft, dice: random.Random) -> None:
    """主管 is no 一把手."""
    office(draft)["主管"] = "副局长"


@defect("R604")
def away_and_nobody_empowered(draft: Draft, dice: random.Random) -> None:
    """协管 is not there and has empowered nobody."""
    office(draft)["协管"] = "分管副局长,不能到窗口办公"


@near_miss("R604")
def away_but_empowered(draft: Draft, dice: random.Random) -> None:
    """The document empowers 股长."""
    office(draft).update({"协管": "分管副局长,未驻窗口", "授权": "示局发〔2017〕12号,由行政审批股股长直接办理"})


@near_miss("R604")
def acting_head(draft: Draft, dice: random.Random) -> None:
    """A deputy who is in charge of all."""
    office(draft)["主管"] = "副局长(主持工作)"


@defect("R605")
def seal_not_in_use(draft: Draft, dice: random.Random) -> None:
    """否, or nothing."""
    if dice.random() < 0.5:
        del office(draft)["专用章"]
    else:
        office(draft)["专用章"] = "否"


@defect("R605")
def seal_too_late(draft: Draft, dice: random.Random) -> None:
    """A month after the last day."""
    office(draft)["专用章"] = "2018-05-01"


@defect("R605")
def another_seal(draft: Draft, dice: random.Random) -> None:
    """加盖公章."""
    rows(draft.approval)[3] = set_cell(rows(draft.approval)[3], 3, "制证、加盖局公章、送达")


@near_miss("R605")
def seal_in_time(draft: Draft, dice: random.Random) -> None:
    """On the last day, and it is this seal that is put."""
    office(draft)["专用章"] = "2018年3月31日"
    rows(draft.approval)[3] = set_cell(rows(draft.approval)[3], 3, "制证、加盖审批专用章、送达")


@near_miss("R605")
def seal_of_other_matters(draft: Draft, dice: random.Random) -> None:
    """A power that does not enter may have any seal."""
    rows(draft.power)[3] = set_cell(rows(draft.power)[3], 3, "制证、加盖公章、送达")
