"""L26a, L32-1, L32-4, L32-5, L34-2, L34-3, L37-38, L45, L46-48, L53-57: how permits are handled."""

from __future__ import annotations

import random
from copy import deepcopy
from typing import Any

from tests.rulebook.clean import Draft, Keys, rows, set_cell
from tests.rulebook.planting import defect, near_miss

WINDOW = "行政审批股/受理岗"
REVIEWER = "行政审批股/审查岗"


def acts(matter: Keys, index: int, text: str) -> None:
    """Other procedures of a step after the reform."""
    flow = rows(matter)
    flow[index] = set_cell(flow[index], 3, text)


def insert(matter: Keys, index: int, row: Any) -> None:  # noqa: ANN401 - a row is a text or a mapping
    """A further step after the reform that takes no counted time."""
    rows(matter).insert(index, row)


def exit_of(matter: Keys, index: int, condition: str, target: str) -> None:
    """A 去向 of a step after the reform."""
    flow = rows(matter)
    row = flow[index] if isinstance(flow[index], dict) else {"环节": flow[index]}
    flow[index] = row | {"去向": {condition: target}}


@defect("L26a")
def another_office_delivers(draft: Draft, dice: random.Random) -> None:
    """受理 and 送达 in two offices."""
    flow = rows(draft.approval)
    flow[3] = set_cell(flow[3], 1, "综合股")


@defect("L26a")
def two_offices_accept(draft: Draft, dice: random.Random) -> None:
    """Each office takes in its own half."""
    insert(draft.other, 1, "业务受理 | 业务股 | 即时 | 登记")


@near_miss("L26a")
def another_office_reviews(draft: Draft, dice: random.Random) -> None:
    """What lies between may be elsewhere."""
    flow = rows(draft.approval)
    flow[1] = set_cell(flow[1], 1, "业务股")


@near_miss("L26a")
def another_department_accepts_too(draft: Draft, dice: random.Random) -> None:
    """Not one of our offices."""
    insert(draft.approval, 1, "公安受理 | 公安局 | 即时 | 登记")


@near_miss("L26a")
def notice_to_another_office(draft: Draft, dice: random.Random) -> None:
    """What is not counted is internal."""
    rows(draft.approval).append({"环节": "传送档案 | 综合股 | 即时 | 立卷归档", "不计环节": "内部事务"})


@defect("L32-1")
def acceptance_never_refused(draft: Draft, dice: random.Random) -> None:
    """The standard branch switched off."""
    draft.approval["支线"] = {"不予受理": "无"}


@defect("L32-1")
def acceptance_refused_by_word_of_mouth(draft: Draft, dice: random.Random) -> None:
    """Declared without a document."""
    draft.other["支线"] = {"不予受理": [f"口头告知 | {WINDOW} | 即时 | 说明情况"]}


@near_miss("L32-1")
def acceptance_refused_in_writing(draft: Draft, dice: random.Random) -> None:
    """The document is in the words of the procedure."""
    draft.approval["支线"] = {"不予受理": [f"不予受理 | {WINDOW} | 即时 | 出具不予受理通知书"]}


@near_miss("L32-1")
def confirmation_never_refused(draft: Draft, dice: random.Random) -> None:
    """No permit."""
    draft.power["支线"] = {"不予受理": "无"}


@near_miss("L32-1")
def another_branch_off(draft: Draft, dice: random.Random) -> None:
    """补正 is switched off, not this."""
    draft.approval["支线"] = {"一次告知补正": "无"}


@defect("L37-38")
def never_refused(draft: Draft, dice: random.Random) -> None:
    """The standard branch switched off."""
    draft.approval["支线"] = {"不予许可": "无"}


@defect("L37-38")
def refused_by_word_of_mouth(draft: Draft, dice: random.Random) -> None:
    """Declared without a document, in 优化后 alone."""
    draft.other["优化后"]["支线"] = {"不予许可": ["退件 | 行政审批股/股长 | 1工作日 | 退回材料"]}


@near_miss("L37-38")
def refused_in_writing(draft: Draft, dice: random.Random) -> None:
    """With its document."""
    step = {"环节": "不予许可 | 行政审批股/股长 | 1工作日 | 说明理由", "出具": "不予行政许可决定书"}
    draft.approval["支线"] = {"不予许可": [step]}


@near_miss("L37-38")
def cancelled_never_refused(draft: Draft, dice: random.Random) -> None:
    """What is cancelled is mended."""
    draft.approval.update({"支线": {"不予许可": "无"}, "优化后": {"取消": "上位法已废止"}})


@defect("L32-4")
def told_after_ten_days(draft: Draft, dice: random.Random) -> None:
    """More than five."""
    row = f"告知补正 | {WINDOW} | {dice.randint(6, 15)}工作日 | 出具补正告知书"
    draft.approval["支线"] = {"一次告知补正": [row]}


@defect("L32-4")
def told_after_acceptance(draft: Draft, dice: random.Random) -> None:
    """审查 finds something missing."""
    exit_of(draft.other, 1, "材料不齐全", "一次告知补正")


@defect("L32-4")
def told_twice(draft: Draft, dice: random.Random) -> None:
    """An own branch beside the standard one."""
    exit_of(draft.approval, 1, "需补充材料", "补正材料")
    draft.approval["优化后"]["支线"] = {"补正材料": [f"通知补正 | {REVIEWER} | 2工作日 | 出具补正通知书"]}


@near_miss("L32-4")
def told_in_five_days(draft: Draft, dice: random.Random) -> None:
    """Just within."""
    draft.approval["支线"] = {"一次告知补正": [f"告知补正 | {WINDOW} | 5工作日 | 出具补正告知书"]}


@near_miss("L32-4")
def told_at_acceptance(draft: Draft, dice: random.Random) -> None:
    """Said outright, once."""
    exit_of(draft.approval, 0, "材料不齐全", "一次告知补正")


@near_miss("L32-4")
def own_branch_instead(draft: Draft, dice: random.Random) -> None:
    """The standard branch gives way to the own one."""
    exit_of(draft.approval, 0, "材料不齐全", "补正材料")
    own = {"环节": f"通知补正 | {WINDOW} | 2工作日 | 出具补正通知书", "去向": "受理"}
    draft.approval["优化后"]["支线"] = {"一次告知补正": "无", "补正材料": [own]}


def _second_permit(draft: Draft) -> Keys:
    matter = deepcopy(draft.approval) | {"名称": "示范经营许可证变更"}
    draft.files["示范局/04-变更.yaml"] = matter
    return matter


def _receipt(matter: Keys) -> None:
    rows(matter)[0] = {"环节": rows(matter)[0], "出具": "受理通知书"}


@defect("L32-5")
def second_permit_without_receipt(draft: Draft, dice: random.Random) -> None:
    """The first says what it hands out, the second does not."""
    _second_permit(draft)
    _receipt(draft.approval)


@defect("L32-5")
def first_permit_without_receipt(draft: Draft, dice: random.Random) -> None:
    """The other way round."""
    _receipt(_second_permit(draft))


@near_miss("L32-5")
def both_with_receipt(draft: Draft, dice: random.Random) -> None:
    """Both say it."""
    _receipt(_second_permit(draft))
    _receipt(draft.approval)


@near_miss("L32-5")
def receipt_of_a_service(draft: Draft, dice: random.Random) -> None:
    """Permits are compared with permits of the same department."""
    _receipt(draft.service)
    _receipt(draft.other)


@defect("L34-2")
def only_formalities(draft: Draft, dice: random.Random) -> None:
    """No act looks into anything."""
    acts(draft.approval, 1, "登记")


@defect("L34-2")
def formalities_in_two_steps(draft: Draft, dice: random.Random) -> None:
    """Two steps, two days."""
    draft.other["优化后"] |= {
        "时限": "2工作日",
        "流程": [f"受理 | {WINDOW} | 1工作日 | 形式审查", f"发证 | {WINDOW} | 1工作日 | 局长签批、制证、送达"],
    }


@near_miss("L34-2")
def papers_examined(draft: Draft, dice: random.Random) -> None:
    """One act of substance."""
    acts(draft.approval, 1, "材料审核")


@near_miss("L34-2")
def formalities_at_once(draft: Draft, dice: random.Random) -> None:
    """Decided at once already."""
    draft.approval["优化后"] |= {"时限": "即时", "流程": [f"当场办结 | {WINDOW} | 即时 | 形式审查、审批决定、送达"]}


@defect("L34-3")
def nobody_counted(draft: Draft, dice: random.Random) -> None:
    """On the spot, by how many?"""
    act = dice.choice(("现场核查", "实地踏勘", "现场勘验", "联合踏勘", "现场检查"))
    acts(draft.approval, 1, f"材料审核、{act}")


@defect("L34-3")
def one_person(draft: Draft, dice: random.Random) -> None:
    """Said to be one."""
    flow = rows(draft.other)
    name = flow[1]["环节"].rsplit(" | ", 1)[0]
    flow[1] = flow[1] | {"环节": name, "程序": [{"名称": "实地核查", "人数": "1"}]}


@near_miss("L34-3")
def two_people(draft: Draft, dice: random.Random) -> None:
    """Just enough."""
    acts(draft.approval, 1, "材料审核、实地核查(2人以上)")


@near_miss("L34-3")
def not_on_the_spot(draft: Draft, dice: random.Random) -> None:
    """Nobody goes anywhere."""
    acts(draft.approval, 1, dice.choice(("书面核查", "现场确认身份", "信息核查", "审核实地核查记录")))


@near_miss("L34-3")
def confirmation_on_the_spot(draft: Draft, dice: random.Random) -> None:
    """No permit."""
    acts(draft.power, 1, "现场核查")


@defect("L45")
def publication_not_counted(draft: Draft, dice: random.Random) -> None:
    """公示 called a hearing."""
    kind = dice.choice(("听证", "专家评审", "鉴定"))
    insert(draft.approval, 2, f"公示 | {REVIEWER} | 不计时限({kind}) | 张榜公示")


@defect("L45")
def site_not_counted(draft: Draft, dice: random.Random) -> None:
    """Art. 45 does not name it."""
    row = f"现场勘验 | {REVIEWER} | 不计时限(《行政许可法》第四十五条) | 现场勘验(2人以上)"
    insert(draft.other, 2, row)


@defect("L45")
def excluded_by_a_document(draft: Draft, dice: random.Random) -> None:
    """Only laws and regulations can."""
    row = f"征求意见 | {REVIEWER} | 不计时限(《关于规范审批时限的通知》第三条) | 征求意见"
    insert(draft.approval, 2, row)


@near_miss("L45")
def one_of_the_eight(draft: Draft, dice: random.Random) -> None:
    """In other words."""
    name, kind = dice.choice((("专家论证会", "专家评审"), ("水质监测", "检测"), ("听证会", "听证"), ("招投标", "招标")))
    insert(draft.approval, 2, f"特别程序 | 行政审批股/协调岗 | 不计时限({kind}) | {name}")


@near_miss("L45")
def excluded_by_a_regulation(draft: Draft, dice: random.Random) -> None:
    """法律、法规另有规定."""
    row = f"征求意见 | {REVIEWER} | 不计时限(《取水许可和水资源费征收管理条例》第十九条) | 征求意见"
    insert(draft.approval, 2, row)


@near_miss("L45")
def excluded_in_a_confirmation(draft: Draft, dice: random.Random) -> None:
    """N204's."""
    insert(draft.power, 2, "公示 | 综合股 | 不计时限(听证) | 张榜公示")


@defect("L46-48")
def reviewer_in_the_chair(draft: Draft, dice: random.Random) -> None:
    """The same post."""
    insert(draft.approval, 2, f"听证 | {REVIEWER} | 不计时限(听证) | 举行听证")


@defect("L46-48")
def hearing_within_thirty_days(draft: Draft, dice: random.Random) -> None:
    """More than twenty."""
    insert(draft.other, 2, f"听证 | 行政审批股/听证岗 | {dice.randint(21, 40)}工作日不计时限(听证) | 举行听证")


@defect("L46-48")
def hearing_paid_for(draft: Draft, dice: random.Random) -> None:
    """The applicant does not bear the cost."""
    insert(draft.approval, 2, "听证 | 行政审批股/听证岗 | 不计时限(听证) | 举行听证")
    draft.approval["收费"] = "听证费 | 每场500元 | 《示范经营法》第四十条"


@near_miss("L46-48")
def another_post_in_the_chair(draft: Draft, dice: random.Random) -> None:
    """Twenty days, another post."""
    insert(draft.approval, 2, "听证 | 行政审批股/听证岗 | 20工作日不计时限(听证) | 举行听证")


@near_miss("L46-48")
def posts_not_said(draft: Draft, dice: random.Random) -> None:
    """Without posts nobody can tell."""
    flow = rows(draft.approval)
    flow[1] = set_cell(flow[1], 1, "行政审批股")
    insert(draft.approval, 2, "听证 | 行政审批股 | 不计时限(听证) | 举行听证")


@defect("L53-57")
def tested_by_nobody_in_particular(draft: Draft, dice: random.Random) -> None:
    """By how many?"""
    acts(draft.approval, 1, f"材料审核、{dice.choice(('设备检测', '产品检验', '动物检疫'))}")


@defect("L53-57")
def tested_late(draft: Draft, dice: random.Random) -> None:
    """Six days and more after 受理."""
    days = dice.randint(6, 9)
    flow = rows(draft.other)
    flow[1] = set_cell(flow[1], 2, f"{days}工作日")
    insert(draft.other, 2, f"检测 | {REVIEWER} | 1工作日 | 设备检测(2人以上)")
    draft.other["优化后"]["时限"] = f"{days + 4}工作日"


@near_miss("L53-57")
def tested_in_time(draft: Draft, dice: random.Random) -> None:
    """Five days after 受理, by two."""
    flow = rows(draft.approval)
    flow[1] = set_cell(flow[1], 2, "5工作日")
    insert(draft.approval, 2, f"检测 | {REVIEWER} | 1工作日 | 设备检测(2人以上)")
    draft.approval["优化后"]["时限"] = "9工作日"


@near_miss("L53-57")
def tested_elsewhere(draft: Draft, dice: random.Random) -> None:
    """Not by the agency."""
    draft.plan["外部机构"] |= {"中介": "检测中心"}
    insert(draft.approval, 2, "检测 | 检测中心 | 不计时限(检测) | 设备检测")


@near_miss("L53-57")
def report_read(draft: Draft, dice: random.Random) -> None:
    """Others tested; the report is read."""
    acts(draft.approval, 1, "材料审核、检测报告审查")
