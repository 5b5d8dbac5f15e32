"""R705, R706, R708, R709: what the inspectors of the last stage ask."""

from __future__ import annotations

import random
from copy import deepcopy

from tests.rulebook.clean import Draft, Keys, rows, set_cell
from tests.rulebook.planting import defect, near_miss


def days(matter: Keys, version: str) -> int:
    """The limit of a version."""
    return int(matter[version]["时限"].removesuffix("工作日"))


@defect("R705")
def no_problem_at_all(draft: Draft, dice: random.Random) -> None:
    """Three matters, and everything was fine."""
    for matter in (draft.approval, draft.power, draft.service):
        matter["问题"] = "无"


@defect("R705")
def two_and_none(draft: Draft, dice: random.Random) -> None:
    """Two matters in the other department."""
    draft.files["住建局/02-许可.yaml"] = {**draft.other, "名称": "另一许可", "问题": "无"}
    draft.other["问题"] = "无"


@near_miss("R705")
def one_problem(draft: Draft, dice: random.Random) -> None:
    """One matter of three has one."""
    draft.approval["问题"] = draft.power["问题"] = "无"


@near_miss("R705")
def one_matter_without(draft: Draft, dice: random.Random) -> None:
    """A department of a single matter may find nothing; what was not evaluated is another fault."""
    draft.other["问题"] = "无"
    for matter in (draft.approval, draft.power, draft.service):
        del matter["问题"]


def fewer_acts(draft: Draft) -> None:
    """One 程序 less in every matter, so that only 材料 or 环节 are left to fail."""
    for matter in (draft.approval, draft.power, draft.service, draft.other):
        rows(matter)[-1] = set_cell(rows(matter)[-1], 3, "制证、送达")


@defect("R706")
def no_paper_less(draft: Draft, dice: random.Random) -> None:
    """All papers are still wanted."""
    fewer_acts(draft)
    for matter in (draft.approval, draft.power, draft.service):
        del matter["优化后"]["材料"]


@defect("R706")
def no_step_less(draft: Draft, dice: random.Random) -> None:
    """The other department keeps its process."""
    draft.other["优化后"] = {"材料": draft.other["优化后"]["材料"], "时限": f"{days(draft.other, '优化前')}工作日"}


@near_miss("R706")
def a_paper_less_in_one_matter(draft: Draft, dice: random.Random) -> None:
    """In sum it is less."""
    fewer_acts(draft)
    del draft.approval["优化后"]["材料"], draft.power["优化后"]["材料"]


@near_miss("R706")
def there_was_none(draft: Draft, dice: random.Random) -> None:
    """Without papers before, there is nothing to cut."""
    fewer_acts(draft)
    draft.other["优化前"]["材料"] = "无"
    del draft.other["优化后"]["材料"]


@defect("R708")
def a_step_more(draft: Draft, dice: random.Random) -> None:
    """More steps than before: each act its own."""
    old, new = draft.service["优化前"], draft.service["优化后"]
    new["流程"] = [*old["流程"], f"回访 | 综合股 | {dice.choice(('即时', '1工作日'))} | 电话回访"]
    new["时限"] = f"{days(draft.service, '优化前')}工作日"
    draft.service["优化前"]["时限"] = f"{days(draft.service, '优化前') + 2}工作日"


@defect("R708")
def longer(draft: Draft, dice: random.Random) -> None:
    """A day more than before, though less than the law allows."""
    draft.power["法定时限"] = "90工作日(《示范管理条例》第十条)"
    draft.power["优化后"]["时限"] = f"{days(draft.power, '优化前') + 1}工作日"


@defect("R708")
def longer_than_published(draft: Draft, dice: random.Random) -> None:
    """The platform promises a day less."""
    draft.service["网上公示"] = {"承诺时限": f"{days(draft.service, '优化后') - 1}工作日"}


@defect("R708")
def one_paper_in_two(draft: Draft, dice: random.Random) -> None:
    """More papers, all of which go on as one that was there."""
    papers = deepcopy(draft.power["优化前"]["材料"])
    one = papers[-1]["名称"] if isinstance(papers[-1], dict) else papers[-1]
    draft.power["优化后"]["材料"] = [*papers, {"名称": "分册", "沿自": one}]


@near_miss("R708")
def papers_without_basis(draft: Draft, dice: random.Random) -> None:
    """More papers; one has a basis, for that of the other R412 asks."""
    papers = deepcopy(draft.power["优化前"]["材料"])
    draft.power["优化后"]["材料"] = [*papers, {"名称": "信用报告"}, {"名称": "承诺书", "依据": "《办法》第三条"}]


@near_miss("R708")
def longer_where_the_law_is_silent(draft: Draft, dice: random.Random) -> None:
    """R414 compares it with before."""
    draft.power["法定时限"] = "无"
    draft.power["优化后"]["时限"] = f"{days(draft.power, '优化前') + 1}工作日"


@near_miss("R708")
def a_paper_with_a_basis(draft: Draft, dice: random.Random) -> None:
    """The law wants one more."""
    papers = deepcopy(draft.power["优化前"]["材料"])
    draft.power["优化后"]["材料"] = [*papers, {"名称": "信用报告", "依据": "《办法》第三条"}]


@near_miss("R708")
def the_remark_says_why(draft: Draft, dice: random.Random) -> None:
    """备注 names the limit and the basis."""
    draft.power["法定时限"] = "90工作日(《示范管理条例》第十条)"
    draft.power["优化后"]["时限"] = f"{days(draft.power, '优化前') + 1}工作日"
    draft.power["备注"] = "依据《办法》第九条增加公示期,时限相应延长"


@near_miss("R708")
def as_published(draft: Draft, dice: random.Random) -> None:
    """The platform promises the same."""
    draft.service["网上公示"] = {"承诺时限": draft.service["优化后"]["时限"]}


@near_miss("R708")
def a_statutory_act_more(draft: Draft, dice: random.Random) -> None:
    """More acts than before, for the law wants a hearing and a notice."""
    old = draft.power["优化前"]
    acts = [str(row).split(" | ")[3] for row in old["流程"]]
    steps = rows(draft.power)
    steps[1]["环节"] = set_cell(steps[1]["环节"], 3, "、".join((*acts[1:-2], "公示(法定)")))


@defect("R709")
def all_by_hand(draft: Draft, dice: random.Random) -> None:
    """窗口 everywhere."""
    for matter in (draft.approval, draft.power, draft.service):
        matter["渠道"] = "窗口"


@defect("R709")
def by_telephone(draft: Draft, dice: random.Random) -> None:
    """电话 and 邮寄 are old."""
    for matter in (draft.approval, draft.power, draft.service):
        matter["渠道"] = "窗口、电话、邮寄"


@near_miss("R709")
def one_online(draft: Draft, dice: random.Random) -> None:
    """One of three is enough."""
    draft.approval["渠道"] = draft.power["渠道"] = "窗口"


@near_miss("R709")
def one_window(draft: Draft, dice: random.Random) -> None:
    """一窗受理."""
    for matter in (draft.approval, draft.power, draft.service):
        matter["渠道"] = "窗口"
    rows(draft.approval)[0] = {"环节": set_cell(rows(draft.approval)[0], 0, "一窗受理"), "沿自": "受理"}
