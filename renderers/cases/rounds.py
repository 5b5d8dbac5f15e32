"""What a round through the cases has brought about, in lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.cases.attempt import whereabouts
from engine.cases.news import event_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.cases.look import Look
    from processes.model.case import CaseEvent

Moved = tuple[str, tuple[str, ...], tuple[str, ...], str]
"""Number of a case, where it was, where it goes on, and why it cannot (empty if it can)."""


_BY_HAND, _SPLIT = "没有对应的环节", "不知道办到哪一个"
"""What is said of those that a person may help on (``engine.cases.migrating``)."""


def ticked_text(look: Look, events: Sequence[CaseEvent]) -> str:
    """``20180301-0001 食品经营许可证核发(新办):视为受理……,现在在“审查”(行政审批股)。``."""
    name = look.course.definition.matter.name
    said = ";".join(f"{event.kind}({event_text(look.course.definition, event)})" for event in events)
    return f"{look.head.number} {name}:{said},{whereabouts(look.course)}。"


def migration_text(cases: Sequence[Moved], *, only_look: bool) -> str:
    """A line a case, those that cannot be moved last, and the sums."""
    able = [one for one in cases if not one[3]]
    unable = [one for one in cases if one[3]]
    word = "可以换" if only_look else "已换"
    lines = [f"{number} {word}:{'、'.join(before)} → {'、'.join(after)}" for number, before, after, _ in able]
    lines += [f"{number} 不能换:{why}" for number, _, _, why in unable]
    if not cases:
        return "没有要换的办件:在办的都已经按现在的流程办。\n"
    sums = f"{word} {len(able)} 件,不能换 {len(unable)} 件。"
    if any(_BY_HAND in why or _SPLIT in why for *_, why in unable):
        sums += "没有对应、拆成几个的,可以由人指定:加 --对应 旧环节=新环节。"
    return "\n".join([*lines, "", sums, ""])
