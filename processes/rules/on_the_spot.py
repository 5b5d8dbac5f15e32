"""简易程序: punishments that are decided on the spot, under both versions of the law."""

from __future__ import annotations

import re
from collections.abc import Iterator

from processes.model.matter import Matter
from processes.rules.faults import Fault
from processes.rules.punishing import is_punishment

_SIMPLE = re.compile("简易程序|当场处罚")
_AMOUNTS = (
    ("公民", re.compile(r"(?:公民|个人)[^0-9,,;;。]{0,12}(\d+)元")),
    ("法人或者其他组织", re.compile(r"(?:法人|组织|单位|企业)[^0-9,,;;。]{0,16}(\d+)元")),
)
_OWN_AMOUNTS = re.compile("治安管理处罚法|道路交通安全法")


def is_simple(matter: Matter) -> bool:
    """Whether its name says that it is decided on the spot (简易程序)."""
    return bool(_SIMPLE.search(matter.name))


def not_on_the_spot(matter: Matter, citizen: int, organisation: int) -> Iterator[Fault]:
    """简易程序 with a limit, or with higher fines than the law has for it."""
    if matter.after is None or not is_punishment(matter) or not is_simple(matter):
        return
    limit = matter.after.limit
    if limit.days:
        yield matter.after.at("limit"), f"简易程序当场作出决定,时限却是 {limit}", len(str(limit))
    if any(_OWN_AMOUNTS.search(basis.text) for basis in matter.bases):
        return
    for condition in matter.after.conditions:
        for (who, words), most in zip(_AMOUNTS, (citizen, organisation), strict=True):
            found = words.search(condition)
            if found and int(found[1]) > most:
                place = condition.place.shifted(found.start(1))
                yield place, f"简易程序对{who}的罚款是{most}元以下,这里写了{found[1]}元", len(found[1])
