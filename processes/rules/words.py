"""The words by which rules know what is done in a 环节, and how names are put into a message."""

from __future__ import annotations

from collections.abc import Sequence

from processes.model.flow import Procedure, StepEntry
from processes.model.process import Step


def words_of(step: StepEntry | Step) -> tuple[str, ...]:
    """What the 环节 and its 程序 are called."""
    return step.name, *(act.name for act in step.procedures)


def people_said(act: Procedure) -> str:
    """How many people a 程序 says that it takes, as a message that misses some says it."""
    return f"写的是{act.people}人" if act.people else "没有写人数"


def quoted(names: Sequence[str], most: int = 0) -> str:
    """「甲」、「乙」; beyond the first ``most``, if that is given, 等."""
    shown = names[:most] if most else names
    return "、".join(f"「{name}」" for name in shown) + ("等" if len(shown) < len(names) else "")
