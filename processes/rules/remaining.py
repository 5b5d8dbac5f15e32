"""What the reform leaves of a matter: the steps of 优化后, and what is done in them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from processes.compilation.dictionary import kinds_of
from processes.model.flow import StepEntry
from processes.model.matter import Matter
from processes.model.vocabulary import StepKind
from processes.rules.rule import Context
from processes.rules.words import words_of

_FINDING = re.compile("认定|核定")


def remaining_steps(matter: Matter, context: Context) -> tuple[StepEntry, ...]:
    """The steps of 优化后 on the main path, those taken over from 优化前 too; none when cancelled."""
    if matter.after is None:
        return ()
    met = context.steps_of(matter.after) or context.steps_of(matter.before)
    return tuple(one.entry for one in met if not one.branch)


def first_doing(steps: Iterable[StepEntry], words: re.Pattern[str]) -> StepEntry | None:
    """The first step that is called so, does something called so, or makes a document called so."""
    for step in steps:
        if any(words.search(name) for name in (*words_of(step), *step.outputs)):
            return step
    return None


def up_to_decision(steps: tuple[StepEntry, ...]) -> tuple[StepEntry, ...]:
    """The steps up to and including the last 决定; all of them when none is called so.

    立案审批 opens a case and 事实认定 finds the facts: neither is the decision.
    """
    deciding = (index for index, step in enumerate(steps) if _is_decision(step))
    return steps[: max(deciding, default=len(steps) - 1) + 1]


def _is_decision(step: StepEntry) -> bool:
    kinds = kinds_of(step)
    return StepKind.DECIDE in kinds and StepKind.ACCEPT not in kinds and not _FINDING.search(step.name)
