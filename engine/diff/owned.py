"""Procedures with the steps in which they are performed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from engine.diff.groups import Group
from processes.model.flow import Procedure
from processes.model.places import Text
from processes.model.process import Step
from processes.model.quick import quick


@quick
@dataclass(frozen=True, slots=True)
class OwnedProcedure:
    """A procedure and the counted step in which it is performed."""

    procedure: Procedure
    step: Step

    @property
    def name(self) -> str:
        """That of the procedure."""
        return self.procedure.name

    @property
    def origins(self) -> tuple[Text, ...] | None:
        """沿自 of the procedure."""
        return self.procedure.origins


def owned_procedures(steps: Sequence[Step]) -> tuple[OwnedProcedure, ...]:
    """The procedures of ``steps`` in written order; 附件6 columns 12–16 count those of the counted steps."""
    return tuple(OwnedProcedure(procedure, step) for step in steps for procedure in step.procedures)


def counted(groups: Sequence[Group[OwnedProcedure]]) -> tuple[Group[OwnedProcedure], ...]:
    """The groups without what is done in steps that are not counted (不计环节)."""
    found: list[Group[OwnedProcedure]] = []
    for group in groups:
        before, after = group.before, group.after
        if len(before) == len(after) == 1:
            if before[0].step.counted and after[0].step.counted:
                found.append(group)
                continue
        elif all(owned.step.counted for owned in (*before, *after)):
            found.append(group)
            continue
        before, after = (tuple(owned for owned in side if owned.step.counted) for side in (before, after))
        if before or after:
            found.append(replace(group, before=before, after=after))
    return tuple(found)
