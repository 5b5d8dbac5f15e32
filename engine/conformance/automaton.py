"""A net as an automaton over the names of its steps: what a log can show of it.

A log tells that a step was done, not what was decided there: the letter of a transition is the name of the step that
the file leaves. What no log shows (开始, full joins) has no letter and costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from engine.nets.net import Net, NetTransition
from processes.model.quick import quick


class TooManyMarkings(Exception):
    """The net has more markings than were allowed."""


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Arc:
    """From one marking to another, by their numbers; ``letter`` is None for what no log shows."""

    source: int
    target: int
    letter: str | None
    transition: NetTransition


@dataclass(frozen=True, slots=True)
class Automaton:
    """All markings that can be reached, numbered from 0 (where cases begin), and the arcs between them.

    ``ends``: the markings at which a case is over. ``out``: by marking, the arcs that leave it. ``depth``: so many arcs
    lead from 0 to every marking, at most.
    """

    markings: tuple[int, ...]
    ends: tuple[int, ...]
    out: tuple[tuple[Arc, ...], ...]
    by_letter: dict[str, tuple[Arc, ...]]
    depth: int


def automaton_of(net: Net, letter: Callable[[NetTransition], str | None], most: int) -> Automaton:
    """The automaton of a safe net; ``letter`` names transitions. Raises ``TooManyMarkings`` beyond ``most``."""
    transitions = [(one, one.takes, ~one.takes, one.gives, letter(one)) for one in net.transitions]
    numbers = {net.initial: 0}
    found, depths = [net.initial], [0]
    out: list[tuple[Arc, ...]] = []
    by_letter: dict[str, list[Arc]] = {}
    for marking in found:  # it grows on the way
        leaving: list[Arc] = []
        for one, takes, others, gives, name in transitions:
            if marking & takes != takes:
                continue
            after = marking & others | gives
            if after not in numbers:
                if len(found) == most:
                    raise TooManyMarkings
                numbers[after] = len(found)
                found.append(after)
                depths.append(depths[len(out)] + 1)
            arc = Arc(source=len(out), target=numbers[after], letter=name, transition=one)
            leaving.append(arc)
            if name is not None:
                by_letter.setdefault(name, []).append(arc)
        out.append(tuple(leaving))
    return Automaton(
        markings=tuple(found),
        ends=tuple(number for number, marking in enumerate(found) if net.finished(marking)),
        out=tuple(out),
        by_letter={name: tuple(some) for name, some in by_letter.items()},
        depth=depths[-1],
    )
