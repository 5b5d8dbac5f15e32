"""R212–R215, R217: the share that is to be cut, key projects, fees, the percentage of 附件3."""

from __future__ import annotations

import random

from tests.rulebook.clean import Draft, Keys, rows, set_cell
from tests.rulebook.planting import defect, near_miss


def _limits(matter: Keys, before: int, after: int) -> None:
    """The limits alone; the steps need less."""
    matter["优化前"]["时限"] = f"{before}工作日"
    matter["优化后"]["时限"] = f"{after}工作日"


def _by_matter(draft: Draft) -> None:
    draft.plan["口径"] = {"三分之一": "按事项"}


def _steps(matter: Keys, count: int) -> None:
    """So many 环节 before the reform, all at once."""
    old = [f"登记{number} | 登记股 | 1工作日 | 核对" for number in range(count - 2)]
    matter["优化前"]["流程"] = ["受理 | 登记股 | 1工作日 | 形式审查", *old, "决定 | 局领导 | 1工作日 | 局长签批"]
    new = rows(matter)
    matter["优化后"]["流程"] = [row["环节"] if isinstance(row, dict) else row for row in new]


def _another(draft: Draft, **keys: str) -> Keys:
    """One more approval of the department."""
    matter = draft.files["示范局/04-许可.yaml"] = {**draft.other, "名称": "样板经营许可证核发"}
    matter |= {"优化前": dict(matter["优化前"]), "优化后": dict(matter["优化后"]), **keys}
    return matter


@defect("R212")
def one_day_too_long(draft: Draft, dice: random.Random) -> None:
    """30→21: 30.0%."""
    _limits(draft.approval, 30, 21)


@defect("R212")
def together_too_long(draft: Draft, dice: random.Random) -> None:
    """One reaches it, both together do not."""
    _limits(draft.approval, 30, 15)
    _limits(_another(draft), 40, 36)


@defect("R212")
def each_by_itself(draft: Draft, dice: random.Random) -> None:
    """Together they reach it; the city tests each."""
    _by_matter(draft)
    _limits(draft.approval, 60, 20)
    _limits(_another(draft), 20, 14)


@near_miss("R212")
def exactly_a_third(draft: Draft, dice: random.Random) -> None:
    """30→20, printed as 33.3%."""
    _limits(draft.approval, 30, 20)


@near_miss("R212")
def reached_together(draft: Draft, dice: random.Random) -> None:
    """One does not by itself, and need not."""
    _limits(draft.approval, 60, 20)
    _limits(_another(draft), 20, 14)


@near_miss("R212")
def key_project_apart(draft: Draft, dice: random.Random) -> None:
    """除市级重点工程项目外."""
    _limits(_another(draft, 重点项目="是"), 20, 19)


@defect("R213")
def five_to_four(draft: Draft, dice: random.Random) -> None:
    """20%."""
    _steps(draft.approval, 5)


@defect("R213")
def each_by_itself_in_steps(draft: Draft, dice: random.Random) -> None:
    """Together 14→8; one of them 5→4."""
    _by_matter(draft)
    _steps(_another(draft), 9)
    _steps(draft.approval, 5)


@defect("R213")
def procedures_counted(draft: Draft, dice: random.Random) -> None:
    """9 环节 with one 程序 each become 4 with more in them; the city counts 程序."""
    draft.plan["口径"] = {"附件3环节数": "程序"}
    _steps(draft.approval, 9)


@near_miss("R213")
def six_to_four(draft: Draft, dice: random.Random) -> None:
    """Exactly a third."""
    _steps(draft.approval, 6)


@near_miss("R213")
def made_up_by_another(draft: Draft, dice: random.Random) -> None:
    """5→4 and 9→4: 14→8."""
    _steps(draft.approval, 5)
    _steps(_another(draft), 9)


@near_miss("R213")
def smaller_share(draft: Draft, dice: random.Random) -> None:
    """The plan asks for a fifth only."""
    draft.plan["目标"] = {"压缩": "1/5"}
    _steps(draft.approval, 5)


@defect("R214")
def a_key_project(draft: Draft, dice: random.Random) -> None:
    """The only approval is left out."""
    draft.approval["重点项目"] = "是"


@defect("R214")
def a_second_key_project(draft: Draft, dice: random.Random) -> None:
    """One of two."""
    _another(draft, 重点项目="是")


@near_miss("R214")
def expressly_none(draft: Draft, dice: random.Random) -> None:
    """否 in so many words."""
    draft.approval["重点项目"] = "否"


@near_miss("R214")
def no_approval(draft: Draft, dice: random.Random) -> None:
    """The share is for approvals only."""
    draft.service["重点项目"] = "是"


@defect("R215")
def dearer(draft: Draft, dice: random.Random) -> None:
    """The same fee, more money, or another unit of case."""
    draft.approval["优化前"]["收费"] = "工本费 | 每证4元 | 《收费目录》"
    draft.approval["优化后"]["收费"] = f"工本费 | {dice.randint(5, 90)}元/证 | 《收费目录》"


@defect("R215")
def one_more(draft: Draft, dice: random.Random) -> None:
    """Beside the old one a new one."""
    draft.service["优化前"]["收费"] = "工本费 | 每证4元 | 《收费目录》"
    draft.service["优化后"]["收费"] = ["工本费 | 每证4元 | 《收费目录》", "检测费 | 按质计价 | 《收费目录》"]


@defect("R215")
def renamed_and_dearer(draft: Draft, dice: random.Random) -> None:
    """Another name in its place, and more money."""
    draft.power["优化前"]["收费"] = "工本费 | 每证4元 | 《收费目录》"
    draft.power["优化后"]["收费"] = "证照费 | 每证4.5元 | 《收费目录》"


@near_miss("R215")
def renamed(draft: Draft, dice: random.Random) -> None:
    """Another name, the same money."""
    draft.power["优化前"]["收费"] = "工本费 | 每证4元 | 《收费目录》"
    draft.power["优化后"]["收费"] = "证照工本费 | 4元/证 | 《收费目录》"


@near_miss("R215")
def cheaper(draft: Draft, dice: random.Random) -> None:
    """One fee less, the other by measure: not to be compared."""
    draft.approval["优化前"]["收费"] = ["工本费 | 每证4元 | 《收费目录》", "占道费 | 每平方米30元 | 《收费目录》"]
    draft.approval["优化后"]["收费"] = "占道费 | 每平方米40元 | 《收费目录》"


@defect("R217")
def waiting_introduced(draft: Draft, dice: random.Random) -> None:
    """On the spot before, days afterwards."""
    matter = draft.approval
    matter["优化前"]["时限"] = "即时"
    matter["优化前"]["流程"] = [set_cell(row, 2, "即时") for row in rows(matter, "优化前")]


@defect("R217")
def uncounted_before(draft: Draft, dice: random.Random) -> None:
    """No 环节 was counted before."""
    old = rows(draft.approval, "优化前")
    draft.approval["优化前"]["流程"] = [{"环节": row, "不计环节": "内部流转"} for row in old]


@near_miss("R217")
def promised_for_the_first_time(draft: Draft, dice: random.Random) -> None:
    """There was no limit before: a promise is none to blame."""
    matter = draft.approval
    matter["优化前"]["时限"] = "无"
    matter["优化前"]["流程"] = [set_cell(row, 2, "无") for row in rows(matter, "优化前")]


@near_miss("R217")
def on_the_spot_both_times(draft: Draft, dice: random.Random) -> None:
    """0 and 0: the form prints ——."""
    for version in ("优化前", "优化后"):
        draft.approval[version]["时限"] = "即时"
        draft.approval[version]["流程"] = [set_cell(row, 2, "即时") for row in rows(draft.approval, version)]
