"""R102, R104, R107, R110, R111: who takes part, what is cited, channels."""

from __future__ import annotations

import random

from tests.rulebook.clean import OTHER, Draft, Keys
from tests.rulebook.planting import defect, near_miss

TOWN = "海浪镇"


def _add_body(draft: Draft, name: str) -> Keys:
    """A body without matters, 行政审批股 or documents."""
    body: Keys = {"名称": name, "全称": f"示范市{name}人民政府", "内设机构": "综合办、农业办", "范围外": "是"}
    draft.files[f"{name}/单位.yaml"] = body
    return body


@defect("R102")
def of_the_plan_but_outside(draft: Draft, dice: random.Random) -> None:
    """The plan lists it; its numbers would be missing in the city's."""
    draft.department["范围外"] = "是"


@defect("R102")
def town_listed_by_the_plan(draft: Draft, dice: random.Random) -> None:
    """A 镇 among the departments."""
    draft.plan["部门"]["综合部门"] += f"、{TOWN}"
    _add_body(draft, TOWN)["范围外"] = "否"


@near_miss("R102")
def town_outside(draft: Draft, dice: random.Random) -> None:
    """A 镇 that reforms by itself."""
    _add_body(draft, TOWN)


@near_miss("R102")
def bureau_of_towns(draft: Draft, dice: random.Random) -> None:
    """Its name speaks of 镇, but it is a department; 否 is said in so many words."""
    draft.plan["部门"]["综合部门"] += "、乡镇企业局"
    _add_body(draft, "乡镇企业局")["范围外"] = "否"


@defect("R104")
def administrative_law(draft: Draft, dice: random.Random) -> None:
    """《行政法》 as the plan has it."""
    draft.approval["依据"] = {"法律": f"《行政法》第{dice.randint(2, 40)}条"}


@defect("R104")
def branch_behind_the_limit(draft: Draft, dice: random.Random) -> None:
    """The branch of law is cited for the limit."""
    draft.other["法定时限"] = "20工作日(《中华人民共和国行政法》第四十二条)"


@defect("R104")
def branch_behind_a_material(draft: Draft, dice: random.Random) -> None:
    """Or for a paper."""
    draft.service["优化前"]["材料"][0]["依据"] = "《经济法》第十二条"


@near_miss("R104")
def longer_names(draft: Draft, dice: random.Random) -> None:
    """Statutes whose names begin or end like that."""
    draft.approval["依据"] = {"法律": ["《行政许可法》第四条", "《中华人民共和国行政强制法》第九条"]}
    draft.power["依据"] = {"法律": "《中华人民共和国行政诉讼法》第二条"}


@near_miss("R104")
def branch_in_running_text(draft: Draft, dice: random.Random) -> None:
    """Words of a remark are no basis."""
    draft.approval["备注"] = "按《行政法》的一般原则办理"


@defect("R107")
def window_only_afterwards(draft: Draft, dice: random.Random) -> None:
    """网上 in 优化前 alone."""
    del draft.approval["渠道"]
    draft.approval["优化前"]["渠道"] = "窗口、网上"
    draft.approval["优化后"]["渠道"] = "窗口"


@defect("R107")
def telephone_instead(draft: Draft, dice: random.Random) -> None:
    """Another channel is no online one."""
    del draft.service["渠道"]
    draft.service["优化前"]["渠道"] = "网上"
    draft.service["优化后"]["渠道"] = "窗口、电话、邮寄"


@near_miss("R107")
def online_only_afterwards(draft: Draft, dice: random.Random) -> None:
    """The window is dropped instead: 不见面."""
    del draft.approval["渠道"]
    draft.approval["优化前"]["渠道"] = "窗口、网上"
    draft.approval["优化后"]["渠道"] = "网上"


@near_miss("R107")
def online_and_cancelled(draft: Draft, dice: random.Random) -> None:
    """There is nothing left to be handled."""
    draft.power["优化后"] = {"取消": "上位法已废止"}


def _penalty(draft: Draft, kind: str) -> Keys:
    draft.power.update({"名称": f"违规经营{kind}", "种类": kind, "出具": "决定书"})
    return draft.power


@defect("R110")
def penalty_without_benchmark(draft: Draft, dice: random.Random) -> None:
    """Nothing speaks of 裁量."""
    _penalty(draft, dice.choice(("行政处罚", "行政强制")))


@defect("R110")
def levy_without_benchmark(draft: Draft, dice: random.Random) -> None:
    """A levy; the word stands in another matter only."""
    _penalty(draft, "行政征收")
    draft.service["备注"] = "不涉及裁量"


@near_miss("R110")
def benchmark_among_the_bases(draft: Draft, dice: random.Random) -> None:
    """The benchmark as a 规范性文件."""
    matter = _penalty(draft, "行政处罚")
    matter["依据"] = {"法律": "《示范经营法》第五十条", "规范性文件": "《示范市行政处罚裁量基准》"}


@near_miss("R110")
def confirmation_without_benchmark(draft: Draft, dice: random.Random) -> None:
    """行政确认 is not asked."""
    draft.power["备注"] = "无"


@defect("R111")
def windows_everywhere(draft: Draft, dice: random.Random) -> None:
    """No matter can be handled online."""
    for matter in (draft.approval, draft.power, draft.service):
        matter["渠道"] = "窗口"


@defect("R111")
def channel_unsaid(draft: Draft, dice: random.Random) -> None:
    """Without 渠道 it is 窗口."""
    del draft.service["渠道"]


@near_miss("R111")
def internal_matter(draft: Draft, dice: random.Random) -> None:
    """What nobody applies for needs no online channel."""
    draft.power.update({"类型": "其他事项", "种类": "机关内部运转", "渠道": "窗口"})


@near_miss("R111")
def penalty_is_not_applied_for(draft: Draft, dice: random.Random) -> None:
    """Nor does a penalty."""
    _penalty(draft, "行政处罚")["渠道"] = "窗口"
    draft.files[f"{OTHER}/01-许可.yaml"]["渠道"] = "网上"
