"""R414, R414a, R414b, R415, N204, N206, N207, N209: limits."""

from __future__ import annotations

import random

from tests.rulebook.clean import Draft, Keys, rows, set_cell
from tests.rulebook.planting import defect, near_miss

LAW = "《行政许可法》第四十二条"


def _days(matter: Keys, version: str = "优化前") -> int:
    return int(matter[version]["时限"].removesuffix("工作日"))


def _limits(matter: Keys, law: str, before: int, after: int) -> None:
    matter["法定时限"] = law
    matter["优化前"]["时限"] = f"{before}工作日"
    matter["优化后"]["时限"] = f"{after}工作日"


@defect("R414")
def as_long_as_the_law(draft: Draft, dice: random.Random) -> None:
    """20 = 20."""
    _limits(draft.approval, f"20工作日({LAW})", 30, 20)


@defect("R414")
def as_long_as_before(draft: Draft, dice: random.Random) -> None:
    """无, and no cut."""
    draft.power["优化后"]["时限"] = draft.power["优化前"]["时限"]


@defect("R414")
def slower_than_at_once(draft: Draft, dice: random.Random) -> None:
    """The law says at once."""
    draft.service["法定时限"] = "即时(《示范条例》第三条)"


@defect("R414")
def working_days_for_natural_days(draft: Draft, dice: random.Random) -> None:
    """30工作日 are more than 30自然日, whatever the calendar says."""
    draft.plan["口径"] = {"混合日": "折算"}
    _limits(draft.approval, "30自然日(《示范经营法》第三十条)", 40, 30)


@near_miss("R414")
def a_day_less_than_the_law(draft: Draft, dice: random.Random) -> None:
    """19 < 20."""
    _limits(draft.approval, f"20工作日({LAW})", 30, 19)


@near_miss("R414")
def a_day_less_than_before(draft: Draft, dice: random.Random) -> None:
    """无, and one day less."""
    draft.power["优化后"]["时限"] = f"{_days(draft.power) - 1}工作日"


@near_miss("R414")
def equal_is_allowed(draft: Draft, dice: random.Random) -> None:
    """口径.等于法定: 允许."""
    draft.plan["口径"] = {"等于法定": "允许"}
    _limits(draft.approval, f"20工作日({LAW})", 30, 20)


@near_miss("R414")
def cancelled_has_no_promise(draft: Draft, dice: random.Random) -> None:
    """取消."""
    draft.power["优化后"] = "取消"


@defect("R414a")
def below_the_law_but_not_cut(draft: Draft, dice: random.Random) -> None:
    """30 < 40, and 30 before."""
    _limits(draft.approval, "40工作日(《示范经营法》第三十条)", 30, 30)


@defect("R414a")
def a_power_below_the_law_but_not_cut(draft: Draft, dice: random.Random) -> None:
    """59 < 60, and 59 before."""
    _limits(draft.power, "60工作日(《示范管理条例》第十条)", 59, 59)


@near_miss("R414a")
def below_the_law_but_longer(draft: Draft, dice: random.Random) -> None:
    """35 < 40, and 30 before: R708."""
    _limits(draft.approval, "40工作日(《示范经营法》第三十条)", 30, 35)


@near_miss("R414a")
def a_day_cut(draft: Draft, dice: random.Random) -> None:
    """29 after 30."""
    _limits(draft.approval, "40工作日(《示范经营法》第三十条)", 30, 29)


@near_miss("R414a")
def nothing_cut_at_all(draft: Draft, dice: random.Random) -> None:
    """R406 says so."""
    draft.approval.update({"法定时限": "40工作日(《示范经营法》第三十条)", "优化后": "不变"})


@defect("R414b")
def beyond_the_law(draft: Draft, dice: random.Random) -> None:
    """30 days where the law gives 20, and nobody says so."""
    _limits(draft.approval, f"20工作日({LAW})", 30, 12)


@defect("R414b")
def beyond_the_law_and_only_slow(draft: Draft, dice: random.Random) -> None:
    """时限长 is not what is wrong with it."""
    _limits(draft.power, "15工作日(《示范管理条例》第十条)", 28, 12)
    draft.power["问题"] = "审批时限长,群众等得久 | 压缩时限 | 综合股"


@near_miss("R414b")
def exactly_the_law(draft: Draft, dice: random.Random) -> None:
    """30 = 30."""
    _limits(draft.approval, "30工作日(《示范经营法》第三十条)", 30, 12)


@near_miss("R414b")
def beyond_the_law_and_told(draft: Draft, dice: random.Random) -> None:
    """It is among 问题."""
    _limits(draft.approval, f"20工作日({LAW})", 30, 12)
    draft.approval["问题"] = "现行30个工作日,超过法定的20个工作日 | 压缩到12个工作日 | 行政审批股"


def _uncut(matter: Keys) -> None:
    matter["优化后"]["时限"] = matter["优化前"]["时限"]


@defect("R415")
def none_of_three_is_cut(draft: Draft, dice: random.Random) -> None:
    """A whole department, whose 行政审批事项 is not among those that R212 adds up."""
    draft.approval["重点项目"] = "是"
    for matter in (draft.approval, draft.power, draft.service):
        _uncut(matter)


@defect("R415")
def the_only_one_is_longer(draft: Draft, dice: random.Random) -> None:
    """A department with one matter, a key project."""
    draft.other["重点项目"] = "是"
    draft.other["优化后"]["时限"] = f"{_days(draft.other) + 1}工作日"


@near_miss("R415")
def one_of_three_is_cut(draft: Draft, dice: random.Random) -> None:
    """By one day."""
    _uncut(draft.approval)
    _uncut(draft.service)
    draft.power["优化后"]["时限"] = f"{_days(draft.power) - 1}工作日"


@near_miss("R415")
def none_is_cut_and_r212_says_so(draft: Draft, dice: random.Random) -> None:
    """Less time is asked for already."""
    for matter in (draft.approval, draft.power, draft.service):
        _uncut(matter)


@near_miss("R415")
def the_only_one_is_cancelled(draft: Draft, dice: random.Random) -> None:
    """取消 saves all its days."""
    draft.other["优化后"] = "取消"


def _insert(matter: Keys, *entries: object) -> None:
    rows(matter)[2:2] = entries


@defect("N204")
def looking_called_expertise(draft: Draft, dice: random.Random) -> None:
    """踏勘 as 专家评审."""
    _insert(draft.power, "现场踏勘 | 综合股 | 不计时限(专家评审) | 现场踏勘(2人以上)")


@defect("N204")
def test_called_a_hearing(draft: Draft, dice: random.Random) -> None:
    """检测 may be left out, but it is no 听证."""
    _insert(draft.approval, "设备检测 | 行政审批股/检测岗 | 不计时限(听证) | 设备检测(2人以上)")


@defect("N204")
def publication_left_out(draft: Draft, dice: random.Random) -> None:
    """公示 is none of the eight, and no law is named."""
    row = rows(draft.service)[1]
    rows(draft.service)[1] = set_cell(row, 3, row["环节"].split(" | ")[3] + "、公示(不计时限)")


@defect("N204")
def law_of_another_matter(draft: Draft, dice: random.Random) -> None:
    """A law that is no basis of the matter."""
    _insert(draft.approval, "征求意见 | 行政审批股/审查岗 | 不计时限(《无关条例》第九条) | 征求意见")


@near_miss("N204")
def experts_indeed(draft: Draft, dice: random.Random) -> None:
    """专家论证 is 专家评审."""
    _insert(draft.approval, "专家论证会 | 行政审批股/评审岗 | 不计时限(专家评审) | 召开论证会")


@near_miss("N204")
def law_of_the_matter(draft: Draft, dice: random.Random) -> None:
    """The law is a basis of it."""
    law = draft.approval["依据"]["法律"].partition("第")[0]
    _insert(draft.approval, f"征求意见 | 行政审批股/审查岗 | 不计时限({law}第九条) | 征求意见")


@defect("N206")
def at_once_in_the_name(draft: Draft, dice: random.Random) -> None:
    """即办件, in days."""
    draft.service["名称"] += "(即办件)"


@defect("N206")
def a_step_at_once_in_days(draft: Draft, dice: random.Random) -> None:
    """当场, in days."""
    row = rows(draft.service)[1]
    rows(draft.service)[1] = set_cell(row, 0, "当场审查")


@defect("N206")
def at_once_after_expertise(draft: Draft, dice: random.Random) -> None:
    """即时, with time that is not counted."""
    flow = ["登记 | 综合股 | 即时 | 登记", "鉴定 | 综合股 | 不计时限(鉴定) | 委托鉴定", "送达 | 综合股 | 即时 | 送达"]
    draft.service["优化后"] |= {"时限": "即时", "流程": flow}


@near_miss("N206")
def indeed_at_once(draft: Draft, dice: random.Random) -> None:
    """即办件, and 即时."""
    draft.service["名称"] += "(即办件)"
    draft.service["优化后"] |= {"时限": "即时", "流程": ["当场办理 | 综合股 | 即时 | 信息核对、送达"]}


@near_miss("N206")
def not_at_once(draft: Draft, dice: random.Random) -> None:
    """非即办件."""
    draft.service.update({"备注": "承诺件,非即办件"})


def _block(limit: str, days: int) -> Keys:
    branches = ["规划审查 | 住建局 | 1工作日 | 规划审查", f"治安审查 | 公安局 | {days}工作日 | 治安审查"]
    return {"环节": f"并联审核 | 行政审批股/审查岗 | {limit}", "并联": branches}


@defect("N207")
def block_without_limit(draft: Draft, dice: random.Random) -> None:
    """The block says 无, a branch takes longer than everything."""
    _insert(draft.approval, _block("无", _days(draft.approval, "优化后")))


@defect("N207")
def detour(draft: Draft, dice: random.Random) -> None:
    """A 支线 on the way to 决定."""
    rows(draft.approval)[1] |= {"去向": {"有异议": "复查"}}
    step = {"环节": "复查 | 行政审批股/复查岗 | 20工作日 | 复查", "去向": "决定"}
    draft.approval["优化后"]["支线"] = {"复查": [step]}


@near_miss("N207")
def block_within_the_limit(draft: Draft, dice: random.Random) -> None:
    """As many days as there are to spare."""
    draft.approval["优化后"]["时限"] = f"{_days(draft.approval, '优化后') + 3}工作日"
    _insert(draft.approval, _block("无", 3))


@near_miss("N207")
def back_to_the_review(draft: Draft, dice: random.Random) -> None:
    """A 支线 that goes back: 整改 is the applicant's time."""
    rows(draft.approval)[1] |= {"去向": {"不合格": "整改"}}
    step = {"环节": "整改 | 行政审批股/复查岗 | 20工作日 | 书面告知", "去向": "审查"}
    draft.approval["优化后"]["支线"] = {"整改": [step]}


@defect("N209")
def promise_of_years(draft: Draft, dice: random.Random) -> None:
    """999工作日."""
    draft.power["优化后"]["时限"] = "999工作日"


@defect("N209")
def special_procedure_of_years(draft: Draft, dice: random.Random) -> None:
    """Left out, but 400 days."""
    _insert(draft.approval, "鉴定 | 行政审批股/鉴定岗 | 400自然日不计时限(鉴定) | 委托鉴定")


@near_miss("N209")
def a_year(draft: Draft, dice: random.Random) -> None:
    """365自然日."""
    _insert(draft.approval, "鉴定 | 行政审批股/鉴定岗 | 365自然日不计时限(鉴定) | 委托鉴定")


@near_miss("N209")
def many_hours(draft: Draft, dice: random.Random) -> None:
    """Hours are short."""
    _insert(draft.approval, "鉴定 | 行政审批股/鉴定岗 | 720小时不计时限(鉴定) | 委托鉴定")
