"""R508, R702, R703: publication and summary."""

from __future__ import annotations

import random

from tests.rulebook.clean import Draft
from tests.rulebook.planting import defect, near_miss


@defect("R508")
def published_nowhere(draft: Draft, dice: random.Random) -> None:
    """What the platform says is known, the platform is not."""
    del draft.service["平台"]
    draft.service["网上公示"] = {"承诺时限": "20工作日"}


@defect("R508")
def published_though_not_public(draft: Draft, dice: random.Random) -> None:
    """优化前 is not public, and yet the platform says something."""
    draft.power["优化前"]["公开"] = "否"
    draft.power["优化后"]["公开"] = "是"
    draft.power["网上公示"] = {"咨询电话": "0453-5550777"}


@defect("R508")
def where_to_change_it(draft: Draft, dice: random.Random) -> None:
    """Reworked powers without 平台."""
    del draft.approval["平台"], draft.power["平台"]


@near_miss("R508")
def nothing_to_change(draft: Draft, dice: random.Random) -> None:
    """Unchanged, or a service: nobody said that it is on a platform."""
    del draft.power["平台"], draft.service["平台"]
    draft.power["优化后"] = "不变"


@near_miss("R508")
def newly_public(draft: Draft, dice: random.Random) -> None:
    """Not public before, so that no platform has it."""
    draft.power["优化前"]["公开"] = "否"
    draft.power["优化后"]["公开"] = "是"
    del draft.power["平台"]


@defect("R702")
def only_at_the_window(draft: Draft, dice: random.Random) -> None:
    """No website."""
    draft.approval["公开方式"] = "办事窗口"


@defect("R702")
def only_online(draft: Draft, dice: random.Random) -> None:
    """People apply, but at the window there is nothing to read."""
    draft.power["公开方式"] = "政府网站、微信公众号"


@near_miss("R702")
def other_words(draft: Draft, dice: random.Random) -> None:
    """A platform is a website, a hall or a board is a window."""
    draft.approval["公开方式"] = "省权力信息管理平台、办事大厅公开栏"
    draft.service["公开方式"] = "政务服务网、村务公示栏"


@near_miss("R702")
def punishments_have_no_window(draft: Draft, dice: random.Random) -> None:
    """Nobody applies for a punishment."""
    draft.power.update({"种类": "行政处罚", "公开方式": "政府网站、企业信用信息公示系统"})


@defect("R703")
def no_number(draft: Draft, dice: random.Random) -> None:
    """No 工作总结 among 文件."""
    del draft.department["文件"]["工作总结"]


@defect("R703")
def no_documents(draft: Draft, dice: random.Random) -> None:
    """No 文件 at all, in the other department."""
    del draft.files["住建局/单位.yaml"]["文件"]


@defect("R703")
def not_yet(draft: Draft, dice: random.Random) -> None:
    """未形成 is none."""
    draft.department["文件"]["工作总结"] = "未形成"


@near_miss("R703")
def outside_the_plan(draft: Draft, dice: random.Random) -> None:
    """A body outside the scope organises its reform by itself."""
    draft.department["范围外"] = "是"
    del draft.department["文件"]["工作总结"]


@near_miss("R703")
def nobody_asks_for_one(draft: Draft, dice: random.Random) -> None:
    """A plan whose stages want no 工作总结."""
    draft.plan["阶段"][-1] = "总结验收阶段 | 2018-03-31 | 附件9、附件10"
    del draft.department["文件"]["工作总结"]
