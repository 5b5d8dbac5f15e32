"""What matters save of the four quantities of 附件6, added up; 工作日 and 自然日 each for itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from engine.rules.subjects import Examined
from processes.model.limits import DayKind, number_text

_COUNTS = (("环节", "个"), ("程序", "个"), ("材料", "件"))


@dataclass(frozen=True, slots=True)
class Saved:
    """One quantity: ``less`` of it in sum, negative for growth; ``had``: whether there was any before.

    ``unit`` is 个, 件, 个工作日 or 个自然日.
    """

    name: str
    unit: str
    less: Fraction
    had: bool

    def said(self, number: Fraction) -> str:
        """``3个工作日``."""
        return f"{number_text(abs(number))}{self.unit}"


TIME = "时限"


def saved_by(matters: Sequence[Examined]) -> tuple[Saved, ...]:
    """The three counts, then 时限 in each kind of day that was saved or asked for before.

    A matter has one kind of day (S107), so that what it saves is of that kind.
    """
    rows = []
    for index, (name, unit) in enumerate(_COUNTS):
        deltas = [one.numbers.deltas[index] for one in matters]
        less = sum((delta.reduction or Fraction(0) for delta in deltas), Fraction(0))
        rows.append(Saved(name, unit, less, any(delta.before.value for delta in deltas)))
    times = [one.numbers.time_limit for one in matters]
    for kind in (DayKind.WORKING, DayKind.NATURAL):
        of_kind = [
            time for time in times if time.reduced_kind is kind and (time.before.value or time.reduction is not None)
        ]
        if of_kind:
            less = sum((time.reduction or Fraction(0) for time in of_kind), Fraction(0))
            rows.append(Saved(TIME, f"个{kind}", less, any(time.before.value for time in of_kind)))
    return tuple(rows)
