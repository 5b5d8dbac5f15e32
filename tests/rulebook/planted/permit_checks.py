"""L34-2, L34-3, L45, L46-48, L53-57: how what a permit needs is checked, heard and inspected."""

from __future__ import annotations

import random

from tests.rulebook.clean import Draft, rows, set_cell
from tests.rulebook.planted.permit_process import REVIEWER, WINDOW, acts, insert
from tests.rulebook.planting import defect, near_miss


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
