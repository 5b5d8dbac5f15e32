"""XX, YS, ZX, FY, XF: disclosure of information, business environment, online services, 复议, 信访."""

from __future__ import annotations

import random
from copy import deepcopy

from tests.rulebook.clean import Draft, Keys
from tests.rulebook.planted.later import later
from tests.rulebook.planting import defect, near_miss

BEFORE_2019, AFTER_2019, AFTER_2020 = "2018-03-31", "2019-12-31", "2020-03-31"


def _request(draft: Draft, limit: str, day: str) -> Keys:
    draft.service["名称"] = "依申请公开政府信息"
    draft.service["优化后"] = {"时限": limit, "流程": [f"答复 | 综合股 | {limit} | 登记、审核、答复"], "材料": "申请书"}
    later(draft, day)
    return draft.service


@defect("XX24")
def answered_in_sixteen_days(draft: Draft, dice: random.Random) -> None:
    """16工作日."""
    _request(draft, "16工作日", BEFORE_2019)


@defect("XX24")
def answered_with_extension(draft: Draft, dice: random.Random) -> None:
    """15+15 as the usual limit."""
    _request(draft, "30工作日", BEFORE_2019)["名称"] = "政府信息公开申请处理"


@near_miss("XX24")
def answered_in_fifteen_days(draft: Draft, dice: random.Random) -> None:
    """15工作日."""
    _request(draft, "15工作日", BEFORE_2019)


@near_miss("XX24")
def other_answer(draft: Draft, dice: random.Random) -> None:
    """Another service may take longer."""
    _request(draft, "16工作日", BEFORE_2019)["名称"] = "公共信息咨询答复"


@near_miss("XX24")
def answered_under_the_new_text(draft: Draft, dice: random.Random) -> None:
    """20工作日 since 2019-05-15."""
    _request(draft, "20工作日", AFTER_2019)


@defect("XX33")
def answered_in_twenty_one_days(draft: Draft, dice: random.Random) -> None:
    """21工作日."""
    _request(draft, "21工作日", AFTER_2019)


@defect("XX33")
def answered_in_a_month(draft: Draft, dice: random.Random) -> None:
    """31自然日 are 21 working days at least."""
    draft.plan["口径"] = {"混合日": "折算"}
    _request(draft, "31自然日", AFTER_2019)


@near_miss("XX33")
def answered_in_twenty_days(draft: Draft, dice: random.Random) -> None:
    """20工作日."""
    _request(draft, "20工作日", AFTER_2019)


@near_miss("XX33")
def answered_late_before(draft: Draft, dice: random.Random) -> None:
    """21工作日 before the new text: another rule."""
    _request(draft, "21工作日", BEFORE_2019)


@defect("XX42")
def pays_for_copies(draft: Draft, dice: random.Random) -> None:
    """复制费."""
    _request(draft, "15工作日", AFTER_2019)["收费"] = "复制费 | 每页0.5元 | 《示范办法》第八条"


@defect("XX42")
def pays_for_searching(draft: Draft, dice: random.Random) -> None:
    """检索费 beside what is allowed."""
    fees = ["信息处理费 | 按件 | 国办函〔2020〕109号", "检索费 | 每件10元 | 《示范办法》第八条"]
    _request(draft, "15工作日", AFTER_2019)["收费"] = fees


@near_miss("XX42")
def pays_for_too_many(draft: Draft, dice: random.Random) -> None:
    """信息处理费."""
    _request(draft, "15工作日", AFTER_2019)["收费"] = "信息处理费 | 按件 | 国办函〔2020〕109号"


@near_miss("XX42")
def paid_before_2019(draft: Draft, dice: random.Random) -> None:
    """复制费 under the old text."""
    _request(draft, "15工作日", BEFORE_2019)["收费"] = "复制费 | 每页0.5元 | 《示范办法》第八条"


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


def _review(draft: Draft, accepting: str, limit: str, day: str = BEFORE_2019, name: str = "行政复议决定") -> None:
    flow = [
        f"受理 | 综合股 | {accepting} | 审查申请",
        "审理 | 综合股 | 8工作日 | 审理",
        "决定 | 局领导 | 3工作日 | 签批",
    ]
    draft.power.update({"名称": name, "种类": "行政复议", "优化后": {"时限": limit, "流程": flow, "材料": "申请书"}})
    later(draft, day)


@defect("FY17")
def received_in_six_days(draft: Draft, dice: random.Random) -> None:
    """6工作日."""
    _review(draft, "6工作日", "40工作日")


@defect("FY17")
def received_in_ten_days(draft: Draft, dice: random.Random) -> None:
    """10工作日."""
    _review(draft, "10工作日", "40工作日", "2023-12-31")


@near_miss("FY17")
def received_in_five_days(draft: Draft, dice: random.Random) -> None:
    """5工作日."""
    _review(draft, "5工作日", "40工作日")


@near_miss("FY17")
def received_and_heard(draft: Draft, dice: random.Random) -> None:
    """What of it is 受理 cannot be seen."""
    _review(draft, "5工作日", "40工作日")
    draft.power["优化后"]["流程"][0] = "受理审查 | 综合股 | 9工作日 | 审查申请、通知答复"


@defect("FY31")
def decided_in_forty_five_working_days(draft: Draft, dice: random.Random) -> None:
    """61 calendar days at least."""
    _review(draft, "5工作日", "45工作日")


@defect("FY31")
def decided_with_extension(draft: Draft, dice: random.Random) -> None:
    """60 and 30."""
    _review(draft, "5工作日", "66工作日")


@near_miss("FY31")
def decided_in_forty_four_working_days(draft: Draft, dice: random.Random) -> None:
    """60 calendar days."""
    _review(draft, "5工作日", "44工作日")


@near_miss("FY31")
def decided_late_after_2023(draft: Draft, dice: random.Random) -> None:
    """Another rule."""
    _review(draft, "5工作日", "45工作日", "2024-01-01")


@defect("FY62")
def decided_late_under_the_new_law(draft: Draft, dice: random.Random) -> None:
    """45工作日."""
    _review(draft, "5工作日", "45工作日", "2024-01-01")


@defect("FY62")
def simple_review_too_long(draft: Draft, dice: random.Random) -> None:
    """31 calendar days at least."""
    _review(draft, "3工作日", "23工作日", "2024-03-31", "行政复议决定(简易程序)")


@near_miss("FY62")
def simple_review_in_time(draft: Draft, dice: random.Random) -> None:
    """30 calendar days."""
    _review(draft, "3工作日", "22工作日", "2024-03-31", "行政复议决定(简易程序)")


@near_miss("FY62")
def review_in_time(draft: Draft, dice: random.Random) -> None:
    """Longer than a simple one."""
    _review(draft, "5工作日", "44工作日", "2024-03-31")


def _petition(draft: Draft, receiving: str, limit: str, day: str = BEFORE_2019, name: str = "信访事项办理") -> None:
    flow = [
        f"登记受理 | 综合股 | {receiving} | 登记、受理告知",
        "调查 | 综合股 | 5工作日 | 调查",
        "答复 | 局领导 | 3工作日 | 答复",
    ]
    draft.power.update({"名称": name, "种类": "其他", "优化后": {"时限": limit, "流程": flow, "材料": "无"}})
    later(draft, day)


@defect("XF22")
def petition_received_late(draft: Draft, dice: random.Random) -> None:
    """12工作日 are 16 calendar days."""
    _petition(draft, "12工作日", "40工作日")


@defect("XF22")
def petition_received_later(draft: Draft, dice: random.Random) -> None:
    """20工作日."""
    _petition(draft, "20工作日", "40工作日", "2022-04-30", "信访答复")


@near_miss("XF22")
def petition_received_in_time(draft: Draft, dice: random.Random) -> None:
    """11工作日 are 15 calendar days."""
    _petition(draft, "11工作日", "40工作日")


@near_miss("XF22")
def petition_received_late_after_2022(draft: Draft, dice: random.Random) -> None:
    """The old regulation is gone."""
    _petition(draft, "12工作日", "40工作日", "2022-05-01")


@defect("XF33")
def petition_finished_late(draft: Draft, dice: random.Random) -> None:
    """45工作日."""
    _petition(draft, "5工作日", "45工作日")


@defect("XF33")
def petition_with_extension(draft: Draft, dice: random.Random) -> None:
    """90 calendar days."""
    draft.plan["口径"] = {"混合日": "折算"}
    _petition(draft, "5工作日", "45工作日")
    draft.power["优化后"] |= {"时限": "90自然日", "流程": ["办理 | 综合股 | 90自然日 | 登记、调查、答复"]}


@near_miss("XF33")
def petition_in_time(draft: Draft, dice: random.Random) -> None:
    """60自然日."""
    draft.plan["口径"] = {"混合日": "折算"}
    _petition(draft, "5工作日", "45工作日")
    draft.power["优化后"] |= {"时限": "60自然日", "流程": ["办理 | 综合股 | 60自然日 | 登记、调查、答复"]}


@near_miss("XF33")
def petition_reviewed(draft: Draft, dice: random.Random) -> None:
    """复核 has a limit of its own."""
    _petition(draft, "5工作日", "45工作日", name="信访事项复核")


@defect("XF34")
def petition_late_since_2022(draft: Draft, dice: random.Random) -> None:
    """45工作日."""
    _petition(draft, "5工作日", "45工作日", "2022-05-01")


@defect("XF34")
def petition_much_too_late(draft: Draft, dice: random.Random) -> None:
    """60工作日."""
    _petition(draft, "5工作日", "60工作日", "2023-03-31", "信访投诉处理")


@near_miss("XF34")
def petition_in_time_since_2022(draft: Draft, dice: random.Random) -> None:
    """44工作日."""
    _petition(draft, "5工作日", "44工作日", "2022-05-01")


@near_miss("XF34")
def petition_late_before_2022(draft: Draft, dice: random.Random) -> None:
    """Another rule."""
    _petition(draft, "5工作日", "45工作日", "2022-04-30")
