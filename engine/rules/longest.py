"""The longest way of a version held against a limit: N207 and the property 每条路径 不超过 stand on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from engine.measures import measures
from engine.rules.detours import detours
from processes.compilation.days import days_in_sequence
from processes.model.limits import TimeLimit
from processes.model.places import Place
from processes.model.plan import Switches
from processes.model.process import Process
from processes.rules.lengths import sum_text
from processes.rules.words import quoted


@dataclass(frozen=True, slots=True)
class Overlong:
    """A way that takes longer than the limit.

    ``side``: the 支线 by which it goes, empty for the main path, and ``place`` where that is declared. ``said`` says
    how long it is: empty where it has both kinds of day, so that nothing is certain.
    """

    side: str
    place: Place
    said: str
    steps: str = ""


def overlong_main(process: Process, switches: Switches, limit: TimeLimit) -> Overlong | None:
    """The critical path, if it is longer than ``limit``."""
    longest = measures()["critical_path"].measure(process, switches)
    days = Fraction(longest.value or 0)
    version = process.version
    if days <= limit.days:
        return None
    return Overlong("", version.at("limit"), sum_text(days, limit, version.entries), quoted(longest.items))


def overlong_sides(process: Process, limit: TimeLimit) -> Iterator[Overlong]:
    """The ways longer than ``limit`` that leave the main path by a declared 支线 and end there or go on below."""
    version = process.version
    sides = {name: days for name, branch in version.branches.items() if (days := days_in_sequence(branch.entries))}
    for name, days in detours(process, sides) if sides else ():
        if days > limit.days:
            branch = version.branches[name]
            yield Overlong(name, branch.place, sum_text(days, limit, version.entries, branch.entries))
