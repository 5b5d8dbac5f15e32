"""YS, ZX: 优化营商环境, 在线政务服务."""

from __future__ import annotations

import random
from copy import deepcopy

from tests.rulebook.clean import Draft, Keys
from tests.rulebook.planted.later import AFTER_2019, AFTER_2020, BEFORE_2019, later
from tests.rulebook.planting import defect, near_miss


def _conditions(matter: Keys, before: list[str], after: list[str]) -> None:
    matter.pop("条件")
    matter["优化前"]["条件"], matter["优化后"]["条件"] = before, after


@defect("YS35")
def training_demanded(draft: Draft, dice: random.Random) -> None:
    """One condition more."""
    _conditions(draft.approval, ["有固定的场所"], ["有固定的场所", "从业人员经过培训"])
    later(draft, AFTER_2020)


@defect("YS35")
def conditions_out_of_nothing(draft: Draft, dice: random.Random) -> None:
    """From 无 to two."""
    draft.service["优化前"]["条件"] = "无"
    draft.service["优化后"]["条件"] = ["本市户籍", "年满十八周岁"]
    del draft.service["条件"]
    later(draft, AFTER_2020)


@near_miss("YS35")
def condition_by_law(draft: Draft, dice: random.Random) -> None:
    """With its article."""
    _conditions(draft.approval, ["有固定的场所"], ["有固定的场所", "消防合格(《消防法》第十五条)"])
    later(draft, AFTER_2020)


@near_miss("YS35")
def condition_reworded(draft: Draft, dice: random.Random) -> None:
    """As many as before."""
    _conditions(draft.approval, ["有固定的场所", "有制度"], ["有固定的经营场所", "有管理制度"])
    later(draft, AFTER_2020)


@near_miss("YS35")
def condition_before_2020(draft: Draft, dice: random.Random) -> None:
    """The regulation did not exist."""
    _conditions(draft.approval, ["有固定的场所"], ["有固定的场所", "从业人员经过培训"])


@defect("YS36")
def service_without_limit(draft: Draft, dice: random.Random) -> None:
    """时限: 无."""
    draft.service["优化后"]["时限"] = "无"
    later(draft, AFTER_2020)


@defect("YS36")
def power_without_limit(draft: Draft, dice: random.Random) -> None:
    """时限: 无, in both versions."""
    draft.power["优化前"]["时限"] = draft.power["优化后"]["时限"] = "无"
    later(draft, AFTER_2020)


@near_miss("YS36")
def at_once(draft: Draft, dice: random.Random) -> None:
    """即时 is a limit."""
    draft.service["优化后"] |= {"时限": "即时", "流程": ["当场办理 | 综合股 | 即时 | 形式审查、送达"]}
    later(draft, AFTER_2020)


@near_miss("YS36")
def internal_without_limit(draft: Draft, dice: random.Random) -> None:
    """其他事项 are no 政务服务事项."""
    draft.service.update({"类型": "其他事项", "种类": "机关内部运转"})
    draft.service["优化后"]["时限"] = "无"
    later(draft, AFTER_2020)


@near_miss("YS36")
def without_limit_before_2020(draft: Draft, dice: random.Random) -> None:
    """The regulation did not exist."""
    draft.service["优化后"]["时限"] = "无"


def _paper(matter: Keys, day: str, draft: Draft, **facts: str) -> None:
    paper: Keys = {"名称": "安全评估报告", "依据": "《示范办法》第三条"} | facts
    matter["优化前"]["材料"].append(deepcopy(paper))
    matter["优化后"]["材料"].append({key: text for key, text in paper.items() if key in ("名称", "份数")})
    later(draft, day)


@defect("YS43")
def report_by_measures(draft: Draft, dice: random.Random) -> None:
    """《…办法》 is not enough."""
    _paper(draft.approval, AFTER_2020, draft, 来源="中介")


@defect("YS43")
def report_of_a_named_body(draft: Draft, dice: random.Random) -> None:
    """A 中介 of 外部机构, and a 通知."""
    draft.plan["外部机构"]["中介"] = "评估公司"
    _paper(draft.other, AFTER_2020, draft, 来源="评估公司", 依据="《关于示范评估的通知》")


@near_miss("YS43")
def report_by_regulation(draft: Draft, dice: random.Random) -> None:
    """《…条例》."""
    _paper(draft.approval, AFTER_2020, draft, 来源="中介", 依据="《安全评估条例》第八条")


@near_miss("YS43")
def report_by_decision(draft: Draft, dice: random.Random) -> None:
    """国务院决定, whose title has words between the two."""
    basis = "《国务院对确需保留的行政审批项目设定行政许可的决定》第十二项"
    _paper(draft.approval, AFTER_2020, draft, 来源="中介", 依据=basis)


@near_miss("YS43")
def report_of_the_applicant(draft: Draft, dice: random.Random) -> None:
    """自备."""
    _paper(draft.approval, AFTER_2020, draft, 来源="自备")


@near_miss("YS43")
def report_for_a_service(draft: Draft, dice: random.Random) -> None:
    """The sentence is about approvals."""
    _paper(draft.service, AFTER_2020, draft, 来源="中介")


@defect("YS44")
def proof_by_measures(draft: Draft, dice: random.Random) -> None:
    """《…办法》 is not enough."""
    _paper(draft.service, AFTER_2020, draft, 名称="居住证明")


@defect("YS44")
def proof_by_notice(draft: Draft, dice: random.Random) -> None:
    """《…通知》."""
    _paper(draft.approval, AFTER_2020, draft, 名称="无违法记录证明(原件)", 依据="《关于示范工作的通知》")


@near_miss("YS44")
def proof_by_law(draft: Draft, dice: random.Random) -> None:
    """《…法》."""
    _paper(draft.service, AFTER_2020, draft, 名称="居住证明", 依据="《示范法》第三条")


@near_miss("YS44")
def certificate(draft: Draft, dice: random.Random) -> None:
    """身份证明 is a 法定证照."""
    _paper(draft.service, AFTER_2020, draft, 名称="法定代表人身份证明")


@near_miss("YS44")
def proof_before_2020(draft: Draft, dice: random.Random) -> None:
    """The regulation did not exist."""
    _paper(draft.service, BEFORE_2019, draft, 名称="居住证明")


@defect("ZX07")
def licence_uploaded(draft: Draft, dice: random.Random) -> None:
    """Said to be shared, asked for all the same."""
    _paper(draft.approval, AFTER_2019, draft, 名称="营业执照复印件", 可共享="是")


@defect("ZX07")
def identity_uploaded_twice(draft: Draft, dice: random.Random) -> None:
    """In two copies."""
    _paper(draft.service, "2019-04-26", draft, 名称="身份证复印件", 可共享="是", 份数="2份")


@near_miss("ZX07")
def only_at_the_window(draft: Draft, dice: random.Random) -> None:
    """The article is about online handling."""
    _paper(draft.approval, AFTER_2019, draft, 名称="营业执照复印件", 可共享="是")
    draft.approval["渠道"] = "窗口"


@near_miss("ZX07")
def shared_before_2019(draft: Draft, dice: random.Random) -> None:
    """The day before."""
    _paper(draft.approval, "2019-04-25", draft, 名称="营业执照复印件", 可共享="是")


@near_miss("ZX07")
def not_shared(draft: Draft, dice: random.Random) -> None:
    """可共享: 否."""
    _paper(draft.approval, AFTER_2019, draft, 可共享="否")
