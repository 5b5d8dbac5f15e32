"""L12-17, L30, L39, L58-59: what permits rest on, where they are shown, what is issued and charged."""

from __future__ import annotations

import random

from tests.rulebook.clean import Draft
from tests.rulebook.planting import defect, near_miss


@defect("L12-17")
def only_a_ministry_rule(draft: Draft, dice: random.Random) -> None:
    """A ministry cannot create permits."""
    draft.approval["依据"] = {"国家部委规章": "《示范经营管理办法》第五条"}


@defect("L12-17")
def only_documents(draft: Draft, dice: random.Random) -> None:
    """Nor can documents."""
    draft.other["依据"] = {"规范性文件": "示发〔2012〕3号", "机构编制文件": "示编〔2014〕8号"}


@defect("L12-17")
def no_basis(draft: Draft, dice: random.Random) -> None:
    """Nothing at all."""
    draft.approval["依据"] = "无"


@near_miss("L12-17")
def a_local_regulation(draft: Draft, dice: random.Random) -> None:
    """地方性法规 may, where no law does."""
    draft.approval["依据"] = {"地方性法规": "《黑龙江省示范经营条例》第五条", "国家部委规章": "《示范办法》第五条"}


@near_miss("L12-17")
def a_decision_of_the_state_council(draft: Draft, dice: random.Random) -> None:
    """国务院决定 has no rank of its own in the form."""
    title = "《国务院对确需保留的行政审批项目设定行政许可的决定》第12项"
    draft.approval["依据"] = {dice.choice(("行政法规", "规范性文件")): title}


@near_miss("L12-17")
def cancelled_for_want_of_a_basis(draft: Draft, dice: random.Random) -> None:
    """What is cancelled is mended."""
    draft.approval.update({"依据": {"规范性文件": "示发〔2012〕3号"}, "优化后": {"取消": "没有设定依据"}})


@near_miss("L12-17")
def a_confirmation_by_rule(draft: Draft, dice: random.Random) -> None:
    """Other powers may rest on rules."""
    draft.power["依据"] = {"规范性文件": "示发〔2012〕3号"}


def _unpublished(draft: Draft) -> None:
    """The plan has no stage that publishes."""
    draft.plan["阶段"] = ["梳理阶段 | 2017-12-31 | 附件4、附件5"]


@defect("L30")
def only_online(draft: Draft, dice: random.Random) -> None:
    """Nothing at the office, before R702 asks for it."""
    _unpublished(draft)
    draft.approval["公开方式"] = "政府网站"


@defect("L30")
def online_and_newspaper(draft: Draft, dice: random.Random) -> None:
    """Nothing at the office either."""
    _unpublished(draft)
    draft.other["公开方式"] = "政府网站、报纸、权力信息管理平台"


@near_miss("L30")
def notice_board(draft: Draft, dice: random.Random) -> None:
    """Another word for the office."""
    _unpublished(draft)
    draft.approval["公开方式"] = (
        f"政府网站、{dice.choice(('办公场所公示栏', '行政服务中心电子屏', '一次性告知单', '公告栏'))}"
    )


@near_miss("L30")
def only_online_when_it_should_be_public(draft: Draft, dice: random.Random) -> None:
    """R702 says so, as an error."""
    draft.approval["公开方式"] = "政府网站"


@near_miss("L30")
def a_service_online(draft: Draft, dice: random.Random) -> None:
    """No permit."""
    draft.service["公开方式"] = "政府网站"


@defect("L39")
def nothing_issued(draft: Draft, dice: random.Random) -> None:
    """无 for a permit."""
    draft.approval["出具"] = "无"


@defect("L39")
def only_the_receipt(draft: Draft, dice: random.Random) -> None:
    """The receipt is no permit."""
    draft.other["出具"] = ["受理通知书", "不予行政许可决定书"]


@near_miss("L39")
def written_decision(draft: Draft, dice: random.Random) -> None:
    """No certificate, but a decision."""
    draft.approval["出具"] = ["受理通知书", "准予行政许可决定书"]


@near_miss("L39")
def nothing_issued_by_a_confirmation(draft: Draft, dice: random.Random) -> None:
    """No permit."""
    draft.power["出具"] = "无"


@defect("L58-59")
def fee_by_document(draft: Draft, dice: random.Random) -> None:
    """A document of the province."""
    draft.approval["收费"] = "工本费 | 每证10元 | 省价联〔2013〕15号"


@defect("L58-59")
def fee_by_local_regulation(draft: Draft, dice: random.Random) -> None:
    """Not even a 地方性法规 may."""
    draft.other["收费"] = ["审查费 | 每件100元 | 《黑龙江省示范经营条例》第二十条"]


@defect("L58-59")
def fee_for_the_form(draft: Draft, dice: random.Random) -> None:
    """Forms are free, whatever the basis."""
    draft.approval["收费"] = "申请表工本费 | 每份2元 | 《示范经营法》第四十条"


@near_miss("L58-59")
def fee_by_law(draft: Draft, dice: random.Random) -> None:
    """法律、行政法规, with the document that sets the amount."""
    law = dice.choice(("《示范经营法》第四十条", "《城市示范管理条例》第三十七条"))
    draft.approval["收费"] = f"占用费 | 省定标准 | {law}、《关于核定收费标准的通知》(省价联〔2013〕15号)"


@near_miss("L58-59")
def fee_without_basis(draft: Draft, dice: random.Random) -> None:
    """R505's."""
    draft.approval["收费"] = "工本费 | 每证10元"


@near_miss("L58-59")
def fee_of_a_confirmation(draft: Draft, dice: random.Random) -> None:
    """No permit."""
    draft.power["收费"] = "工本费 | 每证10元 | 省价联〔2013〕15号"


@near_miss("L58-59")
def fee_abolished(draft: Draft, dice: random.Random) -> None:
    """It was charged before."""
    draft.approval["优化前"]["收费"] = "工本费 | 每证10元 | 省价联〔2013〕15号"
    draft.approval["优化后"]["收费"] = "不收费"
