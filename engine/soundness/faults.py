"""What may be wrong with a workflow net, and what was found out about one.

Soundness after W. M. P. van der Aalst, The Application of Petri Nets to Workflow Management, 1998, definition 6: from
every reachable marking the end can be reached (option to complete), a token at the end is the only one (proper
completion), every transition can happen (no dead transitions); and as here markings are sets, no place ever holds two
tokens (safeness).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

NONE = -1
"""The transition of a fault in which no transition has a part."""


class FaultKind(Enum):
    """The ways to be unsound; the values are what a table calls them."""

    CROWDED = "重复到达"
    """A place that holds a token gets another one: a merge of ways that run side by side."""
    STUCK = "停住"
    """Nothing can happen any more and no end is reached: a join waits for ever, or nothing leads on."""
    LEFT_BEHIND = "有遗留"
    """An end is reached while other tokens are still on their way."""
    ENDLESS = "没有尽头"
    """It always goes on, and neither an end nor a standstill can be reached any more."""
    DEAD = "走不到"
    """A transition that can never happen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One fault of a net and the shortest run that shows it.

    ``run``: indices of transitions from the initial marking on; empty for a DEAD one, which no run shows. ``marking``:
    where the run ends; of a CROWDED one before its last transition, which would put the second token. ``places``: those
    that are crowded; that hold tokens where it is STUCK or that are LEFT_BEHIND; that tokens go round on where it is
    ENDLESS; that lack a token in all reachable markings where it is DEAD. ``transition``: the one that crowds, the join
    that waits, the dead one. ``cycle``: transitions that lead from ``marking`` of an ENDLESS one on and then round.
    """

    kind: FaultKind
    run: tuple[int, ...] = ()
    marking: int = 0
    places: int = 0
    transition: int = NONE
    cycle: tuple[int, ...] = ()


class Outcome(Enum):
    """What was found out."""

    SOUND = "可靠"
    UNSOUND = "有毛病"
    UNKNOWN = "未能判定"
    """There are more states than were to be looked at."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome, one shortest fault of each kind and every dead transition, and how many states were looked at."""

    outcome: Outcome
    faults: tuple[Fault, ...] = ()
    states: int = 0
