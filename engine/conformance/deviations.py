"""What an alignment says in words of the office: 漏办, 多办, 次序颠倒, 流程外."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from engine.conformance.moves import Move


class DeviationKind(StrEnum):
    """How a case differs from the process."""

    SKIPPED = "漏办"
    ADDED = "多办"
    EARLY = "提前"
    LATE = "推后"
    UNKNOWN = "流程外"


@dataclass(frozen=True, slots=True)
class Deviation:
    """``step`` is the name of a step, or of what the process does not have.

    ``after`` is the step behind which it is missing or was done, empty at the beginning. EARLY and LATE: a step that
    the log has at one place and the process at another (次序颠倒); ``after`` is then where the process has it.
    """

    kind: DeviationKind
    step: str
    after: str

    def __str__(self) -> str:
        """``漏办「复审」(应在「核查」之后)``."""
        behind = f"在「{self.after}」之后" if self.after else "在最前"
        match self.kind:
            case DeviationKind.SKIPPED:
                return f"漏办「{self.step}」(应{behind})"
            case DeviationKind.ADDED:
                return f"多办「{self.step}」({behind})"
            case DeviationKind.UNKNOWN:
                return f"流程里没有的「{self.step}」({behind})"
            case DeviationKind.EARLY | DeviationKind.LATE:
                return f"次序颠倒:「{self.step}」{self.kind}办了(应{behind})"


def deviations(moves: Sequence[Move], names: Collection[str]) -> tuple[Deviation, ...]:
    """What is not as declared, in order; ``names`` are those of the steps that a log can show."""
    return tuple(_found(tuple(move for move in moves if move.letter), names))


def _found(moves: Sequence[Move], names: Collection[str]) -> Iterator[Deviation]:
    partner = _pairs(moves)
    behind = ""
    for at, move in enumerate(moves):
        if move.logged and not move.modelled:
            if move.letter not in names:
                yield Deviation(DeviationKind.UNKNOWN, move.letter, behind)
            elif at not in partner:
                yield Deviation(DeviationKind.ADDED, move.letter, behind)
        elif move.modelled and not move.logged:
            if at not in partner:
                yield Deviation(DeviationKind.SKIPPED, move.letter, behind)
            else:
                kind = DeviationKind.EARLY if partner[at] < at else DeviationKind.LATE
                yield Deviation(kind, move.letter, behind)
        if move.modelled or move.letter in names:
            behind = move.letter


def _pairs(moves: Sequence[Move]) -> dict[int, int]:
    """Index → index of the moves that are one step at two places, the nearest first."""
    logged = [at for at, move in enumerate(moves) if move.logged and not move.modelled]
    modelled = [at for at, move in enumerate(moves) if move.modelled and not move.logged]
    near = sorted(
        (abs(one - other), one, other)
        for one in logged
        for other in modelled
        if moves[one].letter == moves[other].letter
    )
    found: dict[int, int] = {}
    for _, one, other in near:
        if one not in found and other not in found:
            found[one], found[other] = other, one
    return found
