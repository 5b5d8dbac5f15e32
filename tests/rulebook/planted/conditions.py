"""N211: conditions that leave open what they are."""

from __future__ import annotations

import random

from tests.rulebook.clean import Draft
from tests.rulebook.planting import defect, near_miss

OPEN = (
    "其他条件",
    "法律、法规规定的其他条件",
    "(五)国务院农业主管部门规定的其他条件\uff1b",
    "符合规定",
    "符合国家有关规定",
    "具备法定条件",
    "年满18周岁、身体健康等其他条件",
)
SAID = (
    "符合《示范管理办法》第八条规定的其他条件",
    "家庭财产状况符合规定",
    "有符合规定的管理制度",
    "符合示政发〔2016〕8号文件规定的条件",
    "排放符合标准和总量要求",
    "不属于禁止采伐情形",
    "符合城乡规划要求",
)


@defect("N211")
def one_condition_for_all_others(draft: Draft, dice: random.Random) -> None:
    """At the end of a list."""
    draft.approval["条件"] = ["有固定的场所", dice.choice(OPEN)]


@defect("N211")
def nothing_but_rules_to_keep(draft: Draft, dice: random.Random) -> None:
    """The only condition of a service."""
    draft.service["条件"] = dice.choice(OPEN)


@near_miss("N211")
def conditions_that_name_what_they_ask(draft: Draft, dice: random.Random) -> None:
    """A law, a document, or what it is that has to keep the rules."""
    draft.approval["条件"] = ["有固定的场所", dice.choice(SAID)]


@near_miss("N211")
def no_condition_at_all(draft: Draft, dice: random.Random) -> None:
    """无."""
    draft.power["条件"] = "无"


@near_miss("N211")
def open_and_cancelled(draft: Draft, dice: random.Random) -> None:
    """Nobody applies any more."""
    draft.power["条件"] = dice.choice(OPEN)
    draft.power["优化后"] = "取消"
