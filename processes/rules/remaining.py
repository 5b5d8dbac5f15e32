"""What the reform leaves of a matter: the steps of 优化后, and what is done in them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from processes.compilation.dictionary import decides
from processes.model.flow import StepEntry
from processes.model.matter import Matter
from processes.rules.rule import Context


def remaining_steps(matter: Matter, context: Context) -> tuple[StepEntry, ...]:
    """The steps of 优化后 on the main path, those taken over from 优化前 too; none when cancelled."""
    if matter.after is None:
        return ()
    met = context.steps_of(matter.after) or context.steps_of(matter.before)
    return tuple(one.entry for one in met if not one.branch)


def first_doing(steps: Iterable[StepEntry], words: re.Pattern[str]) -> StepEntry | None:
    """The first step that is called so, does something called so, or makes a document called so."""
    for step in steps:
        names = (step.name, *(one.name for one in step.procedures), *step.outputs)
        if any(words.search(name) for name in names):
            return step
    return None


def up_to_decision(steps: tuple[StepEntry, ...]) -> tuple[StepEntry, ...]:
    """The steps up to and including the last one that decides; all of them when none does."""
    last = max((index for index, step in enumerate(steps) if decides(step)), default=len(steps) - 1)
    return steps[: last + 1]
