"""What rules on two versions of a law, or on two measures, find alike: each reports it under its own code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from processes.model.findings import Finding
from processes.model.places import Place
from processes.rules.rule import Rule

Fault = tuple[Place, str, int]
"""Place, message and width."""


def reported(rule: Rule, faults: Iterable[Fault]) -> Iterator[Finding]:
    """The faults as findings of ``rule``."""
    for place, message, width in faults:
        yield rule.at(place, message, width=width)
