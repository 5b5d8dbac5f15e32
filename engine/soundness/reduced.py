"""What is left of a net after its reduction, and the runs of the whole net that its transitions stand for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Run: TypeAlias = "int | tuple[Run, Run] | None"
"""A transition, or one run after another; None for the empty one."""


@dataclass(frozen=True, slots=True)
class Reduced:
    """The smaller net: what its transitions take and give, and the runs they stand for.

    ``prefix`` is the run that has already led to ``initial``, and spells nothing; ``letters``: of the transitions.
    """

    takes: tuple[int, ...]
    gives: tuple[int, ...]
    initial: int
    ends: int
    runs: tuple[Run, ...]
    prefix: Run
    letters: tuple[int, ...] = ()

    @property
    def trivial(self) -> bool:
        """Whether nothing is left but a token at an end: the net is sound."""
        return not self.takes and self.initial & self.ends != 0 and self.initial & (self.initial - 1) == 0


def flat(run: Run) -> tuple[int, ...]:
    """The transitions of a run, in order."""
    found: list[int] = []
    waiting = [run]
    while waiting:
        one = waiting.pop()
        if isinstance(one, tuple):
            waiting += (one[1], one[0])
        elif one is not None:
            found.append(one)
    return tuple(found)
