"""QZ18, QZ35: how 行政强制 is carried out."""

from __future__ import annotations

import random

from tests.rulebook.clean import Draft, Keys
from tests.rulebook.planting import defect, near_miss

APPROVAL = "报批 | 局领导 | 1工作日 | 负责人批准"


SEALING = "实施 | 业务股 | 即时 | 当场告知、听取陈述申辩、实施(2人以上)、制作现场笔录"


HANDLING = "处理 | 局领导 | 9工作日 | 处理决定"


FREEZING = "实施 | 业务股 | 即时 | 通知金融机构(2人以上)、制作现场笔录"


def enforce(draft: Draft, name: str, *flow: str, limit: str = "20工作日") -> Keys:
    """The power becomes a 行政强制."""
    draft.power.update(
        {
            "名称": name,
            "种类": "行政强制",
            "出具": "行政强制决定书",
            "优化后": {"时限": limit, "流程": list(flow), "材料": "无"},
        }
    )
    return draft.power


@defect("QZ18")
def one_seals_alone(draft: Draft, dice: random.Random) -> None:
    """No number of people."""
    enforce(draft, "违法物品扣押", APPROVAL, SEALING.replace("(2人以上)", ""), HANDLING)


@defect("QZ18")
def party_not_heard(draft: Draft, dice: random.Random) -> None:
    """陈述申辩 cut away."""
    enforce(draft, "违法场所查封", APPROVAL, SEALING.replace("、听取陈述申辩", ""), HANDLING)


@defect("QZ18")
def frozen_without_record(draft: Draft, dice: random.Random) -> None:
    """现场笔录 is for freezing, too."""
    enforce(draft, "违法资金冻结", APPROVAL, FREEZING.replace("、制作现场笔录", ""), HANDLING)


@near_miss("QZ18")
def all_four(draft: Draft, dice: random.Random) -> None:
    """In any step."""
    enforce(draft, "违法物品扣押", APPROVAL, SEALING, HANDLING)


@near_miss("QZ18")
def frozen_unheard(draft: Draft, dice: random.Random) -> None:
    """For freezing nobody is heard before."""
    enforce(draft, "违法资金冻结", APPROVAL, FREEZING, HANDLING)


@near_miss("QZ18")
def record_as_document(draft: Draft, dice: random.Random) -> None:
    """The record is what the step makes."""
    power = enforce(draft, "违法物品扣押", APPROVAL, HANDLING)
    row = {"环节": SEALING.replace("、制作现场笔录", ""), "出具": "现场笔录"}
    power["优化后"]["流程"].insert(1, row)


@near_miss("QZ18")
def enforcement_of_a_decision(draft: Draft, dice: random.Random) -> None:
    """Chapter 4, not 3."""
    enforce(draft, "违法建筑强制拆除", "催告 | 业务股 | 10工作日 | 催告", HANDLING)


@defect("QZ35")
def pulled_down_unwarned(draft: Draft, dice: random.Random) -> None:
    """No 催告."""
    enforce(
        draft, "违法建筑强制拆除", "决定 | 局领导 | 3工作日 | 强制执行决定", "执行 | 业务股 | 5工作日 | 拆除(2人以上)"
    )


@defect("QZ35")
def warned_afterwards(draft: Draft, dice: random.Random) -> None:
    """催告 after the decision."""
    flow = (
        "决定 | 局领导 | 3工作日 | 代履行决定",
        "催告 | 业务股 | 3工作日 | 催告",
        "执行 | 业务股 | 5工作日 | 代履行",
    )
    enforce(draft, "河道清淤代履行", *flow)


@near_miss("QZ35")
def warned_before(draft: Draft, dice: random.Random) -> None:
    """催告书 as the document of a step."""
    warning = {"环节": "责令履行 | 业务股 | 10工作日 | 书面通知", "出具": "催告书"}
    power = enforce(draft, "违法建筑强制拆除", "决定 | 局领导 | 3工作日 | 强制执行决定")
    power["优化后"]["流程"].insert(0, warning)


@near_miss("QZ35")
def cleared_at_once(draft: Draft, dice: random.Random) -> None:
    """Art. 52."""
    enforce(draft, "道路障碍物立即代履行", "决定 | 局领导 | 即时 | 决定", "清除 | 业务股 | 1工作日 | 清除(2人以上)")


@near_miss("QZ35")
def seized_not_enforced(draft: Draft, dice: random.Random) -> None:
    """A measure, not an enforcement."""
    enforce(draft, "违法物品扣押", APPROVAL, SEALING, HANDLING)
