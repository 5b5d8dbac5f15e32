"""R301–R312: the columns of 附件4."""

from __future__ import annotations

import random

from tests.rulebook.clean import Draft, rows, set_cell
from tests.rulebook.planting import defect, near_miss


@defect("R301")
def power_without_basis(draft: Draft, dice: random.Random) -> None:
    """依据: 无 of a power."""
    draft.power["依据"] = "无"


@defect("R301")
def service_for_nobody(draft: Draft, dice: random.Random) -> None:
    """相对人: 无 of a service."""
    draft.service["相对人"] = "无"


@defect("R301")
def leaders_do_it_alone(draft: Draft, dice: random.Random) -> None:
    """No own office in 优化前."""
    before = draft.power["优化前"]
    before["流程"] = [set_cell(row, 1, "局领导") for row in before["流程"]]


@near_miss("R301")
def service_without_basis(draft: Draft, dice: random.Random) -> None:
    """Services need no legal basis."""
    draft.service["依据"] = "无"


@near_miss("R301")
def internal_matter_for_nobody(draft: Draft, dice: random.Random) -> None:
    """其他事项 may have neither basis nor 相对人."""
    draft.service.update({"类型": "其他事项", "种类": "机关内部运转", "依据": "无", "相对人": "无"})


@near_miss("R301")
def one_office_among_leaders(draft: Draft, dice: random.Random) -> None:
    """One step of an own office is enough."""
    before = draft.power["优化前"]
    before["流程"] = [before["流程"][0], *(set_cell(row, 1, "局领导") for row in before["流程"][1:])]


@defect("R302")
def only_the_object(draft: Draft, dice: random.Random) -> None:
    """No word of its kind."""
    draft.power["名称"] = dice.choice(("浴池等级", "三级旅馆", "示范幼儿园"))


@defect("R302")
def kind_only_in_the_bracket(draft: Draft, dice: random.Random) -> None:
    """The bracket says more about it, not what it is."""
    draft.approval["名称"] = "食品经营场所(变更)"


@defect("R302")
def published_otherwise(draft: Draft, dice: random.Random) -> None:
    """Another name is published."""
    draft.other["公布名称"] = "经营许可证办理"


@near_miss("R302")
def service_by_tradition(draft: Draft, dice: random.Random) -> None:
    """Services go by what they are usually called."""
    draft.service["名称"] = "农家书屋"


@near_miss("R302")
def kind_before_the_bracket(draft: Draft, dice: random.Random) -> None:
    """食品经营许可(新办)."""
    draft.approval["名称"] = "食品经营许可(新办)"


@near_miss("R302")
def published_with_other_brackets(draft: Draft, dice: random.Random) -> None:
    """Full-width brackets make no other name."""
    draft.approval["名称"] = "食品经营许可(新办)"
    draft.approval["公布名称"] = "食品经营许可（新办）"


@defect("R305")
def office_left_out(draft: Draft, dice: random.Random) -> None:
    """承办 names one of two offices."""
    draft.approval["优化前"]["承办"] = "登记股"
    draft.approval["优化后"]["承办"] = "行政审批股"


@defect("R305")
def office_of_a_new_step_left_out(draft: Draft, dice: random.Random) -> None:
    """业务股 holds a step of 优化后."""
    draft.power["优化后"]["承办"] = "综合股"
    flow = rows(draft.power)
    flow[1] = set_cell(flow[1], 1, "业务股")


@defect("R305")
def leaders_as_office(draft: Draft, dice: random.Random) -> None:
    """局领导 is no 内设机构."""
    draft.approval["优化后"]["承办"] = "行政审批股、局领导"


@near_miss("R305")
def all_offices_named(draft: Draft, dice: random.Random) -> None:
    """As the form wants it."""
    draft.approval["优化前"]["承办"] = "登记股、业务股、综合股"
    draft.approval["优化后"]["承办"] = "行政审批股"


@near_miss("R305")
def leaders_hold_a_step(draft: Draft, dice: random.Random) -> None:
    """Leaders hold a step, 承办 names the office."""
    draft.approval["优化后"]["承办"] = "行政审批股"
    flow = rows(draft.approval)
    flow[2] = set_cell(flow[2], 1, "局领导")


@near_miss("R305")
def more_offices_than_steps(draft: Draft, dice: random.Random) -> None:
    """An office that answers for it without a step of its own."""
    draft.power["优化后"]["承办"] = "综合股、业务股"


@defect("R306")
def law_as_regulation(draft: Draft, dice: random.Random) -> None:
    """《…法》 under 行政法规."""
    draft.approval["依据"] = {"行政法规": "《中华人民共和国食品安全法》第三十五条"}


@defect("R306")
def regulation_as_law(draft: Draft, dice: random.Random) -> None:
    """《…条例》 under 法律."""
    draft.service["依据"] = {"法律": "《信访条例》第三条"}


@defect("R306")
def notice_as_regulation(draft: Draft, dice: random.Random) -> None:
    """《…通知》 under 行政法规."""
    draft.power["依据"] = {"行政法规": "《国务院办公厅关于做好示范工作的通知》"}


@defect("R306")
def provincial_as_national(draft: Draft, dice: random.Random) -> None:
    """《黑龙江省…条例》 under 行政法规."""
    draft.power["依据"] = {"行政法规": "《黑龙江省示范管理条例》第七条"}


@near_miss("R306")
def measures_of_a_law(draft: Draft, dice: random.Random) -> None:
    """《…法实施办法》 and 《…办法》 end in 法 and are none."""
    draft.power["依据"] = {"国家部委规章": ["《示范法实施办法》第三条", "《旅馆业治安管理办法》第四条"]}


@near_miss("R306")
def statute_called_regulation(draft: Draft, dice: random.Random) -> None:
    """户口登记条例 was made by the 人大常委会."""
    draft.power["依据"] = {"法律": "《中华人民共和国户口登记条例》第四条"}


@near_miss("R306")
def lower_rank_written_first(draft: Draft, dice: random.Random) -> None:
    """The order in the file does not matter."""
    draft.service["依据"] = {"地方性法规": "《黑龙江省示范条例》第三条", "法律": "《示范法》第二条"}


@defect("R306b")
def guideline_below_a_law(draft: Draft, dice: random.Random) -> None:
    """法律 and 规范性文件."""
    draft.approval["依据"]["规范性文件"] = "《示范许可工作规范》"


@defect("R306b")
def rule_below_a_regulation(draft: Draft, dice: random.Random) -> None:
    """行政法规 and 国家部委规章."""
    draft.service["依据"]["国家部委规章"] = "《示范办法》第三条"


@near_miss("R306b")
def regulation_below_a_law(draft: Draft, dice: random.Random) -> None:
    """法律 and 行政法规: often both are needed."""
    draft.approval["依据"]["行政法规"] = "《示范条例》第三条"


@near_miss("R306b")
def only_lower_ones(draft: Draft, dice: random.Random) -> None:
    """规章 and 规范性文件 without anything above."""
    draft.power["依据"]["规范性文件"] = "《示范工作规范》"


@defect("R306c")
def articles_apart(draft: Draft, dice: random.Random) -> None:
    """The same law in two items."""
    text = draft.approval["依据"]["法律"]
    draft.approval["依据"] = {"法律": [text, text.partition("》")[0] + "》第六十一条"]}


@defect("R306c")
def old_and_new_version(draft: Draft, dice: random.Random) -> None:
    """With and without 中华人民共和国 and the year."""
    draft.service["依据"] = {"行政法规": ["《示范条例(2009年修订)》第三条", "《中华人民共和国示范条例》第四条"]}


@near_miss("R306c")
def same_title_at_two_ranks(draft: Draft, dice: random.Random) -> None:
    """Another rank is another instrument."""
    draft.power["依据"] = {"国家部委规章": "《示范管理办法》第三条", "地方政府规章": "《示范管理办法》第五条"}


@near_miss("R306c")
def two_laws(draft: Draft, dice: random.Random) -> None:
    """A law and the measures for it."""
    draft.approval["依据"] = {"法律": ["《示范经营法》第三条", "《示范监督法》第三条"]}


@defect("R308")
def public_nowhere(draft: Draft, dice: random.Random) -> None:
    """公开方式: 无 of a public matter."""
    draft.power["公开方式"] = "无"


@defect("R308")
def publicity_forgotten(draft: Draft, dice: random.Random) -> None:
    """No 公开方式 at all."""
    del draft.service["公开方式"]


@defect("R308")
def secret_on_the_website(draft: Draft, dice: random.Random) -> None:
    """Not public, and 政府网站."""
    draft.power.update({"公开": "否", "涉密": "秘密级(虚构依据)"})


@near_miss("R308")
def secret_and_nowhere(draft: Draft, dice: random.Random) -> None:
    """Not public, 公开方式: 无."""
    draft.power.update({"公开": "否", "涉密": "秘密级(虚构依据)", "公开方式": "无"})


@near_miss("R308")
def on_request_only(draft: Draft, dice: random.Random) -> None:
    """依申请公开 is no public way."""
    draft.power.update({"公开": "否", "涉密": "秘密级(虚构依据)", "公开方式": "依申请公开"})


@near_miss("R308")
def public_from_now_on(draft: Draft, dice: random.Random) -> None:
    """Not public before, public now: there is a way."""
    draft.power["优化前"]["公开"] = "否"
    draft.power["优化后"]["公开"] = "是"


@defect("R309a")
def decided_here_though_provincial(draft: Draft, dice: random.Random) -> None:
    """终审 above, 决定 here."""
    draft.approval["终审"] = "省终审"


@defect("R309a")
def decided_above_though_ours(draft: Draft, dice: random.Random) -> None:
    """终审 here, 决定 above."""
    flow = rows(draft.power)
    flow[2] = set_cell(flow[2], 1, "省示范厅")


@near_miss("R309a")
def decided_above(draft: Draft, dice: random.Random) -> None:
    """终审 and 决定 above."""
    draft.power["终审"] = "省终审"
    flow = rows(draft.power)
    flow[2] = set_cell(flow[2], 1, "省示范厅")


@near_miss("R309a")
def forwarded_after_our_opinion(draft: Draft, dice: random.Random) -> None:
    """Ours, then 转报: the decision above is not drawn."""
    draft.approval["终审"] = "省终审"
    flow = rows(draft.approval)
    flow.insert(3, "转报 | 行政审批股 | 即时 | 转报省示范厅")


@near_miss("R309a")
def no_final_level(draft: Draft, dice: random.Random) -> None:
    """终审: 无."""
    draft.power["终审"] = "无"


def _parallel(draft: Draft, unit: str) -> None:
    flow = rows(draft.approval)
    first = flow[1] if isinstance(flow[1], dict) else {"环节": flow[1]}
    flow[1] = {"并联": [first, f"会同审查 | {unit} | 1工作日 | 专业审查"]}


@defect("R310")
def parallel_and_not_named(draft: Draft, dice: random.Random) -> None:
    """公安局 in a parallel block."""
    _parallel(draft, "公安局")


@defect("R310")
def another_one_named(draft: Draft, dice: random.Random) -> None:
    """公安局 works, 发改局 is named."""
    _parallel(draft, "公安局治安大队")
    draft.approval["并联部门"] = "发改局"


@near_miss("R310")
def parallel_and_named(draft: Draft, dice: random.Random) -> None:
    """A body of a named department."""
    _parallel(draft, "公安局治安大队")
    draft.approval["并联部门"] = "公安局"


@near_miss("R310")
def one_after_the_other(draft: Draft, dice: random.Random) -> None:
    """Not side by side."""
    rows(draft.approval).insert(1, "会同审查 | 公安局 | 即时 | 专业审查")


@near_miss("R310")
def own_offices_side_by_side(draft: Draft, dice: random.Random) -> None:
    """Parallel inside the department."""
    _parallel(draft, "业务股")


@defect("R311")
def never_used_no_reason(draft: Draft, dice: random.Random) -> None:
    """0 cases, no reason."""
    draft.power["年办件量"] = "0"


@defect("R311")
def reason_in_spite_of_cases(draft: Draft, dice: random.Random) -> None:
    """Cases, and a reason why there are none."""
    draft.approval["未行使原因"] = "没有人申请"


@defect("R311")
def reason_of_a_service(draft: Draft, dice: random.Random) -> None:
    """A service is no power."""
    draft.service["未行使原因"] = "没有人申请"


@near_miss("R311")
def never_used_with_reason(draft: Draft, dice: random.Random) -> None:
    """0 cases and why."""
    draft.power.update({"年办件量": "0", "未行使原因": "辖区内没有这类企业"})


@near_miss("R311")
def service_never_used(draft: Draft, dice: random.Random) -> None:
    """0 cases of a service need no reason."""
    draft.service["年办件量"] = "0"


@near_miss("R311")
def volume_unknown(draft: Draft, dice: random.Random) -> None:
    """A reason without a number."""
    del draft.power["年办件量"]
    draft.power["未行使原因"] = "辖区内没有这类企业"
