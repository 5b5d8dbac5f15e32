"""Whether two versions differ at all."""

from __future__ import annotations

from engine.diff.changes.steps import StepKept
from engine.diff.compare import Difference


def differs(difference: Difference) -> bool:
    """Whether anything became otherwise: a change, or a quantity that the way of counting makes another one."""
    limit = difference.time_limit
    counts = (difference.steps, difference.procedures, difference.materials)
    return (
        any(not isinstance(change, StepKept) for change in difference.changes)
        or any(delta.reduction for delta in counts)
        or (limit.before.value, limit.before.kind) != (limit.after.value, limit.after.kind)
    )
