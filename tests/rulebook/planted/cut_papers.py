"""R408, R411, R412, R413, N201, N205: materials."""

from __future__ import annotations

import random

from tests.rulebook.clean import Draft, Keys, rows
from tests.rulebook.planting import defect, near_miss

LAW = "《示范经营法》第十二条"


def _ask(matter: Keys, name: str, **facts: str) -> None:
    """A material more, in both versions; with its basis, unless ``facts`` say otherwise."""
    for version in ("优化前", "优化后"):
        matter[version]["材料"].append({"名称": name, "依据": LAW, **facts})


def _add(matter: Keys, name: str, **facts: str) -> None:
    """A material of 优化后 only."""
    matter["优化后"]["材料"].append({"名称": name, **facts})


@defect("R408")
def another_form(draft: Draft, dice: random.Random) -> None:
    """申请书 and 登记表."""
    _ask(draft.approval, "经营者登记表")


@defect("R408")
def another_form_with_brackets(draft: Draft, dice: random.Random) -> None:
    """The bracket does not hide it."""
    _ask(draft.service, "审批表(一式)")


@near_miss("R408")
def form_made_by_others(draft: Draft, dice: random.Random) -> None:
    """A department fills it in."""
    _ask(draft.approval, "从业人员登记表", 来源="公安局")


@near_miss("R408")
def copy_of_a_form(draft: Draft, dice: random.Random) -> None:
    """A copy is not filled in."""
    _ask(draft.service, "原登记表复印件")


@defect("R411")
def said_to_be_shared(draft: Draft, dice: random.Random) -> None:
    """可共享, and asked for."""
    _ask(draft.approval, "完税证明", 可共享="是")


@defect("R411")
def copy_of_the_identity_card(draft: Draft, dice: random.Random) -> None:
    """The plan's own list, the copy in 份数."""
    _ask(draft.service, "居民身份证", 份数="复印件1份")


@defect("R411")
def unshared_without_reason(draft: Draft, dice: random.Random) -> None:
    """可共享: 否 alone is no reason."""
    _ask(draft.service, "法人登记证书复印件", 可共享="否")


@near_miss("R411")
def unshared_with_reason(draft: Draft, dice: random.Random) -> None:
    """可共享: 否, and why."""
    _ask(draft.service, "营业执照复印件", 可共享="否", 备注="外省执照,本省不能核验")


@near_miss("R411")
def card_only_shown(draft: Draft, dice: random.Random) -> None:
    """The original is looked at, no copy."""
    _ask(draft.service, "身份证", 份数="原件1份")


@near_miss("R411")
def shared_and_dropped(draft: Draft, dice: random.Random) -> None:
    """Only 优化前 asked for it."""
    draft.approval["优化前"]["材料"].append({"名称": "营业执照复印件", "依据": LAW, "可共享": "是"})


@defect("R412")
def new_and_baseless(draft: Draft, dice: random.Random) -> None:
    """A paper that nothing was before."""
    _add(draft.approval, "无违法证明")


@defect("R412")
def old_and_baseless(draft: Draft, dice: random.Random) -> None:
    """A paper of both versions: once, as information."""
    for version in ("优化前", "优化后"):
        draft.service[version]["材料"].append("单位介绍信")


@near_miss("R412")
def new_with_basis(draft: Draft, dice: random.Random) -> None:
    """The law wants it."""
    _add(draft.approval, "无违法证明", 依据=LAW)


@near_miss("R412")
def basis_said_before(draft: Draft, dice: random.Random) -> None:
    """What 优化前 says of it holds for both."""
    draft.service["优化前"]["材料"].append({"名称": "单位介绍信", "依据": LAW})
    draft.service["优化后"]["材料"].append("单位介绍信")


@near_miss("R412")
def card_for_its_copy(draft: Draft, dice: random.Random) -> None:
    """Less of the same paper."""
    draft.service["优化前"]["材料"].append("身份证复印件")
    draft.service["优化后"]["材料"].append("身份证")


@near_miss("R412")
def photograph(draft: Draft, dice: random.Random) -> None:
    """What every application has."""
    for version in ("优化前", "优化后"):
        draft.service[version]["材料"].append("照片")


@defect("R413")
def in_triplicate(draft: Draft, dice: random.Random) -> None:
    """3份."""
    _ask(draft.approval, "公司简介", 份数="3份")


@defect("R413")
def original_and_copy(draft: Draft, dice: random.Random) -> None:
    """One and one are two."""
    _ask(draft.service, "场地合同", 份数="原件1份、复印件1份")


@near_miss("R413")
def one_copy(draft: Draft, dice: random.Random) -> None:
    """1份."""
    _ask(draft.approval, "公司简介", 份数="复印件1份")


@near_miss("R413")
def two_photographs(draft: Draft, dice: random.Random) -> None:
    """Sheets."""
    _ask(draft.service, "照片", 份数="2张")


def _step_before(matter: Keys, row: object) -> None:
    rows(matter, "优化前").insert(1, row)
    matter["优化前"]["时限"] = f"{int(matter['优化前']['时限'].removesuffix('工作日')) + 3}工作日"


@defect("N201")
def trained_beforehand(draft: Draft, dice: random.Random) -> None:
    """培训考核 is gone, its certificate is asked for."""
    _step_before(draft.approval, "培训考核 | 登记股 | 3工作日 | 统一培训、考试")
    _add(draft.approval, "安全培训合格证明", 依据=LAW)


@defect("N201")
def measured_beforehand(draft: Draft, dice: random.Random) -> None:
    """The document that the 环节 made is now a material."""
    step = {"环节": "现场审核 | 登记股 | 3工作日 | 布局测量", "出具": "房屋布局图"}
    _step_before(draft.power, step)
    _add(draft.power, "房屋布局图", 依据=LAW)


@near_miss("N201")
def still_trained_by_us(draft: Draft, dice: random.Random) -> None:
    """The 环节 goes on in 审查."""
    _step_before(draft.approval, "培训考核 | 登记股 | 3工作日 | 统一培训、考试")
    rows(draft.approval)[1]["沿自"] += "、培训考核"
    _add(draft.approval, "安全培训计划", 依据=LAW)


@near_miss("N201")
def asked_for_all_along(draft: Draft, dice: random.Random) -> None:
    """The material is not new."""
    _step_before(draft.approval, "培训考核 | 登记股 | 3工作日 | 统一培训、考试")
    _ask(draft.approval, "安全培训合格证明")


@near_miss("N201")
def another_paper(draft: Draft, dice: random.Random) -> None:
    """It has only the common words of a review in common with the 环节."""
    _step_before(draft.approval, "材料初审 | 登记股 | 3工作日 | 登记核对")
    _add(draft.approval, "申报材料目录", 依据=LAW)


@defect("N205")
def whatever_else(draft: Draft, dice: random.Random) -> None:
    """其他相关材料."""
    _ask(draft.approval, dice.choice(("其他相关材料", "法律法规规定的其他材料", "房产证明等材料", "其他文件")))


@defect("N205")
def three_in_one(draft: Draft, dice: random.Random) -> None:
    """身份证、户口簿、结婚证."""
    _ask(draft.service, dice.choice(("身份证、户口簿、结婚证", "租赁合同、场地平面图")))


@near_miss("N205")
def listed_in_brackets(draft: Draft, dice: random.Random) -> None:
    """What is in it, not what there is."""
    _ask(draft.approval, "安全制度(含值班、巡查制度)")


@near_miss("N205")
def one_paper_on_several_things(draft: Draft, dice: random.Random) -> None:
    """设备、设施清单 is one list, 其他组织登记证书 and 等级证书 are names."""
    _ask(
        draft.service, dice.choice(("设备、设施清单", "其他组织登记证书", "等级证书", "同等学历证明", "方位图和平面图"))
    )
