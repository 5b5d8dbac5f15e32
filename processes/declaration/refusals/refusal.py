"""What a refusal is: one kind of problem that reading reports."""

from __future__ import annotations

from dataclasses import dataclass

from processes.model.findings import Severity


@dataclass(frozen=True, slots=True)
class Refusal:
    """One kind of problem that reading reports."""

    code: str
    name: str
    why: str
    mend: str
    bad: str = ""
    good: str = ""
    severity: Severity = Severity.ERROR
