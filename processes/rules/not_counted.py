"""Time that is left out of a limit (不计时限), and what may be left out: the eight acts of 行政许可法 art. 45."""

from __future__ import annotations

import re

from processes.model.matter import Matter
from processes.model.vocabulary import EXCLUSION_KINDS
from processes.rules.citations import PERMIT_LAW, REGULATIONS, cites, ranks

_WORDS = {
    "听证": "听证",
    "招标": "招标|招投标|投标|竞标|评标",
    "拍卖": "拍卖|竞价|挂牌",
    "检验": "检验|检测|化验|试验|体检",
    "检测": "检测|检验|监测|化验",
    "检疫": "检疫",
    "鉴定": "鉴定|评定|评估|体检",
    "专家评审": "专家|评审|论证|评议|评估",
}
"""The eight acts, and what they are usually called."""
_ACTS = {kind: re.compile(_WORDS[kind]) for kind in EXCLUSION_KINDS}
_ANY = re.compile("|".join(_WORDS.values()))


def is_one_of_eight(acts: str) -> bool:
    """Whether any of the eight acts is named."""
    return bool(_ANY.search(acts))


def is_of_kind(acts: str, kind: str) -> bool:
    """Whether the act of that kind is named; ``kind`` is one of the eight."""
    return bool(_ACTS[kind].search(acts))


def permit_fault(kind: str, acts: str, matter: Matter) -> str:
    """Why the law does not let a permit leave out this time, empty if it does. A title of unknown rank is believed."""
    if "《" not in kind or cites(kind, PERMIT_LAW):
        return "" if is_one_of_eight(acts) else f"却没有{'、'.join(EXCLUSION_KINDS)}的程序"
    found = ranks(kind, matter.bases)
    return "" if None in found or REGULATIONS.intersection(found) else "它不是法律、法规,不能扣除许可的时间"
