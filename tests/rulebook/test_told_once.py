"""Two rules about the same thing: one of them says it."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

import pytest

from tests.rulebook.clean import Draft, clean, rows, set_cell
from tests.rulebook.examined_drafts import findings_of

LAW = "《示范经营法》第十二条"


def _no_basis(draft: Draft) -> None:
    draft.approval["依据"] = "无"


def _only_online(draft: Draft) -> None:
    draft.approval["公开方式"] = "政府网站"


def _empty_notice(draft: Draft) -> None:
    draft.service["条件"] = "无"
    for version in ("优化前", "优化后"):
        draft.service[version]["材料"] = "无"
    for key in ("地点", "咨询电话"):
        del draft.service[key]


def _delivered_behind(draft: Draft) -> None:
    flow = rows(draft.other)
    flow[-1] = set_cell(flow[-1], 1, "业务股")


def _longer(draft: Draft) -> None:
    draft.power["法定时限"] = "90工作日(《示范管理条例》第十条)"
    draft.power["优化后"]["时限"] = f"{int(draft.power['优化前']['时限'].removesuffix('工作日')) + 1}工作日"


def _longer_without_law(draft: Draft) -> None:
    _longer(draft)
    draft.power["法定时限"] = "无"


def _new_paper(draft: Draft) -> None:
    draft.power["优化后"]["材料"] = [*deepcopy(draft.power["优化前"]["材料"]), "信用报告"]


def _two_as_one(draft: Draft) -> None:
    papers = [{"名称": name, "依据": LAW} for name in ("身份证复印件", "户口簿复印件")]
    draft.service["优化前"]["材料"] = [*draft.service["优化前"]["材料"], *papers]
    draft.service["优化后"]["材料"] = [*draft.service["优化后"]["材料"], "身份证、户口簿复印件"]


def _nothing_quicker(draft: Draft) -> None:
    for matter in (draft.approval, draft.power, draft.service):
        matter["优化后"]["时限"] = matter["优化前"]["时限"]


def _nothing_quicker_of_a_key_project(draft: Draft) -> None:
    _nothing_quicker(draft)
    draft.approval["重点项目"] = "是"


def _new_copy(draft: Draft) -> None:
    draft.power["优化后"]["材料"].append("营业执照复印件")


def _new_copy_with_basis(draft: Draft) -> None:
    draft.power["优化后"]["材料"].append({"名称": "营业执照复印件", "依据": LAW})


def _new_and_shared(draft: Draft) -> None:
    draft.power["优化后"]["材料"].append({"名称": "完税证明", "可共享": "是"})


def _old_copy(draft: Draft) -> None:
    for version in ("优化前", "优化后"):
        draft.power[version]["材料"].append("营业执照复印件")


def _delivered_behind_outside(draft: Draft) -> None:
    _delivered_behind(draft)
    draft.other["未进驻原因"] = "须在工地现场办理"


def _shared_online(draft: Draft) -> None:
    draft.plan["阶段"][-1] = "总结验收阶段 | 2020-03-31 | 工作总结、附件9、附件10"
    _new_and_shared(draft)


def _shared_at_the_window(draft: Draft) -> None:
    _shared_online(draft)
    draft.power["渠道"] = "窗口"


@pytest.mark.parametrize(
    ("plant", "says", "silent"),
    [
        (_no_basis, "L12-17", "R301"),
        (_only_online, "R702", "L30"),
        (_delivered_behind, "R606", "R202"),
        (_longer, "R708", "R414a"),
        (_longer_without_law, "R414", "R708"),
        (_new_paper, "R412", "R708"),
        (_delivered_behind, "R606", "L26a"),
        (_delivered_behind_outside, "L26a", "R606"),
        (_nothing_quicker, "R212", "R415"),
        (_nothing_quicker_of_a_key_project, "R415", "R212"),
        (_new_copy, "R412", "R411"),
        (_new_copy_with_basis, "R411", "R412"),
        (_new_and_shared, "R411", "R412"),
        (_old_copy, "R411", "R412"),
        (_shared_online, "ZX07", "R411"),
        (_shared_online, "ZX07", "R412"),
        (_shared_at_the_window, "R411", "ZX07"),
    ],
)
def test_one_of_two_rules_says_it(plant: Callable[[Draft], None], says: str, silent: str) -> None:
    """And it is found at all."""
    draft = clean(3)
    plant(draft)
    codes = {finding.code for finding in findings_of(draft)}
    assert says in codes
    assert silent not in codes


OF_A_BLANK_OFFICE = {"R203", "R208", "R216", "R604", "R605", "R703"}


def _blank(draft: Draft) -> Draft:
    draft.department["行政审批股"] = {"方式": "撤一建一"}
    del draft.department["文件"]
    return draft


def _told_of(draft: Draft, code: str = "") -> list[tuple[str, str]]:
    return [(one.code, one.message) for one in findings_of(draft, code) if one.code in OF_A_BLANK_OFFICE]


def test_an_office_not_filled_in_yet_is_one_finding() -> None:
    """Whoever has only said how it was formed is told all that is missing at once."""
    said = "行政审批股尚未填写:没有写主管、协管、窗口、窗口人员、授权、专用章,“文件”里的调整意见、工作总结也没有写"
    assert _told_of(_blank(clean(3))) == [("R203", said)]


def test_papers_of_which_some_are_there_are_told_by_their_rules() -> None:
    """And the office all the same by R203."""
    draft = _blank(clean(3))
    draft.department["文件"] = {"调整意见": "示局发〔2017〕11号"}
    assert sorted(code for code, _ in _told_of(draft)) == ["R203", "R703"]


def test_once_one_thing_is_said_the_others_are_told_by_their_rules() -> None:
    """One word is enough to have begun."""
    draft = _blank(clean(3))
    draft.department["行政审批股"]["主管"] = "局长"
    assert {code for code, _ in _told_of(draft)} == OF_A_BLANK_OFFICE - {"R203"}


@pytest.mark.parametrize("code", sorted(OF_A_BLANK_OFFICE))
def test_a_rule_asked_alone_says_what_another_would(code: str) -> None:
    """Nothing is left unsaid because of a rule that is not asked."""
    assert {one for one, _ in _told_of(_blank(clean(3)), code)} == {code}


def test_a_rule_that_the_plan_ignores_says_nothing_for_others() -> None:
    """What it would have said together is told one by one."""
    draft = _blank(clean(3))
    draft.plan["规则"] = {"R203": "忽略"}
    assert {code for code, _ in _told_of(draft)} == OF_A_BLANK_OFFICE - {"R203"}


def test_an_empty_notice_is_told_of_what_each_rule_asks() -> None:
    """R501: place and telephone; N210, elsewhere: conditions and materials."""
    draft = clean(3)
    _empty_notice(draft)
    found = {finding.code: finding for finding in findings_of(draft) if finding.code in ("R501", "N210")}
    assert set(found) == {"R501", "N210"}
    assert found["R501"].place != found["N210"].place


def test_several_old_papers_as_one_are_not_new() -> None:
    """N205 says that they are two; that they have no basis is only information."""
    draft = clean(3)
    _two_as_one(draft)
    about = [finding for finding in findings_of(draft) if "身份证、户口簿复印件" in finding.message]
    assert "N205" in {finding.code for finding in about}
    assert not any("新增" in finding.message for finding in about)


def test_a_reason_for_no_rule_is_refused_once() -> None:
    """D120, not D119 as well."""
    draft = clean(3)
    draft.service["说明"] = {"R9999": "没有这条"}
    codes = [finding.code for finding in findings_of(draft)]
    assert codes.count("D120") == 1
    assert "D119" not in codes


def test_what_is_more_is_named_where_it_stands() -> None:
    """R708 points to the new step."""
    draft = clean(3)
    old, new = draft.service["优化前"], draft.service["优化后"]
    new["流程"] = [*old["流程"], "回访 | 综合股 | 即时 | 电话回访"]
    new["时限"] = old["时限"]
    (found,) = [one for one in findings_of(draft) if one.code == "R708" and one.message.startswith("环节")]
    assert found.message.endswith("优化前没有的是「回访」")
