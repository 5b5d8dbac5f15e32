"""R707."""

from __future__ import annotations

import random

from tests.rulebook.clean import OTHER, Draft
from tests.rulebook.planting import defect, near_miss

POWERS, SERVICES = "清单/权力清单.csv", "清单/公共服务清单-示范局.csv"


def listed(draft: Draft, *, without: str = "") -> None:
    """Lists with all that is declared, but for the matter of that name."""
    powers = [(draft.approval, "示范局"), (draft.power, "示范市示范局"), (draft.other, OTHER)]
    rows = [f"{matter['名称']},{owner}" for matter, owner in powers if matter["名称"] != without]
    draft.tables[POWERS] = "\n".join(["示范市权力清单", "权力名称,实施主体", *rows, ""])
    services = [draft.service["名称"]] if draft.service["名称"] != without else ["另一项服务"]
    draft.tables[SERVICES] = "\n".join(["序号,服务事项名称", *(f"1,{name}" for name in services), ""])


@defect("R707")
def a_power_outside_the_list(draft: Draft, dice: random.Random) -> None:
    """A 行政确认 that the list does not have."""
    listed(draft, without=draft.power["名称"])


@defect("R707")
def a_service_outside_the_list(draft: Draft, dice: random.Random) -> None:
    """公共服务清单 of the department."""
    listed(draft, without=draft.service["名称"])


@defect("R707")
def a_power_of_another_department(draft: Draft, dice: random.Random) -> None:
    """The list has it, under another name of department."""
    listed(draft)
    draft.tables[POWERS] = draft.tables[POWERS].replace(
        f"{draft.power['名称']},示范市示范局", f"{draft.power['名称']},公安局"
    )


@defect("R707")
def listed_and_not_declared(draft: Draft, dice: random.Random) -> None:
    """A row of the list that no file declares."""
    listed(draft)
    draft.tables[POWERS] += "对违反规定的处罚,市示范局\n"


@defect("R707")
def listed_in_other_words(draft: Draft, dice: random.Random) -> None:
    """许可证核发 on our side, 的审批 on the list."""
    listed(draft)
    name = draft.approval["名称"]
    draft.tables[POWERS] = draft.tables[POWERS].replace(name, name.replace("许可证核发", "的审批"))


@near_miss("R707")
def all_is_listed(draft: Draft, dice: random.Random) -> None:
    """In other brackets, with blanks and numbers before the names."""
    draft.approval["名称"] += "(新办)"
    listed(draft)
    name = draft.approval["名称"]
    draft.tables[POWERS] = draft.tables[POWERS].replace(name, f"1.{name[:2]} {name[2:-4]}（新办）")


@near_miss("R707")
def cancelled_and_off_the_list(draft: Draft, dice: random.Random) -> None:
    """It has been taken off because it is cancelled."""
    draft.power["优化后"] = {"取消": "上位法已废止"}
    listed(draft, without=draft.power["名称"])


@near_miss("R707")
def a_list_of_another_department(draft: Draft, dice: random.Random) -> None:
    """It says nothing about this one."""
    draft.tables[f"清单/权力清单-{OTHER}.csv"] = f"事项名称\n{draft.other['名称']}\n"


@near_miss("R707")
def under_its_published_name(draft: Draft, dice: random.Random) -> None:
    """公布名称 is the name on the list."""
    name = draft.power["名称"]
    listed(draft)
    draft.power.update({"名称": f"{name}办理", "公布名称": name})
