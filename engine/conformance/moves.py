"""An alignment: what was logged, paired with a way through the process."""

from __future__ import annotations

from dataclasses import dataclass

from engine.conformance.automaton import Arc
from processes.model.quick import quick

Word = tuple[str, ...]
"""What a log shows of a case: the names of steps in the order in which they were done."""


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One move. ``letter`` is the step. ``logged`` and ``modelled`` say on which side it is; both is what should be.

    ``arc`` is what the process does, for modelled ones. One that no log shows has no letter. The logged ones are the
    letters of the word, in its order.
    """

    letter: str
    logged: bool
    modelled: bool
    arc: Arc | None = None

    @property
    def costs(self) -> bool:
        """Whether one side has it and the other should."""
        return bool(self.letter) and not (self.logged and self.modelled)


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """The moves of a word in order; ``cost`` is how many of them are of one side only."""

    cost: int
    moves: tuple[Move, ...]
