"""R216, R901–R905: what is to be filed by the end of each stage."""

from __future__ import annotations

import random

from tests.rulebook.clean import OTHER, Draft, Keys, rows, set_cell
from tests.rulebook.planting import defect, near_miss

STAGES = ("R901", "R902", "R903", "R904", "R905")
FOR_ALL = ("R902", "R903", "R905")
FOR_APPROVALS = ("R901", "R904")


@defect("R216")
def opinion_unsaid(draft: Draft, dice: random.Random) -> None:
    """No 调整意见 among 文件, or no 文件."""
    if dice.random() < 0.5:
        del draft.department["文件"]["调整意见"]
    else:
        del draft.department["文件"]


@defect("R216")
def opinion_not_issued(draft: Draft, dice: random.Random) -> None:
    """Said, but not there."""
    draft.department["文件"]["调整意见"] = dice.choice(("无", "未报", "待报"))


@near_miss("R216")
def opinion_of_no_one(draft: Draft, dice: random.Random) -> None:
    """Without approvals no opinion is wanted."""
    del draft.department["文件"]["调整意见"]
    draft.approval.update({"类型": "公共服务事项", "种类": "其他"})


@near_miss("R216")
def opinion_outside(draft: Draft, dice: random.Random) -> None:
    """A 开发区 reforms by itself."""
    draft.department["范围外"] = "是"
    del draft.department["文件"]["调整意见"]


def no_matter(draft: Draft, dice: random.Random) -> None:
    """A folder with 单位.yaml alone."""
    del draft.files[f"{OTHER}/01-许可.yaml"]


def a_department_more(draft: Draft, dice: random.Random) -> None:
    """Another department of the plan has just its 单位.yaml."""
    draft.files["公安局/单位.yaml"] = {
        "名称": "公安局",
        "全称": "示范市公安局",
        "内设机构": ["综合股", "行政审批股 | 审批"],
    }


def no_matter_and_outside(draft: Draft, dice: random.Random) -> None:
    """It reforms by itself."""
    no_matter(draft, dice)
    draft.files[f"{OTHER}/单位.yaml"]["范围外"] = "是"


def nothing_wanted(draft: Draft, dice: random.Random) -> None:
    """Stages without 成果 that are made of matters: documents only."""
    no_matter(draft, dice)
    stages: list[str] = draft.plan["阶段"]
    draft.plan["阶段"] = [f"{row.rpartition(' | ')[0]} | 工作总结" for row in stages]


def no_matter_nor_office(draft: Draft, dice: random.Random) -> None:
    """Whether it has approvals, nobody can tell."""
    no_matter(draft, dice)
    department: Keys = draft.files[f"{OTHER}/单位.yaml"]
    del department["行政审批股"]
    department["内设机构"] = "综合股、业务股"


def one_matter(draft: Draft, dice: random.Random) -> None:
    """One is enough to begin with."""
    del draft.files["示范局/02-确认.yaml"]
    del draft.files["示范局/03-服务.yaml"]


for _code in STAGES:
    defect(_code)(no_matter)
    defect(_code)(a_department_more)
    near_miss(_code)(no_matter_and_outside)
    near_miss(_code)(nothing_wanted)
    near_miss(_code)(one_matter)
for _code in FOR_APPROVALS:
    near_miss(_code)(no_matter_nor_office)


@defect("R901")
def no_office_before(draft: Draft, dice: random.Random) -> None:
    """Leaders alone handled the approval: 附件1 has no 原内设机构."""
    draft.approval["优化前"]["流程"] = [set_cell(row, 1, "局领导") for row in rows(draft.approval, "优化前")]


@near_miss("R901")
def office_written_before(draft: Draft, dice: random.Random) -> None:
    """承办 says which it was."""
    no_office_before(draft, dice)
    draft.approval["优化前"]["承办"] = "登记股"
