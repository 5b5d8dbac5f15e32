"""Findings on several matters of a department: which ones, how they are named, where the one finding stands."""

from __future__ import annotations

from collections.abc import Sequence

from engine.rules.subjects import Examined, Filing
from processes.model.places import Place
from processes.rules.words import quoted

EX_OFFICIO = frozenset(("行政处罚", "行政强制", "行政征收", "行政征用", "行政监督检查"))
"""Powers that nobody applies for: no window, no counter."""

_MOST = 3


def staying(filing: Filing) -> tuple[Examined, ...]:
    """The matters that the department still handles after the reform."""
    return tuple(one for one in filing.matters if not one.matter.is_gone)


def names_text(matters: Sequence[Examined]) -> str:
    """「甲」、「乙」, with the number when there are more than can be named."""
    named = quoted([one.matter.name for one in matters], _MOST)
    return named if len(matters) <= _MOST else f"{named}{len(matters)}个事项"


def place_of(filing: Filing, matters: Sequence[Examined]) -> Place:
    """The matter, if it is one; of several the department, where a default mends all of them."""
    return matters[0].matter.at("name") if len(matters) == 1 else filing.department.at("name")
