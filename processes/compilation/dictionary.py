"""The dictionary of step names: which kind of 环节 a name means (pain.md §4.3 of the domain notes).

A name holds every kind one of whose words it contains: 缴费送达 is both 缴费 and 送达.
"""

from __future__ import annotations

from functools import lru_cache

from processes.model.flow import StepEntry
from processes.model.vocabulary import StepKind

_WORDS: dict[StepKind, tuple[str, ...]] = {
    StepKind.ACCEPT: ("受理", "收件", "接件", "立案", "接访", "签收"),
    StepKind.REVIEW: ("审查", "初审", "审核", "核查", "核实", "检查", "调查", "评议", "踏勘", "勘验"),
    StepKind.SECOND_REVIEW: ("复审", "复核"),
    StepKind.DECIDE: ("决定", "审批", "核准", "核定", "认定", "签发", "批办"),
    StepKind.PRODUCE: ("制证", "制文", "缮证", "登簿"),
    StepKind.SEAL: ("盖章", "用印"),
    StepKind.DELIVER: ("送达", "发证", "办结", "传送", "领证", "发放", "告知结果", "发布公告"),
    StepKind.FORWARD: ("转报", "上报", "报送", "转送"),
    StepKind.PUBLICISE: ("公示",),
    StepKind.HEAR: ("听证",),
    StepKind.EXPERT_REVIEW: ("评审",),
    StepKind.PAY: ("缴费", "收费"),
}

_DECIDING = ("审批决定", "签批", "审批", "核准", "集体讨论")
"""Words of procedures by which a step decides although its name does not say so."""


def words_of_kinds() -> tuple[str, ...]:
    """All words that mean a kind."""
    return tuple(word for words in _WORDS.values() for word in words)


_BY_VALUE = {kind.value: kind for kind in StepKind}


@lru_cache(1 << 14)
def kinds_of_name(name: str) -> tuple[StepKind, ...]:
    """The kinds a name means, in the order of the vocabulary."""
    return tuple(kind for kind, words in _WORDS.items() if any(word in name for word in words))


def kinds_of(entry: StepEntry) -> tuple[StepKind, ...]:
    """种类 as written, else by the dictionary."""
    if entry.kinds:
        return tuple(_BY_VALUE[kind] for kind in entry.kinds if kind in _BY_VALUE)
    return kinds_of_name(entry.name)


def decides(entry: StepEntry) -> bool:
    """Whether the step is a 决定, or does a deciding procedure."""
    return StepKind.DECIDE in kinds_of(entry) or any(is_deciding(procedure.name) for procedure in entry.procedures)


@lru_cache(1 << 14)
def is_deciding(act: str) -> bool:
    """Whether an act of that name is one by which a step decides."""
    return any(word in act for word in _DECIDING)
