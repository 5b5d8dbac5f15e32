"""R501, R502, R503, R504, R505, R506: what stands in 一次性告知单."""

from __future__ import annotations

import random

from tests.rulebook.clean import Draft, rows, set_cell
from tests.rulebook.planting import defect, near_miss


@defect("R501")
def nobody_says_where(draft: Draft, dice: random.Random) -> None:
    """No 地点, and people come to a counter."""
    del draft.service["地点"]


@defect("R501")
def no_number_to_ask(draft: Draft, dice: random.Random) -> None:
    """No 咨询电话 in two matters."""
    del draft.approval["咨询电话"], draft.power["咨询电话"]


@defect("R501")
def mail_to_nowhere(draft: Draft, dice: random.Random) -> None:
    """邮寄 without an address."""
    draft.service["渠道"] = "窗口、邮寄"
    del draft.service["邮寄地址"]


@near_miss("R501")
def online_only(draft: Draft, dice: random.Random) -> None:
    """Without a counter there is no place."""
    draft.service["渠道"] = "网上、电话"
    del draft.service["地点"]


@near_miss("R501")
def secret_has_no_notice_to_the_public(draft: Draft, dice: random.Random) -> None:
    """Nobody reads it."""
    draft.power["涉密"] = "秘密级(虚构依据)"
    del draft.power["咨询电话"]


@near_miss("R501")
def cancelled_needs_none(draft: Draft, dice: random.Random) -> None:
    """No notice of what is no longer done."""
    draft.power["优化后"] = {"取消": "上位法已废止"}
    del draft.power["地点"]


@defect("R502")
def three_copies_in_the_name(draft: Draft, dice: random.Random) -> None:
    """一式三份."""
    for version in ("优化前", "优化后"):
        draft.approval[version]["材料"][0]["名称"] = "申请书一式三份"


@defect("R502")
def copies_before_the_noun(draft: Draft, dice: random.Random) -> None:
    """2份照片."""
    draft.power["优化后"]["材料"][0] |= {"名称": "2份申请书", "沿自": "申请书"}


@near_miss("R502")
def one_copy_in_the_name(draft: Draft, dice: random.Random) -> None:
    """一份 is what is meant without it."""
    draft.power["优化后"]["材料"][0] |= {"名称": "申请书一份", "沿自": "申请书"}


@near_miss("R502")
def copies_in_their_place(draft: Draft, dice: random.Random) -> None:
    """份数, and a month in the name."""
    draft.power["优化后"]["材料"][0] |= {"名称": "十二月份一式两份申请书", "份数": "2份", "沿自": "申请书"}


@defect("R503")
def another_licence_in_the_chart(draft: Draft, dice: random.Random) -> None:
    """制证送达 issues what 出具 does not name."""
    rows(draft.approval)[-1] = {"环节": rows(draft.approval)[-1], "出具": "卫生合格证"}


@defect("R503")
def a_paper_nobody_hands_in(draft: Draft, dice: random.Random) -> None:
    """使用 of what is no material."""
    rows(draft.power)[1]["使用"] = "环境影响报告书"


@near_miss("R503")
def the_same_licence(draft: Draft, dice: random.Random) -> None:
    """With and without 《》; the receipt of 受理 is not what is promised."""
    steps = rows(draft.approval)
    steps[-1] = {"环节": steps[-1], "出具": f"《{draft.approval['出具']}》"}
    steps[0] = {"环节": steps[0], "出具": "受理通知书"}


@near_miss("R503")
def made_on_the_way(draft: Draft, dice: random.Random) -> None:
    """使用 of a record that an earlier step makes, and of a material."""
    steps = rows(draft.power)
    steps[1]["出具"] = "核查记录"
    steps[2]["使用"] = "核查记录、申请书"


@defect("R504")
def a_digit_is_missing(draft: Draft, dice: random.Random) -> None:
    """Six digits after the area code."""
    draft.service["咨询电话"] = "0453-555000"


@defect("R504")
def a_digit_too_many(draft: Draft, dice: random.Random) -> None:
    """Seven digits of 邮政编码."""
    draft.power["邮政编码"] = "1571000"


@defect("R504")
def it_watches_itself(draft: Draft, dice: random.Random) -> None:
    """监督机构 is the office in charge."""
    draft.power["承办"] = "综合股"
    draft.power["监督机构"] = "示范市示范局综合股"


@near_miss("R504")
def several_numbers(draft: Draft, dice: random.Random) -> None:
    """A hot line, a mobile, an extension, with words beside them."""
    draft.service["咨询电话"] = "值班室:0453-5550003转801、13904531234、(0453)5550004、12345"


@near_miss("R504")
def its_inspectors(draft: Draft, dice: random.Random) -> None:
    """监督机构 is another office of the same department."""
    draft.power["承办"] = "综合股"
    draft.power["监督机构"] = "示范市示范局监察室"


@defect("R505")
def fee_without_basis(draft: Draft, dice: random.Random) -> None:
    """Who allows it is not said."""
    draft.power["收费"] = "工本费 | 每证4元"


@defect("R505")
def fee_as_provided(draft: Draft, dice: random.Random) -> None:
    """按有关规定."""
    draft.service["收费"] = [f"查询费 | {dice.choice(('按规定', '按有关规定收取', '国家标准'))} | 《示范条例》第九条"]


@defect("R505")
def fee_of_nothing(draft: Draft, dice: random.Random) -> None:
    """A fee that is free."""
    draft.approval["收费"] = "工本费 | 免费 | 示财发〔2016〕2号"


@near_miss("R505")
def whose_standard(draft: Draft, dice: random.Random) -> None:
    """省定标准 says whose, the other which document."""
    draft.power["收费"] = [
        "占用费 | 省定标准 | 《示范条例》第三十七条",
        "工本费 | 按示价发〔2016〕8号标准 | 示价发〔2016〕8号",
    ]


@near_miss("R505")
def no_longer_charged(draft: Draft, dice: random.Random) -> None:
    """What was charged before without a basis is not charged any more."""
    draft.power["优化前"]["收费"] = "工本费 | 按规定"
    draft.power["优化后"]["收费"] = "不收费"


@defect("R506")
def one_left_out(draft: Draft, dice: random.Random) -> None:
    """Of two 并联部门 one is no 共同实施部门."""
    draft.approval.update({"并联部门": "公安局、发改局", "共同实施": "发改局"})


@defect("R506")
def none_said(draft: Draft, dice: random.Random) -> None:
    """共同实施: 无, and there is a 并联部门."""
    draft.approval.update({"并联部门": "公安局", "共同实施": "无"})


@near_miss("R506")
def more_than_in_parallel(draft: Draft, dice: random.Random) -> None:
    """⊇."""
    draft.approval.update({"并联部门": "公安局", "共同实施": "发改局、公安局"})


@near_miss("R506")
def a_body_of_it(draft: Draft, dice: random.Random) -> None:
    """公安局交警大队 is 公安局; and what is not written is as 并联部门."""
    draft.approval.update({"并联部门": "公安局", "共同实施": "公安局"})
    rows(draft.approval)[1]["环节"] = set_cell(rows(draft.approval)[1]["环节"], 1, "公安局交警大队")
    draft.power["并联部门"] = "发改局"
