"""How alike two materials are: what a paper is about counts, not whether it is a 证明 or a 报告 of it."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from engine.diff.matching.likeness import core
from processes.model.matter import Material

_FORMS = re.compile(
    "(?:复印件|扫描件|电子版|电子件|原件|副本|正本|草案|样本|证明书|证明文件|证明材料|证明|合格证|报告书|报告表|报告|申请表|申请书"
    "|登记表|审批表|承诺书|委托书|声明书|协议书|意见书|清单|目录|一览表|文件|材料|资料|表|书|单)$"
)
"""What a paper is: words at the end of a name that another paper about the same may have instead."""

_PROMISE = re.compile("(?:承诺|声明)书?$")
"""A promise in place of a proof is about the same (pain.md §5), whoever gave it: 村委会无异议证明 → 无异议承诺书."""

LEAST = 0.55
"""How alike two papers must be to be taken for one (``python -m benchmarks.difference accuracy``)."""

ABOUT_THE_SAME = 0.75
"""How alike two papers about the same are at least."""


@lru_cache(1 << 14)
def subject(name: str) -> str:
    """What a paper is about: its name without the words for the kind of paper at its end."""
    name = core(name)
    while (shorter := _FORMS.sub("", name)) != name and len(shorter) > 1:
        name = shorter
    return name


def papers_alike(old: Material, new: Material) -> float:
    """How alike two materials are by their names, 0 below ``LEAST``.

    One subject, or one that holds most of the other (场所使用 in 经营场所使用, not 身份证 in 法定代表人身份证); else
    the mean of the common subsequence and of the common beginning, for papers are named from the subject on.
    """
    one, other = core(old.name), core(new.name)
    mine, theirs = subject(old.name), subject(new.name)
    alike = ratio(one, other) / 100
    if mine == theirs:
        return max(alike, ABOUT_THE_SAME)
    if _PROMISE.search(one) or _PROMISE.search(other):
        shorter, longer = sorted((mine, theirs), key=len)
        if len(shorter) > 1 and longer.endswith(shorter):
            return max(alike, ABOUT_THE_SAME)
    shorter, longer = sorted((mine, theirs), key=len)
    if shorter in longer and len(shorter) / len(longer) >= LEAST:
        return max(alike, ABOUT_THE_SAME)
    begun = next((i for i, (a, b) in enumerate(zip(mine, theirs, strict=False)) if a != b), min(len(mine), len(theirs)))
    share = (alike + begun / min(len(mine), len(theirs))) / 2
    return share if share >= LEAST else 0.0
