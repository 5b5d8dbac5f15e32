"""L42-1 to L44, L82, L42s: limits of permits."""

from __future__ import annotations

import random
from typing import Any

from tests.rulebook.clean import Draft, Keys, rows, set_cell
from tests.rulebook.planting import defect, near_miss

LAW = "《示范经营法》第三十六条"


def with_limits(matter: Keys, days: list[int], version: str = "优化后") -> list[Any]:
    """The rows of the version with other days, which are its whole limit."""
    found = rows(matter, version)
    assert len(found) >= len(days)
    for index, number in enumerate(days):
        found[index] = set_cell(found[index], 2, f"{number}工作日")
    matter[version]["时限"] = f"{sum(int(_days(row)) for row in found)}工作日"
    return found


def _days(row: Any) -> str:  # noqa: ANN401 - a row is a text, or a mapping that begins with one
    text = row["环节"] if isinstance(row, dict) else row
    return str(text).split(" | ")[2].removesuffix("工作日")


def natural(matter: Keys) -> None:
    """Every limit of the matter in days of the calendar."""
    for version in ("优化前", "优化后"):
        matter[version]["时限"] = matter[version]["时限"].replace("工作日", "自然日")
        for index, row in enumerate(rows(matter, version)):
            matter[version]["流程"][index] = set_cell(row, 2, f"{_days(row)}自然日")


@defect("L42-1")
def no_statutory_limit(draft: Draft, dice: random.Random) -> None:
    """无 for a permit."""
    draft.approval["法定时限"] = "无"


@defect("L42-1")
def longer_without_article(draft: Draft, dice: random.Random) -> None:
    """More than twenty days, and nobody says why."""
    draft.approval["法定时限"] = f"{dice.randint(21, 60)}工作日"


@defect("L42-1")
def longer_by_a_document(draft: Draft, dice: random.Random) -> None:
    """A document of the province cannot lengthen it."""
    draft.other["法定时限"] = "30工作日(省建审〔2015〕12号)"


@defect("L42-1")
def longer_by_a_declared_rule(draft: Draft, dice: random.Random) -> None:
    """The bases say that it is a 国家部委规章."""
    draft.approval["依据"] = {"法律": "《示范经营法》第五条", "国家部委规章": "《示范经营管理办法》第八条"}
    draft.approval["法定时限"] = "30工作日(《示范经营管理办法》第九条)"


@near_miss("L42-1")
def longer_by_law(draft: Draft, dice: random.Random) -> None:
    """法律、法规另有规定."""
    draft.approval["法定时限"] = f"{dice.randint(21, 60)}工作日({LAW})"


@near_miss("L42-1")
def longer_by_a_declared_regulation(draft: Draft, dice: random.Random) -> None:
    """A 办法 that is a 行政法规."""
    draft.approval["依据"] = {"行政法规": "《示范经营管理办法》第八条"}
    draft.approval["法定时限"] = "30工作日(《示范经营管理办法》第九条)"


@near_miss("L42-1")
def twenty_without_article(draft: Draft, dice: random.Random) -> None:
    """Just the limit of art. 42."""
    draft.approval["法定时限"] = "20工作日"


@near_miss("L42-1")
def none_for_a_confirmation(draft: Draft, dice: random.Random) -> None:
    """行政确认 has no general limit."""
    draft.power["法定时限"] = "无"


@near_miss("L42-1")
def forty_five_together(draft: Draft, dice: random.Random) -> None:
    """Several departments: art. 42 ¶2."""
    draft.approval.update({"并联部门": "公安局", "法定时限": "45工作日(《行政许可法》第四十二条)"})


@defect("L42-2")
def fifty_days_together(draft: Draft, dice: random.Random) -> None:
    """More than forty-five."""
    draft.approval["并联部门"] = "公安局"
    with_limits(draft.approval, [2, dice.randint(46, 60)])


@defect("L42-2")
def joint_by_another_key(draft: Draft, dice: random.Random) -> None:
    """共同实施, one day too many, the delivery aside."""
    draft.other.update({"共同实施": "公安局", "法定时限": "45工作日(《行政许可法》第四十二条)"})
    with_limits(draft.other, [1, 44, 1, 1])


@near_miss("L42-2")
def exactly_forty_five_together(draft: Draft, dice: random.Random) -> None:
    """Just within."""
    draft.approval["并联部门"] = "公安局"
    with_limits(draft.approval, [1, 42, 1, 1])


@near_miss("L42-2")
def delivered_later(draft: Draft, dice: random.Random) -> None:
    """Decided within forty-five days; the certificate has ten of its own."""
    draft.other["并联部门"] = "公安局"
    with_limits(draft.other, [1, 43, 1, dice.randint(1, 10)])


@near_miss("L42-2")
def fifty_days_by_law(draft: Draft, dice: random.Random) -> None:
    """The own law gives more."""
    draft.approval.update({"并联部门": "公安局", "法定时限": f"60工作日({LAW})"})
    with_limits(draft.approval, [2, 46, 1, 1])


@near_miss("L42-2")
def fifty_days_alone(draft: Draft, dice: random.Random) -> None:
    """One department: another article."""
    with_limits(draft.approval, [2, 46, 1, 1])


def _first_review(matter: Keys, days: int) -> None:
    """Reviewed here, decided by the province."""
    matter |= {"终审": "省终审", "法定时限": "20工作日(《行政许可法》第四十二条)"}
    flow = with_limits(matter, [1, days - 1, 1, 1])
    flow[2] = set_cell(flow[2], 1, "省示范厅")


@defect("L43")
def reviewed_too_long(draft: Draft, dice: random.Random) -> None:
    """Twenty-one days and more before it goes up."""
    _first_review(draft.approval, dice.randint(21, 40))


@defect("L43")
def town_takes_long(draft: Draft, dice: random.Random) -> None:
    """初审 of the town."""
    draft.other["法定时限"] = "20工作日(《行政许可法》第四十二条)"
    flow = with_limits(draft.other, [1, dice.randint(21, 30)])
    flow[1] = set_cell(flow[1], 1, "镇政府")


@near_miss("L43")
def reviewed_in_twenty(draft: Draft, dice: random.Random) -> None:
    """Just within."""
    _first_review(draft.approval, 20)


@near_miss("L43")
def reviewed_long_by_law(draft: Draft, dice: random.Random) -> None:
    """法律、法规另有规定."""
    _first_review(draft.approval, 25)
    draft.approval["法定时限"] = f"40工作日({LAW})"


@near_miss("L43")
def decided_here(draft: Draft, dice: random.Random) -> None:
    """Long, but the decision is ours."""
    draft.approval["法定时限"] = "20工作日(《行政许可法》第四十二条)"
    with_limits(draft.approval, [1, 25])


@defect("L44")
def certificate_takes_long(draft: Draft, dice: random.Random) -> None:
    """Eleven days and more after the decision."""
    with_limits(draft.approval, [1, 1, 1, dice.randint(11, 20)])


@defect("L44")
def two_steps_after_the_decision(draft: Draft, dice: random.Random) -> None:
    """Together more than ten."""
    flow = with_limits(draft.other, [1, 1, 1, 5])
    flow[3] = "制证 | 行政审批股/受理岗 | 5工作日 | 制证、盖章"
    flow.append("送达 | 行政审批股/受理岗 | 6工作日 | 送达")
    draft.other["优化后"]["时限"] = "14工作日"


@near_miss("L44")
def exactly_ten_days(draft: Draft, dice: random.Random) -> None:
    """Just within."""
    with_limits(draft.approval, [1, 1, 1, 10])


@near_miss("L44")
def long_review_before(draft: Draft, dice: random.Random) -> None:
    """The days are those before the decision."""
    with_limits(draft.approval, [1, 12, 1, 2])


@near_miss("L44")
def certificate_of_a_confirmation(draft: Draft, dice: random.Random) -> None:
    """No permit."""
    with_limits(draft.power, [1, 1, 1, 12])


@defect("L82")
def days_of_the_calendar(draft: Draft, dice: random.Random) -> None:
    """The whole matter."""
    natural(draft.approval)
    draft.approval["法定时限"] = f"30自然日({LAW})"


@defect("L82")
def only_the_statutory_limit(draft: Draft, dice: random.Random) -> None:
    """折算 allows both units in one matter."""
    draft.plan["口径"] = {"混合日": "折算"}
    draft.other["法定时限"] = f"{dice.randint(21, 40)}自然日({LAW})"


@near_miss("L82")
def confirmation_in_days_of_the_calendar(draft: Draft, dice: random.Random) -> None:
    """行政确认 has no such article."""
    natural(draft.power)


@near_miss("L82")
def service_in_days_of_the_calendar(draft: Draft, dice: random.Random) -> None:
    """Nor has a service."""
    natural(draft.service)


@defect("L42s")
def extension_counted(draft: Draft, dice: random.Random) -> None:
    """20 + 10 is no statutory limit."""
    draft.approval["法定时限"] = "30工作日(《中华人民共和国行政许可法》第四十二条)"


@defect("L42s")
def forty_five_alone(draft: Draft, dice: random.Random) -> None:
    """45 days are for several departments."""
    draft.other["法定时限"] = "45工作日(《行政许可法》第四十二条第二款)"


@defect("L42s")
def another_number_than_the_regulation(draft: Draft, dice: random.Random) -> None:
    """取水: 45."""
    draft.approval["法定时限"] = "40工作日(《取水许可和水资源费征收管理条例》第十九条)"


@defect("L42s")
def article_in_digits(draft: Draft, dice: random.Random) -> None:
    """第42条 is 第四十二条."""
    draft.approval["法定时限"] = "30工作日(《行政许可法》第 42 条)"


@near_miss("L42s")
def right_number_in_digits(draft: Draft, dice: random.Random) -> None:
    """取水: 45, by 第19条."""
    draft.approval["法定时限"] = "45工作日(《取水许可和水资源费征收管理条例》第１９条)"


@near_miss("L42s")
def number_of_the_regulation(draft: Draft, dice: random.Random) -> None:
    """Wholesale of fireworks has the second number of the article."""
    draft.approval["法定时限"] = "30工作日(《烟花爆竹安全管理条例》第十九条)"


@near_miss("L42s")
def another_article(draft: Draft, dice: random.Random) -> None:
    """Nobody knows what it says."""
    draft.approval["法定时限"] = "30工作日(《取水许可和水资源费征收管理条例》第二十条)"


@near_miss("L42s")
def two_instruments(draft: Draft, dice: random.Random) -> None:
    """Ten days by one, three by the other."""
    draft.approval["法定时限"] = "33工作日(《危险化学品安全管理条例》第三十五条的30日,加《示范检查法》的3日)"


@near_miss("L42s")
def later_version(draft: Draft, dice: random.Random) -> None:
    """施工许可: seven days since 2019, fifteen before."""
    draft.other["法定时限"] = "15工作日(《建筑法》第八条)"
