"""R401, R403, R404, R405: what becomes of matters that are cancelled, devolved, reviewed once or only filed."""

from __future__ import annotations

import random

from tests.rulebook.clean import Draft, Keys, rows
from tests.rulebook.planting import defect, near_miss

TOWN = "所在镇便民服务中心"


def _devolve(matter: Keys, **said: object) -> None:
    matter["优化后"] = {"下放": "镇(乡)", **said}


def _flow_of_town(receiver: str) -> list[object]:
    return [
        f"受理 | {receiver} | 1工作日 | 形式审查、一次告知",
        {"环节": "登记 | 镇政府 | 2工作日 | 信息核对、登记", "沿自": "审批"},
        "制证送达 | 镇政府 | 1工作日 | 制证、盖章、送达",
    ]


@defect("R401")
def only_devolved(draft: Draft, dice: random.Random) -> None:
    """Nothing but the receiving level."""
    _devolve(draft.approval)


@defect("R401")
def devolved_to_another_place(draft: Draft, dice: random.Random) -> None:
    """The new place is no process."""
    del draft.service["地点"]
    draft.service["优化前"]["地点"] = "示范市示范局一楼"
    _devolve(draft.service, 地点=TOWN)


@near_miss("R401")
def devolved_with_papers(draft: Draft, dice: random.Random) -> None:
    """One of the three parts is said."""
    _devolve(draft.service, 材料="申请书")


@near_miss("R401")
def cancelled_outright(draft: Draft, dice: random.Random) -> None:
    """What is cancelled has no process."""
    draft.power["优化后"] = "取消"


@defect("R403")
def cancelled_and_forgotten(draft: Draft, dice: random.Random) -> None:
    """取消 without 监管措施."""
    draft.power["优化后"] = {"取消": "上位法已废止"}


@defect("R403")
def devolved_and_forgotten(draft: Draft, dice: random.Random) -> None:
    """下放 without 监管措施."""
    del draft.approval["监管措施"]
    _devolve(draft.approval, 时限="4工作日", 流程=_flow_of_town("镇政府"))


@near_miss("R403")
def cancelled_and_watched(draft: Draft, dice: random.Random) -> None:
    """取消 with 监管措施."""
    draft.power.update({"监管措施": "纳入双随机抽查", "优化后": "取消"})


@near_miss("R403")
def reworked_and_unwatched(draft: Draft, dice: random.Random) -> None:
    """Neither cancelled nor devolved."""
    draft.power.pop("监管措施", None)


@defect("R404")
def filed_but_reviewed(draft: Draft, dice: random.Random) -> None:
    """A 备案 with 材料审核 and days."""
    draft.power["名称"] = draft.power["名称"].replace("等级认定", "等级备案(年度)")


@defect("R404")
def filed_but_slow(draft: Draft, dice: random.Random) -> None:
    """A 备案 without any review, in two days."""
    draft.power["名称"] = "促销活动备案"
    draft.power["优化后"] = {"时限": "2工作日", "流程": ["受理登记 | 综合股 | 2工作日 | 形式审查、登记、送达"]}


@defect("R404")
def reviewed_in_town_first(draft: Draft, dice: random.Random) -> None:
    """初审 of a lower body before our own review."""
    draft.approval["优化后"]["时限"] = "12工作日"
    rows(draft.approval).insert(1, "镇初审 | 镇政府 | 2工作日 | 材料初审")


@near_miss("R404")
def really_filed(draft: Draft, dice: random.Random) -> None:
    """A 备案 on the spot with nothing but a look at the form."""
    draft.power["名称"] = "促销活动备案"
    draft.power["优化后"] = {"时限": "即时", "流程": ["受理登记 | 综合股 | 即时 | 形式审查、登记、送达"]}


@near_miss("R404")
def service_called_so(draft: Draft, dice: random.Random) -> None:
    """A public service is no power that is kept under another name."""
    draft.service["名称"] = "促销活动备案"


@near_miss("R404")
def decided_by_the_province(draft: Draft, dice: random.Random) -> None:
    """Where the province decides, ours is the first review that the law wants."""
    draft.approval["终审"] = "省终审"
    draft.approval["优化后"]["时限"] = "12工作日"
    rows(draft.approval).insert(2, "省级复审 | 省示范厅 | 2工作日 | 材料审核、现场核查(2人以上)")


@near_miss("R404")
def only_the_site_is_seen_in_town(draft: Draft, dice: random.Random) -> None:
    """Another content."""
    draft.approval["优化后"]["时限"] = "12工作日"
    rows(draft.approval).insert(1, "意见审查 | 镇政府 | 2工作日 | 出具布点意见")


@defect("R405")
def devolved_but_in_the_centre(draft: Draft, dice: random.Random) -> None:
    """The place stays the window of the city."""
    _devolve(draft.approval)


@defect("R405")
def devolved_but_accepted_by_us(draft: Draft, dice: random.Random) -> None:
    """The place is the town, the 环节 is ours."""
    draft.approval["地点"] = TOWN
    _devolve(draft.approval, 时限="4工作日", 流程=_flow_of_town("行政审批股"))


@near_miss("R405")
def devolved_to_the_town(draft: Draft, dice: random.Random) -> None:
    """Place and 环节 are the town's."""
    draft.approval["地点"] = TOWN
    _devolve(draft.approval, 时限="4工作日", 流程=_flow_of_town("镇政府"))


@near_miss("R405")
def devolved_to_where_one_lives(draft: Draft, dice: random.Random) -> None:
    """Close by in other words; how it is done there is not said (R401)."""
    draft.approval["地点"] = "申请人居住地服务窗口"
    _devolve(draft.approval)
