"""R609, R610: 联审联批; R612: 中介."""

from __future__ import annotations

import random

from tests.rulebook.clean import Draft, rows
from tests.rulebook.planting import defect, near_miss


def last_row(draft: Draft, days: str) -> None:
    """施工许可 after the reform takes so long; before it come 1 and 7 working days."""
    draft.project["优化后"][2] = f"施工许可 | 住建局 | {days} | 规划许可"


@defect("R609")
def one_day_too_long(draft: Draft, dice: random.Random) -> None:
    """1 + 7 + 8 = 16."""
    last_row(draft, "8工作日")


@defect("R609")
def kinds_of_day_mixed(draft: Draft, dice: random.Random) -> None:
    """自然日 among 工作日."""
    last_row(draft, "3自然日")


@defect("R609")
def its_own_ceiling(draft: Draft, dice: random.Random) -> None:
    """上限 of the project itself."""
    draft.project["上限"] = "12工作日"


@defect("R609")
def the_matter_takes_too_long(draft: Draft, dice: random.Random) -> None:
    """A row takes its limit from the matter to which it is tied."""
    draft.other["优化后"]["时限"] = "10工作日"
    draft.project["优化后"][2] = {
        "办理": "施工许可",
        "事项": f"住建局/{draft.other['名称']}",
        "先办": "规划许可",
    }


@near_miss("R609")
def just_in_time(draft: Draft, dice: random.Random) -> None:
    """1 + 7 + 7 = 15; what runs beside it does not count."""
    last_row(draft, "7工作日")
    draft.project["优化后"].append("消防 | 公安局 | 14工作日 | 备案")


@near_miss("R609")
def converted(draft: Draft, dice: random.Random) -> None:
    """混合日: 折算: 2 + 10 + 9 = 21 natural days, as 15 working days are."""
    draft.plan["口径"] = {"混合日": "折算"}
    last_row(draft, "9自然日")


@near_miss("R609")
def the_matter_is_cancelled(draft: Draft, dice: random.Random) -> None:
    """A row whose matter is cancelled takes no time."""
    draft.other["优化后"] = {"取消": "上位法已废止"}
    draft.project["优化后"][2] = {"办理": "施工许可", "事项": f"住建局/{draft.other['名称']}", "先办": "规划许可"}


@defect("R610")
def led_by_another(draft: Draft, dice: random.Random) -> None:
    """住建局 leads."""
    draft.project["牵头"] = "住建局"


@defect("R610")
def three_in_a_row(draft: Draft, dice: random.Random) -> None:
    """Three departments, one after the other."""
    draft.project["优化后"][2] = "施工许可 | 公安局 | 5工作日 | 规划许可"


@defect("R610")
def no_faster(draft: Draft, dice: random.Random) -> None:
    """30 days before and after."""
    draft.project.update(
        {
            "上限": "30工作日",
            "优化后": ["备案 | 发改局 | 1工作日", "许可 | 住建局 | 29工作日 | 备案"],
        }
    )


@defect("R610")
def more_to_do(draft: Draft, dice: random.Random) -> None:
    """Four rows instead of three."""
    draft.project["优化后"].append("验收 | 住建局 | 即时 | 施工许可")


@near_miss("R610")
def two_at_the_same_time(draft: Draft, dice: random.Random) -> None:
    """Three departments, two of them in parallel; the hall's own row is not counted."""
    draft.project["优化后"] = [
        "一窗受理 | 行政服务中心 | 即时",
        "备案 | 发改局 | 1工作日 | 一窗受理",
        "规划许可 | 住建局 | 7工作日 | 备案",
        "消防 | 公安局 | 7工作日 | 备案",
    ]


@near_miss("R610")
def no_key_project(draft: Draft, dice: random.Random) -> None:
    """一件事."""
    draft.project.update({"牵头": "住建局", "类别": "一件事"})


@near_miss("R610")
def together(draft: Draft, dice: random.Random) -> None:
    """Three departments in a row, but two of them do it together."""
    draft.project["优化后"][2] = "施工许可 | 住建局、公安局 | 5工作日 | 规划许可"


def measured(draft: Draft, limit: str) -> None:
    """检测中心 does a step of the reworked 确认."""
    rows(draft.power).insert(2, {"环节": f"检测 | 检测中心 | {limit} | 现场检测", "沿自": "无"})


@defect("R612")
def only_a_name(draft: Draft, dice: random.Random) -> None:
    """Neither fee nor basis nor whether it is public."""
    draft.department["外部机构"] = {"中介": "检测中心"}
    measured(draft, "即时")


@defect("R612")
def not_public(draft: Draft, dice: random.Random) -> None:
    """公开: 否."""
    draft.plan["外部机构"]["中介"] = [{"名称": "检测中心", "收费": "每次300元", "依据": "《办法》第二条", "公开": "否"}]
    measured(draft, "即时")


@defect("R612")
def no_limit(draft: Draft, dice: random.Random) -> None:
    """The step has no limit."""
    draft.plan["外部机构"]["中介"] = [{"名称": "检测中心", "收费": "不收费", "公开": "是"}]
    measured(draft, "无")


@near_miss("R612")
def nobody_uses_it(draft: Draft, dice: random.Random) -> None:
    """It holds no step."""
    draft.department["外部机构"] = {"中介": "检测中心"}


@near_miss("R612")
def free_of_charge(draft: Draft, dice: random.Random) -> None:
    """What is free needs no basis, excluded time no limit."""
    draft.plan["外部机构"]["中介"] = [{"名称": "检测中心", "收费": "不收费", "公开": "是"}]
    measured(draft, "不计时限(检测)")
