"""R601, R602, R603, R604, R605, R606, R607, R608, R613, R614: 行政审批股 in the service hall."""

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


@defect("R606")
def delivered_by_an_office(draft: Draft, dice: random.Random) -> None:
    """制证送达 in 综合股."""
    rows(draft.approval)[3] = set_cell(rows(draft.approval)[3], 1, "综合股")


@defect("R606")
def received_by_an_office(draft: Draft, dice: random.Random) -> None:
    """受理 in 业务股."""
    rows(draft.other)[0] = set_cell(rows(draft.other)[0], 1, "业务股")


@near_miss("R606")
def delivered_by_the_hall(draft: Draft, dice: random.Random) -> None:
    """制证送达 at a window of the hall."""
    rows(draft.approval)[3] = set_cell(rows(draft.approval)[3], 1, "行政服务中心窗口")


@near_miss("R606")
def told_by_an_office(draft: Draft, dice: random.Random) -> None:
    """Not counted: 归档送达 of the file."""
    rows(draft.approval).append({"环节": "归档传送 | 综合股 | 即时 | 立卷归档", "不计环节": "归档是内部事务"})


@near_miss("R606")
def stays_out(draft: Draft, dice: random.Random) -> None:
    """未进驻原因."""
    rows(draft.approval)[3] = set_cell(rows(draft.approval)[3], 1, "综合股")
    draft.approval.update({"地点": "示范市示范局登记大厅", "未进驻原因": OWN_HALL})


@defect("R607")
def paid_in_an_office(draft: Draft, dice: random.Random) -> None:
    """综合股 takes the money."""
    rows(draft.approval)[1]["环节"] = set_cell(rows(draft.approval)[1]["环节"], 1, "综合股")
    rows(draft.approval)[1]["环节"] = set_cell(rows(draft.approval)[1]["环节"], 3, "材料审核、收费")


@defect("R607")
def paid_elsewhere(draft: Draft, dice: random.Random) -> None:
    """缴费 at another department."""
    rows(draft.approval).insert(3, {"环节": "缴费 | 发改局 | 即时 | 缴款", "沿自": "无"})


@near_miss("R607")
def paid_at_the_window(draft: Draft, dice: random.Random) -> None:
    """行政审批股 takes the money, or the hall."""
    rows(draft.approval)[3] = set_cell(rows(draft.approval)[3], 3, "收费、制证、盖章、送达")
    rows(draft.other).insert(3, {"环节": "缴费 | 行政服务中心 | 即时 | 缴款", "沿自": "无"})


@near_miss("R607")
def a_power_is_paid_in_an_office(draft: Draft, dice: random.Random) -> None:
    """No 行政审批事项."""
    rows(draft.power)[3] = set_cell(rows(draft.power)[3], 3, "收费、制证、送达")


@defect("R608")
def in_the_department(draft: Draft, dice: random.Random) -> None:
    """The old place."""
    draft.approval["地点"] = "示范市示范局一楼办事大厅"


@defect("R608")
def here_and_there(draft: Draft, dice: random.Random) -> None:
    """The hall, and the department besides."""
    draft.other["地点"] = "示范市行政服务中心3号窗口、住建局二楼"


@near_miss("R608")
def a_hall_by_another_name(draft: Draft, dice: random.Random) -> None:
    """政务大厅, and in it the window of the department."""
    draft.approval["地点"] = "示范市政务服务大厅一楼,示范局3号窗口"


@near_miss("R608")
def powers_stay_where_they_are(draft: Draft, dice: random.Random) -> None:
    """Only 行政审批事项 move; this one has a reason."""
    draft.approval.update({"地点": "示范市示范局登记大厅", "未进驻原因": OWN_HALL})


@defect("R613")
def nobody_is_told(draft: Draft, dice: random.Random) -> None:
    """监管措施 without any notice."""
    draft.approval["监管措施"] = "三十日内开展首次检查"


@defect("R613")
def no_supervision(draft: Draft, dice: random.Random) -> None:
    """No 监管措施."""
    del draft.approval["监管措施"]


@near_miss("R613")
def told_in_a_step(draft: Draft, dice: random.Random) -> None:
    """The notice is a step that is not counted."""
    draft.approval["监管措施"] = "三十日内开展首次检查"
    rows(draft.approval).append({"环节": "通报 | 行政审批股 | 即时 | 抄送业务股", "不计环节": "批后通报"})


@near_miss("R613")
def other_types_need_none(draft: Draft, dice: random.Random) -> None:
    """A cancelled 许可 is not approved any more."""
    draft.approval["优化后"] = {"取消": "上位法已废止"}
    draft.approval["监管措施"] = "双随机抽查"


@defect("R614")
def no_word_of_guidance(draft: Draft, dice: random.Random) -> None:
    """A reason and a hall, nothing else."""
    draft.approval["未进驻原因"] = "登记大厅专网独立,暂不能进驻"


@defect("R614")
def no_hall(draft: Draft, dice: random.Random) -> None:
    """Guided, but where?"""
    draft.approval.update({"地点": "示范路1号", "未进驻原因": "条件不具备,暂不能进驻中心,接受行政服务中心业务指导"})


@near_miss("R614")
def the_hall_is_the_place(draft: Draft, dice: random.Random) -> None:
    """The hall stands under 地点."""
    draft.approval.update({"地点": "示范局车管所一楼", "未进驻原因": "专网独立,暂不能进驻,接受行政服务中心考核"})


@near_miss("R614")
def before_anybody_enters(draft: Draft, dice: random.Random) -> None:
    """A plan without an entry."""
    draft.approval["未进驻原因"] = "暂未进驻"
    draft.plan["阶段"][3] = NO_ENTRY
